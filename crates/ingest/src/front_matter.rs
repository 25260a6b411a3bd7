//! Metadata at the top of a text file: TOML between `+++` lines, YAML between `---` lines.

use crate::declared::{Declared, UnknownKeys, from_toml};
use crate::error::{ReadError, ReadErrorKind};
use crate::sidecar::line_of;
use serde_json::{Map, Value};

/// A text without its front matter.
pub(crate) struct Split<'t> {
    /// What it states; none if there is no front matter.
    pub(crate) declared: Option<Declared>,
    pub(crate) body: &'t str,
    /// Number of the body's first line in the file.
    pub(crate) first: u32,
}

/// Takes the front matter off a text. A `---` line that opens none (a rule in a text) is left where it is.
pub(crate) fn split<'t>(file: &str, text: &'t str) -> Result<Split<'t>, ReadError> {
    let none = Split {
        declared: None,
        body: text,
        first: 1,
    };
    let Some((fence, start)) = fence(text) else {
        return Ok(none);
    };
    let Some((end, after)) = closing(text, start, fence) else {
        return match fence {
            "+++" => Err(error(
                file,
                1,
                "front matter begins with +++ and never ends".to_owned(),
            )),
            _ => Ok(none),
        };
    };
    let fields = match fence {
        "+++" => toml_fields(file, &text[start..end])?,
        _ => match yaml_fields(file, &text[start..end])? {
            Some(fields) => fields,
            None => return Ok(none),
        },
    };
    Ok(Split {
        declared: Some(Declared::read(&fields, "front-matter", UnknownKeys::Report)),
        body: &text[after..],
        first: line_of(text, after),
    })
}

/// The fence that a text begins with, and where its next line begins.
fn fence(text: &str) -> Option<(&'static str, usize)> {
    let end = text.find('\n')?;
    let first = text[..end].trim_end();
    ["+++", "---"]
        .into_iter()
        .find(|fence| *fence == first)
        .map(|fence| (fence, end + 1))
}

/// Where the closing fence's line begins and where the text after it begins.
fn closing(text: &str, start: usize, fence: &str) -> Option<(usize, usize)> {
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == fence || (fence == "---" && line.trim_end() == "...") {
            return Some((at, at + line.len()));
        }
        at += line.len();
    }
    None
}

fn toml_fields(file: &str, text: &str) -> Result<Map<String, Value>, ReadError> {
    let table = text.parse::<toml::Table>().map_err(|parse| {
        let line = parse.span().map_or(1, |span| line_of(text, span.start));
        error(
            file,
            line + 1,
            format!("front matter is not TOML: {}", parse.message()),
        )
    })?;
    Ok(from_toml(table))
}

/// The mapping, or none if the text between the rules is no mapping and so no front matter.
fn yaml_fields(file: &str, text: &str) -> Result<Option<Map<String, Value>>, ReadError> {
    let looks_so = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .is_some_and(|line| line.split_once(':').is_some_and(|(key, _)| is_key(key)));
    if !looks_so {
        return Ok(None);
    }
    match serde_saphyr::from_str::<Value>(text) {
        Ok(Value::Object(fields)) => Ok(Some(fields)),
        Ok(_) => Ok(None),
        Err(parse) => {
            let line = parse
                .location()
                .map_or(1, |location| u32::try_from(location.line()).unwrap_or(1));
            let what = parse.to_string();
            let what = what.lines().next().unwrap_or("no YAML");
            Err(error(
                file,
                line + 1,
                format!("front matter is not YAML: {what}"),
            ))
        }
    }
}

fn is_key(key: &str) -> bool {
    !key.is_empty()
        && key
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '"'))
}

fn error(file: &str, line: u32, what: String) -> ReadError {
    ReadError {
        file: file.to_owned(),
        line: Some(line),
        kind: ReadErrorKind::FrontMatter,
        what,
        remedy: "correct it, or take the fences away".to_owned(),
    }
}
