//! `tawarikh dates`: the date tagger on a stream of texts.

use std::io::{BufRead, BufWriter, Write};

use serde::{Deserialize, Serialize};
use tawarikh_calendar::{Interval, When};
use tawarikh_timex::{Context, Mention};

use crate::failure::Failure;

/// How to print.
#[derive(clap::Args)]
pub struct Arguments {
    /// For people: each expression with its value, how it was resolved and the rule.
    #[arg(long)]
    explain: bool,
}

/// A line of the input.
#[derive(Deserialize)]
struct Text {
    id: String,
    text: String,
    /// The text's own date as EDTF.
    dct: Option<String>,
}

/// A line of the output.
#[derive(Serialize)]
struct Tagged {
    id: String,
    timex: Vec<Timex>,
}

/// One expression; offsets count Unicode scalar values.
#[derive(Serialize)]
struct Timex {
    start: usize,
    end: usize,
    surface: String,
    r#type: &'static str,
    value: String,
    start_date: Option<String>,
    end_date: Option<String>,
    precision: Option<&'static str>,
    how: &'static str,
    rule: &'static str,
    conflict: Vec<Conflict>,
}

/// A doubt with what the expression may mean.
#[derive(Serialize)]
struct Conflict {
    code: &'static str,
    readings: Vec<String>,
}

/// Reads standard input to its end.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for (number, line) in std::io::stdin().lock().lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let tagged = tag(&line).map_err(|reason| Failure::Line {
            line: number + 1,
            reason,
        })?;
        if arguments.explain {
            explain(&tagged, &mut out)?;
        } else {
            serde_json::to_writer(&mut out, &tagged).map_err(std::io::Error::from)?;
            writeln!(out)?;
        }
    }
    Ok(out.flush()?)
}

fn tag(line: &str) -> Result<Tagged, String> {
    let Text { id, text, dct } = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let reference = dct
        .as_deref()
        .map(When::from_edtf)
        .transpose()
        .map_err(|error| format!("dct: {error}"))?;
    let mentions = tawarikh_timex::tag(
        &text,
        &Context {
            reference,
            ..Context::default()
        },
    );
    let mut at = Place::default();
    Ok(Tagged {
        id,
        timex: mentions
            .into_iter()
            .map(|mention| timex(&text, mention, &mut at))
            .collect(),
    })
}

/// A byte offset with the number of scalar values before it; it only moves on.
#[derive(Default)]
struct Place {
    byte: usize,
    scalar: usize,
}

impl Place {
    fn advance(&mut self, text: &str, byte: usize) -> usize {
        self.scalar += text[self.byte..byte].chars().count();
        self.byte = byte;
        self.scalar
    }
}

fn timex(text: &str, mention: Mention, at: &mut Place) -> Timex {
    let days = mention.when.map(|when| when.interval);
    Timex {
        start: at.advance(text, mention.span.start),
        end: at.advance(text, mention.span.end),
        surface: text[mention.span.clone()].to_owned(),
        r#type: mention.kind.id(),
        value: mention.value,
        start_date: days.and_then(first_day),
        end_date: days.and_then(last_day),
        precision: mention.when.map(|when| when.precision.id()),
        how: mention.how.id(),
        rule: mention.rule,
        conflict: mention
            .findings
            .iter()
            .map(|finding| Conflict {
                code: finding.code.id(),
                readings: finding.readings.iter().map(When::edtf).collect(),
            })
            .collect(),
    }
}

fn first_day(days: Interval) -> Option<String> {
    days.first.is_finite().then(|| When::day(days.first).edtf())
}

fn last_day(days: Interval) -> Option<String> {
    days.last.is_finite().then(|| When::day(days.last).edtf())
}

/// For each expression a line with what it is and the days it holds, one with how and by which rule, one for each doubt.
fn explain(tagged: &Tagged, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(out, "{}", tagged.id)?;
    for timex in &tagged.timex {
        let Timex { start, end, .. } = timex;
        writeln!(out, "  {start}–{end}  {}", one_line(&timex.surface))?;
        writeln!(
            out,
            "      {} {}: {}",
            timex.r#type,
            timex.value,
            days(timex)
        )?;
        writeln!(out, "      {}", reason(timex))?;
        for conflict in &timex.conflict {
            writeln!(
                out,
                "      doubt {}: {}",
                conflict.code,
                conflict.readings.join(" or ")
            )?;
        }
    }
    Ok(())
}

/// An expression may run over the end of a line.
fn one_line(surface: &str) -> String {
    surface.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn days(timex: &Timex) -> String {
    let side = |day: &Option<String>| day.clone().unwrap_or_else(|| "…".into());
    match (&timex.start_date, &timex.end_date) {
        (None, None) => "no place on the axis".to_owned(),
        (first, last) if first == last => side(first),
        (first, last) => format!("{} to {}", side(first), side(last)),
    }
}

/// How it was placed, the rule's id, and the rule in words.
fn reason(timex: &Timex) -> String {
    match tawarikh_timex::explain(timex.rule) {
        Some(rule) => format!(
            "{}; {}: {} ({})",
            timex.how, rule.id, rule.english, rule.arabic
        ),
        None => format!("{}; {}", timex.how, timex.rule),
    }
}
