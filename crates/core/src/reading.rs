//! A document to read.

use std::cmp::Reverse;
use std::ops::Range;

use tawarikh_calendar::{Style, label};
use tawarikh_evidence::NameKind;
use tawarikh_index::Matcher;

use crate::archive::{Archive, Opened};
use crate::entities::Rules;
use crate::happenings::Membership;
use crate::known::Known;
use crate::pieces::{Layers, cut};
use crate::record::{Event, Inferred, NameUse, Paragraph, Span};
use crate::search::{date_view, kind, title};
use crate::teller::{Teller, ToldBy};
use crate::view::{
    Figure, FindingView, MentionView, NameView, ParagraphView, Reading, SentenceView, Sourced,
    State, ToldEvent,
};

/// How a title that is only the file's name was found.
const FILE_NAME: &str = "file-name";

impl Archive {
    /// The document of that number with the state's matches marked, or nothing where there is none. While its text, or what
    /// marks it, is pending or lost, there is nothing in it but that.
    pub fn document(&self, document: u32, state: &State) -> Option<Reading> {
        let opened = self.opened(document);
        let known = self.known();
        let matcher = self.index.matcher(&self.query(state));
        let memberships = self.memberships(document);
        let empty = Reading {
            document,
            pending: self.index.pager().take_wanted(),
            lost: self.index.pager().take_lost(),
            ..Reading::default()
        };
        match opened.filter(|_| empty.pending.is_empty()) {
            Some(opened) => {
                let members = memberships.unwrap_or_default();
                Some(reading(opened, &members, &known, &matcher, state, empty))
            }
            None => (document < self.index.len()).then_some(empty),
        }
    }
}

/// The document, of which `empty` has the number and what is missing.
fn reading(
    opened: Opened,
    members: &[Membership],
    known: &Known,
    matcher: &Matcher,
    state: &State,
    empty: Reading,
) -> Reading {
    let (names, layers) = layers(&opened, known, matcher);
    let teller = Teller::new(empty.document, &opened, known, state);
    let figures =
        (0..opened.record.figures.len() as u32).filter_map(|number| teller.figure(number));
    let figures: Vec<Figure> = figures.collect();
    let events = (0..).zip(&opened.record.events);
    let events = events.map(|(number, event)| {
        let member = members.iter().find(|member| member.event == number);
        event_view(event, member.map_or(ToldBy::ONE, Membership::told), &teller)
    });
    let events: Vec<ToldEvent> = events.collect();
    let paragraphs: Vec<_> = opened
        .record
        .paragraphs
        .iter()
        .map(|paragraph| paragraph_view(paragraph, &opened, &layers))
        .collect();
    let sentences = paragraphs.iter().flat_map(|paragraph| &paragraph.sentences);
    let hits = sentences
        .filter(|sentence| sentence.hit)
        .map(|sentence| sentence.sentence)
        .collect();
    let mentions = 0..opened.record.mentions.len() as u32;
    let mentions = mentions.filter_map(|number| mention_view(number, &opened, &state.style));
    Reading {
        title: title_view(&opened),
        authors: opened.record.authors.iter().map(sourced).collect(),
        outlet: opened.record.outlet.as_ref().map(sourced),
        date: opened
            .record
            .published
            .as_ref()
            .map(|date| date_view(date, &state.style)),
        mentions: mentions.collect(),
        kind: kind(&opened.record),
        paragraphs,
        names,
        figures,
        events,
        hits,
        id: opened.record.id,
        source: opened.record.source,
        date_note: opened.record.date_note,
        url: opened.record.url,
        language: opened.record.language,
        ..empty
    }
}

/// The document's names, most used first, and all that is marked in its body.
pub(crate) fn layers(opened: &Opened, known: &Known, matcher: &Matcher) -> (Vec<NameView>, Layers) {
    let record = &opened.record;
    let (names, numbers) = names(opened, known);
    let uses = record.names.iter().zip(numbers);
    let layers = Layers {
        hits: matcher.marks(&opened.body),
        mentions: numbered(record.mentions.iter().map(|mention| mention.span)),
        names: uses
            .map(|(used, number)| (used.span.range(), number))
            .collect(),
        figures: numbered(record.figures.iter().map(|figure| figure.span)),
    };
    (names, layers)
}

fn numbered(spans: impl Iterator<Item = Span>) -> Vec<(Range<usize>, u32)> {
    spans.map(Span::range).zip(0..).collect()
}

