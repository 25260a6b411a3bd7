//! Makes queries of which the right answer is known out of any documents, to see whether ranking holds on texts that it
//! was not tuned on.
//!
//! ```text
//! cargo run --release -p tawarikh-index --example known_items -- DOCS.jsonl QUERIES.jsonl QRELS.tsv
//! ```
//!
//! From some sentence of every sampled document three telling nouns are taken and written as somebody else would write
//! them: with or without the article, with a particle or pronoun, in the other number, in a careless spelling, with a
//! slip of the keyboard. Which noun gets which change hangs on a hash of the document's number, so the same documents
//! always give the same queries. Broken plurals come from `tests/corpus/arabic/plurals.txt`, which lists words, not
//! shapes.

mod jsonl;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;

use serde_json::{Value, json};
use tawarikh_arabic::{TokenKind, fold, is_stop_word, stem, surface, tokens};

use jsonl::{lines, text};

/// Queries that are made at most.
const MOST: usize = 1200;
/// Words among which the nouns of a query are looked for.
const SENTENCE: usize = 14;
/// Nouns in a query.
const NOUNS: usize = 3;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [documents, queries, qrels] = arguments.as_slice() else {
        return Err("give a file of documents and two files to write".into());
    };
    let documents = lines(documents)?;
    let collection = Collection::of(&documents);
    let step = documents.len().div_ceil(MOST).max(1);
    let each = (MOST / documents.len().max(1)).max(1) as u64;
    let (mut asked, mut right) = (String::new(), String::new());
    for (number, document) in documents.iter().enumerate().step_by(step) {
        for round in 0..each {
            let mut chance = Chance(number as u64 * 1_000_003 + round);
            if let Some(query) = collection.query(number, &mut chance) {
                let id = format!("{number}-{round}");
                asked += &format!("{}\n", json!({"id": id, "text": query}));
                right += &format!("{id}\t{}\n", text(document, "id"));
            }
        }
    }
    fs::write(queries, asked)?;
    fs::write(qrels, right)?;
    Ok(())
}

/// Numbers that look random and are always the same (splitmix64, Steele, Lea, Flood 2014).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % end.max(1) as u64) as usize
    }
}

/// What the documents say about words.
struct Collection {
    /// Their words in surface form.
    documents: Vec<Vec<String>>,
    /// In how many documents each stem stands.
    holding: BTreeMap<String, usize>,
    /// Stems that stand with the article somewhere.
    nouns: BTreeSet<String>,
    /// A word to the same in the other number, without article.
    numbers: BTreeMap<String, String>,
}

impl Collection {
    fn of(documents: &[Value]) -> Collection {
        let words = |document: &Value| {
            let words =
                tokens(text(document, "text")).filter(|token| token.kind == TokenKind::Word);
            words.map(|token| surface(token.text)).collect()
        };
        let documents: Vec<Vec<String>> = documents.iter().map(words).collect();
        let mut holding = BTreeMap::new();
        let mut nouns = BTreeSet::new();
        for words in &documents {
            let stems: BTreeSet<String> = words.iter().map(|word| stem(&fold(word))).collect();
            stems
                .into_iter()
                .for_each(|stem| *holding.entry(stem).or_default() += 1);
            let definite = words.iter().filter(|word| bare(word).is_some());
            nouns.extend(definite.map(|word| stem(&fold(word))));
        }
        Collection {
            documents,
            holding,
            nouns,
            numbers: numbers(),
        }
    }

    /// Three nouns of a sentence of the document, written otherwise.
    fn query(&self, document: usize, chance: &mut Chance) -> Option<String> {
        let words = &self.documents[document];
        let start = chance.below(words.len().saturating_sub(SENTENCE));
        let sentence = words.get(start..start + SENTENCE)?;
        let mut telling: Vec<(usize, &String)> = sentence
            .iter()
            .filter_map(|word| Some((self.spread(word)?, word)))
            .collect();
        telling.sort_unstable();
        telling.dedup();
        let nouns = telling.get(..NOUNS)?.iter();
        let other: Vec<String> = nouns.map(|(_, word)| self.vary(word, chance)).collect();
        Some(other.join(" "))
    }

    /// In how many documents a noun stands, unless that is too few to be a task or too many to tell anything.
    fn spread(&self, word: &str) -> Option<usize> {
        let folded = fold(word);
        let stem = stem(&folded);
        let holding = *self.holding.get(&stem)?;
        let fits = word.chars().count() >= 4
            && !is_stop_word(&folded)
            && (bare(word).is_some() || folded.starts_with(&stem))
            && self.nouns.contains(&stem)
            && (3..=self.documents.len() / 10).contains(&holding);
        fits.then_some(holding)
    }

    /// The word as somebody else would write it.
    fn vary(&self, word: &str, chance: &mut Chance) -> String {
        let plain = bare(word).unwrap_or(word);
        match chance.below(8) {
            0 => word.to_owned(),
            1 if plain == word => format!("ال{word}"),
            1 => plain.to_owned(),
            2 => match bare(word) {
                Some(plain) => format!("{}{plain}", ["وال", "بال", "لل"][chance.below(3)]),
                None => format!("{}{word}", ["و", "ب", "ل"][chance.below(3)]),
            },
            3 => fold(word),
            4 | 5 => self.other_number(plain),
            6 => match plain.strip_suffix('ة') {
                Some(rest) => format!("{rest}ت{}", ["ه", "ها", "هم"][chance.below(3)]),
                None => format!("{plain}{}", ["ه", "ها", "هم"][chance.below(3)]),
            },
            _ => slip(word, chance),
        }
    }

    /// Plural for singular and singular for plural; the word with an article where its plural is unknown.
    fn other_number(&self, plain: &str) -> String {
        if let Some(other) = self.numbers.get(plain) {
            return other.clone();
        }
        for (ending, other) in [
            ("ات", "ة"),
            ("ون", ""),
            ("ين", ""),
            ("ية", "يات"),
            ("ة", "ات"),
            ("ي", "يين"),
        ] {
            if let Some(rest) = plain
                .strip_suffix(ending)
                .filter(|rest| rest.chars().count() >= 3)
            {
                return format!("{rest}{other}");
            }
        }
        format!("ال{plain}")
    }
}

/// What follows the article at the word's beginning.
fn bare(word: &str) -> Option<&str> {
    word.strip_prefix("ال")
        .filter(|rest| rest.chars().count() >= 3)
}

/// Broken plurals to their singulars and back.
fn numbers() -> BTreeMap<String, String> {
    let table = include_str!("../../../tests/corpus/arabic/plurals.txt");
    let pairs = table.lines().filter_map(|line| line.split_once(' '));
    let mut numbers = BTreeMap::new();
    for (plural, singular) in pairs.filter(|(plural, _)| !plural.starts_with('#')) {
        numbers.insert(plural.to_owned(), singular.to_owned());
        numbers
            .entry(singular.to_owned())
            .or_insert(plural.to_owned());
    }
    numbers
}

/// The word with an inner letter left out, doubled or exchanged with the next one.
fn slip(word: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = 1 + chance.below(letters.len().saturating_sub(2));
    match chance.below(3) {
        0 => _ = letters.remove(at),
        1 => letters.insert(at, letters[at]),
        _ => letters.swap(at, at - 1),
    }
    letters.into_iter().collect()
}
