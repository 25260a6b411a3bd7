//! A document to read.

use tawarikh_calendar::{Style, label};
use tawarikh_evidence::NameKind;
use tawarikh_index::Matcher;

use crate::archive::{Archive, Opened};
use crate::known::Known;
use crate::pieces::{Layers, cut};
use crate::record::{Inferred, Mention, Paragraph, Record, Span};
use crate::search::{date_view, kind, title};
use crate::view::{
    FindingView, MentionView, NameView, ParagraphView, Reading, SentenceView, Sourced, State,
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
        let empty = Reading {
            document,
            pending: self.index.pager().take_wanted(),
            lost: self.index.pager().take_lost(),
            ..Reading::default()
        };
        match opened.filter(|_| empty.pending.is_empty()) {
            Some(opened) => Some(reading(opened, &known, &matcher, state, empty)),
            None => (document < self.index.len()).then_some(empty),
        }
    }
}

/// The document, of which `empty` has the number and what is missing.
fn reading(
    opened: Opened,
    known: &Known,
    matcher: &Matcher,
    state: &State,
    empty: Reading,
) -> Reading {
    let (names, layers) = layers(&opened, known, matcher);
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
    let mention = |mention| mention_view(mention, &opened, &state.style);
    Reading {
        title: title_view(&opened),
        authors: opened.record.authors.iter().map(sourced).collect(),
        outlet: opened.record.outlet.as_ref().map(sourced),
        date: opened
            .record
            .published
            .as_ref()
            .map(|date| date_view(date, &state.style)),
        mentions: opened.record.mentions.iter().map(mention).collect(),
        kind: kind(&opened.record),
        paragraphs,
        names,
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
fn layers(opened: &Opened, known: &Known, matcher: &Matcher) -> (Vec<NameView>, Layers) {
    let names = names(&opened.record, known);
    let number = |name: u32| {
        let id = &known.name(name)?.id;
        names
            .iter()
            .position(|view| view.id == *id)
            .map(|number| number as u32)
    };
    let uses = opened.record.names.iter();
    let layers = Layers {
        hits: matcher.marks(&opened.body),
        mentions: (0..)
            .zip(&opened.record.mentions)
            .map(|(number, mention)| (mention.span.range(), number))
            .collect(),
        names: uses
            .filter_map(|used| Some((used.span.range(), number(used.name)?)))
            .collect(),
    };
    (names, layers)
}

fn names(record: &Record, known: &Known) -> Vec<NameView> {
    let mut used: Vec<u32> = record.names.iter().map(|used| used.name).collect();
    used.sort_unstable();
    let counts = used
        .chunk_by(u32::eq)
        .map(|same| (same[0], same.len() as u32));
    let view = |(name, count): (u32, u32)| {
        let known = known.name(name)?;
        Some(NameView {
            id: known.id.clone(),
            kind: name_kind(known.kind),
            name: known.name.clone(),
            name_en: known.name_en.clone(),
            coordinates: known.coordinates,
            count,
        })
    };
    let mut names: Vec<NameView> = counts.filter_map(view).collect();
    names.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.id.cmp(&b.id)));
    names
}

fn name_kind(kind: NameKind) -> &'static str {
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

fn mention_view(mention: &Mention, opened: &Opened, style: &Style) -> MentionView {
    let when = mention.when;
    let finding = |finding: &crate::record::Finding| FindingView {
        code: finding.code.clone(),
        readings: finding
            .readings
            .iter()
            .map(|reading| label(reading, style))
            .collect(),
    };
    MentionView {
        sentence: mention.sentence,
        text: mention.span.text(&opened.body).to_owned(),
        kind: mention.kind.id(),
        label: when.map(|when| label(&when, style)),
        placed: mention.headline.is_some(),
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
    }
}
