//! Keyword filters and how many documents each other choice would leave.

use crate::bits::Bits;
use crate::columns::Column;
use crate::order;
use crate::reader::Reader;

/// How many documents have each value of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCounts<'r> {
    /// The column's name.
    pub column: &'r str,
    /// All of its values, sorted: a value's number is its place.
    pub values: &'r [String],
    /// Numbers of the values that some document has, and of chosen ones even if none has them, with how many do; rising.
    pub counts: Vec<(u32, u32)>,
}

impl FacetCounts<'_> {
    /// The numbers of values with their counts, the most frequent first, then by value.
    pub fn most_first(&self) -> impl Iterator<Item = (u32, u32)> + use<> {
        let counts = self.counts.iter();
        let mut keys: Vec<u64> = counts
            .map(|&(value, count)| order::most_first(count, value))
            .collect();
        keys.sort_unstable();
        let keys = keys.into_iter();
        keys.map(|key| (order::id(key), order::count(key)))
    }
}

/// What is chosen in every column.
pub(crate) struct Selection<'r> {
    choices: Vec<Choice<'r>>,
    /// A column was filtered by that the index does not have: nothing can match.
    impossible: bool,
}

/// What is chosen in one column.
struct Choice<'r> {
    column: &'r Column,
    /// Per value whether it is chosen; `None` if the column does not filter.
    chosen: Option<Vec<bool>>,
    counts: Vec<u32>,
}

impl<'r> Selection<'r> {
    /// Looks the chosen values up.
    pub(crate) fn new(reader: &'r Reader, keywords: &[(String, Vec<String>)]) -> Selection<'r> {
        let known = |name: &str| {
            reader
                .column_table()
                .iter()
                .any(|column| column.name == name)
        };
        Selection {
            choices: reader
                .column_table()
                .iter()
                .map(|column| Choice::new(column, keywords))
                .collect(),
            impossible: keywords
                .iter()
                .any(|(name, values)| !values.is_empty() && !known(name)),
        }
    }

    /// The candidates that pass every choice, and each column's counts over those that pass all the others.
    pub(crate) fn count(mut self, candidates: &Bits) -> (Vec<u32>, Vec<FacetCounts<'r>>) {
        let matched = if self.impossible {
            Vec::new()
        } else if self.choices.iter().all(|choice| choice.chosen.is_none()) {
            self.count_all(candidates)
        } else {
            self.count_passing(candidates)
        };
        let counts = self.choices.into_iter().map(Choice::finish);
        (matched, counts.collect())
    }

    /// Counts where nothing is chosen, column by column: those that match, or those that do not if they are fewer.
    fn count_all(&mut self, candidates: &Bits) -> Vec<u32> {
        let matched = candidates.to_vec();
        let others = candidates.others();
        let is_most = matched.len() > others.count() as usize;
        let others = is_most.then(|| others.to_vec());
        let fewer = others.as_ref().unwrap_or(&matched);
        for choice in &mut self.choices {
            fewer.iter().for_each(|&doc| choice.add(doc));
            if is_most {
                choice.turn();
            }
        }
        matched
    }

    fn count_passing(&mut self, candidates: &Bits) -> Vec<u32> {
        let mut matched = Vec::new();
        for doc in candidates.iter() {
            let mut failing = self.choices.iter_mut().filter(|choice| !choice.passes(doc));
            match (failing.next(), failing.next()) {
                (None, _) => {
                    matched.push(doc);
                    self.choices.iter_mut().for_each(|choice| choice.add(doc));
                }
                (Some(only), None) => only.add(doc),
                (Some(_), Some(_)) => {}
            }
        }
        matched
    }
}

impl<'r> Choice<'r> {
    fn new(column: &'r Column, keywords: &[(String, Vec<String>)]) -> Choice<'r> {
        let mut chosen: Option<Vec<bool>> = None;
        let values = keywords
            .iter()
            .filter(|(name, _)| *name == column.name)
            .flat_map(|(_, values)| values);
        for value in values {
            let chosen = chosen.get_or_insert_with(|| vec![false; column.values.len()]);
            if let Ok(number) = column.values.binary_search(value) {
                chosen[number] = true;
            }
        }
        Choice {
            column,
            chosen,
            counts: vec![0; column.values.len()],
        }
    }

    fn is_chosen(&self, number: usize) -> bool {
        self.chosen
            .as_ref()
            .is_some_and(|chosen| chosen.get(number) == Some(&true))
    }

    fn passes(&self, doc: u32) -> bool {
        self.chosen.is_none()
            || self
                .column
                .of(doc)
                .iter()
                .any(|&number| self.is_chosen(number as usize))
    }

    fn add(&mut self, doc: u32) {
        for &number in self.column.of(doc) {
            if let Some(count) = self.counts.get_mut(number as usize) {
                *count += 1;
            }
        }
    }

    /// Makes counts of some documents those of all the others.
    fn turn(&mut self) {
        let counts = self.counts.iter_mut().zip(&self.column.documents);
        counts.for_each(|(count, all)| *count = all - *count);
    }

    fn finish(self) -> FacetCounts<'r> {
        let counts = (0..).zip(self.counts.iter().copied());
        let shown = counts.filter(|&(value, count)| count > 0 || self.is_chosen(value as usize));
        FacetCounts {
            column: &self.column.name,
            values: &self.column.values,
            counts: shown.collect(),
        }
    }
}
