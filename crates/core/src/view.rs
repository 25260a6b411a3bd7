//! What the page receives and sends: plain data, finished labels, text already cut into pieces.
//!
//! Every type serialises with camelCase keys. Days are rata die numbers; `x` and `width` are pixels from the past edge
//! of the time axis (the page mirrors them where the axis runs right to left).

use serde::Serialize;

pub use tawarikh_calendar::{Digits, Language, Months, Style};

/// What the reader has asked for: the whole state that a search depends on.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// The query as typed.
    pub query: String,
    /// Chosen facet values; any value of one field, all fields together.
    pub facets: FacetChoice,
    /// First and last day of the chosen time span, as rata die numbers.
    pub span: Option<[i32; 2]>,
    /// How many hits to return; 0 stands for [`DEFAULT_LIMIT`].
    pub limit: u32,
    /// How many of the best hits to pass over.
    pub offset: u32,
    /// How dates are written.
    pub style: Style,
    /// Document and sentence that are being read: their events are drawn before all others.
    pub reading: Option<[u32; 2]>,
    /// Whether words match only as they are typed: hamza, ى, ة, and tashkeel where the query writes it.
    pub exact: bool,
}

impl State {
    /// A state that asks `query` and chooses nothing else.
    pub fn asking(query: &str) -> State {
        State {
            query: query.into(),
            ..State::default()
        }
    }
}

/// Hits returned where the state names no limit.
pub const DEFAULT_LIMIT: u32 = 20;

/// Chosen values, by facet field.
#[derive(Debug, Clone, Default)]
pub struct FacetChoice {
    /// Names of outlets.
    pub outlet: Vec<String>,
    /// Years, as four digits.
    pub year: Vec<String>,
    /// Names of places, as the archive's list of names writes them.
    pub place: Vec<String>,
    /// Names of authors.
    pub author: Vec<String>,
    /// Names of parties, as the names of the archive write them.
    pub party: Vec<String>,
    /// Kinds of events, by their ids.
    pub kind: Vec<String>,
}

/// Which part of a list is wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Page {
    /// How many rows; 0 stands for [`DEFAULT_ROWS`].
    pub limit: u32,
    /// How many of the first rows to pass over.
    pub offset: u32,
}

/// Rows returned where a page names no limit.
pub const DEFAULT_ROWS: u32 = 100;

/// A run of text, with what it is part of; what it is not part of is not there in JSON.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Piece {
    /// The text of the run.
    pub text: String,
    /// Whether the query matched it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub hit: bool,
    /// The time expression it belongs to: an index into [`Reading::mentions`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mention: Option<u32>,
    /// The name it belongs to: an index into [`Reading::names`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<u32>,
    /// The figure it belongs to: an index into [`Reading::figures`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<u32>,
}

/// A date ready to print, with its machine form and its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DateView {
    /// In the chosen style.
    pub label: String,
    /// EDTF text.
    pub edtf: String,
    /// The id of the rule that found it.
    pub how: String,
    /// Whether the document states it itself, rather than a rule inferring it.
    pub given: bool,
}

/// A value of the document's own metadata, with its source.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Sourced {
    /// The value.
    pub value: String,
    /// The id of the rule that found it.
    pub how: String,
    /// Whether the document states it itself, rather than a rule inferring it.
    pub given: bool,
}

/// What an archive says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Description {
    /// Title in the archive's language.
    pub title: String,
    /// Title in English, where given.
    pub title_en: Option<String>,
    /// What the archive is, in its language.
    pub description: Option<String>,
    /// The same in English.
    pub description_en: Option<String>,
    /// What readers should know of the texts.
    pub note: Option<String>,
    /// The same in English.
    pub note_en: Option<String>,
    /// Licence of the texts.
    pub licence: Option<String>,
    /// Language of the texts, as a BCP 47 tag.
    pub language: String,
}

