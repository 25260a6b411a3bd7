//! The page's search in a terminal.

use std::fs;

use tawarikh_tests::program::{build, run};
use tempfile::TempDir;

use crate::{DOCUMENTS, write};

/// A site of the small archive, and the folder that holds it.
fn site() -> (TempDir, String) {
    let folder = TempDir::new().expect("a temporary folder");
    write(folder.path(), &DOCUMENTS);
    let site = folder.path().join("site");
    build(folder.path(), &site);
    let path = site.to_string_lossy().into_owned();
    (folder, path)
}

#[test]
fn finds_a_word_in_any_spelling() {
    let (_folder, site) = site();
    for query in ["السفينة", "السفينه", "سَفِينَة"] {
        let run = run(&["search", &site, query]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        assert!(run.out.contains("رسالة من الميناء"), "{query}: {}", run.out);
    }
}

#[test]
fn says_what_it_did_not_understand_in_a_sentence() {
    let (_folder, site) = site();
    let run = run(&["search", &site, "from:2020-13-45 السفينة"]);
    let note = "note: This date was not understood and was searched as words: 2020-13-45\n";
    assert!(run.out.contains(note), "{}", run.out);
    assert!(run.out.contains("رسالة من الميناء"), "{}", run.out);
}

#[test]
fn says_the_pages_own_words_as_json() {
    let (_folder, site) = site();
    let run = run(&["search", "--json", &site, "الجسر"]);
    let results: serde_json::Value = serde_json::from_str(&run.out).expect("one JSON object");
    assert_eq!(results["total"], 1, "{results}");
    assert_eq!(results["documents"], 5);
    assert_eq!(results["hits"][0]["outlet"], "جريدة النهر");
    let snippet = results["hits"][0]["snippet"].as_array().expect("pieces");
    assert!(
        snippet.iter().any(|piece| piece["hit"] == true),
        "{snippet:?}"
    );
}

#[test]
fn answers_a_file_of_queries_line_by_line() {
    let (folder, site) = site();
    let queries = folder.path().join("queries.tsv");
    fs::write(&queries, "q1\tقطار الساحل\nq2\tالميناء\nq3\tزقزوق\n")
        .expect("a file can be written");
    let run = run(&[
        "search",
        &site,
        "--queries",
        &queries.to_string_lossy(),
        "--top",
        "3",
    ]);
    let lines: Vec<Vec<&str>> = run
        .out
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(lines.len(), 3, "{}", run.out);
    assert_eq!((lines[0][0], lines[0][1]), ("q1", "قطار"));
    assert_eq!((lines[1][0], lines[1][1]), ("q2", "letter-1"));
    assert_eq!(lines[2], ["q3"]);
}

#[test]
fn a_site_that_is_none_is_named() {
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("archive.wasm"), "not a module").expect("a file can be written");
    let run = run(&["search", &folder.path().to_string_lossy(), "كلمة"]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("archive.wasm"), "{}", run.err);
}
