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
use crate::table::rows;
use crate::word::Word;

/// What a word does in a person's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Given,
    /// A given name that is another word too: جمال, نور.
    Word,
    Title,
    Link,
    /// Goes on with a name and begins none: أوغلو.
    Inner,
    /// Makes a given name with الدين or الله: تاج.
    Front,
}

/// Words of names and titles, from `data/persons.tsv`.
static ROLES: LazyLock<WordMap<&str, Role>> = LazyLock::new(|| {
    rows(include_str!("../data/persons.tsv"))
        .filter_map(role)
        .collect()
});

fn role(row: Vec<&str>) -> Option<(&str, Role)> {
    let role = match *row.get(1)? {
        "given" => Role::Given,
        "word" => Role::Word,
        "title" => Role::Title,
        "inner" => Role::Inner,
        "front" => Role::Front,
        _ => Role::Link,
    };
    Some((row[0], role))
}

/// Words of one name, at most.
const MOST_WORDS: usize = 6;
/// Words between a title and the name that it is of, at most: وزير الخارجية الروسي.
const MOST_OF_OFFICE: usize = 4;

/// The bytes of the persons' names of two words and more in `words` of `text`, in order. `known` are the bytes of the names of
/// places and parties, in order, which are no family's.
///
/// ```text
/// name   = [ title ] given { given | inner } { origin | definite | [ word ] }
/// given  = listed [ divine ] | front divine | link ( given | word ) | word "بن" ( given | word )
/// divine = "الدين" | "الله"
/// ```
///
/// Of the words that no list has, one stands behind one given name only: what comes later is the sentence.
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
        let is_titled = is_titled(self.words, at);
        let is_clear = is_titled || first != Role::Word;
        // أبو with a word that no list has is a whole name, or a place.
        let is_servant = self.words[at..end]
            .iter()
            .any(|word| word.is_one(|key| key == "عبد"));
        let mut is_open = first != Role::Link || is_servant || self.role(end - 1).is_some();
        let mut is_more = false;
        while end - at < MOST_WORDS && self.continues(end) {
            let key = self.words[end].key.as_str();
            let next = match self.role(end) {
                Some(Role::Inner) => Some(end + self.inner(end)),
                Some(_) if !is_open && self.is_family(end - 1) => None,
                Some(role) if role == Role::Link || !NO_NAME.contains(key) => {
                    is_open = false;
                    self.given_as(end, role)
                }
                Some(_) => None,
                // الأحمد of أحمد: a family's name behind however many given ones.
                None if is_family_of(key) && !self.is_known(end) && !self.is_family(end - 1) => {
                    is_open = false;
                    Some(end + 1)
                }
                None if is_origin(key) => {
                    is_open = false;
                    Some(end + 1)
                }
                None if !is_open => {
                    // "رئيس المجلس محمد جهاد اللحام،": what closes its clause is no object.
                    let closes = is_titled && !self.continues(end + 1);
                    let is_family =
                        closes && self.may_be_definite(end, true) && !self.is_family(end - 1);
                    is_family.then_some(end + 1)
                }
                None => {
                    is_open = false;
                    let is_sure = is_titled || first == Role::Link;
                    let is_definite = is_clear && self.may_be_definite(end, is_titled);
                    let behind = end + 1 + usize::from(self.is_divine(end + 1));
                    (is_definite || self.may_be_free(end, is_sure)).then_some(behind)
                }
            };
            let Some(next) = next else { break };
            (end, is_more) = (next, true);
        }
        // حمد الله and جمال الدين are a name where a title or more of the name says so.
        let is_named = is_more || is_titled || first == Role::Link;
        (is_named && end > at + 1).then(|| (start..self.words[end - 1].span.end, end))
    }

    /// Two words of which no list has the second, between a title with its office and what is said: "قال وزير الخارجية يانيس فارا إن". Behind a
    /// definite phrase they can't be its adjectives.
    fn foreign(&self, at: usize) -> Option<(Range<usize>, usize)> {
        let ends = self.words.get(at + 2).is_some_and(|word| {
            matches!(word.key.as_str(), "ان" | "انه" | "انها" | "بان" | "انهم")
        });
        let is_definite = at
            .checked_sub(1)
            .and_then(|before| self.words.get(before))
            .is_some_and(|word| word.key.starts_with("ال") || self.is_known(at - 1));
        let is_given = matches!(self.role(at), Some(Role::Given));
        // باتريك مويايا: behind a given name a foreign one may end as an accusative does.
        let is_last = |key: &str| is_given && key.ends_with('ا') && key.chars().count() > 3;
        let may_name = |next: usize| {
            let key = self.words[next].key.as_str();
            let is_free = self.may_be_free(next, true) || next > at && is_last(key);
            is_free
                && (self.role(next).is_none() || next == at && is_given)
                && !self.is_known(next)
                && !is_fate_word(key)
                && noun(key).is_none()
                && !HEADS.contains_key(key)
                && !INTRODUCERS.contains_key(key)
                && !key.ends_with("ات")
        };
        let fits = ends
            && is_definite
            && self.continues(at)
            && self.continues(at + 1)
            && may_name(at)
            && may_name(at + 1)
            && is_titled(self.words, at);
        fits.then(|| {
            (
                self.words[at].span.start..self.words[at + 1].span.end,
                at + 2,
            )
        })
    }

    /// Whether a word ends a name as a family's: البغدادي, الثاني.
    fn is_family(&self, at: usize) -> bool {
        self.role(at).is_none() && self.words[at].key.starts_with("ال")
    }

    /// Where a name begins in a word, and by what.
    fn start(&self, at: usize) -> Option<(usize, Role)> {
        let word = &self.words[at];
        let written = &self.text[word.span.clone()];
        // على is a preposition and بأن a conjunction, also where they fold to names.
        if written.ends_with('ى') && is_stop_word(&word.key) || written.ends_with("أن") {
            return None;
        }
        let begins = |role: &Role| !matches!(role, Role::Title | Role::Inner);
        // سيدي is a name before one, and not in a place's: سيدي محمد, سيدي ولد الشيخ.
        let names_on = |key: &str| matches!(key, "محمد" | "احمد" | "محمود" | "المختار" | "ولد");
        let is_sidi =
            word.key == "سيدي" && self.continues(at + 1) && names_on(&self.words[at + 1].key);
        if is_sidi {
            return Some((word.span.start, Role::Given));
        }
        let listed = roles(word).find(|(_, role)| begins(role));
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
            is_named.then_some((word.span.start, Role::Given))
        };
        listed.or_else(unlisted)
    }

    /// The index of the word behind a given name that begins at a word with this part.
    fn given_as(&self, at: usize, role: Role) -> Option<usize> {
        let next = at + 1;
        match role {
            Role::Given | Role::Word => Some(next + usize::from(self.is_divine(next))),
            Role::Front => self.is_divine(next).then_some(next + 1),
            Role::Link if self.continues(next) => match self.role(next) {
                Some(Role::Link) => self.given_as(next, Role::Link),
                // ولد الشيخ, but not ابن الراحل.
                Some(Role::Title) => {
                    let is_part = !matches!(self.words[at].key.as_str(), "ابن" | "بنت" | "ام");
                    is_part.then_some(next + 1)
                }
                Some(role) => self.given_as(next, role).or(Some(next + 1)),
                None => (!self.is_grammar(next)).then_some(next + 1),
            },
            Role::Link | Role::Title | Role::Inner => None,
        }
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
    fn role(&self, at: usize) -> Option<Role> {
        let word = self.words.get(at)?;
        let is_preposition = self.text[word.span.clone()].ends_with('ى') && is_stop_word(&word.key);
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
        let span = &self.words[at].span;
        let first = self.known.partition_point(|known| known.start < span.start);
        self.known
            .get(first)
            .is_some_and(|known| known.start < span.end)
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
            || ROLES.get(stem) == Some(&Role::Title);
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
        // للنازحين, بالرئيس
        let is_phrase = word
            .splits
            .iter()
            .any(|split| split.key.starts_with("ال") && split.key.chars().count() > 3);
        !self.is_grammar(at)
            && !is_phrase
            && !is_fate_verb(&word.key)
            && !begins(&word.key)
            && !written.ends_with('ا')
            && !word.key.starts_with("ال")
            && written.chars().count() > 2
            && word.key.chars().all(char::is_alphabetic)
            && (is_sure || !has_pronoun(&word.key))
    }
}

/// Whether a title stands before a name, or a title with its office: الرئيس, وزير المالية, رئيس بعثة المنظمة.
fn is_titled(words: &[Word], at: usize) -> bool {
    for before in (at.saturating_sub(MOST_OF_OFFICE + 1)..at).rev() {
        if !words[before + 1].continues {
            return false;
        }
        if roles(&words[before]).any(|(_, role)| role == Role::Title) {
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

/// The parts that a word may have in a name, with where they begin: as it stands, or without a particle.
fn roles(word: &Word) -> impl Iterator<Item = (usize, Role)> {
    word.readings()
        .filter_map(|(key, start)| Some((start, *ROLES.get(key)?)))
}

/// Whether a word is a given name with the article: الأحمد, الصالح.
fn is_family_of(key: &str) -> bool {
    let stem = key.strip_prefix("ال").unwrap_or_default();
    ROLES.get(stem) == Some(&Role::Given) && !NO_NAME.contains(key)
}

/// Whether a word is an adjective of origin as family names are: البغدادي, الزرقاوي.
fn is_origin(key: &str) -> bool {
    key.starts_with("ال")
        && key.ends_with('ي')
        && key.chars().count() > 5
        && !is_stop_word(key)
        && !NO_NAME.contains(key)
}
