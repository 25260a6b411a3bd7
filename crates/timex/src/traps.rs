//! What looks like a time expression and is none: العام (public), أحد (someone), مارس (practised), القرار 2254, 2014 شخصاً.

use crate::key::Key;
use crate::lexicon::Class;
use crate::stream::Stream;

/// Words before a number that make it an identifier or a measure.
const BEFORE_NUMBERS: [&str; 39] = [
    "القرار",
    "قرار",
    "رقم",
    "رقمه",
    "رقمها",
    "الرقم",
    "المادة",
    "مادة",
    "الفقرة",
    "البند",
    "صفحة",
    "الصفحة",
    "ص",
    "آية",
    "الآية",
    "سورة",
    "هاتف",
    "الهاتف",
    "رحلة",
    "الرحلة",
    "طراز",
    "موديل",
    "بنحو",
    "نحو",
    "حوالي",
    "زهاء",
    "أكثر",
    "قرابة",
    "مبلغ",
    "بمبلغ",
    "بلغ",
    "بلغت",
    "بقيمة",
    "عددهم",
    "بينهم",
    "عددها",
    "غرفة",
    "الغرفة",
    "فاكس",
];

/// Nouns that are counted: a number before one is no year. Most others are seen by their ending.
const COUNTED: [&str; 100] = [
    "شخص",
    "أشخاص",
    "قتيل",
    "قتلى",
    "جريح",
    "جرحى",
    "جندي",
    "مقاتل",
    "مقاتلا",
    "مدني",
    "طفل",
    "امرأة",
    "عائلة",
    "أسرة",
    "غارة",
    "متر",
    "مترا",
    "كيلومتر",
    "كيلومترا",
    "كم",
    "ميل",
    "قدم",
    "دولار",
    "يورو",
    "جنيه",
    "ليرة",
    "دينار",
    "درهم",
    "ريال",
    "طن",
    "لاجئ",
    "نازح",
    "مهاجر",
    "طالب",
    "ناخب",
    "موظف",
    "عامل",
    "سيارة",
    "دبابة",
    "طائرة",
    "صاروخ",
    "قذيفة",
    "منزل",
    "قرية",
    "مدرسة",
    "صفحة",
    "كلمة",
    "نقطة",
    "درجة",
    "كيلوغرام",
    "غرام",
    "لتر",
    "برميل",
    "فدان",
    "هكتار",
    "مليون",
    "مليار",
    "ألف",
    "مرة",
    "حالة",
    "إصابة",
    "وفاة",
    "نسمة",
    "هدف",
    "عنصر",
    "فرد",
    "مسلح",
    "لاعب",
    "ضحية",
    "متظاهر",
    "معتقل",
    "سجين",
    "حاج",
    "مواطن",
    "شركة",
    "وحدة",
    "مقعد",
    "صوت",
    "ميغاواط",
    "ميجاواط",
    "سنت",
    "قطعة",
    "شاحنة",
    "مركبة",
    "سفينة",
    "سرير",
    "كتاب",
    "دورة",
    "خيمة",
    "أسير",
    "مختطف",
    "مفقود",
    "نازحة",
    "لاجئة",
    "مدنيا",
    "سنتيمتر",
    "ملم",
    "كلم",
    "كغ",
    "ساكن",
];

/// Words in alef that are no counted nouns.
const IN_ALEF: [&str; 26] = [
    "عندما",
    "بينما",
    "حينما",
    "كما",
    "فيما",
    "مما",
    "ربما",
    "أيضا",
    "سوريا",
    "روسيا",
    "ألمانيا",
    "فرنسا",
    "تركيا",
    "ليبيا",
    "أمريكا",
    "أوروبا",
    "بريطانيا",
    "إيطاليا",
    "إسبانيا",
    "حيثما",
    "لطالما",
    "عليها",
    "فيها",
    "منها",
    "لها",
    "بها",
];

/// Words before a weekday or month that make it part of another name.
const BEFORE_NAMES: [&str; 32] = [
    "سوق",
    "صلاة",
    "خطبة",
    "سورة",
    "مسجد",
    "جامع",
    "حي",
    "قرية",
    "بلدة",
    "مدينة",
    "شارع",
    "حزب",
    "مجلة",
    "صحيفة",
    "جريدة",
    "موقع",
    "فرقة",
    "لواء",
    "جسر",
    "سد",
    "حرب",
    "ثورة",
    "كتيبة",
    "مستشفى",
    "ملعب",
    "نادي",
    "محمد",
    "أحمد",
    "حسن",
    "سيد",
    "الشيخ",
    "الدكتور",
];

/// What makes a weekday the name of one day in history: الأربعاء الأسود.
const EPITHETS: [&str; 5] = ["الأسود", "الأسودة", "السوداء", "الدامي", "الأحمر"];

/// Nouns whose day, yesterday or tomorrow is no date: عالم اليوم, قادة الغد.
const BEFORE_FIGURES: [&str; 20] = [
    "عالم",
    "جيل",
    "أجيال",
    "شباب",
    "أبناء",
    "قادة",
    "رجال",
    "إنسان",
    "مستقبل",
    "أمل",
    "لغة",
    "أطفال",
    "مجتمع",
    "نجوم",
    "صناع",
    "بنات",
    "سوريا",
    "غد",
    "حديث",
    "قضية",
];

