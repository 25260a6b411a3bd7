//! What an `archive.toml` says.

use serde::{Deserialize, Serialize};
use tawarikh_evidence::Name;

/// The description of an archive and the names that it knows.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Title in the archive's language.
    pub title: String,
    /// Title in English.
    pub title_en: Option<String>,
    /// What the archive is, in a sentence or two.
    pub description: Option<String>,
    /// The same in English.
    pub description_en: Option<String>,
    /// What readers should know of the texts.
    pub note: Option<String>,
    /// The same in English.
    pub note_en: Option<String>,
    /// Licence of the texts.
    pub licence: Option<String>,
    /// Language of the texts, as a BCP 47 tag.
    pub language: String,
    /// Queries to offer on a first visit; made from the names where there are none.
    pub examples: Vec<String>,
    /// Places, parties and people with their other names.
    #[serde(rename = "name")]
    pub names: Vec<Name>,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            title: String::new(),
            title_en: None,
            description: None,
            description_en: None,
            note: None,
            note_en: None,
            licence: None,
            language: "ar".into(),
            examples: Vec::new(),
            names: Vec::new(),
        }
    }
}

/// The part of the settings that readers see, with the counts of the built archive.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Meta {
    pub version: String,
    pub title: String,
    pub title_en: Option<String>,
    pub description: Option<String>,
    pub description_en: Option<String>,
    pub note: Option<String>,
    pub note_en: Option<String>,
    pub licence: Option<String>,
    pub language: String,
    pub examples: Vec<String>,
    /// By number.
    pub names: Vec<KnownName>,
    pub sentences: u32,
    pub undated: u32,
}

/// A name that the documents use, as the page needs it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct KnownName {
    /// Its number in the list that the archive was built with.
    pub number: u32,
    pub id: String,
    pub kind: tawarikh_evidence::NameKind,
    pub name: String,
    pub name_en: Option<String>,
    pub coordinates: Option<[f64; 2]>,
}

impl Meta {
    /// The name of that number.
    pub fn name(&self, number: u32) -> Option<&KnownName> {
        let place = self
            .names
            .binary_search_by_key(&number, |name| name.number)
            .ok()?;
        self.names.get(place)
    }
}
