//! Texts to numbered words: a part of the documents at a time, each part on its own.

use std::collections::HashMap;

use tawarikh_arabic::{TokenKind, surface, tokens};

/// The words of some documents.
#[derive(Debug, Default)]
pub(crate) struct Words {
    /// The surfaces in the order of their first use, one after the other: thousands of small strings would take five
    /// times the memory.
    surfaces: String,
    /// Where each surface ends.
    ends: Vec<usize>,
    /// The number of every word, title before body, document after document.
    pub(crate) words: Vec<u32>,
    /// Per document the words of its title and of its body.
    pub(crate) lengths: Vec<[u32; 2]>,
}

/// Numbers surfaces by their first use.
#[derive(Default)]
struct Numbering<'t> {
    numbers: HashMap<&'t str, u32>,
    by_surface: HashMap<String, u32>,
}

impl Words {
    /// The words of documents, given as title and body.
    pub(crate) fn of<'t>(texts: impl Iterator<Item = [&'t str; 2]>) -> Words {
        let mut words = Words::default();
        let mut numbering = Numbering::default();
        for parts in texts {
            let lengths = parts.map(|text| words.text(text, &mut numbering));
            words.lengths.push(lengths);
        }
        words
    }

    /// The surfaces by number.
    pub(crate) fn surfaces(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts
            .zip(&self.ends)
            .map(|(start, &end)| self.surfaces.get(start..end).unwrap_or_default())
    }

    /// Adds the words of a text and says how many they are.
    fn text<'t>(&mut self, text: &'t str, numbering: &mut Numbering<'t>) -> u32 {
        let before = self.words.len();
        for token in tokens(text) {
            if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                let number = self.number(token.text, numbering);
                self.words.push(number);
            }
        }
        (self.words.len() - before) as u32
    }

    fn number<'t>(&mut self, word: &'t str, numbering: &mut Numbering<'t>) -> u32 {
        if let Some(&number) = numbering.numbers.get(word) {
            return number;
        }
        let surface = surface(word);
        let next = self.ends.len() as u32;
        let number = *numbering.by_surface.entry(surface.clone()).or_insert(next);
        if number == next {
            self.surfaces.push_str(&surface);
            self.ends.push(self.surfaces.len());
        }
        numbering.numbers.insert(word, number);
        number
    }
}
