//! The dated sentences of an archive: rows in the order of time, and what is known of them without reading them.

use tawarikh_calendar::{Interval, Precision, When};
use tawarikh_evidence::EventKind;
use tawarikh_timeline::{Item, Metrics, Span as Days, Timeline};

use crate::kept::kept;
use crate::record::Words;
use crate::recording::Part;
use crate::teller::ToldBy;

/// Columns of the density band.
pub(crate) const COLUMNS: u32 = 240;

/// Rows of a piece: some 40 KiB.
pub(crate) const ROWS_A_PIECE: usize = 2048;

/// A dated sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct EventRow {
    pub document: u32,
    /// Its number in the document.
    pub event: u32,
    /// The number of its sentence.
    pub sentence: u32,
    /// The words of its sentence, as the index counts them.
    pub words: Words,
    /// Letters of its headline.
    pub letters: u32,
    pub when: When,
    /// What happened, as a number of [`EventKind::ALL`](tawarikh_evidence::EventKind::ALL).
    pub kind: u8,
    /// The number of its happening and one; 0 where no other document tells of it.
    pub happening: u32,
    /// How many documents tell of it.
    pub sources: u32,
}

kept!(struct EventRow { document, event, sentence, words, letters, when, kind, happening, sources });

/// A name in an event's sentence, and what it is to the event: `name × 4 + part`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct NamePart(u32);

kept!(struct NamePart(0));

impl NamePart {
    /// Of a name's number.
    pub fn new(name: u32, part: Part) -> NamePart {
        NamePart(name << 2 | part as u32)
    }

    /// The name's number.
    pub fn name(self) -> u32 {
        self.0 >> 2
    }

    /// What it is to the event.
    pub fn part(self) -> Part {
        match self.0 & 3 {
            0 => Part::Named,
            1 => Part::Place,
            2 => Part::Agent,
            _ => Part::Patient,
        }
    }

    /// The same part of another name.
    pub fn renamed(self, name: u32) -> NamePart {
        NamePart(name << 2 | self.0 & 3)
    }
}

impl EventRow {
    /// How many tell of it.
    pub fn told(&self) -> ToldBy {
        ToldBy {
            happening: self.happening.checked_sub(1),
            sources: self.sources,
        }
    }

    /// The row as the timeline's layout takes it.
    pub fn item(&self) -> Item {
        Item {
            when: self.when,
            weight: self.weight(),
            label_letters: self.letters,
        }
    }

    /// Which of two events that want the same room is drawn: what several documents tell before what one does, then the
    /// finer date, which says more (a day before its century), then the event whose kind is known.
    fn weight(&self) -> u32 {
        let told = if self.sources > 1 { 16 } else { 0 };
        told + 2 * fineness(self.when.precision) + u32::from(self.kind != EventKind::Other as u8)
    }
}

fn fineness(precision: Precision) -> u32 {
    match precision {
        Precision::Day | Precision::Week => 5,
        Precision::Month => 4,
        Precision::Season | Precision::Quarter | Precision::Half => 3,
        Precision::Year => 2,
        Precision::Decade => 1,
        Precision::Century => 0,
    }
}

/// What is always in memory of an archive's events: enough for the axis and its density.
#[derive(Debug, Clone, Default)]
pub(crate) struct Summary {
    pub count: u32,
    /// How many there are where those of one happening count once.
    pub told: u32,
    /// Nothing where no event has a bound.
    pub domain: Option<Interval>,
    /// All events per column of the axis.
    pub density: Vec<f64>,
}

kept!(struct Summary { count, told, domain, density });

impl Summary {
    /// Of these events.
    pub fn of(events: &[EventRow]) -> Summary {
        let domain = domain(events);
        let is_told = leading(events.iter().map(|event| (event, event.item().weight)));
        let told = events.iter().zip(is_told).filter(|(_, is_told)| *is_told);
        let items: Vec<Item> = told.map(|(event, _)| event.item()).collect();
        let told = items.len() as u32;
        let density = axis(domain).map_or_else(Vec::new, |axis| {
            Timeline::new(items, axis, Metrics::default()).density(axis, COLUMNS)
        });
        Summary {
            count: events.len() as u32,
            told,
            domain,
            density,
        }
    }

    /// The axis of the whole archive.
    pub fn axis(&self) -> Option<Days> {
        axis(self.domain)
    }
}

/// Of each of these events with its weight, whether it stands for its happening: of several of one happening, the heaviest
/// with the tightest date does, the first of equals.
pub(crate) fn leading<'e>(events: impl Iterator<Item = (&'e EventRow, u32)>) -> Vec<bool> {
    let mut is_leading = Vec::new();
    // By happening, so that those of one are together: their weights, days and numbers follow.
    let mut members: Vec<(u32, u64)> = Vec::new();
    for (number, (event, weight)) in (0u32..).zip(events) {
        is_leading.push(true);
        if event.happening > 0 {
            let days = event
                .when
                .interval
                .days()
                .unwrap_or(u32::MAX)
                .min(u32::MAX >> 8);
            let lightness = u64::from(u8::MAX - weight.min(u32::from(u8::MAX)) as u8);
            members.push((
                event.happening,
                lightness << 56 | u64::from(days) << 32 | u64::from(number),
            ));
        }
    }
    members.sort_unstable();
    for pair in members.windows(2) {
        if pair[0].0 == pair[1].0 {
            is_leading[pair[1].1 as u32 as usize] = false;
        }
    }
    is_leading
}

/// Whole years, so that the first and last event do not stand at the axis' edges.
fn axis(domain: Option<Interval>) -> Option<Days> {
    let domain = domain?;
    let first = Interval::year(domain.first.year()).first;
    let last = Interval::year(domain.last.year()).last;
    Days::new(
        f64::from(first.rata_die()),
        f64::from(last.rata_die()) + 1.0,
    )
}

/// First and last day of the time axis. Decades and centuries do not stretch it, unless there is nothing finer: one
/// mention of a century would leave all the rest in a corner.
fn domain(events: &[EventRow]) -> Option<Interval> {
    let fine = |event: &&EventRow| event.when.precision < Precision::Decade;
    hull(events.iter().filter(fine)).or_else(|| hull(events.iter()))
}

fn hull<'e>(events: impl Iterator<Item = &'e EventRow>) -> Option<Interval> {
    let ends = events.flat_map(|event| [event.when.interval.first, event.when.interval.last]);
    let days = ends.filter(|day| day.is_finite()).map(Interval::day);
    days.reduce(Interval::hull)
}

/// The names of all events, in the pieces of their rows.
#[derive(Debug, Default)]
pub(crate) struct EventNames(pub Vec<Vec<Vec<NamePart>>>);

impl EventNames {
    /// The names in the sentence of the event of that number.
    pub fn of(&self, event: u32) -> &[NamePart] {
        let event = event as usize;
        let piece = self.0.get(event / ROWS_A_PIECE);
        piece
            .and_then(|events| events.get(event % ROWS_A_PIECE))
            .map_or(&[], Vec::as_slice)
    }
}
