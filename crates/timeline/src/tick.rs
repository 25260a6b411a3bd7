//! The axis: ticks at the calendar's borders with labels that never collide.
//!
//! Ticks come in two rows. The upper row counts days, or names months; the lower row (`major`) says of which month and
//! year, and counts years where there is no room for months. A label begins at its tick and runs toward the future.

use tawarikh_calendar::{Day, Style, When, decimal, digits, label, month_short_name};

use crate::metrics::Metrics;
use crate::viewport::{Scale, Viewport};

/// The least room between two labels of a row, in px.
pub const LABEL_GAP_PX: f64 = 12.0;

/// A border of the calendar with its label.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where it is, in px from the past edge. The first major label stays at the edge while its month or year is under
    /// it, and is pushed out (below 0) by the next one.
    pub x: f64,
    /// The text, in the reader's style.
    pub label: String,
    /// Whether it is in the row of the context.
    pub major: bool,
}

/// The distance of the ticks in the finer row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    /// Every so many days, counted anew from each first of the month.
    Days(u8),
    /// Every so many months, counted anew from each January.
    Months(u8),
    /// Every so many years.
    Years(i32),
}

/// From fine to coarse.
const UNITS: [Unit; 22] = [
    Unit::Days(1),
    Unit::Days(2),
    Unit::Days(5),
    Unit::Days(10),
    Unit::Days(15),
    Unit::Months(1),
    Unit::Months(3),
    Unit::Months(6),
    Unit::Years(1),
    Unit::Years(2),
    Unit::Years(5),
    Unit::Years(10),
    Unit::Years(20),
    Unit::Years(50),
    Unit::Years(100),
    Unit::Years(200),
    Unit::Years(500),
    Unit::Years(1_000),
    Unit::Years(2_000),
    Unit::Years(5_000),
    Unit::Years(10_000),
    Unit::Years(20_000),
];

/// The ticks of a window, by x; at one x the finer before the major one.
pub(crate) fn ticks(
    viewport: Viewport,
    scale: Scale,
    metrics: Metrics,
    style: &Style,
) -> Vec<Tick> {
    let Some(window) = viewport.span() else {
        return Vec::new();
    };
    let axis = Axis {
        months: month_of(window.first)..=month_of(window.last),
        scale,
        metrics,
        style,
    };
    let Some(unit) = UNITS.into_iter().find(|&unit| axis.fits(unit)) else {
        return Vec::new();
    };
    let inside = |tick: &Tick| (0.0..=viewport.width).contains(&tick.x);
    let mut ticks: Vec<Tick> = axis.minor(unit).into_iter().filter(inside).collect();
    ticks.extend(
        sticky(axis.major(unit), &axis)
            .into_iter()
            .filter(|tick| tick.x <= viewport.width),
    );
    ticks.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.major.cmp(&b.major)));
    ticks
}

/// The row of the context without what is over before the window begins; the month or year under the past edge is moved to it.
fn sticky(row: Vec<Tick>, axis: &Axis<'_>) -> Vec<Tick> {
    let begun = row.iter().filter(|tick| tick.x <= 0.0).count();
    let next = row.get(begun).map(|tick| tick.x);
    let mut shown = row
        .into_iter()
        .skip(begun.saturating_sub(1))
        .collect::<Vec<_>>();
    if let Some(first) = shown.first_mut().filter(|tick| tick.x < 0.0) {
        let pushed = next.map_or(0.0, |next| {
            next - axis.metrics.text_px(&first.label) - LABEL_GAP_PX
        });
        first.x = pushed.min(0.0);
    }
    shown
}

/// What the ticks of one window depend on.
struct Axis<'s> {
    /// The months in the window, as [`month_of`] numbers them.
    months: std::ops::RangeInclusive<i32>,
    scale: Scale,
    metrics: Metrics,
    style: &'s Style,
}

