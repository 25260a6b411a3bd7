//! What the sentences of documents tell, collected until all have come, and which of it is the same.

use tawarikh_calendar::When;
use tawarikh_evidence::{
    Account, Agreement, Claim, Counted, EventKind, Happening, happenings, reckonings, repeated,
    tallies,
};

use crate::analyse::Analysed;
use crate::happenings::{AccountRow, HappeningRow};

/// The accounts of the documents that came, and their sentences as others may repeat them, in their order.
#[derive(Default)]
pub(crate) struct Accounts {
    accounts: Vec<Account>,
    /// Where each of them stands.
    rows: Vec<AccountRow>,
    claims: Vec<Claim>,
    /// Where each of them stands.
    claimed: Vec<AccountRow>,
}

/// What is told by several.
pub(crate) struct Told {
    /// In the order of time, still without names; happenings without their kinds.
    pub happenings: Vec<(Telling, HappeningRow)>,
    /// Where figures of one happening can't all be right.
    pub disputed: Vec<Disputed>,
    /// Sentences that several documents have word for word.
    pub repeated: Vec<Vec<AccountRow>>,
}

/// What the sentences of a row have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Telling {
    /// Several documents tell the same.
    Happening,
    /// They count the dead since one day, each in its own way; one document may do so alone.
    Reckoning,
}

/// Figures of one happening that can't all be right.
pub(crate) struct Disputed {
    pub counted: Counted,
    /// The sentences, each with the number of its figure in the document.
    pub told: Vec<(AccountRow, u32)>,
}

impl Accounts {
    /// Takes those of the document of that number.
    pub fn add(&mut self, number: u32, document: &mut Analysed) {
        let row = |start: usize, event: Option<u32>, document: &Analysed| {
            let sentence = document.record.sentence_of(start as u32);
            AccountRow {
                document: number,
                sentence,
                words: document.record.words_of(sentence),
                event,
            }
        };
        for mut account in std::mem::take(&mut document.accounts) {
            self.rows
                .push(row(account.sentence.start, account.event, document));
            account.document = number;
            self.accounts.push(account);
        }
        for mut claim in std::mem::take(&mut document.claims) {
            self.claimed.push(row(claim.sentence.start, None, document));
            claim.document = number;
            self.claims.push(claim);
        }
    }

    /// What of it is told by several.
    pub fn told(self) -> Told {
        let found = happenings(&self.accounts);
        let disputed = found.iter().flat_map(|happening| self.disputed(happening));
        let repeated = repeated(&self.claims).into_iter();
        let claims =
            |group: Vec<usize>| group.into_iter().map(|claim| self.claimed[claim]).collect();
        Told {
            disputed: disputed.collect(),
            repeated: repeated.map(claims).collect(),
            happenings: self.happenings(found),
        }
    }

    /// All rows in the order of time.
    fn happenings(&self, found: Vec<Happening>) -> Vec<(Telling, HappeningRow)> {
        let of_kind = |happening, kind| self.happening(happening, kind);
        let happenings = found
            .into_iter()
            .map(|happening| (Telling::Happening, of_kind(happening, EventKind::Other)))
            .filter(|(_, row)| row.sources() > 1);
        let reckonings = reckonings(&self.accounts).into_iter();
        let reckonings =
            reckonings.map(|found| (Telling::Reckoning, of_kind(found, EventKind::Killing)));
        let mut rows: Vec<(Telling, HappeningRow)> = happenings.chain(reckonings).collect();
        rows.sort_by_key(|(_, row)| row.days());
        rows
    }

    fn happening(&self, happening: Happening, kind: EventKind) -> HappeningRow {
        HappeningRow {
            dates: dates(happening.date),
            kind: kind as u8,
            names: Vec::new(),
            accounts: happening
                .accounts
                .into_iter()
                .map(|account| self.rows[account])
                .collect(),
        }
    }

    fn disputed(&self, happening: &Happening) -> Vec<Disputed> {
        let tallies = tallies(happening, &self.accounts).into_iter();
        let disputed = tallies.filter(|tally| tally.disagrees);
        let told = |(account, figure): &(usize, usize)| (self.rows[*account], *figure as u32);
        let disputed = disputed.map(|tally| Disputed {
            counted: tally.counted,
            told: tally.told.iter().map(told).collect(),
        });
        disputed.collect()
    }
}

fn dates(date: Agreement) -> Vec<When> {
    match date {
        Agreement::Agreed(when) => vec![when],
        Agreement::Disagreed(dates) => dates,
    }
}
