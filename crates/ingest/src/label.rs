//! Words that say what the rest of a line is: `data/labels.tsv`.

use crate::words::{Word, joined, key};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What follows a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Who wrote it.
    Author,
    /// What kind of text it is, or who wrote it.
    Genre,
    /// Who translated, edited or drew: no author.
    Credit,
    /// When it was published.
    Published,
    /// When it was last changed.
    Updated,
    /// When somebody saved or read it.
    Saved,
    /// Where it was taken from.
    Source,
    /// Its address.
    Link,
    /// Its title.
    Title,
}

static LABELS: LazyLock<BTreeMap<String, Role>> = LazyLock::new(|| {
    let mut labels = BTreeMap::new();
    for (label, role) in SOURCE
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(row)
    {
        labels.entry(label).or_insert(role);
    }
    labels
});

const SOURCE: &str = include_str!("../data/labels.tsv");

fn row(line: &str) -> Option<(String, Role)> {
    let (label, role) = line.split_once('\t')?;
    let role = match role {
        "author" => Role::Author,
        "genre" => Role::Genre,
        "credit" => Role::Credit,
        "published" => Role::Published,
        "updated" => Role::Updated,
        "saved" => Role::Saved,
        "source" => Role::Source,
        "link" => Role::Link,
        "title" => Role::Title,
        _ => return None,
    };
    let label = key(label);
    (!label.is_empty()).then_some((label, role))
}

/// The longest label that `words` begin with, and how many words it has.
pub(crate) fn leading(words: &[Word]) -> Option<(Role, usize)> {
    (1..=words.len().min(5))
        .rev()
        .find_map(|n| LABELS.get(&joined(&words[..n])).map(|role| (*role, n)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::words;

    #[test]
    fn every_row_of_the_table_is_read() {
        for (at, line) in SOURCE
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.starts_with('#'))
        {
            assert!(row(line).is_some(), "data/labels.tsv:{}: {line}", at + 1);
        }
    }

    #[test]
    fn the_longest_label_counts() {
        assert_eq!(
            leading(&words("كتب في 3 مايو 2020")),
            Some((Role::Published, 2))
        );
        assert_eq!(leading(&words("كتب عمر الشامي")), Some((Role::Genre, 1)));
        assert_eq!(leading(&words("انتهى الدوري")), None);
    }
}
