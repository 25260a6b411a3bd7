//! How an archive travels, and why one can't be opened.

use std::fmt;

use tawarikh_index::{OpenError as Reason, Tag};

/// The name of the WebAssembly custom section that carries an archive's resident bytes.
pub const CUSTOM_SECTION: &str = "tawarikh.pack";

/// Why bytes could not be opened as an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenError(Reason);

impl From<Reason> for OpenError {
    fn from(reason: Reason) -> OpenError {
        OpenError(reason)
    }
}

impl OpenError {
    /// A stable code for programs.
    pub fn code(&self) -> &'static str {
        match &self.0 {
            Reason::NotAnArchive => "not-a-pack",
            Reason::Format { .. } => "format",
            Reason::Analyzer { .. } => "analyzer",
            Reason::Length { expected, found } if found < expected => "truncated",
            Reason::Length { .. } => "overlong",
            Reason::Checksum { .. } | Reason::Malformed { .. } => "damaged",
            Reason::Missing { .. } => "missing",
        }
    }

    /// The error for a page, which has the sentences.
    pub fn fault(&self) -> Fault {
        let none = Fault {
            code: self.code(),
            section: None,
            expected: None,
            found: None,
        };
        match self.0 {
            Reason::NotAnArchive => none,
            Reason::Format { expected, found } | Reason::Analyzer { expected, found } => Fault {
                expected: Some(expected.into()),
                found: Some(found.into()),
                ..none
            },
            Reason::Length { expected, found } => Fault {
                expected: Some(expected as f64),
                found: Some(found as f64),
                ..none
            },
            Reason::Checksum { section, .. }
            | Reason::Malformed { section }
            | Reason::Missing { section } => Fault {
                section: Some(section.map(char::from).iter().collect()),
                ..none
            },
        }
    }
}

/// Why a call failed, for a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// A stable code.
    pub code: &'static str,
    /// The part of the archive that it concerns.
    pub section: Option<String>,
    /// The format, the analyzer's version, or the number of bytes that should be there.
    pub expected: Option<f64>,
    /// What is there.
    pub found: Option<f64>,
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::NotAnArchive => f.write_str(
                "this is not a Tawarikh archive; check that the whole site folder was copied",
            ),
            reason => reason.fmt(f),
        }
    }
}

impl std::error::Error for OpenError {}

/// The error for a section that can't be read.
pub(crate) fn damaged(section: Tag) -> OpenError {
    OpenError(Reason::Malformed { section })
}

#[cfg(test)]
mod tests {
    use super::{OpenError, Reason};

    #[test]
    fn a_cut_archive_and_one_with_more_are_told_apart() {
        let error = |expected, found| OpenError(Reason::Length { expected, found });
        assert_eq!(error(9, 4).code(), "truncated");
        assert_eq!(error(4, 9).code(), "overlong");
        let fault = error(9, 4).fault();
        assert_eq!((fault.expected, fault.found), (Some(9.0), Some(4.0)));
    }
}
