//! Sentences that say when something was.

use std::ops::Range;

use tawarikh_timex::{How, Kind, Mention};

use crate::gazetteer::NameMention;
use crate::headline::Sentence;

/// What a sentence tells of one date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The bytes of the sentence in the text.
    pub sentence: Range<usize>,
    /// The index of its date in the text's time mentions.
    pub mention: usize,
    /// The bytes of its headline: at most [`crate::MOST_WORDS`] words cut from the sentence.
    pub headline: Range<usize>,
    /// The indices of the sentence's names in the text's name mentions.
    pub names: Range<usize>,
    /// The rule that made it.
    pub rule: &'static str,
}

/// The events of a text: one for each sentence and date placed in it, in the order of the text. A date that a sentence
/// names twice counts once.
///
/// `sentences`, `mentions` and `names` are those of the whole `text`, in order.
pub fn events(
    text: &str,
    sentences: &[Range<usize>],
    mentions: &[Mention],
    names: &[NameMention],
) -> Vec<Event> {
    let placed = mentions
        .iter()
        .enumerate()
        .filter(|(_, mention)| is_placed(mention));
    let mut events: Vec<Event> = Vec::new();
    for (index, mention) in placed {
        let Some(range) = sentence_of(sentences, mention.span.start) else {
            continue;
        };
        let told =
            |event: &Event| event.sentence == range && mentions[event.mention].when == mention.when;
        if events
            .iter()
            .rev()
            .take_while(|event| event.sentence == range)
            .any(told)
        {
            continue;
        }
        events.push(event(text, range, index, mentions, names));
    }
    events
}

/// Whether a mention places what its sentence tells: a date or a time of day that was resolved.
pub fn is_placed(mention: &Mention) -> bool {
    is_date(mention) && mention.when.is_some() && mention.how != How::Unresolved
}

/// Whether a mention names a point of time, and not a length or a repetition.
pub(crate) fn is_date(mention: &Mention) -> bool {
    matches!(mention.kind, Kind::Date | Kind::Time)
}

fn event(
    text: &str,
    range: Range<usize>,
    mention: usize,
    mentions: &[Mention],
    names: &[NameMention],
) -> Event {
    let inside = within(mentions, &range, |mention| mention.span.start);
    let named = within(names, &range, |name| name.span.start);
    let spans = |dates: bool| {
        mentions[inside.clone()]
            .iter()
            .filter(move |m| is_date(m) == dates)
            .map(|m| m.span.clone())
    };
    let dates: Vec<Range<usize>> = spans(true).collect();
    let whole: Vec<Range<usize>> = names[named.clone()]
        .iter()
        .map(|name| name.span.clone())
        .chain(spans(false))
        .collect();
    let sentence = Sentence {
        text,
        range: range.clone(),
        dates: &dates,
        names: &whole,
    };
    Event {
        headline: sentence.headline(&mentions[mention].span),
        sentence: range,
        mention,
        names: named,
        rule: "dated-sentence",
    }
}

/// The sentence that holds a byte.
fn sentence_of(sentences: &[Range<usize>], byte: usize) -> Option<Range<usize>> {
    let after = sentences.partition_point(|sentence| sentence.end <= byte);
    sentences
        .get(after)
        .filter(|sentence| sentence.start <= byte)
        .cloned()
}

/// The indices of the items, sorted by where they begin, that begin in a range.
fn within<T>(items: &[T], range: &Range<usize>, start: impl Fn(&T) -> usize) -> Range<usize> {
    let first = items.partition_point(|item| start(item) < range.start);
    let last = items.partition_point(|item| start(item) < range.end);
    first..last.max(first)
}
