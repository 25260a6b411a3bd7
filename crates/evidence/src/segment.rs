//! A sentence cut into its clauses, by commas and by the words that begin one.

use crate::action;
use crate::bare::readings;
use crate::bare::unjoined;
use crate::carrier;
use crate::clause::{opener, part};
use crate::scene::{Link, Scene};

/// How a clause begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// As a sentence of its own.
    Main,
    /// By و, ف or ثم and a verb.
    Joined,
    /// By الذي.
    Relative,
    /// By أن: what is said, wanted or thought.
    That,
    /// By بينما, حيث, بعد أن, مما.
    Subordinate,
}

/// A clause: a range of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    /// Its first token.
    pub first: usize,
    /// The token behind it.
    pub next: usize,
    /// How it begins.
    pub opening: Opening,
}

impl Segment {
    /// Whether it holds a token.
    pub fn contains(&self, at: usize) -> bool {
        (self.first..self.next).contains(&at)
    }
}

/// The clauses of a sentence, in order; every token is in one.
pub(crate) fn segments(scene: &Scene<'_>) -> Vec<Segment> {
    let mut cut: Vec<Segment> = Vec::new();
    for at in 0..scene.line.len() {
        match opening_at(scene, at) {
            Some(opening) => cut.push(Segment {
                first: at,
                next: at + 1,
                opening,
            }),
            None => {
                if let Some(last) = cut.last_mut() {
                    last.next = at + 1;
                }
            }
        }
    }
    merged(scene, cut)
}

/// The clauses with what came of one cut from it where each has a date of its own: "خسر في مارس مواقع كثيرة | ليستقر في مايو عند النهر".
/// `dates` are the tokens of the dates, ascending.
pub(crate) fn with_outcomes(
    scene: &Scene<'_>,
    segments: Vec<Segment>,
    dates: &[usize],
) -> Vec<Segment> {
    let outcome = |segment: &Segment| {
        let mut inside = dates.iter().copied().filter(|&date| segment.contains(date));
        let (first, second) = (inside.next()?, inside.next()?);
        (first + 1..second).find(|&at| is_outcome(scene, at))
    };
    let cut = |segment: Segment| match outcome(&segment) {
        Some(at) => {
            let before = Segment {
                next: at,
                ..segment
            };
            let behind = Segment {
                first: at,
                opening: Opening::Joined,
                ..segment
            };
            vec![before, behind]
        }
        None => vec![segment],
    };
    segments.into_iter().flat_map(cut).collect()
}

/// Whether ل with a verb of the imperfect stands at a token: لتستقر, ليعود.
fn is_outcome(scene: &Scene<'_>, at: usize) -> bool {
    let verb = scene.line.word(at).strip_prefix('ل').unwrap_or_default();
    let imperfect = verb.starts_with(['ي', 'ت']);
    let tenth = verb.starts_with("يست") || verb.starts_with("تست");
    imperfect
        && (tenth || is_finite(verb))
        && scene.name_at(at).is_none()
        && !scene.line.is_timed(at)
}

/// How the clause begins that begins at a token, if one does.
fn opening_at(scene: &Scene<'_>, at: usize) -> Option<Opening> {
    let line = scene.line;
    if at == 0 {
        return Some(opening_word(scene, 0).unwrap_or(Opening::Main));
    }
    if scene.is_inside_name(at) || line.is_sign(at) {
        return None;
    }
    // A quote or bracket may open between the sign and the word.
    let opens = |at: &usize| matches!(line.word(*at), "\"" | "«" | "“" | "(" | "[" | "*" | "'");
    let before = (0..at).rev().find(|at| !opens(at));
    let parted = before.is_some_and(|before| parts(scene, before));
    let by_word = if line.is_timed(at) && line.is_timed(at - 1) {
        None
    } else {
        opening_word(scene, at)
    };
    by_word.or(parted.then_some(Opening::Main))
}

/// Whether a sign ends a clause.
fn parts(scene: &Scene<'_>, at: usize) -> bool {
    let line = scene.line;
    let dash =
        matches!(line.word(at), "-" | "–" | "—") && !line.touches(at) && !line.touches(at + 1);
    let is_sign = matches!(
        line.word(at),
        "،" | "," | "؛" | ";" | ":" | "." | "!" | "؟" | "…"
    ) || dash;
    is_sign && !(line.is_timed(at) && line.is_timed(at + 1))
}

