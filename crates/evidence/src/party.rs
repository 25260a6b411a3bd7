//! Which party or group the counted belong to.

use std::ops::Range;

use tawarikh_arabic::is_stop_word;

use crate::bare::readings;
use crate::fate::is_wall;
use crate::line::Line;
use crate::name::NameKind;
use crate::tagged::Tagged;

/// How many words behind its noun a party is looked for.
const NEAR: usize = 7;

/// The bytes of the party that those counted belong to, in the tokens from `from` on and before `limit`: a party that the
/// gazetteer knows, or the name behind عناصر, مقاتلي, "في صفوف".
pub(crate) fn party(
    line: &Line<'_>,
    tagged: &Tagged<'_>,
    from: usize,
    limit: usize,
) -> Option<Range<usize>> {
    let end = (from..limit.min(from + NEAR))
        .find(|&at| line.is_sign(at) && line.word(at) != "\"")
        .unwrap_or(limit.min(from + NEAR));
    known(line, tagged, from, end).or_else(|| grouped(line, from, end))
}

fn known(line: &Line<'_>, tagged: &Tagged<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    let first = tagged
        .entities
        .partition_point(|entity| entity.span.start < line.start(from));
    tagged.entities[first..]
        .iter()
        .take_while(|entity| entity.span.start < line.end(end))
        .find(|entity| entity.kind == NameKind::Party)
        .map(|entity| entity.span.clone())
}

/// The name behind a word for its members, up to the last word with the article.
fn grouped(line: &Line<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    let members = (from..end).find(|&at| is_members(line.word(at)))?;
    let start = members + 1 + usize::from(line.word(members + 1) == "من");
    let mut next = start;
    while next < end
        && line.is_word(next)
        && !line.is_timed(next)
        && !is_wall(line.word(next))
        && !matches!(line.word(next), "الاخرين" | "الاخرون")
        && (next == start || line.word(next).starts_with("ال"))
    {
        next += 1;
    }
    let name = line.word(start);
    let is_name = !is_stop_word(name)
        && next > start
        && line.is_word(start)
        && (name.starts_with("ال") || next > start + 1);
    is_name.then(|| line.start(start)..line.end(next))
}

fn is_members(word: &str) -> bool {
    readings(word).any(|bare| {
        matches!(
            bare.rest,
            "عناصر"
                | "مقاتلي"
                | "مسلحي"
                | "افراد"
                | "جنود"
                | "صفوف"
                | "قتلي"
                | "رجال"
                | "ضباط"
                | "اعضاء"
                | "انصار"
                | "مقاتلين"
                | "عنصرا"
                | "مقاتلا"
        )
    })
}
