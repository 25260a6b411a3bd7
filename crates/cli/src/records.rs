//! Large files of records, read a part at a time.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use tawarikh_ingest::{Document, read_records};

/// Files from this size on are read in parts.
pub const LARGE: u64 = 16 << 20;

/// Bytes of a part, before the end of its last line.
const PART: usize = 4 << 20;

/// What some editors write at the beginning of UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A `.jsonl` file in UTF-8, read from its beginning.
pub struct Records {
    file: BufReader<File>,
    name: String,
    /// The number of the next line.
    line: u32,
    bytes: u64,
}

impl Records {
    /// Opens the file at `path`, called `name`.
    ///
    /// # Errors
    /// The system's reason.
    pub fn open(path: &Path, name: &str) -> io::Result<Records> {
        Ok(Records {
            file: BufReader::with_capacity(1 << 20, File::open(path)?),
            name: name.to_owned(),
            line: 1,
            bytes: 0,
        })
    }

    /// The file's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Bytes that were read so far.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The documents of the next part; none at the end of the file.
    ///
    /// # Errors
    /// Which line can't be read, and why.
    pub fn part(&mut self) -> Result<Option<Vec<Document>>, String> {
        let bytes = self.lines().map_err(|error| error.to_string())?;
        if bytes.is_empty() {
            return Ok(None);
        }
        let first = self.line;
        self.bytes += bytes.len() as u64;
        self.line += bytes.iter().filter(|byte| **byte == b'\n').count() as u32;
        let text = String::from_utf8(bytes).map_err(|_| {
            format!("from line {first} on: not UTF-8; save a file of this size as UTF-8")
        })?;
        let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&text);
        let documents = read_records(&self.name, text, first);
        documents.map(Some).map_err(|error| error.to_string())
    }

    /// Whole lines of at least [`PART`] bytes together, fewer at the end.
    fn lines(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(PART + (PART >> 2));
        while bytes.len() < PART && self.file.read_until(b'\n', &mut bytes)? > 0 {}
        Ok(bytes)
    }
}

/// Whether every line of the file is a record: a file with one that is not is left out whole, whatever its size.
///
/// # Errors
/// The first line that is not, and why.
pub fn check(path: &Path, name: &str) -> Result<(), String> {
    let mut records = Records::open(path, name).map_err(|error| error.to_string())?;
    while records.part()?.is_some() {}
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    /// More than one part of records about stations of a railway.
    fn file(folder: &tempfile::TempDir) -> std::path::PathBuf {
        let text = "وصل القطار إلى المحطة في موعده ونزل منه المسافرون. ".repeat(40);
        let mut lines = String::from(BYTE_ORDER_MARK);
        while lines.len() < 2 * PART {
            let _ = writeln!(lines, "{{\"text\": \"{text}\"}}");
        }
        let path = folder.path().join("stations.jsonl");
        std::fs::write(&path, lines).unwrap();
        path
    }

    #[test]
    fn parts_give_what_the_whole_gives() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = file(&folder);
        let mut records = Records::open(&path, "stations.jsonl").unwrap();
        let mut ids = Vec::new();
        let mut parts = 0;
        while let Some(documents) = records.part().unwrap() {
            ids.extend(documents.into_iter().map(|document| document.id));
            parts += 1;
        }
        assert!(parts > 1, "{parts}");
        let whole = tawarikh_ingest::read("stations.jsonl", &std::fs::read(&path).unwrap(), None);
        let whole: Vec<String> = whole
            .unwrap()
            .into_iter()
            .map(|document| document.id)
            .collect();
        assert_eq!(ids, whole);
        assert_eq!(check(&path, "stations.jsonl"), Ok(()));
    }

    #[test]
    fn a_bad_line_is_named_by_its_number() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = file(&folder);
        let mut text = std::fs::read_to_string(&path).unwrap();
        let lines = text.lines().count();
        text.push_str("{\"title\": \"رصيف\"}\n");
        std::fs::write(&path, text).unwrap();
        let error = check(&path, "stations.jsonl").unwrap_err();
        assert!(error.contains(&format!(":{}:", lines + 1)), "{error}");
    }
}
