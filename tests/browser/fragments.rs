//! An archive in fragments: the same behaviour, whatever has to be loaded for it, and whatever of it is missing.

use std::fs;
use std::path::Path;

use tawarikh_tests::engine::Engine;
use tawarikh_tests::ledgers::{DOCUMENTS, LIGHTHOUSES, SPOILT, site};
use tawarikh_tests::page::{Page, Transport, watched};

/// The page has counted what it was asked for, knows of nothing else to load, and has painted all of it.
const COUNTED: &str = "!document.querySelector('#main[aria-busy]') && document.querySelector('#hits .tally') && !document.querySelector('#hits .tally[data-counting]') && document.querySelector('#hits').getAttribute('aria-busy') === 'false'";

const MARKED: &str = "document.querySelector('#hits .snippet mark')";

/// The timeline knows of nothing else to load.
const DATED: &str = "document.querySelector('#timeline .tally:not([data-counting])')";

/// Elements that the lanes may have, whatever the archive holds.
const ELEMENTS: f64 = 400.0;

/// More fragments than the archive has.
const FRAGMENTS: usize = 100_000;

const LOST: &str = "document.querySelector('.lost')";

fn open(engine: Engine, transport: Transport) -> Page {
    let page = Page::blank(engine, transport, watched(site()));
    page.visit_home();
    page
}

/// Finds everything, counts it exactly, and reads from the first document to the last.
fn works_as_a_whole_one(engine: Engine, transport: Transport) {
    let page = open(engine, transport);
    page.until("the archive is counted", COUNTED);
    page.ask("الفنار");
    page.until("words are marked", MARKED);
    page.until("the matches are counted", COUNTED);
    let tally = page.text("document.querySelector('#hits .tally').textContent");
    assert!(
        tally.contains(&DOCUMENTS.div_ceil(LIGHTHOUSES).to_string()),
        "{tally}"
    );
    page.until(
        "facets are counted",
        "document.querySelector('#facets .facet-year .option')",
    );
    page.ask("الناعورة");
    page.until(
        "the only one is found",
        &format!("{COUNTED} && document.querySelectorAll('#hits .hit').length === 1"),
    );
    page.click("#hits .hit h3 a");
    page.until(
        "its sentence is there",
        "document.querySelector('#reader .sentence[data-here]')?.textContent.includes('الناعورة')",
    );
    page.until(
        "the keyboard is there",
        "document.activeElement.matches('#reader .sentence[data-here]')",
    );
    page.until(
        "the timeline has it too",
        "document.querySelector('#lanes .mark, #lanes .bin')",
    );
    page.value(
        "document.querySelector('#lanes .mark, #lanes .bin').focus()",
        &[],
    );
    page.open_tab(&format!(
        "{}index.html#doc=d{:03}&s=3",
        page.home(),
        DOCUMENTS - 1
    ));
    page.until(
        "an address leads to its sentence",
        "document.activeElement.matches('#reader #sentence-3')",
    );
    assert!(!page.holds(LOST));
    assert_eq!(page.faults(), Vec::<String>::new());
}

/// What a reader sees where `spoil` has been at the file of one document's text: the file is named, all else goes on.
fn names_a_lost_part(engine: Engine, transport: Transport, spoil: impl FnOnce(&Path)) {
    let page = open(engine, transport);
    page.until("the archive is counted", COUNTED);
    // Until then a document lacks the engine's later part, which is no fragment of the archive.
    page.until(
        "the engine reads documents",
        &format!(
            "globalThis.tawarikh.document({SPOILT}).pending.every((number) => number < {FRAGMENTS})"
        ),
    );
    let number = page.number(&format!(
        "globalThis.tawarikh.document({SPOILT}).pending[0]"
    )) as usize;
    let name = format!("{:03}/{number:05}.js", number >> 8);
    let folder = page.text("globalThis.tawarikh.about().fragments.folder");
    spoil(&page.folder().join(&folder).join(&name));
    page.open_tab(&format!("{}index.html#q=الناعورة", page.home()));
    page.until(
        "the file is named",
        &format!("{LOST}?.textContent.includes('{folder}/{name}')"),
    );
    page.ask("الفنار");
    page.until("all else is found", &format!("{COUNTED} && {MARKED}"));
    page.until(
        "all else is read",
        "document.querySelector('#lanes .mark, #lanes .bin')",
    );
    page.open_tab(&format!("{}index.html#doc=d{SPOILT:03}", page.home()));
    page.until("the reader says so", "document.querySelector('#reader')?.hidden === false && document.querySelector('#reader .remark, #reader .notice:not([aria-busy])')");
}

fn missing(engine: Engine, transport: Transport) {
    names_a_lost_part(engine, transport, |file| {
        fs::remove_file(file).expect("the fragment is there");
    });
}

/// The text is that of another program's download, or cut short on its way.
fn damaged(engine: Engine, transport: Transport) {
    names_a_lost_part(engine, transport, |file| {
        let script = fs::read_to_string(file).expect("the fragment is there");
        let cut = script.len() * 2 / 3;
        fs::write(file, format!("{}\")\n", &script[..cut])).expect("the copy can be written");
    });
}

