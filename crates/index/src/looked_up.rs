//! The words that were looked up last: one search asks for each of its words several times, and while somebody types, the
//! next search has all of them but the last.

use std::rc::Rc;

use crate::expand::Expansion;
use crate::query::Term;

/// Words that are kept at most, then all are forgotten.
const MOST: usize = 64;

/// What the last words stood for.
#[derive(Debug, Default)]
pub(crate) struct LookedUp(Vec<(Term, Rc<Expansion>)>);

impl LookedUp {
    /// What a word stands for, if it is among them.
    pub(crate) fn get(&self, term: &Term) -> Option<Rc<Expansion>> {
        let mut words = self.0.iter();
        words.find_map(|(known, expansion)| (known == term).then(|| Rc::clone(expansion)))
    }

    /// Keeps what a word stands for.
    pub(crate) fn put(&mut self, term: &Term, expansion: &Rc<Expansion>) {
        if self.0.len() == MOST {
            self.0.clear();
        }
        self.0.push((term.clone(), Rc::clone(expansion)));
    }
}

#[cfg(test)]
mod tests {
    use tawarikh_arabic::keys;

    use super::*;

    #[test]
    fn words_are_kept_until_there_are_too_many() {
        let mut words = LookedUp::default();
        let term = |number: usize| Term::whole(keys(&number.to_string()));
        let expansion = Rc::new(Expansion::known(Vec::new()));
        (0..MOST).for_each(|number| words.put(&term(number), &expansion));
        assert!(words.get(&term(0)).is_some());
        words.put(&term(MOST), &expansion);
        assert!(words.get(&term(0)).is_none());
        assert!(words.get(&term(MOST)).is_some());
    }
}
