//! What a build puts away on the disk until it is merged.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use tawarikh_core::Spill;

/// Bytes read ahead of each run: many are merged at the same time.
const AHEAD: usize = 256 << 10;

/// Runs as files of a folder that goes when the build ends.
#[derive(Debug)]
pub struct Runs {
    folder: PathBuf,
    count: usize,
}

impl Runs {
    /// No runs yet, in a fresh folder at `folder`.
    ///
    /// # Errors
    /// The system's reason.
    pub fn new(folder: &Path) -> io::Result<Runs> {
        match fs::remove_dir_all(folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => fs::create_dir_all(folder)?,
        }
        Ok(Runs {
            folder: folder.to_owned(),
            count: 0,
        })
    }

    fn file(&self, run: usize) -> PathBuf {
        self.folder.join(format!("{run}"))
    }
}

impl Spill for Runs {
    fn write(&mut self, run: &[u8]) -> io::Result<()> {
        fs::write(self.file(self.count), run)?;
        self.count += 1;
        Ok(())
    }

    fn read(&mut self, run: usize) -> io::Result<Box<dyn Read>> {
        let file = File::open(self.file(run))?;
        Ok(Box::new(BufReader::with_capacity(AHEAD, file)))
    }
}

impl Drop for Runs {
    fn drop(&mut self) {
        // A folder that stays is taken away by the next build.
        let _ = fs::remove_dir_all(&self.folder);
    }
}
