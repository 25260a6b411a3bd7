//! What an `archive.toml` says.

use serde::Deserialize;
use tawarikh_calendar::{EdtfError, Language, Style, When};
use tawarikh_evidence::{Name, NameError};
use tawarikh_timex::Era;

use crate::kept::kept;
use crate::view::Description;

/// A stretch of time with a name of its own in the documents: "سنوات الجفاف".
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedEra {
    /// Its name as the documents write it.
    pub name: String,
    /// The time it names, as EDTF: `1958/1961`.
    pub date: String,
}

/// What of the settings can't be used.
#[derive(Debug, Clone, PartialEq)]
pub enum SettingsError {
    /// An entry of `[[name]]`.
    Name(NameError),
    /// An entry of `[[era]]`, whose date is no EDTF.
    Era {
        /// Its name.
        name: String,
        /// What is wrong with its date.
        reason: EdtfError,
    },
}

impl std::fmt::Display for SettingsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            SettingsError::Name(error) => error.fmt(f),
            SettingsError::Era { name, reason } => write!(f, "[[era]] {name}: {reason}"),
        }
    }
}

impl std::error::Error for SettingsError {}

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
    /// Words that are no names in these documents, though other archives have such a name.
    pub no_names: Vec<String>,
    /// Eras that the documents date things by.
    #[serde(rename = "era")]
    pub eras: Vec<NamedEra>,
}

impl Settings {
    /// What readers are told of the archive.
    pub(crate) fn describe(&self) -> Description {
        let settings = self.clone();
        Description {
            title: settings.title,
            title_en: settings.title_en,
            description: settings.description,
            description_en: settings.description_en,
            note: settings.note,
            note_en: settings.note_en,
            licence: settings.licence,
            language: settings.language,
        }
    }

    /// The eras with their days.
    pub(crate) fn dated_eras(&self) -> Result<Vec<Era>, SettingsError> {
        let dated = |era: &NamedEra| match When::from_edtf(&era.date) {
            Ok(when) => Ok(Era {
                name: era.name.clone(),
                when,
            }),
            Err(reason) => Err(SettingsError::Era {
                name: era.name.clone(),
                reason,
            }),
        };
        self.eras.iter().map(dated).collect()
    }
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
            no_names: Vec::new(),
            eras: Vec::new(),
        }
    }
}

/// The part of the settings that readers see, with the counts of the built archive.
#[derive(Debug, Clone)]
pub(crate) struct Meta {
    pub version: String,
    pub description: Description,
    pub examples: Vec<String>,
    pub sentences: u32,
    pub undated: u32,
    pub figures: u32,
    pub happenings: u32,
    pub names: u32,
}

kept!(struct Meta { version, description, examples, sentences, undated, figures, happenings, names });
kept!(struct Description { title, title_en, description, description_en, note, note_en, licence, language });

/// A name that the documents use, as the page needs it. An archive keeps its spellings apart: a query is understood with them alone.
#[derive(Debug, Clone)]
pub(crate) struct KnownName {
    /// Its number in the list that the archive was built with.
    pub number: u32,
    pub id: String,
    pub kind: tawarikh_evidence::NameKind,
    pub name: String,
    pub name_en: Option<String>,
    pub coordinates: Option<[f64; 2]>,
    /// Where the coordinates are from.
    pub source: Option<String>,
    /// How often the documents use it.
    pub uses: u32,
}

kept!(struct KnownName { number, id, kind, name, name_en, coordinates, source, uses });

impl KnownName {
    /// The name in the style's language, where it is known in that.
    pub fn label(&self, style: &Style) -> &str {
        match (style.language, &self.name_en) {
            (Language::English, Some(english)) => english,
            _ => &self.name,
        }
    }
}

/// A spelling of a name: its first, another one, one of another script or a wrong one.
#[derive(Debug, Clone)]
pub(crate) struct KnownSpelling {
    pub text: String,
    /// Whether some document writes it so.
    pub used: bool,
}

kept!(struct KnownSpelling { text, used });
