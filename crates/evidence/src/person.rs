//! Persons by the words of their names: given names, what joins them, and adjectives of origin behind them.

use std::ops::Range;
use std::sync::LazyLock;

use tawarikh_arabic::is_stop_word;
use tawarikh_arabic::numeral::begins;

use crate::clause::part;
use crate::counted::noun;
use crate::fate::{is_fate_verb, is_fate_word};
use crate::head::HEADS;
use crate::institution::NO_NAME;
use crate::introducer::INTRODUCERS;
use crate::lookup::WordMap;
use crate::settling::POSITION;
use crate::spans::{begins_in, starting_at};
use crate::strange::{Strangeness, are_strange, is_strange, is_verbal_noun};
use crate::table::rows;
use crate::word::{Word, word_behind};

/// What a word does in a person's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// A given name.
    Given,
    /// A given name that is another word too: جمال, نور.
    Word,
    /// Stands before a name and is no part of it: الجنرال.
    Title,
    /// Joins names: بن, أبو.
    Link,
    /// Goes on with a name and begins none: أوغلو.
    Inner,
    /// Makes a given name with الدين or الله: تاج.
    Front,
}

/// Words of names and titles, from `data/persons.tsv`.
static ROLES: LazyLock<WordMap<&str, Part>> = LazyLock::new(|| {
    rows(include_str!("../data/persons.tsv"))
        .filter_map(role)
        .collect()
});

fn role(row: Vec<&str>) -> Option<(&str, Part)> {
    let role = match *row.get(1)? {
        "given" => Part::Given,
        "word" => Part::Word,
        "title" => Part::Title,
        "inner" => Part::Inner,
        "front" => Part::Front,
        _ => Part::Link,
    };
    Some((row[0], role))
}

/// Words of respect that begin a name in Asia and have the given name behind them: شاه محمود قريشي, سيد علي.
const HONOURS: [&str; 4] = ["سيد", "ملا", "مير", "شاه"];

/// Words of one name, at most.
const MOST_WORDS: usize = 6;
/// Words of a name of which no list has the last, at most.
const MOST_FOREIGN: usize = 3;
/// Words between a title and the name that it is of, at most: وزير الخارجية الروسي.
const MOST_OF_OFFICE: usize = 4;

/// The bytes of the persons' names of two words and more in `words` of `text`, in order. `known` are the bytes of the names of
/// places and parties, in order, which are no family's.
///
/// ```text
/// name   = [ title ] given { given | inner } { origin | definite | [ word ] } { strange }
///        | ( title | saying ) strange strange { strange }
///        | title definite unlisted unlisted [ unlisted ] "إن"
/// given  = listed [ divine ] | front divine | link ( given | word ) | word "بن" ( given | word )
/// divine = "الدين" | "الله"
/// ```
///
/// Of the words that no list has, one stands behind one given name only: what comes later is the sentence, but for what sounds as if
/// brought in from another language (`strange`).
pub(crate) fn persons(text: &str, words: &[Word], known: &[Range<usize>]) -> Vec<Range<usize>> {
    let reader = Reader { text, words, known };
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let name = reader.name(at).or_else(|| reader.foreign(at));
        at = name.as_ref().map_or(at + 1, |(_, end)| *end);
        found.extend(name.map(|(span, _)| span));
    }
    found
}

struct Reader<'a> {
    text: &'a str,
    words: &'a [Word],
    known: &'a [Range<usize>],
}

