//! Lines that say who wrote an article, for whom, and when.

use crate::date::{self, Dated};
use crate::label::{self, Role};
use crate::line::Line;
use crate::outlet;
use crate::person::{self, Evidence};
use crate::words::words;

/// What a byline says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Credit {
    pub(crate) authors: Vec<String>,
    pub(crate) outlet: Option<&'static str>,
    pub(crate) dates: Vec<Dated>,
    /// A part of the line begins with a label.
    labelled: bool,
    /// A translator, editor or photographer is named.
    others: bool,
    /// Parts that are none of these: a city, a section.
    unknown: usize,
}

impl Credit {
    /// Whether the line can be nothing else: a label stands in it, a date, or an outlet beside a person.
    pub(crate) fn is_sure(&self) -> bool {
        self.labelled
            || !self.dates.is_empty()
            || (self.outlet.is_some() && !self.authors.is_empty())
    }
}

/// Words beyond which a line is no byline.
const MAX_WORDS: usize = 30;
/// Words of a part that may be a city or a section.
const MAX_UNKNOWN: usize = 3;

/// `byline = part *(separator part)`, `part = [label] name | [label] date | outlet | city`
pub(crate) fn read(line: &Line) -> Option<Credit> {
    if line.words.is_empty() || line.words.len() > MAX_WORDS || line.is_question() {
        return None;
    }
    let dates = date::only_dates(&line.text);
    if !dates.is_empty() {
        return Some(Credit {
            dates,
            ..Credit::default()
        });
    }
    let mut credit = Credit::default();
    for part in parts(&line.text) {
        add(part, &mut credit);
    }
    let says = !credit.authors.is_empty()
        || credit.outlet.is_some()
        || !credit.dates.is_empty()
        || credit.others;
    let clear = credit.unknown <= 1 || (credit.unknown == 2 && credit.is_sure());
    (says && clear).then_some(credit)
}

/// Parts between signs that separate; a dash or stroke only with spaces around it, for names and dates hold them.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = vec![text];
    for sign in [
        "|",
        "•",
        "·",
        "●",
        " - ",
        " – ",
        " — ",
        " ـ ",
        " / ",
        "//",
        "\u{2013} ",
        "؛",
        " @",
        "«",
        "»",
    ] {
        parts = parts
            .into_iter()
            .flat_map(|part| part.split(sign))
            .collect();
    }
    parts
        .into_iter()
        .map(|part| {
            part.trim_matches(|c: char| {
                c.is_whitespace() || matches!(c, ',' | '،' | ':' | '-' | '–' | '.')
            })
        })
        .filter(|part| !part.is_empty())
        .collect()
}

fn add(part: &str, credit: &mut Credit) {
    let dates = date::only_dates(part);
    if !dates.is_empty() {
        credit.dates.extend(dates);
        return;
    }
    if let Some(publisher) = outlet::named(part) {
        if publisher.kind == outlet::Kind::Outlet {
            credit.outlet.get_or_insert(publisher.name);
        }
        return;
    }
    let all = words(part);
    if let Some((role, used)) = label::leading(&all) {
        let rest = all.get(used).map_or("", |word| &part[word.span.start..]);
        if add_labelled(role, rest, all.len() == used, credit) {
            return;
        }
    }
    match names(part, Evidence::Bare) {
        Some(names) => credit.authors.extend(names),
        None if all.len() <= MAX_UNKNOWN => credit.unknown += 1,
        None => credit.unknown += 10,
    }
}

/// Reads what follows a label; false if it does not fit.
fn add_labelled(role: Role, rest: &str, alone: bool, credit: &mut Credit) -> bool {
    if alone {
        let tells = matches!(
            role,
            Role::Author | Role::Genre | Role::Published | Role::Updated
        );
        credit.labelled |= tells;
        return tells || role == Role::Credit;
    }
    if matches!(role, Role::Author | Role::Genre)
        && let Some(publisher) = outlet::publisher(rest)
    {
        credit.outlet.get_or_insert(publisher.name);
        credit.labelled = true;
        return true;
    }
    match role {
        Role::Author | Role::Genre => match names(rest, evidence(role)) {
            Some(names) => {
                credit.authors.extend(names);
                credit.labelled = true;
                true
            }
            None if role == Role::Author && is_initials(rest) => {
                credit.authors.push(rest.to_owned());
                credit.labelled = true;
                true
            }
            None => false,
        },
        Role::Credit if names(rest, Evidence::Labelled).is_some() => {
            credit.others = true;
            credit.labelled = true;
            true
        }
        Role::Source => add_sources(rest, credit),
        _ => false,
    }
}