/// The archive as a whole.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct About {
    /// A short stable id, from the pack's checksum; pages use it as a prefix for what they store.
    pub id: String,
    /// The program version that built the archive.
    pub version: String,
    /// What it says of itself.
    #[serde(flatten)]
    pub description: Description,
    /// Queries to try, from the archive's own names.
    pub examples: Vec<String>,
    /// Number of documents.
    pub documents: u32,
    /// Number of sentences.
    pub sentences: u32,
    /// Number of dated sentences' time expressions.
    pub events: u32,
    /// Number of figures.
    pub figures: u32,
    /// Number of happenings that several documents tell of.
    pub happenings: u32,
    /// Number of names.
    pub names: u32,
    /// Number of documents without a date.
    pub undated: u32,
    /// First day of the time axis, where anything is dated.
    pub first: Option<i32>,
    /// Last day of the time axis.
    pub last: Option<i32>,
    /// The fragments that lie beside the archive; nothing where it is whole in one file.
    pub fragments: Option<Fragments>,
}

/// The parts of a large archive that are loaded when a view needs them.
///
/// Every view names the fragments that it was computed without: `pending` holds those to be loaded, given to
/// [`Archive::supply`](crate::Archive::supply) and followed by the same question again; `lost` those that were given up by
/// [`Archive::lose`](crate::Archive::lose). Both rise, each number stands once, and both are empty in an archive that is whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Fragments {
    /// How many there are, numbered from 0.
    pub count: u32,
    /// Their folder below the site: fragment 1234 is `FOLDER/004/01234.js` (256 in each inner folder).
    pub folder: String,
}

/// The answer to a search.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Results {
    /// Number of matching documents.
    pub total: u32,
    /// Number of documents in the archive.
    pub documents: u32,
    /// The best of them, from the state's offset on.
    pub hits: Vec<Hit>,
    /// Counts of each facet value over the matches. They cross as numbers: see [`Facet`].
    #[serde(skip)]
    pub facets: Vec<Facet>,
    /// What of the query was taken otherwise than written.
    pub notes: Vec<Note>,
    /// A date that the query's plain words hold, offered as a filter.
    pub date_filter: Option<DateFilter>,
    /// The days that `from:` and `to:` in the query allow: they narrow as [`State::span`] does. Where one end is open, it is
    /// that of the archive's time axis.
    pub query_span: Option<QuerySpan>,
    /// A better spelling of the query, where it finds nothing or little.
    pub suggestion: Option<Suggestion>,
    /// Whether `total` and `facets` were counted over everything. Hits may be final before they are.
    pub exact: bool,
    /// Fragments to load before asking again: those that the hits need first, then those that the counts need.
    pub pending: Vec<u32>,
    /// Fragments that are missing for good, of those that this answer needed.
    pub lost: Vec<u32>,
}

/// The answer to a search without texts.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Ranked {
    /// Number of matching documents.
    pub total: u32,
    /// The numbers of the best of them, from the state's offset on.
    pub best: Vec<u32>,
    /// Counts of each facet value over the matches. They cross as numbers: see [`Facet`].
    #[serde(skip)]
    pub facets: Vec<Facet>,
    /// Whether `total` and `facets` were counted over everything.
    pub exact: bool,
    /// Fragments to load before asking again.
    pub pending: Vec<u32>,
    /// Fragments that are missing for good, of those that this answer needed.
    pub lost: Vec<u32>,
}

/// One matching document.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Hit {
    /// The document's number in the archive.
    pub document: u32,
    /// The document's id.
    pub id: String,
    /// Title cut into pieces; the file's name stands in for an unknown one.
    pub title: Vec<Piece>,
    /// Whether the title is the document's own, rather than its file's name.
    pub titled: bool,
    /// Outlet, where known.
    pub outlet: Option<String>,
    /// Authors, where known.
    pub authors: Vec<String>,
    /// Date, where known.
    pub date: Option<DateView>,
    /// The best sentence.
    pub snippet: Vec<Piece>,
    /// The number of that sentence in its document.
    pub sentence: u32,
    /// `article` or `digest`.
    pub kind: &'static str,
    /// Address of the original, where known.
    pub url: Option<String>,
}

/// What documents can be narrowed by, in the order that facets are shown in.
pub const FIELDS: [&str; 6] = ["year", "place", "party", "kind", "outlet", "author"];

