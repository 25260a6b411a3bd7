//! A Latin word to what it may be in Arabic letters.
//!
//! Romanisation loses letters (h is ح and ه) and short vowels are written in Latin only, so a word has many readings. They
//! are made likeliest first, by a table of what each letter may stand for, and those that the documents have are kept.

use tawarikh_arabic::{Keys, stem};

use crate::expand::{Relation, kin};
use crate::query::{
    Atom, Clause, Named, Note, NoteCode, Occur, Query, Scope, Term, is_latin, terms,
};
use crate::reader::Reader;

/// Letters that a word must have.
const SHORTEST: usize = 3;
/// Letters that a word may have; longer ones have too many readings.
const LONGEST: usize = 24;
/// Readings that are kept from letter to letter.
const MOST_READINGS: usize = 384;
/// Readings in the documents that a word stands for.
const MOST_FOUND: usize = 4;
/// How much less likely than the best one another reading may be, in steps of the table.
const SLACK: u32 = 2;

const TABLE: &str = tawarikh_arabic::table_rows!("../data/transliteration.tsv");

/// A way to read a word, or its beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Reading {
    text: String,
    /// How many steps down the table.
    cost: u32,
}

impl Reader {
    /// The query with its Latin words that no document has read in Arabic letters, where documents have that, and with a
    /// note on each; and with the words that documents write in two or in one where the query does not.
    #[must_use]
    pub fn transliterate(&self, query: Query) -> Query {
        let mut query = query;
        let mut notes = Vec::new();
        self.transliterate_clauses(&mut query.clauses, &mut notes);
        self.join(&mut query.clauses);
        for text in notes {
            query.note(Note {
                code: NoteCode::Transliterated,
                text,
            });
        }
        query
    }

    fn transliterate_clauses(&self, clauses: &mut [Clause], notes: &mut Vec<String>) {
        for clause in clauses {
            match &mut clause.atom {
                // The words of an English question that every text has are no names.
                Atom::Word(term)
                    if term.scope == Scope::Anywhere
                        && term.is_lenient()
                        && !term.is_stop_word() =>
                {
                    let is_latin = is_latin(term);
                    let spellings = if is_latin {
                        self.readings(term)
                    } else {
                        self.parted(term)
                    };
                    if spellings.is_empty() {
                        continue;
                    }
                    if is_latin && clause.occur != Occur::Not {
                        notes.push(term.keys.surface.clone());
                    }
                    let typed = vec![term.clone()];
                    clause.atom = Atom::Named(Named { typed, spellings });
                }
                Atom::Group(inner) => self.transliterate_clauses(inner, notes),
                _ => {}
            }
        }
    }

    /// The readings of a word that documents have; none if they have the word itself.
    #[cold]
    fn readings(&self, term: &Term) -> Vec<Vec<Term>> {
        let letters = term.keys.folded.len();
        if !(SHORTEST..=LONGEST).contains(&letters) || !kin(self.dictionary(), term).is_empty() {
            return Vec::new();
        }
        let mut found: Vec<Vec<Term>> = Vec::new();
        let mut best = None;
        for reading in readings(&term.keys.folded) {
            if found.len() == MOST_FOUND || best.is_some_and(|best| reading.cost > best + SLACK) {
                break;
            }
            if let Some(terms) = self.attested(&reading.text) {
                best.get_or_insert(reading.cost);
                found.push(terms);
            }
        }
        found
    }

    /// A reading as a term, if documents have it, alone or under the article and particles. Its family may be that of
    /// the word with or without the article.
    fn attested(&self, reading: &str) -> Option<Vec<Term>> {
        let stems = [stem(&["ال", reading].concat()), stem(reading)];
        stems.into_iter().find_map(|stem| {
            let keys = Keys {
                surface: reading.to_owned(),
                folded: reading.to_owned(),
                stem,
            };
            let terms = terms(&[keys], Relation::Transliteration);
            let is_there = terms
                .first()
                .is_some_and(|term| !kin(self.dictionary(), term).is_empty());
            is_there.then_some(terms)
        })
    }
}

/// The readings of a word in lower-case ASCII letters, likeliest first.
fn readings(word: &str) -> Vec<Reading> {
    let word = without_doubles(word);
    let mut readings = vec![Reading {
        text: String::new(),
        cost: 0,
    }];
    let mut at = 0;
    while let Some((length, options)) = options(&word, at) {
        readings = extended(&readings, options);
        at += length;
    }
    readings.retain(|reading| reading.text.len() > 2 * 2);
    readings
}

/// Every reading with every option behind it, likeliest first.
fn extended(readings: &[Reading], options: &str) -> Vec<Reading> {
    let mut longer: Vec<Reading> = Vec::new();
    let worst =
        readings.last().map_or(0, |reading| reading.cost) + options.split(' ').count() as u32;
    for cost in 0..=worst {
        for (step, option) in (0..).zip(options.split(' ')) {
            let same = readings
                .iter()
                .filter(|reading| reading.cost + step == cost);
            longer.extend(same.map(|reading| Reading {
                text: [&reading.text, option.trim_matches('-')].concat(),
                cost,
            }));
        }
    }
    longer.truncate(MOST_READINGS);
    longer
}

/// How many letters from `at` on stand for something together, and for what.
fn options(word: &str, at: usize) -> Option<(usize, &'static str)> {
    let rest = word.get(at..)?;
    let place = |latin: &str| match (at == 0, latin.len() == rest.len()) {
        (true, _) => "first",
        (_, true) => "last",
        _ => "any",
    };
    let mut best: Option<(usize, bool, &'static str)> = None;
    for line in TABLE.lines() {
        let Some((where_, row)) = line.split_once('\t') else {
            continue;
        };
        let (latin, options) = row.split_once('\t').unwrap_or_default();
        let special = where_ != "any";
        if rest.starts_with(latin) && (!special || where_ == place(latin)) {
            let better = best.is_none_or(|(length, was, _)| (latin.len(), special) > (length, was));
            if better {
                best = Some((latin.len(), special, options));
            }
        }
    }
    best.map(|(length, _, options)| (length, options))
}

/// Doubled consonants are one letter with shadda.
fn without_doubles(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        if !out.ends_with(c) || matches!(c, 'a' | 'e' | 'o') {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use tawarikh_arabic::fold;

    #[test]
    fn every_row_says_where_what_and_what_for() {
        for row in TABLE.lines() {
            let fields: Vec<&str> = row.split('\t').collect();
            let [place, latin, options] = fields[..] else {
                panic!("{row}: three fields");
            };
            assert!(["first", "last", "any"].contains(&place), "{row}");
            assert!(
                latin.bytes().all(|byte| byte.is_ascii_lowercase()) && !latin.is_empty(),
                "{row}"
            );
            for option in options.split(' ') {
                assert!(
                    option == "-" || fold(option) == option && !option.is_empty(),
                    "{row}"
                );
            }
        }
    }

    #[test]
    fn every_letter_stands_for_something() {
        for letter in 'a'..='z' {
            let word = format!("b{letter}b");
            assert!(options(&word, 1).is_some(), "{letter}");
        }
    }

    #[test]
    fn likeliest_first() {
        let readings = readings("basra");
        assert!(readings.is_sorted_by_key(|reading| reading.cost));
        assert!(readings.iter().any(|reading| reading.text == "بصره"));
    }
}
