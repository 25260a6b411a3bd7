//! Habits that a reader of the sources may rely on.

use std::fs;
use std::path::{Path, PathBuf};

use tawarikh_tests::site::workspace;

/// Crates that may touch files: the program, and the tool that writes the glue.
const AT_THE_EDGE: [&str; 2] = ["cli", "bindgen"];

/// What reaches out of a computation: files, the surroundings, the clock, threads' timing, unstable order of hashing.
const OUTSIDE_WORLD: [&str; 7] = [
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "SystemTime",
    "Instant::now",
    "thread::sleep",
];

/// All files below `folder` with this ending.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path
            .extension()
            .is_some_and(|extension| extension == ending)
        {
            found.push(path);
        }
    }
    found
}

fn crates() -> Vec<PathBuf> {
    let folders = fs::read_dir(workspace().join("crates"))
        .expect("crates are there")
        .flatten();
    folders.map(|folder| folder.path()).collect()
}

/// A file's code without its tests, which stand at its end.
fn code(path: &Path) -> String {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.split("#[cfg(test)]")
        .next()
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn only_the_edge_touches_files_and_nothing_reads_the_clock() {
    let inner = crates()
        .into_iter()
        .filter(|folder| !AT_THE_EDGE.iter().any(|name| folder.ends_with(name)));
    for file in inner.flat_map(|folder| files(&folder.join("src"), "rs")) {
        if file.file_stem().is_some_and(|stem| stem == "tests") {
            continue;
        }
        let code = code(&file);
        for word in OUTSIDE_WORLD {
            assert!(!code.contains(word), "{} uses {word}", file.display());
        }
    }
}

#[test]
fn every_table_names_its_source_and_licence() {
    for file in crates()
        .iter()
        .flat_map(|folder| files(&folder.join("data"), "tsv"))
    {
        let text = fs::read_to_string(&file).expect("tables are UTF-8");
        let first = text.lines().next().unwrap_or_default().to_lowercase();
        assert!(
            first.starts_with('#'),
            "{} begins with data",
            file.display()
        );
        for (what, words) in [
            ("source", ["source", "compiled", "written for"].as_slice()),
            ("licence", &["licence", "license", "cc0"]),
        ] {
            let named = words.iter().any(|word| first.contains(word));
            assert!(named, "{}: its first line names no {what}", file.display());
        }
    }
}

#[test]
fn every_crate_takes_the_shared_lints() {
    for folder in crates() {
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
        assert!(
            manifest.contains("[lints]\nworkspace = true"),
            "{} has lints of its own",
            folder.display()
        );
    }
}