fn opening_word(scene: &Scene<'_>, at: usize) -> Option<Opening> {
    let line = scene.line;
    let word = line.word(at);
    let bare = unjoined(word);
    let next = line.word(at + 1);
    if is_relative(bare) {
        return Some(Opening::Relative);
    }
    let after_that = matches!(
        line.before(at),
        "بعد" | "قبل" | "منذ" | "الي" | "حتي" | "من" | "في" | "علي" | "عن"
    );
    if is_that(bare) && !(after_that && matches!(line.before(at), "بعد" | "قبل" | "منذ")) {
        return Some(Opening::That);
    }
    let when = matches!(bare, "بعد" | "قبل" | "منذ" | "بعدما" | "قبلما" | "قبيل");
    if when && (is_that(next) || bare.ends_with("ما")) {
        return Some(Opening::Subordinate);
    }
    let joins = matches!(
        word,
        "بينما"
            | "فيما"
            | "حيث"
            | "عندما"
            | "حين"
            | "حينما"
            | "اذ"
            | "لان"
            | "لانه"
            | "لانها"
            | "مما"
    );
    if joins || bare == "ما" && is_finite(next) && line.before(at) != "بعد" {
        return Some(Opening::Subordinate);
    }
    if matches!(word, "لكن" | "ولكن" | "بل" | "كما") {
        return Some(Opening::Main);
    }
    if bare == "حتي" && is_finite(next) {
        return Some(Opening::Subordinate);
    }
    if matches!(word, "ثم") {
        return Some(Opening::Joined);
    }
    let joined = !scene.is_generic(at)
        && bare.len() < word.len()
        && !is_finite(word)
        && is_finite(bare)
        && bare.chars().count() > 2;
    joined.then_some(Opening::Joined)
}

pub(crate) fn is_relative(word: &str) -> bool {
    matches!(
        word,
        "الذي"
            | "التي"
            | "الذين"
            | "اللذين"
            | "اللتين"
            | "اللذان"
            | "اللتان"
            | "اللواتي"
            | "اللاتي"
    )
}

/// أن and إن with and without pronouns and ب.
pub(crate) fn is_that(word: &str) -> bool {
    let bare = word.strip_prefix('ب').unwrap_or(word);
    matches!(bare, "ان" | "انه" | "انها" | "انهم" | "انهما")
}

/// Whether a folded word is a verb of the tables.
pub(crate) fn is_finite(word: &str) -> bool {
    action::is_verb(word)
        || carrier::is_verb(word)
        || part(word).verb && !word.starts_with(['و', 'ف'])
}

/// Whether a clause has a verb.
pub(crate) fn has_verb(scene: &Scene<'_>, segment: &Segment) -> bool {
    (segment.first..segment.next).any(|at| {
        let word = scene.line.word(at);
        let bare = unjoined(word);
        let future = bare.strip_prefix('س').unwrap_or_default();
        // لم and لن stand before nothing else.
        let denies = matches!(bare, "لم" | "لن") && at + 1 < segment.next;
        denies
            || scene.name_at(at).is_none()
                && (is_finite(word) || is_finite(bare) || is_finite(future))
                && !is_noun_there(scene, segment, at)
    })
}

/// Whether a word that may be a verb or a noun (قصف, حكم) stands where only a noun can.
pub(crate) fn is_noun_there(scene: &Scene<'_>, segment: &Segment, at: usize) -> bool {
    let word = scene.line.word(at);
    let is_noun = readings(word).any(|bare| {
        action::entries(bare.rest)
            .iter()
            .any(|entry| entry.action.sort == action::Sort::Noun)
    });
    let behind_link = at > segment.first
        && scene
            .link_at(at - 1)
            .is_some_and(|(link, next)| link != Link::Loose && next == at);
    let carried = at > segment.first
        && readings(scene.line.before(at)).any(|bare| !carrier::carriers(bare.rest).is_empty());
    let counted = at > segment.first && scene.line.is_number(at - 1);
    is_noun && (behind_link || carried || counted)
}

