//! The documents where a family counts most, kept beside it in the dictionary of an archive in fragments: enough for the
//! first hits of a search, and for a family that few documents hold, all there is.
//!
//! ```text
//! documents that hold the family · [per form how many of its postings are here] · bytes of postings · postings ·
//! per document here, rising: the byte of its length
//! ```
//!
//! A family without postings of its own has them all here; then how many each form has is known already.

use crate::dictionary::{Extent, Family};
use crate::number::{Cursor, put, put_bytes};
use crate::order::{Least, best_first, id};
use crate::postings::{Posting, Postings, PostingsWriter};
use crate::rank::Ranking;

/// Documents that are kept beside a family.
pub(crate) const MOST: usize = 512;

/// What a family has beside it, read.
#[derive(Clone, Debug)]
pub(crate) struct Head<'f> {
    /// Documents that hold the family.
    pub(crate) documents: u32,
    /// Per form how many postings are here; `None` if all are.
    counts: Option<Vec<u32>>,
    pub(crate) postings: &'f [u8],
    norms: &'f [u8],
}

impl<'f> Head<'f> {
    /// What `family` has beside it; `None` if its archive has no heads.
    pub(crate) fn of(family: &'f Family) -> Option<Head<'f>> {
        let mut cursor = Cursor::new(family.head.as_deref()?);
        let documents = cursor.number()?;
        let counts = if family.postings.is_empty() {
            None
        } else {
            let counts = family.forms.iter().map(|_| cursor.number());
            Some(counts.collect::<Option<Vec<u32>>>()?)
        };
        Some(Head {
            documents,
            counts,
            postings: cursor.bytes()?,
            norms: cursor.rest(),
        })
    }

    /// How many postings of a form are here, of which all documents hold so many.
    pub(crate) fn count(&self, form: usize, documents: u32) -> u32 {
        match &self.counts {
            None => documents,
            Some(counts) => counts.get(form).copied().unwrap_or_default(),
        }
    }

    /// The documents here with the bytes of their lengths, and how many they are.
    pub(crate) fn norms(&self, family: &Family, mut each: impl FnMut(u32, u8)) -> u32 {
        let mut cursor = Cursor::new(self.postings);
        let mut documents: Vec<u64> = Vec::new();
        for (number, form) in family.forms.iter().enumerate() {
            let count = self.count(number, form.documents);
            let postings = Postings::new(&mut cursor, count);
            documents.extend(postings.map(|posting| u64::from(posting.doc)));
        }
        documents.sort_unstable();
        documents.dedup();
        for (&doc, &norm) in documents.iter().zip(self.norms) {
            each(doc as u32, norm);
        }
        documents.len() as u32
    }
}

/// Writes heads.
#[derive(Debug)]
pub(crate) struct HeadWriter<'n> {
    ranking: Ranking,
    /// Per byte of a length its share of the score.
    factors: Vec<f32>,
    /// The byte of every document's length.
    norms: &'n [u8],
    /// Per document how often it holds the family at hand; zero between families.
    frequencies: Vec<f32>,
}

/// Whether a head holds all postings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extract {
    Whole,
    Best,
}

