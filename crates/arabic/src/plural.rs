//! Broken plurals: the singulars that a word could be the plural of, by its shape.

use crate::stem::{without_particles, without_pronoun};
use crate::table::lines;

/// The singulars, folded and without ة, of which `folded` has the shape of a broken plural.
///
/// `المدارس` gives `مدرس` (of مدرسة); `رجال` gives `رجل`, `رجيل`, `راجل`. Shapes are ambiguous and most words have one:
/// whoever asks keeps the candidates whose [`stem`](crate::stem) is that of a word in the collection.
/// In a fixed order, each once; none for sound plurals, which the stem already joins to their singulars.
pub fn singular_candidates(folded: &str) -> Vec<String> {
    let word = without_particles(folded);
    let bare = without_pronoun(word);
    let mut found = Vec::new();
    for (plural, singulars) in
        lines(include_str!("../data/plurals.tsv")).filter_map(|line| line.split_once('\t'))
    {
        let root = read(plural, word).or_else(|| read(plural, bare));
        for singular in root
            .iter()
            .flat_map(|root| singulars.split(' ').map(|shape| build(shape, root)))
        {
            if singular != word && singular != bare && !found.contains(&singular) {
                found.push(singular);
            }
        }
    }
    found
}

/// The letters that stand for the digits 1 to 4 of a shape.
type Root = [char; 4];

/// Reads `word` by a shape: digits take any letter but always the same one, letters only themselves.
fn read(shape: &str, word: &str) -> Option<Root> {
    let mut root = Root::default();
    let mut letters = word.chars();
    for part in shape.chars() {
        let letter = letters.next()?;
        let fits = match place(part) {
            Some(at) => root[at] == char::default() || root[at] == letter,
            None => part == letter,
        };
        if !fits {
            return None;
        }
        if let Some(at) = place(part) {
            root[at] = letter;
        }
    }
    letters.next().is_none().then_some(root)
}

fn build(shape: &str, root: &Root) -> String {
    shape
        .chars()
        .map(|part| place(part).map_or(part, |at| root[at]))
        .collect()
}

/// Where the letter of a digit stands in a [`Root`].
fn place(part: char) -> Option<usize> {
    ('1'..='4').position(|digit| digit == part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold;

    #[test]
    fn every_row_is_folded_and_its_singulars_use_the_letters_of_the_plural() {
        for line in lines(include_str!("../data/plurals.tsv")) {
            assert_eq!(fold(line), line);
            let (plural, singulars) = line.split_once('\t').unwrap_or_else(|| panic!("{line}"));
            for part in singulars.chars().filter(|&part| place(part).is_some()) {
                assert!(plural.contains(part), "{line}");
            }
        }
    }
}
