//! Sentences that say when something was.

use std::ops::Range;

use tawarikh_calendar::Precision;
use tawarikh_timex::{How, Kind, Mention};

use crate::attribution::Attribution;
use crate::bare::readings;
use crate::deed::Bond;
use crate::event_kind::EventKind;
use crate::figure::Figure;
use crate::going_on::going_on;
use crate::headline::{self, Sentence};
use crate::line::Line;
use crate::role;
use crate::scene::Scene;
use crate::segment::{Opening, Segment, segments, with_outcomes};
use crate::spoken::Spoken;
use crate::tagged::Tagged;
use crate::told::{SAID, Told, clause, clause_head, told};

/// How an event got its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dating {
    /// Its own sentence says it.
    Written,
    /// Its sentence goes on from an earlier one that says it, without a date or by words such as "في اليوم نفسه".
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
    /// The index of its date in the text's time mentions; where its sentence has none, that of the sentence it goes on from.
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
/// names twice counts once. A sentence without a date that goes on from a dated one has its date. `figures` are those of the whole text.
pub(crate) fn events(
    tagged: &Tagged<'_>,
    sentences: &[Spoken<'_>],
    figures: &[Figure],
) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    for (range, spoken) in tagged.sentences.iter().zip(sentences) {
        let from = events.len();
        let times = within(tagged.times, range, |time| time.span.start);
        let placed: Vec<usize> = times
            .clone()
            .filter(|&time| is_placed(&tagged.times[time]))
            .filter(|&time| !is_measure(tagged, spoken, time))
            .filter(|&time| !repeats_year(tagged, spoken, time))
            .collect();
        if placed.is_empty() {
            // "وبعد ساعات" has no place of its own: it is what the sentence goes on by.
            let opening = spoken.line.end(OPENING.min(spoken.line.len()));
            let dated = times
                .into_iter()
                .map(|time| &tagged.times[time])
                .any(|time| is_date(time) && time.span.start >= opening);
            let inherited = (!dated)
                .then(|| inherited(tagged, spoken, range, &events))
                .flatten();
            if let Some((mention, rule)) = inherited {
                let account = Account::new(tagged, spoken, range, figures);
                let event = account.event(mention, Dating::Inherited);
                if event.kind != EventKind::Other {
                    events.push(Event { rule, ..event });
                }
            }
            continue;
        }
        let account = Account::new(tagged, spoken, range, figures);
        for mention in placed {
            let is_told =
                |event: &Event| tagged.times[event.mention].when == tagged.times[mention].when;
            if !events[from..].iter().any(is_told) {
                let mut event = account.event(mention, Dating::Written);
                event.dating = dating(tagged, mention);
                events.push(event);
            }
        }
        share_figures(tagged, figures, &mut events[from..]);
    }
    events
}

/// Whether a date only says how rare something is: "الأعنف منذ عام 1960", "أسوأ مجاعة في القرن العشرين", "لأول مرة منذ 1974".
fn is_measure(tagged: &Tagged<'_>, spoken: &Spoken<'_>, time: usize) -> bool {
    let line = &spoken.line;
    let time = &tagged.times[time];
    let at = line.token_at(time.span.start);
    let since = line.word(at) == "منذ" || line.before(at) == "منذ";
    let century = time
        .when
        .is_some_and(|when| when.precision == Precision::Century);
    let from = at.saturating_sub(RARE_WITHIN);
    let clause = (from..at)
        .rev()
        .take_while(|&at| !matches!(line.word(at), "،" | "؛"));
    let rare = |at: usize| readings(line.word(at)).any(|bare| is_superlative(bare.rest));
    let ranks = |at: usize| rare(at) || line.word(at) == "مره" && rare_time(line, at);
    (since || century) && clause.into_iter().any(ranks)
}

/// Whether a date only tells the year of the day or month before it: "في 3 أيار في «العام الحالي»".
fn repeats_year(tagged: &Tagged<'_>, spoken: &Spoken<'_>, time: usize) -> bool {
    let Some(before) = time.checked_sub(1).map(|before| &tagged.times[before]) else {
        return false;
    };
    let (line, time) = (&spoken.line, &tagged.times[time]);
    let (Some(day), Some(year)) = (before.when, time.when) else {
        return false;
    };
    let between = line.token_at(before.span.end)..line.token_at(time.span.start);
    let beside = between
        .clone()
        .all(|at| line.is_sign(at) && line.word(at) != "،" || matches!(line.word(at), "في" | "من"));
    beside
        && between.end >= between.start
        && year.precision == Precision::Year
        && day.precision < Precision::Year
        && year.interval.contains(day.interval)
}

