//! A web page to lines: the article found by dom_smoothie, everything else accounted for, metadata from the head.

use crate::byline;
use crate::declared::{Declared, UnknownKeys};
use crate::document::{Dropped, ParagraphKind};
use crate::line::{Line, Link};
use crate::outlet;
use crate::schema;
use crate::words::joined;
use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};
use encoding_rs::Encoding;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A page's article and what its head says.
pub(crate) struct HtmlPage {
    pub(crate) lines: Vec<Line>,
    pub(crate) cut: Vec<Dropped>,
    pub(crate) declared: Declared,
}

/// Bytes in which a page names its encoding.
const HEAD: usize = 4096;

/// The encoding that the page itself names.
pub(crate) fn charset(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let after = &head[head.find("charset=")? + "charset=".len()..];
    let label: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    Encoding::for_label(label.as_bytes())
}

/// Reads a page. Blocks that are not the article's are cut as `outside-article`.
pub(crate) fn read(html: &str) -> HtmlPage {
    let document = Document::from(html);
    let declared = declared(&document, html);
    let blocks = blocks(&document, html);
    let inside = match is_deep(&document) {
        true => vec![true; blocks.len()],
        false => inside_article(html, &blocks),
    };
    let mut lines = Vec::new();
    let mut cut = Vec::new();
    for (line, inside) in blocks.into_iter().zip(inside) {
        if inside {
            lines.push(line);
        } else {
            cut.push(Dropped {
                line: line.first,
                text: line.text,
                reason: "outside-article",
            });
        }
    }
    HtmlPage {
        lines,
        cut,
        declared,
    }
}

/// Elements inside each other beyond which the extractor, which recurses, is not called: no real page has them.
const DEEP: usize = 400;

fn is_deep(document: &Document) -> bool {
    let mut stack = vec![(document.html_root(), 0)];
    while let Some((node, depth)) = stack.pop() {
        if depth > DEEP {
            return true;
        }
        stack.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    false
}

/// Which blocks are the article's: those that the extractor keeps, paragraphs between them that it lost, and the
/// page's main heading. All of them if it finds no article.
fn inside_article(html: &str, blocks: &[Line]) -> Vec<bool> {
    let Some(mut wanted) = article_texts(html) else {
        return vec![true; blocks.len()];
    };
    let mut inside: Vec<bool> = blocks
        .iter()
        .map(|line| {
            let left = wanted.get_mut(&joined(&line.words));
            left.is_some_and(|left| {
                let is_left = *left > 0;
                *left = left.saturating_sub(1);
                is_left
            })
        })
        .collect();
    let first = inside.iter().position(|&is| is);
    let last = inside.iter().rposition(|&is| is);
    if let (Some(first), Some(last)) = (first, last) {
        for at in first..=last {
            inside[at] |= is_own_prose(&blocks[at]);
        }
    } else {
        inside.fill(true);
    }
    inside
}

/// A paragraph that is no list of links.
fn is_own_prose(line: &Line) -> bool {
    let linked: usize = line.links.iter().map(|link| link.text.len()).sum();
    line.is_prose() && linked * 2 < line.text.len()
}

/// Folded texts of the article's blocks with how often each occurs.
fn article_texts(html: &str) -> Option<BTreeMap<String, usize>> {
    let config = Config {
        // Its parser for these is not made for broken input; `schema` reads them.
        disable_json_ld: true,
        char_threshold: 200,
        ..Config::default()
    };
    let article = Readability::new(html, None, Some(config))
        .ok()?
        .parse()
        .ok()?;
    let content = Document::from(article.content.as_ref());
    let mut texts = BTreeMap::new();
    for line in blocks(&content, "") {
        *texts.entry(joined(&line.words)).or_insert(0) += 1;
    }
    (!texts.is_empty()).then_some(texts)
}

/// The blocks of a document in order, each a line with what its elements say it is.
fn blocks(document: &Document, html: &str) -> Vec<Line> {
    let mut walk = Walk {
        lines: Vec::new(),
        text: String::new(),
        links: Vec::new(),
        opened: Vec::new(),
        context: Vec::new(),
        row: 0,
        html,
        at: 0,
        number: 1,
    };
    let mut stack = vec![Step::Enter(document.html_root())];
    while let Some(step) = stack.pop() {
        match step {
            Step::Enter(node) => walk.enter(node, &mut stack),
            Step::Leave(node) => walk.leave(&node),
        }
    }
    walk.flush();
    walk.lines
}

/// An explicit stack, for pages nest deeper than a thread's stack.
enum Step<'d> {
    Enter(NodeRef<'d>),
    Leave(NodeRef<'d>),
}

struct Walk<'h> {
    lines: Vec<Line>,
    text: String,
    links: Vec<Link>,
    opened: Vec<usize>,
    context: Vec<ParagraphKind>,
    /// Depth inside rows of data tables, whose cells stay in one line.
    row: u32,
    html: &'h str,
    /// Byte and line of the source up to which blocks were found.
    at: usize,
    number: u32,
}

impl Walk<'_> {
    fn enter<'d>(&mut self, node: NodeRef<'d>, stack: &mut Vec<Step<'d>>) {
        if node.is_text() {
            self.text.push_str(&node.text());
            return;
        }
        let name = node.node_name().unwrap_or_default().to_string();
        if is_silent(&name) || is_hidden(&node) {
            return;
        }
        if name == "br" || name == "hr" {
            self.break_line();
            return;
        }
        self.open(&node, &name);
        stack.push(Step::Leave(node));
        stack.extend(node.children_it(true).map(Step::Enter));
    }

    fn open(&mut self, node: &NodeRef, name: &str) {
        if name == "tr" && is_data(node) {
            self.flush();
            self.row += 1;
        } else if is_block(name) {
            self.break_line();
        }
        if matches!(name, "td" | "th") && self.row > 0 && !self.text.trim().is_empty() {
            self.text.push_str(" | ");
        }
        if let Some(kind) = kind_of(name) {
            self.context.push(kind);
        }
        if name == "a" {
            self.opened.push(self.text.len());
        }
    }

    fn leave(&mut self, node: &NodeRef) {
        let name = node.node_name().unwrap_or_default().to_string();
        if name == "a"
            && let Some(start) = self.opened.pop()
        {
            let text = self.text.get(start..).unwrap_or("").to_owned();
            let target = node.attr_or("href", "").to_string();
            self.links.push(Link { text, target });
        }
        if name == "tr" && is_data(node) {
            self.row = self.row.saturating_sub(1);
            self.context.push(ParagraphKind::Item);
            self.flush();
            self.context.pop();
        } else if is_block(&name) {
            self.break_line();
        }
        if kind_of(&name).is_some() {
            self.context.pop();
        }
    }

    /// A block ends, unless it is inside a row.
    fn break_line(&mut self) {
        if self.row == 0 {
            self.flush();
        } else {
            self.text.push(' ');
        }
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let links = std::mem::take(&mut self.links);
        self.opened.iter_mut().for_each(|start| *start = 0);
        if text.trim().is_empty() {
            return;
        }
        let number = self.find(&text);
        let mut line = Line::new(number, &text);
        line.markup = self.context.last().copied();
        line.links = links;
        line.apart = true;
        if !line.text.is_empty() {
            self.lines.push(line);
        }
    }

    /// The source line on which a block's text begins, as far as it can be found: its first words without a break.
    fn find(&mut self, text: &str) -> u32 {
        /// Bytes searched for one block.
        const REACH: usize = 1 << 16;
        let begin = text.trim_start();
        let wanted = begin
            .split(['\n', '&', '<', '"', '\'', '\u{A0}'])
            .next()
            .unwrap_or("")
            .trim_end();
        let end = ceil(self.html, self.at.saturating_add(REACH));
        let found = self
            .html
            .get(self.at..end)
            .and_then(|rest| rest.find(wanted))
            .filter(|_| !wanted.is_empty());
        if let Some(offset) = found {
            let place = self.at + offset;
            let breaks = self.html[self.at..place].matches('\n').count();
            self.number = self
                .number
                .saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
            self.at = place;
        }
        self.number
    }
}

