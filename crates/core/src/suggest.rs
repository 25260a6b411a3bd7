//! What a query may be meant to become: completions of its last word, corrections of its spelling.

use tawarikh_arabic::{Token, TokenKind, fold, tokens};
use tawarikh_index::{FacetCounts, Filter, UnfinishedValue, slip, unfinished_value};

use crate::archive::Archive;
use crate::search::{days, filter};
use crate::settings::{KnownName, KnownSpelling};
use crate::view::{Completion, Completions, Piece, State, Suggestion};

/// Documents found up to which a better spelling is looked for.
const LITTLE: u32 = 3;
/// Words of a query's end that may begin a name.
const MOST_WORDS: usize = 3;
/// Letters from which on a word is completed.
const SHORTEST: usize = 2;
/// Bytes of a query beyond which nothing is suggested.
const LONGEST_QUERY: usize = 1_000;

impl Archive {
    /// How the last word of the state's query, or the value of a field that it ends in, may go on, at most `limit` ways; none
    /// behind a blank.
    pub fn complete(&self, state: &State, limit: usize) -> Completions {
        let query = state.query.as_str();
        let completions = match (unfinished_value(query), last_word(query)) {
            _ if query.len() > LONGEST_QUERY => Vec::new(),
            (Some(value), _) => self.values_from(state, &value, limit),
            (None, Some(last)) => self.words_from(query, last, limit),
            (None, None) => Vec::new(),
        };
        Completions {
            completions,
            pending: self.index.pager().take_wanted(),
            lost: self.index.pager().take_lost(),
        }
    }

    /// The values of a field that begin so or have a word that does, with the documents that the rest of the query leaves them.
    fn values_from(
        &self,
        state: &State,
        value: &UnfinishedValue<'_>,
        limit: usize,
    ) -> Vec<Completion> {
        let rest = State {
            query: state.query[..value.field].to_owned(),
            ..state.clone()
        };
        let query = self.query(&rest);
        let found = self.found(&query, days(&rest, &query), &rest);
        let column = |counts: &&FacetCounts| counts.column == value.column;
        let Some(counts) = found.facets.iter().find(column) else {
            return Vec::new();
        };
        let typed = fold(value.typed);
        let fits = |text: &str| tokens(text).any(|word| begins(&text[word.span.start..], &typed));
        let completions = counts.most_first().filter_map(|(number, count)| {
            let text = counts.values.get(number as usize)?;
            let label = self.facet_label(value.column, text, &state.style);
            let is_meant = count > 0 && (fits(text) || label.as_deref().is_some_and(fits));
            // A mark within a value would end it.
            let asked = text.trim_matches('"').split('"').next()?;
            let mark = if asked.contains(' ') { "\"" } else { "" };
            is_meant.then(|| Completion {
                query: [&state.query[..value.start], mark, asked, mark].concat(),
                text: text.clone(),
                kind: "value",
                count,
                label,
            })
        });
        completions.take(limit).collect()
    }

    /// The names and words that a query's last word may become; of one letter only names of several words.
    fn words_from(&self, query: &str, last: usize, limit: usize) -> Vec<Completion> {
        let is_short = fold(&query[last..]).chars().count() < SHORTEST;
        let mut starts = starts(query, last);
        if is_short {
            starts.pop();
        }
        let (known, lists) = (self.known(), self.spellings());
        let mut completions = names_from(&known.names, &lists.lists, query, &starts, last, limit);
        if is_short {
            return completions;
        }
        let names: Vec<String> = completions.iter().map(|name| fold(&name.text)).collect();
        let words = self.index.completions(&query[last..], limit);
        completions.extend(words.into_iter().map(|word| Completion {
            query: [&query[..last], &word.word].concat(),
            text: word.word,
            kind: "word",
            count: word.documents,
            label: None,
        }));
        completions.retain(|one| one.kind == "name" || !names.contains(&fold(&one.text)));
        completions.truncate(limit);
        completions
    }

    /// A better spelling of the state's query, if it found little and the other finds no less: what a slip finds is what it
    /// may be meant for, and perhaps more.
    pub(crate) fn suggestion(&self, state: &State, total: u32) -> Option<Suggestion> {
        let query = state.query.as_str();
        if total > LITTLE || query.len() > LONGEST_QUERY || state.exact {
            return None;
        }
        let spellings = self.spellings();
        let corrections = self
            .index
            .corrections(query, |word| name_meant(&spellings.lists, word));
        let (mut pieces, mut at) = (Vec::new(), 0);
        for (span, word) in &corrections {
            push(&mut pieces, &query[at..span.start], false);
            push(&mut pieces, word, true);
            at = span.end;
        }
        push(&mut pieces, query[at..].trim_end(), false);
        let corrected: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        let better = State {
            query: corrected,
            ..state.clone()
        };
        let finds_no_less = || {
            let query = self.query(&better);
            let filter = Filter {
                days: days(&better, &query),
                ..filter(&better)
            };
            let other = self.index.search(&query, &filter, 0, 0).total;
            other > 0 && other >= total
        };
        (!corrections.is_empty() && finds_no_less()).then_some(Suggestion {
            query: better.query,
            pieces,
        })
    }
}

