//! Marking what matched, in any text.

use std::collections::BTreeMap;
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
    /// The numbers of words by stem.
    stems: BTreeMap<String, Vec<usize>>,
    /// The numbers of words that are still being typed.
    growing: Vec<usize>,
    /// Phrases as the folded forms of their words, the last with whether it is still being typed.
    phrases: Vec<Phrase>,
}

/// A word of the query.
#[derive(Clone, Debug)]
struct Word {
    keys: Keys,
    /// How telling it is.
    idf: f32,
}

/// A phrase of the query.
#[derive(Clone, Debug)]
struct Phrase {
    words: Vec<String>,
    growth: Growth,
    idf: f32,
}

/// A word of a text that matches.
#[derive(Clone, Debug)]
struct Match {
    span: Range<usize>,
    /// How many words of the text stand before it.
    index: usize,
    /// The query's word, phrases counting after the words.
    word: usize,
    /// How telling the match is.
    evidence: f32,
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
            stems: BTreeMap::new(),
            growing: Vec::new(),
            phrases: Vec::new(),
        };
        matcher.add_clauses(self, &query.clauses);
        if matcher.words.iter().any(|word| !word.is_stop_word()) || !matcher.phrases.is_empty() {
            matcher.drop_stop_words();
        }
        matcher
    }

    /// How telling a word with these kin is: the idf of all its forms together.
    fn idf_of(&self, kin: &[Kin]) -> f32 {
        let documents = kin
            .iter()
            .flat_map(Kin::related)
            .map(|(form, _)| form.documents);
        idf(self.len(), documents.fold(0, u32::saturating_add))
    }
}

impl Word {
    fn is_stop_word(&self) -> bool {
        tawarikh_arabic::is_stop_word(&self.keys.folded)
    }
}

impl Matcher {
    fn add_clauses(&mut self, reader: &Reader, clauses: &[Clause]) {
        for clause in clauses.iter().filter(|clause| clause.occur != Occur::Not) {
            match &clause.atom {
                Atom::Word(term) => self.add_word(reader, term),
                Atom::Phrase(terms) => self.add_phrase(reader, terms),
                Atom::Group(inner) => self.add_clauses(reader, inner),
                Atom::Keyword { .. } => {}
            }
        }
    }

    fn add_word(&mut self, reader: &Reader, term: &Term) {
        let number = self.words.len();
        let kin = expand(reader, term, &mut Tally::new(&reader.grams)).kin;
        self.words.push(Word {
            keys: term.keys.clone(),
            idf: reader.idf_of(&kin),
        });
        let near = kin
            .iter()
            .filter(|kin| kin.relations.contains(&Some(Relation::Near)));
        for stem in near.map(|kin| &kin.family.stem).chain([&term.keys.stem]) {
            self.stems.entry(stem.clone()).or_default().push(number);
        }
        if term.growth == Growth::Growing {
            self.growing.push(number);
        }
    }

    fn add_phrase(&mut self, reader: &Reader, terms: &[Term]) {
        self.phrases.push(Phrase {
            words: terms.iter().map(|term| term.keys.folded.clone()).collect(),
            growth: terms.last().map_or(Growth::Whole, |term| term.growth),
            idf: terms
                .iter()
                .map(|term| reader.idf_of(&kin(&reader.dictionary, term)))
                .sum(),
        });
    }

    fn drop_stop_words(&mut self) {
        let words = &self.words;
        let keeps = |number: &usize| words.get(*number).is_some_and(|word| !word.is_stop_word());
        self.stems
            .values_mut()
            .for_each(|numbers| numbers.retain(keeps));
        self.stems.retain(|_, numbers| !numbers.is_empty());
        self.growing.retain(keeps);
    }