impl Axis<'_> {
    /// Whether no two labels of a row would collide.
    fn fits(&self, unit: Unit) -> bool {
        let room = |days: i32| f64::from(days) * self.scale.px_per_day - LABEL_GAP_PX;
        let widest = |labels: &mut dyn Iterator<Item = String>| {
            labels
                .map(|label| self.metrics.text_px(&label))
                .fold(0.0, f64::max)
        };
        let months = |step: u8| (1..=12).step_by(usize::from(step));
        match unit {
            Unit::Days(step) => {
                let of_year = |year| months(1).map(move |month| self.month_and_year(year, month));
                room(least_gap(step)) >= self.metrics.text_px("30")
                    && room(28) >= widest(&mut self.outer_years().into_iter().flat_map(of_year))
            }
            Unit::Months(step) => {
                let days = [28, 59, 90, 120, 151, 181][usize::from(step) - 1];
                room(days)
                    >= widest(&mut months(step).map(|month| month_short_name(month, self.style)))
                    && room(365) >= self.widest_year()
            }
            Unit::Years(step) => room(step.saturating_mul(365)) >= self.widest_year(),
        }
    }

    /// The finer row; empty where the years are the only row.
    fn minor(&self, unit: Unit) -> Vec<Tick> {
        match unit {
            Unit::Days(step) => self
                .months()
                .flat_map(|(year, month)| self.days(year, month, step))
                .collect(),
            Unit::Months(step) => {
                let months = self.months().filter(|(_, month)| (month - 1) % step == 0);
                let name = |month| month_short_name(month, self.style);
                months
                    .filter_map(|(year, month)| self.tick((year, month, 1), name(month), false))
                    .collect()
            }
            Unit::Years(_) => Vec::new(),
        }
    }

    /// The row of the context, which may begin before the window.
    fn major(&self, unit: Unit) -> Vec<Tick> {
        match unit {
            Unit::Days(_) => {
                let label = |year, month| self.month_and_year(year, month);
                self.months()
                    .filter_map(|(year, month)| {
                        self.tick((year, month, 1), label(year, month), true)
                    })
                    .collect()
            }
            Unit::Months(_) => self.year_ticks(1),
            // No tick from before the window: every label here stands at its year.
            Unit::Years(step) => self
                .year_ticks(step)
                .into_iter()
                .filter(|tick| tick.x >= 0.0)
                .collect(),
        }
    }

    /// The months of the window as year and month.
    fn months(&self) -> impl Iterator<Item = (i32, u8)> {
        self.months
            .clone()
            .map(|index| (index.div_euclid(12), index.rem_euclid(12) as u8 + 1))
    }

    /// The first and the last year of the window.
    fn outer_years(&self) -> [i32; 2] {
        [
            self.months.start().div_euclid(12),
            self.months.end().div_euclid(12),
        ]
    }

    fn days(&self, year: i32, month: u8, step: u8) -> Vec<Tick> {
        let length = tawarikh_calendar::days_in_month(year, month).unwrap_or(0);
        // The last of them leaves its place to the first of the next month if that is near.
        let has_room = |day: &u8| length + 1 - day >= least_gap(step) as u8;
        let days = (1..=length).step_by(usize::from(step)).filter(has_room);
        days.filter_map(|day| {
            self.tick(
                (year, month, day),
                digits(&decimal(day.into(), 1), self.style),
                false,
            )
        })
        .collect()
    }

    fn year_ticks(&self, step: i32) -> Vec<Tick> {
        let [first, last] = self.outer_years().map(historic);
        let multiples = first.div_euclid(step)..=last.div_euclid(step);
        let years = multiples
            .map(|multiple| multiple * step)
            .filter(|&year| year != 0);
        years
            .filter_map(|year| {
                self.tick(
                    (astronomical(year), 1, 1),
                    self.year(astronomical(year)),
                    true,
                )
            })
            .collect()
    }

    fn widest_year(&self) -> f64 {
        let [first, last] = self
            .outer_years()
            .map(|year| self.metrics.text_px(&self.year(year)));
        first.max(last)
    }

    fn year(&self, year: i32) -> String {
        label(&When::year(year), self.style)
    }

    fn month_and_year(&self, year: i32, month: u8) -> String {
        When::month(year, month).map_or_else(String::new, |when| label(&when, self.style))
    }

    /// The tick at a date, unless the calendar doesn't have it.
    fn tick(&self, (year, month, day): (i32, u8, u8), label: String, major: bool) -> Option<Tick> {
        let day = Day::from_gregorian(year, month, day)?;
        Some(Tick {
            x: self.scale.x(f64::from(day.rata_die())),
            label,
            major,
        })
    }
}

/// The least distance of two ticks of a step of days, in days: a step, or a little less before the first of a month.
fn least_gap(step: u8) -> i32 {
    i32::from(step) * 4 / 5 + i32::from(step < 5)
}

/// The number of the month at a day position, counted from January of the year 0.
fn month_of(day: f64) -> i32 {
    let (year, month, _) = Day::from_rata_die(day.floor() as i32).gregorian();
    year * 12 + i32::from(month) - 1
}

/// Years as people count them, without a year 0: -1 is 1 BC.
fn historic(year: i32) -> i32 {
    if year > 0 { year } else { year - 1 }
}

/// The inverse of [`historic`].
fn astronomical(historic: i32) -> i32 {
    if historic > 0 { historic } else { historic + 1 }
}
