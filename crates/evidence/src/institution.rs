//! Institutions by the grammar of their names: a head noun and what follows it.
//!
//! ```text
//! institution = head first { purpose | "و" definite } { adjective } | "ال" head adjective { adjective | purpose | "و" definite }
//! first     = definite | known name | noun definite | noun noun definite | noun place | [ honour ] person
//!           | one word that may be a name (after حزب, حركة, صحيفة…) { strange }
//! purpose   = "ل" definite | "ل" noun definite | "من أجل" noun [definite]
//! adjective = a definite word of origin (السوري) or from data/adjective.tsv (العليا)
//! ```

use std::ops::Range;
use std::sync::LazyLock;

use tawarikh_arabic::is_stop_word;

use crate::clause::part;
use crate::head::{Follows, HEADS, Head};
use crate::introducer::{What, introducer};
use crate::lookup::WordSet;
use crate::person::called_after;
use crate::settling::adjective_of;
use crate::spans::{begins_in, starting_at};
use crate::strange::{Strangeness, is_strange};
use crate::table;
use crate::word::{Word, word_behind};

/// Words that end a name, from `data/no_name.tsv`.
pub(crate) static NO_NAME: LazyLock<WordSet<&str>> =
    LazyLock::new(|| table::keys(include_str!("../data/no_name.tsv")));

/// Definite adjectives in names that are not of origin, from `data/adjective.tsv`.
static ADJECTIVES: LazyLock<WordSet<&str>> =
    LazyLock::new(|| table::keys(include_str!("../data/adjective.tsv")));

/// Heads that behind ب say who leads.
const LEADING: [&str; 3] = ["قياده", "رياسه", "اداره"];

/// Broken plurals among the heads.
const BROKEN: [&str; 6] = ["كتايب", "سرايا", "فصايل", "الويه", "عصايب", "ميليشيا"];

/// Adjectives of what a party is today, which are no part of its own name: حزب الإنصاف الحاكم, but الحزب الحاكم.
const PASSING: [&str; 6] = [
    "الحاكم",
    "الحاكمه",
    "المعارض",
    "المعارضه",
    "المنتخب",
    "المنتخبه",
];

/// Heads of what is founded and has a trade or an aim, whatever its name: شركة فوسفاط قفصة, مؤسسة فورد للتنمية.
const FOUNDED: [&str; 12] = [
    "شركه",
    "موسسه",
    "جمعيه",
    "بنك",
    "مصرف",
    "منظمه",
    "رابطه",
    "شبكه",
    "مرصد",
    "جامعه",
    "كليه",
    "وكاله",
];

/// Heads of what is called after a person.
const CALLED_AFTER: [&str; 16] = [
    "لواء",
    "الويه",
    "كتيبه",
    "كتايب",
    "سرايا",
    "فيلق",
    "فرقه",
    "موسسه",
    "جامعه",
    "جمعيه",
    "كليه",
    "معهد",
    "مركز",
    "شركه",
    "بنك",
    "اكاديميه",
];

/// Heads of what is printed or sent, whose foreign names keep their articles: صحيفة لا ريبوبليكا.
const MEDIA: [&str; 8] = [
    "صحيفه",
    "جريده",
    "مجله",
    "قناه",
    "موقع",
    "شبكه",
    "اذاعه",
    "بوابه",
];

/// Those articles, folded.
const FOREIGN_ARTICLES: [&str; 11] = [
    "لا", "لو", "لي", "ال", "ذا", "ذي", "دي", "دير", "داي", "نيو", "نويه",
];

/// What is no aim behind a name, though it has ل: "شركة بوينغ للمرة الأولى".
const NO_AIM: [&str; 8] = [
    "المره",
    "الربع",
    "النصف",
    "الحد",
    "المزيد",
    "التعليق",
    "الاشتباه",
    "التحقيق",
];

/// Words of one name, at most.
const MOST_WORDS: usize = 8;

