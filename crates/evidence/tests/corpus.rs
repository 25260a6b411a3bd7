//! Reads the cases of `tests/corpus/evidence`: one reader, many cases a file.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a broken case file has to stop the test"
)]

use std::path::Path;

use serde::Deserialize;
use tawarikh_calendar::When;
use tawarikh_evidence::{Evidence, Gazetteer, Name, NameMention, Sentence, Via, findings, read};
use tawarikh_timex::Context;

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

/// The text without `‹›⟦⟧`, and the ranges that stood between them: dates, names.
fn unwrapped(case: &str) -> (String, [Vec<std::ops::Range<usize>>; 2]) {
    let (mut text, mut ranges, mut opened) = (String::new(), [Vec::new(), Vec::new()], 0);
    for c in case.chars() {
        match c {
            '‹' | '⟦' => opened = text.len(),
            '›' => ranges[0].push(opened..text.len()),
            '⟧' => ranges[1].push(opened..text.len()),
            _ => text.push(c),
        }
    }
    (text, ranges)
}

#[test]
fn headlines() {
    let text = file("headlines.txt");
    let lines: Vec<&str> = cases(&text).collect();
    let difference = |pair: &[&str]| {
        let expected = pair[1]
            .strip_prefix("= ")
            .expect("a headline after each sentence");
        let (text, [dates, names]) = unwrapped(pair[0]);
        let sentence = Sentence {
            text: &text,
            range: 0..text.len(),
            dates: &dates,
            names: &names,
        };
        let got = &text[sentence.headline(&dates[0])];
        (got != expected).then(|| format!("expected {expected}\ngot      {got}"))
    };
    report(lines.chunks(2).filter_map(difference).collect());
}

/// A paragraph of a case file with its analysis and what has to come of it.
struct Paragraph<'c> {
    text: &'c str,
    evidence: Evidence,
    expected: Vec<&'c str>,
}

/// The paragraphs of a case file; `@` before one gives the day of its document.
fn paragraphs<'c>(file: &'c str, gazetteer: &Gazetteer) -> Vec<Paragraph<'c>> {
    let mut paragraphs: Vec<Paragraph<'c>> = Vec::new();
    let mut context = Context::default();
    for line in cases(file) {
        if let Some(day) = line.strip_prefix("@ ") {
            context.reference = Some(When::from_edtf(day).unwrap());
        } else if let Some(expected) = line.strip_prefix("= ") {
            let paragraph = paragraphs
                .last_mut()
                .expect("a paragraph before what is expected of it");
            paragraph
                .expected
                .extend(Some(expected).filter(|expected| *expected != "none"));
        } else {
            paragraphs.push(Paragraph {
                text: line,
                evidence: read(line, &std::mem::take(&mut context), gazetteer),
                expected: Vec::new(),
            });
        }
    }
    paragraphs
}

#[track_caller]
fn compare(paragraphs: &[Paragraph], actual: impl Fn(&Paragraph) -> Vec<String>) {
    let difference = |paragraph: &Paragraph| {
        let got = actual(paragraph);
        let lines = |lines: &[String]| lines.join("\n    ");
        let expected: Vec<String> = paragraph
            .expected
            .iter()
            .map(|line| line.to_string())
            .collect();
        (got != expected).then(|| {
            format!(
                "{}\n  expected\n    {}\n  got\n    {}",
                paragraph.text,
                lines(&expected),
                lines(&got)
            )
        })
    };
    report(paragraphs.iter().filter_map(difference).collect());
}

#[test]
fn dated_sentences() {
    let (file, gazetteer) = (file("events.txt"), gazetteer());
    compare(&paragraphs(&file, &gazetteer), |paragraph| {
        let evidence = &paragraph.evidence;
        let line = |event: &tawarikh_evidence::Event| {
            let when = evidence.times[event.mention]
                .when
                .expect("an event is placed");
            let known = evidence.entities[event.entities.clone()]
                .iter()
                .filter_map(|entity| entity.known.as_ref());
            let ids: Vec<&str> = known
                .map(|known| gazetteer.names()[known.name].id.as_str())
                .collect();
            let headline = &paragraph.text[event.headline.clone()];
            format!("{} | {headline} | {}", when.edtf(), ids.join(" "))
                .trim_end()
                .to_owned()
        };
        evidence.events.iter().map(line).collect()
    });
}

#[test]
fn what_is_left_open() {
    let (file, gazetteer) = (file("findings.txt"), gazetteer());
    compare(&paragraphs(&file, &gazetteer), |paragraph| {
        let found = findings(&paragraph.evidence, &gazetteer);
        found
            .iter()
            .map(|finding| {
                let words = &paragraph.text[finding.span.clone()];
                let detail = finding.detail.join(" / ");
                format!("{} | {words} | {detail}", finding.code)
                    .trim_end_matches(" | ")
                    .to_owned()
            })
            .collect()
    });
}
