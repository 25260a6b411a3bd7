//! Rows of a table: CSV as RFC 4180 has it.

use csv::{Terminator, WriterBuilder};
use tawarikh_calendar::Day;
use tawarikh_core::view::{Attribution, Figure, ListedEvent, NamedView, Reading};

use crate::texts::day;

/// What tells spreadsheets that the letters are UTF-8.
const MARK: &str = "\u{feff}";

/// A table with a head, after a byte order mark. Text that a spreadsheet would take for a formula begins with an apostrophe.
///
/// # Errors
/// None that memory has.
fn table<const N: usize>(
    head: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> csv::Result<Vec<u8>> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(MARK.as_bytes().to_vec());
    writer.write_record(head)?;
    for row in rows {
        writer.write_record(row.map(harmless))?;
    }
    writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))
}

fn harmless(cell: String) -> String {
    let is_formula = cell.starts_with(['=', '+', '@', '\t', '\r'])
        || cell.starts_with('-') && cell.parse::<f64>().is_err();
    if is_formula { format!("'{cell}") } else { cell }
}

/// Events, a row each.
pub fn events(events: &[ListedEvent]) -> csv::Result<Vec<u8>> {
    let head = [
        "document",
        "sentence",
        "date",
        "edtf",
        "first",
        "last",
        "how",
        "inherited",
        "doubts",
        "kind",
        "headline",
        "places",
        "parties",
        "agents",
        "patients",
        "said_by",
        "saying",
        "happening",
        "sources",
        "rule",
        "title",
        "outlet",
        "url",
    ];
    let row = |event: &ListedEvent| {
        let (said_by, saying) = said(event.attribution.as_ref());
        [
            event.id.clone(),
            event.at.sentence.to_string(),
            event.at.date.clone(),
            event.at.edtf.clone(),
            iso(event.at.first),
            iso(event.at.last),
            event.at.how.clone(),
            event.at.inherited.to_string(),
            event.at.doubts.join("; "),
            event.at.kind.to_owned(),
            event.headline.clone(),
            event
                .places
                .iter()
                .map(|place| place.name.as_str())
                .collect::<Vec<_>>()
                .join("; "),
            event
                .parties
                .iter()
                .map(|party| party.name.as_str())
                .collect::<Vec<_>>()
                .join("; "),
            event.agents.join("; "),
            event.patients.join("; "),
            said_by,
            saying,
            event
                .at
                .happening
                .map_or(String::new(), |happening| happening.to_string()),
            event.at.sources.to_string(),
            event.rule.clone(),
            event.at.title.clone(),
            event.at.outlet.clone().unwrap_or_default(),
            event.url.clone().unwrap_or_default(),
        ]
    };
    table(head, events.iter().map(row))
}

/// Figures, a row each; an open bound is empty.
pub fn figures(figures: &[Figure]) -> csv::Result<Vec<u8>> {
    let head = [
        "document",
        "sentence",
        "number",
        "as_written",
        "low",
        "high",
        "fate",
        "counted",
        "noun",
        "party",
        "place",
        "said_by",
        "saying",
        "passed_on_by",
        "as_of",
        "date",
        "first",
        "last",
        "part_of",
        "rule",
        "title",
        "outlet",
        "text",
    ];
    let row = |figure: &Figure| {
        let (said_by, saying) = said(figure.attribution.as_ref());
        let bound = |bound: Option<f64>| bound.map_or(String::new(), |value| value.to_string());
        let word = |word: &Option<String>| word.clone().unwrap_or_default();
        [
            figure.id.clone(),
            figure.sentence.to_string(),
            figure.number.to_string(),
            figure.text.clone(),
            bound(figure.low),
            bound(figure.high),
            word(&figure.fate),
            figure.kind.clone(),
            word(&figure.noun),
            word(&figure.party),
            word(&figure.place),
            said_by,
            saying,
            figure
                .attribution
                .as_ref()
                .map_or(String::new(), |said| said.chain.join("; ")),
            word(&figure.as_of),
            word(&figure.date),
            iso(figure.first),
            iso(figure.last),
            figure
                .part_of
                .map_or(String::new(), |whole| whole.to_string()),
            figure.rule.clone(),
            figure.title.clone(),
            word(&figure.outlet),
            figure
                .pieces
                .iter()
                .map(|piece| piece.text.as_str())
                .collect::<String>()
                .trim()
                .to_owned(),
        ]
    };
    table(head, figures.iter().map(row))
}

/// Names, a row each.
pub fn names(names: &[NamedView]) -> csv::Result<Vec<u8>> {
    let head = [
        "name",
        "kind",
        "name_en",
        "known",
        "documents",
        "mentions",
        "latitude",
        "longitude",
        "source",
        "rule",
    ];
    let row = |name: &NamedView| {
        let degrees =
            |degrees: Option<f64>| degrees.map_or(String::new(), |value| value.to_string());
        [
            name.name.clone(),
            name.kind.to_owned(),
            name.label_en.clone().unwrap_or_default(),
            name.known.to_string(),
            name.documents.to_string(),
            name.count.to_string(),
            degrees(name.latitude),
            degrees(name.longitude),
            name.source.clone().unwrap_or_default(),
            name.rules.join("; "),
        ]
    };
    table(head, names.iter().map(row))
}

/// Documents, a row each, without their texts.
pub fn documents(readings: &[Reading]) -> csv::Result<Vec<u8>> {
    let head = [
        "document", "title", "authors", "outlet", "date", "edtf", "date_how", "kind", "language",
        "url", "source",
    ];
    let row = |reading: &Reading| {
        let date = reading.date.as_ref();
        [
            reading.id.clone(),
            reading.title.value.clone(),
            reading
                .authors
                .iter()
                .map(|author| author.value.as_str())
                .collect::<Vec<_>>()
                .join("; "),
            reading
                .outlet
                .as_ref()
                .map_or(String::new(), |outlet| outlet.value.clone()),
            date.map_or(String::new(), |date| date.label.clone()),
            date.map_or(String::new(), |date| date.edtf.clone()),
            date.map_or(String::new(), |date| date.how.clone()),
            reading.kind.to_owned(),
            reading.language.clone(),
            reading.url.clone().unwrap_or_default(),
            reading.source.clone(),
        ]
    };
    table(head, readings.iter().map(row))
}

/// Who says so, and how.
fn said(attribution: Option<&Attribution>) -> (String, String) {
    attribution.map_or_else(Default::default, |said| {
        (said.text.clone(), said.saying.clone())
    })
}

/// A day as `2017-10-17`; nothing for an open end.
fn iso(number: Option<i32>) -> String {
    number
        .and_then(|number| day(Day::from_rata_die(number)))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_stays_one_cell_and_runs_nothing() {
        let rows = [
            ["قال، \"نعم\"".to_owned(), "=1+1".to_owned()],
            ["سطر\nثان".to_owned(), "-12".to_owned()],
        ];
        let bytes = table(["one", "two"], rows.into_iter()).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(
            text,
            "\u{feff}one,two\r\n\"قال، \"\"نعم\"\"\",'=1+1\r\n\"سطر\nثان\",-12\r\n"
        );
    }
}
