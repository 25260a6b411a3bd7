//! A site's archive opened in the terminal, its fragments read from their files when an answer needs them.

use std::fs;
use std::path::{Path, PathBuf};

use tawarikh_core::Archive;
use tawarikh_core::view::{About, Reading, State};

use crate::engine;
use crate::failure::Failure;
use crate::fragments::Folder;
use crate::site::MODULE;

/// An archive with its fragments at hand.
pub struct Opened {
    archive: Archive,
    /// Nothing where the archive is whole.
    fragments: Option<Folder>,
}

impl Opened {
    /// The archive of the site at `path`, or of a module file.
    ///
    /// # Errors
    /// [`Failure::Site`] where there is none, or it can't be opened.
    pub fn open(path: &Path) -> Result<Opened, Failure> {
        let failed = |reason: String| Failure::Site {
            path: path.to_owned(),
            reason,
        };
        let file = module(path);
        let module = fs::read(&file).map_err(|error| failed(error.to_string()))?;
        let pack = engine::pack_of(&module).ok_or_else(|| failed("holds no archive".into()))?;
        let site = file.parent().unwrap_or(Path::new(""));
        Opened::from_pack(pack, site)
    }

    /// The archive of a pack whose site is at `site`.
    ///
    /// # Errors
    /// [`Failure::Site`] where it can't be opened.
    pub fn from_pack(pack: &[u8], site: &Path) -> Result<Opened, Failure> {
        let archive = Archive::open(pack.to_vec()).map_err(|error| Failure::Site {
            path: site.to_owned(),
            reason: error.to_string(),
        })?;
        let fragments = archive.about().fragments;
        Ok(Opened {
            fragments: fragments.map(|fragments| Folder::new(site, &fragments.folder)),
            archive,
        })
    }

    /// What the archive says of itself.
    pub fn about(&self) -> About {
        self.archive.about()
    }

    /// A document with nothing searched for; nothing where there is none of that number.
    pub fn read(&mut self, document: u32) -> Option<Reading> {
        let state = State::default();
        self.ask(
            |archive| archive.document(document, &state),
            |reading| reading.as_ref().map_or(&[], |reading| &reading.pending),
        )
    }

    /// The whole answer to a question: asked again with the fragments that it names until it names none. A fragment that
    /// can't be read is told on standard error, and the answer is what it is without.
    pub fn ask<T>(
        &mut self,
        question: impl Fn(&Archive) -> T,
        pending: impl Fn(&T) -> &[u32],
    ) -> T {
        loop {
            let answer = question(&self.archive);
            let numbers = pending(&answer).to_vec();
            if numbers.is_empty() {
                return answer;
            }
            numbers.into_iter().for_each(|number| self.load(number));
        }
    }

    fn load(&mut self, number: u32) {
        let read = match &self.fragments {
            Some(folder) => folder.read(number),
            None => Err(format!("fragment {number}: the archive has none")),
        };
        let supplied = read.and_then(|fragment| {
            let supplied = self.archive.supply(number, fragment);
            supplied.map_err(|error| error.to_string())
        });
        if let Err(reason) = supplied {
            eprintln!("{reason}");
            self.archive.lose(number);
        }
    }
}

fn module(path: &Path) -> PathBuf {
    if path.is_dir() {
        path.join(MODULE)
    } else {
        path.to_owned()
    }
}
