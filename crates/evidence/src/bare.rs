//! A folded word without the particles that are written on its front.

use crate::lookup::WordSet;

/// One way to read a folded word as particles and the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bare<'w> {
    /// Whether و or ف stands first.
    pub and: bool,
    /// ب, ل or ك before the rest.
    pub preposition: Option<char>,
    /// Whether it has the article.
    pub article: bool,
    /// What is left.
    pub rest: &'w str,
}

impl Bare<'_> {
    /// How many letters the particles have, the article not counted. Of لل the second letter is the article's.
    pub fn letters(&self) -> usize {
        usize::from(self.and) + usize::from(self.preposition.is_some())
    }
}

/// A folded word without the و or ف that joins it to what is before; taken off of any word that begins so.
pub(crate) fn unjoined(folded: &str) -> &str {
    folded.strip_prefix(['و', 'ف']).unwrap_or(folded)
}

/// The readings of a folded word, the one with the fewest particles first; a rest has at least two letters.
pub(crate) fn readings(folded: &str) -> impl Iterator<Item = Bare<'_>> {
    let conjunctions = [
        Some((false, folded)),
        folded.strip_prefix(['و', 'ف']).map(|rest| (true, rest)),
    ];
    conjunctions
        .into_iter()
        .flatten()
        .flat_map(|(and, word)| prepositions(and, word))
        .filter(|bare| bare.rest.len() > "و".len())
}

/// Whether a folded word is one of a list, with particles or without.
pub(crate) fn is_one_of(folded: &str, list: &WordSet<String>) -> bool {
    readings(folded).any(|bare| list.contains(bare.rest))
}

/// The same of a word without the article.
pub(crate) fn is_indefinite_of(folded: &str, list: &WordSet<String>) -> bool {
    readings(folded).any(|bare| !bare.article && list.contains(bare.rest))
}

fn prepositions(and: bool, word: &str) -> impl Iterator<Item = Bare<'_>> {
    let bare = move |preposition, article, rest| Bare {
        and,
        preposition,
        article,
        rest,
    };
    let first = word.chars().next().filter(|c| matches!(c, 'ب' | 'ل' | 'ك'));
    let behind = first.map(|c| &word[c.len_utf8()..]);
    [
        Some(bare(None, false, word)),
        word.strip_prefix("ال").map(|rest| bare(None, true, rest)),
        behind.map(|rest| bare(first, false, rest)),
        behind
            .and_then(|rest| rest.strip_prefix("ال"))
            .map(|rest| bare(first, true, rest)),
        word.strip_prefix("لل")
            .map(|rest| bare(Some('ل'), true, rest)),
    ]
    .into_iter()
    .flatten()
}
