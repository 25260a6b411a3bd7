//! The laws of the crate on random items and windows.

use proptest::prelude::*;
use tawarikh_calendar::{
    Day, Digits, Extent, Interval, Language, Months, Precision, Qualifier, Style, When,
};
use tawarikh_timeline::{
    GAP_PX, Item, LABEL_GAP_PX, Layout, MARK_PX, Metrics, OVERHANG_PX, Span, Step, Timeline,
    Viewport, WIDEST,
};

const PRECISIONS: [Precision; 9] = [
    Precision::Day,
    Precision::Week,
    Precision::Month,
    Precision::Season,
    Precision::Quarter,
    Precision::Half,
    Precision::Year,
    Precision::Decade,
    Precision::Century,
];
const QUALIFIERS: [Qualifier; 7] = [
    Qualifier::Exact,
    Qualifier::About,
    Qualifier::Early,
    Qualifier::Mid,
    Qualifier::Late,
    Qualifier::Before,
    Qualifier::After,
];

/// Some day between 1970 and 2036, where things crowd.
const CROWD: std::ops::Range<i32> = 719_163..743_000;

fn interval() -> impl Strategy<Value = Interval> {
    let from = |first: i32, days: i32| Interval {
        first: Day::from_rata_die(first),
        last: Day::from_rata_die(first + days),
    };
    prop_oneof![
        6 => (CROWD, 0..3).prop_map(move |(first, days)| from(first, days)),
        3 => (CROWD, 0..800).prop_map(move |(first, days)| from(first, days)),
        1 => (CROWD, 0..40_000).prop_map(move |(first, days)| from(first, days)),
        1 => CROWD.prop_map(|day| Interval { first: Day::MIN, last: Day::from_rata_die(day) }),
        1 => CROWD.prop_map(|day| Interval { first: Day::from_rata_die(day), last: Day::MAX }),
        1 => (any::<i32>(), any::<i32>()).prop_map(|(first, last)| Interval {
            first: Day::from_rata_die(first),
            last: Day::from_rata_die(last),
        }),
    ]
}

fn item() -> impl Strategy<Value = Item> {
    let precision = prop::sample::select(&PRECISIONS[..]);
    let qualifier = prop::sample::select(&QUALIFIERS[..]);
    (
        interval(),
        precision,
        qualifier,
        any::<bool>(),
        0..4u32,
        0..80u32,
    )
        .prop_map(
            |(interval, precision, qualifier, range, weight, label_letters)| Item {
                when: When {
                    interval,
                    precision,
                    qualifier,
                    extent: if range { Extent::Range } else { Extent::Unit },
                },
                weight,
                label_letters,
            },
        )
}

fn metrics() -> impl Strategy<Value = Metrics> {
    (0..70u32, 0.0..12.0, 0.0..300.0).prop_map(|(lanes, char_px, max_label_px)| Metrics {
        lanes,
        char_px,
        max_label_px,
    })
}

/// The domain of the items, as an archive has it.
fn domain(items: &[Item]) -> Span {
    Span::covering(items).unwrap_or(Span {
        first: 0.0,
        last: 1.0,
    })
}

fn prepare(items: Vec<Item>, metrics: Metrics) -> Timeline {
    let domain = domain(&items);
    Timeline::new(items, domain, metrics)
}

fn timeline() -> impl Strategy<Value = Timeline> {
    (prop::collection::vec(item(), 0..200), metrics())
        .prop_map(|(items, metrics)| prepare(items, metrics))
}

/// Windows that a reader can reach.
fn viewport() -> impl Strategy<Value = Viewport> {
    (700_000.0..760_000.0, 2.0f64..16.0, 10.0..3_000.0).prop_map(|(first, log_days, width)| {
        Viewport {
            first,
            last: first + log_days.exp2(),
            width,
        }
    })
}

/// Windows that no reader reaches.
fn silly_viewport() -> impl Strategy<Value = Viewport> {
    let odd = || {
        prop_oneof![
            any::<f64>(),
            prop::sample::select(vec![
                0.0,
                -1.0,
                f64::NAN,
                f64::INFINITY,
                f64::NEG_INFINITY,
                f64::MAX,
                f64::MIN_POSITIVE
            ]),
            700_000.0..760_000.0,
        ]
    };
    (odd(), odd(), odd()).prop_map(|(first, last, width)| Viewport { first, last, width })
}

fn style() -> impl Strategy<Value = Style> {
    (any::<bool>(), 0..3usize, any::<bool>()).prop_map(|(english, months, arabic_digits)| Style {
        language: if english {
            Language::English
        } else {
            Language::Arabic
        },
        months: [Months::Levantine, Months::Gregorian, Months::Both][months],
        digits: if arabic_digits {
            Digits::ArabicIndic
        } else {
            Digits::Latin
        },
    })
}

