//! Which accounts are worth comparing: those that share something rare about the same days.
//!
//! Comparing all with all would take a day for a large archive. An account is filed under each thing that it names together with
//! each stretch of days that it may tell of; only accounts in one file are compared, and a file that many are in tells nothing.
//! Stretches are gone through a few at a time, so that the files of a large archive need not all be in memory.

use std::collections::HashSet;

use crate::account::{Account, key};
use crate::spot::Size;

/// Days of a stretch.
const STRETCH: i32 = 16;
/// Stretches whose files are made at a time.
const AT_A_TIME: i32 = 4;
/// Accounts of more stretches are long: they are compared by the year.
const FEW_STRETCHES: i32 = 5;
/// Accounts of more tell of an age, not of a happening.
const MOST_STRETCHES: i32 = 64;
/// Days of what is compared by the year.
const YEAR: i32 = 366;
/// A file with more accounts tells nothing.
const MOST_IN_FILE: usize = 64;

/// Pairs of accounts of different documents, as indices, the smaller first: batches in the order of time, each ascending and
/// without doubles; a pair may be in several.
pub(crate) fn pairs(accounts: &[Account]) -> impl Iterator<Item = Vec<(u32, u32)>> + '_ {
    let mut few: Vec<(i32, u32)> = Vec::new();
    let mut many: Vec<(i32, u32)> = Vec::new();
    for (index, account) in accounts.iter().enumerate() {
        for (first, last) in spans(account) {
            let stretches = last.div_euclid(STRETCH) - first.div_euclid(STRETCH);
            let index = index as u32;
            if stretches <= FEW_STRETCHES {
                let batch = |day: i32| day.div_euclid(STRETCH * AT_A_TIME);
                few.extend((batch(first)..=batch(last)).map(|batch| (batch, index)));
            }
            let year = |day: i32| day.div_euclid(YEAR);
            if stretches <= MOST_STRETCHES {
                many.extend((year(first)..=year(last)).map(|year| (year, index)));
            }
        }
    }
    let near = batches(few).map(|(batch, members)| near(accounts, batch, &members));
    let far = batches(many).map(|(_, members)| long(accounts, &members));
    near.chain(far)
}

/// The numbers under which members stand, ascending, each with its members.
fn batches(mut members: Vec<(i32, u32)>) -> impl Iterator<Item = (i32, Vec<u32>)> {
    members.sort_unstable();
    members.dedup();
    let mut from = 0;
    std::iter::from_fn(move || {
        let (batch, _) = *members.get(from)?;
        let to = from + members[from..].partition_point(|member| member.0 == batch);
        let of_batch = members[from..to].iter().map(|member| member.1).collect();
        from = to;
        Some((batch, of_batch))
    })
}

/// The first and the last day that each reading may mean, with a day for reports that are that inexact.
fn spans(account: &Account) -> impl Iterator<Item = (i32, i32)> + '_ {
    let readings = account.readings.iter();
    readings.map(|days| (days.first.rata_die() - 1, days.last.rata_die() + 1))
}

/// The pairs of accounts of few stretches that meet in a batch of them.
fn near(accounts: &[Account], batch: i32, members: &[u32]) -> Vec<(u32, u32)> {
    let mut files: Vec<(u64, u32)> = Vec::new();
    for member in members {
        let account = &accounts[*member as usize];
        let keys = file(account, batch * AT_A_TIME..(batch + 1) * AT_A_TIME);
        files.extend(keys.into_iter().map(|key| (key, *member)));
    }
    files.sort_unstable();
    files.dedup();
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    for file in files.chunk_by(|a, b| a.0 == b.0) {
        if file.len() > MOST_IN_FILE {
            continue;
        }
        for (at, (_, one)) in file.iter().enumerate() {
            pairs.extend(file[at + 1..].iter().map(|(_, other)| (*one, *other)));
        }
    }
    sorted(pairs, accounts)
}

