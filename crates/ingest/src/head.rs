//! The lines above an article's text: headline, byline, date, caption.

use crate::byline::{self, Credit};
use crate::date::Dated;
use crate::document::{Finding, Inferred, ParagraphKind};
use crate::found::Found;
use crate::furniture::Role;
use crate::label;
use crate::line::Line;
use crate::outlet;
use crate::page::{Fate, Page};
use crate::repeat::{has_credit, without_credit};
use crate::words::{joined, key};
use std::ops::Range;
use tawarikh_calendar::When;

/// Lines that can stand above a text; more of them are a text of short lines.
const HEAD: usize = 10;
/// Lines of a text without any paragraph that can be its head.
const BARE_HEAD: usize = 3;
/// Words of a headline.
const HEADLINE: usize = 30;
/// Lines among which a heading can stand for the headline that a page has lost.
const FIRST_HEADING: usize = 4;

/// Reads and takes out the head of an article.
pub(crate) fn read(page: &mut Page, part: Range<usize>, found: &mut Found) {
    let prose = page.first_prose(part.clone());
    let limit = if prose.is_some() { HEAD } else { BARE_HEAD };
    let end = prose.unwrap_or(part.end);
    let lines: Vec<usize> = page
        .open_in(part.start..end)
        .into_iter()
        .take(limit)
        .collect();
    let mut head = Head {
        page,
        part,
        found,
        title: None,
        dated: Vec::new(),
    };
    for (place, &at) in lines.iter().enumerate() {
        head.line(at, &lines[place + 1..]);
    }
    head.settle_dates();
    if head.title.is_none() {
        head.first_heading();
    }
}

struct Head<'p> {
    page: &'p mut Page,
    part: Range<usize>,
    found: &'p mut Found,
    title: Option<usize>,
    /// Dates of the head, in order: the line, and whether it stood above the headline.
    dated: Vec<(usize, Dated, bool)>,
}

