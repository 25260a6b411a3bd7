//! The room that a mark and its label take at a scale.
//!
//! Law: what does not touch at one scale does not touch at any larger one. All sizes in px are constant or grow no
//! faster than the scale, and starts never grow slower; [`crate::lanes`] relies on it.

use crate::bar::Bar;

/// The narrowest mark, in px: a day is drawn so wide however far the reader zooms out.
pub const MARK_PX: f64 = 12.0;
/// The least room for a mark without a label, in px: a target that a finger can hit (WCAG 2.2, 2.5.8).
pub const TARGET_PX: f64 = 24.0;
/// Between a mark and its label, at both ends of a label inside of a mark, and after everything, in px.
pub const GAP_PX: f64 = 6.0;

/// Where a mark stands, in px on the axis that begins at day 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Footprint {
    /// Where the mark begins.
    pub start: f64,
    /// Where the mark ends.
    pub mark_end: f64,
    /// Where the mark with its label and the gap after them ends.
    pub end: f64,
}

impl Footprint {
    /// The room for a bar with a label of `label_px` at `px_per_day`.
    pub fn of(bar: Bar, label_px: f64, px_per_day: f64) -> Self {
        let (start, mark_end) = mark(bar, px_per_day);
        let content = if label_is_inside(mark_end - start, label_px) {
            0.0
        } else {
            GAP_PX + label_px
        };
        let end = (mark_end + content).max(start + TARGET_PX) + GAP_PX;
        Self {
            start,
            mark_end,
            end,
        }
    }
}

/// Where a mark begins and ends: the bar, or the least width round its middle.
pub(crate) fn mark(bar: Bar, px_per_day: f64) -> (f64, f64) {
    if f64::from(bar.days()) * px_per_day >= MARK_PX {
        (
            f64::from(bar.start) * px_per_day,
            f64::from(bar.end) * px_per_day,
        )
    } else {
        let middle = f64::from(bar.twice_middle()) / 2.0 * px_per_day;
        (middle - MARK_PX / 2.0, middle + MARK_PX / 2.0)
    }
}

/// Whether a mark of that width takes the label in, so that it needs no room after the mark.
pub(crate) fn label_is_inside(mark_px: f64, label_px: f64) -> bool {
    label_px == 0.0 || mark_px >= label_px + 2.0 * GAP_PX
}
