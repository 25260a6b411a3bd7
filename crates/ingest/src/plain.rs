//! Plain text to lines.

use crate::document::Dropped;
use crate::joint;
use crate::line::Line;
use crate::marks;

/// The lines of a text that stand for something, without Markdown remains, and the pictures cut from them.
///
/// `first` is the number of the text's first line in its file.
pub(crate) fn lines(text: &str, first: u32) -> (Vec<Line>, Vec<Dropped>) {
    let mut lines = Vec::new();
    let mut cut = Vec::new();
    let mut apart = true;
    for (number, raw) in (first..).zip(split(text)) {
        if raw.trim().is_empty() {
            apart = true;
            continue;
        }
        let stripped = marks::strip(raw);
        cut.extend(stripped.pictures.into_iter().map(|text| Dropped {
            line: number,
            text,
            reason: "picture",
        }));
        let mut line = Line::new(number, &stripped.text);
        line.markup = stripped.markup;
        line.links = stripped.links;
        if line.text.is_empty() {
            account(raw, number, &mut cut);
            continue;
        }
        line.apart = apart;
        apart = false;
        lines.push(line);
    }
    (joint::unwrap(lines), cut)
}

/// A line of which nothing is left and nothing was cut is itself left out by name.
fn account(raw: &str, number: u32, cut: &mut Vec<Dropped>) {
    if cut.last().is_none_or(|last| last.line != number) {
        cut.push(Dropped {
            line: number,
            text: raw.trim().to_owned(),
            reason: "separator",
        });
    }
}

/// Lines by any of the ways to end one: LF, CR LF, CR, and Unicode's line and paragraph separators.
fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}'])
        .scan(false, |after_return, piece| {
            // The LF of a CR LF ends no line of its own.
            let is_second_half = *after_return && piece == "\n";
            *after_return = piece.ends_with('\r');
            Some((!is_second_half).then_some(piece))
        })
        .flatten()
}
