//! Persons by the words of their names: given names, what joins them, and adjectives of origin behind them.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use tawarikh_arabic::is_stop_word;

use crate::clause::part;
use crate::institution::NO_NAME;
use crate::settling::POSITION;
use crate::table::rows;
use crate::word::Word;

/// What a word does in a person's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Given,
    Title,
    Link,
}

/// Words of names and titles, from `data/persons.tsv`.
static ROLES: LazyLock<BTreeMap<&str, Role>> = LazyLock::new(|| {
    rows(include_str!("../data/persons.tsv"))
        .filter_map(role)
        .collect()
});

fn role(row: Vec<&str>) -> Option<(&str, Role)> {
    let role = match *row.get(1)? {
        "given" => Role::Given,
        "title" => Role::Title,
        _ => Role::Link,
    };
    Some((row[0], role))
}

/// Words of one name, at most.
const MOST_WORDS: usize = 5;

/// The bytes of the persons' names of two words and more in `words` of `text`, in order.
pub(crate) fn persons(text: &str, words: &[Word]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let name = name(text, words, at);
        at = name.as_ref().map_or(at + 1, |(_, end)| *end);
        found.extend(name.map(|(span, _)| span));
    }
    found
}

/// The name that begins at a word, and the index of the word behind it.
fn name(text: &str, words: &[Word], at: usize) -> Option<(Range<usize>, usize)> {
    let is_titled = is_titled(words, at);
    // على is a preposition and بأن a conjunction, also where they fold to names.
    let written = &text[words[at].span.clone()];
    if written.ends_with('ى') && is_stop_word(&words[at].key) || written.ends_with("أن") {
        return None;
    }
    let (start, _) =
        roles(&words[at]).find(|(_, role)| matches!(role, Role::Given | Role::Link))?;
    let starts_linked = roles(&words[at]).any(|(_, role)| role == Role::Link);
    let mut end = at + 1;
    let is_free = |word: &Word| {
        may_name(text, word) && (is_titled || starts_linked || !has_pronoun(&word.key))
    };
    let mut may_be_free = true;
    while end - at < MOST_WORDS && words.get(end).is_some_and(|word| word.continues) {
        let word = &words[end];
        let is_preposition = text[word.span.clone()].ends_with('ى') && is_stop_word(&word.key);
        let whole = ROLES.get(word.key.as_str()).filter(|_| !is_preposition);
        let after_link = matches!(ROLES.get(words[end - 1].key.as_str()), Some(Role::Link));
        let belongs = match whole {
            // ولد الشيخ: a title behind a link is a part of the name; another is not, nor a word of time: صباح.
            Some(Role::Title) => after_link,
            Some(_) if !after_link && NO_NAME.contains(word.key.as_str()) => false,
            Some(_) => true,
            None => {
                let is_family = is_titled && starts_linked && end == at + 2;
                after_link
                    || is_origin(&word.key)
                    || is_family && is_definite(&word.key)
                    || (may_be_free && is_free(word))
            }
        };
        if !belongs {
            break;
        }
        // Only the first word behind a given name may be one that is not known: what comes later is the sentence.
        may_be_free = false;
        end += 1;
    }
    let ends_in_link = matches!(ROLES.get(words[end - 1].key.as_str()), Some(Role::Link));
    (end > at + 1 && !ends_in_link).then(|| (start..words[end - 1].span.end, end))
}

/// Whether a title stands before a name, or a title with its office: الرئيس, وزير المالية.
fn is_titled(words: &[Word], at: usize) -> bool {
    let is_title = |at: usize| roles(&words[at]).any(|(_, role)| role == Role::Title);
    let Some(before) = at.checked_sub(1).filter(|_| words[at].continues) else {
        return false;
    };
    let is_office = words[before].continues && words[before].key.starts_with("ال");
    let office = before.checked_sub(1).filter(|_| is_office);
    is_title(before) || office.is_some_and(is_title)
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

/// Whether a word is an adjective of origin as family names are: البغدادي, الزرقاوي.
fn is_origin(key: &str) -> bool {
    key.starts_with("ال") && key.ends_with('ي') && key.chars().count() > 5 && !is_stop_word(key)
}

/// Whether a word has the article and is no word of the grammar or of time.
fn is_definite(key: &str) -> bool {
    key.starts_with("ال") && key.chars().count() > 5 && !is_stop_word(key) && !NO_NAME.contains(key)
}

/// Whether a word may be a family name: no word of the grammar, no verb, nothing with the article.
fn may_name(text: &str, word: &Word) -> bool {
    let grammar = part(&word.key);
    let is_word = is_stop_word(&word.key)
        || grammar.verb
        || grammar.reports
        || grammar.that
        || grammar.needs_more;
    let written = &text[word.span.clone()];
    !is_word
        && !NO_NAME.contains(word.key.as_str())
        && !POSITION.contains(word.key.as_str())
        && !written.ends_with('ا')
        && !word.key.starts_with("ال")
        && written.chars().count() > 2
        && word.key.chars().all(char::is_alphabetic)
}
