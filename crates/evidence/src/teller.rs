//! From what was read of a text to what its sentences tell.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use tawarikh_arabic::{TokenKind, fold, stem, tokens};
use tawarikh_calendar::{Interval, Precision, When};
use tawarikh_timex::{How, Mention};

use crate::account::{Account, Dated, Toll, short_key};
use crate::event::{Dating, Event};
use crate::event_kind::EventKind;
use crate::evidence::Evidence;
use crate::figure::Figure;
use crate::gazetteer::Gazetteer;
use crate::introducer::INTRODUCERS;
use crate::lookup::WordMap;
use crate::name::{Name, NameKind};
use crate::spot::{Introduced, Spot};
use crate::table::rows;
use crate::telling::{Word, told};

/// Days before a report's own date of which it may tell without a date.
const NEWS: i32 = 2;

/// Days that a sentence's date may span, or lie before the report's own, for the next sentence to be about the same days.
const REACH: i32 = 40;

/// Sentences that open a report.
const LEADS: usize = 2;

/// Words before a town that make its name that of its division, folded.
const AS_DIVISION: [&str; 6] = ["محافظه", "ريف", "ولايه", "اقليم", "بريف", "بمحافظه"];

/// Makes accounts of texts that were read with one list of names.
#[derive(Clone, Debug)]
pub struct Teller {
    /// The countries of adjectives and names of peoples, by stem.
    peoples: WordMap<String, [u8; 2]>,
}

impl Teller {
    /// A teller for texts in which the names of `gazetteer` are found.
    pub fn new(gazetteer: &Gazetteer) -> Teller {
        let countries = gazetteer.names().iter().filter(|name| is_country(name));
        Teller {
            peoples: countries.flat_map(peoples_of).collect(),
        }
    }

    /// What the sentences of a text tell, in its order; several of a sentence that tells of several dates, none of one that
    /// tells nothing to know it by. `evidence` is that of `text` under the names of `gazetteer`, `published` the document's
    /// own date, `document` any number that tells documents apart.
    pub fn accounts(
        &self,
        gazetteer: &Gazetteer,
        document: u32,
        text: &str,
        evidence: &Evidence,
        published: Option<When>,
    ) -> Vec<Account> {
        let mut reading = Reading {
            teller: self,
            gazetteer,
            text,
            evidence,
            published,
            document,
            spots: BTreeSet::new(),
            days: None,
        };
        let sentences = evidence.sentences.iter().enumerate();
        sentences
            .flat_map(|(number, sentence)| reading.sentence(number, sentence))
            .collect()
    }
}

fn is_country(name: &Name) -> bool {
    name.id.starts_with("country-")
}

/// The stems of a country's names and of the adjectives made of them.
fn peoples_of(country: &Name) -> Vec<(String, [u8; 2])> {
    let code = country.country.as_deref().map(str::as_bytes);
    let Some(code) = code.and_then(|code| code.try_into().ok()) else {
        return Vec::new();
    };
    let spellings = std::iter::once(&country.name).chain(&country.aliases);
    let words = spellings
        .map(|name| fold(name))
        .filter(|name| !name.contains(' '));
    let forms = words.flat_map(|word| {
        let bare = word.trim_end_matches("يا").trim_end_matches(['ا', 'ه']);
        [
            format!("{word}ي"),
            format!("{bare}ي"),
            format!("{bare}يه"),
            word,
        ]
    });
    forms.map(|form| (stem(&form), code)).collect()
}

/// A text in reading, sentence by sentence.
struct Reading<'a> {
    teller: &'a Teller,
    gazetteer: &'a Gazetteer,
    text: &'a str,
    evidence: &'a Evidence,
    published: Option<When>,
    document: u32,
    /// Where the last sentence with places told of.
    spots: BTreeSet<Spot>,
    /// The days of the last sentence with a date.
    days: Option<Interval>,
}

/// What a sentence tells, without its days.
#[derive(Default)]
struct Told {
    spots: BTreeSet<Spot>,
    is_spot_carried: bool,
    countries: BTreeSet<[u8; 2]>,
    acts: u64,
    named: Option<u32>,
    words: BTreeSet<u32>,
    persons: BTreeSet<u32>,
    place_words: BTreeSet<u32>,
    parties: BTreeSet<u32>,
    specifics: BTreeSet<(u32, u32)>,
    tolls: Vec<Toll>,
}

