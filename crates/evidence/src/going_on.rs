//! Sentences without a date that go on from a dated one: "وبعد ذلك بساعات", "وأسفر الهجوم عن".
//!
//! Only what the grammar binds to the sentence before counts: a connective that names the same time, or an event that is taken
//! up again with the article. ثم and كما may leap over years, so they alone bind nothing.

use crate::action::{Sort, entries};
use crate::bare::readings;
use crate::line::Line;

/// The rule by which a sentence goes on from the one before, if it does.
pub(crate) fn going_on(line: &Line<'_>) -> Option<&'static str> {
    if connects(line) {
        return Some("event.same-time");
    }
    takes_up(line).then_some("event.taken-up")
}

/// Connectives that name the time of the sentence before.
const CONNECTIVES: [&str; 24] = [
    "بعد ذلك بساعات",
    "بعد ذلك بساعه",
    "بعد ساعات",
    "بعد ساعه",
    "بعد ذلك بدقائق",
    "بعد ذلك بقليل",
    "بعد دقايق",
    "بعد ذلك بوقت قصير",
    "في الوقت نفسه",
    "في الوقت ذاته",
    "في نفس الوقت",
    "في نفس اليوم",
    "في الاثناء",
    "في هذه الاثناء",
    "في غضون ذلك",
    "بالتزامن مع ذلك",
    "تزامنا مع ذلك",
    "علي الاثر",
    "علي الفور",
    "اثر ذلك",
    "حينها",
    "عندها",
    "وقتها",
    "يومها",
];

fn connects(line: &Line<'_>) -> bool {
    let begins = |connective: &str| {
        connective.split(' ').enumerate().all(|(at, wanted)| {
            let word = line.word(at);
            word == wanted || at == 0 && word.strip_prefix(['و', 'ف']) == Some(wanted)
        })
    };
    CONNECTIVES.iter().any(|connective| begins(connective))
}

/// "وأسفر الهجوم عن", "وأدى القصف إلى": a verb of outcome and a known event with the article.
fn takes_up(line: &Line<'_>) -> bool {
    let first = line.word(0);
    let bare = first.strip_prefix(['و', 'ف', 'ك']).unwrap_or(first);
    let outcome = |word: &str| {
        matches!(
            word,
            "اسفر"
                | "اسفرت"
                | "ادي"
                | "ادت"
                | "خلف"
                | "خلفت"
                | "تسبب"
                | "تسببت"
                | "اوقع"
                | "اوقعت"
                | "استهدف"
                | "استهدفت"
                | "اودي"
                | "اودت"
                | "وقع"
                | "وقعت"
                | "جاء"
                | "جاءت"
                | "نص"
                | "نصت"
                | "شارك"
        )
    };
    let is_event = |word: &str| {
        readings(word).any(|bare| {
            let noun = entries(bare.rest)
                .iter()
                .any(|entry| entry.action.sort == Sort::Noun);
            let named = matches!(
                bare.rest,
                "اتفاق" | "هجوم" | "عمليه" | "غاره" | "زلزال" | "انفجار" | "تفجير"
            );
            bare.article && bare.preposition.is_none() && (noun || named)
        })
    };
    (outcome(first) || outcome(bare)) && is_event(line.word(1))
        || is_event(first) && outcome(line.word(1))
}
