//! The timeline of what a state matches.

use std::rc::Rc;

use tawarikh_calendar::{Interval, Precision, label};
use tawarikh_index::Matcher;
use tawarikh_timeline::{
    Bin, End, Item, Layout, Mark, Metrics, Span as Days, Step, Timeline, Viewport,
};

use crate::archive::{Archive, Opened};
use crate::record::Span;
use crate::search::{filter, title};
use crate::sections::{EventRow, SentenceAt};
use crate::view::{
    self, BinView, Direction, EventView, MarkView, State, Stepped, TickView, Unplaced, Window,
};

/// Columns of the density band.
const COLUMNS: u32 = 240;
/// Expressions without a place that are listed at once.
const MOST_UNPLACED: usize = 200;

/// The events that a state matches, ready to be laid out.
#[derive(Debug)]
pub(crate) struct Chronicle {
    key: Key,
    /// Numbers of events, in order of time.
    events: Vec<u32>,
    timeline: Timeline,
    density: Vec<f64>,
    tray: Vec<Unplaced>,
}

/// What a chronicle depends on.
#[derive(Debug, Clone, PartialEq)]
struct Key {
    query: String,
    facets: [Vec<String>; 4],
    metrics: Metrics,
    reading: Option<[u32; 2]>,
}

impl Key {
    fn of(state: &State, metrics: Metrics) -> Key {
        let facets = state.facets.clone();
        Key {
            query: state.query.clone(),
            facets: [facets.outlet, facets.year, facets.place, facets.author],
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
        let domain = self.axis();
        view::Timeline {
            first: viewport.first,
            last: viewport.last,
            domain: domain.map(|days| [days.first, days.last]),
            marks: self.marks(&chronicle, &layout, state),
            bins: layout.bins.iter().map(bin_view).collect(),
            ticks: layout
                .ticks
                .into_iter()
                .map(|tick| TickView {
                    x: tick.x,
                    label: tick.label,
                    major: tick.major,
                })
                .collect(),
            density: chronicle.density.clone(),
            count: chronicle.events.len() as u32,
            tray: chronicle.tray.clone(),
            pending: Vec::new(),
            lost: Vec::new(),
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
        let position = |event| chronicle.events.iter().position(|other| *other == event);
        let item = chronicle
            .timeline
            .step(event.and_then(position), step(direction))?;
        let revealed = chronicle.timeline.reveal(item, viewport(window));
        Some(Stepped {
            event: Some(*chronicle.events.get(item)?),
            window: self.windowed(window, revealed),
            pending: Vec::new(),
            lost: Vec::new(),
        })
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
        self.axis()
            .map_or(viewport, |domain| viewport.clamp(domain))
    }

    /// The whole archive's axis: whole years, so that the first and last event do not stand at its edges.
    fn axis(&self) -> Option<Days> {
        let domain = self.domain?;
        let first = Interval::year(domain.first.year()).first;
        let last = Interval::year(domain.last.year()).last;
        Days::new(
            f64::from(first.rata_die()),
            f64::from(last.rata_die()) + 1.0,
        )
    }

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
        self.chronicle.replace(Some(Rc::clone(&made)));
        made
    }

    fn prepare(&self, state: &State, key: Key) -> Chronicle {
        let selection = Selection::of(self, state);
        let events: Vec<u32> = (0u32..)
            .zip(&self.events)
            .filter(|(_, event)| selection.has(event.document, event.sentence))
            .map(|(number, _)| number)
            .collect();
        let items = events
            .iter()
            .map(|number| self.item(&self.events[*number as usize], state))
            .collect();
        let axis = self.axis().unwrap_or(Days {
            first: 0.0,
            last: 1.0,
        });
        let timeline = Timeline::new(items, axis, key.metrics);
        let density = timeline.density(axis, COLUMNS);
        Chronicle {
            tray: self.tray(&selection),
            key,
            events,
            timeline,
            density,
        }
    }

    fn item(&self, event: &EventRow, state: &State) -> Item {
        let body = self
            .index
            .document(event.document)
            .map(|stored| stored.body)
            .unwrap_or_default();
        let read = state.reading == Some([event.document, event.sentence.number]);
        let weight = if read { u32::MAX } else { weight(event) };
        Item::new(event.when, weight, event.headline.text(&body))
    }

    fn tray(&self, selection: &Selection) -> Vec<Unplaced> {
        let rows = self
            .unplaced
            .iter()
            .filter(|row| selection.has(row.document, row.sentence));
        let unplaced = rows.take(MOST_UNPLACED).filter_map(|row| {
            let opened = self.opened(row.document)?;
            Some(Unplaced {
                document: row.document,
                sentence: row.sentence.number,
                title: title(&opened).to_owned(),
                text: row.expression.text(&opened.body).to_owned(),
            })
        });
        unplaced.collect()
    }

    fn marks(&self, chronicle: &Chronicle, layout: &Layout, state: &State) -> Vec<MarkView> {
        let number = |mark: &Mark| chronicle.events.get(mark.item as usize).copied();
        let event = |mark: &Mark| self.events.get(number(mark)? as usize);
        let documents = self.documents(layout.marks.iter().filter_map(event));
        let view = |mark: &Mark| {
            let (number, event) = (number(mark)?, event(mark)?);
            let place = documents
                .binary_search_by_key(&event.document, |(number, _)| *number)
                .ok()?;
            let opened = &documents.get(place)?.1;
            let headline = event.headline.text(&opened.body);
            Some(mark_view(
                number,
                mark,
                headline,
                event_view(event, opened, state)?,
            ))
        };
        layout.marks.iter().filter_map(view).collect()
    }

    /// The documents of these events, each once, by number.
    fn documents<'e>(&self, events: impl Iterator<Item = &'e EventRow>) -> Vec<(u32, Opened<'_>)> {
        let mut numbers: Vec<u32> = events.map(|event| event.document).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
            .into_iter()
            .filter_map(|number| Some((number, self.opened(number)?)))
            .collect()
    }
}

