//! Events on a map: GeoJSON (RFC 7946).

use serde_json::{Value, json};
use tawarikh_core::view::ListedEvent;

/// A collection with a feature for every event; one whose places have no coordinates has no geometry.
pub fn events(events: &[ListedEvent]) -> Value {
    let features: Vec<Value> = events.iter().map(feature).collect();
    json!({ "type": "FeatureCollection", "features": features })
}

fn feature(event: &ListedEvent) -> Value {
    let names: Vec<&str> = event
        .places
        .iter()
        .map(|place| place.name.as_str())
        .collect();
    json!({
        "type": "Feature",
        "geometry": geometry(event),
        "properties": {
            "document": event.id,
            "sentence": event.at.sentence,
            "title": event.at.title,
            "outlet": event.at.outlet,
            "url": event.url,
            "date": event.at.date,
            "edtf": event.at.edtf,
            "kind": event.at.kind,
            "headline": event.headline,
            "places": names,
            "agents": event.agents,
            "patients": event.patients,
            "saidBy": event.attribution.as_ref().map(|said| &said.text),
            "happening": event.at.happening,
            "sources": event.at.sources,
        },
    })
}

/// A point, or points where an event has several places; longitude comes first.
fn geometry(event: &ListedEvent) -> Value {
    let points: Vec<[f64; 2]> = event
        .places
        .iter()
        .filter_map(|place| Some([place.longitude?, place.latitude?]))
        .collect();
    match points.as_slice() {
        [] => Value::Null,
        [point] => json!({ "type": "Point", "coordinates": point }),
        points => json!({ "type": "MultiPoint", "coordinates": points }),
    }
}