/// "للمرة الأولى", "أول مرة".
fn rare_time(line: &Line<'_>, at: usize) -> bool {
    matches!(line.before(at), "اول" | "لاول") || line.word(at + 1) == "الاولي"
}

/// How many words before a date say that something is the greatest up to it.
const RARE_WITHIN: usize = 8;

/// Superlatives of what reports measure, folded.
fn is_superlative(word: &str) -> bool {
    matches!(
        word,
        "اكبر"
            | "اعنف"
            | "اقوي"
            | "اسوا"
            | "اشد"
            | "اهم"
            | "اطول"
            | "اعلي"
            | "ادني"
            | "اقل"
            | "اكثر"
            | "اخطر"
            | "افضل"
            | "ابرز"
            | "اضخم"
            | "اعظم"
            | "اشهر"
            | "افدح"
            | "افظع"
            | "ادمي"
            | "اول"
            | "اولي"
            | "اوسع"
    )
}

/// "وفي اليوم نفسه" says a date by naming the one before it: it goes on.
fn dating(tagged: &Tagged<'_>, mention: usize) -> Dating {
    let time = &tagged.times[mention];
    let before = mention
        .checked_sub(1)
        .map(|before| tagged.times[before].when);
    if time.how == How::Anchor && before == Some(time.when) {
        Dating::Inherited
    } else {
        Dating::Written
    }
}

/// In how many words a sentence says that it goes on.
const OPENING: usize = 4;

/// The date of the sentence right before, in the same paragraph, that a sentence goes on from; and by which rule.
fn inherited(
    tagged: &Tagged<'_>,
    spoken: &Spoken<'_>,
    range: &Range<usize>,
    events: &[Event],
) -> Option<(usize, &'static str)> {
    let last = events.last()?;
    let gap = tagged.text.get(last.sentence.end..range.start)?;
    let adjacent = gap.trim().is_empty()
        && !gap.contains('\n')
        && !tagged.text[last.sentence.clone()].contains('\n');
    // Of a sentence with several dates it is not known which one goes on.
    let only = events
        .iter()
        .rev()
        .take_while(|event| event.sentence == last.sentence)
        .count()
        == 1;
    let told = last.kind != EventKind::Other;
    let rule = going_on(&spoken.line).filter(|_| adjacent && only && told)?;
    Some((last.mention, rule))
}

/// A figure belongs to the events of its sentence whose clause it stands in or nearest behind; if there is one event alone, to that.
fn share_figures(tagged: &Tagged<'_>, figures: &[Figure], events: &mut [Event]) {
    if events.len() < 2 {
        return;
    }
    let starts: Vec<usize> = events
        .iter()
        .map(|event| tagged.times[event.mention].span.start)
        .collect();
    let all: Vec<usize> = events
        .first()
        .map(|event| event.figures.clone())
        .unwrap_or_default();
    for event in events.iter_mut() {
        event.figures.clear();
    }
    for figure in all {
        let at = figures[figure].span.start;
        let nearest = (0..starts.len()).min_by_key(|&event| starts[event].abs_diff(at));
        if let Some(nearest) = nearest {
            events[nearest].figures.push(figure);
        }
    }
}

/// Whether a mention places what its sentence tells: a date or a time of day that was resolved.
pub fn is_placed(mention: &Mention) -> bool {
    is_date(mention) && mention.when.is_some() && mention.how != How::Unresolved
}

/// Whether a mention names a point of time, and not a length or a repetition.
pub(crate) fn is_date(mention: &Mention) -> bool {
    matches!(mention.kind, Kind::Date | Kind::Time)
}

/// A sentence with its clauses and names, as its events are read from it.
struct Account<'a> {
    tagged: &'a Tagged<'a>,
    spoken: &'a Spoken<'a>,
    range: &'a Range<usize>,
    figures: &'a [Figure],
    entities: Range<usize>,
    scene: Scene<'a>,
    segments: Vec<Segment>,
}

impl<'a> Account<'a> {
    fn new(
        tagged: &'a Tagged<'a>,
        spoken: &'a Spoken<'a>,
        range: &'a Range<usize>,
        figures: &'a [Figure],
    ) -> Self {
        let entities = within(tagged.entities, range, |entity| entity.span.start);
        let scene = Scene::new(tagged, &spoken.line, entities.clone());
        let placed = within(tagged.times, range, |time| time.span.start)
            .filter(|&time| is_placed(&tagged.times[time]));
        let dates: Vec<usize> = placed
            .map(|time| spoken.line.token_at(tagged.times[time].span.start))
            .collect();
        let segments = with_outcomes(&scene, segments(&scene), &dates);
        Account {
            tagged,
            spoken,
            range,
            figures,
            entities,
            scene,
            segments,
        }
    }

