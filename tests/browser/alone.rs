//! The page without a host behind it: whole in one file, or kept by the browser.

use std::fs;
use std::path::Path;

use tawarikh_tests::engine::Engine;
use tawarikh_tests::page::{Page, Transport, watched};
use tawarikh_tests::program;
use tawarikh_tests::site::{Copy, built};
use tempfile::TempDir;

/// One file that holds the default archive opens by itself, searches and reads, and asks for nothing.
fn one_file_is_enough(engine: Engine) {
    let folder = TempDir::new().expect("a temporary folder");
    let file = folder.path().join("index.html");
    let run = program::run(&["build".as_ref(), "--single-file".as_ref(), file.as_os_str()]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let copy = Copy::plain(folder.path()).expect("a file can be copied");
    let page = Page::blank(engine, Transport::File, copy);
    page.visit_home();
    page.ask("الرقة");
    page.until(
        "words are marked",
        "document.querySelector('#hits .snippet mark')",
    );
    page.click("#hits .hit h3 a");
    page.until(
        "the text stands there",
        "document.querySelector('#reader article, #reader .text, #reader p')",
    );
    assert_eq!(page.resources(), Vec::<String>::new());
    let fonts = "[...document.fonts].filter((face) => face.status === 'loaded').length";
    assert!(page.number(fonts) >= 2.0);
}

/// Keeps what would go to the reader's disk. Part of the page: what a driver's script changes, Firefox's page does not see.
const KEEPER: &str = "
((make) => {
  HTMLAnchorElement.prototype.click = () => {};
  URL.createObjectURL = (blob) => (blob.text().then((text) => (document.documentElement.dataset.saved = text)), make(blob));
})(URL.createObjectURL);";

/// The selection as a file opens by itself, without the documents that were not selected, and is searched and held to a year.
fn a_selection_is_one_file(engine: Engine) {
    let copy = watched(&built());
    let watch = copy.path().join("watch.js");
    let script = fs::read_to_string(&watch).expect("the copy is watched");
    fs::write(&watch, script + KEEPER).expect("the copy can be written");
    let page = Page::blank(engine, Transport::File, copy);
    page.visit("index.html#q=الباغوز");
    page.wait_until_ready();
    page.until(
        "the words are found",
        "document.querySelector('#hits .snippet mark')",
    );
    let total = page.number("document.querySelectorAll('#hits .hit').length");
    assert!(total < 6.0, "all documents are selected");
    page.value("document.querySelector('[data-form=html]').click()", &[]);
    page.until("the file is made", "document.documentElement.dataset.saved");
    let text = page.text("document.documentElement.dataset.saved");
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("index.html"), text).expect("a file can be written");

    let copy = Copy::plain(folder.path()).expect("a file can be copied");
    let alone = Page::blank(engine, Transport::File, copy);
    alone.visit("index.html");
    alone.until("its script runs", "document.querySelector('#words')");
    assert_eq!(
        alone.number("document.querySelectorAll('article').length"),
        total
    );
    alone.type_into("#words", "باغوز");
    alone.until(
        "sentences are found",
        "document.querySelectorAll('.found li mark').length > 0",
    );
    assert!(alone.holds("[...document.querySelectorAll('.found li')].every((one) => /[اب]لباغوز|باغوز/.test(one.textContent))"));
    assert!(alone.holds("[...document.querySelectorAll('.found a')].every((link) => document.getElementById(link.getAttribute('href').slice(1)))"));
    let rows = "document.querySelectorAll('tbody tr:not([hidden])').length";
    alone.value("((field) => { field.value = ''; field.dispatchEvent(new InputEvent('input')); })(document.querySelector('#words'))", &[]);
    alone.until(
        "all dates are back",
        &format!("{rows} === document.querySelectorAll('tbody tr').length"),
    );
    let all = alone.number(rows);
    alone.click(".bars button:has(i[style*='100%'])");
    alone.until(
        "fewer dates are left",
        &format!("{rows} > 0 && {rows} < {all}"),
    );
    assert_eq!(alone.resources(), Vec::<String>::new());
}

/// A page over http that has been there once, and whose worker has kept its files.
fn kept(engine: Engine) -> Page {
    let page = Page::blank(engine, Transport::Http, watched(&built()));
    page.visit_home();
    page.until(
        "the worker has the page",
        "navigator.serviceWorker.controller",
    );
    page
}

fn empty(folder: &Path) {
    for entry in fs::read_dir(folder).expect("the copy is there").flatten() {
        let path = entry.path();
        let removed = if path.is_dir() {
            fs::remove_dir_all(&path)
        } else {
            fs::remove_file(&path)
        };
        removed.expect("the copy can be changed");
    }
}

/// With nothing left on the host the page opens again.
fn opens_without_a_host(engine: Engine) {
    let page = kept(engine);
    empty(page.folder());
    page.visit("index.html#q=الرقة");
    page.wait_until_ready();
    page.until(
        "words are marked",
        "document.querySelector('#hits .snippet mark')",
    );
}

/// A newer version is offered, and shown when the reader asks for it.
fn offers_a_newer_version(engine: Engine) {
    let page = kept(engine);
    let change = |name: &str, from: &str, to: &str| {
        let file = page.folder().join(name);
        let text = fs::read_to_string(&file).expect("the copy is there");
        assert!(text.contains(from), "{name} lacks {from}");
        fs::write(&file, text.replacen(from, to, 1)).expect("the copy can be written");
    };
    change("index.html", "<body>", "<body data-version=\"2\">");
    change("sw.js", "\"version\":\"", "\"version\":\"2");
    page.visit("index.html#q=الموصل");
    page.visit("watch.js");
    page.visit_home();
    assert!(
        !page.holds("document.body.dataset.version"),
        "the old one is kept"
    );
    page.until(
        "the newer one is offered",
        "document.querySelector('#take-over')",
    );
    page.value("document.querySelector('#take-over').click()", &[]);
    page.until(
        "the newer one is shown",
        "document.body?.dataset.version === '2'",
    );
    page.wait_until_ready();
}

crate::cases! {
    chromium_needs_one_file: one_file_is_enough(Chromium);
    firefox_needs_one_file: one_file_is_enough(Firefox);
    webkit_needs_one_file: one_file_is_enough(WebKit);
    chromium_saves_a_selection: a_selection_is_one_file(Chromium);
    firefox_saves_a_selection: a_selection_is_one_file(Firefox);
    webkit_saves_a_selection: a_selection_is_one_file(WebKit);
    chromium_opens_without_a_host: opens_without_a_host(Chromium);
    firefox_opens_without_a_host: opens_without_a_host(Firefox);
    webkit_opens_without_a_host: opens_without_a_host(WebKit);
    chromium_offers_a_newer_version: offers_a_newer_version(Chromium);
    firefox_offers_a_newer_version: offers_a_newer_version(Firefox);
    webkit_offers_a_newer_version: offers_a_newer_version(WebKit);
}
