//! An open archive.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use tawarikh_index::{Pager, Reader, Section};

use crate::chronicle::Chronicle;
use crate::entities::CandidateName;
use crate::events::{EventNames, EventRow, NamePart, ROWS_A_PIECE, Summary};
use crate::findings::FindingsOf;
use crate::first_documents::FirstDocuments;
use crate::fragment::{self, FragmentError};
use crate::ids;
use crate::kept::{Kept, decode};
use crate::known::Known;
use crate::pack::{OpenError, damaged};
use crate::record::Record;
use crate::sections::{
    ABOUT, CANDIDATES, DOCUMENT_NAMES, EVENT_NAMES, EVENTS, FIGURES, FIGURES_FIRST, FINDINGS,
    FINDINGS_OF, HAPPENINGS, IDS, MEMBERSHIPS, MEMBERSHIPS_FIRST, NAMES, SPELLINGS, SUMMARY,
};
use crate::settings::Meta;
use crate::spellings::Spellings;
use crate::view::{About, Fragments, Located};

/// An archive to search and read. Opening checks the resident bytes once; nothing later fails on them.
///
/// A large archive has most of its parts in fragments. Every view is computed from those that are here and names the ones
/// to be handed in by [`Archive::supply`] before the same question is asked again.
#[derive(Debug)]
pub struct Archive {
    pub(crate) meta: Meta,
    pub(crate) summary: Summary,
    pub(crate) figures_first: FirstDocuments,
    pub(crate) memberships_first: FirstDocuments,
    pub(crate) findings: Vec<FindingsOf>,
    pub(crate) sections: Sections,
    pub(crate) index: Reader,
    /// The names, once they were read.
    pub(crate) known: OnceCell<Rc<Known>>,
    /// Their spellings, once they were read.
    pub(crate) spellings: OnceCell<Rc<Spellings>>,
    /// The names that no list has, once they were read.
    pub(crate) candidates: OnceCell<Rc<Vec<CandidateName>>>,
    /// The rows of all events, once they were read.
    rows: RefCell<Option<Rc<Vec<Numbered<EventRow>>>>>,
    /// The last timeline that was asked for: zooming asks for the same one again and again.
    pub(crate) chronicle: RefCell<Option<Rc<Chronicle>>>,
}

/// A row with its number in the archive.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Numbered<T> {
    pub number: u32,
    pub row: T,
}

/// Where the parts of an archive are.
#[derive(Debug)]
pub(crate) struct Sections {
    pub events: Section,
    pub event_names: Section,
    pub ids: Section,
    pub names: Section,
    pub spellings: Section,
    pub candidates: Section,
    pub document_names: Section,
    pub figures: Section,
    pub happenings: Section,
    pub memberships: Section,
    pub findings: Section,
}

/// A document's text with what is known of it.
pub(crate) struct Opened<'a> {
    pub title: Cow<'a, str>,
    pub body: Cow<'a, str>,
    pub record: Record,
}

impl Opened<'_> {
    /// The text of a sentence; empty where there is none of that number.
    pub fn sentence(&self, number: u32) -> &str {
        let span = self.record.sentences.get(number as usize);
        span.map_or("", |span| span.text(&self.body))
    }
}

impl Archive {
    /// Opens the resident bytes of an archive.
    ///
    /// # Errors
    /// [`OpenError`] says what the bytes are and what to do.
    pub fn open(bytes: Vec<u8>) -> Result<Archive, OpenError> {
        let pager = Pager::open(bytes)?;
        Ok(Archive {
            meta: resident(&pager, ABOUT)?,
            summary: resident(&pager, SUMMARY)?,
            figures_first: resident(&pager, FIGURES_FIRST)?,
            memberships_first: resident(&pager, MEMBERSHIPS_FIRST)?,
            findings: resident(&pager, FINDINGS_OF)?,
            sections: Sections {
                events: pager.section(EVENTS)?,
                event_names: pager.section(EVENT_NAMES)?,
                ids: pager.section(IDS)?,
                names: pager.section(NAMES)?,
                spellings: pager.section(SPELLINGS)?,
                candidates: pager.section(CANDIDATES)?,
                document_names: pager.section(DOCUMENT_NAMES)?,
                figures: pager.section(FIGURES)?,
                happenings: pager.section(HAPPENINGS)?,
                memberships: pager.section(MEMBERSHIPS)?,
                findings: pager.section(FINDINGS)?,
            },
            index: Reader::from_pager(pager)?,
            known: OnceCell::new(),
            spellings: OnceCell::new(),
            candidates: OnceCell::new(),
            rows: RefCell::new(None),
            chronicle: RefCell::new(None),
        })
    }

    /// What the archive is.
    pub fn about(&self) -> About {
        let meta = self.meta.clone();
        About {
            id: self.id(),
            version: meta.version,
            description: meta.description,
            examples: meta.examples,
            documents: self.index.len(),
            sentences: meta.sentences,
            events: self.summary.count,
            figures: meta.figures,
            happenings: meta.happenings,
            names: meta.names,
            undated: meta.undated,
            first: self.summary.domain.map(|days| days.first.rata_die()),
            last: self.summary.domain.map(|days| days.last.rata_die()),
            fragments: self.fragments(),
        }
    }

    fn id(&self) -> String {
        fragment::id(self.index.pager().id())
    }

