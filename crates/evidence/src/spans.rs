//! Look-ups in spans of a text, which are in the order of where they begin.

use std::ops::Range;

/// The index of the first of `spans` that begins at a byte.
pub(crate) fn starting_at(spans: &[Range<usize>], byte: usize) -> Option<usize> {
    let at = first_from(spans, byte);
    (spans.get(at)?.start == byte).then_some(at)
}

/// Whether one of `spans` begins within some bytes.
pub(crate) fn begins_in(spans: &[Range<usize>], bytes: &Range<usize>) -> bool {
    let first = spans.get(first_from(spans, bytes.start));
    first.is_some_and(|span| span.start < bytes.end)
}

/// Whether one of `spans`, of which none lies in another, has bytes in common with others.
pub(crate) fn cross(spans: &[Range<usize>], bytes: &Range<usize>) -> bool {
    let first = spans.partition_point(|span| span.end <= bytes.start);
    spans.get(first).is_some_and(|span| span.start < bytes.end)
}

/// The index of the first of `spans` that begins at a byte or behind it.
fn first_from(spans: &[Range<usize>], byte: usize) -> usize {
    spans.partition_point(|span| span.start < byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_found_where_it_begins_and_only_there() {
        let spans = [2..5, 7..9];
        assert_eq!(starting_at(&spans, 2), Some(0));
        assert_eq!(starting_at(&spans, 7), Some(1));
        assert_eq!(starting_at(&spans, 3), None);
        assert_eq!(starting_at(&spans, 9), None);
        assert!(begins_in(&spans, &(6..8)));
        assert!(!begins_in(&spans, &(3..7)));
    }

    #[test]
    fn spans_cross_where_they_share_a_byte() {
        let spans = [2..5, 7..9];
        assert!(cross(&spans, &(4..6)));
        assert!(cross(&spans, &(0..20)));
        assert!(!cross(&spans, &(5..7)));
        assert!(!cross(&spans, &(9..12)));
    }
}
