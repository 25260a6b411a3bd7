//! Writing a site: beside its place first, then renamed, so that an interrupted build leaves the old one whole.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use tawarikh_core::{Fragmenting, Sink, fragment_path};

use crate::embedded;
use crate::engine;
use crate::failure::Failure;
use crate::fragments;
use crate::front;
use crate::offline;
use crate::opened::Opened;
use crate::plain::{self, Entry};
use crate::single;

/// Engine, texts and index in one module.
pub const MODULE: &str = "archive.wasm";
/// The same bytes as a script, for pages opened from a folder.
const MODULE_SCRIPT: &str = "archive.wasm.js";
/// The engine's later part as a script: what the first hits do not need.
const LATER_SCRIPT: &str = "later.js";
/// The number that it has among fragments; the page knows it too.
const LATER_NUMBER: u32 = u32::MAX;
const CHECKSUMS: &str = "checksums.txt";
/// The page itself.
const FRONT: &str = "index.html";

/// Fragments that are made into scripts side by side.
const BATCH: usize = 128;

/// Whether a site has something that only some archives need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// As its size asks for.
    Auto,
    /// However small or large it is.
    Always,
    /// In no case.
    Never,
}

impl From<When> for Fragmenting {
    fn from(when: When) -> Fragmenting {
        match when {
            When::Auto => Fragmenting::Auto,
            When::Always => Fragmenting::Always,
            When::Never => Fragmenting::Never,
        }
    }
}

/// A site that is being written.
#[derive(Debug)]
pub struct SiteWriter {
    /// Where it will be.
    out: PathBuf,
    /// Where it is written.
    fresh: PathBuf,
    /// Fragments that are still to be written.
    waiting: Vec<(u32, Vec<u8>)>,
    written: Vec<Written>,
}

/// A file of the site.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Written {
    /// Relative to the site.
    name: String,
    /// SHA-256 in hexadecimal digits.
    checksum: String,
    bytes: u64,
}

impl SiteWriter {
    /// Begins a site that will be at `out`, in the place of an older one.
    ///
    /// # Errors
    /// [`Failure`] where `out` holds something else or can't be written, or this program has no page and engine.
    pub fn new(out: &Path) -> Result<SiteWriter, Failure> {
        if embedded::ENGINE.is_empty() {
            return Err(Failure::NoEngine);
        }
        if occupied(out) {
            return Err(Failure::ForeignOutput {
                path: out.to_owned(),
            });
        }
        restore(&beside(out, "old"), out)?;
        let site = SiteWriter {
            fresh: beside(out, "new"),
            out: out.to_owned(),
            waiting: Vec::new(),
            written: Vec::new(),
        };
        remove(&site.fresh)?;
        Ok(site)
    }

    /// Writes the page and the engine with the archive's resident bytes, puts the site into its place and tells its bytes.
    ///
    /// # Errors
    /// [`Failure`] where something can't be written; an older site is then as it was.
    pub fn finish(mut self, pack: &[u8], plain: When) -> Result<u64, Failure> {
        self.write_waiting()
            .map_err(|reason| self.failed(&self.fresh, reason))?;
        for (name, bytes) in embedded::PAGE {
            if ![FRONT, offline::WORKER].contains(name) {
                self.put(name, bytes)?;
            }
        }
        let module = engine::with_pack(embedded::ENGINE, pack);
        let script = format!("tawarikhArchive(\"{}\")\n", fragments::packed(&module)?);
        self.put(MODULE, &module)?;
        self.put(MODULE_SCRIPT, script.as_bytes())?;
        let later = fragments::script(LATER_NUMBER, embedded::LATER)?;
        self.put(LATER_SCRIPT, &later)?;
        self.put_pages(pack, plain)?;
        self.written.sort();
        let kept = self.kept();
        let worker = offline::worker(template(offline::WORKER), &kept, &checksums(&self.written));
        self.put(offline::WORKER, &worker)?;
        self.written.sort();
        self.put(CHECKSUMS, checksums(&self.written).as_bytes())?;
        self.replace()?;
        Ok(self.written.iter().map(|file| file.bytes).sum())
    }

    /// Writes what tells of the archive outside of the engine: the first page, the manifest and the plain pages.
    fn put_pages(&mut self, pack: &[u8], plain: When) -> Result<(), Failure> {
        let mut opened = Opened::from_pack(pack, &self.fresh)?;
        let about = opened.about();
        let is_plain = match plain {
            When::Auto => about.fragments.is_none(),
            When::Always => true,
            When::Never => false,
        };
        let mut entries = Vec::new();
        for document in (0..about.documents).filter(|_| is_plain) {
            let Some(reading) = opened.read(document) else {
                continue;
            };
            self.put(
                &plain::path(document),
                plain::page(&about, &reading).as_bytes(),
            )?;
            entries.push(Entry::of(&reading));
        }
        if is_plain {
            self.put(plain::LIST, plain::list_page(&about, &entries).as_bytes())?;
        }
        let front = front::page(&text(template(FRONT)), &about, &entries);
        self.put(FRONT, front.as_bytes())?;
        self.put(offline::MANIFEST, &offline::manifest(&about))
    }

