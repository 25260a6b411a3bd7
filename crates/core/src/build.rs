//! From analysed documents to an archive.

use std::io;

use tawarikh_calendar::When;
use tawarikh_evidence::NameKind;
use tawarikh_index::{Entry, PackWriter, Schema, Sink, Spill, Tag, Writer};
use tawarikh_timeline::Item;

use crate::analyse::{Analysed, Analyst};
use crate::entities::{DOCUMENTS_A_PIECE, Entities};
use crate::events::{self, EventRow, NamePart, Summary};
use crate::figures::{self, FigureRow};
use crate::first_documents::FirstDocuments;
use crate::ids::IdsWriter;
use crate::kept::{Kept, encode, encode_list};
use crate::record::{Event, Figure, Inferred, Mention, MentionKind, Record, kind_id};
use crate::recording::Part;
use crate::search::COLUMNS;
use crate::sections::{
    ABOUT, CANDIDATES, DOCUMENT_NAMES, EVENT_NAMES, EVENTS, FIGURES, FIGURES_FIRST, IDS, NAMES,
    SUMMARY, UNPLACED, UNPLACED_FIRST,
};
use crate::settings::{Meta, Settings};
use crate::unplaced::{self, UnplacedRow};

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
    events: Vec<BuiltEvent>,
    unplaced: Vec<UnplacedRow>,
    figures: Vec<FigureRow>,
    ids: IdsWriter,
    sentences: u32,
    undated: u32,
    entities: Entities,
}

/// An event with the names of its sentence, by the numbers that they have while documents come.
struct BuiltEvent {
    row: EventRow,
    names: Box<[NamePart]>,
}

impl Builder {
    /// An archive without documents, for what `analyst` reads; all of it stays in memory until it is written.
    pub fn new(settings: Settings, analyst: &Analyst) -> Builder {
        Builder::with(settings, analyst, Writer::new(Schema::new(COLUMNS)))
    }

    /// The same, with most of it put away in `spill`.
    pub fn spilling(settings: Settings, analyst: &Analyst, spill: Box<dyn Spill>) -> Builder {
        Builder::with(
            settings,
            analyst,
            Writer::spilling(Schema::new(COLUMNS), spill),
        )
    }

    fn with(settings: Settings, analyst: &Analyst, writer: Writer) -> Builder {
        Builder {
            writer,
            events: Vec::new(),
            unplaced: Vec::new(),
            figures: Vec::new(),
            ids: IdsWriter::new(),
            sentences: 0,
            undated: 0,
            entities: Entities::new(analyst.names()),
            settings,
        }
    }