/// The names that begin with the last words of a query, the more words the better, then the most used.
fn names_from(
    known: &[KnownName],
    spellings: &[Vec<KnownSpelling>],
    query: &str,
    starts: &[usize],
    last: usize,
    limit: usize,
) -> Vec<Completion> {
    let mut found: Vec<Completion> = Vec::new();
    for &start in starts {
        let typed = fold(&query[start..]);
        let names: Vec<Completion> = known
            .iter()
            .zip(spellings)
            .filter_map(|name| completed(name, &typed, query, start, last))
            .collect();
        // By the one kind of number that the engine sorts.
        let place = |(name, place): (&Completion, u64)| u64::from(!name.count) << 32 | place;
        let mut order: Vec<u64> = names.iter().zip(0..).map(place).collect();
        order.sort_unstable();
        let place = |key: &u64| names.get((key & 0xFFFF_FFFF) as usize);
        found.extend(order.iter().filter_map(place).cloned());
    }
    let mut best: Vec<Completion> = Vec::new();
    for name in found {
        if best.len() < limit && best.iter().all(|other| other.query != name.query) {
            best.push(name);
        }
    }
    best
}

/// The word of a name's spellings that a word is a slip for.
fn name_meant(spellings: &[Vec<KnownSpelling>], word: &str) -> Option<String> {
    let typed = fold(word);
    let mut best: Option<(u32, &str)> = None;
    let texts = spellings.iter().flatten().map(|spelling| &spelling.text);
    for token in texts.flat_map(|text| tokens(text)) {
        let Some(distance) = slip(&typed, &fold(token.text)) else {
            continue;
        };
        if best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, token.text));
        }
    }
    best.map(|(_, text)| text.to_owned())
}

/// The name with its spellings as a completion of what is typed from `start` on, by the first spelling that begins so.
fn completed(
    (name, spellings): (&KnownName, &Vec<KnownSpelling>),
    typed: &str,
    query: &str,
    start: usize,
    last: usize,
) -> Option<Completion> {
    let mut texts = spellings.iter().map(|spelling| spelling.text.as_str());
    let text = texts.find(|text| begins(text, typed))?;
    let is_arabic = text.chars().any(|c| ('\u{600}'..='\u{6FF}').contains(&c));
    let label = if is_arabic {
        name.name_en.as_ref()
    } else {
        Some(&name.name)
    };
    // The words before the last one stand in the query already.
    let before = tokens(&query[start..last]).count();
    let from = tokens(text).nth(before)?.span.start;
    Some(Completion {
        text: text[from..].to_owned(),
        query: [&query[..start], text].concat(),
        kind: "name",
        count: name.uses,
        label: label.cloned(),
    })
}

/// Whether a spelling begins with what is folded in `typed`, with or without its article.
fn begins(spelling: &str, typed: &str) -> bool {
    let folded = fold(spelling);
    let bare = ["ال", "al-", "al ", "ar-"]
        .iter()
        .find_map(|article| folded.strip_prefix(article));
    folded.starts_with(typed) || bare.is_some_and(|bare| bare.starts_with(typed))
}

/// Where the word begins that touches the end of a query.
fn last_word(query: &str) -> Option<usize> {
    let last = tokens(query).last()?;
    let is_word = last.kind == TokenKind::Word && last.span.end == query.len();
    is_word.then_some(last.span.start)
}

/// Where the last words of a query begin, most words first.
fn starts(query: &str, last: usize) -> Vec<usize> {
    let words: Vec<Token> = tokens(&query[..last]).collect();
    let before = words
        .iter()
        .rev()
        .take_while(|token| token.kind == TokenKind::Word);
    let mut starts: Vec<usize> = before
        .take(MOST_WORDS - 1)
        .map(|token| token.span.start)
        .collect();
    starts.reverse();
    starts.push(last);
    starts
}

fn push(pieces: &mut Vec<Piece>, text: &str, hit: bool) {
    if !text.is_empty() {
        pieces.push(Piece {
            text: text.to_owned(),
            hit,
            ..Piece::default()
        });
    }
}
