//! Places by the words before their names: settlements and divisions that no list knows, and landmarks.
//!
//! ```text
//! settlement = introducer name { "و" name }            "و" only behind a plural or dual: قرى كذا وكذا
//! landmark   = introducer (known place | name) { adjective }
//! name       = definite | indefinite | link (definite | indefinite)
//! ```

use std::ops::Range;
use std::sync::LazyLock;

use tawarikh_arabic::is_stop_word;

use crate::clause::part;
use crate::institution::NO_NAME;
use crate::introducer::{Gender, INTRODUCERS, Introducer, What, introducer, is_generic};
use crate::lookup::WordSet;
use crate::person::titled_end;
use crate::settling::{POSITION, adjective_of};
use crate::table;
use crate::word::Word;

/// First words of names that have another behind them, from `data/links.tsv`.
static LINKS: LazyLock<WordSet<&str>> =
    LazyLock::new(|| table::keys(include_str!("../data/links.tsv")));

/// Adjectives that belong to the names of landmarks: مطار صنعاء الدولي.
const ADJECTIVES: [&str; 14] = [
    "الدولي",
    "الدوليه",
    "الجوي",
    "الجويه",
    "العسكري",
    "العسكريه",
    "المركزي",
    "التعليمي",
    "الجامعي",
    "الكبير",
    "البري",
    "الحدودي",
    "البحري",
    "البحريه",
];

/// A place that its words introduce.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Introduced {
    pub span: Range<usize>,
    /// The place in a landmark's name: its index among the known ones.
    pub known: Option<usize>,
}

/// The places in `words` of `text` that words such as مدينة and مطار introduce, in order, without settlements that are known.
/// `known` are the bytes of the known places, in order.
pub(crate) fn introduced(text: &str, words: &[Word], known: &[Range<usize>]) -> Vec<Introduced> {
    let reader = Reader { text, words, known };
    (0..words.len()).flat_map(|at| reader.read(at)).collect()
}

struct Reader<'a> {
    text: &'a str,
    words: &'a [Word],
    known: &'a [Range<usize>],
}