impl Reading<'_> {
    fn sentence(&mut self, number: usize, sentence: &Range<usize>) -> Vec<Account> {
        let evidence = self.evidence;
        let told = self.told(sentence);
        let own = within(&evidence.events, sentence, |event| event.sentence.start);
        let accounts = if own.is_empty() {
            let undated = self.undated(number).filter(|_| told.is_telling());
            let account = undated.map(|(dated, days)| {
                self.account(sentence, &told, None, dated, None, Box::new([days]))
            });
            account.into_iter().collect()
        } else {
            let dated = own
                .clone()
                .filter_map(|at| self.of_event(sentence, &told, at));
            dated.collect()
        };
        if let Some(last) = evidence.events[own].last() {
            let when = evidence.times[last.mention].when;
            self.days = when.map(|when| when.interval);
        }
        if !told.is_spot_carried && !told.spots.is_empty() {
            self.spots = told.spots;
        }
        accounts
    }

    /// The account of an event, of what its sentence tells.
    fn of_event(&self, sentence: &Range<usize>, told: &Told, at: usize) -> Option<Account> {
        let event = &self.evidence.events[at];
        let mention = &self.evidence.times[event.mention];
        let readings = readings(mention, self.published);
        (!readings.is_empty()).then(|| {
            let dated = dated(event, mention);
            self.account(
                sentence,
                told,
                Some(at),
                dated,
                mention.when,
                readings.into(),
            )
        })
    }

    fn account(
        &self,
        sentence: &Range<usize>,
        told: &Told,
        event: Option<usize>,
        dated: Dated,
        said: Option<When>,
        readings: Box<[Interval]>,
    ) -> Account {
        Account {
            document: self.document,
            sentence: sentence.clone(),
            event: event.map(|event| event as u32),
            is_heading: self.is_heading(sentence),
            dated,
            said,
            readings,
            spots: told.spots.iter().copied().collect(),
            is_spot_carried: told.is_spot_carried,
            countries: told.countries.iter().copied().collect(),
            kind: event.map_or(EventKind::Other, |event| self.evidence.events[event].kind),
            acts: told.acts,
            named: told.named,
            words: told.words.iter().copied().collect(),
            persons: told.persons.iter().copied().collect(),
            place_words: told.place_words.iter().copied().collect(),
            parties: told.parties.iter().copied().collect(),
            specifics: told.specifics.iter().copied().collect(),
            tolls: told.tolls.as_slice().into(),
        }
    }

    /// Whether a sentence is a first line that no sign ends.
    fn is_heading(&self, sentence: &Range<usize>) -> bool {
        let is_first = self.text[..sentence.start].trim().is_empty();
        let is_line = self.text[sentence.end..].starts_with(['\n', '\r'])
            || self.text[sentence.clone()].ends_with('\n');
        let is_open = !self.text[sentence.clone()]
            .trim_end()
            .ends_with(['.', '؟', '!', ':', '؛']);
        is_first && is_line && is_open
    }

    /// The days of a sentence without a date, if they can be told.
    fn undated(&self, number: usize) -> Option<(Dated, Interval)> {
        let own = self
            .published
            .filter(|when| when.precision <= Precision::Month)
            .map(|when| when.interval);
        let near = |days: &Interval| days.days().is_some_and(|count| (count as i32) < REACH);
        match (own, self.days.filter(near)) {
            (Some(own), Some(told)) if own.first - REACH <= told.last && told.first <= own.last => {
                Some((Dated::Following, told.hull(own)))
            }
            (_, Some(told)) => Some((Dated::Following, told)),
            (Some(own), None) => {
                let days = Interval::new(own.first - NEWS, own.last)?;
                let opens = number < LEADS;
                Some((if opens { Dated::Lead } else { Dated::Following }, days))
            }
            (None, None) => None,
        }
    }

    /// What a sentence tells, without its days.
    fn told(&self, sentence: &Range<usize>) -> Told {
        let figures = within(&self.evidence.figures, sentence, |figure| figure.span.start);
        let mut told = Told {
            tolls: figures.map(|index| self.toll(index)).collect(),
            ..Told::default()
        };
        let speakers = self.speakers(sentence);
        self.names(sentence, &speakers, &mut told);
        self.words(sentence, speakers, &mut told);
        if told.spots.is_empty() {
            told.spots.clone_from(&self.spots);
            told.is_spot_carried = !told.spots.is_empty();
        }
        let lie_in = told.spots.iter().filter_map(|spot| spot.country);
        told.countries.extend(lie_in);
        told
    }

    fn toll(&self, index: usize) -> Toll {
        let figure = &self.evidence.figures[index];
        let as_of = figure.as_of.and_then(|time| self.evidence.times[time].when);
        Toll {
            figure: index as u32,
            counted: figure.counted,
            low: figure.low.unwrap_or(0.0),
            high: figure.high.unwrap_or(f64::INFINITY),
            is_part: figure.part_of.is_some(),
            is_about: is_about(self.text, figure),
            as_of: as_of.map(|when| when.interval),
            party: figure.party.as_ref().map(|span| self.who(span)),
            voice: figure.attribution.as_ref().map(|said| self.who(&said.span)),
        }
    }

    /// A key of whom a span names: of the name that begins there, however it is spelt, else of the words.
    fn who(&self, span: &Range<usize>) -> u32 {
        let entities = &self.evidence.entities;
        let mut inside = entities[within(entities, span, |entity| entity.span.start)].iter();
        let known = inside.find_map(|entity| entity.known.as_ref());
        match known {
            Some(known) => short_key(&self.gazetteer.names()[known.name].id),
            None => short_key(&fold(&self.text[span.clone()])),
        }
    }

    /// The bytes of who speaks in a sentence: that two reports quote one monitor says nothing of what they tell.
    fn speakers(&self, sentence: &Range<usize>) -> Vec<Range<usize>> {
        let evidence = self.evidence;
        let figures = within(&evidence.figures, sentence, |figure| figure.span.start);
        let figures = evidence.figures[figures].iter();
        let events = within(&evidence.events, sentence, |event| event.sentence.start);
        let events = evidence.events[events].iter();
        figures
            .map(|figure| &figure.attribution)
            .chain(events.map(|event| &event.attribution))
            .flatten()
            .map(|said| said.span.clone())
            .filter(|span| span.start >= sentence.start && span.end <= sentence.end)
            .collect()
    }

    fn names(&self, sentence: &Range<usize>, speakers: &[Range<usize>], told: &mut Told) {
        let entities = &self.evidence.entities;
        let inside = within(entities, sentence, |entity| entity.span.start);
        for entity in &entities[inside] {
            let Some(known) = &entity.known else {
                continue;
            };
            let name = &self.gazetteer.names()[known.name];
            if entity.kind == NameKind::Place {
                let introduced = self.introduced(sentence, entity.span.start);
                told.spots.insert(Spot::of(known.name, name, introduced));
            } else if !meets(&entity.span, speakers) {
                told.parties.insert(short_key(&name.id));
            }
        }
    }

    /// How the word before a name makes it be read.
    fn introduced(&self, sentence: &Range<usize>, at: usize) -> Introduced {
        let before = self.text[sentence.start..at].split_whitespace().next_back();
        match before.map(fold) {
            Some(word) if AS_DIVISION.contains(&word.as_str()) => Introduced::AsDivision,
            _ => Introduced::Plainly,
        }
    }

    fn words(&self, sentence: &Range<usize>, speakers: Vec<Range<usize>>, into: &mut Told) {
        let spans = self.spans(sentence, speakers);
        let mut awaiting = Awaiting::default();
        for token in tokens(&self.text[sentence.clone()]) {
            let folded = fold(token.text);
            if token.kind == TokenKind::Number {
                let number = awaiting.number.take();
                into.specifics
                    .extend(number.map(|what| (what, short_key(&folded))));
            }
            let word = (token.kind == TokenKind::Word).then(|| told(&folded));
            let Some(word) = word.flatten() else {
                (awaiting.which, awaiting.number) = (None, None);
                continue;
            };
            let span = sentence.start + token.span.start..sentence.start + token.span.end;
            let key = short_key(word.stem);
            let is_place = meets(&span, &spans.places);
            awaiting.next(&word, key, &folded, is_place, into);
            into.countries.extend(self.teller.peoples.get(word.stem));
            if is_place {
                into.place_words.extend((!word.is_common).then_some(key));
            } else if meets(&span, &spans.persons) {
                into.persons.extend((!word.is_common).then_some(key));
            } else if !meets(&span, &spans.others) {
                into.acts |= word.acts;
                let tells = !word.is_common && word.acts == 0;
                into.words.extend(tells.then_some(key));
            }
        }
    }

    /// What of a sentence is more than words. Of a landmark (سجن الحسكة) only the place that it lies at is known: its other words
    /// tell what they are.
    fn spans(&self, sentence: &Range<usize>, speakers: Vec<Range<usize>>) -> Spans {
        let evidence = self.evidence;
        let entities = within(&evidence.entities, sentence, |entity| entity.span.start);
        let entities = &evidence.entities[entities];
        let known = entities
            .iter()
            .filter_map(|entity| Some((entity.kind, &entity.known.as_ref()?.span)));
        let of_places = known.clone().filter(|(kind, _)| *kind == NameKind::Place);
        let of_others = known.clone().filter(|(kind, _)| *kind != NameKind::Place);
        let parties = entities
            .iter()
            .filter(|entity| entity.kind == NameKind::Party);
        let parties: Vec<Range<usize>> = parties.map(|party| party.span.clone()).collect();
        let is_person = |span: &&Range<usize>| !meets(span, &parties);
        let times = within(&evidence.times, sentence, |time| time.span.start);
        let times = evidence.times[times].iter().map(|time| &time.span);
        let figures = within(&evidence.figures, sentence, |figure| figure.span.start);
        let figures = evidence.figures[figures].iter().map(|figure| &figure.span);
        let of_persons = known.clone().filter(|(kind, _)| *kind == NameKind::Person);
        let of_persons = of_persons.map(|(_, span)| span);
        let speaking = speakers.iter().filter(is_person);
        let persons = speaking.chain(of_persons).cloned().collect();
        let others = of_others.map(|(_, span)| span).chain(times).chain(figures);
        Spans {
            places: of_places.map(|(_, span)| span.clone()).collect(),
            persons,
            others: speakers.iter().chain(others).cloned().collect(),
        }
    }
}

