//! Writing the dictionary.

use std::collections::HashMap;

use tawarikh_arabic::fold;

use super::{Affixes, BLOCK, Heads, PIECE};
use crate::number::{put, put_bytes};

/// The keys of one form; they sort in the order of the dictionary.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TermKeys {
    pub(crate) stem: String,
    pub(crate) folded: String,
    pub(crate) surface: String,
}

/// A form as affixes around a middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Split<'t> {
    before: &'t str,
    middle: &'t str,
    after: &'t str,
}

impl TermKeys {
    /// The form's affixes and what it writes for the stem. A form that does not hold its stem letter by letter is all
    /// middle, so that nothing depends on how stems are made.
    fn split(&self) -> Split<'_> {
        self.split_at_stem().unwrap_or(Split {
            before: "",
            middle: &self.surface,
            after: "",
        })
    }

    fn split_at_stem(&self) -> Option<Split<'_>> {
        // The library's search is made for long texts, and would weigh a kilobyte in the engine.
        let (folded, stem) = (self.folded.as_bytes(), self.stem.as_bytes());
        let start = (0..=folded.len()).find(|&at| folded[at..].starts_with(stem))?;
        let end = start + self.stem.len();
        let surface = |byte| {
            let letters = self.folded[..byte].chars().count();
            Some(
                self.surface
                    .char_indices()
                    .nth(letters)
                    .map_or(self.surface.len(), |(at, _)| at),
            )
        };
        let (start, end) = (surface(start)?, surface(end)?);
        let split = Split {
            before: &self.surface[..start],
            middle: &self.surface[start..end],
            after: &self.surface[end..],
        };
        self.holds(split).then_some(split)
    }

    /// Whether the folded form can be had from the parts.
    fn holds(&self, split: Split<'_>) -> bool {
        fold(split.middle) == self.stem
            && fold(split.before) + &self.stem + &fold(split.after) == self.folded
    }
}

/// What a form's postings say of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extent {
    /// Documents that hold the form.
    pub(crate) documents: u32,
}

/// What a family takes elsewhere.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FamilyExtent<'h> {
    /// Bytes of its postings.
    pub(crate) postings: usize,
    /// Bytes of its positions.
    pub(crate) positions: usize,
    /// The documents where it counts most, if families carry them.
    pub(crate) head: Option<&'h [u8]>,
}

/// Writes families in their order and hands out finished pieces.
#[derive(Debug)]
pub(crate) struct DictionaryWriter {
    heads: Heads,
    affixes: HashMap<(String, String), u32>,
    ordered: Vec<(String, String)>,
    /// What is resident of the pieces so far.
    pieces: Vec<u8>,
    /// The piece at hand: its blocks, where those before the last end, what it holds.
    blocks: Vec<u8>,
    ends: Vec<u32>,
    counts: Counts,
    /// Bytes of postings and of positions in all pieces before it.
    before: [u32; 2],
    stem: String,
    /// What parts the piece at hand from the one before it, and that of the one before.
    begin: String,
    begin_before: String,
}

/// What the piece at hand holds.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    families: u32,
    postings: u32,
    positions: u32,
}

impl DictionaryWriter {
    pub(crate) fn new(heads: Heads) -> DictionaryWriter {
        let mut pieces = Vec::new();
        put(&mut pieces, u32::from(heads == Heads::Inline));
        DictionaryWriter {
            heads,
            affixes: HashMap::new(),
            ordered: Vec::new(),
            pieces,
            blocks: Vec::new(),
            ends: Vec::new(),
            counts: Counts::default(),
            before: [0; 2],
            stem: String::new(),
            begin: String::new(),
            begin_before: String::new(),
        }
    }

    /// Adds the next family, which has at least one form, and gives a piece if one is full.
    pub(crate) fn family(
        &mut self,
        terms: &[TermKeys],
        forms: &[Extent],
        extent: FamilyExtent<'_>,
    ) -> Option<Vec<u8>> {
        let stem = terms.first().map_or("", |term| &term.stem);
        if self.counts.families == 0 {
            begin_between(&self.stem, stem).clone_into(&mut self.begin);
        }
        if (self.counts.families as usize).is_multiple_of(BLOCK) {
            self.begin_block();
        }
        self.stem(stem);
        put(&mut self.blocks, extent.postings as u32);
        put(&mut self.blocks, extent.positions as u32);
        self.forms(stem, terms, forms);
        if self.heads == Heads::Inline {
            put_bytes(&mut self.blocks, extent.head.unwrap_or_default());
        }
        self.counts.families += 1;
        self.counts.postings += extent.postings as u32;
        self.counts.positions += extent.positions as u32;
        (self.blocks.len() >= PIECE).then(|| self.piece())
    }

    /// The last piece, if anything is left for one; then the affixes and what is resident of the pieces.
    pub(crate) fn finish(mut self) -> (Option<Vec<u8>>, Vec<u8>, Vec<u8>) {
        let last = (self.counts.families > 0).then(|| self.piece());
        (last, Affixes::write(&self.ordered), self.pieces)
    }