/// Clauses without a verb put to those that they belong to: a date or place in front to what follows, anything else to what
/// stands before.
fn merged(scene: &Scene<'_>, cut: Vec<Segment>) -> Vec<Segment> {
    let mut merged: Vec<Segment> = Vec::with_capacity(cut.len());
    let mut forward: Option<usize> = None;
    let mut rest = cut.into_iter().peekable();
    while let Some(mut segment) = rest.next() {
        if let Some(first) = forward.take() {
            segment.first = first;
            if segment.opening == Opening::Main && first > 0 {
                segment.opening = opening_of(scene, first);
            }
        }
        let verbless = segment.opening != Opening::Relative && !has_verb(scene, &segment);
        let own = matches!(segment.opening, Opening::Main | Opening::That);
        let goes_on = rest.peek().is_some_and(|next| {
            let binds = matches!(
                next.opening,
                Opening::That | Opening::Relative | Opening::Subordinate
            );
            !binds || after_openers(scene, &segment) >= segment.next
        });
        if verbless && goes_on && leads(scene, &segment, merged.is_empty()) {
            forward = Some(segment.first);
            continue;
        }
        let predicate = resumes(scene, &merged, &segment);
        match merged.last_mut() {
            Some(before) if verbless && own && !predicate && !may_act(scene, &segment) => {
                before.next = segment.next;
            }
            _ => merged.push(segment),
        }
    }
    merged
}

/// Whether a clause is what a subject does that a relative clause parts from it, though its verb is not known: "الوزيرة، التي عملت طبيبة، دشنت".
fn resumes(scene: &Scene<'_>, before: &[Segment], segment: &Segment) -> bool {
    let [.., subject, relative] = before else {
        return false;
    };
    let first = segment.first;
    let word = scene.line.word(first);
    let bare = !word.starts_with("ال")
        && !word.starts_with('و')
        && scene.line.is_word(first)
        && scene.link_at(first).is_none()
        && scene.name_at(first).is_none()
        && !scene.line.is_timed(first)
        && !tawarikh_arabic::is_stop_word(word);
    relative.opening == Opening::Relative && bare && !has_verb(scene, subject)
}

/// Whether a clause without a known verb begins as one with a verb does: "، وأنزل العلم", "، فانقطع الإمداد".
fn may_act(scene: &Scene<'_>, segment: &Segment) -> bool {
    let at = segment.first;
    let word = scene.line.word(at);
    let Some(bare) = word.strip_prefix(['و', 'ف']) else {
        return false;
    };
    let is_noun = readings(word)
        .any(|bare| bare.article || bare.preposition.is_some() && !bare.and)
        || scene.is_people(at)
        || scene.is_generic(at)
        || scene.link_at(at).is_some()
        || tawarikh_arabic::is_stop_word(word)
        || tawarikh_arabic::is_stop_word(bare)
        || readings(bare).any(|bare| {
            action::entries(bare.rest)
                .iter()
                .any(|entry| entry.action.sort == action::Sort::Noun)
        });
    let long = bare.chars().count() > 2;
    long && !is_noun
        && scene.line.is_word(at)
        && scene.name_at(at).is_none()
        && !scene.line.is_timed(at)
        && scene.name_at(at + 1).is_none()
}

fn opening_of(scene: &Scene<'_>, first: usize) -> Opening {
    opening_word(scene, first).unwrap_or(Opening::Main)
}

/// Whether a clause without a verb only leads to the next: "وفي 23 مارس،", "الجيش السوري،" at the head.
fn leads(scene: &Scene<'_>, segment: &Segment, is_first: bool) -> bool {
    let line = scene.line;
    let told = (segment.first..segment.next).any(|at| {
        readings(line.word(at)).any(|bare| {
            !bare.article
                && scene.name_at(at).is_none()
                && action::entries(bare.rest)
                    .iter()
                    .any(|entry| entry.action.sort == action::Sort::Noun)
        })
    });
    let first = after_openers(scene, segment);
    let adverbial = first >= segment.next
        || line.is_timed(first)
        || scene.link_at(first).is_some()
        || part(line.word(first)).before_date;
    let word = line.word(segment.first);
    let joined = word.starts_with('و') && !matches!(word, "وذلك" | "وهو" | "وهي");
    let ends_by_colon = line.word(segment.next.saturating_sub(1)) == ":";
    if is_first {
        adverbial || ends_by_colon || !told
    } else {
        (segment.opening == Opening::That || joined) && adverbial
    }
}

/// The first token of a clause behind words such as لكن, قد, كما and the signs.
pub(crate) fn after_openers(scene: &Scene<'_>, segment: &Segment) -> usize {
    let line = scene.line;
    let mut at = segment.first;
    while at < segment.next {
        let rest: Vec<&str> = (at..segment.next.min(at + 4))
            .map(|at| line.word(at))
            .collect();
        let skipped = opener(&rest);
        let that =
            usize::from(is_that(line.word(at)) || is_relative(line.word(at)) || line.is_sign(at));
        let step = skipped.max(that);
        if step == 0 || scene.name_at(at).is_some() {
            break;
        }
        at += step;
    }
    at
}
