//! The names of an archive, headlines, dated sentences and findings.

use std::ops::Range;

use serde::Deserialize;
use tawarikh_calendar::When;
use tawarikh_evidence::{Evidence, Gazetteer, Name, NameMention, Sentence, Via, findings, read};
use tawarikh_timex::Context;

use crate::cases::{Mark, cases, file, report, unmarked};

/// The names of `names.toml`.
fn gazetteer() -> Gazetteer {
    #[derive(Deserialize)]
    struct Names {
        name: Vec<Name>,
    }
    let names: Names = toml::from_str(&file("names.toml")).unwrap();
    Gazetteer::new(names.name).unwrap()
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
        let (text, _) = unmarked(case);
        let got = marked(&text, &gazetteer.find(&text), &gazetteer);
        (got != case).then(|| format!("expected {case}\ngot      {got}"))
    };
    let file = file("names.txt");
    let differences: Vec<String> = cases(&file).filter_map(difference).collect();
    report(&differences, cases(&file).count());
}

#[test]
fn headlines() {
    let text = file("headlines.txt");
    let lines: Vec<&str> = cases(&text).collect();
    let difference = |pair: &[&str]| {
        let expected = pair[1]
            .strip_prefix("= ")
            .expect("a headline after each sentence");
        let (text, marks) = unmarked(pair[0]);
        let of = |sign: char| -> Vec<Range<usize>> {
            let marks = marks.iter().filter(|mark| mark.sign == sign);
            marks.map(|mark: &Mark| mark.span.clone()).collect()
        };
        let (dates, names) = (of('‹'), of('⟦'));
        let sentence = Sentence {
            text: &text,
            range: 0..text.len(),
            dates: &dates,
            names: &names,
        };
        let got = &text[sentence.headline(&dates[0])];
        (got != expected).then(|| format!("expected {expected}\ngot      {got}"))
    };
    let differences: Vec<String> = lines.chunks(2).filter_map(difference).collect();
    report(&differences, lines.len() / 2);
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
    let differences: Vec<String> = paragraphs.iter().filter_map(difference).collect();
    report(&differences, paragraphs.len());
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
