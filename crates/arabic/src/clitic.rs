//! Particles that Arabic writes on the front of a word: و ف, then ب ل ك, then the article.

use crate::class::{Class, class};

/// The readings of `word` as particles and a rest: `(bytes of the particles, rest)`, fewest particles first.
///
/// The first one is always the whole word. The word may be raw or folded: marks and controls behind a particle's letter
/// count as its bytes. Under لل the rest lacks its article: `للعام` gives `(0, للعام)`, `(2, لعام)`, `(4, عام)`.
/// A rest has at least two letters. Nothing is looked up, so و of `وطن` is split off too: the caller knows its words.
pub fn split_prefixes(word: &str) -> Vec<(usize, &str)> {
    splits(word)
        .map(|split| (split.byte, &word[split.byte..]))
        .collect()
}

/// Where particles end: in letters, and in bytes with the marks behind them.
#[derive(Clone, Copy)]
pub(crate) struct Split {
    pub(crate) letters: usize,
    pub(crate) byte: usize,
}

/// The splits behind [`split_prefixes`], without memory of their own.
pub(crate) fn splits(word: &str) -> impl Iterator<Item = Split> + use<> {
    let letters = Letters::of(word);
    (0..LONGEST).filter_map(move |cut| letters.split(cut))
}

/// One more than the letters of the longest particles, وبال.
const LONGEST: usize = 5;

/// Letters that the longest particles and the shortest rest have together; more make no difference.
const ENOUGH: usize = LONGEST - 1 + SHORTEST_REST;

/// No rest behind particles has fewer letters.
const SHORTEST_REST: usize = 2;

/// The first letters of a word and where each begins.
struct Letters {
    first: [(usize, char); LONGEST],
    /// How many there are, up to [`ENOUGH`].
    count: usize,
}

impl Letters {
    fn of(word: &str) -> Letters {
        let mut letters = Letters {
            first: [(0, ' '); LONGEST],
            count: 0,
        };
        let seen = word
            .char_indices()
            .filter(|&(_, c)| !matches!(class(c), Class::Mark | Class::Invisible));
        for (at, c) in seen.take(ENOUGH) {
            if let Some(slot) = letters.first.get_mut(letters.count) {
                *slot = (at, c);
            }
            letters.count += 1;
        }
        letters
    }

    /// The split behind the first `cut` letters, if they can be particles. The whole word begins at 0 even when a mark comes first.
    fn split(&self, cut: usize) -> Option<Split> {
        if cut == 0 {
            return Some(Split {
                letters: 0,
                byte: 0,
            });
        }
        let conjunction = matches!(self.at(0), Some('و' | 'ف'));
        let particles = self.particles(0, cut) || (conjunction && self.particles(1, cut - 1));
        let byte = self.first.get(cut)?.0;
        (particles && self.count >= cut + SHORTEST_REST).then_some(Split { letters: cut, byte })
    }

    /// Whether the `length` letters from `from` on are a preposition, an article, both, or none at all.
    fn particles(&self, from: usize, length: usize) -> bool {
        let preposition = matches!(self.at(from), Some('ب' | 'ل' | 'ك'));
        match length {
            0 => true,
            1 => preposition,
            2 => {
                self.article(from) || (self.at(from) == Some('ل') && self.at(from + 1) == Some('ل'))
            }
            3 => preposition && self.article(from + 1),
            _ => false,
        }
    }

    fn article(&self, from: usize) -> bool {
        matches!(self.at(from), Some('ا' | 'ٱ')) && self.at(from + 1) == Some('ل')
    }

    fn at(&self, index: usize) -> Option<char> {
        self.first
            .get(index)
            .filter(|_| index < self.count)
            .map(|&(_, c)| c)
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
