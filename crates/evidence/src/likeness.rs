//! How likely it is that two accounts tell the same happening.
//!
//! What two sentences share is weighed in bits: a day says more than a year, a town more than a country, a rare word more
//! than one of every report. What they contradict each other in rules them out, whatever they share: false merges are
//! worse than missed ones.

use tawarikh_calendar::{Extent, Interval};

use crate::account::{Account, Dated, Toll};
use crate::event_kind::EventKind;
use crate::spot::{Relation, Size, Spot};
use crate::telling::{is_afterwards, weight};

/// What two accounts share, in bits; below 0 where they disagree.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Likeness {
    /// The days that both may mean: the fewer, the more.
    pub days: f64,
    /// Where: the smaller, the more.
    pub places: f64,
    /// What was done.
    pub acts: f64,
    /// Words, parties, persons: the rarer, the more.
    pub words: f64,
    /// How many.
    pub figures: f64,
}

/// The bits from which two accounts are taken to tell the same.
pub(crate) const ENOUGH: f64 = 9.5;

impl Likeness {
    /// What two accounts share, if no other document has the words that both have; `None` where they contradict each other.
    #[must_use]
    pub fn between(a: &Account, b: &Account) -> Option<Likeness> {
        likeness(a, b, &Rarest)
    }

    /// All bits together.
    #[must_use]
    pub fn bits(&self) -> f64 {
        self.days + self.places + self.acts + self.words + self.figures
    }

    /// Whether that is enough to take them for one happening.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        self.bits() >= ENOUGH
    }
}

/// The bits of a word that no other document has.
pub(crate) const RAREST: f64 = 2.0;

/// Every word is as rare as can be.
struct Rarest;

impl Rarity for Rarest {
    fn bits(&self, _: u32) -> f64 {
        RAREST
    }
}

/// How much a word tells, by its key, in bits.
pub(crate) trait Rarity {
    /// The bits of a word that two accounts share.
    fn bits(&self, word: u32) -> f64;
}

/// The likeness of two accounts; `None` where they contradict each other.
pub(crate) fn likeness(a: &Account, b: &Account, rarity: &impl Rarity) -> Option<Likeness> {
    Some(Likeness {
        days: days(a, b)?,
        places: places(a, b)?,
        acts: acts(a, b),
        words: words(a, b, rarity),
        figures: figures(a, b),
    })
}

fn days(a: &Account, b: &Account) -> Option<f64> {
    let is_doubtful = a.readings.len() + b.readings.len() > 2;
    let doubt = if is_doubtful { 0.5 } else { 0.0 };
    let pairs = a
        .readings
        .iter()
        .flat_map(|one| b.readings.iter().map(move |other| (*one, *other)));
    let best = pairs
        .filter_map(|(one, other)| met(one, other, a, b))
        .fold(None, |best: Option<f64>, bits| {
            Some(best.map_or(bits, |best| best.max(bits)))
        })?;
    let supposed = [a, b]
        .iter()
        .map(|account| match account.dated {
            Dated::Lead => 0.5,
            Dated::Following => 2.0,
            _ => 0.0,
        })
        .sum::<f64>();
    Some(best - doubt - supposed)
}

/// The bits of two intervals of days that meet, or lie a day apart where reports are that inexact.
fn met(one: Interval, other: Interval, a: &Account, b: &Account) -> Option<f64> {
    let hull = one.hull(other).days()?;
    if ends(one, a, other) || ends(other, b, one) {
        return Some(4.0);
    }
    if one.overlaps(other) {
        return Some(match hull {
            0..=1 => 6.0,
            2..=4 => 5.0,
            5..=12 => 4.0,
            13..=31 => 3.0,
            32..=124 => 2.0,
            125..=366 => 0.5,
            _ => -1.0,
        });
    }
    let gap = if one.last < other.first {
        other.first - one.last
    } else {
        one.first - other.last
    };
    let loose = [a, b].iter().any(|account| account.dated != Dated::Written);
    match gap {
        1 if hull <= 8 => Some(if loose { 3.5 } else { 2.5 }),
        _ => None,
    }
}

/// Days of the last month of a stretch.
const LAST: i32 = 31;

/// Whether a stretch of days that an account tells of ends with others: a battle from June to October, a town taken in October.
fn ends(stretch: Interval, account: &Account, others: Interval) -> bool {
    let is_stretch = account
        .said
        .is_some_and(|said| said.extent == Extent::Range);
    let long = stretch.days().is_some_and(|days| days > 2 * LAST as u32);
    let inside = others.first > stretch.last - LAST && others.last <= stretch.last;
    is_stretch && long && inside
}

