//! A query's pieces to its clauses.

use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

use tawarikh_arabic::{TokenKind, fold, is_stop_word, keys, tokens};

use tawarikh_calendar::When;

use crate::expand::Relation;

use super::lex::{Closing, Field, Lexeme, Side, lex};
use super::{
    Atom, Clause, Growth, Matching, Note, NoteCode, Occur, Query, Scope, Term, Understanding, name,
};

/// Brackets within brackets, at most.
const DEEPEST: usize = 8;
/// Words of a query, at most; far more than anyone types, few enough to answer at once.
const MOST_WORDS: usize = 128;

/// A query with what to note about it.
pub(super) fn parse(text: &str, with: &Understanding<'_>) -> Query {
    let lexemes = lex(text);
    let mut parser = Parser {
        text,
        with,
        manner: Manner::of(&lexemes),
        lexemes: lexemes.into_iter().peekable(),
        notes: Vec::new(),
        depth: 0,
        words: 0,
        growth: match with.matching {
            Matching::Lenient if !text.ends_with(char::is_whitespace) => Growth::Growing,
            _ => Growth::Whole,
        },
        from: None,
        to: None,
        dated: Vec::new(),
    };
    let clauses = parser.query(Target::Text(Scope::Anywhere));
    let span = parser.span();
    if clauses.is_empty() && span.is_none() && !text.trim().is_empty() {
        parser.note(NoteCode::NoWords, text.trim());
    }
    Query {
        clauses,
        notes: parser.notes,
        span,
        dated: parser.dated,
    }
}

