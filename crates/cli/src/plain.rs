//! Plain pages: the archive's texts for readers without JavaScript, for search engines and for reference managers.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::{Map, Value, json};
use tawarikh_core::view::{About, MentionView, ParagraphView, Piece, Reading, SentenceView};

/// The folder of the pages, below the site.
const FOLDER: &str = "texts";

/// The list of all pages, below the site.
pub const LIST: &str = "texts/index.html";

/// Pages in one folder.
const FOLDER_SIZE: u32 = 256;

/// Nothing runs on a plain page, and it asks for nothing but its style and its letters.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'";

/// Letters of a text that search engines show.
const DESCRIPTION_LETTERS: usize = 200;

/// A document in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number.
    document: u32,
    title: String,
    outlet: Option<String>,
    date: Option<String>,
}

impl Entry {
    /// What a list says of a document.
    pub fn of(reading: &Reading) -> Entry {
        Entry {
            document: reading.document,
            title: reading.title.value.clone(),
            outlet: reading.outlet.as_ref().map(|outlet| outlet.value.clone()),
            date: reading.date.as_ref().map(|date| date.label.clone()),
        }
    }
}

/// The page of a document as a path below the site: `texts/004/01234.html`, 256 to a folder.
pub fn path(document: u32) -> String {
    format!("{FOLDER}/{:03}/{document:05}.html", document / FOLDER_SIZE)
}

/// The page of a document: its text with an anchor for every sentence (`#s12`), and what is known of it for programs:
/// schema.org as JSON-LD, Dublin Core, and the `citation_` tags that reference managers read.
pub fn page(about: &About, reading: &Reading) -> String {
    let title = &reading.title.value;
    let head = html! {
        title { (title) " · " (about.description.title) }
        meta name="description" content=(summary(reading));
        (tags(about, reading))
        (linked_data(&document_data(about, reading)))
    };
    let body = html! {
        header {
            p { a href="../../index.html" { (about.description.title) } }
            h1 { (title) }
            (byline(reading))
        }
        article lang=(reading.language) {
            @for group in groups(&reading.paragraphs) { (group_markup(group, &reading.mentions)) }
        }
        footer {
            p { a href={ "../../index.html#" (explorer_state(&reading.id)) } { "افتحه في المستكشف" } }
            p { a href="../index.html" { "كل الوثائق" } }
            @if let Some(licence) = &about.description.licence { p { (licence) } }
        }
    };
    whole(about, "../../", &head, &body)
}

/// The page that lists all documents.
pub fn list_page(about: &About, entries: &[Entry]) -> String {
    let head = html! { title { "كل الوثائق · " (about.description.title) } };
    let body = html! {
        header {
            p { a href="../index.html" { (about.description.title) } }
            h1 { "كل الوثائق" }
        }
        main { (list(entries, "../")) }
    };
    whole(about, "../", &head, &body)
}

/// Links to the pages of documents, from a page that is at `root` of the site.
pub fn list(entries: &[Entry], root: &str) -> Markup {
    html! {
        ul class="documents" {
            @for entry in entries {
                li {
                    a href={ (root) (path(entry.document)) } { (entry.title) }
                    @for part in [&entry.outlet, &entry.date].into_iter().flatten() { " · " (part) }
                }
            }
        }
    }
}

/// schema.org data for programs. The text is not run, and nothing in it can end its element.
pub fn linked_data(data: &Value) -> Markup {
    let text = data.to_string().replace('<', "\\u003c");
    html! { script type="application/ld+json" { (PreEscaped(text)) } }
}

fn whole(about: &About, root: &str, head: &Markup, body: &Markup) -> String {
    html! {
        (DOCTYPE)
        html lang=(about.description.language) dir="rtl" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                link rel="stylesheet" href={ (root) "text.css" };
                (head)
            }
            body { (body) }
        }
    }
    .into_string()
        + "\n"
}

