//! Marks and bins that can be worked out by hand: 2 px a day over 2017, six px a letter.

#![expect(clippy::unwrap_used, reason = "the dates here exist")]

use tawarikh_calendar::{Day, Interval, Precision, Qualifier, Style, When};
use tawarikh_timeline::{End, Item, Layout, Mark, Metrics, Step, Timeline, Viewport};

const METRICS: Metrics = Metrics {
    lanes: 4,
    char_px: 6.0,
    max_label_px: 120.0,
};

fn when(edtf: &str) -> When {
    When::from_edtf(edtf).unwrap()
}

fn timeline(items: &[(&str, u32, u32)]) -> Timeline {
    let item = |&(edtf, weight, label_letters): &(&str, u32, u32)| Item {
        when: when(edtf),
        weight,
        label_letters,
    };
    Timeline::new(
        items.iter().map(item).collect(),
        year_2017().span().unwrap(),
        METRICS,
    )
}

fn year_2017() -> Viewport {
    let first = f64::from(Day::from_gregorian(2017, 1, 1).unwrap().rata_die());
    Viewport {
        first,
        last: first + 365.0,
        width: 730.0,
    }
}

fn layout(items: &[(&str, u32, u32)]) -> Layout {
    timeline(items).layout(&year_2017(), &Style::default())
}

/// `item shape lane x+width label_x+label_width`, with `~` for soft and `<`, `>` for open ends.
fn line(mark: &Mark) -> String {
    let [start, end] = [(mark.start, '<'), (mark.end, '>')].map(|(end, arrow)| match end {
        End::Sharp => String::new(),
        End::Soft => '~'.to_string(),
        End::Open => arrow.to_string(),
    });
    format!(
        "{} {} lane {}: {start}{:.0}+{:.0}{end} label {:.0}+{:.0}",
        mark.item,
        mark.shape.id(),
        mark.lane,
        mark.x,
        mark.width,
        mark.label_x,
        mark.label_width
    )
}

#[track_caller]
fn check(items: &[(&str, u32, u32)], expected: &[&str]) {
    let lines: Vec<String> = layout(items).marks.iter().map(line).collect();
    assert_eq!(lines, expected);
}

#[test]
fn a_day_is_a_mark_round_its_middle_with_its_label_after_it() {
    // 17 October is day 289 of the year, counted from 0: its middle stands at 579.
    check(
        &[("2017-10-17", 1, 10)],
        &["0 day lane 0: 573+12 label 591+60"],
    );
}

#[test]
fn a_month_is_a_bar_and_a_long_one_takes_its_label_in() {
    // March: days 59 to 89, 62 px; a label of 10 letters needs 60 + 2 x 6 inside, one of 8 needs 60.
    check(
        &[("2017-03", 1, 10)],
        &["0 month lane 0: 118+62 label 186+60"],
    );
    check(
        &[("2017-03", 1, 8)],
        &["0 month lane 0: 118+62 label 124+48"],
    );
}

#[test]
fn ranges_lie_low_and_days_above_them() {
    // June to October: days 151 to 303. At half a px a day, where the year takes 182 px, the label of 9 July (day 189) ends at
    // 143 px and 10 November (day 313) begins at 151 px, beside the range's end at 152: both get the lane above it.
    check(
        &[
            ("2017-07-09", 1, 5),
            ("2017-06/2017-10", 1, 8),
            ("2017-11-10", 1, 5),
        ],
        &[
            "1 range lane 0: 302+306 label 308+48",
            "0 day lane 1: 373+12 label 391+30",
            "2 day lane 1: 621+12 label 639+30",
        ],
    );
}

#[test]
fn bars_are_cut_at_the_edges_and_keep_their_label_in_sight() {
    check(
        &[("2016/2018", 1, 8)],
        &["0 range lane 0: -32+794 label 6+48"],
    );
}

#[test]
fn uncertain_ends_are_soft_and_unknown_ends_open() {
    check(
        &[("2017-03~", 1, 8)],
        &["0 month lane 0: ~118+62~ label 124+48"],
    );
    let mark = |when: When| {
        let item = Item {
            when,
            weight: 1,
            label_letters: 0,
        };
        line(
            &Timeline::new(vec![item], year_2017().span().unwrap(), METRICS)
                .layout(&year_2017(), &Style::default())
                .marks[0],
        )
    };
    // Thirds of March: 1 to 10, 11 to 20, 21 to 31.
    assert_eq!(
        mark(when("2017-03").qualified(Qualifier::Early)),
        "0 month lane 0: 118+20~ label 124+0"
    );
    assert_eq!(
        mark(when("2017-03").qualified(Qualifier::Mid)),
        "0 month lane 0: ~138+20~ label 144+0"
    );
    assert_eq!(
        mark(when("2017-03").qualified(Qualifier::Late)),
        "0 month lane 0: ~158+22 label 164+0"
    );
    // After March: from 1 April, one month of 30 days long. Before March: 30 days up to its first.
    assert_eq!(
        mark(when("2017-03").qualified(Qualifier::After)),
        "0 month lane 0: 180+60> label 186+0"
    );
    assert_eq!(
        mark(when("2017-03").qualified(Qualifier::Before)),
        "0 month lane 0: <58+60 label 64+0"
    );
}

