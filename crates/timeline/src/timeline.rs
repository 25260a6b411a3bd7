//! The prepared timeline: everything that does not depend on the window.

use tawarikh_calendar::Style;

use crate::bar::Bar;
use crate::bins::{Counter, column_days};
use crate::density::density;
use crate::item::Item;
use crate::lanes::Lanes;
use crate::layout::{Layout, Mark};
use crate::metrics::Metrics;
use crate::span::Span;
use crate::tick::ticks;
use crate::viewport::Viewport;

/// Items in order, with their lanes: prepared once for a set of items, then laid out for any number of windows at the
/// price of what they show.
#[derive(Clone, Debug)]
pub struct Timeline {
    items: Vec<Item>,
    bars: Vec<Option<Bar>>,
    /// The items that have a bar, by start, end, index.
    order: Vec<u32>,
    counter: Counter,
    lanes: Lanes,
    metrics: Metrics,
}

/// Where to go from one item to another in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the one that begins next.
    Next,
    /// To the one that began before.
    Previous,
    /// To the earliest.
    First,
    /// To the latest.
    Last,
}

impl Timeline {
    /// Prepares the items for drawing with these metrics, in windows of `domain` and narrower ones: a reader who sees more
    /// than it gets only counts. Takes a sort of the items and some passes over them.
    ///
    /// For a selection of an archive, `domain` is that of the whole archive, so that the window can stay as it is.
    pub fn new(items: Vec<Item>, domain: Span, metrics: Metrics) -> Self {
        let bars: Vec<Option<Bar>> = items.iter().map(|item| Bar::of(&item.when)).collect();
        let key =
            |(index, bar): (usize, &Option<Bar>)| bar.map(|bar| (bar.start, bar.end, index as u32));
        let mut in_time: Vec<(i32, i32, u32)> = bars.iter().enumerate().filter_map(key).collect();
        in_time.sort_unstable();
        let order = in_time.into_iter().map(|(_, _, index)| index).collect();
        let counter = Counter::new(bars.iter().copied().flatten());
        let lanes = Lanes::arrange(&items, &bars, domain, metrics);
        Self {
            items,
            bars,
            order,
            counter,
            lanes,
            metrics,
        }
    }

    /// The items as given.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// What to draw in a window. A window that shows nothing (zero width, inverted, not finite) gives an empty layout.
    pub fn layout(&self, viewport: &Viewport, style: &Style) -> Layout {
        let (Some(scale), Some(window)) = (viewport.scale(), viewport.span()) else {
            return Layout::default();
        };
        let mut placed: Vec<_> = self
            .lanes
            .visible(scale.px_per_day, window.first, window.last)
            .copied()
            .collect();
        placed.sort_unstable_by_key(|placed| (placed.bar.start, placed.bar.end, placed.item));
        let marked: Vec<Bar> = placed.iter().map(|placed| placed.bar).collect();
        let mark = |placed| Mark::of(placed, &self.items, self.metrics, *viewport, scale);
        Layout {
            ticks: ticks(*viewport, scale, self.metrics, style),
            marks: placed.iter().map(mark).collect(),
            bins: self.counter.bins(window, *viewport, scale, &marked),
            column_days: column_days(scale),
            hidden: self.counter.visible(window) - marked.len() as u32,
        }
    }

    /// How many items fall into each of `columns` equal parts of `domain`; an item spreads evenly over its days.
    pub fn density(&self, domain: Span, columns: u32) -> Vec<f64> {
        density(self.bars.iter().copied().flatten(), domain, columns)
    }

    /// The item to go to from `from` (from nowhere, `Next` goes to the first and `Previous` to the last), or `None` at
    /// the end, or if `from` has no place in time.
    pub fn step(&self, from: Option<usize>, step: Step) -> Option<usize> {
        let position = match (step, from) {
            (Step::First, _) | (Step::Next, None) => 0,
            (Step::Last, _) | (Step::Previous, None) => self.order.len().checked_sub(1)?,
            (Step::Next, Some(item)) => self.position(item)?.checked_add(1)?,
            (Step::Previous, Some(item)) => self.position(item)?.checked_sub(1)?,
        };
        self.order.get(position).map(|&item| item as usize)
    }

    /// The window moved as little as possible so that the middle of the item (index) is within it, a tenth of the width from
    /// the edges; unchanged where it already is, or the item has no place in time.
    #[must_use]
    pub fn reveal(&self, item: usize, viewport: Viewport) -> Viewport {
        let Some(bar) = self.bars.get(item).copied().flatten() else {
            return viewport;
        };
        let Some(scale) = viewport.scale() else {
            return viewport;
        };
        let x = scale.x(f64::from(bar.twice_middle()) / 2.0);
        let (near, far) = (viewport.width * 0.1, viewport.width * 0.9);
        viewport.pan(x - x.clamp(near, far))
    }

    /// Where an item stands in the order of time.
    fn position(&self, item: usize) -> Option<usize> {
        let key = |index: usize| self.bars[index].map(|bar| (bar.start, bar.end, index));
        let wanted = key(Some(item).filter(|&item| item < self.bars.len())?)?;
        self.order
            .binary_search_by_key(&Some(wanted), |&index| key(index as usize))
            .ok()
    }
}