/// Where the words at hand are searched.
#[derive(Clone, Copy)]
enum Target {
    Text(Scope),
    Column(&'static str),
}

/// How a clause is joined to the one before it.
#[derive(Clone, Copy, PartialEq)]
enum Joint {
    None,
    Or,
    And,
}

/// How a query is written.
#[derive(Clone, Copy, PartialEq)]
enum Manner {
    /// As words to look for: quotation marks ask for a phrase.
    Words,
    /// As a sentence or question, which stop words give away: quotation marks are ordinary punctuation, and what they
    /// hold is preferred as a phrase but not required.
    Sentence,
}

impl Manner {
    fn of(lexemes: &[(usize, Lexeme<'_>)]) -> Manner {
        let is_stop =
            |lexeme: &Lexeme<'_>| matches!(lexeme, Lexeme::Text(text) if is_stop_word(&fold(text)));
        if lexemes.iter().any(|(_, lexeme)| is_stop(lexeme)) {
            Manner::Sentence
        } else {
            Manner::Words
        }
    }
}

struct Parser<'q> {
    text: &'q str,
    with: &'q Understanding<'q>,
    manner: Manner,
    lexemes: Peekable<IntoIter<(usize, Lexeme<'q>)>>,
    notes: Vec<Note>,
    depth: usize,
    words: usize,
    /// Whether the last word of the whole query may be unfinished.
    growth: Growth,
    from: Option<When>,
    to: Option<When>,
    /// Where `from:` and `to:` stand with their dates.
    dated: Vec<Range<usize>>,
}

impl<'q> Parser<'q> {
    /// Clauses up to the end or the bracket that closes them.
    fn query(&mut self, target: Target) -> Vec<Clause> {
        let mut clauses: Vec<Clause> = Vec::new();
        let mut joint = Joint::None;
        while let Some((_, lexeme)) = self.lexemes.next() {
            match lexeme {
                Lexeme::Or => joint = Joint::Or,
                Lexeme::And => joint = Joint::And,
                Lexeme::Close if self.depth > 0 => return self.named(clauses),
                Lexeme::Field(Field::Date(side), name) => {
                    if self.depth > 0 || joint != Joint::None {
                        self.note(NoteCode::JoinedDate, name);
                    }
                    let words = self.date(side, name, target);
                    join(&mut clauses, words, Joint::None);
                }
                Lexeme::Close => self.note(NoteCode::OpenBracket, ")"),
                lexeme => {
                    let found = self.clause(lexeme, target);
                    join(&mut clauses, found, joint);
                    joint = Joint::None;
                }
            }
        }
        if self.depth > 0 {
            self.note(NoteCode::OpenBracket, "(");
        }
        self.named(clauses)
    }

    /// The clauses with the names among them.
    fn named(&self, mut clauses: Vec<Clause>) -> Vec<Clause> {
        if self.with.matching == Matching::Lenient {
            name::find(&mut clauses, self.with.names);
        }
        clauses
    }

    /// Takes the date behind `from:` or `to:`; gives words to search if it is none.
    #[cold]
    fn date(&mut self, side: Side, name: &'q str, target: Target) -> Vec<Clause> {
        let value = self.lexemes.peek().copied();
        let read = match value {
            Some((_, Lexeme::Quoted(text, _))) => self.whole_date(text),
            Some((at, Lexeme::Text(_))) => self.date_at(at),
            _ => None,
        };
        if let Some(when) = read {
            self.set(side, name, when);
            if let Some((at, _)) = value {
                let stretch = self.stretch(name, at);
                self.dated.push(stretch);
            }
            return Vec::new();
        }
        let atoms = match value {
            Some((_, Lexeme::Quoted(text, _) | Lexeme::Text(text))) => {
                self.note(NoteCode::UnreadDate, text);
                self.lexemes.next();
                self.text(text, target)
            }
            _ => {
                self.note(NoteCode::EmptyField, name);
                self.text(name, target)
            }
        };
        clauses(None, atoms)
    }

    /// From the field's name before a value that stood at `at` to what comes next.
    fn stretch(&mut self, name: &str, at: usize) -> Range<usize> {
        let before = self.text.get(..at).unwrap_or_default().trim_end();
        let start = before.len().saturating_sub(name.len() + ":".len());
        let end = self.lexemes.peek().map_or(self.text.len(), |(at, _)| *at);
        start..end
    }

    /// The date that is all of `text`.
    fn whole_date(&mut self, text: &str) -> Option<When> {
        let (when, end) = (self.with.dates)(text)?;
        if text.get(end..)?.contains(char::is_alphanumeric) {
            return None;
        }
        self.lexemes.next();
        Some(when)
    }

    /// The date that begins there, with all its words; what is left of a piece stays.
    fn date_at(&mut self, at: usize) -> Option<When> {
        let (when, length) = (self.with.dates)(self.text.get(at..)?)?;
        let end = at + length;
        while let Some((start, lexeme)) = self.lexemes.next_if(|(start, _)| *start < end) {
            let Lexeme::Text(text) = lexeme else { continue };
            let rest = text.get(end.saturating_sub(start)..).unwrap_or_default();
            if rest.contains(char::is_alphanumeric) {
                let mut left = vec![(end, Lexeme::Text(rest))];
                left.extend(self.lexemes.by_ref());
                self.lexemes = left.into_iter().peekable();
                break;
            }
        }
        Some(when)
    }

    fn set(&mut self, side: Side, name: &str, when: When) {
        let slot = match side {
            Side::From => &mut self.from,
            Side::To => &mut self.to,
        };
        if slot.replace(when).is_some() {
            self.note(NoteCode::SecondDate, name);
        }
    }

    /// The days from the start of one date to the end of the other.
    fn span(&mut self) -> Option<When> {
        match (self.from, self.to) {
            (Some(from), Some(to)) => When::range(from, to).or_else(|| {
                self.note(NoteCode::LateFrom, "");
                When::range(to, from)
            }),
            (Some(from), None) => Some(from.onwards()),
            (None, to) => to.map(When::until),
        }
    }

    /// The clauses that `lexeme` begins: none for signs without letters, several where a chunk holds several words.
    fn clause(&mut self, lexeme: Lexeme<'q>, target: Target) -> Vec<Clause> {
        let (sign, lexeme) = self.signs(lexeme);
        let manner = self.manner;
        if sign.is_some() {
            self.manner = Manner::Words;
        }
        let atoms = lexeme.map_or(Vec::new(), |lexeme| self.atoms(lexeme, target));
        self.manner = manner;
        clauses(sign, atoms)
    }

    /// Takes the signs before an atom; the last one counts.
    fn signs(&mut self, first: Lexeme<'q>) -> (Option<Occur>, Option<Lexeme<'q>>) {
        let mut sign = None;
        let mut lexeme = Some(first);
        loop {
            sign = match lexeme {
                Some(Lexeme::Plus) => Some(Occur::Must),
                Some(Lexeme::Minus) => Some(Occur::Not),
                _ => return (sign, lexeme),
            };
            let next = self
                .lexemes
                .next_if(|(_, next)| !matches!(next, Lexeme::Close));
            lexeme = next.map(|(_, lexeme)| lexeme);
        }
    }

    fn atoms(&mut self, lexeme: Lexeme<'q>, target: Target) -> Vec<Atom> {
        match lexeme {
            Lexeme::Open => self.group(target),
            Lexeme::Field(field, name) => self.field(field, name, target),
            Lexeme::Quoted(text, closing) => {
                if closing == Closing::Open {
                    self.note(NoteCode::OpenQuote, text);
                }
                let growth = if closing == Closing::Open {
                    self.growth
                } else {
                    Growth::Whole
                };
                self.phrase(text, target, growth)
            }
            Lexeme::Text(text) => self.text(text, target),
            Lexeme::Or | Lexeme::And | Lexeme::Plus | Lexeme::Minus | Lexeme::Close => Vec::new(),
        }
    }

    fn group(&mut self, target: Target) -> Vec<Atom> {
        if self.depth == DEEPEST {
            self.note(NoteCode::Deep, "(");
            return Vec::new();
        }
        self.depth += 1;
        let clauses = self.query(target);
        self.depth -= 1;
        match clauses.as_slice() {
            [] => Vec::new(),
            // Alternatives in brackets are one group, not a group in a group.
            [
                Clause {
                    occur: Occur::Should,
                    atom: Atom::Group(inner),
                },
            ] => vec![Atom::Group(inner.clone())],
            _ => vec![Atom::Group(clauses)],
        }
    }

    fn field(&mut self, field: Field, name: &'q str, target: Target) -> Vec<Atom> {
        let inner = match field {
            Field::Title => Target::Text(Scope::Title),
            Field::Column(column) => Target::Column(column),
            Field::Date(side) => {
                self.note(NoteCode::JoinedDate, name);
                let words = self.date(side, name, target).into_iter();
                return words.map(|clause| clause.atom).collect();
            }
        };
        let value = self.lexemes.next_if(|(_, next)| {
            matches!(next, Lexeme::Open | Lexeme::Quoted(..) | Lexeme::Text(_))
        });
        let atoms = value.map_or(Vec::new(), |(_, value)| self.atoms(value, inner));
        if !atoms.is_empty() {
            return atoms;
        }
        self.note(NoteCode::EmptyField, name);
        self.text(name, target)
    }

    fn phrase(&mut self, text: &str, target: Target, growth: Growth) -> Vec<Atom> {
        match target {
            Target::Column(column) => keyword(column, text),
            Target::Text(scope) => {
                let words = self.words(text, scope, growth);
                if words.is_empty() {
                    Vec::new()
                } else if self.manner == Manner::Sentence && scope == Scope::Anywhere {
                    self.note(NoteCode::LoosePhrase, text);
                    vec![loose(words)]
                } else {
                    vec![row(words)]
                }
            }
        }
    }

    fn text(&mut self, text: &str, target: Target) -> Vec<Atom> {
        match target {
            Target::Column(column) => keyword(column, text),
            Target::Text(scope) => self
                .words(text, scope, self.growth)
                .into_iter()
                .map(Atom::Word)
                .collect(),
        }
    }

    fn words(&mut self, text: &str, scope: Scope, growth: Growth) -> Vec<Term> {
        let mut words: Vec<Term> = Vec::new();
        let is_last = self.lexemes.peek().is_none();
        let mut end = 0;
        for token in
            tokens(text).filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        {
            self.words += 1;
            if self.words > MOST_WORDS {
                self.note_once(NoteCode::Long, token.text);
                break;
            }
            end = token.span.end;
            words.push(Term {
                scope,
                written: match self.with.matching {
                    Matching::Lenient => None,
                    Matching::Exact => Some(token.text.to_owned()),
                },
                ..Term::whole(keys(token.text))
            });
        }
        if let Some(last) = words.last_mut().filter(|_| is_last && end == text.len()) {
            last.growth = growth;
        }
        words
    }

    #[cold]
    fn note(&mut self, code: NoteCode, text: &str) {
        self.notes.push(Note {
            code,
            text: text.to_owned(),
        });
    }

    fn note_once(&mut self, code: NoteCode, text: &str) {
        if self.notes.iter().all(|note| note.code != code) {
            self.note(code, text);
        }
    }
}

impl Clause {
    fn is_alternative(&self) -> bool {
        self.occur == Occur::Should
    }
}

/// Clauses of these atoms under a sign, or as each atom counts by itself.
fn clauses(sign: Option<Occur>, atoms: Vec<Atom>) -> Vec<Clause> {
    let clause = |atom| Clause {
        occur: sign.unwrap_or_else(|| natural(&atom)),
        atom,
    };
    atoms.into_iter().map(clause).collect()
}

/// How an atom without a sign counts: words are alternatives, everything that takes more trouble to type must hold.
fn natural(atom: &Atom) -> Occur {
    let is_bare = |clause: &Clause| natural(&clause.atom) == Occur::Should;
    match atom {
        Atom::Word(term) if term.scope == Scope::Anywhere => Occur::Should,
        Atom::Group(inner) if inner.iter().any(is_bare) => Occur::Should,
        Atom::Named(_) => Occur::Should,
        _ => Occur::Must,
    }
}

/// Words in a row, of which the first may stand under particles, as in all prose: بمياه الأمطار has "مياه الأمطار". A single
/// word in quotation marks is meant as it stands; names in Latin letters have spellings of their own.
fn row(mut words: Vec<Term>) -> Atom {
    if let [first, _, ..] = words.as_mut_slice()
        && first.is_lenient()
        && !name::is_latin(first)
    {
        first.spelling = Some(Relation::Folded);
    }
    Atom::Phrase(words)
}

/// A phrase or any of its words.
fn loose(words: Vec<Term>) -> Atom {
    let phrase = row(words.clone());
    let atoms = std::iter::once(phrase).chain(words.into_iter().map(Atom::Word));
    let should = |atom| Clause {
        occur: Occur::Should,
        atom,
    };
    Atom::Group(atoms.map(should).collect())
}

fn keyword(column: &'static str, text: &str) -> Vec<Atom> {
    let folded = fold(text.trim());
    if folded.is_empty() {
        Vec::new()
    } else {
        vec![Atom::Keyword { column, folded }]
    }
}

/// Adds clauses. A bare word that is there already is left out.
fn join(clauses: &mut Vec<Clause>, found: Vec<Clause>, joint: Joint) {
    match joint {
        Joint::Or => either(clauses, found),
        Joint::And if !clauses.is_empty() => both(clauses, found),
        Joint::And | Joint::None => {
            for clause in found {
                if !clauses.contains(&clause) {
                    clauses.push(clause);
                }
            }
        }
    }
}

/// Makes the last clause and the new ones alternatives; they must hold together if one of them must.
fn either(clauses: &mut Vec<Clause>, found: Vec<Clause>) {
    let Some(last) = clauses.pop() else {
        clauses.extend(found);
        return;
    };
    let must = last.occur == Occur::Must;
    let mut alternatives = match last.atom {
        Atom::Group(inner)
            if last.occur != Occur::Not && inner.iter().all(Clause::is_alternative) =>
        {
            inner
        }
        _ => vec![last],
    };
    alternatives.extend(found);
    if alternatives.iter().any(|clause| clause.occur == Occur::Not) {
        clauses.extend(alternatives);
        return;
    }
    let must = must
        || alternatives
            .iter()
            .any(|clause| clause.occur == Occur::Must);
    let occur = if must { Occur::Must } else { Occur::Should };
    alternatives
        .iter_mut()
        .for_each(|clause| clause.occur = Occur::Should);
    clauses.push(Clause {
        occur,
        atom: Atom::Group(alternatives),
    });
}

fn both(clauses: &mut Vec<Clause>, found: Vec<Clause>) {
    let from = clauses.len().saturating_sub(1);
    clauses.extend(found);
    for clause in &mut clauses[from..] {
        if clause.occur == Occur::Should {
            clause.occur = Occur::Must;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::cases::show;
    use super::super::{NoteCode, Query};

    fn check(query: &str, expect: &str) {
        assert_eq!(show(&Query::parse(query).clauses), expect, "{query}");
    }

    fn check_note(query: &str, expect: &str, code: NoteCode) {
        check(query, expect);
        let codes: Vec<NoteCode> = Query::parse(query)
            .notes()
            .iter()
            .map(|note| note.code)
            .collect();
        assert_eq!(codes, [code], "{query}");
    }

    #[test]
    fn words() {
        check("زيت الزيتون ", "زيت الزيتون");
        check("زيت الزيتون", "زيت الزيتون*");
        check("زيت الزيتون؟", "زيت الزيتون");
        check("زيت زيت زيت ", "زيت");
        check("كأس 2014/2018", "كأس 2014 2018*");
        check("  ", "");
        check("؟!…", "");
    }

    #[test]
    fn signs() {
        check("+قمح -شعير ذرة ", "+قمح -شعير ذرة");
        check("NOT شعير ", "-شعير");
        check("+-شعير ", "-شعير");
        check("قمح + شعير - ", "قمح شعير");
    }

    #[test]
    fn phrases() {
        check("\"سد مأرب\" اليمن ", "+\"سد مأرب\" اليمن");
        check("-«سد مأرب»", "-\"سد مأرب\"");
        check_note("“سد مأر", "+\"سد مأر*\"", NoteCode::OpenQuote);
        check("\"\" سد ", "سد");
    }

    #[test]
    fn quotation_marks_in_a_sentence_only_prefer() {
        let loose = "من اين (\"سد مأرب\" سد مأرب)";
        check_note(
            "من أين «سد مأرب»؟",
            &loose.replace("اين", "أين"),
            NoteCode::LoosePhrase,
        );
        check("من +«سد مأرب» ", "من +\"سد مأرب\"");
    }

    #[test]
    fn or_and_brackets() {
        check("نخل OR تمر ", "(نخل تمر)");
        check("+نخل OR تمر OR بلح ", "+(نخل تمر بلح)");
        check(
            "\"سد مأرب\" OR \"سد أسوان\" مصر ",
            "+(\"سد مأرب\" \"سد أسوان\") مصر",
        );
        check("نخل AND تمر ", "+نخل +تمر");
        check("+(نخل تمر) -(بلح) ", "+(نخل تمر) -(بلح)");
        check("(+نخل رطب) OR تمر ", "((+نخل رطب) تمر)");
        check("OR نخل OR ", "نخل");
        check_note("(نخل (تمر) ", "(نخل (تمر))", NoteCode::OpenBracket);
        check_note("نخل) تمر ", "نخل تمر", NoteCode::OpenBracket);
        check("() ( ) نخل ", "نخل");
    }

    #[test]
    fn fields() {
        check("title:نخل", "+title:نخل*");
        check("عنوان:\"سد مأرب\" ", "+\"title:سد title:مأرب\"");
        check("outlet:الغد year:2017 ", "+outlet:الغد +year:2017");
        check("مصدر: الغد", "+outlet:الغد");
        check("سنة:٢٠١٧", "+year:2017");
        check("-مكان:تعز ", "-place:تعز");
        check("كاتب:(نجيب OR طه) نيل ", "+(+(author:نجيب author:طه)) نيل");
        check_note("outlet:", "outlet*", NoteCode::EmptyField);
        check("12:30 ", "12 30");
    }

    #[test]
    fn too_much() {
        let long: String = (0..10_000).map(|n| format!("w{n}x ")).collect();
        let query = Query::parse(&long);
        assert_eq!(query.notes().len(), 1);
        let deep = "(".repeat(10_000);
        assert!(Query::parse(&deep).is_empty());
    }

    proptest! {
        #[test]
        fn anything_is_understood(text in r#"([a-zء-ي +\-"«»():]|OR |AND |NOT |title:|سنة:|\PC){0,60}"#) {
            let query = Query::parse(&text);
            // Each of them is of a sign or word, one of the whole.
            prop_assert!(query.notes().len() <= text.len() + 1);
        }
    }
}