impl Reader<'_> {
    /// The name that begins at a word, and the index of the word behind it.
    fn name(&self, at: usize) -> Option<(Range<usize>, usize)> {
        let (start, first) = self.start(at)?;
        let mut end = self.given_as(at, first)?;
        let is_titled = self.titled(at);
        let is_clear = is_titled || first != Part::Word;
        // أبو with a word that no list has is a whole name, or a place.
        let is_servant = self.words[at..end]
            .iter()
            .any(|word| word.is_one(|key| key == "عبد"));
        let mut is_open = first != Part::Link || is_servant || self.role(end - 1).is_some();
        let mut is_more = false;
        let sound = match is_titled {
            true => Strangeness::Likely,
            false => Strangeness::Sure,
        };
        while end - at < MOST_WORDS && self.continues(end) {
            let key = self.words[end].key.as_str();
            let next = match self.role(end) {
                Some(Part::Inner) => Some(end + self.inner(end)),
                Some(_) if !is_open && self.is_family(end - 1) => None,
                // هادي, but هادئ
                Some(role)
                    if role == Part::Link
                        || !NO_NAME.contains(key)
                        || self.text[self.words[end].span.clone()].ends_with("دي")
                        || end > at + 1 && !self.continues(end + 1) =>
                {
                    is_open &= end == at + 1 && HONOURS.contains(&self.words[at].key.as_str());
                    self.given_as(end, role)
                }
                Some(_) => None,
                // الأحمد of أحمد: a family's name behind however many given ones.
                None if is_family_of(key) && !self.is_known(end) && !self.is_family(end - 1) => {
                    is_open = false;
                    Some(end + 1)
                }
                None if is_origin(key)
                    && noun(key).is_none_or(|(noun, _)| noun.counted.fate.is_none()) =>
                {
                    is_open = false;
                    Some(end + 1)
                }
                None if !is_open && self.may_be_strange(end, sound) => {
                    (!self.is_particled(end)).then_some(end + 1)
                }
                None if !is_open => {
                    // "رئيس المجلس محمد جهاد اللحام،": what closes its clause is no object, behind two names.
                    let closes = is_titled && end == at + 2 && !self.continues(end + 1);
                    let is_family =
                        closes && self.may_be_definite(end, true) && !self.is_family(end - 1);
                    // "قال المدير عبد القادر عبد الرحمن أدن إن"
                    let is_last = is_titled && self.ends_told(end + 1) && self.is_last(end);
                    (is_family || is_last).then_some(end + 1)
                }
                None => {
                    is_open = false;
                    let is_sure = is_titled || first == Part::Link;
                    let is_definite = is_clear && self.may_be_definite(end, is_titled);
                    let behind = end + 1 + usize::from(self.is_divine(end + 1));
                    let is_free = self.may_be_free(end, is_sure)
                        || self.may_be_strange(end, Strangeness::Likely);
                    let is_free = is_free && (end < at + 2 || !self.is_particled(end));
                    (is_definite || is_free).then_some(behind)
                }
            };
            let Some(next) = next else { break };
            (end, is_more) = (next, true);
        }
        // حمد الله and جمال الدين are a name where a title or more of the name says so.
        let is_named = is_more || is_titled || first == Part::Link;
        (is_named && end > at + 1).then(|| (start..self.words[end - 1].span.end, end))
    }

    /// Whether a word can only be the last of the name before it: no list has it, and no verbal noun or object has its shape.
    fn is_last(&self, at: usize) -> bool {
        let key = self.words[at].key.as_str();
        self.is_unlisted(at)
            && self.may_be_foreign(at, false)
            && !is_verbal_noun(key)
            && !key.ends_with(['ه', 'ا'])
    }

    /// Whether nothing can stand at a word that tells more of a name before it: a sign, what was said, or another clause.
    fn ends_told(&self, at: usize) -> bool {
        let key = self
            .words
            .get(at)
            .filter(|word| word.continues)
            .map(|word| word.key.as_str());
        let is_clause = |key: &str| {
            let verb = key.strip_prefix('و').unwrap_or_default();
            is_that(key) || is_fate_verb(verb) || part(verb).verb || part(verb).reports
        };
        key.is_none_or(is_clause)
    }

    /// Whether a title stands before a word, or an office and where it is held: "وزير الصحة في حكومة طالبان".
    fn titled(&self, at: usize) -> bool {
        let held = || {
            let from = at.checked_sub(4)?;
            let known = at.checked_sub(1).filter(|&before| self.is_known(before))?;
            (from..known).find(|&at| self.words[at].key == "في" && self.words[at].continues)
        };
        is_titled(self.words, at)
            || self.continues(at) && held().is_some_and(|place| is_titled(self.words, place))
    }

    /// Two words and more of a name from another language that no list has, behind a title or what says that somebody speaks.
    fn foreign(&self, at: usize) -> Option<(Range<usize>, usize)> {
        if !(self.continues(at) && self.continues(at + 1) && self.is_announced(at)) {
            return None;
        }
        let end = self.sounding(at).or_else(|| self.bordered(at))?;
        Some((self.words[at].span.start..self.words[end - 1].span.end, end))
    }

    /// Where words end that sound as if brought in from another language: "المحامي سلجوق كوزاغاتشلي", "قالت غولسوم تشولاك".
    fn sounding(&self, at: usize) -> Option<usize> {
        let keys = [at, at + 1].map(|at| self.words[at].key.as_str());
        let sounds = match self.is_foreign_part(at) {
            true => is_strange(keys[1], Strangeness::Likely),
            false => are_strange(keys[0], keys[1]) && self.is_unlisted(at),
        };
        // "ذكر شهود عيان": where only a verb speaks for a name, one of the words has to be sure.
        let is_sure =
            || self.titled(at) || keys.iter().any(|key| is_strange(key, Strangeness::Sure));
        let fits = sounds && self.is_unlisted(at + 1) && !self.is_particled(at + 1) && is_sure();
        let more = (at + 2..at + MOST_WORDS).take_while(|&next| {
            self.continues(next)
                && (self.may_be_strange(next, Strangeness::Likely) || self.is_foreign_part(next))
        });
        fits.then(|| at + 2 + more.count())
    }

    /// Where two or three words end of which no list has the last, between an office and what is said, "قال وزير الخارجية يانيس
    /// فارا إن", or of which one sounds foreign before what can't belong to it, "أدانت المنسقة كليمنتين نكويتا سلامي الهجوم".
    /// Behind a definite phrase they can't be its adjectives.
    fn bordered(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let is_definite = self.words[before].key.starts_with("ال") || self.is_known(before);
        let is_given = matches!(self.role(at), Some(Part::Given));
        let is_first = is_given || self.role(at).is_none() && self.may_be_foreign(at, false);
        if !(is_definite && is_first && self.titled(at)) {
            return None;
        }
        let more = (at + 1..at + MOST_FOREIGN).take_while(|&next| {
            let is_part = matches!(self.role(next), None | Some(Part::Given));
            self.continues(next) && is_part && self.may_be_foreign(next, is_given)
        });
        let end = at + 1 + more.count();
        let sounds = |at: usize| {
            let word = &self.words[at];
            // بجولة: what may have a particle has to be sure.
            let least = match word.splits.is_empty() {
                true => Strangeness::Likely,
                false => Strangeness::Sure,
            };
            !word.key.ends_with(['ا', 'ه']) && is_strange(&word.key, least)
        };
        let is_bordered = match self.words.get(end).filter(|word| word.continues) {
            Some(word) if is_that(&word.key) => true,
            behind => behind.is_none_or(|word| borders(&word.key)) && (at..end).any(sounds),
        };
        (end > at + 1 && is_bordered).then_some(end)
    }

    /// Whether a word may be one of a foreign name: no noun that the rules know. Behind a given name it may end as an accusative
    /// does: باتريك مويايا.
    fn may_be_foreign(&self, at: usize, behind_given: bool) -> bool {
        let key = self.words[at].key.as_str();
        let is_last = key.ends_with('ا')
            && (behind_given && key.chars().count() > 3 || is_strange(key, Strangeness::Likely));
        // "أوضح المفوض لقناة جيو أن"
        let is_told = self.words[at].splits.iter().any(|split| {
            HEADS.contains_key(split.key.as_str()) || INTRODUCERS.contains_key(split.key.as_str())
        });
        (self.may_be_free(at, true) || is_last)
            && !is_told
            && !self.is_known(at)
            && !is_fate_word(key)
            && noun(key).is_none()
            && !INTRODUCERS.contains_key(key)
            && !key.ends_with("ات")
    }

    /// Whether a listed given name stands within a name from another language: أوليه بوريس.
    fn is_foreign_part(&self, at: usize) -> bool {
        matches!(self.role(at), Some(Part::Given)) && !self.is_known(at)
    }

    /// Whether the word before says that a person is named: a title with the article, or a verb of saying.
    fn is_announced(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|at| self.words.get(at)) else {
            return false;
        };
        let announces = |key: &str| {
            is_title(key) || part(key).reports || matches!(key, "يدعي" | "تدعي" | "اسمه" | "اسمها")
        };
        let is_definite = || before.key.starts_with("ال") || self.is_known(at - 1);
        // "المشتبه به فلان", "بحسب فلان"
        let is_suspect = matches!(before.key.as_str(), "به" | "بها")
            && at > 1
            && self.words[at - 2].is_one(|key| key.starts_with("المشتبه"));
        let is_quoted = matches!(before.key.as_str(), "بحسب" | "حسب" | "وفق");
        is_suspect || is_quoted || before.is_one(announces) || is_definite() && self.titled(at)
    }

    /// Whether a word may be part of a name because it sounds as if brought in from another language.
    fn may_be_strange(&self, at: usize, least: Strangeness) -> bool {
        let Some(word) = self.words.get(at) else {
            return false;
        };
        // An accusative that is no listed word's may be one of any other: "رئيسا", "مغادرا".
        let least = match self.text[word.span.clone()].ends_with('ا') {
            true => Strangeness::Sure,
            false => least,
        };
        is_strange(&word.key, least) && self.is_unlisted(at)
    }

    /// Whether no table has a word, nor what is left of it without a particle or an ending.
    fn is_unlisted(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else {
            return false;
        };
        let is_split = word.splits.iter().any(|split| {
            is_stop_word(&split.key)
                || is_verbal_noun(&split.key)
                || HEADS.contains_key(split.key.as_str())
                || INTRODUCERS.contains_key(split.key.as_str())
                || starting_at(self.known, split.start).is_some()
        });
        let is_and =
            word.key.starts_with('و') && word.splits.iter().any(|split| self.is_word(&split.key));
        let is_accusative = word
            .key
            .strip_suffix('ا')
            .is_some_and(|stem| self.is_word(stem) || NO_NAME.contains(stem));
        !is_split
            && !self.is_phrase(at)
            && !is_and
            && !is_accusative
            && !self.is_known(at)
            && !self.is_grammar(at)
            && self.role(at).is_none()
            && !is_fate_verb(&word.key)
            && !is_fate_word(&word.key)
            && !begins(&word.key)
    }

    /// Whether a particle stands in front of what sounds more like a name without it: "اجتمع آبي أحمد بدبرصيون".
    fn is_particled(&self, at: usize) -> bool {
        let word = &self.words[at];
        word.key.starts_with(['ب', 'ل'])
            && word
                .splits
                .iter()
                .any(|split| is_strange(&split.key, Strangeness::Likely))
    }

    /// Whether a word is listed as a title, a name or a noun.
    fn is_word(&self, key: &str) -> bool {
        let grammar = part(key);
        ROLES.contains_key(key)
            || NO_NAME.contains(key)
            || noun(key).is_some()
            || grammar.verb
            || grammar.reports
    }

    /// Whether a word ends a name as a family's: البغدادي, الثاني.
    fn is_family(&self, at: usize) -> bool {
        self.role(at).is_none() && self.words[at].key.starts_with("ال")
    }

    /// Where a name begins in a word, and by what.
    fn start(&self, at: usize) -> Option<(usize, Part)> {
        let word = &self.words[at];
        let written = &self.text[word.span.clone()];
        // على is a preposition and بأن a conjunction, also where they fold to names.
        if written.ends_with('ى') && is_stop_word(&word.key) || written.ends_with("أن") {
            return None;
        }
        // A known name of several words, and what needs a verb behind it: غازي عنتاب, "عندما صادق".
        let is_other = self.begins_known(at)
            || at > 0
                && word.continues
                && matches!(
                    self.words[at - 1].key.as_str(),
                    "عندما"
                        | "بعدما"
                        | "حينما"
                        | "كلما"
                        | "قد"
                        | "وقد"
                        | "لقد"
                        | "سوف"
                        | "لم"
                        | "لن"
                );
        if is_other {
            return None;
        }
        let begins = |role: &Part| !matches!(role, Part::Title | Part::Inner);
        // سيدي is a name before one, and not in a place's: سيدي محمد, سيدي ولد الشيخ.
        let names_on = |key: &str| matches!(key, "محمد" | "احمد" | "محمود" | "المختار" | "ولد");
        let is_sidi =
            word.key == "سيدي" && self.continues(at + 1) && names_on(&self.words[at + 1].key);
        if is_sidi {
            return Some((word.span.start, Part::Given));
        }
        // No name is compared to anything: كامل is whole, not كـ and أمل.
        let is_compared = |start: usize| self.text[word.span.start..start].contains('ك');
        let listed = roles(word).find(|(start, role)| begins(role) && !is_compared(*start));
        // ولد is "was born" too: "son of" behind a title or a preposition.
        let is_son = |at: usize| {
            let key = self.continues(at).then(|| self.words[at].key.as_str());
            let stands_apart = || {
                let before = at.checked_sub(2).and_then(|before| self.words.get(before));
                is_titled(self.words, at - 1)
                    || before.is_some_and(|word| POSITION.contains(word.key.as_str()))
            };
            key == Some("بن") || key == Some("ولد") && stands_apart()
        };
        let unlisted = || {
            let is_noun = INTRODUCERS.contains_key(word.key.as_str());
            let is_named =
                !is_noun && self.role(at).is_none() && is_son(at + 1) && !self.is_grammar(at);
            is_named.then_some((word.span.start, Part::Given))
        };
        listed.or_else(unlisted)
    }

    /// Whether a particle and the article stand in front: بالرصاص, للنازحين.
    fn is_phrase(&self, at: usize) -> bool {
        let mut splits = self.words[at].splits.iter();
        splits.any(|split| split.key.starts_with("ال") && split.key.chars().count() > 3)
    }

    /// The index of the word behind a given name that begins at a word with this part.
    fn given_as(&self, at: usize, role: Part) -> Option<usize> {
        let next = at + 1;
        match role {
            Part::Given | Part::Word => Some(next + usize::from(self.is_divine(next))),
            Part::Front => self.is_divine(next).then_some(next + 1),
            Part::Link if self.continues(next) => match self.role(next) {
                Some(Part::Link) => self.given_as(next, Part::Link),
                // ولد الشيخ, but not ابن الراحل.
                Some(Part::Title) => {
                    let is_part = !matches!(self.words[at].key.as_str(), "ابن" | "بنت" | "ام");
                    is_part.then_some(next + 1)
                }
                Some(role) => self.given_as(next, role).or(Some(next + 1)),
                None => {
                    let is_other =
                        self.is_grammar(next) || self.is_number(next) || self.is_phrase(next);
                    (!is_other).then_some(next + 1)
                }
            },
            Part::Link | Part::Title | Part::Inner => None,
        }
    }

    /// Whether a word is a number, or says of how many: إم 113, أم لستة أطفال.
    fn is_number(&self, at: usize) -> bool {
        let word = &self.words[at];
        let counts = |key: &str| begins(key) || noun(key).is_some();
        word.key.chars().any(|c| c.is_ascii_digit())
            || begins(&word.key)
            || word.splits.iter().any(|split| counts(&split.key))
    }

    /// How many words belong to what goes on with a name: آل نهيان, أوغلو.
    fn inner(&self, at: usize) -> usize {
        let is_house = self.words[at].key == "ال";
        1 + usize::from(is_house && self.continues(at + 1))
    }

    /// Whether a word stands in the same phrase as the one before it.
    fn continues(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.continues)
    }

    /// What a whole word does in a name; على is the preposition.
    fn role(&self, at: usize) -> Option<Part> {
        let word = self.words.get(at)?;
        let written = &self.text[word.span.clone()];
        let is_preposition =
            written.ends_with('ى') && is_stop_word(&word.key) || written.ends_with("أن");
        // آبي is no أبي.
        let is_preposition = is_preposition || written.starts_with("آب") && word.key == "ابي";
        ROLES
            .get(word.key.as_str())
            .copied()
            .filter(|_| !is_preposition)
    }

    /// Whether a word is the second of a given name: علاء الدين, نصر الله.
    fn is_divine(&self, at: usize) -> bool {
        self.continues(at) && matches!(self.words[at].key.as_str(), "الدين" | "الله")
    }

    /// Whether a word is one of the grammar, of time, or of a sentence's frame.
    fn is_grammar(&self, at: usize) -> bool {
        let word = &self.words[at];
        let grammar = part(&word.key);
        is_stop_word(&word.key)
            || grammar.verb
            || grammar.reports
            || grammar.that
            || grammar.needs_more
            || NO_NAME.contains(word.key.as_str())
            || POSITION.contains(word.key.as_str())
    }

    /// Whether a place or party that is known begins in a word.
    fn is_known(&self, at: usize) -> bool {
        begins_in(self.known, &self.words[at].span)
    }

    /// Whether a known place or party of several words begins with a word.
    fn begins_known(&self, at: usize) -> bool {
        let span = &self.words[at].span;
        starting_at(self.known, span.start).is_some_and(|known| self.known[known].end > span.end)
    }

    /// Whether a place or party that is known begins in a word behind its particle: وديالى.
    fn is_known_inside(&self, at: usize) -> bool {
        let span = &self.words[at].span;
        begins_in(self.known, &(span.start + 1..span.end))
    }

    /// Whether a word may be a family name with the article: no noun that the rules know as something else.
    fn may_be_definite(&self, at: usize, is_titled: bool) -> bool {
        let key = self.words[at].key.as_str();
        let Some(stem) = key.strip_prefix("ال") else {
            return false;
        };
        // السعدون and الخلدون are families; words are compared in the other case of a plural.
        let written = &self.text[self.words[at].span.clone()];
        let is_short = written.ends_with("ون") && stem.chars().count() <= 5;
        let is_plural = ["ين", "ون", "ات", "يه"]
            .iter()
            .any(|ending| stem.ends_with(ending))
            && !is_short;
        let is_noun = INTRODUCERS.contains_key(stem)
            || HEADS.contains_key(stem)
            || noun(stem).is_some()
            || ROLES.get(stem) == Some(&Part::Title);
        stem.chars().count() > 2
            && !is_plural
            && !is_noun
            && !self.is_grammar(at)
            && (is_titled || !self.is_known(at))
    }

    /// Whether a word may be a family name without the article.
    fn may_be_free(&self, at: usize, is_sure: bool) -> bool {
        let word = &self.words[at];
        let written = &self.text[word.span.clone()];
        // وآخرين
        let is_and = word.key.starts_with('و')
            && word
                .splits
                .iter()
                .any(|split| NO_NAME.contains(split.key.as_str()));
        !self.is_grammar(at)
            && !self.is_phrase(at)
            && !self.is_known_inside(at)
            && !is_and
            && !is_fate_verb(&word.key)
            && !HEADS.contains_key(word.key.as_str())
            && !written.ends_with('ا')
            && !written.ends_with("أن")
            && !word.key.starts_with("ال")
            && written.chars().count() > 2
            && word.key.chars().all(char::is_alphabetic)
            && (is_sure || !has_pronoun(&word.key))
            && !begins(&word.key)
    }
}