impl<'n> HeadWriter<'n> {
    /// A writer for documents with these lengths, which are `average` words on average.
    pub(crate) fn new(norms: &'n [u8], average: f32) -> HeadWriter<'n> {
        let ranking = Ranking::default();
        HeadWriter {
            factors: ranking.length_factors(average),
            ranking,
            norms,
            frequencies: vec![0.0; norms.len()],
        }
    }

    /// The head of a family with these forms and postings.
    pub(crate) fn write(&mut self, forms: &[Extent], postings: &[u8]) -> (Vec<u8>, Extract) {
        let documents = self.documents(forms, postings);
        let mut out = Vec::new();
        put(&mut out, documents.len() as u32);
        let (kept, extract) = if documents.len() <= MOST {
            put_bytes(&mut out, postings);
            (documents, Extract::Whole)
        } else {
            let best = self.best(&documents);
            put_best(&mut out, forms, postings, &best);
            (best, Extract::Best)
        };
        let norm = |&doc: &u32| self.norms.get(doc as usize).copied().unwrap_or_default();
        out.extend(kept.iter().map(norm));
        (out, extract)
    }

    /// The documents of a family, rising; their frequencies are noted.
    fn documents(&mut self, forms: &[Extent], postings: &[u8]) -> Vec<u32> {
        let mut cursor = Cursor::new(postings);
        let mut documents = Vec::new();
        for form in forms {
            for posting in Postings::new(&mut cursor, form.documents) {
                let Some(frequency) = self.frequencies.get_mut(posting.doc as usize) else {
                    continue;
                };
                if *frequency == 0.0 {
                    documents.push(posting.doc);
                }
                // As a query counts it: what length takes from the body is given back to the title.
                let norm = self.norms.get(posting.doc as usize);
                let factor = norm.and_then(|&norm| self.factors.get(usize::from(norm)));
                let length = factor.copied().unwrap_or_default() / self.ranking.k1;
                *frequency +=
                    posting.body as f32 + self.ranking.title * posting.title as f32 * length;
            }
        }
        documents.sort_unstable();
        for &doc in &documents {
            let index = doc as usize;
            let factor = self
                .norms
                .get(index)
                .and_then(|&norm| self.factors.get(usize::from(norm)));
            if let (Some(frequency), Some(&factor)) = (self.frequencies.get_mut(index), factor) {
                *frequency = self.ranking.saturate(*frequency, factor);
            }
        }
        if documents.len() <= MOST {
            self.forget(&documents);
        }
        documents
    }

    /// Those of the documents where the family counts most, rising.
    fn best(&mut self, documents: &[u32]) -> Vec<u32> {
        let mut least = Least::new(MOST);
        for &doc in documents {
            let score = self.frequencies.get(doc as usize).copied();
            least.push(best_first(score.unwrap_or_default(), doc));
        }
        self.forget(documents);
        let mut best: Vec<u32> = least.finish().into_iter().map(id).collect();
        best.sort_unstable();
        best
    }

    fn forget(&mut self, documents: &[u32]) {
        for &doc in documents {
            if let Some(frequency) = self.frequencies.get_mut(doc as usize) {
                *frequency = 0.0;
            }
        }
    }
}

/// Appends the postings of these documents: how many per form, then they themselves.
fn put_best(out: &mut Vec<u8>, forms: &[Extent], postings: &[u8], best: &[u32]) {
    let mut kept = Vec::new();
    let mut cursor = Cursor::new(postings);
    for form in forms {
        let among = Postings::new(&mut cursor, form.documents)
            .filter(|posting| best.binary_search(&posting.doc).is_ok());
        let of_form: Vec<Posting> = among.collect();
        put(out, of_form.len() as u32);
        let mut writer = PostingsWriter::new(&mut kept);
        of_form.into_iter().for_each(|posting| writer.push(posting));
    }
    put_bytes(out, &kept);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A family of one form that documents 0, 1, 2, … hold so often.
    fn postings(counts: &[u32]) -> (Vec<Extent>, Vec<u8>) {
        let mut out = Vec::new();
        let mut writer = PostingsWriter::new(&mut out);
        for (&body, doc) in counts.iter().zip(0..) {
            writer.push(Posting {
                doc,
                body,
                title: 0,
            });
        }
        let documents = counts.len() as u32;
        (vec![Extent { documents }], out)
    }

    #[test]
    fn a_short_list_is_kept_whole() {
        let (forms, list) = postings(&[1, 2, 3]);
        let (head, extract) = HeadWriter::new(&[9, 8, 7], 8.0).write(&forms, &list);
        assert_eq!(extract, Extract::Whole);
        assert_eq!(head.first(), Some(&3));
        assert!(head.ends_with(&[9, 8, 7]));
    }

    #[test]
    fn of_a_long_list_the_documents_that_hold_it_most_are_kept() {
        let documents = 2 * MOST;
        // Every second document holds it three times in the same room.
        let counts: Vec<u32> = (0..documents as u32).map(|doc| 1 + 2 * (doc % 2)).collect();
        let (forms, list) = postings(&counts);
        let norms = vec![20; documents];
        let mut writer = HeadWriter::new(&norms, 20.0);
        let (head, extract) = writer.write(&forms, &list);
        assert_eq!(extract, Extract::Best);
        let mut cursor = Cursor::new(&head);
        assert_eq!(cursor.number(), Some(documents as u32));
        let count = cursor.number().unwrap();
        assert_eq!(count as usize, MOST);
        let mut cursor = Cursor::new(cursor.bytes().unwrap());
        let odd = Postings::new(&mut cursor, count).all(|posting| posting.doc % 2 == 1);
        assert!(odd && cursor.is_done());
        assert_eq!(writer.write(&forms, &list), (head, extract));
    }
}
