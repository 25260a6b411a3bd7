//! Words of the archive that something typed may be meant for: longer ones, and corrections.

use tawarikh_arabic::{TokenKind, fold, is_stop_word, keys, stem, tokens};

use crate::expand::{families_beginning, kin};
use crate::order;
use crate::query::Term;
use crate::reader::Reader;

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
/// Letters of a short word.
const SHORT: usize = 7;
/// Letters that a word may have to be compared.
const LONGEST: usize = 32;
/// What one different letter costs; letters that are confused cost half.
const LETTER: u32 = 2;

/// Letters that writers exchange, by sound or by their dots; folding has made others one already.
const CONFUSED: [&str; 14] = [
    "ضظ", "تط", "سص", "ذز", "ذد", "ثس", "ثت", "قك", "قغ", "حه", "جح", "حخ", "عغ", "رز",
];

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
        is_stop_word(&term.keys.folded) || !kin(self.dictionary(), &term).is_empty()
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
        let slips = slips(&keys.folded).into_iter();
        let exchanged = slips.filter_map(|slip| self.dictionary().find(&stem(&slip)));
        for family in near.chain(exchanged) {
            for form in &family.forms {
                let Some(surface) = family.surface(*form, self.dictionary().affixes) else {
                    continue;
                };
                let Some(distance) = slip(&keys.folded, &fold(&surface)) else {
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

/// What a short folded word becomes by one slip: a confused letter, or two neighbours exchanged. Short words share no run
/// of letters with what they are meant for.
fn slips(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut slips = Vec::new();
    if letters.len() > SHORT {
        return slips;
    }
    for at in 0..letters.len() {
        let confused = CONFUSED.iter().filter(|pair| pair.contains(letters[at]));
        for other in confused.flat_map(|pair| pair.chars()) {
            let mut changed = letters.clone();
            changed[at] = other;
            slips.push(changed.into_iter().collect());
        }
        if at > 0 {
            let mut changed = letters.clone();
            changed.swap(at - 1, at);
            slips.push(changed.into_iter().collect());
        }
    }
    slips
}

/// Words of a query that are corrected.
const MOST_CORRECTED: usize = 8;

/// How far apart two folded words are, if one can be a slip for the other: half steps of a Damerau-Levenshtein distance
/// (Damerau 1964, of neighbouring letters only) in which confused letters and long vowels cost half.
#[must_use]
pub fn slip(typed: &str, meant: &str) -> Option<u32> {
    let (a, b): (Vec<char>, Vec<char>) = (typed.chars().collect(), meant.chars().collect());
    if a.len() > LONGEST || b.len() > LONGEST || a.len().abs_diff(b.len()) > 2 {
        return None;
    }
    let most = if a.len() <= 4 { LETTER } else { 2 * LETTER };
    let distance = distance(&a, &b);
    (distance <= most).then_some(distance)
}

fn distance(a: &[char], b: &[char]) -> u32 {
    let width = b.len() + 1;
    let mut rows = vec![0u32; (a.len() + 1) * width];
    let at = |i: usize, j: usize| i * width + j;
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            let mut best = if i + j == 0 { 0 } else { u32::MAX };
            if i > 0 {
                best = best.min(rows[at(i - 1, j)] + left_out(a[i - 1]));
            }
            if j > 0 {
                best = best.min(rows[at(i, j - 1)] + left_out(b[j - 1]));
            }
            if i > 0 && j > 0 {
                best = best.min(rows[at(i - 1, j - 1)] + exchanged(a[i - 1], b[j - 1]));
            }
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[at(i - 2, j - 2)] + LETTER);
            }
            rows[at(i, j)] = best;
        }
    }
    rows.last().copied().unwrap_or_default()
}

/// Long vowels are left out or put in more easily than other letters.
fn left_out(letter: char) -> u32 {
    if matches!(letter, 'ا' | 'و' | 'ي') {
        LETTER / 2
    } else {
        LETTER
    }
}

fn exchanged(a: char, b: char) -> u32 {
    if a == b {
        0
    } else if CONFUSED
        .iter()
        .any(|pair| pair.contains(a) && pair.contains(b))
    {
        LETTER / 2
    } else {
        LETTER
    }
}

#[cfg(test)]
mod tests {
    use super::slip;

    #[test]
    fn slips_of_the_hand_and_of_the_ear() {
        assert_eq!(slip("مدرسه", "مدرسه"), Some(0));
        assert_eq!(slip("ضلام", "ظلام"), Some(1));
        assert_eq!(slip("مستشفي", "مستفشي"), Some(2));
        assert_eq!(slip("سياره", "سيره"), Some(1));
        assert_eq!(slip("قلم", "علم"), Some(2));
        assert_eq!(slip("قلم", "خيمه"), None);
        assert_eq!(slip("", ""), Some(0));
    }
}
