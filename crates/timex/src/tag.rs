//! From a text to its mentions.

use tawarikh_calendar::When;

use crate::expression::{Base, Expression, Meaning, TimeOfDay};
use crate::mention::{Context, Era, How, Kind, Mention};
use crate::resolve::Resolver;
use crate::stream::Stream;
use crate::{doubts, grammar, value};

/// The time expressions of a text, in order, none overlapping another; spans are bytes of `text`.
///
/// The text is a whole document, its paragraphs joined by line feeds, so that later dates inherit from earlier ones.
#[must_use]
pub fn tag(text: &str, context: &Context) -> Vec<Mention> {
    let stream = Stream::new(text);
    let mut resolver = Resolver::new(&stream, context.reference);
    let mut mentions: Vec<Mention> = grammar::expressions(&stream)
        .iter()
        .map(|expression| mention(&stream, &mut resolver, expression, context.reference))
        .collect();
    add_eras(&stream, &context.eras, &mut mentions);
    mentions
}

fn mention(
    stream: &Stream,
    resolver: &mut Resolver,
    expression: &Expression,
    reference: Option<When>,
) -> Mention {
    let place = resolver.place(expression);
    let alternative = place
        .as_ref()
        .and_then(|place| resolver.alternative(expression, place));
    let findings = place.as_ref().map_or_else(Vec::new, |place| {
        doubts::findings(stream, expression, place, alternative, reference)
    });
    let second = alternative.or_else(|| {
        findings
            .iter()
            .find_map(|finding| finding.readings.get(1).copied())
    });
    Mention {
        span: stream.start(expression.first)..stream.end(expression.next),
        kind: kind(&expression.meaning),
        value: full_value(&expression.meaning, place.map(|place| place.when)),
        when: place.map(|place| place.when),
        alternative: second,
        how: place.map_or(How::Unresolved, |place| place.how),
        rule: expression.rule,
        findings,
    }
}

fn kind(meaning: &Meaning) -> Kind {
    match meaning {
        Meaning::Duration { .. } => Kind::Duration,
        Meaning::Set { .. } => Kind::Set,
        Meaning::Time(_) => Kind::Time,
        Meaning::Point(point) if point.time.is_some() => Kind::Time,
        Meaning::Point(point) if is_hours(&point.base) => Kind::Time,
        Meaning::Point(_) | Meaning::Range(..) | Meaning::Both(..) => Kind::Date,
    }
}

/// "قبل ساعتين" is a time of day.
fn is_hours(base: &Base) -> bool {
    matches!(base, Base::Offset { unit, .. } if *unit <= crate::expression::Unit::Hour)
}

fn full_value(meaning: &Meaning, when: Option<When>) -> String {
    let date = when.map_or_else(|| value::of_meaning(meaning), |when| value::of_when(&when));
    match time(meaning) {
        Some(time) => date + &value::of_time(&time),
        None => date,
    }
}

fn time(meaning: &Meaning) -> Option<TimeOfDay> {
    match meaning {
        Meaning::Point(point) => point.time,
        _ => None,
    }
}

/// Adds the names of eras where no other mention stands.
fn add_eras(stream: &Stream, eras: &[Era], mentions: &mut Vec<Mention>) {
    for era in eras.iter().filter(|era| !era.name.trim().is_empty()) {
        let found: Vec<Mention> = stream
            .phrases(&era.name)
            .into_iter()
            .map(|span| era_mention(span, era))
            .collect();
        let free = |mention: &Mention| {
            !mentions.iter().any(|other| {
                other.span.start < mention.span.end && mention.span.start < other.span.end
            })
        };
        let new: Vec<Mention> = found.into_iter().filter(free).collect();
        mentions.extend(new);
    }
    mentions.sort_by_key(|mention| mention.span.start);
}

fn era_mention(span: std::ops::Range<usize>, era: &Era) -> Mention {
    Mention {
        span,
        kind: Kind::Date,
        value: value::of_when(&era.when),
        when: Some(era.when),
        alternative: None,
        how: How::Written,
        rule: "era",
        findings: Vec::new(),
    }
}
