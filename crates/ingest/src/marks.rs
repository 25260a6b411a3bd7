//! Markdown and HTML remains in a line of plain text.
//!
//! A page that was copied through a Markdown converter keeps `**bold**`, `[text](#)`, heading marks. This is not a
//! Markdown parser (see `markdown`): only what cannot be prose is taken, everything else stays as it stands.

use crate::document::ParagraphKind;
use crate::line::Link;

/// A line without its marks.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Stripped {
    pub(crate) text: String,
    pub(crate) links: Vec<Link>,
    pub(crate) markup: Option<ParagraphKind>,
    /// Words of pictures (`![words](address)`), which are not the line's.
    pub(crate) pictures: Vec<String>,
}

/// Takes the block mark at the start and the inline marks out of `raw`.
pub(crate) fn strip(raw: &str) -> Stripped {
    let (markup, rest) = block_mark(raw.trim());
    let mut out = Stripped {
        markup,
        ..Stripped::default()
    };
    inline(rest, &mut out);
    out
}

/// `block = 1*6"#" " " text | ">" text | ("-" | "*" | "+" | "•") " " text | "|" cells "|"`
fn block_mark(text: &str) -> (Option<ParagraphKind>, &str) {
    let hashes = text.bytes().take_while(|&byte| byte == b'#').count();
    if (1..=6).contains(&hashes) && text[hashes..].starts_with(' ') {
        let title = text[hashes..].trim().trim_end_matches('#').trim_end();
        return (Some(ParagraphKind::Heading), title);
    }
    if let Some(rest) = text.strip_prefix("> ") {
        return (Some(ParagraphKind::Quote), rest.trim_start());
    }
    for bullet in ["- ", "* ", "+ ", "• ", "● ", "▪ ", "◦ ", "■ ", "· "] {
        if let Some(rest) = text.strip_prefix(bullet) {
            return (Some(ParagraphKind::Item), rest.trim_start());
        }
    }
    if text.len() > 1 && text.starts_with('|') && text.ends_with('|') {
        return (Some(ParagraphKind::Item), text.trim_matches('|').trim());
    }
    (None, text)
}

fn inline(text: &str, out: &mut Stripped) {
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let used = match c {
            '!' if rest.starts_with("![") => picture(rest, out),
            '[' => link(rest, out),
            '*' => emphasis(rest, out),
            '_' if rest.starts_with("__") => 2,
            '\\' => escape(rest, out),
            '&' => entity(rest, out),
            '<' => tag(rest, out),
            _ => 0,
        };
        if used == 0 {
            out.text.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            rest = &rest[used..];
        }
    }
}

/// `picture = "![" words "](" address ")"`; bytes used, 0 if it is none.
fn picture(rest: &str, out: &mut Stripped) -> usize {
    let Some((words, _, used)) = bracket_pair(&rest[1..]) else {
        return 0;
    };
    if !words.trim().is_empty() {
        out.pictures.push(words.trim().to_owned());
    }
    used + 1
}

/// `link = "[" text "](" address ")"`; its text stays, marks inside it go.
fn link(rest: &str, out: &mut Stripped) -> usize {
    let Some((words, target, used)) = bracket_pair(rest) else {
        return 0;
    };
    let mut inner = Stripped::default();
    inline(words, &mut inner);
    out.links.push(Link {
        text: inner.text.clone(),
        target: target.split_whitespace().next().unwrap_or("").to_owned(),
    });
    out.text.push_str(&inner.text);
    out.links.append(&mut inner.links);
    out.pictures.append(&mut inner.pictures);
    used
}

/// Words, address and length of `[words](address)`, brackets inside the words balanced.
fn bracket_pair(rest: &str) -> Option<(&str, &str, usize)> {
    let mut depth = 0_u32;
    let mut close = None;
    for (at, c) in rest.char_indices() {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            close = Some(at);
            break;
        }
        if depth > MAX_DEPTH {
            return None;
        }
    }
    let close = close?;
    let after = rest[close + 1..].strip_prefix('(')?;
    let end = after.find(')')?;
    Some((&rest[1..close], &after[..end], close + 1 + 1 + end + 1))
}

/// Brackets inside brackets beyond which it is no link (and the recursion ends).
const MAX_DEPTH: u32 = 3;