/// The days that an item covers, as the crate's documentation says: an open end covers one unit.
fn covered(item: &Item) -> Option<(f64, f64)> {
    let unit = match item.when.precision {
        Precision::Day => 1.0,
        Precision::Week => 7.0,
        Precision::Month => 30.0,
        Precision::Season | Precision::Quarter => 91.0,
        Precision::Half => 182.0,
        Precision::Year => 365.0,
        Precision::Decade => 3_652.0,
        Precision::Century => 36_524.0,
    };
    let day = |day: Day| {
        f64::from(day.rata_die())
            .clamp(tawarikh_timeline::EARLIEST, tawarikh_timeline::LATEST - 1.0)
    };
    let Interval { first, last } = item.when.interval;
    let (start, end) = match (first == Day::MIN, last == Day::MAX) {
        (false, false) => (day(first), day(last) + 1.0),
        (false, true) => (day(first), day(first) + unit),
        (true, false) => (day(last) + 1.0 - unit, day(last) + 1.0),
        (true, true) => return None,
    };
    Some((start, end.max(start + 1.0)))
}

fn is_visible(item: &Item, viewport: &Viewport) -> bool {
    covered(item).is_some_and(|(start, end)| start < viewport.last && end > viewport.first)
}

fn numbers(layout: &Layout) -> impl Iterator<Item = f64> + '_ {
    let marks = layout
        .marks
        .iter()
        .flat_map(|mark| [mark.x, mark.width, mark.label_x, mark.label_width]);
    let bins = layout
        .bins
        .iter()
        .flat_map(|bin| [bin.x, bin.width, bin.span.first, bin.span.last]);
    layout
        .ticks
        .iter()
        .map(|tick| tick.x)
        .chain(marks)
        .chain(bins)
}

/// Half a thousandth of a px: the rounding of day numbers times scales.
const ROUNDING: f64 = 5e-4;