/// The bytes in a sentence of what is more than words.
struct Spans {
    places: Vec<Range<usize>>,
    /// Persons who speak or are known.
    persons: Vec<Range<usize>>,
    /// Dates, figures, parties, and all who speak.
    others: Vec<Range<usize>>,
}

/// What the words so far want to be followed by, as the keys of the words that want it.
#[derive(Default)]
struct Awaiting {
    /// A word that says which of many.
    which: Option<u32>,
    /// A number that says which of many.
    number: Option<u32>,
    /// A place, of which a happening is named.
    place: Option<u32>,
}

impl Awaiting {
    /// Takes the next word in.
    fn next(&mut self, word: &Word<'_>, key: u32, folded: &str, is_place: bool, into: &mut Told) {
        let named = self.place.filter(|_| is_place);
        let named = named.map(|what| what ^ key.rotate_left(1));
        into.named = into.named.or(named);
        let passes = INTRODUCERS.contains_key(folded);
        self.place = if word.is_naming {
            Some(key)
        } else {
            self.place.filter(|_| passes)
        };
        self.number = word.is_numbered.then_some(key);
        if word.is_specified {
            self.which = self.which.or(Some(key));
        } else {
            let which = self.which.take();
            into.specifics.extend(which.map(|which| (which, key)));
        }
    }
}

