//! The documents of an input as a stream: a large archive is never in memory whole.

use std::collections::HashMap;
use std::vec;

use tawarikh_ingest::Document;

use crate::input::{Source, Unread};
use crate::records::{self, LARGE, Records};

/// Documents that are handed out together, unless one file holds more.
const BATCH: usize = 256;
/// Bytes of files after which a batch is full.
const BATCH_BYTES: u64 = 4 << 20;

/// Reads an input's files one after the other.
pub struct Documents {
    sources: vec::IntoIter<Source>,
    /// A large file that is being read in parts.
    records: Option<Records>,
    ids: Ids,
    unread: Vec<Unread>,
    bytes: u64,
}

impl Documents {
    /// The documents of these files, in their order.
    pub fn new(sources: Vec<Source>) -> Documents {
        Documents {
            sources: sources.into_iter(),
            records: None,
            ids: Ids::default(),
            unread: Vec::new(),
            bytes: 0,
        }
    }

    /// Bytes of the files that were read so far.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Files that could not be read.
    pub fn into_unread(self) -> Vec<Unread> {
        self.unread
    }

    /// The documents of the next file, or of the next part of a large one; nothing at the end of all.
    fn read_on(&mut self) -> Option<Vec<Document>> {
        if let Some(records) = &mut self.records {
            let before = records.bytes();
            match records.part() {
                Ok(Some(documents)) => {
                    self.bytes += records.bytes() - before;
                    return Some(documents);
                }
                Ok(None) => {}
                Err(reason) => self.unread.push(Unread {
                    name: records.name().to_owned(),
                    reason,
                }),
            }
            self.records = None;
        }
        let source = self.sources.next()?;
        Some(self.open(source).unwrap_or_else(|unread| {
            self.unread.push(unread);
            Vec::new()
        }))
    }

    fn open(&mut self, source: Source) -> Result<Vec<Document>, Unread> {
        let Source {
            name,
            place,
            length,
        } = source;
        let unread = |reason: String| Unread {
            name: name.clone(),
            reason,
        };
        if let Some(path) = place.path().filter(|path| is_large(path, length)) {
            records::check(path, &name).map_err(unread)?;
            let records = Records::open(path, &name);
            self.records = Some(records.map_err(|error| unread(error.to_string()))?);
            return Ok(Vec::new());
        }
        self.bytes += length;
        let (bytes, sidecar) = place.read().map_err(|error| unread(error.to_string()))?;
        tawarikh_ingest::read(&name, &bytes, sidecar.as_deref())
            .map_err(|error| unread(error.to_string()))
    }
}

impl Iterator for Documents {
    type Item = Vec<Document>;

    fn next(&mut self) -> Option<Vec<Document>> {
        let (mut batch, begin) = (Vec::new(), self.bytes);
        while batch.len() < BATCH && self.bytes - begin < BATCH_BYTES {
            match self.read_on() {
                Some(documents) => batch.extend(documents),
                None if batch.is_empty() => return None,
                None => break,
            }
        }
        self.ids.part(&mut batch);
        Some(batch)
    }
}

/// A file with a sidecar is read whole: a sidecar speaks of few documents.
fn is_large(path: &std::path::Path, length: u64) -> bool {
    let is_records = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("jsonl"));
    is_records && length >= LARGE && !path.with_extension("toml").is_file()
}

/// The ids that were given so far.
#[derive(Default)]
struct Ids {
    seen: HashMap<String, u32>,
}

impl Ids {
    /// Makes ids unique by a number behind the later ones, so that a link always names one document.
    fn part(&mut self, documents: &mut [Document]) {
        for document in documents {
            let count = self.seen.entry(document.id.clone()).or_insert(0);
            *count += 1;
            if *count > 1 {
                document.id = format!("{}~{count}", document.id);
                self.seen.insert(document.id.clone(), 1);
            }
        }
    }
}
