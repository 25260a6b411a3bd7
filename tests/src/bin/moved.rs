//! `moved SITE QUERIES.jsonl`: what a reader's first visit to a large archive moves over http.
//!
//! Each query of the file, JSON lines of `{id, text}`, is asked of the archive opened anew: the page, the engine with the
//! archive's resident part, and then the fragments until the ten first hits can be shown, further until all counts are exact,
//! and further until the timeline is whole. Bytes are those after gzip, as static hosts send scripts, modules and styles; fonts are left out.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use tawarikh_core::view::{State, Window};
use tawarikh_core::{Archive, fragment_file, pack};

/// Hits that a first visit shows.
const HITS: u32 = 10;
/// What is loaded before anything is asked.
const PAGE: [&str; 4] = ["index.html", "app.js", "app.css", "archive.wasm"];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [site, queries] = arguments.as_slice() else {
        eprintln!("usage: moved SITE QUERIES.jsonl");
        return ExitCode::from(2);
    };
    match measure(Path::new(site), Path::new(queries)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("moved: {error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(site: &Path, queries: &Path) -> io::Result<()> {
    let mut visits = Visits::new(site)?;
    println!("page, engine and resident part: {} bytes", visits.page);
    println!("resident part alone: {} bytes", visits.resident);
    for line in fs::read_to_string(queries)?.lines() {
        let query: serde_json::Value = serde_json::from_str(line)?;
        visits.visit(query["text"].as_str().unwrap_or_default())?;
    }
    visits.report();
    Ok(())
}

/// What one query moved until some moment.
#[derive(Clone, Copy, Default)]
struct Moved {
    bytes: usize,
    fragments: usize,
    rounds: usize,
    micros: u128,
}

/// All visits to a site.
struct Visits {
    pack: Vec<u8>,
    page: usize,
    resident: usize,
    folder: PathBuf,
    /// The bytes of fragments after gzip, of those that were met.
    sizes: BTreeMap<u32, usize>,
    first: Vec<Moved>,
    exact: Vec<Moved>,
    timeline: Vec<Moved>,
    without: usize,
}

/// The window of a desktop page over the whole axis.
fn window(archive: &Archive) -> Window {
    let about = archive.about();
    Window {
        first: f64::from(about.first.unwrap_or_default()),
        last: f64::from(about.last.unwrap_or_default()),
        width: 1200.0,
        lanes: 6,
        char_width: 6.0,
        label_width: 180.0,
    }
}

impl Visits {
    fn new(site: &Path) -> io::Result<Visits> {
        let module = fs::read(site.join("archive.wasm"))?;
        let pack = custom_section(&module)
            .ok_or_else(|| io::Error::other("archive.wasm holds no archive"))?;
        let archive = Archive::open(pack.to_vec()).map_err(io::Error::other)?;
        let fragments = archive
            .about()
            .fragments
            .ok_or_else(|| io::Error::other("the archive is whole"))?;
        let mut page = 0;
        for name in PAGE {
            page += gzip(&fs::read(site.join(name))?)?;
        }
        Ok(Visits {
            page,
            resident: gzip(pack)?,
            pack: pack.to_vec(),
            folder: site.join(fragments.folder),
            sizes: BTreeMap::new(),
            first: Vec::new(),
            exact: Vec::new(),
            timeline: Vec::new(),
            without: 0,
        })
    }

    fn visit(&mut self, query: &str) -> io::Result<()> {
        let mut archive = Archive::open(self.pack.clone()).map_err(io::Error::other)?;
        let state = State {
            query: format!("{query} "),
            limit: HITS,
            ..State::default()
        };
        let (mut moved, mut shown) = (Moved::default(), false);
        loop {
            let begin = Instant::now();
            let results = archive.search(&state);
            moved.micros = moved.micros.max(begin.elapsed().as_micros());
            let is_done = results.pending.is_empty();
            if !shown && (is_done || !results.hits.is_empty()) {
                shown = true;
                self.first.push(moved);
                self.without += usize::from(results.hits.is_empty());
            }
            if is_done {
                self.exact.push(moved);
                break;
            }
            self.load(&mut archive, &results.pending, &mut moved)?;
        }
        let window = window(&archive);
        moved.micros = 0;
        loop {
            let begin = Instant::now();
            let timeline = archive.timeline(&state, &window);
            moved.micros = moved.micros.max(begin.elapsed().as_micros());
            if timeline.pending.is_empty() {
                self.timeline.push(moved);
                return Ok(());
            }
            self.load(&mut archive, &timeline.pending, &mut moved)?;
        }
    }

    fn load(
        &mut self,
        archive: &mut Archive,
        pending: &[u32],
        moved: &mut Moved,
    ) -> io::Result<()> {
        moved.rounds += 1;
        for number in pending {
            let (fragment, size) = self.fragment(*number)?;
            moved.fragments += 1;
            moved.bytes += size;
            archive
                .supply(*number, fragment)
                .map_err(io::Error::other)?;
        }
        Ok(())
    }

    /// A fragment and the bytes that its script takes with gzip.
    fn fragment(&mut self, number: u32) -> io::Result<(Vec<u8>, usize)> {
        let script = fs::read(self.folder.join(fragment_file(number)))?;
        let size = match self.sizes.get(&number) {
            Some(size) => *size,
            None => gzip(&script)?,
        };
        self.sizes.insert(number, size);
        let text = script.split(|byte| *byte == b'"').nth(1);
        let packed = STANDARD
            .decode(text.unwrap_or_default())
            .map_err(io::Error::other)?;
        let mut fragment = Vec::new();
        GzDecoder::new(packed.as_slice()).read_to_end(&mut fragment)?;
        Ok((fragment, size))
    }

    fn report(&self) {
        println!(
            "{} queries, {} without hits",
            self.first.len(),
            self.without
        );
        println!("per query: median / 90 % / most");
        let moments = [
            ("first hits", &self.first),
            ("exact", &self.exact),
            ("timeline", &self.timeline),
        ];
        for (name, moved) in moments {
            let line = |what: &str, of: fn(&Moved) -> usize, more: usize| {
                let mut values: Vec<usize> = moved.iter().map(|moved| of(moved) + more).collect();
                values.sort_unstable();
                let at = |share: usize| values.get(values.len() * share / 100).copied();
                let most = values.last().copied();
                println!(
                    "{name}, {what}: {} / {} / {}",
                    at(50).unwrap_or_default(),
                    at(90).unwrap_or_default(),
                    most.unwrap_or_default()
                );
            };
            line("bytes in all", |moved| moved.bytes, self.page);
            line("bytes of fragments", |moved| moved.bytes, 0);
            line("fragments", |moved| moved.fragments, 0);
            line("rounds", |moved| moved.rounds, 0);
            line("µs of the longest call", |moved| moved.micros as usize, 0);
        }
    }
}

fn gzip(bytes: &[u8]) -> io::Result<usize> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(gzip.finish()?.len())
}

/// The archive in a module: the bytes behind the name of its custom section, which is the module's last.
fn custom_section(module: &[u8]) -> Option<&[u8]> {
    let name = pack::CUSTOM_SECTION.as_bytes();
    let at = module.windows(name.len()).rposition(|part| part == name)?;
    module.get(at + name.len()..)
}
