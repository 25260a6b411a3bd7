//! `tawarikh figures`: numbers, what they count and who says so, on a stream of texts.

use std::io::Write;
use std::ops::Range;

use serde::{Serialize, Serializer};
use tawarikh_evidence::{Evidence, Fate, Figure, Gazetteer, read};

use crate::failure::Failure;
use crate::texts::{Explain, Out, Scalars, Span, Text, base, tell};

/// How to print.
#[derive(clap::Args)]
pub struct Arguments {
    /// For people: each figure with what it counts, who says so and the rule.
    #[arg(long)]
    explain: bool,
}

/// A line of the output.
#[derive(Serialize)]
struct Found {
    id: String,
    figures: Vec<Row>,
}

/// One figure; offsets count Unicode scalar values.
#[derive(Serialize)]
struct Row {
    start: usize,
    end: usize,
    surface: String,
    low: Option<Value>,
    high: Option<Value>,
    /// The class, the fate first.
    counted: String,
    fate: Option<&'static str>,
    kind: &'static str,
    attribution: Option<Span>,
    saying: Option<&'static str>,
    /// Those who passed it on, the one who tells us first.
    chain: Vec<Span>,
    as_of: Option<Span>,
    party: Option<Span>,
    place: Option<Span>,
    noun: Option<Span>,
    /// The index in this list of the figure that it is a part of.
    part_of: Option<usize>,
    rule: &'static str,
}

/// A number that is printed without decimals if it has none.
struct Value(f64);

/// Below this every whole number is exact.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() < EXACT {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

/// Reads standard input to its end.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let gazetteer = base();
    let explain = arguments.explain.then_some(explain as Explain<Found>);
    tell(explain, |text| find(text, &gazetteer))
}

fn find(text: &Text, gazetteer: &Gazetteer) -> Result<Found, String> {
    let evidence = read(&text.text, &text.context()?, gazetteer);
    let scalars = Scalars::of(&text.text);
    let figures = evidence.figures.iter();
    Ok(Found {
        id: text.id.clone(),
        figures: figures
            .map(|figure| row(&text.text, &evidence, &scalars, figure))
            .collect(),
    })
}

fn row(text: &str, evidence: &Evidence, scalars: &Scalars, figure: &Figure) -> Row {
    let span = |bytes: &Range<usize>| scalars.span(text, bytes);
    let Span { start, end } = span(&figure.span);
    let said = figure.attribution.as_ref();
    Row {
        start,
        end,
        surface: text[figure.span.clone()].to_owned(),
        low: figure.low.map(Value),
        high: figure.high.map(Value),
        counted: figure.counted.class(),
        fate: figure.counted.fate.map(Fate::id),
        kind: figure.counted.kind.id(),
        attribution: said.map(|said| span(&said.span)),
        saying: said.map(|said| said.saying.id()),
        chain: said.map_or_else(Vec::new, |said| said.chain.iter().map(span).collect()),
        as_of: figure.as_of.map(|time| span(&evidence.times[time].span)),
        party: figure.party.as_ref().map(span),
        place: figure.place.map(|name| span(&evidence.entities[name].span)),
        noun: figure.noun.as_ref().map(span),
        part_of: figure.part_of,
        rule: figure.rule,
    }
}

/// For each figure a line with its value and class, and one with the words around it that were read.
fn explain(text: &str, found: &Found, out: &mut Out) -> std::io::Result<()> {
    let letters: Vec<char> = text.chars().collect();
    let words = |span: &Span| -> String {
        let words: String = letters[span.start..span.end].iter().collect();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    writeln!(out, "{}", found.id)?;
    for row in &found.figures {
        writeln!(
            out,
            "  {}–{}  {}: {} {}",
            row.start,
            row.end,
            row.surface,
            bounds(row),
            row.counted
        )?;
        let told = [
            ("of", &row.noun),
            ("party", &row.party),
            ("place", &row.place),
            ("as of", &row.as_of),
            (row.saying.unwrap_or_default(), &row.attribution),
        ];
        for (label, span) in told {
            if let Some(span) = span {
                writeln!(out, "      {label}: {}", words(span))?;
            }
        }
        let part = row.part_of.map_or(String::new(), |whole| {
            format!("; part of {}", found.figures[whole].surface)
        });
        writeln!(out, "      {}{part}", row.rule)?;
    }
    Ok(())
}

fn bounds(row: &Row) -> String {
    let number = |value: &Option<Value>| {
        value
            .as_ref()
            .map_or("…".to_owned(), |value| value.0.to_string())
    };
    match (number(&row.low), number(&row.high)) {
        (low, high) if low == high => low,
        (low, high) => format!("{low} to {high}"),
    }
}
