//! What several documents tell of: rows in the order of time, and the view of those that a state selects.

use tawarikh_calendar::{Interval, When, label};
use tawarikh_index::Matcher;

use crate::archive::{Archive, Numbered};
use crate::events::NamePart;
use crate::kept::kept;
use crate::known::{AllNames, Known};
use crate::record::{Words, kind_id};
use crate::selection::{Counting, Selection, Spanning, Told};
use crate::teller::{Teller, ToldBy, days};
use crate::view::{Happening, Happenings, Page, Source, State};

/// Rows of a piece: some 20 KiB.
pub(crate) const ROWS_A_PIECE: usize = 256;
/// Rows of a piece of [`Membership`]s: some 16 KiB.
pub(crate) const MEMBERS_A_PIECE: usize = 2048;

/// Something that several documents tell of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HappeningRow {
    /// The tightest date that all its sentences allow, or where there is none, what each says.
    pub dates: Vec<When>,
    /// What happened, as a number of [`EventKind::ALL`](tawarikh_evidence::EventKind::ALL).
    pub kind: u8,
    /// The names of its events.
    pub names: Vec<NamePart>,
    /// Its sentences, in the order of documents.
    pub accounts: Vec<AccountRow>,
}

/// A sentence that tells of a happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct AccountRow {
    pub document: u32,
    pub sentence: u32,
    /// The words of the sentence, as the index counts them.
    pub words: Words,
    /// The number of its event in the document, where it has a date.
    pub event: Option<u32>,
}

/// That an event of a document is one of a happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Membership {
    pub document: u32,
    /// Its number in the document.
    pub event: u32,
    pub happening: u32,
    pub sources: u32,
}

kept!(struct HappeningRow { dates, kind, names, accounts });
kept!(struct AccountRow { document, sentence, words, event });
kept!(struct Membership { document, event, happening, sources });

impl Membership {
    /// How many tell of the event.
    pub fn told(&self) -> ToldBy {
        ToldBy {
            happening: Some(self.happening),
            sources: self.sources,
        }
    }
}

impl HappeningRow {
    /// From the first day that some sentence says to the last.
    pub fn days(&self) -> Option<Interval> {
        let days = self.dates.iter().map(|when| when.interval);
        days.reduce(Interval::hull)
    }

    /// How many documents tell of it.
    pub fn sources(&self) -> u32 {
        let documents = self.accounts.chunk_by(|a, b| a.document == b.document);
        documents.count() as u32
    }
}

impl Archive {
    /// The happenings of which a sentence is selected, in the order of time, each with all that tell of it.
    pub fn happenings(&self, state: &State, page: &Page) -> Happenings {
        let (total, rows) = self.happening_rows(state, page).unwrap_or_default();
        let names = self.all_names();
        let happenings = self.happening_views(&rows, &names.unwrap_or_default(), state);
        let (happenings, pending, lost) = self.answered(happenings);
        Happenings {
            total,
            happenings,
            pending,
            lost,
        }
    }

