//! How a number hangs on the one before it: a part of it, or beside it.

use crate::bare::readings;
use crate::fate::{is_predicate, is_wall, says_fate, tells_amount};
use crate::line::Line;
use crate::quantity::{Form, Quantity};

/// How a number hangs on the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartLink {
    /// It is a part of it: بينهم.
    Part,
    /// It is told beside it: و.
    Joined,
    /// Not at all.
    None,
}

/// The link between a figure whose phrase ends before token `from` and the quantity behind it.
pub(crate) fn part_link(line: &Line<'_>, from: usize, quantity: &Quantity) -> PartLink {
    let between = from.min(quantity.first)..quantity.first;
    let marker = between.clone().rev().find(|&at| is_part_marker(line, at));
    let marked = marker.is_some_and(|at| reaches(line, at + 1, quantity.first))
        || is_among(line, from, quantity);
    let last = quantity.next.saturating_sub(1);
    let of_them = ["هم", "ها", "هن", "هما"]
        .iter()
        .any(|pronoun| line.word(last).ends_with(pronoun));
    let behind = matches!(line.word(quantity.next), "منهم" | "منها" | "منهن")
        || quantity.form == Form::Fraction && of_them;
    if marked || behind {
        return PartLink::Part;
    }
    // A verb or verbal noun between governs the number anew; what ends a clause parts them.
    let parted = between.clone().any(|at| {
        is_wall(line.word(at))
            || matches!(line.word(at), "." | "؛" | "فيما" | "بينما")
            || says_fate(line, at) && !(at < from + 2 && is_own_verb(line, at))
    });
    // "سقط ثمانية قتلى، خمسة في الشمال": a bare number right behind the comma is of those before it.
    let splits = line.word(from) == "،"
        && quantity.first == from + 1
        && !quantity.joined
        && quantity.form == Form::Plain
        && matches!(
            line.word(quantity.next),
            "من" | "في" | "داخل" | "قرب" | "خارج"
        )
        && !line.word(quantity.next + 1).is_empty();
    if splits {
        return PartLink::Part;
    }
    let joined = quantity.joined
        || between
            .into_iter()
            .any(|at| line.word(at).starts_with('و') && at < from + 3);
    if joined && !parted {
        PartLink::Joined
    } else {
        PartLink::None
    }
}

/// Whether a verb of many right behind a figure tells what befell those: "12 من الجنود قتلوا وثلاثة من الرعاة".
fn is_own_verb(line: &Line<'_>, at: usize) -> bool {
    is_predicate(line.word(at)) && !line.word(at).starts_with('و') && !line.is_numeral(at + 1)
}

/// How far behind بينهم the number of those among them may stand.
const REACH: usize = 6;

/// Whether nothing between begins another clause, as in "1168 بينهم قادة، في حين بلغ عدد الجرحى 650".
fn reaches(line: &Line<'_>, from: usize, to: usize) -> bool {
    let parts = |at: usize| {
        let word = line.word(at);
        is_wall(word)
            || says_fate(line, at)
            || tells_amount(word)
            || matches!(word, "." | "؛" | "فيما" | "بينما" | "حين")
    };
    to.saturating_sub(from) <= REACH && !(from..to).any(parts)
}

/// "بين 226 مواطنا قتلوا يوجد 96 طفلا": the number before was introduced as the whole.
fn is_among(line: &Line<'_>, from: usize, quantity: &Quantity) -> bool {
    let whole = (from.saturating_sub(5)..from)
        .find(|&at| line.word(at) == "بين" || line.word(at) == "وبين");
    let exists = (from..quantity.first)
        .any(|at| matches!(line.word(at), "يوجد" | "هناك" | "كان" | "وجد" | "سقط"));
    whole.is_some_and(|at| line.is_number(at + 1)) && exists
}

/// بينهم, من بينهم, منهم, ومن ضمنهم
fn is_part_marker(line: &Line<'_>, at: usize) -> bool {
    readings(line.word(at)).any(|bare| {
        matches!(
            bare.rest,
            "بينهم"
                | "بينها"
                | "بينهن"
                | "منهم"
                | "منها"
                | "منهن"
                | "ضمنهم"
                | "ضمنها"
                | "يينهم"
                | "ضمنهن"
                | "جلهم"
                | "جلها"
                | "معظمهم"
                | "معظمها"
                | "اغلبهم"
                | "اغلبها"
                | "غالبيتهم"
                | "غالبيتها"
                | "اكثرهم"
                | "عدادهم"
                | "فيهم"
        )
    }) || matches!(line.word(at), "هم" | "وهم") && line.is_numeral(at + 1)
}
