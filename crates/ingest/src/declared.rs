//! What a person or a program states about a document: front matter, a sidecar file, a record's fields.

use crate::date;
use crate::document::{Certainty, Document, DocumentKind, Finding, Inferred};
use crate::found::Found;
use serde_json::{Map, Value};
use tawarikh_calendar::When;

/// How much is done to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cleaning {
    /// It is prepared text: every line stays.
    None,
    /// It is a page as saved from the web.
    SavedPage,
}

/// Stated metadata; what is not stated is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Declared {
    id: Option<String>,
    found: Found,
    language: Option<String>,
    kind: Option<DocumentKind>,
    cleaning: Option<Cleaning>,
    date_note: Option<String>,
}

/// Whether keys that are not known are worth a word: a record of other data may hold any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnknownKeys {
    Report,
    Ignore,
}

impl Declared {
    /// Reads the keys of `fields`; `how` is the rule id of every statement.
    pub(crate) fn read(
        fields: &Map<String, Value>,
        how: &'static str,
        unknown: UnknownKeys,
    ) -> Declared {
        let mut declared = Declared::default();
        for (key, value) in fields {
            let known = declared.key(&key.to_lowercase(), value, how);
            if !known && unknown == UnknownKeys::Report {
                declared.found.findings.push(Finding {
                    line: None,
                    code: "unknown-key",
                    text: format!("`{key}` is no key of {how}"),
                    remedy: "keys are id, title, author, outlet, date, date_certainty, date_note, url, kind, language, cleaning"
                        .to_owned(),
                });
            }
        }
        declared.mark_certainty(fields);
        declared
    }

    fn key(&mut self, key: &str, value: &Value, how: &'static str) -> bool {
        let text = text_of(value).filter(|text| !text.is_empty());
        let stated = |text: String| Inferred::given(text, how);
        match key {
            "id" => self.id = text.or(self.id.take()),
            "title" | "headline" => self.found.title = text.map(stated),
            "author" | "authors" | "byline" => {
                self.found.authors.clear();
                self.found.authors(texts_of(value).into_iter().map(stated));
            }
            "outlet" | "publisher" | "site" | "sitename" | "site_name" => {
                self.found.outlet = text.map(stated);
            }
            "date" | "published" | "date_published" | "publish_date" => self.date(text, how),
            "url" | "link" | "source" | "address" => match text {
                Some(text) if text.contains("://") => self.found.url = Some(stated(text)),
                // A clipper's `source` may be a name.
                Some(text) if key == "source" => self.found.outlet(stated(text)),
                _ => {}
            },
            "language" | "lang" => self.language = text,
            "kind" => self.kind(text),
            "cleaning" => self.cleaning(text),
            "date_note" => self.date_note = text,
            "date_certainty" | "document-2" | "document-3" | "document-4" | "document-5"
            | "text" => {}
            "tags" | "description" | "created" | "excerpt" | "note" | "aliases" => {}
            _ => return false,
        }
        true
    }

    fn date(&mut self, text: Option<String>, how: &'static str) {
        let Some(text) = text else {
            return;
        };
        match when(&text) {
            Some(when) => self.found.published = Some(Inferred::given(when, how)),
            None => self.found.findings.push(Finding {
                line: None,
                code: "unreadable-date",
                text: format!("the stated date `{text}` is not understood"),
                remedy: "write it as EDTF: 2019, 2019-03, 2019-03-23".to_owned(),
            }),
        }
    }

    fn kind(&mut self, text: Option<String>) {
        match text.as_deref() {
            Some("digest") => self.kind = Some(DocumentKind::Digest),
            Some("article") => self.kind = Some(DocumentKind::Article),
            Some(other) => self.unknown_value("kind", other, "article, digest"),
            None => {}
        }
    }

    fn cleaning(&mut self, text: Option<String>) {
        match text.as_deref() {
            Some("none") => self.cleaning = Some(Cleaning::None),
            Some("saved-page") => self.cleaning = Some(Cleaning::SavedPage),
            Some(other) => self.unknown_value("cleaning", other, "none, saved-page"),
            None => {}
        }
    }

