//! A whole set of queries over a whole set of documents.

use std::fmt::Write as _;

use tawarikh_core::view::State;
use tawarikh_core::{Analyst, Archive, Builder, Settings};
use tawarikh_index::{Entry, Filter, Query, Reader, Schema, Writer};
use tawarikh_ingest::Document;

/// The line between documents and queries.
const QUERIES: &str = "\nqueries\n";

/// One query in so many (odd, for they come in pairs) is asked of the archive too, whose snippets take longer than all the
/// ranking.
const ASKED_OF_THE_ARCHIVE: usize = 15;

/// Per query the best documents of the index with the bits of their scores, and here and there those of the archive. `text` is documents
/// as JSON lines, a line `queries`, and a query a line.
pub(crate) fn ranking(text: &str) -> String {
    let Some((documents, queries)) = text.split_once(QUERIES) else {
        return "no queries".to_owned();
    };
    let Ok(documents) = tawarikh_ingest::read("set.jsonl", documents.as_bytes(), None) else {
        return "not read".to_owned();
    };
    let (Some(index), Some(archive)) = (index(&documents), archive(documents)) else {
        return "not opened".to_owned();
    };
    let mut out = String::new();
    for (place, query) in queries.lines().enumerate() {
        let asked = place % ASKED_OF_THE_ARCHIVE == 0;
        let ids = if asked {
            ids(&archive, query)
        } else {
            Default::default()
        };
        // Writing to a string does not fail.
        let _ = writeln!(out, "{} {ids}", scores(&index, query));
    }
    out
}

fn index(documents: &[Document]) -> Option<Reader> {
    let mut writer = Writer::new(Schema::default());
    for document in documents {
        let paragraphs = document.paragraphs.iter();
        let texts: Vec<&str> = paragraphs
            .map(|paragraph| paragraph.text.as_str())
            .collect();
        writer.add(&Entry {
            title: document.title.as_ref().map_or("", |title| &title.value),
            body: &texts.join("\n"),
            ..Entry::default()
        });
    }
    Reader::open(writer.finish()).ok()
}

fn archive(documents: Vec<Document>) -> Option<Archive> {
    let analyst = Analyst::new(&Settings::default()).ok()?;
    let mut builder = Builder::new(Settings::default(), &analyst);
    for document in documents {
        builder.add(analyst.analyse(document));
    }
    Archive::open(builder.finish().ok()?).ok()
}

fn scores(index: &Reader, query: &str) -> String {
    let found = index.search(&Query::parse(query), &Filter::default(), 10, 0);
    let hits = found.hits.iter();
    let hits: Vec<String> = hits
        .map(|hit| format!("{}:{:08x}", hit.doc, hit.score.to_bits()))
        .collect();
    format!("{} {}", found.total, hits.join(" "))
}

fn ids(archive: &Archive, query: &str) -> String {
    let state = State {
        query: query.to_owned(),
        limit: 10,
        ..State::default()
    };
    let found = archive.search(&state);
    let ids: Vec<&str> = found.hits.iter().map(|hit| hit.id.as_str()).collect();
    format!("{} {}", found.total, ids.join(" "))
}
