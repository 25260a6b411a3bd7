//! Where a sentence says that something happened, ready to be compared without the list of names.

use std::sync::LazyLock;

use tawarikh_arabic::fold;

use crate::account::short_key;
use crate::name::Name;
use crate::table::rows;

/// How large a place is that a sentence names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Size {
    /// A town or what lies in one.
    Town,
    /// A first-level division of a country.
    Division,
    /// A country.
    Country,
    /// A river, a sea, a region over several countries.
    Region,
}

/// A place that a sentence names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Spot {
    /// Its index in the list of names.
    pub(crate) name: u32,
    pub(crate) size: Size,
    /// The two letters of its country, if it is known.
    pub(crate) country: Option<[u8; 2]>,
    /// A key of its division, if it is known.
    pub(crate) division: Option<u32>,
    /// Whether it stands as often for the government that sits there.
    pub(crate) is_seat: bool,
}

/// What two places have to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Relation {
    /// They are elsewhere, as far as is known.
    Apart,
    /// They lie in one country, and one is not known to hold the other.
    Country,
    /// One is the division that the other lies in.
    Within,
    /// They are one division.
    Division,
    /// They are one town, river or region.
    Same,
}

impl Spot {
    /// The place of a name; `as_division` says that the words before it make a town's name that of its division.
    pub(crate) fn of(index: usize, name: &Name, introduced: Introduced) -> Spot {
        let country = name
            .country
            .as_deref()
            .and_then(|code| code.as_bytes().try_into().ok());
        let size = match (country, &name.division) {
            (Some(_), _) if name.id.starts_with("country-") => Size::Country,
            (Some(_), Some(_)) if introduced == Introduced::AsDivision => Size::Division,
            (Some(_), None) => Size::Division,
            (None, _) if name.source.is_none() && name.country.is_none() => Size::Region,
            _ => Size::Town,
        };
        let own = (size == Size::Division && name.division.is_none()).then_some(name.id.as_str());
        Spot {
            name: index as u32,
            size,
            country,
            division: own.or(name.division.as_deref()).map(short_key),
            is_seat: is_seat(&name.name),
        }
    }

    /// What this place has to do with another.
    pub(crate) fn relation(&self, other: &Spot) -> Relation {
        let one_country = self.country.is_some() && self.country == other.country;
        let one_division = self.division.is_some() && self.division == other.division;
        match (self.size, other.size) {
            _ if self.name == other.name && self.size == other.size => match self.size {
                Size::Country => Relation::Country,
                Size::Division => Relation::Division,
                Size::Town | Size::Region => Relation::Same,
            },
            (Size::Division, Size::Division) if one_division => Relation::Division,
            (Size::Division, Size::Town) | (Size::Town, Size::Division) if one_division => {
                Relation::Within
            }
            _ if one_country => Relation::Country,
            _ => Relation::Apart,
        }
    }
}

static SEATS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let rows = rows(include_str!("../data/capitals.tsv"));
    rows.filter_map(|row| row.first().copied()).collect()
});

/// Whether a place is named as often for the government that sits there.
fn is_seat(name: &str) -> bool {
    SEATS.contains(&fold(name).as_str())
}

/// How the words before a name make it be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Introduced {
    /// محافظة حلب، ريف حلب
    AsDivision,
    /// Anything else.
    Plainly,
}
