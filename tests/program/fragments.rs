//! Sites whose archive lies in fragments.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tawarikh_tests::program::{of, run};
use tempfile::TempDir;

use crate::{DOCUMENTS, contents, write};

/// A site of the small archive with (`always`) or without (`never`) fragments.
fn site(folder: &Path, fragments: &str) -> PathBuf {
    let documents = folder.join("documents");
    fs::create_dir_all(&documents).expect("a folder can be made");
    write(&documents, &DOCUMENTS);
    let site = folder.join(fragments);
    let run = run(&[
        "build",
        &documents.to_string_lossy(),
        "--out",
        &site.to_string_lossy(),
        "--fragments",
        fragments,
    ]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    site
}

fn search(site: &Path, query: &str) -> (String, String) {
    let run = run(&["search", "--json", &site.to_string_lossy(), query]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    (run.out, run.err)
}

/// The names of a site's fragments.
fn fragments(site: &Path) -> Vec<String> {
    let names = contents(site).into_keys();
    names
        .filter(|name| name.starts_with("fragments/"))
        .collect()
}

#[test]
fn a_site_in_fragments_finds_what_the_whole_one_finds() {
    let folder = TempDir::new().expect("a temporary folder");
    let (whole, cut) = (site(folder.path(), "never"), site(folder.path(), "always"));
    assert!(fragments(&whole).is_empty());
    assert!(fragments(&cut).len() > 5);
    for query in [
        "السفينة",
        "الجسر",
        "\"سوق النحاسين\"",
        "outlet:النهر",
        "قطا",
        "",
    ] {
        let (found, said) = search(&cut, query);
        assert_eq!(found, search(&whole, query).0, "{query}");
        assert!(said.is_empty(), "{said}");
    }
}

#[test]
fn fragments_are_scripts_in_small_folders_and_have_checksums() {
    let folder = TempDir::new().expect("a temporary folder");
    let site = site(folder.path(), "always");
    for (number, name) in fragments(&site).iter().enumerate() {
        assert!(name.ends_with(&format!("/000/{number:05}.js")), "{name}");
        let script = fs::read_to_string(site.join(name)).expect("a script is text");
        assert!(script.starts_with(&format!("tawarikhFragment({number},\"")));
    }
    let checked = of(Command::new("sha256sum")
        .args(["--check", "--quiet", "checksums.txt"])
        .current_dir(&site));
    assert_eq!(checked.code, Some(0), "{}", checked.err);
    let listed = fs::read_to_string(site.join("checksums.txt")).expect("a list");
    assert_eq!(listed.lines().count(), contents(&site).len() - 1);
    let beside: Vec<String> = fs::read_dir(folder.path())
        .expect("the folder is there")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with('.'))
        .collect();
    assert!(beside.is_empty(), "nothing stays of the build: {beside:?}");
}

#[test]
fn a_missing_or_foreign_fragment_is_named_and_the_rest_is_found() {
    let folder = TempDir::new().expect("a temporary folder");
    let site = site(folder.path(), "always");
    let names = fragments(&site);
    let (first, second) = (site.join(&names[0]), site.join(&names[1]));
    fs::remove_file(&first).expect("a file can be removed");
    fs::copy(site.join(&names[2]), &second).expect("a file can be copied");
    let (_, said) = search(&site, "السفينة");
    let (spoilt, others): (Vec<&str>, Vec<&str>) = said
        .lines()
        .partition(|line| line.contains("00000.js") || line.contains("fragment 1 "));
    assert!(!spoilt.is_empty() && others.is_empty(), "{said}");
}
