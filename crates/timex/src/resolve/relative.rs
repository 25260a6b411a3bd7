//! Resolution of what is seen from a date: parts of years, offsets, weekdays, weekends, feasts.

use tawarikh_calendar::{Day, Extent, Interval, Precision, Weekday, When};

use super::{NEAR, Place, Resolver, Site, distance, referred, written};
use crate::expression::{Calendar, Counted, Date, HolidayId, Shift, Unit, YearPart};
use crate::feasts::feast_days;
use crate::holidays::HOLIDAYS;
use crate::mention::How;
use crate::placing::{nth_in, part_of_year};
use crate::steps;
use crate::tense::Tense;

impl Resolver<'_, '_> {
    pub(super) fn year_part(&self, part: YearPart, of: &Date, site: Site) -> Option<Place> {
        let (year, how) = match (of.year, of.shift) {
            (Some(year), _) if of.calendar == Calendar::Gregorian => (year, How::Written),
            (Some(_), _) => return None,
            (None, Some(Shift::Reference(n)))
                if of.shifts_month
                    || matches!(part, YearPart::Season(_)) && of.month.is_none() && n != 0 =>
            {
                return self.shifted_season(part, n);
            }
            (None, Some(shift)) => {
                let (year, how) = self.shifted(Unit::Year, shift, site)?;
                (year.interval.first.year(), how)
            }
            (None, None) => return None,
        };
        part_of_year(part, year).map(|when| Place { when, how })
    }

    /// "الصيف الماضي": the last one that ended; "الصيف المقبل": the next one that begins.
    pub(super) fn shifted_season(&self, part: YearPart, n: i32) -> Option<Place> {
        let today = self.today(Unit::Season)?;
        let year = today.year();
        let mut seasons = (year - 2..=year + 2).filter_map(|year| part_of_year(part, year));
        let when = if n < 0 {
            seasons.rfind(|when| when.interval.last < today)
        } else {
            seasons.find(|when| when.interval.first > today)
        };
        when.map(referred)
    }

    /// So long before or after the document's date, or an earlier one.
    pub(super) fn offset(
        &self,
        unit: Unit,
        halves: i32,
        anchored: bool,
        site: Site,
    ) -> Option<Place> {
        let anchor = self
            .anchor(site)
            .filter(|told| told.precision <= unit.precision() && told.interval.last.is_finite());
        let tells_on = halves > 0
            && site.tense != Tense::Future
            && self
                .told
                .is_some_and(|told| site.word - told.word.min(site.word) <= NEAR);
        if anchored || tells_on {
            // Counted from a year, a year and a half ends in any of twelve months.
            let days = anchor?.interval;
            let from = |day: Day| steps::halves(day, unit, halves);
            let when = match halves % 2 {
                0 => from(days.last)?,
                _ => When::range(from(days.first)?, from(days.last)?)?,
            };
            return Some(Place {
                when,
                how: How::Anchor,
            });
        }
        let tells_past = halves > 0 && site.tense != Tense::Future && site.opens_clause;
        steps::halves(self.today(unit).filter(|_| !tells_past)?, unit, halves).map(referred)
    }

    pub(super) fn weekday(
        &self,
        weekday: Weekday,
        shift: Option<Shift>,
        site: Site,
    ) -> Option<Place> {
        let (day, how) = match shift {
            Some(Shift::Anchor(_)) => (
                self.anchor(site)
                    .filter(|told| told.precision == Precision::Day)?
                    .interval
                    .last,
                How::Anchor,
            ),
            _ => (self.today(Unit::Day)?, How::Reference),
        };
        let ahead = day.weekday().days_until(weekday);
        let days = match shift {
            Some(Shift::Reference(n) | Shift::Anchor(n)) if n < 0 => {
                if ahead == 0 {
                    7 * n
                } else {
                    ahead + 7 * n
                }
            }
            Some(Shift::Reference(0)) => {
                i32::from(weekday.number()) - i32::from(day.weekday().number())
            }
            Some(Shift::Anchor(0)) => ahead,
            Some(Shift::Reference(n) | Shift::Anchor(n)) => {
                if ahead == 0 {
                    7 * n
                } else {
                    ahead + 7 * (n - 1)
                }
            }
            None if site.tense == Tense::Future || ahead == 0 => ahead,
            None => ahead - 7,
        };
        Some(Place {
            when: When::day(day + days),
            how,
        })
    }

    /// Saturday and Sunday of a week from the document's.
    pub(super) fn weekend(&self, shift: i32) -> Option<Place> {
        let day = self.today(Unit::Day)?;
        let monday = day - Weekday::Monday.days_until(day.weekday());
        let saturday = monday + 5 + 7 * shift;
        let interval = Interval {
            first: saturday,
            last: saturday + 1,
        };
        Some(referred(When {
            extent: Extent::Range,
            ..When::unit(interval, Precision::Day)
        }))
    }

    pub(super) fn nth(&self, n: i8, what: Counted, of: &Date, site: Site) -> Option<Place> {
        let whole = self.date(of, site)?;
        let when = nth_in(whole.when.interval, i32::from(n), what)?;
        Some(Place {
            when,
            how: whole.how,
        })
    }

    pub(super) fn holiday(
        &self,
        id: HolidayId,
        of: &Date,
        offset: i8,
        site: Site,
    ) -> Option<Place> {
        let holiday = HOLIDAYS.get(id.0)?;
        let feast = |first: Day| match offset {
            0.. => When::day(first + i32::from(offset)),
            _ if holiday.days == 1 => When::day(first),
            _ => {
                let interval = Interval {
                    first,
                    last: first + holiday.days - 1,
                };
                When {
                    extent: Extent::Range,
                    ..When::unit(interval, Precision::Day)
                }
            }
        };
        if let Some(year) = of.year {
            return feast_days(holiday.fixture, of.calendar, year)
                .into_iter()
                .next()
                .map(|day| written(feast(day)));
        }
        let today = self.today(Unit::Day).or_else(|| self.today(Unit::Year))?;
        let days = || {
            (today.year() - 2..=today.year() + 2)
                .flat_map(|year| feast_days(holiday.fixture, Calendar::Gregorian, year))
        };
        let day = match of.shift {
            Some(Shift::Reference(n)) if of.shifts_month || n == 0 => {
                days().find(|day| day.year() == today.year() + n)
            }
            Some(Shift::Reference(..0)) => days().rfind(|day| *day < today),
            Some(_) => days().find(|day| *day > today),
            None => days().min_by_key(|day| distance(&When::day(*day), today, site.tense)),
        };
        day.map(|day| referred(feast(day)))
    }
}