/// Counts of one field's values, as columns of numbers: a parser takes long over many values, and their texts, which are in
/// [`FacetValues`], are the same in every answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// One of [`FIELDS`].
    pub field: &'static str,
    /// The numbers of its values: years in their order, others by falling count.
    pub values: Vec<u32>,
    /// By value, the matching documents that carry it.
    pub counts: Vec<u32>,
}

/// All values that one field has in the archive, numbered from 0.
#[derive(Debug, Clone, Serialize)]
pub struct FacetValues {
    /// One of [`FIELDS`].
    pub field: &'static str,
    #[serde(skip)]
    count: usize,
    /// What to put into [`FacetChoice`], with [`BETWEEN`] between the values. Nothing where there are none.
    values: Option<String>,
    /// What to print, with [`BETWEEN`] between the labels; nothing where that is always the value itself, and an empty one
    /// where it is for one value.
    labels: Option<String>,
}

/// What stands between values in a column: a code point that is no character, and is left out of a value that has it all the same.
pub const BETWEEN: char = '\u{FFFF}';
/// The same as text, which is appended with less work.
const BETWEEN_TEXT: &str = "\u{FFFF}";

impl FacetValues {
    /// A field without values.
    pub fn new(field: &'static str) -> FacetValues {
        FacetValues {
            field,
            count: 0,
            values: None,
            labels: None,
        }
    }

    /// Adds a value, and its label where that is another text.
    pub fn push(&mut self, value: &str, label: Option<&str>) {
        let before = self.count;
        self.count += 1;
        add(self.values.get_or_insert_default(), before, value);
        if let Some(labels) = &mut self.labels {
            add(labels, before, label.unwrap_or_default());
        } else if let Some(label) = label {
            let mut labels = String::new();
            (1..before).for_each(|_| labels.push(BETWEEN));
            add(&mut labels, before, label);
            self.labels = Some(labels);
        }
    }

    /// The values, and their labels where those are other texts.
    pub fn values(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        let labels = texts(&self.labels).map(|label| Some(label).filter(|label| !label.is_empty()));
        let values = texts(&self.values).take(self.count);
        values.zip(labels.chain(std::iter::repeat(None)))
    }
}

/// The texts of a column.
fn texts(column: &Option<String>) -> std::str::Split<'_, char> {
    column.as_deref().unwrap_or_default().split(BETWEEN)
}

/// Adds a text to a column that has so many.
fn add(column: &mut String, before: usize, text: &str) {
    if before > 0 {
        column.push_str(BETWEEN_TEXT);
    }
    // Next to no value has even the first of its bytes.
    if text.as_bytes().contains(&0xEF) {
        column.extend(text.chars().filter(|&letter| letter != BETWEEN));
    } else {
        column.push_str(text);
    }
}

/// A query that finds more than the one that was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Suggestion {
    /// The whole query, corrected.
    pub query: String,
    /// The same in pieces: the words that were changed are its hits.
    pub pieces: Vec<Piece>,
}

/// How the last word of a query may go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Completions {
    /// Values of a field, where the query ends in one; else names first, then words; each from the most frequent on.
    pub completions: Vec<Completion>,
    /// Fragments to load before asking again.
    pub pending: Vec<u32>,
    /// Fragments that are missing for good, of those that this answer needed.
    pub lost: Vec<u32>,
}

/// One way to complete a query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Completion {
    /// What comes in place of the last word, or of the value of a field.
    pub text: String,
    /// The whole query with it.
    pub query: String,
    /// `name` for one of the archive's names, `word` for a word of its documents, `value` for one that a field has.
    pub kind: &'static str,
    /// Documents that hold the word; for a name, how often the documents use it; for a value, the documents with it that
    /// the rest of the query finds.
    pub count: u32,
    /// For a name, its name in the other script, where the archive knows one; for a value, what the style calls it.
    pub label: Option<String>,
}

/// Why a document matches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Why {
    /// The query's words that the document holds in some form, in the query's order.
    pub words: Vec<WhyWord>,
    /// Fragments to load before asking again.
    pub pending: Vec<u32>,
    /// Fragments that are missing for good, of those that this answer needed.
    pub lost: Vec<u32>,
}

/// A word of the query, and what stands for it in a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WhyWord {
    /// The word, or the words of a name, as typed.
    pub typed: String,
    /// The forms in the document: nearest relation first, then the most frequent.
    pub forms: Vec<WhyForm>,
}

