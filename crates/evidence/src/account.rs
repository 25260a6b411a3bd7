//! What one sentence tells, reduced to what can be compared with another document's sentence.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use tawarikh_arabic::{TokenKind, fold, stem, tokens};
use tawarikh_calendar::{Interval, Precision, When};
use tawarikh_timex::{How, Mention};

use crate::event::Event;
use crate::evidence::Evidence;
use crate::gazetteer::Gazetteer;
use crate::kind::{Counted, Fate};
use crate::name::{Name, NameKind};
use crate::spot::{Introduced, Spot};
use crate::table::rows;
use crate::telling::{is_specified, told};

/// How an account got its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dated {
    /// Its sentence writes a date.
    Written,
    /// Its sentence counts from the document's own date: أمس.
    Relative,
    /// Its sentence goes on from one with a date.
    Inherited,
    /// It opens a report and has no date: reports tell of their own day or those just before it.
    Lead,
    /// It follows in a report and has no date.
    Following,
}

impl Dated {
    /// A stable name.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Dated::Written => "written",
            Dated::Relative => "relative",
            Dated::Inherited => "inherited",
            Dated::Lead => "supposed-lead",
            Dated::Following => "supposed-following",
        }
    }
}

/// One sentence's telling of one date.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// The caller's number for the document.
    pub document: u32,
    /// The bytes of its sentence.
    pub sentence: Range<usize>,
    /// The index of its event in the document's evidence; `None` for a sentence without a date of its own.
    pub event: Option<usize>,
    /// How it got its days.
    pub dated: Dated,
    /// What its date says; `None` where it has none and its days are supposed.
    pub said: Option<When>,
    /// The days that it may mean: one reading, or several where the sentence leaves a doubt. Never empty.
    pub readings: Vec<Interval>,
    /// Where; ascending, each once.
    pub(crate) spots: Vec<Spot>,
    /// Whether the places are those of an earlier sentence.
    pub(crate) is_spot_carried: bool,
    /// The countries that it names in any way, as the keys of their names; ascending.
    pub(crate) countries: Vec<[u8; 2]>,
    /// What was done, as a set of acts.
    pub(crate) acts: u64,
    /// The words that tell it from others; ascending, each once.
    pub(crate) words: Vec<u64>,
    /// The words of its places, for a text in which they are not known for such; ascending, each once.
    pub(crate) place_words: Vec<u64>,
    /// Parties and persons that are known; ascending, each once.
    pub(crate) parties: Vec<u64>,
    /// Which of many: the word that asks for it and the one that says it; ascending.
    pub(crate) specifics: Vec<(u64, u64)>,
    /// What it counts.
    pub(crate) tolls: Vec<Toll>,
}

/// A figure, reduced to what can be compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Toll {
    pub counted: Counted,
    pub low: f64,
    pub high: f64,
    /// Whether it is a part of another figure.
    pub is_part: bool,
}

/// A stable key of a text: FNV-1a of 64 bits (Fowler, Noll, Vo).
pub(crate) fn key(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

static SEATS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let rows = rows(include_str!("../data/capitals.tsv"));
    rows.flat_map(|row| row[0].split(' ').map(str::to_owned).collect::<Vec<_>>())
        .collect()
});

/// Whether a place is named as often for the government that sits there.
pub(crate) fn is_seat(name: &str) -> bool {
    let folded = fold(name);
    SEATS.contains(&folded)
}

/// Days before a report's own date of which it may tell without a date.
const NEWS: i32 = 2;

/// Days between a sentence's date and the next sentence beyond which the next is not about the same days.
const REACH: i32 = 40;

/// Words before a town that make its name that of its division, folded.
const AS_DIVISION: [&str; 6] = ["محافظه", "ريف", "ولايه", "اقليم", "بريف", "بمحافظه"];

/// Reads accounts with one list of names.
#[derive(Clone, Debug)]
pub struct Teller<'g> {
    gazetteer: &'g Gazetteer,
    /// The countries of adjectives and names of peoples, by stem.
    peoples: BTreeMap<String, [u8; 2]>,
}

