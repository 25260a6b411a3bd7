//! Verbs: other persons and the other tense of a verb, by the letters that the present tense puts before its root.

/// Letters of the present tense, and the alef of the past and the verbal noun in their place (`ينتقل`, `انتقل`).
const PREFIXES: [&str; 4] = ["ي", "ت", "ن", "ا"];
/// Letters of a root.
const ROOT: usize = 3;

/// The stems that a verb with this [`stem`](crate::stem) may have in other persons and in the other tense.
///
/// `ينتقل` gives `نتقل`, `تنتقل`, `ننتقل`, `انتقل`; `سيعود` those of `يعود`; `وصل` gives `يوصل`, `توصل`. Most of them are no words:
/// whoever asks keeps those that the collection has. In a fixed order, each once.
pub fn verb_candidates(stem: &str) -> Vec<String> {
    // Of what is to come.
    let future = stem.strip_prefix('س');
    let verb = future
        .filter(|rest| rest.starts_with(['ي', 'ت', 'ن']))
        .unwrap_or(stem);
    let mut found: Vec<String> = Vec::new();
    if verb != stem {
        found.push(verb.to_owned());
    }
    for prefix in PREFIXES {
        let rest = verb.strip_prefix(prefix);
        if let Some(rest) = rest.filter(|rest| rest.chars().count() >= ROOT) {
            found.push(rest.to_owned());
            let others = PREFIXES.iter().filter(|&&other| other != prefix);
            found.extend(others.map(|other| [other, rest].concat()));
        }
    }
    if found.is_empty() {
        found.extend(["ي", "ت"].map(|prefix| [prefix, verb].concat()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::verb_candidates;
    use crate::keys;

    #[test]
    fn persons_and_tenses_give_each_other() {
        for (verb, other) in [
            ("ينتقل", "انتقل"),
            ("انتقلت", "ينتقلون"),
            ("كتب", "يكتب"),
            ("تكتب", "يكتبون"),
            ("سيشارك", "شاركت"),
            ("ستشارك", "يشارك"),
            ("سيكتب", "يكتب"),
        ] {
            let found = verb_candidates(&keys(verb).stem);
            assert!(
                found.contains(&keys(other).stem),
                "{verb} {other}: {found:?}"
            );
            let mut once = found.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), found.len(), "{verb}");
        }
    }
}
