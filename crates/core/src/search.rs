//! A state to results.

use std::ops::Range;

use tawarikh_calendar::{Day, Digits, Interval, Language, Style, When, label, whole_number};
use tawarikh_index::{
    FacetCounts, Filter, Found, Matcher, Matching, Query, Standing, Understanding,
};

use crate::archive::{Archive, Opened};
use crate::pieces::{Layers, cut};
use crate::query_date::{leading_date, query_date};
use crate::record::{Event, Inferred, Paragraph, ParagraphKind, Record, Span};
use crate::view::{
    DEFAULT_LIMIT, DateFilter, DateView, FIELDS, Facet, FacetValues, Hit, Note, Piece, QuerySpan,
    Ranked, Results, State,
};

impl Archive {
    /// The state's query, understood with the archive's names and words.
    pub(crate) fn query(&self, state: &State) -> Query {
        let spellings = self.spellings();
        let with = Understanding {
            dates: leading_date,
            names: &spellings.names,
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
        let found = self.found(&query, narrowed, state);
        let documents: Vec<u32> = found.hits.iter().map(|hit| hit.doc).collect();
        let hits = self.hits(&documents, &query, narrowed, state);
        // The index puts off what may follow the hits, and with it what was wanted before: without the names' spellings the
        // query is not understood, and other hits would take the place of these.
        self.spellings();
        let is_waiting = self.index.pager().is_waiting();
        let suggestion = found
            .exact
            .then(|| self.suggestion(state, found.total))
            .flatten();
        Results {
            total: found.total,
            documents: self.index.len(),
            // Some of the hits only would be moved about by the rest of them.
            hits: if is_waiting { Vec::new() } else { hits },
            facets: self.facets(&found, state),
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

    /// The best documents for a state by their numbers, with counts of facet values: no text is read.
    pub fn ranked(&self, state: &State) -> Ranked {
        let query = self.query(state);
        let found = self.found(&query, days(state, &query), state);
        self.spellings();
        Ranked {
            total: found.total,
            best: found.hits.iter().map(|hit| hit.doc).collect(),
            facets: self.facets(&found, state),
            exact: found.exact,
            pending: self.index.pager().take_wanted(),
            lost: self.index.pager().take_lost(),
        }
    }

    /// What the index finds for a state's query under its filters.
    pub(crate) fn found(&self, query: &Query, days: Option<Interval>, state: &State) -> Found<'_> {
        let limit = if state.limit == 0 {
            DEFAULT_LIMIT
        } else {
            state.limit
        };
        let filter = Filter {
            days,
            ..filter(state)
        };
        let (limit, offset) = (limit as usize, state.offset as usize);
        self.index.search(query, &filter, limit, offset)
    }

    fn facets(&self, found: &Found, state: &State) -> Vec<Facet> {
        if !found.facets.is_empty() && is_named(&state.style) {
            // Whoever shows the counts asks for the values: what these need is asked for with the answer.
            self.known();
        }
        let facets = FIELDS.iter().filter_map(|field| {
            let mut facets = found.facets.iter();
            let counts = facets.find(|counts| counts.column == *field)?;
            Some(facet(field, counts))
        });
        facets.collect()
    }

    /// All values of each of [`FIELDS`], with their labels in a style; none while they are not here.
    pub fn facet_values(&self, style: &Style) -> Vec<FacetValues> {
        let fields = FIELDS.iter().map(|field| {
            let mut values = FacetValues::new(field);
            for value in self.index.values(field) {
                let label = self.facet_label(field, value, style);
                values.push(value, label.as_deref());
            }
            values
        });
        fields.collect()
    }

    /// Documents as hits of a query, without those that are not here; the sentence of each is one that is dated in `days`
    /// where there are any.
    pub(crate) fn hits(
        &self,
        documents: &[u32],
        query: &Query,
        days: Option<Interval>,
        state: &State,
    ) -> Vec<Hit> {
        let matcher = self.index.matcher(query);
        let standing = matcher.standing(&self.index, documents);
        let hit = |(at, document): (usize, &u32)| {
            let here = standing.get(at);
            self.hit(*document, &matcher, here, days, state)
        };
        documents.iter().enumerate().filter_map(hit).collect()
    }

    fn hit(
        &self,
        document: u32,
        matcher: &Matcher,
        standing: Option<&Standing>,
        days: Option<Interval>,
        state: &State,
    ) -> Option<Hit> {
        let opened = self.opened(document)?;
        let read;
        let standing = match standing {
            Some(standing) => standing,
            None => {
                read = matcher.standing_in(&opened.title, &opened.body);
                &read
            }
        };
        let words = |sentence| opened.record.words_of(sentence).range();
        let sentence = best_sentence(&opened.record, days, |sentence| {
            standing.score(words(sentence))
        });
        let marked = |text: &str, words| marked(text, standing.marks(text, words));
        let record = &opened.record;
        Some(Hit {
            document,
            title: marked(title(&opened), opened.record.title_words()),
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
            snippet: marked(opened.sentence(sentence), words(sentence)),
            sentence,
            kind: kind(record),
            url: record.url.clone(),
            id: opened.record.id,
        })
    }

    /// What a value is called in the style, where that is not the value itself.
    pub(crate) fn facet_label(&self, field: &str, value: &str, style: &Style) -> Option<String> {
        let label = match field {
            "year" if style.digits == Digits::ArabicIndic => {
                tawarikh_calendar::digits(value, style)
            }
            // In Arabic a name is called by itself, and finding it takes a look at many.
            "place" | "party" if is_named(style) => {
                let known = self.known();
                let name = known.names.iter().find(|name| name.name == value)?;
                name.label(style).to_owned()
            }
            _ => return None,
        };
        (label != value).then_some(label)
    }
}

/// Whether names are shown by other words than the archive's own.
fn is_named(style: &Style) -> bool {
    style.language == Language::English
}

/// The counts of a field in the order that they are shown in.
fn facet(field: &'static str, counts: &FacetCounts) -> Facet {
    let (values, counts) = match field {
        "year" => by_year(counts).unzip(),
        _ => counts.most_first().unzip(),
    };
    Facet {
        field,
        values,
        counts,
    }
}

/// Counts of years in their order, those before the era first.
fn by_year(counts: &FacetCounts) -> impl Iterator<Item = (u32, u32)> {
    let key = |(at, &(value, _)): (u64, &(u32, u32))| {
        let year = counts.values.get(value as usize);
        let year = year.and_then(|year| whole_number(year)).unwrap_or(i32::MAX);
        u64::from(year.wrapping_sub(i32::MIN) as u32) << 32 | at
    };
    let mut order: Vec<u64> = (0..).zip(&counts.counts).map(key).collect();
    // Years of four digits come sorted.
    if !order.is_sorted() {
        order.sort_unstable();
    }
    let order = order.into_iter();
    order.filter_map(|key| counts.counts.get(key as u32 as usize).copied())
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
    let keywords = FIELDS
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

/// The sentence with the best score: among those dated in the chosen span where one of them has any, else in the running
/// text, else anywhere; the first of equals.
fn best_sentence(record: &Record, days: Option<Interval>, score: impl Fn(u32) -> f32) -> u32 {
    let mut best = (0, None);
    for (number, sentence) in (0..).zip(&record.sentences) {
        let place = match days {
            Some(days) if is_dated(record, number, days) => Place::Dated,
            _ if is_running(record, *sentence) => Place::Running,
            _ => Place::Aside,
        };
        let score = score(number);
        let rank = Some((score > 0.0, place as u8, score));
        if rank > best.1 {
            best = (number, rank);
        }
    }
    best.0
}

/// Where a sentence stands, those that are shown less first.
enum Place {
    Aside,
    Running,
    Dated,
}

/// Whether a sentence is in a paragraph that is no heading or caption.
fn is_running(record: &Record, sentence: Span) -> bool {
    let before = |paragraph: &Paragraph| paragraph.span.end <= sentence.start;
    let paragraph = record.paragraphs.partition_point(before);
    let kind = record.paragraphs.get(paragraph).map(|own| own.kind);
    !matches!(
        kind,
        None | Some(ParagraphKind::Heading | ParagraphKind::Caption)
    )
}

/// Whether a sentence tells of something that happened in a span.
fn is_dated(record: &Record, sentence: u32, span: Interval) -> bool {
    let when = |event: &Event| record.mentions.get(event.mention as usize)?.when;
    let mut told = record
        .events
        .iter()
        .filter(|event| event.sentence == sentence);
    told.any(|event| when(event).is_some_and(|when| when.interval.overlaps(span)))
}

/// A text with the words that matched marked.
fn marked(text: &str, hits: Vec<Range<usize>>) -> Vec<Piece> {
    cut(
        text,
        0..text.len(),
        &Layers {
            hits,
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