    /// How many are selected, and the rows of the page with their numbers; nothing while fragments are wanted that tell.
    fn happening_rows(
        &self,
        state: &State,
        page: &Page,
    ) -> Option<(u32, Vec<Numbered<HappeningRow>>)> {
        let selection = Selection::of(self, state, Spanning::Narrows);
        let (offset, limit) = page.rows();
        let pieces = self.index.pager().len(self.sections.happenings);
        if selection.is_everything() {
            // Rows are in pieces of one length, so those of the page can be told.
            let end = offset.saturating_add(limit).div_ceil(ROWS_A_PIECE);
            let first = offset / ROWS_A_PIECE;
            let rows = self.numbered(
                self.sections.happenings,
                ROWS_A_PIECE,
                first..end.min(pieces),
            )?;
            let rows = rows.into_iter().skip(offset % ROWS_A_PIECE).take(limit);
            return Some((self.meta.happenings, rows.collect()));
        }
        let mut rows: Vec<Numbered<HappeningRow>> =
            self.numbered(self.sections.happenings, ROWS_A_PIECE, 0..pieces)?;
        if !selection.is_exact || self.index.pager().is_waiting() {
            return None;
        }
        rows.retain(|Numbered { row, .. }| selection.is_then(row.days()));
        let accounts = rows.iter().flat_map(|Numbered { row, .. }| &row.accounts);
        let held = self.held(
            &selection,
            accounts.map(|account| (account.document, account.words)),
        )?;
        let mut held = held.into_iter();
        rows.retain(|Numbered { row, .. }| {
            let is_selected = |document| {
                selection.takes(&Told {
                    document,
                    kind: Some(row.kind),
                    names: &row.names,
                    counts: Counting::Parts,
                })
            };
            let accounts = row.accounts.iter().zip(held.by_ref());
            let selected =
                accounts.filter(|(account, held)| *held && is_selected(account.document));
            selected.count() > 0
        });
        let total = rows.len() as u32;
        Some((total, rows.into_iter().skip(offset).take(limit).collect()))
    }

    /// Which happenings a document's events belong to; nothing while a fragment that tells is wanted.
    pub(crate) fn memberships(&self, document: u32) -> Option<Vec<Membership>> {
        let pieces = self.memberships_first.of_document(document);
        let mut rows: Vec<Membership> = self.pieces(self.sections.memberships, pieces)?;
        rows.retain(|row| row.document == document);
        Some(rows)
    }

    fn happening_views(
        &self,
        rows: &[Numbered<HappeningRow>],
        names: &AllNames,
        state: &State,
    ) -> Vec<Happening> {
        let telling = Telling {
            archive: self,
            names,
            known: &self.known(),
            matcher: &self.index.matcher(&self.query(state)),
            state,
        };
        rows.iter().map(|row| telling.happening(row)).collect()
    }
}

/// What it takes to put happenings into words.
struct Telling<'a> {
    archive: &'a Archive,
    names: &'a AllNames,
    known: &'a Known,
    matcher: &'a Matcher,
    state: &'a State,
}

impl Telling<'_> {
    fn happening(&self, numbered: &Numbered<HappeningRow>) -> Happening {
        let (id, row) = (numbered.number, &numbered.row);
        let style = &self.state.style;
        let told = ToldBy {
            happening: Some(id),
            sources: row.sources(),
        };
        let mut headline = String::new();
        // That of the tightest date, the first of equals.
        let mut tightest = u32::MAX;
        let mut sources = Vec::with_capacity(row.accounts.len());
        for account in &row.accounts {
            let Some(opened) = self.archive.opened(account.document) else {
                continue;
            };
            let teller =
                Teller::new(account.document, &opened, self.known, self.state).marked(self.matcher);
            let event = account.event.and_then(|event| teller.event(event));
            if let Some(event) = event {
                let days = teller.when(event).and_then(|when| when.interval.days());
                let days = days.unwrap_or(u32::MAX - 1);
                if days < tightest {
                    tightest = days;
                    headline = teller.text(event.headline);
                }
            }
            let figures = teller.figures_in(account.sentence);
            sources.push(Source {
                at: teller.at(account.sentence, account.event, told),
                sentence_pieces: teller.sentence(account.sentence),
                attribution: teller
                    .attribution(event.and_then(|event| event.said.as_ref()))
                    .or_else(|| {
                        let mut figures = figures.iter();
                        figures.find_map(|figure| figure.attribution.clone())
                    }),
                figures,
            });
        }
        let [places, parties] = self.names.of_event(&row.names, style);
        let [first, last] = row.days().map_or([None; 2], days);
        let labels: Vec<String> = row.dates.iter().map(|when| label(when, style)).collect();
        Happening {
            id,
            kind: kind_id(row.kind),
            headline,
            label: labels.join(" / "),
            first,
            last,
            agreed: row.dates.len() < 2,
            places,
            parties,
            sources,
        }
    }
}
