//! How an archive travels, and why one can't be opened.

use std::fmt;

use tawarikh_index::{OpenError as Reason, Tag};

/// The name of the WebAssembly custom section that carries an archive's resident bytes.
pub const CUSTOM_SECTION: &str = "tawarikh.pack";

/// Why bytes could not be opened as an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
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

    /// What happened and what to do, in Arabic.
    pub fn arabic(&self) -> String {
        match &self.0 {
            Reason::NotAnArchive => {
                "هذا الملف ليس أرشيف تواريخ. تحقّق من أنك نسخت مجلد الموقع كاملاً.".into()
            }
            Reason::Format { expected, found } => format!(
                "صيغة الأرشيف {found} والبرنامج يقرأ الصيغة {expected}. أعد بناء الأرشيف بالبرنامج نفسه الذي جاءت منه الصفحة."
            ),
            Reason::Analyzer { expected, found } => format!(
                "بُني فهرس الأرشيف بالإصدار {found} من محلّل النصوص والبرنامج يستعمل الإصدار {expected}. أعد بناء الأرشيف."
            ),
            Reason::Length { expected, found } => {
                let what = if found < expected {
                    "الأرشيف ناقص"
                } else {
                    "في الأرشيف زيادة"
                };
                format!("{what}: فيه {found} بايت والمنتظر {expected}. أعد نسخ الملف أو تنزيله.")
            }
            Reason::Checksum { section, .. } | Reason::Malformed { section } => {
                format!("جزء «{section}» من الأرشيف تالف. أعد نسخ الملف أو تنزيله.")
            }
            Reason::Missing { section } => {
                format!("جزء «{section}» غير موجود في الأرشيف. أعد بناء الأرشيف.")
            }
        }
    }
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
pub(crate) fn damaged(tag: Tag) -> OpenError {
    OpenError(Reason::Malformed {
        section: String::from_utf8_lossy(&tag).trim_end().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::{OpenError, Reason};

    #[test]
    fn a_cut_archive_and_one_with_more_are_told_apart() {
        let error = |expected, found| OpenError(Reason::Length { expected, found });
        assert_eq!(error(9, 4).code(), "truncated");
        assert_eq!(error(4, 9).code(), "overlong");
        assert!(error(9, 4).arabic().contains("ناقص"));
    }
}
