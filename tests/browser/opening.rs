//! From the double click to the first results, and what readers are told when that fails.

use std::fs;
use std::path::Path;

use tawarikh_tests::engine::Engine;
use tawarikh_tests::page::{Page, Transport, watched};
use tawarikh_tests::site::built;

crate::everywhere! {
    /// Title, documents and timeline stand there without a word typed.
    fn shows_title_documents_and_timeline(page: &Page) {
        assert!(!page.text("document.querySelector('h1').textContent").is_empty());
        assert!(page.number("document.querySelectorAll('#hits .hit').length") >= 1.0);
        assert!(page.number("document.querySelectorAll('#lanes .mark').length") >= 1.0);
        assert_eq!(page.text("document.documentElement.lang"), "ar");
        assert_eq!(page.text("document.documentElement.dir"), "rtl");
    }

    /// The page loads its own files and nothing else, however long the reader stays.
    fn asks_for_nothing_outside_its_folder(page: &Page) {
        page.type_into("#query", "الرقة");
        page.until("words are marked", "document.querySelector('#hits .snippet mark')");
        page.click("#hits .hit h3 a");
        page.until("the reader is open", "!document.querySelector('#reader').hidden");
        assert_eq!(page.strangers(&page.resources()), Vec::<String>::new());
        if page.engine == Engine::Chromium {
            assert_eq!(page.strangers(&page.network_log()), Vec::<String>::new());
            assert_eq!(page.console_log(), Vec::<String>::new());
        }
    }
}

/// A host that sends `.wasm` as unknown bytes serves the same page.
fn opens_from_a_host_that_does_not_know_wasm(engine: Engine) {
    let page = Page::open(engine, Transport::HttpUnknownType);
    assert_eq!(page.faults(), Vec::<String>::new());
}

/// Over http the archive travels once, as the module itself.
fn fetches_the_module_and_not_its_text(engine: Engine) {
    let page = Page::open(engine, Transport::Http);
    let asked = page
        .server()
        .map(|server| server.asked())
        .unwrap_or_default();
    let count = |name: &str| asked.iter().filter(|path| path.as_str() == name).count();
    assert_eq!(
        (count("/archive.wasm"), count("/archive.wasm.js")),
        (1, 0),
        "{asked:?}"
    );
}

/// What a reader of a spoilt copy sees: an alert in both languages, with a stable code.
fn tells(engine: Engine, transport: Transport, spoil: impl FnOnce(&Path)) {
    let page = Page::blank(engine, transport, watched(&built()));
    spoil(page.folder());
    page.visit("index.html");
    page.until(
        "an alert stands there",
        "document.querySelector('[role=alert]')",
    );
    let text = page.text("document.querySelector('[role=alert]').innerText");
    assert!(
        text.chars().any(|letter| ('ء'..='ي').contains(&letter)),
        "no Arabic in {text:?}"
    );
    let english = page.text("document.querySelector('[role=alert] [lang=en]').innerText");
    assert!(
        english.chars().any(|letter| letter.is_ascii_alphabetic()),
        "no English in {text:?}"
    );
    assert!(
        !text.contains("unexpected"),
        "the failure has no sentence of its own: {text:?}"
    );
}

fn carrier(transport: Transport) -> &'static str {
    if transport == Transport::File {
        "archive.wasm.js"
    } else {
        "archive.wasm"
    }
}

fn missing(engine: Engine, transport: Transport) {
    tells(engine, transport, |folder| {
        fs::remove_file(folder.join(carrier(transport))).expect("the carrier is there");
    });
}

fn cut_short(engine: Engine, transport: Transport) {
    tells(engine, transport, |folder| {
        let file = folder.join(carrier(transport));
        let bytes = fs::read(&file).expect("the carrier is there");
        fs::write(&file, &bytes[..bytes.len() * 2 / 3]).expect("the copy can be written");
    });
}

/// One byte in the middle of the pack, which stands at the end of the module.
fn one_byte_changed(engine: Engine) {
    tells(engine, Transport::Http, |folder| {
        let file = folder.join("archive.wasm");
        let mut bytes = fs::read(&file).expect("the carrier is there");
        let place = bytes.len() - 1_000;
        bytes[place] ^= 0x55;
        fs::write(&file, bytes).expect("the copy can be written");
    });
}

/// Something else under the archive's name, as when a download was answered by a sign-in page.
fn another_file(engine: Engine, transport: Transport) {
    tells(engine, transport, |folder| {
        fs::write(
            folder.join(carrier(transport)),
            "<!doctype html><p>Sign in</p>",
        )
        .expect("the copy can be written");
    });
}

crate::cases! {
    chromium_opens_from_a_host_that_does_not_know_wasm: opens_from_a_host_that_does_not_know_wasm(Chromium);
    firefox_opens_from_a_host_that_does_not_know_wasm: opens_from_a_host_that_does_not_know_wasm(Firefox);
    webkit_opens_from_a_host_that_does_not_know_wasm: opens_from_a_host_that_does_not_know_wasm(WebKit);
    chromium_fetches_the_module_and_not_its_text: fetches_the_module_and_not_its_text(Chromium);
    firefox_fetches_the_module_and_not_its_text: fetches_the_module_and_not_its_text(Firefox);
    webkit_fetches_the_module_and_not_its_text: fetches_the_module_and_not_its_text(WebKit);
    chromium_names_a_missing_archive_in_a_folder: missing(Chromium, File);
    firefox_names_a_missing_archive_in_a_folder: missing(Firefox, File);
    webkit_names_a_missing_archive_in_a_folder: missing(WebKit, File);
    chromium_names_a_missing_archive_over_http: missing(Chromium, Http);
    firefox_names_a_missing_archive_over_http: missing(Firefox, Http);
    webkit_names_a_missing_archive_over_http: missing(WebKit, Http);
    chromium_names_an_archive_cut_short_in_a_folder: cut_short(Chromium, File);
    firefox_names_an_archive_cut_short_in_a_folder: cut_short(Firefox, File);
    webkit_names_an_archive_cut_short_in_a_folder: cut_short(WebKit, File);
    chromium_names_an_archive_cut_short_over_http: cut_short(Chromium, Http);
    firefox_names_an_archive_cut_short_over_http: cut_short(Firefox, Http);
    webkit_names_an_archive_cut_short_over_http: cut_short(WebKit, Http);
    chromium_names_one_changed_byte: one_byte_changed(Chromium);
    firefox_names_one_changed_byte: one_byte_changed(Firefox);
    webkit_names_one_changed_byte: one_byte_changed(WebKit);
    chromium_names_another_file_in_a_folder: another_file(Chromium, File);
    firefox_names_another_file_in_a_folder: another_file(Firefox, File);
    webkit_names_another_file_in_a_folder: another_file(WebKit, File);
    chromium_names_another_file_over_http: another_file(Chromium, Http);
    firefox_names_another_file_over_http: another_file(Firefox, Http);
    webkit_names_another_file_over_http: another_file(WebKit, Http);
}
