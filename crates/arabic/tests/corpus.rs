//! Reads the cases of `tests/corpus/arabic`: one reader, many cases a file.

use std::path::Path;

use tawarikh_arabic::numeral::{Kind, begins, numeral_at};
use tawarikh_arabic::{
    Token, TokenKind, fold, is_stop_word, keys, plural_candidates, sentences, singular_candidates,
    stem, surface, tokens,
};

/// The lines of a file of cases, without comments.
fn lines(name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/corpus/arabic")
        .join(name);
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines()
        .filter(|line| !line.starts_with("# "))
        .map(str::to_owned)
        .collect()
}

/// The cases of a file: what stands behind `= `, and a line that must give it.
fn headed(name: &str) -> Vec<(String, String)> {
    let mut head = String::new();
    let mut cases = Vec::new();
    for line in lines(name).into_iter().filter(|line| !line.is_empty()) {
        match line.strip_prefix("= ") {
            Some(expected) => head = expected.to_owned(),
            None => cases.push((head.clone(), line)),
        }
    }
    cases
}

/// Compares all cases before failing, so that one run shows every difference.
fn check(differences: Vec<String>) {
    assert!(
        differences.is_empty(),
        "{} cases differ:\n{}",
        differences.len(),
        differences.join("\n")
    );
}

fn difference(case: &str, expected: &str, got: &str) -> Option<String> {
    (expected != got).then(|| format!("{case}\n    expected {expected}\n    got      {got}"))
}

#[test]
fn numerals() {
    check(
        headed("numerals.txt")
            .iter()
            .filter_map(|(expected, line)| numeral_case(expected, line))
            .collect(),
    );
}

fn numeral_case(expected: &str, line: &str) -> Option<String> {
    let text = line.replacen(" | ", " ", 1);
    let all: Vec<Token> = tokens(&text).collect();
    let first = usize::from(line.starts_with("بين "));
    let end = line.find(" | ").unwrap_or(text.len());
    let got = match numeral_at(&all, first) {
        Some(found) if found.span.end != end => {
            format!("{} up to {}", found.value, &text[..found.span.end])
        }
        Some(found) => format!(
            "{} {}",
            found.value,
            if found.kind == Kind::Ordinal {
                "ordinal"
            } else {
                "cardinal"
            }
        ),
        None => "none".to_owned(),
    };
    if got != "none" && all[first].kind == TokenKind::Word {
        assert!(begins(all[first].text), "{line}");
    }
    difference(line, expected, &got)
}

#[test]
fn token_kinds() {
    let lines: Vec<String> = lines("tokens.txt")
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect();
    check(
        lines
            .chunks(2)
            .filter_map(|case| difference(&case[0], &case[1], &shown(&case[0])))
            .collect(),
    );
}

fn shown(text: &str) -> String {
    let show = |token: Token| match token.kind {
        TokenKind::Word => format!("w:{}", token.text),
        TokenKind::Number => format!("n:{}", token.text),
        TokenKind::Punctuation => format!("p:{}", token.text),
        TokenKind::Symbol => format!("s:{}", token.text),
    };
    tokens(text).map(show).collect::<Vec<_>>().join(" · ")
}

#[test]
fn forms() {
    check(
        headed("forms.txt")
            .iter()
            .filter_map(|(expected, line)| form_case(expected, line))
            .collect(),
    );
}

fn form_case(expected: &str, line: &str) -> Option<String> {
    let (_, folded) = expected.split_once("/ ").unwrap_or_default();
    let surface_is_one = !expected.starts_with('/');
    let got = if surface_is_one {
        format!("{} / {}", surface(line), fold(line))
    } else {
        format!("/ {}", fold(line))
    };
    assert_eq!(fold(&surface(line)), folded, "{line}");
    difference(line, expected, &got)
}

#[test]
fn sentence_ends() {
    check(
        lines("sentences.txt")
            .iter()
            .filter(|line| !line.is_empty())
            .filter_map(|line| sentence_case(line))
            .collect(),
    );
}

fn sentence_case(line: &str) -> Option<String> {
    let parts: Vec<String> = line
        .split('|')
        .map(|part| part.trim().replace("\\n", ""))
        .collect();
    let text = line.replace('|', "").replace("\\n", "\n");
    let got: Vec<&str> = sentences(&text)
        .into_iter()
        .map(|range| &text[range])
        .collect();
    difference(line, &parts.join(" | "), &got.join(" | "))
}

#[test]
fn stems() {
    check(
        lines("stems.txt")
            .iter()
            .filter(|line| !line.is_empty())
            .filter_map(|line| stem_case(line))
            .collect(),
    );
}

/// The words before `≠` share a stem; none of those behind it has that stem.
fn stem_case(line: &str) -> Option<String> {
    let (same, others) = line.split_once(" ≠ ").unwrap_or((line, ""));
    let shown = |words: &str| -> Vec<String> {
        words
            .split_whitespace()
            .map(|word| format!("{word}:{}", keys(word).stem))
            .collect()
    };
    let stem = keys(same.split_whitespace().next()?).stem;
    let fits = same.split_whitespace().all(|word| keys(word).stem == stem)
        && others
            .split_whitespace()
            .all(|word| keys(word).stem != stem);
    (!fits).then(|| format!("{} ≠ {}", shown(same).join(" "), shown(others).join(" ")))
}

#[test]
fn stop_words() {
    for (expected, line) in headed("stop-words.txt") {
        for word in line.split_whitespace() {
            assert_eq!(is_stop_word(&fold(word)), expected == "stop", "{word}");
        }
    }
}

#[test]
fn plurals() {
    let lines = lines("plurals.txt");
    let pairs = lines
        .iter()
        .filter(|line| !line.is_empty())
        .filter_map(|line| line.split_once(' '));
    check(
        pairs
            .filter_map(|(plural, singular)| plural_case(plural, singular))
            .collect(),
    );
}

/// The stem of either word must be among those of the other's candidates.
fn plural_case(plural: &str, singular: &str) -> Option<String> {
    missing(singular, &singular_candidates(&fold(plural)))
        .or_else(|| missing(plural, &plural_candidates(&fold(singular))))
}

fn missing(word: &str, candidates: &[String]) -> Option<String> {
    let stems = |candidate: &String| stem(candidate) == keys(word).stem;
    let found = candidates.iter().any(stems);
    (!found).then(|| format!("{word} not in {}", candidates.join(" ")))
}
