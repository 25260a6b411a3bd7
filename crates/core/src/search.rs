//! A state to results.

use tawarikh_calendar::{Day, Interval, Style, When, label, whole_number};
use tawarikh_index::{FacetCounts, Filter, Matcher, Matching, Query, Understanding};

use crate::archive::{Archive, Opened};
use crate::pieces::{Layers, cut};
use crate::query_date::{leading_date, query_date};
use crate::record::{Event, Inferred, ParagraphKind, Record, Span};
use crate::settings::KnownName;
use crate::view::{
    DEFAULT_LIMIT, DateFilter, DateView, Facet, FacetValue, Hit, Note, Piece, QuerySpan, Results,
    State,
};

/// What documents can be narrowed by, in the order that facets are shown in.
pub(crate) const COLUMNS: [&str; 6] = ["year", "place", "party", "kind", "outlet", "author"];

impl Archive {
    /// The state's query, understood with the archive's names and words.
    pub(crate) fn query(&self, state: &State) -> Query {
        let known = self.known();
        let with = Understanding {
            dates: leading_date,
            names: &known.spellings,
            matching: if state.exact {
                Matching::Exact
            } else {
                Matching::Lenient
            },
        };
        self.index
            .transliterate(Query::understand(&state.query, &with))
    }

    /// The days that the query's own dates allow; an open end is that of the time axis.
    fn query_span(&self, query: &Query, state: &State) -> Option<QuerySpan> {
        let when = query.span()?;
        let Interval { first, last } = when.interval;
        let domain = self.summary.domain.unwrap_or(when.interval);
        let closed = Interval {
            first: if first.is_finite() {
                first
            } else {
                domain.first.min(last)
            },
            last: if last.is_finite() {
                last
            } else {
                domain.last.max(first)
            },
        };
        Some(QuerySpan {
            first: closed.first.rata_die(),
            last: closed.last.rata_die(),
            label: label(&when, &state.style),
            without: query.undated(&state.query),
        })
    }

    /// The best documents for a state, with counts of facet values and notes on the query.
    pub fn search(&self, state: &State) -> Results {
        let query = self.query(state);
        let narrowed = days(state, &query);
        let limit = if state.limit == 0 {
            DEFAULT_LIMIT
        } else {
            state.limit
        };
        let found = self.index.search(
            &query,
            &Filter {
                days: narrowed,
                ..filter(state)
            },
            limit as usize,
            state.offset as usize,
        );
        let matcher = self.index.matcher(&query);
        let hit = |document| self.hit(document, &matcher, narrowed, state);
        let hits: Vec<Hit> = found
            .hits
            .iter()
            .filter_map(|found| hit(found.doc))
            .collect();
        let is_waiting = self.index.pager().is_waiting();
        let known = self.known();
        let suggestion = found
            .exact
            .then(|| self.suggestion(state, found.total))
            .flatten();
        let facets = COLUMNS
            .iter()
            .filter_map(|field| self.facet(field, &found.facets, state, &known.names));
        Results {
            total: found.total,
            documents: self.index.len(),
            // Some of the hits only would be moved about by the rest of them.
            hits: if is_waiting { Vec::new() } else { hits },
            facets: facets.collect(),
            notes: query
                .notes()
                .iter()
                .map(|note| Note {
                    code: note.code.id().into(),
                    text: note.text.clone(),
                })
                .collect(),
            date_filter: date_filter(state, &query),
            query_span: self.query_span(&query, state),
            suggestion,
            exact: found.exact,
            pending: self.index.pager().take_wanted(),
            lost: self.index.pager().take_lost(),
        }
    }

    /// A document as a hit; its sentence is one that is dated in `days` where there are any.
    pub(crate) fn hit(
        &self,
        document: u32,
        matcher: &Matcher,
        days: Option<Interval>,
        state: &State,
    ) -> Option<Hit> {
        let opened = self.opened(document)?;
        let sentence = best_sentence(&opened, matcher, days);
        let span = opened
            .record
            .sentences
            .get(sentence)
            .copied()
            .unwrap_or(Span { start: 0, end: 0 });
        let record = &opened.record;
        Some(Hit {
            document,
            title: marked(title(&opened), matcher),
            titled: record.title.is_some(),
            outlet: record.outlet.as_ref().map(|outlet| outlet.value.clone()),
            authors: record
                .authors
                .iter()
                .map(|author| author.value.clone())
                .collect(),
            date: record
                .published
                .as_ref()
                .map(|date| date_view(date, &state.style)),
            snippet: marked(span.text(&opened.body), matcher),
            sentence: sentence as u32,
            kind: kind(record),
            url: record.url.clone(),
            id: opened.record.id,
        })
    }

    fn facet(
        &self,
        field: &'static str,
        counts: &[FacetCounts],
        state: &State,
        names: &[KnownName],
    ) -> Option<Facet> {
        let chosen = chosen(state, field);
        let counts = counts.iter().find(|counts| counts.column == field)?;
        let value = |(value, count): &(&str, u32)| FacetValue {
            label: facet_label(field, value, &state.style, names),
            selected: chosen.iter().any(|chosen| chosen == value),
            count: *count,
            value: (*value).to_owned(),
        };
        let mut values: Vec<FacetValue> = counts.values.iter().map(value).collect();
        if field == "year" {
            values.sort_by_key(|value| whole_number(&value.value).unwrap_or(i32::MAX));
        } else {
            values.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.label.cmp(&b.label)));
        }
        Some(Facet { field, values })
    }
}

