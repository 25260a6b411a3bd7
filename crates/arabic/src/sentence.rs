//! Text to sentences.

use std::ops::Range;
use std::sync::OnceLock;

use crate::class::{Class, class};
use crate::table_rows;

/// The sentences of `text` as byte ranges, in order, without white space at their ends. Every character that is not
/// white space lies in exactly one of them.
///
/// A line end always ends a sentence. So do `؟` `!` `۔` `…` and a full stop, with the closing quotes and brackets behind
/// them, unless the stop belongs to a number, an address, an abbreviation or an initial (`د. سعاد`, `أ.د.`), to a list
/// number at the start, or to something in brackets inside the sentence.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut from = 0;
    while let Some(end) = next_end(text, from) {
        push_trimmed(text, from..end, &mut ranges);
        from = end;
    }
    push_trimmed(text, from..text.len(), &mut ranges);
    ranges
}

fn push_trimmed(text: &str, range: Range<usize>, ranges: &mut Vec<Range<usize>>) {
    let body = text[range.clone()].trim_start();
    let start = range.end - body.len();
    let end = start + body.trim_end().len();
    if start < end {
        ranges.push(start..end);
    }
}

/// The end of the sentence that begins at `from`; `None` when only the end of the text ends it.
fn next_end(text: &str, from: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = from;
    while let Some(c) = text[at..].chars().next() {
        let after = at + c.len_utf8();
        match c {
            _ if is_line_end(c) => return Some(after),
            '(' | '[' => depth += usize::from(!text[from..at].trim().is_empty()),
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if is_terminator(c) => {
                let run = Terminators::read(text, from, at);
                if run.ends(depth) {
                    return Some(run.end);
                }
                at = run.stop;
                continue;
            }
            _ => {}
        }
        at = after;
    }
    None
}

/// Line and page ends, in and outside ASCII.
fn is_line_end(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '؟' | '…' | '۔')
}

fn is_closing(c: char) -> bool {
    matches!(c, '»' | '”' | '’' | '"' | '\'' | ')' | ']' | '›' | '}')
}

/// Characters of an aside in brackets beyond which its sentences count as the text's own.
const LONGEST_ASIDE: usize = 200;

/// One or more terminators and what closes behind them.
struct Terminators<'t> {
    before: &'t str,
    marks: &'t str,
    /// What stands behind the terminators, closing marks included.
    behind: &'t str,
    after: &'t str,
    stop: usize,
    end: usize,
}

impl<'t> Terminators<'t> {
    /// Reads the run that begins at `at` in the sentence that begins at `from`.
    fn read(text: &'t str, from: usize, at: usize) -> Terminators<'t> {
        let stop = text.len() - text[at..].trim_start_matches(is_terminator).len();
        let end = text.len()
            - text[stop..]
                .trim_start_matches(|c| is_closing(c) || is_terminator(c))
                .len();
        Terminators {
            before: &text[from..at],
            marks: &text[at..stop],
            behind: &text[stop..],
            after: &text[end..],
            stop,
            end,
        }
    }

    /// Whether the sentence ends here, inside `depth` brackets that it opened itself.
    fn ends(&self, depth: usize) -> bool {
        let leads = self.before.trim().is_empty();
        if leads || (depth > 0 && self.bracket_closes_later()) {
            return false;
        }
        if self.marks == "." {
            self.stop_ends()
        } else {
            !self.inside_address()
        }
    }

    /// `example.org/page?id=7`: nothing but an address goes on with a Latin letter or a digit.
    fn inside_address(&self) -> bool {
        self.behind
            .starts_with(|c| matches!(class(c), Class::Other | Class::Digit))
    }

    /// Whether the next bracket of the line closes one. Many an open bracket is never closed, and must not join a page.
    fn bracket_closes_later(&self) -> bool {
        let mut near = self
            .behind
            .chars()
            .take(LONGEST_ASIDE)
            .take_while(|&c| !is_line_end(c));
        matches!(
            near.find(|c| matches!(c, '(' | '[' | ')' | ']')),
            Some(')' | ']')
        )
    }

    /// Whether a single full stop ends the sentence.
    fn stop_ends(&self) -> bool {
        if self.after.starts_with(is_line_end) || self.after.trim().is_empty() {
            return true;
        }
        let last = last_word(self.before);
        let apart = self.after.starts_with(char::is_whitespace) || self.stop < self.end;
        if is_abbreviation(last, self.before) || is_list_number(self.before, last) {
            return false;
        }
        apart || self.joins_two_arabic_words()
    }

    /// `انتهى.وبدأ`: a stop without a blank parts Arabic words, not digits and not the parts of an address.
    fn joins_two_arabic_words(&self) -> bool {
        let before = self.before.chars().next_back().map(class);
        let after = self.after.chars().next().map(class);
        matches!(before, Some(Class::Arabic | Class::Mark | Class::Digit))
            && after == Some(Class::Arabic)
    }
}

/// The letters, marks and digits at the end of `text`.
fn last_word(text: &str) -> &str {
    let rest = text.trim_end_matches(|c| {
        !matches!(class(c), Class::Space | Class::Punctuation | Class::Symbol)
    });
    &text[rest.len()..]
}

/// A single letter is an initial or a title, except م and ه behind a year; longer abbreviations are listed.
fn is_abbreviation(word: &str, before: &str) -> bool {
    let mut letters = word
        .chars()
        .filter(|&c| matches!(class(c), Class::Arabic | Class::Other | Class::Digit));
    match (letters.next(), letters.next()) {
        (Some('م' | 'ه'), None) => !before[..before.len() - word.len()]
            .trim_end()
            .ends_with(|c| class(c) == Class::Digit),
        (Some(letter), None) => class(letter) != Class::Digit,
        (Some(_), Some(_)) => is_listed(word),
        (None, _) => false,
    }
}

fn is_listed(word: &str) -> bool {
    static WORDS: OnceLock<Vec<&'static str>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        table_rows!("../data/abbreviations.tsv")
            .lines()
            .filter_map(|line| line.split('\t').next())
            .collect()
    });
    words.iter().any(|listed| listed.eq_ignore_ascii_case(word))
}

/// `12.` at the start of a sentence numbers it.
fn is_list_number(before: &str, word: &str) -> bool {
    before.trim() == word
        && word.chars().count() <= 3
        && word.chars().all(|c| class(c) == Class::Digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_abbreviation_keeps_its_stop() {
        for line in table_rows!("../data/abbreviations.tsv").lines() {
            let (short, _) = line.split_once('\t').unwrap_or_else(|| panic!("{line}"));
            let text = format!("سمعت {short}. فاضل ثم عدت");
            assert_eq!(sentences(&text).len(), 1, "{text}");
        }
    }
}
