//! A whole site in one file.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Where the page's template names its policy, its style and its script.
const POLICY: &str = "Content-Security-Policy\" content=\"";
const STYLE: &str = "<link rel=\"stylesheet\" href=\"app.css\">";
const SCRIPT: &str = "<script defer src=\"app.js\"></script>";
const END: &str = "</body>";

/// The first page with style, letters, scripts and archive inside of it.
///
/// `page` is the site's first page, `inside` what the page's script looks for, `file` gives a file of the page by its name.
pub fn page<'a>(
    page: &str,
    inside: &[(&str, String)],
    file: impl Fn(&str) -> Option<&'a [u8]>,
) -> String {
    let text = |name: &str| String::from_utf8_lossy(file(name).unwrap_or_default()).into_owned();
    let style = inline_fonts(&text("app.css"), &file);
    let inside = inside.iter().map(|(name, text)| global(name, text));
    let scripts: Vec<String> = inside
        .chain(
            [
                "map.js",
                "map-view.js",
                "english.js",
                "exports.js",
                "app.js",
            ]
            .map(text),
        )
        .filter(|script| !script.is_empty())
        .map(|script| ended_by_nothing(&script))
        .collect();
    let hashes: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; font-src data:; worker-src blob:; \
         connect-src 'none'; base-uri 'none'; form-action 'none'",
        hashes.join(" "),
        hash(&style)
    );
    let scripts: String = scripts
        .iter()
        .map(|script| format!("<script>{script}</script>\n"))
        .collect();
    with_policy(page, &policy)
        .replacen(STYLE, &format!("<style>{style}</style>"), 1)
        .replacen(SCRIPT, "", 1)
        .replacen(END, &format!("{scripts}{END}"), 1)
}

/// A script that keeps a text under a name.
fn global(name: &str, text: &str) -> String {
    format!("globalThis.{name} = \"{text}\";")
}

/// A script in which nothing ends the element that holds it: in texts and regular expressions, `\/` is `/`.
fn ended_by_nothing(script: &str) -> String {
    script
        .replace("</script", "<\\/script")
        .replace("<!--", "<\\!--")
}

fn hash(text: &str) -> String {
    format!(
        "'sha256-{}'",
        STANDARD.encode(Sha256::digest(text.as_bytes()))
    )
}

fn with_policy(page: &str, policy: &str) -> String {
    let Some((before, rest)) = page.split_once(POLICY) else {
        return page.to_owned();
    };
    let after = rest.find('"').map_or("", |end| &rest[end..]);
    format!("{before}{POLICY}{policy}{after}")
}

/// Style whose fonts are in it: `url(./fonts/x.woff2)` becomes a `data:` address.
fn inline_fonts<'a>(style: &str, file: impl Fn(&str) -> Option<&'a [u8]>) -> String {
    let mut inlined = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, behind)) = rest.split_once("url(") {
        let (address, after) = behind.split_once(')').unwrap_or((behind, ""));
        let name = address.trim_matches(['"', '\'']).trim_start_matches("./");
        inlined.push_str(before);
        match file(name) {
            Some(bytes) => {
                inlined.push_str("url(data:font/woff2;base64,");
                inlined.push_str(&STANDARD.encode(bytes));
            }
            None => {
                inlined.push_str("url(");
                inlined.push_str(address);
            }
        }
        inlined.push(')');
        rest = after;
    }
    inlined + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\"><link rel=\"stylesheet\" href=\"app.css\">\
                            <script defer src=\"app.js\"></script><body></body>";

    fn file(name: &str) -> Option<&'static [u8]> {
        match name {
            "app.css" => Some(b"@font-face{src:url(./fonts/a.woff2)}p{background:url(data:x)}"),
            "app.js" => Some(b"'</script>'"),
            "fonts/a.woff2" => Some(b"abc"),
            _ => None,
        }
    }

    #[test]
    fn everything_is_inside_and_named_by_the_policy() {
        let page = page(TEMPLATE, &[("TAWARIKH_INLINE", "H4sI".to_owned())], file);
        assert!(page.contains("url(data:font/woff2;base64,YWJj)"), "{page}");
        assert!(page.contains("url(data:x)"), "{page}");
        assert!(page.contains("<script>'<\\/script>'</script>"), "{page}");
        assert!(
            page.contains(&hash("globalThis.TAWARIKH_INLINE = \"H4sI\";")),
            "{page}"
        );
        assert!(
            page.contains("connect-src 'none'") && !page.contains("'self'"),
            "{page}"
        );
        assert!(!page.contains("src=") && !page.contains("href="), "{page}");
    }
}
