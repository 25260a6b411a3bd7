//! Names with several spellings, in any script: a query that has one of them asks for all.

use tawarikh_arabic::clitic::split_prefixes;
use tawarikh_arabic::{Keys, TokenKind, hash32, keys, tokens};

use super::{Atom, Clause, Named, Occur, Scope, Term};
use crate::bloom::Bloom;
use crate::expand::Relation;

/// Names that have several spellings.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// The keys of all spellings by [`hash32`], each with its place in `spellings`: sorted, and in the one kind of number
    /// that the engine sorts.
    order: Vec<u64>,
    /// The key of every spelling and its name.
    spellings: Vec<(String, u32)>,
    /// By name, the words of the spellings that documents have.
    used: Vec<Vec<Vec<Keys>>>,
    /// Words in the longest spelling.
    longest: usize,
    /// The first words of all keys: most words of a query begin no name.
    first_words: Bloom,
}

/// One spelling of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spelling<'s> {
    /// As it is written.
    pub text: &'s str,
    /// Whether documents have it; others only lead to those that do.
    pub used: bool,
}

/// The Arabic article as Latin letters write it, also before letters that it becomes like. Systems: ALA-LC, BGN/PCGN, and
/// what newspapers do.
const LATIN_ARTICLES: [&str; 17] = [
    "al", "el", "ar", "er", "as", "es", "ash", "esh", "az", "ez", "an", "en", "ad", "ed", "at",
    "et", "ul",
];

/// The first words of keys.
fn first_words(spellings: &[(String, u32)]) -> Bloom {
    let mut words = Bloom::with_room(spellings.len());
    let first = spellings
        .iter()
        .filter_map(|(key, _)| key.split(' ').next());
    first.for_each(|word| words.add(word.as_bytes()));
    words
}

impl Names {
    /// Names by their spellings.
    pub fn new<'s, N>(names: impl IntoIterator<Item = N>) -> Names
    where
        N: IntoIterator<Item = Spelling<'s>>,
    {
        let mut all = Names::default();
        for (name, spellings) in (0..).zip(names) {
            all.used.push(Vec::new());
            spellings
                .into_iter()
                .for_each(|spelling| all.add(name, spelling));
        }
        let places = all.spellings.iter().zip(0..);
        all.order = places
            .map(|((key, _), place)| u64::from(hash32(key.as_bytes())) << 32 | place)
            .collect();
        all.order.sort_unstable();
        all.first_words = first_words(&all.spellings);
        all
    }

    /// Whether a name may begin with a folded word.
    fn may_begin(&self, word: &str) -> bool {
        self.first_words.may_have(word) || is_latin_article(word)
    }

    fn add(&mut self, name: u32, spelling: Spelling<'_>) {
        let words: Vec<Keys> = words(spelling.text);
        let folded: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        let key = key(&folded);
        if key.is_empty() {
            return;
        }
        // A spelling may be typed with an article more or less than the key has.
        self.longest = self.longest.max(words.len() + 1);
        self.spellings.push((key, name));
        let used = self.used.get_mut(name as usize).filter(|_| spelling.used);
        used.into_iter().for_each(|used| used.push(words.clone()));
    }

    /// The names with a spelling of that key.
    fn with_key(&self, key: &str) -> impl Iterator<Item = u32> {
        let hash = hash32(key.as_bytes());
        let from = self
            .order
            .partition_point(|entry| ((entry >> 32) as u32) < hash);
        let same = self
            .order
            .iter()
            .skip(from)
            .take_while(move |entry| (*entry >> 32) as u32 == hash);
        let spellings = same.filter_map(|entry| self.spellings.get((entry & 0xFFFF_FFFF) as usize));
        spellings
            .filter(move |(known, _)| known == key)
            .map(|&(_, name)| name)
    }

    /// The spellings that documents have of the names that these folded words spell; none if they spell no name.
    fn spelt(&self, words: &[&str]) -> Vec<Vec<Term>> {
        let Some((first, rest)) = words.split_first() else {
            return Vec::new();
        };
        for first in without_particles(first) {
            if !self.may_begin(&first) {
                continue;
            }
            let mut words = vec![first.as_str()];
            words.extend(rest);
            let mut spelt: Vec<Vec<Term>> = Vec::new();
            let mut known = false;
            for name in self.with_key(&key(&words)) {
                known = true;
                for spelling in self.used.get(name as usize).into_iter().flatten() {
                    let terms = terms(spelling, Relation::Alias);
                    if !spelt.contains(&terms) {
                        spelt.push(terms);
                    }
                }
            }
            if known {
                return spelt;
            }
        }
        Vec::new()
    }
}

/// A spelling to look for: its first word may stand under particles.
pub(crate) fn terms(words: &[Keys], relation: Relation) -> Vec<Term> {
    let mut terms: Vec<Term> = words.iter().cloned().map(Term::whole).collect();
    if let Some(first) = terms.first_mut() {
        first.spelling = Some(relation);
    }
    terms
}

/// The words and numbers of a text.
fn words(text: &str) -> Vec<Keys> {
    tokens(text)
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        .map(|token| keys(token.text))
        .collect()
}

/// What a spelling is known by: its folded words without Latin articles, unless nothing else is left.
fn key(words: &[&str]) -> String {
    let mut key = String::new();
    let telling = words.iter().filter(|word| !is_latin_article(word));
    telling.for_each(|word| add_word(&mut key, word));
    if key.is_empty() {
        words.iter().for_each(|word| add_word(&mut key, word));
    }
    key
}

fn add_word(key: &mut String, word: &str) {
    if !key.is_empty() {
        key.push(' ');
    }
    key.push_str(word);
}

