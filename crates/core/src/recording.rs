//! What was read from a text, as an archive's record keeps it.

use std::ops::Range;

use tawarikh_evidence::{self as evidence, Attribution, Dating, Entity, Evidence, Fate};
use tawarikh_timex as timex;

use crate::record::{Event, Figure, Finding, Mention, MentionKind, NameUse, Said, Span};

/// What a name is to an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Its sentence names it.
    Named,
    /// It happened there.
    Place,
    /// They did it.
    Agent,
    /// It was done to them.
    Patient,
}

/// The lists of a record that are read from the text.
pub(crate) struct Recorded {
    pub sentences: Vec<Span>,
    pub mentions: Vec<Mention>,
    pub names: Vec<NameUse>,
    pub figures: Vec<Figure>,
    pub events: Vec<Event>,
    /// Per event the names of its sentence, by their numbers in the text, with their parts.
    pub parts: Vec<Vec<(u32, Part)>>,
}

/// All of it.
pub(crate) fn recorded(read: Evidence) -> Recorded {
    let sentences: Vec<Span> = read.sentences.iter().map(Span::of).collect();
    let events: Vec<Event> = read
        .events
        .iter()
        .map(|event| self::event(&sentences, event))
        .collect();
    let mut figures: Vec<Figure> = read
        .figures
        .iter()
        .map(|figure| self::figure(&sentences, figure))
        .collect();
    for (number, event) in (0..).zip(&events) {
        for figure in &event.figures {
            // Of several dates in its sentence, a figure takes the first that has it.
            figures[*figure as usize].event.get_or_insert(number);
        }
    }
    Recorded {
        names: read.entities.iter().map(name).collect(),
        parts: read.events.iter().map(parts).collect(),
        mentions: read
            .times
            .into_iter()
            .map(|time| mention(&sentences, time))
            .collect(),
        figures,
        events,
        sentences,
    }
}

/// Which of several of one name is meant is not known here, so none of them is.
fn name(entity: &Entity) -> NameUse {
    let known = entity
        .known
        .as_ref()
        .filter(|known| known.rivals.is_empty());
    NameUse {
        span: Span::of(&entity.span),
        kind: entity.kind,
        known: known.map(|known| known.name as u32),
        rule: entity.rule,
    }
}

fn parts(event: &evidence::Event) -> Vec<(u32, Part)> {
    let part = |name: usize| {
        let roles = [
            (&event.places, Part::Place),
            (&event.agents, Part::Agent),
            (&event.patients, Part::Patient),
        ];
        let role = roles.into_iter().find(|(names, _)| names.contains(&name));
        (name as u32, role.map_or(Part::Named, |(_, part)| part))
    };
    let mut names: Vec<usize> = event.entities.clone().collect();
    // What an inherited event is about may stand in the sentence before.
    names.extend(
        event
            .places
            .iter()
            .chain(&event.agents)
            .chain(&event.patients),
    );
    names.sort_unstable();
    names.dedup();
    names.into_iter().map(part).collect()
}

fn event(sentences: &[Span], event: &evidence::Event) -> Event {
    Event {
        sentence: sentence_of(sentences, event.sentence.start as u32),
        mention: event.mention as u32,
        inherited: event.dating == Dating::Inherited,
        kind: event.kind as u8,
        headline: Span::of(&event.headline),
        figures: event.figures.iter().map(|figure| *figure as u32).collect(),
        said: event.attribution.as_ref().map(said),
        rule: event.rule.to_owned(),
    }
}

fn figure(sentences: &[Span], figure: &evidence::Figure) -> Figure {
    let number = |number: Option<usize>| number.map(|number| number as u32);
    let span = |range: &Option<Range<usize>>| range.as_ref().map(Span::of);
    Figure {
        span: Span::of(&figure.span),
        sentence: sentence_of(sentences, figure.span.start as u32),
        low: figure.low,
        high: figure.high,
        fate: figure.counted.fate.map(Fate::id).map(str::to_owned),
        kind: figure.counted.kind.id().to_owned(),
        noun: span(&figure.noun),
        party: span(&figure.party),
        place: number(figure.place),
        as_of: number(figure.as_of),
        event: None,
        part_of: number(figure.part_of),
        said: figure.attribution.as_ref().map(said),
        rule: figure.rule.to_owned(),
    }
}

fn said(attribution: &Attribution) -> Said {
    Said {
        span: Span::of(&attribution.span),
        saying: attribution.saying.id().to_owned(),
        chain: attribution.chain.iter().map(Span::of).collect(),
    }
}

fn mention(sentences: &[Span], found: timex::Mention) -> Mention {
    let span = Span::of(&found.span);
    Mention {
        span,
        sentence: sentence_of(sentences, span.start),
        kind: mention_kind(found.kind),
        value: found.value,
        when: found.when,
        how: found.how.id().into(),
        rule: found.rule.into(),
        findings: found
            .findings
            .into_iter()
            .map(|finding| Finding {
                code: finding.code.id().into(),
                readings: finding.readings,
            })
            .collect(),
    }
}

/// Every character of the body lies in a sentence, so the last one that begins at or before a byte holds it.
fn sentence_of(sentences: &[Span], byte: u32) -> u32 {
    let after = sentences.partition_point(|sentence| sentence.start <= byte);
    after.saturating_sub(1) as u32
}

fn mention_kind(kind: timex::Kind) -> MentionKind {
    use timex::Kind;
    match kind {
        Kind::Date => MentionKind::Date,
        Kind::Time => MentionKind::Time,
        Kind::Duration => MentionKind::Duration,
        Kind::Set => MentionKind::Set,
    }
}
