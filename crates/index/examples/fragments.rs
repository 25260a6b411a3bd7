//! Writes an index in fragments and says what a search has to fetch of it.
//!
//! ```text
//! cargo run --release -p tawarikh-index --features parallel --example fragments -- DOCS.jsonl QUERIES.jsonl
//! ```
//!
//! Documents are lines of `{"title", "text"}`, read one by one; queries of `{"text"}`. Runs are spilled to a temporary folder.
//! Every query begins with nothing but the resident part. Bytes are those of gzip.

use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;
use tawarikh_index::{
    Entry, Filter, Found, PackWriter, Query, Reader, Schema, Sink, Spill, Writer,
};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [documents, queries] = arguments.as_slice() else {
        return Err("give a file of documents and a file of queries".into());
    };
    let folder = std::env::temp_dir().join(format!("fragments-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let outcome = measure(documents, queries, &folder);
    fs::remove_dir_all(&folder)?;
    outcome
}

fn measure(documents: &str, queries: &str, folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut fragments = Files {
        folder: folder.to_owned(),
        sizes: Vec::new(),
    };
    let started = Instant::now();
    let resident = build(documents, folder, &mut fragments)?;
    println!("built in {:?}", started.elapsed());
    println!(
        "resident {} bytes, {} gzip; {} fragments, {} bytes",
        resident.len(),
        gzip(&resident)?.len(),
        fragments.sizes.len(),
        fragments.sizes.iter().sum::<usize>()
    );
    let (mut first, mut exact, mut agreed) = (Costs::default(), Costs::default(), Vec::new());
    let mut times = Vec::new();
    for line in BufReader::new(File::open(queries)?).lines() {
        let query: Value = serde_json::from_str(&line?)?;
        let text = format!("{} ", query["text"].as_str().unwrap_or_default());
        let mut visit = Visit {
            reader: Reader::open(resident.clone())?,
            files: &fragments,
            fetched: 0,
            bytes: 0,
        };
        let hits = visit.first_hits(&text)?;
        first.push(&visit);
        let started = Instant::now();
        visit.search(&text);
        times.push(started.elapsed());
        let all = visit.all(&text)?;
        exact.push(&visit);
        agreed.push(hits.iter().filter(|doc| all.contains(doc)).count());
    }
    first.print("first hits with their texts");
    exact.print("exact");
    times.sort_unstable();
    println!("first step p50 {:?}", times[times.len() / 2]);
    let hits: usize = agreed.iter().sum();
    println!("first hits that stay: {hits} of {}", agreed.len() * 10);
    Ok(())
}

/// What queries fetched.
#[derive(Default)]
struct Costs {
    fragments: Vec<usize>,
    bytes: Vec<usize>,
}

impl Costs {
    fn push(&mut self, visit: &Visit<'_>) {
        self.fragments.push(visit.fetched);
        self.bytes.push(visit.bytes);
    }

    fn print(mut self, what: &str) {
        for (list, unit) in [
            (&mut self.fragments, "fragments"),
            (&mut self.bytes, "bytes"),
        ] {
            list.sort_unstable();
            let at = |share: usize| list[(list.len() - 1) * share / 100];
            println!(
                "{what}: {unit} median {}, p90 {}, most {}",
                at(50),
                at(90),
                at(100)
            );
        }
    }
}

/// One query from a cold start.
struct Visit<'f> {
    reader: Reader,
    files: &'f Files,
    fetched: usize,
    /// In gzip.
    bytes: usize,
}

impl Visit<'_> {
    fn search(&self, text: &str) -> Found<'_> {
        self.reader
            .search(&Query::parse(text), &Filter::default(), 10, 0)
    }

    fn fetch(&mut self) -> Result<usize, Box<dyn Error>> {
        let wanted = self.reader.pager().take_wanted();
        for &number in &wanted {
            let fragment = fs::read(self.files.path(number))?;
            self.bytes += gzip(&fragment)?.len();
            self.reader.pager_mut().supply(number, fragment)?;
        }
        self.fetched += wanted.len();
        Ok(wanted.len())
    }

    /// The first hits, as soon as they and their texts are there.
    fn first_hits(&mut self, text: &str) -> Result<Vec<u32>, Box<dyn Error>> {
        loop {
            let found = self.search(text);
            let hits: Vec<u32> = found.hits.iter().map(|hit| hit.doc).collect();
            let is_exact = found.exact;
            let here = hits
                .iter()
                .filter(|&&doc| self.reader.document(doc).is_some())
                .count();
            if here == hits.len() && (is_exact || here > 0) {
                return Ok(hits);
            }
            self.fetch()?;
        }
    }

    /// The hits when everything that matters is there.
    fn all(&mut self, text: &str) -> Result<Vec<u32>, Box<dyn Error>> {
        loop {
            let found = self.search(text);
            if found.exact {
                return Ok(found.hits.iter().map(|hit| hit.doc).collect());
            }
            self.fetch()?;
        }
    }
}

fn build(documents: &str, folder: &Path, fragments: &mut Files) -> Result<Vec<u8>, Box<dyn Error>> {
    let spill = Folder {
        folder: folder.to_owned(),
        runs: 0,
    };
    let mut writer = Writer::spilling(Schema::default(), Box::new(spill));
    for line in BufReader::new(File::open(documents)?).lines() {
        let document: Value = serde_json::from_str(&line?)?;
        writer.add(&Entry {
            title: document["title"].as_str().unwrap_or_default(),
            body: document["text"].as_str().unwrap_or_default(),
            ..Entry::default()
        });
    }
    let mut pack = PackWriter::fragmented(writer.id(&[]), fragments);
    writer.write(&mut pack)?;
    Ok(pack.finish())
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// Fragments as files, and their sizes.
struct Files {
    folder: PathBuf,
    sizes: Vec<usize>,
}

impl Files {
    fn path(&self, number: u32) -> PathBuf {
        self.folder.join(format!("fragment-{number}"))
    }
}

impl Sink for Files {
    fn fragment(&mut self, number: u32, bytes: Vec<u8>) -> io::Result<()> {
        self.sizes.push(bytes.len());
        fs::write(self.path(number), bytes)
    }
}

/// Runs as files.
#[derive(Debug)]
struct Folder {
    folder: PathBuf,
    runs: usize,
}

impl Spill for Folder {
    fn write(&mut self, run: &[u8]) -> io::Result<()> {
        fs::write(self.folder.join(format!("run-{}", self.runs)), run)?;
        self.runs += 1;
        Ok(())
    }

    fn read(&mut self, run: usize) -> io::Result<Box<dyn Read>> {
        Ok(Box::new(File::open(
            self.folder.join(format!("run-{run}")),
        )?))
    }
}