/// The pairs in a year of which at least one account is long.
fn long(accounts: &[Account], members: &[u32]) -> Vec<(u32, u32)> {
    let is_long = |member: u32| {
        spans(&accounts[member as usize]).any(|(first, last)| {
            last.div_euclid(STRETCH) - first.div_euclid(STRETCH) > FEW_STRETCHES
        })
    };
    let longs: HashSet<u32> = members
        .iter()
        .copied()
        .filter(|member| is_long(*member))
        .collect();
    let named: HashSet<u64> = longs
        .iter()
        .flat_map(|member| things(&accounts[*member as usize]))
        .collect();
    let mut files: Vec<(u64, u32)> = Vec::new();
    for member in members {
        let things = things(&accounts[*member as usize]).into_iter();
        let shared = things.filter(|thing| named.contains(thing));
        files.extend(shared.map(|thing| (thing, *member)));
    }
    files.sort_unstable();
    files.dedup();
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    for file in files.chunk_by(|a, b| a.0 == b.0) {
        let of_file = file.iter().filter(|(_, member)| longs.contains(member));
        if of_file.clone().count() * file.len() > MOST_IN_FILE * MOST_IN_FILE {
            continue;
        }
        for (_, one) in of_file {
            let others = file.iter().filter(|(_, other)| other != one);
            pairs.extend(others.map(|(_, other)| (*one.min(other), *one.max(other))));
        }
    }
    sorted(pairs, accounts)
}

/// The pairs of different documents, ascending and without doubles.
fn sorted(mut pairs: Vec<(u32, u32)>, accounts: &[Account]) -> Vec<(u32, u32)> {
    let document = |account: u32| accounts[account as usize].document;
    pairs.retain(|(one, other)| document(*one) != document(*other));
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The files that an account goes into, of some stretches.
fn file(account: &Account, stretches: std::ops::Range<i32>) -> Vec<u64> {
    let things = things(account);
    let mut files = Vec::new();
    for (first, last) in spans(account) {
        let (from, to) = (first.div_euclid(STRETCH), last.div_euclid(STRETCH));
        let here = from.max(stretches.start)..(to + 1).min(stretches.end);
        for stretch in here {
            files.extend(things.iter().map(|thing| mixed(*thing, stretch as u64)));
        }
        if to - from <= 1 {
            let days = (first..=last).filter(|day| stretches.contains(&day.div_euclid(STRETCH)));
            files.extend(days.flat_map(|day| daily(account, day)));
        }
    }
    files
}

/// The files of one day: what is too common for a stretch, a town and an act in a country.
fn daily(account: &Account, day: i32) -> Vec<u64> {
    let towns = account.spots.iter().map(|spot| u64::from(spot.name));
    let acts = (0..u64::from(u64::BITS)).filter(|act| account.acts >> act & 1 == 1);
    let countries = account.countries.iter();
    let countries = countries.map(|country| key(&String::from_utf8_lossy(country)));
    let done = countries.flat_map(|country| acts.clone().map(move |act| mixed(country, act)));
    towns
        .chain(done)
        .map(|thing| mixed(thing ^ DAILY, day as u64))
        .collect()
}

/// Parts the files of single days from those of stretches.
const DAILY: u64 = 0x9E37_79B9_7F4A_7C15;

/// What an account names that is rare enough to find others by.
fn things(account: &Account) -> Vec<u64> {
    let spots = account.spots.iter();
    let spots = spots.filter(|spot| spot.size != Size::Country);
    let specifics = account.specifics.iter();
    let tolls = account.tolls.iter().filter(|toll| toll.low > 10.0);
    let words = account
        .words
        .iter()
        .chain(&account.parties)
        .chain(&account.place_words)
        .chain(&account.persons);
    let mut things: Vec<u64> = words.map(|word| u64::from(*word)).collect();
    let first_act = account.acts & account.acts.wrapping_neg();
    things.extend(spots.map(|spot| mixed(u64::from(spot.name), first_act)));
    things.extend(specifics.map(|(class, which)| mixed(u64::from(*class), u64::from(*which))));
    things.extend(tolls.map(|toll| toll.low.to_bits()));
    things
}

/// One key of two, mixed as in SplitMix64 (Steele, Lea, Flood).
fn mixed(one: u64, other: u64) -> u64 {
    let mut mixed = one ^ other.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
