//! Searching: which documents hold what a query asks for, and how well.

use tawarikh_calendar::Interval;

use crate::bits::Bits;
use crate::evaluate::{Depth, Evaluation};
use crate::facets::{FacetCounts, Selection};
use crate::order;
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
    /// Whether everything that matters was at hand. If not, the hits are the best that the dictionary alone tells, there
    /// are at least `total` documents, and facets are missing.
    pub exact: bool,
    /// How many documents match.
    pub total: u32,
    /// The page of them that was asked for, best first; equal scores in the order of documents.
    pub hits: Vec<Hit>,
    /// Per column of the schema how many matching documents have each value. A column's counts leave its own filter out,
    /// so that another value of it can be chosen.
    pub facets: Vec<FacetCounts<'r>>,
    /// All matching documents, rising.
    pub matched: Vec<u32>,
}

/// One document that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Its number.
    pub doc: u32,
    /// How well it matches; comparable within one search only.
    pub score: f32,
}

impl Hit {
    /// The hit of an [`order::best_first`].
    fn of(key: u64) -> Hit {
        Hit {
            doc: order::id(key),
            score: order::value(key),
        }
    }
}

/// What is searched for.
struct Search<'q> {
    query: &'q Query,
    filter: &'q Filter,
    limit: usize,
    offset: usize,
}

impl Search<'_> {
    fn at<'r>(&self, reader: &'r Reader, depth: Depth) -> Found<'r> {
        let mut evaluation = Evaluation::new(reader, depth);
        let mut candidates = evaluation.query(self.query);
        if let Some(days) = self.filter.days {
            candidates.keep(&reader.speaking_of(days));
        }
        let keywords = &self.filter.keywords;
        let (matched, facets) =
            if depth != Depth::Exact && keywords.iter().all(|(_, values)| values.is_empty()) {
                (candidates.to_vec(), Vec::new())
            } else {
                Selection::new(reader, keywords).count(&candidates)
            };
        let best = evaluation.best(&matched, self.offset.saturating_add(self.limit));
        let page = best.iter().skip(self.offset).take(self.limit);
        Found {
            exact: depth == Depth::Exact,
            total: matched.len() as u32,
            hits: page.map(|&key| Hit::of(key)).collect(),
            facets,
            matched,
        }
    }
}

impl Reader {
    /// Finds the documents that match `query` and `filter`, and gives `limit` of them from the one at `offset`.
    ///
    /// An empty query matches every document, in stored order.
    ///
    /// In an archive in fragments what was found may not be exact yet. Fragments are then wanted, those for the first hits
    /// before those for all the rest: see [`Pager::take_wanted`](crate::Pager::take_wanted).
    #[must_use]
    pub fn search(&self, query: &Query, filter: &Filter, limit: usize, offset: usize) -> Found<'_> {
        let search = Search {
            query,
            filter,
            limit,
            offset,
        };
        let exact = search.at(self, Depth::Exact);
        if !self.pager().is_waiting() {
            return exact;
        }
        self.pager().postpone();
        let mut first = search.at(self, Depth::First);
        if first.total == 0 && !self.pager().is_waiting() {
            first = search.at(self, Depth::Wide);
        }
        if self.pager().is_waiting() {
            // Half of the words would give hits that are none.
            first.hits = Vec::new();
        }
        first
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