/// The sentences that a state selects.
struct Selection<'a> {
    archive: &'a Archive,
    matcher: Option<Matcher>,
    documents: Vec<u32>,
}

impl<'a> Selection<'a> {
    fn of(archive: &'a Archive, state: &State) -> Selection<'a> {
        let query = archive.query(state);
        let without_span = filter(&State {
            span: None,
            ..state.clone()
        });
        let matcher = (!query.is_empty()).then(|| archive.index.matcher(&query));
        Selection {
            documents: archive.index.search(&query, &without_span, 0, 0).matched,
            archive,
            matcher,
        }
    }

    fn has(&self, document: u32, sentence: SentenceAt) -> bool {
        self.documents.binary_search(&document).is_ok() && self.matches(document, sentence.span)
    }

    fn matches(&self, document: u32, sentence: Span) -> bool {
        let Some(matcher) = &self.matcher else {
            return true;
        };
        let stored = self.archive.index.document(document);
        stored.is_some_and(|stored| !matcher.marks(sentence.text(&stored.body)).is_empty())
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

/// The finer a date, the more it says: of two events that want the same room, a day is drawn before its century.
fn weight(event: &EventRow) -> u32 {
    match event.when.precision {
        Precision::Day | Precision::Week => 5,
        Precision::Month => 4,
        Precision::Season | Precision::Quarter | Precision::Half => 3,
        Precision::Year => 2,
        Precision::Decade => 1,
        Precision::Century => 0,
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

fn event_view(event: &EventRow, opened: &Opened, state: &State) -> Option<EventView> {
    let mention = opened.record.mentions.get(event.mention as usize)?;
    Some(EventView {
        document: event.document,
        sentence: event.sentence.number,
        title: title(opened).to_owned(),
        outlet: opened
            .record
            .outlet
            .as_ref()
            .map(|outlet| outlet.value.clone()),
        date: label(&event.when, &state.style),
        how: mention.how.clone(),
        doubts: mention
            .findings
            .iter()
            .map(|finding| finding.code.clone())
            .collect(),
    })
}

fn mark_view(event: u32, mark: &Mark, headline: &str, at: EventView) -> MarkView {
    MarkView {
        event,
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
        label: headline.to_owned(),
        at,
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
