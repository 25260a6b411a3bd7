//! Furniture that is told by its form and not by its words.

use crate::document::ParagraphKind;
use crate::furniture::{Hit, Role, Zone};
use crate::line::Line;
use crate::person::{self, Evidence};
use crate::words::key;

/// What a line's form says about it.
pub(crate) fn look(line: &Line) -> Option<Hit> {
    let (reason, role, zone) = if line.words.is_empty() {
        ("separator", Role::Line, Zone::Any)
    } else if is_breadcrumb(&line.text) {
        ("breadcrumb", Role::Line, Zone::Any)
    } else if is_hashtags(&line.text) {
        ("tags", Role::Tags, Zone::Any)
    } else if line.text.contains('©') && line.words.len() <= 20 {
        ("copyright", Role::Copyright, Zone::Any)
    } else if is_clock(line) {
        ("player", Role::Line, Zone::Edge)
    } else if is_ago(line) {
        ("relative-date", Role::Line, Zone::Edge)
    } else if is_email(&line.text) {
        ("email", Role::Line, Zone::Edge)
    } else if is_all_link(line) {
        ("link-list", Role::Line, Zone::Edge)
    } else {
        return None;
    };
    Some(Hit {
        role,
        zone,
        reason,
        part: None,
        led: false,
    })
}

/// `breadcrumb = home 1*(separator name)`
fn is_breadcrumb(text: &str) -> bool {
    let parts: Vec<&str> = text
        .split(['>', '»', '›', '‹', '«', '/', '|', '\\', '←', '→', '·'])
        .collect();
    let home = parts.first().map(|part| key(part)).unwrap_or_default();
    parts.len() >= 2
        && parts.len() <= 8
        && matches!(
            home.as_str(),
            "الرييسيه"
                | "الصفحه الرييسيه"
                | "الصفحه الرييسه"
                | "الرييسه"
                | "home"
                | "accueil"
                | "انت هنا"
                | "انت هنا الرييسيه"
        )
}

/// Two tags at least, and nothing else: one may be a slogan that the article tells of.
fn is_hashtags(text: &str) -> bool {
    let mut tags = text.split_whitespace();
    text.split_whitespace().count() >= 2
        && tags.all(|tag| tag.starts_with('#') && tag.chars().count() > 2)
}

/// "0:00", "03:25 / 12:40": a player's clock.
fn is_clock(line: &Line) -> bool {
    line.is_figures()
        && line.words.len() <= 4
        && line.text.contains(':')
        && !line.text.contains(['-', '.'])
}

/// "منذ 3 ساعات", "قبل يومين": when seen from the day of the visit.
fn is_ago(line: &Line) -> bool {
    const UNITS: [&str; 18] = [
        "دقيقه",
        "دقايق",
        "دقيقتين",
        "ساعه",
        "ساعات",
        "ساعتين",
        "يوم",
        "يومين",
        "ايام",
        "اسبوع",
        "اسبوعين",
        "اسابيع",
        "شهر",
        "شهرين",
        "اشهر",
        "سنه",
        "سنوات",
        "سنتين",
    ];
    let [first, .., last] = &line.words[..] else {
        return false;
    };
    line.words.len() <= 4
        && !line.is_ended()
        && matches!(first.key.as_str(), "منذ" | "قبل")
        && UNITS.contains(&last.key.as_str())
}

fn is_email(text: &str) -> bool {
    text.split_whitespace().count() == 1
        && text.contains('@')
        && text.is_ascii()
        && text.contains('.')
}

/// The whole line is hyperlinks, as in menus and lists of headlines; a heading and a name may well be one.
fn is_all_link(line: &Line) -> bool {
    let linked: usize = line
        .links
        .iter()
        .map(|link| crate::words::words(&link.text).len())
        .sum();
    let elsewhere = line
        .links
        .iter()
        .any(|link| !link.target.starts_with('#') && !link.target.is_empty());
    line.markup != Some(ParagraphKind::Heading)
        && elsewhere
        && linked >= line.words.len()
        && person::name(&line.text, Evidence::Bare).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(text: &str) -> Option<&'static str> {
        look(&Line::new(1, text)).map(|hit| hit.reason)
    }

    #[test]
    fn forms() {
        assert_eq!(reason("الرئيسية > سياسة > تقارير"), Some("breadcrumb"));
        assert_eq!(reason("الرئيسية / أخبار"), Some("breadcrumb"));
        assert_eq!(reason("#فيضانات #درنة"), Some("tags"));
        assert_eq!(reason("* * *"), Some("separator"));
        assert_eq!(reason("0:00 / 3:25"), Some("player"));
        assert_eq!(reason("منذ 3 ساعات"), Some("relative-date"));
    }

    #[test]
    fn prose_is_none_of_them() {
        for text in [
            "#لا_للحرب",
            "1250",
            "منذ ثلاثة أيام لم تصل المياه إلى الحي.",
            "ربح / خسارة",
            "12.5 - 13.4",
        ] {
            assert_eq!(reason(text), None, "{text}");
        }
    }
}
