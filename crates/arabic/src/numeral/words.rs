//! The grammar of numerals over tokens. Above each function stands the production that it reads.

use super::Kind;
use super::digits::parse_digits;
use super::group::Group;
use super::lexicon::{Part, Prefix, Reading, read};
use crate::class::{Class, class};
use crate::clitic::splits;
use crate::surface::surface;
use crate::token::{Token, TokenKind};

/// A numeral that ends before token `next`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) value: f64,
    pub(super) kind: Kind,
    pub(super) next: usize,
}

/// One part of a numeral: a number word or digits, with the و before it.
#[derive(Clone, Copy, Debug)]
struct Atom {
    value: Value,
    and: bool,
    definite: bool,
    next: usize,
}

#[derive(Clone, Copy, Debug)]
enum Value {
    Word(Part),
    Digits(f64),
}

/// A number with its scale: `ثلاثة آلاف` is 3000 at scale 1000, `خمسة` is 5 at scale 1.
#[derive(Clone, Copy, Debug)]
struct Term {
    value: f64,
    scale: f64,
    bare: Bare,
    next: usize,
}

/// Whether a term is a scale word by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Bare {
    Scale,
    Counted,
    InDigits,
}

/// The tokens from the first of a numeral on.
pub(super) struct Words<'a, 't> {
    tokens: &'a [Token<'t>],
    first: usize,
    /// What the first is as a word; every production asks for it.
    opening: Option<Reading>,
}

