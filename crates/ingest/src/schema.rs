//! schema.org metadata of a web page (JSON-LD), as Arabic news sites embed it: an object, a list, or a `@graph`.

use dom_query::Document;
use serde_json::Value;

/// What an article object says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Article {
    pub(crate) headline: Option<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) publisher: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) url: Option<String>,
}

/// The first article object of a page; an empty one if there is none.
pub(crate) fn article(document: &Document) -> Article {
    for script in document
        .select("script[type='application/ld+json']")
        .nodes()
    {
        let Ok(value) = serde_json::from_str::<Value>(script.text().trim()) else {
            continue;
        };
        if let Some(found) = objects(&value)
            .into_iter()
            .find(|object| is_article(object))
        {
            return read(found, &value);
        }
    }
    Article::default()
}

/// The top objects: of a list, of a graph, or the one.
fn objects(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(values) => values.iter().flat_map(objects).collect(),
        Value::Object(fields) => match fields.get("@graph") {
            Some(Value::Array(values)) => values.iter().collect(),
            _ => vec![value],
        },
        _ => Vec::new(),
    }
}

fn is_article(object: &Value) -> bool {
    let is = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            kind.ends_with("Article")
                || kind.ends_with("Posting")
                || kind == "Report"
                || kind == "Review"
        })
    };
    match object.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is),
        Some(kind) => is(kind),
        None => false,
    }
}

fn read(object: &Value, whole: &Value) -> Article {
    let text = |key: &str| object.get(key).and_then(Value::as_str).map(str::to_owned);
    Article {
        headline: text("headline").or_else(|| text("name")),
        authors: object
            .get("author")
            .map(|author| names(author, whole))
            .unwrap_or_default(),
        publisher: object
            .get("publisher")
            .and_then(|publisher| names(publisher, whole).into_iter().next()),
        published: text("datePublished"),
        url: text("url").or_else(|| text("mainEntityOfPage")),
    }
}

/// Names of people or organisations: text, objects, or references into the graph.
fn names(value: &Value, whole: &Value) -> Vec<String> {
    match value {
        Value::String(name) => vec![name.clone()],
        Value::Array(values) => values
            .iter()
            .flat_map(|value| names(value, whole))
            .collect(),
        Value::Object(fields) => match (fields.get("name"), fields.get("@id")) {
            (Some(Value::String(name)), _) => vec![name.clone()],
            (None, Some(id)) => referred(id, whole).into_iter().collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn referred(id: &Value, whole: &Value) -> Option<String> {
    objects(whole)
        .into_iter()
        .find(|object| object.get("@id") == Some(id) && object.get("name").is_some())
        .and_then(|object| object.get("name"))
        .and_then(Value::as_str)
        .map(str::to_owned)
}