    /// Adds a document; its number is the count of those before it.
    pub fn add(&mut self, document: Analysed) {
        let numbers = self.entities.add(&document.record, &document.body);
        self.count(&document, &numbers);
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

    /// Notes what the archive as a whole tells of a document's sentences; `numbers` are those of its names.
    fn count(&mut self, document: &Analysed, numbers: &[u32]) {
        let record = &document.record;
        self.sentences += record.sentences.len() as u32;
        self.undated += u32::from(record.published.is_none());
        for (number, event) in (0..).zip(&record.events) {
            self.events
                .extend(self.event(document, number, event, numbers));
        }
        for (number, figure) in (0..).zip(&record.figures) {
            self.figures
                .push(self.figure(document, number, figure, numbers));
        }
        for mention in &record.mentions {
            self.unplaced.extend(self.unplaced(document, mention));
        }
    }

    fn event(
        &self,
        document: &Analysed,
        number: u32,
        event: &Event,
        numbers: &[u32],
    ) -> Option<BuiltEvent> {
        let mention = document.record.mentions.get(event.mention as usize)?;
        let when = mention.when?;
        let parts = document.parts.get(number as usize)?.iter();
        Some(BuiltEvent {
            row: EventRow {
                document: self.ids.len() as u32,
                event: number,
                sentence: event.sentence,
                words: document.words_of(event.sentence),
                letters: Item::new(when, 0, event.headline.text(&document.body)).label_letters,
                when,
                kind: event.kind,
                happening: 0,
            },
            names: parts
                .map(|(name, part)| NamePart::new(numbers[*name as usize], *part))
                .collect(),
        })
    }

    fn figure(
        &self,
        document: &Analysed,
        number: u32,
        figure: &Figure,
        numbers: &[u32],
    ) -> FigureRow {
        let record = &document.record;
        let event = figure
            .event
            .and_then(|number| record.events.get(number as usize));
        let when = |mention: u32| record.mentions.get(mention as usize)?.when;
        let dated = event.and_then(|event| when(event.mention));
        let when = dated.or(figure.as_of.and_then(when));
        let sentence = record.sentences[figure.sentence as usize];
        let names = record.names.iter().zip(numbers);
        let names = names.filter(|(used, _)| sentence.holds(used.span));
        FigureRow {
            document: self.ids.len() as u32,
            number,
            words: document.words_of(figure.sentence),
            kind: event.map(|event| event.kind),
            days: when.map(|when| {
                [
                    when.interval.first.rata_die(),
                    when.interval.last.rata_die(),
                ]
            }),
            names: names
                .map(|(_, number)| NamePart::new(*number, Part::Named))
                .collect(),
        }
    }

    /// A date that has no place on the axis.
    fn unplaced(&self, document: &Analysed, mention: &Mention) -> Option<UnplacedRow> {
        (mention.when.is_none() && mention.kind == MentionKind::Date).then(|| UnplacedRow {
            document: self.ids.len() as u32,
            sentence: mention.sentence,
            words: document.words_of(mention.sentence),
            title: document.record.shown_title(&document.title).to_owned(),
            text: mention.span.text(&document.body).to_owned(),
        })
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
        self.events.sort_by_key(|event| {
            let row = &event.row;
            (key(&row.when), row.document, row.event)
        });
        pack.section(ABOUT, &encode(&self.meta()));
        let rows: Vec<EventRow> = self.events.iter().map(|event| event.row).collect();
        pack.section(SUMMARY, &encode(&Summary::of(&rows)));
        let unplaced =
            FirstDocuments::of(&self.unplaced, unplaced::ROWS_A_PIECE, |row| row.document);
        pack.section(UNPLACED_FIRST, &encode(&unplaced));
        let figures = FirstDocuments::of(&self.figures, figures::ROWS_A_PIECE, |row| row.document);
        pack.section(FIGURES_FIRST, &encode(&figures));
        let names = self.entities.settle();
        pages(pack, NAMES, &encode(&names.known))?;
        pages(pack, CANDIDATES, &encode(&names.candidates))?;
        self.writer.write(pack)?;
        pack.begin_pieces(IDS);
        for piece in self.ids.pieces() {
            pack.piece(IDS, &piece)?;
        }
        pieces(pack, EVENTS, &rows, events::ROWS_A_PIECE)?;
        let names_of = |event: &BuiltEvent| -> Vec<NamePart> {
            let kept = event.names.iter().filter_map(|part| names.part(*part));
            kept.collect()
        };
        pack.begin_pieces(EVENT_NAMES);
        for events in self.events.chunks(events::ROWS_A_PIECE) {
            let names: Vec<Vec<NamePart>> = events.iter().map(names_of).collect();
            pack.piece(EVENT_NAMES, &encode(&names))?;
        }
        pieces(pack, UNPLACED, &self.unplaced, unplaced::ROWS_A_PIECE)?;
        for row in &mut self.figures {
            let kept = row.names.iter().filter_map(|part| names.part(*part));
            row.names = kept.collect();
        }
        pieces(pack, FIGURES, &self.figures, figures::ROWS_A_PIECE)?;
        pieces(pack, DOCUMENT_NAMES, &names.documents, DOCUMENTS_A_PIECE)
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
            figures: self.figures.len() as u32,
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
fn pieces<T: Kept>(
    pack: &mut PackWriter<'_>,
    tag: Tag,
    rows: &[T],
    length: usize,
) -> io::Result<()> {
    pack.begin_pieces(tag);
    for rows in rows.chunks(length) {
        pack.piece(tag, &encode_list(rows))?;
    }
    Ok(())
}
