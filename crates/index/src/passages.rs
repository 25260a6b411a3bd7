//! Which parts of documents hold a query's words, told by positions alone: no text is read.

use std::ops::Range;

use crate::bits::Bits;
use crate::expand::{Kin, expand, kin};
use crate::phrase::{self, Place};
use crate::query::{Atom, Clause, Occur, Query, Term};
use crate::reader::Reader;

/// Words in a row of a document's title or body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The document.
    pub doc: u32,
    /// Positions of its words: the title's count from 0, the body's from one more than the title has words.
    pub words: Range<u32>,
}

impl Reader {
    /// Which of `passages` hold a word or a whole phrase of `query`. As [`Matcher`](crate::Matcher) marks texts, words
    /// that must not occur, and stop words among others, count for nothing. Nothing where the query has no words to hold:
    /// it is empty, or all fields.
    #[must_use]
    pub fn holding(&self, query: &Query, passages: &[Passage]) -> Option<Vec<bool>> {
        let mut wanted = Wanted::default();
        wanted.add_clauses(&query.clauses);
        wanted.keep(query.shown());
        if wanted.words.is_empty() && wanted.named.is_empty() && wanted.phrases.is_empty() {
            return None;
        }
        let mut documents = Bits::none(self.len());
        passages
            .iter()
            .for_each(|passage| documents.insert(passage.doc));
        let mut places = Vec::new();
        for term in wanted.words {
            for kin in &expand(self, term).kin {
                word_places(self, kin, &documents, &mut places);
            }
        }
        for kin in wanted
            .named
            .iter()
            .flat_map(|term| kin(self.dictionary(), term))
        {
            word_places(self, &kin, &documents, &mut places);
        }
        let mut found = vec![false; passages.len()];
        mark(places, 1, passages, &mut found);
        for terms in wanted.phrases {
            let length = terms.len() as u32;
            mark(phrase::places(self, terms), length, passages, &mut found);
        }
        Some(found)
    }
}

/// The words and phrases that a passage may be shown for.
#[derive(Default)]
struct Wanted<'q> {
    words: Vec<&'q Term>,
    /// Words of names as typed: their spellings stand for them where documents do not have them.
    named: Vec<&'q Term>,
    phrases: Vec<&'q [Term]>,
}

impl<'q> Wanted<'q> {
    fn add_clauses(&mut self, clauses: &'q [Clause]) {
        for clause in clauses.iter().filter(|clause| clause.occur != Occur::Not) {
            match &clause.atom {
                Atom::Word(term) => self.words.push(term),
                Atom::Phrase(terms) => self.phrases.push(terms),
                Atom::Group(inner) => self.add_clauses(inner),
                Atom::Named(named) => {
                    self.named.extend(&named.typed);
                    for spelling in &named.spellings {
                        match spelling.as_slice() {
                            [word] => self.words.push(word),
                            words => self.phrases.push(words),
                        }
                    }
                }
                Atom::Keyword { .. } => {}
            }
        }
    }

    fn keep(&mut self, is_shown: impl Fn(&Term) -> bool) {
        self.words.retain(|term| is_shown(term));
        self.named.retain(|term| is_shown(term));
    }
}

/// Adds where the related forms of a family stand in these documents.
fn word_places(reader: &Reader, kin: &Kin, documents: &Bits, places: &mut Vec<Place>) {
    let wanted = |form: usize, doc: u32| {
        let relation = (*kin.relations.get(form)?)?;
        documents.contains(doc).then_some(relation)
    };
    phrase::occurrences(reader, &kin.family, wanted, |_, posting, _, position| {
        places.push(Place::new(posting.doc, position));
    });
}

/// Notes the passages within which `length` words end at one of `places`.
fn mark(places: Vec<Place>, length: u32, passages: &[Passage], found: &mut [bool]) {
    let places = phrase::sorted(places);
    for (passage, found) in passages.iter().zip(found) {
        let first = passage.words.start.saturating_add(length.saturating_sub(1));
        let next = places.partition_point(|place| *place < Place::new(passage.doc, first));
        let end = Place::new(passage.doc, passage.words.end);
        *found |= places.get(next).is_some_and(|place| *place < end);
    }
}