proptest! {
    // Each case arranges a whole timeline.
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_two_marks_of_a_lane_overlap(timeline in timeline(), viewport in viewport()) {
        let layout = timeline.layout(&viewport, &Style::default());
        for lane in 0..64 {
            let mut free_from = f64::NEG_INFINITY;
            for mark in layout.marks.iter().filter(|mark| mark.lane == lane) {
                prop_assert!(mark.x >= free_from - ROUNDING, "{mark:?} begins before {free_from}");
                let label_end = mark.label_x + mark.label_width;
                free_from = (mark.x + mark.width).max(if mark.label_width > 0.0 { label_end } else { f64::MIN });
            }
        }
    }

    #[test]
    fn every_item_of_the_window_is_marked_or_counted(timeline in timeline(), viewport in viewport()) {
        let layout = timeline.layout(&viewport, &Style::default());
        let visible = timeline.items().iter().filter(|item| is_visible(item, &viewport)).count() as u32;
        let counted: u32 = layout.bins.iter().map(|bin| bin.count).sum();
        prop_assert_eq!(layout.marks.len() as u32 + counted, visible);
        prop_assert_eq!(layout.hidden, counted);
        for mark in &layout.marks {
            prop_assert!(is_visible(&timeline.items()[mark.item as usize], &viewport));
        }
    }

    #[test]
    fn bins_stand_side_by_side(timeline in timeline(), viewport in viewport()) {
        let layout = timeline.layout(&viewport, &Style::default());
        for pair in layout.bins.windows(2) {
            prop_assert!(pair[0].x + pair[0].width <= pair[1].x + ROUNDING);
            prop_assert!(pair[0].span.last <= pair[1].span.first);
        }
    }

    #[test]
    fn marks_stay_near_the_window(timeline in timeline(), viewport in viewport()) {
        for mark in timeline.layout(&viewport, &Style::default()).marks {
            let right = mark.x + mark.width;
            prop_assert!(mark.x >= -OVERHANG_PX && right <= viewport.width + OVERHANG_PX + ROUNDING);
            prop_assert!(mark.label_width == 0.0 || mark.label_x + mark.label_width <= viewport.width + ROUNDING);
            prop_assert!(mark.label_width == 0.0 || mark.label_x >= GAP_PX - MARK_PX);
        }
    }

    #[test]
    fn a_mark_stays_in_its_lane_when_the_window_moves_or_narrows(
        timeline in timeline(), viewport in viewport(), px in -500.0..500.0, factor in 1.0..8.0, at in 0.0..1.0
    ) {
        let before = timeline.layout(&viewport, &Style::default());
        let panned = timeline.layout(&viewport.pan(px), &Style::default());
        let narrowed_viewport = viewport.zoom_around(factor, at * viewport.width);
        let narrowed = timeline.layout(&narrowed_viewport, &Style::default());
        for mark in &before.marks {
            let lane = |layout: &Layout| layout.marks.iter().find(|m| m.item == mark.item).map(|m| m.lane);
            prop_assert!(lane(&panned).is_none_or(|lane| lane == mark.lane));
            if is_visible(&timeline.items()[mark.item as usize], &narrowed_viewport) {
                prop_assert_eq!(lane(&narrowed), Some(mark.lane));
            }
        }
    }

    #[test]
    fn ticks_are_in_order_and_their_labels_apart(viewport in viewport(), metrics in metrics(), style in style()) {
        let ticks = prepare(Vec::new(), metrics).layout(&viewport, &style).ticks;
        for major in [false, true] {
            let row: Vec<_> = ticks.iter().filter(|tick| tick.major == major).collect();
            for pair in row.windows(2) {
                let label = pair[0].label.chars().count() as f64 * metrics.char_px;
                prop_assert!(pair[0].x + label + LABEL_GAP_PX <= pair[1].x + ROUNDING, "{pair:?}");
            }
        }
        prop_assert!(ticks.windows(2).all(|pair| pair[0].x <= pair[1].x));
        prop_assert!(ticks.iter().all(|tick| tick.x <= viewport.width && !tick.label.is_empty()));
    }

    #[test]
    fn zooming_keeps_the_day_under_the_pointer(viewport in viewport(), factor in 0.05..20.0, at in 0.0..1.0) {
        let x = at * viewport.width;
        let zoomed = viewport.zoom_around(factor, x);
        let (before, after) = (viewport.scale().unwrap().day(x), zoomed.scale().unwrap().day(x));
        prop_assert!((before - after).abs() < 1e-6, "{before} {after}");
    }

    #[test]
    fn panning_back_undoes_panning(viewport in viewport(), px in -5_000.0..5_000.0) {
        let back = viewport.pan(px).pan(-px);
        prop_assert!((back.first - viewport.first).abs() < 1e-6 && (back.last - viewport.last).abs() < 1e-6);
    }

    #[test]
    fn a_clamped_window_is_within_the_domain(
        viewport in prop_oneof![viewport(), silly_viewport()], first in 690_000.0..750_000.0, days in 1.0..100_000.0
    ) {
        let domain = Span::new(first, first + days).unwrap();
        let clamped = viewport.clamp(domain);
        prop_assert!(domain.first <= clamped.first && clamped.first < clamped.last && clamped.last <= domain.last + 1e-6);
        let again = clamped.clamp(domain);
        prop_assert!((again.first - clamped.first).abs() < 1e-6 && (again.last - clamped.last).abs() < 1e-6);
    }

    #[test]
    fn silly_windows_give_only_numbers(
        timeline in timeline(), viewport in silly_viewport(), factor in any::<f64>(), x in any::<f64>(), style in style()
    ) {
        let domain = domain(timeline.items());
        let reached = [viewport, viewport.pan(x), viewport.zoom_around(factor, x), viewport.clamp(domain)];
        for viewport in reached {
            let layout = timeline.layout(&viewport, &style);
            prop_assert!(numbers(&layout).all(f64::is_finite), "{viewport:?}");
            prop_assert!(layout.ticks.len() as f64 <= 2.0 * WIDEST / LABEL_GAP_PX + 4.0);
        }
        timeline.density(domain, 7);
        let _ = timeline.reveal(0, viewport);
    }

    #[test]
    fn density_counts_what_lies_in_the_domain(items in prop::collection::vec(item(), 0..50), columns in 1..400u32) {
        let timeline = prepare(items, Metrics::default());
        let domain = domain(timeline.items());
        let density = timeline.density(domain, columns);
        let placed = timeline.items().iter().filter(|item| covered(item).is_some()).count() as f64;
        prop_assert_eq!(density.len(), columns as usize);
        prop_assert!(density.iter().all(|&value| value >= 0.0));
        prop_assert!((density.iter().sum::<f64>() - placed).abs() < 1e-3);
    }

    #[test]
    fn stepping_visits_every_item_once_and_in_order(timeline in timeline()) {
        let walk = std::iter::successors(timeline.step(None, Step::Next), |&at| timeline.step(Some(at), Step::Next));
        let visited: Vec<usize> = walk.collect();
        let mut placed: Vec<usize> = (0..timeline.items().len())
            .filter(|&index| covered(&timeline.items()[index]).is_some())
            .collect();
        placed.sort_by(|&a, &b| covered(&timeline.items()[a]).partial_cmp(&covered(&timeline.items()[b])).unwrap());
        prop_assert_eq!(&visited, &placed);
        for pair in visited.windows(2) {
            prop_assert_eq!(timeline.step(Some(pair[1]), Step::Previous), Some(pair[0]));
        }
        prop_assert_eq!(timeline.step(None, Step::Last), visited.last().copied());
    }
}