impl<'a, 't> Words<'a, 't> {
    pub(super) fn new(tokens: &'a [Token<'t>], first: usize) -> Self {
        Words {
            tokens,
            first,
            opening: tokens.get(first).and_then(read_word),
        }
    }

    /// The bytes of the particles before the first word.
    pub(super) fn particles(&self) -> usize {
        self.opening.map_or(0, |reading| reading.particles)
    }

    /// Whether the numeral has the article.
    fn is_definite(&self) -> bool {
        self.opening.is_some_and(|reading| reading.definite)
    }

    /// ordinal = unit-ordinal ["عشر"] | unit-ordinal "و" tens | "ال" tens
    pub(super) fn ordinal(&self) -> Option<Found> {
        let first = self.atom(self.first)?;
        let rank = |value, next| {
            Some(Found {
                value,
                kind: Kind::Ordinal,
                next,
            })
        };
        let (unit, alone) = match first.value {
            Value::Word(Part::Ordinal(unit)) => (unit, true),
            Value::Word(Part::CompoundOrdinal(unit)) => (unit, false),
            Value::Word(Part::Tens(tens)) if first.definite => return rank(tens, first.next),
            _ => return None,
        };
        match (self.beside(first.next), self.joined(first.next)) {
            (Some((Part::Ten, next)), _) => rank(unit + 10.0, next),
            (_, Some((Part::Tens(tens), next))) => rank(unit + tens, next),
            _ if alone => rank(unit, first.next),
            _ => None,
        }
    }

    /// Behind `بين` a numeral that no other follows holds both ends: `بين خمسة وعشرين` is 5 and 20.
    pub(super) fn cardinal_after_between(&self) -> Option<Found> {
        let found = self.cardinal()?;
        let between = self.first > 0 && is_between(&self.tokens[self.first - 1]);
        if !between || self.atom(found.next).is_some_and(|atom| atom.and) {
            return Some(found);
        }
        let last_and = (self.first + 1..found.next)
            .rev()
            .find(|&i| opens_with_and(&self.tokens[i]));
        match last_and {
            Some(end) => self.up_to(end).cardinal(),
            None => Some(found),
        }
    }

    /// The same tokens without those from `end` on, which lies behind the first.
    fn up_to(&self, end: usize) -> Words<'a, 't> {
        Words {
            tokens: &self.tokens[..end],
            ..*self
        }
    }

    /// cardinal = term { "و" term } ["و" fraction [scale]], the scales falling; or group "و" thousand
    fn cardinal(&self) -> Option<Found> {
        let mut last = self.term(self.first, f64::INFINITY)?;
        let mut value = last.value;
        if last.bare == Bare::InDigits && last.scale == 1.0 {
            return Some(Found {
                value,
                kind: Kind::Cardinal,
                next: last.next,
            });
        }
        while let Some(term) = self.joined_term(&last) {
            value += term.value;
            last = term;
        }
        if let Some((part, next)) = self.joined_fraction(&last) {
            value += part;
            last.next = next;
        }
        Some(Found {
            value,
            kind: Kind::Cardinal,
            next: last.next,
        })
    }

    /// A term behind و that the term before it leaves room for.
    fn joined_term(&self, last: &Term) -> Option<Term> {
        let atom = self
            .atom(last.next)
            .filter(|atom| atom.and && self.article_fits(atom))?;
        let term = self.term(last.next, last.scale)?;
        let room = match term.bare {
            // Chronicles put the thousand last: خمس وأربعين ومائة وألف.
            _ if last.scale == 1.0 => {
                term.bare == Bare::Scale && term.scale == THOUSAND && last.bare == Bare::Counted
            }
            // "12 ألفاً و500" goes on, "12 ألفاً و5" counts something else.
            Bare::InDigits if term.scale == 1.0 => {
                term.value < last.scale && term.value * 10.0 >= last.scale
            }
            _ => term.scale < last.scale && term.value < last.scale,
        };
        room.then_some(Term {
            next: term.next.max(atom.next),
            ..term
        })
    }

    /// "و" fraction [scale]: `مليون ونصف`, `ثلاثة ملايين وربع المليون`
    fn joined_fraction(&self, last: &Term) -> Option<(f64, usize)> {
        let atom = self.atom(last.next).filter(|atom| atom.and)?;
        let Value::Word(Part::Fraction(divisor)) = atom.value else {
            return None;
        };
        match self.scale(atom.next) {
            Some((scale, next)) if scale == last.scale => Some((scale / divisor, next)),
            None if last.scale > THOUSAND => Some((last.scale / divisor, atom.next)),
            _ => None,
        }
    }

    /// term = (group | digits | fraction | scale) { scale } | two-of-a-scale
    fn term(&self, at: usize, limit: f64) -> Option<Term> {
        let atom = self.atom(at)?;
        match atom.value {
            Value::Digits(value) => Some(self.scaled(value, atom.next, Bare::InDigits)),
            Value::Word(Part::One(scale)) => Some(self.scale_alone(scale, scale, atom.next)),
            Value::Word(Part::OneOrTwo(scale)) => {
                Some(self.scale_alone(scale * self.one_or_two(at, &atom), scale, atom.next))
            }
            Value::Word(Part::Two(scale)) => Some(self.scale_alone(2.0 * scale, scale, atom.next)),
            Value::Word(Part::Fraction(divisor)) => {
                let (scale, next) = self.scale(atom.next)?;
                Some(Term {
                    value: scale / divisor,
                    scale,
                    bare: Bare::Counted,
                    next,
                })
            }
            _ => self.counted(Group::new(at, limit)),
        }
    }

    /// A number that may be counted in scales: `12 ألف`, `مئة ألف مليون`.
    fn scaled(&self, value: f64, next: usize, bare: Bare) -> Term {
        let mut term = Term {
            value,
            scale: 1.0,
            bare,
            next,
        };
        while let Some((scale, next)) = self
            .scale(term.next)
            .filter(|&(scale, _)| scale >= term.scale)
        {
            term = Term {
                value: term.value * scale,
                scale: term.scale * scale,
                bare: Bare::Counted,
                next,
            };
        }
        term
    }

    /// A scale word without a number before it may be counted in larger ones: `ألف مليون`.
    fn scale_alone(&self, value: f64, scale: f64, next: usize) -> Term {
        match self.scale(next).filter(|&(larger, _)| larger >= scale) {
            Some((larger, next)) => Term {
                value: value * larger,
                scale: scale * larger,
                bare: Bare::Counted,
                next,
            },
            None => Term {
                value,
                scale,
                bare: Bare::Scale,
                next,
            },
        }
    }

    /// `ألفا` before its noun is two thousand; with tanwin, or before و, it is one in the accusative.
    fn one_or_two(&self, at: usize, atom: &Atom) -> f64 {
        let tanwin = self.tokens[at..atom.next]
            .iter()
            .any(|token| token.text.contains('\u{64B}'));
        let before_noun = self
            .tokens
            .get(atom.next)
            .is_some_and(|next| next.kind == TokenKind::Word && !opens_with_and(next));
        if before_noun && !tanwin { 2.0 } else { 1.0 }
    }

    /// counted = group { scale }
    fn counted(&self, empty: Group) -> Option<Term> {
        let mut group = empty;
        let mut next = empty.start;
        while let Some((longer, after)) = self.group_part(next, &group) {
            group = longer;
            next = after;
        }
        (next > empty.start).then(|| self.scaled(group.value(), next, Bare::Counted))
    }

    /// group = parts of one number below a thousand, each but the first behind و.
    ///
    /// A part that is counted in a scale which the numeral has used begins another numeral: `ألف ومئة وثلاثة آلاف`.
    fn group_part(&self, at: usize, group: &Group) -> Option<(Group, usize)> {
        let atom = self.atom(at)?;
        let opens = at == group.start;
        let goes_on = atom.and && self.article_fits(&atom);
        if !opens && !goes_on {
            return None;
        }
        let Value::Word(part) = atom.value else {
            return None;
        };
        let (part, next) = self.compound(part, atom.next)?;
        let recounts = !opens
            && self
                .scale(next)
                .is_some_and(|(scale, _)| scale >= group.limit);
        let longer = group.with(part)?;
        (!recounts).then_some((longer, next))
    }

    /// compound = unit "عشر" | unit "مئة" | part
    fn compound(&self, part: Part, next: usize) -> Option<(Part, usize)> {
        let (unit, alone) = match part {
            Part::Unit(unit) => (unit, true),
            Part::CompoundUnit(unit) => (unit, false),
            _ => return Some((part, next)),
        };
        match (self.beside(next), self.joined(next)) {
            (Some((Part::Ten, next)), _) => Some((Part::Teen(unit + 10.0), next)),
            (Some((Part::Hundred(100.0), next)), _) if unit >= 3.0 => {
                Some((Part::Hundred(unit * 100.0), next))
            }
            (_, Some((Part::Tens(_), _))) => Some((Part::Unit(unit), next)),
            _ => alone.then_some((part, next)),
        }
    }

    /// The number word at a token, with neither و nor article.
    fn beside(&self, at: usize) -> Option<(Part, usize)> {
        match self.atom(at)? {
            Atom {
                value: Value::Word(part),
                and: false,
                definite: false,
                next,
            } => Some((part, next)),
            _ => None,
        }
    }

    /// The number word behind و at a token.
    fn joined(&self, at: usize) -> Option<(Part, usize)> {
        match self.atom(at)? {
            Atom {
                value: Value::Word(part),
                and: true,
                next,
                ..
            } => Some((part, next)),
            _ => None,
        }
    }

    /// A scale word without و, the article allowed: `ألف`, `آلاف`, `المليون`.
    fn scale(&self, at: usize) -> Option<(f64, usize)> {
        match self.atom(at) {
            Some(Atom {
                value: Value::Word(Part::One(scale) | Part::Many(scale) | Part::OneOrTwo(scale)),
                and,
                next,
                ..
            }) => (!and).then_some((scale, next)),
            _ => None,
        }
    }

    /// An article behind و continues only a numeral that has one: `الخمسة والعشرون`.
    fn article_fits(&self, atom: &Atom) -> bool {
        self.is_definite() || !atom.definite
    }

    /// The part at a token; و may be written apart. Particles other than و are read only before the first part.
    fn atom(&self, at: usize) -> Option<Atom> {
        let token = self.tokens.get(at)?;
        if at > self.first && is_and(token) {
            let atom = self.atom_here(at + 1)?;
            return (!atom.and).then_some(Atom { and: true, ..atom });
        }
        self.atom_here(at)
    }

    fn atom_here(&self, at: usize) -> Option<Atom> {
        let token = self.tokens.get(at)?;
        if token.kind == TokenKind::Number {
            let value = Value::Digits(parse_digits(token.text)?);
            return Some(Atom {
                value,
                and: false,
                definite: false,
                next: at + 1,
            });
        }
        let Reading {
            part,
            prefix,
            definite,
            ..
        } = match at == self.first {
            true => self.opening?,
            false => read_word(token)?,
        };
        let allowed = at == self.first || prefix != Prefix::Other;
        allowed.then_some(Atom {
            value: Value::Word(part),
            and: prefix == Prefix::And,
            definite,
            next: at + 1,
        })
    }
}

const THOUSAND: f64 = 1000.0;

fn read_word(token: &Token) -> Option<Reading> {
    if token.kind == TokenKind::Word {
        read(token.text)
    } else {
        None
    }
}

fn is_and(token: &Token) -> bool {
    token
        .text
        .strip_prefix('و')
        .is_some_and(|rest| rest.chars().all(|c| class(c) == Class::Mark))
}

fn opens_with_and(token: &Token) -> bool {
    token.kind == TokenKind::Word
        && token.text.starts_with('و')
        && (is_and(token) || splits(token.text).nth(1).is_some())
}

fn is_between(token: &Token) -> bool {
    matches!(surface(token.text).as_str(), "بين" | "وبين" | "مابين")
}
