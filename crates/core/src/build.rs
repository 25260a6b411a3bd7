//! From analysed documents to an archive.

use std::io;

use tawarikh_evidence::NameKind;
use tawarikh_index::{Entry, PackWriter, Schema, Sink, Spill, Tag, Writer};

use crate::analyse::{Analysed, Analyst};
use crate::collecting::{Collected, Rows};
use crate::entities::{DOCUMENTS_A_PIECE, Entities};
use crate::events::{self, Summary};
use crate::figures;
use crate::first_documents::FirstDocuments;
use crate::happenings::{self, MEMBERS_A_PIECE};
use crate::ids::IdsWriter;
use crate::kept::{Kept, encode, encode_list};
use crate::record::{Inferred, Record, kind_id};
use crate::sections::{
    ABOUT, CANDIDATES, DOCUMENT_NAMES, EVENT_NAMES, EVENTS, FIGURES, FIGURES_FIRST, FINDINGS,
    FINDINGS_OF, HAPPENINGS, IDS, MEMBERSHIPS, MEMBERSHIPS_FIRST, NAMES, SPELLINGS, SUMMARY,
};
use crate::settings::{Meta, Settings};
use crate::view::FIELDS;

/// Whether an archive's large parts lie beside it, to be loaded when they are needed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Fragmenting {
    /// Where the texts with what is known of them have more than 3 MiB, and so the archive about 4.
    #[default]
    Auto,
    /// However small it is.
    Always,
    /// However large it is.
    Never,
}

/// Bytes of texts with what is known of them up to which an archive is whole where nothing else is asked for.
const MOST_WHOLE: u64 = 3 << 20;
/// Bytes of a page of the names.
const NAMES_PAGE: usize = 16 << 10;

/// Collects documents into an archive.
pub struct Builder {
    settings: Settings,
    writer: Writer,
    collected: Collected,
    ids: IdsWriter,
    entities: Entities,
}

impl Builder {
    /// An archive without documents, for what `analyst` reads; all of it stays in memory until it is written.
    pub fn new(settings: Settings, analyst: &Analyst) -> Builder {
        Builder::with(settings, analyst, Writer::new(Schema::new(FIELDS)))
    }

    /// The same, with most of it put away in `spill`.
    pub fn spilling(settings: Settings, analyst: &Analyst, spill: Box<dyn Spill>) -> Builder {
        Builder::with(
            settings,
            analyst,
            Writer::spilling(Schema::new(FIELDS), spill),
        )
    }

    fn with(settings: Settings, analyst: &Analyst, writer: Writer) -> Builder {
        Builder {
            writer,
            collected: Collected::default(),
            ids: IdsWriter::new(),
            entities: Entities::new(analyst.names()),
            settings,
        }
    }

    /// Adds a document; its number is the count of those before it.
    pub fn add(&mut self, mut document: Analysed) {
        let numbers = self.entities.add(&document.record, &document.body);
        self.collected.add(&mut document, &numbers);
        let named = |kind| self.entities.values(kind, &document.record, &numbers);
        let record = &document.record;
        let values = |inferred: &[Inferred<String>]| {
            let values = inferred.iter().map(|one| one.value.clone());
            values.collect::<Vec<_>>()
        };
        self.writer.add(&Entry {
            title: &document.title,
            body: &document.body,
            keywords: &[
                ("outlet", &values(record.outlet.as_slice())),
                ("author", &values(&record.authors)),
                ("place", &named(NameKind::Place)),
                ("party", &named(NameKind::Party)),
                ("kind", &kinds(record)),
                ("year", &document.years),
            ],
            days: &document.days,
            payload: &encode(record),
        });
        self.ids.push(&record.id);
    }

    /// The archive in one: equal bytes for equal documents and settings.
    ///
    /// # Errors
    /// Those of the spill; none where the builder has none.
    pub fn finish(self) -> io::Result<Vec<u8>> {
        let mut pack = PackWriter::resident(self.id());
        self.sections(&mut pack)?;
        Ok(pack.finish())
    }

    /// The archive's resident bytes; its fragments, if it has any, go to `sink` before. Equal for equal documents, settings
    /// and `fragmenting`.
    ///
    /// # Errors
    /// Those of the sink and of the spill.
    pub fn write(self, fragmenting: Fragmenting, sink: &mut dyn Sink) -> io::Result<Vec<u8>> {
        let is_large = self.writer.stored_bytes() > MOST_WHOLE;
        let in_fragments = match fragmenting {
            Fragmenting::Auto => is_large,
            Fragmenting::Always => true,
            Fragmenting::Never => false,
        };
        if !in_fragments {
            return self.finish();
        }
        let mut pack = PackWriter::fragmented(self.id(), sink);
        self.sections(&mut pack)?;
        Ok(pack.finish())
    }

