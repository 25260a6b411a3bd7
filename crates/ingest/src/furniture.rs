//! Words that belong to a page and not to its article: the table `data/furniture.tsv` and how a line meets it.

use crate::line::{Line, is_number};
use crate::words::{Word, joined, key};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

/// What a piece of furniture does to the lines around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// The site's own header: menu, search, theme switch; a date beside it is the day of the visit.
    Site,
    /// A line that stands for itself.
    Line,
    /// A button of a share row; figures beside it are counts.
    Share,
    /// The name of a network, furniture only in such a row.
    Platform,
    /// Leads to another article; its headline follows in the line or below it.
    Related,
    /// Begins what stands after the article.
    End,
    /// Begins readers' comments.
    Comments,
    /// Begins a list of tags.
    Tags,
    /// Begins a note about the author.
    About,
    /// The end of the page.
    Copyright,
}

/// Where a phrase counts as furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Zone {
    Any,
    /// Only beside other furniture, or before the first and after the last paragraph.
    Edge,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Line,
    Label,
    Start,
    End,
    Part,
}

/// A line that met the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) role: Role,
    pub(crate) zone: Zone,
    pub(crate) reason: &'static str,
    /// Bytes of the line that are furniture, where that is only a part of it.
    pub(crate) part: Option<Range<usize>>,
    /// Whether words follow the phrase in the same line.
    pub(crate) led: bool,
}

#[derive(Clone, Copy)]
struct Row {
    role: Role,
    zone: Zone,
    reason: &'static str,
    words: usize,
}

impl Row {
    fn hit(self, led: bool) -> Hit {
        Hit {
            role: self.role,
            zone: self.zone,
            reason: self.reason,
            part: None,
            led,
        }
    }
}

/// The phrases of one place, by folded key.
type Phrases = BTreeMap<String, Row>;

struct Table {
    line: Phrases,
    label: Phrases,
    start: Phrases,
    end: Phrases,
    part: Phrases,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        line: Phrases::new(),
        label: Phrases::new(),
        start: Phrases::new(),
        end: Phrases::new(),
        part: Phrases::new(),
    };
    for (phrase, place, row) in rows() {
        let phrases = match place {
            Place::Line => &mut table.line,
            Place::Label => &mut table.label,
            Place::Start => &mut table.start,
            Place::End => &mut table.end,
            Place::Part => &mut table.part,
        };
        // The first row wins: two spellings may fold to one key.
        phrases.entry(phrase).or_insert(row);
    }
    table
});

const SOURCE: &str = include_str!("../data/furniture.tsv");

/// The table's rows; a row that does not parse is left out here and named by the table's test.
fn rows() -> impl Iterator<Item = (String, Place, Row)> {
    SOURCE
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(row)
}

/// `row = phrase TAB place TAB zone TAB role TAB reason`
fn row(line: &'static str) -> Option<(String, Place, Row)> {
    let cells: Vec<&'static str> = line.split('\t').collect();
    let [phrase, place, zone, role, reason] = cells[..] else {
        return None;
    };
    let key = key(phrase);
    let row = Row {
        role: role_named(role)?,
        zone: match zone {
            "any" => Zone::Any,
            "edge" => Zone::Edge,
            _ => return None,
        },
        reason,
        words: key.split(' ').count(),
    };
    (!key.is_empty()).then_some((key, place_named(place)?, row))
}

fn role_named(name: &str) -> Option<Role> {
    Some(match name {
        "site" => Role::Site,
        "line" => Role::Line,
        "share" => Role::Share,
        "platform" => Role::Platform,
        "related" => Role::Related,
        "end" => Role::End,
        "comments" => Role::Comments,
        "tags" => Role::Tags,
        "about" => Role::About,
        "copyright" => Role::Copyright,
        _ => return None,
    })
}

fn place_named(name: &str) -> Option<Place> {
    Some(match name {
        "line" => Place::Line,
        "label" => Place::Label,
        "start" => Place::Start,
        "end" => Place::End,
        "part" => Place::Part,
        _ => return None,
    })
}

/// Words beyond which no line is furniture by its beginning: a paragraph may begin with any words.
const MAX_LED: usize = 60;
/// The same for a beginning of one or two words, and no full stop.
const MAX_WEAKLY_LED: usize = 18;

/// What the table says about a line.
pub(crate) fn look(line: &Line) -> Option<Hit> {
    whole(line)
        .or_else(|| beginning(line))
        .or_else(|| ending(line))
        .or_else(|| anywhere(line))
}

/// The line is a phrase, or a phrase with a count beside it.
fn whole(line: &Line) -> Option<Hit> {
    let words = without_counts(&line.words);
    if words.is_empty() || words.len() > 12 {
        return None;
    }
    TABLE.line.get(&joined(words)).map(|row| row.hit(false))
}

