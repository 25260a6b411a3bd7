//! What a document's record has of events, figures and sources, in words.

use tawarikh_calendar::{Interval, When, label};
use tawarikh_evidence::EventKind;
use tawarikh_index::Matcher;

use crate::archive::Opened;
use crate::known::Known;
use crate::pieces::{Layers, cut};
use crate::reading::layers;
use crate::record::{Event, NameUse, Said, Span};
use crate::search::title;
use crate::view::{Attribution, EventView, Figure, Piece, State};

/// How many tell of an event.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ToldBy {
    /// The number of its happening, where several documents tell of it.
    pub happening: Option<u32>,
    /// Number of documents.
    pub sources: u32,
}

impl ToldBy {
    /// One document alone.
    pub const ONE: ToldBy = ToldBy {
        happening: None,
        sources: 1,
    };
}

/// A sentence of which only its date is known.
pub(crate) fn bare(
    document: u32,
    sentence: u32,
    when: Option<When>,
    told: ToldBy,
    state: &State,
) -> EventView {
    let [first, last] = when.map_or([None; 2], |when| days(when.interval));
    EventView {
        document,
        sentence,
        title: String::new(),
        outlet: None,
        date: when.map_or_else(String::new, |when| label(&when, &state.style)),
        edtf: when.map_or_else(String::new, |when| when.edtf()),
        first,
        last,
        how: String::new(),
        doubts: Vec::new(),
        inherited: false,
        kind: EventKind::Other.id(),
        happening: told.happening,
        sources: told.sources,
    }
}

/// First and last day; nothing where nothing bounds that side.
pub(crate) fn days(interval: Interval) -> [Option<i32>; 2] {
    [interval.first, interval.last].map(|day| day.is_finite().then(|| day.rata_die()))
}

/// Puts what a document's record has of figures and sources into words.
pub(crate) struct Teller<'a> {
    document: u32,
    opened: &'a Opened<'a>,
    known: &'a Known,
    state: &'a State,
    /// What is marked in its body, where sentences are shown.
    layers: Option<Layers>,
}

impl<'a> Teller<'a> {
    /// For a document; sentences are left out of its figures.
    pub fn new(
        document: u32,
        opened: &'a Opened<'a>,
        known: &'a Known,
        state: &'a State,
    ) -> Teller<'a> {
        Teller {
            document,
            opened,
            known,
            state,
            layers: None,
        }
    }

    /// With sentences, in which the words of a query are marked.
    pub fn marked(self, matcher: &Matcher) -> Teller<'a> {
        let (_, layers) = layers(self.opened, self.known, matcher);
        Teller {
            layers: Some(layers),
            ..self
        }
    }

    /// The event of that number.
    pub fn event(&self, number: u32) -> Option<&Event> {
        self.opened.record.events.get(number as usize)
    }

    /// When an event was.
    pub fn when(&self, event: &Event) -> Option<When> {
        self.opened
            .record
            .mentions
            .get(event.mention as usize)?
            .when
    }

    /// The figures of a sentence, without it.
    pub fn figures_in(&self, sentence: u32) -> Vec<Figure> {
        let figures = (0..).zip(&self.opened.record.figures);
        let inside = figures.filter(|(_, figure)| figure.sentence == sentence);
        inside
            .filter_map(|(number, _)| self.figure(number))
            .collect()
    }

    /// A sentence as it stands in the archive; with its event, if it has one, of the number in the document.
    pub fn at(&self, sentence: u32, event: Option<u32>, told: ToldBy) -> EventView {
        let record = &self.opened.record;
        let event = event.and_then(|event| self.event(event));
        let mention = event.and_then(|event| record.mentions.get(event.mention as usize));
        let doubts = mention.iter().flat_map(|mention| &mention.findings);
        EventView {
            title: title(self.opened).to_owned(),
            outlet: record.outlet.as_ref().map(|outlet| outlet.value.clone()),
            how: mention.map_or_else(String::new, |mention| mention.how.clone()),
            doubts: doubts.map(|finding| finding.code.clone()).collect(),
            inherited: event.is_some_and(|event| event.inherited),
            kind: event.map_or(EventKind::Other.id(), Event::kind),
            ..bare(
                self.document,
                sentence,
                mention.and_then(|mention| mention.when),
                told,
                self.state,
            )
        }
    }

    /// The figure of that number, without its sentence.
    pub fn figure(&self, number: u32) -> Option<Figure> {
        let record = &self.opened.record;
        let figure = record.figures.get(number as usize)?;
        let style = &self.state.style;
        let as_of = figure
            .as_of
            .and_then(|number| record.mentions.get(number as usize));
        let event = figure
            .event
            .and_then(|number| record.events.get(number as usize));
        let dated = event.and_then(|event| self.when(event));
        let days = dated
            .or(as_of.and_then(|mention| mention.when))
            .map(|when| when.interval);
        Some(Figure {
            document: self.document,
            id: record.id.clone(),
            sentence: figure.sentence,
            number,
            title: title(self.opened).to_owned(),
            outlet: record.outlet.as_ref().map(|outlet| outlet.value.clone()),
            published: record
                .published
                .as_ref()
                .map(|date| label(&date.value, style)),
            text: self.text(figure.span),
            low: figure.low,
            high: figure.high,
            fate: figure.fate.clone(),
            kind: figure.kind.clone(),
            noun: figure.noun.map(|span| self.text(span)),
            party: figure.party.map(|span| self.text(span)),
            place: figure.place.and_then(|number| self.place(number)),
            attribution: self.attribution(figure.said.as_ref()),
            as_of: as_of.map(|mention| {
                let when = mention.when.map(|when| label(&when, style));
                when.unwrap_or_else(|| self.text(mention.span))
            }),
            date: dated.map(|when| label(&when, style)),
            first: days.map(|days| days.first.rata_die()),
            last: days.map(|days| days.last.rata_die()),
            part_of: figure.part_of,
            rule: figure.rule.clone(),
            pieces: Vec::new(),
        })
    }

    /// A figure with its sentence.
    pub fn with_sentence(&self, figure: Figure) -> Figure {
        Figure {
            pieces: self.sentence(figure.sentence),
            ..figure
        }
    }

    /// A sentence in pieces; none where sentences are left out.
    pub fn sentence(&self, number: u32) -> Vec<Piece> {
        let span = self.opened.record.sentences.get(number as usize);
        let (Some(span), Some(layers)) = (span, &self.layers) else {
            return Vec::new();
        };
        cut(&self.opened.body, span.range(), layers)
    }

    /// Who says something, in words.
    pub fn attribution(&self, said: Option<&Said>) -> Option<Attribution> {
        let said = said?;
        Some(Attribution {
            text: self.text(said.span),
            saying: said.saying.clone(),
            chain: said.chain.iter().map(|span| self.text(*span)).collect(),
        })
    }

    fn place(&self, number: u32) -> Option<String> {
        let used: &NameUse = self.opened.record.names.get(number as usize)?;
        let known = used.known.and_then(|known| self.known.name(known));
        Some(known.map_or_else(|| self.text(used.span), |known| known.name.clone()))
    }

    /// A part of the document as written.
    pub fn text(&self, span: Span) -> String {
        span.text(&self.opened.body).to_owned()
    }
}