/// A form in a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WhyForm {
    /// The form as the document writes it, without tashkeel.
    pub form: String,
    /// `exact`, `folded`, `stem`, `plural`, `alias`, `transliteration`, `prefix` or `near`.
    pub relation: &'static str,
    /// How often the document holds it.
    pub count: u32,
}

/// Documents that are like one.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Similar {
    /// The likest, best first, without the document itself; the words that they share are marked.
    pub hits: Vec<Hit>,
    /// Fragments to load before asking again.
    pub pending: Vec<u32>,
    /// Fragments that are missing for good, of those that this answer needed.
    pub lost: Vec<u32>,
}

/// Something of the query that was taken otherwise than written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Note {
    /// A stable code; the page has the sentence for it.
    ///
    /// | code | what happened to `text` |
    /// | --- | --- |
    /// | `open-quote` | it has an opening quotation mark only: the phrase goes on to the end |
    /// | `loose-phrase` | a phrase in a question or sentence: preferred, not required |
    /// | `open-bracket` | a bracket without its partner: left out |
    /// | `empty-field` | a field without a value: searched as a word |
    /// | `deep` | brackets within too many brackets: left out |
    /// | `long` | the first of the words that are beyond what a query may have: left out from there on |
    /// | `unread-date` | the value of `from:` or `to:` is no date that is understood: searched as words |
    /// | `late-from` | `from:` is after `to:`: both are taken the other way round |
    /// | `second-date` | a further `from:` or `to:`: the last one counts |
    /// | `joined-date` | a date between `OR`, in brackets with other words, or after `-`: it rules the whole query all the same |
    /// | `transliterated` | a Latin word that no document has: searched in Arabic letters |
    /// | `no-words` | signs alone: nothing is asked for, so every document is found |
    pub code: String,
    /// The part of the query that it concerns.
    pub text: String,
}

/// A date found in the query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DateFilter {
    /// First day.
    pub first: i32,
    /// Last day.
    pub last: i32,
    /// In the chosen style.
    pub label: String,
}

/// The days that a query's own `from:` and `to:` allow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuerySpan {
    /// First day.
    pub first: i32,
    /// Last day.
    pub last: i32,
    /// In the chosen style.
    pub label: String,
    /// The query without them.
    pub without: String,
}

/// The visible part of the time axis.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Window {
    /// Day number at the past edge.
    pub first: f64,
    /// Day number at the future edge.
    pub last: f64,
    /// Width in pixels.
    pub width: f64,
    /// Rows for marks.
    pub lanes: u32,
    /// Average width of a letter of a label in pixels.
    pub char_width: f64,
    /// The widest that a label may get in pixels; the page cuts longer ones.
    pub label_width: f64,
}

/// Where to go from one event to another in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the one that begins next.
    Next,
    /// To the one that began before.
    Previous,
    /// To the earliest.
    First,
    /// To the latest.
    Last,
}

/// The event that a step leads to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stepped {
    /// The event's number in the archive; nothing at the end, or as long as fragments are pending.
    pub event: Option<u32>,
    /// The window moved as little as shows it.
    pub window: Window,
    /// Fragments to load before asking again.
    pub pending: Vec<u32>,
    /// Fragments that are missing for good, of those that this answer needed.
    pub lost: Vec<u32>,
}

/// The document that an id names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Located {
    /// Its number; nothing where the archive has none of that id, or as long as fragments are pending.
    pub document: Option<u32>,
    /// Fragments to load before asking again.
    pub pending: Vec<u32>,
    /// Fragments that are missing for good, of those that this answer needed.
    pub lost: Vec<u32>,
}

