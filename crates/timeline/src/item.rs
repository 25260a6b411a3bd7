//! What is put on the timeline.

use tawarikh_calendar::When;

use crate::metrics::letters;

/// One thing to draw: its date, how much it matters, and how long its label is. Its index in the slice is its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// When it was.
    pub when: When,
    /// How much it matters: of two that want the same room, the heavier is drawn and the other is binned.
    pub weight: u32,
    /// How many letters its label has; the text itself stays with the caller, who needs it only for the items that
    /// get a mark.
    pub label_letters: u32,
}

impl Item {
    /// An item whose label will be `label`.
    pub fn new(when: When, weight: u32, label: &str) -> Self {
        Self {
            when,
            weight,
            label_letters: letters(label),
        }
    }
}