fn without_counts(words: &[Word]) -> &[Word] {
    let is_word = |word: &Word| !is_number(&word.key);
    let Some(first) = words.iter().position(is_word) else {
        return &[];
    };
    let last = words.iter().rposition(is_word).unwrap_or(first);
    &words[first..=last]
}

/// The line begins with a phrase: before a colon or the like, or plainly if it is short enough to be no sentence.
fn beginning(line: &Line) -> Option<Hit> {
    let count = line.words.len();
    if count > MAX_LED {
        return None;
    }
    let longest = count.saturating_sub(1).min(8);
    (1..=longest).rev().find_map(|n| {
        let key = joined(&line.words[..n]);
        let label = || TABLE.label.get(&key).filter(|_| is_label(line, n));
        let start = || TABLE.start.get(&key).filter(|row| may_start(line, row));
        label().or_else(start).map(|row| row.hit(true))
    })
}

/// Whether the `n`-th word is followed by a sign that parts a label from what it labels.
fn is_label(line: &Line, n: usize) -> bool {
    let after = line.text[line.words[n - 1].span.end..].trim_start();
    let plain = line.words.len() <= MAX_WEAKLY_LED && !line.is_stopped();
    after.starts_with([
        ':', '：', '|', '>', '«', '»', '<', '←', '👈', '⬅', '▶', '►', '[',
    ]) || (plain && after.starts_with(['-', '–', '—', '…', '؛']))
}

fn may_start(line: &Line, row: &Row) -> bool {
    row.words >= 3 || (line.words.len() <= MAX_WEAKLY_LED && !line.is_stopped())
}

/// The line ends with a phrase that only a page says; the words before it are the article's.
fn ending(line: &Line) -> Option<Hit> {
    let count = line.words.len();
    let longest = count.saturating_sub(1).min(4);
    (1..=longest).rev().find_map(|n| {
        let row = TABLE.end.get(&joined(&line.words[count - n..]))?;
        let mut hit = row.hit(false);
        hit.part = Some(line.words[count - n].span.start..line.text.len());
        Some(hit)
    })
}

fn anywhere(line: &Line) -> Option<Hit> {
    if line.words.len() > 30 {
        return None;
    }
    let padded = format!(" {} ", joined(&line.words));
    TABLE
        .part
        .iter()
        .find(|(phrase, _)| padded.contains(&format!(" {phrase} ")))
        .map(|(_, row)| row.hit(false))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(text: &str) -> Option<(Role, &'static str)> {
        look(&Line::new(1, text)).map(|hit| (hit.role, hit.reason))
    }

    #[test]
    fn every_row_of_the_table_is_read() {
        for (at, line) in SOURCE
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.starts_with('#'))
        {
            assert!(row(line).is_some(), "data/furniture.tsv:{}: {line}", at + 1);
        }
        assert!(SOURCE.starts_with("# ") && SOURCE.contains("Licence"));
    }

    #[test]
    fn spelling_and_counts_do_not_matter() {
        assert_eq!(role("الوضع المُظلم"), Some((Role::Site, "theme-switch")));
        assert_eq!(role("12 تعليقات"), Some((Role::Comments, "comments")));
        assert_eq!(role("شارِك 340"), Some((Role::Share, "share")));
        assert_eq!(role("اقرئي/إقرأ أيضاً"), None);
        assert_eq!(role("إقرأ أيضاً"), Some((Role::Related, "read-also")));
    }

    #[test]
    fn a_headline_in_the_line_goes_with_its_marker() {
        let hit = look(&Line::new(1, "اقرأ أيضًا: حصاد القمح يبدأ مبكرًا")).expect("a hit");
        assert!(hit.led && hit.role == Role::Related);
    }

    #[test]
    fn sentences_that_begin_with_such_words_are_prose() {
        assert_eq!(
            role("شارك في المهرجان أربعون فرقة من ثماني دول، وفازت فرقة من تطوان."),
            None
        );
        assert_eq!(
            role("شاهد أيضًا ثلاثة معارض للصور أقيمت على هامش المؤتمر الذي اختتم أعماله في الدوحة."),
            None
        );
        assert_eq!(role("اقرأ باسم جدك، قالت لي أمي يومها."), None);
    }

    #[test]
    fn furniture_glued_to_an_end_is_a_part() {
        let line = Line::new(1, "وانتهى الموسم بلا أمطار.Exit mobile version");
        let part = look(&line).and_then(|hit| hit.part).expect("a part");
        assert_eq!(&line.text[part], "Exit mobile version");
    }
}
