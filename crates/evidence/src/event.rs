//! Sentences that say when something was.

use std::ops::Range;

use tawarikh_timex::{How, Kind, Mention};

use crate::attribution::Attribution;
use crate::event_kind::EventKind;
use crate::figure::Figure;
use crate::headline::Sentence;
use crate::tagged::Tagged;

/// How an event got its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dating {
    /// Its own sentence says it.
    Written,
    /// Its sentence goes on from an earlier one that says it.
    Inherited,
}

impl Dating {
    /// A stable name.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Dating::Written => "written",
            Dating::Inherited => "inherited",
        }
    }
}

/// What a sentence tells of one date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The bytes of the sentence in the text.
    pub sentence: Range<usize>,
    /// The index of its date in the text's time mentions; of an inherited date, that of the sentence it goes on from.
    pub mention: usize,
    /// How it got its date.
    pub dating: Dating,
    /// The bytes of its headline: at most [`crate::MOST_WORDS`] words cut from the sentence.
    pub headline: Range<usize>,
    /// What kind of thing happened.
    pub kind: EventKind,
    /// All names of the sentence: indices into the text's entities.
    pub entities: Range<usize>,
    /// Where it happened, as far as the grammar shows it: indices into the text's entities, ascending.
    pub places: Vec<usize>,
    /// Who did it, as far as the grammar shows it: indices into the text's entities, ascending.
    pub agents: Vec<usize>,
    /// Against whom, or from whom, it was done: indices into the text's entities, ascending.
    pub patients: Vec<usize>,
    /// Its figures: indices into the text's figures, ascending.
    pub figures: Vec<usize>,
    /// Who says so.
    pub attribution: Option<Attribution>,
    /// The rule that made it.
    pub rule: &'static str,
}

/// The events of a text: one for each sentence and date placed in it, in the order of the text. A date that a sentence
/// names twice counts once. `figures` are those of the whole text.
pub fn events(tagged: &Tagged<'_>, figures: &[Figure]) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    let placed = tagged
        .times
        .iter()
        .enumerate()
        .filter(|(_, mention)| is_placed(mention));
    for (index, mention) in placed {
        let Some(range) = sentence_of(tagged.sentences, mention.span.start) else {
            continue;
        };
        let told = |event: &Event| {
            event.sentence == range && tagged.times[event.mention].when == mention.when
        };
        if events
            .iter()
            .rev()
            .take_while(|event| event.sentence == range)
            .any(told)
        {
            continue;
        }
        events.push(event(tagged, figures, range, index));
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

fn event(tagged: &Tagged<'_>, figures: &[Figure], range: Range<usize>, mention: usize) -> Event {
    let inside = within(tagged.times, &range, |time| time.span.start);
    let entities = within(tagged.entities, &range, |entity| entity.span.start);
    let spans = |dates: bool| {
        tagged.times[inside.clone()]
            .iter()
            .filter(move |m| is_date(m) == dates)
            .map(|m| m.span.clone())
    };
    let dates: Vec<Range<usize>> = spans(true).collect();
    let whole: Vec<Range<usize>> = tagged.entities[entities.clone()]
        .iter()
        .filter(|entity| entity.known.is_some())
        .map(|entity| entity.span.clone())
        .chain(spans(false))
        .collect();
    let sentence = Sentence {
        text: tagged.text,
        range: range.clone(),
        dates: &dates,
        names: &whole,
    };
    Event {
        headline: sentence.headline(&tagged.times[mention].span),
        mention,
        dating: Dating::Written,
        kind: EventKind::Other,
        entities,
        places: Vec::new(),
        agents: Vec::new(),
        patients: Vec::new(),
        figures: within(figures, &range, |figure| figure.span.start).collect(),
        attribution: None,
        sentence: range,
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
