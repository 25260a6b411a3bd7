//! An open archive.

use std::cell::RefCell;
use std::rc::Rc;

use tawarikh_index::Reader;

use crate::chronicle::Chronicle;
use crate::pack::{OpenError, Table, damaged};
use crate::record::Record;
use crate::sections::{EVENTS, EventRow, INDEX, META, UNPLACED, UnplacedRow, decode};
use crate::settings::Meta;
use crate::view::About;

/// An archive to search and read. Opening checks the bytes once; nothing later fails on them.
#[derive(Debug)]
pub struct Archive {
    id: String,
    pub(crate) meta: Meta,
    pub(crate) events: Vec<EventRow>,
    pub(crate) unplaced: Vec<UnplacedRow>,
    pub(crate) index: Reader,
    /// The last timeline that was asked for: zooming asks for the same one again and again.
    pub(crate) chronicle: RefCell<Option<Rc<Chronicle>>>,
}

/// A document's text with what is known of it.
pub(crate) struct Opened<'a> {
    pub title: &'a str,
    pub body: &'a str,
    pub record: Record,
}

impl Archive {
    /// Opens the bytes of a pack.
    ///
    /// # Errors
    /// [`OpenError`] says what the bytes are and what to do.
    pub fn open(mut bytes: Vec<u8>) -> Result<Archive, OpenError> {
        let table = Table::read(&bytes)?;
        let section = |part: &str, tag| Ok((part.to_owned(), table.section(tag)?));
        let (meta, events, unplaced) = (
            section("meta", &META)?,
            section("events", &EVENTS)?,
            section("unplaced", &UNPLACED)?,
        );
        let index = table.section(&INDEX)?;
        Ok(Archive {
            id: format!("{:08x}", table.checksum()),
            meta: decode(&meta.0, &bytes[meta.1])?,
            events: decode(&events.0, &bytes[events.1])?,
            unplaced: decode(&unplaced.0, &bytes[unplaced.1])?,
            index: Reader::open(bytes.drain(index).collect::<Vec<u8>>())
                .map_err(|_| damaged("index"))?,
            chronicle: RefCell::new(None),
        })
    }

    /// What the archive is.
    pub fn about(&self) -> About {
        let meta = self.meta.clone();
        let domain = self.domain();
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
            first: domain.map(|days| days[0]),
            last: domain.map(|days| days[1]),
        }
    }

    /// First and last day that any event bounds.
    fn domain(&self) -> Option<[i32; 2]> {
        let intervals = || self.events.iter().map(|event| event.when.interval);
        let ends = || {
            intervals()
                .flat_map(|days| [days.first, days.last])
                .filter(|day| day.is_finite())
        };
        Some([ends().min()?.rata_die(), ends().max()?.rata_die()])
    }

    /// A document, or nothing where the archive has none of that number.
    pub(crate) fn opened(&self, document: u32) -> Option<Opened<'_>> {
        let stored = self.index.document(document)?;
        let record = decode("document", stored.payload).ok()?;
        Some(Opened {
            title: stored.title,
            body: stored.body,
            record,
        })
    }
}
