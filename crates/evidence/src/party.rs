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
/// gazetteer knows, the name behind عناصر, مقاتلي, "في صفوف", or a force that the text speaks of: "قتيلا من التنظيم".
pub(crate) fn party(
    line: &Line<'_>,
    tagged: &Tagged<'_>,
    from: usize,
    limit: usize,
) -> Option<Range<usize>> {
    let end = (from..limit.min(from + NEAR))
        .find(|&at| line.is_sign(at) && line.word(at) != "\"")
        .unwrap_or(limit.min(from + NEAR));
    known(line, tagged, from, end)
        .or_else(|| grouped(line, from, end))
        .or_else(|| force(line, from, end))
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
    let next = behind(line, start, end);
    let name = line.word(start);
    let is_name = !is_stop_word(name)
        && next > start
        && line.is_word(start)
        && (name.starts_with("ال") || next > start + 1);
    is_name.then(|| line.start(start)..line.end(next))
}

/// What a party is called once the text has named it, or needs no name: behind من, with its adjectives.
const FORCES: [&str; 15] = [
    "التنظيم",
    "الحركه",
    "الجماعه",
    "الحزب",
    "المليشيا",
    "الميليشيا",
    "الجيش",
    "الشرطه",
    "القوات",
    "الامن",
    "الدرك",
    "المعارضه",
    "النظام",
    "الفصيل",
    "الفصايل",
];

fn force(line: &Line<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    let start = (from..end)
        .find(|&at| line.word(at) == "من" && at + 1 < end && FORCES.contains(&line.word(at + 1)))?
        + 1;
    Some(line.start(start)..line.end(behind(line, start, end)))
}

/// The token behind a name that begins at `start`: its first word, and those with the article that follow.
fn behind(line: &Line<'_>, start: usize, end: usize) -> usize {
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
    next
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
