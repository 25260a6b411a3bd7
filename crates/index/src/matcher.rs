//! Marking what matched, in any text.

use std::ops::Range;

use tawarikh_arabic::{Keys, TokenKind, tokens};

use crate::expand::{Kin, Relation, expand, kin};
use crate::grams::Tally;
use crate::query::{Atom, Clause, Growth, Occur, Query, Term};
use crate::rank::idf;
use crate::reader::Reader;

/// Finds a query's words in a text: in titles, snippets and the document being read.
#[derive(Clone, Debug)]
pub struct Matcher {
    words: Vec<Word>,
    phrases: Vec<Phrase>,
}

/// A word of the query.
#[derive(Clone, Debug)]
struct Word {
    keys: Keys,
    growth: Growth,
    /// Stems that stand in for its own, which no document has.
    near: Vec<String>,
    /// How telling it is.
    idf: f32,
}

/// A phrase of the query, as the folded forms of its words.
#[derive(Clone, Debug)]
struct Phrase {
    words: Vec<String>,
    growth: Growth,
    idf: f32,
}

/// A word of a text.
#[derive(Clone, Debug)]
struct Seen {
    span: Range<usize>,
    /// Empty if the query has no phrase.
    folded: String,
    evidence: Option<Evidence>,
}

/// That a word of a text matches.
#[derive(Clone, Copy, Debug)]
struct Evidence {
    /// The query's word; the words of phrases count after the bare ones.
    word: usize,
    /// How telling it is.
    weight: f32,
}

/// Words of a sentence beyond which it is less welcome as a snippet.
const COMFORTABLE: f32 = 30.0;
/// Words between two matches within which they support each other.
const NEAR: usize = 6;
/// What two neighbouring matches add, as a share of the lesser one.
const PROXIMITY: f32 = 0.5;

impl Reader {
    /// What marks the words of `query` in texts. Words that must not occur, and stop words among others, are not marked.
    #[must_use]
    pub fn matcher(&self, query: &Query) -> Matcher {
        let mut matcher = Matcher {
            words: Vec::new(),
            phrases: Vec::new(),
        };
        matcher.add_clauses(self, &query.clauses);
        let is_content = |word: &Word| !tawarikh_arabic::is_stop_word(&word.keys.folded);
        if !matcher.phrases.is_empty() || matcher.words.iter().any(is_content) {
            matcher.words.retain(is_content);
        }
        matcher
    }

    /// How telling a word with these kin is: the idf of all its forms together.
    fn idf_of(&self, kin: &[Kin]) -> f32 {
        let related = kin.iter().flat_map(Kin::related);
        idf(
            self.len(),
            related.fold(0, |sum: u32, (form, _)| sum.saturating_add(form.documents)),
        )
    }
}

impl Matcher {
    fn add_clauses(&mut self, reader: &Reader, clauses: &[Clause]) {
        for clause in clauses.iter().filter(|clause| clause.occur != Occur::Not) {
            match &clause.atom {
                Atom::Word(term) => self.words.push(Word::new(reader, term)),
                Atom::Phrase(terms) => self.phrases.push(Phrase::new(reader, terms)),
                Atom::Group(inner) => self.add_clauses(reader, inner),
                Atom::Keyword { .. } => {}
            }
        }
    }

