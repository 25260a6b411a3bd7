//! Words next to each other.

use crate::dictionary::{Family, Form};
use crate::expand::{Kin, Relation, kin};
use crate::number::Cursor;
use crate::postings::{Posting, Postings, read_positions};
use crate::query::{Growth, Scope, Term};
use crate::reader::Reader;

/// A place in the documents: the document, then the position in it, in one number that sorts by both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place(u64);

impl Place {
    /// The place of a word.
    pub(crate) fn new(doc: u32, position: u32) -> Place {
        Place(u64::from(doc) << 32 | u64::from(position))
    }

    /// The document.
    pub(crate) fn doc(self) -> u32 {
        (self.0 >> 32) as u32
    }
}

/// Where the last words of `terms`, all in a row, stand.
pub(crate) fn places(reader: &Reader, terms: &[Term]) -> Vec<Place> {
    let mut found: Option<Vec<Place>> = None;
    for term in terms {
        let here = word_places(reader, term);
        found = Some(match found {
            None => here,
            Some(before) => following(&before, here),
        });
    }
    found.unwrap_or_default()
}

/// The places of `here` right after one of `before`.
fn following(before: &[Place], here: Vec<Place>) -> Vec<Place> {
    let mut before = before.iter().peekable();
    let is_next = |place: &Place| {
        // Before position 0 stands the last position of another document, which no text reaches.
        let Some(wanted) = place.0.checked_sub(1).map(Place) else {
            return false;
        };
        while before.next_if(|&&place| place < wanted).is_some() {}
        before.peek() == Some(&&wanted)
    };
    here.into_iter().filter(is_next).collect()
}

/// Where the forms that fold like `term`, or begin like it while it is typed, stand.
fn word_places(reader: &Reader, term: &Term) -> Vec<Place> {
    let mut places = Vec::new();
    for kin in kin(reader.dictionary(), term) {
        family_places(reader, term, &kin, &mut places);
    }
    sorted(places)
}

/// Places in order: as numbers, by the one sort that the engine has.
pub(crate) fn sorted(places: Vec<Place>) -> Vec<Place> {
    let mut numbers: Vec<u64> = places.iter().map(|place| place.0).collect();
    numbers.sort_unstable();
    numbers.into_iter().map(Place).collect()
}

fn family_places(reader: &Reader, term: &Term, kin: &Kin, places: &mut Vec<Place>) {
    let family = &kin.family;
    let counts = |(form, relation): (&Form, &Option<Relation>)| match relation {
        Some(Relation::Exact | Relation::Folded | Relation::Alias | Relation::Prefix) => true,
        Some(Relation::Stem) => {
            term.growth == Growth::Growing
                && family.begins(*form, &term.keys.folded, reader.dictionary().affixes)
        }
        _ => false,
    };
    let forms = family.forms.iter().zip(&kin.relations);
    let forms: Vec<bool> = forms.map(counts).collect();
    let counts = |form: usize, _| forms.get(form).filter(|counts| **counts);
    occurrences(reader, family, counts, |_, posting, nth, position| {
        if term.scope == Scope::Anywhere || nth < posting.title {
            places.push(Place::new(posting.doc, position));
        }
    });
}

/// Hands on the occurrences of the family's forms in documents for which `wanted`, given the form's index and the document,
/// says anything: what it said, the document's posting, which of the occurrences there it is (the title's come first), and
/// its position.
pub(crate) fn occurrences<T>(
    reader: &Reader,
    family: &Family,
    mut wanted: impl FnMut(usize, u32) -> Option<T>,
    mut each: impl FnMut(&T, &Posting, u32, u32),
) {
    let (postings, positions) = (reader.postings(family), reader.positions(family));
    let (mut postings, mut positions) = (Cursor::new(&postings), Cursor::new(&positions));
    for (number, form) in family.forms.iter().enumerate() {
        for posting in Postings::new(&mut postings, form.documents) {
            let Some(wanted) = wanted(number, posting.doc) else {
                positions.skip(posting.count());
                continue;
            };
            let mut nth = 0;
            read_positions(&mut positions, posting.count(), |position| {
                each(&wanted, &posting, nth, position);
                nth += 1;
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, following};

    #[test]
    fn a_word_follows_in_its_own_document() {
        let place = |(doc, position)| Place::new(doc, position);
        let before = [(0, 0), (0, 4), (2, 9), (3, 1)].map(place);
        let here = [(0, 0), (0, 1), (0, 6), (1, 5), (2, 10), (3, 2)]
            .map(place)
            .to_vec();
        assert_eq!(
            following(&before, here),
            [(0, 1), (2, 10), (3, 2)].map(place)
        );
    }
}
