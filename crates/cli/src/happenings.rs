//! `tawarikh happenings`: which sentences of several texts tell the same, on a stream of texts.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufWriter, Write};

use rayon::prelude::*;
use serde::Serialize;
use tawarikh_calendar::{Interval, When};
use tawarikh_evidence::{
    Account, Agreement, Evidence, Figure, Gazetteer, Happening, Teller, happenings, read,
};

use crate::failure::Failure;
use crate::texts::{Scalars, Text, base, each, print_json};

/// How to print.
#[derive(clap::Args)]
pub struct Arguments {
    /// For people: each happening with its date, and a row a source with its date, its figures and who says so.
    #[arg(long)]
    explain: bool,
}

/// The output.
#[derive(Serialize)]
struct Found<'a> {
    happenings: Vec<Vec<Telling<'a>>>,
}

/// A sentence: the Unicode scalar values before it in its text.
#[derive(Serialize)]
struct Telling<'a> {
    id: &'a str,
    offset: usize,
}

/// Reads standard input to its end, then prints all groups in one line.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut texts: Vec<Text> = Vec::new();
    each(|text, _| {
        text.context()?;
        texts.push(text);
        Ok(())
    })?;
    let gazetteer = base();
    let accounts = accounts(&texts, &gazetteer);
    let found = happenings(&accounts);
    let mut out = BufWriter::new(std::io::stdout().lock());
    if arguments.explain {
        for happening in &found {
            explain(happening, &accounts, &texts, &gazetteer, &mut out)?;
        }
    } else {
        let groups = found
            .iter()
            .map(|happening| group(happening, &accounts, &texts));
        print_json(
            &Found {
                happenings: groups.collect(),
            },
            &mut out,
        )?;
    }
    Ok(out.flush()?)
}

/// What all texts tell, in their order.
fn accounts(texts: &[Text], gazetteer: &Gazetteer) -> Vec<Account> {
    let teller = Teller::new(gazetteer);
    let of_each: Vec<Vec<Account>> = texts
        .par_iter()
        .enumerate()
        .map(|(number, text)| {
            let evidence = evidence(text, gazetteer);
            let published = text.context().ok().and_then(|context| context.reference);
            teller.accounts(gazetteer, number as u32, &text.text, &evidence, published)
        })
        .collect();
    of_each.into_iter().flatten().collect()
}

fn evidence(text: &Text, gazetteer: &Gazetteer) -> Evidence {
    // A date that could not be read has ended the reading of the input.
    read(&text.text, &text.context().unwrap_or_default(), gazetteer)
}

/// The sentences of a happening, each once.
fn group<'a>(happening: &Happening, accounts: &[Account], texts: &'a [Text]) -> Vec<Telling<'a>> {
    let sentences: BTreeSet<(u32, usize)> = happening
        .accounts
        .iter()
        .map(|account| {
            (
                accounts[*account].document,
                accounts[*account].sentence.start,
            )
        })
        .collect();
    let telling = |(document, start): (u32, usize)| {
        let text = &texts[document as usize];
        Telling {
            id: &text.id,
            offset: Scalars::of(&text.text).before(&text.text, start),
        }
    };
    sentences.into_iter().map(telling).collect()
}

/// The date of a happening, a row for each of its sentences with its own date, a row for each figure, and which figures disagree.
fn explain(
    happening: &Happening,
    accounts: &[Account],
    texts: &[Text],
    gazetteer: &Gazetteer,
    out: &mut impl Write,
) -> std::io::Result<()> {
    match &happening.date {
        Agreement::Agreed(when) => writeln!(out, "{}", when.edtf())?,
        Agreement::Disagreed(readings) => {
            let readings: Vec<String> = readings.iter().map(When::edtf).collect();
            writeln!(out, "dates disagree: {}", readings.join(" | "))?;
        }
    }
    let mut seen: BTreeMap<u32, Evidence> = BTreeMap::new();
    for account in happening.accounts.iter().map(|account| &accounts[*account]) {
        let text = &texts[account.document as usize];
        let evidence = seen
            .entry(account.document)
            .or_insert_with(|| evidence(text, gazetteer));
        let sentence = one_line(&text.text[account.sentence.clone()]);
        let days: Vec<String> = account.readings.iter().map(days).collect();
        writeln!(
            out,
            "  {}  {} ({})  {sentence}",
            text.id,
            days.join(" or "),
            account.dated.id()
        )?;
        let inside = |figure: &&Figure| account.sentence.contains(&figure.span.start);
        for figure in evidence.figures.iter().filter(inside) {
            writeln!(out, "      {}", told(&text.text, figure))?;
        }
    }
    Ok(())
}

fn days(days: &Interval) -> String {
    let side = |day| When::day(day).edtf();
    if days.first == days.last {
        side(days.first)
    } else {
        format!("{}/{}", side(days.first), side(days.last))
    }
}

/// A figure, what it counts and who says so.
fn told(text: &str, figure: &Figure) -> String {
    let said = figure.attribution.as_ref();
    let speaker = said.map_or(String::new(), |said| {
        format!(
            "  {}: {}",
            said.saying.id(),
            one_line(&text[said.span.clone()])
        )
    });
    let number = one_line(&text[figure.span.clone()]);
    format!("{number}: {}{speaker}", figure.counted.class())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
