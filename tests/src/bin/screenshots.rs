//! `screenshots SITE OUTDIR [ENGINE…] [file|http] [light|dark] [ar|en] [1280|390]…`: every view and state of the page as readers
//! see it, for eyes to judge. What is not named is taken in all its forms.
//!
//! For each engine, transport, language, theme and width: `OUTDIR/ENGINE-TRANSPORT-LANGUAGE-THEME-WIDTH/STATE.png`, and beside the
//! folder contact sheets, `…-WIDTH-1.png` and so on, six states or five phones on each. The program fails, and tells why, where a
//! page reported a fault or asked for anything outside of its site; archives that are spoilt on purpose may miss their files.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use tawarikh_tests::engine::Engine;
use tawarikh_tests::ledgers;
use tawarikh_tests::page::{Page, Transport, watched};
use tawarikh_tests::program;
use tawarikh_tests::site::{copy_folder, watch};
use tawarikh_tests::states::STATES;
use tempfile::TempDir;

/// Width and height of a desktop window and of a phone.
const SIZES: [(u32, u32); 2] = [(1280, 800), (390, 844)];

/// Pixels that browsers add of their own above the page, at most.
const FURNITURE: u32 = 170;

/// Pictures in a row of a contact sheet, rows, and the width of each.
const DESK_SHEET: (usize, usize, u32) = (3, 2, 520);
const PHONE_SHEET: (usize, usize, u32) = (5, 1, 310);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [site, folder, wanted @ ..] = arguments.as_slice() else {
        eprintln!(
            "usage: screenshots SITE OUTDIR [chromium|firefox|webkit|file|http|light|dark|ar|en|1280|390]…"
        );
        return ExitCode::from(2);
    };
    let (folder, series) = (PathBuf::from(folder), Series::all(wanted));
    let sites = Sites::make(Path::new(site));
    let mut faults = Vec::new();
    let mut page: Option<Page> = None;
    for series in &series {
        let fits = |page: &Page| page.engine == series.engine && page.transport == series.transport;
        let page = match page.take_if(|page| fits(page)) {
            Some(kept) => page.insert(kept),
            None => page.insert(Page::blank(
                series.engine,
                series.transport,
                watched(sites.folder.path()),
            )),
        };
        faults.extend(series.take(page, &folder));
    }
    drop(page);
    draw_sheets(&series, &folder);
    faults.iter().for_each(|fault| eprintln!("{fault}"));
    if faults.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The site under test, and beside it in the same folder archives that it is not.
struct Sites {
    folder: TempDir,
}

impl Sites {
    /// Makes all of them: in fragments, with half of those gone, without its archive, without a document, with one that has no
    /// date.
    fn make(whole: &Path) -> Sites {
        let folder = TempDir::new().unwrap_or_else(|error| panic!("no temporary folder: {error}"));
        let at = |name: &str| folder.path().join(name);
        let scratch = TempDir::new().unwrap_or_else(|error| panic!("no temporary folder: {error}"));
        copied(whole, folder.path());
        copied(ledgers::site(), &at("large"));
        copied(ledgers::site(), &at("lost"));
        remove_fragments(&at("lost/fragments"));
        // Never opened to its end: a service worker would keep what is to be held.
        copied(whole, &at("slow"));
        copied(whole, &at("broken"));
        for name in ["broken/archive.wasm", "broken/archive.wasm.js"] {
            written(fs::remove_file(at(name)), &at(name));
        }
        copied(
            &built(&scratch.path().join("خالٍ"), "empty.txt", ""),
            &at("empty"),
        );
        let text =
            "ملاحظة عن البستان\n\nزرع الجيران أشجار الزيتون قرب البئر، ثم جمعوا ثمارها معًا.\n";
        copied(
            &built(&scratch.path().join("ملاحظات"), "بستان.txt", text),
            &at("undated"),
        );
        for name in ["large", "lost", "slow", "broken", "empty", "undated"] {
            written(watch(&at(name)), &at(name));
        }
        Sites { folder }
    }
}

/// The site of a folder with one file.
fn built(folder: &Path, name: &str, text: &str) -> PathBuf {
    let site = folder.join("site");
    let input = folder.join("input");
    written(fs::create_dir_all(&input), &input);
    written(fs::write(input.join(name), text), &input);
    program::build(&input, &site);
    site
}

fn copied(from: &Path, to: &Path) {
    written(
        fs::create_dir_all(to).and_then(|()| copy_folder(from, to)),
        to,
    );
}

