//! Numbers that look like years and are none: القرار 2254, 2014 شخصاً, بسعر 1999 ليرة, فاز 21:19; and those that are years after all.

use crate::key::Key;
use crate::lexicon::Class;
use crate::stream::Stream;
use crate::surroundings::List;

/// How many words may stand between an event and its year: معاهدة كتشك قينارجة 1774.
const EVENT_REACH: usize = 3;

/// Whether the four digits at `at` are counted, numbered or measured: توفي منهم 1676.
pub(crate) fn is_count(s: &Stream, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let money = s.is_sign(before, "$€£#№+") || s.is_sign(at + 1, "%٪$€£°×");
    let compound = s.glued(at) && s.is_sign(before, "-/.:–")
        || s.is_sign(at + 1, "/:-")
            && s.glued(at + 1)
            && s.glued(at + 2)
            && s.class(at + 2) == Class::Number;
    is_numbered(s, at)
        || money
        || compound
        || latin_glued(s, at)
        || s.reads_any(before, &["منهم", "منهن", "عددهم"])
        || counted_noun(s, at + 1)
        || paired_count(s, at)
}

/// numbered = noun number | noun "«" number | "سعر" word number | "ص" "." "ب" number | numbered "و" number
fn is_numbered(s: &Stream, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let listed = s.reads(before, "و") && before > 0 && s.class(before - 1) == Class::Number;
    let quoted = s.is_sign(before, "«\"“") && before > 0;
    let post_box = s.reads(before, "ب") && before > 1 && s.reads(before - 2, "ص");
    s.in_list(before, List::Numbered)
        || quoted && s.in_list(before - 1, List::Numbered)
        || before > 0 && s.class(before) == Class::Other && s.in_list(before - 1, List::NumberOf)
        || post_box
        || listed && is_numbered(s, before - 1)
}

/// Whether digits share their noun with the next ones: بين 1500 و2000 ليرة.
fn paired_count(s: &Stream, at: usize) -> bool {
    let joined = s.reads(at + 1, "و") || s.class(at + 1) == Class::To || s.is_sign(at + 1, "-–");
    joined
        && s.class(at + 2) == Class::Number
        && (counted_noun(s, at + 3) || s.is_sign(at + 3, "%٪$€"))
}

/// Whether a word looks like an indefinite noun behind a number: دولارا, نسخة, متظاهرين, توقيعات.
pub(crate) fn looks_counted(s: &Stream, at: usize) -> bool {
    let Some(key) = s.key(at).filter(|_| !s.breaks(at)) else {
        return false;
    };
    let article = key.letter(0) == Some('ا') && key.letter(1) == Some('ل');
    s.class(at) == Class::Other
        && !article
        && (ends_like_accusative(key) || ends_like_counted(key))
        && !List::NotCounted.has(key)
}

fn ends_like_accusative(key: Key) -> bool {
    key.ends_with('ا') && key.len() >= 4 && key.letter(0) != Some('و')
}

/// ة, ات or ين, with nothing on the front that may be a particle.
fn ends_like_counted(key: Key) -> bool {
    let before_last = key.letter(key.len().saturating_sub(2));
    let ending = key.ends_with('ه')
        || key.ends_with('ت') && before_last == Some('ا')
        || key.ends_with('ن') && before_last == Some('ي');
    let particle = matches!(key.letter(0), Some('و' | 'ف' | 'ب' | 'ل' | 'ك'));
    ending && key.len() >= 3 && !particle
}

/// F1999, A-2014 and their like.
fn latin_glued(s: &Stream, at: usize) -> bool {
    let latin = |at: usize| s.raw(at).starts_with(|c: char| c.is_ascii_alphabetic());
    (s.glued(at) && at > 0 && latin(at - 1)) || (s.glued(at + 1) && latin(at + 1))
}

/// Whether a word is a noun in the form that numbers count.
///
/// Such a noun is indefinite: in the accusative, a known one, or a unit of time.
pub(crate) fn counted_noun(s: &Stream, at: usize) -> bool {
    if s.breaks(at) {
        return false;
    }
    let word = s.word(at);
    let unit = crate::relative::unit(word.class).is_some()
        && !word.article
        && !word.conjunction
        && word.preposition.is_none();
    unit || accusative(s.raw(at)) || s.key(at).is_some_and(|key| List::Counted.has(key))
}

/// Whether a word ends in the tanwin of the accusative, written out: شخصاً, مدنيًا.
fn accusative(word: &str) -> bool {
    word.contains('\u{64B}')
        && Key::of(word)
            .is_some_and(|key| key.ends_with('ا') && key.len() > 3 && key.letter(0) != Some('و'))
}

/// Whether digits stand alone in brackets: (1288).
pub(crate) fn stands_alone_in_brackets(s: &Stream, at: usize) -> bool {
    at > 0 && s.is_sign(at - 1, "(") && s.is_sign(at + 1, ")")
}

/// Whether a life or an event is told of just before, so that four digits are its year: توفي 1274, معركة حطين 1187.
pub(crate) fn is_told_of(s: &Stream, at: usize) -> bool {
    let colon = usize::from(at > 0 && s.is_sign(at - 1, ":."));
    let Some(before) = at.checked_sub(1 + colon) else {
        return false;
    };
    let initial = s.reads_any(before, &["و", "ت"]) && (colon == 1 || s.reads(before, "ت"));
    let bracketed = initial && before > 0 && s.is_sign(before - 1, "(–-،");
    bracketed || s.in_list(before, List::Life) || ends_clause_of_event(s, at)
}

/// event {word} year, at the end of a clause
fn ends_clause_of_event(s: &Stream, at: usize) -> bool {
    let end = at + 1 + usize::from(s.reads(at + 1, "م"));
    let ends = end >= s.len() || s.is_sign(end, ".،,؛)") || s.breaks(end);
    let told = (at.saturating_sub(EVENT_REACH + 1)..at)
        .rev()
        .take_while(|&word| matches!(s.class(word), Class::Other | Class::In))
        .any(|word| s.in_list(word, List::DatedEvent) || s.in_list(word, List::Life));
    ends && told
}

/// Whether "م" behind a number means metres: على ارتفاع 1950م, 1950م فوق سطح البحر.
pub(crate) fn are_metres(s: &Stream, number: usize, next: usize) -> bool {
    let near = [number.wrapping_sub(2), number.wrapping_sub(1)];
    near.iter().any(|&word| s.in_list(word, List::Length)) || s.in_list(next, List::Metres)
}

/// Whether two numbers are a result: فاز 21:19.
pub(crate) fn is_score(s: &Stream, at: usize) -> bool {
    at > 0 && s.in_list(at - 1, List::Score)
}
