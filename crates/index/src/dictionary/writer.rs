//! Writing the dictionary.

use std::collections::BTreeMap;

use tawarikh_arabic::fold;

use super::{Affixes, BLOCK};
use crate::number::{put, put_bytes};

/// The keys of one form; they sort in the order of the dictionary.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
        let start = self.folded.find(&self.stem)?;
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

/// The sections that the dictionary fills.
pub(crate) struct DictionaryBytes {
    pub(crate) affixes: Vec<u8>,
    pub(crate) dictionary: Vec<u8>,
    pub(crate) blocks: Vec<u8>,
}

/// What a form's postings take.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extent {
    /// Documents that hold the form.
    pub(crate) documents: u32,
    /// Bytes of its postings.
    pub(crate) postings: usize,
    /// Bytes of its positions.
    pub(crate) positions: usize,
}

/// Writes families in their order.
pub(crate) struct DictionaryWriter<'t> {
    affixes: BTreeMap<(&'t str, &'t str), u32>,
    dictionary: Vec<u8>,
    blocks: Vec<u8>,
    stem: &'t str,
    families: usize,
    /// Where the block that was begun last starts in dictionary, postings, positions.
    block: [usize; 3],
    /// Where the next family's postings and positions start.
    ends: [usize; 2],
}

impl<'t> DictionaryWriter<'t> {
    /// Numbers the affixes of all forms.
    pub(crate) fn write(terms: &'t [TermKeys], extents: &[Extent]) -> DictionaryBytes {
        let ordered = order_affixes(terms);
        let mut writer = DictionaryWriter {
            affixes: ordered
                .iter()
                .zip(0..)
                .map(|(&pair, number)| (pair, number))
                .collect(),
            dictionary: Vec::new(),
            blocks: Vec::new(),
            stem: "",
            families: 0,
            block: [0; 3],
            ends: [0; 2],
        };
        let mut start = 0;
        for family in terms.chunk_by(|a, b| a.stem == b.stem) {
            let end = start + family.len();
            writer.family(family, &extents[start..end]);
            start = end;
        }
        DictionaryBytes {
            affixes: Affixes::write(&ordered),
            dictionary: writer.dictionary,
            blocks: writer.blocks,
        }
    }

    fn family(&mut self, terms: &'t [TermKeys], extents: &[Extent]) {
        let stem: &'t str = terms.first().map_or("", |term| &term.stem);
        if self.families.is_multiple_of(BLOCK) {
            self.begin_block();
        }
        self.families += 1;
        self.stem(stem);
        let postings: usize = extents.iter().map(|extent| extent.postings).sum();
        let positions: usize = extents.iter().map(|extent| extent.positions).sum();
        put(&mut self.dictionary, postings as u32);
        put(&mut self.dictionary, positions as u32);
        self.ends[0] += postings;
        self.ends[1] += positions;
        self.forms(stem, terms, extents);
    }

    fn begin_block(&mut self) {
        self.stem = "";
        let here = [self.dictionary.len(), self.ends[0], self.ends[1]];
        for (now, before) in here.iter().zip(self.block) {
            put(&mut self.blocks, (now - before) as u32);
        }
        self.block = here;
    }

    fn stem(&mut self, stem: &'t str) {
        let shared = self
            .stem
            .bytes()
            .zip(stem.bytes())
            .take_while(|(a, b)| a == b)
            .count();
        put(&mut self.dictionary, shared as u32);
        put_bytes(&mut self.dictionary, &stem.as_bytes()[shared..]);
        self.stem = stem;
    }

    fn forms(&mut self, stem: &str, terms: &'t [TermKeys], extents: &[Extent]) {
        let splits: Vec<Split<'t>> = terms.iter().map(TermKeys::split).collect();
        let mut spellings: Vec<&str> = splits
            .iter()
            .map(|split| split.middle)
            .filter(|&middle| middle != stem)
            .collect();
        spellings.sort_unstable();
        spellings.dedup();
        put(
            &mut self.dictionary,
            (terms.len() as u32) << 1 | u32::from(!spellings.is_empty()),
        );
        if !spellings.is_empty() {
            put(&mut self.dictionary, spellings.len() as u32);
            spellings
                .iter()
                .for_each(|spelling| put_bytes(&mut self.dictionary, spelling.as_bytes()));
        }
        for (split, extent) in splits.iter().zip(extents) {
            self.form(*split, spellings.binary_search(&split.middle).ok());
            put(&mut self.dictionary, extent.documents);
        }
    }

    fn form(&mut self, split: Split<'t>, spelling: Option<usize>) {
        let affix = self
            .affixes
            .get(&(split.before, split.after))
            .copied()
            .unwrap_or_default();
        put(
            &mut self.dictionary,
            affix << 1 | u32::from(spelling.is_some()),
        );
        if let Some(spelling) = spelling {
            put(&mut self.dictionary, spelling as u32);
        }
    }
}

/// Every pair of affixes, the commonest first.
fn order_affixes(terms: &[TermKeys]) -> Vec<(&str, &str)> {
    let mut counts: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    for split in terms.iter().map(TermKeys::split) {
        *counts.entry((split.before, split.after)).or_default() += 1;
    }
    let mut pairs: Vec<_> = counts.into_iter().collect();
    // Stable: equal counts keep the order of the text.
    pairs.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    pairs.into_iter().map(|(pair, _)| pair).collect()
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
    fn forms_split_at_their_stem() {
        check("والمدرسة", "والمدرسه", "مدرس", ["وال", "مدرس", "ة"]);
        check("وأحمد", "واحمد", "احمد", ["و", "أحمد", ""]);
        check("مدارس", "مدارس", "مدرس", ["", "مدارس", ""]);
        check("straße", "strasse", "strass", ["", "straße", ""]);
        check("كتاب", "كتاب", "", ["", "", "كتاب"]);
    }
}
