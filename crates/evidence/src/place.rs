//! Places by the words before their names: settlements and divisions that no list knows, and landmarks.
//!
//! ```text
//! settlement = introducer name { "و" name }            "و" only behind a plural or dual: قرى كذا وكذا
//! landmark   = introducer (known place | person | honour name | name) { adjective }
//! name       = definite | indefinite { strange } | link (definite | indefinite)
//! unknown    = locative strange { strange } | place "و" strange
//! ```

use std::ops::Range;
use std::sync::LazyLock;

use tawarikh_arabic::is_stop_word;

use crate::clause::part;
use crate::institution::NO_NAME;
use crate::introducer::{Gender, INTRODUCERS, Introducer, What, introducer, is_generic};
use crate::lookup::WordSet;
use crate::person::{called_after, part_of_name};
use crate::settling::{POSITION, adjective_of};
use crate::spans::{cross, starting_at};
use crate::strange::{Strangeness, is_strange};
use crate::table;
use crate::word::{Word, word_behind};

/// First words of names that have another behind them, from `data/links.tsv`.
static LINKS: LazyLock<WordSet<&str>> =
    LazyLock::new(|| table::keys(include_str!("../data/links.tsv")));

/// Adjectives that belong to the names of landmarks: مطار صنعاء الدولي.
const ADJECTIVES: [&str; 22] = [
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
    "الوطني",
    "الوطنيه",
    "الحكومي",
    "التخصصي",
    "الاولمبي",
    "الجديد",
    "الجديده",
    "القديم",
];

/// Words between which and a name nothing but a place can stand: في, شمال. After the others, such as إلى, it may be somebody.
const LOCATIVES: [&str; 22] = [
    "في",
    "قرب",
    "شمال",
    "جنوب",
    "شرق",
    "غرب",
    "شمالي",
    "جنوبي",
    "شرقي",
    "غربي",
    "وسط",
    "فوق",
    "قباله",
    "مشارف",
    "ضواحي",
    "اطراف",
    "محيط",
    "سكان",
    "اهالي",
    "عاصمه",
    "سماء",
    "منها",
];

/// First words of names of villages and hills that hardly begin anything else: في كفر كذا, قرب تل كذا.
const SETTLED: [&str; 5] = ["كفر", "تل", "خربه", "نجع", "كوم"];

/// Words of one name from another language, at most.
const MOST_STRANGE: usize = 3;
/// Letters of a name from another language that no noun introduces, at least.
const LEAST_ALONE: usize = 5;

/// A place that its words introduce.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Introduced {
    pub span: Range<usize>,
    /// The place in a landmark's name: its index among the known ones.
    pub known: Option<usize>,
}

/// The places in `words` of `text` that words such as مدينة and مطار introduce, in order, without settlements that are known.
/// `known` are the bytes of the known places, `people` of persons' names, in order.
pub(crate) fn introduced(
    text: &str,
    words: &[Word],
    known: &[Range<usize>],
    people: &[Range<usize>],
) -> Vec<Introduced> {
    let reader = Reader {
        text,
        words,
        known,
        people,
    };
    (0..words.len()).flat_map(|at| reader.read(at)).collect()
}

