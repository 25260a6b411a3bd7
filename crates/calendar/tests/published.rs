//! The calendars against published tables.

#![allow(clippy::unwrap_used)] // a wrong row of a table fails the test

use tawarikh_calendar::{Day, Weekday};

/// Rata die, Gregorian date, weekday: E. M. Reingold and N. Dershowitz, "Calendrical Calculations", appendix C.
const GREGORIAN: [(i32, (i32, u8, u8), Weekday); 24] = [
    (-214_193, (-586, 7, 24), Weekday::Sunday),
    (-61_387, (-168, 12, 5), Weekday::Wednesday),
    (25_469, (70, 9, 24), Weekday::Wednesday),
    (49_217, (135, 10, 2), Weekday::Sunday),
    (171_307, (470, 1, 8), Weekday::Wednesday),
    (210_155, (576, 5, 20), Weekday::Monday),
    (253_427, (694, 11, 10), Weekday::Saturday),
    (369_740, (1013, 4, 25), Weekday::Sunday),
    (400_085, (1096, 5, 24), Weekday::Sunday),
    (434_355, (1190, 3, 23), Weekday::Friday),
    (452_605, (1240, 3, 10), Weekday::Saturday),
    (470_160, (1288, 4, 2), Weekday::Friday),
    (473_837, (1298, 4, 27), Weekday::Sunday),
    (507_850, (1391, 6, 12), Weekday::Sunday),
    (524_156, (1436, 2, 3), Weekday::Wednesday),
    (544_676, (1492, 4, 9), Weekday::Saturday),
    (567_118, (1553, 9, 19), Weekday::Saturday),
    (601_716, (1648, 6, 10), Weekday::Wednesday),
    (645_554, (1768, 6, 19), Weekday::Sunday),
    (694_799, (1903, 4, 19), Weekday::Sunday),
    (709_580, (1943, 10, 7), Weekday::Thursday),
    (727_274, (1992, 3, 17), Weekday::Tuesday),
    (744_313, (2038, 11, 10), Weekday::Wednesday),
    (764_652, (2094, 7, 18), Weekday::Sunday),
];

#[test]
fn gregorian_days_are_those_of_the_book() {
    for (rata_die, (year, month, day), weekday) in GREGORIAN {
        let date = Day::from_rata_die(rata_die);
        assert_eq!(date.gregorian(), (year, month, day));
        assert_eq!(Day::from_gregorian(year, month, day), Some(date));
        assert_eq!(date.weekday(), weekday, "{year}-{month}-{day}");
    }
}

#[cfg(feature = "hijri")]
mod hijri {
    use super::Day;
    use tawarikh_calendar::hijri;

    /// Rata die and date of the arithmetic (civil) Islamic calendar, from the same appendix.
    const CIVIL: [(i32, (i32, u8, u8)); 14] = [
        (253_427, (75, 7, 13)),
        (369_740, (403, 10, 5)),
        (400_085, (489, 5, 22)),
        (434_355, (586, 2, 7)),
        (452_605, (637, 8, 7)),
        (470_160, (687, 2, 20)),
        (473_837, (697, 7, 7)),
        (524_156, (839, 7, 6)),
        (544_676, (897, 6, 1)),
        (567_118, (960, 9, 30)),
        (569_477, (967, 5, 27)),
        (601_716, (1058, 5, 18)),
        (645_554, (1182, 2, 3)),
        (671_401, (1255, 1, 11)),
    ];

    #[test]
    fn civil_days_before_1300_are_those_of_the_book() {
        for (rata_die, (year, month, day)) in CIVIL {
            let date = Day::from_rata_die(rata_die);
            assert_eq!(hijri::to_day(year, month, day), Some(date));
            assert_eq!(hijri::from_day(date), Some((year, month, day)));
        }
    }

    /// Year, month, day.
    type Ymd = (i32, u8, u8);

    /// First days of months as announced in the Saudi official calendar, Hijri and Gregorian.
    const UMM_AL_QURA: [(Ymd, Ymd); 13] = [
        ((1440, 9, 1), (2019, 5, 6)),
        ((1440, 10, 1), (2019, 6, 4)),
        ((1440, 12, 10), (2019, 8, 11)),
        ((1441, 1, 1), (2019, 8, 31)),
        ((1441, 9, 1), (2020, 4, 24)),
        ((1442, 1, 1), (2020, 8, 20)),
        ((1442, 9, 1), (2021, 4, 13)),
        ((1443, 9, 1), (2022, 4, 2)),
        ((1444, 9, 1), (2023, 3, 23)),
        ((1445, 1, 1), (2023, 7, 19)),
        ((1445, 9, 1), (2024, 3, 11)),
        ((1446, 1, 1), (2024, 7, 7)),
        ((1446, 9, 1), (2025, 3, 1)),
    ];

    #[test]
    fn umm_al_qura_days_are_the_announced_ones() {
        for ((year, month, day), (gregorian_year, gregorian_month, gregorian_day)) in UMM_AL_QURA {
            let date = Day::from_gregorian(gregorian_year, gregorian_month, gregorian_day).unwrap();
            assert_eq!(
                hijri::to_day(year, month, day),
                Some(date),
                "{year}-{month}-{day}"
            );
        }
    }

    #[test]
    fn the_calendar_begins_with_the_emigration() {
        assert_eq!(hijri::to_day(1, 1, 1), Day::from_gregorian(622, 7, 19)); // 16 July, Julian
        assert_eq!(
            hijri::from_day(Day::from_gregorian(622, 7, 18).unwrap()),
            None
        );
        assert_eq!(hijri::to_day(1440, 9, 31), None);
        assert_eq!(hijri::to_day(1440, 13, 1), None);
    }
}
