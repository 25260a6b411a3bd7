//! Placing what was recognised: against the document's own date, and against the dates told before.

use tawarikh_calendar::{Day, Extent, Interval, Precision, Qualifier, When, hijri};

use crate::expression::{Base, Calendar, Date, Expression, Meaning, Point, Shift, Unit};
use crate::lexicon::Class;
use crate::mention::How;
use crate::placing::{a_year_later, century, gregorian};
use crate::steps;
use crate::stream::Stream;
use crate::tense::{Tense, tense};

mod dates;
mod relative;

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

/// Days that a report may lie before what it tells.
const SLACK: i32 = 2;

/// More days than lie between a report and the last time that a day came round: 29 February comes every fourth year, or eighth.
const YEARS: i32 = 8 * 366;

/// How far a date is from the document's; the wrong side of the tense counts more.
fn distance(when: &When, today: Day, tense: Tense) -> i32 {
    let (ahead, behind) = (when.interval.first - today, today - when.interval.last);
    match tense {
        Tense::Future if behind > 0 => behind.saturating_mul(4),
        Tense::Past if ahead > 0 => ahead.saturating_mul(2),
        // Clocks and saved pages are a day or two off; what happened is not to come.
        Tense::Told if ahead > SLACK => ahead.saturating_add(YEARS),
        _ => ahead.max(behind).max(0),
    }
}
