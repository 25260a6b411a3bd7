//! The publisher that a text betrays by how it speaks of itself.

use crate::outlet::{self, Kind};
use crate::page::Page;
use crate::words::{joined, words};
use std::collections::BTreeSet;
use std::ops::Range;

/// The outlet whose own reporter the text names ("لمراسل (X)"), or whose name stands in the dateline of the first
/// paragraph ("دمشق – «X»:"), with the rule. None if several are named.
pub(crate) fn outlet(page: &Page, part: Range<usize>) -> Option<(&'static str, &'static str)> {
    let first = page.first_prose(part.clone())?;
    if let Some(name) = dateline(&page.lines[first].text) {
        return Some((name, "dateline"));
    }
    let reporters: BTreeSet<&'static str> = part
        .filter(|&at| page.is_prose(at))
        .flat_map(|at| reporters(&page.lines[at].text))
        .collect();
    let mut reporters = reporters.into_iter();
    reporters
        .next()
        .filter(|_| reporters.next().is_none())
        .map(|name| (name, "own-reporter"))
}

/// `dateline = city sign outlet (":" | sign) text`, the outlet in quotation marks or plain.
fn dateline(text: &str) -> Option<&'static str> {
    let cut = text.char_indices().nth(60).map_or(text.len(), |(at, _)| at);
    let start = &text[..cut];
    let (city, rest) = start.split_once([':', '–', '—', '-', 'ـ', '،'])?;
    if words(city).is_empty() || words(city).len() > 3 {
        return None;
    }
    let quoted = rest
        .trim_start()
        .strip_prefix(['«', '"', '“', '('])
        .and_then(|rest| rest.split_once(['»', '"', '”', ')']));
    let (name, after) = match quoted {
        Some(pair) => pair,
        None => rest.split_once([':', '–', '—', '-', 'ـ'])?,
    };
    let parted = quoted.is_none()
        || after
            .trim_start()
            .starts_with([':', '–', '—', '-', 'ـ', '،']);
    outlet::publisher(name)
        .filter(|_| parted || city.trim().len() < rest.len())
        .map(|outlet| outlet.name)
}

/// Outlets after "(ل)مراسل", "(ل)مراسلة", "موفد": their own reporters. Agencies' reporters speak to everybody.
fn reporters(text: &str) -> Vec<&'static str> {
    let all = words(text);
    let mut found = Vec::new();
    for (at, word) in all.iter().enumerate() {
        if !matches!(
            word.key.as_str(),
            "لمراسل"
                | "لمراسله"
                | "مراسل"
                | "مراسله"
                | "موفد"
                | "موفده"
                | "لموفد"
                | "لمراسلي"
        ) {
            continue;
        }
        let named = (1..=3).rev().find_map(|length| {
            let name = all.get(at + 1..at + 1 + length)?;
            let publisher = outlet::named(&joined(name))?;
            (publisher.kind == Kind::Outlet).then_some(publisher.name)
        });
        found.extend(named);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines() {
        assert_eq!(
            dateline("لندن – «القدس العربي»: أعلن الناطق أن الجسر أغلق."),
            Some("القدس العربي")
        );
        assert_eq!(
            dateline("بيروت: «الشرق الأوسط» أعلن الناطق أن الجسر أغلق."),
            Some("الشرق الأوسط")
        );
        assert_eq!(dateline("إدلب - عنب بلدي - أغلق الجسر."), Some("عنب بلدي"));
        assert_eq!(dateline("القاهرة (رويترز) - أغلق الجسر."), None);
        assert_eq!(
            dateline("قال الوزير، وهو من أبناء «المدن» القديمة، إن الجسر أغلق."),
            None
        );
    }

    #[test]
    fn own_reporters() {
        assert_eq!(
            reporters("يقول أحد العمال لمراسل (الحرة) في الميناء"),
            ["الحرة"]
        );
        assert_eq!(reporters("قال شاهد لمراسل وكالة رويترز"), [""; 0]);
        assert_eq!(reporters("قال الوزير في مقابلة مع قناة الجزيرة"), [""; 0]);
    }
}
