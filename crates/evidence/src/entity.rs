//! All names in a text: those that a gazetteer knows, and those that their words show to be names.

use std::ops::Range;

use tawarikh_arabic::is_stop_word;

use crate::gazetteer::{Gazetteer, NameMention};
use crate::institution::institutions;
use crate::later::later;
use crate::name::NameKind;
use crate::person::{is_title, persons};
use crate::place::{introduced, unlisted};
use crate::settling::adjective_of;
use crate::word::{Word, words, words_of};

/// A name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its bytes, without glued particles and generic words before it.
    pub span: Range<usize>,
    /// What it is of.
    pub kind: NameKind,
    /// What the gazetteer knows of it, or of the place that it is named after (مطار صنعاء); nothing for a candidate that only
    /// its words show.
    pub known: Option<NameMention>,
    /// The rule that found it.
    pub rule: NameRule,
}

/// How a name is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameRule {
    /// By the spelling that the list has first.
    Name,
    /// By another of its spellings.
    Alias,
    /// By a spelling that the list calls wrong.
    Misspelt,
    /// A place behind a word that introduces it: بلدة كذا.
    Introduced,
    /// A party behind a word for one: حزب كذا.
    Head,
    /// A person by the words of the name: given names and what belongs to them.
    Person,
    /// A person by one word of the name that was told whole before.
    Later,
    /// A place by where it stands and by sounding as if from another language.
    Strange,
}

impl NameRule {
    /// All rules.
    pub const ALL: [NameRule; 8] = [
        NameRule::Name,
        NameRule::Alias,
        NameRule::Misspelt,
        NameRule::Introduced,
        NameRule::Head,
        NameRule::Person,
        NameRule::Later,
        NameRule::Strange,
    ];

    /// A stable name.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            NameRule::Name => "name",
            NameRule::Alias => "name-alias",
            NameRule::Misspelt => "name-misspelt",
            NameRule::Introduced => "place-introduced",
            NameRule::Head => "party-head",
            NameRule::Person => "person-name",
            NameRule::Later => "person-later",
            NameRule::Strange => "place-strange",
        }
    }
}

/// The names in `text`, in order and not overlapping; of nested names the outermost.
pub fn entities(text: &str, gazetteer: &Gazetteer) -> Vec<Entity> {
    let words = words(text);
    let allowed = |entity: &Entity| !gazetteer.forbids(&text[entity.span.clone()]);
    let mut found = whole(text, &words, gazetteer);
    found.retain(allowed);
    let mut found = outermost(found);
    let again = again(text, &words, &found);
    add(&mut found, again.into_iter().filter(allowed));
    let mut found = with_family_names(text, found);
    let unlisted = unnamed_before(text, &words, &found);
    add(&mut found, unlisted.into_iter().filter(allowed));
    found
}

/// What is listed and what its own words show to be a name, in no order.
fn whole(text: &str, words: &[Word], gazetteer: &Gazetteer) -> Vec<Entity> {
    let known = gazetteer.find_in(text, words);
    let kind = |mention: &NameMention| gazetteer.names()[mention.name].kind;
    let known_as = |passes: fn(NameKind) -> bool| {
        let passing = known.iter().filter(move |mention| passes(kind(mention)));
        passing.map(|mention| mention.span.clone())
    };
    let names: Vec<Range<usize>> = known_as(|kind| kind != NameKind::Person).collect();
    let places: Vec<&NameMention> = known
        .iter()
        .filter(|mention| kind(mention) == NameKind::Place)
        .collect();
    let placed: Vec<Range<usize>> = known_as(|kind| kind == NameKind::Place).collect();
    let shown = persons(text, words, &names);
    let mut people: Vec<Range<usize>> = known_as(|kind| kind == NameKind::Person).collect();
    people.extend(shown.iter().cloned());
    people.sort_by_key(|person| (person.start, std::cmp::Reverse(person.end)));
    let mut found: Vec<Entity> = known
        .iter()
        .map(|mention| listed(text, words, mention, kind(mention)))
        .collect();
    let introduced = introduced(text, words, &placed, &people).into_iter();
    found.extend(introduced.map(|place| Entity {
        known: place.known.map(|index| places[index].clone()),
        ..candidate(NameKind::Place, NameRule::Introduced)(place.span)
    }));
    let parties = institutions(text, words, &names, &placed, &people)
        .into_iter()
        .map(|institution| institution.span);
    found.extend(parties.map(candidate(NameKind::Party, NameRule::Head)));
    let person = candidate(NameKind::Person, NameRule::Person);
    found.extend(shown.into_iter().map(&person));
    let nicknames = nicknames(text, words, &found);
    found.extend(nicknames.into_iter().map(&person));
    found
}

/// What the gazetteer knows.
fn listed(text: &str, words: &[Word], mention: &NameMention, kind: NameKind) -> Entity {
    Entity {
        span: match kind {
            NameKind::Place => with_side(words, &mention.span),
            NameKind::Party | NameKind::Person => with_country(text, words, &mention.span),
        },
        kind,
        rule: mention.via.rule(),
        known: Some(mention.clone()),
    }
}

/// Adds more, in order.
fn add(found: &mut Vec<Entity>, more: impl Iterator<Item = Entity>) {
    found.extend(more);
    found.sort_by_key(|entity| entity.span.start);
}

/// What a rule finds that no list has.
fn candidate(kind: NameKind, rule: NameRule) -> impl Fn(Range<usize>) -> Entity {
    move |span| Entity {
        span,
        kind,
        known: None,
        rule,
    }
}

