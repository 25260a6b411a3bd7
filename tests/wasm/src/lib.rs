//! Every stage as `answer(stage, text) -> text`, compiled natively and to WebAssembly.
//!
//! The answers are the stages' own debug forms: nobody reads them, they are only held against each other. What they
//! should be is for each crate's own tests; here it is that the pointer's width, the target and the optimisation that
//! the page is shipped with change nothing.

mod ranking;

use std::fmt::Write as _;

use tawarikh_core::view::State;
use tawarikh_core::{Analyst, Archive, Builder, Settings};
use tawarikh_timex::Context;

use ranking::ranking;

/// The stages that can be asked, from the letters to the finished archive.
pub const STAGES: [&str; 7] = [
    "words",
    "sentences",
    "numerals",
    "dates",
    "documents",
    "archive",
    "ranking",
];

/// What `stage` makes of `text`.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen::prelude::wasm_bindgen)]
pub fn answer(stage: &str, text: &str) -> String {
    match stage {
        "words" => words(text),
        "sentences" => format!("{:?}", tawarikh_arabic::sentences(text)),
        "numerals" => numerals(text),
        "dates" => format!("{:?}", tawarikh_timex::tag(text, &Context::default())),
        "documents" => documents(text),
        "archive" => archive(text),
        "ranking" => ranking(text),
        _ => format!("no stage {stage}"),
    }
}

fn words(text: &str) -> String {
    tawarikh_arabic::tokens(text).fold(String::new(), |mut out, token| {
        let keys = tawarikh_arabic::keys(token.text);
        // Writing to a string does not fail.
        let _ = writeln!(out, "{token:?} {keys:?}");
        out
    })
}

fn numerals(text: &str) -> String {
    let tokens: Vec<_> = tawarikh_arabic::tokens(text).collect();
    let found: Vec<_> = (0..tokens.len())
        .map(|place| tawarikh_arabic::numeral::numeral_at(&tokens, place))
        .collect();
    format!("{found:?}")
}

fn documents(text: &str) -> String {
    ["case.txt", "case.md", "case.html"]
        .map(|name| format!("{:?}", tawarikh_ingest::read(name, text.as_bytes(), None)))
        .join("\n")
}

/// The bytes of an archive of one text, and what it answers to that text's own first words.
fn archive(text: &str) -> String {
    let Ok(documents) = tawarikh_ingest::read("case.txt", text.as_bytes(), None) else {
        return "not read".to_owned();
    };
    let settings = Settings::default();
    let Ok(analyst) = Analyst::new(&settings) else {
        return "no analyst".to_owned();
    };
    let mut builder = Builder::new(settings, &analyst);
    documents
        .into_iter()
        .for_each(|document| builder.add(analyst.analyse(document)));
    let Ok(pack) = builder.finish() else {
        return "not written".to_owned();
    };
    let query: String = text
        .split_whitespace()
        .take(3)
        .collect::<Vec<_>>()
        .join(" ");
    let state = State {
        query,
        ..State::default()
    };
    let printed = fingerprint(&pack);
    match Archive::open(pack) {
        Ok(archive) => format!(
            "{printed:016x} {:?} {:?}",
            archive.search(&state),
            archive.document(0, &state)
        ),
        Err(error) => format!("{printed:016x} {error}"),
    }
}

/// FNV-1a, 64 bits: enough to see two archives differ.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
