//! Words that are written as one where documents write two, or the other way round: عبدالله for عبد الله, ماوراء, خانيونس.

use tawarikh_arabic::keys;

use crate::expand::{Relation, expand, kin};
use crate::phrase;
use crate::query::{Atom, Clause, Occur, Term, terms};
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

    /// Adds the words that documents write in the place of two neighbours among the clauses.
    pub(crate) fn join(&self, clauses: &mut Vec<Clause>) {
        if self.is_in_fragments() {
            return;
        }
        for at in 1..clauses.len() {
            if let Some(clause) = self.whole(clauses.get(at - 1..=at)) {
                clauses.push(clause);
            }
        }
    }

    #[cold]
    fn whole(&self, pair: Option<&[Clause]>) -> Option<Clause> {
        let [one, other] = pair? else { return None };
        let (Atom::Word(one), Atom::Word(other)) = (&one.atom, &other.atom) else {
            return None;
        };
        if !are_joined(&one.keys.folded, &other.keys.folded) {
            return None;
        }
        let whole = [one.keys.surface.as_str(), &other.keys.surface].concat();
        let term = Term::whole(keys(&whole));
        let is_there = !kin(self.dictionary(), &term).is_empty();
        is_there.then_some(Clause {
            occur: Occur::Should,
            atom: Atom::Word(term),
        })
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
