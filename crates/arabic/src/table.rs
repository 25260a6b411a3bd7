//! Tables kept as text become sorted lists when they are first used.

/// The rows in order, for binary search.
///
/// Insertion is slower than the library's sort, but a table has hundreds of rows and is sorted once, and the library's
/// sort would weigh several kilobytes in the engine for each kind of row.
pub(crate) fn sorted<T>(rows: impl Iterator<Item = T>, before: fn(&T, &T) -> bool) -> Vec<T> {
    let mut table = Vec::new();
    for row in rows {
        let at = table.partition_point(|earlier| before(earlier, &row));
        table.insert(at, row);
    }
    table
}

/// The rows of a table that is kept as a file with comments before them: the comments stay out of the program.
///
/// ```
/// // # A comment, then rows.
/// const ROWS: &str = tawarikh_arabic::table_rows!("../data/stop.tsv");
/// assert!(!ROWS.contains('#'));
/// ```
#[macro_export]
macro_rules! table_rows {
    ($path:literal) => {{
        const WHOLE: &[u8] = include_bytes!($path);
        const FROM: usize = $crate::first_row(WHOLE);
        const ROWS: &[u8; WHOLE.len() - FROM] = &$crate::bytes_from(WHOLE, FROM);
        // A file of other bytes does not compile.
        const TEXT: &str = match std::str::from_utf8(ROWS) {
            Ok(text) => text,
            Err(_) => panic!("a table is UTF-8"),
        };
        TEXT
    }};
}

/// Where the first line begins that is no comment; for [`table_rows`].
#[must_use]
pub const fn first_row(table: &[u8]) -> usize {
    let mut at = 0;
    while at < table.len() && table[at] == b'#' {
        while at < table.len() && table[at] != b'\n' {
            at += 1;
        }
        at += 1;
    }
    at
}

/// The bytes from a place on; for [`table_rows`].
#[must_use]
pub const fn bytes_from<const LENGTH: usize>(table: &[u8], from: usize) -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    let mut at = 0;
    while at < LENGTH {
        bytes[at] = table[from + at];
        at += 1;
    }
    bytes
}