/// The bytes of those that pass, in their order.
fn spans(found: &[Entity], passes: impl Fn(&Entity) -> bool) -> Vec<Range<usize>> {
    let passing = found.iter().filter(|entity| passes(entity));
    passing.map(|entity| entity.span.clone()).collect()
}

/// Persons named again by one word.
fn again(text: &str, words: &[Word], found: &[Entity]) -> Vec<Entity> {
    let people = spans(found, |entity| entity.kind == NameKind::Person);
    let taken = spans(found, |_| true);
    later(text, words, &people, &taken)
        .into_iter()
        .map(candidate(NameKind::Person, NameRule::Later))
        .collect()
}

/// Places that no list has and no noun introduces.
fn unnamed_before(text: &str, words: &[Word], found: &[Entity]) -> Vec<Entity> {
    let places = spans(found, |entity| entity.kind == NameKind::Place);
    let taken = spans(found, |_| true);
    unlisted(text, words, &places, &taken)
        .into_iter()
        .map(candidate(NameKind::Place, NameRule::Strange))
        .collect()
}

/// Societies that every country has: the adjective of the country is a part of their names.
const NATIONAL: [&str; 5] = [
    "الهلال الأحمر",
    "الصليب الأحمر",
    "الاحتياطي الفيدرالي",
    "الحماية المدنية",
    "خفر السواحل",
];

/// The bytes of a known name, with the country's adjective behind that of such a society: الهلال الأحمر المغربي.
fn with_country(text: &str, words: &[Word], span: &Range<usize>) -> Range<usize> {
    let at = words_of(words, span).end;
    let is_national = || {
        NATIONAL
            .iter()
            .any(|name| text[span.clone()].ends_with(name))
    };
    match words.get(at) {
        Some(word) if word.continues && adjective_of(&word.key).is_some() && is_national() => {
            span.start..word.span.end
        }
        _ => span.clone(),
    }
}

/// Adjectives that tell one part of a place from another: بيروت الغربية, جاوة الشرقية.
const SIDES: [&str; 6] = [
    "الشرقيه",
    "الغربيه",
    "الشماليه",
    "الجنوبيه",
    "الوسطي",
    "الكبري",
];

/// The bytes of a known place with the adjective of its side, where that can't be of the noun before it: حول بيروت الغربية, but
/// ضواحي بيروت الغربية.
fn with_side(words: &[Word], span: &Range<usize>) -> Range<usize> {
    let Range {
        start: first,
        end: behind,
    } = words_of(words, span);
    let has_side = words
        .get(behind)
        .is_some_and(|word| word.continues && SIDES.contains(&word.key.as_str()));
    // What begins with a particle stands in no genitive behind a noun.
    let begins = words.get(first).is_some_and(|word| {
        !word.continues
            || word.span.start < span.start
            || words[first - 1].is_one(|key| is_stop_word(key) || is_title(key))
    });
    match words.get(behind).filter(|_| has_side && begins) {
        Some(side) => span.start..side.span.end,
        None => span.clone(),
    }
}

/// Words behind a person's name that give another name.
const KNOWN_AS: [&str; 8] = [
    "المعروف",
    "المعروفه",
    "الملقب",
    "الملقبه",
    "الشهير",
    "الشهيره",
    "المكني",
    "المكناه",
];

/// Names in quotes that persons are said to be known by: فلان المعروف بـ"النمر".
fn nicknames(text: &str, words: &[Word], found: &[Entity]) -> Vec<Range<usize>> {
    let persons = found
        .iter()
        .filter(|entity| entity.kind == NameKind::Person);
    let nickname = |person: &Entity| {
        let behind = words_of(words, &person.span).end;
        let known = words
            .get(behind)
            .filter(|word| KNOWN_AS.contains(&word.key.as_str()))?;
        let rest = text[known.span.end..].trim_start();
        let rest = ["باسم", "بلقب", "بـ", "ب"]
            .iter()
            .find_map(|by| rest.strip_prefix(by))?;
        let quoted = rest.trim_start().strip_prefix(['"', '«', '“'])?;
        let name = &quoted[..quoted.find(['"', '»', '”', '\n'])?];
        let start = text.len() - quoted.len();
        let words = name.split_whitespace().count();
        (1..=3)
            .contains(&words)
            .then_some(start..start + name.len())
    };
    persons.filter_map(nickname).collect()
}

/// A person's name with the one word right behind it that alone names someone known: الحبيب بن علي + بورقيبة.
fn with_family_names(text: &str, found: Vec<Entity>) -> Vec<Entity> {
    let mut joined: Vec<Entity> = Vec::with_capacity(found.len());
    for entity in found {
        let alone = !text[entity.span.clone()].contains(' ');
        let before = joined.last_mut().filter(|last| {
            alone
                && last.kind == NameKind::Person
                && entity.kind == NameKind::Person
                && last.rule == NameRule::Person
                && &text[last.span.end..entity.span.start] == " "
        });
        match before {
            Some(last) => {
                last.span.end = entity.span.end;
                if entity.known.is_some() {
                    last.known = entity.known;
                    last.rule = entity.rule;
                }
            }
            None => joined.push(entity),
        }
    }
    joined
}

/// Those that lie in no other; of two that cross, the one that begins first.
fn outermost(mut found: Vec<Entity>) -> Vec<Entity> {
    found.sort_by_key(|entity| {
        (
            entity.span.start,
            std::cmp::Reverse(entity.span.end),
            entity.known.is_none(),
            entity.kind,
        )
    });
    let mut kept: Vec<Entity> = Vec::with_capacity(found.len());
    for entity in found {
        if kept
            .last()
            .is_none_or(|last| last.span.end <= entity.span.start)
        {
            kept.push(entity);
        }
    }
    kept
}
