//! Why bytes could not be opened as an archive or index.

use std::fmt;

use crate::container::Tag;

/// Why bytes could not be opened as an archive or index: what was expected, what was there, and (in the text) what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// The bytes do not begin as an archive does.
    NotAnArchive,
    /// Another layout than the one that this code reads.
    Format {
        /// The layout that this code reads.
        expected: u32,
        /// The layout of the bytes.
        found: u32,
    },
    /// Made with another text analyzer, so that its words would not meet the words of a query.
    Analyzer {
        /// The analyzer of this code.
        expected: u32,
        /// The analyzer of the bytes.
        found: u32,
    },
    /// The bytes are fewer or more than their table announces.
    Length {
        /// Bytes that belong there.
        expected: u64,
        /// Bytes that are there.
        found: u64,
    },
    /// A section's bytes are not the ones that were written.
    Checksum {
        /// The section.
        section: Tag,
        /// The checksum written with it.
        expected: u32,
        /// The checksum of its bytes.
        found: u32,
    },
    /// A section is not there.
    Missing {
        /// The section.
        section: Tag,
    },
    /// A section says what can't be, although its checksum holds: it was written by another program.
    Malformed {
        /// The section.
        section: Tag,
    },
}

impl OpenError {
    pub(crate) fn missing(section: Tag) -> OpenError {
        OpenError::Missing { section }
    }

    /// The error of a section that says what can't be.
    pub(crate) fn malformed(section: Tag) -> OpenError {
        OpenError::Malformed { section }
    }
}

/// The name of a section as text.
fn name(tag: &Tag) -> &str {
    std::str::from_utf8(tag).unwrap_or("?").trim_end()
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::NotAnArchive => {
                f.write_str("these bytes are no archive; give the bytes that the writer made")
            }
            OpenError::Format { expected, found } => {
                write!(
                    f,
                    "index of format {found}, format {expected} expected; build the index anew"
                )
            }
            OpenError::Analyzer { expected, found } => write!(
                f,
                "index made with text analyzer {found}, analyzer {expected} expected; build the index anew"
            ),
            OpenError::Length { expected, found } => {
                write!(
                    f,
                    "index of {found} bytes, {expected} expected; copy or download it again"
                )
            }
            OpenError::Checksum {
                section,
                expected,
                found,
            } => write!(
                f,
                "section {} has checksum {found:08x}, {expected:08x} expected; copy or download the index again",
                name(section)
            ),
            OpenError::Missing { section } => {
                write!(
                    f,
                    "section {} is missing; build the index anew",
                    name(section)
                )
            }
            OpenError::Malformed { section } => {
                write!(
                    f,
                    "section {} is malformed; build the index anew",
                    name(section)
                )
            }
        }
    }
}

impl std::error::Error for OpenError {}
