//! Fragments: the parts of a large archive that lie beside it.

use std::fmt;

/// Files in one folder of fragments: more make some hosts and file managers slow.
const FILES_A_FOLDER: u32 = 256;

/// The folder of all fragments, below the site's.
const FOLDER: &str = "fragments";

/// The folder of an archive's fragments, below the site's; they are named by the archive's number, so that a host or a
/// browser that keeps files never mixes those of two archives.
pub(crate) fn folder(archive: u32) -> String {
    [FOLDER, "/", &id(archive)].concat()
}

/// An archive's number as eight hexadecimal digits.
pub(crate) fn id(archive: u32) -> String {
    let digit = |place: u32| char::from_digit(archive >> (4 * place) & 15, 16);
    (0..8).rev().filter_map(digit).collect()
}

/// The file of a finished fragment, header included, below the site's folder.
pub fn path(number: u32, fragment: &[u8]) -> String {
    let archive = fragment.first_chunk().copied().map(u32::from_le_bytes);
    format!("{}/{}", folder(archive.unwrap_or_default()), file(number))
}

/// The file of a fragment below the folder that [`About`](crate::view::About) names: `004/01234.js`.
pub fn file(number: u32) -> String {
    format!("{:03}/{number:05}.js", number / FILES_A_FOLDER)
}

/// Why bytes are not taken as a fragment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FragmentError(tawarikh_index::FragmentError);

impl FragmentError {
    /// A stable code for programs.
    pub fn code(&self) -> &'static str {
        use tawarikh_index::FragmentError as Error;
        match self.0 {
            Error::Unknown { .. } => "fragment-unknown",
            Error::Foreign { .. } => "fragment-foreign",
            Error::Damaged { .. } => "fragment-damaged",
        }
    }
}

impl From<tawarikh_index::FragmentError> for FragmentError {
    fn from(error: tawarikh_index::FragmentError) -> FragmentError {
        FragmentError(error)
    }
}

impl fmt::Display for FragmentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for FragmentError {}

#[cfg(test)]
mod tests {
    use super::file;

    #[test]
    fn a_folder_has_256_files() {
        assert_eq!(file(0), "000/00000.js");
        assert_eq!(file(255), "000/00255.js");
        assert_eq!(file(256), "001/00256.js");
        assert_eq!(file(33_000), "128/33000.js");
    }
}
