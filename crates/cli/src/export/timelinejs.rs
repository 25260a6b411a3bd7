//! Events for Knight Lab's TimelineJS (its JSON data format, TimelineJS3).

use serde_json::{Map, Value, json};
use tawarikh_core::view::{About, ListedEvent};

use super::moment::day;
use super::source;

/// A timeline with a slide for every event that has a first day.
pub fn events(about: &About, events: &[ListedEvent]) -> Value {
    let slides: Vec<Value> = events.iter().filter_map(slide).collect();
    let description = about.description.description.as_deref().unwrap_or_default();
    json!({
        "title": { "text": { "headline": escaped(&about.description.title), "text": escaped(description) } },
        "events": slides,
    })
}

fn slide(event: &ListedEvent) -> Option<Value> {
    let first = event.at.first?;
    let mut start = date(first, event);
    start.insert("display_date".into(), json!(event.at.date));
    let mut slide = json!({
        "start_date": start,
        "text": { "headline": escaped(&event.headline), "text": format!("<p>{}</p>", escaped(&source(event).join(" · "))) },
        "group": event.at.kind,
        "unique_id": format!("event-{}", event.event),
    });
    if let Some(last) = event.at.last.filter(|last| *last != first) {
        slide["end_date"] = Value::Object(date(last, event));
    }
    Some(slide)
}

/// Year, month and day, as fine as the date is known: TimelineJS shows what is there.
fn date(number: i32, event: &ListedEvent) -> Map<String, Value> {
    let (year, month, day) = day(number);
    let parts = event
        .at
        .edtf
        .split('/')
        .next()
        .unwrap_or_default()
        .matches('-')
        .count();
    let mut date = Map::new();
    date.insert("year".into(), json!(year));
    if parts >= 1 {
        date.insert("month".into(), json!(month));
    }
    if parts >= 2 {
        date.insert("day".into(), json!(day));
    }
    date
}

/// TimelineJS takes its texts as HTML.
fn escaped(text: &str) -> String {
    maud::html! { (text) }.into_string()
}
