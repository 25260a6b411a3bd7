//! What the archive keeps of each document beside its title and text.
//!
//! Spans are byte ranges in the document's body: its paragraphs joined by [`PARAGRAPH_BREAK`].

use crate::kept::{Kept, Source, kept};
use tawarikh_calendar::When;
use tawarikh_evidence::{EventKind, NameKind, NameRule};

/// What stands between two paragraphs of a body.
pub(crate) const PARAGRAPH_BREAK: char = '\n';

/// A byte range in the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub start: u32,
    pub end: u32,
}

kept!(struct Span { start, end });

impl Span {
    pub fn of(range: &std::ops::Range<usize>) -> Span {
        Span {
            start: range.start as u32,
            end: range.end as u32,
        }
    }

    /// The text of the span; empty where a damaged record points outside the body.
    pub fn text(self, body: &str) -> &str {
        body.get(self.range()).unwrap_or_default()
    }

    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    pub fn holds(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether they have bytes in common.
    pub fn meets(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Words in a row of a document, as the index counts positions: the title's from 0, the body's after a gap of one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Words {
    pub first: u32,
    pub count: u32,
}

kept!(struct Words { first, count });

impl Words {
    /// Their positions.
    pub fn range(self) -> std::ops::Range<u32> {
        self.first..self.first.saturating_add(self.count)
    }
}

/// A document without its text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Record {
    pub id: String,
    pub source: String,
    pub title: Option<Inferred<String>>,
    pub authors: Vec<Inferred<String>>,
    pub outlet: Option<Inferred<String>>,
    pub published: Option<Inferred<When>>,
    pub date_note: Option<String>,
    pub url: Option<String>,
    pub language: String,
    pub is_digest: bool,
    pub paragraphs: Vec<Paragraph>,
    pub sentences: Vec<Span>,
    /// The words of each sentence.
    pub words: Vec<Words>,
    pub mentions: Vec<Mention>,
    pub names: Vec<NameUse>,
    pub figures: Vec<Figure>,
    pub events: Vec<Event>,
}

kept!(struct Record { id, source, title, authors, outlet, published, date_note, url, language, is_digest, paragraphs, sentences, words, mentions, names, figures, events });

impl Record {
    /// The sentence that holds a byte: every character of the body lies in one, so it is the last that begins before.
    pub fn sentence_of(&self, byte: u32) -> u32 {
        let after = self
            .sentences
            .partition_point(|sentence| sentence.start <= byte);
        after.saturating_sub(1) as u32
    }

    /// The words of a sentence.
    pub fn words_of(&self, sentence: u32) -> Words {
        self.words
            .get(sentence as usize)
            .copied()
            .unwrap_or_default()
    }

    /// The positions of the title's words, if it has a title: the body's follow after a gap of one.
    pub fn title_words(&self) -> std::ops::Range<u32> {
        0..self.words_of(0).first.saturating_sub(1)
    }

    /// The document's title, or the name of its file where it has none.
    pub fn shown_title<'a>(&'a self, title: &'a str) -> &'a str {
        if title.is_empty() {
            &self.source
        } else {
            title
        }
    }
}

/// A value with the rule that found it.
#[derive(Debug, Clone)]
pub(crate) struct Inferred<T> {
    pub value: T,
    pub how: String,
    pub given: bool,
}

impl<T: Kept> Kept for Inferred<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.value.put(out);
        self.how.put(out);
        self.given.put(out);
    }

    fn take(from: &mut Source) -> Inferred<T> {
        Inferred {
            value: T::take(from),
            how: Kept::take(from),
            given: Kept::take(from),
        }
    }
}

/// A paragraph's place and kind.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Paragraph {
    pub kind: ParagraphKind,
    pub span: Span,
}

kept!(struct Paragraph { kind, span });

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ParagraphKind {
    Heading,
    Body,
    Quote,
    Caption,
    Item,
}

kept!(
    enum ParagraphKind {
        Heading,
        Body,
        Quote,
        Caption,
        Item,
    }
);

impl ParagraphKind {
    pub fn id(self) -> &'static str {
        match self {
            ParagraphKind::Heading => "heading",
            ParagraphKind::Body => "body",
            ParagraphKind::Quote => "quote",
            ParagraphKind::Caption => "caption",
            ParagraphKind::Item => "item",
        }
    }
}

/// A time expression.
#[derive(Debug, Clone)]
pub(crate) struct Mention {
    pub span: Span,
    pub sentence: u32,
    pub kind: MentionKind,
    pub value: String,
    pub when: Option<When>,
    pub how: String,
    pub rule: String,
    pub findings: Vec<Finding>,
}

kept!(struct Mention { span, sentence, kind, value, when, how, rule, findings });

/// What a time expression is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MentionKind {
    Date,
    Time,
    Duration,
    Set,
}

kept!(
    enum MentionKind {
        Date,
        Time,
        Duration,
        Set,
    }
);

impl MentionKind {
    pub fn id(self) -> &'static str {
        match self {
            MentionKind::Date => "date",
            MentionKind::Time => "time",
            MentionKind::Duration => "duration",
            MentionKind::Set => "set",
        }
    }
}

/// A doubt with what the expression may mean.
#[derive(Debug, Clone)]
pub(crate) struct Finding {
    pub code: String,
    pub readings: Vec<When>,
}

kept!(struct Finding { code, readings });

/// A name in the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NameUse {
    pub span: Span,
    pub kind: NameKind,
    /// Its number in the list that the archive was built with; nothing where only its words show that it is a name, or where
    /// several of the list may be meant.
    pub known: Option<u32>,
    /// How it was found.
    pub rule: NameRule,
}

kept!(struct NameUse { span, kind, known, rule });

/// A number that counts something.
#[derive(Debug, Clone)]
pub(crate) struct Figure {
    pub span: Span,
    pub sentence: u32,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub fate: Option<String>,
    pub kind: String,
    pub noun: Option<Span>,
    pub party: Option<Span>,
    /// The number of its place among the document's names.
    pub place: Option<u32>,
    /// The number of the time expression as of which it counts.
    pub as_of: Option<u32>,
    /// The number of the event that it belongs to.
    pub event: Option<u32>,
    /// The number of the figure that it is a part of.
    pub part_of: Option<u32>,
    pub said: Option<Said>,
    pub rule: String,
}

kept!(struct Figure { span, sentence, low, high, fate, kind, noun, party, place, as_of, event, part_of, said, rule });

/// Who says something.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    pub span: Span,
    pub saying: String,
    /// Those who passed it on, the one who tells us first.
    pub chain: Vec<Span>,
}

kept!(struct Said { span, saying, chain });

/// What a sentence tells of one date.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    pub sentence: u32,
    /// The number of the time expression that dates it.
    pub mention: u32,
    /// Whether an earlier sentence has that expression.
    pub inherited: bool,
    /// What happened, as a number of [`EventKind::ALL`](tawarikh_evidence::EventKind::ALL).
    pub kind: u8,
    /// Words of its sentence that stand for it.
    pub headline: Span,
    /// The numbers of its figures in the document.
    pub figures: Vec<u32>,
    pub said: Option<Said>,
    pub rule: String,
}

kept!(struct Event { sentence, mention, inherited, kind, headline, figures, said, rule });

impl Event {
    /// The id of what happened.
    pub fn kind(&self) -> &'static str {
        kind_id(self.kind)
    }
}

/// The id of the kind of that number.
pub(crate) fn kind_id(number: u8) -> &'static str {
    let kind = EventKind::ALL.get(usize::from(number)).copied();
    kind.unwrap_or_default().id()
}
