//! Evaluating the clauses of a query: each one to the set of its documents, all of them to one score per document.

use tawarikh_arabic::fold;

use crate::bits::Bits;
use crate::expand::{Kin, Relation, expand};
use crate::number::Cursor;
use crate::phrase;
use crate::postings::{Posting, Postings};
use crate::query::{Atom, Clause, Occur, Query, Scope, Term};
use crate::rank::{Ranking, idf};
use crate::reader::Reader;

/// A query at work. Scores of documents that do not match in the end may be anything.
pub(crate) struct Evaluation<'r> {
    reader: &'r Reader,
    pub(crate) scores: Vec<f32>,
    /// The weighted frequency of the word at hand, zero between words.
    frequencies: Vec<f32>,
    /// Whether words that every text has are left out, because others are there.
    drops_stop_words: bool,
}

impl<'r> Evaluation<'r> {
    pub(crate) fn new(reader: &'r Reader) -> Evaluation<'r> {
        let documents = reader.len() as usize;
        Evaluation {
            reader,
            scores: vec![0.0; documents],
            frequencies: vec![0.0; documents],
            drops_stop_words: false,
        }
    }

    /// The documents that match.
    pub(crate) fn query(&mut self, query: &Query) -> Bits {
        self.drops_stop_words = has_content(&query.clauses);
        self.clauses(&query.clauses)
    }

    /// What must hold decides if there is any; else one of the alternatives must hold; what must not hold is taken out.
    fn clauses(&mut self, clauses: &[Clause]) -> Bits {
        let mut must: Option<Bits> = None;
        let mut should: Option<Bits> = None;
        let mut not = Bits::none(self.reader.len());
        for clause in clauses {
            if self.is_idle(clause) {
                continue;
            }
            match clause.occur {
                Occur::Must => {
                    let bits = self.atom(&clause.atom);
                    must = Some(intersection(must, bits));
                }
                Occur::Should => {
                    let bits = self.atom(&clause.atom);
                    should
                        .get_or_insert_with(|| Bits::none(self.reader.len()))
                        .add(&bits);
                }
                Occur::Not => not.add(&self.unscored(&clause.atom)),
            }
        }
        let mut matched = must
            .or(should)
            .unwrap_or_else(|| Bits::all(self.reader.len()));
        matched.remove(&not);
        matched
    }

    /// Whether a clause is a bare stop word among words that say more.
    fn is_idle(&self, clause: &Clause) -> bool {
        self.drops_stop_words
            && clause.occur == Occur::Should
            && matches!(&clause.atom, Atom::Word(term) if term.is_stop_word())
    }

    fn unscored(&mut self, atom: &Atom) -> Bits {
        let scores = self.scores.clone();
        let bits = self.atom(atom);
        self.scores = scores;
        bits
    }

    fn atom(&mut self, atom: &Atom) -> Bits {
        match atom {
            Atom::Word(term) => self.word(term),
            Atom::Phrase(terms) => self.phrase(terms),
            Atom::Keyword { column, folded } => self.keyword(column, folded),
            Atom::Group(clauses) => self.clauses(clauses),
        }
    }

    /// Adds the score of a word and gives the documents that hold it in any form.
    fn word(&mut self, term: &Term) -> Bits {
        let kin = expand(&self.reader.dictionary, term);
        let mut bits = Bits::none(self.reader.len());
        let mut holding = 0;
        for kin in &kin {
            self.gather(kin, term.scope, &mut bits);
            if holding == 0 {
                holding = bits.count();
            }
        }
        self.score(&bits, idf(self.reader.len(), holding));
        bits
    }

    /// Adds up how often each document holds the forms of a family.
    fn gather(&mut self, kin: &Kin, scope: Scope, bits: &mut Bits) {
        let ranking = self.reader.ranking;
        let mut cursor = Cursor::at(&self.reader.postings, kin.family.postings.start);
        for (form, relation) in kin.family.forms.iter().zip(&kin.relations) {
            let weight = relation.map_or(0.0, |relation| ranking.weight(relation));
            for posting in Postings::new(&mut cursor, form.documents) {
                let frequency = weight * ranking.frequency(posting, scope);
                if frequency > 0.0
                    && let Some(slot) = self.frequencies.get_mut(posting.doc as usize)
                {
                    *slot += frequency;
                    bits.insert(posting.doc);
                }
            }
        }
    }

    /// Turns the frequencies of some documents into scores.
    fn score(&mut self, bits: &Bits, idf: f32) {
        for doc in bits.iter() {
            let index = doc as usize;
            if let (Some(score), Some(frequency)) =
                (self.scores.get_mut(index), self.frequencies.get_mut(index))
            {
                let factor = self.reader.length_factor(doc);
                *score += idf * self.reader.ranking.saturate(*frequency, factor);
                *frequency = 0.0;
            }
        }
    }

    /// Adds the score of a phrase as one word, and of its words.
    fn phrase(&mut self, terms: &[Term]) -> Bits {
        let places = phrase::places(self.reader, terms);
        let mut bits = Bits::none(self.reader.len());
        for place in &places {
            if let Some(slot) = self.frequencies.get_mut(place.doc as usize) {
                *slot += 1.0;
                bits.insert(place.doc);
            }
        }
        self.score(&bits, idf(self.reader.len(), bits.count()));
        for term in terms.iter().filter(|term| !term.is_stop_word()) {
            self.word(term);
        }
        bits
    }

    /// The documents with a value of `column` that holds the words of `folded`.
    fn keyword(&mut self, column: &str, folded: &str) -> Bits {
        let mut bits = Bits::none(self.reader.len());
        let Some(column) = self
            .reader
            .columns
            .iter()
            .find(|known| known.name == column)
        else {
            return bits;
        };
        let holds: Vec<bool> = column
            .values
            .iter()
            .map(|value| holds_words(&fold(value), folded))
            .collect();
        (0..self.reader.len())
            .filter(|&doc| {
                column
                    .of(doc)
                    .iter()
                    .any(|&number| holds.get(number as usize) == Some(&true))
            })
            .for_each(|doc| bits.insert(doc));
        bits
    }
}

impl Ranking {
    fn weight(&self, relation: Relation) -> f32 {
        match relation {
            Relation::Exact => self.exact,
            Relation::Folded => self.folded,
            Relation::Stem => self.stem,
            Relation::Prefix => self.prefix,
        }
    }

