//! Words that are written as one where documents write two: عبدالله for عبد الله, ماوراء, خانيونس.

use tawarikh_arabic::keys;

use crate::expand::{Relation, kin};
use crate::phrase;
use crate::query::{Term, terms};
use crate::reader::Reader;

/// Bytes beyond which a word is not taken for two.
const LONGEST: usize = 64;

impl Reader {
    /// The two words that documents write in the place of one that none has. In fragments they are not worth their
    /// transport.
    pub(crate) fn parted(&self, term: &Term) -> Vec<Vec<Term>> {
        let word = term.keys.folded.as_str();
        if word.len() > LONGEST
            || self.is_in_fragments()
            || !kin(self.dictionary(), term).is_empty()
        {
            return Vec::new();
        }
        let cuts = (1..word.len()).filter_map(|at| word.split_at_checked(at));
        let parts = cuts.map(|(one, other)| terms(&[keys(one), keys(other)], Relation::Folded));
        let mut stand = parts.filter(|parts| !phrase::places(self, parts).is_empty());
        stand.next().into_iter().collect()
    }
}
