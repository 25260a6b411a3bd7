//! Reads `tests/corpus/evidence/happenings.txt`: which sentences of several documents tell the same.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a broken case file has to stop the test"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use tawarikh_calendar::When;
use tawarikh_evidence::{Account, Gazetteer, Likeness, Teller, base_names, happenings, read};
use tawarikh_timex::Context;

/// A sentence: its document in the order of the file, and where it begins.
type Telling = (usize, usize);

#[derive(Default)]
struct Document {
    published: Option<When>,
    text: String,
    /// Where marked sentences begin, with their letters.
    marks: Vec<(usize, String)>,
}

struct Case {
    title: String,
    documents: Vec<Document>,
}

fn cases(name: &str) -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/corpus/evidence")
        .join(name);
    let text = std::fs::read_to_string(path).unwrap();
    let mut cases: Vec<Case> = Vec::new();
    for line in text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        if let Some(title) = line.strip_prefix("= ") {
            cases.push(Case {
                title: title.to_owned(),
                documents: Vec::new(),
            });
            continue;
        }
        let documents = &mut cases.last_mut().expect("a title first").documents;
        if let Some(day) = line.strip_prefix('@') {
            let published = Some(day.trim()).filter(|day| !day.is_empty());
            documents.push(Document {
                published: published.map(|day| When::from_edtf(day).unwrap()),
                ..Document::default()
            });
        } else {
            unmark(line, documents.last_mut().expect("a date first"));
        }
    }
    cases
}

/// Adds a line to a document without its marks.
fn unmark(line: &str, document: &mut Document) {
    let mut rest = line;
    while let Some((before, marked)) = rest.split_once('[') {
        let (letters, after) = marked.split_once("] ").expect("[ is closed by ]");
        document.text.push_str(before);
        document
            .marks
            .push((document.text.len(), letters.to_owned()));
        rest = after;
    }
    document.text.push_str(rest);
    document.text.push('\n');
}

/// Pairs of sentences that are said to tell the same.
type Pairs = BTreeSet<(Telling, Telling)>;

fn pairs<'a>(groups: impl Iterator<Item = &'a BTreeSet<Telling>>) -> Pairs {
    let mut pairs = Pairs::new();
    for group in groups {
        for one in group {
            pairs.extend(group.range(..one).map(|other| (*other, *one)));
        }
    }
    pairs
}

/// What the marks say, over the documents of all cases.
fn expected(cases: &[Case]) -> Pairs {
    let mut groups: BTreeMap<(usize, &str), BTreeSet<Telling>> = BTreeMap::new();
    let mut document = 0;
    for (number, case) in cases.iter().enumerate() {
        for told in &case.documents {
            for (at, letters) in &told.marks {
                let is_shared = letters.chars().all(char::is_uppercase);
                let scope = if is_shared { usize::MAX } else { number };
                groups
                    .entry((scope, letters))
                    .or_default()
                    .insert((document, *at));
            }
            document += 1;
        }
    }
    pairs(groups.values())
}

fn accounts<'a>(
    documents: impl Iterator<Item = &'a Document>,
    teller: &Teller,
    gazetteer: &Gazetteer,
) -> Vec<Account> {
    let mut accounts = Vec::new();
    for (number, document) in documents.enumerate() {
        let context = Context {
            reference: document.published,
            ..Context::default()
        };
        let evidence = read(&document.text, &context, gazetteer);
        accounts.extend(teller.accounts(
            gazetteer,
            number as u32,
            &document.text,
            &evidence,
            document.published,
        ));
    }
    accounts
}

fn found(accounts: &[Account]) -> Pairs {
    let telling = |index: &usize| {
        let account = &accounts[*index];
        (account.document as usize, account.sentence.start)
    };
    let groups: Vec<BTreeSet<Telling>> = happenings(accounts)
        .iter()
        .map(|happening| happening.accounts.iter().map(telling).collect())
        .collect();
    pairs(groups.iter())
}

#[derive(Default)]
struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Score {
    fn add(&mut self, found: &Pairs, expected: &Pairs) {
        self.right += found.intersection(expected).count();
        self.wrong += found.difference(expected).count();
        self.missed += expected.difference(found).count();
    }

    fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / (self.right + self.missed).max(1) as f64
    }
}

