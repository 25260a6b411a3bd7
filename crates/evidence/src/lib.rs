//! Names, dated events and findings in Arabic documents.

mod chunk;
mod clause;
mod error;
mod gazetteer;
mod headline;
mod name;
mod word;

pub use error::{NameError, NameFault};
pub use gazetteer::{Gazetteer, NameMention};
pub use headline::{MOST_WORDS, Sentence};
pub use name::{Name, NameKind, Via};
