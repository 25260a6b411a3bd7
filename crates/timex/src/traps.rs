//! Names and figures of speech that look like time expressions and are none: سوق الجمعة, كوبري 6 أكتوبر, شباب اليوم, الأمين العام السابق.

use crate::expression::Date;
use crate::lexicon::Class;
use crate::stream::Stream;
use crate::surroundings::List;

/// Whether a weekday or a month is part of the name of a thing or person.
pub(crate) fn is_name_of_thing(s: &Stream, at: usize) -> bool {
    let word = s.word(at);
    let named =
        at > 0 && !word.conjunction && word.preposition.is_none() && s.in_list(at - 1, List::Named);
    named
        || word.class == Class::Weekday && (s.in_list(at + 1, List::Epithet) || is_a_number(s, at))
        || word.class == Class::Month && (is_god(s, at) || ends_name(s, at))
}

/// "بين الاثنين", "الاثنين معا" are two of something, "الأحد عشر" eleven.
fn is_a_number(s: &Stream, at: usize) -> bool {
    let between = s.before(at).class == Class::Between && !s.word(at + 1).conjunction;
    let eleven = s.word(at).value == 7 && s.reads_any(at + 1, &["عشر", "عشرة"]);
    eleven || s.word(at).value == 1 && (between || s.reads(at + 1, "معا"))
}

/// The month of كوبري 6 أكتوبر.
fn ends_name(s: &Stream, at: usize) -> bool {
    at > 1 && s.class(at - 1) == Class::Number && s.in_list(at - 2, List::CalledByDay)
}

/// تموز beside a word of his myth.
fn is_god(s: &Stream, at: usize) -> bool {
    let near = [at.wrapping_sub(2), at.wrapping_sub(1), at + 1];
    s.word(at).value == 27 && near.iter().any(|&word| s.in_list(word, List::God))
}

/// Whether a day and month without a year are the name of a place or party: كوبري 6 أكتوبر, قوى 14 آذار.
pub(crate) fn is_called_by_day(s: &Stream, at: usize, date: &Date) -> bool {
    !date.has_year() && at > 0 && s.in_list(at - 1, List::CalledByDay)
}

/// Whether a day and month without a year recall an event of old: ثورة 25 يناير, هجمات 11 سبتمبر.
pub(crate) fn recalls_event(s: &Stream, at: usize, date: &Date) -> bool {
    let written_short = s.word(at).digits > 0 && date.day.is_some() && date.weekday.is_none();
    written_short && !date.has_year() && at > 0 && s.in_list(at - 1, List::EventOfDay)
}

/// Whether العام is "public" in an office: الأمين العام السابق; nobody says الماضي of an officer.
pub(crate) fn is_public(s: &Stream, at: usize) -> bool {
    let said_of_people = matches!(
        s.class(at + 1),
        Class::Previous | Class::This | Class::Next | Class::Recent
    );
    said_of_people && at > 0 && s.in_list(at - 1, List::Office) && s.reads(at, "العام")
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
        || begins_range(s, at)
}

/// مارس إلى مايو, مارس - مايو
fn begins_range(s: &Stream, at: usize) -> bool {
    let joined = matches!(s.class(at + 1), Class::To | Class::Until) || s.is_sign(at + 1, "-–");
    joined
        && !s.breaks(at + 1)
        && matches!(
            s.class(at + 2),
            Class::Month | Class::Kanun | Class::Tishrin
        )
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
        && (s.in_list(at - 1, List::Figure) || at > 1 && s.in_list(at - 2, List::Paper));
    let near_or_far = s.reads_any(next, &["القريب", "البعيد", "الأفضل", "المشرق"]);
    let paired = s.word(next).conjunction
        && match s.word(at).class {
            Class::Yesterday => {
                s.is(next, Class::Tomorrow)
                    || s.is(next, Class::Day) && s.before(at).class == Class::Between
            }
            _ => false,
        };
    let paired = paired
        || word.conjunction
            && at > 1
            && s.class(at - 1) == Class::Yesterday
            && s.class(at - 2) == Class::Between;
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