/// Takes every second fragment away.
fn remove_fragments(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for (place, entry) in entries.enumerate() {
        let path = entry.path();
        if path.is_dir() {
            remove_fragments(&path);
        } else if place % 2 == 1 {
            written(fs::remove_file(&path), &path);
        }
    }
}

fn written(done: std::io::Result<()>, path: &Path) {
    done.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

/// A state that the site under test does not get into by itself.
struct Odd {
    name: &'static str,
    /// The archive's folder beside the site.
    site: &'static str,
    /// What the host leaves without an answer, where the state needs a host.
    held: Option<&'static str>,
    fragment: &'static str,
    there: &'static str,
}

#[rustfmt::skip]
const ODD: [Odd; 13] = [
    Odd { name: "opening", site: "slow", held: Some("slow/archive.wasm"), fragment: "#", there: "document.querySelector('.waiting')" },
    Odd { name: "loading", site: "large", held: Some("fragments/"), fragment: "#q=الفنار", there: "document.querySelector('#hits .ghost')" },
    Odd { name: "loading happenings", site: "large", held: Some("fragments/"), fragment: "#view=happenings", there: "document.querySelector('#happenings .ghost')" },
    Odd { name: "loading a text", site: "large", held: Some("fragments/"), fragment: "#doc=d040", there: "document.querySelector('#reader .ghost')" },
    Odd { name: "large", site: "large", held: None, fragment: "#q=الفنار", there: "document.querySelector('#hits mark')" },
    Odd { name: "parts lost", site: "lost", held: None, fragment: "#", there: "document.querySelector('.lost')" },
    Odd { name: "hits lost", site: "lost", held: None, fragment: "#q=الفنار", there: "document.querySelector('.lost') && !document.querySelector('.ghost')" },
    Odd { name: "files lost", site: "lost", held: None, fragment: "#view=figures", there: "document.querySelector('.lost summary') && (document.querySelector('.lost details').open = true)" },
    Odd { name: "no archive", site: "broken", held: None, fragment: "#", there: "document.querySelector('[role=alert]')" },
    Odd { name: "empty archive", site: "empty", held: None, fragment: "#", there: "document.querySelector('.nothing')" },
    Odd { name: "empty map", site: "empty", held: None, fragment: "#view=map", there: "document.querySelector('.nothing')" },
    Odd { name: "empty figures", site: "empty", held: None, fragment: "#view=figures", there: "document.querySelector('.nothing')" },
    Odd { name: "undated archive", site: "undated", held: None, fragment: "#", there: "document.querySelector('#hits .hit')" },
];

/// The pictures that differ in nothing but what they show.
struct Series {
    engine: Engine,
    transport: Transport,
    language: &'static str,
    theme: &'static str,
    size: (u32, u32),
}

impl Series {
    /// All that the words name; a dimension that none of them names is whole.
    fn all(words: &[String]) -> Vec<Series> {
        let mut all = Vec::new();
        for engine in Engine::ALL {
            for transport in [Transport::File, Transport::Http] {
                for language in ["ar", "en"] {
                    for theme in ["light", "dark"] {
                        for size in SIZES {
                            all.push(Series {
                                engine,
                                transport,
                                language,
                                theme,
                                size,
                            });
                        }
                    }
                }
            }
        }
        let keep = |of: fn(&Series) -> String, all: &mut Vec<Series>| {
            if all.iter().any(|series| words.contains(&of(series))) {
                all.retain(|series| words.contains(&of(series)));
            }
        };
        keep(|series| series.engine.name().to_owned(), &mut all);
        keep(|series| series.transport.name().to_owned(), &mut all);
        keep(|series| series.language.to_owned(), &mut all);
        keep(|series| series.theme.to_owned(), &mut all);
        keep(|series| series.size.0.to_string(), &mut all);
        all
    }

    fn name(&self) -> String {
        let (engine, transport) = (self.engine.name(), self.transport.name());
        format!(
            "{engine}-{transport}-{}-{}-{}",
            self.language, self.theme, self.size.0
        )
    }

    /// Takes the pictures and tells the faults behind them.
    fn take(&self, page: &Page, folder: &Path) -> Vec<String> {
        let own = folder.join(self.name());
        written(fs::create_dir_all(&own), &own);
        let mut faults = Vec::new();
        page.resize(self.size.0.max(500), self.size.1 + FURNITURE);
        for state in &STATES {
            state.open(page, self.size, self.language);
            self.settle(page);
            faults.extend(self.shoot(page, &own, state.name, |_| true));
        }
        for odd in &ODD {
            if odd.held.is_some() && self.transport == Transport::File {
                continue;
            }
            if let Some(server) = page.server() {
                server.hold(odd.held);
            }
            let path = format!(
                "{}/index.html{}&lang={}",
                odd.site, odd.fragment, self.language
            );
            page.enter_framed(self.size, &path);
            page.until(odd.name, odd.there);
            self.settle(page);
            // What is missing on purpose is missed.
            let counts = |fault: &str| !fault.contains("did not load");
            faults.extend(self.shoot(page, &own, odd.name, counts));
            if let Some(server) = page.server() {
                server.hold(None);
            }
        }
        println!("{}", self.name());
        faults
    }

    /// A page that did not open has no switch: its theme is then set on it.
    fn settle(&self, page: &Page) {
        if page.holds("document.querySelector('#switch-theme')") {
            page.choose_theme(self.theme);
        } else {
            let set = "(document.documentElement.dataset.theme = a[0]) && null";
            page.value(set, &[self.theme.into()]);
        }
        page.settle();
    }

    fn shoot(
        &self,
        page: &Page,
        folder: &Path,
        name: &str,
        counts: fn(&str) -> bool,
    ) -> Vec<String> {
        let seen = page.faults();
        page.leave_frame();
        page.screenshot(&folder.join(picture(name)));
        let told = seen.into_iter().filter(|fault| counts(fault));
        told.map(|fault| format!("{}, {name}: {fault}", self.name()))
            .collect()
    }

    /// The names of its states, in the order of the sheets.
    fn states(&self, folder: &Path) -> Vec<&'static str> {
        let names = STATES
            .iter()
            .map(|state| state.name)
            .chain(ODD.iter().map(|odd| odd.name));
        let own = folder.join(self.name());
        names
            .filter(|name| own.join(picture(name)).exists())
            .collect()
    }
}

