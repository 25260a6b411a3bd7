//! From the lines of a saved page to its documents.

use crate::attribution;
use crate::clearing::drop_furniture;
use crate::document::{
    Document, DocumentKind, Dropped, Finding, Inferred, Paragraph, ParagraphKind,
};
use crate::form;
use crate::found::Found;
use crate::head;
use crate::joint;
use crate::line::Line;
use crate::outlet;
use crate::page::{Fate, Page};
use crate::repeat;
use crate::selfdate;
use crate::split;
use crate::tail;
use std::ops::Range;
use tawarikh_timex::{Context, How, Kind, tag};

/// Lines of a source and what its reader already left out of them.
pub(crate) struct Source<'s> {
    pub(crate) name: &'s str,
    pub(crate) lines: Vec<Line>,
    pub(crate) cut: Vec<Dropped>,
    /// What the source's own metadata says of its first article.
    pub(crate) known: Found,
}

/// Cleans a saved page; one document for each article on it, at least one.
pub(crate) fn clean(source: Source) -> Vec<Document> {
    let mut page = Page::new(source.lines, source.cut);
    drop_furniture(&mut page);
    let doubled = repeat::drop_neighbours(&mut page);
    let parts = split::articles(&mut page, &doubled);
    let mut known = Some(source.known);
    let mut documents: Vec<Document> = Vec::new();
    for (place, part) in parts.into_iter().enumerate() {
        let mut found = known.take().unwrap_or_default();
        read_metadata(&mut page, part.clone(), &mut found);
        if let Some(first) = documents.first() {
            inherit(first, &mut found);
        }
        repeat::drop_pull_quotes(&mut page, part.clone());
        form::settle(&mut page, part.clone());
        let mut document = document(&page, source.name, place, part, found);
        document.findings.extend(needed_date(&document));
        documents.push(document);
    }
    documents
}

/// Takes the text as it stands: prepared by a person, nothing to clean.
pub(crate) fn keep(source: Source) -> Document {
    let mut page = Page::new(Vec::new(), source.cut);
    page.fates = source.lines.iter().map(kept).collect();
    page.lines = source.lines;
    let part = 0..page.lines.len();
    document(&page, source.name, 0, part, source.known)
}

fn kept(line: &Line) -> Fate {
    match line.text.is_empty() {
        true => Fate::Dropped("separator"),
        false => Fate::Kept(line.markup.unwrap_or(ParagraphKind::Body)),
    }
}

fn read_metadata(page: &mut Page, part: Range<usize>, found: &mut Found) {
    head::read(page, part.clone(), found);
    tail::read(page, part.clone(), found);
    let address = found
        .url
        .as_ref()
        .and_then(|url| outlet::of_address(&url.value));
    if let Some(publisher) = address.filter(|publisher| publisher.kind == outlet::Kind::Outlet) {
        found.outlet(Inferred::concluded(
            publisher.name.to_owned(),
            "link-domain",
        ));
    }
    if found.outlet.is_none()
        && let Some((name, how)) = attribution::outlet(page, part.clone())
    {
        found.outlet(Inferred::concluded(name.to_owned(), how));
    }
    if found.published.is_none()
        && let Some((when, _)) = selfdate::year(page, part)
    {
        found.published(Inferred::concluded(when, "self-dated-year"));
    }
}

/// Another article on the same page was published by the same outlet.
fn inherit(first: &Document, found: &mut Found) {
    if let Some(outlet) = &first.outlet {
        found.outlet(Inferred::concluded(outlet.value.clone(), "same-page"));
    }
}