    /// Whether nothing can match, so that texts need not be looked at.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.stems.is_empty() && self.growing.is_empty() && self.phrases.is_empty()
    }

    /// The bytes of every matching word of `text`, in order; whole words with all their marks.
    #[must_use]
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let mut marks: Vec<Range<usize>> = self
            .matches(text)
            .0
            .into_iter()
            .map(|found| found.span)
            .collect();
        marks.dedup();
        marks
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
        let (matches, length) = self.matches(sentence);
        let mut best: BTreeMap<usize, f32> = BTreeMap::new();
        for found in &matches {
            let evidence = best.entry(found.word).or_default();
            *evidence = evidence.max(found.evidence);
        }
        let words: f32 = best.values().sum();
        let comfort = (COMFORTABLE / length.max(1) as f32).min(1.0);
        (words + nearness(&matches)) * (0.7 + 0.3 * comfort)
    }

    /// Every match in order, and the number of words of the text.
    fn matches(&self, text: &str) -> (Vec<Match>, usize) {
        let mut found = Vec::new();
        let mut folded: Vec<(Range<usize>, String)> = Vec::new();
        let mut length = 0;
        if self.is_empty() {
            return (found, length);
        }
        let mut keys = Keys::default();
        for token in
            tokens(text).filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        {
            keys.set(token.text);
            if let Some((word, evidence)) = self.recognise(&keys) {
                found.push(Match {
                    span: token.span.clone(),
                    index: length,
                    word,
                    evidence,
                });
            }
            if !self.phrases.is_empty() {
                folded.push((token.span, keys.folded.clone()));
            }
            length += 1;
        }
        for (phrase, number) in self.phrases.iter().zip(self.words.len()..) {
            phrase.find(&folded, number, &mut found);
        }
        found.sort_by_key(|found| found.span.start);
        (found, length)
    }

    /// The query's word that a word of a text is a form of, and how telling that is.
    fn recognise(&self, keys: &Keys) -> Option<(usize, f32)> {
        let own = self.stems.get(&keys.stem).into_iter().flatten();
        let own = own.filter_map(|&number| Some((number, self.words.get(number)?.evidence(keys)?)));
        let growing = self.growing.iter().filter_map(|&number| {
            let word = self.words.get(number)?;
            let begins = keys.folded.starts_with(&word.keys.folded);
            begins.then(|| (number, word.idf * certainty(Relation::Prefix)))
        });
        // The first of equals, so that the order of the query decides.
        own.chain(growing)
            .reduce(|best, next| if next.1 > best.1 { next } else { best })
    }
}

impl Word {
    /// How telling it is that a text holds the word with these keys.
    fn evidence(&self, keys: &Keys) -> Option<f32> {
        let relation = if keys.surface == self.keys.surface {
            Relation::Exact
        } else if keys.folded == self.keys.folded {
            Relation::Folded
        } else if keys.stem == self.keys.stem {
            Relation::Stem
        } else {
            Relation::Near
        };
        Some(self.idf * certainty(relation))
    }
}

impl Phrase {
    /// Adds a match for every word of every occurrence among the words of a text.
    fn find(&self, folded: &[(Range<usize>, String)], number: usize, found: &mut Vec<Match>) {
        if self.words.is_empty() {
            return;
        }
        for (start, window) in folded.windows(self.words.len()).enumerate() {
            if !self.is_at(window) {
                continue;
            }
            let share = self.idf / self.words.len() as f32;
            found.extend(window.iter().enumerate().map(|(offset, (span, _))| Match {
                span: span.clone(),
                index: start + offset,
                word: number + offset,
                evidence: share,
            }));
        }
    }

    fn is_at(&self, window: &[(Range<usize>, String)]) -> bool {
        let last = self.words.len() - 1;
        let pairs = self.words.iter().zip(window).enumerate();
        pairs.into_iter().all(|(index, (word, (_, found)))| {
            let grows = index == last && self.growth == Growth::Growing;
            if grows {
                found.starts_with(word)
            } else {
                found == word
            }
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
fn nearness(matches: &[Match]) -> f32 {
    let pairs = matches.windows(2).filter_map(|pair| {
        let distance = pair[1]
            .index
            .checked_sub(pair[0].index)
            .filter(|&distance| distance > 0)?;
        let near = pair[0].word != pair[1].word && distance <= NEAR;
        near.then(|| PROXIMITY * pair[0].evidence.min(pair[1].evidence) / distance as f32)
    });
    pairs.fold(0.0, |sum, gain| sum + gain)
}
