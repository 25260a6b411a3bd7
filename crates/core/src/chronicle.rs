//! The timeline of what a state matches.

use std::rc::Rc;

use tawarikh_evidence::NameKind;
use tawarikh_timeline::{
    Bin, End, Item, Layout, Mark, Metrics, Span as Days, Step, Timeline, Viewport,
};

use crate::archive::{Archive, Numbered, Opened};
use crate::events::{COLUMNS, EventRow, leading};
use crate::findings::{FindingRow, MOST_PIECES, UNPLACED};
use crate::known::Known;
use crate::record::{NameUse, kind_id};
use crate::selection::{Counting, Selection, Spanning, Told};
use crate::teller::{Teller, bare};
use crate::view::{
    self, BinView, Direction, EventView, MarkView, State, Stepped, TickView, Unplaced, Window,
};

/// Expressions without a place that are listed at once.
const MOST_UNPLACED: usize = 200;

/// The events that a state matches, ready to be laid out.
#[derive(Debug)]
pub(crate) struct Chronicle {
    key: Key,
    /// In the order of time.
    events: Vec<Numbered<EventRow>>,
    timeline: Timeline,
    density: Vec<f64>,
    tray: Vec<Unplaced>,
    /// Whether nothing narrows the events.
    is_everything: bool,
    /// Whether the events are known; else fragments that tell which they are have to be loaded.
    is_known: bool,
    /// Fragments that are missing for good, of those that tell which events they are.
    lost: Vec<u32>,
}

/// What a chronicle depends on.
#[derive(Debug, Clone, PartialEq)]
struct Key {
    query: String,
    facets: [Vec<String>; 6],
    exact: bool,
    metrics: Metrics,
    reading: Option<[u32; 2]>,
}

impl Key {
    fn of(state: &State, metrics: Metrics) -> Key {
        let facets = state.facets.clone();
        Key {
            query: state.query.clone(),
            facets: [
                facets.outlet,
                facets.year,
                facets.place,
                facets.author,
                facets.party,
                facets.kind,
            ],
            exact: state.exact,
            metrics,
            reading: state.reading,
        }
    }
}

impl Archive {
    /// The events in the sentences that the state's query matches, laid out for a window. The state's span does not
    /// narrow them: it is shown on the axis.
    pub fn timeline(&self, state: &State, window: &Window) -> view::Timeline {
        let chronicle = self.chronicle(state, metrics(window));
        let viewport = self.clamped(window);
        let layout = chronicle.timeline.layout(&viewport, &state.style);
        let domain = self.summary.axis();
        let marks = self.marks(&chronicle, &layout, state);
        view::Timeline {
            first: viewport.first,
            last: viewport.last,
            domain: domain.map(|days| [days.first, days.last]),
            marks,
            bins: layout.bins.iter().map(bin_view).collect(),
            column_days: layout.column_days,
            ticks: layout
                .ticks
                .into_iter()
                .map(|tick| TickView {
                    x: tick.x,
                    label: tick.label,
                    major: tick.major,
                })
                .collect(),
            count: self.count(&chronicle),
            density: chronicle.density.clone(),
            tray: chronicle.tray.clone(),
            pending: self.index.pager().take_wanted(),
            lost: self.lost_beside(&chronicle),
        }
    }

    /// The window after zooming by `factor` (above 1: closer) around the day at `x` pixels from the past edge.
    pub fn zoom(&self, window: &Window, factor: f64, x: f64) -> Window {
        let zoomed = viewport(window).zoom_around(factor, x);
        self.windowed(window, zoomed)
    }

    /// The window after moving by `pixels` towards the future.
    pub fn pan(&self, window: &Window, pixels: f64) -> Window {
        self.windowed(window, viewport(window).pan(pixels))
    }

    /// The event to go to from `event` (from nowhere, the next is the first and the previous the last), or nothing at
    /// the end.
    pub fn step(
        &self,
        state: &State,
        window: &Window,
        event: Option<u32>,
        direction: Direction,
    ) -> Option<Stepped> {
        let chronicle = self.chronicle(state, metrics(window));
        let item = chronicle.step(event, direction);
        let pending = self.index.pager().take_wanted();
        if item.is_none() && pending.is_empty() {
            return None;
        }
        let window = item.map_or(*window, |item| {
            let revealed = chronicle.timeline.reveal(item, viewport(window));
            self.windowed(window, revealed)
        });
        Some(Stepped {
            event: item.and_then(|item| Some(chronicle.events.get(item)?.number)),
            window,
            pending,
            lost: self.lost_beside(&chronicle),
        })
    }

    /// The fragments given up that this chronicle or what was read since needed.
    fn lost_beside(&self, chronicle: &Chronicle) -> Vec<u32> {
        let mut lost = self.index.pager().take_lost();
        lost.extend(&chronicle.lost);
        lost.sort_unstable();
        lost.dedup();
        lost
    }