    /// The archive's number: other documents, settings or another program give another one.
    fn id(&self) -> u32 {
        self.writer.id(&encode(&self.meta()))
    }

    fn sections(self, pack: &mut PackWriter<'_>) -> io::Result<()> {
        let mut meta = self.meta();
        let names = self.entities.settle();
        let Rows {
            events,
            event_names,
            figures,
            happenings,
            memberships,
            findings,
        } = self.collected.settle(&names);
        meta.happenings = happenings.len() as u32;
        pack.section(ABOUT, &encode(&meta));
        pack.section(SUMMARY, &encode(&Summary::of(&events)));
        let first = FirstDocuments::of(&figures, figures::ROWS_A_PIECE, |row| row.document);
        pack.section(FIGURES_FIRST, &encode(&first));
        let first = FirstDocuments::of(&memberships, MEMBERS_A_PIECE, |row| row.document);
        pack.section(MEMBERSHIPS_FIRST, &encode(&first));
        pack.section(FINDINGS_OF, &encode(&findings.of));
        pages(pack, SPELLINGS, &encode(&names.spellings))?;
        pages(pack, NAMES, &encode(&names.known))?;
        pages(pack, CANDIDATES, &encode(&names.candidates))?;
        self.writer.write(pack)?;
        let each = |pack: &mut PackWriter<'_>, tag, pieces: Vec<Vec<u8>>| {
            pack.begin_pieces(tag);
            pieces.iter().try_for_each(|piece| pack.piece(tag, piece))
        };
        each(pack, IDS, self.ids.pieces())?;
        rows(pack, EVENTS, &events, events::ROWS_A_PIECE)?;
        rows(pack, EVENT_NAMES, &event_names, events::ROWS_A_PIECE)?;
        rows(pack, FIGURES, &figures, figures::ROWS_A_PIECE)?;
        rows(pack, HAPPENINGS, &happenings, happenings::ROWS_A_PIECE)?;
        rows(pack, MEMBERSHIPS, &memberships, MEMBERS_A_PIECE)?;
        each(pack, FINDINGS, findings.pieces)?;
        rows(pack, DOCUMENT_NAMES, &names.documents, DOCUMENTS_A_PIECE)
    }

    fn meta(&self) -> Meta {
        let examples = &self.settings.examples;
        Meta {
            version: env!("CARGO_PKG_VERSION").into(),
            description: self.settings.describe(),
            examples: if examples.is_empty() {
                self.examples()
            } else {
                examples.clone()
            },
            sentences: self.collected.sentences(),
            undated: self.collected.undated(),
            figures: self.collected.figures(),
            happenings: 0,
            names: self.entities.len(),
        }
    }

    /// The most used name of each kind, the earliest of equals.
    fn examples(&self) -> Vec<String> {
        let kinds = [NameKind::Place, NameKind::Person, NameKind::Party];
        let most_used = |kind| {
            let names = self.entities.known().iter().enumerate();
            let names = names.filter(|(_, name)| name.is_used_as(kind));
            let most = names.max_by_key(|(number, name)| (name.uses, std::cmp::Reverse(*number)));
            most.map(|(_, name)| name.name.name.clone())
        };
        kinds.into_iter().filter_map(most_used).collect()
    }
}

/// What happened in a document, by the ids of kinds.
fn kinds(record: &Record) -> Vec<String> {
    let mut kinds: Vec<u8> = record.events.iter().map(|event| event.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
        .into_iter()
        .map(|kind| kind_id(kind).to_owned())
        .collect()
}

/// A section of names, which all come together.
fn pages(pack: &mut PackWriter<'_>, tag: Tag, bytes: &[u8]) -> io::Result<()> {
    pack.pages(tag, &mut { bytes }, bytes.len(), NAMES_PAGE)
}

/// A section of rows, so many in a piece.
fn rows<T: Kept>(pack: &mut PackWriter<'_>, tag: Tag, rows: &[T], length: usize) -> io::Result<()> {
    pack.begin_pieces(tag);
    for rows in rows.chunks(length) {
        pack.piece(tag, &encode_list(rows))?;
    }
    Ok(())
}
