//! What a state selects of an archive: documents, and of these the sentences that its query and its facets are about.

use tawarikh_calendar::Interval;
use tawarikh_evidence::{EventKind, NameKind};
use tawarikh_index::{Passage, Query};

use crate::archive::Archive;
use crate::events::NamePart;
use crate::record::Words;
use crate::recording::Part;
use crate::search::{days, filter};
use crate::view::State;

/// Whether the state's span narrows what is selected, or is only shown on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spanning {
    Narrows,
    IsShown,
}

/// What a state selects.
#[derive(Debug)]
pub(crate) struct Selection {
    pub query: Query,
    /// Rising; nothing where they are all.
    pub documents: Option<Vec<u32>>,
    /// Whether all of them are known.
    pub is_exact: bool,
    /// Days that what is selected must touch.
    pub days: Option<Interval>,
    /// Kinds of events, as bits in the order of [`EventKind::ALL`]; none where every kind will do.
    kinds: u32,
    /// The names of which a sentence must have one: of places, then of parties.
    names: [Option<Vec<u32>>; 2],
}

/// A sentence as a row of the archive tells of it.
pub(crate) struct Told<'a> {
    pub document: u32,
    /// The kind of its event, if it has one.
    pub kind: Option<u8>,
    /// The names in it.
    pub names: &'a [NamePart],
    /// Which of them count for the facets.
    pub counts: Counting,
}

/// Which of the names in a sentence a facet is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counting {
    /// All of them.
    Named,
    /// Those that have a part in what happens; where the sentence gives no place or nobody a part, all of them.
    Own,
    /// Those that have a part in what happens: its places, who does it, to whom it is done.
    Parts,
}

/// What a place has a part in an event as, and what a party.
const PARTS: [&[Part]; 2] = [&[Part::Place], &[Part::Agent, Part::Patient]];

impl Selection {
    /// What the state selects; its names are numbered where the facets ask for some and the archive's names are here.
    pub fn of(archive: &Archive, state: &State, spanning: Spanning) -> Selection {
        let query = archive.query(state);
        let days = days(state, &query).filter(|_| spanning == Spanning::Narrows);
        let filter = tawarikh_index::Filter {
            days,
            ..filter(state)
        };
        let is_everything = query.is_empty() && filter.keywords.is_empty() && days.is_none();
        let found = (!is_everything).then(|| archive.index.search(&query, &filter, 0, 0));
        let kinds = state
            .facets
            .kind
            .iter()
            .filter_map(|id| EventKind::from_id(id));
        let names =
            |kind, values: &[String]| (!values.is_empty()).then(|| archive.numbers(kind, values));
        Selection {
            is_exact: found.as_ref().is_none_or(|found| found.exact),
            documents: found.map(|found| found.matched),
            days,
            kinds: kinds.fold(0, |bits, kind| bits | 1 << kind as u32),
            names: [
                names(NameKind::Place, &state.facets.place),
                names(NameKind::Party, &state.facets.party),
            ],
            query,
        }
    }

    /// Whether it is the whole archive.
    pub fn is_everything(&self) -> bool {
        self.documents.is_none()
    }

    /// Whether the names in a sentence matter.
    pub fn asks_for_names(&self) -> bool {
        self.names.iter().any(Option::is_some)
    }

    pub fn has(&self, document: u32) -> bool {
        let documents = self.documents.as_ref();
        documents.is_none_or(|documents| documents.binary_search(&document).is_ok())
    }

    /// Whether a sentence is in a selected document, and told of what the facets choose.
    pub fn takes(&self, told: &Told<'_>) -> bool {
        let is_of_kind = self.kinds == 0
            || told
                .kind
                .is_some_and(|kind| self.kinds.checked_shr(kind.into()).unwrap_or(0) & 1 == 1);
        let is_named = |(wanted, parts): (&Option<Vec<u32>>, &[Part])| {
            let has = |name: &u32| wanted.iter().flatten().any(|wanted| wanted == name);
            let only_parts = match told.counts {
                Counting::Named => false,
                Counting::Parts => true,
                Counting::Own => told.names.iter().any(|name| parts.contains(&name.part())),
            };
            let counts = |part: &&NamePart| !only_parts || part.part() != Part::Named;
            wanted.is_none()
                || told
                    .names
                    .iter()
                    .filter(counts)
                    .any(|part| has(&part.name()))
        };
        self.has(told.document) && is_of_kind && self.names.iter().zip(PARTS).all(is_named)
    }

    /// Whether days touch those that were chosen; what has none does not.
    pub fn is_then(&self, days: Option<Interval>) -> bool {
        self.days
            .is_none_or(|chosen| days.is_some_and(|days| days.overlaps(chosen)))
    }
}

impl Archive {
    /// Which of these sentences the query matches; nothing while a fragment that tells is wanted. All of them where the
    /// query has no words.
    pub(crate) fn held(
        &self,
        selection: &Selection,
        sentences: impl Iterator<Item = (u32, Words)>,
    ) -> Option<Vec<bool>> {
        let passage = |(doc, words): (u32, Words)| Passage {
            doc,
            words: words.range(),
        };
        let passages: Vec<Passage> = sentences.map(passage).collect();
        let held = self.index.holding(&selection.query, &passages);
        let held = held.unwrap_or_else(|| vec![true; passages.len()]);
        (!self.index.pager().is_waiting()).then_some(held)
    }
}
