//! What stands before and after stems.

use tawarikh_arabic::fold;

use crate::number::{Cursor, put, put_bytes};

/// One pair of affixes, as surface and folded.
#[derive(Clone, Debug)]
pub(crate) struct Affix {
    pub(crate) before: String,
    pub(crate) after: String,
    folded_before: String,
    folded_after: String,
}

impl Affix {
    fn new(before: &str, after: &str) -> Affix {
        Affix {
            before: before.to_owned(),
            after: after.to_owned(),
            folded_before: fold(before),
            folded_after: fold(after),
        }
    }
}

/// All pairs of affixes, by number.
#[derive(Debug, Default)]
pub(crate) struct Affixes {
    pairs: Vec<Affix>,
}

impl Affixes {
    /// Writes pairs of surface affixes.
    pub(crate) fn write(pairs: &[(String, String)]) -> Vec<u8> {
        let mut out = Vec::new();
        put(&mut out, pairs.len() as u32);
        for (before, after) in pairs {
            put_bytes(&mut out, before.as_bytes());
            put_bytes(&mut out, after.as_bytes());
        }
        out
    }

    /// Reads them; `None` if the bytes can't be that.
    pub(crate) fn read(bytes: &[u8]) -> Option<Affixes> {
        let mut cursor = Cursor::new(bytes);
        let pairs = (0..cursor.number()?)
            .map(|_| Some(Affix::new(cursor.text()?, cursor.text()?)))
            .collect::<Option<Vec<_>>>()?;
        cursor.is_done().then_some(Affixes { pairs })
    }

    /// The pair of that number.
    pub(crate) fn get(&self, number: u32) -> Option<&Affix> {
        self.pairs.get(number as usize)
    }
}

impl Affix {
    /// Whether `surface` is `middle` with this before and after it.
    pub(crate) fn wraps(&self, surface: &str, middle: &str) -> bool {
        is_wrapped(surface, &self.before, middle, &self.after)
    }

    /// Whether `folded` is `middle` with this, folded, before and after it.
    pub(crate) fn wraps_folded(&self, folded: &str, middle: &str) -> bool {
        is_wrapped(folded, &self.folded_before, middle, &self.folded_after)
    }

    /// Whether `middle` with this, folded, before and after it begins with `prefix`.
    pub(crate) fn folded_begins(&self, prefix: &str, middle: &str) -> bool {
        let mut rest = prefix;
        for part in [self.folded_before.as_str(), middle, &self.folded_after] {
            if part.starts_with(rest) {
                return true;
            }
            match rest.strip_prefix(part) {
                Some(next) => rest = next,
                None => return false,
            }
        }
        false
    }
}

fn is_wrapped(word: &str, before: &str, middle: &str, after: &str) -> bool {
    word.len() == before.len() + middle.len() + after.len()
        && word.starts_with(before)
        && word.ends_with(after)
        && word.get(before.len()..before.len() + middle.len()) == Some(middle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn affixes_wrap_by_surface_and_folded() {
        let affix = Affix::new("وال", "ة");
        assert!(affix.wraps("والمدرسة", "مدرس"));
        assert!(!affix.wraps("والمدرسه", "مدرس"));
        assert!(affix.wraps_folded("والمدرسه", "مدرس"));
        assert!(!affix.wraps("والة", "ال"));
        for prefix in ["", "وا", "وال", "والمدر", "والمدرسه"] {
            assert!(affix.folded_begins(prefix, "مدرس"), "{prefix}");
        }
        for other in ["المدر", "والمدرسهم", "والمدن"] {
            assert!(!affix.folded_begins(other, "مدرس"), "{other}");
        }
    }
}