/// Judges each case alone and all together; prints what differs.
fn judge(name: &str) -> [Score; 2] {
    let gazetteer = Gazetteer::new(base_names()).unwrap();
    let teller = Teller::new(&gazetteer);
    let cases = cases(name);
    let [mut alone, mut together] = [Score::default(), Score::default()];
    for case in &cases {
        let accounts = accounts(case.documents.iter(), &teller, &gazetteer);
        let (found, expected) = (found(&accounts), expected(std::slice::from_ref(case)));
        alone.add(&found, &expected);
        show(case, &accounts, &found, &expected);
    }
    let documents = || cases.iter().flat_map(|case| &case.documents);
    let accounts = accounts(documents(), &teller, &gazetteer);
    let (merged, all) = (found(&accounts), expected(&cases));
    let documents: Vec<&Document> = documents().collect();
    for pair in merged.difference(&all) {
        show_pair("wrong together", &documents, &accounts, *pair);
    }
    together.add(&merged, &all);
    for score in [&alone, &together] {
        println!(
            "{name}: precision {:.3}, recall {:.3} ({} right, {} wrong, {} missed)",
            score.precision(),
            score.recall(),
            score.right,
            score.wrong,
            score.missed
        );
    }
    [alone, together]
}

fn show(case: &Case, accounts: &[Account], found: &Pairs, expected: &Pairs) {
    let documents: Vec<&Document> = case.documents.iter().collect();
    for pair in found.difference(expected) {
        show_pair(
            &format!("wrong in {}", case.title),
            &documents,
            accounts,
            *pair,
        );
    }
    for pair in expected.difference(found) {
        show_pair(
            &format!("missed in {}", case.title),
            &documents,
            accounts,
            *pair,
        );
    }
}

fn show_pair(label: &str, documents: &[&Document], accounts: &[Account], pair: (Telling, Telling)) {
    println!("{label}");
    for (document, at) in [pair.0, pair.1] {
        let line = documents[document].text[at..]
            .lines()
            .next()
            .unwrap_or_default();
        println!("  {}", line.chars().take(80).collect::<String>());
    }
    let of = |(document, at): Telling| {
        accounts
            .iter()
            .filter(move |a| (a.document as usize, a.sentence.start) == (document, at))
    };
    for a in of(pair.0) {
        for b in of(pair.1) {
            println!(
                "    {} {} {:?}",
                a.dated.id(),
                b.dated.id(),
                Likeness::between(a, b)
            );
        }
    }
}

#[test]
fn cases_that_shaped_the_rules() {
    for score in judge("happenings.txt") {
        assert!(score.precision() >= 0.97, "{}", score.precision());
        assert!(score.recall() >= 0.85, "{}", score.recall());
    }
}

#[test]
fn cases_that_were_held_back() {
    for score in judge("happenings-later.txt") {
        assert!(score.precision() >= 0.95, "{}", score.precision());
        assert!(score.recall() >= 0.70, "{}", score.recall());
    }
}

#[test]
fn cases_that_are_near_each_other() {
    for score in judge("happenings-hard.txt") {
        assert!(score.precision() >= 0.90, "{}", score.precision());
        assert!(score.recall() >= 0.70, "{}", score.recall());
    }
}

#[test]
fn cases_of_the_last_reading() {
    for score in judge("happenings-blind.txt") {
        assert!(score.precision() >= 0.95, "{}", score.precision());
        assert!(score.recall() >= 0.70, "{}", score.recall());
    }
}

#[test]
fn cases_with_headings() {
    for score in judge("happenings-headings.txt") {
        assert!(score.precision() >= 0.95, "{}", score.precision());
        assert!(score.recall() >= 0.70, "{}", score.recall());
    }
}

#[test]
fn cases_with_what_was_named_before() {
    for score in judge("happenings-named-before.txt") {
        assert!(score.precision() >= 0.95, "{}", score.precision());
        assert!(score.recall() >= 0.70, "{}", score.recall());
    }
}

#[test]
fn the_order_of_documents_does_not_matter() {
    let gazetteer = Gazetteer::new(base_names()).unwrap();
    let teller = Teller::new(&gazetteer);
    let cases = cases("happenings.txt");
    let documents: Vec<&Document> = cases.iter().flat_map(|case| &case.documents).collect();
    let last = documents.len() - 1;
    let forwards = accounts(documents.iter().copied(), &teller, &gazetteer);
    let backwards = accounts(documents.iter().rev().copied(), &teller, &gazetteer);
    let turned = found(&backwards).into_iter().map(|(one, other)| {
        let (one, other) = ((last - one.0, one.1), (last - other.0, other.1));
        (one.min(other), one.max(other))
    });
    assert_eq!(found(&forwards), turned.collect());
}
