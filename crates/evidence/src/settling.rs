//! Which of the places that a word may name is meant, if any.
//!
//! What a text is about is told by the names in it that can be nothing else. A place of a name that is otherwise common, or
//! that several places share, counts by them and by the words around it.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use tawarikh_arabic::is_stop_word;

use crate::gazetteer::NameMention;
use crate::introducer::{What, introducer};
use crate::lookup::{WordMap, WordSet};
use crate::name::{Name, NameKind, Standing};
use crate::table;
use crate::word::Word;

/// A name that may be meant.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub mention: NameMention,
    /// The indices of its words.
    pub words: Range<usize>,
}

/// Words after which a place is named, from `data/position.tsv`.
pub(crate) static POSITION: LazyLock<WordSet<&str>> =
    LazyLock::new(|| table::keys(include_str!("../data/position.tsv")));

/// Names that are something else beside certain words, from `data/mistaken.tsv`.
static MISTAKEN: LazyLock<WordMap<&str, Vec<Mistaken>>> = LazyLock::new(|| {
    let mut mistaken: WordMap<&str, Vec<Mistaken>> = WordMap::default();
    for row in table::rows(include_str!("../data/mistaken.tsv")) {
        if let [name, side, beside] = row[..] {
            mistaken.entry(name).or_default().push(Mistaken {
                is_after: side == "after",
                beside: beside.split(' ').collect(),
            });
        }
    }
    mistaken
});

/// The words beside which a name is something else.
struct Mistaken {
    /// Whether the name comes after one of them, else before.
    is_after: bool,
    beside: Vec<&'static str>,
}

/// Adjectives of countries, from `data/nisba.tsv`.
static NISBA: LazyLock<WordMap<&str, &str>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("../data/nisba.tsv"));
    rows.filter_map(|row| Some((row[0], *row.get(1)?)))
        .collect()
});

/// The country that a word with the article is the adjective of: التونسية, السودانيون.
pub(crate) fn adjective_of(key: &str) -> Option<&'static str> {
    let stem = key.strip_prefix("ال")?;
    let endings = ["", "ه", "ين", "ات"].iter();
    endings
        .filter_map(|ending| stem.strip_suffix(ending))
        .find_map(|stem| NISBA.get(stem).copied())
}

/// Words for places that are no towns of their own standing: a small place is meant rather than a large one of its name.
const SMALL: [&str; 7] = [
    "village",
    "town",
    "subdistrict",
    "quarter",
    "camp",
    "district",
    "county",
];

/// The names that are meant, in order; those that can't be told apart are rivals of the first.
pub(crate) fn settle(
    names: &[Name],
    text: &str,
    words: &[Word],
    candidates: Vec<Candidate>,
) -> Vec<NameMention> {
    let candidates: Vec<Candidate> = candidates
        .into_iter()
        .filter(|candidate| {
            !is_mistaken(words, &candidate.words)
                && !is_particle(words, candidate)
                && !is_noun(names, words, candidate)
        })
        .collect();
    let told = Told::of(names, words, &candidates);
    let mut settled = Vec::new();
    let mut end = None;
    for (at, candidate) in candidates.iter().enumerate() {
        let behind = candidates.get(at + 1);
        let joined = end == Some(candidate.words.start)
            && has_and(text, words, candidate)
            && in_one_sentence(text, words, candidate.words.start)
            || behind.is_some_and(|behind| {
                behind.words.start == candidate.words.end
                    && has_and(text, words, behind)
                    && in_one_sentence(text, words, behind.words.start)
                    && told.is_sure(names, behind)
            });
        let place = match Surroundings::of(text, words, candidate, end) {
            Surroundings::Place | Surroundings::Other if joined => Surroundings::Joined,
            place => place,
        };
        if let Some(mention) = told.choose(names, text, candidate.mention.clone(), place) {
            end = (names[mention.name].kind == NameKind::Place).then_some(candidate.words.end);
            settled.push(mention);
        }
    }
    settled
}

/// Whether no sentence ends right before a word.
fn in_one_sentence(text: &str, words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    before.is_some_and(|before| {
        !text[before.span.end..words[at].span.start].contains(['.', '؟', '!', '\n'])
    })
}

/// Whether و joins a name to what stands before.
fn has_and(text: &str, words: &[Word], candidate: &Candidate) -> bool {
    let start = words[candidate.words.start].span.start;
    text[start..candidate.mention.span.start].starts_with('و')
}

/// Whether what looks like a name is a word of the grammar: وأنه, not وانة, and حتى الآن; but مدينة وانة.
fn is_particle(words: &[Word], candidate: &Candidate) -> bool {
    let word = &words[candidate.words.start];
    let joined = || word.splits.iter().any(|split| is_stop_word(&split.key));
    candidate.words.len() == 1
        && candidate.mention.span.start == word.span.start
        && (word.key == "الان" || joined())
        && announced(words, &candidate.words).is_none()
}

