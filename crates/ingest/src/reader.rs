//! The way from bytes to documents for each kind of file.

use crate::article::{Source, clean, keep};
use crate::declared::{Cleaning, Declared};
use crate::document::{Document, Dropped, Finding};
use crate::encoding;
use crate::error::{ReadError, ReadErrorKind};
use crate::front_matter;
use crate::html;
use crate::jsonl;
use crate::line::Line;
use crate::markdown::{self, Breaks};
use crate::plain;
use crate::sidecar::Sidecar;

/// Kinds of files that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// `.txt`, `.text`
    Text,
    /// `.md`, `.markdown`
    Markdown,
    /// `.html`, `.htm`, `.xhtml`
    Html,
    /// `.jsonl`, `.ndjson`
    Records,
}

impl FileKind {
    /// The kind that a file's name says; none for other files.
    pub fn of(name: &str) -> Option<FileKind> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(FileKind::Text),
            "md" | "markdown" => Some(FileKind::Markdown),
            "html" | "htm" | "xhtml" => Some(FileKind::Html),
            "jsonl" | "ndjson" => Some(FileKind::Records),
            _ => None,
        }
    }
}

/// Reads one file.
///
/// `name` is the file's name (its ending says the kind; its stem becomes the documents' id), `bytes` its content in
/// UTF-8, UTF-16 or an 8-bit encoding, `sidecar` the text of the `NAME.toml` beside it. One file may hold several
/// documents. Odd text is never an error but a [`Finding`].
///
/// # Errors
/// [`ReadError`] if the file is empty, not text, of an unknown kind, or if its front matter, a record or the sidecar
/// cannot be parsed.
pub fn read(name: &str, bytes: &[u8], sidecar: Option<&str>) -> Result<Vec<Document>, ReadError> {
    let kind = FileKind::of(name).ok_or_else(|| unknown_kind(name))?;
    let sidecar = match sidecar {
        Some(text) => Sidecar::parse(name, text)?,
        None => Sidecar::default(),
    };
    let label = (kind == FileKind::Html)
        .then(|| html::charset(bytes))
        .flatten();
    let decoded = encoding::decode(name, bytes, label)?;
    let mut documents = match kind {
        FileKind::Text | FileKind::Markdown => text(name, kind, &decoded.text, &sidecar)?,
        FileKind::Html => page(name, &decoded.text, &sidecar),
        FileKind::Records => records(name, &decoded.text, 1, &sidecar)?,
    };
    if let Some(first) = documents.first_mut() {
        first.findings.splice(0..0, decoded.findings);
    }
    Ok(documents)
}

fn unknown_kind(name: &str) -> ReadError {
    ReadError {
        file: name.to_owned(),
        line: None,
        kind: ReadErrorKind::UnknownKind,
        what: "the name's ending is none of .txt .md .html .htm .jsonl".to_owned(),
        remedy: "save it as one of these, or take it out of the folder".to_owned(),
    }
}

fn text(
    name: &str,
    kind: FileKind,
    text: &str,
    sidecar: &Sidecar,
) -> Result<Vec<Document>, ReadError> {
    let split = front_matter::split(name, text)?;
    let breaks = match split.declared {
        Some(_) => Breaks::Space,
        None => Breaks::Line,
    };
    let declared = sidecar.of(0).over(split.declared.unwrap_or_default());
    let (lines, cut) = match kind {
        FileKind::Markdown => markdown::lines(split.body, split.first, breaks),
        _ => plain::lines(split.body, split.first),
    };
    Ok(documents(name, lines, cut, declared, sidecar))
}

fn page(name: &str, text: &str, sidecar: &Sidecar) -> Vec<Document> {
    let page = html::read(text);
    let declared = sidecar.of(0).over(page.declared);
    documents(name, page.lines, page.cut, declared, sidecar)
}

fn documents(
    name: &str,
    lines: Vec<Line>,
    cut: Vec<Dropped>,
    declared: Declared,
    sidecar: &Sidecar,
) -> Vec<Document> {
    let source = Source {
        name,
        lines,
        cut,
        known: declared.known(),
    };
    let mut documents = match declared.cleaning_or(Cleaning::SavedPage) {
        Cleaning::None => vec![keep(source)],
        Cleaning::SavedPage => clean(source),
    };
    let mut declared = Some(declared);
    for (place, document) in documents.iter_mut().enumerate() {
        let stated = declared.take().unwrap_or_else(|| sidecar.of(place));
        stated.settle(document);
    }
    documents
}

/// Reads some lines of a `.jsonl` file that is too large to be held whole; `first` is the number of the first of them,
/// from 1. Together the parts give what [`read`] gives for the file, but for findings on records of one id in different
/// parts.
///
/// # Errors
/// [`ReadError`] if a line is no record.
pub fn read_records(name: &str, lines: &str, first: u32) -> Result<Vec<Document>, ReadError> {
    records(name, lines, first, &Sidecar::default())
}

fn records(
    name: &str,
    text: &str,
    first: u32,
    sidecar: &Sidecar,
) -> Result<Vec<Document>, ReadError> {
    let mut documents = Vec::new();
    for (place, (mut document, declared)) in jsonl::read(name, text, first)?.into_iter().enumerate()
    {
        let stated = if place == 0 {
            sidecar.of(0).over(declared)
        } else {
            declared
        };
        stated.settle(&mut document);
        documents.push(document);
    }
    report_twins(&mut documents);
    Ok(documents)
}

/// Two records of one id: said, not repaired, for links would go to the wrong one.
fn report_twins(documents: &mut [Document]) {
    let mut seen = std::collections::BTreeSet::new();
    for document in documents {
        if !seen.insert(document.id.clone()) {
            document.findings.push(Finding {
                line: document.paragraphs.first().map(|paragraph| paragraph.line),
                code: "same-id",
                text: format!("another record has the id `{}`", document.id),
                remedy: "give every record an id of its own".to_owned(),
            });
        }
    }
}
