//! A saved page while it is cleaned: its lines, and what becomes of each.

use crate::document::{Dropped, Finding, ParagraphKind};
use crate::furniture::{Hit, look};
use crate::line::Line;
use crate::pattern;
use crate::words::words;
use std::ops::Range;

/// What becomes of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Not decided: article text, unless a later stage says otherwise.
    Open,
    /// Article text of a known kind.
    Kept(ParagraphKind),
    /// Not article text, by the rule named.
    Dropped(&'static str),
}

/// Lines and their fates. Stages only turn fates; no stage adds, removes or reorders lines.
pub(crate) struct Page {
    pub(crate) lines: Vec<Line>,
    pub(crate) fates: Vec<Fate>,
    /// What the furniture table and the patterns say about each line, whether or not it was believed.
    pub(crate) hits: Vec<Option<Hit>>,
    /// Parts cut from lines that stay.
    pub(crate) cut: Vec<Dropped>,
    /// What was odd about lines, each with its line.
    pub(crate) findings: Vec<Finding>,
}

impl Page {
    /// Cuts furniture off the ends of lines and looks every line up.
    pub(crate) fn new(mut lines: Vec<Line>, mut cut: Vec<Dropped>) -> Page {
        let mut findings = Vec::new();
        for line in &mut lines {
            trim(line, &mut cut);
            part_words(line, &mut findings);
        }
        let hits = lines
            .iter()
            .map(|line| pattern::look(line).or_else(|| look(line)))
            .collect();
        Page {
            fates: vec![Fate::Open; lines.len()],
            hits,
            lines,
            cut,
            findings,
        }
    }

    pub(crate) fn is_open(&self, at: usize) -> bool {
        self.fates.get(at) == Some(&Fate::Open)
    }

    /// Whether a line is undecided running text.
    pub(crate) fn is_prose(&self, at: usize) -> bool {
        self.fates
            .get(at)
            .is_some_and(|fate| !matches!(fate, Fate::Dropped(_)))
            && self.lines.get(at).is_some_and(Line::is_prose)
    }

    pub(crate) fn drop(&mut self, at: usize, reason: &'static str) {
        if let Some(fate) = self.fates.get_mut(at) {
            *fate = Fate::Dropped(reason);
        }
    }

    pub(crate) fn keep(&mut self, at: usize, kind: ParagraphKind) {
        if let Some(fate) = self.fates.get_mut(at) {
            *fate = Fate::Kept(kind);
        }
    }

    /// Indices of the undecided lines of a part of the page.
    pub(crate) fn open_in(&self, part: Range<usize>) -> Vec<usize> {
        part.filter(|&at| self.is_open(at)).collect()
    }

    pub(crate) fn first_prose(&self, part: Range<usize>) -> Option<usize> {
        part.into_iter().find(|&at| self.is_prose(at))
    }

    pub(crate) fn last_prose(&self, part: Range<usize>) -> Option<usize> {
        part.rev().find(|&at| self.is_prose(at))
    }

    /// Words of running text in a part of the page.
    pub(crate) fn prose_words(&self, part: Range<usize>) -> usize {
        part.filter(|&at| self.is_prose(at))
            .map(|at| self.lines[at].words.len())
            .sum()
    }
}

/// Cuts furniture that is glued to the end of a line, repeatedly.
fn trim(line: &mut Line, cut: &mut Vec<Dropped>) {
    while let Some((part, reason)) = look(line).and_then(|hit| Some((hit.part?, hit.reason))) {
        cut.push(Dropped {
            line: line.last,
            text: line.text[part.clone()].to_owned(),
            reason,
        });
        let mut shorter = Line::new(line.first, &line.text[..part.start]);
        shorter.last = line.last;
        shorter.markup = line.markup;
        shorter.apart = line.apart;
        shorter.links = std::mem::take(&mut line.links);
        *line = shorter;
    }
}

/// Puts the space back between two words of which the second begins with the article: no word has a hamza on the line
/// and then ال inside it ("الجزءالأول").
fn part_words(line: &mut Line, findings: &mut Vec<Finding>) {
    const GLUED: &str = "ءال";
    let glued = line
        .words
        .iter()
        .any(|word| word.key.find(GLUED).is_some_and(|at| at > 0));
    if !glued {
        return;
    }
    findings.push(Finding {
        line: Some(line.first),
        code: "glued-words",
        text: format!("two words stood without a space in: {}", line.text),
        remedy: "nothing, unless the space is wrong: then correct the file".to_owned(),
    });
    let text = line.text.replace(GLUED, "ء ال");
    line.words = words(&text);
    line.text = text;
}
