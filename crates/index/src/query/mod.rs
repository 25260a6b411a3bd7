//! The query language. Nothing that is typed is an error.
//!
//! ```text
//! query    = clause { [ "OR" | "AND" ] clause }
//! clause   = [ "+" | "-" | "NOT" ] atom
//! atom     = word | phrase | "(" query ")" | field ":" ( word | phrase | "(" query ")" )
//! phrase   = '"' words '"'                                     also “ ” „ « »
//! field    = "title" | "outlet" | "author" | "place" | "year" | "عنوان" | "مصدر" | "كاتب" | "مكان" | "سنة"
//! ```
//!
//! Bare words are alternatives, ranked. A phrase, a field and `+` must hold, `-` must not; but in a question or sentence,
//! which stop words give away, a phrase is only preferred. `OR` makes the clauses on both
//! sides alternatives of each other, `AND` makes both of them hold. What can't be understood is searched as words, and
//! [`Query::notes`] says so.

mod lex;
mod parse;

use tawarikh_arabic::Keys;

/// A query, understood. See [`Query::parse`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(crate) clauses: Vec<Clause>,
    notes: Vec<Note>,
}

/// Something in a query that was understood otherwise than it may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is.
    pub code: NoteCode,
    /// The piece of the query.
    pub text: String,
}

/// What a [`Note`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoteCode {
    /// A quotation mark without its partner: the phrase goes on to the end.
    OpenQuote,
    /// A phrase in a question or sentence: documents that hold it come first, it is not required.
    LoosePhrase,
    /// A bracket without its partner: left out.
    OpenBracket,
    /// A field without a value: searched as a word.
    EmptyField,
    /// Brackets within too many brackets: the inner ones are left out.
    Deep,
    /// More words than a query may have: the rest is left out.
    Long,
}

impl NoteCode {
    /// A stable name for programs.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            NoteCode::OpenQuote => "open-quote",
            NoteCode::LoosePhrase => "loose-phrase",
            NoteCode::OpenBracket => "open-bracket",
            NoteCode::EmptyField => "empty-field",
            NoteCode::Deep => "deep",
            NoteCode::Long => "long",
        }
    }
}

/// A part of a query and how it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    pub(crate) occur: Occur,
    pub(crate) atom: Atom,
}

/// How a clause counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Occur {
    Should,
    Must,
    Not,
}

/// What a clause asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Atom {
    /// A word in any of its forms.
    Word(Term),
    /// Words in this order, folded alike.
    Phrase(Vec<Term>),
    /// A keyword column with a value that holds this folded text, whole words of it.
    Keyword {
        column: &'static str,
        folded: String,
    },
    /// A query in brackets.
    Group(Vec<Clause>),
}

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) keys: Keys,
    pub(crate) scope: Scope,
    pub(crate) growth: Growth,
}

/// Where a word is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    Anywhere,
    Title,
}

/// Whether a word is typed to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Growth {
    /// Something follows it.
    Whole,
    /// It touches the end of the query: words that begin with it may be meant.
    Growing,
}

impl Term {
    /// Whether it is a word that every text has.
    pub(crate) fn is_stop_word(&self) -> bool {
        tawarikh_arabic::is_stop_word(&self.keys.folded)
    }
}

impl Query {
    /// Understands a query as well as it can be.
    #[must_use]
    pub fn parse(text: &str) -> Query {
        let (clauses, notes) = parse::parse(text);
        Query { clauses, notes }
    }

    /// What was understood otherwise than it may have been meant.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Whether it asks for nothing; it then finds every document.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }
}
