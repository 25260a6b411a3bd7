//! What the sentences of documents tell, collected until all have come, and which of it is the same.

use tawarikh_calendar::When;
use tawarikh_evidence::{Account, Agreement, EventKind, happenings};

use crate::analyse::Analysed;
use crate::happenings::{AccountRow, HappeningRow};

/// The accounts of the documents that came, in their order.
#[derive(Default)]
pub(crate) struct Accounts {
    accounts: Vec<Account>,
    /// Where each of them stands.
    rows: Vec<AccountRow>,
}

impl Accounts {
    /// Takes those of the document of that number.
    pub fn add(&mut self, number: u32, document: &mut Analysed) {
        for mut account in std::mem::take(&mut document.accounts) {
            let sentence = document.record.sentence_of(account.sentence.start as u32);
            self.rows.push(AccountRow {
                document: number,
                sentence,
                words: document.words_of(sentence),
                event: account.event,
            });
            account.document = number;
            self.accounts.push(account);
        }
    }

    /// What several documents tell of, in the order of time, still without names and kinds.
    pub fn happenings(self) -> Vec<HappeningRow> {
        let found = happenings(&self.accounts).into_iter();
        let rows = found.map(|happening| HappeningRow {
            dates: dates(happening.date),
            kind: EventKind::Other as u8,
            names: Vec::new(),
            accounts: happening
                .accounts
                .into_iter()
                .map(|account| self.rows[account])
                .collect(),
        });
        rows.filter(|row| row.sources() > 1).collect()
    }
}

fn dates(date: Agreement) -> Vec<When> {
    match date {
        Agreement::Agreed(when) => vec![when],
        Agreement::Disagreed(dates) => dates,
    }
}
