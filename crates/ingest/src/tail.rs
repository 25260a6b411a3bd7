//! The lines below an article's text: signature, source, address, date.

use crate::byline::{self, Credit};
use crate::document::Inferred;
use crate::found::Found;
use crate::head::take_address;
use crate::label::Role;
use crate::outlet;
use crate::page::Page;
use crate::words::{key, words};
use std::ops::Range;

/// Reads and takes out what stands below the last paragraph.
pub(crate) fn read(page: &mut Page, part: Range<usize>, found: &mut Found) {
    let Some(last) = page.last_prose(part.clone()) else {
        return;
    };
    let below = page.open_in(last + 1..part.end);
    let lone = Lone::among(page, &below);
    let mut signed = None;
    for at in below {
        if take_address(page, at, found) {
            continue;
        }
        if sign(page, at, &lone, found) {
            signed = Some(at);
        }
    }
    if let Some(signed) = signed {
        for at in page.open_in(signed + 1..part.end) {
            page.drop(at, "after-signature");
        }
    }
}

/// Lines below a text that are a name or a date and the only one of their kind: several are a list.
struct Lone {
    name: Option<usize>,
    date: Option<usize>,
}

impl Lone {
    fn among(page: &Page, below: &[usize]) -> Lone {
        let only = |test: fn(&Credit) -> bool| {
            let mut such = below
                .iter()
                .copied()
                .filter(|&at| byline::read(&page.lines[at]).is_some_and(|credit| test(&credit)));
            such.next().filter(|_| such.next().is_none())
        };
        Lone {
            name: only(|credit| !credit.is_sure() && !credit.authors.is_empty()),
            date: only(|credit| !credit.dates.is_empty()),
        }
    }

    /// Whether a line that could stand in a list may be read as a signature.
    fn may_sign(&self, at: usize, credit: &Credit, found: &Found) -> bool {
        if !credit.dates.is_empty() {
            return self.date == Some(at) || credit.dates.iter().any(|dated| dated.role.is_some());
        }
        let names_another = || {
            let known = |name: &String| {
                found
                    .authors
                    .iter()
                    .any(|author| key(&author.value) == key(name))
            };
            !found.authors.is_empty() && !credit.authors.iter().all(known)
        };
        credit.is_sure()
            || (!names_another() && (credit.authors.is_empty() || self.name == Some(at)))
    }
}

/// Reads a signature; false if the line is none.
fn sign(page: &mut Page, at: usize, lone: &Lone, found: &mut Found) -> bool {
    let line = &page.lines[at];
    if line.markup.is_some() {
        return false;
    }
    if let Some(publisher) = publisher_beside_author(&line.text, found) {
        found.outlet(Inferred::concluded(publisher, "signature"));
        page.drop(at, "signature");
        return true;
    }
    let Some(credit) = byline::read(line).filter(|credit| lone.may_sign(at, credit, found)) else {
        return false;
    };
    let reason = if credit.authors.is_empty() && credit.outlet.is_none() && !credit.dates.is_empty()
    {
        "date-line"
    } else {
        "signature"
    };
    found.authors(
        credit
            .authors
            .into_iter()
            .map(|name| Inferred::concluded(name, "signature")),
    );
    if let Some(name) = credit.outlet {
        found.outlet(Inferred::concluded(name.to_owned(), "signature"));
    }
    for dated in credit
        .dates
        .into_iter()
        .filter(|dated| dated.role != Some(Role::Saved))
    {
        found.published(Inferred::concluded(dated.when, "date-at-end"));
    }
    page.drop(at, reason);
    true
}

/// "X - the author named above": X is the publisher, whether the table knows it or not.
fn publisher_beside_author(text: &str, found: &Found) -> Option<String> {
    let (left, right) = [" - ", " – ", " — ", " | ", " ـ ", " / "]
        .iter()
        .find_map(|sign| text.split_once(sign))?;
    let is_author = |name: &str| {
        found
            .authors
            .iter()
            .any(|author| key(&author.value) == key(name))
    };
    let publisher = match (is_author(left), is_author(right)) {
        (true, false) => right.trim(),
        (false, true) => left.trim(),
        _ => return None,
    };
    let unknown = outlet::named(publisher).is_none();
    (unknown && (1..=4).contains(&words(publisher).len())).then(|| publisher.to_owned())
}
