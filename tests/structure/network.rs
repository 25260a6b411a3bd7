//! The page has no way out: not in its sources, not in what is shipped.

use std::fs;

use tawarikh_tests::site::{built, workspace};

/// Whatever can send a request or leave the page's own folder, besides `fetch`.
const WAYS_OUT: [&str; 7] = [
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "sendBeacon",
    "RTCPeerConnection",
    "importScripts",
    "WebTransport",
];

/// Names that are addresses and are never asked for: those of a vocabulary and of a language.
const NAMES: [&str; 2] = ["http://www.w3.org/2000/svg", "https://schema.org"];

fn shipped(name: &str) -> String {
    let path = built().join(name);
    fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}; run ./build.sh first", path.display()))
}

#[test]
fn what_is_shipped_names_no_other_host() {
    for name in ["index.html", "app.js", "app.css", "text.css", "sw.js"] {
        let text = NAMES
            .iter()
            .fold(shipped(name), |text, known| text.replace(known, ""));
        let strangers: Vec<String> = ["http://", "https://", "url(//", "ws://", "wss://"]
            .iter()
            .flat_map(|scheme| text.match_indices(scheme))
            .map(|(place, _)| text[place..].chars().take(60).collect())
            .collect();
        assert_eq!(strangers, Vec::<String>::new(), "{name} names other hosts");
    }
}

#[test]
fn the_page_fetches_one_file_and_has_no_other_way_out() {
    let script = shipped("app.js");
    for way in WAYS_OUT {
        assert!(!script.contains(way), "app.js uses {way}");
    }
    let folder = workspace().join("web/src");
    let sources = fs::read_dir(&folder)
        .expect("the page's sources are there")
        .flatten();
    let fetches: Vec<String> = sources
        .filter_map(|file| fs::read_to_string(file.path()).ok())
        .flat_map(|text| {
            text.lines()
                .filter(|line| line.contains("fetch("))
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(fetches.len(), 1, "{fetches:?}");
    assert!(
        fetches[0].contains("fetch(beside('archive.wasm'))"),
        "{fetches:?}"
    );
}

/// The worker that keeps the site's files is the site's own and answers for nothing else.
#[test]
fn the_worker_stays_within_the_site() {
    assert!(shipped("app.js").contains("serviceWorker.register(\"sw.js\")"));
    let worker = shipped("sw.js");
    for way in WAYS_OUT {
        assert!(!worker.contains(way), "sw.js uses {way}");
    }
    assert!(
        worker.contains("url.startsWith(self.registration.scope)"),
        "{worker}"
    );
    assert_eq!(worker.matches("fetch(").count(), 1, "{worker}");
}

#[test]
fn the_page_carries_a_strict_policy() {
    let page = shipped("index.html");
    let policy = page
        .split("Content-Security-Policy\" content=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let rules: Vec<&str> = policy
        .expect("there is a policy")
        .split(';')
        .map(str::trim)
        .collect();
    for rule in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "connect-src 'self'",
    ] {
        assert!(rules.contains(&rule), "the policy lacks {rule}: {rules:?}");
    }
    assert!(
        rules.contains(&"base-uri 'none'") && rules.contains(&"form-action 'none'"),
        "{rules:?}"
    );
}

#[test]
fn the_page_has_no_inline_script_or_style() {
    let page = shipped("index.html");
    assert!(!page.contains("<style") && !page.contains(" style=") && !page.contains(" onload="));
    let scripts: Vec<&str> = page.split("<script").skip(1).collect();
    // What tells programs of the archive is data, which browsers do not run.
    let is_kept = |script: &&str| {
        script.contains("src=") || script.starts_with(" type=\"application/ld+json\">")
    };
    assert!(scripts.iter().all(is_kept), "{scripts:?}");
}
