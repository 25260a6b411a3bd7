//! Arabic text analysis: normalisation, tokens, sentences, stems, numerals.
//!
//! Pure functions from text to values; nothing here fails or panics on any text. A [`Token`] keeps its bytes in the
//! text that was given, so that later stages can mark what they found in the text as it was written.
//!
//! ```
//! use tawarikh_arabic::{keys, tokens};
//!
//! let words: Vec<&str> = tokens("وصلتِ القافلةُ،ثمّ عادت").map(|token| token.text).collect();
//! assert_eq!(words, ["وصلتِ", "القافلةُ", "،", "ثمّ", "عادت"]);
//! assert_eq!(keys("القافلةُ").folded, "القافله");
//! ```

mod class;
pub mod clitic;
mod compat;
mod fold;
mod hash;
mod keys;
mod lower;
pub mod numeral;
mod plural;
mod sentence;
mod shape;
mod sieve;
mod stem;
mod stop;
mod surface;
mod table;
mod token;
mod verb;
mod weak;
mod word_list;

pub use fold::fold;
pub use hash::{hash32, hash64};
pub use keys::{Keys, keys};
pub use plural::{plural_candidates, singular_candidates};
pub use sentence::sentences;
pub use stem::{stem, stem_of};
pub use stop::is_stop_word;
pub use surface::surface;
pub use table::{bytes_from, first_row};
pub use token::{Token, TokenKind, Tokens, tokens};
pub use verb::verb_candidates;
pub use weak::weak_candidates;

/// Changes whenever the same text may give other tokens or keys: an index made by one version is not searched by another.
pub const ANALYZER_VERSION: u32 = 2;
