//! What is known about a document, while it is being found out.

use crate::document::{Finding, Inferred};
use tawarikh_calendar::When;

/// Metadata of one article, each with the rule that found it. The first finder of a field wins: callers go from the
/// strongest evidence to the weakest.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Found {
    pub(crate) title: Option<Inferred<String>>,
    pub(crate) authors: Vec<Inferred<String>>,
    pub(crate) outlet: Option<Inferred<String>>,
    pub(crate) published: Option<Inferred<When>>,
    pub(crate) url: Option<Inferred<String>>,
    pub(crate) findings: Vec<Finding>,
}

impl Found {
    pub(crate) fn outlet(&mut self, outlet: Inferred<String>) {
        self.outlet.get_or_insert(outlet);
    }

    pub(crate) fn published(&mut self, when: Inferred<When>) {
        self.published.get_or_insert(when);
    }

    pub(crate) fn url(&mut self, url: Inferred<String>) {
        self.url.get_or_insert(url);
    }

    /// Adds authors that are not named yet.
    pub(crate) fn authors(&mut self, names: impl IntoIterator<Item = Inferred<String>>) {
        for name in names {
            if !self.authors.iter().any(|known| known.value == name.value) {
                self.authors.push(name);
            }
        }
    }
}
