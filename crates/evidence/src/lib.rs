//! Names, dated events, figures and findings in Arabic documents.
//!
//! [`read`] gives all that is read from one text: its names, as a [`Gazetteer`] knows them or their words show them; every number
//! that counts something, with what it counts, its bounds and who says so; and an event for every date that a sentence tells of.
//! [`findings`] lists what is misspelt, ambiguous or without a place. Each carries the rule that made it. All spans are
//! bytes of the text that was given.
//!
//! ```
//! use tawarikh_evidence::{Gazetteer, Name, NameKind, read};
//! use tawarikh_timex::Context;
//!
//! let derna = Name {
//!     misspelt: vec!["درنا".to_owned()],
//!     ..Name::new("derna", NameKind::Place, "درنة")
//! };
//! let gazetteer = Gazetteer::new(vec![derna])?;
//! let text = "وفي 11 سبتمبر 2023، انهار سدان فوق درنا.";
//! let evidence = read(text, &Context::default(), &gazetteer);
//! let event = &evidence.events[0];
//! assert_eq!(&text[event.headline.clone()], "انهار سدان فوق درنا");
//! assert_eq!(evidence.entities[event.entities.clone()].len(), 1);
//! # Ok::<(), tawarikh_evidence::NameError>(())
//! ```

mod account;
mod action;
mod attribution;
mod bare;
mod base;
mod bound;
mod carrier;
mod chunk;
mod claim;
mod clause;
mod counted;
mod cue;
mod deed;
mod entity;
mod error;
mod event;
mod event_kind;
mod evidence;
mod fate;
mod figure;
mod finding;
mod force;
mod gazetteer;
mod going_on;
mod happening;
mod head;
mod headline;
mod inflection;
mod institution;
mod introducer;
mod kind;
mod later;
mod likeness;
mod line;
mod lookup;
mod name;
mod pairing;
mod part;
mod party;
mod person;
mod place;
mod quantity;
mod reckoning;
mod role;
mod scene;
mod segment;
mod settling;
mod source;
mod spans;
mod spoken;
mod spot;
mod strange;
mod table;
mod tagged;
mod tally;
mod teller;
mod telling;
mod told;
mod trap;
mod word;

pub use account::{Account, Dated};
pub use attribution::{Attribution, Saying};
pub use base::{base_names, layered};
pub use claim::{Claim, claims, repeated};
pub use entity::{Entity, NameRule, entities};
pub use error::{NameError, NameFault};
pub use event::{Dating, Event, is_placed};
pub use event_kind::EventKind;
pub use evidence::{Evidence, read};
pub use figure::Figure;
pub use finding::{Finding, findings};
pub use gazetteer::{Gazetteer, NameMention};
pub use happening::{Agreement, Happening, happenings};
pub use headline::{MOST_WORDS, Sentence};
pub use kind::{Counted, Fate, Kind};
pub use likeness::Likeness;
pub use name::{Name, NameKind, Standing, Via};
pub use reckoning::reckonings;
pub use tally::{Tally, tallies};
pub use teller::Teller;
