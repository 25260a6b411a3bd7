//! The pages of `tests/corpus/ingest`, read as `tests/corpus/ingest/README.md` says.

use std::path::{Path, PathBuf};
use tawarikh_ingest::{Document, ParagraphKind, read};

/// A page and what it must become.
struct Case {
    file: String,
    /// `key: value` lines of each document.
    documents: Vec<Vec<(String, String)>>,
    /// Fate of each line of the page; none for empty lines.
    fates: Vec<Option<char>>,
    page: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/ingest")
}

fn parse(text: &str) -> Case {
    let Some((head, page)) = text.split_once("\n---\n") else {
        panic!("no line --- before the page");
    };
    let mut case = Case {
        file: String::new(),
        documents: vec![Vec::new()],
        fates: Vec::new(),
        page: String::new(),
    };
    for line in head.lines().filter(|line| !line.starts_with('#')) {
        if line == "[2]" {
            case.documents.push(Vec::new());
        } else if let Some(file) = line.strip_prefix("file: ") {
            case.file = file.to_owned();
        } else if let Some((key, value)) = line.split_once(": ") {
            let stated = (key.to_owned(), value.trim().to_owned());
            case.documents
                .iter_mut()
                .last()
                .into_iter()
                .for_each(|last| last.push(stated.clone()));
        }
    }
    if case.file.ends_with(".html") {
        page.clone_into(&mut case.page);
        return case;
    }
    for line in page.lines() {
        let (fate, text) = match line.split_once('|') {
            Some((fate, text)) if fate.len() == 1 => (fate.chars().next(), text),
            _ => {
                assert!(line.trim().is_empty(), "no fate before: {line}");
                (None, "")
            }
        };
        case.fates.push(fate);
        case.page.push_str(text);
        case.page.push('\n');
    }
    case
}

fn said(document: &Document, key: &str) -> String {
    let text = match key {
        "title" => document.title.as_ref().map(|title| title.value.clone()),
        "outlet" => document.outlet.as_ref().map(|outlet| outlet.value.clone()),
        "url" => document.url.as_ref().map(|url| url.value.clone()),
        "date" => document.published.as_ref().map(|when| when.value.edtf()),
        "authors" => {
            let names: Vec<&str> = document
                .authors
                .iter()
                .map(|name| name.value.as_str())
                .collect();
            (!names.is_empty()).then(|| names.join("; "))
        }
        other => panic!("unknown key {other}"),
    };
    text.unwrap_or_else(|| "-".to_owned())
}

fn mark(kind: ParagraphKind) -> char {
    match kind {
        ParagraphKind::Body => 'B',
        ParagraphKind::Heading => 'H',
        ParagraphKind::Quote => 'Q',
        ParagraphKind::Caption => 'C',
        ParagraphKind::Item => 'I',
    }
}

/// What became of a line: its paragraph's mark, `J` for a paragraph's later lines, `D` if it was dropped.
fn fate(documents: &[Document], line: u32) -> Option<char> {
    for document in documents {
        for paragraph in &document.paragraphs {
            if paragraph.line == line {
                return Some(mark(paragraph.kind));
            }
            if paragraph.line < line && line <= paragraph.last_line {
                let is_dropped = document.dropped.iter().any(|dropped| dropped.line == line);
                return Some(if is_dropped { 'D' } else { 'J' });
            }
        }
        if document.dropped.iter().any(|dropped| dropped.line == line) {
            return Some('D');
        }
    }
    None
}

fn fits(expected: char, found: Option<char>) -> bool {
    match expected {
        'K' => matches!(found, Some('B' | 'H' | 'Q' | 'C' | 'I')),
        'M' => found == Some('D'),
        other => found == Some(other),
    }
}

fn failures(case: &Case) -> Vec<String> {
    let documents = match read(&case.file, case.page.as_bytes(), None) {
        Ok(documents) => documents,
        Err(error) => return vec![error.to_string()],
    };
    let mut failures = Vec::new();
    if documents.len() != case.documents.len() {
        failures.push(format!(
            "{} documents, not {}",
            documents.len(),
            case.documents.len()
        ));
    }
    for (document, expected) in documents.iter().zip(&case.documents) {
        for (key, value) in expected {
            let found = match key.as_str() {
                "has" | "lacks" => {
                    let stands = document
                        .paragraphs
                        .iter()
                        .any(|paragraph| paragraph.text.contains(value.as_str()));
                    if stands == (key == "has") {
                        value.clone()
                    } else {
                        format!("not so: {key}")
                    }
                }
                _ => said(document, key),
            };
            if found != *value {
                failures.push(format!("{}: {key}: {found}, expected {value}", document.id));
            }
        }
    }
    for ((number, expected), line) in (1..).zip(&case.fates).zip(case.page.lines()) {
        if let Some(expected) = expected {
            let found = fate(&documents, number);
            if !fits(*expected, found) {
                failures.push(format!(
                    "line {number}: {found:?}, expected {expected}: {line}"
                ));
            }
        }
    }
    failures
}

#[test]
fn every_page_becomes_what_its_case_says() {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder())
        .expect("tests/corpus/ingest")
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "case"))
        .collect();
    paths.sort();
    assert!(paths.len() >= 25, "the corpus has {} pages", paths.len());
    let mut report = String::new();
    for path in &paths {
        let text = std::fs::read_to_string(path).expect("a readable case");
        for failure in failures(&parse(&text)) {
            report.push_str(&format!(
                "{}: {failure}\n",
                path.file_stem().unwrap_or_default().to_string_lossy()
            ));
        }
    }
    assert!(report.is_empty(), "\n{report}");
}
