//! Markdown to lines, by its grammar (CommonMark with tables).

use crate::document::{Dropped, ParagraphKind};
use crate::joint;
use crate::line::{Line, Link};
use crate::marks;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// The blocks of a Markdown text, and what stood in none of them.
///
/// `first` is the number of the body's first line in its file.
pub(crate) fn lines(body: &str, first: u32, breaks: Breaks) -> (Vec<Line>, Vec<Dropped>) {
    let mut walk = Walk {
        body,
        starts: line_starts(body),
        first,
        breaks,
        lines: Vec::new(),
        cut: Vec::new(),
        context: Vec::new(),
        text: String::new(),
        links: Vec::new(),
        opened: Vec::new(),
        picture: None,
        span: 0..0,
        numbers: Vec::new(),
        numbered: None,
    };
    for (event, span) in Parser::new_ext(body, Options::ENABLE_TABLES).into_offset_iter() {
        walk.event(event, span);
    }
    walk.flush();
    walk.account();
    walk.lines.sort_by_key(|line| line.first);
    (joint::unwrap(walk.lines), walk.cut)
}

/// What a line break inside a paragraph means: a space, as the grammar says, in text that somebody wrote as Markdown
/// (it has front matter); a line of its own in a page saved as `.md`, for converters write them so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Breaks {
    Space,
    Line,
}

struct Walk<'t> {
    body: &'t str,
    /// Byte at which each line begins.
    starts: Vec<usize>,
    first: u32,
    breaks: Breaks,
    lines: Vec<Line>,
    cut: Vec<Dropped>,
    /// Enclosing blocks that say what a paragraph is.
    context: Vec<ParagraphKind>,
    text: String,
    links: Vec<Link>,
    /// Where in the text the open links begin, and their targets.
    opened: Vec<(usize, String)>,
    /// Words of the open picture.
    picture: Option<String>,
    span: Range<usize>,
    /// Next number of each open ordered list; none for one with bullets.
    numbers: Vec<Option<u64>>,
    numbered: Option<u64>,
}