/// An institution's name: its bytes and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Institution {
    pub span: Range<usize>,
    pub words: Range<usize>,
}

/// The institutions in `words` of `text`, in order. `names` are the bytes of the names that are known in it,
/// `places` those of places among them, `people` those of persons' names, all in order.
pub(crate) fn institutions(
    text: &str,
    words: &[Word],
    names: &[Range<usize>],
    places: &[Range<usize>],
    people: &[Range<usize>],
) -> Vec<Institution> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let chain = Chain {
            text,
            words,
            names,
            places,
            people,
        };
        let found_here = chain.institution(at);
        at = found_here
            .as_ref()
            .map_or(at + 1, |institution| institution.words.end);
        found.extend(found_here);
    }
    found
}

/// Reads the words of a name.
struct Chain<'a> {
    text: &'a str,
    words: &'a [Word],
    names: &'a [Range<usize>],
    places: &'a [Range<usize>],
    people: &'a [Range<usize>],
}

impl Chain<'_> {
    /// `institution`
    fn institution(&self, at: usize) -> Option<Institution> {
        let (start, head, has_article) = head(&self.words[at])?;
        if has_article && self.is_no_name(at) {
            return None;
        }
        // بقيادة, برئاسة: under somebody.
        let led = &self.text[self.words[at].span.start..start];
        if led.ends_with('ب') && LEADING.contains(&self.key_of(at, start)) {
            return None;
        }
        // البوارج البحرية
        let is_of_noun = has_article
            && self.key_of(at, start) == "البحريه"
            && self.joined(at)
            && self.key(at - 1).is_some_and(|key| key.starts_with("ال"));
        if is_of_noun {
            return None;
        }
        let mut end = if has_article {
            let is_other = self
                .key(at + 1)
                .is_some_and(|key| head.except.contains(&key));
            self.adjective(at + 1)
                .filter(|_| !is_other && self.agree(at, at + 1))?
        } else {
            self.known_end(start, at)
                .or_else(|| self.called_after(at, start))
                .or_else(|| self.first(at + 1, head))
                .or_else(|| self.foreign(at + 1, start))?
        };
        let aim = self
            .aim(end)
            .filter(|_| !has_article && FOUNDED.contains(&self.key_of(at, start)));
        end = aim.unwrap_or(end);
        let is_definite = has_article || self.is_definite(end - 1) || aim.is_some();
        // The first word behind a head without the article is a noun, also where it ends as an adjective does: التربية.
        let mut has_adjective = has_article;
        while is_definite && end - at < MOST_WORDS {
            let noun = || {
                let may_follow = !has_adjective || head.has_purpose;
                let joined = || {
                    self.joined_noun(end).filter(|_| {
                        !has_adjective || self.has_purpose(at, end) || self.is_second(end)
                    })
                };
                self.purpose(end).or_else(joined).filter(|_| may_follow)
            };
            let agrees = |_: &usize| {
                !has_article
                    || self.agree(at, end)
                    || self.is_of_people(end)
                    || self.is_of_purpose(at, end)
            };
            // What is known is complete: of what looks like a feminine adjective behind it most is a noun, المسؤولية.
            let is_whole = self.is_known_party(start, end) || self.is_party_inside(at, end);
            let fits = |_: &usize| {
                let passing = self.key(end).is_some_and(|key| PASSING.contains(&key));
                let sure = || !is_whole || self.key(end).is_some_and(is_sure_adjective);
                (has_article || !passing) && sure()
            };
            let noun = || noun().filter(|_| !is_whole);
            let adjective = self.adjective(end).filter(agrees).filter(fits);
            let Some(next) = adjective.or_else(noun) else {
                break;
            };
            has_adjective |= self.is_adjective(next - 1);
            end = next;
        }
        Some(Institution {
            span: start..self.words[end - 1].span.end,
            words: at..end,
        })
    }

    /// Whether a definite head is an adjective, or pointed at rather than named: سياساته الداخلية, هذه الجماعة.
    fn is_no_name(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.key(before));
        before
            .filter(|_| self.words[at].continues)
            .is_some_and(|before| {
                let is_adjective = matches!(self.key(at), Some("الداخليه" | "الخارجيه"))
                    && (before.starts_with("ال")
                        || before.ends_with("ته")
                        || before.ends_with("ها"));
                is_adjective || matches!(before, "هذا" | "هذه" | "تلك" | "ذلك" | "بهذه" | "لهذه")
            })
    }

    /// Where the name ends of the person whom something is called after: لواء عمر المختار, جامعة الملك سعود.
    fn called_after(&self, at: usize, start: usize) -> Option<usize> {
        let may_name = |at: usize| self.key(at).is_some_and(|key| self.may_name(at, key));
        (CALLED_AFTER.contains(&self.key_of(at, start)) && self.joined(at + 1))
            .then(|| called_after(self.words, self.people, at + 1, may_name))?
    }

    /// Where the name from another language ends that a medium has, its article in front: صحيفة لا ريبوبليكا.
    fn foreign(&self, at: usize, start: usize) -> Option<usize> {
        let is_medium = MEDIA.contains(&self.key_of(at - 1, start));
        let has_article = self
            .key(at)
            .is_some_and(|key| FOREIGN_ARTICLES.contains(&key));
        let is_name = self
            .key(at + 1)
            .is_some_and(|key| is_strange(key, Strangeness::Likely));
        (is_medium && has_article && self.joined(at) && self.joined(at + 1) && is_name)
            .then_some(at + 2)
    }

    /// Where the aim of something founded ends: مؤسسة فورد للتنمية.
    fn aim(&self, at: usize) -> Option<usize> {
        let word = self
            .words
            .get(at)
            .filter(|word| word.key.starts_with("لل"))?;
        let is_aim =
            |key: &str| key.starts_with("ال") && !NO_AIM.contains(&key) && !self.ends_name(key);
        let is_noun = word.splits.iter().any(|split| is_aim(&split.key));
        (is_noun && !self.is_name_inside(at) && self.joined(at)).then_some(at + 1)
    }

    /// Whether a known name of a party begins at a byte and ends with the word before `end`.
    fn is_known_party(&self, start: usize, end: usize) -> bool {
        let last = &self.words[end - 1].span;
        self.name_from(start)
            .is_some_and(|name| name.end == last.end)
            && starting_at(self.places, start).is_none()
    }

    /// The word behind the known name of a party that begins with the head at byte `start` and goes on behind it.
    fn known_end(&self, start: usize, at: usize) -> Option<usize> {
        let name = self.name_from(start)?;
        let end = word_behind(self.words, name.end, at);
        (end > at + 1 && self.is_known_party(start, end)).then_some(end)
    }

    /// Whether all that stands behind the head is a known party: حركة طالبان.
    fn is_party_inside(&self, at: usize, end: usize) -> bool {
        end > at + 1 && self.is_known_party(self.words[at + 1].span.start, end)
    }

    /// `first`: where it ends.
    fn first(&self, at: usize, head: &Head) -> Option<usize> {
        let key = self.joined(at).then(|| self.key(at))??;
        let before_place = head.except.contains(&"@") && self.is_place(at);
        if before_place || head.except.contains(&key) || self.is_division(at, key) {
            return None;
        }
        if let Some(name) = self.name_at(at) {
            return Some(word_behind(self.words, name.end, at));
        }
        // A plural in the nominative is the subject of a verb that is written as the head: "تجمع الفدائيون".
        let written = &self.text[self.words[at].span.clone()];
        let is_subject = written.ends_with("ون") && is_masdar(self.key(at - 1).unwrap_or_default());
        if is_subject {
            return None;
        }
        if self.is_definite(at) {
            return Some(at + 1);
        }
        if self.is_noun(key)
            && self.joined(at + 1)
            && self.is_definite(at + 1)
            && !self.is_adjective(at + 1)
        {
            return Some(at + 2);
        }
        // محكمة جنايات بورسعيد
        let of_place = (head.follows != Follows::Named || self.is_founded(at - 1))
            && self.is_noun(key)
            && !key.ends_with("يه")
            && !key.ends_with('ي')
            && self.joined(at + 1)
            && self.is_place(at + 1);
        if let Some(name) = self.name_at(at + 1).filter(|_| of_place) {
            return Some(word_behind(self.words, name.end, at));
        }
        let second = self.key(at + 1).filter(|_| self.joined(at + 1));
        let two_nouns = head.has_purpose
            && self.is_noun(key)
            && second.is_some_and(|second| self.is_noun(second))
            && self.joined(at + 2)
            && self.is_definite(at + 2)
            && !self.is_adjective(at + 2);
        if two_nouns {
            return Some(at + 3);
        }
        let is_name = self.may_name(at, key) || is_masdar(key) && self.is_object_free(at + 1);
        (head.follows == Follows::Named && is_name).then(|| self.strange_end(at + 1))
    }

    /// Whether a word is the head of something founded, with particles or without.
    fn is_founded(&self, at: usize) -> bool {
        self.words[at].is_one(|key| FOUNDED.contains(&key))
    }

    /// The word behind those that go on with a name from another language.
    fn strange_end(&self, at: usize) -> usize {
        let is_part = |at: usize| {
            let sounds = |key: &str| !key.starts_with('و') && is_strange(key, Strangeness::Likely);
            self.joined(at) && self.key(at).is_some_and(sounds) && self.name_at(at).is_none()
        };
        let is_first = self
            .key(at - 1)
            .is_some_and(|key| is_strange(key, Strangeness::Likely));
        at + usize::from(is_first && is_part(at))
    }

    /// Whether no object of a verb stands there: حزب تقدم من, not حزب تقدم بطلب or حزب تولى الحكم.
    fn is_object_free(&self, at: usize) -> bool {
        let Some(key) = self.key(at).filter(|_| self.joined(at)) else {
            return true;
        };
        matches!(
            key,
            "من" | "في" | "ان" | "و" | "بزعامه" | "بقياده" | "برياسه"
        ) || part(key).verb
            || self.is_adjective(at)
    }

    /// Whether و joins a second adjective to the first: الحقوق الاقتصادية والاجتماعية.
    fn is_second(&self, at: usize) -> bool {
        let key = self.key(at).and_then(|key| key.strip_prefix('و'));
        let alike = |key: &str| {
            self.key(at - 1)
                .is_some_and(|first| first.ends_with('ه') == key.ends_with('ه'))
        };
        self.is_adjective(at - 1) && key.is_some_and(|key| is_nisba(key) && alike(key))
    }

    /// Whether what it is for is among the words of a name: "و" joins another only to that.
    fn has_purpose(&self, at: usize, end: usize) -> bool {
        (at + 1..end).any(|at| self.key(at).is_some_and(|key| key.starts_with("لل")))
    }

    /// `purpose`: where it ends.
    fn purpose(&self, at: usize) -> Option<usize> {
        let key = self.joined(at).then(|| self.key(at))??;
        if key == "من" && self.key(at + 1) == Some("اجل") && self.joined(at + 2) {
            let definite = self.joined(at + 3) && self.is_definite(at + 3);
            return Some(at + 3 + usize::from(definite));
        }
        if is_stop_word(key) {
            return None;
        }
        if key.starts_with("لل") {
            return Some(at + 1);
        }
        let is_phrase = key.starts_with('ل') && self.joined(at + 1) && self.is_definite(at + 1);
        is_phrase.then_some(at + 2)
    }

    /// `"و" definite`: where it ends. Not before a verb of what it does, and not another party.
    fn joined_noun(&self, at: usize) -> Option<usize> {
        let key = self.joined(at).then(|| self.key(at))??;
        let noun = key
            .strip_prefix('و')
            .filter(|noun| noun.starts_with("ال"))?;
        let is_other =
            self.ends_name(noun) || head(&self.words[at]).is_some() || self.is_name_inside(at);
        (!is_other && noun.chars().count() > 3).then_some(at + 1)
    }

    /// Whether an adjective has the gender of the noun: القوات الروسية, الجيش الروسي. Plurals of things are feminine.
    fn agree(&self, noun: usize, adjective: usize) -> bool {
        let (Some(noun), Some(adjective)) = (self.key(noun), self.key(adjective)) else {
            return false;
        };
        let is_feminine = noun.ends_with('ه')
            || noun.ends_with("ات")
            || BROKEN.iter().any(|plural| noun.ends_with(plural));
        let is_plural = adjective.ends_with("ين") || adjective.ends_with("ون");
        let is_elative = ["عليا", "كبري", "صغري", "اولي", "عظمي"]
            .iter()
            .any(|form| adjective.ends_with(form));
        !is_plural && (adjective.ends_with('ه') || is_elative) == is_feminine
    }

    /// `adjective`: where it ends.
    fn adjective(&self, at: usize) -> Option<usize> {
        (self.joined(at) && self.is_adjective(at)).then_some(at + 1)
    }

    fn is_adjective(&self, at: usize) -> bool {
        self.key(at)
            .is_some_and(|key| is_nisba(key) || ADJECTIVES.contains(key))
    }

    /// Whether a word without the article may head a phrase of nouns: no word of the grammar, no verb.
    fn is_noun(&self, key: &str) -> bool {
        let grammar = part(key);
        let is_word = grammar.verb
            || grammar.reports
            || grammar.needs_more
            || is_stop_word(key)
            || self.ends_name(key);
        !is_word
            && !key.starts_with(['و', 'ل'])
            && (!key.starts_with('ف') || key.chars().count() > 4)
            && (!key.starts_with('ب') || key.ends_with("ات") && key.chars().count() > 4)
            && !key.starts_with("ال")
            && key.chars().count() > 2
    }

    fn key(&self, at: usize) -> Option<&str> {
        self.words.get(at).map(|word| word.key.as_str())
    }

    /// The form of a word for comparing from a byte of it on.
    fn key_of(&self, at: usize, start: usize) -> &str {
        let mut readings = self.words[at].readings();
        let reading = readings.find(|(_, begin)| *begin == start);
        reading.map_or("", |(key, _)| key)
    }

    /// Whether an adjective belongs to the people for whom it is: النقابة الوطنية للصحفيين التونسيين.
    fn is_of_people(&self, at: usize) -> bool {
        let ends = |at: usize| self.key(at).is_some_and(|key| key.ends_with("ين"));
        ends(at) && ends(at - 1) && self.key(at - 1).is_some_and(|key| key.starts_with("لل"))
    }

    /// Whether an adjective belongs to what it is for: المديرية العامة للدفاع المدني.
    fn is_of_purpose(&self, head: usize, at: usize) -> bool {
        let before = at - 1;
        before > head
            && self.key(before).is_some_and(|key| key.starts_with("لل"))
            && self.agree(before, at)
    }

    /// Whether only blanks and quotes part a word from the one before.
    fn joined(&self, at: usize) -> bool {
        let (Some(before), Some(word)) = (self.words.get(at.wrapping_sub(1)), self.words.get(at))
        else {
            return false;
        };
        let between = &self.text[before.span.end..word.span.start];
        between
            .chars()
            .all(|c| matches!(c, ' ' | '\u{a0}' | '"' | '«' | '“' | '”' | '»' | '-'))
            && !between.trim_end().ends_with(['»', '”'])
    }

    fn is_definite(&self, at: usize) -> bool {
        self.key(at).is_some_and(|key| {
            key.starts_with("ال")
                && key.chars().count() > 3
                && !self.ends_name(key)
                && !is_stop_word(key)
        })
    }

    /// The known name that begins with a word.
    fn name_at(&self, at: usize) -> Option<&Range<usize>> {
        let word = self.words.get(at)?;
        self.name_from(word.span.start)
            .filter(|name| name.end >= word.span.end)
    }

    fn is_place(&self, at: usize) -> bool {
        starting_at(self.places, self.words[at].span.start).is_some()
    }

    /// Whether the word before introduces a place here: مديرية الخوخة, not مديرية الأمن.
    fn is_division(&self, at: usize, key: &str) -> bool {
        introducer(&self.words[at - 1]).is_some_and(|(_, introducer)| {
            matches!(introducer.what, What::Generic(_)) && !introducer.except.contains(&key)
        })
    }

    /// Whether a known name begins within a word, behind its particle.
    fn is_name_inside(&self, at: usize) -> bool {
        begins_in(self.names, &self.words[at].span)
    }

    /// The known name that begins at a byte.
    fn name_from(&self, byte: usize) -> Option<&Range<usize>> {
        starting_at(self.names, byte).map(|name| &self.names[name])
    }

    fn ends_name(&self, key: &str) -> bool {
        NO_NAME.contains(key)
    }

    /// Whether a word without the article may be a name: not an adjective, a verb, or a word of the grammar.
    fn may_name(&self, at: usize, key: &str) -> bool {
        let folded = part(key);
        let is_verb = folded.verb
            || folded.reports
            || key.starts_with('ي')
            || key.starts_with("لل")
            || key.ends_with('ت');
        let is_adjective =
            key.ends_with('ي') || key.ends_with('ه') || key.ends_with("ين") || key.ends_with("ات");
        let written = &self.text[self.words[at].span.clone()];
        let quoted = self.text[..self.words[at].span.start].ends_with(['"', '«', '“']);
        let bare = !is_verb && !is_adjective && !written.ends_with('ا') && key.chars().count() > 2;
        let is_number = key.chars().any(|c| c.is_ascii_digit());
        let is_plain = ["ه", "ين", "ون", "ات", "يا"]
            .iter()
            .any(|ending| key.ends_with(ending));
        let sounds = !key.starts_with('و')
            && !is_plain
            && !written.ends_with('ى')
            && is_strange(key, Strangeness::Likely);
        !is_number && !is_stop_word(key) && !self.ends_name(key) && (quoted || bare || sounds)
    }
}