    #[inline]
    fn frequency(&self, posting: Posting, scope: Scope) -> f32 {
        match scope {
            Scope::Anywhere => posting.body as f32 + self.title * posting.title as f32,
            Scope::Title => posting.title as f32,
        }
    }
}

fn intersection(first: Option<Bits>, second: Bits) -> Bits {
    match first {
        None => second,
        Some(mut first) => {
            first.keep(&second);
            first
        }
    }
}

/// Whether anything is asked for that is more than a stop word.
fn has_content(clauses: &[Clause]) -> bool {
    clauses
        .iter()
        .filter(|clause| clause.occur != Occur::Not)
        .any(|clause| match &clause.atom {
            Atom::Word(term) => !term.is_stop_word(),
            Atom::Phrase(terms) => terms.iter().any(|term| !term.is_stop_word()),
            Atom::Keyword { .. } => false,
            Atom::Group(inner) => has_content(inner),
        })
}

/// Whether `words` stands in `value` with no letter or digit at either side.
fn holds_words(value: &str, words: &str) -> bool {
    value.match_indices(words).any(|(at, found)| {
        let before = value[..at].chars().next_back();
        let after = value[at + found.len()..].chars().next();
        [before, after]
            .into_iter()
            .flatten()
            .all(|c| !c.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::holds_words;

    #[test]
    fn values_are_held_by_whole_words() {
        assert!(holds_words("صحيفه الغد الاردنيه", "الغد"));
        assert!(holds_words("2017", "2017"));
        assert!(!holds_words("2017", "201"));
        assert!(!holds_words("الغدير", "الغد"));
    }
}
