//! Which of the actions of a sentence a date is of.

use crate::bare::readings;
use crate::bare::unjoined;
use crate::carrier::{Subject, carriers};
use crate::deed::{Bond, Deed, antecedent, deeds};
use crate::scene::Scene;
use crate::segment::{Opening, Segment, is_finite, is_that};

/// The action that a date is of.
#[derive(Debug)]
pub(crate) struct Told {
    /// The action.
    pub deed: Deed,
    /// The index of its clause.
    pub segment: usize,
    /// The rule that chose it.
    pub rule: &'static str,
}

/// The clause that holds a token.
pub(crate) fn clause(segments: &[Segment], at: usize) -> &Segment {
    const NONE: &Segment = &Segment {
        first: 0,
        next: 0,
        opening: Opening::Main,
    };
    let found = segments.iter().find(|segment| segment.contains(at));
    found.or(segments.last()).unwrap_or(NONE)
}

/// The rule by which what is said has the date of the saying.
pub(crate) const SAID: &str = "event.said";

/// The action that a date at token `date` is of; `None` if its clause tells of none, or of one that did not happen.
///
/// It is the main action of the date's clause; where the date stands behind a noun that only says when ("بعد سقوط المدينة عام
/// 2003"), that; where the clause only says that somebody says, the first of what is said.
pub(crate) fn told(scene: &Scene<'_>, segments: &[Segment], date: usize) -> Option<Told> {
    let index = segments.iter().position(|segment| segment.contains(date))?;
    let found = deeds(scene, &segments[index], is_governed(scene, segments, index));
    let mut before = found
        .iter()
        .filter(|deed| deed.at < date && deed.bond != Bond::With);
    let before = before.next_back();
    if let Some(deed) =
        before.filter(|deed| deed.bond == Bond::When && !parted(scene, deed.at, date))
    {
        return happened(deed.clone(), index, "event.when");
    }
    if let Some(deed) = found.iter().find(|deed| deed.bond == Bond::Main) {
        return happened(deed.clone(), index, rule(deed));
    }
    // "كان آخر فصل في مارس 2019 مع سقوط البلدة": a clause of كان tells of what it dates itself by.
    if let Some(deed) = found
        .iter()
        .find(|deed| deed.at > date)
        .filter(|_| only_is(scene, &segments[index]))
    {
        return happened(deed.clone(), index, "event.when");
    }
    // "أحرز الجيش تقدما في 14 مارس خلال سيطرته على البلدة": what the date is of is told behind خلال.
    if let Some(deed) = found
        .iter()
        .find(|deed| deed.at > date && deed.bond == Bond::When && is_meanwhile(scene, deed.at))
    {
        return happened(deed.clone(), index, "event.meanwhile");
    }
    if let Some(deed) = antecedent(scene, segments, index).filter(|_| found.is_empty()) {
        return happened(deed, index, "event.antecedent");
    }
    let next = index + 1;
    let content = segments
        .get(next)
        .filter(|segment| segment.opening == Opening::That)?;
    let said = deeds(scene, content, is_governed(scene, segments, next));
    let deed = said.into_iter().find(|deed| deed.bond == Bond::Main)?;
    happened(deed, next, SAID)
}

/// Whether خلال or أثناء stands right before a verbal noun without the article.
fn is_meanwhile(scene: &Scene<'_>, at: usize) -> bool {
    let line = scene.line;
    let alone = readings(line.word(at))
        .next()
        .is_some_and(|bare| !bare.article)
        && !line.word(at).starts_with("ال");
    alone && matches!(unjoined(line.before(at)), "خلال" | "اثناء")
}

/// Whether كان is the verb of a clause.
fn only_is(scene: &Scene<'_>, segment: &Segment) -> bool {
    let verbs: Vec<&str> = (segment.first..segment.next)
        .map(|at| scene.line.word(at))
        .map(unjoined)
        .filter(|word| is_finite(word))
        .collect();
    !verbs.is_empty() && verbs.iter().all(|verb| matches!(*verb, "كان" | "كانت"))
}

