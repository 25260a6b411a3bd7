//! `tawarikh entities`: places, parties and persons on a stream of texts.

use serde::Serialize;
use tawarikh_evidence::{Entity, Gazetteer, NameKind, read};

use crate::failure::Failure;
use crate::texts::{Scalars, Span, Text, base, tell};

/// A line of the output.
#[derive(Serialize)]
struct Tagged {
    id: String,
    entities: Vec<Named>,
}

/// One name; offsets count Unicode scalar values.
#[derive(Serialize)]
struct Named {
    start: usize,
    end: usize,
    surface: String,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lat: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lon: Option<f64>,
    /// The identifiers of all names that may be meant, where it can't be told.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ambiguous: Vec<String>,
    rule: &'static str,
}

/// Reads standard input to its end.
pub fn run() -> Result<(), Failure> {
    let gazetteer = base();
    tell(None, |text| tag(text, &gazetteer))
}

fn tag(line: &Text, gazetteer: &Gazetteer) -> Result<Tagged, String> {
    let evidence = read(&line.text, &line.context()?, gazetteer);
    let scalars = Scalars::of(&line.text);
    let found = evidence.entities.into_iter();
    Ok(Tagged {
        entities: found
            .map(|entity| named(&line.text, entity, gazetteer, &scalars))
            .collect(),
        id: line.id.clone(),
    })
}

fn named(text: &str, entity: Entity, gazetteer: &Gazetteer, scalars: &Scalars) -> Named {
    let names = gazetteer.names();
    let Span { start, end } = scalars.span(text, &entity.span);
    let rivals = entity.known.iter().filter(|known| !known.rivals.is_empty());
    let ambiguous = rivals.flat_map(|known| std::iter::once(&known.name).chain(&known.rivals));
    let ambiguous: Vec<String> = ambiguous.map(|&name| names[name].id.clone()).collect();
    let meant = entity
        .known
        .as_ref()
        .filter(|known| known.rivals.is_empty());
    let name = meant.map(|known| &names[known.name]);
    let coordinates = name.and_then(|name| name.coordinates());
    Named {
        start,
        end,
        surface: text[entity.span].to_owned(),
        r#type: match entity.kind {
            NameKind::Place => "PLACE",
            NameKind::Party => "PARTY",
            NameKind::Person => "PERSON",
        },
        id: name.map(|name| name.id.clone()),
        name: name.map(|name| name.name.clone()),
        lat: coordinates.map(|(latitude, _)| latitude),
        lon: coordinates.map(|(_, longitude)| longitude),
        ambiguous,
        rule: entity.rule.id(),
    }
}