    /// Whether nothing can match, so that texts need not be looked at.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty()
    }

    /// The bytes of every matching word of `text`, in order; whole words with all their marks.
    #[must_use]
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let seen = self.look(text).into_iter();
        seen.filter(|seen| seen.evidence.is_some())
            .map(|seen| seen.span)
            .collect()
    }

    /// The sentence with the best evidence, as its index in `sentences`, which are byte ranges of `text`; the first of
    /// equals, 0 if nothing matches.
    #[must_use]
    pub fn best_sentence(&self, text: &str, sentences: &[Range<usize>]) -> usize {
        let mut best = (0, 0.0);
        for (index, sentence) in sentences.iter().enumerate() {
            let score = text
                .get(sentence.clone())
                .map_or(0.0, |sentence| self.score_sentence(sentence));
            if score > best.1 {
                best = (index, score);
            }
        }
        best.0
    }

    /// How good a sentence is as evidence: the idf of the different query words in it, more if they stand near each
    /// other, less if the sentence is long. 0 if nothing matches.
    #[must_use]
    pub fn score_sentence(&self, sentence: &str) -> f32 {
        let seen = self.look(sentence);
        let mut best: Vec<f32> = Vec::new();
        for evidence in seen.iter().filter_map(|seen| seen.evidence) {
            if best.len() <= evidence.word {
                best.resize(evidence.word + 1, 0.0);
            }
            if let Some(weight) = best.get_mut(evidence.word) {
                *weight = weight.max(evidence.weight);
            }
        }
        let words = best.iter().fold(0.0, |sum, weight| sum + weight);
        let comfort = (COMFORTABLE / seen.len().max(1) as f32).min(1.0);
        (words + nearness(&seen)) * (0.7 + 0.3 * comfort)
    }

    /// The words of a text; none if nothing can match.
    fn look(&self, text: &str) -> Vec<Seen> {
        let mut seen = Vec::new();
        if self.is_empty() {
            return seen;
        }
        let mut keys = Keys::default();
        for token in
            tokens(text).filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        {
            keys.set(token.text);
            seen.push(Seen {
                span: token.span,
                folded: if self.phrases.is_empty() {
                    String::new()
                } else {
                    keys.folded.clone()
                },
                evidence: self.recognise(&keys),
            });
        }
        let mut number = self.words.len();
        for phrase in &self.phrases {
            phrase.find(&mut seen, number);
            number += phrase.words.len();
        }
        seen
    }

    /// The query's word that tells most of those that a word of a text is a form of; the first of equals.
    fn recognise(&self, keys: &Keys) -> Option<Evidence> {
        let mut best: Option<Evidence> = None;
        for (number, word) in self.words.iter().enumerate() {
            let Some(relation) = word.relation(keys) else {
                continue;
            };
            let weight = word.idf * certainty(relation);
            if best.is_none_or(|best| weight > best.weight) {
                best = Some(Evidence {
                    word: number,
                    weight,
                });
            }
        }
        best
    }
}

impl Word {
    fn new(reader: &Reader, term: &Term) -> Word {
        let kin = expand(reader, term, &mut Tally::new(&reader.grams)).kin;
        let near = kin
            .iter()
            .filter(|kin| kin.relations.contains(&Some(Relation::Near)));
        Word {
            keys: term.keys.clone(),
            growth: term.growth,
            near: near.map(|kin| kin.family.stem.clone()).collect(),
            idf: reader.idf_of(&kin),
        }
    }

    /// How a word of a text with these keys stands to it.
    fn relation(&self, keys: &Keys) -> Option<Relation> {
        if keys.stem == self.keys.stem {
            return Some(if keys.surface == self.keys.surface {
                Relation::Exact
            } else if keys.folded == self.keys.folded {
                Relation::Folded
            } else {
                Relation::Stem
            });
        }
        if self.growth == Growth::Growing && keys.folded.starts_with(&self.keys.folded) {
            return Some(Relation::Prefix);
        }
        self.near.contains(&keys.stem).then_some(Relation::Near)
    }
}

impl Phrase {
    fn new(reader: &Reader, terms: &[Term]) -> Phrase {
        let idf = |term| reader.idf_of(&kin(&reader.dictionary, term));
        Phrase {
            words: terms.iter().map(|term| term.keys.folded.clone()).collect(),
            growth: terms.last().map_or(Growth::Whole, |term| term.growth),
            idf: terms.iter().fold(0.0, |sum, term| sum + idf(term)),
        }
    }

    /// Makes every word of every occurrence evidence.
    fn find(&self, seen: &mut [Seen], number: usize) {
        let length = self.words.len();
        let weight = self.idf / length.max(1) as f32;
        for start in 0..seen.len() {
            let Some(window) = seen
                .get_mut(start..start + length)
                .filter(|window| self.is_at(window))
            else {
                continue;
            };
            for (word, seen) in (number..).zip(window) {
                seen.evidence = Some(Evidence { word, weight });
            }
        }
    }

    fn is_at(&self, window: &[Seen]) -> bool {
        let grows = |index| self.growth == Growth::Growing && index + 1 == self.words.len();
        let mut pairs = self.words.iter().zip(window).enumerate();
        pairs.all(|(index, (word, seen))| {
            seen.folded == *word || grows(index) && seen.folded.starts_with(word)
        })
    }
}

/// How sure a match of this kind is.
fn certainty(relation: Relation) -> f32 {
    match relation {
        Relation::Exact => 1.0,
        Relation::Folded => 0.95,
        Relation::Stem => 0.8,
        Relation::Prefix => 0.5,
        Relation::Near => 0.4,
    }
}

/// What matches of different words gain from standing near each other.
fn nearness(seen: &[Seen]) -> f32 {
    let mut gain = 0.0;
    let mut last: Option<(usize, Evidence)> = None;
    for (index, evidence) in seen
        .iter()
        .enumerate()
        .filter_map(|(index, seen)| Some((index, seen.evidence?)))
    {
        if let Some((before, other)) = last
            && other.word != evidence.word
            && index - before <= NEAR
        {
            gain += PROXIMITY * evidence.weight.min(other.weight) / (index - before) as f32;
        }
        last = Some((index, evidence));
    }
    gain
}