/// The timeline of what matches, laid out for one window.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Timeline {
    /// Day number at the past edge, after clamping.
    pub first: f64,
    /// Day number at the future edge.
    pub last: f64,
    /// First and last day of the whole archive's axis.
    pub domain: Option<[f64; 2]>,
    /// Ticks of the axis.
    pub ticks: Vec<TickView>,
    /// Single events; of several of one happening, one stands for all.
    pub marks: Vec<MarkView>,
    /// Events too close together to draw singly.
    pub bins: Vec<BinView>,
    /// How many days a column of these lasts; columns begin at multiples of it.
    pub column_days: f64,
    /// Events per column over the whole domain, past first; an event spreads evenly over its days.
    pub density: Vec<f64>,
    /// Number of events that match; those of one happening count once.
    pub count: u32,
    /// Time expressions of what matches that have no place on the axis.
    pub tray: Vec<Unplaced>,
    /// Fragments to load before asking again.
    pub pending: Vec<u32>,
    /// Fragments that are missing for good, of those that this answer needed.
    pub lost: Vec<u32>,
}

/// A tick of the axis.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TickView {
    /// Pixels from the past edge.
    pub x: f64,
    /// Finished label.
    pub label: String,
    /// Whether it opens a larger unit.
    pub major: bool,
}

/// One event on the axis.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MarkView {
    /// The event's number in the archive.
    pub event: u32,
    /// Pixels from the past edge.
    pub x: f64,
    /// Pixels.
    pub width: f64,
    /// Row, from 0.
    pub lane: u32,
    /// `day`, `week`, `month`, `season`, `quarter`, `half`, `year`, `decade`, `century` or `range`.
    pub shape: &'static str,
    /// The start is uncertain.
    pub soft_start: bool,
    /// The end is uncertain.
    pub soft_end: bool,
    /// Nothing bounds the past side.
    pub open_start: bool,
    /// Nothing bounds the future side.
    pub open_end: bool,
    /// Where the label begins: after the mark, or inside of it where it fits.
    pub label_x: f64,
    /// The label's room in pixels; 0 where it has none.
    pub label_width: f64,
    /// Headline cut from the sentence.
    pub label: String,
    /// The first place that the headline names, in the chosen language.
    pub place: Option<String>,
    /// Where it stands.
    #[serde(flatten)]
    pub at: EventView,
}

/// An event in words.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EventView {
    /// The document's number.
    pub document: u32,
    /// The sentence's number in it.
    pub sentence: u32,
    /// The document's title, or its file's name.
    pub title: String,
    /// The outlet, where known.
    pub outlet: Option<String>,
    /// The date in the chosen style; empty where none is told.
    pub date: String,
    /// EDTF text; empty where no date is told.
    pub edtf: String,
    /// First day; nothing where nothing bounds the past side.
    pub first: Option<i32>,
    /// Last day; nothing where nothing bounds the future side.
    pub last: Option<i32>,
    /// How the date was found; empty where none is told.
    pub how: String,
    /// Codes of the findings on it.
    pub doubts: Vec<String>,
    /// Whether an earlier sentence gives the date.
    pub inherited: bool,
    /// What happened: `capture` … `disaster`, `other`.
    pub kind: &'static str,
    /// The happening that it belongs to, where several documents tell of it.
    pub happening: Option<u32>,
    /// Number of documents that tell of it.
    pub sources: u32,
}

/// Events drawn as one column.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BinView {
    /// Pixels from the past edge.
    pub x: f64,
    /// Pixels.
    pub width: f64,
    /// Number of events.
    pub count: u32,
    /// First day that the column stands for.
    pub first: f64,
    /// Last day.
    pub last: f64,
}

/// A time expression without a place on the axis.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Unplaced {
    /// The document's number.
    pub document: u32,
    /// The sentence's number in it.
    pub sentence: u32,
    /// The document's title, or its file's name.
    pub title: String,
    /// The expression as written.
    pub text: String,
}

/// A document to read.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reading {
    /// The document's number.
    pub document: u32,
    /// The document's id.
    pub id: String,
    /// The file it came from.
    pub source: String,
    /// Title, or the file's name.
    pub title: Sourced,
    /// Authors.
    pub authors: Vec<Sourced>,
    /// Outlet.
    pub outlet: Option<Sourced>,
    /// Date.
    pub date: Option<DateView>,
    /// What the document says of its date's certainty.
    pub date_note: Option<String>,
    /// Address of the original.
    pub url: Option<String>,
    /// `article` or `digest`.
    pub kind: &'static str,
    /// BCP 47 tag.
    pub language: String,
    /// The text.
    pub paragraphs: Vec<ParagraphView>,
    /// Its time expressions.
    pub mentions: Vec<MentionView>,
    /// Names in it.
    pub names: Vec<NameView>,
    /// Its figures.
    pub figures: Vec<Figure>,
    /// What its dated sentences tell.
    pub events: Vec<ToldEvent>,
    /// Numbers of the sentences with a hit.
    pub hits: Vec<u32>,
    /// Fragments to load before asking again; the text is empty as long as there are any.
    pub pending: Vec<u32>,
    /// Fragments that are missing for good, of those that this document needs.
    pub lost: Vec<u32>,
}

