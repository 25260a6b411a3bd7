//! Numbers written in digits: European, Arabic-Indic, Persian, full width.

use crate::class::digit;

/// The end of the number that begins at `start`: digits, with separators where they group thousands or part decimals.
///
/// Dates and lists stay apart: `23.3.2019` and `5,6,7` are three numbers each. `start` itself if no digit is there.
pub(crate) fn number_end(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    let whole = Digits::read(rest).end;
    let first = group(rest).1;
    let goes_on = separator_before(&text[..start])
        .is_some_and(|separator| rest[first..].starts_with(separator));
    start + if goes_on { first } else { whole }
}

/// The separator between a digit and the end of `text`.
fn separator_before(text: &str) -> Option<char> {
    let mut back = text.chars().rev();
    let separator = back.next()?;
    back.next().and_then(digit)?;
    Some(separator)
}

/// The value of `text` as a whole: `٣٫٥`, `1,873`, `12.5`, `1.873.000`, `10.000`. `None` if it is anything but one number.
///
/// A comma, `٬` or `،` groups thousands when three digits follow it; so does a point that recurs, and one whose three
/// digits end in 0, since nobody writes a decimal's last zero. Otherwise `.` `٫` `,` part the decimals.
pub fn parse_digits(text: &str) -> Option<f64> {
    let number = Digits::read(text);
    if number.end != text.len() || number.end == 0 {
        return None;
    }
    let (whole, decimals) = number.ascii.split_once('.').unwrap_or((&number.ascii, ""));
    let digits: f64 = whole
        .bytes()
        .chain(decimals.bytes())
        .fold(0.0, |value, d| value * 10.0 + f64::from(d - b'0'));
    // One division of two exact numbers is rounded once, as the library's parser would; it weighs 14 KB in the engine.
    let value = digits / decimals.bytes().fold(1.0, |scale, _| scale * 10.0);
    value.is_finite().then_some(value)
}

/// The value of `text` if it is one whole number that fits.
pub fn parse_integer(text: &str) -> Option<i64> {
    let number = Digits::read(text);
    if number.end != text.len() || number.end == 0 {
        return None;
    }
    number.ascii.parse().ok()
}

/// A number in reading: what it is in ASCII, and how far it reaches.
struct Digits {
    ascii: String,
    end: usize,
}

impl Digits {
    fn read(text: &str) -> Digits {
        let (first, first_end) = group(text);
        let mut parts = vec![Part {
            separator: ' ',
            digits: first,
            end: first_end,
        }];
        while let Some(part) = Part::after(text, &parts) {
            parts.push(part);
        }
        join(parts)
    }
}

/// A separator and the digits behind it.
struct Part {
    separator: char,
    digits: String,
    end: usize,
}

impl Part {
    fn after(text: &str, parts: &[Part]) -> Option<Part> {
        let at = parts.last().filter(|last| last.end > 0)?.end;
        let separator = text[at..]
            .chars()
            .next()
            .filter(|c| matches!(c, '.' | '٫' | ',' | '٬' | '،'))?;
        let (digits, length) = group(&text[at + separator.len_utf8()..]);
        (length > 0).then(|| Part {
            separator,
            digits,
            end: at + separator.len_utf8() + length,
        })
    }
}

/// The digits that begin `text`, in ASCII, and their bytes.
fn group(text: &str) -> (String, usize) {
    let mut ascii = String::new();
    let mut end = 0;
    for (value, c) in text.chars().map_while(|c| Some((digit(c)?, c))) {
        ascii.push(char::from(b'0' + value));
        end += c.len_utf8();
    }
    (ascii, end)
}

/// Takes as many parts as make one number: thousands groups, then decimals.
fn join(parts: Vec<Part>) -> Digits {
    let groups = thousands(&parts);
    let mut ascii: String = parts[..groups]
        .iter()
        .map(|part| part.digits.as_str())
        .collect();
    let mut end = parts[groups - 1].end;
    if let [decimals] = &parts[groups..]
        && is_decimal(decimals, groups)
    {
        ascii.push('.');
        ascii.push_str(&decimals.digits);
        end = decimals.end;
    }
    Digits { ascii, end }
}

/// How many parts from the first on are one number in groups of three; 1 if it is not grouped.
fn thousands(parts: &[Part]) -> usize {
    let [first, second, rest @ ..] = parts else {
        return 1;
    };
    let grouped = (1..=3).contains(&first.digits.len()) && !first.digits.starts_with('0');
    let groups = 1 + parts[1..]
        .iter()
        .take_while(|p| p.separator == second.separator && p.digits.len() == 3)
        .count();
    match second.separator {
        _ if !grouped || groups == 1 => 1,
        '٫' => 1,
        // One point with three digits is a decimal, unless its last zero shows that it is not.
        '.' if groups == 2 && (!second.digits.ends_with('0') || !rest.is_empty()) => 1,
        _ => groups,
    }
}

/// Whether the only part left over is a decimal fraction. A comma needs one or two digits to part decimals, and `،` never does.
fn is_decimal(part: &Part, groups: usize) -> bool {
    match part.separator {
        '٫' | '.' => true,
        ',' => groups == 1 && part.digits.len() <= 2,
        _ => false,
    }
}
