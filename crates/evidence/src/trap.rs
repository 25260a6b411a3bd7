//! Numbers that count nothing: names, ranks, readings, scores; from `data/not-figures.tsv`.

use std::sync::LazyLock;

use tawarikh_arabic::is_stop_word;

use crate::bare::readings;
use crate::counted::noun_after;
use crate::line::Line;
use crate::lookup::WordSet;
use crate::table::words_of;

const TABLE: &str = include_str!("../data/not-figures.tsv");
static BEFORE: LazyLock<WordSet<String>> = LazyLock::new(|| words_of(TABLE, "before"));
static AFTER: LazyLock<WordSet<String>> = LazyLock::new(|| words_of(TABLE, "after"));

/// Whether the number in tokens `first..next` is part of a name, a rank, a reading of an instrument, a score, a time.
pub(crate) fn is_trap(line: &Line<'_>, first: usize, next: usize) -> bool {
    is_glued(line, first, next)
        || is_model(line, first) && noun_after(line, next).is_none()
        || is_item_number(line, first, next)
        || is_long_code(line, first)
        || is_numbered_unit(line, first, next)
        || is_label(line, first)
        || is_named(line, first) && !counts_noun(line, next)
        || is_unit_of_rank(line, next)
}

/// Whether a noun behind a number is counted by it; one with the article right behind it is not: "استهدفت الوحدة 9900 الميناء".
fn counts_noun(line: &Line<'_>, next: usize) -> bool {
    noun_after(line, next).is_some_and(|noun| {
        noun.first > next || !readings(line.word(noun.first)).any(|bare| bare.article)
    })
}

/// Ages, times, degrees. Behind ألفا, which has no noun, such a word begins a date: "40 ألفا عام 2003".
fn is_unit_of_rank(line: &Line<'_>, next: usize) -> bool {
    let elided = matches!(line.before(next), "الفا" | "مليونا" | "مليارا");
    let dated = line.is_number(next + 1);
    AFTER.contains(line.word(next)) && !line.touches(next) && !elided && !dated
}

/// F-16, S-300, إف-16, كوفيد-19, 5G, 14:30, 12/7, 3-1, #5, +965
fn is_glued(line: &Line<'_>, first: usize, next: usize) -> bool {
    if !line.is_number(first) {
        return false;
    }
    let joins = |sign: &str| matches!(sign, "-" | "–" | "/" | ":" | "_" | "+" | "#" | "." | "\\");
    let digits_or_word =
        |at: usize| line.is_number(at) || line.tokens.get(at).is_some() && !line.is_sign(at);
    let front = line.touches(first)
        && (is_latin(line.before(first))
            || matches!(line.before(first), "#" | "+")
            || joins(line.before(first))
                && first > 1
                && line.touches(first - 1)
                && digits_or_word(first - 2));
    let back = line.touches(next)
        && (is_latin(line.word(next))
            || joins(line.word(next)) && line.touches(next + 1) && digits_or_word(next + 1));
    front || back
}

fn is_latin(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// "1- مقدمة", "(3) الخاتمة", [12]
fn is_item_number(line: &Line<'_>, first: usize, next: usize) -> bool {
    if !line.is_number(first) {
        return false;
    }
    let closes = matches!(
        line.word(next),
        "-" | "." | ")" | "–" | ":" | "]" | "ـ" | "/"
    );
    let opens = matches!(line.before(first), "(" | "[");
    first == 0 && closes || opens && matches!(line.word(next), ")" | "]")
}

/// Telephone numbers and codes: a zero before other digits, or more digits than counts have without separators.
fn is_long_code(line: &Line<'_>, first: usize) -> bool {
    let Some(token) = line.tokens.get(first).filter(|_| line.is_number(first)) else {
        return false;
    };
    let digits = token.text.chars().filter(|c| c.is_numeric()).count();
    let whole = digits == token.text.chars().count();
    whole && digits > 1 && (digits > 10 || token.text.starts_with(['0', '٠', '۰']))
}

/// "من طراز سام 6": a name between the word and the number.
fn is_model(line: &Line<'_>, first: usize) -> bool {
    let type_word =
        |at: usize| readings(line.word(at)).any(|bare| matches!(bare.rest, "طراز" | "نوع"));
    line.is_number(first)
        && first > 1
        && (first.saturating_sub(4)..first - 1).any(type_word)
        && (first.saturating_sub(3)..first).all(|at| !line.is_sign(at))
}

/// "رقم 7", "عيار 120 ملم": what stands behind such a number is not counted by it.
fn is_label(line: &Line<'_>, first: usize) -> bool {
    line.is_number(first)
        && readings(line.before(first)).any(|bare| {
            matches!(
                bare.rest,
                "رقم" | "رقمه" | "رقمها" | "عيار" | "عياره" | "عيارها"
            )
        })
}

/// The number of a unit of an army: "اللواء 17 دبابات", "كتيبة المظليين 12", "لواء بدري 313".
fn is_numbered_unit(line: &Line<'_>, first: usize, next: usize) -> bool {
    if !line.is_number(first) {
        return false;
    }
    let is_unit = |word: &str| {
        readings(word).any(|bare| {
            matches!(
                bare.rest,
                "لواء" | "كتيبه" | "فرقه" | "فوج" | "سريه" | "فيلق" | "وحده"
            )
        })
    };
    let one_before = line.before(first);
    let counts = noun_after(line, next).is_some_and(|noun| noun.counted.kind.is_people())
        && counts_noun(line, next);
    let two_before = first.checked_sub(2).map_or("", |at| line.word(at));
    let between = line.is_word(first - usize::from(first > 0)) && !is_stop_word(one_before);
    !counts
        && (is_unit(one_before) && one_before.starts_with("ال")
            || between
                && is_unit(two_before)
                && !counts_noun(line, next)
                && (one_before.starts_with("ال")
                    || line.name(first - 1).is_some()
                    || !line.is_word(next)))
}

/// How many numbers in a row one word may name: المواد 12 و13 و14.
const LIST: usize = 8;

/// Whether a word before the number says that it is a name: المادة 52, رقم 10, المادتين 12 و13.
fn is_named(line: &Line<'_>, first: usize) -> bool {
    let names =
        |word: &str| BEFORE.contains(word) || readings(word).any(|bare| BEFORE.contains(bare.rest));
    let mut number = first;
    for _ in 0..LIST {
        let colon = number > 0 && line.before(number) == ":";
        // المرسوم عدد 54
        let counted = number > 1 && line.before(number) == "عدد" && names(line.word(number - 2));
        let at = number - usize::from(colon || counted);
        if at > 0 && names(line.before(at)) {
            return true;
        }
        let joined = number > 1 && line.before(number) == "و" && line.touches(number);
        if !joined || !line.is_number(number - 2) {
            return false;
        }
        number -= 2;
    }
    false
}
