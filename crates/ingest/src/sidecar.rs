//! `NAME.toml` beside a file: overrides anything that is read from the file.

use crate::declared::{Declared, UnknownKeys, from_toml};
use crate::error::{ReadError, ReadErrorKind};
use serde_json::{Map, Value};

/// Statements for the articles of one file: the top keys for the first, `[document-2]` and so on for further ones.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sidecar {
    fields: Map<String, Value>,
}

impl Sidecar {
    /// Parses the sidecar of `file`.
    pub(crate) fn parse(file: &str, text: &str) -> Result<Sidecar, ReadError> {
        let table = text.parse::<toml::Table>().map_err(|error| ReadError {
            file: name(file),
            line: error.span().map(|span| line_of(text, span.start)),
            kind: ReadErrorKind::Sidecar,
            what: format!("expected TOML: {}", error.message()),
            remedy: "write lines such as title = \"…\", date = 2019-03-23".to_owned(),
        })?;
        Ok(Sidecar {
            fields: from_toml(table),
        })
    }

    /// What it states about the article of this place, from 0.
    pub(crate) fn of(&self, place: usize) -> Declared {
        let further = self
            .fields
            .get(&format!("document-{}", place + 1))
            .and_then(Value::as_object);
        match (place, further) {
            (0, _) => Declared::read(&self.fields, "sidecar", UnknownKeys::Report),
            (_, Some(fields)) => Declared::read(fields, "sidecar", UnknownKeys::Report),
            (_, None) => Declared::default(),
        }
    }
}

/// The sidecar's own name.
fn name(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    format!("{stem}.toml")
}

/// The line, from 1, that holds a byte.
pub(crate) fn line_of(text: &str, byte: usize) -> u32 {
    let before = text
        .as_bytes()
        .iter()
        .take(byte)
        .filter(|&&byte| byte == b'\n')
        .count();
    u32::try_from(before + 1).unwrap_or(u32::MAX)
}
