//! What a file becomes: documents whose every statement says where it comes from.

use tawarikh_calendar::When;

/// One article, clean: its paragraphs in order, what is known about it, and everything that was left out.
///
/// Law: every non-empty line of the source is inside a paragraph's lines or in [`Document::dropped`] of one of the
/// documents that the file became.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Stable identifier: the file's stem, with `-2`, `-3` for further articles of the same file; or as given.
    pub id: String,
    /// Name of the file it was read from.
    pub source: String,
    /// Headline, if the text or its metadata gives one.
    pub title: Option<Inferred<String>>,
    /// Writers, in the order named.
    pub authors: Vec<Inferred<String>>,
    /// Who published it: a newspaper, channel, site. A news agency that is only credited is not the outlet.
    pub outlet: Option<Inferred<String>>,
    /// When it was published, as precisely as the text says. Never the day on which the page was saved.
    pub published: Option<Inferred<When>>,
    /// How sure the date is, or why there is none, in words of whoever described the document.
    pub date_note: Option<String>,
    /// Where it stood on the web.
    pub url: Option<Inferred<String>>,
    /// BCP 47 tag of the main language; `ar` unless something says otherwise.
    pub language: String,
    /// An article as published, or somebody's summary of one.
    pub kind: DocumentKind,
    /// The text, in order.
    pub paragraphs: Vec<Paragraph>,
    /// What is not in the paragraphs, line by line, with the rule that took it out.
    pub dropped: Vec<Dropped>,
    /// What a person should look at.
    pub findings: Vec<Finding>,
}

/// What a document is to its source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DocumentKind {
    /// The text as it was published.
    #[default]
    Article,
    /// A summary of a published text in other words.
    Digest,
}

/// A statement about a document and how it was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Inferred<T> {
    /// What is stated.
    pub value: T,
    /// Stable id of the rule that found it: `front-matter`, `sidecar`, `byline`, `signature`, `first-heading`, ….
    pub how: &'static str,
    /// Whether somebody stated it, or a rule concluded it.
    pub certainty: Certainty,
}

impl<T> Inferred<T> {
    /// A statement that the source makes in so many words, found by `how`.
    pub fn given(value: T, how: &'static str) -> Self {
        Inferred {
            value,
            how,
            certainty: Certainty::Given,
        }
    }

    /// A conclusion of the rule `how`.
    pub fn concluded(value: T, how: &'static str) -> Self {
        Inferred {
            value,
            how,
            certainty: Certainty::Inferred,
        }
    }
}

/// How far a statement can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Stated: by front matter, a sidecar, a page's metadata, a labelled byline or link.
    Given,
    /// Concluded from the form or wording of the text.
    Inferred,
}

/// A stretch of text that belongs together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Clean text, without line breaks.
    pub text: String,
    /// What it is.
    pub kind: ParagraphKind,
    /// First line in the source, from 1.
    pub line: u32,
    /// Last line in the source; larger than `line` where a paragraph was broken over lines.
    pub last_line: u32,
}

/// What a paragraph is, by its markup or its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphKind {
    /// Stands over the paragraphs that follow it.
    Heading,
    /// Running text.
    Body,
    /// A quotation set apart, or a pull quote that repeats no paragraph word for word.
    Quote,
    /// The words under a picture.
    Caption,
    /// An entry of a list, or a row of a table.
    Item,
}

/// A line, or a part of a line, that is not in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Line in the source, from 1.
    pub line: u32,
    /// What stood there.
    pub text: String,
    /// Stable id of the rule: `theme-switch`, `read-also`, `pull-quote`, …; or `title`, `byline`, `date-line`,
    /// `signature`, `article-link` where the words became metadata.
    pub reason: &'static str,
}

/// Something odd that a person may want to settle. Never an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Line in the source, from 1; none if it is about the whole document.
    pub line: Option<u32>,
    /// Stable id: `no-title`, `saved-page-date`, `encoding`, ….
    pub code: &'static str,
    /// What was found.
    pub text: String,
    /// What can be done about it.
    pub remedy: String,
}
