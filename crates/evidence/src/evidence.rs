//! All that is read from one text, in one call.

use std::ops::Range;

use tawarikh_timex::{Context, Mention};

use crate::entity::{Entity, entities};
use crate::event::{Event, events};
use crate::figure::{Figure, figures};
use crate::gazetteer::Gazetteer;
use crate::spoken::spoken;
use crate::tagged::Tagged;

/// All that is read from one text. Every list is in the order of the text; spans are its bytes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// Its sentences; every byte that is not blank is in one.
    pub sentences: Vec<Range<usize>>,
    /// Its time expressions.
    pub times: Vec<Mention>,
    /// Its names.
    pub entities: Vec<Entity>,
    /// Its figures.
    pub figures: Vec<Figure>,
    /// What happened when.
    pub events: Vec<Event>,
}

/// Reads a text as of its own date, with the names of a gazetteer.
#[must_use]
pub fn read(text: &str, context: &Context, gazetteer: &Gazetteer) -> Evidence {
    let sentences = tawarikh_arabic::sentences(text);
    let times = tawarikh_timex::tag(text, context);
    let entities = entities(text, gazetteer);
    let tagged = Tagged {
        text,
        sentences: &sentences,
        times: &times,
        entities: &entities,
        gazetteer,
    };
    let spoken = spoken(&tagged);
    let figures = figures(&tagged, &spoken);
    let events = events(&tagged, &spoken, &figures);
    Evidence {
        figures,
        events,
        sentences,
        times,
        entities,
    }
}