/// Whether a title stands before a name, or a title with its office: الرئيس, وزير المالية, رئيس بعثة المنظمة.
fn is_titled(words: &[Word], at: usize) -> bool {
    for before in (at.saturating_sub(MOST_OF_OFFICE + 1)..at).rev() {
        if !words[before + 1].continues {
            return false;
        }
        if roles(&words[before]).any(|(_, role)| role == Part::Title) {
            return true;
        }
        let key = words[before].key.as_str();
        if !key.starts_with("ال") && (is_stop_word(key) || part(key).verb || part(key).reports) {
            return false;
        }
    }
    false
}

/// Whether a word ends as one with a pronoun does: زميله, بيتها.
fn has_pronoun(key: &str) -> bool {
    ["ه", "ها", "هم", "هما", "هن"]
        .iter()
        .any(|pronoun| key.ends_with(pronoun))
}

/// Whether a folded word begins what somebody says.
fn is_that(key: &str) -> bool {
    matches!(key, "ان" | "انه" | "انها" | "بان" | "انهم")
}

/// Whether a folded word can't belong to a foreign name before it.
fn borders(key: &str) -> bool {
    key.starts_with("ال") || is_stop_word(key) || part(key).verb
}

/// Where the name ends of the person whom something is called after, from its title on or without one: الملك فهد, العقيد عميروش,
/// عمر المختار. `people` are the bytes of persons' names, in order; of one word behind a title `may_name` says whether it is a name.
pub(crate) fn called_after(
    words: &[Word],
    people: &[Range<usize>],
    at: usize,
    may_name: impl Fn(usize) -> bool,
) -> Option<usize> {
    let key = words.get(at)?.key.as_str();
    let behind = words.get(at + 1).filter(|word| word.continues);
    let has_title = behind.is_some() && key.starts_with("ال") && is_title(key);
    let first = at + usize::from(has_title);
    match starting_at(people, words[first].span.start) {
        Some(person) => Some(word_behind(words, people[person].end, first)),
        None => (has_title && may_name(first)).then_some(first + 1),
    }
}

/// Whether a folded word is a title that stands before names: الرئيس, مدير.
pub(crate) fn is_title(key: &str) -> bool {
    ROLES.get(key) == Some(&Part::Title)
}

/// The parts that a word may have in a name, with where they begin: as it stands, or without a particle.
fn roles(word: &Word) -> impl Iterator<Item = (usize, Part)> {
    word.readings()
        .filter_map(|(key, start)| Some((start, *ROLES.get(key)?)))
}

/// What a folded word does in persons' names, where it is listed.
pub(crate) fn part_of_name(key: &str) -> Option<Part> {
    ROLES.get(key).copied()
}

/// Whether a word is a given name with the article: الأحمد, الصالح.
fn is_family_of(key: &str) -> bool {
    let stem = key.strip_prefix("ال").unwrap_or_default();
    ROLES.get(stem) == Some(&Part::Given) && !NO_NAME.contains(key)
}

/// Whether a word is an adjective of origin as family names are: البغدادي, الزرقاوي.
fn is_origin(key: &str) -> bool {
    key.starts_with("ال")
        && key.ends_with('ي')
        && key.chars().count() > 5
        && !is_stop_word(key)
        && !NO_NAME.contains(key)
}
