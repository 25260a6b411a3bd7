//! From analysed documents to an archive.

use std::io;

use tawarikh_calendar::When;
use tawarikh_evidence::NameKind;
use tawarikh_index::{Entry, PackWriter, Schema, Sink, Spill, Writer};
use tawarikh_timeline::Item;

use crate::analyse::{Analysed, Analyst};
use crate::events::{self, EventRow, Summary};
use crate::ids::IdsWriter;
use crate::name_uses::NameUses;
use crate::record::{Inferred, Mention, MentionKind, Words};
use crate::search::FIELDS;
use crate::sections::{ABOUT, EVENTS, IDS, NAMES, SUMMARY, UNPLACED, UNPLACED_FIRST, encode};
use crate::settings::{KnownName, Meta, Settings};
use crate::unplaced::{self, FirstDocuments, UnplacedRow};

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
    events: Vec<EventRow>,
    unplaced: Vec<UnplacedRow>,
    ids: IdsWriter,
    sentences: u32,
    undated: u32,
    /// All names that the documents were read with.
    names: Vec<NameUses>,
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
        let names = analyst.names().iter();
        Builder {
            writer,
            events: Vec::new(),
            unplaced: Vec::new(),
            ids: IdsWriter::new(),
            sentences: 0,
            undated: 0,
            names: names.map(NameUses::new).collect(),
            settings,
        }
    }

    /// Adds a document; its number is the count of those before it.
    pub fn add(&mut self, document: Analysed) {
        self.count(&document);
        let Analysed {
            title,
            body,
            record,
            places,
            years,
            days,
            ..
        } = document;
        let values = |inferred: &[Inferred<String>]| {
            inferred
                .iter()
                .map(|one| one.value.clone())
                .collect::<Vec<_>>()
        };
        let outlet: Vec<String> = record
            .outlet
            .iter()
            .map(|outlet| outlet.value.clone())
            .collect();
        self.writer.add(&Entry {
            title: &title,
            body: &body,
            keywords: &[
                ("outlet", &outlet),
                ("author", &values(&record.authors)),
                ("place", &places),
                ("year", &years),
            ],
            days: &days,
            payload: &encode(&record),
        });
        self.ids.push(&record.id);
    }

    fn count(&mut self, document: &Analysed) {
        let record = &document.record;
        self.sentences += record.sentences.len() as u32;
        self.undated += u32::from(record.published.is_none());
        for used in &record.names {
            self.names[used.name as usize].count(used.span.text(&document.body));
        }
        for (number, mention) in record.mentions.iter().enumerate() {
            let words = document.words.get(mention.sentence as usize);
            self.place(
                document,
                number as u32,
                mention,
                words.copied().unwrap_or_default(),
            );
        }
    }

    /// Puts a time expression on the axis, or among those that have no place there.
    fn place(&mut self, document: &Analysed, number: u32, mention: &Mention, words: Words) {
        let place = self.ids.len() as u32;
        match (mention.when, mention.headline) {
            (Some(when), Some(headline)) => self.events.push(EventRow {
                document: place,
                mention: number,
                sentence: mention.sentence,
                words,
                letters: Item::new(when, 0, headline.text(&document.body)).label_letters,
                when,
            }),
            (None, _) if mention.kind == MentionKind::Date => self.unplaced.push(UnplacedRow {
                document: place,
                sentence: mention.sentence,
                words,
                title: document.record.shown_title(&document.title).to_owned(),
                text: mention.span.text(&document.body).to_owned(),
            }),
            _ => {}
        }
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

    fn sections(mut self, pack: &mut PackWriter<'_>) -> io::Result<()> {
        let key = |when: &When| (when.interval.first, when.interval.last);
        self.events
            .sort_by_key(|event| (key(&event.when), event.document, event.mention));
        pack.section(ABOUT, &encode(&self.meta()));
        pack.section(SUMMARY, &encode(&Summary::of(&self.events)));
        let chunks = self.unplaced.chunks(unplaced::ROWS_A_PIECE);
        let first = chunks
            .clone()
            .filter_map(|rows| Some(rows.first()?.document));
        pack.section(UNPLACED_FIRST, &encode(&first.collect::<FirstDocuments>()));
        let used = self.used().map(|(number, name)| name.known(number));
        let names: Vec<KnownName> = used.collect();
        let names = encode(&names);
        pack.pages(NAMES, &mut names.as_slice(), names.len(), NAMES_PAGE)?;
        self.writer.write(pack)?;
        pack.begin_pieces(IDS);
        for piece in self.ids.pieces() {
            pack.piece(IDS, &piece)?;
        }
        pack.begin_pieces(EVENTS);
        for rows in self.events.chunks(events::ROWS_A_PIECE) {
            pack.piece(EVENTS, &encode(&rows))?;
        }
        pack.begin_pieces(UNPLACED);
        for rows in self.unplaced.chunks(unplaced::ROWS_A_PIECE) {
            pack.piece(UNPLACED, &encode(&rows))?;
        }
        Ok(())
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
            sentences: self.sentences,
            undated: self.undated,
        }
    }

    /// The names that some document uses, with their numbers.
    fn used(&self) -> impl Iterator<Item = (u32, &NameUses)> {
        (0..).zip(&self.names).filter(|(_, name)| name.uses > 0)
    }

    /// The most used name of each kind, the earliest of equals.
    fn examples(&self) -> Vec<String> {
        let kinds = [NameKind::Place, NameKind::Person, NameKind::Party];
        let most_used = |kind| {
            let names = self.used().filter(|(_, name)| name.is_used_as(kind));
            let most = names.max_by_key(|(number, name)| (name.uses, std::cmp::Reverse(*number)));
            most.map(|(_, name)| name.name.name.clone())
        };
        kinds.into_iter().filter_map(most_used).collect()
    }
}
