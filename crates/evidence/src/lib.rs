//! Names, dated events and findings in Arabic documents.

mod error;
mod gazetteer;
mod name;
mod word;

pub use error::{NameError, NameFault};
pub use gazetteer::{Gazetteer, NameMention};
pub use name::{Name, NameKind, Via};
