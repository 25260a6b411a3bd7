//! The query language. Nothing that is typed is an error.
//!
//! ```text
//! query    = clause { [ "OR" | "AND" ] clause }
//! clause   = [ "+" | "-" | "NOT" ] atom
//! atom     = word | phrase | "(" query ")" | field ":" ( word | phrase | "(" query ")" ) | side ":" ( date | '"' date '"' )
//! phrase   = '"' words '"'                                     also “ ” „ « »
//! field    = "title" | "outlet" | "source" | "author" | "place" | "year" | "عنوان" | "مصدر" | "كاتب" | "مكان" | "سنة" | "عام"
//! side     = "from" | "since" | "من" | "منذ" | "to" | "until" | "إلى" | "حتى"
//! ```
//!
//! Bare words are alternatives, ranked. Words of a phrase are folded alike, and the first of several may stand under
//! particles. A phrase, a field and `+` must hold, `-` must not; but in a question or sentence,
//! which stop words give away, a phrase is only preferred. `OR` makes the clauses on both
//! sides alternatives of each other, `AND` makes both of them hold. `from:` and `to:` rule the whole query; what a date is,
//! the caller says ([`DateReader`]). Words that are a spelling of a name ([`Names`]) stand for all its spellings. What can't be understood is searched as words, and
//! [`Query::notes`] says so.

#[cfg(test)]
mod cases;
mod lex;
mod name;
mod parse;

use std::ops::Range;

use tawarikh_arabic::Keys;
use tawarikh_calendar::When;

use crate::expand::Relation;

pub use lex::{UnfinishedValue, unfinished_value};
pub use name::{Names, Spelling};
pub(crate) use name::{is_latin, stands_in, terms};

/// A query, understood. See [`Query::parse`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(crate) clauses: Vec<Clause>,
    notes: Vec<Note>,
    span: Option<When>,
    dated: Vec<Range<usize>>,
}

/// The date that a text begins with and the bytes that it takes; `None` if it begins with none. The bytes end between
/// characters.
pub type DateReader = fn(&str) -> Option<(When, usize)>;

/// What a query is understood with.
#[derive(Clone, Copy)]
pub struct Understanding<'n> {
    /// Reads the dates of `from:` and `to:`.
    pub dates: DateReader,
    /// Names with several spellings.
    pub names: &'n Names,
    /// How words match.
    pub matching: Matching,
}

/// How the words of a query match those of the documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Matching {
    /// In any form of theirs.
    #[default]
    Lenient,
    /// Only as they are typed: hamza, ى and ة as in the query, and tashkeel where the query writes it.
    Exact,
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
    /// What `from:` or `to:` is given is no date: searched as words.
    UnreadDate,
    /// `from:` is after `to:`: both are taken the other way round.
    LateFrom,
    /// A further `from:` or `to:`: the last one counts.
    SecondDate,
    /// A date among alternatives, in brackets or after a sign: it rules the whole query all the same.
    JoinedDate,
    /// A Latin word that no document has: searched in Arabic letters.
    Transliterated,
    /// No word, no date: every document is found.
    NoWords,
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
            NoteCode::UnreadDate => "unread-date",
            NoteCode::LateFrom => "late-from",
            NoteCode::SecondDate => "second-date",
            NoteCode::JoinedDate => "joined-date",
            NoteCode::Transliterated => "transliterated",
            NoteCode::NoWords => "no-words",
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
    /// Words that have other spellings.
    Named(Named),
}

/// Words of a query with other spellings of what they name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// The words as typed.
    pub(crate) typed: Vec<Term>,
    /// The spellings that documents may have; that of the query among them if it has several words.
    pub(crate) spellings: Vec<Vec<Term>>,
}

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) keys: Keys,
    pub(crate) scope: Scope,
    pub(crate) growth: Growth,
    /// The word as written, if it has to match exactly.
    pub(crate) written: Option<String>,
    /// Whether it is another spelling of what was typed, and how it stands to it: such a word matches only itself, alone
    /// or under particles.
    pub(crate) spelling: Option<Relation>,
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
    /// A word that is finished, anywhere, in any form.
    pub(crate) fn whole(keys: Keys) -> Term {
        Term {
            keys,
            scope: Scope::Anywhere,
            growth: Growth::Whole,
            written: None,
            spelling: None,
        }
    }

    /// Whether other forms than its own match.
    pub(crate) fn is_lenient(&self) -> bool {
        self.written.is_none() && self.spelling.is_none()
    }

    /// Whether it is a word that every text has.
    pub(crate) fn is_stop_word(&self) -> bool {
        tawarikh_arabic::is_stop_word(&self.keys.folded)
    }
}

impl Clause {
    fn has_content(&self) -> bool {
        self.occur != Occur::Not
            && match &self.atom {
                Atom::Word(term) => !term.is_stop_word(),
                Atom::Phrase(terms) => terms.iter().any(|term| !term.is_stop_word()),
                Atom::Keyword { .. } => false,
                Atom::Group(inner) => inner.iter().any(Clause::has_content),
                Atom::Named(_) => true,
            }
    }
}

impl Query {
    /// Understands a query as well as it can be without knowing dates and names.
    #[must_use]
    pub fn parse(text: &str) -> Query {
        Query::understand(
            text,
            &Understanding {
                dates: |_| None,
                names: &Names::default(),
                matching: Matching::Lenient,
            },
        )
    }

    /// Understands a query as well as it can be.
    #[must_use]
    pub fn understand(text: &str, with: &Understanding<'_>) -> Query {
        parse::parse(text, with)
    }

    /// Any of these words, each in any form of its.
    pub(crate) fn any_of(words: impl Iterator<Item = Keys>) -> Query {
        let clause = |keys| Clause {
            occur: Occur::Should,
            atom: Atom::Word(Term::whole(keys)),
        };
        Query {
            clauses: words.map(clause).collect(),
            ..Query::default()
        }
    }

    /// Whether it asks for anything more telling than stop words.
    pub(crate) fn has_content(&self) -> bool {
        self.clauses.iter().any(Clause::has_content)
    }

    /// Which of its words are shown where they stand in texts: stop words are not if it asks for more.
    pub(crate) fn shown(&self) -> impl Fn(&Term) -> bool + use<> {
        let drops_stop_words = self.has_content();
        move |term| !(drops_stop_words && term.is_stop_word())
    }

    /// Adds a note.
    pub(crate) fn note(&mut self, note: Note) {
        self.notes.push(note);
    }

    /// The days that `from:` and `to:` allow.
    #[must_use]
    pub fn span(&self) -> Option<When> {
        self.span
    }

    /// The text that this query was understood from, without `from:` and `to:` and their dates.
    #[must_use]
    pub fn undated(&self, text: &str) -> String {
        let mut rest = String::new();
        let mut from = 0;
        for dated in &self.dated {
            rest.push_str(text.get(from..dated.start).unwrap_or_default());
            from = dated.end;
        }
        rest.push_str(text.get(from..).unwrap_or_default());
        rest.trim().to_owned()
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