fn byline(reading: &Reading) -> Markup {
    let authors: Vec<&str> = reading
        .authors
        .iter()
        .map(|author| author.value.as_str())
        .collect();
    html! {
        p class="byline" {
            @if !authors.is_empty() { (authors.join("، ")) " · " }
            @if let Some(outlet) = &reading.outlet { (outlet.value) " · " }
            @if let Some(date) = &reading.date { (time(&date.label, &date.edtf)) }
            @else { "بلا تاريخ معروف" }
            @if let Some(url) = reading.url.as_ref().filter(|url| is_web(url)) {
                " · " a href=(url) rel="noreferrer" { "الأصل" }
            }
        }
        @if let Some(note) = &reading.date_note { p class="byline" { (note) } }
    }
}

/// An address that a link may lead to: a document's own word for where it comes from may be anything.
fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// Paragraphs that stand in one element: the items of a list together, all others alone.
fn groups(paragraphs: &[ParagraphView]) -> impl Iterator<Item = &[ParagraphView]> {
    paragraphs.chunk_by(|one, next| one.kind == "item" && next.kind == "item")
}

fn group_markup(group: &[ParagraphView], mentions: &[MentionView]) -> Markup {
    let text = |paragraph: &ParagraphView| sentences(&paragraph.sentences, mentions);
    match group {
        [paragraph] => match paragraph.kind {
            "heading" => html! { h2 { (text(paragraph)) } },
            "quote" => html! { blockquote { p { (text(paragraph)) } } },
            "caption" => html! { p class="caption" { (text(paragraph)) } },
            "item" => html! { ul { li { (text(paragraph)) } } },
            _ => html! { p { (text(paragraph)) } },
        },
        items => html! { ul { @for item in items { li { (text(item)) } } } },
    }
}

fn sentences(sentences: &[SentenceView], mentions: &[MentionView]) -> Markup {
    html! {
        @for sentence in sentences {
            span id={ "s" (sentence.sentence) } {
                @for piece in &sentence.pieces { (piece_markup(piece, mentions)) }
            }
        }
    }
}

fn piece_markup(piece: &Piece, mentions: &[MentionView]) -> Markup {
    let mention = piece
        .mention
        .and_then(|number| mentions.get(number as usize));
    match mention.and_then(|mention| mention.edtf.as_deref()) {
        Some(edtf) => time(&piece.text, edtf),
        None => html! { (piece.text) },
    }
}

/// A date in words with its machine form, where HTML knows a form for it: a day, a month or a year.
fn time(text: &str, edtf: &str) -> Markup {
    if is_html_date(edtf) {
        html! { time datetime=(edtf) { (text) } }
    } else {
        html! { (text) }
    }
}

/// Whether a date is `2017`, `2017-10` or `2017-10-17`: of EDTF, that is what HTML and schema.org take as well. EDTF writes
/// seasons, quarters and halves as months beyond the twelfth.
fn is_html_date(edtf: &str) -> bool {
    let number = |part: &str, count: usize| {
        let is_number = part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u32>().ok().filter(|_| is_number)
    };
    let parts: Vec<&str> = edtf.split('-').collect();
    match parts.as_slice() {
        [year] => number(year, 4).is_some(),
        [year, month] | [year, month, _] => {
            number(year, 4).is_some()
                && number(month, 2).is_some_and(|month| (1..=12).contains(&month))
                && parts.get(2).is_none_or(|day| number(day, 2).is_some())
        }
        _ => false,
    }
}

/// The beginning of the text proper.
fn summary(reading: &Reading) -> String {
    let body = reading
        .paragraphs
        .iter()
        .find(|paragraph| paragraph.kind == "body");
    let pieces = body
        .into_iter()
        .flat_map(|paragraph| &paragraph.sentences)
        .flat_map(|sentence| &sentence.pieces);
    let text: String = pieces.map(|piece| piece.text.as_str()).collect();
    match text.char_indices().nth(DESCRIPTION_LETTERS) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.trim_end().to_owned(),
    }
}

