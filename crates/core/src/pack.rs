//! The pack: the resident bytes of an archive, framed as [`tawarikh_index::Pager`] describes it.

use std::fmt;

use tawarikh_index::FORMAT;

/// The name of the WebAssembly custom section that carries a pack.
pub const CUSTOM_SECTION: &str = "tawarikh.pack";

/// Why bytes could not be opened as an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// The bytes do not begin as a pack does.
    NotAPack,
    /// The pack's layout is not the one that this engine reads.
    Format {
        /// Version in the bytes.
        found: u32,
    },
    /// The archive was built with another text analyzer, so its index would not match queries.
    Analyzer {
        /// Version in the bytes.
        found: u32,
    },
    /// The bytes end early.
    Truncated {
        /// Bytes that the table announces.
        expected: u64,
        /// Bytes that are there.
        found: u64,
    },
    /// The bytes go on after the last section.
    Overlong {
        /// Bytes that the table announces.
        expected: u64,
        /// Bytes that are there.
        found: u64,
    },
    /// A part does not have its checksum, or can't be decoded.
    Damaged {
        /// Name of the part.
        part: String,
    },
    /// A part that every archive has is not there.
    Missing {
        /// Name of the part.
        part: String,
    },
}

impl OpenError {
    /// A stable code for programs.
    pub fn code(&self) -> &'static str {
        match self {
            OpenError::NotAPack => "not-a-pack",
            OpenError::Format { .. } => "format",
            OpenError::Analyzer { .. } => "analyzer",
            OpenError::Truncated { .. } => "truncated",
            OpenError::Overlong { .. } => "overlong",
            OpenError::Damaged { .. } => "damaged",
            OpenError::Missing { .. } => "missing",
        }
    }

    /// What happened and what to do, in Arabic.
    pub fn arabic(&self) -> String {
        match self {
            OpenError::NotAPack => {
                "هذا الملف ليس أرشيف تواريخ. تحقّق من أنك نسخت مجلد الموقع كاملاً.".into()
            }
            OpenError::Format { found } => format!(
                "صيغة الأرشيف {found} والبرنامج يقرأ الصيغة {FORMAT}. أعد بناء الأرشيف بالبرنامج نفسه الذي جاءت منه الصفحة."
            ),
            OpenError::Analyzer { found } => format!(
                "بُني فهرس الأرشيف بالإصدار {found} من محلّل النصوص والبرنامج يستعمل الإصدار {}. أعد بناء الأرشيف.",
                tawarikh_arabic::ANALYZER_VERSION
            ),
            OpenError::Truncated { expected, found } => format!(
                "الأرشيف ناقص: فيه {found} بايت والمنتظر {expected}. أعد نسخ الملف أو تنزيله."
            ),
            OpenError::Overlong { expected, found } => format!(
                "في الأرشيف زيادة: فيه {found} بايت والمنتظر {expected}. أعد نسخ الملف أو تنزيله."
            ),
            OpenError::Damaged { part } => {
                format!("جزء «{part}» من الأرشيف تالف. أعد نسخ الملف أو تنزيله.")
            }
            OpenError::Missing { part } => {
                format!("جزء «{part}» غير موجود في الأرشيف. أعد بناء الأرشيف.")
            }
        }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::NotAPack => f.write_str(
                "this is not a Tawarikh archive; check that the whole site folder was copied",
            ),
            OpenError::Format { found } => write!(
                f,
                "the archive has format {found}, this program reads format {FORMAT}; rebuild the archive with the program that made the page"
            ),
            OpenError::Analyzer { found } => write!(
                f,
                "the archive was indexed by text analyzer {found}, this program has {}; rebuild the archive",
                tawarikh_arabic::ANALYZER_VERSION
            ),
            OpenError::Truncated { expected, found } => write!(
                f,
                "the archive is cut short: {found} bytes where {expected} belong; copy or download the file again"
            ),
            OpenError::Overlong { expected, found } => write!(
                f,
                "the archive has bytes too many: {found} where {expected} belong; copy or download the file again"
            ),
            OpenError::Damaged { part } => {
                write!(
                    f,
                    "the part “{part}” of the archive is damaged; copy or download the file again"
                )
            }
            OpenError::Missing { part } => {
                write!(
                    f,
                    "the part “{part}” is not in the archive; rebuild the archive"
                )
            }
        }
    }
}

impl std::error::Error for OpenError {}

impl From<tawarikh_index::OpenError> for OpenError {
    fn from(error: tawarikh_index::OpenError) -> OpenError {
        use tawarikh_index::OpenError as Error;
        match error {
            Error::NotAnArchive => OpenError::NotAPack,
            Error::Format { found, .. } => OpenError::Format { found },
            Error::Analyzer { found, .. } => OpenError::Analyzer { found },
            Error::Length { expected, found } if found < expected => {
                OpenError::Truncated { expected, found }
            }
            Error::Length { expected, found } => OpenError::Overlong { expected, found },
            Error::Checksum { section, .. } | Error::Malformed { section } => {
                OpenError::Damaged { part: section }
            }
            Error::Missing { section } => OpenError::Missing { part: section },
        }
    }
}

/// The error for a part that can't be read.
pub(crate) fn damaged(part: &str) -> OpenError {
    OpenError::Damaged { part: part.into() }
}
