//! `tawarikh check`: what was understood of each document, and every line that was dropped.

use std::io::{BufWriter, Write};

use serde::Serialize;
use tawarikh_ingest::{Certainty, Document, Inferred};

use crate::failure::Failure;
use crate::input;

/// What to check.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    from: crate::InputArgument,
    /// Print a JSON object a document.
    #[arg(long)]
    json: bool,
    /// Exit with 1 where a file can't be read or a document has findings.
    #[arg(long)]
    strict: bool,
}

/// One document's findings, for `--json`.
#[derive(Serialize)]
struct Checked {
    id: String,
    source: String,
    title: Option<Value>,
    authors: Vec<Value>,
    outlet: Option<Value>,
    date: Option<Value>,
    url: Option<Value>,
    paragraphs: usize,
    dropped: Vec<DroppedLine>,
    findings: Vec<FindingLine>,
}

/// A value with its source.
#[derive(Serialize)]
struct Value {
    value: String,
    how: &'static str,
    certainty: &'static str,
}

/// A line that is not part of any document's text.
#[derive(Serialize)]
struct DroppedLine {
    line: u32,
    reason: &'static str,
    text: String,
}

/// Something that a person should look at.
#[derive(Serialize)]
struct FindingLine {
    line: Option<u32>,
    code: &'static str,
    text: String,
    remedy: String,
}

/// Reads the input and prints what was understood.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut input = input::read(arguments.from.input.as_deref())?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    let (mut read, mut doubtful) = (0, 0);
    let mut documents = input.documents();
    for document in documents.by_ref().flatten() {
        read += 1;
        let checked = checked(document);
        doubtful += usize::from(!checked.findings.is_empty());
        if arguments.json {
            serde_json::to_writer(&mut out, &checked).map_err(std::io::Error::from)?;
            writeln!(out)?;
        } else {
            print(&checked, &mut out)?;
        }
    }
    out.flush()?;
    input.settle(read, documents)?;
    doubtful += input.unread();
    input.left_out().for_each(|line| eprintln!("{line}"));
    if arguments.strict && doubtful > 0 {
        Err(Failure::Strict { count: doubtful })
    } else {
        Ok(())
    }
}

fn checked(document: Document) -> Checked {
    Checked {
        title: document.title.map(value),
        authors: document.authors.into_iter().map(value).collect(),
        outlet: document.outlet.map(value),
        date: document.published.map(|date| {
            value(Inferred {
                value: date.value.edtf(),
                how: date.how,
                certainty: date.certainty,
            })
        }),
        url: document.url.map(value),
        paragraphs: document.paragraphs.len(),
        dropped: document
            .dropped
            .into_iter()
            .map(|dropped| DroppedLine {
                line: dropped.line,
                reason: dropped.reason,
                text: dropped.text,
            })
            .collect(),
        findings: document
            .findings
            .into_iter()
            .map(|finding| FindingLine {
                line: finding.line,
                code: finding.code,
                text: finding.text,
                remedy: finding.remedy,
            })
            .collect(),
        id: document.id,
        source: document.source,
    }
}

fn value(inferred: Inferred<String>) -> Value {
    let certainty = match inferred.certainty {
        Certainty::Given => "given",
        Certainty::Inferred => "inferred",
    };
    Value {
        value: inferred.value,
        how: inferred.how,
        certainty,
    }
}

fn print(checked: &Checked, out: &mut impl Write) -> std::io::Result<()> {
    let line = |value: &Value| format!("{}  ({}, {})", value.value, value.certainty, value.how);
    let known = |value: &Option<Value>| value.as_ref().map_or_else(|| "unknown".into(), line);
    writeln!(out, "{}  from {}", checked.id, checked.source)?;
    writeln!(out, "  title    {}", known(&checked.title))?;
    match checked.authors.is_empty() {
        true => writeln!(out, "  author   unknown")?,
        false => checked
            .authors
            .iter()
            .try_for_each(|author| writeln!(out, "  author   {}", line(author)))?,
    }
    writeln!(out, "  outlet   {}", known(&checked.outlet))?;
    writeln!(out, "  date     {}", known(&checked.date))?;
    writeln!(out, "  address  {}", known(&checked.url))?;
    writeln!(
        out,
        "  {} paragraphs kept, {} lines dropped",
        checked.paragraphs,
        checked.dropped.len()
    )?;
    for dropped in &checked.dropped {
        writeln!(
            out,
            "    dropped line {}  {}  {}",
            dropped.line, dropped.reason, dropped.text
        )?;
    }
    for finding in &checked.findings {
        let place = finding
            .line
            .map_or_else(String::new, |line| format!(" line {line}"));
        writeln!(
            out,
            "    finding{place}  {}  {}; {}",
            finding.code, finding.text, finding.remedy
        )?;
    }
    writeln!(out)
}
