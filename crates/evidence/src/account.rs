//! What one sentence tells, reduced to what can be compared with another document's sentence.

use std::ops::Range;

use tawarikh_arabic::hash64;
use tawarikh_calendar::{Interval, When};

use crate::event_kind::EventKind;
use crate::kind::{Counted, Fate};
use crate::spot::Spot;

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

/// One sentence's telling of one date. An archive has one for most of its sentences, so it is kept small.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// The caller's number for the document.
    pub document: u32,
    /// The bytes of its sentence.
    pub sentence: Range<usize>,
    /// The index of its event in the document's evidence; `None` for a sentence without a date of its own.
    pub event: Option<u32>,
    /// Whether its sentence is the heading of its document: a first line that no sign ends.
    pub is_heading: bool,
    /// How it got its days.
    pub dated: Dated,
    /// What its date says; `None` where it has none and its days are supposed.
    pub said: Option<When>,
    /// The days that it may mean: one reading, or several where the sentence leaves a doubt. Never empty.
    pub readings: Box<[Interval]>,
    /// Where; ascending, each once.
    pub(crate) spots: Box<[Spot]>,
    /// Whether the places are those of an earlier sentence.
    pub(crate) is_spot_carried: bool,
    /// The countries that it names in any way, by their two letters; ascending, each once.
    pub(crate) countries: Box<[[u8; 2]]>,
    /// What kind of thing happened, if it has an event.
    pub(crate) kind: EventKind,
    /// What was done, as a set of acts.
    pub(crate) acts: u64,
    /// A happening that it speaks of by name, as known to all: تحرير الموصل.
    pub(crate) named: Option<u32>,
    /// The words that tell it from others; ascending, each once.
    pub(crate) words: Box<[u32]>,
    /// The words for persons who speak in it or are known; ascending, each once.
    pub(crate) persons: Box<[u32]>,
    /// The words of its places, for a text in which they are not known for such; ascending, each once.
    pub(crate) place_words: Box<[u32]>,
    /// Parties and persons that are known; ascending, each once.
    pub(crate) parties: Box<[u32]>,
    /// Which of many: the word that asks for it and the one that says it; ascending, each once.
    pub(crate) specifics: Box<[(u32, u32)]>,
    /// What it counts, in the order of the text.
    pub(crate) tolls: Box<[Toll]>,
}

/// A figure, reduced to what can be compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Toll {
    /// Its index in the document's figures.
    pub figure: u32,
    pub counted: Counted,
    /// 0 for "less than".
    pub low: f64,
    /// Infinite for "more than".
    pub high: f64,
    /// Whether it is a part of another figure.
    pub is_part: bool,
    /// Whether it is said to be inexact.
    pub is_about: bool,
    /// The days as of which, or since when, if that is said.
    pub as_of: Option<Interval>,
    /// The party that the counted belong to: a key of its name, or of the words for it.
    pub party: Option<u32>,
    /// Who says so, likewise.
    pub voice: Option<u32>,
}

impl Toll {
    /// Whether all the dead are counted.
    pub fn is_death(&self) -> bool {
        self.counted.fate == Some(Fate::Killed) && !self.is_part
    }
}

/// A stable key of a text.
pub(crate) fn key(text: &str) -> u64 {
    hash64(text.as_bytes())
}

/// The key folded to half its bits: two words of one archive that share it are alike only by an accident that alone joins nothing.
pub(crate) fn short_key(text: &str) -> u32 {
    let key = key(text);
    (key ^ (key >> 32)) as u32
}