/// Another fragment's bytes under this one's name and number.
fn swapped(engine: Engine, transport: Transport) {
    names_a_lost_part(engine, transport, |file| {
        let own = fs::read_to_string(file).expect("the fragment is there");
        let neighbour = file.with_file_name("00000.js");
        let other = fs::read_to_string(neighbour).expect("there is a first fragment");
        let (head, _) = own.split_once(',').expect("a number and a text");
        let (_, tail) = other.split_once(',').expect("a number and a text");
        fs::write(file, format!("{head},{tail}")).expect("the copy can be written");
    });
}

/// A message of the page in Arabic that has no plural.
fn message(key: &str) -> String {
    let messages: serde_json::Value =
        serde_json::from_str(include_str!("../../web/messages/ar.json"))
            .expect("messages are JSON");
    messages[key]
        .as_str()
        .expect("the message is there")
        .to_owned()
}

/// Where the folder of fragments was not copied, nobody is told to spell otherwise: hits and lanes say that parts are missing,
/// once, and which.
fn says_that_nothing_is_found_without_its_parts(engine: Engine, transport: Transport) {
    let page = open(engine, transport);
    page.until("the archive is counted", COUNTED);
    let folder = page.text("globalThis.tawarikh.about().fragments.folder");
    fs::remove_dir_all(page.folder().join(&folder)).expect("the fragments are there");
    for hash in ["#q=الناعورة", ""] {
        page.open_tab(&format!("{}index.html{hash}", page.home()));
        page.until(
            "the hits name what is missing",
            &format!(
                "{COUNTED} && document.querySelector('#hits .nothing .lost li')?.textContent.includes('{folder}/')"
            ),
        );
        page.until(
            "the lanes say so",
            "document.querySelector('#lanes .lanes-empty')?.textContent.includes('مفقود')",
        );
        page.until(
            "it is said once, with a way on",
            "document.querySelectorAll('.lost').length === 1 && document.querySelector('#hits .lost button')",
        );
        let said = page.text("document.querySelector('#hits').textContent");
        assert!(!said.contains(&message("nothing.query")), "{said}");
    }
}

/// However many dates there are and however close the window, few elements are drawn; all else is counted.
fn draws_few_elements_of_many_dates(engine: Engine, transport: Transport) {
    let page = open(engine, transport);
    let drawn = format!("{COUNTED} && {DATED} && document.querySelector('#lanes .bin')");
    page.until("the dates are counted", &drawn);
    let dates = page.number(
        "parseInt(document.querySelector('#timeline .tally').textContent.replace(/\\D/g, ''))",
    );
    assert!(dates > 1000.0, "{dates}");
    for zoom in 0..4 {
        let elements = page.number("document.querySelectorAll('#lanes *').length");
        assert!(
            elements > 10.0 && elements < ELEMENTS,
            "{elements} elements after {zoom} steps"
        );
        let before = page.text("document.querySelector('#lanes .ticks').textContent");
        page.click("#timeline .tools button[aria-label='قرّب']");
        page.until(
            "the window is closer",
            &format!(
                "document.querySelector('#lanes .ticks').textContent !== '{before}' && {DATED}"
            ),
        );
    }
}

crate::cases! {
    chromium_says_that_nothing_is_found_without_its_parts: says_that_nothing_is_found_without_its_parts(Chromium, File);
    chromium_says_so_over_http: says_that_nothing_is_found_without_its_parts(Chromium, Http);
    firefox_says_that_nothing_is_found_without_its_parts: says_that_nothing_is_found_without_its_parts(Firefox, File);
    webkit_says_that_nothing_is_found_without_its_parts: says_that_nothing_is_found_without_its_parts(WebKit, File);
    chromium_draws_few_elements: draws_few_elements_of_many_dates(Chromium, File);
    firefox_draws_few_elements: draws_few_elements_of_many_dates(Firefox, File);
    webkit_draws_few_elements: draws_few_elements_of_many_dates(WebKit, File);
    chromium_in_a_folder: works_as_a_whole_one(Chromium, File);
    chromium_over_http: works_as_a_whole_one(Chromium, Http);
    firefox_in_a_folder: works_as_a_whole_one(Firefox, File);
    firefox_over_http: works_as_a_whole_one(Firefox, Http);
    webkit_in_a_folder: works_as_a_whole_one(WebKit, File);
    webkit_over_http: works_as_a_whole_one(WebKit, Http);
    chromium_names_a_missing_part_in_a_folder: missing(Chromium, File);
    chromium_names_a_missing_part_over_http: missing(Chromium, Http);
    firefox_names_a_missing_part_in_a_folder: missing(Firefox, File);
    firefox_names_a_missing_part_over_http: missing(Firefox, Http);
    webkit_names_a_missing_part_in_a_folder: missing(WebKit, File);
    webkit_names_a_missing_part_over_http: missing(WebKit, Http);
    chromium_names_a_damaged_part: damaged(Chromium, File);
    firefox_names_a_damaged_part: damaged(Firefox, File);
    webkit_names_a_damaged_part: damaged(WebKit, File);
    chromium_names_a_swapped_part: swapped(Chromium, File);
    firefox_names_a_swapped_part: swapped(Firefox, File);
    webkit_names_a_swapped_part: swapped(WebKit, File);
}
