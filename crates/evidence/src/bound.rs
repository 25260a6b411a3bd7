//! What is said about a number's exactness: أكثر من, نحو, ما لا يقل عن; from `data/bounds.tsv`.

use std::sync::LazyLock;

use tawarikh_arabic::fold;

use crate::bare::readings;
use crate::bare::unjoined;
use crate::line::Line;
use crate::table::{forms, rows};

/// What a bound makes of the number beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    About,
    AtLeast,
    AtMost,
}

impl Effect {
    fn from_id(id: &str) -> Option<Effect> {
        match id {
            "about" => Some(Effect::About),
            "at-least" => Some(Effect::AtLeast),
            "at-most" => Some(Effect::AtMost),
            _ => None,
        }
    }

    /// The lowest and highest value of a number under it.
    pub fn applied(self, low: Option<f64>, high: Option<f64>) -> (Option<f64>, Option<f64>) {
        match self {
            Effect::About => (low, high),
            Effect::AtLeast => (low, None),
            Effect::AtMost => (None, high),
        }
    }

    fn negated(self) -> Effect {
        match self {
            Effect::About => Effect::About,
            Effect::AtLeast => Effect::AtMost,
            Effect::AtMost => Effect::AtLeast,
        }
    }
}

/// A bound in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BoundAt {
    pub effect: Effect,
    /// Its first token, and how many letters of that are particles.
    pub first: usize,
    pub letters: usize,
    /// Whether those particles begin with و.
    pub and: bool,
}

struct Phrase {
    effect: Effect,
    words: Vec<String>,
}

struct Verb {
    effect: Effect,
    forms: Vec<String>,
    prepositions: Vec<String>,
}

#[derive(Default)]
struct Table {
    before: Vec<Phrase>,
    after: Vec<Phrase>,
    verbs: Vec<Verb>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for row in rows(include_str!("../data/bounds.tsv")) {
        let [place, effect, words, ..] = row[..] else {
            continue;
        };
        let Some(effect) = Effect::from_id(effect) else {
            continue;
        };
        let phrase = || Phrase {
            effect,
            words: words.split(' ').map(fold).collect(),
        };
        match place {
            "before" => table.before.push(phrase()),
            "after" => table.after.push(phrase()),
            _ => table.verbs.push(Verb {
                effect,
                forms: forms(words).collect(),
                prepositions: row
                    .get(3)
                    .into_iter()
                    .flat_map(|column| forms(column))
                    .collect(),
            }),
        }
    }
    table
        .before
        .sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
    table
});

/// The longest bound that ends right before token `at`.
pub(crate) fn before(line: &Line<'_>, at: usize) -> Option<BoundAt> {
    TABLE.before.iter().find_map(|phrase| {
        let first = at.checked_sub(phrase.words.len())?;
        let (head, rest) = phrase.words.split_first()?;
        let rest_fits = rest
            .iter()
            .enumerate()
            .all(|(i, word)| line.word(first + 1 + i) == word);
        let bare = rest_fits.then(|| {
            readings(line.word(first)).find(|bare| !bare.article && bare.rest == head)
        })??;
        Some(BoundAt {
            effect: phrase.effect,
            first,
            letters: bare.letters(),
            and: bare.and,
        })
    })
}

/// The bound that begins at token `at`, and the token behind it: على الأقل.
pub(crate) fn after(line: &Line<'_>, at: usize) -> Option<(Effect, usize)> {
    let fits = |phrase: &&Phrase| {
        phrase
            .words
            .iter()
            .enumerate()
            .all(|(i, word)| line.word(at + i) == word)
    };
    let phrase = TABLE.after.iter().find(fits)?;
    let next = at + phrase.words.len();
    // "41 قتيلا وأكثر من 120 جريحا": with من behind it the word bounds what follows.
    let compares = matches!(
        line.before(next),
        "اكثر" | "اقل" | "فاكثر" | "فاقل" | "واكثر"
    );
    (!compares || line.word(next) != "من").then_some((phrase.effect, next))
}

/// How far a verb may stand from the number that it bounds, in words.
const FARTHEST: usize = 9;

/// What a verb before its subject says of the number at `at`: "لا يقل عدد القتلى عن 30", "تجاوزت الحصيلة 300".
pub(crate) fn by_verb(line: &Line<'_>, at: usize) -> Option<Effect> {
    let nearest = (at.saturating_sub(FARTHEST)..at).rev();
    for token in nearest {
        if line.is_number(token) || matches!(line.word(token), "،" | "." | ":" | "؛") {
            return None;
        }
        let word = line.word(token);
        let bare = unjoined(word);
        let is_form = |verb: &&Verb| verb.forms.iter().any(|form| form == word || form == bare);
        if let Some(verb) = TABLE.verbs.iter().find(is_form) {
            let fits = verb.prepositions.is_empty()
                || verb.prepositions.iter().any(|word| word == line.before(at));
            let negated = matches!(line.before(token), "لا" | "لم" | "لن" | "ولا" | "ولم" | "ما");
            return fits.then(|| match negated {
                true => verb.effect.negated(),
                false => verb.effect,
            });
        }
    }
    None
}