    fn fragments(&self) -> Option<Fragments> {
        let count = self.index.pager().fragments();
        (count > 0).then(|| Fragments {
            count,
            folder: fragment::folder(self.index.pager().id()),
        })
    }

    /// The document with that id.
    pub fn locate(&self, id: &str) -> Located {
        Located {
            document: self.number(id),
            pending: self.index.pager().take_wanted(),
            lost: self.index.pager().take_lost(),
        }
    }

    fn number(&self, id: &str) -> Option<u32> {
        let pager = self.index.pager();
        let checksum = ids::checksum(id);
        let piece = ids::piece_of(checksum, pager.len(self.sections.ids) as u32);
        let candidates = ids::documents(pager.piece(self.sections.ids, piece)?, checksum);
        // All of them are read, so that all their fragments are asked for at once.
        let named = candidates.filter(|number| {
            let opened = self.opened(*number);
            opened.is_some_and(|opened| opened.record.id == id)
        });
        named.fold(None, |first, number| first.or(Some(number)))
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

    /// A document; nothing where the archive has none of that number, or its text is not here.
    pub(crate) fn opened(&self, document: u32) -> Option<Opened<'_>> {
        let stored = self.index.document(document)?;
        let record = decode(&stored.payload)?;
        Some(Opened {
            title: stored.title,
            body: stored.body,
            record,
        })
    }

    /// What a section as a whole holds, read once: its default while a fragment of it is wanted or where one is lost.
    pub(crate) fn read_once<S: Kept, T: Default>(
        &self,
        section: Section,
        read: &OnceCell<Rc<T>>,
        of: fn(S) -> T,
    ) -> Rc<T> {
        if let Some(read) = read.get() {
            return Rc::clone(read);
        }
        let bytes = self.index.pager().whole(section);
        let Some(kept) = bytes.and_then(|bytes| decode(&bytes)) else {
            return Rc::default();
        };
        Rc::clone(read.get_or_init(|| Rc::new(of(kept))))
    }

    /// A piece of a section; its default where the fragment is lost, nothing while it is wanted.
    pub(crate) fn piece<T: Kept + Default>(&self, section: Section, number: u32) -> Option<T> {
        let bytes = self.index.pager().piece(section, number)?;
        Some(decode(bytes).unwrap_or_default())
    }

    /// The rows in these pieces of a section, in a row; nothing while a fragment of them is wanted. Of a piece that is lost
    /// there are none.
    pub(crate) fn pieces<T: Kept>(
        &self,
        section: Section,
        pieces: impl Iterator<Item = usize>,
    ) -> Option<Vec<T>> {
        // Every piece is asked for before anything is given up.
        let read: Vec<Option<Vec<T>>> = pieces
            .map(|piece| self.piece(section, piece as u32))
            .collect();
        let mut rows = Vec::new();
        for piece in read {
            rows.extend(piece?);
        }
        Some(rows)
    }

    /// The rows in these pieces of a section, of `length` each, with their numbers; nothing while a fragment of them is
    /// wanted. Those of a lost piece are left out.
    pub(crate) fn numbered<T: Kept>(
        &self,
        section: Section,
        length: usize,
        pieces: Range<usize>,
    ) -> Option<Vec<Numbered<T>>> {
        // Every piece is asked for before anything is given up.
        let read: Vec<Option<Vec<T>>> = pieces
            .clone()
            .map(|piece| self.piece(section, piece as u32))
            .collect();
        let mut rows = Vec::new();
        for (piece, read) in pieces.zip(read) {
            let numbers = (piece * length) as u32..;
            rows.extend(
                numbers
                    .zip(read?)
                    .map(|(number, row)| Numbered { number, row }),
            );
        }
        Some(rows)
    }

    /// The rows of an answer, the fragments to load before asking again, and those that are missing for good. As long as there
    /// are any to load, there are no rows.
    pub(crate) fn answered<T>(&self, rows: Vec<T>) -> (Vec<T>, Vec<u32>, Vec<u32>) {
        let pager = self.index.pager();
        let pending = pager.take_wanted();
        let rows = if pending.is_empty() { rows } else { Vec::new() };
        (rows, pending, pager.take_lost())
    }

    /// The rows of all events; nothing while a fragment of them is wanted.
    pub(crate) fn event_rows(&self) -> Option<Rc<Vec<Numbered<EventRow>>>> {
        if let Some(rows) = &*self.rows.borrow() {
            return Some(Rc::clone(rows));
        }
        let section = self.sections.events;
        let rows = self.numbered(section, ROWS_A_PIECE, 0..self.index.pager().len(section))?;
        let is_whole = rows.len() == self.summary.count as usize;
        let rows = Rc::new(rows);
        // Rows that are lost are missed, and said to be, every time.
        self.rows.replace(is_whole.then(|| Rc::clone(&rows)));
        Some(rows)
    }

    /// The names of all events; nothing while a fragment of them is wanted.
    pub(crate) fn event_names(&self) -> Option<EventNames> {
        let pieces = 0..self.index.pager().len(self.sections.event_names) as u32;
        let read = pieces.map(|piece| self.piece(self.sections.event_names, piece));
        let read: Vec<Option<Vec<Vec<NamePart>>>> = read.collect();
        Some(EventNames(read.into_iter().collect::<Option<_>>()?))
    }
}

fn resident<T: Kept>(pager: &Pager, tag: tawarikh_index::Tag) -> Result<T, OpenError> {
    decode(pager.resident(tag)?).ok_or_else(|| damaged(tag))
}
