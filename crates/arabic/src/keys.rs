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
        self.set_spelling(word);
        self.set_stem();
    }

    /// Puts the first two keys of `word` in place of what is here and leaves the stem empty until [`Keys::set_stem`].
    pub fn set_spelling(&mut self, word: &str) {
        self.surface.clear();
        self.folded.clear();
        self.stem.clear();
        push_surface(word, &mut self.surface);
        push_folded(&self.surface, &mut self.folded);
    }

    /// Finds the stem of the word whose other keys are here. It is a part of the folded form, letter by letter, so that a
    /// word without the letters of a stem need not be asked for its own.
    pub fn set_stem(&mut self) {
        self.stem.clear();
        push_stem(&self.folded, &mut self.stem);
    }
}

/// The keys of one word.
pub fn keys(word: &str) -> Keys {
    let mut keys = Keys::default();
    keys.set(word);
    keys
}