impl Walk<'_> {
    fn event(&mut self, event: Event, span: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag, span),
            Event::Text(text) | Event::Code(text) => self.push(&text, span),
            Event::SoftBreak | Event::HardBreak => self.line_break(span),
            Event::Html(html) => {
                self.push(&marks::strip(&html).text, span);
                self.flush();
            }
            Event::Rule => self.drop_lines(span, "separator"),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag, span: Range<usize>) {
        match tag {
            Tag::Heading { .. } => self.open(ParagraphKind::Heading),
            Tag::BlockQuote(_) => self.open(ParagraphKind::Quote),
            Tag::Item => {
                self.open(ParagraphKind::Item);
                self.numbered =
                    self.numbers
                        .last_mut()
                        .and_then(|next| next.as_mut())
                        .map(|next| {
                            let number = *next;
                            *next = next.saturating_add(1);
                            number
                        });
            }
            Tag::List(number) => {
                self.flush();
                self.numbers.push(number);
            }
            Tag::TableRow | Tag::TableHead => self.open(ParagraphKind::Item),
            Tag::TableCell if !self.text.is_empty() => self.text.push_str(" | "),
            Tag::Link { dest_url, .. } => self.opened.push((self.text.len(), dest_url.to_string())),
            Tag::Image { .. } => self.picture = Some(String::new()),
            Tag::Paragraph | Tag::CodeBlock(_) => self.flush(),
            _ => {}
        }
        if self.text.is_empty() {
            self.span = span.start..span.start;
        }
    }

    fn end(&mut self, tag: TagEnd, span: Range<usize>) {
        match tag {
            TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::Item
            | TagEnd::TableRow
            | TagEnd::TableHead => {
                self.flush();
                self.context.pop();
            }
            TagEnd::List(_) => {
                self.numbers.pop();
            }
            TagEnd::Paragraph | TagEnd::CodeBlock => self.flush(),
            TagEnd::Link => {
                if let Some((start, target)) = self.opened.pop() {
                    let text = self.text.get(start..).unwrap_or("").to_owned();
                    self.links.push(Link { text, target });
                }
            }
            TagEnd::Image => {
                let words = self.picture.take().unwrap_or_default();
                self.cut.push(Dropped {
                    line: self.line_at(span.start),
                    text: if words.trim().is_empty() {
                        self.body[span].to_owned()
                    } else {
                        words
                    },
                    reason: "picture",
                });
            }
            _ => {}
        }
    }

    fn open(&mut self, kind: ParagraphKind) {
        self.flush();
        self.context.push(kind);
    }

    fn push(&mut self, text: &str, span: Range<usize>) {
        if let Some(words) = self.picture.as_mut() {
            words.push_str(text);
            return;
        }
        if self.text.trim().is_empty() {
            self.span = span.clone();
        }
        self.span.end = self.span.end.max(span.end);
        // A code block or an HTML block hands over several lines at once.
        for (place, line) in text.split('\n').enumerate() {
            if place > 0 {
                self.flush();
                self.span = span.clone();
            }
            self.text.push_str(line);
        }
    }

    fn line_break(&mut self, span: Range<usize>) {
        match self.breaks {
            Breaks::Space => self.text.push(' '),
            Breaks::Line if self.picture.is_none() && self.opened.is_empty() => {
                self.flush();
                self.span = span.end..span.end;
            }
            Breaks::Line => self.text.push(' '),
        }
    }

    fn flush(&mut self) {
        let mut text = std::mem::take(&mut self.text);
        let links = std::mem::take(&mut self.links);
        self.opened.iter_mut().for_each(|(start, _)| *start = 0);
        if text.trim().is_empty() {
            return;
        }
        if let Some(number) = self.numbered.take() {
            text = format!("{number}. {text}");
        }
        let start = self.span.start;
        let mut line = Line::new(self.line_at(start), &text);
        line.last = self.line_at(self.span.end.saturating_sub(1).max(start));
        line.markup = self.context.last().copied();
        line.links = links;
        line.apart = self.is_apart(line.first);
        self.lines.push(line);
    }

    /// Whether the source line before this one is empty.
    fn is_apart(&self, line: u32) -> bool {
        let Some(before) = (line - self.first).checked_sub(1) else {
            return true;
        };
        self.source(before as usize).trim().is_empty()
    }

    fn source(&self, index: usize) -> &str {
        let start = self.starts.get(index).copied().unwrap_or(self.body.len());
        let end = self
            .starts
            .get(index + 1)
            .copied()
            .unwrap_or(self.body.len());
        &self.body[start..end]
    }

    fn line_at(&self, byte: usize) -> u32 {
        let index = self
            .starts
            .partition_point(|&start| start <= byte)
            .saturating_sub(1);
        self.first
            .saturating_add(u32::try_from(index).unwrap_or(u32::MAX))
    }

    fn drop_lines(&mut self, span: Range<usize>, reason: &'static str) {
        self.flush();
        let text = self.body[span.clone()].trim().to_owned();
        self.cut.push(Dropped {
            line: self.line_at(span.start),
            text,
            reason,
        });
    }

    /// Source lines that no event spoke of: link definitions, table rules, comments.
    fn account(&mut self) {
        let mut covered = vec![false; self.starts.len() + 1];
        let first = self.first;
        let mut cover = |from: u32, to: u32| {
            for line in from..=to {
                if let Some(seen) = covered.get_mut((line - first) as usize) {
                    *seen = true;
                }
            }
        };
        self.lines
            .iter()
            .for_each(|line| cover(line.first, line.last));
        self.cut.iter().for_each(|cut| cover(cut.line, cut.line));
        let missed: Vec<Dropped> = (0..self.starts.len())
            .filter(|&index| !covered[index] && !self.source(index).trim().is_empty())
            .map(|index| Dropped {
                line: self.line_at(self.starts[index]),
                text: self.source(index).trim().to_owned(),
                reason: "markup",
            })
            .collect();
        self.cut.extend(missed);
    }
}

fn line_starts(text: &str) -> Vec<usize> {
    let mut starts = vec![0];
    starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
    starts.retain(|&start| start < text.len().max(1));
    starts
}
