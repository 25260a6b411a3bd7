//! Writing an index.

use tawarikh_calendar::Interval;

use crate::columns::{self, ColumnWriter};
use crate::container::{self, Section};
use crate::days;
use crate::entry::{Entry, Schema};
use crate::grams;
use crate::inversion::Inversion;
use crate::stored::{StoreWriter, Stored};

/// Collects documents and writes them as one index.
///
/// The same documents in the same order give the same bytes, whatever the machine and however many cores it has.
#[derive(Debug)]
pub struct Writer {
    columns: Vec<ColumnWriter>,
    days: Vec<Vec<Interval>>,
    store: StoreWriter,
}

impl Writer {
    /// A writer without documents.
    #[must_use]
    pub fn new(schema: Schema) -> Writer {
        Writer {
            columns: schema
                .columns()
                .iter()
                .map(|name| ColumnWriter::new(name))
                .collect(),
            days: Vec::new(),
            store: StoreWriter::default(),
        }
    }

    /// Adds a document and gives its number. All documents together may have 4 GiB of stored text.
    pub fn add(&mut self, entry: &Entry<'_>) -> u32 {
        let doc = self.store.len() as u32;
        self.store.push(Stored {
            title: entry.title,
            body: entry.body,
            payload: entry.payload,
        });
        self.columns
            .iter_mut()
            .for_each(|column| column.push(entry.keywords));
        let mut intervals = entry.days.to_vec();
        intervals.sort_unstable();
        intervals.dedup();
        self.days.push(intervals);
        doc
    }

    /// The index.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        let inversion = Inversion::of(&self.store);
        let dictionary = inversion.dictionary();
        let grams = grams::write(inversion.stems());
        let (extents, stored) = self.store.finish();
        container::write(vec![
            (Section::Meta, inversion.meta.write()),
            (Section::Norms, inversion.norms),
            (Section::Affixes, dictionary.affixes),
            (Section::Dictionary, dictionary.dictionary),
            (Section::Blocks, dictionary.blocks),
            (Section::Grams, grams),
            (Section::Postings, inversion.postings),
            (Section::Positions, inversion.positions),
            (Section::Columns, columns::write(&self.columns)),
            (Section::Days, days::write(&self.days)),
            (Section::Extents, extents),
            (Section::Stored, stored),
        ])
    }
}
