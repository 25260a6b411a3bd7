//! The figures of an archive: rows in the order of documents, and the view of those that a state selects.

use tawarikh_calendar::{Day, Interval, label};
use tawarikh_index::Matcher;

use crate::archive::{Archive, Opened};
use crate::events::NamePart;
use crate::kept::kept;
use crate::known::Known;
use crate::pieces::{Layers, cut};
use crate::reading::layers;
use crate::record::{self, Said, Span, Words};
use crate::search::title;
use crate::selection::{Selection, Spanning, Told};
use crate::view::{Attribution, DEFAULT_ROWS, Figure, Figures, Page, State};

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
    /// The names in its sentence.
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
        let pending = self.index.pager().take_wanted();
        Figures {
            total,
            figures: if pending.is_empty() {
                figures
            } else {
                Vec::new()
            },
            pending,
            lost: self.index.pager().take_lost(),
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
        let pieces = self.figures_first.may_hold(&selection);
        let mut rows: Vec<FigureRow> = self.pieces(self.sections.figures, pieces)?;
        if !selection.is_exact || self.index.pager().is_waiting() {
            return None;
        }
        rows.retain(|row| {
            let told = Told {
                document: row.document,
                kind: row.kind,
                names: &row.names,
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
                let numbers = rows.iter().map(|row| row.number);
                numbers.filter_map(|number| teller.figure(number)).collect()
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

/// Puts what a document's record has of figures and sources into words.
pub(crate) struct Teller<'a> {
    document: u32,
    opened: &'a Opened<'a>,
    known: &'a Known,
    state: &'a State,
    /// What is marked in its body, where sentences are shown.
    layers: Option<Layers>,
}

impl<'a> Teller<'a> {
    /// For a document; sentences are left out of its figures.
    pub fn new(
        document: u32,
        opened: &'a Opened<'a>,
        known: &'a Known,
        state: &'a State,
    ) -> Teller<'a> {
        Teller {
            document,
            opened,
            known,
            state,
            layers: None,
        }
    }

    /// With sentences, in which the words of a query are marked.
    pub fn marked(self, matcher: &Matcher) -> Teller<'a> {
        let (_, layers) = layers(self.opened, self.known, matcher);
        Teller {
            layers: Some(layers),
            ..self
        }
    }

    /// The figure of that number.
    pub fn figure(&self, number: u32) -> Option<Figure> {
        let record = &self.opened.record;
        let figure = record.figures.get(number as usize)?;
        let style = &self.state.style;
        let as_of = figure
            .as_of
            .and_then(|number| record.mentions.get(number as usize));
        let event = figure
            .event
            .and_then(|number| record.events.get(number as usize));
        let dated = event.and_then(|event| record.mentions.get(event.mention as usize)?.when);
        let days = dated
            .or(as_of.and_then(|mention| mention.when))
            .map(|when| when.interval);
        Some(Figure {
            document: self.document,
            sentence: figure.sentence,
            number,
            title: title(self.opened).to_owned(),
            outlet: record.outlet.as_ref().map(|outlet| outlet.value.clone()),
            published: record
                .published
                .as_ref()
                .map(|date| label(&date.value, style)),
            text: self.text(figure.span),
            low: figure.low,
            high: figure.high,
            fate: figure.fate.clone(),
            kind: figure.kind.clone(),
            noun: figure.noun.map(|span| self.text(span)),
            party: figure.party.map(|span| self.text(span)),
            place: figure.place.and_then(|number| self.place(number)),
            attribution: self.attribution(figure.said.as_ref()),
            as_of: as_of.map(|mention| {
                let when = mention.when.map(|when| label(&when, style));
                when.unwrap_or_else(|| self.text(mention.span))
            }),
            date: dated.map(|when| label(&when, style)),
            first: days.map(|days| days.first.rata_die()),
            last: days.map(|days| days.last.rata_die()),
            part_of: figure.part_of,
            rule: figure.rule.clone(),
            pieces: self.sentence(figure.sentence),
        })
    }

    /// A sentence in pieces; none where sentences are left out.
    pub fn sentence(&self, number: u32) -> Vec<crate::view::Piece> {
        let span = self.opened.record.sentences.get(number as usize);
        let (Some(span), Some(layers)) = (span, &self.layers) else {
            return Vec::new();
        };
        cut(&self.opened.body, span.range(), layers)
    }

    /// Who says something, in words.
    pub fn attribution(&self, said: Option<&Said>) -> Option<Attribution> {
        let said = said?;
        Some(Attribution {
            text: self.text(said.span),
            saying: said.saying.clone(),
            chain: said.chain.iter().map(|span| self.text(*span)).collect(),
        })
    }

    fn place(&self, number: u32) -> Option<String> {
        let used: &record::NameUse = self.opened.record.names.get(number as usize)?;
        let known = used.known.and_then(|known| self.known.name(known));
        Some(known.map_or_else(|| self.text(used.span), |known| known.name.clone()))
    }

    /// A part of the document as written.
    pub fn text(&self, span: Span) -> String {
        span.text(&self.opened.body).to_owned()
    }
}
