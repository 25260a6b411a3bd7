//! The index of places, parties and persons: who is named where, when and with whom.

use std::cmp::Reverse;

use crate::archive::{Archive, Numbered};
use crate::entities::{DOCUMENTS_A_PIECE, Named, Rules};
use crate::events::{EventNames, EventRow};
use crate::known::AllNames;
use crate::reading::name_kind;
use crate::selection::{Selection, Spanning};
use crate::view::{NamedView, Names, State};
use tawarikh_calendar::Precision;

/// Names of a view.
const MOST_NAMES: usize = 300;
/// Names that stand with one.
const MOST_WITH: usize = 12;

/// The bit that tells a number from a negative one.
const SIGN: u32 = 1 << 31;

/// What a view is made of: names by number, and what of the documents is selected.
struct Selected {
    names: AllNames,
    /// The names of each selected document.
    documents: Vec<Vec<Named>>,
    events: Vec<Numbered<EventRow>>,
    event_names: EventNames,
}

/// What was counted of a name.
#[derive(Clone, Default)]
struct Counts {
    documents: u32,
    count: u32,
    rules: Rules,
}

impl Archive {
    /// The names in the selected documents, with the selected events whose sentences have them: those of the sentences that
    /// the query matches.
    pub fn names(&self, state: &State) -> Names {
        let selected = self.selected_names(state);
        let pending = self.index.pager().take_wanted();
        let lost = self.index.pager().take_lost();
        let selected = selected.filter(|_| pending.is_empty());
        Names {
            documents: selected
                .as_ref()
                .map_or(0, |selected| selected.documents.len() as u32),
            names: selected.map_or_else(Vec::new, |selected| selected.views(state)),
            pending,
            lost,
        }
    }

    fn selected_names(&self, state: &State) -> Option<Selected> {
        let selection = Selection::of(self, state, Spanning::Narrows);
        let names = self.all_names();
        let documents = self.document_names(&selection);
        let event_names = self.event_names();
        let events = self.selected_events(&selection);
        Some(Selected {
            names: names?,
            documents: documents?,
            event_names: event_names?,
            events: events?,
        })
    }

    /// The names of each selected document; nothing while a fragment of them is wanted.
    fn document_names(&self, selection: &Selection) -> Option<Vec<Vec<Named>>> {
        let numbers: Vec<u32> = match &selection.documents {
            Some(documents) => documents.clone(),
            None => (0..self.index.len()).collect(),
        };
        let piece = |document: &u32| *document as usize / DOCUMENTS_A_PIECE;
        let in_pieces: Vec<&[u32]> = numbers.chunk_by(|a, b| piece(a) == piece(b)).collect();
        let section = self.sections.document_names;
        // Every piece is asked for before anything is given up.
        let read: Vec<Option<Vec<Vec<Named>>>> = in_pieces
            .iter()
            .map(|numbers| self.piece(section, piece(&numbers[0]) as u32))
            .collect();
        let mut documents = Vec::with_capacity(numbers.len());
        for (numbers, names) in in_pieces.into_iter().zip(read) {
            let mut names = names?;
            let mut of = |document: &u32| {
                names
                    .get_mut(*document as usize % DOCUMENTS_A_PIECE)
                    .map(std::mem::take)
            };
            documents.extend(
                numbers
                    .iter()
                    .map(|document| of(document).unwrap_or_default()),
            );
        }
        Some(documents)
    }
}

