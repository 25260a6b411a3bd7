//! The figures of one happening side by side.

use std::collections::BTreeMap;

use crate::account::{Account, Toll};
use crate::happening::Happening;
use crate::kind::Counted;

/// What the sources of a happening count of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// What is counted.
    pub counted: Counted,
    /// Who counts it: the index of the account in the list that was given and that of the figure in its document, each figure once.
    pub told: Vec<(usize, usize)>,
    /// Whether two documents, or two who speak in one, give numbers that can't both be right: bounds that don't meet, of one party
    /// and as of the same day.
    pub disagrees: bool,
}

/// How far two numbers may be apart of which one is "about", as a part of the larger.
const ABOUT: f64 = 0.1;

/// The figures of a happening that count the same thing, by what they count.
pub fn tallies(happening: &Happening, accounts: &[Account]) -> Vec<Tally> {
    let mut by_counted: BTreeMap<Counted, Vec<(usize, &Toll)>> = BTreeMap::new();
    for index in &happening.accounts {
        for toll in accounts[*index].tolls.iter().filter(|toll| !toll.is_part) {
            let told = by_counted.entry(toll.counted).or_default();
            let is_told = |(other, same): &(usize, &Toll)| {
                accounts[*other].document == accounts[*index].document && same.figure == toll.figure
            };
            if !told.iter().any(is_told) {
                told.push((*index, toll));
            }
        }
    }
    by_counted
        .into_iter()
        .map(|(counted, told)| Tally {
            counted,
            disagrees: disagree(&told, accounts),
            told: told
                .into_iter()
                .map(|(account, toll)| (account, toll.figure as usize))
                .collect(),
        })
        .collect()
}

/// Whether two voices give numbers that can't both be right.
fn disagree(told: &[(usize, &Toll)], accounts: &[Account]) -> bool {
    let others = |at: usize| told[at + 1..].iter();
    (0..told.len()).any(|at| {
        let (account, toll) = told[at];
        others(at).any(|(other, rival)| {
            let elsewhere = accounts[*other].document != accounts[account].document;
            (elsewhere || are_two_voices(toll, rival))
                && are_rivals(toll, rival)
                && !agree(toll, rival)
        })
    })
}

/// Whether one document names two that say so.
fn are_two_voices(one: &Toll, other: &Toll) -> bool {
    one.voice
        .zip(other.voice)
        .is_some_and(|(one, other)| one != other)
}

/// Whether two figures of one class count the same: the dead of one party are not those of another, nor those until one day those
/// until a later one.
fn are_rivals(one: &Toll, other: &Toll) -> bool {
    one.party == other.party && one.as_of == other.as_of
}

/// Whether two figures may both be right.
fn agree(one: &Toll, other: &Toll) -> bool {
    let meets = one.low <= other.high && other.low <= one.high;
    let near = |a: f64, b: f64| (a - b).abs() <= ABOUT * a.max(b);
    let about = (one.is_about || other.is_about) && near(one.low, other.low);
    meets || about
}
