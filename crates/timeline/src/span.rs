//! A stretch of days on the real line.

use crate::bar::Bar;
use crate::item::Item;

/// The earliest day that is ever drawn: 1 January of the year -9999 (rata die).
pub const EARLIEST: f64 = -3_652_424.0;
/// The end of the latest day that is ever drawn: the end of the year 9999 (rata die).
pub const LATEST: f64 = 3_652_060.0;

/// A half-open stretch of time `first..last` in days: day `d` (rata die) covers `d..d + 1`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Where it begins, in days.
    pub first: f64,
    /// Where it ends, in days; not part of it.
    pub last: f64,
}

impl Span {
    /// The stretch between two day positions, or `None` unless both are finite, `first < last`, and it
    /// meets [`EARLIEST`]`..`[`LATEST`]; what lies outside of those is cut off.
    pub fn new(first: f64, last: f64) -> Option<Self> {
        if !(first.is_finite() && last.is_finite()) {
            return None;
        }
        let (first, last) = (first.max(EARLIEST), last.min(LATEST));
        (first < last).then_some(Self { first, last })
    }

    /// From the first day that any of the items covers to the last, or `None` if none has a place in time.
    pub fn covering(items: &[Item]) -> Option<Self> {
        let bars = || items.iter().filter_map(|item| Bar::of(&item.when));
        let (first, last) = (
            bars().map(|bar| bar.start).min()?,
            bars().map(|bar| bar.end).max()?,
        );
        Self::new(f64::from(first), f64::from(last))
    }

    /// Its length in days; above zero.
    pub fn days(self) -> f64 {
        self.last - self.first
    }
}
