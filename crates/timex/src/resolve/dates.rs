//! Dates in resolution: their year written, shifted, inherited or chosen.

use tawarikh_calendar::{Extent, Precision, Qualifier, When, hijri};

use super::{ANCHOR_REACH, NEAR, Place, Resolver, Site, Told, distance, referred, written};
use crate::expression::{Calendar, Counted, Date, Shift, Unit};
use crate::mention::How;
use crate::placing::{gregorian, in_year, nth_in, year_in};
use crate::tense::Tense;
use crate::traps;

impl Resolver<'_, '_> {
    /// A date: its year written, shifted, inherited or chosen.
    pub(super) fn date(&self, date: &Date, site: Site) -> Option<Place> {
        let full = if date.dual {
            How::DualName
        } else {
            How::Written
        };
        if let Some(place) = self.ranked_weekday(date, site) {
            return Some(place);
        }
        match (date.year, date.shift) {
            (Some(year), _) if date.assumed && date.month.is_none() && self.tells_hijri() => {
                let date = Date {
                    calendar: Calendar::Hijri,
                    ..*date
                };
                in_year(year, &date).map(written)
            }
            (Some(year), _) => in_year(year, date).map(|when| Place { when, how: full }),
            (None, Some(shift)) => self.shifted_date(date, shift, site),
            (None, None) => self.yearless(date, site),
        }
    }

    /// Whether the last date with its year was a Hijri one: no Gregorian unit has its days.
    fn tells_hijri(&self) -> bool {
        self.year.is_some_and(|told| {
            let Told { when, .. } = told;
            let month_or_year = matches!(when.precision, Precision::Month | Precision::Year);
            let unit = When {
                qualifier: Qualifier::Exact,
                ..when
            };
            let hijri_unit =
                month_or_year && when.qualifier == Qualifier::Exact && !unit.is_whole_unit();
            let hijri_day = when.precision == Precision::Day && when.qualifier == Qualifier::About;
            when.extent == Extent::Unit && (hijri_unit || hijri_day)
        })
    }

    /// "الأحد الثاني من مارس" is the second Sunday where the second of March is no Sunday.
    fn ranked_weekday(&self, date: &Date, site: Site) -> Option<Place> {
        let (weekday, rank) = (
            date.weekday?,
            date.day.filter(|rank| date.ranked && *rank <= 5)?,
        );
        let plain = self.date(
            &Date {
                weekday: None,
                ..*date
            },
            site,
        )?;
        let fits = plain.when.precision != Precision::Day
            || plain.when.interval.first.weekday() == weekday;
        let month = Date {
            day: None,
            weekday: None,
            ..*date
        };
        let whole = self.date(&month, site).filter(|_| !fits)?;
        let when = nth_in(
            whole.when.interval,
            i32::from(rank),
            Counted::Weekday(weekday),
        )?;
        Some(Place { when, ..whole })
    }

    /// A date whose month or year is given by its distance.
    fn shifted_date(&self, date: &Date, shift: Shift, site: Site) -> Option<Place> {
        if date.calendar == Calendar::Hijri {
            return self.shifted_hijri(date, shift);
        }
        if date.shifts_month && date.month.is_none() {
            let (month, how) = self.shifted(Unit::Month, shift, site)?;
            let (year, month, _) = month.interval.first.gregorian();
            return gregorian(
                year,
                &Date {
                    month: Some(month),
                    ..*date
                },
            )
            .map(|when| Place { when, how });
        }
        let (year, how) = match (date.shifts_month, shift) {
            (true, Shift::Reference(n)) => (self.year_of_month(date, n)?, How::Reference),
            (true, Shift::Anchor(n)) => (self.anchored_year_of_month(date, n, site)?, How::Anchor),
            (false, shift) => {
                let (year, how) = self.shifted(Unit::Year, shift, site)?;
                (year.interval.first.year(), how)
            }
        };
        gregorian(year, date).map(|when| Place { when, how })
    }

    /// The year of "يناير الماضي", "سبتمبر المقبل", "مارس الجاري".
    fn year_of_month(&self, date: &Date, n: i32) -> Option<i32> {
        let today = self.today(Unit::Month).or_else(|| self.today(Unit::Year))?;
        let (year, this_month, this_day) = today.gregorian();
        let month = date.month?;
        let earlier_this_month = month == this_month && date.day.is_some_and(|day| day < this_day);
        let later_this_month = month == this_month && date.day.is_some_and(|day| day > this_day);
        Some(match n {
            ..0 if month < this_month || earlier_this_month => year + n + 1,
            ..0 => year + n,
            0 => year,
            _ if month > this_month || later_this_month => year + n - 1,
            _ => year + n,
        })
    }

    /// The year of a month told from an earlier date: "مارس التالي", "مارس نفسه".
    fn anchored_year_of_month(&self, date: &Date, n: i32, site: Site) -> Option<i32> {
        let (year, told_month, _) = self.anchor(site)?.interval.first.gregorian();
        let month = date.month?;
        let (before, after) = (n < 0 && month >= told_month, n > 0 && month <= told_month);
        Some(year - i32::from(before) + i32::from(after))
    }

    fn shifted_hijri(&self, date: &Date, shift: Shift) -> Option<Place> {
        let Shift::Reference(n) = shift else {
            return None;
        };
        let today = self.today(Unit::Month)?;
        let (year, this_month, _) = hijri::from_day(today)?;
        let year = match (date.shifts_month, date.month) {
            (true, Some(month)) => match n {
                ..0 if month < this_month => year + n + 1,
                0 => year,
                1.. if month > this_month => year + n - 1,
                _ => year + n,
            },
            _ => year + n,
        };
        in_year(year, date).map(referred)
    }

    /// A month or day without a year: an earlier date's, else the document's as the tense says.
    pub(super) fn yearless(&self, date: &Date, site: Site) -> Option<Place> {
        if traps::recalls_event(self.stream, site.word, date) {
            return None;
        }
        let inherited = |year: i32| {
            in_year(year, date).map(|when| Place {
                when,
                how: How::Inherited,
            })
        };
        if let Some(told) = self.year.filter(|told| self.lends_year(told, site)) {
            return inherited(year_in(date.calendar, told.when.interval.first)?);
        }
        if let Some(place) = self.near_reference(date, site.tense) {
            return Some(place);
        }
        let told = self.year.or(self.told)?;
        inherited(year_in(date.calendar, told.when.interval.first)?)
    }

    /// Whether an earlier date's year holds here: always without a document's date, else only if it is full and near.
    fn lends_year(&self, told: &Told, site: Site) -> bool {
        let Some(reference) = self.reference else {
            return told.when.precision <= Precision::Year;
        };
        let far = site.word.saturating_sub(told.word);
        let near = far <= NEAR
            || far <= ANCHOR_REACH && self.stream.in_one_paragraph(told.word, site.word);
        near && told.when.precision <= Precision::Month
            && told.when.interval.last < reference.interval.first
    }

    /// The occurrence nearest to the document's date: in the past unless the clause looks ahead.
    pub(super) fn near_reference(&self, date: &Date, tense: Tense) -> Option<Place> {
        let reference = self
            .reference
            .filter(|reference| reference.interval.first.is_finite())?;
        let today = reference.interval.first;
        let year = year_in(date.calendar, today)?;
        if reference.precision >= Precision::Year {
            return in_year(year, date).map(referred);
        }
        let candidates = (year - 1..=year + 1).filter_map(|year| in_year(year, date));
        candidates
            .min_by_key(|when| distance(when, today, tense))
            .map(referred)
    }
}