/// Whether a name that is a common noun too has an adjective of a country behind it that agrees with the noun: الدور الإيراني. Names of
/// towns are feminine: القائم العراقية.
fn is_noun(names: &[Name], words: &[Word], candidate: &Candidate) -> bool {
    let word = &words[candidate.words.start];
    let is_other = readings(&candidate.mention).all(|name| {
        names[name].kind == NameKind::Place
            && names[name].standing != Standing::Free
            && names[name].only_after.is_empty()
    });
    let is_masculine = |word: &Word| {
        word.continues && !word.key.ends_with('ه') && adjective_of(&word.key).is_some()
    };
    candidate.words.len() == 1
        && is_other
        && word.key.ends_with(|c| c != 'ه')
        && word.is_one(|key| key.starts_with("ال"))
        && words.get(candidate.words.end).is_some_and(is_masculine)
        && announced(words, &candidate.words).is_none()
}

/// Whether a name stands beside words that make it something else.
fn is_mistaken(words: &[Word], at: &Range<usize>) -> bool {
    let is = |word: Option<&Word>, beside: &[&str]| {
        word.is_some_and(|word| {
            let is_number = word.key.chars().all(|c| c.is_ascii_digit());
            word.is_one(|key| beside.contains(&key)) || (is_number && beside.contains(&"#"))
        })
    };
    let before = at.start.checked_sub(1).and_then(|at| words.get(at));
    let one = at.len() == 1;
    one && words[at.start]
        .readings()
        .filter_map(|(key, _)| MISTAKEN.get(key))
        .flatten()
        .any(|mistaken| {
            let beside = if mistaken.is_after {
                before
            } else {
                words.get(at.end)
            };
            is(beside, &mistaken.beside)
        })
}

/// The countries and divisions that a text is about, with how often it names places in them.
struct Told<'n> {
    countries: BTreeMap<&'n str, u32>,
    divisions: BTreeMap<&'n str, u32>,
}

impl<'n> Told<'n> {
    /// What the candidates tell that can be no other place.
    fn of(names: &'n [Name], words: &[Word], candidates: &[Candidate]) -> Told<'n> {
        let mut told = Told {
            countries: BTreeMap::new(),
            divisions: BTreeMap::new(),
        };
        for candidate in candidates {
            let readings: Vec<&Name> = readings(&candidate.mention)
                .filter_map(|name| names.get(name))
                .filter(|name| {
                    name.standing == Standing::Free || introduced(words, &candidate.words).is_some()
                })
                .collect();
            // A country and its capital of the same name, and two towns of one name, tell of the one country, not of a division.
            match &readings[..] {
                [name] => told.add(name),
                [name, others @ ..] if others.iter().all(|other| other.country == name.country) => {
                    told.add_country(name);
                }
                _ => {}
            }
        }
        // "الهلال الأحمر المغربي" tells of Morocco as its name would.
        for country in words.iter().filter_map(|word| adjective_of(&word.key)) {
            *told.countries.entry(country).or_default() += 1;
        }
        told
    }

    fn add_country(&mut self, name: &'n Name) {
        if let Some(country) = &name.country {
            *self.countries.entry(country).or_default() += 1;
        }
    }

    fn add(&mut self, name: &'n Name) {
        self.add_country(name);
        // A division tells of itself by its own identifier.
        for division in name.division.iter().chain([&name.id]) {
            *self.divisions.entry(division).or_default() += 1;
        }
    }

    /// Whether a name is of a place that counts wherever it is met, or for which it is enough that the text is about its
    /// country.
    fn is_sure(&self, names: &[Name], candidate: &Candidate) -> bool {
        let mut readings = readings(&candidate.mention).map(|reading| &names[reading]);
        readings.any(|name| {
            name.kind == NameKind::Place
                && name.only_after.is_empty()
                && match name.standing {
                    Standing::Free => true,
                    Standing::Local | Standing::Near => self.fit(name).1 > 0,
                    Standing::Guarded => false,
                }
        })
    }

    /// How well a place fits to what the text is about: its division first, then its country.
    fn fit(&self, name: &Name) -> (u32, u32) {
        let count = |told: &BTreeMap<&str, u32>, key: &Option<String>| {
            key.as_deref()
                .and_then(|key| told.get(key).copied())
                .unwrap_or_default()
        };
        (
            count(&self.divisions, &name.division).min(1),
            count(&self.countries, &name.country),
        )
    }

    /// The mention as it is meant; nothing where no place is.
    fn choose(
        &self,
        names: &[Name],
        text: &str,
        mention: NameMention,
        place: Surroundings,
    ) -> Option<NameMention> {
        let admitted = |reading: &usize| self.admits(&names[*reading], place);
        let mut readings: Vec<usize> = readings(&mention).filter(admitted).collect();
        let written = &text[mention.span.clone()];
        keep_if_any(&mut readings, |reading| {
            doubles_alike(written, &names[*reading].name)
        });
        let is_small =
            |reading: &usize| matches!(names[*reading].standing, Standing::Near | Standing::Local);
        if place == Surroundings::Introduced(Size::Small) {
            keep_if_any(&mut readings, |reading| {
                is_small(reading) && self.fit(&names[*reading]).1 > 0
            });
        }
        // ولاية سول in a text about Somalia is not Seoul, which is met everywhere.
        if matches!(place, Surroundings::Introduced(_)) {
            keep_if_any(&mut readings, |reading| self.fit(&names[*reading]).1 > 0);
        }
        if readings.iter().any(|reading| !is_small(reading)) {
            readings.retain(|reading| !is_small(reading));
        }
        let best = readings
            .iter()
            .map(|&reading| self.fit(&names[reading]))
            .max()?;
        readings.retain(|&reading| self.fit(&names[reading]) == best);
        // The country rather than its capital of the same name, which is a part of it.
        keep_if_any(&mut readings, |reading| is_country(&names[*reading]));
        let (&name, rivals) = readings.split_first()?;
        Some(NameMention {
            name,
            rivals: rivals.to_vec(),
            ..mention
        })
    }

    /// Whether a name may be meant here.
    fn admits(&self, name: &Name, place: Surroundings) -> bool {
        match (name.standing, place) {
            (Standing::Free, _) | (_, Surroundings::Introduced(_)) => true,
            (_, Surroundings::Joined) => name.standing == Standing::Guarded || self.fit(name).1 > 0,
            (_, Surroundings::Landmark) => self.fit(name).1 > 0,
            // A country's name behind a preposition is no adjective: في مالي.
            (Standing::Guarded, Surroundings::Place) if is_country(name) => true,
            (Standing::Local, _) | (Standing::Near, Surroundings::Place) => self.fit(name).1 > 0,
            (Standing::Near, Surroundings::Other) | (Standing::Guarded, _) => false,
        }
    }
}

fn is_country(name: &Name) -> bool {
    name.country
        .as_ref()
        .is_some_and(|code| name.id == format!("country-{}", code.to_lowercase()))
}

/// Keeps what passes, or everything where nothing does.
fn keep_if_any(readings: &mut Vec<usize>, passes: impl Fn(&usize) -> bool) {
    if readings.iter().any(&passes) {
        readings.retain(passes);
    }
}

/// What the words before a name say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Surroundings {
    /// A word such as مدينة stands before it.
    Introduced(Size),
    /// A word such as محطة stands before it: a landmark has its name from a place, or from any other word.
    Landmark,
    /// و joins it to a place beside it.
    Joined,
    /// A place is to be expected.
    Place,
    /// Anything.
    Other,
}