fn is_latin_article(word: &str) -> bool {
    word.is_ascii() && LATIN_ARTICLES.contains(&word)
}

/// A folded word and what it may be without the particles before it, the article kept: بالرقه, الرقه, رقه; للرقه is الرقه.
fn without_particles(word: &str) -> Vec<String> {
    let mut rests: Vec<String> = Vec::new();
    for (start, rest) in split_prefixes(word) {
        if word[..start].ends_with("لل") {
            rests.push(["ال", rest].concat());
        }
        rests.push(rest.to_owned());
    }
    rests
}

/// Whether a folded word of a text is `word`, alone or under particles.
pub(crate) fn stands_in(word: &str, folded: &str) -> bool {
    if !folded.contains(word.strip_prefix("ال").unwrap_or(word)) {
        return false;
    }
    folded == word || without_particles(folded).iter().any(|rest| rest == word)
}

/// Puts names in the place of the words that spell them; the longest run of words first.
pub(super) fn find(clauses: &mut Vec<Clause>, names: &Names) {
    if names.order.is_empty() {
        return;
    }
    let mut at = 0;
    while let Some(rest) = clauses.get(at..).filter(|rest| !rest.is_empty()) {
        match run(rest, names) {
            Some((found, length)) => {
                clauses.drain(at + 1..at + length);
                clauses[at] = found;
            }
            None => single(&mut clauses[at], names),
        }
        at += 1;
    }
}

/// The name that the first of the clauses spell, and how many they are.
fn run(clauses: &[Clause], names: &Names) -> Option<(Clause, usize)> {
    let first = clauses.first()?;
    let bare = clauses.iter().map_while(|clause| match &clause.atom {
        Atom::Word(term) if clause.occur == Occur::Should && term.scope == Scope::Anywhere => {
            Some(term)
        }
        _ => None,
    });
    let mut terms: Vec<&Term> = bare.take(names.longest).collect();
    if let (true, Atom::Word(term)) = (terms.is_empty(), &first.atom) {
        terms.extend((term.scope == Scope::Anywhere).then_some(term));
    }
    (1..=terms.len()).rev().find_map(|length| {
        let named = named(terms.get(..length)?, names)?;
        let atom = Atom::Named(named);
        Some((
            Clause {
                occur: first.occur,
                atom,
            },
            length,
        ))
    })
}

fn named(terms: &[&Term], names: &Names) -> Option<Named> {
    let folded: Vec<&str> = terms.iter().map(|term| term.keys.folded.as_str()).collect();
    let mut spellings = names.spelt(&folded);
    if let [only] = terms {
        // The word itself is searched in all its forms anyway.
        spellings.retain(
            |spelling| !matches!(&spelling[..], [one] if one.keys.folded == only.keys.folded),
        );
    }
    if spellings.is_empty() {
        return None;
    }
    let typed = terms.iter().map(|&term| term.clone()).collect();
    Some(Named { typed, spellings })
}

/// Puts the names within a clause: words that are alternatives of each other, and Latin words in quotation marks.
fn single(clause: &mut Clause, names: &Names) {
    match &mut clause.atom {
        Atom::Group(inner) => {
            for clause in inner {
                match run(std::slice::from_ref(clause), names) {
                    Some((found, _)) => *clause = found,
                    None => single(clause, names),
                }
            }
        }
        Atom::Phrase(terms) if terms.iter().all(is_latin) => {
            let terms: Vec<&Term> = terms.iter().collect();
            if let Some(found) = named(&terms, names) {
                clause.atom = Atom::Named(found);
            }
        }
        _ => {}
    }
}

/// Whether a word is in Latin letters, anywhere.
pub(crate) fn is_latin(term: &Term) -> bool {
    term.scope == Scope::Anywhere
        && term
            .keys
            .folded
            .bytes()
            .all(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let spelling = |text| Spelling { text, used: true };
        Names::new([
            vec![
                spelling("القدس"),
                Spelling {
                    text: "Jerusalem",
                    used: false,
                },
                Spelling {
                    text: "Al-Quds",
                    used: false,
                },
            ],
            vec![
                spelling("بيت لحم"),
                Spelling {
                    text: "Bethlehem",
                    used: false,
                },
            ],
        ])
    }

    fn check(words: &[&str], expect: &[&str]) {
        let names = names();
        let found: Vec<String> = names
            .spelt(words)
            .iter()
            .map(|terms| {
                let words: Vec<&str> = terms
                    .iter()
                    .map(|term| term.keys.surface.as_str())
                    .collect();
                words.join(" ")
            })
            .collect();
        assert_eq!(found, expect, "{words:?}");
    }

    #[test]
    fn any_spelling_leads_to_those_that_documents_have() {
        check(&["jerusalem"], &["القدس"]);
        check(&["quds"], &["القدس"]);
        check(&["el", "quds"], &["القدس"]);
        check(&["bethlehem"], &["بيت لحم"]);
        check(&["وبالقدس"], &["القدس"]);
        check(&["للقدس"], &["القدس"]);
        check(&["ببيت", "لحم"], &["بيت لحم"]);
        check(&["بيت"], &[]);
        check(&["al"], &[]);
        check(&[], &[]);
    }

    #[test]
    fn a_name_stands_under_particles() {
        for folded in ["القدس", "بالقدس", "وللقدس", "فالقدس"] {
            assert!(stands_in("القدس", folded), "{folded}");
        }
        for folded in ["القدسي", "قدس", "المقدس"] {
            assert!(!stands_in("القدس", folded), "{folded}");
        }
    }
}
