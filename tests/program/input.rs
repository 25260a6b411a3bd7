//! What `build` and `check` make of a folder.

use std::fs;
use std::os::unix::fs::symlink;

use tawarikh_tests::program::{build, of, run};
use tempfile::TempDir;

use crate::{DOCUMENTS, contents, write};

fn folder() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    write(folder.path(), &DOCUMENTS);
    folder
}

#[test]
fn a_folder_becomes_a_site_with_checksums_that_hold() {
    let (folder, place) = (folder(), TempDir::new().expect("a temporary folder"));
    let site = place.path().join("موقع المدينة");
    let run = build(folder.path(), &site);
    assert!(run.out.contains("index.html"), "{}", run.out);
    let files = contents(&site);
    for name in [
        "index.html",
        "app.js",
        "app.css",
        "archive.wasm",
        "archive.wasm.js",
        "later.js",
        "checksums.txt",
    ] {
        assert!(files.contains_key(name), "{name} is missing");
    }
    let checked = of(std::process::Command::new("sha256sum")
        .args(["--check", "--quiet", "checksums.txt"])
        .current_dir(&site));
    assert_eq!(checked.code, Some(0), "{}", checked.err);
    let listed = String::from_utf8_lossy(&files["checksums.txt"])
        .lines()
        .count();
    assert_eq!(
        listed,
        files.len() - 1,
        "checksums.txt lists every other file"
    );
}

#[test]
fn check_tells_what_was_understood_and_writes_nothing() {
    let folder = folder();
    let before = contents(folder.path());
    let run = run(&["check", "--json", &folder.path().to_string_lossy()]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let documents: Vec<serde_json::Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect("a JSON object a line"))
        .collect();
    assert_eq!(documents.len(), 5);
    let bridge = documents
        .iter()
        .find(|document| document["source"] == "جسر.md")
        .expect("the bridge is there");
    assert_eq!(bridge["title"]["value"], "افتتاح الجسر الجديد");
    assert_eq!(bridge["authors"][0]["value"], "هدى الصالح");
    assert_eq!(bridge["outlet"]["value"], "جريدة النهر");
    assert_eq!(bridge["date"]["value"], "1998-05-14");
    assert_eq!(bridge["date"]["certainty"], "given");
    let market = documents
        .iter()
        .find(|document| document["source"] == "سوق.txt")
        .expect("the market is there");
    assert!(
        market["outlet"].is_null() && market["date"].is_null(),
        "unknown stays unknown: {market}"
    );
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_rest_is_built() {
    let folder = folder();
    symlink("nowhere", folder.path().join("ضائع.txt")).expect("a link can be made");
    let site = folder.path().join("site");
    let run = build(folder.path(), &site);
    assert!(run.err.contains("ضائع.txt"), "{}", run.err);
    assert!(site.join("index.html").exists());
}

#[test]
fn files_that_are_no_documents_are_named_and_are_no_failure() {
    let folder = folder();
    fs::write(folder.path().join("README.md"), "# عن هذا المجلد\n").expect("a file can be written");
    fs::write(folder.path().join("صورة.png"), [0x89, b'P', b'N', b'G'])
        .expect("a file can be written");
    let run = run(&["check", "--json", &folder.path().to_string_lossy()]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(
        run.err.contains("README.md") && run.err.contains("صورة.png"),
        "{}",
        run.err
    );
    assert!(!run.out.contains("README.md"), "{}", run.out);
}

#[test]
fn strict_builds_the_rest_and_fails() {
    let folder = folder();
    symlink("nowhere", folder.path().join("ضائع.txt")).expect("a link can be made");
    let site = folder.path().join("site");
    let run = run(&[
        "build",
        "--strict",
        &folder.path().to_string_lossy(),
        "--out",
        &site.to_string_lossy(),
    ]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("ضائع.txt"), "{}", run.err);
    assert!(site.join("index.html").is_file());
}

#[test]
fn a_sidecar_wins() {
    let folder = folder();
    fs::write(
        folder.path().join("جسر.toml"),
        "title = \"الجسر\"\noutlet = \"أرشيف البلدية\"\n",
    )
    .expect("a file can be written");
    let run = run(&["check", "--json", &folder.path().to_string_lossy()]);
    let bridge = run
        .out
        .lines()
        .find(|line| line.contains("جسر.md"))
        .expect("the bridge is there");
    let bridge: serde_json::Value = serde_json::from_str(bridge).expect("a JSON object a line");
    assert_eq!(
        (&bridge["title"]["value"], &bridge["outlet"]["value"]),
        (&"الجسر".into(), &"أرشيف البلدية".into())
    );
}

#[test]
fn a_folder_that_is_no_site_is_not_overwritten() {
    let folder = folder();
    let before = contents(folder.path());
    let path = folder.path().to_string_lossy();
    let run = run(&["build", &path, "--out", &path]);
    assert_eq!(run.code, Some(1));
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn an_empty_folder_and_a_wrong_command_line_say_what_is_expected() {
    let empty = TempDir::new().expect("a temporary folder");
    let nothing = run(&[
        "build",
        &empty.path().to_string_lossy(),
        "--out",
        &empty.path().join("site").to_string_lossy(),
    ]);
    assert_eq!(nothing.code, Some(1));
    assert!(nothing.err.contains(".jsonl"), "{}", nothing.err);
    assert_eq!(run(&["build", "--sideways"]).code, Some(2));
}
