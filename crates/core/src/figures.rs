//! The figures of an archive: rows in the order of documents, and the view of those that a state selects.

use tawarikh_calendar::{Day, Interval};

use crate::archive::Archive;
use crate::events::NamePart;
use crate::kept::kept;
use crate::record::Words;
use crate::selection::{Counting, Selection, Spanning, Told};
use crate::teller::Teller;
use crate::view::{DEFAULT_ROWS, Figure, Figures, Page, State};

/// Rows of a piece: some 40 KiB.
pub(crate) const ROWS_A_PIECE: usize = 2048;

/// A figure, as far as it takes to select it.
#[derive(Debug, Clone)]
pub(crate) struct FigureRow {
    pub document: u32,
    /// Its number in the document.
    pub number: u32,
    /// The words of its sentence, as the index counts them.
    pub words: Words,
    /// The kind of its event.
    pub kind: Option<u8>,
    /// First and last day of its event, or else of the time as of which it counts.
    pub days: Option<[i32; 2]>,
    /// The names in its sentence that it is about.
    pub names: Vec<NamePart>,
}

kept!(struct FigureRow { document, number, words, kind, days, names });

impl FigureRow {
    fn days(&self) -> Option<Interval> {
        let [first, last] = self.days?;
        Interval::new(Day::from_rata_die(first), Day::from_rata_die(last))
    }
}

impl Archive {
    /// The figures in the sentences that the state's query matches, in the documents that it selects; a chosen span keeps
    /// those that are dated in it.
    pub fn figures(&self, state: &State, page: &Page) -> Figures {
        let rows = self.figure_rows(state, page);
        let (total, rows) = rows.unwrap_or_default();
        let figures = self.figure_views(&rows, state);
        let (figures, pending, lost) = self.answered(figures);
        Figures {
            total,
            figures,
            pending,
            lost,
        }
    }

    /// How many figures are selected, and the rows of the page; nothing while fragments are wanted that tell.
    fn figure_rows(&self, state: &State, page: &Page) -> Option<(u32, Vec<FigureRow>)> {
        let selection = Selection::of(self, state, Spanning::Narrows);
        let (offset, limit) = page.rows();
        if selection.is_everything() {
            // Rows are in pieces of one length, so those of the page can be told.
            let pieces = self.index.pager().len(self.sections.figures);
            let end = offset.saturating_add(limit).div_ceil(ROWS_A_PIECE);
            let rows = self.pieces(
                self.sections.figures,
                offset / ROWS_A_PIECE..end.min(pieces),
            )?;
            let rows = rows.into_iter().skip(offset % ROWS_A_PIECE);
            let rows = rows.take(limit).collect();
            return Some((self.meta.figures, rows));
        }
        let pieces = self.figures_first.selected(&selection);
        let mut rows: Vec<FigureRow> = self.pieces(self.sections.figures, pieces)?;
        if !selection.is_exact || self.index.pager().is_waiting() {
            return None;
        }
        rows.retain(|row| {
            let told = Told {
                document: row.document,
                kind: row.kind,
                names: &row.names,
                counts: Counting::Named,
            };
            selection.takes(&told) && selection.is_then(row.days())
        });
        let sentences = rows.iter().map(|row| (row.document, row.words));
        let mut held = self.held(&selection, sentences)?.into_iter();
        rows.retain(|_| held.next() == Some(true));
        let total = rows.len() as u32;
        Some((total, rows.into_iter().skip(offset).take(limit).collect()))
    }

    /// The rows as the page shows them; their documents are all asked for at once.
    fn figure_views(&self, rows: &[FigureRow], state: &State) -> Vec<Figure> {
        let known = self.known();
        let matcher = self.index.matcher(&self.query(state));
        let of_document = rows.chunk_by(|a, b| a.document == b.document);
        let views = of_document.flat_map(|rows| {
            let document = rows[0].document;
            let figures: Option<Vec<Figure>> = self.opened(document).map(|opened| {
                let teller = Teller::new(document, &opened, &known, state).marked(&matcher);
                let figures = rows.iter().filter_map(|row| teller.figure(row.number));
                figures.map(|figure| teller.with_sentence(figure)).collect()
            });
            figures.unwrap_or_default()
        });
        views.collect()
    }
}

impl Page {
    /// Where it begins, and how many rows it has.
    pub(crate) fn rows(&self) -> (usize, usize) {
        let limit = if self.limit == 0 {
            DEFAULT_ROWS
        } else {
            self.limit
        };
        (self.offset as usize, limit as usize)
    }
}
