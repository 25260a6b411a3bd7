//! The names that an archive's documents use.

use std::rc::Rc;

use tawarikh_index::{Names, Spelling};

use crate::archive::Archive;
use crate::sections;
use crate::settings::KnownName;

/// The names, and their spellings as queries are understood with.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// By number.
    pub names: Vec<KnownName>,
    pub spellings: Names,
}

impl Known {
    fn of(names: Vec<KnownName>) -> Known {
        Known {
            spellings: spellings(&names),
            names,
        }
    }

    /// The name of that number.
    pub fn name(&self, number: u32) -> Option<&KnownName> {
        let place = self
            .names
            .binary_search_by_key(&number, |name| name.number)
            .ok()?;
        self.names.get(place)
    }
}

/// All spellings of all names. The first spelling of a name is taken to be in the documents.
fn spellings(names: &[KnownName]) -> Names {
    Names::new(names.iter().map(|name| {
        let first = Spelling {
            text: &name.name,
            used: true,
        };
        let others = name.spellings.iter().map(|spelling| Spelling {
            text: &spelling.text,
            used: spelling.used,
        });
        std::iter::once(first).chain(others)
    }))
}

impl Archive {
    /// The archive's names: none while a fragment of them is wanted, or where one is lost.
    pub(crate) fn known(&self) -> Rc<Known> {
        if let Some(known) = &*self.known.borrow() {
            return Rc::clone(known);
        }
        let bytes = self.index.pager().whole(self.names);
        let names: Option<Vec<KnownName>> = bytes.and_then(|bytes| sections::decode(&bytes));
        let Some(names) = names else {
            return Rc::default();
        };
        let known = Rc::new(Known::of(names));
        self.known.replace(Some(Rc::clone(&known)));
        known
    }
}
