//! Records of prepared text, one JSON object in each line: `{"id": …, "title": …, "text": …}`.

use crate::article::{Source, keep};
use crate::declared::{Declared, UnknownKeys};
use crate::document::{Document, Dropped};
use crate::error::{ReadError, ReadErrorKind};
use crate::line::Line;
use serde_json::Value;

/// One document for each record of these lines, the first of which is number `first` of the file. Lines of a record's
/// text are its paragraphs; nothing is cleaned.
pub(crate) fn read(
    file: &str,
    text: &str,
    first: u32,
) -> Result<Vec<(Document, Declared)>, ReadError> {
    (first..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| record(file, number, line))
        .collect()
}

fn record(file: &str, number: u32, line: &str) -> Result<(Document, Declared), ReadError> {
    let wrong = |what: String| {
        ReadError {
        file: file.to_owned(),
        line: Some(number),
        kind: ReadErrorKind::Record,
        what,
        remedy: "each line must be one object with a `text`, as in {\"id\": \"a1\", \"title\": \"…\", \"text\": \"…\"}"
            .to_owned(),
    }
    };
    let value: Value =
        serde_json::from_str(line).map_err(|error| wrong(format!("expected JSON: {error}")))?;
    let Value::Object(fields) = value else {
        return Err(wrong("expected an object".to_owned()));
    };
    let Some(text) = fields.get("text").and_then(Value::as_str) else {
        return Err(wrong("the record has no `text`".to_owned()));
    };
    let declared = Declared::read(&fields, "record", UnknownKeys::Ignore);
    let mut document = keep(Source {
        name: file,
        lines: paragraphs(text, number),
        cut: Vec::<Dropped>::new(),
        known: declared.known(),
    });
    document.id = format!("{}-{number}", document.id);
    Ok((document, declared))
}

fn paragraphs(text: &str, number: u32) -> Vec<Line> {
    text.lines()
        .map(|line| Line::prepared(number, line))
        .filter(|line| !line.text.is_empty())
        .collect()
}
