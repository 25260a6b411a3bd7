//! The events that a state selects, as a list.

use crate::archive::{Archive, Numbered};
use crate::events::{EventNames, EventRow};
use crate::known::{AllNames, Known};
use crate::recording::Part;
use crate::selection::{Selection, Spanning};
use crate::teller::Teller;
use crate::view::{Events, ListedEvent, Page, State};

/// What it takes to list events.
struct Names<'a> {
    known: &'a Known,
    all: AllNames,
    of_events: EventNames,
}

impl Archive {
    /// The events in the sentences that the state's query matches, in the order of time; a chosen span keeps those that
    /// touch it.
    pub fn events(&self, state: &State, page: &Page) -> Events {
        let selection = Selection::of(self, state, Spanning::Narrows);
        let selected = self.selected_events(&selection);
        let all = self.all_names();
        let of_events = self.event_names();
        let selected = selected.unwrap_or_default();
        let (offset, limit) = page.rows();
        let names = Names {
            known: &self.known(),
            all: all.unwrap_or_default(),
            of_events: of_events.unwrap_or_default(),
        };
        let rows = selected.iter().skip(offset).take(limit);
        let events = rows
            .filter_map(|row| self.listed(row, &names, state))
            .collect();
        let (events, pending, lost) = self.answered(events);
        Events {
            total: selected.len() as u32,
            events,
            pending,
            lost,
        }
    }

    /// An event with what its document has of it; nothing where that is not here.
    fn listed(
        &self,
        event: &Numbered<EventRow>,
        names: &Names,
        state: &State,
    ) -> Option<ListedEvent> {
        let row = &event.row;
        let opened = self.opened(row.document)?;
        let teller = Teller::new(row.document, &opened, names.known, state);
        let told = teller.event(row.event)?;
        let parts = names.of_events.of(event.number);
        let [places, parties] = names.all.of_event(parts, &state.style);
        Some(ListedEvent {
            event: event.number,
            headline: teller.text(told.headline),
            places,
            parties,
            agents: names.all.in_part(parts, Part::Agent),
            patients: names.all.in_part(parts, Part::Patient),
            attribution: teller.attribution(told.said.as_ref()),
            rule: told.rule.clone(),
            at: teller.at(row.sentence, Some(row.event), row.told()),
            url: opened.record.url.clone(),
            id: opened.record.id.clone(),
        })
    }
}
