//! The articles as they were saved from the web: what they must become without any hand.
//!
//! The texts are their publishers' and not in this repository: the tests look for them in the folder that
//! `TAWARIKH_SHARED` names, or in `../shared` beside the workspace, and say so when they are not there.

mod accounting;

use std::path::{Path, PathBuf};
use tawarikh_ingest::{Document, ParagraphKind, read};

fn folder() -> PathBuf {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    std::env::var_os("TAWARIKH_SHARED")
        .map_or(beside, PathBuf::from)
        .join("seeds")
}

/// The text whose name begins with `number`, and its documents.
fn seed(number: &str) -> Option<(String, Vec<Document>)> {
    let Ok(entries) = std::fs::read_dir(folder()) else {
        println!(
            "NOT RUN: no articles in {}; set TAWARIKH_SHARED",
            folder().display()
        );
        return None;
    };
    let path = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .find(|path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with(number))
        })?;
    let text = std::fs::read_to_string(&path).ok()?;
    let name = path.file_name()?.to_string_lossy().into_owned();
    let documents = match read(&name, text.as_bytes(), None) {
        Ok(documents) => documents,
        Err(error) => panic!("{error}"),
    };
    assert_eq!(accounting::lost(&text, &documents), None);
    Some((text, documents))
}

fn title(document: &Document) -> &str {
    document
        .title
        .as_ref()
        .map_or("", |title| title.value.as_str())
}

fn authors(document: &Document) -> Vec<&str> {
    document
        .authors
        .iter()
        .map(|name| name.value.as_str())
        .collect()
}

fn outlet(document: &Document) -> Option<&str> {
    document.outlet.as_ref().map(|outlet| outlet.value.as_str())
}

fn date(document: &Document) -> Option<(String, &'static str)> {
    document
        .published
        .as_ref()
        .map(|when| (when.value.edtf(), when.how))
}

fn dropped(document: &Document) -> Vec<(u32, &'static str)> {
    document
        .dropped
        .iter()
        .map(|dropped| (dropped.line, dropped.reason))
        .collect()
}

fn headings(document: &Document) -> Vec<u32> {
    let is_heading = |kind| kind == ParagraphKind::Heading;
    document
        .paragraphs
        .iter()
        .filter(|paragraph| is_heading(paragraph.kind))
        .map(|paragraph| paragraph.line)
        .collect()
}

fn has_finding(document: &Document, code: &str) -> bool {
    document.findings.iter().any(|finding| finding.code == code)
}

#[test]
fn the_clock_of_a_page_is_no_date_and_the_text_dates_itself() {
    let Some((_, documents)) = seed("000") else {
        return;
    };
    let [article] = &documents[..] else {
        panic!("{} documents", documents.len())
    };
    assert_eq!(
        title(article),
        "من الباغوز إلى الحسكة.. داعش في خلافته الثانية"
    );
    assert_eq!(outlet(article), Some("ليفانت"));
    assert_eq!(authors(article), ["محمد محمود بشار"]);
    assert_eq!(date(article), Some(("2022".to_owned(), "self-dated-year")));
    assert!(has_finding(article, "saved-page-date"));
    assert_eq!(article.paragraphs.len(), 16);
    assert_eq!(
        dropped(article),
        [
            (1, "theme-switch"),
            (2, "date-line"),
            (3, "logo"),
            (4, "title"),
            (5, "byline"),
            (41, "signature"),
            (43, "related"),
            (45, "related"),
            (47, "newsletter"),
            (49, "newsletter"),
        ]
    );
}

#[test]
fn an_appended_article_is_a_document_of_its_own() {
    let Some((_, documents)) = seed("001") else {
        return;
    };
    let [first, second] = &documents[..] else {
        panic!("{} documents", documents.len())
    };
    assert!(first.title.is_none() && first.authors.is_empty() && first.published.is_none());
    assert_eq!(outlet(first), Some("الحرة"));
    assert_eq!(first.paragraphs[0].kind, ParagraphKind::Caption);
    assert_eq!(headings(first), [16, 34]);
    assert_eq!(
        dropped(first),
        [(2, "repeated-line"), (62, "related"), (64, "related")]
    );
    assert!(second.id.ends_with("-2"));
    assert!(title(second).starts_with("التحالف يعمل على توفير المساعدات"));
    assert!(second.published.is_none() && second.authors.is_empty());
    assert_eq!(outlet(second), Some("الحرة"));
    assert_eq!(dropped(second), [(66, "title"), (67, "repeated-line")]);
    assert_eq!(second.paragraphs.len(), 12);
}

#[test]
fn a_name_under_the_title_is_its_author() {
    let Some((_, documents)) = seed("002") else {
        return;
    };
    let [article] = &documents[..] else {
        panic!("{} documents", documents.len())
    };
    assert_eq!(
        title(article),
        "وهم الخلافة؛ من حلم السلطة إلى حضيض الانهيار! الجزء الرابع عشر"
    );
    assert!(article.outlet.is_none() && article.published.is_none());
    assert_eq!(authors(article), ["عزيز جلال"]);
    assert_eq!(headings(article), [5]);
    assert_eq!(
        dropped(article),
        [(1, "title"), (3, "byline"), (21, "exit-mobile")]
    );
}

#[test]
fn yesterday_alone_is_no_date() {
    let Some((_, documents)) = seed("003") else {
        return;
    };
    let [article] = &documents[..] else {
        panic!("{} documents", documents.len())
    };
    assert_eq!(title(article), "سقوط الرقة من يد داعش");
    assert!(article.published.is_none() && article.authors.is_empty() && article.outlet.is_none());
    assert!(has_finding(article, "date-needed"));
    assert_eq!(headings(article), [3, 9, 17]);
    assert_eq!(
        dropped(article),
        [(5, "read-also"), (15, "read-also"), (25, "read-also")]
    );
    assert_eq!(article.paragraphs.len(), 22);
}

#[test]
fn pull_quotes_go_and_broken_paragraphs_join() {
    let Some((_, documents)) = seed("004") else {
        return;
    };
    let [article] = &documents[..] else {
        panic!("{} documents", documents.len())
    };
    assert_eq!(
        title(article),
        "بعد أربعة أعوام.. هل انتهت خلافة داعش في سوريا فعلاً؟"
    );
    assert_eq!(authors(article), ["حسين الخطيب"]);
    assert_eq!(outlet(article), Some("نون بوست"));
    assert_eq!(date(article), Some(("2019-01-24".to_owned(), "byline")));
    assert_eq!(
        article.url.as_ref().map(|url| url.value.as_str()),
        Some("https://www.noonpost.com/26315")
    );
    assert_eq!(headings(article), [13, 23, 25, 47, 49, 65]);
    assert_eq!(
        dropped(article),
        [
            (3, "title"),
            (5, "byline"),
            (33, "pull-quote"),
            (61, "pull-quote"),
            (73, "pull-quote"),
            (75, "pull-quote"),
            (81, "article-link"),
        ]
    );
    let joined: Vec<(u32, u32)> = article
        .paragraphs
        .iter()
        .filter(|paragraph| paragraph.line < paragraph.last_line)
        .map(|paragraph| (paragraph.line, paragraph.last_line))
        .collect();
    assert_eq!(joined, [(39, 41), (55, 57)]);
    assert!(
        article
            .paragraphs
            .iter()
            .all(|paragraph| !paragraph.text.contains(['*', '[']))
    );
}