    /// What the sentence tells of a date.
    fn event(&self, mention: usize, dating: Dating) -> Event {
        let date = &self.tagged.times[mention].span;
        let written = dating == Dating::Written;
        let at = if written {
            self.spoken.line.token_at(date.start)
        } else {
            0
        };
        let told = self.told(at);
        let mut parts = told.as_ref().map_or_else(
            || role::places(&self.scene, clause(&self.segments, at)),
            |told| role::parts(&self.scene, &self.segments, told.segment, &told.deed),
        );
        let speaks_at = told.as_ref().map_or(at, |told| told.deed.at);
        let attribution = self.spoken.speaker_at(speaks_at);
        if let Some(said) = &attribution {
            role::without_speaker(&self.scene, &mut parts, said);
        }
        if told.as_ref().is_some_and(|told| told.rule == SAID) && parts.places.is_empty() {
            // Where it was documented on that day is where it was.
            parts.places = role::places(&self.scene, clause(&self.segments, at)).places;
            if let Some(said) = &attribution {
                role::without_speaker(&self.scene, &mut parts, said);
            }
        }
        let mut rule = told.as_ref().map_or("dated-sentence", |told| told.rule);
        if let Some(told) = told.as_ref().filter(|_| parts.places.is_empty()) {
            let segment = &self.segments[told.segment];
            let place = role::only_place(&self.scene, segment, &parts, attribution.as_ref());
            if let Some(place) = place {
                parts.places.insert(place);
                rule = "event.only-place";
            }
        }
        Event {
            headline: if written {
                self.headline(date.clone(), at, told.as_ref())
            } else {
                self.headline(self.range.start..self.range.start, at, None)
            },
            mention,
            dating,
            kind: told
                .as_ref()
                .map_or(EventKind::Other, |told| told.deed.action.kind),
            entities: self.entities.clone(),
            places: parts.places.into_iter().collect(),
            agents: parts.agents.into_iter().collect(),
            patients: parts.patients.into_iter().collect(),
            figures: self.figures_of(at, written),
            attribution,
            sentence: self.range.clone(),
            rule,
        }
    }

    /// The action that a date at a token is of. A date beside a saying is of the saying where what is said has its own.
    fn told(&self, at: usize) -> Option<Told> {
        let told = told(&self.scene, &self.segments, at)?;
        let segment = &self.segments[told.segment];
        let times =
            &self.tagged.times[within(self.tagged.times, self.range, |time| time.span.start)];
        let mut dates = times.iter().filter(|time| is_placed(time));
        let dated = dates.any(|time| segment.contains(self.spoken.line.token_at(time.span.start)));
        (told.rule != SAID || !dated).then_some(told)
    }

    /// The figures of the sentence; of a date in a relative clause only those in it.
    fn figures_of(&self, at: usize, written: bool) -> Vec<usize> {
        let line = &self.spoken.line;
        let segment = clause(&self.segments, at);
        let apart = written && segment.opening == Opening::Relative;
        let is_of = |figure: &usize| {
            !apart || segment.contains(line.token_at(self.figures[*figure].span.start))
        };
        within(self.figures, self.range, |figure| figure.span.start)
            .filter(is_of)
            .collect()
    }

    fn headline(&self, date: Range<usize>, at: usize, told: Option<&Told>) -> Range<usize> {
        let inside = within(self.tagged.times, self.range, |time| time.span.start);
        let spans = |dates: bool| {
            self.tagged.times[inside.clone()]
                .iter()
                .filter(move |time| is_date(time) == dates)
                .map(|time| time.span.clone())
        };
        let dates: Vec<Range<usize>> = spans(true).collect();
        let whole: Vec<Range<usize>> = self.tagged.entities[self.entities.clone()]
            .iter()
            .filter(|entity| entity.known.is_some())
            .map(|entity| entity.span.clone())
            .chain(spans(false))
            .collect();
        let sentence = Sentence {
            text: self.tagged.text,
            range: self.range.clone(),
            dates: &dates,
            names: &whole,
        };
        let line = &self.spoken.line;
        let segment = told.map_or_else(
            || clause(&self.segments, at),
            |told| &self.segments[told.segment],
        );
        let told = clause_head(&self.scene, segment).map(|first| headline::Told {
            clause: line.start(first),
            verb: told
                .filter(|told| told.deed.bond == Bond::Main)
                .map(|told| line.start(told.deed.verb())),
        });
        sentence.headline_of(&date, told)
    }
}

/// The indices of the items, sorted by where they begin, that begin in a range.
fn within<T>(items: &[T], range: &Range<usize>, start: impl Fn(&T) -> usize) -> Range<usize> {
    let first = items.partition_point(|item| start(item) < range.start);
    let last = items.partition_point(|item| start(item) < range.end);
    first..last.max(first)
}
