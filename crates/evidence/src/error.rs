//! What can be wrong with a list of names.

use std::error::Error;
use std::fmt;

/// A fault in one name of the list, and what to do about it.
#[derive(Clone, Debug, PartialEq)]
pub struct NameError {
    /// The name's place in the list, counted from 0.
    pub index: usize,
    /// Its identifier as given.
    pub id: String,
    /// What is wrong.
    pub fault: NameFault,
}

/// What is wrong with a name.
#[derive(Clone, Debug, PartialEq)]
pub enum NameFault {
    /// The identifier has no letters.
    NoId,
    /// An earlier name (its place in the list) has the same identifier.
    SameId(usize),
    /// The name has no letters.
    NoName,
    /// This alias or misspelling has no letters.
    EmptySpelling(String),
    /// Only the latitude is given.
    NoLongitude,
    /// Only the longitude is given.
    NoLatitude,
    /// The latitude is not a number from -90 to 90.
    Latitude(f64),
    /// The longitude is not a number from -180 to 180.
    Longitude(f64),
}

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "[[name]] number {} (id \"{}\"): {}",
            self.index + 1,
            self.id,
            self.fault
        )
    }
}

impl fmt::Display for NameFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoId => write!(f, "the id is empty; give it a short one such as \"raqqa\""),
            Self::SameId(first) => {
                write!(
                    f,
                    "number {} has the same id; rename one of them, or make them one name",
                    first + 1
                )
            }
            Self::NoName => write!(
                f,
                "the name is empty; write it in Arabic as it should be shown"
            ),
            Self::EmptySpelling(spelling) => {
                write!(
                    f,
                    "the alias or misspelling \"{spelling}\" has no letters; remove it"
                )
            }
            Self::NoLongitude => write!(
                f,
                "it has a latitude and no longitude; give both or neither"
            ),
            Self::NoLatitude => write!(
                f,
                "it has a longitude and no latitude; give both or neither"
            ),
            Self::Latitude(got) => write!(f, "expected a latitude from -90 to 90, got {got}"),
            Self::Longitude(got) => write!(f, "expected a longitude from -180 to 180, got {got}"),
        }
    }
}

impl Error for NameError {}
