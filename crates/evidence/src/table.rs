//! Reading the crate's tables of words.

use tawarikh_arabic::fold;

use crate::lookup::WordSet;

/// The rows of a table as their columns, without comments.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split('\t').collect())
}

/// The first column of a table.
pub(crate) fn keys(table: &'static str) -> WordSet<&'static str> {
    rows(table).filter_map(|row| row.first().copied()).collect()
}

/// The forms of a column, folded; `-` is none.
pub(crate) fn forms(column: &str) -> impl Iterator<Item = String> {
    column
        .split(' ')
        .filter(|form| !form.is_empty() && *form != "-")
        .map(fold)
}

/// The forms in the last column of the rows whose first column is `sort`.
pub(crate) fn words_of(table: &'static str, sort: &str) -> WordSet<String> {
    rows(table)
        .filter(|row| row[0] == sort)
        .filter_map(|row| row.last().copied())
        .flat_map(forms)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::Saying;
    use crate::kind::{Fate, Kind};

    fn is_kind(id: &str) -> bool {
        id == "-" || Kind::from_id(id).is_some()
    }

    fn is_fate(id: &str) -> bool {
        id == "-" || Fate::from_id(id).is_some()
    }

    #[track_caller]
    fn check(table: &'static str, columns: usize, fits: fn(&[&str]) -> bool) {
        let first = table.lines().next().unwrap_or_default();
        assert!(
            first.starts_with("# ") && first.contains("Source: ") && first.contains("CC0"),
            "{first}"
        );
        for row in rows(table) {
            assert_eq!(row.len(), columns, "{row:?}");
            assert!(
                row.iter()
                    .all(|column| column.trim() == *column && !column.is_empty()),
                "{row:?}"
            );
            assert!(fits(&row), "{row:?}");
            assert!(
                row.last()
                    .is_some_and(|column| forms(column).count() > 0 || *column == "-"),
                "{row:?}"
            );
        }
    }

    #[test]
    fn every_row_is_read() {
        check(include_str!("../data/counted.tsv"), 4, |row| {
            is_kind(row[0]) && is_fate(row[1])
        });
        check(include_str!("../data/fates.tsv"), 4, |row| {
            is_fate(row[0]) && matches!(row[1], "verb" | "masdar")
        });
        check(include_str!("../data/refine.tsv"), 5, |row| {
            matches!(row[0], "of" | "disease")
                && is_kind(row[1])
                && is_kind(row[2])
                && is_fate(row[3])
        });
        check(include_str!("../data/amounts.tsv"), 4, |row| {
            matches!(row[0], "vague" | "few" | "several" | "share")
                && row[1].parse::<f64>().is_ok()
                && row[2].parse::<f64>().is_ok()
        });
        check(include_str!("../data/bounds.tsv"), 4, |row| {
            matches!(row[0], "before" | "after" | "verb")
                && matches!(row[1], "about" | "at-least" | "at-most")
        });
        check(include_str!("../data/not-figures.tsv"), 2, |row| {
            matches!(row[0], "before" | "after")
        });
        check(include_str!("../data/walls.tsv"), 1, |_| true);
        check(include_str!("../data/subjects.tsv"), 2, |row| {
            matches!(row[0], "people" | "win")
        });
        check(include_str!("../data/cues.tsv"), 2, |row| {
            matches!(
                row[0],
                "strength"
                    | "unit"
                    | "attack"
                    | "payment"
                    | "vote"
                    | "member"
                    | "handed-over"
                    | "carried"
                    | "exchange"
                    | "held"
                    | "home"
                    | "befell"
                    | "reckoning"
            )
        });
        check(include_str!("../data/nisba.tsv"), 2, |row| {
            row[1].len() == 2 && fold(row[0]) == row[0]
        });
        check(include_str!("../data/says.tsv"), 5, |row| {
            Saying::from_id(row[0]).is_some()
        });
        check(include_str!("../data/according.tsv"), 2, |row| {
            Saying::from_id(row[0]).is_some()
        });
        check(include_str!("../data/source.tsv"), 2, |row| {
            matches!(
                row[0],
                "inside"
                    | "relay"
                    | "document"
                    | "organisation"
                    | "adjective"
                    | "end"
                    | "participle"
            )
        });
    }
}
