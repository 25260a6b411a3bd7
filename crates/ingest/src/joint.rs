//! Paragraphs that a page or a program broke into several lines.

use crate::document::{Paragraph, ParagraphKind};
use crate::line::Line;
use tawarikh_arabic::is_stop_word;

/// Words that a line has at least if its paragraph was broken by a stray line break: shorter ones are verses, headings.
const BROKEN: usize = 12;

/// Joins a paragraph with the next one where the evidence is strong that a stray break parted them.
pub(crate) fn join(paragraphs: Vec<(Paragraph, Line)>) -> Vec<Paragraph> {
    let mut out: Vec<(Paragraph, Line)> = Vec::new();
    for (paragraph, line) in paragraphs {
        match out.last_mut() {
            Some((before, last)) if is_broken(before, last, &paragraph, &line) => {
                before.text.push(' ');
                before.text.push_str(&paragraph.text);
                before.last_line = paragraph.last_line;
                before.kind = ParagraphKind::Body;
                *last = line;
            }
            _ => out.push((paragraph, line)),
        }
    }
    out.into_iter().map(|(paragraph, _)| paragraph).collect()
}

fn is_broken(before: &Paragraph, head: &Line, after: &Paragraph, tail: &Line) -> bool {
    let text = |kind| matches!(kind, ParagraphKind::Body | ParagraphKind::Quote);
    let unmarked = head.markup.is_none() && tail.markup.is_none();
    if !(text(before.kind) && text(after.kind) && unmarked)
        || head.words.len() < BROKEN
        || tail.words.len() < 3
    {
        return false;
    }
    let Some(last) = head.text.chars().next_back() else {
        return false;
    };
    if !(last.is_alphanumeric() || matches!(last, '،' | ',' | '-' | '–')) {
        return false;
    }
    closes_quotation(&head.text, &tail.text)
        || ends_on_particle(head)
        || goes_on_as_adjective(head, tail)
        || tail.text.starts_with(['،', ')', '»'])
}

/// A quotation is opened in the one and closed in the other.
fn closes_quotation(head: &str, tail: &str) -> bool {
    let odd = |text: &str| text.matches('"').count() % 2 == 1;
    let open =
        |text: &str, from: char, to: char| text.matches(from).count() > text.matches(to).count();
    let close = |text: &str, from: char, to: char| {
        text.find(to).is_some_and(|at| !text[..at].contains(from))
    };
    (odd(head) && odd(tail) && !tail.starts_with('"'))
        || [('«', '»'), ('“', '”'), ('(', ')')]
            .into_iter()
            .any(|(from, to)| open(head, from, to) && close(tail, from, to))
}

/// No sentence ends on a preposition, conjunction or relative pronoun.
fn ends_on_particle(head: &Line) -> bool {
    const PARTICLES: [&str; 30] = [
        "من",
        "في",
        "علي",
        "الي",
        "عن",
        "مع",
        "بين",
        "ان",
        "التي",
        "الذي",
        "الذين",
        "او",
        "و",
        "ثم",
        "حتي",
        "منذ",
        "خلال",
        "بعد",
        "قبل",
        "نحو",
        "كما",
        "لكن",
        "بل",
        "حيث",
        "عند",
        "لدي",
        "ضد",
        "دون",
        "عبر",
        "قد",
    ];
    head.words.last().is_some_and(|word| {
        PARTICLES.contains(&word.key.as_str()) && is_stop_word(&word.key) || word.key == "و"
    })
}

/// "… العملية" / "العسكرية …": a definite noun, then a definite adjective in -iyya that agrees with it and is followed
/// by no noun that it could be the subject of. A new paragraph does not begin with an adjective.
fn goes_on_as_adjective(head: &Line, tail: &Line) -> bool {
    let (Some(noun), Some(adjective)) = (head.words.last(), tail.words.first()) else {
        return false;
    };
    let feminine =
        noun.key.starts_with("ال") && noun.key.ends_with('ه') && adjective.key.ends_with("يه");
    let spans = noun.key.chars().count() >= 5 && adjective.key.chars().count() >= 6;
    spans && feminine && adjective.key.starts_with("ال") && !is_noun(&adjective.key)
}

/// Nouns in -iyya that do begin paragraphs, folded.
fn is_noun(key: &str) -> bool {
    const NOUNS: [&str; 24] = [
        "الجمهوريه",
        "الحريه",
        "القضيه",
        "العمليه",
        "الاغلبيه",
        "الداخليه",
        "الخارجيه",
        "الماليه",
        "السعوديه",
        "الهويه",
        "الشخصيه",
        "الديمقراطيه",
        "المسووليه",
        "البلديه",
        "الجمعيه",
        "النظريه",
        "القوميه",
        "الاتفاقيه",
        "الوضعيه",
        "المديريه",
        "السوريه",
        "العربيه",
        "الاشكاليه",
        "الكليه",
    ];
    NOUNS.contains(&key)
}

/// Lines that a program wrapped at a width, made paragraphs again; the text's other lines as they were.
///
/// Evidence: the blocks between empty lines have several lines, and every line but a block's last is so long that the
/// next line's first word would have passed the width. Verses and lists never fit that.
pub(crate) fn unwrap(lines: Vec<Line>) -> Vec<Line> {
    let Some(width) = wrap_width(&lines) else {
        return lines;
    };
    let mut blocks: Vec<Vec<Line>> = Vec::new();
    let mut before = 0;
    for line in lines {
        let goes_on =
            !line.apart && line.markup.is_none() && before + 1 + first_word(&line) > width;
        before = length(&line);
        match blocks.last_mut().filter(|_| goes_on) {
            Some(block) => block.push(line),
            None => blocks.push(vec![line]),
        }
    }
    blocks.into_iter().filter_map(whole).collect()
}

/// The lines of a block as one.
fn whole(mut block: Vec<Line>) -> Option<Line> {
    if block.len() < 2 {
        return block.pop();
    }
    let texts: Vec<&str> = block.iter().map(|line| line.text.as_str()).collect();
    let (first, last) = (block.first()?, block.last()?);
    let mut joined = Line::new(first.first, &texts.join(" "));
    joined.last = last.last;
    joined.markup = first.markup;
    joined.apart = first.apart;
    joined.links = block.into_iter().flat_map(|line| line.links).collect();
    Some(joined)
}

/// Characters of the widest line if the text is wrapped at a width.
fn wrap_width(lines: &[Line]) -> Option<usize> {
    let width = lines
        .iter()
        .map(length)
        .max()
        .filter(|width| (40..=130).contains(width))?;
    let inner: Vec<(&Line, &Line)> = lines
        .windows(2)
        .map(|pair| (&pair[0], &pair[1]))
        .filter(|(_, next)| !next.apart)
        .collect();
    let wrapped = inner
        .iter()
        .filter(|(line, next)| length(line) + 1 + first_word(next) > width)
        .count();
    let blocks = lines.iter().filter(|line| line.apart).count();
    (inner.len() >= 6 && blocks >= 2 && wrapped * 10 >= inner.len() * 9).then_some(width)
}

fn first_word(line: &Line) -> usize {
    line.text.split(' ').next().unwrap_or("").chars().count()
}

fn length(line: &Line) -> usize {
    line.text.chars().count()
}