fn tags(about: &About, reading: &Reading) -> Markup {
    let date = reading
        .date
        .as_ref()
        .map(|date| date.edtf.as_str())
        .filter(|edtf| is_html_date(edtf));
    html! {
        meta name="citation_title" content=(reading.title.value);
        meta name="DC.title" content=(reading.title.value);
        @for author in &reading.authors {
            meta name="citation_author" content=(author.value);
            meta name="DC.creator" content=(author.value);
        }
        @if let Some(outlet) = &reading.outlet {
            meta name="citation_publisher" content=(outlet.value);
            meta name="DC.publisher" content=(outlet.value);
        }
        @if let Some(date) = date {
            // Reference managers take slashes here.
            meta name="citation_publication_date" content=(date.replace('-', "/"));
            meta name="DC.date" content=(date);
        }
        @if let Some(url) = &reading.url { meta name="DC.source" content=(url); }
        @if let Some(licence) = &about.description.licence { meta name="DC.rights" content=(licence); }
        meta name="citation_language" content=(reading.language);
        meta name="DC.language" content=(reading.language);
        meta name="DC.type" content="Text";
        meta name="DC.isPartOf" content=(about.description.title);
    }
}

/// What schema.org's vocabulary says of a document. Of a digest, author, outlet and date are those of what it tells again.
fn document_data(about: &About, reading: &Reading) -> Value {
    let mut article = Map::new();
    article.insert("@type".into(), json!("Article"));
    article.insert("headline".into(), json!(reading.title.value));
    if !reading.authors.is_empty() {
        let person = |name: &String| json!({ "@type": "Person", "name": name });
        let authors: Vec<Value> = reading
            .authors
            .iter()
            .map(|author| person(&author.value))
            .collect();
        article.insert("author".into(), json!(authors));
    }
    if let Some(outlet) = &reading.outlet {
        article.insert(
            "publisher".into(),
            json!({ "@type": "Organization", "name": outlet.value }),
        );
    }
    if let Some(date) = reading
        .date
        .as_ref()
        .filter(|date| is_html_date(&date.edtf))
    {
        article.insert("datePublished".into(), json!(date.edtf));
    }
    if let Some(url) = &reading.url {
        article.insert("url".into(), json!(url));
    }
    let mut data = if reading.kind == "digest" {
        let headline = reading.title.value.clone();
        Map::from_iter([
            ("@type".to_owned(), json!("Article")),
            ("headline".to_owned(), json!(headline)),
            ("isBasedOn".to_owned(), Value::Object(article)),
        ])
    } else {
        article
    };
    data.insert("@context".into(), json!("https://schema.org"));
    data.insert("inLanguage".into(), json!(reading.language));
    data.insert(
        "isPartOf".into(),
        json!({ "@type": "Collection", "name": about.description.title }),
    );
    if let Some(licence) = &about.description.licence {
        data.insert("license".into(), json!(licence));
    }
    Value::Object(data)
}

/// The explorer's address of a document, behind its `#`: the form of `application/x-www-form-urlencoded`.
fn explorer_state(id: &str) -> String {
    let kept = |byte: u8| byte.is_ascii_alphanumeric() || b"-._*".contains(&byte);
    let written = id.bytes().map(|byte| match byte {
        _ if kept(byte) => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    });
    format!("doc={}", written.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_knows_days_months_and_years_only() {
        for date in ["2017", "2017-10", "2017-10-17"] {
            assert!(is_html_date(date), "{date}");
        }
        for date in [
            "",
            "2017-21",
            "2017~",
            "2017/2018",
            "2017-10-17?",
            "201X",
            "-0044",
            "2017-10-17-01",
            "17-10-2017",
        ] {
            assert!(!is_html_date(date), "{date}");
        }
    }

    #[test]
    fn an_id_of_any_letters_is_a_state_of_the_explorer() {
        assert_eq!(explorer_state("01-levant"), "doc=01-levant");
        assert_eq!(explorer_state("سد 4&b"), "doc=%D8%B3%D8%AF%204%26b");
    }

    #[test]
    fn a_text_cannot_end_the_data_that_it_stands_in() {
        let markup = linked_data(&json!({ "headline": "</script><script>alert(1)" })).into_string();
        assert_eq!(markup.matches("</script>").count(), 1, "{markup}");
        assert_eq!(markup.matches("<script").count(), 1, "{markup}");
    }
}
