//! Searching: which documents hold what a query asks for, and how well.

use tawarikh_calendar::Interval;

use crate::bits::Bits;
use crate::evaluate::Evaluation;
use crate::facets::{FacetCounts, Selection};
use crate::order::{self, Least};
use crate::query::Query;
use crate::reader::Reader;

/// What a reader of the archive chose beside the query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Per column the values of which a document must have one. A column without values does not filter.
    pub keywords: Vec<(String, Vec<String>)>,
    /// Days of which a document must speak.
    pub days: Option<Interval>,
}

/// What a search found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<'r> {
    /// How many documents match.
    pub total: u32,
    /// The page of them that was asked for, best first; equal scores in the order of documents.
    pub hits: Vec<Hit>,
    /// Per column of the schema how many matching documents have each value. A column's counts leave its own filter out,
    /// so that another value of it can be chosen.
    pub facets: Vec<FacetCounts<'r>>,
    /// All matching documents, rising.
    pub matched: Vec<u32>,
    /// Whether everything that it depends on was at hand.
    pub exact: bool,
}

/// One document that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Its number.
    pub doc: u32,
    /// How well it matches; comparable within one search only.
    pub score: f32,
}

impl Reader {
    /// Finds the documents that match `query` and `filter`, and gives `limit` of them from the one at `offset`.
    ///
    /// An empty query matches every document, in stored order.
    #[must_use]
    pub fn search(&self, query: &Query, filter: &Filter, limit: usize, offset: usize) -> Found<'_> {
        let mut evaluation = Evaluation::new(self);
        let mut candidates = evaluation.query(query);
        if let Some(days) = filter.days {
            candidates.keep(&self.speaking_of(days));
        }
        let (matched, facets) = Selection::new(self, &filter.keywords).count(&candidates);
        evaluation.refine(&matched);
        Found {
            total: matched.len() as u32,
            hits: page(&matched, &evaluation.scores, limit, offset),
            facets,
            matched,
            exact: !self.pager().is_waiting(),
        }
    }

    /// The documents with an interval that overlaps `days`.
    fn speaking_of(&self, days: Interval) -> Bits {
        let mut bits = Bits::none(self.len());
        let Some(known) = self.read_days() else {
            return bits;
        };
        (0..self.len())
            .filter(|&doc| {
                let mut intervals = known.of(doc).iter();
                intervals.any(|interval| interval.overlaps(days))
            })
            .for_each(|doc| bits.insert(doc));
        bits
    }
}

/// The best of the matched documents, from `offset` on.
fn page(matched: &[u32], scores: &[f32], limit: usize, offset: usize) -> Vec<Hit> {
    let mut least = Least::new(offset.saturating_add(limit).min(matched.len()));
    for &doc in matched {
        let score = scores.get(doc as usize).copied().unwrap_or_default();
        least.push(order::best_first(score, doc));
    }
    let keys = least.finish();
    let hit = |&key: &u64| Hit {
        doc: order::id(key),
        score: order::value(key),
    };
    keys.iter().skip(offset).map(hit).collect()
}