/// Where a head begins in a word, the head, and whether it has the article.
fn head(word: &Word) -> Option<(usize, &'static Head, bool)> {
    word.readings().find_map(|(key, start)| {
        let bare = key.strip_prefix("ال");
        Some((start, HEADS.get(bare.unwrap_or(key))?, bare.is_some()))
    })
}

/// Whether a word has the form of the verbal noun of the fifth stem or the sixth, which parties take for a name: تقدم, تجدد,
/// تواصل. The verb is written alike.
fn is_masdar(key: &str) -> bool {
    let letters: Vec<char> = key.chars().collect();
    let fits = matches!(letters[..], ['ت', _, _, _] | ['ت', _, 'ا', _, _]);
    fits && !key.ends_with(['ه', 'ت', 'ي'])
}

/// Whether a definite word can be nothing but an adjective.
fn is_sure_adjective(key: &str) -> bool {
    ADJECTIVES.contains(key) || adjective_of(key).is_some() || !key.ends_with("يه")
}

/// Whether a definite word is an adjective of origin: السوري, العراقية, الدولي.
fn is_nisba(key: &str) -> bool {
    let stem = key.strip_suffix('ه').unwrap_or(key);
    let is_origin = stem.ends_with('ي') || stem.ends_with("يين") || stem.ends_with("يون");
    key.starts_with("ال") && is_origin && key.chars().count() > 5 && !NO_NAME.contains(key)
}
