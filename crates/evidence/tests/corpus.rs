//! Reads the cases of `tests/corpus/evidence`: one reader, many cases a file.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a broken case file has to stop the test"
)]

use std::path::Path;

use serde::Deserialize;
use tawarikh_evidence::{Gazetteer, Name, NameMention, Via};

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/corpus/evidence")
        .join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The cases of a file: its lines without comments and blanks.
fn cases(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[track_caller]
fn report(differences: Vec<String>) {
    assert!(
        differences.is_empty(),
        "{} cases differ:\n{}",
        differences.len(),
        differences.join("\n")
    );
}

/// The names of `names.toml`.
fn gazetteer() -> Gazetteer {
    #[derive(Deserialize)]
    struct Names {
        name: Vec<Name>,
    }
    let names: Names = toml::from_str(&file("names.toml")).unwrap();
    Gazetteer::new(names.name).unwrap()
}

/// The text without its marks.
fn unmarked(case: &str) -> String {
    let mut text = String::new();
    let mut pieces = case.split('⟦');
    text.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (marked, rest) = piece.split_once('⟧').expect("⟦ is closed by ⟧");
        text.push_str(marked.split_once('|').map_or(marked, |(words, _)| words));
        text.push_str(rest);
    }
    text
}

/// The text with the mentions marked as in `names.txt`.
fn marked(text: &str, mentions: &[NameMention], gazetteer: &Gazetteer) -> String {
    let id = |index: usize| gazetteer.names()[index].id.as_str();
    let mut out = String::new();
    let mut at = 0;
    for mention in mentions {
        let via = match mention.via {
            Via::Name => "",
            Via::Alias => " alias",
            Via::Misspelt => " misspelt",
        };
        let ids: Vec<&str> = std::iter::once(mention.name)
            .chain(mention.rivals.iter().copied())
            .map(id)
            .collect();
        let words = &text[mention.span.clone()];
        out += &format!(
            "{}⟦{words}|{}{via}⟧",
            &text[at..mention.span.start],
            ids.join("/")
        );
        at = mention.span.end;
    }
    out + &text[at..]
}

#[test]
fn names() {
    let gazetteer = gazetteer();
    let difference = |case: &str| {
        let text = unmarked(case);
        let got = marked(&text, &gazetteer.find(&text), &gazetteer);
        (got != case).then(|| format!("expected {case}\ngot      {got}"))
    };
    report(cases(&file("names.txt")).filter_map(difference).collect());
}