/// The bytes of places that no list knows and no noun introduces: what sounds as if from another language behind في and the
/// like, or joined to a place by و. `places` are the bytes of all places found, `taken` of all names, both in order.
pub(crate) fn unlisted(
    text: &str,
    words: &[Word],
    places: &[Range<usize>],
    taken: &[Range<usize>],
) -> Vec<Range<usize>> {
    let reader = Reader {
        text,
        words,
        known: taken,
        people: &[],
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in 1..words.len() {
        let end = words[at - 1].span.end;
        let is_behind = places.binary_search_by_key(&end, |place| place.end).is_ok()
            || found.last().is_some_and(|last| last.end == end);
        let span = reader
            .strange_behind(at)
            .or_else(|| reader.strange_beside(at).filter(|_| is_behind));
        found.extend(span);
    }
    found
}

struct Reader<'a> {
    text: &'a str,
    words: &'a [Word],
    known: &'a [Range<usize>],
    people: &'a [Range<usize>],
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
                Some(known) => word_behind(self.words, self.known[known].end, at),
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
            Some(known) => word_behind(self.words, self.known[known].end, at),
            None => self
                .person(at)
                .filter(|_| introducer.what == What::Built)
                .or_else(|| self.name(at, first, introducer.open))
                .or_else(|| self.strange(at, first).filter(|_| introducer.strange))?,
        };
        if self.joined(end) && ADJECTIVES.contains(&self.key(end)) {
            end += 1;
        }
        Some(Introduced {
            span: start..self.words[end - 1].span.end,
            known,
        })
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
        let is_name = !is_link && self.may_name(at, start, Some(gender));
        is_name.then(|| match self.key_from(at, start).starts_with("ال") {
            true => at + 1,
            false => self.strange_end(at + 1, at),
        })
    }

    /// Where the name ends of the person whom something built is called after: جسر الملك فهد.
    fn person(&self, at: usize) -> Option<usize> {
        let may_name = |at: usize| self.may_name(at, self.words[at].span.start, None);
        called_after(self.words, self.people, at, may_name)
    }

    /// Where the words end that sound as if from another language and of which the first begins at byte `start` of the word at `at`.
    fn strange(&self, at: usize, start: usize) -> Option<usize> {
        let is_first = is_strange(self.key_from(at, start), Strangeness::Likely)
            && self.may_name(at, start, None);
        is_first.then(|| self.strange_end(at + 1, at))
    }

    /// The word behind those from `end` on that go on with the name from another language that begins at `first`.
    fn strange_end(&self, mut end: usize, first: usize) -> usize {
        while end - first < MOST_STRANGE
            && self.joined(end)
            && is_strange(self.key(end), Strangeness::Likely)
            && self.may_name(end, self.words[end].span.start, None)
            && self.known_at(self.words[end].span.start).is_none()
            && !self.key(end).starts_with('و')
        {
            end += 1;
        }
        end
    }

    /// `unknown` behind a word of place.
    fn strange_behind(&self, at: usize) -> Option<Range<usize>> {
        let is_place = self.words[at - 1].is_one(|key| LOCATIVES.contains(&key));
        let start = self.words[at].span.start;
        let is_named = SETTLED.contains(&self.key(at)) && self.joined(at) && self.joined(at + 1);
        if is_place && is_named && self.may_name(at + 1, self.words[at + 1].span.start, None) {
            let span = start..self.words[at + 1].span.end;
            return (!cross(self.known, &span)).then_some(span);
        }
        let is_long = self.key(at).chars().count() >= LEAST_ALONE;
        self.strange_name(at, self.words[at].span.start, Strangeness::Sure)
            .filter(|_| is_place && is_long && self.joined(at))
    }

    /// `unknown` beside a place: nothing of a clause may stand behind it.
    fn strange_beside(&self, at: usize) -> Option<Range<usize>> {
        let start = and_split(&self.words[at]).filter(|_| self.joined(at))?;
        let span = self.strange_name(at, start, Strangeness::Likely)?;
        let next = word_behind(self.words, span.end, at);
        let key = self.key(next);
        let ends = !self.joined(next)
            || is_stop_word(key)
            || POSITION.contains(key)
            || key.starts_with('و');
        ends.then_some(span)
    }

    /// The words that sound as if from another language, from byte `start` of the word at `at` on, where nothing is found yet.
    fn strange_name(&self, at: usize, start: usize, least: Strangeness) -> Option<Range<usize>> {
        if !is_strange(self.key_from(at, start), least) || cross(self.known, &self.words[at].span) {
            return None;
        }
        let is_listed = part_of_name(self.key_from(at, start)).is_some();
        let end = self.strange(at, start).filter(|_| !is_listed)?;
        let span = start..self.words[end - 1].span.end;
        (!cross(self.known, &span)).then_some(span)
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
            Some(Gender::Masculine) => {
                let is_adjective = key.ends_with('ي') && !is_strange(key, Strangeness::Likely);
                !is_adjective && !key.starts_with('ي')
            }
            None => true,
        }
    }

    /// The known place that begins at a byte.
    fn known_at(&self, byte: usize) -> Option<usize> {
        starting_at(self.known, byte)
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