/// Whether the four digits at `at` are counted, numbered or measured.
pub(crate) fn is_count(s: &Stream, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let numbered = at > 0 && s.reads_any(before, &BEFORE_NUMBERS);
    let money = s.is_sign(before, "$€£#№+") || s.is_sign(at + 1, "%٪$€£°×");
    let compound = s.glued(at) && s.is_sign(before, "-/.:–")
        || s.is_sign(at + 1, "/:-")
            && s.glued(at + 1)
            && s.glued(at + 2)
            && s.class(at + 2) == Class::Number;
    numbered
        || money
        || compound
        || latin_glued(s, at)
        || counted_noun(s, at + 1)
        || paired_count(s, at)
}

/// Whether digits share their noun with the next ones: بين 1500 و2000 ليرة.
fn paired_count(s: &Stream, at: usize) -> bool {
    let joined = s.reads(at + 1, "و") || s.class(at + 1) == Class::To || s.is_sign(at + 1, "-–");
    joined
        && s.class(at + 2) == Class::Number
        && (counted_noun(s, at + 3) || s.is_sign(at + 3, "%٪$€"))
}

/// Whether a word looks like a noun in the accusative, as numbers from eleven on count: دولارا, هدفا.
pub(crate) fn looks_counted(s: &Stream, at: usize) -> bool {
    let Some(key) = s.key(at).filter(|_| !s.breaks(at)) else {
        return false;
    };
    let article = key.letter(0) == Some('ا') && key.letter(1) == Some('ل');
    s.class(at) == Class::Other
        && key.ends_with('ا')
        && key.len() >= 4
        && key.letter(0) != Some('و')
        && !article
        && !s.reads_any(at, &IN_ALEF)
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
    unit || accusative(s.raw(at)) || s.reads_any(at, &COUNTED)
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

/// Whether a weekday or a month is part of the name of a thing or person.
pub(crate) fn is_name_of_thing(s: &Stream, at: usize) -> bool {
    let word = s.word(at);
    let named = at > 0
        && !word.conjunction
        && word.preposition.is_none()
        && s.reads_any(at - 1, &BEFORE_NAMES);
    named || (word.class == Class::Weekday && s.reads_any(at + 1, &EPITHETS))
}

/// Whether a word of time stands before a month's name that is another word too: في مارس, منذ رمضان, بداية آب.
pub(crate) fn introduces_month(s: &Stream, at: usize) -> bool {
    let word = s.word(at);
    if word.preposition.is_some() {
        return word.preposition == Some('ل') && s.numeral(at + 1).is_some();
    }
    matches!(
        s.before(at).class,
        Class::In
            | Class::Since
            | Class::Until
            | Class::Before
            | Class::After
            | Class::During
            | Class::By
            | Class::Early
            | Class::Mid
            | Class::Late
            | Class::MonthUnit
            | Class::NewMoon
            | Class::MonthEnd
            | Class::Month
    ) && !follows_as_subject(s, at)
}

/// مارس after في is a month; after حتى and بعد it may be a verb, if it has an object with the article: بعد مارس الضغط.
fn follows_as_subject(s: &Stream, at: usize) -> bool {
    let verb = s.word(at).class == Class::WeakMonth
        && !matches!(
            s.before(at).class,
            Class::In | Class::Since | Class::MonthUnit
        );
    let object = s.raw(at + 1).starts_with("ال") && s.class(at + 1) == Class::Other;
    verb && object
}

/// Whether اليوم, الأمس, الغد is a figure of speech.
pub(crate) fn is_figurative(s: &Stream, at: usize, next: usize) -> bool {
    let word = s.word(at);
    let owned = at > 0
        && word.article
        && word.preposition.is_none()
        && s.reads_any(at - 1, &BEFORE_FIGURES);
    let near_or_far = s.reads_any(next, &["القريب", "البعيد", "الأفضل", "المشرق"]);
    let paired = s.is(next, Class::Tomorrow)
        && s.word(next).conjunction
        && s.word(at).class == Class::Yesterday;
    owned || near_or_far || paired
}

/// Whether اليوم or الليلة is a day of the story, a numbered one, or a day of remembrance: اليوم الأول, اليوم العالمي.
pub(crate) fn is_told_day(s: &Stream, at: usize) -> bool {
    let next = s.word(at + 1);
    if s.breaks(at + 1) {
        return false;
    }
    let modified = matches!(
        next.class,
        Class::Last
            | Class::This
            | Class::Next
            | Class::Previous
            | Class::Following
            | Class::Same
            | Class::Recent
            | Class::First
    );
    let numbered = next.article && s.numeral(at + 1).is_some()
        || next.class == Class::Number && s.numeral(at + 1).is_some();
    let named = s.reads_any(
        at + 1,
        &[
            "العالمي",
            "الدولي",
            "الوطني",
            "الآخر",
            "الأخير",
            "الواحد",
            "الموعود",
            "المعلوم",
            "المشهود",
            "السابع",
            "الذي",
            "الدراسي",
            "المفتوح",
            "الأسود",
        ],
    );
    let before_last = next.class == Class::Before && s.class(at + 2) == Class::Last;
    modified || numbered || named || before_last
}
