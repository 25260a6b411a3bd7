//! From a clean document to what the archive keeps of it. Documents are independent of each other here, so a caller
//! may analyse them side by side.

use tawarikh_arabic::{TokenKind, tokens};
use tawarikh_calendar::{Interval, When};
use tawarikh_evidence::{
    Entity, Event, Evidence, Gazetteer, Name, NameKind, base_names, layered, read,
};
use tawarikh_ingest::{Certainty, Document, DocumentKind};
use tawarikh_timex::{Context, Era};

use crate::record::{
    Finding, Inferred, Mention, MentionKind, NameUse, PARAGRAPH_BREAK, Paragraph, ParagraphKind,
    Record, Span, Words,
};
use crate::settings::{Settings, SettingsError};

/// Years of a longer interval are not facet values: "the twentieth century" is not about 1937.
const MOST_YEARS: i32 = 12;

/// Reads documents with an archive's names and those that every archive knows.
#[derive(Debug, Clone)]
pub struct Analyst {
    gazetteer: Gazetteer,
    eras: Vec<Era>,
}

/// A document ready to be indexed.
#[derive(Debug, Clone)]
pub struct Analysed {
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) record: Record,
    pub(crate) places: Vec<String>,
    pub(crate) years: Vec<String>,
    pub(crate) days: Vec<Interval>,
    /// The words of each sentence, as the index counts positions.
    pub(crate) words: Vec<Words>,
}

impl Analyst {
    /// An analyst for the names in `settings`, over the base of countries and larger cities.
    ///
    /// # Errors
    /// [`SettingsError`] names the entry that can't be used.
    pub fn new(settings: &Settings) -> Result<Analyst, SettingsError> {
        let names = layered(settings.names.clone(), base_names());
        Ok(Analyst {
            gazetteer: Gazetteer::new(names).map_err(SettingsError::Name)?,
            eras: settings.dated_eras()?,
        })
    }

    /// All names that are looked for; their index is their number.
    pub(crate) fn names(&self) -> &[Name] {
        self.gazetteer.names()
    }

    /// Finds the sentences, time expressions, events and names of a document.
    pub fn analyse(&self, document: Document) -> Analysed {
        let (body, paragraphs) = join(&document);
        let published = document.published.as_ref().map(|date| date.value);
        let context = Context {
            reference: published,
            eras: self.eras.clone(),
        };
        let Evidence {
            sentences,
            times,
            entities,
            events,
            ..
        } = read(&body, &context, &self.gazetteer);
        let names = names(&entities);
        let spans: Vec<Span> = sentences.iter().map(Span::of).collect();
        let mentions = mentions(&spans, times, &events);
        let days: Vec<Interval> = dated(&mentions)
            .map(|when| when.interval)
            .chain(published.map(|date| date.interval))
            .collect();
        let title = document.title.as_ref().map(|title| title.value.clone());
        let title = title.unwrap_or_default();
        Analysed {
            places: self.places(&names),
            years: years(&days),
            days,
            words: words(&title, &body, &spans),
            title,
            record: record(document, paragraphs, spans, mentions, names),
            body,
        }
    }

    /// The places that the text names without doubt, by their names.
    fn places(&self, found: &[NameUse]) -> Vec<String> {
        let names = found
            .iter()
            .filter_map(|found| self.names().get(found.name as usize));
        let places = names.filter(|name| name.kind == NameKind::Place);
        let mut places: Vec<String> = places.map(|name| name.name.clone()).collect();
        places.sort();
        places.dedup();
        places
    }
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

fn record(
    document: Document,
    paragraphs: Vec<Paragraph>,
    sentences: Vec<Span>,
    mentions: Vec<Mention>,
    names: Vec<NameUse>,
) -> Record {
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
        sentences,
        mentions,
        names,
    }
}

/// The names that the gazetteer knows. Which of several places of one name is meant is not known here, so none of them is.
fn names(entities: &[Entity]) -> Vec<NameUse> {
    let known = entities.iter().filter_map(|entity| entity.known.as_ref());
    known
        .filter(|known| known.rivals.is_empty())
        .map(|known| NameUse {
            span: Span::of(&known.span),
            name: known.name as u32,
        })
        .collect()
}

fn inferred<T>(value: tawarikh_ingest::Inferred<T>) -> Inferred<T> {
    Inferred {
        value: value.value,
        how: value.how.into(),
        given: value.certainty == Certainty::Given,
    }
}

fn mentions(
    sentences: &[Span],
    found: Vec<tawarikh_timex::Mention>,
    events: &[Event],
) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = found
        .into_iter()
        .map(|found| mention(sentences, found))
        .collect();
    for event in events {
        mentions[event.mention].headline = Some(Span::of(&event.headline));
    }
    mentions
}

fn mention(sentences: &[Span], found: tawarikh_timex::Mention) -> Mention {
    let span = Span::of(&found.span);
    // Every character of the body lies in a sentence, so the last one that begins at or before the span holds it.
    let sentence = sentences
        .partition_point(|sentence| sentence.start <= span.start)
        .saturating_sub(1);
    Mention {
        span,
        sentence: sentence as u32,
        kind: mention_kind(found.kind),
        value: found.value,
        when: found.when,
        how: found.how.id().into(),
        rule: found.rule.into(),
        findings: found
            .findings
            .into_iter()
            .map(|finding| Finding {
                code: finding.code.id().into(),
                readings: finding.readings,
            })
            .collect(),
        headline: None,
    }
}

fn mention_kind(kind: tawarikh_timex::Kind) -> MentionKind {
    use tawarikh_timex::Kind;
    match kind {
        Kind::Date => MentionKind::Date,
        Kind::Time => MentionKind::Time,
        Kind::Duration => MentionKind::Duration,
        Kind::Set => MentionKind::Set,
    }
}

/// The dates of the document's events.
fn dated(mentions: &[Mention]) -> impl Iterator<Item = When> {
    mentions
        .iter()
        .filter(|mention| mention.headline.is_some())
        .filter_map(|mention| mention.when)
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
