//! The dictionary: every form that the documents hold, in families.
//!
//! Forms that share a stem are a family. Families are sorted by stem, the forms of a family by folded form and then by
//! surface, and postings lie in that order: a query word reads one run of postings, whatever form each document has,
//! and every form still has postings of its own, so that the exact form can count more.
//!
//! ```text
//! block      sixteen families
//! family     bytes shared with the stem before (0 at a block's start) · the stem's other bytes · bytes of postings ·
//!            bytes of positions · twice the number of forms, plus one if spellings follow ·
//!            [number of spellings · the spellings] · forms
//! form       twice the number of its affixes, plus one if a spelling follows · [number of the spelling] · documents
//! affixes    what stands before and after the stem (`وال`, `ات`); the commonest pairs have the smallest numbers
//! spelling   how the surface writes the stem where it differs (`أحمد` for `احمد`)
//! ```
//!
//! No form is spelt out, which makes the dictionary a third smaller than an automaton over surface forms, and blocks can
//! be fetched one by one.

mod affixes;
mod family;
mod lookup;
mod writer;

pub(crate) use affixes::Affixes;
pub(crate) use family::{Family, Form};
pub(crate) use lookup::Dictionary;
pub(crate) use writer::{DictionaryBytes, DictionaryWriter, Extent, TermKeys};

/// Families in a block.
pub(crate) const BLOCK: usize = 16;
