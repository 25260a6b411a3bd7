//! What can stop a command: what happened, where, and what to do.

use std::path::PathBuf;

use miette::Diagnostic;
use thiserror::Error;

/// A command's error. The help line says what to do next.
#[derive(Debug, Error, Diagnostic)]
pub enum Failure {
    /// The input path names nothing that can be read.
    #[error("{}: {reason}", path.display())]
    #[diagnostic(help("name a folder of documents or a .jsonl file that this account may read"))]
    Input {
        /// The path as given.
        path: PathBuf,
        /// The system's reason.
        reason: std::io::Error,
    },
    /// The input holds no document.
    #[error("{}: no document found", path.display())]
    #[diagnostic(help(
        "documents are .txt, .md, .html or .htm files, or one .jsonl file with an object a line"
    ))]
    NoDocuments {
        /// The path as given.
        path: PathBuf,
    },
    /// Files could not be read and the command was asked to be strict.
    #[error("{count} of the input's files or documents need attention")]
    #[diagnostic(help("they are named above; mend them, or leave out --strict"))]
    Strict {
        /// How many.
        count: usize,
    },
    /// `archive.toml` is not as it must be.
    #[error("{}: {reason}", path.display())]
    #[diagnostic(help("see “Your own archive” in the README for the keys of archive.toml"))]
    Settings {
        /// The file.
        path: PathBuf,
        /// Line and reason.
        reason: String,
    },
    /// A file of the site could not be written.
    #[error("{}: {reason}", path.display())]
    #[diagnostic(help(
        "check the folder's permissions and free space; the site that stood there before is untouched"
    ))]
    Output {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        reason: std::io::Error,
    },
    /// The output path holds something that is not a site.
    #[error("{}: is not empty and holds no Tawarikh site", path.display())]
    #[diagnostic(help("name a new folder, or remove this one yourself"))]
    ForeignOutput {
        /// The folder.
        path: PathBuf,
    },
    /// The program was compiled before the page was.
    #[error("this program was compiled without the page and the engine")]
    #[diagnostic(help("run ./build.sh in the source folder, which builds all three in order"))]
    NoEngine,
    /// A site or archive file can't be opened.
    #[error("{}: {reason}", path.display())]
    #[diagnostic(help("name a site folder written by `tawarikh build`, or its archive.wasm"))]
    Site {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A line of the input stream can't be used.
    #[error("line {line}: {reason}")]
    #[diagnostic(help(
        "each line is a JSON object with `id` and `text`, and `dct` where the text's date is known"
    ))]
    Line {
        /// 1-based.
        line: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// Standard output was closed or is full.
    #[error("standard output: {0}")]
    Print(#[from] std::io::Error),
}
