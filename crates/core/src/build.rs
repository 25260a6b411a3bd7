//! From analysed documents to a pack.

use tawarikh_calendar::When;
use tawarikh_evidence::NameKind;
use tawarikh_index::{Entry, PackWriter, Schema, Writer};

use crate::analyse::{Analysed, Analyst};
use crate::name_uses::NameUses;
use crate::record::{Inferred, Mention, MentionKind, Record};
use crate::search::FIELDS;
use crate::sections::{EVENTS, EventRow, IDS, META, SentenceAt, UNPLACED, UnplacedRow, encode};
use crate::settings::{Meta, Settings};

/// Collects documents into an archive.
#[derive(Debug)]
pub struct Builder {
    settings: Settings,
    writer: Writer,
    events: Vec<EventRow>,
    unplaced: Vec<UnplacedRow>,
    /// The documents' ids, in their order.
    ids: Vec<String>,
    sentences: u32,
    undated: u32,
    /// All names that the documents were read with.
    names: Vec<NameUses>,
}

impl Builder {
    /// An archive without documents, for what `analyst` reads.
    pub fn new(settings: Settings, analyst: &Analyst) -> Builder {
        Builder {
            writer: Writer::new(Schema::new(FIELDS)),
            events: Vec::new(),
            unplaced: Vec::new(),
            ids: Vec::new(),
            sentences: 0,
            undated: 0,
            names: analyst.names().iter().map(NameUses::new).collect(),
            settings,
        }
    }

    /// Adds a document; its number is the count of those before it.
    pub fn add(&mut self, document: Analysed) {
        let Analysed {
            title,
            body,
            record,
            places,
            years,
            days,
        } = document;
        self.count(&record, &body);
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
        self.ids.push(record.id);
    }

    fn count(&mut self, record: &Record, body: &str) {
        self.sentences += record.sentences.len() as u32;
        self.undated += u32::from(record.published.is_none());
        for used in &record.names {
            self.names[used.name as usize].count(used.span.text(body));
        }
        for (number, mention) in record.mentions.iter().enumerate() {
            self.place(record, number as u32, mention);
        }
    }

    /// Puts a time expression on the axis, or among those that have no place there.
    fn place(&mut self, record: &Record, number: u32, mention: &Mention) {
        let Some(span) = record.sentences.get(mention.sentence as usize) else {
            return;
        };
        let (document, sentence) = (
            self.ids.len() as u32,
            SentenceAt {
                number: mention.sentence,
                span: *span,
            },
        );
        match (mention.when, mention.headline) {
            (Some(when), Some(headline)) => {
                self.events.push(EventRow {
                    document,
                    mention: number,
                    sentence,
                    headline,
                    when,
                });
            }
            (None, _) if mention.kind == MentionKind::Date => {
                self.unplaced.push(UnplacedRow {
                    document,
                    sentence,
                    expression: mention.span,
                });
            }
            _ => {}
        }
    }

    /// The archive's bytes: equal for equal documents and settings.
    pub fn finish(mut self) -> Vec<u8> {
        let key = |when: &When| (when.interval.first, when.interval.last);
        self.events
            .sort_by_key(|event| (key(&event.when), event.document, event.mention));
        let meta = self.meta();
        let (meta, events) = (encode(&meta), encode(&self.events));
        let mut pack = PackWriter::resident(self.writer.id(&[meta.as_slice(), &events].concat()));
        pack.section(META, &meta);
        pack.section(EVENTS, &events);
        pack.section(UNPLACED, &encode(&self.unplaced));
        pack.section(IDS, &encode(&self.ids));
        // The writer keeps everything in memory, which does not fail.
        let _ = self.writer.write(&mut pack);
        pack.finish()
    }

    fn meta(&self) -> Meta {
        let settings = self.settings.clone();
        Meta {
            version: env!("CARGO_PKG_VERSION").into(),
            examples: if settings.examples.is_empty() {
                self.examples()
            } else {
                settings.examples
            },
            title: settings.title,
            title_en: settings.title_en,
            description: settings.description,
            description_en: settings.description_en,
            note: settings.note,
            note_en: settings.note_en,
            licence: settings.licence,
            language: settings.language,
            names: self
                .used()
                .map(|(number, name)| name.known(number))
                .collect(),
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
