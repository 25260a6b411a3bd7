//! What an input is made of: a folder of documents, one `.jsonl` file, or the default archive.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::{fs, io};

use tawarikh_core::Settings;

use crate::documents::Documents;
use crate::embedded;
use crate::failure::Failure;

/// The file that describes an archive.
const SETTINGS: &str = "archive.toml";
/// Endings of the files that are documents.
const ENDINGS: [&str; 6] = ["txt", "md", "markdown", "html", "htm", "jsonl"];

/// An archive's settings and files.
pub struct Input {
    /// Where it is; nothing for the default archive.
    path: Option<PathBuf>,
    /// What `archive.toml` says, or settings made from the folder's name.
    pub settings: Settings,
    /// The files that are documents, in the order of their names' bytes.
    sources: Vec<Source>,
    /// Files that could not be found or opened: name and reason.
    unread: Vec<Unread>,
    /// Files that are no documents, by name: other kinds, and a README, which tells of the folder.
    passed_over: Vec<String>,
}

/// A file that was left out.
#[derive(Debug, Clone)]
pub struct Unread {
    /// Path relative to the input.
    pub name: String,
    /// What is wrong and what to do.
    pub reason: String,
}

/// The files of an input, before they are read as documents.
#[derive(Default)]
struct Files {
    sources: Vec<Source>,
    unread: Vec<Unread>,
    passed_over: Vec<String>,
}

/// One file of documents.
pub struct Source {
    /// Path relative to the input.
    pub name: String,
    /// Where its bytes are.
    pub place: Place,
    /// Its bytes.
    pub length: u64,
}

/// Where the bytes of a file are.
pub enum Place {
    /// On the disk.
    File(PathBuf),
    /// In this program.
    Embedded(&'static [u8]),
}

impl Place {
    /// Its path, where it has one.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Place::File(path) => Some(path),
            Place::Embedded(_) => None,
        }
    }

    /// Its bytes and the text of its sidecar.
    ///
    /// # Errors
    /// The system's reason.
    pub fn read(&self) -> io::Result<(Cow<'static, [u8]>, Option<String>)> {
        let path = match self {
            Place::File(path) => path,
            Place::Embedded(bytes) => return Ok((Cow::Borrowed(bytes), None)),
        };
        let sidecar = path.with_extension("toml");
        let sidecar = sidecar.is_file().then(|| fs::read_to_string(sidecar));
        Ok((Cow::Owned(fs::read(path)?), sidecar.transpose()?))
    }
}

/// Finds the input at `path`, or the default archive where there is none.
///
/// # Errors
/// [`Failure`] where nothing can be read at all; single files that can't be are told by [`Input::left_out`].
pub fn read(path: Option<&Path>) -> Result<Input, Failure> {
    let Some(path) = path else {
        return default_archive();
    };
    let (folder, files) = if path.is_dir() {
        (path, folder(path)?)
    } else {
        let sources = vec![file(path)?];
        let files = Files {
            sources,
            ..Files::default()
        };
        (path.parent().unwrap_or(path), files)
    };
    Ok(Input::new(
        Some(path.to_owned()),
        settings(&folder.join(SETTINGS), path)?,
        files,
    ))
}

fn default_archive() -> Result<Input, Failure> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let toml = embedded::ARCHIVE
        .iter()
        .find(|(name, _)| *name == SETTINGS)
        .map(|(_, bytes)| text(bytes));
    let settings = parse(Path::new(SETTINGS), &toml.unwrap_or_default())?;
    let documents = embedded::ARCHIVE
        .iter()
        .filter(|(name, _)| is_document(Path::new(name)));
    let sources = documents.map(|(name, bytes)| Source {
        name: (*name).into(),
        place: Place::Embedded(bytes),
        length: bytes.len() as u64,
    });
    let files = Files {
        sources: sources.collect(),
        ..Files::default()
    };
    Ok(Input::new(None, settings, files))
}

