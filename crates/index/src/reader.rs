//! Reading an index.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use crate::bytes::Bytes;
use crate::columns::{self, Column};
use crate::container::{Tag, tags};
use crate::days::Days;
use crate::dictionary::{Dictionary, DictionaryIndex, Family};
use crate::error::OpenError;
use crate::expand::Expansion;
use crate::grams::{GramIndex, Grams};
use crate::head::Head;
use crate::looked_up::LookedUp;
use crate::meta::Meta;
use crate::pager::{Pager, Section};
use crate::query::Term;
use crate::rank::Ranking;
use crate::stored::{Store, Stored};

/// An open index. What is resident was checked when it was opened, a fragment is when it is handed in; nothing here fails
/// or panics. What is not at hand reads as nothing: see [`Pager::is_waiting`].
#[derive(Debug)]
pub struct Reader {
    pager: Pager,
    pub(crate) meta: Meta,
    pub(crate) ranking: Ranking,
    dictionary: DictionaryIndex,
    grams: GramIndex,
    store: Store,
    sections: Sections,
    columns: OnceCell<Vec<Column>>,
    days: OnceCell<Days>,
    norms: OnceCell<Vec<u8>>,
    length_factors: Vec<f32>,
    looked_up: RefCell<LookedUp>,
}

/// The sections that are read when a query needs them.
#[derive(Clone, Copy, Debug)]
struct Sections {
    postings: Section,
    positions: Section,
    columns: Section,
    days: Section,
    norms: Section,
}

impl Reader {
    /// Opens what [`Writer::finish`](crate::Writer::finish) gave. A `Vec<u8>` or [`Bytes`] is kept as it is, a slice is
    /// copied.
    ///
    /// # Errors
    /// [`OpenError`] names the first thing that does not fit: another format or analyzer, missing or changed bytes.
    pub fn open(bytes: impl Into<Bytes>) -> Result<Reader, OpenError> {
        Reader::from_pager(Pager::open(bytes)?)
    }

    /// Opens the index in an archive, which may have other sections.
    ///
    /// # Errors
    /// As [`Reader::open`].
    pub fn from_pager(pager: Pager) -> Result<Reader, OpenError> {
        let section = |tag| pager.section(tag);
        let sections = Sections {
            postings: section(tags::POSTINGS)?,
            positions: section(tags::POSITIONS)?,
            columns: section(tags::COLUMNS)?,
            days: section(tags::DAYS)?,
            norms: section(tags::NORMS)?,
        };
        let meta = read(tags::META, Meta::read(pager.resident(tags::META)?))?;
        let dictionary = read(
            tags::DICTIONARY_PIECES,
            DictionaryIndex::read(
                pager.resident(tags::AFFIXES)?,
                pager.resident(tags::DICTIONARY_PIECES)?,
                section(tags::DICTIONARY)?,
            ),
        )?;
        let weights = section(tags::GRAM_WEIGHTS)?;
        let grams = GramIndex::read(
            pager.resident(tags::GRAM_PIECES)?,
            section(tags::GRAMS)?,
            weights,
            dictionary.families(),
        );
        // Room is made for as many families as are claimed.
        if pager.len(weights) != dictionary.families() as usize * 2 {
            return Err(OpenError::malformed(tags::GRAM_WEIGHTS));
        }
        let store = Store::read(
            pager.resident(tags::STORED_PIECES)?,
            section(tags::STORED)?,
            meta.documents,
        );
        let reader = Reader {
            ranking: Ranking::default(),
            grams: read(tags::GRAM_PIECES, grams)?,
            store: read(tags::STORED_PIECES, store)?,
            dictionary,
            sections,
            meta,
            columns: OnceCell::new(),
            days: OnceCell::new(),
            norms: OnceCell::new(),
            length_factors: Vec::new(),
            looked_up: RefCell::default(),
            pager,
        };
        reader.check_resident()?;
        Ok(reader.with_ranking(Ranking::default()))
    }

    /// Reads what is resident of the parts that are read whole, so that damage is known at once.
    fn check_resident(&self) -> Result<(), OpenError> {
        let is_resident = |section| self.pager.is_resident(section);
        if is_resident(self.sections.columns) {
            read(tags::COLUMNS, self.read_columns())?;
        }
        if is_resident(self.sections.days) {
            read(tags::DAYS, self.read_days())?;
        }
        if self.pager.len(self.sections.norms) != self.meta.documents as usize {
            return Err(OpenError::malformed(tags::NORMS));
        }
        Ok(())
    }

    /// The bytes of the archive, for other sections than those of the index.
    #[must_use]
    pub fn pager(&self) -> &Pager {
        &self.pager
    }

    /// Whether parts of the archive are loaded only when they are needed.
    pub(crate) fn is_in_fragments(&self) -> bool {
        self.pager.fragments() > 0
    }

    /// The bytes of the archive, to hand fragments in.
    pub fn pager_mut(&mut self) -> &mut Pager {
        &mut self.pager
    }

    /// The same index with other weights.
    #[must_use]
    pub fn with_ranking(mut self, ranking: Ranking) -> Reader {
        let average = self.meta.average_length();
        self.ranking = ranking;
        self.length_factors = ranking.length_factors(average);
        self.looked_up = RefCell::default();
        self
    }

