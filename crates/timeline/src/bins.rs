//! Counts of what has no mark, by columns of a few px.
//!
//! A column lasts a power of two of days and is counted from day 0. So its days, and with them its count, stay as they are
//! while the window moves, and while it is zoomed by less than two.

use crate::bar::Bar;
use crate::power::{exponent_of, power_of_two};
use crate::span::Span;
use crate::viewport::{Scale, Viewport};

/// The least width of a column, in px; it is less than twice as wide.
pub const COLUMN_PX: f64 = 8.0;

/// How many items of a stretch of time are drawn only as a count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// Where its column begins, in px from the past edge.
    pub x: f64,
    /// The column's width in px: from [`COLUMN_PX`] to twice that, less at the two edges of the drawing.
    pub width: f64,
    /// The days it stands for.
    pub span: Span,
    /// How many items have their middle in it (or, at the two edges, beyond them) and no mark; above zero.
    pub count: u32,
}

/// The bars' starts, middles and ends, each sorted, so that counting within a window takes two searches.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counter {
    starts: Vec<i32>,
    twice_middles: Vec<i32>,
    ends: Vec<i32>,
}

impl Counter {
    pub fn new(bars: impl Iterator<Item = Bar> + Clone) -> Self {
        let sorted = |key: fn(Bar) -> i32| {
            let mut keys: Vec<i32> = bars.clone().map(key).collect();
            keys.sort_unstable();
            keys
        };
        Self {
            starts: sorted(|bar| bar.start),
            twice_middles: sorted(Bar::twice_middle),
            ends: sorted(|bar| bar.end),
        }
    }

    /// How many bars meet the window.
    pub fn visible(&self, window: Span) -> u32 {
        (self.begun_before(window.last) - self.over_by(window.first)) as u32
    }

    fn begun_before(&self, day: f64) -> usize {
        self.starts.partition_point(|&start| f64::from(start) < day)
    }

    fn over_by(&self, day: f64) -> usize {
        self.ends.partition_point(|&end| f64::from(end) <= day)
    }

    fn centred_before(&self, day: f64) -> usize {
        self.twice_middles
            .partition_point(|&twice| f64::from(twice) < day * 2.0)
    }

    /// The columns of the window with at least one bar that is not among `marked`.
    ///
    /// A visible bar whose middle is outside counts in the column at that edge. Hence the borders' running counts: at
    /// the past edge all that is over, at the future edge all that has begun, in between all whose middle has passed.
    pub fn bins(&self, window: Span, viewport: Viewport, scale: Scale, marked: &[Bar]) -> Vec<Bin> {
        let borders = borders(window, scale);
        let columns = borders.len() - 1;
        let running = |index: usize| match index {
            0 => self.over_by(window.first),
            _ if index == columns => self.begun_before(window.last),
            _ => self.centred_before(borders[index]),
        };
        let mut counts: Vec<u32> = vec![0; columns];
        let mut before = running(0);
        for (column, count) in counts.iter_mut().enumerate() {
            let now = running(column + 1);
            *count = (now - before) as u32;
            before = now;
        }
        for bar in marked {
            counts[column_of(*bar, &borders)] -= 1;
        }
        let filled = counts
            .into_iter()
            .enumerate()
            .filter(|(_, count)| *count > 0);
        filled
            .map(|(column, count)| bin(&borders[column..=column + 1], count, viewport, scale))
            .collect()
    }
}

/// How many days a column lasts at a scale: the least power of two that is as wide as [`COLUMN_PX`].
pub(crate) fn column_days(scale: Scale) -> f64 {
    power_of_two(-exponent_of(scale.px_per_day / COLUMN_PX))
}

/// The days at which columns begin, and the window's end.
fn borders(window: Span, scale: Scale) -> Vec<f64> {
    let days = column_days(scale);
    let first_inner = (window.first / days).floor() + 1.0;
    let inner = (0..).map(|index| (first_inner + f64::from(index)) * days);
    let inside = inner
        .skip_while(|&day| day <= window.first)
        .take_while(|&day| day < window.last);
    std::iter::once(window.first)
        .chain(inside)
        .chain(std::iter::once(window.last))
        .collect()
}

/// The column that counts a bar: that of its middle, or the nearest.
fn column_of(bar: Bar, borders: &[f64]) -> usize {
    let twice = f64::from(bar.twice_middle());
    let begun = borders.partition_point(|&border| border * 2.0 <= twice);
    begun.saturating_sub(1).min(borders.len() - 2)
}

fn bin(borders: &[f64], count: u32, viewport: Viewport, scale: Scale) -> Bin {
    let (first, last) = (borders[0], borders[1]);
    let x = scale.x(first).clamp(0.0, viewport.width);
    Bin {
        x,
        width: scale.x(last).clamp(x, viewport.width) - x,
        span: Span { first, last },
        count,
    }
}
