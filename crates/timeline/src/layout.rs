//! What a page draws: numbers and finished labels.

use crate::bar::{End, Shape, ends};
use crate::bins::Bin;
use crate::footprint::{Footprint, GAP_PX, label_is_inside};
use crate::item::Item;
use crate::lanes::Placed;
use crate::metrics::Metrics;
use crate::tick::Tick;
use crate::viewport::{Scale, Viewport};

/// How far marks that go on outside are drawn past the edges, in px, so that their ends are not seen.
pub const OVERHANG_PX: f64 = 32.0;

/// Everything to draw in one window.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The axis, from the past on.
    pub ticks: Vec<Tick>,
    /// The items drawn one by one, in order of time: at most one a lane and [`crate::TARGET_PX`].
    pub marks: Vec<Mark>,
    /// The others, counted by column, from the past on.
    pub bins: Vec<Bin>,
    /// How many days a column lasts; columns begin at multiples of it.
    pub column_days: f64,
    /// How many items of the window are only counted: the sum of the bins.
    pub hidden: u32,
}

/// One item with a mark of its own. All x count px from the past edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The item's index.
    pub item: u32,
    /// Where the mark begins; at most [`OVERHANG_PX`] outside.
    pub x: f64,
    /// The mark's width, at least [`crate::MARK_PX`] unless it is cut at an edge.
    pub width: f64,
    /// The lane, 0 next to the axis.
    pub lane: u32,
    /// The form to draw.
    pub shape: Shape,
    /// How the earlier end looks.
    pub start: End,
    /// How the later end looks.
    pub end: End,
    /// Where the label begins: after the mark, or inside of it where it fits.
    pub label_x: f64,
    /// The room for the label in px, 0 for none; the page cuts a longer label.
    pub label_width: f64,
}

impl Mark {
    pub(crate) fn of(
        placed: &Placed,
        items: &[Item],
        metrics: Metrics,
        viewport: Viewport,
        scale: Scale,
    ) -> Self {
        let item = items[placed.item as usize];
        let label_px = metrics.label_px(item.label_letters);
        let room = Footprint::of(placed.bar, label_px, scale.px_per_day);
        let origin = scale.first * scale.px_per_day;
        let within = |x: f64| x.clamp(-OVERHANG_PX, viewport.width + OVERHANG_PX);
        let (x, mark_end) = (within(room.start - origin), within(room.mark_end - origin));
        let inside = label_is_inside(room.mark_end - room.start, label_px);
        let label_x = if inside {
            x.max(0.0) + GAP_PX
        } else {
            mark_end + GAP_PX
        };
        let label_end = if inside {
            mark_end - GAP_PX
        } else {
            label_x + label_px
        };
        let (start, end) = ends(&item.when);
        Self {
            item: placed.item,
            x,
            width: mark_end - x,
            lane: placed.lane,
            shape: Shape::of(&item.when),
            start,
            end,
            label_x,
            label_width: (label_end.min(viewport.width) - label_x).clamp(0.0, label_px),
        }
    }
}