fn places(a: &Account, b: &Account) -> Option<f64> {
    let countries = shared(&a.countries, &b.countries).count();
    let unread =
        shared(&a.place_words, &b.words).count() + shared(&b.place_words, &a.words).count();
    if unread > 0 {
        return Some(3.5);
    }
    let lies_abroad = |spots: &[Spot]| spots.iter().any(|spot| spot.country.is_some());
    if countries == 0 && lies_abroad(&a.spots) && lies_abroad(&b.spots) {
        return None;
    }
    let towns = |account: &Account| {
        let towns = account.spots.iter().filter(|spot| spot.size == Size::Town);
        towns.copied().collect::<Vec<Spot>>()
    };
    let (of_a, of_b) = (towns(a), towns(b));
    let same = of_a
        .iter()
        .filter(|spot| of_b.iter().any(|other| spot.name == other.name))
        .count();
    let carried = a.is_spot_carried || b.is_spot_carried;
    if same > 0 {
        let bits = 4.0 + if same > 1 { 1.0 } else { 0.0 };
        let strangers = a.countries.len() > countries && b.countries.len() > countries;
        let bits = if strangers { bits - 1.5 } else { bits };
        return Some(if carried { bits / 2.0 } else { bits });
    }
    let firm = |towns: &[Spot]| towns.iter().any(|spot| !spot.is_seat);
    if firm(&of_a) && firm(&of_b) {
        return (carried).then_some(-3.0);
    }
    let closest = a
        .spots
        .iter()
        .flat_map(|one| b.spots.iter().map(|other| one.relation(other)))
        .max();
    let bits = match closest {
        Some(Relation::Same) => 4.0,
        Some(Relation::Division) => 2.5,
        Some(Relation::Within) => 3.0,
        _ if countries > 1 => 2.0,
        _ if countries == 1 => 1.0,
        _ => 0.0,
    };
    let strangers = a.countries.len() > countries && b.countries.len() > countries;
    let bits = if strangers { bits - 1.5 } else { bits };
    Some(if carried { bits / 2.0 } else { bits })
}

fn acts(a: &Account, b: &Account) -> f64 {
    let both = a.acts & b.acts;
    let extra = f64::from(both.count_ones().saturating_sub(1)).min(2.0);
    let bits = match both {
        0 if a.acts == 0 || b.acts == 0 => 0.0,
        0 => -1.5,
        _ => weight(both) + 0.75 * extra,
    };
    let bits = bits + kinds(a.kind, b.kind);
    let afterwards = is_afterwards(a.acts) != is_afterwards(b.acts);
    if afterwards { bits - 2.0 } else { bits }
}

/// Whether the kinds of two events speak for one happening.
fn kinds(one: EventKind, other: EventKind) -> f64 {
    use EventKind::{
        AirStrike, Attack, Capture, Declaration, Killing, Loss, Other, Surrender, Withdrawal,
    };
    let family = |kind| match kind {
        Capture | Loss | Surrender | Withdrawal => 1,
        Attack | Killing | AirStrike => 2,
        _ => 0,
    };
    match (one, other) {
        _ if one == other && one != Other => 0.5,
        (Other | Declaration, _) | (_, Other | Declaration) => 0.0,
        _ if family(one) > 0 && family(one) == family(other) => 0.0,
        _ => -0.5,
    }
}

/// Telling words of a sentence beyond which two share some by chance.
const USUAL_WORDS: f64 = 16.0;

/// The most that words alone may say.
const MOST_WORDS: f64 = 9.0;

/// The most that the names of those who speak may say: one minister speaks of many things.
const MOST_SPOKEN: f64 = 2.0;

fn words(a: &Account, b: &Account, rarity: &impl Rarity) -> f64 {
    let words: f64 = shared(&a.words, &b.words)
        .map(|word| rarity.bits(*word))
        .sum();
    let parties = 1.5 * shared(&a.parties, &b.parties).count().min(2) as f64;
    let spoken = shared(&a.persons, &b.words).count()
        + shared(&a.words, &b.persons).count()
        + shared(&a.persons, &b.persons).count();
    let length = (a.words.len() * b.words.len()) as f64;
    let words = words * (USUAL_WORDS / length.sqrt()).min(1.0);
    words.min(MOST_WORDS) + (spoken as f64).min(MOST_SPOKEN) + parties + specifics(a, b)
}

/// Which of many is meant: the same one, or one hospital here and another there.
fn specifics(a: &Account, b: &Account) -> f64 {
    let same = shared(&a.specifics, &b.specifics).count();
    let differs = a
        .specifics
        .iter()
        .any(|(class, _)| b.specifics.iter().any(|(other, _)| other == class));
    match (same, differs) {
        (0, true) => -3.0,
        (0, false) => 0.0,
        _ => 3.0,
    }
}

fn figures(a: &Account, b: &Account) -> f64 {
    let pairs = a
        .tolls
        .iter()
        .flat_map(|one| b.tolls.iter().map(move |other| (one, other)));
    let agreed = pairs
        .clone()
        .map(|(one, other)| agreed(one, other))
        .fold(0.0, f64::max);
    let deaths = pairs.filter(|(one, other)| one.is_death() && other.is_death());
    let far = deaths.clone().count() > 0 && deaths.clone().all(|(one, other)| are_far(one, other));
    if agreed == 0.0 && far { -2.0 } else { agreed }
}

/// The bits of two equal figures.
fn agreed(one: &Toll, other: &Toll) -> f64 {
    let equal = one.low == other.low && one.high == other.high && one.high.is_finite();
    let alike = one.counted.fate == other.counted.fate;
    let odd = if one.low % 10.0 == 0.0 { 0.0 } else { 1.0 };
    match one.low {
        _ if !equal || !alike => 0.0,
        1000.0.. => 4.5 + odd,
        100.0.. => 3.0 + odd,
        11.0.. => 2.5,
        4.0.. => 1.5,
        _ => 0.5,
    }
}

/// Whether two tolls are too far apart for one blow counted twice.
fn are_far(one: &Toll, other: &Toll) -> bool {
    let (less, more) = if one.low <= other.low {
        (one, other)
    } else {
        (other, one)
    };
    less.high.is_finite() && more.low > 3.0 * less.high.max(1.0)
}

/// What two ascending lists share.
pub(crate) fn shared<'a, T: Ord>(a: &'a [T], b: &'a [T]) -> impl Iterator<Item = &'a T> {
    a.iter().filter(|item| b.binary_search(item).is_ok())
}
