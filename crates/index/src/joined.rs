//! Words that are written as one where documents write two: عبدالله for عبد الله, ماوراء, خانيونس.

use tawarikh_arabic::keys;

use crate::expand::{Relation, expand};
use crate::phrase;
use crate::query::{Term, terms};
use crate::reader::Reader;

/// Words that begin names of persons and places and are joined to the next one.
const BEGINNINGS: [&str; 10] = [
    "عبد", "ابو", "ابي", "ابا", "ابن", "بني", "بيت", "خان", "كفر", "دير",
];
/// What ما is joined to.
const AFTER_MA: [&str; 6] = ["وراء", "بعد", "قبل", "بين", "زال", "دام"];
/// Bytes beyond which a word is not taken for two.
const LONGEST: usize = 64;

impl Reader {
    /// The two words that documents write in the place of one that none has. In fragments they are not worth their
    /// transport.
    pub(crate) fn parted(&self, term: &Term) -> Vec<Vec<Term>> {
        let word = term.keys.folded.as_str();
        if word.len() > LONGEST || self.is_in_fragments() || expand(self, term).has_forms() {
            return Vec::new();
        }
        let cuts = (1..word.len()).filter_map(|at| word.split_at_checked(at));
        let words = cuts.filter(|(one, other)| are_joined(one, other));
        let parts = words.map(|(one, other)| terms(&[keys(one), keys(other)], Relation::Folded));
        let mut stand = parts.filter(|parts| !phrase::places(self, parts).is_empty());
        stand.next().into_iter().collect()
    }
}

/// Whether writers join two such words: any two words may be one name in other letters. What has an article in its midst is two.
fn are_joined(one: &str, other: &str) -> bool {
    match one {
        "لا" => other.starts_with(['ي', 'ت']),
        "ما" => AFTER_MA.contains(&other),
        _ => other.starts_with("ال") || BEGINNINGS.contains(&one),
    }
}
