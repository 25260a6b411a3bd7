//! A sentence as words and signs, with the forms by which words are looked up.

use std::ops::Range;

use tawarikh_arabic::numeral::begins;
use tawarikh_arabic::{Token, TokenKind, fold, tokens};
use tawarikh_timex::{Kind, Mention};

use crate::entity::Entity;
use crate::name::NameKind;

/// The tokens of a sentence; spans are bytes of the whole text.
#[derive(Debug)]
pub(crate) struct Line<'t> {
    /// The tokens in order.
    pub tokens: Vec<Token<'t>>,
    folded: Vec<String>,
    numerals: Vec<bool>,
    timed: Vec<bool>,
    named: Vec<Option<NameKind>>,
}

impl<'t> Line<'t> {
    /// The sentence at `range` of `text`; `times` are the time mentions of the whole text.
    pub fn new(text: &'t str, range: Range<usize>, times: &[Mention]) -> Self {
        let mut tokens: Vec<Token<'t>> = tokens(&text[range.clone()]).collect();
        for token in &mut tokens {
            token.span = range.start + token.span.start..range.start + token.span.end;
        }
        let from = times.partition_point(|time| time.span.end <= range.start);
        let mut near = times[from..]
            .iter()
            .filter(|time| time.kind != Kind::Set)
            .peekable();
        let mut is_timed = |token: &Token<'_>| {
            while near
                .next_if(|time| time.span.end <= token.span.start)
                .is_some()
            {}
            near.peek()
                .is_some_and(|time| time.span.start < token.span.end)
        };
        let timed = tokens.iter().map(&mut is_timed).collect();
        // Rules ask it of most tokens, and of many several times.
        let is_numeral = |token: &Token<'_>| match token.kind {
            TokenKind::Number => true,
            TokenKind::Word => begins(token.text),
            TokenKind::Punctuation | TokenKind::Symbol => false,
        };
        Line {
            numerals: tokens.iter().map(is_numeral).collect(),
            folded: tokens.iter().map(|token| fold(token.text)).collect(),
            timed,
            named: Vec::new(),
            tokens,
        }
    }

    /// The same with what its tokens are in names; `entities` are those of the whole text, in order.
    pub fn with_names(mut self, entities: &[Entity]) -> Self {
        let named = self.tokens.iter().map(|token| {
            let at = entities.partition_point(|entity| entity.span.end <= token.span.start);
            let entity = entities.get(at)?;
            (entity.span.start < token.span.end).then_some(entity.kind)
        });
        self.named = named.collect();
        self
    }

    /// What a name is of, where the token is in one.
    pub fn name(&self, at: usize) -> Option<NameKind> {
        self.named.get(at).copied().flatten()
    }

    /// How many tokens.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The folded token; empty beyond the end.
    pub fn word(&self, at: usize) -> &str {
        self.folded.get(at).map_or("", String::as_str)
    }

    /// The folded token before `at`; empty at the beginning.
    pub fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// Whether there is a word in Arabic letters.
    pub fn is_word(&self, at: usize) -> bool {
        self.is_kind(at, TokenKind::Word) && !self.word(at).starts_with(|c: char| c.is_ascii())
    }

    /// Whether there are digits.
    pub fn is_number(&self, at: usize) -> bool {
        self.is_kind(at, TokenKind::Number)
    }

    /// Whether there are digits or a word with which a number may begin.
    pub fn is_numeral(&self, at: usize) -> bool {
        self.numerals.get(at).copied().unwrap_or_default()
    }

    /// Whether there is a token and it is neither a word nor a number.
    pub fn is_sign(&self, at: usize) -> bool {
        self.is_kind(at, TokenKind::Punctuation) || self.is_kind(at, TokenKind::Symbol)
    }

    fn is_kind(&self, at: usize, kind: TokenKind) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == kind)
    }

    /// Whether the token is part of a time expression.
    pub fn is_timed(&self, at: usize) -> bool {
        self.timed.get(at).copied().unwrap_or_default()
    }

    /// Whether nothing stands between the token and the one before it.
    pub fn touches(&self, at: usize) -> bool {
        at > 0
            && self
                .tokens
                .get(at)
                .is_some_and(|token| self.tokens[at - 1].span.end == token.span.start)
    }

    /// Where the token begins in the text.
    pub fn start(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(0, |token| token.span.start)
    }

    /// Where the token begins without its first `letters` letters.
    pub fn start_without(&self, at: usize, letters: usize) -> usize {
        let Some(token) = self.tokens.get(at) else {
            return 0;
        };
        let is_letter = |c: char| !fold(c.encode_utf8(&mut [0; 4])).is_empty();
        let mut letters_at = token.text.char_indices().filter(|&(_, c)| is_letter(c));
        token.span.start + letters_at.nth(letters).map_or(0, |(at, _)| at)
    }

    /// Where the token before `next` ends in the text.
    pub fn end(&self, next: usize) -> usize {
        next.checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(0, |token| token.span.end)
    }

    /// The token at or behind a byte of the text.
    pub fn token_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.span.end <= byte)
    }
}
