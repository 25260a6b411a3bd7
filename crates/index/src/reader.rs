//! Reading an index.

use crate::bytes::Bytes;
use crate::columns::{self, Column};
use crate::container::{Section, Sections};
use crate::days::Days;
use crate::dictionary::Dictionary;
use crate::error::OpenError;
use crate::grams::Grams;
use crate::meta::Meta;
use crate::norm;
use crate::rank::Ranking;
use crate::stored::{Store, Stored};

/// An open index. Everything about its bytes was checked when it was opened; nothing here fails or panics.
#[derive(Debug)]
pub struct Reader {
    pub(crate) meta: Meta,
    pub(crate) ranking: Ranking,
    pub(crate) dictionary: Dictionary,
    pub(crate) grams: Grams,
    pub(crate) postings: Bytes,
    pub(crate) positions: Bytes,
    pub(crate) columns: Vec<Column>,
    pub(crate) days: Days,
    norms: Bytes,
    length_factors: Vec<f32>,
    store: Store,
}

impl Reader {
    /// Opens what [`Writer::finish`](crate::Writer::finish) gave. A `Vec<u8>` or [`Bytes`] is kept as it is, a slice is
    /// copied.
    ///
    /// # Errors
    /// [`OpenError`] names the first thing that does not fit: another format or analyzer, missing or changed bytes.
    pub fn open(bytes: impl Into<Bytes>) -> Result<Reader, OpenError> {
        let sections = Sections::read(&bytes.into())?;
        let malformed = |section: Section| section.malformed();
        let meta = Meta::read(&sections.get(Section::Meta)?).ok_or(malformed(Section::Meta))?;
        let norms = sections.get(Section::Norms)?;
        if norms.len() != meta.documents as usize {
            return Err(malformed(Section::Norms));
        }
        let dictionary = Dictionary::read(
            &sections.get(Section::Affixes)?,
            sections.get(Section::Dictionary)?,
            &sections.get(Section::Blocks)?,
        );
        let dictionary = dictionary.ok_or(malformed(Section::Dictionary))?;
        let grams = Grams::read(sections.get(Section::Grams)?, dictionary.families());
        let store = Store::read(
            &sections.get(Section::Extents)?,
            sections.get(Section::Stored)?,
            meta.documents,
        );
        let columns = columns::read(&sections.get(Section::Columns)?, meta.documents);
        let days = Days::read(&sections.get(Section::Days)?, meta.documents);
        let reader = Reader {
            ranking: Ranking::default(),
            dictionary,
            grams: grams.ok_or(malformed(Section::Grams))?,
            postings: sections.get(Section::Postings)?,
            positions: sections.get(Section::Positions)?,
            columns: columns.ok_or(malformed(Section::Columns))?,
            days: days.ok_or(malformed(Section::Days))?,
            store: store.ok_or(malformed(Section::Extents))?,
            length_factors: Vec::new(),
            norms,
            meta,
        };
        Ok(reader.with_ranking(Ranking::default()))
    }

    /// The same index with other weights.
    #[must_use]
    pub fn with_ranking(mut self, ranking: Ranking) -> Reader {
        let average = self.meta.average_length();
        self.ranking = ranking;
        self.length_factors = (0..=u8::MAX)
            .map(|byte| ranking.length_factor(norm::decode(byte) as f32, average))
            .collect();
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

    /// A document as it was stored; `None` if there is none of that number.
    #[must_use]
    pub fn document(&self, doc: u32) -> Option<Stored<'_>> {
        self.store.get(doc)
    }

    /// The names of the keyword columns, in the order of the schema.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.name.as_str())
    }

    /// A document's values in a keyword column, sorted; none if there is no such document or column.
    pub fn keywords(&self, doc: u32, column: &str) -> impl Iterator<Item = &str> {
        let column = self.columns.iter().find(|known| known.name == column);
        column.into_iter().flat_map(move |column| {
            let numbers = column.of(doc).iter();
            numbers
                .filter_map(|&number| column.values.get(number as usize))
                .map(String::as_str)
        })
    }

    /// Bytes of the parts that grow with the text, by name.
    #[must_use]
    pub fn sizes(&self) -> [(&'static str, usize); 5] {
        [
            ("dictionary", self.dictionary.size()),
            ("grams", self.grams.size()),
            ("postings", self.postings.len()),
            ("positions", self.positions.len()),
            ("stored", self.store.size()),
        ]
    }

    /// The share of BM25 that depends on a document's length.
    #[inline]
    pub(crate) fn length_factor(&self, doc: u32) -> f32 {
        let norm = self.norms.get(doc as usize).copied().unwrap_or_default();
        self.length_factors
            .get(usize::from(norm))
            .copied()
            .unwrap_or_default()
    }
}
