//! Broken plurals: the singulars that a word could be the plural of, by its shape, and its own plurals.

use std::sync::OnceLock;

use crate::shape::{Shape, build, read};
use crate::stem::{without_particles, without_pronoun};
use crate::table_rows;

/// The singulars, folded and without ة, of which `folded` has the shape of a broken plural.
///
/// `المدارس` gives `مدرس` (of مدرسة); `رجال` gives `رجل`, `رجيل`, `راجل`. Shapes are ambiguous and most words have one:
/// whoever asks keeps the candidates whose [`stem`](crate::stem) is that of a word in the collection.
/// In a fixed order, each once; none for sound plurals, which the stem already joins to their singulars.
pub fn singular_candidates(folded: &str) -> Vec<String> {
    let word = without_particles(folded);
    others([word, without_pronoun(word)], Shapes::each_ref)
}

/// The broken plurals, folded, that `folded` has by its shape, with those of other words of the same shape.
///
/// `مدرسة` gives `مدارس`; `طفل` gives `اطفال`, `طفول` and others. Whoever asks keeps the candidates that the collection has.
/// In a fixed order, each once.
pub fn plural_candidates(folded: &str) -> Vec<String> {
    let word = without_particles(folded);
    let bare = without_pronoun(word);
    let bare = bare.strip_suffix('ه').unwrap_or(bare);
    others([bare, word], |[plural, singular]| [singular, plural])
}

/// Two shapes that one root may have.
type Shapes = [Shape; 2];

/// What words are in another shape: of each pair of shapes the second with the root of the first word that has the first.
fn others(words: [&str; 2], pair: fn(&Shapes) -> [&Shape; 2]) -> Vec<String> {
    let mut found = Vec::new();
    let letters: [Vec<char>; 2] = words.map(|word| word.chars().collect());
    for [own, other] in shapes().iter().map(pair) {
        let root = letters.iter().find_map(|letters| read(own, letters));
        let other = root.map(|root| build(other, &root));
        found.extend(
            other.filter(|other| !words.contains(&other.as_str()) && !found.contains(other)),
        );
    }
    found
}

/// Every shape of a plural with every shape of its singulars.
fn shapes() -> &'static [Shapes] {
    static SHAPES: OnceLock<Vec<Shapes>> = OnceLock::new();
    SHAPES.get_or_init(|| {
        let rows = table_rows!("../data/plurals.tsv").lines();
        let mut shapes = Vec::new();
        for (plural, singulars) in rows.filter_map(|row| row.split_once('\t')) {
            shapes.extend(
                singulars
                    .split(' ')
                    .map(|singular| [plural, singular].map(|shape| shape.chars().collect())),
            );
        }
        shapes
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold;
    use crate::shape::place;

    #[test]
    fn every_row_is_folded_and_both_sides_use_the_same_letters_of_the_root() {
        for line in table_rows!("../data/plurals.tsv").lines() {
            assert_eq!(fold(line), line);
            let (plural, singulars) = line.split_once('\t').unwrap_or_else(|| panic!("{line}"));
            for singular in singulars.split(' ') {
                let digits = |shape: &str| {
                    let mut digits: Vec<char> = shape
                        .chars()
                        .filter(|&part| place(part).is_some())
                        .collect();
                    digits.sort_unstable();
                    digits.dedup();
                    digits
                };
                assert_eq!(digits(plural), digits(singular), "{line}");
            }
        }
    }
}
