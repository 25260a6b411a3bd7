//! Postings: which documents hold a form and how often; and positions: where in them.
//!
//! ```text
//! posting    gap to the document before, times two, plus one if a counts follows
//! counts     times in the body, times two, plus one if the title holds it too; then times in the title
//! positions  per posting the first position, then gaps, as many as the posting counts
//! ```
//!
//! A posting without counts says: once, in the body. Gaps are less one. A title's words have the positions from 0; the
//! body's follow after a gap of one, so that no phrase reaches from the one into the other.

use crate::number::{Cursor, put};

/// One document that holds a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Posting {
    /// The document.
    pub(crate) doc: u32,
    /// How often its body holds the form.
    pub(crate) body: u32,
    /// How often its title holds the form.
    pub(crate) title: u32,
}

impl Posting {
    /// How many positions it has.
    pub(crate) fn count(self) -> u32 {
        self.body.saturating_add(self.title)
    }
}

/// Appends postings of one form, in the order of documents.
pub(crate) struct PostingsWriter<'o> {
    out: &'o mut Vec<u8>,
    next: u32,
}

impl<'o> PostingsWriter<'o> {
    pub(crate) fn new(out: &'o mut Vec<u8>) -> PostingsWriter<'o> {
        PostingsWriter { out, next: 0 }
    }

    /// Appends one; its document must come after the one before.
    pub(crate) fn push(&mut self, posting: Posting) {
        let gap = (posting.doc - self.next) << 1;
        self.next = posting.doc + 1;
        if posting.body == 1 && posting.title == 0 {
            put(self.out, gap);
            return;
        }
        put(self.out, gap | 1);
        put(self.out, posting.body << 1 | u32::from(posting.title > 0));
        if posting.title > 0 {
            put(self.out, posting.title);
        }
    }
}

/// Reads `left` postings. Damage ends the list early.
pub(crate) struct Postings<'c, 'a> {
    cursor: &'c mut Cursor<'a>,
    left: u32,
    next: u32,
}

impl<'c, 'a> Postings<'c, 'a> {
    /// The next `count` postings of the cursor, which stands behind them when they were all taken.
    pub(crate) fn new(cursor: &'c mut Cursor<'a>, count: u32) -> Postings<'c, 'a> {
        Postings {
            cursor,
            left: count,
            next: 0,
        }
    }

    /// Hands on all of them: scores are added up here, where a call for each would cost as much as the posting.
    pub(crate) fn each(mut self, mut each: impl FnMut(Posting)) {
        while let Some(posting) = self.read() {
            each(posting);
        }
    }

    #[inline(always)]
    fn read(&mut self) -> Option<Posting> {
        self.left = self.left.checked_sub(1)?;
        let head = self.cursor.number()?;
        let doc = self.next.checked_add(head >> 1)?;
        self.next = doc.checked_add(1)?;
        if head & 1 == 0 {
            return Some(Posting {
                doc,
                body: 1,
                title: 0,
            });
        }
        let counts = self.cursor.number()?;
        let title = if counts & 1 == 1 {
            self.cursor.number()?
        } else {
            0
        };
        Some(Posting {
            doc,
            body: counts >> 1,
            title,
        })
    }
}

impl Iterator for Postings<'_, '_> {
    type Item = Posting;

    #[inline]
    fn next(&mut self) -> Option<Posting> {
        self.read()
    }
}

/// Appends the rising positions of one posting.
pub(crate) fn put_positions(out: &mut Vec<u8>, positions: impl Iterator<Item = u32>) {
    let mut next = 0;
    for position in positions {
        put(out, position - next);
        next = position + 1;
    }
}

/// Hands `count` positions to `each`. Damage ends them early.
pub(crate) fn read_positions(cursor: &mut Cursor<'_>, count: u32, mut each: impl FnMut(u32)) {
    let mut next = 0u32;
    for _ in 0..count {
        let Some(position) = cursor.number().and_then(|gap| next.checked_add(gap)) else {
            return;
        };
        each(position);
        next = position.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn postings_come_back(lists: Vec<BTreeMap<u16, (u8, u8)>>) {
            let lists: Vec<Vec<Posting>> = lists.into_iter().map(|list| {
                list.into_iter().map(|(doc, (body, title))| Posting {
                    doc: u32::from(doc), body: u32::from(body), title: u32::from(title),
                }).collect()
            }).collect();
            let mut out = Vec::new();
            for list in &lists {
                let mut writer = PostingsWriter::new(&mut out);
                list.iter().for_each(|&posting| writer.push(posting));
            }
            let mut cursor = Cursor::new(&out);
            for list in &lists {
                let read: Vec<Posting> = Postings::new(&mut cursor, list.len() as u32).collect();
                prop_assert_eq!(&read, list);
            }
            prop_assert!(cursor.is_done());
        }

        #[test]
        fn any_bytes_end(bytes: Vec<u8>) {
            let read: Vec<Posting> = Postings::new(&mut Cursor::new(&bytes), u32::MAX).collect();
            prop_assert!(read.windows(2).all(|pair| pair[0].doc < pair[1].doc));
            read_positions(&mut Cursor::new(&bytes), u32::MAX, |_| {});
        }
    }
}
