//! One happening as several documents tell it.

use std::collections::{BTreeMap, HashMap};

use tawarikh_calendar::{Extent, Interval, Precision, Qualifier, When};

use crate::account::{Account, Dated};
use crate::likeness::{ENOUGH, RAREST, Rarity, likeness};
use crate::pairing::pairs;

/// Accounts of at least two documents that tell the same, of each sentence the one with the fewest days.
#[derive(Clone, Debug, PartialEq)]
pub struct Happening {
    /// Their indices in the list that was given, ascending.
    pub accounts: Vec<usize>,
    /// When it was.
    pub date: Agreement,
}

/// What the accounts of a happening say of its date together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// The days that all of them allow.
    Agreed(When),
    /// They allow no day together: what each says, once, in the order of time.
    Disagreed(Vec<When>),
}

/// The happenings that the accounts of several documents tell, in the order of time. The order of the accounts does not
/// matter beyond that of the indices; the time grows with their number, not with its square.
///
/// Grouping is agglomerative with average linkage: the most alike come together first, and two groups become one only where no
/// account of the one contradicts one of the other.
pub fn happenings(accounts: &[Account]) -> Vec<Happening> {
    let rarity = Counts::of(accounts);
    let mut edges: Vec<(f64, u32, u32)> = Vec::new();
    for (one, other) in pairs(accounts).flatten() {
        let alike = likeness(&accounts[one as usize], &accounts[other as usize], &rarity);
        let bits = alike.map_or(0.0, |alike| alike.bits());
        if bits >= ENOUGH {
            edges.push((bits, one, other));
        }
    }
    edges.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    edges.dedup();
    let mut groups = Groups::new(accounts, &rarity);
    for (_, one, other) in edges {
        groups.join(one, other);
    }
    groups.name();
    groups.head();
    let mut happenings: Vec<Happening> = groups
        .members
        .into_iter()
        .filter(|members| members.len() > 1)
        .map(|members| happening(accounts, members))
        .collect();
    happenings.sort_by_key(|happening| (happening.days(), happening.accounts.clone()));
    happenings
}

impl Happening {
    /// The days from the first that any account allows to the last.
    pub fn days(&self) -> Interval {
        match &self.date {
            Agreement::Agreed(when) => when.interval,
            Agreement::Disagreed(readings) => readings
                .iter()
                .map(|when| when.interval)
                .reduce(Interval::hull)
                .unwrap_or(Interval::ALL),
        }
    }
}

fn happening(accounts: &[Account], members: Vec<u32>) -> Happening {
    let mut members: Vec<usize> = members.into_iter().map(|member| member as usize).collect();
    let sentence = |member: &usize| (accounts[*member].document, accounts[*member].sentence.start);
    let days = |member: &usize| accounts[*member].readings[0].days();
    members.sort_unstable_by_key(|member| (sentence(member), days(member), *member));
    members.dedup_by_key(|member| sentence(member));
    members.sort_unstable();
    Happening {
        date: agreement(members.iter().map(|member| &accounts[*member])),
        accounts: members,
    }
}

/// What accounts say of the date together. Supposed days count only where none is said, and then about.
fn agreement<'a>(accounts: impl Iterator<Item = &'a Account> + Clone) -> Agreement {
    let said: Vec<Vec<When>> = accounts.clone().filter_map(said).collect();
    let supposed = accounts.flat_map(|account| &account.readings).copied();
    match (tightest(&said), supposed.reduce(Interval::hull)) {
        (Some(when), _) => Agreement::Agreed(when),
        (None, Some(interval)) if said.is_empty() => Agreement::Agreed(When {
            interval,
            precision: Precision::Day,
            qualifier: Qualifier::About,
            extent: Extent::Range,
        }),
        (None, _) => {
            let mut readings: Vec<When> = said.into_iter().flatten().collect();
            readings.sort_by_key(|when| (when.interval, when.precision));
            readings.dedup();
            Agreement::Disagreed(readings)
        }
    }
}

/// The readings of an account that says its date.
fn said(account: &Account) -> Option<Vec<When>> {
    let said = account.said?;
    let reading = |interval: &Interval| When {
        interval: *interval,
        ..said
    };
    Some(account.readings.iter().map(reading).collect())
}

