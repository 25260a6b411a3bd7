//! Texts to terms: a run of documents at a time, each run on its own.

use std::collections::HashMap;

use tawarikh_arabic::{TokenKind, surface, tokens};

use crate::stored::StoreWriter;

/// Documents in a run. Fixed, so that the order of terms does not depend on the number of cores.
const RUN: usize = 256;

/// The words of a run of documents.
pub(crate) struct Run<'t> {
    numbers: HashMap<&'t str, u32>,
    by_surface: HashMap<String, u32>,
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

/// Analyses all documents, run by run.
pub(crate) fn analyse(store: &StoreWriter) -> Vec<Run<'_>> {
    let starts: Vec<usize> = (0..store.len()).step_by(RUN).collect();
    let run = |&start: &usize| Run::of(store, start, (start + RUN).min(store.len()));
    #[cfg(feature = "parallel")]
    {
        use rayon::prelude::*;
        starts.par_iter().map(run).collect()
    }
    #[cfg(not(feature = "parallel"))]
    starts.iter().map(run).collect()
}

impl<'t> Run<'t> {
    fn of(store: &'t StoreWriter, start: usize, end: usize) -> Run<'t> {
        let mut run = Run {
            numbers: HashMap::new(),
            by_surface: HashMap::new(),
            surfaces: String::new(),
            ends: Vec::new(),
            words: Vec::new(),
            lengths: Vec::new(),
        };
        for doc in start..end {
            let (title, body) = store.texts(doc);
            let lengths = [title, body].map(|text| run.text(text));
            run.lengths.push(lengths);
        }
        run.numbers = HashMap::new();
        run.by_surface = HashMap::new();
        run
    }

    /// The surfaces by number.
    pub(crate) fn surfaces(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts
            .zip(&self.ends)
            .map(|(start, &end)| self.surfaces.get(start..end).unwrap_or_default())
    }

    /// Adds the words of a text and says how many they are.
    fn text(&mut self, text: &'t str) -> u32 {
        let before = self.words.len();
        for token in tokens(text) {
            if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                let number = self.number(token.text);
                self.words.push(number);
            }
        }
        (self.words.len() - before) as u32
    }

    fn number(&mut self, word: &'t str) -> u32 {
        if let Some(&number) = self.numbers.get(word) {
            return number;
        }
        let surface = surface(word);
        let next = self.ends.len() as u32;
        let number = *self.by_surface.entry(surface.clone()).or_insert(next);
        if number == next {
            self.surfaces.push_str(&surface);
            self.ends.push(self.surfaces.len());
        }
        self.numbers.insert(word, number);
        number
    }
}
