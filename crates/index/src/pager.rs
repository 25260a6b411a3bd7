//! The bytes of an archive: those at hand, and those in fragments that are fetched when something reads them.
//!
//! Reading is synchronous and optimistic. A read of what is not here gives `None` and notes the fragment as wanted; the
//! caller computes on with nothing, fetches what [`Pager::take_wanted`] names, hands it in, and computes anew. In an
//! archive that is wholly resident every read succeeds and costs a look into a short table.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::fmt;
use std::ops::Range;

use crate::bytes::Bytes;
use crate::checksum::Crc32;
use crate::container::{Frame, Place, Tag};
use crate::error::OpenError;
use crate::number::{Cursor, u32_at};

/// Bytes of fragments that are kept; beyond them, those that the present view does not use are dropped.
const MOST_KEPT: usize = 64 << 20;
/// Bytes before the content of a fragment: archive, number, checksum.
pub(crate) const FRAGMENT_HEADER: usize = 12;

/// A section of an archive, as [`Pager::section`] found it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section(usize);

/// The sections of an archive, resident or in fragments.
#[derive(Debug)]
pub struct Pager {
    frame: Frame,
    bytes: Bytes,
    slots: Vec<Slot>,
    /// Counts views, so that what the present one uses is told from the rest.
    view: Cell<u32>,
    is_waiting: Cell<bool>,
    /// Whether what is not at hand is done without.
    is_content: Cell<bool>,
    kept: usize,
}

/// One fragment.
#[derive(Debug, Default)]
struct Slot {
    content: OnceCell<Vec<u8>>,
    /// The view that used it last.
    used: Cell<u32>,
    wanted: Cell<bool>,
    /// Wanted, but only for what may follow later.
    postponed: Cell<bool>,
    /// The view that met it although it is lost.
    met: Cell<bool>,
    is_lost: Cell<bool>,
}

/// Why bytes could not be taken as a fragment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FragmentError {
    /// The archive has no fragment of that number.
    Unknown {
        /// The number.
        number: u32,
    },
    /// The bytes are another fragment than the one asked for, or one of another archive.
    Foreign {
        /// The fragment asked for.
        number: u32,
    },
    /// The bytes do not have their checksum, or are fewer than a fragment has.
    Damaged {
        /// The fragment asked for.
        number: u32,
    },
}

impl FragmentError {
    /// The number of the fragment.
    #[must_use]
    pub fn number(self) -> u32 {
        match self {
            FragmentError::Unknown { number }
            | FragmentError::Foreign { number }
            | FragmentError::Damaged { number } => number,
        }
    }
}

impl fmt::Display for FragmentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FragmentError::Unknown { number } => {
                write!(f, "the archive has no fragment {number}")
            }
            FragmentError::Foreign { number } => write!(
                f,
                "fragment {number} belongs elsewhere; copy the archive's folder whole"
            ),
            FragmentError::Damaged { number } => {
                write!(f, "fragment {number} is damaged; copy or download it again")
            }
        }
    }
}

impl std::error::Error for FragmentError {}

impl Pager {
    /// Opens the resident bytes of an archive and checks them from end to end.
    ///
    /// # Errors
    /// [`OpenError`] names the first thing that does not fit.
    pub fn open(bytes: impl Into<Bytes>) -> Result<Pager, OpenError> {
        let bytes = bytes.into();
        let frame = Frame::read(&bytes)?;
        let slots = (0..frame.fragments).map(|_| Slot::default()).collect();
        Ok(Pager {
            frame,
            bytes,
            slots,
            view: Cell::new(0),
            is_waiting: Cell::new(false),
            is_content: Cell::new(false),
            kept: 0,
        })
    }

