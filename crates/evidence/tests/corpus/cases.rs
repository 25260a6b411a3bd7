//! Case files: lines with marks in them.

use std::ops::Range;
use std::path::Path;

/// The text of a case file.
pub fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/corpus/evidence")
        .join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The cases of a file: its lines without comments and blanks.
pub fn cases(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// A marked piece of a case.
pub struct Mark {
    /// What opens it: ⟦ or ‹.
    pub sign: char,
    /// Its bytes in the text without marks.
    pub span: Range<usize>,
}

/// A case without its marks and what they say behind `|`, and what is marked in it, in order. `\n` in a case is a line break.
pub fn unmarked(case: &str) -> (String, Vec<Mark>) {
    let case = case.replace("\\n", "\n");
    let (mut text, mut marks, mut rest) = (String::new(), Vec::new(), case.as_str());
    while let Some(at) = rest.find(['⟦', '‹']) {
        text.push_str(&rest[..at]);
        let sign = rest[at..].chars().next().unwrap();
        let inside = &rest[at + sign.len_utf8()..];
        let close = inside.find(['⟧', '›']).expect("a closing mark");
        let words = inside[..close].split('|').next().unwrap_or_default();
        marks.push(Mark {
            sign,
            span: text.len()..text.len() + words.len(),
        });
        text.push_str(words);
        rest = &inside[close + '⟧'.len_utf8()..];
    }
    (text + rest, marks)
}

/// Fails where cases differ, and lists them.
#[track_caller]
pub fn report(differences: &[String], all: usize) {
    assert!(all > 0, "no cases");
    assert!(
        differences.is_empty(),
        "{} of {all} cases differ:\n{}",
        differences.len(),
        differences.join("\n")
    );
}
