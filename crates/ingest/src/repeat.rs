//! What a page says twice: captions under a picture and in its description, headlines, pull quotes.

use crate::document::ParagraphKind;
use crate::outlet;
use crate::page::Page;
use crate::words::{Word, key};
use std::collections::BTreeMap;
use std::ops::Range;

/// Words from which on a line that repeats its neighbour is no refrain, label or answer.
const REPEATED_LINE: usize = 4;
/// Words from which on a line that stands word for word in a paragraph is a pull quote and no heading.
const PULL_QUOTE: usize = 7;
/// Consecutive words by which a pull quote's paragraph is looked up.
const SHINGLE: usize = 4;
/// Paragraphs looked at for one pull quote: more share its words only in made-up texts.
const CANDIDATES: usize = 16;

/// Drops a line that repeats the line before it but for punctuation, spacing and the credit. The longer one stays; but
/// a line without a credit before one with it is the headline, which a picture's description repeats.
///
/// Returns the lines whose twin was dropped.
pub(crate) fn drop_neighbours(page: &mut Page) -> Vec<usize> {
    let open = page.open_in(0..page.lines.len());
    let mut doubled = Vec::new();
    let mut kept: Option<(usize, String)> = None;
    for at in open {
        let words = page.lines[at].words.len();
        let same = key(without_credit(&page.lines[at].text));
        let twin = kept
            .as_ref()
            .filter(|(_, before)| words >= REPEATED_LINE && *before == same);
        if let Some((before, _)) = twin {
            let before = *before;
            let headline =
                !has_credit(&page.lines[before].text) && has_credit(&page.lines[at].text);
            let (stays, goes) = match words > page.lines[before].words.len() && !headline {
                true => (at, before),
                false => (before, at),
            };
            page.drop(goes, "repeated-line");
            doubled.push(stays);
            kept = Some((stays, same));
        } else {
            kept = Some((at, same));
        }
    }
    doubled
}

/// Whether a line ends in a credit for a picture: "… /وكالة X", "… (رويترز)", "… - غيتي".
pub(crate) fn has_credit(text: &str) -> bool {
    credit(text).is_some()
}

/// The line without its credit.
pub(crate) fn without_credit(text: &str) -> &str {
    credit(text).map_or(text, |start| text[..start].trim_end())
}

/// Where a credit begins.
fn credit(text: &str) -> Option<usize> {
    let text = text.trim_end();
    if let Some(inner) = text.strip_suffix(')') {
        let open = inner.rfind('(')?;
        return is_credit(&inner[open + 1..]).then_some(open);
    }
    let sign = text.rfind(['/', '|', '-', '–', '—', ':', '©'])?;
    let after = text[sign..]
        .chars()
        .next()
        .map_or(sign, |c| sign + c.len_utf8());
    let before = text[..sign].trim_end();
    (!before.is_empty() && is_credit(&text[after..])).then_some(sign)
}

/// "رويترز", "أ ف ب - غيتي", "الجزيرة", "أرشيف".
fn is_credit(text: &str) -> bool {
    let parts: Vec<&str> = text
        .split(['/', '-', '،', ',', '+'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    !parts.is_empty()
        && parts.len() <= 3
        && parts
            .iter()
            .all(|part| outlet::named(part).is_some() || is_archive(part))
}

fn is_archive(text: &str) -> bool {
    matches!(
        key(text).as_str(),
        "ارشيف"
            | "ارشيفيه"
            | "صوره ارشيفيه"
            | "صوره تعبيريه"
            | "تعبيريه"
            | "انترنت"
            | "الانترنت"
            | "وسايل التواصل"
            | "خاص"
            | "تويتر"
            | "فيسبوك"
    )
}

/// Drops lines that stand word for word in a longer line of the same part, and long lines that stand there twice.
///
/// Lines given a kind by a stage before this one stay: a title's words may well begin the text.
pub(crate) fn drop_pull_quotes(page: &mut Page, part: Range<usize>) {
    let lines: Vec<usize> = part
        .filter(|&at| page.is_open(at) && page.lines[at].markup != Some(ParagraphKind::Item))
        .collect();
    let index = Shingles::of(page, &lines);
    for &at in &lines {
        let quote = &page.lines[at];
        if quote.words.len() < PULL_QUOTE {
            continue;
        }
        let letters = letters(&quote.words);
        let holder = index.candidates(&quote.words).find_map(|other| {
            let held = self::letters(&page.lines[other].words);
            let longer = held.len() > letters.len() || (held.len() == letters.len() && other < at);
            let holds = other != at && page.is_open(other) && longer && held.contains(&letters);
            holds.then_some(held.len())
        });
        match holder {
            Some(length) if length > letters.len() => page.drop(at, "pull-quote"),
            Some(_) if page.lines[at].is_prose() => page.drop(at, "repeated-paragraph"),
            _ => {}
        }
    }
}

/// All letters of all words: lines are compared without spaces, which typists add and lose.
fn letters(words: &[Word]) -> String {
    words.iter().map(|word| word.key.as_str()).collect()
}

/// Runs of words to the lines that hold them.
struct Shingles(BTreeMap<String, Vec<usize>>);

impl Shingles {
    fn of(page: &Page, lines: &[usize]) -> Shingles {
        let mut index: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let quotes: Vec<String> = lines
            .iter()
            .filter_map(|&at| shingle(&page.lines[at].words))
            .collect();
        for quote in quotes {
            index.entry(quote).or_default();
        }
        for &at in lines {
            for run in page.lines[at].words.windows(SHINGLE) {
                if let Some(holders) = index.get_mut(&letters(run))
                    && holders.len() < CANDIDATES
                    && holders.last() != Some(&at)
                {
                    holders.push(at);
                }
            }
        }
        Shingles(index)
    }

    fn candidates<'s>(&'s self, words: &[Word]) -> impl Iterator<Item = usize> + 's {
        shingle(words)
            .and_then(|run| self.0.get(&run))
            .into_iter()
            .flatten()
            .copied()
    }
}

/// The run by which a quote is looked up: not its first word, which may have lost a "و".
fn shingle(words: &[Word]) -> Option<String> {
    (words.len() >= PULL_QUOTE).then(|| letters(&words[1..=SHINGLE]))
}
