//! How good a sentence is as evidence that a document matches.

use std::ops::Range;

use tawarikh_arabic::{TokenKind, tokens};

/// That a word of a text matches.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evidence {
    /// Which of what was typed.
    pub(crate) word: usize,
    /// How telling it is.
    pub(crate) weight: f32,
}

/// Words of a sentence beyond which it is less welcome as a snippet.
const COMFORTABLE: f32 = 30.0;
/// Words between two matches within which they support each other.
const NEAR: u32 = 6;
/// What two neighbouring matches add, as a share of the lesser one.
const PROXIMITY: f32 = 0.5;

/// Where the words of a query stand in a document: the positions of matching words, rising, as the index counts them: the
/// title's words from 0, the body's after a gap of one.
#[derive(Clone, Debug, Default)]
pub struct Standing(Vec<(u32, Evidence)>);

impl Standing {
    /// Takes a word into account that stands at a position or after all others; of several at one position that which tells
    /// most stays, the first of equals.
    pub(crate) fn add(&mut self, position: u32, evidence: Evidence) {
        match self.0.last_mut().filter(|last| last.0 == position) {
            None => self.0.push((position, evidence)),
            Some(last) if evidence.weight > last.1.weight => last.1 = evidence,
            Some(_) => {}
        }
    }

    /// How good the sentence with the words at these positions is as evidence: what the different words of the query in it
    /// tell, more if they stand near each other, less if the sentence is long. 0 if nothing matches.
    #[must_use]
    pub fn score(&self, positions: Range<u32>) -> f32 {
        let evidence = self.within(&positions);
        let mut best: Vec<f32> = Vec::new();
        for (_, evidence) in evidence {
            if best.len() <= evidence.word {
                best.resize(evidence.word + 1, 0.0);
            }
            if let Some(weight) = best.get_mut(evidence.word) {
                *weight = weight.max(evidence.weight);
            }
        }
        let telling = best.iter().fold(0.0, |sum, weight| sum + weight);
        let comfort = (COMFORTABLE / positions.len().max(1) as f32).min(1.0);
        (telling + nearness(evidence)) * (0.7 + 0.3 * comfort)
    }

    /// The bytes of the matching words of `text`, whose own words are those at `positions`.
    #[must_use]
    pub fn marks(&self, text: &str, positions: Range<u32>) -> Vec<Range<usize>> {
        let evidence = self.within(&positions);
        let Some((last, _)) = evidence.last() else {
            return Vec::new();
        };
        let words =
            tokens(text).filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number));
        let mut places = evidence.iter().map(|(place, _)| place).peekable();
        let matching = (positions.start..=*last)
            .zip(words)
            .filter(|(position, _)| places.next_if_eq(&position).is_some());
        matching.map(|(_, word)| word.span).collect()
    }

    fn within(&self, positions: &Range<u32>) -> &[(u32, Evidence)] {
        let before = |end: u32| self.0.partition_point(|(place, _)| *place < end);
        let range = before(positions.start)..before(positions.end);
        self.0.get(range).unwrap_or_default()
    }
}

/// What matches of different words gain from standing near each other.
fn nearness(evidence: &[(u32, Evidence)]) -> f32 {
    let pairs = evidence.iter().zip(evidence.iter().skip(1));
    pairs.fold(0.0, |gain, ((before, other), (place, evidence))| {
        let distance = place - before;
        if other.word == evidence.word || distance > NEAR {
            return gain;
        }
        gain + PROXIMITY * evidence.weight.min(other.weight) / distance as f32
    })
}
