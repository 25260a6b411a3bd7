//! Time of preparing and laying out, in one run so that the ratios mean something on any machine.
//!
//! `cargo bench -p tawarikh-timeline`

use std::hint::black_box;
use std::time::{Duration, Instant};

use tawarikh_calendar::{Day, Interval, Precision, Style, When};
use tawarikh_timeline::{Item, Metrics, Span, Timeline, Viewport};

const RUNS: u32 = 15;

fn main() {
    println!(
        "{:>8} {:>12} {:>12} {:>12} {:>7}",
        "items", "prepare", "whole", "zoomed worst", "marks"
    );
    for count in [1_000, 10_000, 100_000] {
        let items = items(count);
        let Some(domain) = Span::covering(&items) else {
            return;
        };
        let prepare = median(|| {
            drop(black_box(Timeline::new(
                items.clone(),
                domain,
                Metrics::default(),
            )));
        });
        let timeline = Timeline::new(items, domain, Metrics::default());
        let whole = Viewport::fit(domain, 1_600.0, 0.02);
        let mut worst = (Duration::ZERO, 0);
        for zoom in 0..14 {
            let viewport = whole.zoom_around(f64::from(1 << zoom), 900.0);
            let marks = timeline.layout(&viewport, &Style::default()).marks.len();
            let time = median(|| drop(black_box(timeline.layout(&viewport, &Style::default()))));
            worst = worst.max((time, marks));
        }
        let whole = median(|| drop(black_box(timeline.layout(&whole, &Style::default()))));
        println!(
            "{count:>8} {prepare:>12.1?} {whole:>12.1?} {:>12.1?} {:>7}",
            worst.0, worst.1
        );
    }
}

fn median(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

/// Eleven years with a crowded middle: three in four are days, the others months and years.
fn items(count: u64) -> Vec<Item> {
    let start = 734_869; // 2013-01-01
    let mut state = 1;
    let mut random = |below: u64| {
        // A linear congruential generator (Knuth, MMIX).
        state = u64::wrapping_mul(state, 6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let item = |_| {
        let first = start + (random(2_000) + random(2_000)) as i32;
        let (days, precision) = [
            (1, Precision::Day),
            (1, Precision::Day),
            (1, Precision::Day),
            (30, Precision::Month),
        ][random(4) as usize];
        let (days, precision) = if random(40) == 0 {
            (365, Precision::Year)
        } else {
            (days, precision)
        };
        let interval = Interval {
            first: Day::from_rata_die(first),
            last: Day::from_rata_die(first + days - 1),
        };
        Item {
            when: When::unit(interval, precision),
            weight: random(3) as u32,
            label_letters: 20 + random(40) as u32,
        }
    };
    (0..count).map(item).collect()
}