/// One paragraph.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ParagraphView {
    /// `heading`, `body`, `quote`, `caption` or `item`.
    pub kind: &'static str,
    /// Its sentences.
    pub sentences: Vec<SentenceView>,
}

/// One sentence.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SentenceView {
    /// Its number in the document.
    pub sentence: u32,
    /// Whether the query matched in it.
    pub hit: bool,
    /// Its text, with the white space that follows it.
    pub pieces: Vec<Piece>,
}

/// A time expression to explain.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MentionView {
    /// The sentence's number.
    pub sentence: u32,
    /// As written.
    pub text: String,
    /// `date`, `time`, `duration` or `set`.
    pub kind: &'static str,
    /// In the chosen style; nothing where it has no place on the axis.
    pub label: Option<String>,
    /// Whether it dates an event on the timeline.
    pub placed: bool,
    /// EDTF text.
    pub edtf: Option<String>,
    /// TIMEX3-like value.
    pub value: String,
    /// First and last day.
    pub days: Option<[i32; 2]>,
    /// `day` … `century`.
    pub precision: Option<&'static str>,
    /// How it was resolved.
    pub how: String,
    /// The rule that recognised it.
    pub rule: String,
    /// Doubts, each with its readings.
    pub findings: Vec<FindingView>,
}

/// A doubt about a date.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FindingView {
    /// A stable code; the page has the sentence for it.
    pub code: String,
    /// What the expression may mean, in the chosen style.
    pub readings: Vec<String>,
}

/// A name to explain.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NameView {
    /// Its id in the archive's list; nothing where the list does not have it.
    pub id: Option<String>,
    /// `place`, `party` or `person`.
    pub kind: &'static str,
    /// The name as the archive writes it, or as the document does where the list does not have it.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// Degrees north and east.
    pub coordinates: Option<[f64; 2]>,
    /// The ids of the rules that found it there.
    pub rules: Vec<&'static str>,
    /// How often it stands in the document.
    pub count: u32,
}

/// An event of a document that is read.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ToldEvent {
    /// The sentence's number.
    pub sentence: u32,
    /// Its date: an index into [`Reading::mentions`].
    pub mention: u32,
    /// Whether an earlier sentence gives the date.
    pub inherited: bool,
    /// What happened: `capture` … `disaster`, `other`.
    pub kind: &'static str,
    /// Words of the sentence that stand for it.
    pub headline: String,
    /// The happening that it belongs to, where several documents tell of it.
    pub happening: Option<u32>,
    /// Number of documents that tell of it.
    pub sources: u32,
    /// Who says so.
    pub attribution: Option<Attribution>,
    /// The rule that made it.
    pub rule: String,
}

/// The events that a state selects.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Events {
    /// How many there are.
    pub total: u32,
    /// Those of the page, in the order of time.
    pub events: Vec<ListedEvent>,
    /// Fragments to load before asking again.
    pub pending: Vec<u32>,
    /// Fragments that are missing for good, of those that this answer needed.
    pub lost: Vec<u32>,
}

/// An event in a list.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListedEvent {
    /// The event's number in the archive.
    pub event: u32,
    /// The document's id.
    pub id: String,
    /// Address of the original, where known.
    pub url: Option<String>,
    /// Words of the sentence that stand for it.
    pub headline: String,
    /// Where it happened, as far as the sentence shows it.
    pub places: Vec<NameLabel>,
    /// Who did it and to whom it was done, as far as the sentence shows it.
    pub parties: Vec<NameLabel>,
    /// Who did it, by name.
    pub agents: Vec<String>,
    /// To whom it was done, by name.
    pub patients: Vec<String>,
    /// Who says so.
    pub attribution: Option<Attribution>,
    /// The rule that made it.
    pub rule: String,
    /// Where it stands.
    #[serde(flatten)]
    pub at: EventView,
}

