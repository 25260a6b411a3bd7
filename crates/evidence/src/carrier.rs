//! The words that carry an action told by a noun, from `data/carriers.tsv`: شن هجوما, تعرض لقصف, أعلن مقتل, حاول اقتحام.

use std::sync::LazyLock;

use crate::action::Role;
use crate::inflection::{Form, Tense, noun_forms, verb_forms};
use crate::lookup::WordMap;
use crate::table::rows;

/// What a carrier's subject is in the action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// It has a part in it.
    Role(Role),
    /// It is the action itself, or its cause: وقع هجوم, أدى إلى مقتل.
    None,
    /// It tells of it.
    Speaker,
    /// The action is not told as having happened.
    Unreal,
}

/// A word that carries an action.
#[derive(Clone, Debug)]
pub(crate) struct Carrier {
    /// What its subject is in the action.
    pub subject: Subject,
    /// The preposition before the noun, folded; empty for none.
    pub link: &'static str,
    /// Whether it is a verb.
    pub is_verb: bool,
    /// What the form shows.
    pub form: Form,
}

const TABLE: &str = include_str!("../data/carriers.tsv");

static CARRIERS: LazyLock<WordMap<String, Vec<Carrier>>> = LazyLock::new(|| {
    let mut carriers: WordMap<String, Vec<Carrier>> = WordMap::default();
    for row in rows(TABLE) {
        let [subject, link, sort, words] = row[..] else {
            continue;
        };
        let is_verb = sort == "verb";
        for word in words.split(' ') {
            let forms = if is_verb {
                verb_forms(word)
            } else {
                noun_forms(word)
            };
            for (word, form) in forms {
                carriers.entry(word).or_default().push(Carrier {
                    subject: subject_of(subject),
                    link: folded_link(link),
                    is_verb,
                    form,
                });
            }
        }
    }
    carriers
});

fn subject_of(id: &str) -> Subject {
    match id {
        "speaker" => Subject::Speaker,
        "unreal" => Subject::Unreal,
        _ => Role::from_id(id).map_or(Subject::None, Subject::Role),
    }
}

fn folded_link(link: &'static str) -> &'static str {
    match link {
        "إلى" => "الي",
        "على" => "علي",
        "-" => "",
        _ => link,
    }
}

/// The carriers that a folded word without particles may be.
pub(crate) fn carriers(word: &str) -> &'static [Carrier] {
    CARRIERS.get(word).map_or(&[], Vec::as_slice)
}

/// Whether a folded word without particles is a verb that carries.
pub(crate) fn is_verb(word: &str) -> bool {
    carriers(word)
        .iter()
        .any(|carrier| carrier.is_verb && carrier.form.tense != Tense::None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert!(TABLE.starts_with("# ") && TABLE.contains("Source: ") && TABLE.contains("CC0"));
        for row in rows(TABLE) {
            assert_eq!(row.len(), 4, "{row:?}");
            assert!(matches!(
                row[0],
                "speaker" | "unreal" | "none" | "agent" | "place" | "patient"
            ));
            assert!(matches!(
                row[1],
                "-" | "من" | "في" | "ب" | "ل" | "على" | "إلى" | "عن"
            ));
            assert!(matches!(row[2], "verb" | "noun"));
        }
        assert!(carriers("شنت").iter().any(|carrier| carrier.is_verb));
    }
}
