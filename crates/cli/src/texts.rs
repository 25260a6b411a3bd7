//! Texts on standard input as JSON lines, and what was found in each on standard output.

use std::io::{BufRead, BufWriter, Write};
use std::ops::Range;

use serde::{Deserialize, Serialize};
use tawarikh_calendar::{Day, When};
use tawarikh_evidence::{Gazetteer, base_names};
use tawarikh_timex::Context;

use crate::failure::Failure;

/// A line of the input.
#[derive(Deserialize)]
pub struct Text {
    /// The caller's name for it, given back.
    pub id: String,
    /// The text.
    pub text: String,
    /// The text's own date as EDTF.
    pub dct: Option<String>,
}

impl Text {
    /// What is known of the text before it is read: its own date, or why that could not be read.
    pub fn context(&self) -> Result<Context, String> {
        let reference = self
            .dct
            .as_deref()
            .map(When::from_edtf)
            .transpose()
            .map_err(|error| format!("dct: {error}"))?;
        Ok(Context {
            reference,
            ..Context::default()
        })
    }
}

/// The standard output of a command that prints what it found in each text.
pub type Out = BufWriter<std::io::StdoutLock<'static>>;

/// Reads standard input to its end and gives each text to `print`; what it returns as an error names the line.
pub fn each(mut print: impl FnMut(Text, &mut Out) -> Result<(), Fault>) -> Result<(), Failure> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for (number, line) in std::io::stdin().lock().lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let text = serde_json::from_str(&line).map_err(|error| Fault::Text(error.to_string()));
        match text.and_then(|text| print(text, &mut out)) {
            Ok(()) => {}
            Err(Fault::Print(error)) => return Err(error.into()),
            Err(Fault::Text(reason)) => {
                let line = number + 1;
                return Err(Failure::Line { line, reason });
            }
        }
    }
    Ok(out.flush()?)
}

/// Tells people what was found in a text.
pub type Explain<T> = fn(&str, &T, &mut Out) -> std::io::Result<()>;

/// Reads standard input to its end and prints what `find` finds in each text: a line of JSON, or what `explain` makes of it.
pub fn tell<T: Serialize>(
    explain: Option<Explain<T>>,
    find: impl Fn(&Text) -> Result<T, String>,
) -> Result<(), Failure> {
    each(|text, out| {
        let found = find(&text)?;
        match explain {
            Some(explain) => explain(&text.text, &found, out)?,
            None => print_json(&found, out)?,
        }
        Ok(())
    })
}

/// The names that every archive knows.
pub fn base() -> Gazetteer {
    // The base has no faults: a test of its crate says so.
    Gazetteer::new(base_names()).unwrap_or_default()
}

/// Why a text was not told of.
pub enum Fault {
    /// The line is not what it must be.
    Text(String),
    /// It could not be printed.
    Print(std::io::Error),
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        Fault::Print(error)
    }
}

impl From<String> for Fault {
    fn from(reason: String) -> Self {
        Fault::Text(reason)
    }
}

/// Prints a value as one line of JSON.
pub fn print_json(value: &impl Serialize, out: &mut impl Write) -> std::io::Result<()> {
    serde_json::to_writer(&mut *out, value).map_err(std::io::Error::from)?;
    writeln!(out)
}

/// A day as ISO 8601 writes it; nothing for the end of time that is open.
pub fn day(day: Day) -> Option<String> {
    day.is_finite().then(|| When::day(day).edtf())
}

/// How many Unicode scalar values stand before each byte of a text that begins one.
pub struct Scalars {
    /// The number before every [`STEP`]-th byte.
    steps: Vec<usize>,
}

const STEP: usize = 256;

impl Scalars {
    /// Counts the text's scalar values once.
    pub fn of(text: &str) -> Scalars {
        let mut steps = vec![0];
        for chunk in text.as_bytes().chunks(STEP) {
            let before = steps.last().copied().unwrap_or_default();
            steps.push(before + chunk.iter().filter(|byte| begins(**byte)).count());
        }
        Scalars { steps }
    }

    /// The number before byte `at` of the same text.
    pub fn before(&self, text: &str, at: usize) -> usize {
        let step = at / STEP;
        let rest = &text.as_bytes()[step * STEP..at];
        self.steps[step] + rest.iter().filter(|byte| begins(**byte)).count()
    }

    /// A span of bytes as a span of scalar values.
    pub fn span(&self, text: &str, bytes: &Range<usize>) -> Span {
        Span {
            start: self.before(text, bytes.start),
            end: self.before(text, bytes.end),
        }
    }
}

/// Whether a byte of UTF-8 begins a scalar value.
fn begins(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

/// A part of a text in Unicode scalar values.
#[derive(Clone, Copy, Serialize)]
pub struct Span {
    /// The first.
    pub start: usize,
    /// The one behind the last.
    pub end: usize,
}