/// "ق. و": letters that stand for a name.
fn is_initials(text: &str) -> bool {
    let all = words(text);
    (1..=4).contains(&all.len())
        && all.iter().all(|word| word.key.chars().count() <= 2)
        && !text.contains(':')
}

/// "الجزيرة + وكالات": the first outlet; agencies are credited but no outlets. False if none of them is known.
fn add_sources(text: &str, credit: &mut Credit) -> bool {
    let known: Vec<&outlet::Outlet> = text
        .split(['+', '،', ',', '&', '/', '-', '–'])
        .filter_map(outlet::named)
        .collect();
    let publisher = known
        .iter()
        .find(|source| source.kind == outlet::Kind::Outlet);
    credit.outlet = credit.outlet.or(publisher.map(|source| source.name));
    credit.others |= !known.is_empty();
    credit.labelled |= !known.is_empty();
    !known.is_empty()
}

/// A genre may stand before any words, so it proves no name.
fn evidence(role: Role) -> Evidence {
    match role {
        Role::Genre => Evidence::Bare,
        _ => Evidence::Labelled,
    }
}

/// One name, or several between commas or "و".
pub(crate) fn names(text: &str, evidence: Evidence) -> Option<Vec<String>> {
    if let Some(name) = person::name(text, evidence).filter(|_| at_and(text).len() == 1) {
        return Some(vec![name]);
    }
    let mut pieces = vec![text.to_owned()];
    for sign in ["،", ",", "&", " و ", " and "] {
        pieces = pieces
            .iter()
            .flat_map(|piece| piece.split(sign))
            .map(|piece| piece.trim().to_owned())
            .collect();
    }
    pieces = pieces.iter().flat_map(|piece| at_and(piece)).collect();
    let several = pieces.len() > 1 && pieces.len() <= 6;
    let names: Option<Vec<String>> = pieces
        .iter()
        .map(|piece| person::name(piece, Evidence::Bare))
        .collect();
    names.filter(|_| several)
}

/// "ليلى حداد وعمر سالم": at a "و" before a given name when both sides are names.
fn at_and(text: &str) -> Vec<String> {
    for (at, _) in text.match_indices(" و") {
        let (left, right) = (&text[..at], &text[at + " و".len()..]);
        if person::name(left, Evidence::Bare).is_some()
            && person::name(right, Evidence::Bare).is_some()
        {
            return vec![left.to_owned(), right.to_owned()];
        }
    }
    vec![text.to_owned()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn authors(text: &str) -> Option<Vec<String>> {
        read(&Line::new(1, text)).map(|credit| credit.authors)
    }

    #[test]
    fn labelled_names() {
        for text in [
            "بقلم: هدى منصور",
            "كتبت هدى منصور:",
            "هدى منصور - عنب بلدي",
            "إعداد: هدى منصور",
        ] {
            assert_eq!(authors(text), Some(vec!["هدى منصور".to_owned()]), "{text}");
        }
    }

    #[test]
    fn several_names() {
        let both = Some(vec!["ليلى حداد".to_owned(), "عمر سالم".to_owned()]);
        assert_eq!(authors("كتبها: ليلى حداد، عمر سالم"), both);
        assert_eq!(authors("ليلى حداد وعمر سالم"), both);
    }

    #[test]
    fn an_outlet_and_a_city() {
        let credit = read(&Line::new(1, "هدى منصور – عنب بلدي – إدلب")).expect("a byline");
        assert_eq!(credit.outlet, Some("عنب بلدي"));
        assert_eq!(credit.authors, ["هدى منصور"]);
    }

    #[test]
    fn a_translator_is_no_author() {
        let credit = read(&Line::new(1, "ترجمة: هدى منصور")).expect("a credit");
        assert!(credit.authors.is_empty() && credit.is_sure());
    }

    #[test]
    fn sentences_are_no_bylines() {
        for text in [
            "كتب الشاعر قصيدته الأولى في السجن",
            "تقرير: أزمة المياه في العراق",
            "لماذا الآن؟",
            "من الميناء إلى السوق",
            "كتب محمد رسالة إلى أخيه في المهجر يسأله عن حاله",
        ] {
            assert_eq!(authors(text), None, "{text}");
        }
    }
}