    /// The number of the archive, equal for equal contents; every fragment carries it.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.frame.id
    }

    /// How many fragments there are; 0 where everything is resident.
    #[must_use]
    pub fn fragments(&self) -> u32 {
        self.frame.fragments
    }

    /// The section of that name.
    ///
    /// # Errors
    /// [`OpenError::Missing`].
    pub fn section(&self, tag: Tag) -> Result<Section, OpenError> {
        let row = self.frame.rows.iter().position(|row| row.tag == tag);
        row.map(Section).ok_or_else(|| OpenError::missing(tag))
    }

    /// The section of that name, which must be resident, with its bytes.
    ///
    /// # Errors
    /// [`OpenError::Missing`] if there is none, [`OpenError::Malformed`] if it is in fragments.
    pub fn resident(&self, tag: Tag) -> Result<&[u8], OpenError> {
        match self.place(self.section(tag)?) {
            Some(Place::Resident(range)) => Ok(self.bytes.get(range.clone()).unwrap_or_default()),
            _ => Err(OpenError::malformed(tag)),
        }
    }

    /// Whether a section is at hand without any fragment.
    #[must_use]
    pub fn is_resident(&self, section: Section) -> bool {
        matches!(
            self.place(section),
            Some(Place::Resident(_) | Place::Pieces(_))
        )
    }

    /// How many bytes a section has, unless it is cut in pieces: then how many pieces.
    #[must_use]
    pub fn len(&self, section: Section) -> usize {
        match self.place(section) {
            None => 0,
            Some(Place::Resident(range)) => range.len(),
            Some(Place::Pieces(bounds)) => bounds.len().saturating_sub(1),
            Some(Place::Paged { length, .. }) => *length,
            Some(Place::Cut { count, .. }) => *count as usize,
        }
    }

    /// All bytes of a section that is not cut in pieces.
    #[must_use]
    pub fn whole(&self, section: Section) -> Option<Cow<'_, [u8]>> {
        self.get(section, 0..self.len(section))
    }

    /// Some bytes of a section that is not cut in pieces: nothing where the section does not reach so far or where a
    /// fragment of them is lost; `None` while a fragment is wanted. All fragments of a range are wanted at once.
    #[must_use]
    pub fn get(&self, section: Section, range: Range<usize>) -> Option<Cow<'_, [u8]>> {
        match self.place(section) {
            Some(Place::Resident(bytes)) => {
                let place = bytes.start.saturating_add(range.start)
                    ..bytes.start.saturating_add(range.end).min(bytes.end);
                Some(Cow::Borrowed(self.bytes.get(place).unwrap_or_default()))
            }
            Some(&Place::Paged {
                first,
                page,
                length,
            }) if range.start < range.end && range.end <= length => self.pages(first, page, &range),
            _ => Some(Cow::Borrowed(&[])),
        }
    }

    /// A piece of a section that is cut in pieces: nothing where there is no such piece or its fragment is lost, `None`
    /// while it is wanted.
    #[must_use]
    #[inline]
    pub fn piece(&self, section: Section, number: u32) -> Option<&[u8]> {
        match self.place(section) {
            Some(Place::Pieces(bounds)) => {
                let (start, end) = (
                    bounds.get(number as usize).copied().unwrap_or_default(),
                    bounds.get(number as usize + 1).copied().unwrap_or_default(),
                );
                let range = start as usize..end as usize;
                Some(self.bytes.get(range).unwrap_or_default())
            }
            Some(&Place::Cut { first, count }) if number < count => self.fragment(first + number),
            _ => Some(&[]),
        }
    }

    fn place(&self, section: Section) -> Option<&Place> {
        self.frame.rows.get(section.0).map(|row| &row.place)
    }

    fn pages(&self, first: u32, page: usize, range: &Range<usize>) -> Option<Cow<'_, [u8]>> {
        let pages = range.start / page..=(range.end - 1) / page;
        let fragment = |number: usize| self.fragment(first + number as u32);
        if pages.start() == pages.end() {
            let content = fragment(*pages.start())?;
            let part = content.get(range.start % page..(range.end - 1) % page + 1);
            return Some(Cow::Borrowed(part.unwrap_or_default()));
        }
        // Every one is asked for before anything is given up; what is made is as long as what is there, whatever was claimed.
        let found: Vec<Option<&[u8]>> = pages.clone().map(fragment).collect();
        let found: Vec<&[u8]> = found.into_iter().collect::<Option<_>>()?;
        let parts = pages.zip(found).map(|(number, content)| {
            let start = range.start.saturating_sub(number * page);
            let end = (range.end - number * page).min(page);
            content.get(start..end)
        });
        let parts: Option<Vec<&[u8]>> = parts.collect();
        Some(Cow::Owned(parts.unwrap_or_default().concat()))
    }

    /// The content of a fragment: nothing where it is lost.
    fn fragment(&self, number: u32) -> Option<&[u8]> {
        let Some(slot) = self.slots.get(number as usize) else {
            return Some(&[]);
        };
        slot.used.set(self.view.get());
        if let Some(content) = slot.content.get() {
            return content.get(FRAGMENT_HEADER..);
        }
        if slot.is_lost.get() {
            slot.met.set(true);
            return Some(&[]);
        }
        if !self.is_content.get() {
            slot.wanted.set(true);
            self.is_waiting.set(true);
        }
        None
    }

    /// Whether something was wanted since [`Pager::take_wanted`] or [`Pager::postpone`] was called.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.is_waiting.get()
    }

    /// Does something with what is at hand, and wants nothing for it.
    pub fn at_hand<T>(&self, work: impl FnOnce() -> T) -> T {
        let before = self.is_content.replace(true);
        let outcome = work();
        self.is_content.set(before);
        outcome
    }

    /// What was wanted so far is needed only after everything that is wanted from now on.
    pub fn postpone(&self) {
        self.is_waiting.set(false);
        for slot in self.slots.iter().filter(|slot| slot.wanted.take()) {
            slot.postponed.set(true);
        }
    }

    /// The fragments to fetch for what was read since the last call, rising: those without which the view can't be shown;
    /// if there are none, those that were postponed; none at all where the view is complete.
    #[must_use]
    pub fn take_wanted(&self) -> Vec<u32> {
        self.is_waiting.set(false);
        let numbers = |taken: fn(&Slot) -> bool| {
            let numbered = self.slots.iter().zip(0u32..);
            numbered
                .filter(|(slot, _)| taken(slot))
                .map(|(_, number)| number)
                .collect::<Vec<_>>()
        };
        let first = numbers(|slot| slot.wanted.take());
        let later = numbers(|slot| slot.postponed.take());
        if !first.is_empty() {
            return first;
        }
        if later.is_empty() {
            self.view.set(self.view.get().wrapping_add(1));
        }
        later
    }

    /// The lost fragments that were met since the last call, rising.
    #[must_use]
    pub fn take_lost(&self) -> Vec<u32> {
        let numbered = self.slots.iter().zip(0u32..);
        numbered
            .filter(|(slot, _)| slot.met.take())
            .map(|(_, number)| number)
            .collect()
    }

    /// Takes a fragment as it was written: header and content.
    ///
    /// # Errors
    /// [`FragmentError`] if it is not that fragment of this archive; nothing has changed then.
    pub fn supply(&mut self, number: u32, fragment: Vec<u8>) -> Result<(), FragmentError> {
        if number >= self.fragments() {
            return Err(FragmentError::Unknown { number });
        }
        let header = [0, 4, 8].map(|at| u32_at(&fragment, at));
        let [Some(id), Some(own), Some(checksum)] = header else {
            return Err(FragmentError::Damaged { number });
        };
        if (id, own) != (self.id(), number) {
            return Err(FragmentError::Foreign { number });
        }
        let content = fragment.get(FRAGMENT_HEADER..).unwrap_or_default();
        if Crc32::new().of(content) != checksum {
            return Err(FragmentError::Damaged { number });
        }
        if self.kept > MOST_KEPT {
            self.drop_unused();
        }
        let length = fragment.len();
        let view = self.view.get();
        if let Some(slot) = self.slots.get_mut(number as usize) {
            slot.is_lost.set(false);
            slot.used.set(view);
            if slot.content.set(fragment).is_ok() {
                self.kept += length;
            }
        }
        Ok(())
    }

    /// Gives a fragment up: what it held reads as nothing, and it is not wanted again.
    pub fn lose(&mut self, number: u32) {
        if let Some(slot) = self.slots.get_mut(number as usize) {
            slot.is_lost.set(slot.content.get().is_none());
        }
    }

    /// Drops the fragments that the present view does not use. Those that it uses stay however many they are: dropping one
    /// would have it fetched again and again.
    fn drop_unused(&mut self) {
        let view = self.view.get();
        let unused = self.slots.iter_mut().filter(|slot| slot.used.get() != view);
        for content in unused.filter_map(|slot| slot.content.take()) {
            self.kept -= content.len();
        }
    }
}

