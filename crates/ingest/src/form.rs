//! What a line of plain text is by its form: heading, running text, quotation.

use crate::document::ParagraphKind;
use crate::line::Line;
use crate::page::{Fate, Page};
use std::ops::Range;

/// Words of a heading.
const HEADING: usize = 12;
/// Questions from which on short questions are an interview's and not headings.
const INTERVIEW: usize = 4;
/// Lines of an unstopped pull quote's text: how many of ten long lines must end in a stop for one without to stand out.
const STOPPED_OF_TEN: usize = 8;

/// Gives every undecided line of an article its kind.
pub(crate) fn settle(page: &mut Page, part: Range<usize>) {
    let open = page.open_in(part.clone());
    let interview = is_interview(page, &part);
    let stopped = mostly_stopped(page, &open);
    let kinds: Vec<(usize, ParagraphKind)> = open
        .iter()
        .map(|&at| {
            let line = &page.lines[at];
            let kind = match line.markup {
                Some(kind) => kind,
                None if line.is_question() && interview => ParagraphKind::Body,
                None if is_heading(page, at, part.end) => ParagraphKind::Heading,
                None if crate::head::is_caption(line) => ParagraphKind::Caption,
                None if stopped && stands_out(line) => ParagraphKind::Quote,
                None => ParagraphKind::Body,
            };
            (at, kind)
        })
        .collect();
    for (at, kind) in kinds {
        page.keep(at, kind);
    }
}

/// A few words without a full stop over a paragraph. Two such lines may stand together; more are verses, a list or a
/// table.
pub(crate) fn is_heading(page: &Page, at: usize, end: usize) -> bool {
    let short = |at: usize| is_short(&page.lines[at]);
    let is_text = |at: &usize| !matches!(page.fates[*at], Fate::Dropped(_));
    let mut after = (at + 1..end).filter(is_text);
    let before = (0..at).rev().find(is_text).is_some_and(&short);
    if !short(at) {
        return false;
    }
    match (after.next(), after.next()) {
        (Some(next), _) if is_paragraph_under(page, at, next) => !before || !is_third(page, at),
        (Some(next), Some(over)) if short(next) => !before && is_paragraph_under(page, next, over),
        _ => false,
    }
}

/// Whether two short lines stand before this one already.
fn is_third(page: &Page, at: usize) -> bool {
    let mut before = (0..at)
        .rev()
        .filter(|&at| !matches!(page.fates[at], Fate::Dropped(_)));
    before.next().is_some_and(|at| is_short(&page.lines[at]))
        && before.next().is_some_and(|at| is_short(&page.lines[at]))
}

fn is_short(line: &Line) -> bool {
    let count = line.words.len();
    (1..=HEADING).contains(&count)
        && !line.is_figures()
        && matches!(line.markup, None | Some(ParagraphKind::Heading))
        && !matches!(line.final_mark(), Some('.' | '…' | '،' | '؛' | ',' | '-'))
        && !line.text.starts_with(['-', '–', '—', '"', '«', '“'])
}

/// A line long enough, beside the heading, to be the text that it announces.
fn is_paragraph_under(page: &Page, heading: usize, at: usize) -> bool {
    let count = page.lines[at].words.len();
    let is_sentence = count >= 12 || (count >= 8 && page.lines[at].is_stopped());
    let markup = page.lines[at].markup;
    markup == Some(ParagraphKind::Item)
        || is_sentence && 2 * count >= 3 * page.lines[heading].words.len()
}

/// Many short questions, each with an answer after it.
fn is_interview(page: &Page, part: &Range<usize>) -> bool {
    let text: Vec<&Line> = part
        .clone()
        .filter(|&at| !matches!(page.fates[at], Fate::Dropped(_)))
        .map(|at| &page.lines[at])
        .collect();
    let asked = text
        .windows(2)
        .filter(|pair| pair[0].is_question() && !pair[1].is_question())
        .count();
    asked >= INTERVIEW && asked * 4 >= text.len()
}

/// Whether the long lines of an article end in stops, so that one that doesn't was set apart by the page.
fn mostly_stopped(page: &Page, open: &[usize]) -> bool {
    let long: Vec<&Line> = open
        .iter()
        .map(|&at| &page.lines[at])
        .filter(|line| line.words.len() >= 15)
        .collect();
    let ended = long
        .iter()
        .filter(|line| line.is_ended() || line.final_mark() == Some(':'))
        .count();
    long.len() >= 5 && ended * 10 >= long.len() * STOPPED_OF_TEN
}

/// A sentence without its stop. One that begins with "و" goes on from the paragraph before it.
fn stands_out(line: &Line) -> bool {
    let goes_on = line
        .words
        .first()
        .is_some_and(|word| word.key.starts_with('و'));
    (HEADING + 1..=45).contains(&line.words.len())
        && !goes_on
        && line.final_mark().is_some_and(char::is_alphanumeric)
}