fn facet_label(field: &str, value: &str, style: &Style, names: &[KnownName]) -> String {
    let known = || names.iter().find(|name| name.name == value);
    match field {
        "year" => tawarikh_calendar::digits(value, style),
        "place" | "party" => known().map_or(value, |name| name.label(style)).to_owned(),
        _ => value.to_owned(),
    }
}

/// The date that the query's words hold, unless it is the chosen span already or the query sets dates itself.
fn date_filter(state: &State, query: &Query) -> Option<DateFilter> {
    let when = query_date(&state.query).filter(|_| query.span().is_none())?;
    when.interval.days()?;
    let days = [
        when.interval.first.rata_die(),
        when.interval.last.rata_die(),
    ];
    let offered = DateFilter {
        first: days[0],
        last: days[1],
        label: label(&when, &state.style),
    };
    (state.span != Some(days)).then_some(offered)
}

/// What the state's facets and span let through.
pub(crate) fn filter(state: &State) -> Filter {
    let keywords = COLUMNS
        .iter()
        .map(|field| ((*field).to_owned(), chosen(state, field).to_vec()));
    Filter {
        keywords: keywords.filter(|(_, values)| !values.is_empty()).collect(),
        days: span(state),
    }
}

fn chosen<'s>(state: &'s State, field: &str) -> &'s [String] {
    match field {
        "year" => &state.facets.year,
        "place" => &state.facets.place,
        "party" => &state.facets.party,
        "kind" => &state.facets.kind,
        "outlet" => &state.facets.outlet,
        _ => &state.facets.author,
    }
}

/// What both the chosen span and the query's dates allow; no day where they have none in common.
pub(crate) fn days(state: &State, query: &Query) -> Option<Interval> {
    let own = query.span().map(|when| when.interval);
    let (Some(chosen), Some(own)) = (span(state), own) else {
        return span(state).or(own);
    };
    Some(Interval {
        first: chosen.first.max(own.first),
        last: chosen.last.min(own.last),
    })
}

fn span(state: &State) -> Option<Interval> {
    let [first, last] = state.span?;
    Interval::new(Day::from_rata_die(first), Day::from_rata_die(last))
}

/// The sentence with the best evidence: among those dated in the chosen span where there is one, else in the running
/// text, else anywhere.
fn best_sentence(opened: &Opened, matcher: &Matcher, days: Option<Interval>) -> usize {
    let all: Vec<usize> = (0..opened.record.sentences.len()).collect();
    let dated = days.map(|days| dated_in(&opened.record, days));
    let candidates = [dated.unwrap_or_default(), running_text(&opened.record), all];
    let best = candidates
        .iter()
        .filter_map(|candidates| best_of(opened, matcher, candidates));
    let first = candidates.iter().find_map(|candidates| candidates.first());
    best.filter(|(_, score)| *score > 0.0)
        .map(|(sentence, _)| sentence)
        .next()
        .or(first.copied())
        .unwrap_or(0)
}

/// The best of these sentences with its score.
fn best_of(opened: &Opened, matcher: &Matcher, candidates: &[usize]) -> Option<(usize, f32)> {
    let range = |sentence: &usize| opened.record.sentences[*sentence].range();
    let ranges: Vec<_> = candidates.iter().map(range).collect();
    let best = *candidates.get(matcher.best_sentence(&opened.body, &ranges))?;
    Some((
        best,
        matcher.score_sentence(opened.record.sentences[best].text(&opened.body)),
    ))
}

/// The sentences of paragraphs that are not headings or captions.
fn running_text(record: &Record) -> Vec<usize> {
    let aside = |kind| matches!(kind, ParagraphKind::Heading | ParagraphKind::Caption);
    let mut paragraphs = record.paragraphs.iter().peekable();
    let mut sentences = Vec::new();
    for (number, sentence) in record.sentences.iter().enumerate() {
        while paragraphs
            .next_if(|paragraph| paragraph.span.end <= sentence.start)
            .is_some()
        {}
        if paragraphs
            .peek()
            .is_some_and(|paragraph| !aside(paragraph.kind))
        {
            sentences.push(number);
        }
    }
    sentences
}

fn dated_in(record: &Record, span: Interval) -> Vec<usize> {
    let when = |event: &Event| record.mentions.get(event.mention as usize)?.when;
    let is_inside = |event: &&Event| when(event).is_some_and(|when| when.interval.overlaps(span));
    let inside = record.events.iter().filter(is_inside);
    let mut sentences: Vec<usize> = inside.map(|event| event.sentence as usize).collect();
    sentences.retain(|sentence| *sentence < record.sentences.len());
    sentences.dedup();
    sentences
}

/// A text with the query's words marked.
pub(crate) fn marked(text: &str, matcher: &Matcher) -> Vec<Piece> {
    cut(
        text,
        0..text.len(),
        &Layers {
            hits: matcher.marks(text),
            ..Layers::default()
        },
    )
}

/// The document's title, or the name of its file.
pub(crate) fn title<'a>(opened: &'a Opened) -> &'a str {
    opened.record.shown_title(&opened.title)
}

pub(crate) fn kind(record: &Record) -> &'static str {
    if record.is_digest {
        "digest"
    } else {
        "article"
    }
}

pub(crate) fn date_view(date: &Inferred<When>, style: &Style) -> DateView {
    DateView {
        label: label(&date.value, style),
        edtf: date.value.edtf(),
        how: date.how.clone(),
        given: date.given,
    }
}
