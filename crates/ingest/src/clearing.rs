//! Drops the furniture of a page: which of the table's and patterns' hits are believed where they stand.

use crate::furniture::{Role, Zone};
use crate::page::Page;
use std::ops::Range;

/// Lines at either end of a page without running text that count as its edges.
const BARE_EDGE: usize = 3;

/// Believes a run of hits if one of them is furniture anywhere, or the run lies before the first or after the last
/// paragraph; figures inside a believed run are counts of shares, comments or readers.
pub(crate) fn drop_furniture(page: &mut Page) {
    let inside = body(page);
    let mut at = 0;
    while at < page.lines.len() {
        let end = at + run_length(page, at);
        if end == at {
            at += 1;
            continue;
        }
        if is_believed(page, at..end, &inside) {
            drop_run(page, at..end);
        }
        at = end;
    }
}

/// From the first to the last line of running text that the tables say nothing about.
fn body(page: &Page) -> Range<usize> {
    let prose = |at: &usize| page.lines[*at].is_prose() && !is_hit(page, *at);
    let first = (0..page.lines.len()).find(prose);
    let last = (0..page.lines.len()).rev().find(prose);
    match (first, last) {
        (Some(first), Some(last)) => first..last + 1,
        _ => BARE_EDGE..page.lines.len().saturating_sub(BARE_EDGE).max(BARE_EDGE),
    }
}

fn is_sure(page: &Page, at: usize) -> bool {
    page.hits[at]
        .as_ref()
        .is_some_and(|hit| hit.part.is_none() && hit.zone == Zone::Any)
}

/// Length of the run of hits (and figures between them) that begins at a line; 0 if that line is none.
fn run_length(page: &Page, start: usize) -> usize {
    if !is_hit(page, start) {
        return 0;
    }
    let mut end = start + 1;
    let mut reach = end;
    while reach < page.lines.len() {
        if is_hit(page, reach) {
            end = reach + 1;
        } else if !page.lines[reach].is_figures() {
            break;
        }
        reach += 1;
    }
    end - start
}

fn is_hit(page: &Page, at: usize) -> bool {
    page.hits[at].as_ref().is_some_and(|hit| hit.part.is_none())
}

fn is_believed(page: &Page, run: Range<usize>, inside: &Range<usize>) -> bool {
    let mut lines = run.start..run.end;
    run.start < inside.start || run.end > inside.end || lines.any(|at| is_sure(page, at))
}

fn drop_run(page: &mut Page, run: Range<usize>) {
    for at in run {
        match page.hits[at].as_ref() {
            Some(hit) => {
                let reason = hit.reason;
                page.drop(at, reason);
            }
            None => page.drop(at, "count"),
        }
    }
}

/// Whether a believed hit of `role` stands at a line.
pub(crate) fn marks(page: &Page, at: usize, role: Role) -> bool {
    !page.is_open(at)
        && page.hits[at]
            .as_ref()
            .is_some_and(|hit| hit.role == role && hit.part.is_none())
        && matches!(page.fates[at], crate::page::Fate::Dropped(reason) if page.hits[at].as_ref().is_some_and(|hit| hit.reason == reason))
}