    /// The files that the page always needs over http.
    fn kept(&self) -> Vec<&str> {
        let names = self.written.iter().map(|file| file.name.as_str());
        names
            .filter(|name| {
                let is_lazy = name.starts_with("fragments/") || name.starts_with("texts/");
                !is_lazy && *name != MODULE_SCRIPT
            })
            .collect()
    }

    fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let written = put(&self.fresh, name, bytes);
        let written = written.map_err(|reason| self.failed(&self.fresh.join(name), reason))?;
        self.written.push(written);
        Ok(())
    }

    /// Puts the new site into the place of the old one.
    fn replace(&self) -> Result<(), Failure> {
        let (out, old) = (&self.out, beside(&self.out, "old"));
        remove(&old)?;
        let failed = |reason| self.failed(out, reason);
        if out.exists() {
            fs::rename(out, &old).map_err(failed)?;
        }
        fs::rename(&self.fresh, out).map_err(failed)?;
        remove(&old)
    }

    fn write_waiting(&mut self) -> io::Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        let fresh = &self.fresh;
        let written: Vec<Written> = waiting
            .par_iter()
            .map(|(number, bytes)| put_fragment(fresh, *number, bytes))
            .collect::<io::Result<_>>()?;
        self.written.extend(written);
        Ok(())
    }

    fn failed(&self, path: &Path, reason: io::Error) -> Failure {
        Failure::Output {
            path: path.to_owned(),
            reason,
        }
    }
}

impl Sink for SiteWriter {
    fn fragment(&mut self, number: u32, bytes: Vec<u8>) -> io::Result<()> {
        self.waiting.push((number, bytes));
        if self.waiting.len() >= BATCH {
            self.write_waiting()?;
        }
        Ok(())
    }
}

/// A site in one file that is being written: an archive that is whole.
#[derive(Debug)]
pub struct SingleFile<'a> {
    /// Where it will be.
    out: &'a Path,
}

impl SingleFile<'_> {
    /// Begins a file that will be at `out`, in the place of an older one.
    ///
    /// # Errors
    /// [`Failure::NoEngine`] where this program has no page and engine.
    pub fn new(out: &Path) -> Result<SingleFile<'_>, Failure> {
        if embedded::ENGINE.is_empty() {
            return Err(Failure::NoEngine);
        }
        Ok(SingleFile { out })
    }

    /// Writes the file and tells its bytes.
    ///
    /// # Errors
    /// [`Failure`] where it can't be written; an older file is then as it was.
    pub fn finish(&self, pack: &[u8]) -> Result<u64, Failure> {
        let module = engine::with_pack(embedded::ENGINE, pack);
        let about = Opened::from_pack(pack, self.out)?.about();
        let front = front::page(&text(template(FRONT)), &about, &[]);
        let inside = [
            ("TAWARIKH_INLINE", fragments::packed(&module)?),
            ("TAWARIKH_LATER", fragments::packed(embedded::LATER)?),
        ];
        let page = single::page(&front, &inside, embedded::file);
        let fresh = beside(self.out, "new");
        let written = fs::write(&fresh, &page).and_then(|()| fs::rename(&fresh, self.out));
        written.map_err(|reason| Failure::Output {
            path: self.out.to_owned(),
            reason,
        })?;
        Ok(page.len() as u64)
    }
}

/// A folder beside what is written to `out`, for what its build puts away.
pub fn spill(out: &Path) -> PathBuf {
    beside(out, "spill")
}

/// A file of the page that is written with what the archive adds to it.
fn template(name: &str) -> &'static [u8] {
    embedded::file(name).unwrap_or_default()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Writes a fragment as a script into its archive's folder.
fn put_fragment(site: &Path, number: u32, fragment: &[u8]) -> io::Result<Written> {
    let name = fragment_path(number, fragment);
    put(site, &name, &fragments::script(number, fragment)?)
}

fn put(site: &Path, name: &str, bytes: &[u8]) -> io::Result<Written> {
    let path = site.join(name);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)?;
    let digest = Sha256::digest(bytes);
    Ok(Written {
        name: name.to_owned(),
        checksum: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        bytes: bytes.len() as u64,
    })
}

/// A line per file as `sha256sum -c` reads it.
fn checksums(files: &[Written]) -> String {
    files
        .iter()
        .map(|file| format!("{}  {}\n", file.checksum, file.name))
        .collect()
}

/// Whether `out` is there and is neither an empty folder nor a site of ours.
fn occupied(out: &Path) -> bool {
    let is_site = out.join(MODULE).is_file() && out.join(CHECKSUMS).is_file();
    let is_empty = fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_none());
    out.exists() && !is_site && !is_empty
}

fn beside(out: &Path, what: &str) -> PathBuf {
    let name = out
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    out.with_file_name(format!(".{name}.{what}"))
}

/// Puts back a site that a build was stopped from replacing between its two renames.
fn restore(old: &Path, out: &Path) -> Result<(), Failure> {
    if old.exists() && !out.exists() {
        fs::rename(old, out).map_err(|reason| Failure::Output {
            path: out.to_owned(),
            reason,
        })?;
    }
    Ok(())
}

fn remove(path: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(path) {
        Err(reason) if reason.kind() != io::ErrorKind::NotFound => Err(Failure::Output {
            path: path.to_owned(),
            reason,
        }),
        _ => Ok(()),
    }
}