/// The file of a state's picture.
fn picture(name: &str) -> String {
    format!("{}.png", name.replace(['\'', ' '], "-"))
}

/// Puts the pictures of each series on sheets, which Chromium draws.
fn draw_sheets(series: &[Series], folder: &Path) {
    let place = folder
        .canonicalize()
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let drawing = TempDir::new().unwrap_or_else(|error| panic!("no temporary folder: {error}"));
    let paper = drawing.path().join("index.html");
    // A copy of a site has a page with a script; the sheets need neither.
    written(fs::write(&paper, "<script></script>"), &paper);
    let page = Page::blank(Engine::Chromium, Transport::File, watched(drawing.path()));
    for series in series {
        let (columns, rows, width) = if series.size.0 > 500 {
            DESK_SHEET
        } else {
            PHONE_SHEET
        };
        let height = width * series.size.1 / series.size.0;
        let states = series.states(folder);
        for (number, some) in states.chunks(columns * rows).enumerate() {
            let html = sheet(
                some,
                &format!("file://{}/{}", place.display(), series.name()),
                series.size.0,
                (columns, width, height),
            );
            let file = page.folder().join("sheet.html");
            written(fs::write(&file, html), &file);
            let wide = u32::try_from(columns).unwrap_or(1) * (width + 8) + 8;
            let high = u32::try_from(some.len().div_ceil(columns)).unwrap_or(1) * (height + 26) + 8;
            page.resize(wide.max(500), high + FURNITURE);
            page.visit("sheet.html");
            page.until(
                "the pictures are there",
                "[...document.images].every((image) => image.complete)",
            );
            page.screenshot(&place.join(format!("{}-{}.png", series.name(), number + 1)));
        }
    }
}

/// The pictures are of whole windows, of which the frame is the upper left part; a driver's own picture of a frame may be beside it.
fn sheet(
    states: &[&str],
    place: &str,
    shown: u32,
    (columns, width, height): (usize, u32, u32),
) -> String {
    let scale = f64::from(width) / f64::from(shown);
    let mut html = format!(
        "<!doctype html><meta charset=utf-8><style>body{{margin:8px;overflow:hidden;background:#777;display:grid;grid-template-columns:repeat({columns},{width}px);gap:8px;font:12px/18px sans-serif;color:#fff}}figure{{margin:0}}div{{width:{width}px;height:{height}px;overflow:hidden}}img{{display:block;transform:scale({scale});transform-origin:0 0}}</style>"
    );
    for name in states {
        let _ = write!(
            html,
            "<figure>{name}<div><img src=\"{place}/{}\"></div></figure>",
            picture(name)
        );
    }
    html
}