/// The size of the place that a word announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Size {
    Small,
    Any,
}

impl Surroundings {
    /// `last` is the index of the word after the place named before, if any.
    fn of(text: &str, words: &[Word], candidate: &Candidate, last: Option<usize>) -> Surroundings {
        if let Some(size) = introduced(words, &candidate.words) {
            return Surroundings::Introduced(size);
        }
        if announced(words, &candidate.words).is_some() {
            return Surroundings::Landmark;
        }
        let first = &words[candidate.words.start];
        let particles = &text[first.span.start..candidate.mention.span.start];
        let before = candidate
            .words
            .start
            .checked_sub(1)
            .and_then(|at| words.get(at));
        let in_place = particles.contains(['ب', 'ل'])
            || before.is_some_and(|word| word.is_one(|key| POSITION.contains(key)))
            || last == Some(candidate.words.start);
        if in_place {
            Surroundings::Place
        } else {
            Surroundings::Other
        }
    }
}

/// The word before a name that introduces it, by what it announces.
fn announced(words: &[Word], at: &Range<usize>) -> Option<What> {
    let before = words.get(at.start.checked_sub(1)?)?;
    Some(introducer(before)?.1.what)
}

/// The size that a word such as قرية before the name announces.
fn introduced(words: &[Word], at: &Range<usize>) -> Option<Size> {
    match announced(words, at)? {
        What::Generic(what) if SMALL.contains(&what) => Some(Size::Small),
        What::Generic(_) => Some(Size::Any),
        What::Natural | What::Built => None,
    }
}

/// All names that a mention may be of.
fn readings(mention: &NameMention) -> impl Iterator<Item = usize> {
    std::iter::once(mention.name).chain(mention.rivals.iter().copied())
}

/// Whether the letters that a text doubles by a sign are those that the name doubles: عُمان is not عمّان. Nothing is said where
/// either has no signs.
fn doubles_alike(written: &str, name: &str) -> bool {
    let (written, name) = (Signs::of(written), Signs::of(name));
    !written.any || !name.any || written.doubled == name.doubled
}

const SHADDA: char = '\u{651}';

/// The vowel signs of a text.
#[derive(Default)]
struct Signs {
    /// Whether there is one at all.
    any: bool,
    /// Which letters are doubled.
    doubled: Vec<usize>,
}

impl Signs {
    fn of(text: &str) -> Signs {
        let mut signs = Signs::default();
        let mut letters = 0;
        for c in text.chars() {
            match c {
                SHADDA => {
                    signs.any = true;
                    signs.doubled.push(letters);
                }
                '\u{64b}'..='\u{652}' => signs.any = true,
                _ => letters += 1,
            }
        }
        signs
    }
}
