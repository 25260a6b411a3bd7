//! Which accounts are worth comparing: those that share something rare about the same days.
//!
//! Comparing all with all would take a day for a large archive. An account is filed under each thing that it names together with
//! each stretch of days that it may tell of; only accounts in one file are compared, and a file that many are in tells nothing.

use crate::account::{Account, key};
use crate::spot::Size;

/// Days of a stretch.
const STRETCH: i32 = 16;
/// Accounts of more stretches tell of an age, not of a happening.
const MOST_STRETCHES: i32 = 64;
/// A file with more accounts tells nothing.
const MOST_IN_FILE: usize = 64;

/// Pairs of accounts of different documents, as indices, the smaller first; ascending, each once.
pub(crate) fn pairs(accounts: &[Account]) -> Vec<(u32, u32)> {
    let mut files: Vec<(u64, u32)> = Vec::new();
    for (index, account) in accounts.iter().enumerate() {
        files.extend(file(account).into_iter().map(|key| (key, index as u32)));
    }
    files.sort_unstable();
    files.dedup();
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    for file in files.chunk_by(|a, b| a.0 == b.0) {
        if file.len() > MOST_IN_FILE {
            continue;
        }
        for (at, (_, one)) in file.iter().enumerate() {
            let others = file[at + 1..].iter().map(|(_, other)| *other);
            let elsewhere = others.filter(|other| {
                accounts[*one as usize].document != accounts[*other as usize].document
            });
            pairs.extend(elsewhere.map(|other| (*one, other)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The files that an account goes into.
fn file(account: &Account) -> Vec<u64> {
    let things = things(account);
    let mut files = Vec::new();
    for days in &account.readings {
        let (first, last) = (days.first.rata_die() - 1, days.last.rata_die() + 1);
        let (from, to) = (first.div_euclid(STRETCH), last.div_euclid(STRETCH));
        if to - from > MOST_STRETCHES {
            continue;
        }
        for stretch in from..=to {
            files.extend(things.iter().map(|thing| mixed(*thing, stretch as u64)));
        }
        if to - from <= 1 {
            let days = first..=last;
            let towns = account.spots.iter().map(|spot| u64::from(spot.name));
            let acts: Vec<u64> = (0..u64::from(u64::BITS))
                .filter(|act| account.acts >> act & 1 == 1)
                .collect();
            let done = account.countries.iter().flat_map(|country| {
                let country = key(&String::from_utf8_lossy(country));
                acts.iter().map(move |act| mixed(country, *act))
            });
            for day in days {
                files.extend(towns.clone().map(|town| mixed(town ^ DAILY, day as u64)));
                files.extend(done.clone().map(|done| mixed(done ^ DAILY, day as u64)));
            }
        }
    }
    files
}

/// Parts the files of single days from those of stretches.
const DAILY: u64 = 0x9E37_79B9_7F4A_7C15;

/// What an account names that is rare enough to find others by.
fn things(account: &Account) -> Vec<u64> {
    let spots = account
        .spots
        .iter()
        .filter(|spot| spot.size != Size::Country);
    let specifics = account
        .specifics
        .iter()
        .map(|(class, which)| mixed(u64::from(*class), u64::from(*which)));
    let tolls = account.tolls.iter().filter(|toll| toll.low > 10.0);
    let words = account
        .words
        .iter()
        .chain(&account.parties)
        .chain(&account.place_words);
    let mut things: Vec<u64> = words.map(|word| u64::from(*word)).collect();
    things.extend(spots.map(|spot| {
        mixed(
            u64::from(spot.name),
            account.acts & account.acts.wrapping_neg(),
        )
    }));
    things.extend(specifics);
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