/// The days that every account allows in one of its readings; the tightest, then the earliest of them.
fn tightest(all: &[Vec<When>]) -> Option<When> {
    let (first, rest) = all.split_first()?;
    let mut allowed = first.clone();
    for readings in rest {
        let meeting = |when: &When| {
            let met = readings.iter().filter_map(|other| met(when, other));
            met.collect::<Vec<When>>()
        };
        allowed = allowed.iter().flat_map(meeting).collect();
    }
    allowed.into_iter().min_by_key(|when| {
        (
            when.interval.days().unwrap_or(u32::MAX),
            when.interval.first,
        )
    })
}

/// The days of both, as the one that already says them says them.
fn met(one: &When, other: &When) -> Option<When> {
    let interval = one.interval.intersection(other.interval)?;
    let saying = [one, other]
        .into_iter()
        .filter(|when| when.interval == interval);
    let best = saying.min_by_key(|when| (when.precision, when.extent, when.qualifier));
    Some(best.copied().unwrap_or(When {
        interval,
        precision: one.precision.min(other.precision),
        qualifier: Qualifier::Exact,
        extent: Extent::Range,
    }))
}

/// In how many documents each word is.
struct Counts {
    documents: f64,
    of_word: HashMap<u32, u32>,
}

/// Documents of the world's reports that are supposed beside those given, so that a word of two given ones may be rare.
const BACKGROUND: f64 = 1000.0;

impl Counts {
    fn of(accounts: &[Account]) -> Counts {
        let mut words: Vec<(u32, u32)> = accounts
            .iter()
            .flat_map(|account| account.words.iter().map(|word| (account.document, *word)))
            .collect();
        words.sort_unstable();
        words.dedup();
        let documents = words.chunk_by(|a, b| a.0 == b.0).count() as f64;
        let mut of_word: HashMap<u32, u32> = HashMap::new();
        for (_, word) in words {
            *of_word.entry(word).or_default() += 1;
        }
        Counts { documents, of_word }
    }
}

impl Rarity for Counts {
    fn bits(&self, word: u32) -> f64 {
        let found = f64::from(self.of_word.get(&word).copied().unwrap_or(1).max(2));
        let all = self.documents + BACKGROUND;
        RAREST * ((all / found).log2() / (all / 2.0).log2()).max(0.0)
    }
}

/// Accounts compared before two groups become one; of larger groups as many, evenly taken.
const MOST_COMPARED: usize = 24;

/// What two sentences of one document lack in likeness: a report goes on, it seldom tells twice.
const ONE_DOCUMENT: f64 = 2.0;

/// The bits from which a heading and the sentence below it are taken to tell the same.
const HEADING: f64 = 6.5;

/// Days over which a happening known by its name may spread: a battle is long, and its town is taken again years later.
const ONE_NAME: u32 = 366;

/// Groups of accounts that grow together.
struct Groups<'a> {
    accounts: &'a [Account],
    rarity: &'a Counts,
    /// The group of each account.
    group: Vec<u32>,
    /// The accounts of each group; none where it has gone into another.
    members: Vec<Vec<u32>>,
}