impl Told {
    /// Whether there is enough to know it by where even its date is supposed.
    fn is_telling(&self) -> bool {
        self.acts != 0 || self.words.len() + self.tolls.len() > 2
    }
}

/// The indices of the items, sorted by where they begin, that begin in a range.
fn within<T>(items: &[T], range: &Range<usize>, start: impl Fn(&T) -> usize) -> Range<usize> {
    let first = items.partition_point(|item| start(item) < range.start);
    let last = items.partition_point(|item| start(item) < range.end);
    first..last.max(first)
}

/// Whether a span has bytes in common with one of others.
fn meets(span: &Range<usize>, others: &[Range<usize>]) -> bool {
    others
        .iter()
        .any(|other| span.start < other.end && other.start < span.end)
}

/// Whether a figure is given with a word such as نحو.
fn is_about(text: &str, figure: &Figure) -> bool {
    let words = fold(&text[figure.span.clone()]);
    ABOUT.iter().any(|bound| words.starts_with(bound))
}

/// The words that make a number inexact.
static ABOUT: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let bounds = rows(include_str!("../data/bounds.tsv"));
    let about = bounds.filter(|row| row[1] == "about");
    about.map(|row| row[2]).collect()
});

fn dated(event: &Event, mention: &Mention) -> Dated {
    match (event.dating, mention.how) {
        (Dating::Inherited, _) => Dated::Inherited,
        (_, How::Reference | How::Anchor) => Dated::Relative,
        _ => Dated::Written,
    }
}

/// The days that a mention may mean. What is open towards the future ends with the document's own date.
fn readings(mention: &Mention, published: Option<When>) -> Vec<Interval> {
    let doubts = mention
        .findings
        .iter()
        .flat_map(|finding| &finding.readings);
    let all = mention
        .when
        .iter()
        .chain(&mention.alternative)
        .chain(doubts);
    let last = published.map(|when| when.interval.last);
    let mut readings: Vec<Interval> = Vec::new();
    for when in all {
        let Interval { first, last: end } = when.interval;
        let end = match last {
            Some(last) if !end.is_finite() && first <= last => last,
            _ => end,
        };
        let closed = first.is_finite() && end.is_finite();
        let days = Interval { first, last: end };
        if closed && !readings.contains(&days) {
            readings.push(days);
        }
    }
    readings
}
