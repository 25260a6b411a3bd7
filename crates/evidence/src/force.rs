//! Men of a force, those who vote and sums that are paid, where no noun of their own says so.

use crate::bare::is_one_of;
use crate::counted::NounAt;
use crate::cue::{ATTACK, MEMBER, PAYMENT, STRENGTH, UNIT, VOTE};
use crate::kind::Kind;
use crate::line::Line;
use crate::lookup::WordSet;

/// How far before a number the words that show it stand, in tokens.
const NEAR: usize = 10;

/// Whether a word of a list stands before token `first` in its clause, which ends where a token does.
fn told(
    line: &Line<'_>,
    first: usize,
    words: &WordSet<String>,
    ends: impl Fn(usize) -> bool,
) -> bool {
    (first.saturating_sub(NEAR)..first)
        .rev()
        .take_while(|&at| !ends(at))
        .any(|at| is_one_of(line.word(at), words))
}

/// The kind of people whose noun says no kind: men are soldiers in the strength of a unit ("كتيبة قوامها 900 رجل"), and the
/// men of a leader are fighters in an attack ("هاجم القلعة خمسون من رجاله").
pub(crate) fn in_arms(line: &Line<'_>, first: usize, noun: NounAt) -> Kind {
    let word = line.word(noun.first);
    let is_man = matches!(word, "رجل" | "رجلا" | "رجال" | "فرد" | "فردا" | "افراد");
    let followers = ["رجال", "اتباع", "انصار"].iter().any(|men| {
        word.strip_prefix(men)
            .is_some_and(|pronoun| matches!(pronoun, "ه" | "هم"))
    });
    let told = |first, words| told(line, first, words, |at| matches!(line.word(at), "." | "؛"));
    if is_man && told(first, &STRENGTH) && told(first, &UNIT) {
        Kind::Soldier
    } else if followers && told(first + 1, &ATTACK) {
        Kind::Fighter
    } else {
        Kind::Person
    }
}

/// Whether those who vote are counted: "صوّت 70 نائبا لصالح القانون".
pub(crate) fn is_voting(line: &Line<'_>, first: usize, noun: NounAt) -> bool {
    is_one_of(line.before(first), &VOTE) && is_one_of(line.word(noun.first), &MEMBER)
}

/// Whether a bare number is a sum: "دفعت الحكومة ثلاثة ملايين لكل أسرة".
pub(crate) fn pays(line: &Line<'_>, first: usize) -> bool {
    told(line, first, &PAYMENT, |at| {
        line.is_sign(at) || line.is_number(at)
    })
}
