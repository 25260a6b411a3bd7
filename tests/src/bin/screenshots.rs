//! `screenshots SITE OUTDIR [ENGINE…] [file|http] [light|dark] [ar|en] [1280|390] [STATE…]`: every view and state of the page as readers
//! see it, for eyes to judge. What is not named is taken in all its forms.
//!
//! For each engine, transport, language, theme and width: `OUTDIR/ENGINE-TRANSPORT-LANGUAGE-THEME-WIDTH/STATE.png`, and beside the
//! folder contact sheets, `…-WIDTH-1.png` and so on, six states or five phones on each. Both themes are taken of one visit. For each
//! of these combinations a line tells how many pictures, errors of the console and requests off the site there were. The program
//! fails, and tells why, where a page reported a fault or asked for anything outside of its site; archives that are spoilt on
//! purpose may miss their files.

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

/// The paper's two colours.
const THEMES: [&str; 2] = ["light", "dark"];

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
            "usage: screenshots SITE OUTDIR [chromium|firefox|webkit|file|http|light|dark|ar|en|1280|390|STATE]…"
        );
        return ExitCode::from(2);
    };
    let (folder, series) = (PathBuf::from(folder), Series::all(wanted));
    let themes = wanted_of(&THEMES, wanted);
    let names = wanted_of(&all_names(), wanted);
    let sites = Sites::make(Path::new(site));
    let mut faults = Vec::new();
    for series in &series {
        // Each in a browser of its own: what one has kept would not be on its way for the next.
        let page = Page::blank(
            series.engine,
            series.transport,
            watched(sites.folder.path()),
        );
        faults.extend(series.take(&page, &folder, &themes, |name| names.contains(&name)));
    }
    draw_sheets(&series, &themes, &folder);
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
        copied(whole, &at("keeping"));
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
        written(watch(&at("keeping")), &at("keeping"));
        let script = at("keeping/watch.js");
        let kept = fs::read_to_string(&script).map(|watch| watch + KEEPER);
        written(kept.and_then(|text| fs::write(&script, text)), &script);
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

/// What the parts of an archive have in their addresses.
const PARTS: &str = "fragments/";