impl<'a> Groups<'a> {
    fn new(accounts: &'a [Account], rarity: &'a Counts) -> Groups<'a> {
        let all = 0..accounts.len() as u32;
        Groups {
            accounts,
            rarity,
            group: all.clone().collect(),
            members: all.map(|account| vec![account]).collect(),
        }
    }

    /// Makes one group of those of two accounts, if they tell the same.
    fn join(&mut self, one: u32, other: u32) {
        let (into, from) = (self.group[one as usize], self.group[other as usize]);
        if into == from || !self.tell_the_same(into, from) {
            return;
        }
        let moved = std::mem::take(&mut self.members[from as usize]);
        for member in &moved {
            self.group[*member as usize] = into;
        }
        self.members[into as usize].extend(moved);
    }

    /// Brings sentences without a date that speak of a happening by its name to the one happening of that name: ومع تحرير الموصل.
    /// Where a name has been of several, none is meant.
    fn name(&mut self) {
        let mut dated: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        let mut undated: Vec<(u32, u32)> = Vec::new();
        for (index, account) in self.accounts.iter().enumerate() {
            let Some(name) = account.named else { continue };
            let is_alone = self.members[self.group[index] as usize].len() == 1;
            match account.dated {
                Dated::Following if is_alone => undated.push((name, index as u32)),
                Dated::Following | Dated::Lead => {}
                _ => dated.entry(name).or_default().push(index as u32),
            }
        }
        for (name, account) in undated {
            if let Some(meant) = dated
                .get(&name)
                .and_then(|of_name| self.only(account, of_name))
            {
                self.put(account, meant);
            }
        }
    }

    /// Brings a heading and the sentence below it, which it tells in fewer words, to the happening that one of them is of.
    fn head(&mut self) {
        for heading in 0..self.accounts.len() {
            if !self.accounts[heading].is_heading {
                continue;
            }
            let alike = |lead: &usize| {
                let bits = likeness(&self.accounts[heading], &self.accounts[*lead], self.rarity);
                bits.is_some_and(|alike| alike.bits() >= HEADING)
            };
            let is_told = |account: usize| self.members[self.group[account] as usize].len() > 1;
            let below = self.below(heading).filter(alike);
            let Some(lead) = below.max_by_key(|lead| is_told(*lead)) else {
                continue;
            };
            match (is_told(heading), is_told(lead)) {
                (false, true) => self.put(heading as u32, lead as u32),
                (true, false) => self.put(lead as u32, heading as u32),
                _ => {}
            }
        }
    }

    /// The accounts of the sentence behind that of an account.
    fn below(&self, account: usize) -> impl Iterator<Item = usize> + '_ {
        let own = &self.accounts[account];
        let is_behind = move |other: &Account| {
            other.document == own.document && other.sentence.start >= own.sentence.end
        };
        let next = self.accounts[account..]
            .iter()
            .find(|other| is_behind(other));
        let start = next.map(|next| next.sentence.start);
        (account..self.accounts.len())
            .take_while(move |at| self.accounts[*at].document == own.document)
            .filter(move |at| Some(self.accounts[*at].sentence.start) == start)
    }

    /// An account of the only happening that others of one name tell of, if another document than this account's tells of it.
    fn only(&self, account: u32, of_name: &[u32]) -> Option<u32> {
        let days = |member: &u32| self.accounts[*member as usize].readings[0];
        let hull = of_name.iter().map(days).reduce(Interval::hull)?;
        let document = |member: &u32| self.accounts[*member as usize].document;
        let elsewhere = |member: &&u32| document(member) != document(&account);
        let others = of_name.iter().filter(elsewhere);
        let finest = others.min_by_key(|member| (days(member).days(), **member))?;
        (hull.days()? <= ONE_NAME).then_some(*finest)
    }

    /// Puts an account that is alone into the group of another.
    fn put(&mut self, account: u32, other: u32) {
        let (from, into) = (self.group[account as usize], self.group[other as usize]);
        let moved = std::mem::take(&mut self.members[from as usize]);
        self.group[account as usize] = into;
        self.members[into as usize].extend(moved);
    }

    fn tell_the_same(&self, one: u32, other: u32) -> bool {
        let (of_one, of_other) = (self.some(one), self.some(other));
        let mut sum = 0.0;
        for a in &of_one {
            for b in &of_other {
                match self.bits(*a, *b) {
                    Some(bits) => sum += bits,
                    None => return false,
                }
            }
        }
        sum >= ENOUGH * (of_one.len() * of_other.len()) as f64
    }

    /// At most [`MOST_COMPARED`] accounts of a group, evenly taken.
    fn some(&self, group: u32) -> Vec<u32> {
        let members = &self.members[group as usize];
        let step = members.len().div_ceil(MOST_COMPARED).max(1);
        members.iter().step_by(step).copied().collect()
    }

    fn bits(&self, one: u32, other: u32) -> Option<f64> {
        let (a, b) = (&self.accounts[one as usize], &self.accounts[other as usize]);
        let bits = likeness(a, b, self.rarity)?.bits();
        let same = a.document == b.document && a.sentence != b.sentence;
        Some(if same { bits - ONE_DOCUMENT } else { bits })
    }
}