/// The next character boundary at or after a byte.
fn ceil(text: &str, byte: usize) -> usize {
    (byte..text.len())
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(text.len())
}

fn is_silent(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "head"
            | "iframe"
            | "object"
            | "select"
            | "textarea"
            | "canvas"
            | "math"
            | "audio"
            | "video"
    )
}

fn is_hidden(node: &NodeRef) -> bool {
    let style = node
        .attr_or("style", "")
        .to_ascii_lowercase()
        .replace(' ', "");
    node.has_attr("hidden") || style.contains("display:none")
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "button"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "html"
            | "label"
            | "legend"
            | "li"
            | "main"
            | "nav"
            | "ol"
            | "option"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "time"
            | "tr"
            | "ul"
    )
}

fn kind_of(name: &str) -> Option<ParagraphKind> {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(ParagraphKind::Heading),
        "li" | "dd" | "dt" => Some(ParagraphKind::Item),
        "blockquote" => Some(ParagraphKind::Quote),
        "figcaption" => Some(ParagraphKind::Caption),
        _ => None,
    }
}

/// A row of figures and words, not of a page laid out by tables.
fn is_data(row: &NodeRef) -> bool {
    /// Bytes of text in a row.
    const ROW: usize = 600;
    let cells = row
        .children_it(false)
        .filter(|node| node.has_name("td") || node.has_name("th"))
        .count();
    cells >= 2
        && row.text().len() < ROW
        && !row
            .descendants_it()
            .any(|node| node.has_name("table") || node.has_name("p") || node.has_name("div"))
}

