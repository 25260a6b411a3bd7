//! From a clean document to what the archive keeps of it. Documents are independent of each other here, so a caller
//! may analyse them side by side.

use tawarikh_arabic::{TokenKind, tokens};
use tawarikh_calendar::{Interval, When};
use tawarikh_evidence::{
    Account, Claim, Finding, Gazetteer, Name, Teller, base_names, claims, findings, layered, read,
};
use tawarikh_ingest::{Certainty, Document, DocumentKind};
use tawarikh_timex::{Context, Era};

use crate::record::{Inferred, PARAGRAPH_BREAK, Paragraph, ParagraphKind, Record, Span, Words};
use crate::recording::{Part, Recorded, recorded};
use crate::settings::{Settings, SettingsError};

/// Years of a longer interval are not facet values: "the twentieth century" is not about 1937.
const MOST_YEARS: i32 = 12;

/// Reads documents with an archive's names and those that every archive knows.
#[derive(Debug, Clone)]
pub struct Analyst {
    gazetteer: Gazetteer,
    teller: Teller,
    eras: Vec<Era>,
}

/// A document ready to be indexed.
#[derive(Debug, Clone)]
pub struct Analysed {
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) record: Record,
    pub(crate) years: Vec<String>,
    pub(crate) days: Vec<Interval>,
    /// Per event the names of its sentence, by their numbers in the record.
    pub(crate) parts: Vec<Vec<(u32, Part)>>,
    /// What its sentences tell that others may tell as well; their document is not numbered yet.
    pub(crate) accounts: Vec<Account>,
    /// Its sentences as others may repeat them; their document is not numbered yet.
    pub(crate) claims: Vec<Claim>,
    /// What its sentences leave open.
    pub(crate) findings: Vec<Finding>,
}

impl Analyst {
    /// An analyst for the names in `settings`, over the base of countries and larger cities.
    ///
    /// # Errors
    /// [`SettingsError`] names the entry that can't be used.
    pub fn new(settings: &Settings) -> Result<Analyst, SettingsError> {
        let names = layered(settings.names.clone(), base_names());
        let gazetteer = Gazetteer::new(names)
            .map_err(SettingsError::Name)?
            .forbidding(&settings.no_names);
        Ok(Analyst {
            teller: Teller::new(&gazetteer),
            gazetteer,
            eras: settings.dated_eras()?,
        })
    }

    /// All names that are looked for; their index is their number.
    pub(crate) fn names(&self) -> &[Name] {
        self.gazetteer.names()
    }

    /// Finds the sentences, time expressions, names, figures and events of a document.
    pub fn analyse(&self, document: Document) -> Analysed {
        let (body, paragraphs) = join(&document);
        let published = document.published.as_ref().map(|date| date.value);
        let context = Context {
            reference: published,
            eras: self.eras.clone(),
        };
        let read = read(&body, &context, &self.gazetteer);
        let findings = findings(&read, &self.gazetteer);
        let claims = claims(0, &body, &read);
        let accounts = self
            .teller
            .accounts(&self.gazetteer, 0, &body, &read, published);
        let read = recorded(read);
        let days: Vec<Interval> = dated(&read)
            .chain(published)
            .map(|when| when.interval)
            .collect();
        let title = document.title.as_ref().map(|title| title.value.clone());
        let title = title.unwrap_or_default();
        Analysed {
            years: years(&days),
            days,
            findings,
            accounts,
            claims,
            parts: read.parts.clone(),
            record: Record {
                words: words(&title, &body, &read.sentences),
                ..record(document, paragraphs, read)
            },
            title,
            body,
        }
    }
}

/// The dates of what was read to have happened.
fn dated(read: &Recorded) -> impl Iterator<Item = When> {
    let dates = read.events.iter().map(|event| event.mention as usize);
    dates.filter_map(|mention| read.mentions[mention].when)
}

/// The words of each sentence. The body's positions begin after the title's and a gap.
fn words(title: &str, body: &str, sentences: &[Span]) -> Vec<Words> {
    let count = |text: &str| {
        let words =
            tokens(text).filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number));
        words.count() as u32
    };
    let mut first = count(title) + 1;
    let mut of = |sentence: &Span| {
        let words = Words {
            first,
            count: count(sentence.text(body)),
        };
        first += words.count;
        words
    };
    sentences.iter().map(&mut of).collect()
}

fn join(document: &Document) -> (String, Vec<Paragraph>) {
    let mut body = String::new();
    let mut paragraphs = Vec::with_capacity(document.paragraphs.len());
    for paragraph in &document.paragraphs {
        if !body.is_empty() {
            body.push(PARAGRAPH_BREAK);
        }
        let start = body.len();
        body.push_str(&paragraph.text);
        paragraphs.push(Paragraph {
            kind: kind(paragraph.kind),
            span: Span::of(&(start..body.len())),
        });
    }
    (body, paragraphs)
}

fn kind(kind: tawarikh_ingest::ParagraphKind) -> ParagraphKind {
    use tawarikh_ingest::ParagraphKind as Read;
    match kind {
        Read::Heading => ParagraphKind::Heading,
        Read::Body => ParagraphKind::Body,
        Read::Quote => ParagraphKind::Quote,
        Read::Caption => ParagraphKind::Caption,
        Read::Item => ParagraphKind::Item,
    }
}

fn record(document: Document, paragraphs: Vec<Paragraph>, read: Recorded) -> Record {
    Record {
        id: document.id,
        source: document.source,
        title: document.title.map(inferred),
        authors: document.authors.into_iter().map(inferred).collect(),
        outlet: document.outlet.map(inferred),
        published: document.published.map(inferred),
        date_note: document.date_note,
        url: document.url.map(|url| url.value),
        language: document.language,
        is_digest: document.kind == DocumentKind::Digest,
        paragraphs,
        sentences: read.sentences,
        mentions: read.mentions,
        names: read.names,
        figures: read.figures,
        events: read.events,
        words: Vec::new(),
    }
}

fn inferred<T>(value: tawarikh_ingest::Inferred<T>) -> Inferred<T> {
    Inferred {
        value: value.value,
        how: value.how.into(),
        given: value.certainty == Certainty::Given,
    }
}

/// Every year that an interval of at most [`MOST_YEARS`] touches, in order.
fn years(days: &[Interval]) -> Vec<String> {
    let mut years = Vec::new();
    for interval in days.iter().filter(|interval| interval.days().is_some()) {
        let (first, last) = (interval.first.year(), interval.last.year());
        if last - first < MOST_YEARS {
            years.extend(first..=last);
        }
    }
    years.sort_unstable();
    years.dedup();
    years.iter().map(|year| year.to_string()).collect()
}