/// Whether a comma stands between.
fn parted(scene: &Scene<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| scene.line.word(at) == "،")
}

/// The token at which a headline about a clause may begin: behind what subordinates it, or, for a relative clause, with what it is
/// about. None for a clause that tells what is usual: "التي تديرها الشركة".
pub(crate) fn clause_head(scene: &Scene<'_>, segment: &Segment) -> Option<usize> {
    let line = scene.line;
    let first = segment.first;
    match segment.opening {
        Opening::Main | Opening::Joined | Opening::That => Some(first),
        Opening::Subordinate => {
            let by_that = is_that(line.word(first + 1));
            // "ما سيطر عليه" is not whole without its ما.
            let pronoun = unjoined(line.word(first)) == "ما";
            Some(first + usize::from(!pronoun) + usize::from(by_that))
        }
        Opening::Relative => {
            let verb = line.word(first + 1);
            let usual = verb.starts_with(['ي', 'ت']) && !verb.ends_with('ت')
                || scene.link_at(first + 1).is_some();
            (!usual).then(|| noun_before(scene, first))?
        }
    }
}

/// Where the noun that ends before a token begins: its adjectives, and what is annexed to it if it stands alone.
fn noun_before(scene: &Scene<'_>, end: usize) -> Option<usize> {
    let line = scene.line;
    let definite =
        |at: usize| line.is_word(at) && scene.is_definite(at) && !line.word(at).starts_with('و');
    let mut first = end;
    while first > 0 && definite(first - 1) && scene.link_at(first - 1).is_none() {
        first -= 1;
    }
    let alone = end.checked_sub(1)? == first;
    let annexes = |at: usize| {
        let word = line.word(at);
        line.is_word(at)
            && scene.link_at(at).is_none()
            && !is_finite(unjoined(word))
            && !tawarikh_arabic::is_stop_word(word)
            && !word.starts_with(['و', 'ف'])
    };
    let annexed = alone && first > 0 && annexes(first - 1);
    (first < end).then_some(first - usize::from(annexed))
}

fn happened(deed: Deed, segment: usize, rule: &'static str) -> Option<Told> {
    deed.real.then_some(Told {
        deed,
        segment,
        rule,
    })
}

fn rule(deed: &Deed) -> &'static str {
    match (deed.action.sort, deed.carrier) {
        (crate::action::Sort::Noun, Some(_)) => "event.carried-noun",
        (crate::action::Sort::Noun, None) => "event.head-noun",
        (crate::action::Sort::Verb, _) => "event.verb",
        (crate::action::Sort::Passive, _) => "event.passive",
    }
}

/// Whether what stands before a clause of أن does not tell it as a fact: هدد بأن, من المتوقع أن, نفى أن.
fn is_governed(scene: &Scene<'_>, segments: &[Segment], index: usize) -> bool {
    let segment = &segments[index];
    let Some(before) = index
        .checked_sub(1)
        .filter(|_| segment.opening == Opening::That)
    else {
        return false;
    };
    let unreal = |at: usize| {
        let word = scene.line.word(at);
        let bare = unjoined(word);
        let expected = matches!(
            bare,
            "متوقع"
                | "المتوقع"
                | "المقرر"
                | "مقررا"
                | "مقرر"
                | "يمكن"
                | "ينبغي"
                | "يجب"
                | "خشيه"
                | "مخافه"
                | "المنتظر"
                | "المرتقب"
                | "يفترض"
                | "المفترض"
                | "المحتمل"
                | "المرجح"
                | "يرجح"
                | "الممكن"
                | "شان"
                | "شانه"
                | "شانها"
        );
        let carries = readings(word).any(|bare| {
            carriers(bare.rest).iter().any(|carrier| {
                carrier.subject == Subject::Unreal && (carrier.is_verb || carrier.link.is_empty())
            })
        });
        scene.name_at(at).is_none() && (expected || carries)
    };
    let from = segments[before].first.max(segment.first.saturating_sub(8));
    (from..segment.first).any(unreal)
}
