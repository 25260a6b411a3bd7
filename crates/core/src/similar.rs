//! More like this.

use tawarikh_index::Filter;

use crate::archive::Archive;
use crate::view::{Hit, Similar, State};

/// Documents that are shown as like one.
const MOST: usize = 10;

impl Archive {
    /// The documents most like the one of that number; nothing where there is none. Of the state only the style counts.
    pub fn similar(&self, document: u32, state: &State) -> Option<Similar> {
        if document >= self.index.len() {
            return None;
        }
        let hits = self.hits_like(document, state).unwrap_or_default();
        let (hits, pending, lost) = self.answered(hits);
        Some(Similar {
            hits,
            pending,
            lost,
        })
    }

    fn hits_like(&self, document: u32, state: &State) -> Option<Vec<Hit>> {
        let opened = self.opened(document)?;
        let query = self.index.telling(&opened.title, &opened.body);
        // The empty query finds every document: one without words of its own is like none.
        if query.is_empty() || self.index.pager().is_waiting() {
            return None;
        }
        let found = self.index.search(&query, &Filter::default(), MOST + 1, 0);
        let others = found.hits.iter().map(|hit| hit.doc);
        let others: Vec<u32> = others.filter(|doc| *doc != document).take(MOST).collect();
        Some(self.hits(&others, &query, None, state))
    }
}
