//! The words of some documents, inverted and sorted: what is spilled and merged.
//!
//! ```text
//! per form, in the order of the dictionary:
//!   stem · folded form · surface · documents · the last of them · bytes of postings · postings · bytes of positions · positions
//! ```
//!
//! Documents have their numbers in the whole index. Merging the segments of any cut of the documents gives the same.

use std::io::{self, BufReader, Read};

use tawarikh_arabic::Keys;

use crate::analysis::Words;
use crate::dictionary::TermKeys;
use crate::number::{Cursor, put, put_bytes};
use crate::postings::{Posting, PostingsWriter, put_positions};

/// Bytes that are read ahead of each segment.
const AHEAD: usize = 64 << 10;

/// One occurrence of a word.
#[derive(Clone, Copy, Default)]
struct Occurrence {
    doc: u32,
    position: u32,
}

/// Writes the segment of some words; `first` is the number of their first document.
pub(crate) fn write(words: &Words, first: u32) -> Vec<u8> {
    let (terms, ranks) = rank_terms(words);
    let (starts, occurrences) = group(words, &ranks);
    let mut out = Vec::new();
    let (mut postings, mut positions) = (Vec::new(), Vec::new());
    for (keys, bounds) in terms.iter().zip(starts.windows(2)) {
        let within = &occurrences[bounds[0]..bounds[1]];
        let documents = put_term(words, first, within, &mut postings, &mut positions);
        for key in [&keys.stem, &keys.folded, &keys.surface] {
            put_bytes(&mut out, key.as_bytes());
        }
        put(&mut out, documents);
        put(&mut out, within.last().map_or(0, |last| first + last.doc));
        for bytes in [&mut postings, &mut positions] {
            put_bytes(&mut out, bytes);
            bytes.clear();
        }
    }
    out
}

/// Appends a form's postings and positions, and says how many documents hold it.
fn put_term(
    words: &Words,
    first: u32,
    occurrences: &[Occurrence],
    postings: &mut Vec<u8>,
    positions: &mut Vec<u8>,
) -> u32 {
    let mut documents = 0;
    let mut writer = PostingsWriter::new(postings);
    for within in occurrences.chunk_by(|a, b| a.doc == b.doc) {
        let doc = within[0].doc;
        let title_words = words.lengths[doc as usize][0];
        let title = within.partition_point(|occurrence| occurrence.position < title_words);
        writer.push(Posting {
            doc: first + doc,
            body: (within.len() - title) as u32,
            title: title as u32,
        });
        put_positions(
            positions,
            within.iter().map(|occurrence| occurrence.position),
        );
        documents += 1;
    }
    documents
}

/// The forms in the order of the dictionary, and the rank of each of their numbers.
fn rank_terms(words: &Words) -> (Vec<TermKeys>, Vec<u32>) {
    let mut terms: Vec<(TermKeys, u32)> = words.surfaces().map(term_keys).zip(0..).collect();
    // Surfaces differ, so no two terms are equal.
    terms.sort_unstable();
    let mut ranks = vec![0; terms.len()];
    for ((_, number), rank) in terms.iter().zip(0..) {
        ranks[*number as usize] = rank;
    }
    (terms.into_iter().map(|(keys, _)| keys).collect(), ranks)
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
fn group(words: &Words, ranks: &[u32]) -> (Vec<usize>, Vec<Occurrence>) {
    let mut starts = vec![0usize; ranks.len() + 1];
    for &word in &words.words {
        starts[ranks[word as usize] as usize + 1] += 1;
    }
    for term in 0..ranks.len() {
        starts[term + 1] += starts[term];
    }
    let mut next = starts.clone();
    let mut occurrences = vec![Occurrence::default(); words.words.len()];
    let mut numbers = words.words.iter();
    for (&[title, body], doc) in words.lengths.iter().zip(0..) {
        // The gap keeps phrases from reaching from the title into the body.
        let positions = (0..title).chain(title + 1..title + 1 + body);
        for (position, &word) in positions.zip(&mut numbers) {
            let slot = &mut next[ranks[word as usize] as usize];
            occurrences[*slot] = Occurrence { doc, position };
            *slot += 1;
        }
    }
    (starts, occurrences)
}

/// Reads a segment form by form.
pub(crate) struct SegmentReader {
    input: BufReader<Box<dyn Read>>,
    /// The form at hand.
    pub(crate) keys: TermKeys,
    pub(crate) documents: u32,
    last: u32,
    postings: Vec<u8>,
    pub(crate) positions: Vec<u8>,
}

impl SegmentReader {
    pub(crate) fn new(input: Box<dyn Read>) -> SegmentReader {
        SegmentReader {
            input: BufReader::with_capacity(AHEAD, input),
            keys: TermKeys::default(),
            documents: 0,
            last: 0,
            postings: Vec::new(),
            positions: Vec::new(),
        }
    }

    /// Goes to the next form; says whether there is one.
    pub(crate) fn advance(&mut self) -> io::Result<bool> {
        let mut first = [0];
        if self.input.read(&mut first)? == 0 {
            return Ok(false);
        }
        let [first] = first;
        let length = self.number_from(first)?;
        let stem = self.text(length)?;
        let [folded, surface] = [self.next_text()?, self.next_text()?];
        self.keys = TermKeys {
            stem,
            folded,
            surface,
        };
        self.documents = self.number()?;
        self.last = self.number()?;
        let length = self.number()? as usize;
        self.postings.resize(length, 0);
        self.input.read_exact(&mut self.postings)?;
        let length = self.number()? as usize;
        self.positions.resize(length, 0);
        self.input.read_exact(&mut self.positions)?;
        Ok(true)
    }

    /// Appends the postings behind those of a form whose last document is the one before `next`; gives the next `next`.
    pub(crate) fn append_postings(&self, next: u32, out: &mut Vec<u8>) -> u32 {
        let mut cursor = Cursor::new(&self.postings);
        // The first number is the document, twice, and a flag.
        let head = cursor.number().unwrap_or_default();
        put(out, head - (next << 1));
        out.extend_from_slice(cursor.rest());
        self.last + 1
    }

    fn number(&mut self) -> io::Result<u32> {
        let mut first = [0];
        self.input.read_exact(&mut first)?;
        self.number_from(first[0])
    }

    /// The number that begins with this byte.
    fn number_from(&mut self, first: u8) -> io::Result<u32> {
        let mut bytes = [first, 0, 0, 0, 0];
        let more = crate::number::more_bytes(first);
        self.input.read_exact(&mut bytes[1..=more])?;
        // All bytes of the number are there.
        Ok(Cursor::new(&bytes).number().unwrap_or_default())
    }

    fn next_text(&mut self) -> io::Result<String> {
        let length = self.number()?;
        self.text(length)
    }

    fn text(&mut self, length: u32) -> io::Result<String> {
        let mut bytes = vec![0; length as usize];
        self.input.read_exact(&mut bytes)?;
        String::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
    }
}
