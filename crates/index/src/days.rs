//! The intervals of days of every document.
//!
//! ```text
//! per document: number of intervals; then all of them, document by document: first day i32 · last day i32
//! ```

use tawarikh_calendar::{Day, Interval};

use crate::number::{Cursor, put};

/// Bytes of one interval.
const INTERVAL: usize = 8;

/// Writes the intervals of all documents, sorted.
pub(crate) fn write(documents: &[Vec<Interval>]) -> Vec<u8> {
    let mut out = Vec::new();
    for intervals in documents {
        put(&mut out, intervals.len() as u32);
    }
    for interval in documents.iter().flatten() {
        for day in [interval.first, interval.last] {
            out.extend_from_slice(&day.rata_die().to_le_bytes());
        }
    }
    out
}

/// The intervals of all documents, read.
#[derive(Debug)]
pub(crate) struct Days {
    /// Where each document's intervals begin, and the end of the last.
    starts: Vec<u32>,
    intervals: Vec<Interval>,
}

impl Days {
    /// Reads the intervals of so many documents; `None` if the bytes can't be that.
    pub(crate) fn read(bytes: &[u8], documents: u32) -> Option<Days> {
        let mut cursor = Cursor::new(bytes);
        let mut starts = vec![0u32];
        let mut total = 0u32;
        for _ in 0..documents {
            total = total.checked_add(cursor.number()?)?;
            starts.push(total);
        }
        let (intervals, rest) = bytes.get(cursor.place()..)?.as_chunks::<INTERVAL>();
        let exact = rest.is_empty() && intervals.len() == total as usize;
        exact.then(|| Days {
            starts,
            intervals: intervals.iter().map(interval).collect(),
        })
    }

    /// The intervals of a document.
    pub(crate) fn of(&self, doc: u32) -> &[Interval] {
        let doc = doc as usize;
        let bounds = (self.starts.get(doc), self.starts.get(doc + 1));
        let (Some(&start), Some(&end)) = bounds else {
            return &[];
        };
        self.intervals
            .get(start as usize..end as usize)
            .unwrap_or_default()
    }
}

fn interval(bytes: &[u8; INTERVAL]) -> Interval {
    let [a, b, c, d, e, f, g, h] = *bytes;
    Interval {
        first: Day::from_rata_die(i32::from_le_bytes([a, b, c, d])),
        last: Day::from_rata_die(i32::from_le_bytes([e, f, g, h])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_ends_come_back() {
        let year = Interval::year(1969);
        let since = Interval {
            first: year.first,
            last: Day::MAX,
        };
        let bytes = write(&[vec![year, since], vec![]]);
        let days = Days::read(&bytes, 2).unwrap();
        assert_eq!(days.of(0), [year, since]);
        assert!(days.of(1).is_empty());
        assert!(Days::read(&bytes, 3).is_none());
    }
}