/// `**` always goes; a single `*` only as one of a pair around words.
fn emphasis(rest: &str, out: &Stripped) -> usize {
    let stars = rest.bytes().take_while(|&byte| byte == b'*').count();
    if stars >= 2 {
        return stars;
    }
    let opens = rest[1..].starts_with(|c: char| c.is_alphanumeric())
        && !out.text.ends_with(|c: char| c.is_alphanumeric())
        && rest[1..].contains('*');
    let closes = out.text.ends_with(|c: char| !c.is_whitespace())
        && !rest[1..].starts_with(|c: char| c.is_alphanumeric());
    usize::from(opens || closes)
}

/// A backslash before a sign that Markdown escapes.
fn escape(rest: &str, out: &mut Stripped) -> usize {
    match rest[1..].chars().next() {
        Some(c) if c.is_ascii_punctuation() => {
            out.text.push(c);
            1 + c.len_utf8()
        }
        _ => 0,
    }
}

/// The character references that survive copying.
fn entity(rest: &str, out: &mut Stripped) -> usize {
    const NAMED: [(&str, &str); 10] = [
        ("&nbsp;", " "),
        ("&amp;", "&"),
        ("&quot;", "\""),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&laquo;", "«"),
        ("&raquo;", "»"),
        ("&#39;", "'"),
        ("&ndash;", "–"),
        ("&zwnj;", "\u{200C}"),
    ];
    for (name, text) in NAMED {
        if rest.starts_with(name) {
            out.text.push_str(text);
            return name.len();
        }
    }
    let Some(end) = rest
        .find(';')
        .filter(|end| rest.starts_with("&#") && *end < 10)
    else {
        return 0;
    };
    let number = rest[2..end].parse().ok().and_then(char::from_u32);
    number.map_or(0, |c| {
        out.text.push(c);
        end + 1
    })
}

/// `tag = "<" ["/"] letter … ">"`: gone, with a space where it stood; an address in angle brackets is a link.
fn tag(rest: &str, out: &mut Stripped) -> usize {
    let Some(end) = rest.find('>').filter(|end| *end < 300) else {
        return 0;
    };
    let inside = &rest[1..end];
    if inside.starts_with("http") {
        out.links.push(Link {
            text: inside.to_owned(),
            target: inside.to_owned(),
        });
        out.text.push_str(inside);
        return end + 1;
    }
    let name = inside.trim_start_matches('/');
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii() || name.contains('='));
    if !is_tag {
        return 0;
    }
    out.text.push(' ');
    end + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(raw: &str) -> String {
        strip(raw).text
    }

    #[test]
    fn bold_and_links_lose_their_marks() {
        assert_eq!(text("بلغ **عدد الزوار** مئة"), "بلغ عدد الزوار مئة");
        assert_eq!(text("قالت [الوزارة](#) أمس"), "قالت الوزارة أمس");
        assert_eq!(text("[**كأس** آسيا](https://x.org/a)"), "كأس آسيا");
        assert_eq!(
            strip("[ا](https://x.org/a)").links[0].target,
            "https://x.org/a"
        );
    }

    #[test]
    fn block_marks_say_what_a_line_is() {
        assert_eq!(strip("## الموسم").markup, Some(ParagraphKind::Heading));
        assert_eq!(strip("## الموسم ##").text, "الموسم");
        assert_eq!(strip("> مثل").markup, Some(ParagraphKind::Quote));
        assert_eq!(strip("• بند").markup, Some(ParagraphKind::Item));
        assert_eq!(strip("#وسم").markup, None);
    }

    #[test]
    fn prose_with_the_same_signs_stays() {
        for prose in [
            "5 * 3 = 15",
            "قال [مصححًا] ذلك",
            "س < ص",
            "a_b__c".trim_end_matches("__c"),
        ] {
            assert_eq!(text(prose), prose);
        }
    }

    #[test]
    fn a_picture_keeps_its_words_apart() {
        let stripped = strip("![سد مأرب](https://x.org/a.jpg) نص");
        assert_eq!(stripped.text.trim(), "نص");
        assert_eq!(stripped.pictures, ["سد مأرب"]);
    }

    #[test]
    fn references_and_tags() {
        assert_eq!(text("أ&nbsp;ب &amp; ج"), "أ ب & ج");
        assert_eq!(text("أ<br>ب"), "أ ب");
        assert_eq!(text("&#8220;نص&#8221;"), "“نص”");
    }
}
