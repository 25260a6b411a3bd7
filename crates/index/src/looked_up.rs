//! The words that were looked up last: one search asks for each of its words several times, and while somebody types, the
//! next search has all of them but the last.

use std::rc::Rc;

use crate::expand::Expansion;
use crate::query::Term;

/// Words that are kept: those of a long question, and again as many.
const MOST: usize = 64;

/// What the last words stood for.
#[derive(Debug, Default)]
pub(crate) struct LookedUp {
    words: Vec<(Term, Rc<Expansion>)>,
    /// The place that the next word takes.
    next: usize,
}

impl LookedUp {
    /// What a word stands for, if it is among them.
    pub(crate) fn get(&self, term: &Term) -> Option<Rc<Expansion>> {
        let mut words = self.words.iter();
        words.find_map(|(known, expansion)| (known == term).then(|| Rc::clone(expansion)))
    }

    /// Keeps what a word stands for, in the place of the oldest.
    pub(crate) fn put(&mut self, term: &Term, expansion: &Rc<Expansion>) {
        let word = (term.clone(), Rc::clone(expansion));
        match self.words.get_mut(self.next) {
            Some(oldest) => *oldest = word,
            None => self.words.push(word),
        }
        self.next = (self.next + 1) % MOST;
    }
}

#[cfg(test)]
mod tests {
    use tawarikh_arabic::keys;

    use super::*;

    #[test]
    fn the_last_words_are_kept() {
        let mut words = LookedUp::default();
        let term = |number: usize| Term::whole(keys(&number.to_string()));
        let expansion = Rc::new(Expansion::known(Vec::new()));
        (0..=MOST).for_each(|number| words.put(&term(number), &expansion));
        assert!(words.get(&term(0)).is_none());
        assert!(words.get(&term(1)).is_some());
        assert!(words.get(&term(MOST)).is_some());
    }
}
