//! Weak verbs: what changes within the word as its person and tense do.

use crate::shape::{Shape, build, read};
use crate::stem::{stem_of, without_particles, without_pronoun};
use crate::table_rows;

/// What a folded word may be in other persons and in the other tense if it is a verb with a weak letter in its root: `يقول`
/// gives `قال`, `دعت` gives `يدعو`, `يصل` gives `وصل`, `استعاد` gives `يستعيد`.
///
/// Most of them are no words: whoever asks keeps those whose [`stem`](crate::stem) the collection has. In a fixed order, each once.
pub fn weak_candidates(folded: &str) -> Vec<String> {
    let word = without_pronoun(without_particles(folded));
    let is_present =
        |rest: &&str| rest.starts_with(['ي', 'ت', 'ن']) && rest.chars().nth(3).is_some();
    let future = word.strip_prefix('س').filter(is_present);
    let word = future.unwrap_or(word);
    let words = [word, stem_of(word)];
    let letters: [Vec<char>; 2] = words.map(|word| word.chars().collect());
    let mut found: Vec<String> = Vec::new();
    // Few words come here, so that the table is read each time.
    for class in table_rows!("../data/weak.tsv").lines() {
        let shapes = class.split(' ').map(|shape| shape.chars().collect());
        let shapes: Vec<Shape> = shapes.collect();
        for root in shapes
            .iter()
            .filter_map(|own| letters.iter().find_map(|letters| read(own, letters)))
        {
            for other in shapes.iter().map(|shape| build(shape, &root)) {
                if !found.contains(&other) {
                    found.push(other);
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::weak_candidates;
    use crate::{fold, keys, table_rows};

    #[test]
    fn every_shape_is_folded_and_has_the_root_of_its_class() {
        for class in table_rows!("../data/weak.tsv").lines() {
            assert_eq!(fold(class), class);
            let digits =
                |shape: &str| -> Vec<char> { shape.chars().filter(char::is_ascii_digit).collect() };
            let mut shapes = class.split(' ').map(digits);
            let first = shapes.next();
            assert!(shapes.all(|shape| Some(shape) == first), "{class}");
        }
    }

    #[test]
    fn persons_and_tenses_give_each_other() {
        for (one, other) in [
            ("قال", "يقول"),
            ("قالت", "يقولون"),
            ("قلت", "قال"),
            ("باع", "يبيعها"),
            ("نام", "ينامون"),
            ("ماتوا", "يموت"),
            ("دعا", "يدعو"),
            ("دعت", "ندعو"),
            ("بكى", "يبكي"),
            ("تبكي", "بكت"),
            ("وصل", "تصل"),
            ("وقفوا", "يقفون"),
            ("أعاد", "يعيد"),
            ("استعاد", "تستعيد"),
            ("أعطى", "يعطيهم"),
        ] {
            for (typed, meant) in [(one, other), (other, one)] {
                let found = weak_candidates(&keys(typed).folded);
                let stem = keys(meant).stem;
                let is_found = found.iter().any(|form| keys(form).stem == stem);
                assert!(is_found, "{typed} {meant}: {found:?}");
            }
        }
        assert!(weak_candidates("سيموت").contains(&"مات".to_owned()));
        assert!(weak_candidates("كتاب").is_empty());
        assert!(weak_candidates("").is_empty());
    }
}
