//! Where an article ends, and whether another one follows on the same page.

use crate::byline;
use crate::clearing::marks;
use crate::furniture::Role;
use crate::line::Line;
use crate::page::Page;
use std::collections::BTreeSet;
use std::ops::Range;
use tawarikh_arabic::{is_stop_word, stem};

/// Words of running text, in two paragraphs at least, from which on a following text is an article of its own.
const OWN_BODY: usize = 45;
/// Share of a headline's words that its own article repeats.
const OWN_HEADLINE: f32 = 0.6;

/// The page's articles, in order. Everything after an article's end that belongs to none is dropped.
pub(crate) fn articles(page: &mut Page, doubled: &[usize]) -> Vec<Range<usize>> {
    let mut articles = Vec::new();
    let mut start = 0;
    for at in 0..page.lines.len() {
        if at < start {
            continue;
        }
        let Some(role) = section_role(page, at) else {
            continue;
        };
        let section = at + 1..section_end(page, at);
        if is_article(page, start..at, section.clone(), doubled) {
            articles.push(start..at);
            start = at + 1;
        } else {
            drop_section(page, at, role, start..at, section);
        }
    }
    articles.push(start..page.lines.len());
    articles
}

fn section_role(page: &Page, at: usize) -> Option<Role> {
    [
        Role::Related,
        Role::End,
        Role::Comments,
        Role::Tags,
        Role::About,
    ]
    .into_iter()
    .find(|&role| marks(page, at, role) && !page.hits[at].as_ref().is_some_and(|hit| hit.led))
}

/// The next line that begins another section.
fn section_end(page: &Page, at: usize) -> usize {
    (at + 1..page.lines.len())
        .find(|&next| section_role(page, next).is_some() || marks(page, next, Role::Copyright))
        .unwrap_or(page.lines.len())
}

/// Whether the section after an end is an article: a body of its own under a headline of its own.
fn is_article(page: &Page, before: Range<usize>, section: Range<usize>, doubled: &[usize]) -> bool {
    let ends =
        marks(page, section.start - 1, Role::End) || marks(page, section.start - 1, Role::Related);
    let prose: Vec<usize> = section.clone().filter(|&at| page.is_prose(at)).collect();
    let Some(&first) = prose
        .first()
        .filter(|_| ends && page.first_prose(before.clone()).is_some())
    else {
        return false;
    };
    let head = page.open_in(section.start..first);
    if prose.len() < 2
        || page.prose_words(section.clone()) < OWN_BODY
        || head.is_empty()
        || is_cards(page, &section)
    {
        return false;
    }
    let twice = head.iter().any(|at| doubled.contains(at));
    let signed = head
        .iter()
        .any(|&at| byline::read(&page.lines[at]).is_some_and(|credit| credit.is_sure()));
    twice
        || signed
        || head
            .iter()
            .any(|&at| is_headline_of(page, at, &before, first..section.end))
}

/// Whether a line is the headline of the text after it and not one about the text before it.
fn is_headline_of(page: &Page, at: usize, before: &Range<usize>, after: Range<usize>) -> bool {
    let headline = content(&page.lines[at]);
    if headline.len() < 3 {
        return false;
    }
    let share = |part: Range<usize>| {
        let text: BTreeSet<String> = part
            .filter(|&at| page.is_prose(at))
            .flat_map(|at| content(&page.lines[at]))
            .collect();
        headline.intersection(&text).count() as f32 / headline.len() as f32
    };
    let own = share(after);
    own >= OWN_HEADLINE && own >= share(before.clone()) + 0.25
}

/// Stems of the words that carry meaning.
fn content(line: &Line) -> BTreeSet<String> {
    line.words
        .iter()
        .filter(|word| !is_stop_word(&word.key))
        .map(|word| stem(&word.key))
        .collect()
}