impl Head<'_> {
    fn line(&mut self, at: usize, rest: &[usize]) {
        if self.is_known_title(at) || self.address(at) || self.labelled_title(at) || self.count(at)
        {
            return;
        }
        if self.page.lines[at].markup != Some(ParagraphKind::Heading)
            && let Some(credit) =
                byline::read(&self.page.lines[at]).filter(|credit| self.fits(at, credit, rest))
        {
            self.credit(at, credit);
        } else if is_caption(&self.page.lines[at]) {
            self.page.keep(at, ParagraphKind::Caption);
        } else if self.title.is_none()
            && self.found.title.is_none()
            && is_title(&self.page.lines[at])
        {
            if self.is_kicker(at, rest) {
                self.page.drop(at, "kicker");
            } else {
                self.take_title(at);
            }
        }
    }

    /// A line that says a title which is known already.
    fn is_known_title(&mut self, at: usize) -> bool {
        let same = self
            .found
            .title
            .as_ref()
            .is_some_and(|title| key(&title.value) == joined(&self.page.lines[at].words));
        if same {
            self.page.drop(at, "title");
            self.title.get_or_insert(at);
        }
        same
    }

    /// A figure alone between headline and text: readers, shares, comments.
    fn count(&mut self, at: usize) -> bool {
        let line = &self.page.lines[at];
        let counts = line.is_figures()
            && line.words.len() == 1
            && self.title.is_some()
            && line.markup.is_none()
            && self.page.first_prose(self.part.clone()).is_some();
        if counts {
            self.page.drop(at, "count");
        }
        counts
    }

    fn labelled_title(&mut self, at: usize) -> bool {
        let line = &self.page.lines[at];
        let Some((label::Role::Title, used)) = label::leading(&line.words) else {
            return false;
        };
        let Some(first) = line.words.get(used).filter(|_| after_label(line, used)) else {
            return false;
        };
        let title = line.text[first.span.start..].to_owned();
        self.found
            .title
            .get_or_insert(Inferred::given(title, "labelled-title"));
        self.page.drop(at, "title");
        self.title.get_or_insert(at);
        true
    }

    /// A line that gives the article's web address.
    fn address(&mut self, at: usize) -> bool {
        take_address(self.page, at, self.found)
    }

    /// A name alone is a byline beside the headline; where the text tells about that person it is a heading.
    fn fits(&self, at: usize, credit: &Credit, rest: &[usize]) -> bool {
        if credit.is_sure() {
            return true;
        }
        if credit.outlet.is_some() && credit.authors.is_empty() {
            return self.title.is_some() || !rest.is_empty();
        }
        let beside =
            self.title.is_some() || rest.iter().any(|&next| is_title(&self.page.lines[next]));
        beside && !credit.authors.iter().any(|name| self.is_told_of(at, name))
    }

    /// Whether the first paragraphs name this person.
    fn is_told_of(&self, at: usize, name: &str) -> bool {
        let wanted = key(name);
        let last = wanted.rsplit(' ').next().unwrap_or(&wanted).to_owned();
        (at + 1..self.part.end)
            .filter(|&next| self.page.is_prose(next))
            .take(2)
            .any(|next| {
                self.page.lines[next]
                    .words
                    .iter()
                    .any(|word| word.key == last)
            })
    }

    fn credit(&mut self, at: usize, credit: Credit) {
        let above = self.title.is_none();
        let how = if credit.is_sure() {
            "byline"
        } else {
            "byline-name"
        };
        let statement = |name: String| match how {
            "byline" => Inferred::given(name, how),
            _ => Inferred::concluded(name, how),
        };
        let reason = if credit.authors.is_empty() && !credit.dates.is_empty() {
            "date-line"
        } else {
            "byline"
        };
        self.found
            .authors(credit.authors.into_iter().map(statement));
        if let Some(name) = credit.outlet {
            self.found
                .outlet(Inferred::concluded(name.to_owned(), "byline"));
        }
        self.dated
            .extend(credit.dates.into_iter().map(|dated| (at, dated, above)));
        self.page.drop(at, reason);
    }

    /// A word or two above the headline: the section, the series, an entry of a menu. The headline is the first line
    /// of some length below it, before any byline.
    fn is_kicker(&self, at: usize, rest: &[usize]) -> bool {
        let line = &self.page.lines[at];
        if line.words.len() > 2 || line.markup == Some(ParagraphKind::Heading) {
            return false;
        }
        rest.iter()
            .map(|&next| &self.page.lines[next])
            .take_while(|line| is_title(line) && byline::read(line).is_none())
            .any(|line| line.words.len() >= 4 && !is_caption(line))
    }

    fn take_title(&mut self, at: usize) {
        let text = &self.page.lines[at].text;
        let (title, publisher) = without_publisher(text);
        let title = title.to_owned();
        if let Some(name) = publisher {
            self.found
                .outlet(Inferred::concluded(name.to_owned(), "title-suffix"));
        }
        self.found.title = Some(Inferred::concluded(title, "first-line"));
        self.title = Some(at);
        self.page.drop(at, "title");
    }

    /// Text that begins at once and then has a heading: the page's headline is lost, and that heading stands for it.
    fn first_heading(&mut self) {
        if self.found.title.is_some() {
            return;
        }
        let open: Vec<usize> = self
            .part
            .clone()
            .filter(|&at| !matches!(self.page.fates[at], Fate::Dropped(_)))
            .take(FIRST_HEADING)
            .collect();
        let heading = open.into_iter().find(|&at| {
            let line = &self.page.lines[at];
            self.page.is_open(at)
                && line.words.len() >= 3
                && !line.is_ended()
                && crate::form::is_heading(self.page, at, self.part.end)
        });
        if let Some(at) = heading {
            let title = self.page.lines[at].text.clone();
            self.page.keep(at, ParagraphKind::Heading);
            self.found.title = Some(Inferred::concluded(title, "first-heading"));
        }
    }

    /// A labelled date first, then one below the headline, then one above it unless it is the site's own clock.
    fn settle_dates(&mut self) {
        let dated = std::mem::take(&mut self.dated);
        let pick = |wanted: fn(&Dated, bool) -> bool| {
            dated
                .iter()
                .find(|(_, dated, above)| wanted(dated, *above))
                .map(|(_, dated, _)| dated.when)
        };
        let published = pick(|dated, _| dated.role == Some(label::Role::Published));
        let below = pick(|dated, above| dated.role.is_none() && !above);
        let updated = pick(|dated, _| dated.role == Some(label::Role::Updated));
        let lone = dated
            .iter()
            .find(|(_, dated, above)| *above && dated.role.is_none());
        let clock = lone.is_some_and(|(at, _, _)| self.is_site_clock(*at));
        if let Some(when) = published {
            self.found
                .published(Inferred::given(when, "published-label"));
        }
        if let Some(when) = below {
            self.found.published(Inferred::given(when, "byline"));
        }
        if let Some((_, dated, _)) = lone.filter(|_| !clock) {
            self.found
                .published(Inferred::concluded(dated.when, "date-above-title"));
        }
        if let Some(when) = updated {
            self.found
                .published(Inferred::concluded(when, "updated-label"));
        }
        if let Some((at, dated, _)) = lone.filter(|_| clock) {
            self.saved(*at, dated.when);
        }
    }

    fn saved(&mut self, at: usize, when: When) {
        self.found.findings.push(Finding {
            line: Some(self.page.lines[at].first),
            code: "saved-page-date",
            text: format!(
                "{} stands in the page's header: the day it was saved, not the article's",
                when.edtf()
            ),
            remedy: "if it is the article's date after all, write it as `date` into a sidecar"
                .to_owned(),
        });
    }

    /// Whether furniture of the site's header stands right beside a line.
    fn is_site_clock(&self, at: usize) -> bool {
        let site = |at: usize| crate::clearing::marks(self.page, at, Role::Site);
        let before = (self.part.start..at).rev().take(2).any(site);
        let after = (at + 1..self.part.end).take(2).any(site);
        before || after
    }
}

