//! Which items get a mark, at which scale, in which lane.
//!
//! An item that appears keeps its lane at every larger scale, and no lane depends on the window: panning never moves a
//! mark up or down, zooming in only adds. (After Been, Daiches and Yap, "Dynamic Map Labeling", 2006: each label is
//! shown over one range of scales.) The scales are the powers of two, from the one at which the domain fits into
//! [`COARSEST_PX`] on; at each, the items without a place try in order of weight for the lowest lane that is free.
//! By the law of [`crate::footprint`] those placed before never have to move.

use std::cmp::Reverse;
use std::ops::RangeInclusive;

use crate::bar::Bar;
use crate::footprint::{Footprint, mark};
use crate::item::Item;
use crate::metrics::Metrics;
use crate::power::{exponent_of, power_of_two};
use crate::span::Span;

/// The width of the domain at the first scale, at most; the narrowest phone has a little more.
const COARSEST_PX: f64 = 256.0;
/// The exponent of the last scale: 64 px a day.
const FINEST: i32 = 6;
/// The grain of the room in a lane, in px.
const CELL_PX: f64 = 8.0;
/// The most cells of one scale (8 MB of bit masks); a longer timeline stops at a coarser last scale.
const MOST_CELLS: f64 = 1_048_576.0;

/// An item in its lane.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Placed {
    pub item: u32,
    pub lane: u32,
    pub bar: Bar,
}

/// The arrangement of all items for one [`Metrics`].
#[derive(Clone, Debug, Default)]
pub(crate) struct Lanes {
    /// Exponent of the coarsest scale.
    coarsest: i32,
    /// How many lanes each scale has groups for.
    lane_count: usize,
    /// The placed items by scale, then lane, then time.
    placed: Vec<Placed>,
    /// Where each group of one scale and lane begins in `placed`, and after the last its end.
    groups: Vec<usize>,
}

impl Lanes {
    /// Arranges the items that have a bar, for windows of the domain and narrower ones.
    pub fn arrange(items: &[Item], bars: &[Option<Bar>], domain: Span, metrics: Metrics) -> Self {
        let Some(scales) = scales(bars, domain) else {
            return Self::default();
        };
        let coarsest = *scales.start();
        let mut arranger = Arranger::new(items, bars, metrics);
        for exponent in scales {
            arranger.place_at(exponent);
        }
        let lane_count = metrics.lane_count() as usize;
        let (placed, groups) = grouped(arranger.placed, coarsest, lane_count);
        Self {
            coarsest,
            lane_count,
            placed,
            groups,
        }
    }

    /// The items with a mark at `px_per_day` whose bars meet `first..last` (days), by scale and lane.
    pub fn visible(&self, px_per_day: f64, first: f64, last: f64) -> impl Iterator<Item = &Placed> {
        let levels = f64::from(exponent_of(px_per_day) - self.coarsest + 1).max(0.0) as usize;
        let groups = self
            .groups
            .len()
            .saturating_sub(1)
            .min(levels * self.lane_count);
        (0..groups).flat_map(move |group| {
            // The bars of one lane share no day, so they are in order by their ends as well.
            let lane = &self.placed[self.groups[group]..self.groups[group + 1]];
            let begin = lane.partition_point(|placed| f64::from(placed.bar.end) <= first);
            lane[begin..]
                .iter()
                .take_while(move |placed| f64::from(placed.bar.start) < last)
        })
    }
}

/// The exponents of the scales for these bars, or `None` if there are none.
fn scales(bars: &[Option<Bar>], domain: Span) -> Option<RangeInclusive<i32>> {
    let bars = || bars.iter().flatten();
    let days = f64::from(bars().map(|bar| bar.end).max()? - bars().map(|bar| bar.start).min()?);
    let coarsest = exponent_of(COARSEST_PX / domain.days()).min(FINEST);
    let finest = exponent_of(MOST_CELLS * CELL_PX / days).min(FINEST);
    Some(coarsest..=finest.max(coarsest))
}

/// An item that may get a lane: what trying needs, close together in memory.
#[derive(Clone, Copy)]
struct Candidate {
    item: u32,
    bar: Bar,
    label_px: f64,
    /// The lanes it may take, as bits.
    allowed: u64,
}

/// What goes first: the heavier, then the longer, then the earlier, then the one given first.
type Rank = (Reverse<u32>, Reverse<i32>, i32, u32);

/// The items that have a bar, by rank; small keys, since sorting takes much of the time.
fn ranked(items: &[Item], bars: &[Option<Bar>]) -> Vec<Rank> {
    let pairs = items.iter().zip(bars).enumerate();
    let rank = |(index, (item, bar)): (usize, (&Item, &Option<Bar>))| {
        bar.map(|bar| {
            (
                Reverse(item.weight),
                Reverse(bar.days()),
                bar.start,
                index as u32,
            )
        })
    };
    let mut ranks: Vec<Rank> = pairs.filter_map(rank).collect();
    ranks.sort_unstable();
    ranks
}

struct Arranger {
    waiting: Vec<Candidate>,
    settled: Vec<(Candidate, u32)>,
    placed: Vec<(i32, Placed)>,
    /// The first and last day of all bars.
    days: (i32, i32),
}

