//! What a document is about, as a query that finds others like it.

use tawarikh_arabic::{Keys, TokenKind, is_stop_word, keys, tokens};

use crate::order;
use crate::query::Query;
use crate::rank::idf;
use crate::reader::Reader;

/// Words that stand for a document.
const MOST_TELLING: usize = 24;
/// Stems of a document that are looked up: those that it uses most.
const MOST_LOOKED_UP: usize = 96;
/// How many uses in the body one in the title is worth.
const TITLE: u32 = 3;
/// Letters that a stem must have.
const SHORTEST: usize = 2;

/// A stem of a document.
struct Used {
    keys: Keys,
    times: u32,
}

impl Reader {
    /// A query of the words that tell most of a text: those that it uses often and few documents have.
    #[must_use]
    pub fn telling(&self, title: &str, body: &str) -> Query {
        let mut used = Vec::new();
        count(title, TITLE, &mut used);
        count(body, 1, &mut used);
        let often = best(&used, MOST_LOOKED_UP, |used| used.times as f32);
        let tells = |used: &&Used| {
            let family = self.dictionary().find(&used.keys.stem);
            let forms = family.iter().flat_map(|family| &family.forms);
            let documents = forms.fold(0u32, |sum, form| sum.saturating_add(form.documents));
            // A word of one document leads to no other.
            if documents < 2 {
                return 0.0;
            }
            let times = used.times as f32;
            times / (times + 1.0) * idf(self.len(), documents)
        };
        let telling = best(&often, MOST_TELLING, tells);
        Query::any_of(telling.iter().map(|used| used.keys.clone()))
    }
}

/// Counts the stems of a text. Numbers and words that every text has tell nothing.
fn count(text: &str, weight: u32, used: &mut Vec<Used>) {
    for token in tokens(text).filter(|token| token.kind == TokenKind::Word) {
        let keys = keys(token.text);
        if is_stop_word(&keys.folded) || keys.stem.chars().count() < SHORTEST {
            continue;
        }
        match used.iter_mut().find(|used| used.keys.stem == keys.stem) {
            Some(used) => used.times += weight,
            None => used.push(Used {
                keys,
                times: weight,
            }),
        }
    }
}

/// The best of them by a score above 0, best first, earlier ones before equals.
fn best<T>(all: &[T], most: usize, score: impl Fn(&T) -> f32) -> Vec<&T> {
    let scored = all.iter().map(&score).zip(0..);
    let mut order: Vec<u64> = scored
        .filter(|(score, _)| *score > 0.0)
        .map(|(score, index)| order::best_first(score, index))
        .collect();
    order.sort_unstable();
    let best = order.iter().take(most);
    best.filter_map(|&key| all.get(order::id(key) as usize))
        .collect()
}