fn document(page: &Page, name: &str, place: usize, part: Range<usize>, found: Found) -> Document {
    // Lines between this article and the one before it belong to the one before: they ended it.
    let owned = |line: u32| {
        page.lines
            .get(part.start)
            .is_none_or(|first| place == 0 || line >= first.first)
    };
    let mut document = Document {
        id: id(name, place),
        source: name.to_owned(),
        title: found.title,
        authors: found.authors,
        outlet: found.outlet,
        published: found.published,
        date_note: None,
        url: found.url,
        language: "ar".to_owned(),
        kind: DocumentKind::Article,
        paragraphs: paragraphs(page, part.clone()),
        dropped: dropped(page, part.clone()),
        findings: found.findings,
    };
    let until = page.lines.get(part.end).map_or(u32::MAX, |line| line.first);
    document.dropped.extend(
        page.cut
            .iter()
            .filter(|cut| owned(cut.line) && cut.line < until)
            .cloned(),
    );
    document.dropped.sort_by_key(|dropped| dropped.line);
    let own = |finding: &&Finding| finding.line.is_some_and(|line| owned(line) && line < until);
    document
        .findings
        .extend(page.findings.iter().filter(own).cloned());
    document.findings.extend(gaps(&document));
    document
}

fn id(name: &str, place: usize) -> String {
    let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    match place {
        0 => stem.to_owned(),
        _ => format!("{stem}-{}", place + 1),
    }
}

fn paragraphs(page: &Page, part: Range<usize>) -> Vec<Paragraph> {
    let kept = part.filter_map(|at| {
        let line = &page.lines[at];
        let kind = match page.fates[at] {
            Fate::Kept(kind) => kind,
            Fate::Open => ParagraphKind::Body,
            Fate::Dropped(_) => return None,
        };
        let paragraph = Paragraph {
            text: line.text.clone(),
            kind,
            line: line.first,
            last_line: line.last,
        };
        Some((paragraph, line.clone()))
    });
    joint::join(kept.collect())
}

fn dropped(page: &Page, part: Range<usize>) -> Vec<Dropped> {
    // The line after a part is the marker that ended it; it goes with the part.
    let end = if part.end < page.lines.len() {
        part.end + 1
    } else {
        part.end
    };
    (part.start..end)
        .filter_map(|at| match page.fates[at] {
            Fate::Dropped(reason) if !page.lines[at].text.is_empty() => Some(Dropped {
                line: page.lines[at].first,
                text: page.lines[at].text.clone(),
                reason,
            }),
            _ => None,
        })
        .collect()
}

/// What a document does not say about itself.
fn gaps(document: &Document) -> Vec<Finding> {
    let mut gaps = Vec::new();
    let mut gap = |is_missing: bool, code: &'static str, text: &str, key: &str| {
        if is_missing {
            gaps.push(Finding {
                line: None,
                code,
                text: text.to_owned(),
                remedy: format!(
                    "write it as `{key}` into {}.toml",
                    document
                        .source
                        .rsplit_once('.')
                        .map_or(document.source.as_str(), |(stem, _)| stem)
                ),
            });
        }
    };
    gap(
        document.title.is_none(),
        "no-title",
        "the text gives no title",
        "title",
    );
    gap(
        document.authors.is_empty(),
        "no-author",
        "the text names no author",
        "author",
    );
    gap(
        document.outlet.is_none(),
        "no-outlet",
        "the text names no outlet",
        "outlet",
    );
    gap(
        document.published.is_none(),
        "no-date",
        "the text gives no date of its own",
        "date",
    );
    if document.paragraphs.is_empty() {
        gaps.push(Finding {
            line: None,
            code: "no-text",
            text: "nothing of the file is article text".to_owned(),
            remedy: "look at what was dropped; `cleaning = \"none\"` in a sidecar keeps every line"
                .to_owned(),
        });
    }
    gaps
}

/// Paragraphs in which a day is looked for that only the article's own date would place.
const LEAD: usize = 4;

/// The first expression near the beginning ("yesterday, Tuesday") that waits for the article's date.
fn needed_date(document: &Document) -> Option<Finding> {
    if document.published.is_some() {
        return None;
    }
    document.paragraphs.iter().take(LEAD).find_map(|paragraph| {
        let mention = tag(&paragraph.text, &Context::default())
            .into_iter()
            .find(|mention| mention.kind == Kind::Date && mention.how == How::Unresolved)?;
        Some(Finding {
            line: Some(paragraph.line),
            code: "date-needed",
            text: format!(
                "«{}» cannot be placed without the article's date",
                paragraph.text.get(mention.span)?
            ),
            remedy: "if you know the date, write it as `date` into a sidecar".to_owned(),
        })
    })
}
