//! Particles that Arabic writes on the front of a word: و ف, then ب ل ك, then the article.

use crate::class::{Class, class};

/// The readings of `word` as particles and a rest: `(bytes of the particles, rest)`, fewest particles first.
///
/// The first one is always the whole word. The word may be raw or folded: marks and controls behind a particle's letter
/// count as its bytes. Under لل the rest lacks its article: `للعام` gives `(0, للعام)`, `(2, لعام)`, `(4, عام)`.
/// A rest has at least two letters. Nothing is looked up, so و of `وطن` is split off too: the caller knows its words.
pub fn split_prefixes(word: &str) -> Vec<(usize, &str)> {
    let letters = Letters::of(word);
    let mut cuts = vec![0];
    let conjunctions = [0, usize::from(matches!(letters.at(0), Some('و' | 'ف')))];
    for conjunction in conjunctions.into_iter().take(1 + conjunctions[1]) {
        cuts.extend(after_conjunction(&letters, conjunction));
    }
    cuts.sort_unstable();
    cuts.dedup();
    cuts.into_iter()
        .filter(|&cut| cut == 0 || letters.count >= cut + 2)
        .map(|cut| letters.split(word, cut))
        .collect()
}

/// Where the rest may begin, in letters, when the conjunction took the first `from` letters.
fn after_conjunction(letters: &Letters, from: usize) -> impl Iterator<Item = usize> {
    let article = |at: usize| {
        matches!(
            (letters.at(at), letters.at(at + 1)),
            (Some('ا' | 'ٱ'), Some('ل'))
        )
    };
    let preposition = matches!(letters.at(from), Some('ب' | 'ل' | 'ك'));
    let doubled = letters.at(from) == Some('ل') && letters.at(from + 1) == Some('ل');
    [
        (true, 0),
        (article(from), 2),
        (preposition, 1),
        (preposition && article(from + 1), 3),
        (doubled, 2),
    ]
    .into_iter()
    .filter_map(move |(holds, length)| holds.then_some(from + length))
}

/// The first letters of a word and where each begins. Particles never reach beyond the fifth.
struct Letters {
    first: [(usize, char); 6],
    count: usize,
}

impl Letters {
    fn of(word: &str) -> Letters {
        let mut letters = Letters {
            first: [(word.len(), ' '); 6],
            count: 0,
        };
        for (at, c) in word
            .char_indices()
            .filter(|&(_, c)| !matches!(class(c), Class::Mark | Class::Invisible))
        {
            if let Some(slot) = letters.first.get_mut(letters.count) {
                *slot = (at, c);
            }
            letters.count += 1;
        }
        letters
    }

    fn at(&self, index: usize) -> Option<char> {
        self.first
            .get(index)
            .filter(|_| index < self.count)
            .map(|&(_, c)| c)
    }

    /// The bytes before the letter `cut`, and the word from there on.
    fn split<'w>(&self, word: &'w str, cut: usize) -> (usize, &'w str) {
        let byte = if cut == 0 {
            0
        } else {
            self.first.get(cut).map_or(word.len(), |&(at, _)| at)
        };
        (byte, &word[byte..])
    }
}

#[cfg(test)]
mod tests {
    use super::split_prefixes;

    fn check(word: &str, rests: &[&str]) {
        let found: Vec<&str> = split_prefixes(word)
            .into_iter()
            .map(|(_, rest)| rest)
            .collect();
        assert_eq!(found, rests, "{word}");
    }

    #[test]
    fn particles_come_off_in_their_order() {
        check("حلب", &["حلب"]);
        check("بحلب", &["بحلب", "حلب"]);
        check("وبالرقة", &["وبالرقة", "بالرقة", "الرقة", "رقة"]);
        check("والعام", &["والعام", "العام", "عام"]);
        check("للعام", &["للعام", "لعام", "عام"]);
        check("فلليمن", &["فلليمن", "لليمن", "ليمن", "يمن"]);
    }

    #[test]
    fn a_rest_keeps_two_letters() {
        check("بك", &["بك"]);
        check("", &[""]);
        check("وال", &["وال", "ال"]);
    }

    #[test]
    fn marks_stay_with_their_particle() {
        assert_eq!(split_prefixes("بِحَلَب"), [(0, "بِحَلَب"), ("بِ".len(), "حَلَب")]);
    }
}
