//! Fragments: the parts of a large archive that lie beside it.

use std::fmt;

/// Why bytes are not taken as a fragment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FragmentError {
    /// The archive has no fragment of that number.
    Unknown {
        /// The number that was given.
        number: u32,
    },
    /// It belongs to another archive, or is another one of this archive.
    Foreign {
        /// The number that was given.
        number: u32,
    },
    /// It is cut short or changed.
    Damaged {
        /// The number that was given.
        number: u32,
    },
}

impl FragmentError {
    /// A stable code for programs.
    pub fn code(&self) -> &'static str {
        match self {
            FragmentError::Unknown { .. } => "fragment-unknown",
            FragmentError::Foreign { .. } => "fragment-foreign",
            FragmentError::Damaged { .. } => "fragment-damaged",
        }
    }

    /// What happened and what to do, in Arabic.
    pub fn arabic(&self) -> String {
        match self {
            FragmentError::Unknown { number } => format!("ليس في الأرشيف جزء رقمه {number}."),
            FragmentError::Foreign { number } => {
                format!("الجزء {number} من أرشيف آخر. انسخ مجلد الموقع كاملاً كما بُني.")
            }
            FragmentError::Damaged { number } => {
                format!("الجزء {number} تالف. أعد نسخ المجلد أو تنزيله.")
            }
        }
    }
}

impl From<tawarikh_index::FragmentError> for FragmentError {
    fn from(error: tawarikh_index::FragmentError) -> FragmentError {
        use tawarikh_index::FragmentError as Error;
        match error {
            Error::Unknown { number } => FragmentError::Unknown { number },
            Error::Foreign { number } => FragmentError::Foreign { number },
            Error::Damaged { number } => FragmentError::Damaged { number },
        }
    }
}

impl fmt::Display for FragmentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FragmentError::Unknown { number } => {
                write!(f, "the archive has no fragment {number}")
            }
            FragmentError::Foreign { number } => write!(
                f,
                "fragment {number} belongs to another archive; copy the whole site folder as it was built"
            ),
            FragmentError::Damaged { number } => write!(
                f,
                "fragment {number} is damaged; copy or download the site folder again"
            ),
        }
    }
}

impl std::error::Error for FragmentError {}
