//! The law of reading a text file: no line is lost, and no letter of a line.

use std::collections::BTreeMap;
use tawarikh_ingest::Document;

/// The first line of `source` that is not accounted for, with what is wrong.
pub fn lost(source: &str, documents: &[Document]) -> Option<String> {
    (1..)
        .zip(source.lines())
        .filter(|(_, line)| !line.trim().is_empty())
        .find_map(|(number, line)| lost_line(number, line, documents))
}

fn lost_line(number: u32, line: &str, documents: &[Document]) -> Option<String> {
    let mut places = 0;
    let mut found = BTreeMap::new();
    for document in documents {
        for paragraph in &document.paragraphs {
            if (paragraph.line..=paragraph.last_line).contains(&number) {
                places += 1;
                count(&paragraph.text, &mut found);
            }
        }
        for dropped in document
            .dropped
            .iter()
            .filter(|dropped| dropped.line == number)
        {
            places += 1;
            count(&dropped.text, &mut found);
        }
    }
    if places == 0 {
        return Some(format!("line {number} is nowhere: {line}"));
    }
    let mut letters = BTreeMap::new();
    count(&without_targets(line), &mut letters);
    let missing = letters
        .iter()
        .find(|(letter, times)| found.get(letter).unwrap_or(&0) < times);
    missing.map(|(letter, _)| format!("line {number} has lost {letter:?}: {line}"))
}

fn count(text: &str, letters: &mut BTreeMap<char, usize>) {
    // Latin letters may be markup: only the others count.
    for letter in text
        .chars()
        .filter(|c| c.is_alphanumeric() && !c.is_ascii_alphabetic())
    {
        *letters.entry(letter).or_insert(0) += 1;
    }
}

/// The line without the addresses of its Markdown links, which become links and not text.
fn without_targets(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("](") {
        out.push_str(before);
        rest = after.split_once(')').map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out
}
