//! The rules in words, for readers who ask why.

use crate::lexicon::rows;

/// What a rule reads, in two languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Its stable id, as [`crate::Mention::rule`] has it.
    pub id: &'static str,
    /// In English.
    pub english: &'static str,
    /// In Arabic.
    pub arabic: &'static str,
}

/// Every rule, in the order of `data/rules.tsv`.
pub fn rules() -> impl Iterator<Item = Rule> {
    rows(include_str!("../data/rules.tsv")).filter_map(rule)
}

/// The rule with an id; `None` if there is none.
#[must_use]
pub fn explain(id: &str) -> Option<Rule> {
    rules().find(|rule| rule.id == id)
}

/// `id TAB English TAB Arabic`
fn rule(row: &'static str) -> Option<Rule> {
    let mut columns = row.split('\t');
    Some(Rule {
        id: columns.next()?,
        english: columns.next()?,
        arabic: columns.next()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_a_rule_and_stands_once() {
        let ids: Vec<&str> = rules().map(|rule| rule.id).collect();
        let mut sorted = ids.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(ids.len(), sorted.len());
        assert_eq!(ids.len(), rows(include_str!("../data/rules.tsv")).count());
        assert_eq!(explain("nth").map(|rule| rule.id), Some("nth"));
    }
}
