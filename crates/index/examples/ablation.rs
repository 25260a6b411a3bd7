//! What each ingredient of ranking is worth: nDCG@10 with all of them, and with each one left out.
//!
//! ```text
//! cargo run --release -p tawarikh-index --features parallel --example ablation -- DOCS.jsonl QRELS.tsv QUERIES.jsonl …
//! ```
//!
//! Documents are lines of `{"id", "title", "text"}`, queries of `{"id", "text"}`; titles are left out. `QRELS` names each
//! query's one document. Prints a table: per file of queries nDCG@10 over all queries, and over the two halves that a hash
//! of the document's id makes, so that what was tuned on one half can be seen on the other.

mod jsonl;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::time::Instant;

use serde_json::Value;
use tawarikh_index::{Crc32, Entry, Filter, Query, Ranking, Reader, Schema, Writer};

use jsonl::{lines, text};

/// An ingredient's name, and ranking without it.
type Ingredient = (&'static str, fn(&mut Ranking));

const INGREDIENTS: [Ingredient; 8] = [
    ("nothing", |_| {}),
    ("nearness of words", |ranking| ranking.proximity = 0.0),
    ("other numbers and persons", |ranking| ranking.plural = 0.0),
    ("rare stop words", |ranking| ranking.stop = 0.0),
    ("near spellings", |ranking| ranking.near = 0.0),
    ("the spelling as typed", |ranking| ranking.spelling = 0.0),
    ("words that begin alike", |ranking| ranking.prefix = 0.0),
    ("the first five", |ranking| {
        (ranking.proximity, ranking.plural, ranking.stop) = (0.0, 0.0, 0.0);
        (ranking.near, ranking.spelling) = (0.0, 0.0);
    }),
];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [documents, qrels, queries @ ..] = arguments.as_slice() else {
        return Err("give a file of documents, one of judgements and files of queries".into());
    };
    let documents = lines(documents)?;
    let judgements = fs::read_to_string(qrels)?;
    let right: BTreeMap<&str, &str> = judgements
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .collect();
    let sets: Vec<Vec<Value>> = queries
        .iter()
        .map(|path| lines(path))
        .collect::<Result<_, _>>()?;
    let bytes = build(&documents);
    println!(
        "| without | nDCG@10 (first half, second half), one column a set | p50, µs |\n| --- | --- | --- |"
    );
    for (name, leave_out) in INGREDIENTS {
        let mut ranking = Ranking::default();
        leave_out(&mut ranking);
        let reader = Reader::open(bytes.clone())?.with_ranking(ranking);
        print!("| {name} ");
        let mut times = Vec::new();
        for set in &sets {
            let [all, first, second] = score(&reader, &documents, set, &right, &mut times);
            print!("| {all:.4} ({first:.4}, {second:.4}) ");
        }
        times.sort_unstable();
        println!("| {} |", times.get(times.len() / 2).unwrap_or(&0));
    }
    Ok(())
}

fn build(documents: &[Value]) -> Vec<u8> {
    let mut writer = Writer::new(Schema::default());
    for document in documents {
        writer.add(&Entry {
            body: text(document, "text"),
            ..Entry::default()
        });
    }
    writer.finish()
}

/// nDCG@10 over all queries and over either half; adds the time of each query in microseconds.
fn score(
    reader: &Reader,
    documents: &[Value],
    queries: &[Value],
    right: &BTreeMap<&str, &str>,
    times: &mut Vec<u128>,
) -> [f64; 3] {
    let mut gains = [const { Vec::new() }; 3];
    for query in queries {
        let Some(&wanted) = right.get(text(query, "id")) else {
            continue;
        };
        let parsed = Query::parse(text(query, "text"));
        let started = Instant::now();
        let found = reader.search(&parsed, &Filter::default(), 10, 0);
        times.push(started.elapsed().as_micros());
        let mut hits = found.hits.iter();
        let rank = hits.position(|hit| text(&documents[hit.doc as usize], "id") == wanted);
        let gain = rank.map_or(0.0, |rank| 1.0 / (rank as f64 + 2.0).log2());
        let half = 1 + half_of(wanted) as usize;
        gains[0].push(gain);
        gains[half].push(gain);
    }
    gains.map(|gains: Vec<f64>| gains.iter().sum::<f64>() / gains.len().max(1) as f64)
}

/// 0 or 1 by a hash of the document's id.
fn half_of(id: &str) -> u32 {
    Crc32::new().of(id.as_bytes()) & 1
}
