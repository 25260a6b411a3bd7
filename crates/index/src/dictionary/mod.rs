//! The dictionary: every form that the documents hold, in families.
//!
//! Forms that share a stem are a family. Families are sorted by stem, the forms of a family by folded form and then by
//! surface, and postings lie in that order: a query word reads one run of postings, whatever form each document has,
//! and every form still has postings of its own, so that the exact form can count more.
//!
//! ```text
//! piece      bytes of postings before it u32 · bytes of positions before it u32 · number of blocks u32 · where each ends u32 · the blocks
//! block      sixteen families, fewer at a piece's end:
//!            bytes of postings in the piece before it · bytes of positions in the piece before it · families
//! family     bytes shared with the stem before (0 at a block's start) · the stem's other bytes · bytes of postings ·
//!            bytes of positions · twice the number of forms, plus one if spellings follow ·
//!            [number of spellings · the spellings] · forms · [the documents where it counts most, see `head`]
//! form       twice the number of its affixes, plus one if a spelling follows · [number of the spelling] · documents
//! affixes    what stands before and after the stem (`وال`, `ات`), numbered as they come
//! spelling   how the surface writes the stem where it differs (`أحمد` for `احمد`)
//! pieces     resident: 1 if families carry documents, else 0; per piece: the shortest beginning of its first stem that
//!            comes after the piece before (bytes shared with that of the piece before · the other bytes) · families
//! ```
//!
//! No form is spelt out, which makes the dictionary a third smaller than an automaton over surface forms, and it can
//! be fetched piece by piece.

mod affixes;
mod family;
mod lookup;
mod stem_table;
mod writer;

pub(crate) use affixes::Affixes;
pub(crate) use family::{Family, Form};
pub(crate) use lookup::{Dictionary, DictionaryIndex, Heads};
pub(crate) use writer::{DictionaryWriter, Extent, FamilyExtent, TermKeys};

/// Families in a block.
pub(crate) const BLOCK: usize = 16;
/// Bytes from which on a piece is full. A word needs its own family, so a piece is not much more than what the longest families have.
pub(crate) const PIECE: usize = 2 << 10;