impl<'g> Teller<'g> {
    /// A reader for texts in which the names of `gazetteer` were found.
    pub fn new(gazetteer: &'g Gazetteer) -> Teller<'g> {
        let countries = gazetteer
            .names()
            .iter()
            .filter(|name| name.id.starts_with("country-"));
        Teller {
            gazetteer,
            peoples: countries.flat_map(peoples_of).collect(),
        }
    }

    /// What the sentences of a text tell, in its order; several of a sentence that tells of several dates. `evidence` is that of `text` under the
    /// teller's names, `published` the document's own date, `document` any number that tells documents apart.
    pub fn accounts(
        &self,
        document: u32,
        text: &str,
        evidence: &Evidence,
        published: Option<When>,
    ) -> Vec<Account> {
        let mut reading = Reading {
            teller: self,
            text,
            evidence,
            published,
            document,
            spots: Vec::new(),
            days: None,
        };
        let sentences = evidence.sentences.iter().enumerate();
        sentences
            .flat_map(|(number, sentence)| reading.sentence(number, sentence))
            .collect()
    }
}

/// The stems of a country's name and of the adjectives made of it.
fn peoples_of(country: &Name) -> Vec<(String, [u8; 2])> {
    let Some(code) = country
        .country
        .as_deref()
        .and_then(|code| code.as_bytes().try_into().ok())
    else {
        return Vec::new();
    };
    let spellings = std::iter::once(&country.name).chain(&country.aliases);
    let words = spellings
        .map(|name| fold(name))
        .filter(|name| !name.contains(' '));
    let forms = words.flat_map(|word| {
        let bare = word
            .trim_end_matches("يا")
            .trim_end_matches(['ا', 'ه'])
            .to_owned();
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
    teller: &'a Teller<'a>,
    text: &'a str,
    evidence: &'a Evidence,
    published: Option<When>,
    document: u32,
    /// Where the last sentence with places told of.
    spots: Vec<Spot>,
    /// The days of the last sentence with a date.
    days: Option<Interval>,
}

impl Reading<'_> {
    fn sentence(&mut self, number: usize, sentence: &Range<usize>) -> Vec<Account> {
        let told = self.told(sentence);
        let events = &self.evidence.events;
        let from = events.partition_point(|event| event.sentence.end <= sentence.start);
        let own: Vec<usize> = (from..events.len())
            .take_while(|at| events[*at].sentence.start < sentence.end)
            .collect();
        let accounts: Vec<Account> = if own.is_empty() {
            let undated = self.undated(number);
            let account = undated.map(|(dated, days)| Account {
                dated,
                readings: vec![days],
                ..told.clone()
            });
            account.into_iter().collect()
        } else {
            own.iter().filter_map(|at| self.dated(*at, &told)).collect()
        };
        if let Some(last) = own.last() {
            self.days = self.evidence.times[events[*last].mention]
                .when
                .map(|when| when.interval);
        }
        if !told.is_spot_carried && !told.spots.is_empty() {
            self.spots = told.spots;
        }
        accounts
    }

    /// The account of an event, of what its sentence tells.
    fn dated(&self, at: usize, told: &Account) -> Option<Account> {
        let event = &self.evidence.events[at];
        let mention = &self.evidence.times[event.mention];
        let readings = readings(mention, self.published);
        let account = Account {
            event: Some(at),
            dated: dated(event, mention),
            said: mention.when,
            readings,
            ..told.clone()
        };
        (!account.readings.is_empty()).then_some(account)
    }

    /// The days of a sentence without a date, if they can be told.
    fn undated(&self, number: usize) -> Option<(Dated, Interval)> {
        let own = self
            .published
            .filter(|when| when.precision <= Precision::Month)
            .map(|when| when.interval);
        let near = |days: &Interval| days.days().is_some_and(|count| (count as i32) < REACH);
        let told = self.days.filter(near);
        match (own, told) {
            (Some(own), Some(told)) if told.last + REACH >= own.first && told.first <= own.last => {
                Some((Dated::Following, told.hull(own)))
            }
            (_, Some(told)) => Some((Dated::Following, told)),
            (Some(own), None) => {
                let days = Interval::new(own.first - NEWS, own.last)?;
                let dated = if number < 2 {
                    Dated::Lead
                } else {
                    Dated::Following
                };
                Some((dated, days))
            }
            (None, None) => None,
        }
    }

    /// What a sentence tells, without its days.
    fn told(&self, sentence: &Range<usize>) -> Account {
        let mut account = Account {
            document: self.document,
            sentence: sentence.clone(),
            event: None,
            dated: Dated::Following,
            said: None,
            readings: Vec::new(),
            spots: Vec::new(),
            is_spot_carried: false,
            countries: Vec::new(),
            acts: 0,
            words: Vec::new(),
            place_words: Vec::new(),
            parties: Vec::new(),
            specifics: Vec::new(),
            tolls: self.tolls(sentence),
        };
        self.names(sentence, &mut account);
        self.words(sentence, &mut account);
        if account.spots.is_empty() {
            account.spots.clone_from(&self.spots);
            account.is_spot_carried = !account.spots.is_empty();
        }
        let carried = account.spots.iter().filter_map(|spot| spot.country);
        account.countries.extend(carried);
        sort(&mut account.countries);
        sort(&mut account.spots);
        sort(&mut account.words);
        sort(&mut account.place_words);
        sort(&mut account.parties);
        sort(&mut account.specifics);
        account
    }

    fn tolls(&self, sentence: &Range<usize>) -> Vec<Toll> {
        let figures = &self.evidence.figures;
        let from = figures.partition_point(|figure| figure.span.start < sentence.start);
        let inside = figures[from..]
            .iter()
            .take_while(|figure| figure.span.start < sentence.end);
        inside
            .map(|figure| Toll {
                counted: figure.counted,
                low: figure.low.unwrap_or(0.0),
                high: figure.high.unwrap_or(f64::INFINITY),
                is_part: figure.part_of.is_some(),
            })
            .collect()
    }

    /// The bytes of who speaks in a sentence: that two reports quote one monitor says nothing of what they tell.
    fn speakers(&self, sentence: &Range<usize>) -> Vec<Range<usize>> {
        let figures = self
            .evidence
            .figures
            .iter()
            .map(|figure| &figure.attribution);
        let events = self.evidence.events.iter().map(|event| &event.attribution);
        figures
            .chain(events)
            .flatten()
            .map(|attribution| attribution.span.clone())
            .filter(|span| span.start >= sentence.start && span.end <= sentence.end)
            .collect()
    }

    fn names(&self, sentence: &Range<usize>, account: &mut Account) {
        let entities = &self.evidence.entities;
        let from = entities.partition_point(|entity| entity.span.start < sentence.start);
        let speakers = self.speakers(sentence);
        let inside = entities[from..]
            .iter()
            .take_while(|entity| entity.span.start < sentence.end);
        for entity in inside {
            let Some(known) = &entity.known else { continue };
            let name = &self.teller.gazetteer.names()[known.name];
            match entity.kind {
                NameKind::Place => {
                    let introduced = self.introduced(sentence, entity.span.start);
                    account.spots.push(Spot::of(known.name, name, introduced));
                }
                _ if is_in(&entity.span, &speakers) => {}
                _ => account.parties.push(key(&name.id)),
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

    fn words(&self, sentence: &Range<usize>, account: &mut Account) {
        let speakers = self.speakers(sentence);
        let times = self.evidence.times.iter().map(|time| time.span.clone());
        let known = self
            .evidence
            .entities
            .iter()
            .filter(|entity| entity.known.is_some());
        let figures = self
            .evidence
            .figures
            .iter()
            .map(|figure| figure.span.clone());
        let skipped: Vec<Range<usize>> = times
            .chain(known.map(|entity| entity.span.clone()))
            .chain(figures)
            .chain(speakers)
            .filter(|span| span.start < sentence.end && sentence.start < span.end)
            .collect();
        let places: Vec<Range<usize>> = self
            .evidence
            .entities
            .iter()
            .filter(|entity| {
                entity.kind == NameKind::Place
                    && entity.span.start < sentence.end
                    && sentence.start < entity.span.end
            })
            .map(|entity| entity.span.clone())
            .collect();
        let mut asking: Option<u64> = None;
        for token in tokens(&self.text[sentence.clone()]) {
            if token.kind != TokenKind::Word {
                asking = None;
                continue;
            }
            let span = sentence.start + token.span.start..sentence.start + token.span.end;
            let word = told(token.text);
            if let (Some(class), Some(word)) = (asking.take(), &word) {
                account.specifics.push((class, key(&word.stem)));
            }
            let Some(word) = word else { continue };
            if is_specified(&word.stem) {
                asking = Some(key(&word.stem));
            }
            account
                .countries
                .extend(self.teller.peoples.get(&word.stem));
            if is_in(&span, &places) && !word.is_common {
                account.place_words.push(key(&word.stem));
            }
            if is_in(&span, &skipped) {
                continue;
            }
            account.acts |= word.acts;
            if !word.is_common && word.acts == 0 {
                account.words.push(key(&word.stem));
            }
        }
    }
}

fn is_in(span: &Range<usize>, spans: &[Range<usize>]) -> bool {
    spans
        .iter()
        .any(|other| span.start < other.end && other.start < span.end)
}

fn sort<T: Ord>(list: &mut Vec<T>) {
    let set: BTreeSet<T> = std::mem::take(list).into_iter().collect();
    list.extend(set);
}

fn dated(event: &Event, mention: &Mention) -> Dated {
    match (event.dating, mention.how) {
        (crate::event::Dating::Inherited, _) => Dated::Inherited,
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
        let days = when.interval;
        let days = match last {
            Some(last) if !days.last.is_finite() && days.first <= last => Interval {
                first: days.first,
                last,
            },
            _ => days,
        };
        let closed = days.first.is_finite() && days.last.is_finite();
        if closed && !readings.contains(&days) {
            readings.push(days);
        }
    }
    readings
}

/// Whether what is counted are people who were killed.
pub(crate) fn is_death(toll: &Toll) -> bool {
    toll.counted.fate == Some(Fate::Killed) && !toll.is_part
}
