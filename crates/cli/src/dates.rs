//! `tawarikh dates`: the date tagger on a stream of texts.

use std::io::Write;

use serde::Serialize;
use tawarikh_calendar::When;
use tawarikh_timex::Mention;

use crate::failure::Failure;
use crate::texts::{Explain, Out, Scalars, Span, Text, day, tell};

/// How to print.
#[derive(clap::Args)]
pub struct Arguments {
    /// For people: each expression with its value, how it was resolved and the rule.
    #[arg(long)]
    explain: bool,
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
    tell(arguments.explain.then_some(explain as Explain<Tagged>), tag)
}

fn tag(text: &Text) -> Result<Tagged, String> {
    let mentions = tawarikh_timex::tag(&text.text, &text.context()?);
    let scalars = Scalars::of(&text.text);
    Ok(Tagged {
        timex: mentions
            .into_iter()
            .map(|mention| timex(&text.text, mention, &scalars))
            .collect(),
        id: text.id.clone(),
    })
}

fn timex(text: &str, mention: Mention, scalars: &Scalars) -> Timex {
    let days = mention.when.map(|when| when.interval);
    let Span { start, end } = scalars.span(text, &mention.span);
    Timex {
        start,
        end,
        surface: text[mention.span.clone()].to_owned(),
        r#type: mention.kind.id(),
        value: mention.value,
        start_date: days.and_then(|days| day(days.first)),
        end_date: days.and_then(|days| day(days.last)),
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

/// For each expression a line with what it is and the days it holds, one with how and by which rule, one for each doubt.
fn explain(_: &str, tagged: &Tagged, out: &mut Out) -> std::io::Result<()> {
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
