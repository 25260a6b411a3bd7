//! Names, dated events, figures and findings in Arabic documents.
//!
//! A [`Gazetteer`] finds the names that an archive knows, [`events`] makes an event of every date that a sentence tells of,
//! and [`findings`] lists what is misspelt, ambiguous or without a place; [`figures`] gives every number that counts something, with what it counts,
//! its bounds and who says so. Each carries the rule that made it. All spans are
//! bytes of the text that was given.
//!
//! ```
//! use tawarikh_evidence::{Gazetteer, Name, NameKind, Standing, events};
//!
//! let derna = Name {
//!     id: "derna".to_owned(),
//!     kind: NameKind::Place,
//!     name: "درنة".to_owned(),
//!     name_en: None,
//!     aliases: Vec::new(),
//!     misspelt: vec!["درنا".to_owned()],
//!     latitude: Some(32.77),
//!     longitude: Some(22.64),
//!     source: None,
//!     only_after: Vec::new(),
//!     country: Some("LY".to_owned()),
//!     division: None,
//!     standing: Standing::Free,
//! };
//! let gazetteer = Gazetteer::new(vec![derna])?;
//! let text = "وفي 11 سبتمبر 2023، انهار سدان فوق درنا.";
//! let names = gazetteer.find(text);
//! let times = tawarikh_timex::tag(text, &tawarikh_timex::Context::default());
//! let events = events(text, &tawarikh_arabic::sentences(text), &times, &names);
//! assert_eq!(&text[events[0].headline.clone()], "انهار سدان فوق درنا");
//! assert_eq!(names[events[0].names.clone()].len(), 1);
//! # Ok::<(), tawarikh_evidence::NameError>(())
//! ```

mod attribution;
mod bare;
mod base;
mod bound;
mod chunk;
mod clause;
mod counted;
mod entity;
mod error;
mod event;
mod fate;
mod figure;
mod finding;
mod gazetteer;
mod head;
mod headline;
mod institution;
mod kind;
mod line;
mod name;
mod part;
mod party;
mod person;
mod quantity;
mod settling;
mod source;
mod table;
mod trap;
mod word;

pub use attribution::{Attribution, Saying};
pub use base::{base_names, layered};
pub use entity::{Entity, entities};
pub use error::{NameError, NameFault};
pub use event::{Event, events, is_placed};
pub use figure::{Figure, Tagged, figures};
pub use finding::{Finding, Subject, findings};
pub use gazetteer::{Gazetteer, NameMention};
pub use headline::{MOST_WORDS, Sentence};
pub use kind::{Counted, Fate, Kind};
pub use name::{Name, NameKind, Standing, Via};
