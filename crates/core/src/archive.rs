//! An open archive.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use serde::de::DeserializeOwned;
use tawarikh_calendar::{Interval, Precision};
use tawarikh_index::{Names, Pager, Reader, Spelling, Tag};

use crate::chronicle::Chronicle;
use crate::fragment::FragmentError;
use crate::pack::OpenError;
use crate::record::Record;
use crate::sections::{EVENTS, EventRow, IDS, META, UNPLACED, UnplacedRow, decode};
use crate::settings::Meta;
use crate::view::{About, Located};

/// An archive to search and read. Opening checks the bytes once; nothing later fails on them.
#[derive(Debug)]
pub struct Archive {
    id: String,
    /// Nothing where no event has a bound.
    pub(crate) domain: Option<Interval>,
    ids: Vec<String>,
    pub(crate) meta: Meta,
    pub(crate) events: Vec<EventRow>,
    pub(crate) unplaced: Vec<UnplacedRow>,
    pub(crate) index: Reader,
    /// The names' spellings, to find in queries.
    pub(crate) names: Names,
    /// The last timeline that was asked for: zooming asks for the same one again and again.
    pub(crate) chronicle: RefCell<Option<Rc<Chronicle>>>,
}

/// A document's text with what is known of it.
pub(crate) struct Opened<'a> {
    pub title: Cow<'a, str>,
    pub body: Cow<'a, str>,
    pub record: Record,
}

impl Archive {
    /// Opens the bytes of a pack.
    ///
    /// # Errors
    /// [`OpenError`] says what the bytes are and what to do.
    pub fn open(bytes: Vec<u8>) -> Result<Archive, OpenError> {
        let index = Reader::open(bytes)?;
        let events: Vec<EventRow> = part(index.pager(), "events", EVENTS)?;
        let meta: Meta = part(index.pager(), "meta", META)?;
        Ok(Archive {
            id: format!("{:08x}", index.pager().id()),
            domain: domain(&events),
            events,
            names: names(&meta),
            meta,
            unplaced: part(index.pager(), "unplaced", UNPLACED)?,
            ids: part(index.pager(), "ids", IDS)?,
            index,
            chronicle: RefCell::new(None),
        })
    }

    /// What the archive is.
    pub fn about(&self) -> About {
        let meta = self.meta.clone();
        About {
            id: self.id.clone(),
            version: meta.version,
            title: meta.title,
            title_en: meta.title_en,
            description: meta.description,
            description_en: meta.description_en,
            note: meta.note,
            note_en: meta.note_en,
            licence: meta.licence,
            language: meta.language,
            examples: meta.examples,
            documents: self.index.len(),
            sentences: meta.sentences,
            events: self.events.len() as u32,
            undated: meta.undated,
            first: self.domain.map(|days| days.first.rata_die()),
            last: self.domain.map(|days| days.last.rata_die()),
            fragments: None,
        }
    }

    /// The document with that id.
    pub fn locate(&self, id: &str) -> Located {
        let place = self.ids.iter().position(|known| known == id);
        Located {
            document: place.map(|number| number as u32),
            pending: Vec::new(),
            lost: Vec::new(),
        }
    }

    /// Hands in a fragment that a view asked for, as it was written: its header and content.
    ///
    /// # Errors
    /// [`FragmentError`] where it is not that fragment of this archive; nothing has changed then, and the caller fetches it
    /// again or gives it up by [`Archive::lose`].
    pub fn supply(&mut self, number: u32, fragment: Vec<u8>) -> Result<(), FragmentError> {
        Ok(self.index.pager_mut().supply(number, fragment)?)
    }

    /// Gives a fragment up: views go on without it and name it in `lost`.
    pub fn lose(&mut self, number: u32) {
        self.index.pager_mut().lose(number);
    }

    /// A document, or nothing where the archive has none of that number.
    pub(crate) fn opened(&self, document: u32) -> Option<Opened<'_>> {
        let stored = self.index.document(document)?;
        let record = decode("document", &stored.payload).ok()?;
        Some(Opened {
            title: stored.title,
            body: stored.body,
            record,
        })
    }
}

fn part<T: DeserializeOwned>(pager: &Pager, name: &str, tag: Tag) -> Result<T, OpenError> {
    decode(name, pager.resident(tag)?)
}

/// All spellings of all names. The first spelling of a name is taken to be in the documents.
fn names(meta: &Meta) -> Names {
    Names::new(meta.names.iter().map(|name| {
        let first = Spelling {
            text: &name.name,
            used: true,
        };
        let others = name.spellings.iter().map(|spelling| Spelling {
            text: &spelling.text,
            used: spelling.used,
        });
        std::iter::once(first).chain(others)
    }))
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
