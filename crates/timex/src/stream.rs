//! The text as a row of words, each with what the lexicon knows of it.

use tawarikh_arabic::numeral::{Kind, numeral_at};
use tawarikh_arabic::{Token, TokenKind, tokens};

use crate::key::{Key, bytes_of};
use crate::lexicon::{Class, Lexeme, lookup};
use crate::memo::Memo;
use crate::surroundings::List;

/// A word of the stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word {
    pub class: Class,
    /// Of the lexicon; of digits their value, -1 if they are no whole number below a thousand million; of a sign its character.
    pub value: i32,
    /// How many digits; 0 for words.
    pub digits: u8,
    pub article: bool,
    pub conjunction: bool,
    pub preposition: Option<char>,
    /// Bytes of the particles on its front.
    pub particles: u8,
}

/// A number at a place: its value, and the word after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Numeral {
    pub value: i32,
    pub ordinal: bool,
    /// How many digits; 0 if in words.
    pub digits: u8,
    pub next: usize,
}

/// The words of a text.
#[derive(Debug)]
pub(crate) struct Stream<'t> {
    pub text: &'t str,
    tokens: Vec<Token<'t>>,
    words: Vec<Word>,
    /// The key of each word; `None` for what is no Arabic word.
    keys: Vec<Option<Key>>,
}

/// What is read past the end, and what most words are.
const OTHER: Word = Word {
    class: Class::Other,
    value: 0,
    digits: 0,
    article: false,
    conjunction: false,
    preposition: None,
    particles: 0,
};

