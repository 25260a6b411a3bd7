//! Whether a clause tells of the past or of what is to come, as far as particles and prefixes show it.

use crate::key::Key;
use crate::lexicon::Class;
use crate::stream::Stream;
use crate::surroundings::List;

/// The time a clause speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tense {
    Future,
    /// The past, or not shown: prose about dates mostly tells what was.
    Past,
    /// The past: a verb beside the date tells what happened.
    Told,
}

/// Words that look ahead.
const AHEAD: [&str; 21] = [
    "سوف",
    "لن",
    "المقرر",
    "مقرر",
    "المتوقع",
    "يتوقع",
    "متوقع",
    "المزمع",
    "يعتزم",
    "تعتزم",
    "ينوي",
    "تنوي",
    "المرتقب",
    "مرتقب",
    "المنتظر",
    "ينتظر",
    "يستعد",
    "تستعد",
    "موعد",
    "تقرر",
    "المرتقبة",
];

/// Verbs that news writes in the present of what is planned: يعقد المجلس الجمعة جلسة.
const PLANNED: [&str; 26] = [
    "يعقد",
    "تعقد",
    "ينطلق",
    "تنطلق",
    "يستضيف",
    "تستضيف",
    "يلتقي",
    "تلتقي",
    "يستأنف",
    "تستأنف",
    "يفتتح",
    "تفتتح",
    "يختتم",
    "تختتم",
    "يصل",
    "تصل",
    "يزور",
    "تزور",
    "يتوجه",
    "تتوجه",
    "يجتمع",
    "تجتمع",
    "يبدأ",
    "تبدأ",
    "تجرى",
    "تقام",
];

/// Words that begin like the prefix of the future and are none.
const NOT_FUTURE: [&str; 12] = [
    "سيا", "سيطر", "سيد", "سير", "سين", "ستة", "ستين", "سنو", "ستار", "ستر", "سيف", "سيل",
];

/// How far a clause is searched, in words.
const BACK: usize = 14;
const AHEAD_REACH: usize = 8;

/// How far before and after a date the verb may stand that tells what happened on it, in words.
const VERB_BEFORE: usize = 7;
const VERB_AFTER: usize = 2;

/// The tense of the clause around words `first..next`.
pub(crate) fn tense(s: &Stream, first: usize, next: usize) -> Tense {
    let before = (first.saturating_sub(BACK)..first)
        .rev()
        .take_while(|&at| !ends_clause(s, at));
    let after = (next..(next + AHEAD_REACH).min(s.len())).take_while(|&at| !ends_clause(s, at));
    if before.chain(after).any(|at| looks_ahead(s, at)) {
        Tense::Future
    } else if is_told(s, first, next) {
        Tense::Told
    } else {
        Tense::Past
    }
}

/// Whether a verb of what happened has the date for its time: before it with nothing between them that another action could stand
/// for (بدأت الحرب في, not بدأت الاستعدادات لاقتراع), or right behind it (وفي 14 شباط انفجرت).
fn is_told(s: &Stream, first: usize, next: usize) -> bool {
    let mut before = (first.saturating_sub(VERB_BEFORE)..first)
        .rev()
        .take_while(|&at| !ends_clause(s, at) && !turns_away(s, at));
    let mut after = (next..(next + VERB_AFTER).min(s.len())).take_while(|&at| !ends_clause(s, at));
    before.any(|at| happened(s, at)) || after.any(|at| happened(s, at))
}

/// Whether another action may begin at a word: a purpose, a clause, a verb of the present.
fn turns_away(s: &Stream, at: usize) -> bool {
    let is_purpose = |key: Key| key.letter(0) == Some('ل') && key.len() > 4;
    let is_present =
        |key: Key| matches!(key.letter(0), Some('ي' | 'ت')) && !happened_as(key) && key.len() > 3;
    let opens = s.reads_any(at, &["أن", "إن", "الذي", "التي", "الذين", "حتى", "قبل"]);
    opens
        || s.is_sign(at, "،,")
        || s.class(at) == Class::Other
            && s.key(at)
                .is_some_and(|key| is_purpose(key) || is_present(key))
}

fn happened(s: &Stream, at: usize) -> bool {
    s.class(at) == Class::Other && s.key(at).is_some_and(happened_as)
}

/// Whether a word is such a verb in the third person, with or without و or ف.
fn happened_as(key: Key) -> bool {
    List::Happened.has(key) || List::Happened.has(key.unjoined())
}

fn ends_clause(s: &Stream, at: usize) -> bool {
    s.is_sign(at, ".؟?!؛;:«»\"") || (at > 0 && s.breaks(at))
}

fn looks_ahead(s: &Stream, at: usize) -> bool {
    if s.class(at) != Class::Other {
        return false;
    }
    s.reads_any(at, &AHEAD) || s.reads_any(at, &PLANNED) || has_future_prefix(s, at)
}

/// "س" before an imperfect: سيعقد, وستبدأ.
fn has_future_prefix(s: &Stream, at: usize) -> bool {
    let Some(word) = s.key(at).map(Key::unjoined) else {
        return false;
    };
    let prefixed = word.letter(0) == Some('س')
        && matches!(word.letter(1), Some('ي' | 'ت' | 'ن'))
        && word.len() >= 5;
    prefixed
        && !NOT_FUTURE
            .iter()
            .filter_map(|start| Key::of(start))
            .any(|start| begins_with(word, start))
}

fn begins_with(word: Key, start: Key) -> bool {
    (0..start.len()).all(|at| word.letter(at) == start.letter(at))
}
