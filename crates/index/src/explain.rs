//! Why documents match: the forms that each word of a query stands for.

use crate::expand::{Relation, expand};
use crate::grams::Tally;
use crate::query::{Atom, Clause, Occur, Query, Term};
use crate::reader::Reader;

/// A word of a query and the forms that it stands for in the documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordForms {
    /// The word as typed, in its surface form.
    pub typed: String,
    /// The forms, nearest first, then the most frequent.
    pub forms: Vec<FormOf>,
}

/// A form in the documents that a word of a query stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormOf {
    /// The form as it is written, without tashkeel.
    pub surface: String,
    /// How it stands to the word.
    pub relation: Relation,
    /// How many documents hold it.
    pub documents: u32,
}

impl Reader {
    /// The forms that the words of `query` stand for, word by word; words that must not occur are left out.
    #[must_use]
    pub fn explain(&self, query: &Query) -> Vec<WordForms> {
        let mut words = Vec::new();
        self.explain_clauses(&query.clauses, &mut words);
        words
    }

    fn explain_clauses(&self, clauses: &[Clause], words: &mut Vec<WordForms>) {
        for clause in clauses.iter().filter(|clause| clause.occur != Occur::Not) {
            match &clause.atom {
                Atom::Word(term) => words.push(self.explain_word(term)),
                Atom::Phrase(terms) => {
                    words.extend(terms.iter().map(|term| self.explain_word(term)));
                }
                Atom::Group(inner) => self.explain_clauses(inner, words),
                Atom::Keyword { .. } => {}
            }
        }
    }

    fn explain_word(&self, term: &Term) -> WordForms {
        let affixes = &self.dictionary.affixes;
        let mut forms = Vec::new();
        for kin in expand(self, term, &mut Tally::new(&self.grams)).kin {
            forms.extend(kin.related().filter_map(|(form, relation)| {
                Some(FormOf {
                    surface: kin.family.surface(form, affixes)?,
                    relation,
                    documents: form.documents,
                })
            }));
        }
        // Nearest first, then the most frequent; forms of a family come in the order of the dictionary.
        let key = |(form, index): (&FormOf, u64)| {
            (form.relation as u64) << 56 | u64::from(!form.documents) << 24 | index
        };
        let mut keys: Vec<u64> = forms.iter().zip(0..).map(key).collect();
        keys.sort_unstable();
        let place = |key: u64| (key & 0xFF_FFFF) as usize;
        let forms = keys
            .into_iter()
            .filter_map(|key| forms.get(place(key)).cloned())
            .collect();
        WordForms {
            typed: term.keys.surface.clone(),
            forms,
        }
    }
}
