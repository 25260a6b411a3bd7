//! Where each family is in a dictionary that is at hand as a whole.

use tawarikh_arabic::hash64;

/// A hash table of stems, with open addressing: looking a word up tries hundreds of stems of which the dictionary has a few, and
/// reads families from the midst of their blocks.
#[derive(Debug, Default)]
pub(crate) struct StemTable {
    /// A power of two of them, two a family at least. The low bits of a taken one are its family's number plus one, the others
    /// those of its stem's hash; a free one is 0.
    slots: Vec<u32>,
    /// The low bits.
    numbers: u32,
    /// Where families begin, by number, in the stems and elsewhere; the last place is that of their end.
    places: Vec<(u32, Place)>,
    /// The stems in a row.
    stems: Vec<u8>,
}

/// Where the parts of a family begin.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    pub(super) postings: u32,
    pub(super) positions: u32,
    /// What follows its stem and lengths, in the blocks of its piece.
    pub(super) forms: u32,
}

impl StemTable {
    /// Adds the family of the next number.
    pub(super) fn push(&mut self, stem: &[u8], place: Place) {
        self.places.push((self.stems.len() as u32, place));
        self.stems.extend_from_slice(stem);
    }

    /// Ends the last family at `end`, and lets all of them be found.
    pub(super) fn finish(mut self, end: Place) -> StemTable {
        let families = self.places.len();
        self.push(&[], end);
        self.numbers = u32::MAX
            .checked_shr((families as u32).leading_zeros())
            .unwrap_or_default();
        self.slots = vec![0; (families * 2).next_power_of_two()];
        for number in 0..families as u32 {
            let stem = self.get(number).map(|(stem, _)| stem);
            let hash = hash64(stem.unwrap_or_default());
            let slot = self.free_slot(hash);
            if let Some(slot) = self.slots.get_mut(slot) {
                *slot = (hash >> 32) as u32 & !self.numbers | (number + 1);
            }
        }
        self
    }

    fn free_slot(&self, hash: u64) -> usize {
        self.slots_of(hash)
            .find(|slot| self.slots.get(*slot) == Some(&0))
            .unwrap_or(self.slots.len())
    }

    /// Where a stem of that hash may be: each slot once.
    fn slots_of(&self, hash: u64) -> impl Iterator<Item = usize> + use<> {
        let mask = self.slots.len().wrapping_sub(1);
        (0..=mask).map(move |step| (hash as usize).wrapping_add(step) & mask)
    }

    /// The number of the family of a stem.
    pub(super) fn find(&self, stem: &[u8]) -> Option<u32> {
        let hash = hash64(stem);
        let mut slots = self
            .slots_of(hash)
            .map_while(|slot| self.slots.get(slot).filter(|slot| **slot != 0));
        let own = (hash >> 32) as u32;
        slots.find_map(|slot| {
            let number = (slot & self.numbers).checked_sub(1)?;
            let is_alike = (slot ^ own) & !self.numbers == 0;
            (is_alike && self.get(number)?.0 == stem).then_some(number)
        })
    }

    /// A family's stem, and where it and the next one begin.
    pub(super) fn get(&self, number: u32) -> Option<(&[u8], [Place; 2])> {
        let [(stem, here), (end, next)] = *self.places.get(number as usize..)?.first_chunk()?;
        let stem = self.stems.get(stem as usize..end as usize)?;
        Some((stem, [here, next]))
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, StemTable};

    fn table(stems: &[String]) -> StemTable {
        let mut table = StemTable::default();
        for (number, stem) in (0..).zip(stems) {
            let place = Place {
                postings: number * 10,
                positions: number * 100,
                forms: number,
            };
            table.push(stem.as_bytes(), place);
        }
        let end = stems.len() as u32;
        table.finish(Place {
            postings: end * 10,
            positions: end * 100,
            ..Place::default()
        })
    }

    #[test]
    fn every_stem_is_found_where_it_is_and_no_other_is() {
        for count in [0, 1, 2, 3, 1000, 4096] {
            let stems: Vec<String> = (0..count).map(|number| format!("جذر{number}")).collect();
            let table = table(&stems);
            for (number, stem) in (0..).zip(&stems) {
                assert_eq!(table.find(stem.as_bytes()), Some(number));
                let (found, [here, next]) = table.get(number).unwrap();
                assert_eq!(found, stem.as_bytes());
                assert_eq!(
                    [here.postings, next.postings],
                    [number * 10, number * 10 + 10]
                );
                assert_eq!(
                    [here.positions, next.positions],
                    [number * 100, number * 100 + 100]
                );
                assert_eq!(here.forms, number);
            }
            let others = (count..count + 5000).map(|number| format!("جذر{number}"));
            others.for_each(|other| {
                assert_eq!(table.find(other.as_bytes()), None, "{other} of {count}");
            });
            assert!(table.get(count).is_none());
        }
        assert_eq!(StemTable::default().find(b""), None);
    }
}
