//! Writing a site: beside its place first, then renamed, so that an interrupted build leaves the old one whole.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::embedded;
use crate::engine;
use crate::failure::Failure;

/// Engine, texts and index in one module.
pub const MODULE: &str = "archive.wasm";
/// The same bytes as a script, for pages opened from a folder.
const MODULE_SCRIPT: &str = "archive.wasm.js";
const CHECKSUMS: &str = "checksums.txt";

/// A finished site in memory: names relative to its root, with their bytes, in order of name.
pub struct Site {
    files: Vec<(String, Vec<u8>)>,
}

impl Site {
    /// The site of an archive.
    ///
    /// # Errors
    /// [`Failure::NoEngine`] where this program was compiled without one.
    pub fn new(pack: &[u8]) -> Result<Site, Failure> {
        if embedded::ENGINE.is_empty() {
            return Err(Failure::NoEngine);
        }
        let module = engine::with_pack(embedded::ENGINE, pack);
        let mut files: Vec<_> = embedded::PAGE
            .iter()
            .map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()))
            .collect();
        files.push((MODULE_SCRIPT.into(), as_script(&module)?));
        files.push((MODULE.into(), module));
        files.sort();
        let checksums = checksums(&files);
        files.push((CHECKSUMS.into(), checksums.into_bytes()));
        Ok(Site { files })
    }

    /// The bytes of all files together.
    pub fn size(&self) -> u64 {
        self.files.iter().map(|(_, bytes)| bytes.len() as u64).sum()
    }

    /// Puts the site at `out`, in the place of an older one.
    ///
    /// # Errors
    /// [`Failure`] where `out` holds something else or can't be written; an older site is then as it was.
    pub fn write(&self, out: &Path) -> Result<(), Failure> {
        if occupied(out) {
            return Err(Failure::ForeignOutput {
                path: out.to_owned(),
            });
        }
        let fresh = beside(out, "new");
        let old = beside(out, "old");
        restore(&old, out)?;
        for path in [&fresh, &old] {
            remove(path)?;
        }
        for (name, bytes) in &self.files {
            let path = fresh.join(name);
            put(&path, bytes).map_err(|reason| Failure::Output { path, reason })?;
        }
        let failed = |reason| Failure::Output {
            path: out.to_owned(),
            reason,
        };
        if out.exists() {
            fs::rename(out, &old).map_err(failed)?;
        }
        fs::rename(&fresh, out).map_err(failed)?;
        remove(&old)
    }
}

/// The module as `tawarikhArchive("…")`: gzip, then base64.
fn as_script(module: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(module)?;
    let text = base64::engine::general_purpose::STANDARD.encode(gzip.finish()?);
    Ok(format!("tawarikhArchive(\"{text}\")\n").into_bytes())
}

/// A line per file as `sha256sum -c` reads it.
fn checksums(files: &[(String, Vec<u8>)]) -> String {
    let hex = |bytes: &[u8]| {
        Sha256::digest(bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
    };
    files
        .iter()
        .map(|(name, bytes)| format!("{}  {name}\n", hex(bytes)))
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

fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)
}

/// The pack of the site at `path`, or of a module file.
///
/// # Errors
/// [`Failure::Site`] where there is none.
pub fn pack_at(path: &Path) -> Result<Vec<u8>, Failure> {
    let file = if path.is_dir() {
        path.join(MODULE)
    } else {
        path.to_owned()
    };
    let failed = |reason: String| Failure::Site {
        path: file.clone(),
        reason,
    };
    let module = fs::read(&file).map_err(|error| failed(error.to_string()))?;
    let pack = engine::pack_of(&module).ok_or_else(|| failed("holds no archive".into()))?;
    Ok(pack.to_vec())
}