/// Headlines each with a teaser: at least two, and no paragraph without a headline right before it.
fn is_cards(page: &Page, section: &Range<usize>) -> bool {
    let mut cards = 0;
    let mut before = false;
    for at in page.open_in(section.clone()) {
        let line = &page.lines[at];
        if line.is_prose() {
            if !before || line.words.len() > 50 {
                return false;
            }
            cards += 1;
            before = false;
        } else {
            before |= is_headline(line) && !line.is_question();
        }
    }
    cards >= 2
}

/// Could be the headline of an article: a few words without a full stop.
pub(crate) fn is_headline(line: &Line) -> bool {
    (3..=24).contains(&line.words.len()) && !line.is_stopped() && !line.is_figures()
}

fn drop_section(
    page: &mut Page,
    marker: usize,
    role: Role,
    before: Range<usize>,
    section: Range<usize>,
) {
    let reason = page.hits[marker]
        .as_ref()
        .map_or("related", |hit| hit.reason);
    match role {
        Role::Related => drop_headlines(page, section, reason),
        Role::Tags => drop_tags(page, section),
        Role::About => drop_note(page, section),
        Role::Comments => drop_comments(page, before, section, reason),
        _ => drop_end(page, section, reason),
    }
}

/// After the last paragraph everything goes; elsewhere only the headlines of the box.
fn drop_end(page: &mut Page, section: Range<usize>, reason: &'static str) {
    let ends = page.first_prose(section.clone()).is_none();
    if ends || is_cards(page, &section) || (reason == "newsletter" && is_newsletter(page, &section))
    {
        for at in page.open_in(section) {
            page.drop(at, reason);
        }
    } else {
        drop_headlines(page, section, reason);
    }
}

/// A paragraph of advertising for a letter by mail, and nothing after it.
fn is_newsletter(page: &Page, section: &Range<usize>) -> bool {
    let prose: Vec<usize> = section.clone().filter(|&at| page.is_prose(at)).collect();
    let [only] = prose[..] else {
        return false;
    };
    section.end == page.lines.len()
        && page.lines[only].words.iter().any(|word| {
            ["بريد", "نشره", "اشتر", "نشرت"]
                .iter()
                .any(|part| word.key.contains(part))
        })
}

/// Drops the headlines that stand between a marker and the text that goes on after it. The last of them may be the
/// heading of that text: it stays if it is short and the others are not, or if it stands alone and is short.
fn drop_headlines(page: &mut Page, section: Range<usize>, reason: &'static str) {
    let mut run = Vec::new();
    let mut next = None;
    for at in page.open_in(section) {
        let line = &page.lines[at];
        let heading = line.markup == Some(crate::document::ParagraphKind::Heading);
        if heading || line.is_prose() && line.is_stopped() || !is_headline(line) || run.len() == 8 {
            next = Some(at);
            break;
        }
        run.push(at);
    }
    if let (Some(&last), Some(_)) = (run.last(), next) {
        let short = page.lines[last].words.len() <= 5 && page.lines[last].links.is_empty();
        if short {
            run.pop();
        }
    }
    for at in run {
        page.drop(at, reason);
    }
}

fn drop_tags(page: &mut Page, section: Range<usize>) {
    for at in page.open_in(section) {
        if page.lines[at].words.len() > 4 || page.lines[at].is_ended() {
            break;
        }
        page.drop(at, "tags");
    }
}

/// Words of a note about an author.
const NOTE: usize = 120;

fn drop_note(page: &mut Page, section: Range<usize>) {
    let mut words = 0;
    for at in page.open_in(section).into_iter().take(3) {
        words += page.lines[at].words.len();
        if words > NOTE {
            break;
        }
        page.drop(at, "author-box");
    }
}

/// Comments end an article; where more text follows than came before, the marker was a button above the article.
fn drop_comments(
    page: &mut Page,
    before: Range<usize>,
    section: Range<usize>,
    reason: &'static str,
) {
    if page.open_in(section.clone()).is_empty() {
        return;
    }
    let (told, after) = (page.prose_words(before), page.prose_words(section.clone()));
    if told == 0 || after > 2 * told {
        return;
    }
    for at in page.open_in(section) {
        page.drop(at, reason);
    }
}
