//! What the writer is given.

use tawarikh_calendar::Interval;

/// Which keyword columns the documents of an index have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schema {
    columns: Vec<String>,
}

impl Schema {
    /// A schema with these keyword columns, in the order in which facets shall come.
    ///
    /// The query language reaches the columns `outlet`, `author`, `place` and `year` by their names.
    pub fn new<C: Into<String>>(columns: impl IntoIterator<Item = C>) -> Schema {
        Schema {
            columns: columns.into_iter().map(Into::into).collect(),
        }
    }

    /// The names of the columns.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }
}

/// One document.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entry<'a> {
    /// Searched, weighs more than the body; stored.
    pub title: &'a str,
    /// Searched; stored.
    pub body: &'a str,
    /// Values per column of the schema, exactly as facets shall show them. Columns that the schema lacks are left out.
    pub keywords: &'a [(&'a str, &'a [String])],
    /// The days that the document speaks of; a day filter keeps a document if any of them overlaps it.
    pub days: &'a [Interval],
    /// Stored as it is, not searched.
    pub payload: &'a [u8],
}
