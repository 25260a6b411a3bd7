//! A query's text to its pieces.

use tawarikh_arabic::fold;

/// A piece of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lexeme<'q> {
    Plus,
    Minus,
    Or,
    And,
    Open,
    Close,
    /// A field name with its colon.
    Field(Field, &'q str),
    /// What stands between quotation marks, and whether the second one is there.
    Quoted(&'q str, Closing),
    /// Anything else up to a blank, bracket or quotation mark.
    Text(&'q str),
}

/// Whether quotation marks are a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closing {
    Closed,
    Open,
}

/// What a field name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Column(&'static str),
    Date(Side),
}

/// The end of a span of time that a date sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    From,
    To,
}

/// The names that a field answers to, folded.
const FIELDS: [(&str, Field); 20] = [
    ("title", Field::Title),
    ("عنوان", Field::Title),
    ("outlet", Field::Column("outlet")),
    ("مصدر", Field::Column("outlet")),
    ("author", Field::Column("author")),
    ("كاتب", Field::Column("author")),
    ("place", Field::Column("place")),
    ("مكان", Field::Column("place")),
    ("year", Field::Column("year")),
    ("سنه", Field::Column("year")),
    ("عام", Field::Column("year")),
    ("source", Field::Column("outlet")),
    ("from", Field::Date(Side::From)),
    ("since", Field::Date(Side::From)),
    ("من", Field::Date(Side::From)),
    ("منذ", Field::Date(Side::From)),
    ("to", Field::Date(Side::To)),
    ("until", Field::Date(Side::To)),
    ("الي", Field::Date(Side::To)),
    ("حتي", Field::Date(Side::To)),
];

/// A field's value that a query ends in. See [`unfinished_value`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnfinishedValue<'q> {
    /// The field's column.
    pub column: &'static str,
    /// The byte where the field's name begins.
    pub field: usize,
    /// The byte where the value begins, with its quotation mark.
    pub start: usize,
    /// What is typed of it, without quotation mark.
    pub typed: &'q str,
}

/// The value of a field that `query` ends in and that may go on; `None` where it ends in something else.
#[must_use]
pub fn unfinished_value(query: &str) -> Option<UnfinishedValue<'_>> {
    let lexemes = lex(query);
    let (before, start, typed) = match lexemes.split_last()? {
        ((at, Lexeme::Quoted(text, Closing::Open)), before) => (before, *at, *text),
        ((at, Lexeme::Text(text)), before) => (before, *at, *text),
        _ => (lexemes.as_slice(), query.len(), ""),
    };
    match before.last()? {
        (field, Lexeme::Field(Field::Column(column), _)) if query.ends_with(typed) => {
            Some(UnfinishedValue {
                column,
                field: *field,
                start,
                typed,
            })
        }
        _ => None,
    }
}

/// The pieces of `query`, each with the byte where it begins.
pub(super) fn lex(query: &str) -> Vec<(usize, Lexeme<'_>)> {
    let mut lexemes = Vec::new();
    let mut rest = query.trim_start();
    while let Some(first) = rest.chars().next() {
        let (lexeme, length) = match first {
            '(' | '（' => (Lexeme::Open, first.len_utf8()),
            ')' | '）' => (Lexeme::Close, first.len_utf8()),
            _ if is_quote(first) => quoted(rest, first),
            _ => chunk(rest),
        };
        lexemes.push((query.len() - rest.len(), lexeme));
        rest = rest[length..].trim_start();
    }
    lexemes
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '＂')
}

fn is_end(c: char) -> bool {
    c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')' | '（' | '）')
}

fn quoted(rest: &str, first: char) -> (Lexeme<'_>, usize) {
    let start = first.len_utf8();
    match rest[start..].char_indices().find(|&(_, c)| is_quote(c)) {
        Some((end, c)) => (
            Lexeme::Quoted(&rest[start..start + end], Closing::Closed),
            start + end + c.len_utf8(),
        ),
        None => (Lexeme::Quoted(&rest[start..], Closing::Open), rest.len()),
    }
}

