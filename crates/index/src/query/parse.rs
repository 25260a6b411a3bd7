//! A query's pieces to its clauses.

use std::iter::Peekable;
use std::vec::IntoIter;

use tawarikh_arabic::{TokenKind, fold, is_stop_word, keys, tokens};

use super::lex::{Closing, Field, Lexeme, lex};
use super::{Atom, Clause, Growth, Note, NoteCode, Occur, Scope, Term};

/// Brackets within brackets, at most.
const DEEPEST: usize = 8;
/// Words of a query, at most; far more than anyone types, few enough to answer at once.
const MOST_WORDS: usize = 128;

/// The clauses of a query and what to note about it.
pub(super) fn parse(text: &str) -> (Vec<Clause>, Vec<Note>) {
    let lexemes = lex(text);
    let mut parser = Parser {
        manner: Manner::of(&lexemes),
        lexemes: lexemes.into_iter().peekable(),
        notes: Vec::new(),
        depth: 0,
        words: 0,
        growth: if text.ends_with(char::is_whitespace) {
            Growth::Whole
        } else {
            Growth::Growing
        },
    };
    let clauses = parser.query(Target::Text(Scope::Anywhere));
    (clauses, parser.notes)
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
    fn of(lexemes: &[Lexeme<'_>]) -> Manner {
        let is_stop =
            |lexeme: &Lexeme<'_>| matches!(lexeme, Lexeme::Text(text) if is_stop_word(&fold(text)));
        if lexemes.iter().any(is_stop) {
            Manner::Sentence
        } else {
            Manner::Words
        }
    }
}

struct Parser<'q> {
    manner: Manner,
    lexemes: Peekable<IntoIter<Lexeme<'q>>>,
    notes: Vec<Note>,
    depth: usize,
    words: usize,
    /// Whether the last word of the whole query may be unfinished.
    growth: Growth,
}

impl<'q> Parser<'q> {
    /// Clauses up to the end or the bracket that closes them.
    fn query(&mut self, target: Target) -> Vec<Clause> {
        let mut clauses: Vec<Clause> = Vec::new();
        let mut joint = Joint::None;
        while let Some(lexeme) = self.lexemes.next() {
            match lexeme {
                Lexeme::Or => joint = Joint::Or,
                Lexeme::And => joint = Joint::And,
                Lexeme::Close if self.depth > 0 => return clauses,
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
        clauses
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
        atoms
            .into_iter()
            .map(|atom| Clause {
                occur: sign.unwrap_or_else(|| natural(&atom)),
                atom,
            })
            .collect()
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
            lexeme = self.lexemes.next_if(|next| !matches!(next, Lexeme::Close));
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
        if clauses.is_empty() {
            Vec::new()
        } else {
            vec![Atom::Group(clauses)]
        }
    }

    fn field(&mut self, field: Field, name: &'q str, target: Target) -> Vec<Atom> {
        let inner = match field {
            Field::Title => Target::Text(Scope::Title),
            Field::Column(column) => Target::Column(column),
        };
        let value = self
            .lexemes
            .next_if(|next| matches!(next, Lexeme::Open | Lexeme::Quoted(..) | Lexeme::Text(_)));
        let atoms = value.map_or(Vec::new(), |value| self.atoms(value, inner));
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
                    vec![Atom::Phrase(words)]
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
                keys: keys(token.text),
                scope,
                growth: Growth::Whole,
            });
        }
        if let Some(last) = words.last_mut().filter(|_| is_last && end == text.len()) {
            last.growth = growth;
        }
        words
    }

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

/// How an atom without a sign counts: words are alternatives, everything that takes more trouble to type must hold.
fn natural(atom: &Atom) -> Occur {
    let is_bare = |clause: &Clause| natural(&clause.atom) == Occur::Should;
    match atom {
        Atom::Word(term) if term.scope == Scope::Anywhere => Occur::Should,
        Atom::Group(inner) if inner.iter().any(is_bare) => Occur::Should,
        _ => Occur::Must,
    }
}

/// A phrase or any of its words.
fn loose(words: Vec<Term>) -> Atom {
    let phrase = Atom::Phrase(words.clone());
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
        Joint::And => both(clauses, found),
        Joint::None => {
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

    use super::super::{Atom, Clause, Growth, NoteCode, Occur, Query, Scope};

    /// Writes a query as it was understood.
    fn show(clauses: &[Clause]) -> String {
        let each: Vec<String> = clauses.iter().map(clause).collect();
        each.join(" ")
    }

    fn clause(clause: &Clause) -> String {
        let sign = match clause.occur {
            Occur::Should => "",
            Occur::Must => "+",
            Occur::Not => "-",
        };
        let term = |term: &super::Term| {
            let scope = if term.scope == Scope::Title {
                "title:"
            } else {
                ""
            };
            let growth = if term.growth == Growth::Growing {
                "*"
            } else {
                ""
            };
            format!("{scope}{}{growth}", term.keys.surface)
        };
        match &clause.atom {
            Atom::Word(word) => format!("{sign}{}", term(word)),
            Atom::Phrase(words) => format!(
                "{sign}\"{}\"",
                words.iter().map(term).collect::<Vec<_>>().join(" ")
            ),
            Atom::Keyword { column, folded } => format!("{sign}{column}:{folded}"),
            Atom::Group(inner) => format!("{sign}({})", show(inner)),
        }
    }

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
            prop_assert!(query.notes().len() <= text.len());
        }
    }
}
