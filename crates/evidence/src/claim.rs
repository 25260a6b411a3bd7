//! What several documents tell in the same words: copied from one another or from a common source, not confirmed.

use std::ops::Range;

use tawarikh_arabic::{TokenKind, fold, is_stop_word, tokens};

use crate::account::key;
use crate::evidence::Evidence;

/// Words of a run by which sentences are compared.
const RUN: usize = 3;
/// Sentences of fewer words are alike by chance.
const FEWEST_WORDS: usize = 8;
/// Runs that are kept of a sentence.
const KEPT: usize = 8;
/// Kept runs of [`KEPT`] that two sentences share which say the same in the same words.
const SHARED: usize = 6;
/// Sentences with one run in common beyond which it is a phrase of everyone's.
const MOST_ALIKE: usize = 256;

/// A sentence, reduced to what tells its wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The caller's number for the document.
    pub document: u32,
    /// The bytes of its sentence.
    pub sentence: Range<usize>,
    /// The smallest keys of its runs of words, ascending: an even sample of them, the same for the same words
    /// (Broder: On the resemblance and containment of documents, 1997).
    runs: Vec<u64>,
}

/// The wording of the sentences of a text, without who says them. `evidence` is that of `text`. Sentences of a few words are left out.
pub fn claims(document: u32, text: &str, evidence: &Evidence) -> Vec<Claim> {
    let claim = |sentence: &Range<usize>| {
        let runs = runs(text, sentence, evidence);
        (!runs.is_empty()).then(|| Claim {
            document,
            sentence: sentence.clone(),
            runs,
        })
    };
    evidence.sentences.iter().filter_map(claim).collect()
}

fn runs(text: &str, sentence: &Range<usize>, evidence: &Evidence) -> Vec<u64> {
    let events = evidence.events.iter().map(|event| &event.attribution);
    let figures = evidence.figures.iter().map(|figure| &figure.attribution);
    let speakers: Vec<&Range<usize>> = events
        .chain(figures)
        .flatten()
        .map(|said| &said.span)
        .filter(|span| sentence.contains(&span.start))
        .collect();
    let mut words: Vec<u64> = Vec::new();
    for token in tokens(&text[sentence.clone()]) {
        let at = sentence.start + token.span.start;
        let is_word = matches!(token.kind, TokenKind::Word | TokenKind::Number);
        if !is_word || speakers.iter().any(|span| span.contains(&at)) {
            continue;
        }
        let folded = fold(token.text);
        if !is_stop_word(&folded) {
            words.push(key(&folded));
        }
    }
    if words.len() < FEWEST_WORDS {
        return Vec::new();
    }
    let run = |words: &[u64]| {
        words.iter().fold(0u64, |run, word| {
            run.rotate_left(21).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ word
        })
    };
    let mut runs: Vec<u64> = words.windows(RUN).map(run).collect();
    runs.sort_unstable();
    runs.dedup();
    runs.truncate(KEPT);
    runs
}

/// The claims that documents have in the same words, or nearly: groups of indices, each ascending and of at least two documents,
/// in the order of their first.
pub fn repeated(claims: &[Claim]) -> Vec<Vec<usize>> {
    let mut runs: Vec<(u64, usize)> = Vec::new();
    for (index, claim) in claims.iter().enumerate() {
        runs.extend(claim.runs.iter().map(|run| (*run, index)));
    }
    runs.sort_unstable();
    let mut group: Vec<usize> = (0..claims.len()).collect();
    for alike in runs.chunk_by(|a, b| a.0 == b.0) {
        if alike.len() > MOST_ALIKE {
            continue;
        }
        // Whoever shares a run is compared with the first that has it; copies are alike all round.
        let (_, first) = alike[0];
        for (_, other) in &alike[1..] {
            if claims[first].says_the_same(&claims[*other]) {
                let (one, two) = (root(&group, first), root(&group, *other));
                group[one.max(two)] = one.min(two);
            }
        }
    }
    let mut of_root: Vec<Vec<usize>> = vec![Vec::new(); claims.len()];
    for index in 0..claims.len() {
        of_root[root(&group, index)].push(index);
    }
    let documents = |members: &Vec<usize>| {
        let first = claims[members[0]].document;
        members
            .iter()
            .any(|member| claims[*member].document != first)
    };
    of_root
        .into_iter()
        .filter(|members| members.len() > 1 && documents(members))
        .collect()
}

/// The first claim of the group that a claim has come into.
fn root(group: &[usize], mut at: usize) -> usize {
    while group[at] != at {
        at = group[at];
    }
    at
}

impl Claim {
    /// Whether two sentences have nearly all their runs of words in common, as far as the sample tells.
    fn says_the_same(&self, other: &Claim) -> bool {
        let mut union: Vec<u64> = self.runs.iter().chain(&other.runs).copied().collect();
        union.sort_unstable();
        union.dedup();
        union.truncate(KEPT);
        let has = |claim: &Claim, run: &u64| claim.runs.binary_search(run).is_ok();
        let shared = union.iter().filter(|run| has(self, run) && has(other, run));
        shared.count() * KEPT >= SHARED * union.len()
    }
}