/// Takes a line that is an address, or a label and an address; false if it is none.
pub(crate) fn take_address(page: &mut Page, at: usize, found: &mut Found) -> bool {
    let line = &page.lines[at];
    let linked = line.links.first().map(|link| link.target.as_str());
    let Some(address) = linked
        .and_then(outlet::address_in)
        .or_else(|| outlet::address_in(&line.text))
    else {
        return false;
    };
    let labelled = matches!(label::leading(&line.words), Some((label::Role::Link | label::Role::Source, used)) if after_label(line, used));
    let alone =
        line.text.split_whitespace().count() == 1 && outlet::address_in(&line.text).is_some();
    if !(labelled || alone) {
        return false;
    }
    let address = address.to_owned();
    let statement = if labelled {
        Inferred::given(address, "article-link")
    } else {
        Inferred::concluded(address, "lone-link")
    };
    found.url(statement);
    page.drop(at, "article-link");
    true
}

/// Whether the label of `used` words is followed by a colon, an address or the line's end.
fn after_label(line: &Line, used: usize) -> bool {
    let Some(last) = used.checked_sub(1).and_then(|last| line.words.get(last)) else {
        return false;
    };
    let rest = line.text[last.span.end..].trim_start();
    rest.is_empty() || rest.starts_with([':', '：', '|', '-', '[', '/']) || rest.starts_with("http")
}

/// The words under a picture: they end in a credit, or a label says so.
pub(crate) fn is_caption(line: &Line) -> bool {
    let begins = line.words.first().is_some_and(|word| word.key == "التعليق")
        && line.text.starts_with("التعليق على الصورة");
    begins || (line.words.len() <= 60 && !line.is_stopped_before_credit() && has_credit(&line.text))
}

impl Line {
    /// A paragraph that ends in a full stop and then a source is running text.
    fn is_stopped_before_credit(&self) -> bool {
        without_credit(&self.text).ends_with(['.', '؟', '!']) && self.words.len() > 25
    }
}

/// Could be an article's headline.
fn is_title(line: &Line) -> bool {
    !line.words.is_empty()
        && line.words.len() <= HEADLINE
        && !line.is_figures()
        && matches!(line.markup, None | Some(ParagraphKind::Heading))
        && !matches!(line.final_mark(), Some('.' | '،' | ':' | '؛'))
}

/// The headline without the publisher that a browser's title bar adds: "… | عنب بلدي".
fn without_publisher(text: &str) -> (&str, Option<&'static str>) {
    for sign in [" | ", " - ", " – ", " — ", "|"] {
        if let Some((title, name)) = text.rsplit_once(sign)
            && let Some(publisher) = outlet::publisher(name)
        {
            return (title.trim_end(), Some(publisher.name));
        }
    }
    (text, None)
}
