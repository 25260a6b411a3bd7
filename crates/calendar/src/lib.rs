//! Days, intervals with precision, the Gregorian and Hijri calendars, EDTF text and date labels.
//!
//! Everything is an [`Interval`] of [`Day`]s. A [`When`] adds what a sentence says about it: its unit
//! ([`Precision`]), whether it is one unit or a range ([`Extent`]), and a [`Qualifier`]. A calendar is a pair of
//! functions to and from [`Day`], so any two calendars meet there.
//!
//! ```
//! use tawarikh_calendar::{Day, Style, When, label};
//! let fall = When::from_edtf("2019-03-23")?;
//! assert_eq!(fall.interval.first, Day::from_gregorian(2019, 3, 23).unwrap());
//! assert_eq!(label(&fall, &Style::default()), "23 آذار 2019");
//! # Ok::<(), tawarikh_calendar::EdtfError>(())
//! ```

mod day;
mod decimal;
mod edtf;
#[cfg(feature = "hijri")]
pub mod hijri;
mod interval;
mod label;
mod names;
mod when;

pub use day::{Day, Weekday, days_in_month, is_leap_year};
pub use decimal::{decimal, whole_number};
pub use edtf::EdtfError;
pub use interval::Interval;
pub use label::label;
pub use names::{
    Digits, Language, Months, Style, digits, month_name, month_short_name, weekday_name,
};
pub use when::{Extent, Half, Precision, Qualifier, Quarter, Season, When};
