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

/// The lines of a table that are not comments.
pub(crate) fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}
