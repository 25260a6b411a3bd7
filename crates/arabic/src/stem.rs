//! Light stemming: a folded word without conjunction, preposition, article and the commonest endings.
//!
//! After light10 (Larkey, Ballesteros, Connell: Light stemming for Arabic information retrieval, 2007; the first form
//! in Larkey et al., SIGIR 2002), read over folded letters.

/// The light stem of a folded word. What it returns is a part of the word.
pub fn stem(folded: &str) -> String {
    light(folded).to_owned()
}

/// Appends the light stem of a folded word.
pub(crate) fn push_stem(folded: &str, out: &mut String) {
    out.push_str(light(folded));
}

/// Articles with the prepositions before them, longest first.
const ARTICLES: [&str; 6] = ["وال", "بال", "كال", "فال", "لل", "ال"];
/// Endings in the order in which light10 takes them off.
const ENDINGS: [&str; 8] = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];

fn light(folded: &str) -> &str {
    let mut word = folded;
    if let Some(rest) = word.strip_prefix('و').filter(|rest| letters(rest) >= 3) {
        word = rest;
    }
    if let Some(rest) = ARTICLES
        .iter()
        .find_map(|article| word.strip_prefix(article))
        .filter(|rest| letters(rest) >= 2)
    {
        word = rest;
    }
    for ending in ENDINGS {
        if let Some(rest) = word.strip_suffix(ending).filter(|rest| letters(rest) >= 2) {
            word = rest;
        }
    }
    word
}

fn letters(word: &str) -> usize {
    word.chars().count()
}