    fn windowed(&self, window: &Window, viewport: Viewport) -> Window {
        let clamped = self.clamped(&Window {
            first: viewport.first,
            last: viewport.last,
            ..*window
        });
        Window {
            first: clamped.first,
            last: clamped.last,
            ..*window
        }
    }

    fn clamped(&self, window: &Window) -> Viewport {
        let viewport = viewport(window);
        let axis = self.summary.axis();
        axis.map_or(viewport, |domain| viewport.clamp(domain))
    }

    /// The state's chronicle, kept for the next call once nothing is missing from it.
    fn chronicle(&self, state: &State, metrics: Metrics) -> Rc<Chronicle> {
        let key = Key::of(state, metrics);
        if let Some(kept) = self
            .chronicle
            .borrow()
            .as_ref()
            .filter(|kept| kept.key == key)
        {
            return Rc::clone(kept);
        }
        let made = Rc::new(self.prepare(state, key));
        let is_whole = made.is_known && made.lost.is_empty();
        self.chronicle.replace(is_whole.then(|| Rc::clone(&made)));
        made
    }

    /// The events of a state; none while some fragment that tells which they are is missing.
    fn prepare(&self, state: &State, key: Key) -> Chronicle {
        let axis = self.summary.axis().unwrap_or(Days {
            first: 0.0,
            last: 1.0,
        });
        let selection = Selection::of(self, state, Spanning::IsShown);
        let is_everything = selection.is_everything();
        let chosen = self.chosen(&selection);
        let is_known = chosen.is_some();
        let (mut events, tray) = chosen.unwrap_or_default();
        let weighed = events
            .iter()
            .map(|event| (&event.row, item(&event.row, state).weight));
        let mut leads = leading(weighed).into_iter();
        events.retain(|_| leads.next() == Some(true));
        let items = events.iter().map(|event| item(&event.row, state)).collect();
        let timeline = Timeline::new(items, axis, key.metrics);
        let density = if !is_known && is_everything {
            self.summary.density.clone()
        } else {
            timeline.density(axis, COLUMNS)
        };
        Chronicle {
            key,
            events,
            timeline,
            density,
            tray,
            is_everything,
            is_known,
            lost: self.index.pager().take_lost(),
        }
    }

    /// How many events match: known of all events before any of them is loaded.
    fn count(&self, chronicle: &Chronicle) -> u32 {
        if chronicle.is_everything {
            self.summary.told
        } else {
            chronicle.events.len() as u32
        }
    }

    /// The events of the sentences that the state selects, and its expressions without a place; nothing while a fragment
    /// that they need is missing.
    fn chosen(&self, selection: &Selection) -> Option<(Vec<Numbered<EventRow>>, Vec<Unplaced>)> {
        let events = self.selected_events(selection);
        let unplaced = self.unplaced_rows(selection);
        let (events, unplaced) = (events?, unplaced?);
        Some((events, unplaced.into_iter().map(unplaced_view).collect()))
    }

    /// The events of the sentences that are selected, in the order of time; nothing while a fragment that tells is missing.
    pub(crate) fn selected_events(&self, selection: &Selection) -> Option<Vec<Numbered<EventRow>>> {
        let events = self.event_rows();
        let names = selection.asks_for_names().then(|| self.event_names());
        let events = events?;
        let names = match names {
            Some(names) => Some(names?),
            None => None,
        };
        if !selection.is_exact {
            return None;
        }
        let is_taken = |event: &&Numbered<EventRow>| {
            let names = names
                .as_ref()
                .map_or(&[][..], |names| names.of(event.number));
            let told = Told {
                document: event.row.document,
                kind: Some(event.row.kind),
                names,
                counts: Counting::Own,
            };
            selection.takes(&told) && selection.is_then(Some(event.row.when.interval))
        };
        let mut events: Vec<Numbered<EventRow>> = events.iter().filter(is_taken).copied().collect();
        let sentences = events
            .iter()
            .map(|event| (event.row.document, event.row.words));
        let mut held = self.held(selection, sentences)?.into_iter();
        events.retain(|_| held.next() == Some(true));
        Some(events)
    }

    /// The expressions without a place in the selected sentences, of as many pieces as are looked at: all of them are asked
    /// for at once.
    fn unplaced_rows(&self, selection: &Selection) -> Option<Vec<FindingRow>> {
        let of = self.findings.iter().find(|of| of.code == UNPLACED);
        let pieces = of
            .into_iter()
            .flat_map(|of| of.pieces(selection))
            .take(MOST_PIECES);
        let mut rows: Vec<FindingRow> = self.pieces(self.sections.findings, pieces)?;
        rows.retain(|row| selection.has(row.document));
        let sentences = rows.iter().map(|row| (row.document, row.words));
        let mut held = self.held(selection, sentences)?.into_iter();
        rows.retain(|_| held.next() == Some(true));
        rows.truncate(MOST_UNPLACED);
        Some(rows)
    }