impl<'t> Stream<'t> {
    /// Cuts a text into words and looks each one up; footnote marks ([3]) are left out.
    pub(crate) fn new(text: &'t str) -> Stream<'t> {
        let capacity = text.len() / 8;
        let mut stream = Stream {
            text,
            tokens: Vec::with_capacity(capacity),
            words: Vec::with_capacity(capacity),
            keys: Vec::with_capacity(capacity),
        };
        let mut memo = Memo::new();
        for token in tokens(text) {
            stream.push(token, &mut memo);
        }
        stream
    }

    fn push(&mut self, token: Token<'t>, memo: &mut Memo) {
        let key = if token.kind == TokenKind::Word {
            Key::of(token.text)
        } else {
            None
        };
        let word = word(&token, key, memo);
        self.tokens.push(token);
        self.keys.push(key);
        self.words.push(word);
        if word.class == Class::Sign && word.value == ']' as i32 {
            self.drop_footnote();
        }
    }

    /// footnote = "[" digits "]", close behind a word
    fn drop_footnote(&mut self) {
        let Some(open) = self.len().checked_sub(3) else {
            return;
        };
        let glued = open > 0 && self.tokens[open].span.start == self.tokens[open - 1].span.end;
        if glued && self.is_sign(open, "[") && self.word(open + 1).class == Class::Number {
            self.tokens.truncate(open);
            self.words.truncate(open);
            self.keys.truncate(open);
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    pub(crate) fn word(&self, at: usize) -> Word {
        self.words.get(at).copied().unwrap_or(OTHER)
    }

    pub(crate) fn class(&self, at: usize) -> Class {
        self.word(at).class
    }

    /// The word before; class other at the start.
    pub(crate) fn before(&self, at: usize) -> Word {
        at.checked_sub(1).map_or(OTHER, |at| self.word(at))
    }

    pub(crate) fn raw(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.text)
    }

    /// Where a word begins, its particles left out.
    pub(crate) fn start(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(self.text.len(), |token| {
            token.span.start + usize::from(self.words[at].particles)
        })
    }

    /// Where the word before `at` ends.
    pub(crate) fn end(&self, at: usize) -> usize {
        at.checked_sub(1)
            .and_then(|at| self.tokens.get(at))
            .map_or(0, |token| token.span.end)
    }

    /// Whether no space stands before a word.
    pub(crate) fn glued(&self, at: usize) -> bool {
        at > 0
            && self
                .tokens
                .get(at)
                .is_some_and(|token| token.span.start == self.tokens[at - 1].span.end)
    }

    /// Whether a paragraph begins at a word: an empty line stands before it.
    pub(crate) fn breaks(&self, at: usize) -> bool {
        match (
            at.checked_sub(1).and_then(|before| self.tokens.get(before)),
            self.tokens.get(at),
        ) {
            (Some(before), Some(token)) => {
                self.text[before.span.end..token.span.start]
                    .bytes()
                    .filter(|&byte| byte == b'\n')
                    .count()
                    > 1
            }
            _ => true,
        }
    }

    /// Whether no line ends between two words.
    pub(crate) fn in_one_paragraph(&self, first: usize, last: usize) -> bool {
        let (start, end) = (self.start(first), self.start(last));
        self.text
            .get(start..end)
            .is_some_and(|between| !between.contains('\n'))
    }

    /// Whether the word has this class and no paragraph begins there.
    pub(crate) fn is(&self, at: usize, class: Class) -> bool {
        self.class(at) == class && !self.breaks(at)
    }

    /// Whether the word has this class and nothing on its front but a conjunction, or not even that.
    pub(crate) fn is_plain(&self, at: usize, class: Class) -> bool {
        let word = self.word(at);
        self.is(at, class) && !word.conjunction && word.preposition.is_none()
    }

    /// Whether the word is one of these signs.
    pub(crate) fn is_sign(&self, at: usize, signs: &str) -> bool {
        let word = self.word(at);
        word.class == Class::Sign
            && char::from_u32(word.value as u32).is_some_and(|sign| signs.contains(sign))
    }

    /// Whether the word is this one, in any spelling, with nothing on its front that is not in it.
    pub(crate) fn reads(&self, at: usize, form: &str) -> bool {
        let key = self.key(at);
        key.is_some() && key == Key::of(form)
    }

    /// Whether the word without its particles is this one.
    pub(crate) fn reads_bare(&self, at: usize, form: &str) -> bool {
        let rest = self
            .raw(at)
            .get(usize::from(self.word(at).particles)..)
            .and_then(Key::of);
        rest.is_some() && rest == Key::of(form)
    }

    /// The folded letters of a word, if it is an Arabic one.
    pub(crate) fn key(&self, at: usize) -> Option<Key> {
        self.keys.get(at).copied().flatten()
    }

    /// Whether the word is one of these.
    pub(crate) fn reads_any(&self, at: usize, forms: &[&str]) -> bool {
        self.key(at)
            .is_some_and(|key| forms.iter().any(|form| Key::of(form) == Some(key)))
    }

    /// Whether the word is of a list, with or without particles.
    pub(crate) fn in_list(&self, at: usize, list: List) -> bool {
        self.key(at).is_some_and(|key| list.has_bare(key))
    }

    /// Where a phrase stands, in any spelling; its first word may have particles.
    pub(crate) fn phrases(&self, phrase: &str) -> Vec<std::ops::Range<usize>> {
        let keys: Vec<Option<Key>> = tokens(phrase).map(|token| Key::of(token.text)).collect();
        let stands_at = |at: usize| {
            keys.iter().enumerate().all(|(place, key)| {
                let written = self.key(at + place);
                key.is_some()
                    && (written == *key || place == 0 && without_particle(written) == *key)
            })
        };
        (0..self.len())
            .filter(|&at| !keys.is_empty() && stands_at(at))
            .map(|at| self.start(at)..self.end(at + keys.len()))
            .collect()
    }

    /// The number at a place, in digits or words.
    pub(crate) fn numeral(&self, at: usize) -> Option<Numeral> {
        let word = self.word(at);
        match word.class {
            Class::Number if word.value >= 0 => Some(Numeral {
                value: word.value,
                ordinal: false,
                digits: word.digits,
                next: at + 1,
            }),
            Class::Number
            | Class::Numeral
            | Class::First
            | Class::Second
            | Class::QuarterUnit
            | Class::ThirdUnit => self.numeral_in_words(at),
            _ => None,
        }
    }

    fn numeral_in_words(&self, at: usize) -> Option<Numeral> {
        let numeral = numeral_at(&self.tokens, at)?;
        let value = i32::try_from(numeral.integer()?).ok()?;
        let tokens = numeral.tokens.max(1);
        Some(Numeral {
            value,
            ordinal: numeral.kind == Kind::Ordinal,
            digits: 0,
            next: at + tokens,
        })
    }
}

/// A key without one particle on its front.
fn without_particle(key: Option<Key>) -> Option<Key> {
    key.filter(|key| matches!(key.letter(0), Some('و' | 'ف' | 'ب' | 'ل' | 'ك')))
        .map(|key| key.without(1))
}

/// What a token is to the grammar.
fn word(token: &Token<'_>, key: Option<Key>, memo: &mut Memo) -> Word {
    match token.kind {
        TokenKind::Number => number(token.text),
        TokenKind::Word => key.map_or(OTHER, |key| written_word(token.text, key, memo)),
        TokenKind::Punctuation | TokenKind::Symbol => {
            let sign = token.text.chars().next().unwrap_or(' ');
            Word {
                class: Class::Sign,
                value: sign as i32,
                ..OTHER
            }
        }
    }
}

fn written_word(text: &str, key: Key, memo: &mut Memo) -> Word {
    match lookup(key) {
        Some(lexeme) => from_lexeme(text, lexeme),
        None if memo.begins_numeral(key, text) => numeral_word(text, key),
        None if is_article(key) => Word {
            class: Class::Article,
            particles: particles_of(text, key.len() - 2),
            article: true,
            ..OTHER
        },
        None => OTHER,
    }
}

fn from_lexeme(text: &str, lexeme: Lexeme) -> Word {
    Word {
        class: lexeme.class,
        value: i32::from(lexeme.value),
        digits: 0,
        article: lexeme.article,
        conjunction: lexeme.conjunction,
        preposition: lexeme.preposition,
        particles: particles_of(text, u32::from(lexeme.particles)),
    }
}

/// الـ before digits, perhaps with a particle: والـ, بالـ, لل.
fn is_article(key: Key) -> bool {
    let last_two = (
        key.letter(key.len().saturating_sub(2)),
        key.letter(key.len().saturating_sub(1)),
    );
    (2..=4).contains(&key.len()) && matches!(last_two, (Some('ا' | 'ل'), Some('ل')))
}

/// A number word; its particles are what stands before its span.
fn numeral_word(text: &str, key: Key) -> Word {
    let alone = Token {
        text,
        span: 0..text.len(),
        kind: TokenKind::Word,
    };
    let particles =
        numeral_at(std::slice::from_ref(&alone), 0).map_or(0, |numeral| numeral.span.start);
    let conjunction = particles > 0 && matches!(key.letter(0), Some('و' | 'ف'));
    let letters = (1..=particles as u32)
        .take_while(|&letters| bytes_of(text, letters) <= particles)
        .count() as u32;
    let preposition = letters
        .checked_sub(1)
        .and_then(|last| key.letter(last))
        .filter(|letter| matches!(letter, 'ب' | 'ل' | 'ك'));
    let rest = key.without(letters);
    let article =
        (rest.letter(0), rest.letter(1)) == (Some('ا'), Some('ل')) && rest.letter(2) != Some('ف');
    Word {
        class: Class::Numeral,
        value: 0,
        digits: 0,
        article,
        conjunction,
        preposition,
        particles: particles as u8,
    }
}

fn particles_of(text: &str, letters: u32) -> u8 {
    if letters == 0 {
        0
    } else {
        u8::try_from(bytes_of(text, letters)).unwrap_or(0)
    }
}

/// Digits of any row without separators; others are numbers of no use in dates.
fn number(text: &str) -> Word {
    let (mut value, mut digits) = (0i32, 0u8);
    for c in text.chars() {
        match digit(c) {
            Some(digit) if digits < 9 => {
                value = value * 10 + digit;
                digits += 1;
            }
            _ => {
                return Word {
                    class: Class::Number,
                    value: -1,
                    ..OTHER
                };
            }
        }
    }
    Word {
        class: Class::Number,
        value,
        digits,
        ..OTHER
    }
}

/// The value of a European, Arabic-Indic, Persian or full-width digit.
fn digit(c: char) -> Option<i32> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '０'..='９' => '０',
        _ => return None,
    };
    Some(c as i32 - zero as i32)
}
