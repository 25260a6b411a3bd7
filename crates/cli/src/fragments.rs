//! Fragments of an archive as files: scripts, which a page may load from a folder and from a host alike.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

/// How the page is called with a fragment.
const CALL: &str = "tawarikhFragment";

/// How hard a fragment is compressed: at the best level it would be .4 % smaller and cost four times the work, a tenth of a build.
const FRAGMENT_LEVEL: u32 = 6;

/// Bytes as base64 of their gzip, as small as it gets.
///
/// # Errors
/// None that a vector has.
pub fn packed(bytes: &[u8]) -> io::Result<String> {
    packed_at(Compression::best(), bytes)
}

fn packed_at(level: Compression, bytes: &[u8]) -> io::Result<String> {
    let mut gzip = GzEncoder::new(Vec::new(), level);
    gzip.write_all(bytes)?;
    Ok(STANDARD.encode(gzip.finish()?))
}

/// The script that hands a fragment to the page: `tawarikhFragment(12,"…")`.
///
/// # Errors
/// None that a vector has.
pub fn script(number: u32, fragment: &[u8]) -> io::Result<Vec<u8>> {
    let packed = packed_at(Compression::new(FRAGMENT_LEVEL), fragment)?;
    Ok(format!("{CALL}({number},\"{packed}\")\n").into_bytes())
}

/// The fragment inside of a script; nothing where the bytes are none.
fn unpacked(script: &[u8]) -> Option<Vec<u8>> {
    let text = script
        .split(|byte| *byte == b'"')
        .nth(1)
        .filter(|_| script.starts_with(CALL.as_bytes()))?;
    let gzip = STANDARD.decode(text).ok()?;
    let mut fragment = Vec::new();
    GzDecoder::new(gzip.as_slice())
        .read_to_end(&mut fragment)
        .ok()?;
    Some(fragment)
}

/// Where an open archive's fragments are.
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// The folder that the archive names, of the site at `site`.
    pub fn new(site: &Path, name: &str) -> Folder {
        Folder {
            path: site.join(name),
        }
    }

    /// A fragment's bytes.
    ///
    /// # Errors
    /// The file with what is wrong with it.
    pub fn read(&self, number: u32) -> Result<Vec<u8>, String> {
        let path = self.path.join(tawarikh_core::fragment_file(number));
        let said = |reason: String| format!("{}: {reason}", path.display());
        let script = fs::read(&path).map_err(|error| said(error.to_string()))?;
        unpacked(&script).ok_or_else(|| said("holds no fragment".to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_comes_back_from_its_script() {
        let bytes: Vec<u8> = (0..40_000u32)
            .map(|number| ((number * number) >> 7) as u8)
            .collect();
        let script = script(31, &bytes).unwrap();
        assert!(script.starts_with(b"tawarikhFragment(31,\""));
        assert_eq!(unpacked(&script), Some(bytes));
    }

    #[test]
    fn other_scripts_hold_none() {
        let good = script(0, b"bytes").unwrap();
        assert_eq!(unpacked(b"alert(\"H4sI\")"), None);
        assert_eq!(unpacked(b"tawarikhFragment(3)"), None);
        assert_eq!(unpacked(&good[..good.len() - 20]), None);
        assert_eq!(unpacked(b""), None);
    }
}