#[test]
fn what_finds_no_lane_is_counted_where_it_is() {
    // Six things on 17 October, four lanes: the two lightest are counted in the column of x = 579.
    let crowd = [1, 5, 2, 4, 3, 6].map(|weight| ("2017-10-17", weight, 10));
    let layout = layout(&crowd);
    let marked: Vec<u32> = layout.marks.iter().map(|mark| mark.item).collect();
    assert_eq!(marked, [1, 3, 4, 5]);
    assert_eq!(
        (layout.bins.len(), layout.bins[0].count, layout.hidden),
        (1, 2, 2)
    );
    let bin = layout.bins[0];
    assert!(bin.x <= 579.0 && 579.0 < bin.x + bin.width);
    assert!((bin.width - 8.0).abs() < 1e-6);
}

#[test]
fn columns_keep_their_days_while_the_window_moves_or_is_zoomed_a_little() {
    // 2 px a day: four days are 8 px; at 3.9 px a day they are 15.6 px, at 4 px a day two days are enough.
    let crowd = [1, 5, 2, 4, 3, 6].map(|weight| ("2017-10-17", weight, 10));
    let timeline = timeline(&crowd);
    let at = |factor: f64, px: f64| {
        let viewport = year_2017().zoom_around(factor, 579.0).pan(px);
        let layout = timeline.layout(&viewport, &Style::default());
        let days = layout.bins[0].span;
        (
            layout.column_days,
            days.first,
            days.last,
            layout.bins[0].count,
        )
    };
    let (days, first, last, count) = at(1.0, 0.0);
    assert_eq!((days, last - first, count), (4.0, 4.0, 2));
    assert_eq!(first % 4.0, 0.0, "columns are counted from day 0");
    assert_eq!(at(1.95, 0.0), (days, first, last, count));
    assert_eq!(at(1.0, 33.3), (days, first, last, count));
    assert_eq!(at(2.0001, 0.0).0, 2.0);
}

#[test]
fn zooming_in_gives_room_to_what_was_counted() {
    // Five days side by side with labels of 60 px, four lanes: 2 px a day has no room for the fifth, 40 px a day has.
    let days = [
        "2017-10-15",
        "2017-10-16",
        "2017-10-17",
        "2017-10-18",
        "2017-10-19",
    ]
    .map(|day| (day, 1, 10));
    let timeline = timeline(&days);
    assert_eq!(timeline.layout(&year_2017(), &Style::default()).hidden, 1);
    let zoomed = year_2017().zoom_around(20.0, 579.0);
    let layout = timeline.layout(&zoomed, &Style::default());
    assert_eq!((layout.marks.len(), layout.hidden), (5, 0));
}

#[test]
fn years_leave_lanes_to_their_days() {
    let mut items = vec![("2017", 9, 4); 10];
    items.push(("2017-05-05", 1, 4));
    let layout = layout(&items);
    let shapes: Vec<&str> = layout.marks.iter().map(|mark| mark.shape.id()).collect();
    assert_eq!(shapes, ["year", "year", "day"]);
}

#[test]
fn a_date_that_is_open_at_both_ends_has_no_place() {
    let dates = [When::unit(Interval::ALL, Precision::Day), when("2017")];
    let items = dates.map(|when| Item::new(when, 1, "label"));
    let timeline = Timeline::new(items.to_vec(), year_2017().span().unwrap(), METRICS);
    assert_eq!(timeline.step(None, Step::First), Some(1));
    assert_eq!(timeline.step(Some(0), Step::Next), None);
    assert_eq!(
        timeline.layout(&year_2017(), &Style::default()).marks.len(),
        1
    );
}

#[test]
fn a_year_spreads_over_the_density_and_a_day_stands_in_one_column() {
    let timeline = timeline(&[("2017", 1, 4), ("2017-01-10", 1, 4)]);
    let density = timeline.density(year_2017().span().unwrap(), 5);
    // 73 days a column.
    let rounded: Vec<String> = density.iter().map(|value| format!("{value:.2}")).collect();
    assert_eq!(rounded, ["1.20", "0.20", "0.20", "0.20", "0.20"]);
}

#[test]
fn the_wanted_item_is_brought_into_the_window() {
    let timeline = timeline(&[("2018-03-15", 1, 4), ("2017-06-15", 1, 4)]);
    let moved = timeline.reveal(0, year_2017());
    let x = moved
        .scale()
        .unwrap()
        .x(f64::from(Day::from_gregorian(2018, 3, 15).unwrap().rata_die()) + 0.5);
    assert!(
        (x - 657.0).abs() < 1e-6,
        "a tenth of 730 px from the edge, not {x}"
    );
    assert_eq!(timeline.reveal(1, year_2017()), year_2017());
}
