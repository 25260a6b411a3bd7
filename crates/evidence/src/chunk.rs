//! A sentence as its readers count it: in pieces between blanks.

use std::ops::Range;

use tawarikh_arabic::{Token, TokenKind, fold, numeral, tokens};

use crate::clause::{Part, part};

/// A word with the signs that touch it, or signs on their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chunk {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// The bytes of its words and numbers, without the signs around them; empty for signs on their own.
    pub core: Range<usize>,
    /// The folded core.
    pub folded: String,
    /// What it does in its clause.
    pub part: Part,
    /// Whether a comma, a colon or a dash ends its clause.
    pub ends_clause: bool,
    /// How many quotes and brackets of the sentence are open behind it.
    pub depth: usize,
    /// Whether it is a number that counts what follows.
    pub counts: bool,
}

impl Chunk {
    /// Whether it has a word or a number.
    pub fn is_word(&self) -> bool {
        !self.core.is_empty()
    }
}

/// The chunks of the sentence at `range` of `text`.
pub(crate) fn chunks(text: &str, range: Range<usize>) -> Vec<Chunk> {
    let at = |token: Token<'_>| range.start + token.span.start..range.start + token.span.end;
    let kinds: Vec<(TokenKind, Range<usize>)> = tokens(&text[range.clone()])
        .map(|token| (token.kind, at(token)))
        .collect();
    let mut depth = Depth::default();
    let mut chunks = Vec::new();
    for group in kinds.chunk_by(|a, b| a.1.end == b.1.start && !parts(&text[a.1.clone()], b.0)) {
        let chunk = chunk(text, group, &mut depth);
        chunks.push(chunk);
    }
    chunks
}

/// Whether a comma without a blank behind it parts two words.
fn parts(sign: &str, next: TokenKind) -> bool {
    matches!(sign, "،" | "؛" | ";" | ",") && matches!(next, TokenKind::Word | TokenKind::Number)
}

fn chunk(text: &str, group: &[(TokenKind, Range<usize>)], depth: &mut Depth) -> Chunk {
    let span = group[0].1.start..group[group.len() - 1].1.end;
    let words = || {
        group
            .iter()
            .filter(|(kind, _)| matches!(kind, TokenKind::Word | TokenKind::Number))
    };
    let core = match (words().next(), words().next_back()) {
        (Some(first), Some(last)) => first.1.start..last.1.end,
        _ => span.start..span.start,
    };
    for (_, sign) in group {
        depth.pass(&text[sign.clone()]);
    }
    let folded = fold(&text[core.clone()]);
    let last = group.last().map_or("", |(_, token)| &text[token.clone()]);
    Chunk {
        part: part(&folded),
        counts: counts(&text[core.clone()]),
        ends_clause: matches!(last, "،" | "؛" | ":" | "," | ";" | "–" | "—" | "-"),
        depth: depth.0.len(),
        span,
        core,
        folded,
    }
}

/// Whether a word is a cardinal number, which needs what it counts: خمسة, 12, مئات. Not 92%, which is complete.
fn counts(word: &str) -> bool {
    let tokens: Vec<Token<'_>> = tokens(word).collect();
    let whole = numeral::numeral_at(&tokens, 0).filter(|numeral| numeral.tokens == tokens.len());
    whole.is_some_and(|numeral| numeral.kind == numeral::Kind::Cardinal)
}

/// The quotes and brackets that are open, by what closes them.
#[derive(Default)]
struct Depth(Vec<&'static str>);

impl Depth {
    fn pass(&mut self, sign: &str) {
        if self.0.last().is_some_and(|closing| *closing == sign) {
            self.0.pop();
            return;
        }
        match sign {
            "«" => self.0.push("»"),
            "“" => self.0.push("”"),
            "\"" => self.0.push("\""),
            "(" => self.0.push(")"),
            "[" => self.0.push("]"),
            _ => {}
        }
    }
}
