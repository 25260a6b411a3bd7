//! Words of the archive that something typed may be meant for: longer ones, and corrections.

use tawarikh_arabic::{TokenKind, fold, is_stop_word, keys, tokens};

use crate::expand::{expand, families_beginning};
use crate::order;
use crate::query::Term;
use crate::reader::Reader;
use crate::slip::slip;

/// A word of the documents with how many of them hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggested {
    /// As it is written.
    pub word: String,
    /// Documents that hold it.
    pub documents: u32,
}

/// Families that are looked at for one beginning.
const MOST_FAMILIES: usize = 1024;
/// How like a word's stem those of its corrections must be.
const LEAST_LIKENESS: f32 = 0.25;
/// Stems that are looked at for corrections.
const MOST_NEIGHBOURS: usize = 24;
/// Letters that a word must have before it is corrected.
const SHORTEST: usize = 3;
impl Reader {
    /// The words of the documents that begin as `typed` does, with or without the article, the most frequent first.
    #[must_use]
    pub fn completions(&self, typed: &str, limit: usize) -> Vec<Suggested> {
        let prefix = fold(typed);
        let mut found: Vec<Suggested> = Vec::new();
        for family in families_beginning(self.dictionary(), &prefix, MOST_FAMILIES) {
            for form in &family.forms {
                let Some(word) = family.surface(*form, self.dictionary().affixes) else {
                    continue;
                };
                let folded = fold(&word);
                let bare = folded.strip_prefix("ال").unwrap_or(&folded);
                if folded != prefix && (folded.starts_with(&prefix) || bare.starts_with(&prefix)) {
                    found.push(Suggested {
                        word,
                        documents: form.documents,
                    });
                }
            }
        }
        let key =
            |(suggested, index): (&Suggested, u32)| order::most_first(suggested.documents, index);
        let mut keys: Vec<u64> = found.iter().zip(0..).map(key).collect();
        keys.sort_unstable();
        let mut best: Vec<Suggested> = Vec::new();
        for suggested in keys
            .iter()
            .filter_map(|key| found.get(order::id(*key) as usize))
        {
            if best.len() == limit {
                break;
            }
            let same = |other: &Suggested| fold(&other.word) == fold(&suggested.word);
            if !best.iter().any(same) {
                best.push(suggested.clone());
            }
        }
        best
    }

    /// Whether the documents hold a word in any of its forms, or it is one that every text has.
    #[must_use]
    pub fn knows(&self, word: &str) -> bool {
        let term = Term::whole(keys(word));
        is_stop_word(&term.keys.folded) || expand(self, &term).has_forms()
    }

    /// The word of the documents that a word which they do not have is most likely meant for.
    #[must_use]
    pub fn correction(&self, word: &str) -> Option<String> {
        let keys = keys(word);
        let mut best: Option<(u32, u32, String)> = None;
        let neighbours = self
            .grams()
            .neighbours(&keys.stem, LEAST_LIKENESS, MOST_NEIGHBOURS);
        let near = neighbours
            .iter()
            .filter_map(|near| self.dictionary().get(near.family));
        for family in near.chain(self.one_slip_away(&keys.folded)) {
            for form in &family.forms {
                let Some(surface) = family.surface(*form, self.dictionary().affixes) else {
                    continue;
                };
                let folded = fold(&surface);
                // Words that every text has are not what is looked for.
                let distance = slip(&keys.folded, &folded).filter(|_| !is_stop_word(&folded));
                let Some(distance) = distance else {
                    continue;
                };
                let rank = (distance, !form.documents);
                if best
                    .as_ref()
                    .is_none_or(|(distance, rest, _)| rank < (*distance, *rest))
                {
                    best = Some((rank.0, rank.1, surface));
                }
            }
        }
        best.map(|(_, _, surface)| surface)
    }

    /// Corrects the words of a query that the documents do not have: each with its bytes in `query` and what comes in its
    /// place. `other` may know corrections that the documents do not hold.
    #[must_use]
    pub fn corrections(
        &self,
        query: &str,
        other: impl Fn(&str) -> Option<String>,
    ) -> Vec<(std::ops::Range<usize>, String)> {
        let words = tokens(query).filter(|token| token.kind == TokenKind::Word);
        let is_field = |end: usize| query.get(end..).is_some_and(|rest| rest.starts_with(':'));
        let unknown = words.filter(|token| {
            token.text.chars().count() >= SHORTEST
                && !is_field(token.span.end)
                && !self.knows(token.text)
        });
        let corrected = unknown.take(MOST_CORRECTED).filter_map(|token| {
            let better = other(token.text).or_else(|| self.correction(token.text))?;
            (fold(&better) != fold(token.text)).then_some((token.span, better))
        });
        corrected.collect()
    }
}

/// Words of a query that are corrected.
const MOST_CORRECTED: usize = 8;
