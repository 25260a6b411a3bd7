//! How much happened when, over the whole timeline.

use crate::bar::Bar;
use crate::span::Span;

/// How many items fall into each of `columns` equal parts of `domain`. An item spreads evenly over the days it covers,
/// so that a year does not stand as a peak in its middle; the sum is the number of items inside of the domain.
pub(crate) fn density(bars: impl Iterator<Item = Bar>, domain: Span, columns: u32) -> Vec<f64> {
    let count = columns as usize;
    let per_day = f64::from(columns) / domain.days();
    // Differences of the height from column to column, and what the two end columns get or miss on their own.
    let (mut steps, mut own) = (vec![0.0; count + 1], vec![0.0; count + 1]);
    for bar in bars {
        let from = ((f64::from(bar.start) - domain.first) * per_day).clamp(0.0, f64::from(columns));
        let to = ((f64::from(bar.end) - domain.first) * per_day).clamp(0.0, f64::from(columns));
        let height = 1.0 / (f64::from(bar.days()) * per_day);
        let (first, last) = (from.floor(), to.floor());
        steps[first as usize] += height;
        steps[last as usize] -= height;
        own[first as usize] -= (from - first) * height;
        own[last as usize] += (to - last) * height;
    }
    let mut height = 0.0;
    let heights = steps.iter().zip(own).take(count).map(|(step, own)| {
        height += step;
        // Sums of fractions leave a trace of rounding where nothing is.
        let value: f64 = height + own;
        if value < 1e-9 { 0.0 } else { value }
    });
    heights.collect()
}
