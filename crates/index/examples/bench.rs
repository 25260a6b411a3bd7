//! Ranks queries over documents, and says what the index took.
//!
//! ```text
//! cargo run --release -p tawarikh-index --features parallel --example bench -- DOCS.jsonl QUERIES.jsonl [RUN.tsv [INDEX]] [name=value …]
//! ```
//!
//! Documents are lines of `{"id", "title", "text"}`, queries of `{"id", "text"}`. `INDEX` receives the
//! bytes of the index. The run file has per query its id and the
//! ids of ten documents, best first. `name=value` sets a weight of [`Ranking`]; titles are left out with `titles=0`.

mod jsonl;

use std::error::Error;
use std::fs;
use std::time::{Duration, Instant};

use serde_json::Value;
use tawarikh_index::{Entry, Filter, Query, Ranking, Reader, Schema, Writer};

use jsonl::{lines, text};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (settings, paths): (Vec<&String>, Vec<&String>) = arguments
        .iter()
        .partition(|argument| argument.contains('='));
    let [documents, queries, rest @ ..] = paths.as_slice() else {
        return Err("give a file of documents and a file of queries".into());
    };
    let documents = lines(documents)?;
    let queries = lines(queries)?;
    let ranking = ranking(&settings)?;
    let titles = !settings.iter().any(|setting| *setting == "titles=0");
    let bytes = build(&documents, titles);
    if let Some(path) = rest.get(1) {
        fs::write(path, &bytes)?;
    }
    let reader = open(bytes)?.with_ranking(ranking);
    let run = run(&reader, &documents, &queries);
    if let Some(path) = rest.first() {
        fs::write(path, run)?;
    }
    Ok(())
}

fn ranking(settings: &[&String]) -> Result<Ranking, Box<dyn Error>> {
    let mut ranking = Ranking::default();
    for (name, value) in settings
        .iter()
        .filter_map(|setting| setting.split_once('='))
    {
        let value: f32 = value.parse()?;
        match name {
            "k1" => ranking.k1 = value,
            "b" => ranking.b = value,
            "spelling" => ranking.spelling = value,
            "folded" => ranking.folded = value,
            "near" => ranking.near = value,
            "prefix" => ranking.prefix = value,
            "title" => ranking.title = value,
            "plural" => ranking.plural = value,
            "stop" => ranking.stop = value,
            "proximity" => ranking.proximity = value,
            "titles" => {}
            _ => return Err(format!("no weight is called {name}").into()),
        }
    }
    Ok(ranking)
}

fn build(documents: &[Value], titles: bool) -> Vec<u8> {
    let owned = |document: &Value, field: &str| text(document, field).to_owned();
    let entries: Vec<(String, String)> = documents
        .iter()
        .map(|document| (owned(document, "title"), owned(document, "text")))
        .collect();
    let started = Instant::now();
    let mut writer = Writer::new(Schema::default());
    for (title, body) in &entries {
        writer.add(&Entry {
            title: if titles { title } else { "" },
            body,
            ..Entry::default()
        });
    }
    let bytes = writer.finish();
    let built = started.elapsed();
    let text: usize = entries
        .iter()
        .map(|(title, body)| title.len() + body.len())
        .sum();
    println!(
        "{} documents, {text} bytes of text; built in {built:?}",
        entries.len()
    );
    bytes
}

fn open(bytes: Vec<u8>) -> Result<Reader, Box<dyn Error>> {
    let started = Instant::now();
    let total = bytes.len();
    let reader = Reader::open(bytes)?;
    println!(
        "{total} bytes with the stored text; opened in {:?}",
        started.elapsed()
    );
    for (name, size) in reader.sizes() {
        println!("  {name} {size}");
    }
    Ok(reader)
}

fn run(reader: &Reader, documents: &[Value], queries: &[Value]) -> String {
    let mut times: Vec<Duration> = Vec::new();
    let mut out = String::new();
    for query in queries {
        let asked = text(query, "text");
        let (found, time) =
            best_of_five(|| reader.search(&Query::parse(asked), &Filter::default(), 10, 0));
        times.push(time);
        out += text(query, "id");
        for hit in &found.hits {
            out += "\t";
            out += documents[hit.doc as usize]["id"]
                .as_str()
                .unwrap_or_default();
        }
        out += "\n";
    }
    times.sort_unstable();
    let at = |share: f64| {
        times
            .get((times.len() as f64 * share) as usize)
            .copied()
            .unwrap_or_default()
    };
    println!(
        "{} queries: p50 {:?}, p99 {:?}",
        queries.len(),
        at(0.5),
        at(0.99)
    );
    out
}

/// The least of five times, so that other programs on the machine are not measured.
fn best_of_five<T>(work: impl Fn() -> T) -> (T, Duration) {
    let once = || {
        let started = Instant::now();
        let value = work();
        (value, started.elapsed())
    };
    let first = once();
    (0..4).fold(first, |best, _| {
        let next = once();
        if next.1 < best.1 { next } else { best }
    })
}