    /// How many documents there are. They are numbered from 0 in the order in which they were added.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.meta.documents
    }

    /// Whether there are no documents.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.meta.documents == 0
    }

    /// A document as it was stored; `None` if there is none of that number, or it is not at hand.
    #[must_use]
    pub fn document(&self, doc: u32) -> Option<Stored<'_>> {
        self.store.get(&self.pager, doc)
    }

    /// The names of the keyword columns, in the order of the schema.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.column_table()
            .iter()
            .map(|column| column.name.as_str())
    }

    /// A document's values in a keyword column, sorted; none if there is no such document or column.
    pub fn keywords(&self, doc: u32, column: &str) -> impl Iterator<Item = &str> {
        let mut columns = self.column_table().iter();
        let column = columns.find(|known| known.name == column);
        column.into_iter().flat_map(move |column| {
            let numbers = column.of(doc).iter();
            numbers
                .filter_map(|&number| column.values.get(number as usize))
                .map(String::as_str)
        })
    }

    /// All values of a keyword column, sorted; none if there is no such column or it is not at hand.
    #[must_use]
    pub fn values(&self, column: &str) -> &[String] {
        let mut columns = self.column_table().iter();
        let column = columns.find(|known| known.name == column);
        column.map_or(&[], |column| column.values.as_slice())
    }

    /// Bytes of the parts that grow with the text, by name, and pieces of those that are cut.
    #[must_use]
    pub fn sizes(&self) -> [(&'static str, usize); 3] {
        let length = |section| self.pager.len(section);
        [
            ("dictionary, pieces", self.dictionary.pieces() as usize),
            ("postings", length(self.sections.postings)),
            ("positions", length(self.sections.positions)),
        ]
    }

    /// The dictionary.
    pub(crate) fn dictionary(&self) -> Dictionary<'_> {
        Dictionary::new(&self.dictionary, &self.pager)
    }

    /// What a word stands for: as it was last looked up, or as `look_up` finds it. In fragments what is found depends on
    /// those that are here, and looking up is what asks for them.
    pub(crate) fn looked_up(
        &self,
        term: &Term,
        look_up: impl FnOnce() -> Expansion,
    ) -> Rc<Expansion> {
        if self.is_in_fragments() {
            return Rc::new(look_up());
        }
        let known = self.looked_up.borrow().get(term);
        known.unwrap_or_else(|| {
            let found = Rc::new(look_up());
            self.looked_up.borrow_mut().put(term, &found);
            found
        })
    }

    /// The runs of letters of stems.
    pub(crate) fn grams(&self) -> Grams<'_> {
        Grams::new(&self.grams, &self.pager)
    }

    /// The postings of a family.
    pub(crate) fn postings<'a>(&'a self, family: &'a Family) -> Cow<'a, [u8]> {
        if family.postings.is_empty() {
            let head = Head::of(family).map(|head| head.postings);
            return Cow::Borrowed(head.unwrap_or_default());
        }
        let found = self
            .pager
            .get(self.sections.postings, family.postings.clone());
        found.unwrap_or_default()
    }

    /// The positions of a family.
    pub(crate) fn positions(&self, family: &Family) -> Cow<'_, [u8]> {
        let found = self
            .pager
            .get(self.sections.positions, family.positions.clone());
        found.unwrap_or_default()
    }

    /// The keyword columns.
    pub(crate) fn column_table(&self) -> &[Column] {
        self.read_columns().map_or(&[], Vec::as_slice)
    }

    fn read_columns(&self) -> Option<&Vec<Column>> {
        kept(&self.columns, || {
            columns::read(
                &self.pager.whole(self.sections.columns)?,
                self.meta.documents,
            )
        })
    }

    /// The intervals of documents.
    pub(crate) fn read_days(&self) -> Option<&Days> {
        kept(&self.days, || {
            Days::read(&self.pager.whole(self.sections.days)?, self.meta.documents)
        })
    }

    /// The byte of every document's length; none while they are not at hand.
    pub(crate) fn norms(&self) -> &[u8] {
        kept(&self.norms, || {
            let norms = self.pager.whole(self.sections.norms)?.into_owned();
            // Norms that are lost are missed, and said to be, every time.
            Some(norms).filter(|norms| norms.len() == self.meta.documents as usize)
        })
        .map_or(&[], Vec::as_slice)
    }

    /// The share of BM25 that depends on a document's length, for the byte of that length.
    #[inline]
    pub(crate) fn length_factor(&self, norm: u8) -> f32 {
        self.length_factors
            .get(usize::from(norm))
            .copied()
            .unwrap_or_default()
    }
}

/// What was read of a section.
fn read<T>(tag: Tag, found: Option<T>) -> Result<T, OpenError> {
    found.ok_or_else(|| OpenError::malformed(tag))
}

/// What is in the cell, made if it can be.
fn kept<T>(cell: &OnceCell<T>, make: impl FnOnce() -> Option<T>) -> Option<&T> {
    if cell.get().is_none() {
        // The cell is empty, so this can't fail.
        let _ = cell.set(make()?);
    }
    cell.get()
}
