//! `tawarikh events`: what happened when, on a stream of texts.

use std::io::Write;
use std::ops::Range;

use serde::Serialize;
use tawarikh_calendar::Interval;
use tawarikh_evidence::{Event, Evidence, Gazetteer, read};

use crate::failure::Failure;
use crate::texts::{Explain, Out, Scalars, Span, Text, base, day, tell};

/// How to print.
#[derive(clap::Args)]
pub struct Arguments {
    /// For people: each event with its kind, who did what to whom and where, and the rule.
    #[arg(long)]
    explain: bool,
}

/// A line of the output.
#[derive(Serialize)]
struct Found {
    id: String,
    events: Vec<Row>,
}

/// One event; offsets count Unicode scalar values.
#[derive(Serialize)]
struct Row {
    /// Of the sentence.
    start: usize,
    end: usize,
    kind: &'static str,
    /// As TIMEX3 writes it.
    value: String,
    edtf: String,
    /// The first and the last day; null where the end is open.
    first: Option<String>,
    last: Option<String>,
    precision: &'static str,
    how: &'static str,
    dating: &'static str,
    date: Span,
    headline: String,
    places: Vec<Named>,
    agents: Vec<Named>,
    patients: Vec<Named>,
    figures: Vec<Counted>,
    attribution: Option<Said>,
    rule: &'static str,
}

/// A name of the event.
#[derive(Serialize)]
struct Named {
    start: usize,
    end: usize,
    surface: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
}

/// A figure of the event.
#[derive(Serialize)]
struct Counted {
    start: usize,
    end: usize,
    surface: String,
    counted: String,
}

/// Who says so.
#[derive(Serialize)]
struct Said {
    start: usize,
    end: usize,
    surface: String,
    saying: &'static str,
}

/// Reads standard input to its end.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let gazetteer = base();
    let explain = arguments.explain.then_some(explain as Explain<Found>);
    tell(explain, |text| find(text, &gazetteer))
}

fn find(text: &Text, gazetteer: &Gazetteer) -> Result<Found, String> {
    let evidence = read(&text.text, &text.context()?, gazetteer);
    let page = Page {
        text: &text.text,
        scalars: Scalars::of(&text.text),
        evidence: &evidence,
        gazetteer,
    };
    let events = evidence.events.iter();
    Ok(Found {
        id: text.id.clone(),
        events: events.filter_map(|event| page.row(event)).collect(),
    })
}

/// A text with all that was read from it.
struct Page<'a> {
    text: &'a str,
    scalars: Scalars,
    evidence: &'a Evidence,
    gazetteer: &'a Gazetteer,
}

impl Page<'_> {
    /// The line of an event, which always has a date.
    fn row(&self, event: &Event) -> Option<Row> {
        let mention = &self.evidence.times[event.mention];
        let when = mention.when?;
        let Interval { first, last } = when.interval;
        let Span { start, end } = self.span(&event.sentence);
        let named = |indices: &[usize]| indices.iter().map(|&index| self.named(index)).collect();
        let counted = event.figures.iter().map(|&index| self.counted(index));
        Some(Row {
            start,
            end,
            kind: event.kind.id(),
            value: mention.value.clone(),
            edtf: when.edtf(),
            first: day(first),
            last: day(last),
            precision: when.precision.id(),
            how: mention.how.id(),
            dating: event.dating.id(),
            date: self.span(&mention.span),
            headline: self.text[event.headline.clone()].to_owned(),
            places: named(&event.places),
            agents: named(&event.agents),
            patients: named(&event.patients),
            figures: counted.collect(),
            attribution: event.attribution.as_ref().map(|said| {
                let Span { start, end } = self.span(&said.span);
                Said {
                    start,
                    end,
                    surface: self.text[said.span.clone()].to_owned(),
                    saying: said.saying.id(),
                }
            }),
            rule: event.rule,
        })
    }

    fn named(&self, index: usize) -> Named {
        let entity = &self.evidence.entities[index];
        let Span { start, end } = self.span(&entity.span);
        let meant = entity
            .known
            .as_ref()
            .filter(|known| known.rivals.is_empty());
        Named {
            start,
            end,
            surface: self.text[entity.span.clone()].to_owned(),
            id: meant.map(|known| self.gazetteer.names()[known.name].id.clone()),
        }
    }

    fn counted(&self, index: usize) -> Counted {
        let figure = &self.evidence.figures[index];
        let Span { start, end } = self.span(&figure.span);
        Counted {
            start,
            end,
            surface: self.text[figure.span.clone()].to_owned(),
            counted: figure.counted.class(),
        }
    }

    fn span(&self, bytes: &Range<usize>) -> Span {
        self.scalars.span(self.text, bytes)
    }
}

/// For each event a line with its date, kind and headline, its sentence, and a line for each part.
fn explain(text: &str, found: &Found, out: &mut Out) -> std::io::Result<()> {
    let letters: Vec<char> = text.chars().collect();
    writeln!(out, "{}", found.id)?;
    for row in &found.events {
        let sentence: String = letters[row.start..row.end].iter().collect();
        let sentence = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
        writeln!(
            out,
            "  {} {} ({}): {}",
            row.edtf, row.kind, row.dating, row.headline
        )?;
        writeln!(out, "      {sentence}")?;
        for (label, names) in [
            ("where", &row.places),
            ("who", &row.agents),
            ("whom", &row.patients),
        ] {
            let names: Vec<&str> = names.iter().map(|name| name.surface.as_str()).collect();
            if !names.is_empty() {
                writeln!(out, "      {label}: {}", names.join(" + "))?;
            }
        }
        for figure in &row.figures {
            writeln!(out, "      {}: {}", figure.counted, figure.surface)?;
        }
        if let Some(said) = &row.attribution {
            writeln!(out, "      {}: {}", said.saying, said.surface)?;
        }
        writeln!(out, "      {}", row.rule)?;
    }
    Ok(())
}
