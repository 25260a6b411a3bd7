//! What a document leaves open or contradicts.

use std::ops::Range;

use tawarikh_calendar::When;
use tawarikh_timex::{FindingCode, How, Mention};

use crate::entity::Entity;
use crate::event::is_date;
use crate::evidence::Evidence;
use crate::figure::Figure;
use crate::gazetteer::Gazetteer;
use crate::name::{NameKind, Via};

/// Something in a text that a reader should know before relying on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is, stable: `unplaced-expression` and the doubts of the time tagger (`weekday-conflict`, `dual-month`,
    /// `no-such-day`, `ambiguous`, `calendar-mismatch`, `after-reference`); `misspelt-name`, `ambiguous-name`,
    /// `unplaced-name`; `unattributed-figure`.
    pub code: &'static str,
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// What may be meant: a time's readings in EDTF, a name's right spelling, the names of all that share a name, with the two
    /// letters of their countries. Else empty.
    pub detail: Vec<String>,
}

/// The findings on a text that was read with these names, in its order.
pub fn findings(evidence: &Evidence, gazetteer: &Gazetteer) -> Vec<Finding> {
    let times = evidence.times.iter().flat_map(on_time);
    let names = evidence.entities.iter();
    let names = names.flat_map(|entity| on_name(entity, gazetteer));
    let figures = evidence.figures.iter();
    let figures = figures.filter(|figure| figure.attribution.is_none());
    let mut findings: Vec<Finding> = times
        .chain(names)
        .chain(figures.map(unattributed))
        .collect();
    findings.sort_by_key(|finding| (finding.span.start, finding.span.end));
    findings
}

fn on_time(mention: &Mention) -> Vec<Finding> {
    let finding = |code, detail| Finding {
        code,
        span: mention.span.clone(),
        detail,
    };
    let unresolved = (is_date(mention) && mention.how == How::Unresolved)
        .then(|| finding("unplaced-expression", Vec::new()));
    let doubts = mention.findings.iter().map(|doubt| {
        let readings = doubt.readings.iter().map(When::edtf).collect();
        finding(code(doubt.code), readings)
    });
    unresolved.into_iter().chain(doubts).collect()
}

/// The code of a doubt about a time.
fn code(doubt: FindingCode) -> &'static str {
    match doubt {
        FindingCode::Weekday => "weekday-conflict",
        other => other.id(),
    }
}

/// A number with what it counts that nobody is said to have told.
fn unattributed(figure: &Figure) -> Finding {
    let noun = figure.noun.as_ref().unwrap_or(&figure.span);
    Finding {
        code: "unattributed-figure",
        span: figure.span.start.min(noun.start)..figure.span.end.max(noun.end),
        detail: Vec::new(),
    }
}

fn on_name(entity: &Entity, gazetteer: &Gazetteer) -> Vec<Finding> {
    let Some(known) = &entity.known else {
        return Vec::new();
    };
    let names = gazetteer.names();
    let name = &names[known.name];
    let unlocated = name.kind == NameKind::Place && name.coordinates().is_none();
    let all = std::iter::once(known.name).chain(known.rivals.iter().copied());
    let shown = |index: usize| match &names[index].country {
        Some(country) => format!("{} ({country})", names[index].name),
        None => names[index].name.clone(),
    };
    let finding = |code, detail| Finding {
        code,
        span: entity.span.clone(),
        detail,
    };
    [
        (known.via == Via::Misspelt).then(|| finding("misspelt-name", vec![name.name.clone()])),
        (!known.rivals.is_empty()).then(|| finding("ambiguous-name", all.map(shown).collect())),
        unlocated.then(|| finding("unplaced-name", Vec::new())),
    ]
    .into_iter()
    .flatten()
    .collect()
}
