//! Placing what was recognised: against the document's own date, and against the dates told before.

use tawarikh_calendar::{Day, Extent, Interval, Precision, Qualifier, Weekday, When, hijri};

use crate::expression::{
    Base, Calendar, Counted, Date, Expression, HolidayId, Meaning, Point, Shift, Unit, YearPart,
};
use crate::feasts::feast_days;
use crate::holidays::HOLIDAYS;
use crate::lexicon::Class;
use crate::mention::How;
use crate::placing::{a_year_later, century, gregorian, in_year, nth_in, part_of_year, year_in};
use crate::steps;
use crate::stream::Stream;
use crate::tense::{Tense, tense};
use crate::traps;

/// How far, in words, an earlier full date lends its year when the document has a date of its own.
const NEAR: usize = 40;
/// How far an earlier date anchors "the next day".
const ANCHOR_REACH: usize = 120;

/// A date told before.
#[derive(Debug, Clone, Copy)]
struct Told {
    when: When,
    word: usize,
}

/// A place in time with how it was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Place {
    pub when: When,
    pub how: How,
}

/// What the text has told so far.
#[derive(Debug)]
pub(crate) struct Resolver<'s, 't> {
    stream: &'s Stream<'t>,
    reference: Option<When>,
    told: Option<Told>,
    /// The last date with its year, of either calendar.
    year: Option<Told>,
}

/// Where an expression stands, and the tense of its clause.
#[derive(Debug, Clone, Copy)]
struct Site {
    word: usize,
    tense: Tense,
    /// Whether it stands alone at the head of a sentence, as a story goes on: "بعد عامين، …".
    opens_clause: bool,
}

impl<'s, 't> Resolver<'s, 't> {
    pub(crate) fn new(stream: &'s Stream<'t>, reference: Option<When>) -> Self {
        Resolver {
            stream,
            reference,
            told: None,
            year: None,
        }
    }

    /// Places an expression and remembers it.
    pub(crate) fn place(&mut self, expression: &Expression) -> Option<Place> {
        let site = self.site(expression);
        let place = match expression.meaning {
            Meaning::Point(point) => self.point(&point, site),
            Meaning::Range(from, to) => self.range(&from, &to, site),
            Meaning::Both(first, second) => self.both(&first, &second, site),
            Meaning::Time(_) | Meaning::Duration { .. } | Meaning::Set { .. } => None,
        };
        let place = place.map(|place| self.approximate(place, site))?;
        self.remember(place, site);
        Some(place)
    }

    /// "نحو عام 1350": the place with its qualifier, if "about" stands before it.
    fn approximate(&self, place: Place, site: Site) -> Place {
        let about = self.stream.before(site.word).class == Class::About
            && place.when.qualifier == Qualifier::Exact;
        let qualifier = if about {
            Qualifier::About
        } else {
            place.when.qualifier
        };
        Place {
            when: When {
                qualifier,
                ..place.when
            },
            ..place
        }
    }

    fn site(&self, expression: &Expression) -> Site {
        let (s, first, next) = (self.stream, expression.first, expression.next);
        let opens = first == 0
            || s.is_sign(first - 1, ".؟!?؛")
            || s.breaks(first)
            || !s.in_one_paragraph(first - 1, first);
        let closes = s.is_sign(next, "،,.:");
        Site {
            word: first,
            tense: tense(s, first, next),
            opens_clause: opens && closes && next < s.len() - 1,
        }
    }

    fn remember(&mut self, place: Place, site: Site) {
        let told = Told {
            when: place.when,
            word: site.word,
        };
        self.told = Some(told);
        if matches!(place.how, How::Written | How::DualName | How::Inherited) {
            self.year = Some(told);
        }
    }

    /// The second reading of a point with another month, or with day and month exchanged.
    pub(crate) fn alternative(&self, expression: &Expression, place: &Place) -> Option<When> {
        let Meaning::Point(Point {
            base: Base::Date(date),
            part,
            ..
        }) = expression.meaning
        else {
            return None;
        };
        let year = place.when.interval.first.year();
        let other = match date {
            Date {
                other_month: Some(month),
                ..
            } => Date {
                month: Some(month),
                ..date
            },
            Date {
                ambiguous: true,
                month: Some(month),
                day: Some(day),
                weekday,
                ..
            } if weekday != Some(place.when.interval.first.weekday()) => Date {
                month: Some(day),
                day: Some(month),
                ..date
            },
            _ => return None,
        };
        gregorian(year, &other).map(|when| when.qualified(part))
    }

