//! Cutting text into pieces, so that no offset ever reaches the page.

use std::ops::Range;

use crate::view::Piece;

/// What lies over a text: byte ranges in it, each kind sorted and without overlaps among its own.
#[derive(Debug, Clone, Default)]
pub(crate) struct Layers {
    /// Words that the query matched.
    pub hits: Vec<Range<usize>>,
    /// Time expressions with their numbers.
    pub mentions: Vec<(Range<usize>, u32)>,
    /// Names with their numbers.
    pub names: Vec<(Range<usize>, u32)>,
    /// Figures with their numbers.
    pub figures: Vec<(Range<usize>, u32)>,
}

/// The pieces of `text[within]`: together they are that text, and no border of a layer lies inside a piece.
pub(crate) fn cut(text: &str, within: Range<usize>, layers: &Layers) -> Vec<Piece> {
    let borders = borders(text, &within, layers);
    let pieces = borders.windows(2).map(|pair| {
        let (start, end) = (pair[0], pair[1]);
        let over = |range: &Range<usize>| range.start <= start && end <= range.end;
        let number = |layer: &[(Range<usize>, u32)]| {
            layer
                .iter()
                .find(|(range, _)| over(range))
                .map(|(_, number)| *number)
        };
        Piece {
            text: text[start..end].to_owned(),
            hit: layers.hits.iter().any(over),
            mention: number(&layers.mentions),
            name: number(&layers.names),
            figure: number(&layers.figures),
        }
    });
    pieces.collect()
}

/// Every place where a piece begins or ends, in order and once. A border that does not fall on a character is left
/// out: only a damaged archive has one.
fn borders(text: &str, within: &Range<usize>, layers: &Layers) -> Vec<usize> {
    let numbered = layers
        .mentions
        .iter()
        .chain(&layers.names)
        .chain(&layers.figures)
        .map(|(range, _)| range);
    let inner = layers
        .hits
        .iter()
        .chain(numbered)
        .flat_map(|range| [range.start, range.end]);
    let mut borders: Vec<usize> = inner
        .filter(|at| within.contains(at))
        .chain([within.start, within.end])
        .filter(|at| text.is_char_boundary(*at))
        .collect();
    borders.sort_unstable();
    borders.dedup();
    borders
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn piece(text: &str, hit: bool, mention: Option<u32>) -> Piece {
        Piece {
            text: text.into(),
            hit,
            mention,
            name: None,
            figure: None,
        }
    }

    #[test]
    fn layers_part_the_text_where_they_begin_and_end() {
        let text = "in March 2019 it fell";
        let layers = Layers {
            hits: std::iter::once(3..8).collect(),
            mentions: vec![(3..13, 4)],
            ..Layers::default()
        };
        let expected = [
            piece("in ", false, None),
            piece("March", true, Some(4)),
            piece(" 2019", false, Some(4)),
            piece(" it fell", false, None),
        ];
        assert_eq!(cut(text, 0..text.len(), &layers), expected);
    }

    #[test]
    fn a_layer_that_begins_before_the_cut_still_counts() {
        let layers = Layers {
            hits: std::iter::once(0..5).collect(),
            ..Layers::default()
        };
        assert_eq!(
            cut("abcdefg", 2..7, &layers),
            [piece("cde", true, None), piece("fg", false, None)]
        );
    }

    proptest! {
        #[test]
        fn pieces_are_the_text(text in "\\PC{0,40}", ranges in proptest::collection::vec((0usize..90, 0usize..20), 0..6)) {
            let hits = ranges.iter().map(|(start, length)| *start..start + length).collect();
            let pieces = cut(&text, 0..text.len(), &Layers { hits, ..Layers::default() });
            prop_assert_eq!(pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
        }
    }
}