/// Where the pieces of a resident section end: `count · lengths`, then the pieces up to the end of `bytes`, which begin at
/// `base` of the whole. `None` if the lengths do not fill the bytes.
pub(crate) fn bounds(bytes: &[u8], base: usize) -> Option<Vec<u32>> {
    let mut cursor = Cursor::new(bytes);
    let count = cursor.number()?;
    let mut bounds = vec![0u32];
    let mut end = 0u32;
    for _ in 0..count {
        end = end.checked_add(cursor.number()?)?;
        bounds.push(end);
    }
    let start = cursor.place();
    if start.checked_add(end as usize)? != bytes.len() {
        return None;
    }
    let start = u32::try_from(base.checked_add(start)?).ok()?;
    for bound in &mut bounds {
        *bound = bound.checked_add(start)?;
    }
    Some(bounds)
}

/// A fragment: its header and its content.
pub(crate) fn stamp(id: u32, number: u32, content: &[u8], crc: &Crc32) -> Vec<u8> {
    let mut fragment = Vec::with_capacity(FRAGMENT_HEADER + content.len());
    for word in [id, number, crc.of(content)] {
        fragment.extend_from_slice(&word.to_le_bytes());
    }
    fragment.extend_from_slice(content);
    fragment
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::{PackWriter, Sink};

    struct Collected(Vec<Vec<u8>>);

    impl Sink for Collected {
        fn fragment(&mut self, number: u32, bytes: Vec<u8>) -> std::io::Result<()> {
            assert_eq!(number as usize, self.0.len());
            self.0.push(bytes);
            Ok(())
        }
    }

    const NUMBERS: Tag = *b"numb";
    const WORDS: Tag = *b"word";

    fn numbers() -> Vec<u8> {
        (0..=99).collect()
    }

    fn fragmented() -> (Pager, Vec<Vec<u8>>) {
        let mut sink = Collected(Vec::new());
        let mut pack = PackWriter::fragmented(7, &mut sink);
        pack.pages(NUMBERS, &mut numbers().as_slice(), 100, 16)
            .unwrap();
        pack.piece(WORDS, b"first").unwrap();
        pack.piece(WORDS, b"second").unwrap();
        let pager = Pager::open(pack.finish()).unwrap();
        (pager, sink.0)
    }

    #[test]
    fn what_is_read_is_wanted_and_then_there() {
        let (mut pager, fragments) = fragmented();
        assert_eq!(pager.fragments(), 9);
        let numbers = pager.section(NUMBERS).unwrap();
        let words = pager.section(WORDS).unwrap();
        assert_eq!(pager.get(numbers, 20..40), None);
        assert_eq!(pager.piece(words, 1), None);
        assert!(pager.is_waiting());
        assert_eq!(pager.take_wanted(), [1, 2, 8]);
        for number in [1, 2, 8] {
            pager
                .supply(number, fragments[number as usize].clone())
                .unwrap();
        }
        assert_eq!(
            *pager.get(numbers, 20..40).unwrap(),
            (20..40).collect::<Vec<u8>>()
        );
        assert_eq!(*pager.get(numbers, 30..32).unwrap(), [30, 31]);
        assert_eq!(pager.piece(words, 1).unwrap(), b"second");
        assert!(!pager.is_waiting());
        assert!(pager.get(numbers, 90..101).unwrap().is_empty());
    }

    #[test]
    fn what_may_come_later_comes_later() {
        let (pager, _) = fragmented();
        let numbers = pager.section(NUMBERS).unwrap();
        let read = |range| pager.get(numbers, range).is_none();
        assert!(read(0..1));
        pager.postpone();
        assert!(!pager.is_waiting());
        assert!(read(32..33));
        assert_eq!(pager.take_wanted(), [2]);
        assert!(read(0..1));
        pager.postpone();
        assert_eq!(pager.take_wanted(), [0]);
        assert!(pager.at_hand(|| read(16..17)));
        assert!(pager.take_wanted().is_empty());
    }

    #[test]
    fn a_lost_fragment_reads_as_nothing_and_is_named() {
        let (mut pager, fragments) = fragmented();
        let numbers = pager.section(NUMBERS).unwrap();
        pager.lose(1);
        pager.supply(0, fragments[0].clone()).unwrap();
        assert!(pager.get(numbers, 10..20).unwrap().is_empty());
        assert!(!pager.is_waiting());
        assert_eq!(pager.take_lost(), [1]);
        assert!(pager.take_lost().is_empty());
    }

    #[test]
    fn other_fragments_are_refused() {
        let (mut pager, fragments) = fragmented();
        let refused = |pager: &mut Pager, number, fragment: &[u8]| {
            pager.supply(number, fragment.to_vec()).unwrap_err()
        };
        assert_eq!(
            refused(&mut pager, 3, &fragments[4]),
            FragmentError::Foreign { number: 3 }
        );
        assert_eq!(
            refused(&mut pager, 9, &fragments[4]),
            FragmentError::Unknown { number: 9 }
        );
        for at in 0..fragments[3].len() {
            let mut changed = fragments[3].clone();
            changed[at] ^= 1;
            refused(&mut pager, 3, &changed);
            refused(&mut pager, 3, &fragments[3][..at]);
        }
    }

    #[test]
    fn a_resident_archive_has_the_same_parts() {
        let mut pack = PackWriter::resident(7);
        pack.pages(NUMBERS, &mut numbers().as_slice(), 100, 16)
            .unwrap();
        pack.piece(WORDS, b"first").unwrap();
        pack.piece(WORDS, b"").unwrap();
        let pager = Pager::open(pack.finish()).unwrap();
        assert_eq!(pager.fragments(), 0);
        let (numbers, words) = (
            pager.section(NUMBERS).unwrap(),
            pager.section(WORDS).unwrap(),
        );
        assert_eq!(*pager.whole(numbers).unwrap(), self::numbers());
        assert_eq!(pager.len(words), 2);
        assert_eq!(pager.piece(words, 0).unwrap(), b"first");
        assert!(pager.piece(words, 1).unwrap().is_empty());
        assert!(pager.piece(words, 2).unwrap().is_empty());
        assert!(pager.section(*b"none").is_err());
    }
}
