//! Reading an input: a folder of documents, one `.jsonl` file, or the default archive.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tawarikh_core::Settings;
use tawarikh_ingest::Document;

use crate::embedded;
use crate::failure::Failure;

/// The file that describes an archive.
const SETTINGS: &str = "archive.toml";
/// Endings of the files that are documents.
const ENDINGS: [&str; 6] = ["txt", "md", "markdown", "html", "htm", "jsonl"];

/// An archive's documents and settings as read.
pub struct Input {
    /// What `archive.toml` says, or settings made from the folder's name.
    pub settings: Settings,
    /// The documents, in the order of their file names' bytes.
    pub documents: Vec<Document>,
    /// Files that could not be read: name and reason.
    pub unread: Vec<Unread>,
    /// Files that are no documents, by name: other kinds, and a README, which tells of the folder.
    pub passed_over: Vec<String>,
}

/// A file that was left out.
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

/// One file's bytes with its sidecar's text.
struct Source {
    name: String,
    bytes: Vec<u8>,
    sidecar: Option<String>,
}

/// Reads the input at `path`, or the default archive where there is none.
///
/// # Errors
/// [`Failure`] where nothing can be read at all; single files that can't be are listed in [`Input::unread`].
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
    let input = assemble(settings(&folder.join(SETTINGS), path)?, files);
    if input.documents.is_empty() && input.unread.is_empty() {
        return Err(Failure::NoDocuments {
            path: path.to_owned(),
        });
    }
    Ok(input)
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
        bytes: bytes.to_vec(),
        sidecar: None,
    });
    let files = Files {
        sources: sources.collect(),
        ..Files::default()
    };
    Ok(assemble(settings, files))
}

fn assemble(settings: Settings, files: Files) -> Input {
    let mut documents = Vec::new();
    let mut unread = files.unread;
    for source in files.sources {
        match tawarikh_ingest::read(&source.name, &source.bytes, source.sidecar.as_deref()) {
            Ok(read) => documents.extend(read),
            Err(error) => unread.push(Unread {
                name: source.name,
                reason: error.to_string(),
            }),
        }
    }
    distinct_ids(&mut documents);
    Input {
        settings,
        documents,
        unread,
        passed_over: files.passed_over,
    }
}

/// Makes ids unique by a number behind the later ones, so that a link always names one document.
fn distinct_ids(documents: &mut [Document]) {
    let mut seen = BTreeMap::<String, usize>::new();
    for document in documents {
        let count = seen.entry(document.id.clone()).or_insert(0);
        *count += 1;
        if *count > 1 {
            document.id = format!("{}~{count}", document.id);
        }
    }
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
fn list(folder: &Path, paths: &mut Vec<PathBuf>, unread: &mut Vec<Unread>) -> std::io::Result<()> {
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

fn source(path: &Path, name: String) -> std::io::Result<Source> {
    let sidecar = path.with_extension("toml");
    Ok(Source {
        name,
        bytes: fs::read(path)?,
        sidecar: if sidecar.is_file() {
            Some(fs::read_to_string(sidecar)?)
        } else {
            None
        },
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
    /// A line for each file that is not among the documents, with the reason.
    pub fn left_out(&self) -> impl Iterator<Item = String> {
        let unread = self.unread.iter();
        let unread = unread.map(|file| format!("can't be read  {}: {}", file.name, file.reason));
        let passed_over = self.passed_over.iter();
        unread.chain(passed_over.map(|name| format!("no document    {name}")))
    }
}
