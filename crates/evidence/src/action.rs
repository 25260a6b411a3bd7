//! The words that tell of actions, from `data/actions.tsv`: which kind they are and what stands around them means.

use std::sync::LazyLock;

use tawarikh_arabic::fold;

use crate::event_kind::EventKind;
use crate::inflection::{Form, Tense, noun_forms, verb_forms};
use crate::lookup::{WordMap, WordSet};
use crate::table::{forms, rows};

/// What a party or place is in an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Who does it.
    Agent,
    /// Whom it is done to.
    Patient,
    /// Where it is done.
    Place,
    /// A place where it is done, or a party that it is done to.
    Target,
}

impl Role {
    /// The role with a name in the tables.
    pub fn from_id(id: &str) -> Option<Role> {
        match id {
            "agent" => Some(Role::Agent),
            "patient" => Some(Role::Patient),
            "place" => Some(Role::Place),
            "target" => Some(Role::Target),
            _ => None,
        }
    }
}

/// Whether an action is told by a verb or a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A verb, active or passive.
    Verb,
    /// A verb that can only be passive.
    Passive,
    /// A verbal noun.
    Noun,
}

/// A row of the table.
#[derive(Debug)]
pub(crate) struct Action {
    /// Its kind.
    pub kind: EventKind,
    /// Verb or noun.
    pub sort: Sort,
    /// What its subject, object, genitive and prepositions mean: "s", "o", "g", or a folded preposition.
    roles: Vec<(String, Option<Role>)>,
    /// Words one of which has to stand near; empty for none.
    pub needs: Vec<String>,
    /// Whether the needed word has to be the head of what follows, before any preposition.
    pub heads: bool,
    /// Words that make it something else.
    pub not: Vec<String>,
}

impl Action {
    /// The role of what stands in a slot: "s" the subject, "o" the object, "g" the genitive, or a folded preposition.
    pub fn role(&self, slot: &str) -> Option<Role> {
        let found = self.roles.iter().find(|(other, _)| other == slot);
        found.and_then(|(_, role)| *role)
    }

    /// Whether it takes an object.
    pub fn is_transitive(&self) -> bool {
        self.roles.iter().any(|(slot, _)| slot == "o")
    }
}

/// A form in the table with the row that it is of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    /// The row.
    pub action: &'static Action,
    /// What the form shows.
    pub form: Form,
}

const TABLE: &str = include_str!("../data/actions.tsv");

static ACTIONS: LazyLock<Vec<Action>> = LazyLock::new(|| rows(TABLE).filter_map(action).collect());

/// The rows by their forms, in the order of the table.
static FORMS: LazyLock<WordMap<String, Vec<Entry>>> = LazyLock::new(|| {
    let mut by_form: WordMap<String, Vec<Entry>> = WordMap::default();
    for (action, row) in ACTIONS.iter().zip(rows(TABLE)) {
        for word in row.last().into_iter().flat_map(|column| column.split(' ')) {
            let forms = inflected(action.sort, word).into_iter();
            // A verb that governs by a preposition takes no pronoun: سيطره is no form of سيطر على.
            let takes =
                |form: &Form| action.sort == Sort::Noun || !form.pronoun || action.is_transitive();
            for (word, form) in forms.filter(|(_, form)| takes(form)) {
                by_form
                    .entry(word)
                    .or_default()
                    .push(Entry { action, form });
            }
        }
    }
    by_form
});

/// Verbs that are part of the table, in all forms: where one of these stands a clause has its verb.
static VERBS: LazyLock<WordSet<&'static str>> = LazyLock::new(|| {
    let verbs = FORMS
        .iter()
        .filter(|(_, entries)| entries.iter().any(|entry| entry.action.sort != Sort::Noun));
    verbs.map(|(form, _)| form.as_str()).collect()
});

fn inflected(sort: Sort, word: &str) -> Vec<(String, Form)> {
    match sort {
        Sort::Verb => verb_forms(word),
        Sort::Passive => vec![(
            fold(word),
            Form {
                tense: Tense::Past,
                pronoun: false,
            },
        )],
        Sort::Noun => noun_forms(word),
    }
}

fn action(row: Vec<&'static str>) -> Option<Action> {
    let [kind, sort, frame, needs, not, _] = row[..] else {
        return None;
    };
    let roles = frame.split(' ').filter_map(|slot| slot.split_once('='));
    Some(Action {
        kind: EventKind::from_id(kind)?,
        sort: match sort {
            "verb" => Sort::Verb,
            "passive" => Sort::Passive,
            "noun" => Sort::Noun,
            _ => return None,
        },
        roles: roles
            .map(|(slot, role)| (fold(slot), Role::from_id(role)))
            .collect(),
        needs: forms(needs).collect(),
        heads: frame.split(' ').any(|slot| slot == "=first"),
        not: forms(not).collect(),
    })
}

/// The rows that a folded word without particles may be of.
pub(crate) fn entries(word: &str) -> &'static [Entry] {
    FORMS.get(word).map_or(&[], Vec::as_slice)
}

/// Whether a folded word without particles is a form of a verb of the table.
pub(crate) fn is_verb(word: &str) -> bool {
    VERBS.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert!(TABLE.starts_with("# ") && TABLE.contains("Source: ") && TABLE.contains("CC0"));
        assert_eq!(ACTIONS.len(), rows(TABLE).count());
        for row in rows(TABLE) {
            assert_eq!(row.len(), 6, "{row:?}");
            assert!(
                row.iter()
                    .all(|column| !column.is_empty() && column.trim() == *column)
            );
            let slots = row[2]
                .split(' ')
                .filter(|slot| !matches!(*slot, "-" | "=first"));
            for slot in slots {
                let role = slot.split_once('=').map(|(_, role)| role);
                assert!(
                    role.is_some_and(|role| role == "-" || Role::from_id(role).is_some()),
                    "{row:?}"
                );
            }
        }
    }

    #[test]
    fn verbs_are_known_in_their_forms() {
        for form in [
            "سيطرت",
            "استولوا",
            "يستولون",
            "تسيطر",
            "غزوا",
            "قتلته",
            "اغتيل",
        ] {
            assert!(is_verb(form), "{form}");
        }
        assert!(!is_verb("سيطره"));
    }
}
