//! Men of a force, those who vote and sums that are paid, where no noun of their own says so.

use crate::bare::readings;
use crate::counted::NounAt;
use crate::kind::Kind;
use crate::line::Line;

/// How far before a number the words that show it stand, in tokens.
const NEAR: usize = 10;

/// Whether a word of a list stands before token `first` in its clause.
fn told(line: &Line<'_>, first: usize, words: &[&str]) -> bool {
    (first.saturating_sub(NEAR)..first)
        .rev()
        .take_while(|&at| !matches!(line.word(at), "." | "؛"))
        .any(|at| readings(line.word(at)).any(|bare| words.contains(&bare.rest)))
}

const STRENGTH: [&str; 6] = ["قوامه", "قوامها", "قوامهما", "تعداده", "تعدادها", "قوام"];
const UNITS: [&str; 18] = [
    "كتيبه",
    "لواء",
    "فرقه",
    "فوج",
    "سريه",
    "جيش",
    "فيلق",
    "حمله",
    "وحده",
    "قوه",
    "حاميه",
    "مارشال",
    "الجنرال",
    "جنرال",
    "الجيش",
    "اسطول",
    "الوحده",
    "القوه",
];
const ATTACKS: [&str; 28] = [
    "هاجم",
    "هاجمت",
    "يهاجم",
    "باغت",
    "باغتت",
    "اقتحم",
    "اقتحمت",
    "اغار",
    "اغارت",
    "حاصر",
    "حاصرت",
    "احتل",
    "احتلت",
    "داهم",
    "داهمت",
    "كمن",
    "نصب",
    "غزا",
    "زحف",
    "انقض",
    "استولي",
    "سيطر",
    "تسلل",
    "قاتل",
    "دافع",
    "حارب",
    "اقتحام",
    "هجوم",
];

/// The kind of people whose noun says no kind: men are soldiers in the strength of a unit ("كتيبة قوامها 900 رجل"), and the
/// men of a leader are fighters in an attack ("هاجم القلعة خمسون من رجاله").
pub(crate) fn in_arms(line: &Line<'_>, first: usize, noun: NounAt) -> Kind {
    let word = line.word(noun.first);
    let is_man = matches!(word, "رجل" | "رجلا" | "رجال" | "فرد" | "فردا" | "افراد");
    let followers = ["رجال", "اتباع", "انصار"].iter().any(|men| {
        word.strip_prefix(men)
            .is_some_and(|pronoun| matches!(pronoun, "ه" | "هم"))
    });
    if is_man && told(line, first, &STRENGTH) && told(line, first, &UNITS) {
        Kind::Soldier
    } else if followers && told(line, first + 1, &ATTACKS) {
        Kind::Fighter
    } else {
        Kind::Person
    }
}

/// Whether those who vote are counted: "صوّت 70 نائبا لصالح القانون".
pub(crate) fn is_voting(line: &Line<'_>, first: usize, noun: NounAt) -> bool {
    let votes = readings(line.before(first)).any(|bare| {
        matches!(
            bare.rest,
            "صوت" | "صوتت" | "موافقه" | "معارضه" | "تاييد" | "اغلبيه" | "امتناع"
        )
    });
    let member = readings(line.word(noun.first)).any(|bare| {
        matches!(
            bare.rest,
            "نايب"
                | "نايبا"
                | "نواب"
                | "عضو"
                | "عضوا"
                | "اعضاء"
                | "دوله"
                | "دول"
                | "برلمانيا"
                | "سيناتورا"
        )
    });
    votes && member
}

const PAYMENTS: [&str; 26] = [
    "دفع",
    "دفعت",
    "دفعوا",
    "تبرع",
    "تبرعت",
    "غرامه",
    "فديه",
    "تعويض",
    "تعويضات",
    "ميزانيه",
    "موازنه",
    "راتب",
    "سعر",
    "ثمن",
    "قيمه",
    "كلفه",
    "تكلفه",
    "قرض",
    "ديون",
    "فاتوره",
    "مبلغ",
    "رواتب",
    "انفق",
    "انفقت",
    "اقترض",
    "مكافاه",
];

/// Whether a bare number is a sum: "دفعت الحكومة ثلاثة ملايين لكل أسرة".
pub(crate) fn pays(line: &Line<'_>, first: usize) -> bool {
    (first.saturating_sub(NEAR)..first)
        .rev()
        .take_while(|&at| !line.is_sign(at) && !line.is_number(at))
        .any(|at| readings(line.word(at)).any(|bare| PAYMENTS.contains(&bare.rest)))
}