    fn point(&self, point: &Point, site: Site) -> Option<Place> {
        let place = self.base(&point.base, site)?;
        let when = if point.part == Qualifier::Exact {
            place.when
        } else {
            place.when.qualified(point.part)
        };
        Some(Place { when, ..place })
    }

    /// From the first day of one to the last day of the other.
    fn range(&self, from: &Point, to: &Point, site: Site) -> Option<Place> {
        let (first, last) = (self.point(from, site)?, self.point(to, site)?);
        let when = When::range(first.when, last.when)
            .or_else(|| When::range(first.when, a_year_later(last.when)?))?;
        let qualifier = if first.when.qualifier == Qualifier::About {
            Qualifier::About
        } else {
            Qualifier::Exact
        };
        Some(Place {
            when: When { qualifier, ..when },
            how: first.how.max(last.how),
        })
    }

    /// The Gregorian of two dates for one day; the Hijri one allows a day or two beside it.
    fn both(&self, first: &Point, second: &Point, site: Site) -> Option<Place> {
        let calendar = |point: &Point| match point.base {
            Base::Date(date) => date.calendar,
            _ => Calendar::Gregorian,
        };
        let (gregorian, hijri) = if calendar(first) == Calendar::Gregorian {
            (first, second)
        } else {
            (second, first)
        };
        let (gregorian, hijri) = (self.point(gregorian, site), self.point(hijri, site));
        let finer = |place: &Place| {
            gregorian.is_none_or(|gregorian| place.when.precision < gregorian.when.precision)
        };
        hijri.filter(finer).or(gregorian)
    }

    fn base(&self, base: &Base, site: Site) -> Option<Place> {
        match *base {
            Base::Date(date) => self.date(&date, site),
            Base::YearPart { part, of } => self.year_part(part, &of, site),
            Base::Decade { first } => Some(written(When::decade(first))),
            Base::Century { calendar, n } => century(calendar, n).map(written),
            Base::Millennium { first } => Some(written(When {
                extent: Extent::Range,
                ..When::unit(
                    Interval::years(first, first.saturating_add(999)),
                    Precision::Century,
                )
            })),
            Base::Unit { unit, shift } => self.unit(unit, shift, site),
            Base::Count { unit, n, shift } => {
                steps::count(self.today(unit)?, unit, n?, shift).map(referred)
            }
            Base::Offset {
                unit,
                halves,
                anchored,
            } => self.offset(unit, halves, anchored, site),
            Base::Deictic { days, .. } => self
                .today(Unit::Day)
                .map(|day| referred(When::day(day + days))),
            Base::Weekday { weekday, shift } => self.weekday(weekday, shift, site),
            Base::Nth { n, what, of } => self.nth(n, what, &of, site),
            Base::Weekend { shift } => self.weekend(shift),
            Base::Holiday { id, year, offset } => self.holiday(id, &year, offset, site),
        }
    }

    /// The first day of the document's date, if it is at least as precise as a unit.
    fn today(&self, unit: Unit) -> Option<Day> {
        let reference = self.reference?;
        let precise = reference.precision <= unit.precision() && reference.extent == Extent::Unit;
        (precise && reference.interval.first.is_finite()).then_some(reference.interval.first)
    }

    /// The date told last, if it is near.
    fn anchor(&self, site: Site) -> Option<When> {
        self.told
            .filter(|told| site.word - told.word.min(site.word) <= ANCHOR_REACH)
            .map(|told| told.when)
    }

