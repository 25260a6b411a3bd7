//! Shapes of words and the roots in them.

/// How the letters of a word stand to its root: digits stand for those of the root.
pub(crate) type Shape = Vec<char>;

/// The letters that stand for the digits 1 to 4 of a shape.
pub(crate) type Root = [char; 4];

/// Reads a word by the letters of a shape: digits take any letter but always the same one, letters only themselves.
pub(crate) fn read(shape: &[char], word: &[char]) -> Option<Root> {
    if shape.len() != word.len() {
        return None;
    }
    let mut root = Root::default();
    for (&part, &letter) in shape.iter().zip(word) {
        let stands = match place(part) {
            Some(at) if root[at] == char::default() => {
                root[at] = letter;
                letter
            }
            Some(at) => root[at],
            None => part,
        };
        if stands != letter {
            return None;
        }
    }
    Some(root)
}

/// The word of a root in a shape.
pub(crate) fn build(shape: &[char], root: &Root) -> String {
    let letters = shape.iter();
    letters
        .map(|&part| place(part).map_or(part, |at| root[at]))
        .collect()
}

/// Where the letter of a digit stands in a [`Root`].
pub(crate) fn place(part: char) -> Option<usize> {
    let digit = (part as usize).wrapping_sub('1' as usize);
    (digit < Root::default().len()).then_some(digit)
}
