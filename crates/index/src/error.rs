//! Why bytes could not be opened as an index.

use std::fmt;

/// Why bytes could not be opened as an index: what was expected, what was there, and (in the text) what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// The bytes do not begin as an index does.
    NotAnIndex,
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
        section: &'static str,
        /// The checksum written with it.
        expected: u32,
        /// The checksum of its bytes.
        found: u32,
    },
    /// A section is not there.
    Missing {
        /// The section.
        section: &'static str,
    },
    /// A section says what can't be, although its checksum holds: it was written by another program.
    Malformed {
        /// The section.
        section: &'static str,
    },
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::NotAnIndex => {
                f.write_str("these bytes are no index; give the bytes that the writer made")
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
                "section {section} has checksum {found:08x}, {expected:08x} expected; copy or download the index again"
            ),
            OpenError::Missing { section } => {
                write!(f, "section {section} is missing; build the index anew")
            }
            OpenError::Malformed { section } => {
                write!(f, "section {section} is malformed; build the index anew")
            }
        }
    }
}

impl std::error::Error for OpenError {}