/// A state that the site under test does not get into by itself.
struct Odd {
    /// What to call it.
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
    Odd { name: "loading", site: "large", held: Some(PARTS), fragment: "#q=الفنار", there: "document.querySelector('#hits .ghost')" },
    Odd { name: "loading happenings", site: "large", held: Some(PARTS), fragment: "#view=happenings", there: "document.querySelector('#happenings .ghost')" },
    Odd { name: "loading a text", site: "large", held: Some(PARTS), fragment: "#doc=d040", there: "document.querySelector('#reader .ghost')" },
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

/// A page beside the explorer's, by its path in the site.
struct Beside {
    name: &'static str,
    path: &'static str,
    there: &'static str,
}

const BESIDE: [Beside; 3] = [
    Beside {
        name: "plain text",
        path: "texts/000/00000.html",
        there: "document.querySelector('article p')",
    },
    Beside {
        name: "plain list",
        path: "texts/index.html",
        there: "document.querySelector('.documents a')",
    },
    Beside {
        name: "embedding",
        path: "embedding.html",
        there: "document.querySelector('#found mark')",
    },
];

/// What the selection that is saved as one file is called here.
const SELECTION: &str = "selection";

/// Keeps what would go to the reader's disk. Part of the page: what a driver's script changes, Firefox's page does not see.
const KEEPER: &str = "
((make) => {
  HTMLAnchorElement.prototype.click = () => {};
  URL.createObjectURL = (blob) => (blob.text().then((text) => (document.documentElement.dataset.saved = text)), make(blob));
})(URL.createObjectURL);";

/// The pictures that differ in nothing but what they show and the theme, which a visit can change.
struct Series {
    engine: Engine,
    transport: Transport,
    language: &'static str,
    size: (u32, u32),
}

/// What was seen of one combination.
#[derive(Default)]
struct Seen {
    pictures: usize,
    faults: Vec<String>,
}

impl Series {
    /// All that the words name; a dimension that none of them names is whole.
    fn all(words: &[String]) -> Vec<Series> {
        let mut all = Vec::new();
        for engine in Engine::ALL {
            for transport in [Transport::File, Transport::Http] {
                for language in ["ar", "en"] {
                    for size in SIZES {
                        all.push(Series {
                            engine,
                            transport,
                            language,
                            size,
                        });
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
        keep(|series| series.size.0.to_string(), &mut all);
        all
    }

    fn name(&self, theme: &str) -> String {
        let (engine, transport) = (self.engine.name(), self.transport.name());
        format!(
            "{engine}-{transport}-{}-{theme}-{}",
            self.language, self.size.0
        )
    }

    /// Takes the pictures, says what was seen, and tells the faults behind them.
    fn take(
        &self,
        page: &Page,
        folder: &Path,
        themes: &[&str],
        wanted: impl Fn(&str) -> bool,
    ) -> Vec<String> {
        let mut seen: Vec<Seen> = themes.iter().map(|_| Seen::default()).collect();
        page.resize(self.size.0.max(500), self.size.1 + FURNITURE);
        let mut shoot_all = |name: &str, counts: fn(&str) -> bool| {
            for (theme, seen) in themes.iter().zip(&mut seen) {
                self.shoot(page, folder, theme, name, counts, seen);
            }
        };
        for state in STATES.iter().filter(|state| wanted(state.name)) {
            state.open(page, self.size, self.language);
            shoot_all(state.name, |_| true);
        }
        let can_be = |odd: &&Odd| self.can_be(odd);
        for odd in ODD.iter().filter(can_be).filter(|odd| wanted(odd.name)) {
            self.open_odd(page, odd);
            // What is missing on purpose is missed.
            shoot_all(odd.name, |fault| !fault.contains("did not load"));
            // Before it is left, it would open to its end.
            page.visit("watch.js");
            if let Some(server) = page.server() {
                server.hold(None);
            }
        }
        if wanted(SELECTION) {
            self.open_selection(page);
            shoot_all(SELECTION, is_watched);
        }
        for (theme, seen) in themes.iter().zip(&mut seen) {
            // A frame in another page has the theme that was chosen in the explorer.
            page.visit_framed(self.size, "#");
            page.choose_theme(theme);
            for beside in BESIDE.iter().filter(|beside| wanted(beside.name)) {
                page.enter_framed(self.size, beside.path);
                page.until(beside.name, beside.there);
                self.shoot(page, folder, theme, beside.name, is_watched, seen);
            }
        }
        for (theme, seen) in themes.iter().zip(&seen) {
            println!("{}: {}", self.name(theme), seen.told());
        }
        seen.into_iter().flat_map(|seen| seen.faults).collect()
    }

    /// Takes a picture of what is shown.
    fn shoot(
        &self,
        page: &Page,
        folder: &Path,
        theme: &str,
        name: &str,
        counts: fn(&str) -> bool,
        seen: &mut Seen,
    ) {
        self.settle(page, theme);
        let own = folder.join(self.name(theme));
        written(fs::create_dir_all(&own), &own);
        seen.faults.extend(self.faults(page, name, theme, counts));
        page.leave_frame();
        page.screenshot(&own.join(picture(name)));
        seen.pictures += 1;
        page.enter_frame();
    }

    /// The faults since the page was visited, each with what was shown.
    fn faults(
        &self,
        page: &Page,
        name: &str,
        theme: &str,
        counts: fn(&str) -> bool,
    ) -> Vec<String> {
        let told = page.faults().into_iter().filter(|fault| counts(fault));
        told.map(|fault| format!("{}, {name}: {fault}", self.name(theme)))
            .collect()
    }

    /// Whether a state can be come to: nothing is held without a host, and all drivers but Firefox's wait for the parts of the first
    /// hits.
    fn can_be(&self, odd: &Odd) -> bool {
        match odd.held {
            None => true,
            Some(_) if self.transport == Transport::File => false,
            Some(part) => self.engine == Engine::Firefox || part != PARTS || odd.name != "loading",
        }
    }

    fn open_odd(&self, page: &Page, odd: &Odd) {
        let hold = || page.server().map(|server| server.hold(odd.held));
        let address = |fragment: &str| {
            let (site, language) = (odd.site, self.language);
            format!("{site}/index.html{fragment}&lang={language}")
        };
        if self.engine != Engine::Firefox && odd.held == Some(PARTS) {
            // Their drivers answer nothing while a page that they go to waits for parts: from a view without them to the state.
            page.enter_framed(self.size, &address("#view=about"));
            page.until("it is open", "document.querySelector('.about-body')");
            page.settle();
            hold();
            page.value("(location.hash = a[0]) && null", &[odd.fragment.into()]);
        } else {
            hold();
            page.enter_framed(self.size, &address(odd.fragment));
        }
        page.until(odd.name, odd.there);
    }

    /// Saves a selection as one file, puts it into the site's folder, and opens it there.
    fn open_selection(&self, page: &Page) {
        let path = format!("keeping/index.html#q=الباغوز&lang={}", self.language);
        page.enter_framed(self.size, &path);
        page.until(
            "the words are found",
            "document.querySelector('#hits .snippet mark')",
        );
        page.value("document.querySelector('[data-form=html]').click()", &[]);
        page.until("the file is made", "document.documentElement.dataset.saved");
        let text = page.text("document.documentElement.dataset.saved");
        let file = page.folder().join("selection.html");
        written(fs::write(&file, text), &file);
        page.enter_framed(self.size, "selection.html");
        page.until("its script runs", "document.querySelector('#words')");
    }

    /// A page that is not the explorer or did not open has no switch: its theme is then set on it.
    fn settle(&self, page: &Page, theme: &str) {
        if page.holds("document.querySelector('#switch-theme')") {
            page.choose_theme(theme);
        } else {
            let set = "(({ dataset, style }) => { dataset.theme = style.colorScheme = a[0]; })(document.documentElement)";
            page.value(set, &[theme.into()]);
        }
        page.settle();
        // A machine at its limit paints later than the letters come.
        let painted = "requestAnimationFrame(() => requestAnimationFrame(() => { document.documentElement.dataset.painted = a[0]; })) && null";
        page.value(painted, &[theme.into()]);
        page.until(
            "it is painted in its theme",
            &format!("document.documentElement.dataset.painted === '{theme}'"),
        );
    }

    /// The names of its states, in the order of the sheets.
    fn states(&self, theme: &str, folder: &Path) -> Vec<&'static str> {
        let own = folder.join(self.name(theme));
        let mut names = all_names();
        names.retain(|name| own.join(picture(name)).exists());
        names
    }
}

impl Seen {
    fn told(&self) -> String {
        let stray = |fault: &&String| fault.contains(": asked for ");
        let strays = self.faults.iter().filter(stray).count();
        format!(
            "{} pictures, {} errors of the console, {strays} requests off the site",
            self.pictures,
            self.faults.len() - strays
        )
    }
}

/// Pages whose policy lets no script run but their own are not watched; what they load is known all the same.
fn is_watched(fault: &str) -> bool {
    !fault.contains("the watching script is missing")
}

/// The names of all states.
fn all_names() -> Vec<&'static str> {
    let names = STATES.iter().map(|state| state.name);
    let odd = ODD.iter().map(|odd| odd.name);
    let beside = BESIDE.iter().map(|beside| beside.name);
    names.chain(odd).chain(beside).chain([SELECTION]).collect()
}

/// Those of `all` that the words name; all where they name none.
fn wanted_of(all: &[&'static str], words: &[String]) -> Vec<&'static str> {
    let named: Vec<&str> = all
        .iter()
        .copied()
        .filter(|one| words.iter().any(|word| word == one))
        .collect();
    if named.is_empty() {
        all.to_vec()
    } else {
        named
    }
}

/// The file of a state's picture.
fn picture(name: &str) -> String {
    format!("{}.png", name.replace(['\'', ' '], "-"))
}

/// Puts the pictures of each series on sheets, which Chromium draws.
fn draw_sheets(series: &[Series], themes: &[&str], folder: &Path) {
    let place = folder
        .canonicalize()
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let drawing = TempDir::new().unwrap_or_else(|error| panic!("no temporary folder: {error}"));
    let paper = drawing.path().join("index.html");
    // A copy of a site has a page with a script; the sheets need neither.
    written(fs::write(&paper, "<script></script>"), &paper);
    let page = Page::blank(Engine::Chromium, Transport::File, watched(drawing.path()));
    let all = series
        .iter()
        .flat_map(|series| themes.iter().map(move |theme| (series, theme)));
    for (series, theme) in all {
        let (columns, rows, width) = if series.size.0 > 500 {
            DESK_SHEET
        } else {
            PHONE_SHEET
        };
        let height = width * series.size.1 / series.size.0;
        let states = series.states(theme, folder);
        for (number, some) in states.chunks(columns * rows).enumerate() {
            let html = sheet(
                some,
                &format!("file://{}/{}", place.display(), series.name(theme)),
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
            page.screenshot(&place.join(format!("{}-{}.png", series.name(theme), number + 1)));
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
