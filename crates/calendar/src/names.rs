//! Names of months and weekdays, and the style that chooses among them.

use crate::Weekday;

/// The language of labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "camelCase")
)]
#[allow(missing_docs)] // the names say it
pub enum Language {
    #[default]
    Arabic,
    English,
}

/// The set of Arabic month names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "camelCase")
)]
pub enum Months {
    /// كانون الثاني … as in Syria, Lebanon, Iraq, Jordan, Palestine.
    #[default]
    Levantine,
    /// يناير … as in Egypt and the Gulf.
    Gregorian,
    /// كانون الثاني/يناير …
    Both,
}

/// The row of digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "camelCase")
)]
pub enum Digits {
    /// 0123456789
    #[default]
    Latin,
    /// ٠١٢٣٤٥٦٧٨٩
    ArabicIndic,
}

/// How labels are written. English always takes Latin digits and its own months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(default, rename_all = "camelCase")
)]
#[allow(missing_docs)] // the types say it
pub struct Style {
    pub language: Language,
    pub months: Months,
    pub digits: Digits,
}

/// Month names: Levantine, Egyptian, English, English short.
const MONTHS: [[&str; 4]; 12] = [
    ["كانون الثاني", "يناير", "January", "Jan"],
    ["شباط", "فبراير", "February", "Feb"],
    ["آذار", "مارس", "March", "Mar"],
    ["نيسان", "أبريل", "April", "Apr"],
    ["أيار", "مايو", "May", "May"],
    ["حزيران", "يونيو", "June", "Jun"],
    ["تموز", "يوليو", "July", "Jul"],
    ["آب", "أغسطس", "August", "Aug"],
    ["أيلول", "سبتمبر", "September", "Sep"],
    ["تشرين الأول", "أكتوبر", "October", "Oct"],
    ["تشرين الثاني", "نوفمبر", "November", "Nov"],
    ["كانون الأول", "ديسمبر", "December", "Dec"],
];

/// Weekday names from Monday: Arabic, English.
const WEEKDAYS: [[&str; 2]; 7] = [
    ["الاثنين", "Monday"],
    ["الثلاثاء", "Tuesday"],
    ["الأربعاء", "Wednesday"],
    ["الخميس", "Thursday"],
    ["الجمعة", "Friday"],
    ["السبت", "Saturday"],
    ["الأحد", "Sunday"],
];

/// The name of a month, 1 to 12; empty for any other number.
#[must_use]
pub fn month_name(month: u8, style: &Style) -> String {
    let Some([levantine, egyptian, english, _]) = month_row(month) else {
        return String::new();
    };
    match (style.language, style.months) {
        (Language::English, _) => (*english).to_owned(),
        (Language::Arabic, Months::Levantine) => (*levantine).to_owned(),
        (Language::Arabic, Months::Gregorian) => (*egyptian).to_owned(),
        (Language::Arabic, Months::Both) => [levantine, "/", egyptian].concat(),
    }
}

/// The shortest usual name of a month, for ticks: three letters in English; in Arabic one name even for
/// [`Months::Both`], since Arabic months are not abbreviated.
#[must_use]
pub fn month_short_name(month: u8, style: &Style) -> String {
    let Some([levantine, egyptian, _, short]) = month_row(month) else {
        return String::new();
    };
    let name = match (style.language, style.months) {
        (Language::English, _) => short,
        (Language::Arabic, Months::Gregorian) => egyptian,
        (Language::Arabic, Months::Levantine | Months::Both) => levantine,
    };
    (*name).to_owned()
}

/// The name of a weekday.
#[must_use]
pub fn weekday_name(weekday: Weekday, style: &Style) -> String {
    let [arabic, english] = WEEKDAYS[usize::from(weekday.number()) - 1];
    match style.language {
        Language::Arabic => arabic.to_owned(),
        Language::English => english.to_owned(),
    }
}

/// The text with its ASCII digits in the style's row.
#[must_use]
pub fn digits(text: &str, style: &Style) -> String {
    match (style.language, style.digits) {
        (Language::Arabic, Digits::ArabicIndic) => text.chars().map(arabic_indic).collect(),
        _ => text.to_owned(),
    }
}

fn arabic_indic(c: char) -> char {
    match c.to_digit(10) {
        Some(digit) => char::from_u32('٠' as u32 + digit).unwrap_or(c),
        None => c,
    }
}

fn month_row(month: u8) -> Option<&'static [&'static str; 4]> {
    MONTHS.get(usize::from(month).checked_sub(1)?)
}
