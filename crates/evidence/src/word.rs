//! The words of names and of texts, in the one form in which they are compared.

use std::ops::Range;
use std::sync::LazyLock;

use tawarikh_arabic::clitic::split_prefixes;
use tawarikh_arabic::{Token, TokenKind, fold, tokens};

use crate::lookup::WordSet;
use crate::table;

/// A word of a text and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// The form for comparing.
    pub key: String,
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// Whether it may be part of a name together with the word before it: nothing but blanks or a hyphen stands between.
    pub continues: bool,
    /// Where glued particles may end, besides the beginning.
    pub splits: Vec<Split>,
    /// A rest of two letters behind particles: a word only where a name goes on from it, as in وأم درمان and بتل أبيض.
    pub stub: Option<Split>,
}

/// One way to take the particles off a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Split {
    /// The form of the rest for comparing.
    pub key: String,
    /// Where the rest begins in the text.
    pub start: usize,
}

impl Word {
    /// The forms in which it may be compared, with where each begins in the text: as it stands, then without particles.
    pub fn readings(&self) -> impl Iterator<Item = (&str, usize)> {
        let whole = (self.key.as_str(), self.span.start);
        let splits = self.splits.iter();
        std::iter::once(whole).chain(splits.map(|split| (split.key.as_str(), split.start)))
    }

    /// Whether it is one of these words, with particles or without.
    pub fn is_one(&self, is: impl Fn(&str) -> bool) -> bool {
        self.readings().any(|(key, _)| is(key))
    }
}

/// The index of the word behind a byte, from the word `at` on.
pub(crate) fn word_behind(words: &[Word], byte: usize, at: usize) -> usize {
    at + words[at..].partition_point(|word| word.span.end <= byte)
}

/// The indices of the words of which some bytes have a part.
pub(crate) fn words_of(words: &[Word], bytes: &Range<usize>) -> Range<usize> {
    let first = words.partition_point(|word| word.span.end <= bytes.start);
    let behind = words.partition_point(|word| word.span.start < bytes.end);
    first..behind
}

/// The words that look like a particle and a place, from `data/whole.tsv`.
static WHOLE: LazyLock<WordSet<&str>> =
    LazyLock::new(|| table::keys(include_str!("../data/whole.tsv")));

/// The words and numbers of a text. A line end parts names: it is the border of headings and paragraphs.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut continues = false;
    let mut end = 0;
    for token in tokens(text) {
        continues &= !text[end..token.span.start].contains('\n');
        end = token.span.end;
        match token.kind {
            TokenKind::Word | TokenKind::Number => {
                words.push(word(&token, continues));
                continues = true;
            }
            TokenKind::Punctuation | TokenKind::Symbol => continues &= is_hyphen(token.text),
        }
    }
    words
}

/// The forms of a name's words for comparing.
pub(crate) fn keys(name: &str) -> Vec<String> {
    let words =
        tokens(name).filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number));
    words.map(|token| key(fold(token.text))).collect()
}

fn word(token: &Token<'_>, continues: bool) -> Word {
    let folded = fold(token.text);
    let mut splits = Vec::new();
    let mut stub = None;
    if !WHOLE.contains(folded.as_str()) {
        for (bytes, rest) in split_prefixes(token.text).into_iter().skip(1) {
            match split(token, bytes, rest) {
                // Shorter rests are more often a part of the word: بكر is not ب and كر. A quarter may stand behind any: بحي.
                Some(short) if short.key.chars().count() <= 2 && short.key != "حي" => {
                    stub = Some(short);
                }
                long => splits.extend(long),
            }
        }
    }
    Word {
        key: key(folded),
        span: token.span.clone(),
        continues,
        splits,
        stub,
    }
}

/// The rest after particles. The article is a part of its name, so it is never split off; after لل, where it has lost its
/// alef, it is given back, and what is left begins at the second ل.
fn split(token: &Token<'_>, bytes: usize, rest: &str) -> Option<Split> {
    let particles = fold(&token.text[..bytes]);
    let start = token.span.start + bytes;
    if particles.ends_with("لل") {
        let second_lam = token.text[..bytes].rfind('ل')?;
        return Some(Split {
            key: key(format!("ال{}", fold(rest))),
            start: token.span.start + second_lam,
        });
    }
    (!particles.ends_with("ال")).then(|| Split {
        key: key(fold(rest)),
        start,
    })
}

/// One form for the cases of a name: أبو, أبي, أبا; المسلمون, المسلمين.
fn key(folded: String) -> String {
    match folded.as_str() {
        "ابي" | "ابا" => "ابو".to_owned(),
        word => match word.strip_suffix("ون") {
            Some(stem) if stem.starts_with("ال") && stem.chars().count() > 4 => {
                format!("{stem}ين")
            }
            _ => folded,
        },
    }
}

fn is_hyphen(text: &str) -> bool {
    matches!(text, "-" | "‐" | "‑" | "–" | "ـ" | "'" | "’" | "ʿ" | "ʾ")
}