/// A name to show.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NameLabel {
    /// The name in the archive's language, as facets take it.
    pub name: String,
    /// In the language of the chosen style, where that is known.
    pub label: String,
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
}

/// The happenings of which several documents tell.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Happenings {
    /// How many there are.
    pub total: u32,
    /// Those of the page, in the order of time.
    pub happenings: Vec<Happening>,
    /// Fragments to load before asking again.
    pub pending: Vec<u32>,
    /// Fragments that are missing for good, of those that this answer needed.
    pub lost: Vec<u32>,
}

/// Something that several documents tell of.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Happening {
    /// Its number in the archive.
    pub id: u32,
    /// What happened: `capture` … `disaster`, `other`.
    pub kind: &'static str,
    /// Words of one of its sentences, that with the tightest date, that stand for it.
    pub headline: String,
    /// The tightest date that all sources allow, or all the days that they name, in the chosen style.
    pub label: String,
    /// First day; nothing where nothing bounds the past side.
    pub first: Option<i32>,
    /// Last day; nothing where nothing bounds the future side.
    pub last: Option<i32>,
    /// Whether the sources' dates allow one another.
    pub agreed: bool,
    /// Where it happened, as far as the sentences show it.
    pub places: Vec<NameLabel>,
    /// Who did it and to whom it was done, as far as the sentences show it.
    pub parties: Vec<NameLabel>,
    /// What each says, in the order of documents.
    pub sources: Vec<Source>,
}

/// What one sentence tells of a happening.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// Where it stands, with its own date.
    #[serde(flatten)]
    pub at: EventView,
    /// The sentence.
    pub sentence_pieces: Vec<Piece>,
    /// Who says so.
    pub attribution: Option<Attribution>,
    /// Its figures, without their sentences.
    pub figures: Vec<Figure>,
}

/// What is not known of what a state selects.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Findings {
    /// One for each code that something was found of, in the order of codes.
    pub findings: Vec<FoundOf>,
    /// Fragments to load before asking again.
    pub pending: Vec<u32>,
    /// Fragments that are missing for good, of those that this answer needed.
    pub lost: Vec<u32>,
}

/// All findings of one code.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FoundOf {
    /// A stable code; the page has the sentence for it.
    ///
    /// | code | what an item's `text` is | its `detail` |
    /// | --- | --- | --- |
    /// | `undated-document` | | |
    /// | `unauthored-document` | | |
    /// | `unplaced-expression` | the time expression | |
    /// | `unplaced-name` | the name of a place without coordinates | |
    /// | `ambiguous-name` | the name | those that it may be |
    /// | `misspelt-name` | the name as written | the name |
    /// | `unattributed-figure` | the number | |
    /// | `single-source` | the headline of an event that one document tells | its date |
    /// | `date-disagreement` | | the dates that the sources of a happening say |
    /// | `figure-disagreement` | what is counted, as its class in English | each source's title and figure |
    /// | `repeated-claim` | | the titles of the documents that have the sentence word for word |
    /// | `weekday-conflict`, `dual-month`, `no-such-day`, `ambiguous-date`, `calendar-mismatch`, `after-reference` | the time expression | what it may mean |
    pub code: String,
    /// How many there are.
    pub count: u32,
    /// The first of them, in the order of documents; events in that of time.
    pub items: Vec<FindingItem>,
}

/// One finding.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FindingItem {
    /// The document's number.
    pub document: u32,
    /// The sentence's number in it; nothing where it is about the document as a whole.
    pub sentence: Option<u32>,
    /// The document's title, or its file's name.
    pub title: String,
    /// As written.
    pub text: String,
    /// See the code.
    pub detail: Vec<String>,
}

/// Who says something.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Attribution {
    /// Who, as written.
    pub text: String,
    /// How: `said`, `counted`, `estimated`, `quoted` or `according`.
    pub saying: String,
    /// Those who passed it on, the one who tells us first.
    pub chain: Vec<String>,
}

