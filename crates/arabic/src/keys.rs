//! The three keys of a word.

use crate::fold::push_folded;
use crate::stem::push_stem;
use crate::surface::push_surface;

/// One word as the index knows it, from the most exact form to the widest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// See [`surface`](crate::surface).
    pub surface: String,
    /// See [`fold`](crate::fold).
    pub folded: String,
    /// See [`stem`](crate::stem).
    pub stem: String,
}

impl Keys {
    /// Puts the keys of `word` in place of what is here, without new memory for each word.
    pub fn set(&mut self, word: &str) {
        self.surface.clear();
        self.folded.clear();
        self.stem.clear();
        push_surface(word, &mut self.surface);
        push_folded(&self.surface, &mut self.folded);
        push_stem(&self.folded, &mut self.stem);
    }
}

/// The keys of one word.
pub fn keys(word: &str) -> Keys {
    let mut keys = Keys::default();
    keys.set(word);
    keys
}