    /// A day of the unit that a shift names.
    fn shifted(&self, unit: Unit, shift: Shift, site: Site) -> Option<(When, How)> {
        match shift {
            // Chronicles say "this year" of the year they tell.
            Shift::Reference(0) if self.reference.is_none() => self
                .told_unit(unit, 0, site)
                .map(|when| (when, How::Anchor)),
            Shift::Reference(n) => {
                let day = steps::step(self.today(unit)?, unit, n)?;
                Some((steps::containing(day, unit)?, How::Reference))
            }
            Shift::Anchor(n) => {
                if let Some(when) = self.told_unit(unit, n, site) {
                    return Some((when, How::Anchor));
                }
                let anchor = self.anchor(site).filter(|told| {
                    told.precision <= unit.precision() && told.interval.first.is_finite()
                });
                let (day, how) = match anchor {
                    Some(told) => (
                        if n > 0 && told.interval.last.is_finite() {
                            told.interval.last
                        } else {
                            told.interval.first
                        },
                        How::Anchor,
                    ),
                    None if n < 0 => (self.today(unit)?, How::Reference),
                    None => return None,
                };
                Some((steps::containing(steps::step(day, unit, n)?, unit)?, how))
            }
        }
    }

    /// The unit told last if it is of this size, or so many Hijri years from it.
    fn told_unit(&self, unit: Unit, n: i32, site: Site) -> Option<When> {
        let told = self
            .anchor(site)
            .filter(|told| told.precision == unit.precision() && told.extent == Extent::Unit)?;
        let exact = told.qualifier == Qualifier::Exact;
        match (unit, n) {
            (_, 0) if exact => Some(told),
            (Unit::Year, n) if exact && !told.is_whole_unit() => {
                let (year, ..) = hijri::from_day(told.interval.first)?;
                hijri::year_interval(year + n).map(|year| When::unit(year, Precision::Year))
            }
            _ => None,
        }
    }

    fn unit(&self, unit: Unit, shift: Shift, site: Site) -> Option<Place> {
        self.shifted(unit, shift, site)
            .map(|(when, how)| Place { when, how })
    }

    /// A date: its year written, shifted, inherited or chosen.
    fn date(&self, date: &Date, site: Site) -> Option<Place> {
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
    fn yearless(&self, date: &Date, site: Site) -> Option<Place> {
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
    fn near_reference(&self, date: &Date, tense: Tense) -> Option<Place> {
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

    fn year_part(&self, part: YearPart, of: &Date, site: Site) -> Option<Place> {
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
    fn shifted_season(&self, part: YearPart, n: i32) -> Option<Place> {
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
    fn offset(&self, unit: Unit, halves: i32, anchored: bool, site: Site) -> Option<Place> {
        let anchor = self
            .anchor(site)
            .filter(|told| told.precision <= unit.precision() && told.interval.last.is_finite());
        let tells_on = halves > 0
            && site.tense == Tense::Past
            && self
                .told
                .is_some_and(|told| site.word - told.word.min(site.word) <= NEAR);
        if anchored || tells_on {
            let when = steps::halves(anchor?.interval.last, unit, halves)?;
            return Some(Place {
                when,
                how: How::Anchor,
            });
        }
        let tells_past = halves > 0 && site.tense == Tense::Past && site.opens_clause;
        steps::halves(self.today(unit).filter(|_| !tells_past)?, unit, halves).map(referred)
    }

    fn weekday(&self, weekday: Weekday, shift: Option<Shift>, site: Site) -> Option<Place> {
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
    fn weekend(&self, shift: i32) -> Option<Place> {
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

    fn nth(&self, n: i8, what: Counted, of: &Date, site: Site) -> Option<Place> {
        let whole = self.date(of, site)?;
        let when = nth_in(whole.when.interval, i32::from(n), what)?;
        Some(Place {
            when,
            how: whole.how,
        })
    }

    fn holiday(&self, id: HolidayId, of: &Date, offset: i8, site: Site) -> Option<Place> {
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

fn written(when: When) -> Place {
    Place {
        when,
        how: How::Written,
    }
}

fn referred(when: When) -> Place {
    Place {
        when,
        how: How::Reference,
    }
}

/// How far a date is from the document's; the wrong side of the tense counts more.
fn distance(when: &When, today: Day, tense: Tense) -> i32 {
    let (ahead, behind) = (when.interval.first - today, today - when.interval.last);
    match tense {
        Tense::Future if behind > 0 => behind.saturating_mul(4),
        Tense::Past if ahead > 0 => ahead.saturating_mul(2),
        _ => ahead.max(behind).max(0),
    }
}