    fn piece(&mut self) -> Vec<u8> {
        let shared = shared(&self.begin_before, &self.begin);
        put(&mut self.pieces, shared as u32);
        put_bytes(&mut self.pieces, &self.begin.as_bytes()[shared..]);
        let Counts {
            families,
            postings,
            positions,
        } = std::mem::take(&mut self.counts);
        put(&mut self.pieces, families);
        self.begin_before = std::mem::take(&mut self.begin);
        self.ends.push(self.blocks.len() as u32);
        let [postings_before, positions_before] = self.before;
        let mut piece = Vec::with_capacity(4 * (3 + self.ends.len()) + self.blocks.len());
        let header = [postings_before, positions_before, self.ends.len() as u32];
        for number in header.into_iter().chain(self.ends.drain(..)) {
            piece.extend_from_slice(&number.to_le_bytes());
        }
        piece.append(&mut self.blocks);
        self.before = [
            postings_before.saturating_add(postings),
            positions_before.saturating_add(positions),
        ];
        piece
    }

    fn begin_block(&mut self) {
        if self.counts.families > 0 {
            self.ends.push(self.blocks.len() as u32);
        }
        self.stem.clear();
        put(&mut self.blocks, self.counts.postings);
        put(&mut self.blocks, self.counts.positions);
    }

    fn stem(&mut self, stem: &str) {
        let shared = shared(&self.stem, stem);
        put(&mut self.blocks, shared as u32);
        put_bytes(&mut self.blocks, &stem.as_bytes()[shared..]);
        stem.clone_into(&mut self.stem);
    }

    fn forms(&mut self, stem: &str, terms: &[TermKeys], extents: &[Extent]) {
        let splits: Vec<Split<'_>> = terms.iter().map(TermKeys::split).collect();
        let mut spellings: Vec<&str> = splits
            .iter()
            .map(|split| split.middle)
            .filter(|&middle| middle != stem)
            .collect();
        spellings.sort_unstable();
        spellings.dedup();
        put(
            &mut self.blocks,
            (terms.len() as u32) << 1 | u32::from(!spellings.is_empty()),
        );
        if !spellings.is_empty() {
            put(&mut self.blocks, spellings.len() as u32);
            spellings
                .iter()
                .for_each(|spelling| put_bytes(&mut self.blocks, spelling.as_bytes()));
        }
        for (split, extent) in splits.iter().zip(extents) {
            self.form(*split, spellings.binary_search(&split.middle).ok());
            put(&mut self.blocks, extent.documents);
        }
    }

    fn form(&mut self, split: Split<'_>, spelling: Option<usize>) {
        let affix = self.affix(split.before, split.after);
        put(&mut self.blocks, affix << 1 | u32::from(spelling.is_some()));
        if let Some(spelling) = spelling {
            put(&mut self.blocks, spelling as u32);
        }
    }

    /// The number of a pair of affixes, the next one if it is new.
    fn affix(&mut self, before: &str, after: &str) -> u32 {
        let next = self.ordered.len() as u32;
        let pair = (before.to_owned(), after.to_owned());
        *self.affixes.entry(pair).or_insert_with_key(|pair| {
            self.ordered.push(pair.clone());
            next
        })
    }
}

/// The shortest beginning of `stem` that comes after `before`, which comes before it: what parts a piece from the one before it.
fn begin_between<'s>(before: &str, stem: &'s str) -> &'s str {
    let shared = shared(before, stem);
    let ends = stem.char_indices().map(|(at, c)| at + c.len_utf8());
    let end = ends.into_iter().find(|end| *end > shared);
    &stem[..end.unwrap_or(stem.len())]
}

/// How many bytes two texts share at their beginnings.
fn shared(one: &str, other: &str) -> usize {
    let pairs = one.bytes().zip(other.bytes());
    pairs.take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(surface: &str, folded: &str, stem: &str, expect: [&str; 3]) {
        let keys = TermKeys {
            stem: stem.to_owned(),
            folded: folded.to_owned(),
            surface: surface.to_owned(),
        };
        let Split {
            before,
            middle,
            after,
        } = keys.split();
        assert_eq!([before, middle, after], expect, "{surface}");
    }

    #[test]
    fn pieces_are_parted_by_few_letters() {
        for (before, stem, begin) in [
            ("", "اب", "ا"),
            ("محم", "مدرس", "مد"),
            ("مدر", "مدرس", "مدرس"),
            ("مدخل", "مدرس", "مدر"),
            ("zone", "ابل", "ا"),
            ("", "", ""),
        ] {
            assert_eq!(begin_between(before, stem), begin);
            assert!(begin > before || stem.is_empty());
        }
    }

    #[test]
    fn forms_split_at_their_stem() {
        check("والمدرسة", "والمدرسه", "مدرس", ["وال", "مدرس", "ة"]);
        check("وأحمد", "واحمد", "احمد", ["و", "أحمد", ""]);
        check("مدارس", "مدارس", "مدرس", ["", "مدارس", ""]);
        check("straße", "strasse", "strass", ["", "straße", ""]);
        check("كتاب", "كتاب", "", ["", "", "كتاب"]);
    }
}
