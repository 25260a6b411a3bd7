//! The dead as counted since the same day: several counts side by side, in one document or in many.
//!
//! Two counts of a war are seldom of one happening, but a reader has to see together who counts how many since when. A sentence that
//! gives a count without saying since when is taken along where it stands beside one that says it.

use std::collections::BTreeMap;

use tawarikh_calendar::{Day, Extent, Interval, Precision, Qualifier, When};

use crate::account::Account;
use crate::happening::{Agreement, Happening};
use crate::likeness::shared;

/// Bytes between two sentences of one paragraph.
const BETWEEN: usize = 2;

/// Counts of the dead since one day in one country, at least two sentences each, in the order of that day. `accounts` hold those of a
/// document one after the other, in the order of its text.
pub fn reckonings(accounts: &[Account]) -> Vec<Happening> {
    let mut since: BTreeMap<Day, Vec<usize>> = BTreeMap::new();
    for (index, account) in accounts.iter().enumerate() {
        if let Some(days) = counted_since(account) {
            since.entry(days.first).or_default().push(index);
        }
    }
    let of_day = since.into_values().flat_map(|told| parted(told, accounts));
    of_day
        .map(|told| with_neighbours(told, accounts))
        .filter(|told| told.len() > 1)
        .filter_map(|told| reckoning(told, accounts))
        .collect()
}

/// The days since which, or as of which, an account counts dead.
fn counted_since(account: &Account) -> Option<Interval> {
    let dead = account.tolls.iter().filter(|toll| toll.is_death());
    dead.filter_map(|toll| toll.as_of).next()
}

/// The accounts by what they have a country in common with; those that name none go to the first.
fn parted(told: Vec<usize>, accounts: &[Account]) -> Vec<Vec<usize>> {
    let mut parts: Vec<Vec<usize>> = Vec::new();
    for index in told {
        let countries = &accounts[index].countries;
        let fits = |part: &&mut Vec<usize>| {
            let of_first = &accounts[part[0]].countries;
            countries.is_empty() || of_first.is_empty() || shared(countries, of_first).count() > 0
        };
        match parts.iter_mut().find(fits) {
            Some(part) => part.push(index),
            None => parts.push(vec![index]),
        }
    }
    parts
}

/// The accounts with the counts without a date that stand next to them.
fn with_neighbours(told: Vec<usize>, accounts: &[Account]) -> Vec<usize> {
    let mut all = told.clone();
    for index in told {
        let before = (0..index).rev();
        let after = index + 1..accounts.len();
        all.extend(before.scan(index, beside(accounts)).flatten());
        all.extend(after.scan(index, beside(accounts)).flatten());
    }
    all.sort_unstable();
    all.dedup_by_key(|index| (accounts[*index].document, accounts[*index].sentence.start));
    all
}

/// Goes from one account to the next as long as that stands beside it and counts dead without saying when; `None` ends it.
fn beside(accounts: &[Account]) -> impl FnMut(&mut usize, usize) -> Option<Option<usize>> + '_ {
    |last, next| {
        let (one, other) = (&accounts[*last], &accounts[next]);
        let (first, second) = if *last < next {
            (one, other)
        } else {
            (other, one)
        };
        let gap = second.sentence.start.checked_sub(first.sentence.end);
        let is_beside = one.document == other.document && gap.is_some_and(|gap| gap <= BETWEEN);
        let counts = other.event.is_none() && other.tolls.iter().any(|toll| toll.is_death());
        (is_beside && counts).then(|| {
            *last = next;
            Some(next)
        })
    }
}

fn reckoning(told: Vec<usize>, accounts: &[Account]) -> Option<Happening> {
    let days = told
        .iter()
        .filter_map(|index| counted_since(&accounts[*index]));
    let interval = days.reduce(Interval::hull)?;
    let is_day = interval.first == interval.last;
    Some(Happening {
        accounts: told,
        date: Agreement::Agreed(When {
            interval,
            precision: Precision::Day,
            qualifier: Qualifier::Exact,
            extent: if is_day { Extent::Unit } else { Extent::Range },
        }),
    })
}