impl Reader<'_> {
    /// What the word at `at` introduces.
    fn read(&self, at: usize) -> Vec<Introduced> {
        let Some((start, introducer)) = introducer(&self.words[at]) else {
            return Vec::new();
        };
        // وأدى folds to وادي and is a verb.
        let is_verb = self.text[self.words[at].span.clone()].contains("أدى");
        // وحي is a revelation too, other than behind another quarter.
        let is_revelation = self.words[at].key == "وحي"
            && !(at.saturating_sub(4)..at).any(|at| self.words[at].is_one(|key| key == "حي"));
        if is_verb
            || is_revelation
            || !self.joined(at + 1)
            || introducer.except.contains(&self.key(at + 1))
        {
            return Vec::new();
        }
        match introducer.what {
            What::Generic(_) => self.settlements(at + 1, introducer, is_many(&self.words[at])),
            What::Natural | What::Built => self
                .landmark(start, at + 1, introducer)
                .into_iter()
                .collect(),
        }
    }

    /// `settlement`, the names of which begin at `at`.
    fn settlements(&self, at: usize, introducer: &Introducer, many: bool) -> Vec<Introduced> {
        let mut found = Vec::new();
        let (mut at, mut start) = (at, self.words[at].span.start);
        loop {
            let end = match self.known_at(start) {
                Some(known) => self.word_behind(self.known[known].end, at),
                None => {
                    let Some(end) = self.name(at, start, introducer.open) else {
                        return found;
                    };
                    found.push(Introduced {
                        span: start..self.words[end - 1].span.end,
                        known: None,
                    });
                    end
                }
            };
            // "مدينتي كذا السورية وكذا العراقية"
            let is_adjective = self.joined(end) && adjective_of(self.key(end)).is_some();
            let end = end + usize::from(many && is_adjective);
            let and = self.words.get(end).and_then(and_split);
            match and.filter(|_| many && self.joined(end)) {
                Some(behind) => (at, start) = (end, behind),
                None => return found,
            }
        }
    }

    /// `landmark`, the name of which begins at `at`.
    fn landmark(&self, start: usize, at: usize, introducer: &Introducer) -> Option<Introduced> {
        let first = self.words[at].span.start;
        let known = self.known_at(first);
        // What is known by no other name is that: جبل إفرست, وادي سوات; مستشفى الشفاء is not.
        let start = match (introducer.what, known) {
            (What::Natural, None) => first,
            _ => start,
        };
        let mut end = match known {
            Some(known) => self.word_behind(self.known[known].end, at),
            None => self
                .honoured(at, introducer.open)
                .or_else(|| self.name(at, first, introducer.open))?,
        };
        if self.joined(end) && ADJECTIVES.contains(&self.key(end)) {
            end += 1;
        }
        Some(Introduced {
            span: start..self.words[end - 1].span.end,
            known,
        })
    }

    /// A person whom a landmark is named after, with the title: جسر الملك فهد. Where the name ends.
    fn honoured(&self, at: usize, open: Option<Gender>) -> Option<usize> {
        open.and_then(|_| titled_end(self.text, self.words, at))
    }

    /// `name`, which begins at byte `start` of the word at `at`: where it ends.
    fn name(&self, at: usize, start: usize, open: Option<Gender>) -> Option<usize> {
        let gender = open?;
        let is_link = LINKS.contains(self.key_from(at, start));
        if is_link
            && self.joined(at + 1)
            && self.may_name(at + 1, self.words[at + 1].span.start, None)
        {
            return Some(at + 2);
        }
        (!is_link && self.may_name(at, start, Some(gender))).then_some(at + 1)
    }

    /// Whether a word may be a name: no word of the grammar, no adjective or verb of the noun before it.
    fn may_name(&self, at: usize, start: usize, gender: Option<Gender>) -> bool {
        let word = &self.words[at];
        let key = self.key_from(at, start);
        let written = &self.text[start..word.span.end];
        let grammar = part(key);
        let is_word = is_stop_word(key)
            || grammar.verb
            || grammar.reports
            || grammar.needs_more
            || grammar.before_date
            || NO_NAME.contains(key)
            || key
                .strip_suffix('ا')
                .is_some_and(|stem| NO_NAME.contains(stem))
            || POSITION.contains(key)
            || INTRODUCERS.contains_key(key);
        // A particle before a word of the grammar or another introducer: مدينة وريف.
        let is_joined = start == word.span.start
            && word.splits.iter().any(|split| {
                POSITION.contains(split.key.as_str())
                    || INTRODUCERS.contains_key(split.key.as_str())
                    || is_stop_word(&split.key)
                    || self.known_at(split.start).is_some()
            });
        let letters = key.chars().count();
        let is_arabic = key.chars().all(|c| c.is_alphabetic() && !c.is_ascii());
        let owns = ["ها", "هم", "هما"]
            .iter()
            .any(|pronoun| written.ends_with(pronoun));
        // "ثلاث عشرة قرية بالأرض"
        let is_phrase = key.starts_with("بال") && letters > 5;
        if is_phrase
            || is_word
            || is_joined
            || letters < 3
            || !is_arabic
            || owns
            || written.contains('\u{64b}')
        {
            return false;
        }
        if key.starts_with("ال") {
            return letters > 4;
        }
        let is_plural = ["ين", "ون", "ات"]
            .iter()
            .any(|ending| key.ends_with(ending));
        if is_plural && letters > 5 {
            return false;
        }
        match gender {
            Some(Gender::Feminine) => {
                // A Berber name has ت at both ends: تافغاغت.
                let is_berber = key.starts_with("تا") && letters > 5;
                let is_verb =
                    key.ends_with('ت') && !is_berber || key.starts_with('ت') && letters < 6;
                !is_verb && !written.ends_with('ة')
            }
            Some(Gender::Masculine) => !key.ends_with('ي') && !key.starts_with('ي'),
            None => true,
        }
    }

    /// The known place that begins at a byte.
    fn known_at(&self, byte: usize) -> Option<usize> {
        let at = self.known.partition_point(|name| name.start < byte);
        (self.known.get(at)?.start == byte).then_some(at)
    }

    /// The word behind a byte, from the word `at` on.
    fn word_behind(&self, byte: usize, at: usize) -> usize {
        at + self.words[at..].partition_point(|word| word.span.end <= byte)
    }

    fn key(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.key.as_str())
    }

    /// The form of a word for comparing from a byte of it on.
    fn key_from(&self, at: usize, start: usize) -> &str {
        let mut readings = self.words[at].readings();
        readings
            .find_map(|(key, begin)| (begin == start).then_some(key))
            .unwrap_or_default()
    }

    /// Whether only blanks and quotes part a word from the one before.
    fn joined(&self, at: usize) -> bool {
        let (Some(before), Some(word)) = (self.words.get(at.wrapping_sub(1)), self.words.get(at))
        else {
            return false;
        };
        self.text[before.span.end..word.span.start]
            .chars()
            .all(|c| matches!(c, ' ' | '\u{a0}' | '"' | '«' | '“'))
    }
}

/// Where a name behind و begins within a word.
fn and_split(word: &Word) -> Option<usize> {
    let split = word.splits.first().filter(|_| word.key.starts_with('و'))?;
    (split.start == word.span.start + 'و'.len_utf8()).then_some(split.start)
}

/// Whether a word is a plural or dual that introduces several places: قرى, مدينتي.
fn is_many(word: &Word) -> bool {
    const BROKEN: [&str; 7] = ["قري", "مدن", "احياء", "اقاليم", "مناطق", "ارياف", "مخيمي"];
    word.is_one(|key| {
        is_generic(key) && (BROKEN.contains(&key) || key.ends_with("ات") || key.ends_with("تي"))
    })
}
