//! Words around expressions that show what they are, or that they are none: `data/surroundings.tsv`.

use std::sync::LazyLock;

use crate::key::Key;
use crate::lexicon::rows;

/// Declares the lists with the names that the table gives them.
macro_rules! lists {
    ($($(#[$doc:meta])* $list:ident = $name:literal,)*) => {
        /// A list of words of one meaning to the grammar.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum List {
            $($(#[$doc])* $list,)*
        }

        impl List {
            const NAMES: &[&str] = &[$($name),*];
        }
    };
}

lists! {
    /// Before a number: what it numbers, prices or measures.
    Numbered = "numbered",
    /// Two words before a number: likewise.
    NumberOf = "number_of",
    /// After a number: what it counts.
    Counted = "counted",
    /// After a number: no counted noun, though it ends like one.
    NotCounted = "not_counted",
    /// Before a month or weekday: what has it for a name.
    Named = "named",
    /// After a weekday: a day of history.
    Epithet = "epithet",
    /// Before اليوم or الغد: what has it for a figure of speech.
    Figure = "figure",
    /// Beside تموز: the god.
    God = "god",
    /// Before a day and month: a place or party called by it.
    CalledByDay = "called_by_day",
    /// Before a day and month: an event of old called by it.
    EventOfDay = "event_of_day",
    /// Some words before a year: what happened in it.
    DatedEvent = "dated_event",
    /// Right before a year: what befell someone in it.
    Life = "life",
    /// Before العام: whose office, or what is public.
    Office = "office",
    /// Before two numbers: a result.
    Score = "score",
    /// Two words before اليوم: what has it in its name.
    Paper = "paper",
    /// Behind الذي or التي: what comes after.
    Followed = "followed",
    /// Behind الذي or التي: what came before.
    Preceded = "preceded",
    /// Before metres.
    Length = "length",
    /// After metres.
    Metres = "metres",
    /// Near a date: a verb of what happened on it.
    Happened = "happened",
}

/// The keys of each list, sorted.
static LISTS: LazyLock<Vec<Vec<u128>>> = LazyLock::new(|| {
    List::NAMES
        .iter()
        .map(|name| {
            let mut keys: Vec<u128> = forms(name).map(|key| key.0).collect();
            keys.sort_unstable();
            keys
        })
        .collect()
});

/// `list TAB forms`
fn forms(list: &str) -> impl Iterator<Item = Key> {
    rows(include_str!("../data/surroundings.tsv"))
        .filter_map(|row| row.split_once('\t'))
        .filter(move |(name, _)| *name == list)
        .flat_map(|(_, forms)| forms.split(' '))
        .filter_map(Key::of)
}

impl List {
    /// Whether the list holds a word.
    pub(crate) fn has(self, key: Key) -> bool {
        LISTS
            .get(self as usize)
            .is_some_and(|keys| keys.binary_search(&key.0).is_ok())
    }

    /// Whether the list holds a word, or the word without و ف, ب ل ك or both on its front.
    pub(crate) fn has_bare(self, key: Key) -> bool {
        self.has(key)
            || matches!(key.letter(0), Some('و' | 'ف'))
                && (self.has(key.without(1)) || self.has_without_preposition(key.without(1)))
            || self.has_without_preposition(key)
    }

    /// بالقرار is القرار, للقرار is قرار.
    fn has_without_preposition(self, key: Key) -> bool {
        matches!(key.letter(0), Some('ب' | 'ل' | 'ك'))
            && (self.has(key.without(1)) || key.letter(1) == Some('ل') && self.has(key.without(2)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_of_a_list_and_no_word_stands_twice_in_one() {
        for row in rows(include_str!("../data/surroundings.tsv")) {
            let (name, forms) = row.split_once('\t').unwrap();
            assert!(List::NAMES.contains(&name), "no such list: {row}");
            assert!(
                forms.split(' ').all(|form| Key::of(form).is_some()),
                "{row}"
            );
        }
        for keys in LISTS.iter() {
            assert!(!keys.is_empty() && keys.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }

    #[test]
    fn particles_come_off() {
        let holds = |word| Key::of(word).is_some_and(|key| List::Numbered.has_bare(key));
        assert!(holds("القرار") && holds("للقرار") && holds("وبالقرار") && !holds("المقرر"));
    }
}