    fn marks(&self, chronicle: &Chronicle, layout: &Layout, state: &State) -> Vec<MarkView> {
        let shown = |mark: &Mark| chronicle.events.get(mark.item as usize).copied();
        let documents = self.documents(layout.marks.iter().filter_map(shown));
        let known = self.known();
        let view = |mark: &Mark| {
            let event = shown(mark)?;
            let place = documents
                .binary_search_by_key(&event.row.document, |(number, _)| *number)
                .ok()?;
            let opened = documents.get(place)?.1.as_ref();
            Some(mark_view(event, mark, opened, &known, state))
        };
        layout.marks.iter().filter_map(view).collect()
    }

    /// The documents of these events, each once, by number; nothing for those whose text is not here.
    fn documents(
        &self,
        events: impl Iterator<Item = Numbered<EventRow>>,
    ) -> Vec<(u32, Option<Opened<'_>>)> {
        let mut numbers: Vec<u32> = events.map(|event| event.row.document).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
            .into_iter()
            .map(|number| (number, self.opened(number)))
            .collect()
    }
}

impl Chronicle {
    fn step(&self, event: Option<u32>, direction: Direction) -> Option<usize> {
        let position = |number| self.events.iter().position(|event| event.number == number);
        self.timeline
            .step(event.and_then(position), step(direction))
    }
}

fn step(direction: Direction) -> Step {
    match direction {
        Direction::Next => Step::Next,
        Direction::Previous => Step::Previous,
        Direction::First => Step::First,
        Direction::Last => Step::Last,
    }
}

/// What is being read is drawn before all others.
fn item(event: &EventRow, state: &State) -> Item {
    let item = event.item();
    let is_read = state.reading == Some([event.document, event.sentence]);
    Item {
        weight: if is_read { u32::MAX } else { item.weight },
        ..item
    }
}

fn unplaced_view(row: FindingRow) -> Unplaced {
    Unplaced {
        document: row.document,
        sentence: row.sentence.unwrap_or(0),
        title: row.title,
        text: row.text,
    }
}

fn metrics(window: &Window) -> Metrics {
    Metrics {
        lanes: window.lanes,
        char_px: window.char_width,
        max_label_px: window.label_width,
    }
}

fn viewport(window: &Window) -> Viewport {
    Viewport {
        first: window.first,
        last: window.last,
        width: window.width,
    }
}

/// An event in words: without its document's text only its date and place in it.
fn event_view(row: &EventRow, opened: Option<&Opened>, known: &Known, state: &State) -> EventView {
    match opened {
        Some(opened) => Teller::new(row.document, opened, known, state).at(
            row.sentence,
            Some(row.event),
            row.told(),
        ),
        None => EventView {
            kind: kind_id(row.kind),
            ..bare(
                row.document,
                row.sentence,
                Some(row.when),
                row.told(),
                state,
            )
        },
    }
}

fn headline(row: &EventRow, opened: &Opened) -> Option<String> {
    let event = opened.record.events.get(row.event as usize)?;
    Some(event.headline.text(&opened.body).to_owned())
}

/// The first place among the words of its headline.
fn place(row: &EventRow, opened: &Opened, known: &Known, state: &State) -> Option<String> {
    let record = &opened.record;
    let headline = record.events.get(row.event as usize)?.headline;
    let is_told = |name: &&NameUse| {
        let span = name.span;
        name.kind == NameKind::Place && headline.start <= span.start && span.end <= headline.end
    };
    let name = record.names.iter().find(is_told)?;
    let listed = name.known.and_then(|number| known.name(number));
    let label = listed.map_or(name.span.text(&opened.body), |name| {
        name.label(&state.style)
    });
    Some(label.to_owned())
}

fn mark_view(
    event: Numbered<EventRow>,
    mark: &Mark,
    opened: Option<&Opened>,
    known: &Known,
    state: &State,
) -> MarkView {
    let Numbered { number, row } = event;
    MarkView {
        event: number,
        x: mark.x,
        width: mark.width,
        lane: mark.lane,
        shape: mark.shape.id(),
        soft_start: mark.start == End::Soft,
        soft_end: mark.end == End::Soft,
        open_start: mark.start == End::Open,
        open_end: mark.end == End::Open,
        label_x: mark.label_x,
        label_width: mark.label_width,
        label: opened
            .and_then(|opened| headline(&row, opened))
            .unwrap_or_default(),
        place: opened.and_then(|opened| place(&row, opened, known, state)),
        at: event_view(&row, opened, known, state),
    }
}

fn bin_view(bin: &Bin) -> BinView {
    BinView {
        x: bin.x,
        width: bin.width,
        count: bin.count,
        first: bin.span.first,
        last: bin.span.last,
    }
}
