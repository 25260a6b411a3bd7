//! Documents as references: BibLaTeX and RIS.

use tawarikh_core::view::{About, Reading};

use super::moment::{Moment, moment};
use super::one_line;

/// What TeX reads otherwise than as a letter.
const SPECIAL: [(char, &str); 10] = [
    ('\\', "\\textbackslash{}"),
    ('{', "\\{"),
    ('}', "\\}"),
    ('#', "\\#"),
    ('$', "\\$"),
    ('%', "\\%"),
    ('&', "\\&"),
    ('_', "\\_"),
    ('~', "\\textasciitilde{}"),
    ('^', "\\textasciicircum{}"),
];

/// The documents as one BibLaTeX file. Its `date` fields hold EDTF (BibLaTeX 3.8, section 2.3.8), which has `~` for "about";
/// writers of other packages escape it.
pub fn bibtex(about: &About, readings: &[Reading]) -> String {
    let entries: Vec<String> = readings
        .iter()
        .map(|reading| entry(about, reading))
        .collect();
    entries.join("\n")
}

fn entry(about: &About, reading: &Reading) -> String {
    // A second pair of braces keeps a title's capitals, and a name in one piece: which part is the family's is not known.
    let whole = |text: &String| format!("{{{}}}", escaped(text));
    let authors: Vec<String> = reading
        .authors
        .iter()
        .map(|author| whole(&author.value))
        .collect();
    let date = reading.date.as_ref().map(|date| date.edtf.clone());
    let arabic = reading.language.starts_with("ar");
    let fields = [
        ("title", whole(&reading.title.value)),
        ("author", authors.join(" and ")),
        (
            "organization",
            reading
                .outlet
                .as_ref()
                .map_or(String::new(), |outlet| escaped(&outlet.value)),
        ),
        (
            "date",
            date.filter(|edtf| moment(edtf).is_some())
                .unwrap_or_default(),
        ),
        ("url", address(reading.url.as_deref().unwrap_or_default())),
        (
            "langid",
            if arabic {
                "arabic".to_owned()
            } else {
                escaped(&reading.language)
            },
        ),
        ("note", escaped(&about.description.title)),
    ];
    let mut entry = format!("@online{{{},\n", key(&reading.id));
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        entry.push_str(&format!("  {name} = {{{value}}},\n"));
    }
    entry + "}\n"
}

fn escaped(text: &str) -> String {
    let written = |letter: char| SPECIAL.iter().find(|(special, _)| *special == letter);
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match written(letter) {
            Some((_, instead)) => escaped.push_str(instead),
            None => escaped.push(letter),
        }
    }
    escaped
}

/// In an address only what would end its field is written otherwise.
fn address(url: &str) -> String {
    url.replace('{', "%7B")
        .replace('}', "%7D")
        .replace('\\', "%5C")
}

/// A key may hold neither spaces nor what parts fields.
fn key(id: &str) -> String {
    let is_free = |letter: &char| !letter.is_whitespace() && !"{}(),='\"#%~\\".contains(*letter);
    id.chars()
        .map(|letter| if is_free(&letter) { letter } else { '-' })
        .collect()
}

/// The documents as one RIS file: a tag of two letters, two spaces, a hyphen, a space; lines end with CR LF (Research Information
/// Systems, 2011).
pub fn ris(about: &About, readings: &[Reading]) -> String {
    readings
        .iter()
        .map(|reading| record(about, reading))
        .collect()
}

fn record(about: &About, reading: &Reading) -> String {
    let outlet = reading.outlet.as_ref().map(|outlet| outlet.value.as_str());
    let mut lines = vec![
        (
            "TY",
            if outlet.is_some() { "NEWS" } else { "GEN" }.to_owned(),
        ),
        ("ID", reading.id.clone()),
        ("TI", reading.title.value.clone()),
    ];
    lines.extend(
        reading
            .authors
            .iter()
            .map(|author| ("AU", author.value.clone())),
    );
    lines.extend(outlet.map(|outlet| ("T2", outlet.to_owned())));
    if let Some(date) = &reading.date {
        match moment(&date.edtf) {
            Some(moment) => {
                lines.extend([("PY", moment.year.to_string()), ("DA", ris_date(&moment))]);
            }
            None => lines.push(("DA", date.label.clone())),
        }
    }
    lines.push(("LA", reading.language.clone()));
    lines.extend(reading.url.clone().map(|url| ("UR", url)));
    lines.push(("DB", about.description.title.clone()));
    lines.push(("ER", String::new()));
    let line = |(tag, value): &(&str, String)| format!("{tag}  - {}\r\n", one_line(value));
    lines.iter().map(line).collect()
}

/// `YYYY/MM/DD/other`: what is not known stays empty between its slashes.
fn ris_date(moment: &Moment) -> String {
    let two = |number: Option<u8>| number.map_or(String::new(), |number| format!("{number:02}"));
    format!(
        "{:04}/{}/{}/",
        moment.year,
        two(moment.month),
        two(moment.day)
    )
}
