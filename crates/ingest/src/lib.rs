//! Bytes of a file to clean documents: encoding, page furniture, metadata.
//!
//! An article saved from the web is full of what is not the article: menus, share buttons, headlines of other
//! articles, captions said twice, pull quotes. [`read`] takes that out by general rules and says line by line what it
//! took out and why ([`Document::dropped`]); it infers title, author, outlet and date where the text gives them, each
//! with the rule that found it, and leaves unknown what is not known. No line is lost.
//!
//! ```
//! let page = "الوضع المظلم\nحصاد القمح يبدأ مبكرًا\nبقلم: سارة حداد\n\nبدأ المزارعون في السهل حصاد القمح قبل موعده بثلاثة أسابيع هذا الموسم بعد شتاء جاف.\n";
//! let documents = tawarikh_ingest::read("harvest.txt", page.as_bytes(), None)?;
//! let article = &documents[0];
//! assert_eq!(article.title.as_ref().unwrap().value, "حصاد القمح يبدأ مبكرًا");
//! assert_eq!(article.authors[0].value, "سارة حداد");
//! assert_eq!(article.paragraphs.len(), 1);
//! assert_eq!(article.dropped[0].reason, "theme-switch");
//! # Ok::<(), tawarikh_ingest::ReadError>(())
//! ```
//!
//! The reading of a saved page is a chain of stages over its lines, each deciding some of their fates: furniture
//! (`clearing`), neighbours said twice (`repeat`), ends and further articles (`split`), metadata (`head`, `tail`,
//! `attribution`, `selfdate`), pull quotes (`repeat`), kinds (`form`), broken paragraphs (`joint`).

mod article;
mod attribution;
mod byline;
mod clearing;
mod date;
mod declared;
mod document;
mod encoding;
mod error;
mod form;
mod found;
mod front_matter;
mod furniture;
mod head;
mod html;
mod joint;
mod jsonl;
mod label;
mod line;
mod markdown;
mod marks;
mod outlet;
mod page;
mod pattern;
mod person;
mod plain;
mod reader;
mod repeat;
mod schema;
mod selfdate;
mod sidecar;
mod split;
mod tail;
mod words;

pub use document::{
    Certainty, Document, DocumentKind, Dropped, Finding, Inferred, Paragraph, ParagraphKind,
};
pub use error::{ReadError, ReadErrorKind};
pub use reader::{FileKind, read, read_records};
