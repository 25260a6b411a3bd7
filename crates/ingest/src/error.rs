//! Why a file could not be read at all.

use std::fmt;

/// A file that cannot become documents: which file, where in it, what is wrong, what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// Name of the file (of the sidecar, if that is at fault).
    pub file: String,
    /// Line in that file, from 1, where there is one to point at.
    pub line: Option<u32>,
    /// What kind of trouble.
    pub kind: ReadErrorKind,
    /// What was expected and what was found.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

/// The kinds of trouble, for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadErrorKind {
    /// Nothing but white space.
    Empty,
    /// Not text.
    Binary,
    /// A file name ending that no reader is known for.
    UnknownKind,
    /// Front matter that is not TOML or YAML, or never ends.
    FrontMatter,
    /// A sidecar that is not TOML.
    Sidecar,
    /// A line of a `.jsonl` file that is not a record with text.
    Record,
}

impl ReadErrorKind {
    /// Stable id for machine-readable output.
    pub fn id(self) -> &'static str {
        match self {
            ReadErrorKind::Empty => "empty",
            ReadErrorKind::Binary => "binary",
            ReadErrorKind::UnknownKind => "unknown-kind",
            ReadErrorKind::FrontMatter => "front-matter",
            ReadErrorKind::Sidecar => "sidecar",
            ReadErrorKind::Record => "record",
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}; {}", self.file, self.what, self.remedy),
            None => write!(f, "{}: {}; {}", self.file, self.what, self.remedy),
        }
    }
}

impl std::error::Error for ReadError {}