/// The names of a document, most used first, and of each use the number of its name among them.
fn names(opened: &Opened, known: &Known) -> (Vec<NameView>, Vec<u32>) {
    let mut names: Vec<NameView> = Vec::new();
    let mut rules: Vec<Rules> = Vec::new();
    let mut places = Vec::new();
    for used in &opened.record.names {
        let name = name_view(used, opened, known);
        let same = |other: &NameView| {
            other.id == name.id
                && other.kind == name.kind
                && (name.id.is_some() || other.name == name.name)
        };
        let place = names.iter().position(same).unwrap_or(names.len());
        if place == names.len() {
            names.push(name);
            rules.push(Rules::default());
        }
        names[place].count += 1;
        rules[place] = rules[place].with(Rules::of(used.rule));
        places.push(place);
    }
    for (name, rules) in names.iter_mut().zip(rules) {
        name.rules = rules.ids();
    }
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|place| (Reverse(names[*place].count), *place));
    let rank = |place: usize| order.iter().position(|other| *other == place).unwrap_or(0) as u32;
    let numbers = places.into_iter().map(rank).collect();
    (
        order.iter().map(|place| names[*place].clone()).collect(),
        numbers,
    )
}

/// A name as one of its uses shows it, not counted yet.
fn name_view(used: &NameUse, opened: &Opened, known: &Known) -> NameView {
    let known = used.known.and_then(|number| known.name(number));
    NameView {
        id: known.map(|known| known.id.clone()),
        kind: name_kind(used.kind),
        name: known.map_or_else(
            || used.span.text(&opened.body).to_owned(),
            |known| known.name.clone(),
        ),
        name_en: known.and_then(|known| known.name_en.clone()),
        coordinates: known.and_then(|known| known.coordinates),
        rules: Vec::new(),
        count: 0,
    }
}

pub(crate) fn name_kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Place => "place",
        NameKind::Party => "party",
        NameKind::Person => "person",
    }
}

fn title_view(opened: &Opened) -> Sourced {
    let own = opened.record.title.as_ref().map(sourced);
    own.unwrap_or_else(|| Sourced {
        value: title(opened).to_owned(),
        how: FILE_NAME.into(),
        given: false,
    })
}

fn sourced(inferred: &Inferred<String>) -> Sourced {
    Sourced {
        value: inferred.value.clone(),
        how: inferred.how.clone(),
        given: inferred.given,
    }
}

fn paragraph_view(paragraph: &Paragraph, opened: &Opened, layers: &Layers) -> ParagraphView {
    let sentences = (0..)
        .zip(&opened.record.sentences)
        .filter(|(_, sentence)| paragraph.span.holds(**sentence));
    let sentences: Vec<(u32, Span)> = sentences
        .map(|(number, sentence)| (number, *sentence))
        .collect();
    let ends = sentences
        .iter()
        .skip(1)
        .map(|(_, next)| next.start)
        .chain([paragraph.span.end]);
    let view = |((number, span), end): (&(u32, Span), u32)| {
        let pieces = cut(&opened.body, span.start as usize..end as usize, layers);
        SentenceView {
            sentence: *number,
            hit: pieces.iter().any(|piece| piece.hit),
            pieces,
        }
    };
    ParagraphView {
        kind: paragraph.kind.id(),
        sentences: sentences.iter().zip(ends).map(view).collect(),
    }
}

fn mention_view(number: u32, opened: &Opened, style: &Style) -> Option<MentionView> {
    let mention = opened.record.mentions.get(number as usize)?;
    let when = mention.when;
    let finding = |finding: &crate::record::Finding| FindingView {
        code: finding.code.clone(),
        readings: finding
            .readings
            .iter()
            .map(|reading| label(reading, style))
            .collect(),
    };
    Some(MentionView {
        sentence: mention.sentence,
        text: mention.span.text(&opened.body).to_owned(),
        kind: mention.kind.id(),
        label: when.map(|when| label(&when, style)),
        placed: opened
            .record
            .events
            .iter()
            .any(|event| event.mention == number),
        edtf: when.map(|when| when.edtf()),
        value: mention.value.clone(),
        days: when.map(|when| {
            [
                when.interval.first.rata_die(),
                when.interval.last.rata_die(),
            ]
        }),
        precision: when.map(|when| when.precision.id()),
        how: mention.how.clone(),
        rule: mention.rule.clone(),
        findings: mention.findings.iter().map(finding).collect(),
    })
}

fn event_view(event: &Event, told: ToldBy, teller: &Teller) -> ToldEvent {
    ToldEvent {
        sentence: event.sentence,
        mention: event.mention,
        inherited: event.inherited,
        kind: event.kind(),
        headline: teller.text(event.headline),
        happening: told.happening,
        sources: told.sources,
        attribution: teller.attribution(event.said.as_ref()),
        rule: event.rule.clone(),
    }
}
