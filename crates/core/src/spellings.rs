//! How an archive's names are spelt: all that it takes to understand a query.

use std::rc::Rc;

use tawarikh_index::{Names, Spelling};

use crate::archive::Archive;
use crate::settings::KnownSpelling;

/// The spellings of all names of the list.
#[derive(Debug, Default)]
pub(crate) struct Spellings {
    /// By name, its own first.
    pub lists: Vec<Vec<KnownSpelling>>,
    /// As queries are understood with.
    pub names: Names,
}

impl Spellings {
    fn of(lists: Vec<Vec<KnownSpelling>>) -> Spellings {
        let names = Names::new(lists.iter().map(|list| {
            list.iter().map(|spelling| Spelling {
                text: &spelling.text,
                used: spelling.used,
            })
        }));
        Spellings { lists, names }
    }
}

impl Archive {
    /// How the archive's names are spelt: none while a fragment of that is wanted, or where one is lost.
    pub(crate) fn spellings(&self) -> Rc<Spellings> {
        self.read_once(self.sections.spellings, &self.spellings, Spellings::of)
    }
}