impl Selected {
    fn views(&self, state: &State) -> Vec<NamedView> {
        let counts = self.counts();
        let shown = self.most_frequent(&counts);
        let mut ranks = vec![None; self.names.len()];
        for (rank, name) in (0..).zip(&shown) {
            ranks[*name as usize] = Some(rank);
        }
        let months = self.months(&ranks, shown.len());
        let with = self.with(&ranks, shown.len());
        let views = shown.iter().zip(months).zip(with);
        let views = views.filter_map(|((name, months), with)| {
            let counts = &counts[*name as usize];
            let name = self.names.get(*name)?;
            let coordinates = name.known.and_then(|known| known.coordinates);
            Some(NamedView {
                name: name.name.to_owned(),
                kind: name_kind(name.kind),
                label: name.label(&state.style),
                label_en: name.known.and_then(|known| known.name_en.clone()),
                known: name.known.is_some(),
                documents: counts.documents,
                count: counts.count,
                rules: counts.rules.ids(),
                latitude: coordinates.map(|[latitude, _]| latitude),
                longitude: coordinates.map(|[_, longitude]| longitude),
                source: name.known.and_then(|known| known.source.clone()),
                months,
                with,
            })
        });
        views.collect()
    }

    /// By the names' numbers. Numbers that no name has are a damaged archive's.
    fn counts(&self) -> Vec<Counts> {
        let mut counts = vec![Counts::default(); self.names.len()];
        for named in self.documents.iter().flatten() {
            if let Some(counts) = counts.get_mut(named.name as usize) {
                counts.documents += 1;
                counts.count = counts.count.saturating_add(named.count);
                counts.rules = counts.rules.with(named.rules);
            }
        }
        counts
    }

    fn most_frequent(&self, counts: &[Counts]) -> Vec<u32> {
        let named = (0..counts.len() as u32).filter(|name| counts[*name as usize].documents > 0);
        let mut names: Vec<u32> = named.collect();
        names.sort_by_key(|name| {
            let counts = &counts[*name as usize];
            (Reverse(counts.documents), Reverse(counts.count), *name)
        });
        names.truncate(MOST_NAMES);
        names
    }

    /// Per rank the events that have the name, by month.
    fn months(&self, ranks: &[Option<u32>], shown: usize) -> Vec<Vec<[i32; 2]>> {
        // Rank and month of each event that has the name; the sign is turned so that months before year 0 come first.
        let mut keys: Vec<u64> = Vec::new();
        for event in &self.events {
            let when = &event.row.when;
            if when.precision >= Precision::Year || !when.interval.first.is_finite() {
                continue;
            }
            let (year, month, _) = when.interval.first.gregorian();
            let month = (year * 12 + i32::from(month) - 1) as u32 ^ SIGN;
            let parts = self.event_names.of(event.number);
            // A name that has several parts in an event is there once.
            for same in parts.chunk_by(|a, b| a.name() == b.name()) {
                if let Some(Some(rank)) = ranks.get(same[0].name() as usize) {
                    keys.push(u64::from(*rank) << 32 | u64::from(month));
                }
            }
        }
        keys.sort_unstable();
        let mut months = vec![Vec::new(); shown];
        for same in keys.chunk_by(|a, b| a == b) {
            let month = (same[0] as u32 ^ SIGN) as i32;
            months[(same[0] >> 32) as usize].push([month, same.len() as i32]);
        }
        months
    }

    /// Per rank those that the same documents name, the most frequent first.
    fn with(&self, ranks: &[Option<u32>], shown: usize) -> Vec<Vec<[u32; 2]>> {
        let mut counts = vec![0u32; shown * shown];
        for names in &self.documents {
            let ranked = names
                .iter()
                .filter_map(|named| *ranks.get(named.name as usize)?);
            let ranked: Vec<u32> = ranked.collect();
            for one in &ranked {
                for other in &ranked {
                    counts[*one as usize * shown + *other as usize] += 1;
                }
            }
        }
        let nearest = |(rank, counts): (usize, &[u32])| {
            let others = (0u32..).zip(counts).map(|(other, count)| [other, *count]);
            let mut others: Vec<[u32; 2]> = others
                .filter(|[other, count]| *other as usize != rank && *count > 0)
                .collect();
            others.sort_by_key(|[other, count]| (Reverse(*count), *other));
            others.truncate(MOST_WITH);
            others
        };
        counts
            .chunks(shown.max(1))
            .enumerate()
            .map(nearest)
            .collect()
    }
}