    fn unknown_value(&mut self, key: &str, value: &str, values: &str) {
        self.found.findings.push(Finding {
            line: None,
            code: "unknown-value",
            text: format!("`{key}` cannot be `{value}`"),
            remedy: format!("it is one of {values}"),
        });
    }

    /// `date_certainty = "inferred"`: the person who states the date has concluded it.
    fn mark_certainty(&mut self, fields: &Map<String, Value>) {
        let inferred = fields
            .get("date_certainty")
            .and_then(Value::as_str)
            .is_some_and(|certainty| certainty != "given");
        if let Some(published) = self.found.published.as_mut().filter(|_| inferred) {
            published.certainty = Certainty::Inferred;
        }
    }

    /// These statements where they are made, else those of `weaker`.
    pub(crate) fn over(self, weaker: Declared) -> Declared {
        let mut found = self.found;
        found.title = found.title.or(weaker.found.title);
        if found.authors.is_empty() {
            found.authors = weaker.found.authors;
        }
        found.outlet = found.outlet.or(weaker.found.outlet);
        found.published = found.published.or(weaker.found.published);
        found.url = found.url.or(weaker.found.url);
        found.findings.extend(weaker.found.findings);
        Declared {
            id: self.id.or(weaker.id),
            found,
            language: self.language.or(weaker.language),
            kind: self.kind.or(weaker.kind),
            cleaning: self.cleaning.or(weaker.cleaning),
            date_note: self.date_note.or(weaker.date_note),
        }
    }

    /// What is done to the text: as stated; a digest is prepared text; else `usual`.
    pub(crate) fn cleaning_or(&self, usual: Cleaning) -> Cleaning {
        let by_kind = self
            .kind
            .filter(|kind| *kind == DocumentKind::Digest)
            .map(|_| Cleaning::None);
        self.cleaning.or(by_kind).unwrap_or(usual)
    }

    /// The statements that the reading of the text starts from.
    pub(crate) fn known(&self) -> Found {
        self.found.clone()
    }

    /// Lets these statements prevail over what was found in the text.
    pub(crate) fn settle(self, document: &mut Document) {
        if let Some(id) = self.id {
            document.id = id;
        }
        document.title = self.found.title.or(document.title.take());
        if !self.found.authors.is_empty() {
            document.authors = self.found.authors;
        }
        document.outlet = self.found.outlet.or(document.outlet.take());
        document.published = self.found.published.or(document.published.take());
        document.url = self.found.url.or(document.url.take());
        if let Some(language) = self.language {
            document.language = language;
        }
        document.kind = self.kind.unwrap_or(document.kind);
        document.date_note = self.date_note.or(document.date_note.take());
    }
}

/// EDTF, a day with its time, or a date as bylines write it.
pub(crate) fn when(text: &str) -> Option<When> {
    let day = text.get(..10).filter(|_| {
        text.get(10..11)
            .is_some_and(|next| next == "T" || next == " ")
    });
    When::from_edtf(text)
        .ok()
        .or_else(|| day.and_then(|day| When::from_edtf(day).ok()))
        .or_else(|| date::first(text))
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => values.first().and_then(text_of),
        Value::Bool(_) | Value::Null | Value::Object(_) => None,
    }
}

fn texts_of(value: &Value) -> Vec<String> {
    let texts: Vec<String> = match value {
        Value::Array(values) => values.iter().filter_map(text_of).collect(),
        other => text_of(other).into_iter().collect(),
    };
    texts.into_iter().filter(|text| !text.is_empty()).collect()
}

/// A TOML table as JSON; dates become their text.
pub(crate) fn from_toml(table: toml::Table) -> Map<String, Value> {
    table
        .into_iter()
        .map(|(key, value)| (key, json(value)))
        .collect()
}

fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => Value::from(number),
        toml::Value::Float(number) => Value::from(number),
        toml::Value::Boolean(is) => Value::Bool(is),
        toml::Value::Datetime(moment) => Value::String(moment.to_string()),
        toml::Value::Array(values) => Value::Array(values.into_iter().map(json).collect()),
        toml::Value::Table(table) => Value::Object(from_toml(table)),
    }
}