fn folder(root: &Path) -> Result<Files, Failure> {
    let mut paths = Vec::new();
    let mut files = Files::default();
    list(root, &mut paths, &mut files.unread).map_err(|reason| Failure::Input {
        path: root.to_owned(),
        reason,
    })?;
    paths.sort_by_key(|path| relative(root, path));
    for path in paths.iter().filter(|path| !has_ending(path, &["toml"])) {
        let name = relative(root, path);
        if !is_document(path) {
            files.passed_over.push(name);
            continue;
        }
        match source(path, name.clone()) {
            Ok(read) => files.sources.push(read),
            Err(reason) => files.unread.push(Unread {
                name,
                reason: reason.to_string(),
            }),
        }
    }
    files.unread.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// Every file below `folder`; hidden ones and links to folders are passed over, so that a walk always ends.
fn list(folder: &Path, paths: &mut Vec<PathBuf>, unread: &mut Vec<Unread>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let path = entry.path();
        if !entry.file_type()?.is_dir() {
            paths.push(path);
        } else if let Err(reason) = list(&path, paths, unread) {
            unread.push(Unread {
                name: path.display().to_string(),
                reason: reason.to_string(),
            });
        }
    }
    Ok(())
}

fn file(path: &Path) -> Result<Source, Failure> {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    source(path, name).map_err(|reason| Failure::Input {
        path: path.to_owned(),
        reason,
    })
}

fn source(path: &Path, name: String) -> io::Result<Source> {
    Ok(Source {
        name,
        length: fs::metadata(path)?.len(),
        place: Place::File(path.to_owned()),
    })
}

fn relative(root: &Path, path: &Path) -> String {
    path.strip_prefix(root)
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}

fn is_document(path: &Path) -> bool {
    let is_readme = path
        .file_stem()
        .is_some_and(|stem| stem.eq_ignore_ascii_case("readme"));
    has_ending(path, &ENDINGS) && !is_readme
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}

fn settings(file: &Path, input: &Path) -> Result<Settings, Failure> {
    if file.is_file() {
        let text = fs::read_to_string(file).map_err(|reason| Failure::Input {
            path: file.to_owned(),
            reason,
        })?;
        return parse(file, &text);
    }
    let title = input
        .file_stem()
        .map(|name| name.to_string_lossy().into_owned());
    Ok(Settings {
        title: title.unwrap_or_default(),
        ..Settings::default()
    })
}

fn parse(file: &Path, text: &str) -> Result<Settings, Failure> {
    toml::from_str(text).map_err(|error| Failure::Settings {
        path: file.to_owned(),
        reason: error.to_string(),
    })
}

impl Input {
    fn new(path: Option<PathBuf>, settings: Settings, files: Files) -> Input {
        Input {
            path,
            settings,
            sources: files.sources,
            unread: files.unread,
            passed_over: files.passed_over,
        }
    }

    /// The bytes of all files.
    pub fn bytes(&self) -> u64 {
        self.sources.iter().map(|source| source.length).sum()
    }

    /// The documents, to be read once, in the order of their files' names.
    pub fn documents(&mut self) -> Documents {
        Documents::new(std::mem::take(&mut self.sources))
    }

    /// Takes note of what came of reading: `read` documents, and the files that could not be.
    ///
    /// # Errors
    /// [`Failure::NoDocuments`] where there was nothing to read.
    pub fn settle(&mut self, read: usize, documents: Documents) -> Result<(), Failure> {
        self.unread.extend(documents.into_unread());
        match &self.path {
            Some(path) if read == 0 && self.unread.is_empty() => {
                Err(Failure::NoDocuments { path: path.clone() })
            }
            _ => Ok(()),
        }
    }

    /// How many files could not be read.
    pub fn unread(&self) -> usize {
        self.unread.len()
    }

    /// A line for each file that is not among the documents, with the reason.
    pub fn left_out(&self) -> impl Iterator<Item = String> {
        let unread = self.unread.iter();
        let unread = unread.map(|file| format!("can't be read  {}: {}", file.name, file.reason));
        let passed_over = self.passed_over.iter();
        unread.chain(passed_over.map(|name| format!("no document    {name}")))
    }
}