/// A piece that begins with neither bracket nor quotation mark.
fn chunk(rest: &str) -> (Lexeme<'_>, usize) {
    if let Some(sign) = sign(rest) {
        return (sign, 1);
    }
    let end = rest.find(is_end).unwrap_or(rest.len());
    let text = &rest[..end];
    match text {
        "OR" | "||" => (Lexeme::Or, end),
        "AND" | "&&" => (Lexeme::And, end),
        "NOT" => (Lexeme::Minus, end),
        _ => field(text).unwrap_or((Lexeme::Text(text), end)),
    }
}

/// A sign counts only right before what it rules.
fn sign(rest: &str) -> Option<Lexeme<'_>> {
    let (sign, after) = match rest.strip_prefix('+') {
        Some(after) => (Lexeme::Plus, after),
        None => (Lexeme::Minus, rest.strip_prefix('-')?),
    };
    let next = after.chars().next()?;
    // A dash of several hyphens is no sign.
    let dash = sign == Lexeme::Minus && next == '-';
    (!next.is_whitespace() && !dash).then_some(sign)
}

fn field(text: &str) -> Option<(Lexeme<'_>, usize)> {
    let (name, _) = text.split_once(':')?;
    let folded = fold(name);
    let (_, field) = FIELDS.iter().find(|(known, _)| *known == folded)?;
    Some((Lexeme::Field(*field, name), name.len() + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lex(query: &str) -> Vec<Lexeme<'_>> {
        let placed = super::lex(query).into_iter();
        placed.map(|(_, lexeme)| lexeme).collect()
    }

    #[test]
    fn signs_count_only_before_words() {
        assert_eq!(
            lex("+قمح - شعير"),
            [
                Lexeme::Plus,
                Lexeme::Text("قمح"),
                Lexeme::Text("-"),
                Lexeme::Text("شعير")
            ]
        );
        assert_eq!(lex("نصف-نهائي"), [Lexeme::Text("نصف-نهائي")]);
        assert_eq!(
            lex("-(x)"),
            [
                Lexeme::Minus,
                Lexeme::Open,
                Lexeme::Text("x"),
                Lexeme::Close
            ]
        );
        assert_eq!(lex("+"), [Lexeme::Text("+")]);
    }

    #[test]
    fn a_value_may_go_on_until_a_blank_or_quotation_mark_ends_it() {
        let value = |query| {
            let value = unfinished_value(query)?;
            Some((value.column, value.field, value.start, value.typed))
        };
        assert_eq!(value("outlet:"), Some(("outlet", 0, 7, "")));
        assert_eq!(value("outlet: "), Some(("outlet", 0, 8, "")));
        assert_eq!(value("oil outlet:gul"), Some(("outlet", 4, 11, "gul")));
        assert_eq!(value("author:\"Ali H"), Some(("author", 0, 7, "Ali H")));
        assert_eq!(value("-year:20"), Some(("year", 1, 6, "20")));
        for query in [
            "",
            "outlet",
            "outlet:gulf ",
            "author:\"Ali\"",
            "title:oil",
            "from:20",
            "outlet:(gulf",
        ] {
            assert_eq!(value(query), None, "{query}");
        }
    }

    #[test]
    fn fields_and_quotes() {
        assert_eq!(
            lex("Outlet:«صحيفة الغد» كاتب: نجيب"),
            [
                Lexeme::Field(Field::Column("outlet"), "Outlet"),
                Lexeme::Quoted("صحيفة الغد", Closing::Closed),
                Lexeme::Field(Field::Column("author"), "كاتب"),
                Lexeme::Text("نجيب"),
            ]
        );
        assert_eq!(lex("http://a"), [Lexeme::Text("http://a")]);
        assert_eq!(
            lex("\"بلا نهاية"),
            [Lexeme::Quoted("بلا نهاية", Closing::Open)]
        );
    }
}