/// What the page's head states.
fn declared(document: &Document, html: &str) -> Declared {
    let article = schema::article(document);
    let outlet = stated(
        article
            .publisher
            .iter()
            .cloned()
            .chain(metas(document, &SITE)),
    )
    .map(publisher_name);
    let site = outlet.clone().unwrap_or_default();
    let title = article
        .headline
        .iter()
        .cloned()
        .chain(metas(document, &TITLE));
    let title = stated(
        title
            .chain(heading(document))
            .chain(title_element(document)),
    );
    let date = article
        .published
        .iter()
        .cloned()
        .chain(metas(document, &DATE));
    let date = stated(
        date.chain(
            DATED
                .iter()
                .filter_map(|selector| attribute(document, selector, "datetime")),
        ),
    );
    let url = attribute(document, "link[rel=canonical]", "href")
        .into_iter()
        .chain(meta(document, "og:url"));
    let url = stated(url.chain(article.url).chain(saved_from(html)));
    let authors = match article.authors.is_empty() {
        true => metas(document, &AUTHOR).collect(),
        false => article.authors,
    };
    let authors: Vec<Value> = authors
        .iter()
        .flat_map(|text| people(text, &site))
        .map(Value::String)
        .collect();
    let mut fields = Map::new();
    let title = title.map(|title| without_site(&title, &site));
    for (key, value) in [
        ("title", title),
        ("outlet", outlet),
        ("date", date),
        ("url", url),
    ] {
        if let Some(value) = value {
            fields.insert(key.to_owned(), Value::String(value));
        }
    }
    if !authors.is_empty() {
        fields.insert("author".to_owned(), Value::Array(authors));
    }
    Declared::read(&fields, "html-metadata", UnknownKeys::Ignore)
}

/// Names of `<meta>` elements, the most telling first: OpenGraph, Dublin Core, Parse.ly, and what sites made up.
const TITLE: [&str; 2] = ["og:title", "twitter:title"];
const SITE: [&str; 2] = ["og:site_name", "application-name"];
const AUTHOR: [&str; 4] = ["author", "article:author", "dc.creator", "parsely-author"];
const DATE: [&str; 11] = [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "pubdate",
    "publish-date",
    "publishdate",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
];
/// Elements that carry the day of publication as an attribute.
const DATED: [&str; 3] = [
    "[itemprop=datePublished]",
    "article time[datetime], main time[datetime]",
    "time[pubdate]",
];

/// The first value that says something.
fn stated(values: impl IntoIterator<Item = String>) -> Option<String> {
    values
        .into_iter()
        .map(|value| value.trim().to_owned())
        .find(|value| !value.is_empty())
}

fn metas<'d>(document: &'d Document, names: &'d [&str]) -> impl Iterator<Item = String> + 'd {
    names.iter().filter_map(|name| meta(document, name))
}

/// The table's name for a publisher that it knows under another one.
fn publisher_name(name: String) -> String {
    outlet::named(&name).map_or(name, |known| known.name.to_owned())
}

/// Names in an author field; the outlet, an agency, an address are none.
fn people(text: &str, outlet_name: &str) -> Vec<String> {
    let text = text.trim();
    if text.is_empty()
        || text.contains("://")
        || text.contains('@')
        || outlet::named(text).is_some()
        || text == outlet_name
    {
        return Vec::new();
    }
    byline::names(text, crate::person::Evidence::Labelled)
        .or_else(|| {
            byline::read(&Line::new(1, text))
                .map(|credit| credit.authors)
                .filter(|names| !names.is_empty())
        })
        .unwrap_or_else(|| vec![text.to_owned()])
}

/// A title without " - site" at its end.
fn without_site(title: &str, site: &str) -> String {
    for sign in [" | ", " - ", " – ", " — ", " :: ", " « "] {
        if let Some((left, right)) = title.rsplit_once(sign)
            && (right.trim() == site || outlet::named(right).is_some())
        {
            return left.trim().to_owned();
        }
    }
    title.to_owned()
}

fn meta(document: &Document, name: &str) -> Option<String> {
    document
        .select("meta[content]")
        .nodes()
        .iter()
        .find(|node| {
            ["property", "name", "itemprop"]
                .iter()
                .any(|key| node.attr_or(key, "").eq_ignore_ascii_case(name))
        })
        .map(|node| node.attr_or("content", "").to_string())
        .filter(|content| !content.trim().is_empty())
}

fn attribute(document: &Document, selector: &str, name: &str) -> Option<String> {
    let nodes = document.select(selector);
    nodes
        .nodes()
        .first()
        .map(|node| node.attr_or(name, "").to_string())
}

/// The page's only main heading.
fn heading(document: &Document) -> Option<String> {
    let headings = document.select("h1");
    let [only] = headings.nodes() else {
        return None;
    };
    let text = Line::new(1, &only.text()).text;
    outlet::named(&text).is_none().then_some(text)
}

fn title_element(document: &Document) -> Option<String> {
    document
        .select("title")
        .nodes()
        .first()
        .map(|node| Line::new(1, &node.text()).text)
}

/// `<!-- saved from url=(0030)https://… -->`, as Internet Explorer and others write it.
fn saved_from(html: &str) -> Option<String> {
    let cut = ceil(html, HEAD);
    let head = html.get(..cut)?;
    let after = &head[head.find("saved from url=")?..];
    outlet::address_in(after.split("-->").next()?).map(str::to_owned)
}
