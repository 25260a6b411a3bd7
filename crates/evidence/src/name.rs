//! A name that an archive knows: a place, a party, a person.

use crate::entity::NameRule;
use serde::{Deserialize, Serialize};

/// What a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum NameKind {
    /// Somewhere: a town, a country, a river, a prison.
    Place,
    /// Some who act together: an army, a ministry, a newspaper.
    Party,
    /// Someone.
    Person,
}

/// One name with all its spellings, as an archive's `archive.toml` gives it under `[[name]]`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// Its short stable identifier, unique in the archive.
    pub id: String,
    /// What it is of.
    pub kind: NameKind,
    /// The name in Arabic, as it is shown.
    pub name: String,
    /// The name in English, as it is shown.
    #[serde(default)]
    pub name_en: Option<String>,
    /// Other names and spellings, in any script.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Spellings that are wrong but occur.
    #[serde(default)]
    pub misspelt: Vec<String>,
    /// Degrees north, -90 to 90.
    #[serde(default)]
    pub latitude: Option<f64>,
    /// Degrees east, -180 to 180.
    #[serde(default)]
    pub longitude: Option<f64>,
    /// Where the coordinates and spellings are from.
    #[serde(default)]
    pub source: Option<String>,
    /// For a name that is also a common word (الباب, القائم): the words of which one has to stand before it, such as
    /// مدينة. Its other spellings need none. Empty for a name that stands alone.
    #[serde(default)]
    pub only_after: Vec<String>,
    /// The country that a place lies in, as ISO 3166-1 writes it with two letters: of several places of one name, that in a
    /// country that the text is about is meant.
    #[serde(default)]
    pub country: Option<String>,
    /// The first-level division of the country that a place lies in, as an identifier that others of it share.
    #[serde(default)]
    pub division: Option<String>,
    /// Where the name counts.
    #[serde(default)]
    pub standing: Standing,
}

/// Where a name counts as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// Wherever it is met.
    #[default]
    Free,
    /// Where the text is about its country, or after a word such as مدينة. For small places of names that are no words.
    Local,
    /// Where the text is about its country and the words around it speak of a place, or after a word such as مدينة. For small
    /// places, whose names are as often other words or other names.
    Near,
    /// After a word such as مدينة, or joined by و to a place that counts wherever it is met. For names that are common words.
    Guarded,
}

impl Name {
    /// A name of which nothing more is known: no other spelling, no place on the map, counting wherever it is met.
    pub fn new(id: &str, kind: NameKind, name: &str) -> Name {
        Name {
            id: id.to_owned(),
            kind,
            name: name.to_owned(),
            name_en: None,
            aliases: Vec::new(),
            misspelt: Vec::new(),
            latitude: None,
            longitude: None,
            source: None,
            only_after: Vec::new(),
            country: None,
            division: None,
            standing: Standing::Free,
        }
    }

    /// Latitude and longitude in degrees, if it has a place on the map.
    pub fn coordinates(&self) -> Option<(f64, f64)> {
        self.latitude.zip(self.longitude)
    }

    /// All its spellings with how each stands to it, the name first.
    pub(crate) fn spellings(&self) -> impl Iterator<Item = (&str, Via)> {
        let english = self
            .name_en
            .iter()
            .chain(&self.aliases)
            .map(|spelling| (spelling.as_str(), Via::Alias));
        let misspelt = self
            .misspelt
            .iter()
            .map(|spelling| (spelling.as_str(), Via::Misspelt));
        std::iter::once((self.name.as_str(), Via::Name))
            .chain(english)
            .chain(misspelt)
    }
}

/// By which of its spellings a name was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Via {
    /// The name itself.
    Name,
    /// Another name, or the English one.
    Alias,
    /// A spelling that is wrong.
    Misspelt,
}

impl Via {
    /// The rule that the mention was found by.
    pub fn rule(self) -> NameRule {
        match self {
            Self::Name => NameRule::Name,
            Self::Alias => NameRule::Alias,
            Self::Misspelt => NameRule::Misspelt,
        }
    }
}
