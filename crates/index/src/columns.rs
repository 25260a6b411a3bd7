//! Keyword columns: for every document the values of each column, as numbers of a sorted list.
//!
//! ```text
//! number of columns; per column:
//!   name · number of values · the values, sorted · per document: number of values, then their numbers as gaps
//! ```

use std::collections::BTreeMap;

use crate::number::{Cursor, put, put_bytes};

/// Collects the values of one column.
#[derive(Debug)]
pub(crate) struct ColumnWriter {
    name: String,
    /// Values in the order of their first use; the numbers below count these.
    numbers: BTreeMap<String, u32>,
    documents: Vec<Vec<u32>>,
}

impl ColumnWriter {
    pub(crate) fn new(name: &str) -> ColumnWriter {
        ColumnWriter {
            name: name.to_owned(),
            numbers: BTreeMap::new(),
            documents: Vec::new(),
        }
    }

    /// Adds the next document's values.
    pub(crate) fn push(&mut self, keywords: &[(&str, &[String])]) {
        let values = keywords
            .iter()
            .filter(|(column, _)| *column == self.name)
            .flat_map(|(_, values)| values.iter());
        let mut numbers = Vec::new();
        for value in values {
            let next = self.numbers.len() as u32;
            numbers.push(*self.numbers.entry(value.clone()).or_insert(next));
        }
        self.documents.push(numbers);
    }

    /// Appends the column.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        put_bytes(out, self.name.as_bytes());
        put(out, self.numbers.len() as u32);
        let mut ranks = vec![0; self.numbers.len()];
        for (rank, (value, &number)) in self.numbers.iter().enumerate() {
            put_bytes(out, value.as_bytes());
            ranks[number as usize] = rank as u32;
        }
        for document in &self.documents {
            let mut values: Vec<u32> = document
                .iter()
                .map(|&number| ranks[number as usize])
                .collect();
            values.sort_unstable();
            values.dedup();
            put(out, values.len() as u32);
            let mut next = 0;
            for value in values {
                put(out, value - next);
                next = value + 1;
            }
        }
    }
}

/// One column, read.
#[derive(Debug)]
pub(crate) struct Column {
    /// Its name in the schema.
    pub(crate) name: String,
    /// Its values, sorted.
    pub(crate) values: Vec<String>,
    /// How many documents have each value.
    pub(crate) documents: Vec<u32>,
    /// Where each document's numbers begin, and the end of the last.
    starts: Vec<u32>,
    numbers: Vec<u32>,
}

impl Column {
    /// The numbers of a document's values, rising, all of them within the values.
    pub(crate) fn of(&self, doc: u32) -> &[u32] {
        let doc = doc as usize;
        let bounds = (self.starts.get(doc), self.starts.get(doc + 1));
        let (Some(&start), Some(&end)) = bounds else {
            return &[];
        };
        self.numbers
            .get(start as usize..end as usize)
            .unwrap_or_default()
    }

    fn read(cursor: &mut Cursor<'_>, documents: u32) -> Option<Column> {
        let name = cursor.text()?.to_owned();
        let count = cursor.number()?;
        let values = (0..count)
            .map(|_| cursor.text().map(str::to_owned))
            .collect::<Option<Vec<_>>>()?;
        let mut column = Column {
            name,
            documents: vec![0; values.len()],
            values,
            starts: vec![0],
            numbers: Vec::new(),
        };
        for _ in 0..documents {
            column.read_document(cursor)?;
        }
        Some(column)
    }

    fn read_document(&mut self, cursor: &mut Cursor<'_>) -> Option<()> {
        let mut next = 0u32;
        for _ in 0..cursor.number()? {
            let number = next.checked_add(cursor.number()?)?;
            *self.documents.get_mut(number as usize)? += 1;
            self.numbers.push(number);
            next = number + 1;
        }
        self.starts.push(u32::try_from(self.numbers.len()).ok()?);
        Some(())
    }
}

/// Appends all columns.
pub(crate) fn write(columns: &[ColumnWriter]) -> Vec<u8> {
    let mut out = Vec::new();
    put(&mut out, columns.len() as u32);
    columns.iter().for_each(|column| column.write(&mut out));
    out
}

/// Reads all columns of an index with so many documents; `None` if the bytes can't be that.
pub(crate) fn read(bytes: &[u8], documents: u32) -> Option<Vec<Column>> {
    let mut cursor = Cursor::new(bytes);
    let columns = (0..cursor.number()?)
        .map(|_| Column::read(&mut cursor, documents))
        .collect::<Option<Vec<_>>>()?;
    cursor.is_done().then_some(columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_back_sorted_and_once() {
        let mut column = ColumnWriter::new("place");
        let values = ["صنعاء", "تعز", "صنعاء"].map(str::to_owned);
        column.push(&[("year", &values), ("place", &values)]);
        column.push(&[]);
        column.push(&[("place", &values[1..2])]);
        let read = read(&write(&[column]), 3).unwrap();
        assert_eq!(read[0].values, ["تعز", "صنعاء"]);
        assert_eq!(
            [read[0].of(0), read[0].of(1), read[0].of(2)],
            [&[0, 1][..], &[], &[0]]
        );
        assert!(read[0].of(3).is_empty());
    }
}
