//! Events as a calendar: iCalendar (RFC 5545).

use icalendar::{Calendar, Component, Event, EventLike, Property};
use tawarikh_core::view::{About, ListedEvent};

use super::moment::day;
use super::{one_line, source};

/// When an entry was made, which the standard asks for: the same for all, so that the same archive gives the same calendar.
const STAMP: &str = "19700101T000000Z";

/// What the standard asks of a calendar as a whole (section 3.6), its maker among it.
const CALENDAR: [(&str, &str); 3] = [
    ("VERSION", "2.0"),
    ("PRODID", "-//Tawarikh//Tawarikh//AR"),
    ("CALSCALE", "GREGORIAN"),
];

/// A calendar with an entry for every event that has a first and a last day; an open one can't be an entry.
pub fn events(about: &About, events: &[ListedEvent]) -> String {
    let mut calendar = Calendar::empty();
    for property in CALENDAR {
        calendar.append_property(property);
    }
    calendar.name(&about.description.title);
    for event in events {
        if let (Some(first), Some(last)) = (event.at.first, event.at.last) {
            calendar.push(entry(about, event, first, last));
        }
    }
    calendar.to_string()
}

fn entry(about: &About, event: &ListedEvent, first: i32, last: i32) -> Event {
    let mut entry = Event::with_uid(&format!(
        "{}-{}@{}.tawarikh",
        event.at.document, event.event, about.id
    ));
    entry.add_property("DTSTAMP", STAMP);
    entry.append_property(date("DTSTART", first));
    // The end of a whole-day entry is the day after its last.
    entry.append_property(date("DTEND", last.saturating_add(1)));
    entry.summary(&one_line(&event.headline));
    let dated = [vec![event.at.date.as_str()], source(event)].concat();
    entry.description(&one_line(&dated.join(" · ")));
    let places: Vec<&str> = event
        .places
        .iter()
        .map(|place| place.name.as_str())
        .collect();
    if !places.is_empty() {
        entry.location(&one_line(&places.join("، ")));
    }
    if let [place] = event.places.as_slice()
        && let (Some(latitude), Some(longitude)) = (place.latitude, place.longitude)
    {
        entry.append_property(Property::new(
            "GEO",
            format!("{latitude:.6};{longitude:.6}"),
        ));
    }
    entry.add_property("CATEGORIES", event.at.kind);
    entry.done()
}

fn date(name: &str, number: i32) -> Property {
    let (year, month, day) = day(number);
    let mut property = Property::new(name, format!("{year:04}{month:02}{day:02}"));
    property.add_parameter("VALUE", "DATE");
    property
}
