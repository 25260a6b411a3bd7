//! What is not known: rows by code and document, and the view of those that a state selects.

use tawarikh_calendar::{When, label};

use crate::archive::Archive;
use crate::events::EventRow;
use crate::first_documents::FirstDocuments;
use crate::kept::kept;
use crate::record::Words;
use crate::selection::{Selection, Spanning};
use crate::teller::Teller;
use crate::view::{FindingItem, Findings, FoundOf, State};

/// Rows of a piece: some 32 KiB.
pub(crate) const ROWS_A_PIECE: usize = 512;
/// Items of one code that are listed.
const MOST_ITEMS: usize = 50;
/// Pieces of one code that are looked at.
pub(crate) const MOST_PIECES: usize = 16;

/// The code of time expressions that have no place on the axis.
pub(crate) const UNPLACED: &str = "unplaced-expression";
/// The code of events that one document alone tells of.
const SINGLE: &str = "single-source";

/// Something that is not known, with all that a list shows of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FindingRow {
    pub document: u32,
    /// The number of its sentence; nothing where it is about the document as a whole.
    pub sentence: Option<u32>,
    /// The words of its sentence, as the index counts them.
    pub words: Words,
    /// The document's title, or its file's name.
    pub title: String,
    /// As written.
    pub text: String,
    pub detail: Vec<String>,
    /// Times that come with it.
    pub dates: Vec<When>,
}

/// What is always in memory of the findings of one code.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct FindingsOf {
    pub code: String,
    pub count: u32,
    /// The number of its first piece.
    pub piece: u32,
    /// The first documents of its pieces.
    pub first: FirstDocuments,
}

kept!(struct FindingRow { document, sentence, words, title, text, detail, dates });
kept!(struct FindingsOf { code, count, piece, first });

impl FindingsOf {
    /// The pieces of its rows that may be about selected documents.
    pub fn pieces(&self, selection: &Selection) -> impl Iterator<Item = usize> {
        let pieces = self.first.selected(selection);
        pieces.map(|piece| self.piece as usize + piece)
    }
}

impl Archive {
    /// What is not known of the selected documents, by code.
    pub fn findings(&self, state: &State) -> Findings {
        let selection = Selection::of(self, state, Spanning::Narrows);
        let all = self
            .findings
            .iter()
            .map(|of| self.found_of(of, &selection, state));
        let mut found: Vec<FoundOf> = all.filter(|found| found.count > 0).collect();
        found.extend(self.told_once(&selection, state));
        let (findings, pending, lost) = self.answered(found);
        Findings {
            findings,
            pending,
            lost,
        }
    }

    /// The findings of a code on selected documents; of the whole archive they are counted already.
    fn found_of(&self, of: &FindingsOf, selection: &Selection, state: &State) -> FoundOf {
        let is_everything = selection.is_everything();
        let pieces = of
            .pieces(selection)
            .take(if is_everything { 1 } else { MOST_PIECES });
        let rows: Option<Vec<FindingRow>> = self.pieces(self.sections.findings, pieces);
        let mut rows = rows.unwrap_or_default();
        rows.retain(|row| selection.has(row.document));
        let count = if is_everything {
            of.count
        } else {
            rows.len() as u32
        };
        rows.truncate(MOST_ITEMS);
        let item = |row: FindingRow| FindingItem {
            document: row.document,
            sentence: row.sentence,
            title: row.title,
            text: row.text,
            detail: row
                .dates
                .iter()
                .map(|when| label(when, &state.style))
                .chain(row.detail)
                .collect(),
        };
        FoundOf {
            code: of.code.clone(),
            count,
            items: rows.into_iter().map(item).collect(),
        }
    }

    /// The selected events that no other document tells of; those whose document is lost are counted only.
    fn told_once(&self, selection: &Selection, state: &State) -> Option<FoundOf> {
        let mut events = self.selected_events(selection)?;
        events.retain(|event| event.row.happening == 0);
        let listed = events.iter().take(MOST_ITEMS);
        let items = listed.filter_map(|event| self.told_item(&event.row, state));
        (!events.is_empty()).then(|| FoundOf {
            code: SINGLE.into(),
            count: events.len() as u32,
            items: items.collect(),
        })
    }

    /// An event as a finding; nothing where its document is not here.
    fn told_item(&self, row: &EventRow, state: &State) -> Option<FindingItem> {
        let opened = self.opened(row.document)?;
        let known = self.known();
        let teller = Teller::new(row.document, &opened, &known, state);
        let told = teller.event(row.event)?;
        let at = teller.at(row.sentence, Some(row.event), row.told());
        Some(FindingItem {
            document: row.document,
            sentence: Some(row.sentence),
            title: at.title,
            text: teller.text(told.headline),
            detail: vec![at.date],
        })
    }
}
