//! Why documents match: the forms that each word of a query stands for.

use crate::expand::{Relation, expand, kin};
use crate::phrase;
use crate::query::{Atom, Clause, Named, Occur, Query, Term};
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
    /// How many documents hold it; of one document how often it does.
    pub count: u32,
}

impl WordForms {
    /// Counts a form once more.
    pub(crate) fn add(&mut self, surface: &str, relation: Relation) {
        match self
            .forms
            .iter_mut()
            .find(|form| form.surface == surface && form.relation == relation)
        {
            Some(form) => form.count += 1,
            None => self.forms.push(FormOf {
                surface: surface.to_owned(),
                relation,
                count: 1,
            }),
        }
    }
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
                Atom::Named(named) => words.push(self.explain_name(named)),
                Atom::Keyword { .. } => {}
            }
        }
    }

    fn explain_name(&self, named: &Named) -> WordForms {
        let typed: Vec<&str> = named
            .typed
            .iter()
            .map(|term| term.keys.surface.as_str())
            .collect();
        let single = named
            .spellings
            .iter()
            .filter(|spelling| spelling.len() == 1)
            .flatten();
        let mut forms = Vec::new();
        for term in named.typed.iter().chain(single) {
            if !kin(self.dictionary(), term).is_empty() {
                self.forms(term, &mut forms);
            }
        }
        for spelling in named.spellings.iter().filter(|spelling| spelling.len() > 1) {
            let words: Vec<&str> = spelling
                .iter()
                .map(|term| term.keys.surface.as_str())
                .collect();
            let mut documents: Vec<u32> = phrase::places(self, spelling)
                .iter()
                .map(|place| place.doc())
                .collect();
            documents.dedup();
            if !documents.is_empty() {
                forms.push(FormOf {
                    surface: words.join(" "),
                    relation: Relation::Alias,
                    count: documents.len() as u32,
                });
            }
        }
        WordForms {
            typed: typed.join(" "),
            forms: in_order(&forms),
        }
    }

    fn explain_word(&self, term: &Term) -> WordForms {
        let mut forms = Vec::new();
        self.forms(term, &mut forms);
        WordForms {
            typed: term.keys.surface.clone(),
            forms: in_order(&forms),
        }
    }

    fn forms(&self, term: &Term, forms: &mut Vec<FormOf>) {
        let affixes = self.dictionary().affixes;
        for kin in &expand(self, term).kin {
            forms.extend(kin.related().filter_map(|(form, relation)| {
                Some(FormOf {
                    surface: kin.family.surface(form, affixes)?,
                    relation,
                    count: form.documents,
                })
            }));
        }
    }
}

/// Nearest first, then the most frequent; the rest stays as it is.
pub(crate) fn in_order(forms: &[FormOf]) -> Vec<FormOf> {
    let key = |(form, index): (&FormOf, u64)| {
        (form.relation as u64) << 56 | u64::from(!form.count) << 24 | index
    };
    let mut keys: Vec<u64> = forms.iter().zip(0..).map(key).collect();
    keys.sort_unstable();
    let place = |key: u64| (key & 0xFF_FFFF) as usize;
    keys.into_iter()
        .filter_map(|key| forms.get(place(key)).cloned())
        .collect()
}
