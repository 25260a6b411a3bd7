//! The site's first page: the page's template with what its archive says of itself, for readers without JavaScript and for
//! search engines.

use maud::{Markup, html};
use serde_json::{Map, Value, json};
use tawarikh_calendar::Day;
use tawarikh_core::view::About;

use crate::plain::{self, Entry};

/// Where the template has its title.
const TITLE: &str = "<title>تواريخ</title>";
/// Where it takes what programs read of the archive.
const ABOUT: &str = "<!-- about -->";
/// Where it takes the list of plain pages.
const TEXTS: &str = "<!-- texts -->";

/// Documents that the first page lists itself; of more it names the page that lists them.
const MOST_LISTED: usize = 100;

/// The first page from its template. `entries` are the documents that have plain pages.
pub fn page(template: &str, about: &About, entries: &[Entry]) -> String {
    let title = html! { title { (about.description.title) } };
    template
        .replacen(TITLE, &title.into_string(), 1)
        .replacen(ABOUT, &head(about).into_string(), 1)
        .replacen(TEXTS, &texts(entries).into_string(), 1)
}

fn head(about: &About) -> Markup {
    html! {
        @if let Some(description) = &about.description.description {
            meta name="description" content=(description);
            meta property="og:description" content=(description);
        }
        meta property="og:title" content=(about.description.title);
        meta property="og:type" content="website";
        (plain::linked_data(&collection(about)))
    }
}

fn texts(entries: &[Entry]) -> Markup {
    html! {
        @if entries.len() > MOST_LISTED {
            p { a href=(plain::LIST) { "نصوص الأرشيف كلها، بلا بحث" } " · " bdi lang="en" { "All texts, without search" } }
        } @else if !entries.is_empty() {
            p { "نصوص الأرشيف، بلا بحث" " · " bdi lang="en" { "The texts, without search" } }
            (plain::list(entries, ""))
        }
    }
}

/// What schema.org's vocabulary says of an archive.
fn collection(about: &About) -> Value {
    let description = &about.description;
    let mut data = Map::new();
    data.insert("@context".into(), json!("https://schema.org"));
    data.insert("@type".into(), json!("Collection"));
    data.insert("name".into(), json!(description.title));
    data.insert("inLanguage".into(), json!(description.language));
    data.insert("collectionSize".into(), json!(about.documents));
    if let Some(text) = &description.description {
        data.insert("description".into(), json!(text));
    }
    if let Some(name) = &description.title_en {
        data.insert("alternateName".into(), json!(name));
    }
    if let Some(licence) = &description.licence {
        data.insert("license".into(), json!(licence));
    }
    if let (Some(first), Some(last)) = (about.first, about.last) {
        let year = |day| Day::from_rata_die(day).year();
        data.insert(
            "temporalCoverage".into(),
            json!(format!("{:04}/{:04}", year(first), year(last))),
        );
    }
    Value::Object(data)
}
