//! The closed words that show where a clause begins, goes on and may stop, from `data/clause.tsv`.

use std::sync::LazyLock;

use crate::bare::unjoined;
use crate::lookup::WordMap;
use crate::table::rows;

/// What a word does in its clause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Part {
    /// It introduces a date: في, خلال, منتصف.
    pub before_date: bool,
    /// It begins no main clause: الذي, بينما.
    pub subordinate: bool,
    /// A good place to stop is before it: على, بعد.
    pub link: bool,
    /// It is never the last word: في, كل, أن.
    pub needs_more: bool,
    /// It is a verb that often stands at the head, so that a و before it is glued: قال, يرى.
    pub verb: bool,
    /// It says that somebody says: يقول, ذكر.
    pub reports: bool,
    /// It is the document speaking of itself: الكاتب, المقال.
    pub own_voice: bool,
    /// It begins what is said: إن, بأن.
    pub that: bool,
}

struct Table {
    words: WordMap<&'static str, Part>,
    /// Openers by their words; those of more words first.
    openers: Vec<Vec<&'static str>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        words: WordMap::default(),
        openers: Vec::new(),
    };
    for row in rows(include_str!("../data/clause.tsv")) {
        let [phrase, parts] = row[..] else { continue };
        let has = |part: &str| parts.split(' ').any(|other| other == part);
        if has("opener") {
            table.openers.push(phrase.split(' ').collect());
        }
        table.words.insert(
            phrase,
            Part {
                before_date: has("before-date"),
                subordinate: has("subordinate"),
                link: has("link"),
                needs_more: has("needs-more"),
                verb: has("verb"),
                reports: has("reports"),
                own_voice: has("own-voice"),
                that: has("that"),
            },
        );
    }
    table
        .openers
        .sort_by_key(|words| std::cmp::Reverse(words.len()));
    table
});

/// What a folded word does; nothing for an open word. A glued و or ف is looked through.
pub(crate) fn part(folded: &str) -> Part {
    let bare = unjoined(folded);
    let found = TABLE.words.get(folded).or_else(|| TABLE.words.get(bare));
    found.copied().unwrap_or_default()
}

/// How many words the opener at the head of `folded` has, 0 if there is none. A glued و or ف may stand before it.
pub(crate) fn opener(folded: &[&str]) -> usize {
    fixed_opener(folded).max(own_report(folded))
}

/// reports own-voice that: "يقول الكاتب إن". A headline stands beside its document's title, which says the same.
fn own_report(folded: &[&str]) -> usize {
    match folded {
        [verb, who, that, ..] if part(verb).reports && part(who).own_voice && part(that).that => 3,
        _ => 0,
    }
}

fn fixed_opener(folded: &[&str]) -> usize {
    let begins = |opener: &&Vec<&'static str>| {
        opener.len() <= folded.len()
            && opener
                .iter()
                .zip(folded)
                .enumerate()
                .all(|(index, (wanted, word))| {
                    wanted == word || index == 0 && word.strip_prefix(['و', 'ف']) == Some(wanted)
                })
    };
    TABLE.openers.iter().find(begins).map_or(0, Vec::len)
}
