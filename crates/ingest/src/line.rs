//! One line, or one block, of a source: what every reader hands to the cleaning.

use crate::document::ParagraphKind;
use crate::words::{Word, words};

/// A hyperlink that stood in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) text: String,
    pub(crate) target: String,
}

/// A stretch of the source that is kept or dropped as a whole.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    /// First and last line in the source, from 1.
    pub(crate) first: u32,
    pub(crate) last: u32,
    /// Clean text: no markup, no white space at the ends, single spaces.
    pub(crate) text: String,
    /// What the markup says it is; none in plain text.
    pub(crate) markup: Option<ParagraphKind>,
    /// Whether an empty line, or the start of the text, stands before it.
    pub(crate) apart: bool,
    pub(crate) links: Vec<Link>,
    pub(crate) words: Vec<Word>,
}

/// Words from which on a line with a final stop is a paragraph of running text.
const PROSE: usize = 12;
/// Words from which on it is one without a stop, too.
const LONG_PROSE: usize = 25;

impl Line {
    pub(crate) fn new(first: u32, text: &str) -> Line {
        let text = clean(text);
        Line {
            first,
            last: first,
            words: words(&text),
            text,
            markup: None,
            apart: false,
            links: Vec::new(),
        }
    }

    /// A line of prepared text: its words are not looked at.
    pub(crate) fn prepared(first: u32, text: &str) -> Line {
        Line {
            first,
            last: first,
            text: clean(text),
            markup: None,
            apart: false,
            links: Vec::new(),
            words: Vec::new(),
        }
    }

    /// The last character that is not a closing quotation mark, bracket or space.
    pub(crate) fn final_mark(&self) -> Option<char> {
        self.text
            .trim_end_matches(|c: char| c.is_whitespace() || is_closing(c))
            .chars()
            .next_back()
    }

    /// Ends in a full stop or an ellipsis, as sentences do and headlines do not.
    pub(crate) fn is_stopped(&self) -> bool {
        matches!(self.final_mark(), Some('.' | '…' | '۔'))
    }

    /// Ends in any mark that ends a sentence.
    pub(crate) fn is_ended(&self) -> bool {
        matches!(self.final_mark(), Some('.' | '…' | '۔' | '؟' | '?' | '!'))
    }

    pub(crate) fn is_question(&self) -> bool {
        matches!(self.final_mark(), Some('؟' | '?'))
    }

    /// Long enough to be a paragraph of running text.
    pub(crate) fn is_prose(&self) -> bool {
        let count = self.words.len();
        count >= LONG_PROSE || (count >= PROSE && self.is_ended())
    }

    /// Nothing but figures and signs.
    pub(crate) fn is_figures(&self) -> bool {
        !self.words.is_empty() && self.words.iter().all(|word| is_number(&word.key))
    }
}

/// A folded key that is a number.
pub(crate) fn is_number(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_digit()) && !key.contains(|c: char| c.is_alphabetic())
}

pub(crate) fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '”' | '»' | '’' | '\'' | ')' | ']' | '}' | '›' | '“'
    )
}

/// Single spaces, no control characters, nothing invisible at the ends.
fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() || c.is_control() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else {
            out.push(c);
        }
    }
    out.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
        .to_owned()
}

/// Zero-width and direction marks.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}')
}
