//! What a document leaves open or contradicts.

use std::ops::Range;

use tawarikh_calendar::When;
use tawarikh_timex::{How, Mention};

use crate::event::is_date;
use crate::gazetteer::{Gazetteer, NameMention};
use crate::name::{NameKind, Via};

/// Something in a text that a reader should know before relying on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule that found it, stable: `time-` and the time tagger's own code, `time-unresolved`, `name-misspelt`,
    /// `name-ambiguous`, `place-unlocated`.
    pub rule: String,
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// What it is about.
    pub subject: Subject,
    /// The readings that are possible, for times that have several.
    pub readings: Vec<When>,
}

/// What a [`Finding`] is about, as an index into the text's mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A time mention.
    Time(usize),
    /// A name mention.
    Name(usize),
}

/// The findings on a text's times and names, in the order of the text.
pub fn findings(
    mentions: &[Mention],
    names: &[NameMention],
    gazetteer: &Gazetteer,
) -> Vec<Finding> {
    let times = mentions
        .iter()
        .enumerate()
        .flat_map(|(index, mention)| on_time(index, mention));
    let named = names
        .iter()
        .enumerate()
        .flat_map(|(index, mention)| on_name(index, mention, gazetteer));
    let mut findings: Vec<Finding> = times.chain(named).collect();
    findings.sort_by_key(|finding| (finding.span.start, finding.span.end));
    findings
}

fn on_time(index: usize, mention: &Mention) -> Vec<Finding> {
    let finding = |rule: String, readings: Vec<When>| Finding {
        rule,
        span: mention.span.clone(),
        subject: Subject::Time(index),
        readings,
    };
    let unresolved = (is_date(mention) && mention.how == How::Unresolved)
        .then(|| finding("time-unresolved".to_owned(), Vec::new()));
    let own = mention
        .findings
        .iter()
        .map(|own| finding(format!("time-{}", own.code.id()), own.readings.clone()));
    unresolved.into_iter().chain(own).collect()
}

fn on_name(index: usize, mention: &NameMention, gazetteer: &Gazetteer) -> Vec<Finding> {
    let name = &gazetteer.names()[mention.name];
    let unlocated = name.kind == NameKind::Place && name.coordinates().is_none();
    let rules = [
        (mention.via == Via::Misspelt).then_some("name-misspelt"),
        (!mention.rivals.is_empty()).then_some("name-ambiguous"),
        unlocated.then_some("place-unlocated"),
    ];
    let finding = |rule: &str| Finding {
        rule: rule.to_owned(),
        span: mention.span.clone(),
        subject: Subject::Name(index),
        readings: Vec::new(),
    };
    rules.into_iter().flatten().map(finding).collect()
}
