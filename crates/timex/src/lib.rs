//! Time expressions in Arabic prose, each with its interval, precision and the rule that placed it.
//!
//! Recognition and resolution are apart: a hand-written grammar over words finds what was said
//! (`grammar` and the families it calls), then `resolve` places it against the document's date and the text so far,
//! and `doubts` says what does not fit.
//!
//! ```
//! use tawarikh_calendar::When;
//! use tawarikh_timex::{Context, tag};
//!
//! let context = Context { reference: Some(When::from_edtf("2019-01-24")?), ..Context::default() };
//! let mentions = tag("وصلت القافلة مساء أمس بعد رحلة بدأت في 3 كانون الثاني/ يناير", &context);
//! let values: Vec<&str> = mentions.iter().map(|mention| mention.value.as_str()).collect();
//! assert_eq!(values, ["2019-01-23TEV", "2019-01-03"]);
//! # Ok::<(), tawarikh_calendar::EdtfError>(())
//! ```

mod clock;
mod counts;
mod dates;
mod decades;
mod doubts;
mod durations;
mod expression;
mod feasts;
mod grammar;
mod hijri;
mod holidays;
mod key;
mod lexicon;
mod memo;
mod mention;
mod months;
mod nth;
mod numeric;
mod offsets;
mod parts;
mod placing;
mod ranges;
mod relative;
mod resolve;
mod rules;
mod steps;
mod stream;
mod surroundings;
mod tag;
mod tense;
mod traps;
mod value;
mod years;

pub use mention::{Context, Era, Finding, FindingCode, How, Kind, Mention};
pub use rules::{Rule, explain, rules};
pub use tag::tag;