impl Arranger {
    fn new(items: &[Item], bars: &[Option<Bar>], metrics: Metrics) -> Self {
        let candidate = |(_, _, _, index): Rank| {
            let bar = bars[index as usize]?;
            let label_px = metrics.label_px(items[index as usize].label_letters);
            let allowed = allowed_lanes(bar, metrics.lane_count());
            Some(Candidate {
                item: index,
                bar,
                label_px,
                allowed,
            })
        };
        let waiting: Vec<Candidate> = ranked(items, bars)
            .into_iter()
            .filter_map(candidate)
            .collect();
        let days = (
            waiting.iter().map(|c| c.bar.start).min().unwrap_or(0),
            waiting.iter().map(|c| c.bar.end).max().unwrap_or(0),
        );
        Self {
            waiting,
            settled: Vec::new(),
            placed: Vec::new(),
            days,
        }
    }

    fn place_at(&mut self, exponent: i32) {
        if self.waiting.is_empty() {
            return;
        }
        let mut room = Room::new(self.days, power_of_two(exponent));
        for (candidate, lane) in &self.settled {
            room.take(room.cells(candidate), *lane);
        }
        let (settled, placed) = (&mut self.settled, &mut self.placed);
        self.waiting.retain(|candidate| {
            if room.is_taken_at_start(candidate) {
                return true;
            }
            let cells = room.cells(candidate);
            let Some(lane) = room.lowest_free(cells.clone(), candidate.allowed) else {
                return true;
            };
            room.take(cells, lane);
            settled.push((*candidate, lane));
            placed.push((
                exponent,
                Placed {
                    item: candidate.item,
                    lane,
                    bar: candidate.bar,
                },
            ));
            false
        });
    }
}

/// The lanes that a bar may take. Long bars keep to the low ones: zoomed in, they cover the whole window, and without
/// this the years would leave no lane to the days in them.
fn allowed_lanes(bar: Bar, lanes: u32) -> u64 {
    let share = match bar.days() {
        ..=7 => lanes,
        8..=100 => (lanes * 3).div_ceil(4),
        _ => lanes.div_ceil(2),
    };
    if share == 0 {
        0
    } else {
        u64::MAX >> (u64::BITS - share)
    }
}

/// Which lanes are taken in each cell of one scale.
struct Room {
    px_per_day: f64,
    /// The number of the first cell, counted from day 0.
    origin: i64,
    taken: Vec<u64>,
}

impl Room {
    fn new(days: (i32, i32), px_per_day: f64) -> Self {
        // Marks reach past their bars by less than their least width; labels that reach past the end have no neighbour.
        let origin = (f64::from(days.0) * px_per_day / CELL_PX).floor() as i64 - 2;
        let end = (f64::from(days.1) * px_per_day / CELL_PX).ceil() as i64 + 2;
        Self {
            px_per_day,
            origin,
            taken: vec![0; (end - origin) as usize],
        }
    }

    /// The cells that a candidate covers. Cell borders stay cell borders at the next scale, so rounding outwards keeps
    /// the law of [`crate::footprint`].
    fn cells(&self, candidate: &Candidate) -> std::ops::Range<usize> {
        let room = Footprint::of(candidate.bar, candidate.label_px, self.px_per_day);
        self.index((room.start / CELL_PX).floor())..self.index((room.end / CELL_PX).ceil())
    }

    fn index(&self, cell: f64) -> usize {
        (cell as i64 - self.origin).clamp(0, self.taken.len() as i64) as usize
    }

    /// Whether the first cell alone turns a candidate away: in a crowd, the answer for most.
    fn is_taken_at_start(&self, candidate: &Candidate) -> bool {
        let (start, _) = mark(candidate.bar, self.px_per_day);
        let taken = self.taken.get(self.index((start / CELL_PX).floor()));
        taken.is_some_and(|taken| candidate.allowed & !taken == 0)
    }

    fn lowest_free(&self, cells: std::ops::Range<usize>, allowed: u64) -> Option<u32> {
        let mut free = allowed;
        for taken in &self.taken[cells] {
            free &= !taken;
            if free == 0 {
                return None;
            }
        }
        (free != 0).then(|| free.trailing_zeros())
    }

    fn take(&mut self, cells: std::ops::Range<usize>, lane: u32) {
        for taken in &mut self.taken[cells] {
            *taken |= 1 << lane;
        }
    }
}

/// The placed items in groups by scale and lane, each by time, with the groups' borders.
fn grouped(
    mut placed: Vec<(i32, Placed)>,
    coarsest: i32,
    lane_count: usize,
) -> (Vec<Placed>, Vec<usize>) {
    placed.sort_unstable_by_key(|(exponent, placed)| (*exponent, placed.lane, placed.bar.start));
    let mut borders = Vec::new();
    for (index, (exponent, placed)) in placed.iter().enumerate() {
        let group = (exponent - coarsest) as usize * lane_count + placed.lane as usize;
        borders.resize(borders.len().max(group + 1), index);
    }
    borders.push(placed.len());
    (
        placed.into_iter().map(|(_, placed)| placed).collect(),
        borders,
    )
}
