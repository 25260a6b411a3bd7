//! Native code and WebAssembly give the same answers, stage by stage, to every case that the crates know.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot go on says so and fails"
)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tawarikh_portable::{STAGES, answer};
use tawarikh_tests::site::{target, workspace};

/// Asks the module one question a line and prints one answer a line.
const ASK: &str = "
const { answer } = require(process.argv[1]);
require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
    const [stage, text] = JSON.parse(line);
    process.stdout.write(JSON.stringify(answer(stage, text)) + '\\n');
});";

/// Every line of every case file, whatever it says there: all of it is text that a stage must take.
fn lines(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(lines(&path));
        } else if let Ok(text) = fs::read_to_string(&path) {
            found.extend(
                text.lines()
                    .filter(|line| !line.trim().is_empty())
                    .map(str::to_owned),
            );
        }
    }
    found.sort();
    found.dedup();
    found
}

/// The documents of the default archive, whole.
fn documents() -> Vec<String> {
    let folder = workspace().join("crates/cli/archive");
    let files = fs::read_dir(folder)
        .expect("the default archive is there")
        .flatten();
    let mut texts: Vec<String> = files
        .filter_map(|file| fs::read_to_string(file.path()).ok())
        .collect();
    texts.sort();
    texts
}

/// Documents and queries as the stage `ranking` takes them: of the project's own judged set, and of XQuAD where the bench's
/// data are there. A last word is asked as typed to its end and as being typed.
fn rankings() -> Vec<String> {
    let bench = std::env::var_os("TAWARIKH_BENCH_DATA")
        .map_or_else(|| workspace().join("../shared/bench"), PathBuf::from);
    let own = workspace().join("tests/bench/own");
    assert!(own.exists(), "the project's own set is always there");
    let sets = [own, bench.join("xquad-ar")];
    sets.iter()
        .filter_map(|set| {
            Some(format!(
                "{}queries\n{}",
                read(set, "docs.jsonl")?,
                queries(set)
            ))
        })
        .collect()
}

fn queries(set: &Path) -> String {
    let mut lines = String::new();
    for file in ["queries.jsonl", "keyword-queries.jsonl"] {
        for line in read(set, file).unwrap_or_default().lines() {
            let query: Value = serde_json::from_str(line).expect("a query is JSON");
            let text = query["text"].as_str().expect("a query has a text");
            lines += &format!("{text} \n{text}\n");
        }
    }
    lines
}

fn read(set: &Path, file: &str) -> Option<String> {
    fs::read_to_string(set.join(file)).ok()
}

fn questions() -> Vec<(&'static str, String)> {
    let cases = lines(&workspace().join("tests/corpus"));
    assert!(cases.len() > 100, "only {} cases", cases.len());
    let single = cases
        .iter()
        .flat_map(|line| STAGES[..4].iter().map(move |stage| (*stage, line.clone())));
    let whole = documents().into_iter().chain([cases.join("\n")]);
    let whole = whole.flat_map(|text| STAGES[..6].iter().map(move |stage| (*stage, text.clone())));
    let sets = rankings().into_iter().map(|set| ("ranking", set));
    single.chain(whole).chain(sets).collect()
}

fn module() -> PathBuf {
    let path = target().join("portable/tawarikh_portable.js");
    assert!(
        path.exists(),
        "{} is not there; ./build.sh test makes it",
        path.display()
    );
    path
}

/// The module's answers, in the order of the questions.
fn answers(questions: &[(&str, String)]) -> Vec<String> {
    let mut node = Command::new("node")
        .args(["-e", ASK])
        .arg(module())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is installed");
    let mut input = node.stdin.take().expect("the input is piped");
    let lines: String = questions
        .iter()
        .map(|question| format!("{}\n", json!(question)))
        .collect();
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = node.wait_with_output().expect("node runs");
    writer
        .join()
        .expect("the writer does not panic")
        .expect("node reads to the end");
    assert!(output.status.success(), "the module stopped");
    let text = String::from_utf8(output.stdout).expect("answers are UTF-8");
    text.lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("an answer is JSON"))
        .map(|line| line.as_str().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn both_answer_alike() {
    let questions = questions();
    let answers = answers(&questions);
    assert_eq!(
        answers.len(),
        questions.len(),
        "the module stopped at {:?}",
        questions.get(answers.len())
    );
    for ((stage, text), theirs) in questions.iter().zip(&answers) {
        let ours = answer(stage, text);
        assert!(
            ours == *theirs,
            "{stage} of {text:?}\nnative: {ours}\nwasm:   {theirs}"
        );
        if *stage == "ranking" {
            assert!(ours.lines().count() > 100, "{ours}");
        }
    }
}
