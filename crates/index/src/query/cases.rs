//! Reads `tests/corpus/query/language.txt` and holds the query language to it.

use tawarikh_calendar::When;

use super::{
    Atom, Clause, Growth, Matching, Names, Occur, Query, Scope, Spelling, Term, Understanding,
};

/// Writes clauses as they were understood.
pub(super) fn show(clauses: &[Clause]) -> String {
    let each: Vec<String> = clauses.iter().map(clause).collect();
    each.join(" ")
}

fn clause(clause: &Clause) -> String {
    let sign = match clause.occur {
        Occur::Should => "",
        Occur::Must => "+",
        Occur::Not => "-",
    };
    let words = |terms: &[Term]| terms.iter().map(term).collect::<Vec<_>>().join(" ");
    match &clause.atom {
        Atom::Word(word) => format!("{sign}{}", term(word)),
        Atom::Phrase(terms) => format!("{sign}\"{}\"", words(terms)),
        Atom::Keyword { column, folded } => format!("{sign}{column}:{folded}"),
        Atom::Group(inner) => format!("{sign}({})", show(inner)),
        Atom::Named(named) => format!("{sign}<{}>", words(&named.typed)),
    }
}

fn term(term: &Term) -> String {
    let scope = if term.scope == Scope::Title {
        "title:"
    } else {
        ""
    };
    let growth = if term.growth == Growth::Growing {
        "*"
    } else {
        ""
    };
    format!("{scope}{}{growth}", term.keys.surface)
}

/// A year, or a year and a month.
fn date(text: &str) -> Option<(When, usize)> {
    let digits = tawarikh_arabic::surface(text);
    let length = digits
        .find(|c: char| !c.is_ascii_digit() && c != '-')
        .unwrap_or(digits.len());
    let when = When::from_edtf(&digits[..length]).ok()?;
    let bytes = text.chars().take(length).map(char::len_utf8).sum();
    Some((when, bytes))
}

fn names() -> Names {
    let known = [
        ["القدس", "Jerusalem", "Al-Quds"].as_slice(),
        ["بيت لحم", "Bethlehem"].as_slice(),
        ["الأمم المتحدة", "United Nations", "UN"].as_slice(),
    ];
    Names::new(known.map(|spellings| {
        let spelling = |(place, &text): (usize, &&'static str)| Spelling {
            text,
            used: place == 0,
        };
        spellings
            .iter()
            .enumerate()
            .map(spelling)
            .collect::<Vec<_>>()
    }))
}

/// A query as the case file writes it.
fn understood(text: &str, names: &Names) -> String {
    let typed = text
        .strip_suffix('▏')
        .map_or_else(|| format!("{text} "), str::to_owned);
    let query = Query::understand(
        &typed,
        &Understanding {
            dates: date,
            names,
            matching: Matching::Lenient,
        },
    );
    let mut parts = vec![show(&query.clauses)];
    if let Some(when) = query.span() {
        parts.push(format!("@ {}", when.edtf()));
    }
    if !query.notes().is_empty() {
        let codes: Vec<&str> = query.notes().iter().map(|note| note.code.id()).collect();
        parts.push(format!("! {}", codes.join(" ")));
    }
    parts.join(" ").trim().to_owned()
}

#[test]
fn every_query_is_understood_as_it_says() {
    let cases_file = include_str!("../../../../tests/corpus/query/language.txt");
    let names = names();
    let (mut expected, mut cases, mut wrong) = ("".to_owned(), 0, Vec::new());
    for (number, line) in (1..).zip(cases_file.lines()) {
        if let Some(says) = line.strip_prefix('=') {
            expected = says.trim().to_owned();
        } else if !line.is_empty() && !line.starts_with('#') {
            cases += 1;
            let found = understood(line, &names);
            if found != expected {
                wrong.push(format!("{number}: {line}\n  is {found}\n not {expected}"));
            }
        }
    }
    assert!(cases >= 150, "only {cases} queries");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
