//! Documents of words turned into words with their documents.

use std::collections::HashMap;

use tawarikh_arabic::Keys;

use crate::analysis::{Run, analyse};
use crate::dictionary::{DictionaryBytes, DictionaryWriter, Extent, TermKeys};
use crate::meta::Meta;
use crate::norm;
use crate::postings::{Posting, PostingsWriter, put_positions};
use crate::stored::StoreWriter;

/// The words of all documents, inverted.
pub(crate) struct Inversion {
    pub(crate) meta: Meta,
    pub(crate) norms: Vec<u8>,
    pub(crate) postings: Vec<u8>,
    pub(crate) positions: Vec<u8>,
    terms: Vec<TermKeys>,
    extents: Vec<Extent>,
}

/// One occurrence of a word.
#[derive(Clone, Copy, Default)]
struct Occurrence {
    doc: u32,
    position: u32,
}

impl Inversion {
    /// Analyses and inverts all documents.
    pub(crate) fn of(store: &StoreWriter) -> Inversion {
        let runs = analyse(store);
        let (terms, ranks) = rank_terms(&runs);
        let lengths: Vec<[u32; 2]> = runs
            .iter()
            .flat_map(|run| run.lengths.iter().copied())
            .collect();
        let (starts, occurrences) = group(&runs, &ranks, terms.len());
        drop(runs);
        let total = |length: &[u32; 2]| length[0] + length[1];
        let mut inversion = Inversion {
            meta: Meta {
                documents: lengths.len() as u32,
                words: lengths.iter().map(|length| u64::from(total(length))).sum(),
            },
            norms: lengths
                .iter()
                .map(|length| norm::encode(total(length)))
                .collect(),
            postings: Vec::new(),
            positions: Vec::new(),
            terms,
            extents: Vec::new(),
        };
        for bounds in starts.windows(2) {
            inversion.term(&occurrences[bounds[0]..bounds[1]], &lengths);
        }
        inversion
    }

    /// Writes the postings and positions of the next term.
    fn term(&mut self, occurrences: &[Occurrence], lengths: &[[u32; 2]]) {
        let before = [self.postings.len(), self.positions.len()];
        let mut documents = 0;
        let mut writer = PostingsWriter::new(&mut self.postings);
        for within in occurrences.chunk_by(|a, b| a.doc == b.doc) {
            let doc = within[0].doc;
            let title_words = lengths[doc as usize][0];
            let title = within.partition_point(|occurrence| occurrence.position < title_words);
            writer.push(Posting {
                doc,
                body: (within.len() - title) as u32,
                title: title as u32,
            });
            put_positions(
                &mut self.positions,
                within.iter().map(|occurrence| occurrence.position),
            );
            documents += 1;
        }
        self.extents.push(Extent {
            documents,
            postings: self.postings.len() - before[0],
            positions: self.positions.len() - before[1],
        });
    }

    /// The stems in the order of the dictionary, each once.
    pub(crate) fn stems(&self) -> impl Iterator<Item = &str> {
        self.terms
            .chunk_by(|a, b| a.stem == b.stem)
            .filter_map(|family| Some(family.first()?.stem.as_str()))
    }

    /// The sections of the dictionary.
    pub(crate) fn dictionary(&self) -> DictionaryBytes {
        DictionaryWriter::write(&self.terms, &self.extents)
    }
}

/// The terms of all runs in the order of the dictionary, and per run the rank of each of its numbers.
fn rank_terms(runs: &[Run<'_>]) -> (Vec<TermKeys>, Vec<Vec<u32>>) {
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    let mut terms: Vec<(TermKeys, u32)> = Vec::new();
    let mut by_run: Vec<Vec<u32>> = Vec::new();
    for run in runs {
        let mut of_run = Vec::new();
        for surface in run.surfaces() {
            let next = terms.len() as u32;
            let number = *numbers.entry(surface).or_insert(next);
            if number == next {
                terms.push((term_keys(surface), number));
            }
            of_run.push(number);
        }
        by_run.push(of_run);
    }
    // Surfaces differ, so no two terms are equal.
    terms.sort_unstable();
    let mut ranks = vec![0; terms.len()];
    for ((_, number), rank) in terms.iter().zip(0..) {
        ranks[*number as usize] = rank;
    }
    by_run
        .iter_mut()
        .flatten()
        .for_each(|number| *number = ranks[*number as usize]);
    (terms.into_iter().map(|(keys, _)| keys).collect(), by_run)
}

fn term_keys(surface: &str) -> TermKeys {
    let Keys {
        surface,
        folded,
        stem,
    } = tawarikh_arabic::keys(surface);
    TermKeys {
        stem,
        folded,
        surface,
    }
}

/// All occurrences by term, and where each term's begin (counting sort; keeps the order of documents).
fn group(runs: &[Run<'_>], ranks: &[Vec<u32>], terms: usize) -> (Vec<usize>, Vec<Occurrence>) {
    let mut starts = vec![0usize; terms + 1];
    for (run, ranks) in runs.iter().zip(ranks) {
        run.words
            .iter()
            .for_each(|&word| starts[ranks[word as usize] as usize + 1] += 1);
    }
    for term in 0..terms {
        starts[term + 1] += starts[term];
    }
    let mut next = starts.clone();
    let mut occurrences = vec![Occurrence::default(); starts[terms]];
    let mut doc = 0;
    for (run, ranks) in runs.iter().zip(ranks) {
        let mut words = run.words.iter();
        for &[title, body] in &run.lengths {
            // The gap keeps phrases from reaching from the title into the body.
            let positions = (0..title).chain(title + 1..title + 1 + body);
            for (position, &word) in positions.zip(&mut words) {
                let slot = &mut next[ranks[word as usize] as usize];
                occurrences[*slot] = Occurrence { doc, position };
                *slot += 1;
            }
            doc += 1;
        }
    }
    (starts, occurrences)
}