/// The figures that a state selects.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Figures {
    /// How many there are.
    pub total: u32,
    /// Those of the page, in the order of documents and their texts.
    pub figures: Vec<Figure>,
    /// Fragments to load before asking again.
    pub pending: Vec<u32>,
    /// Fragments that are missing for good, of those that this answer needed.
    pub lost: Vec<u32>,
}

/// A number that counts something.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// The document's number.
    pub document: u32,
    /// The document's id.
    pub id: String,
    /// The sentence's number in it.
    pub sentence: u32,
    /// Its number in the document.
    pub number: u32,
    /// The document's title, or its file's name.
    pub title: String,
    /// The outlet, where known.
    pub outlet: Option<String>,
    /// The document's date in the chosen style.
    pub published: Option<String>,
    /// As written.
    pub text: String,
    /// The least that is said; nothing for "less than".
    pub low: Option<f64>,
    /// The most that is said; nothing for "more than".
    pub high: Option<f64>,
    /// What happened to those who are counted: `killed`, `wounded`, `displaced`…
    pub fate: Option<String>,
    /// What is counted: `person`, `civilian`, `house`…
    pub kind: String,
    /// The noun as written.
    pub noun: Option<String>,
    /// The party that the counted belong to, as written.
    pub party: Option<String>,
    /// The place, by its name in the archive's list, or as written.
    pub place: Option<String>,
    /// Who says so.
    pub attribution: Option<Attribution>,
    /// The time as of which it counts, in the chosen style.
    pub as_of: Option<String>,
    /// The date of its event, in the chosen style.
    pub date: Option<String>,
    /// First day of its event, or else of `as_of`.
    pub first: Option<i32>,
    /// Last day.
    pub last: Option<i32>,
    /// The number in the document of the figure that it is a part of.
    pub part_of: Option<u32>,
    /// The rule that found it.
    pub rule: String,
    /// Its sentence; empty where the sentence stands beside it.
    pub pieces: Vec<Piece>,
}

/// The names in what a state selects.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Names {
    /// Number of selected documents.
    pub documents: u32,
    /// The names in most documents first, then those that stand there most often.
    pub names: Vec<NamedView>,
    /// Fragments to load before asking again.
    pub pending: Vec<u32>,
    /// Fragments that are missing for good, of those that this answer needed.
    pub lost: Vec<u32>,
}

/// A name with what the documents make of it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NamedView {
    /// The name in the archive's language, as facets take it.
    pub name: String,
    /// `place`, `party` or `person`.
    pub kind: &'static str,
    /// In the language of the chosen style, where that is known.
    pub label: String,
    /// In English, where that is known.
    pub label_en: Option<String>,
    /// Whether a list has it; else its words alone show that it is a name, or several of the list may be meant.
    pub known: bool,
    /// The ids of the rules that found it in them.
    pub rules: Vec<&'static str>,
    /// Selected documents that have it.
    pub documents: u32,
    /// How often they have it.
    pub count: u32,
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// Where the coordinates are from.
    pub source: Option<String>,
    /// Selected events whose sentences have it, per month in which they begin: year × 12 + month - 1, and how many. Events
    /// dated to a year or coarser are left out.
    pub months: Vec<[i32; 2]>,
    /// Those that the same documents name: index in this list, and in how many.
    pub with: Vec<[u32; 2]>,
}

#[cfg(test)]
mod tests {
    use super::{BETWEEN, FacetValues};

    #[test]
    fn a_field_gives_back_the_values_that_were_put_in() {
        let mut places = FacetValues::new("place");
        assert_eq!(places.values().count(), 0);
        let rows = [
            ("حلب", None),
            ("دمشق", None),
            ("الرقة", Some("Raqqa")),
            ("تعز", None),
        ];
        for (value, label) in rows {
            places.push(value, label);
        }
        assert_eq!(places.values().collect::<Vec<_>>(), rows);
    }

    #[test]
    fn a_value_cannot_end_its_column() {
        let mut authors = FacetValues::new("author");
        authors.push(&format!("نور{BETWEEN}سعد"), None);
        authors.push("ليلى", None);
        let values: Vec<_> = authors.values().collect();
        assert_eq!(values, [("نورسعد", None), ("ليلى", None)]);
    }
}
