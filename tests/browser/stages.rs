//! What stands on the page before there is anything to show, where there is nothing, and where little room is.

use std::fs;

use tawarikh_tests::engine::Engine;
use tawarikh_tests::ledgers;
use tawarikh_tests::page::{Key, Page, Transport, watched};
use tawarikh_tests::program;
use tawarikh_tests::site::built;
use tempfile::TempDir;

const PHONE: (u32, u32) = (390, 844);

/// The sheet that is up: it is as wide as the window and stands at its foot.
const SHEET: &str = "(() => { const sheet = document.querySelector('details[open] > :popover-open'); if (!sheet) return false; const box = sheet.getBoundingClientRect(); return box.width >= document.documentElement.clientWidth - 1 && Math.abs(box.bottom - innerHeight) < 2 && box.top > 0; })()";

crate::in_each_engine! {
    /// On a phone the first hit begins on the first screen.
    fn a_phone_shows_a_hit_at_once(page: &Page) {
        for language in ["ar", "en"] {
            page.visit_framed(PHONE, &format!("#q=الرقة&lang={language}"));
            page.until("a hit's title is in sight", "document.querySelector('#hits .hit .snippet')?.getBoundingClientRect().top < innerHeight");
            page.leave_frame();
        }
        page.visit_home();
    }

    /// On a phone menus and filters are sheets at the foot of the window, which a button and Escape close; in a wider window they
    /// hang on their names.
    fn menus_are_sheets_on_a_phone(page: &Page) {
        page.visit_framed(PHONE, "#q=الرقة");
        for name in ["#switch-settings", "#switch-export", ".facets > summary"] {
            let is_shut = format!("!document.querySelector('{name}').parentElement.open && !document.querySelector(':popover-open')");
            let hold = format!("document.activeElement === document.querySelector('{name}')");
            page.value(&format!("document.querySelector('{name}').click()"), &[]);
            page.until("the sheet is up", SHEET);
            page.value("document.querySelector(':popover-open .sheet-close').click()", &[]);
            page.until("the sheet is shut", &is_shut);
            // WebKit gives no focus within a frame of a page from a folder: a_sheet_gives_the_focus_back is without one.
            if page.engine == Engine::WebKit {
                continue;
            }
            page.until("the focus is back", &hold);
            page.press(Key::Enter);
            page.until("the sheet is up again", SHEET);
            page.press(Key::Escape);
            page.until("Escape shuts it", &is_shut);
            page.until("the focus is back again", &hold);
        }
        page.value("document.querySelector('#switch-settings').click()", &[]);
        page.until("the sheet is up", SHEET);
        page.resize_frame((1280, 800));
        page.until("it hangs on its name", "!document.querySelector(':popover-open') && document.querySelector('#switch-settings + .menu-body').getBoundingClientRect().width < 600");
        page.leave_frame();
        page.visit_home();
    }

    /// On a phone a value that is chosen in the sheet counts at once, and the sheet stays up for the next.
    fn filters_are_chosen_in_their_sheet(page: &Page) {
        page.visit_framed(PHONE, "#");
        page.value("document.querySelector('.facets > summary').click()", &[]);
        page.until("the sheet is up", SHEET);
        page.value("document.querySelector('#facets .facet-place .option').click()", &[]);
        page.until("it counts", "document.querySelector('.chips .chip')");
        assert!(page.holds(SHEET));
        page.value("document.querySelector('.facets-done').click()", &[]);
        page.until("the sheet is shut", "!document.querySelector(':popover-open')");
        page.leave_frame();
        page.visit_home();
    }

    /// Where words and filters together find nothing, one press takes the filters away and keeps the words.
    fn nothing_found_offers_the_search_without_filters(page: &Page) {
        page.visit("watch.js");
        page.visit("index.html#q=الرقة&year=1850");
        page.wait_until_ready();
        page.until("nothing is found", "document.querySelector('#panel .nothing #unfilter')");
        page.click("#unfilter");
        page.until("the words find something", "document.querySelector('#hits .hit mark')");
        assert_eq!(page.text("document.querySelector('#query').value"), "الرقة");
        assert!(page.holds("!document.querySelector('.chips')"));
    }

    /// The browser's frame has the paper's colour in either theme, whatever the system's is.
    fn the_browsers_frame_follows_the_theme(page: &Page) {
        for theme in ["light", "dark"] {
            page.choose_theme(theme);
            page.until("the frame has the paper's colour", "(() => {
                const meta = [...document.querySelectorAll('meta[name=theme-color]')].find(({ media }) => matchMedia(media).matches);
                const probe = document.body.appendChild(document.createElement('i'));
                probe.style.color = meta.content;
                const colour = getComputedStyle(probe).color;
                probe.remove();
                return colour === getComputedStyle(document.body).backgroundColor;
            })()");
        }
    }
}

/// In a window as narrow as a phone's sheets, the focus is back on a sheet's name once a button or Escape has shut it.
fn a_sheet_gives_the_focus_back(engine: Engine) {
    let page = Page::blank(engine, Transport::File, watched(&built()));
    page.resize(600, 900);
    page.visit_home();
    for name in ["#switch-settings", "#switch-export", ".facets > summary"] {
        let is_back = format!(
            "!document.querySelector(':popover-open') && document.activeElement === document.querySelector('{name}')"
        );
        page.value(
            &format!("document.querySelector('{name}').focus() ?? document.querySelector('{name}').click()"),
            &[],
        );
        page.until("the sheet is up", SHEET);
        page.click(":popover-open .sheet-close");
        page.until("a button gives the focus back", &is_back);
        page.press(Key::Enter);
        page.until("the sheet is up again", SHEET);
        page.press(Key::Escape);
        page.until("Escape gives the focus back", &is_back);
    }
}

/// An archive without a document says so in every view, and how to fill it.
fn an_empty_archive_says_so(engine: Engine) {
    let folder = TempDir::new().expect("a temporary folder");
    let (input, site) = (folder.path().join("input"), folder.path().join("site"));
    fs::create_dir(&input).expect("the folder can be written");
    fs::write(input.join("empty.txt"), "").expect("the folder can be written");
    program::build(&input, &site);
    let page = Page::blank(engine, Transport::File, watched(&site));
    for view in [
        "documents",
        "happenings",
        "figures",
        "map",
        "names",
        "unknown",
    ] {
        page.visit("watch.js");
        page.visit(&format!("index.html#view={view}"));
        page.until(
            view,
            "document.querySelector('#panel .nothing code')?.textContent === 'tawarikh build'",
        );
    }
    assert_eq!(page.faults(), Vec::<String>::new());
}

/// While a large archive's parts are on their way, lines stand where rows and texts will be; then they are gone.
fn what_is_on_its_way_has_its_place(engine: Engine) {
    let page = Page::blank(engine, Transport::Http, watched(ledgers::site()));
    let server = page.server().expect("the page comes from a host");
    page.visit("watch.js");
    page.visit("index.html");
    page.settle();
    // From one state to another of a page that is loaded: a driver may wait for all that a page asks for before.
    for (fragment, root) in [
        ("#view=happenings", "#happenings"),
        ("#doc=d040", "#reader"),
    ] {
        server.hold(Some("fragments/"));
        page.value(&format!("location.hash = '{fragment}'"), &[]);
        let lines = format!("document.querySelector('{root} .ghost[aria-hidden=true]')");
        page.until("lines stand there", &lines);
        server.hold(None);
        page.until("they are gone", &format!("!{lines}"));
    }
    assert_eq!(page.faults(), Vec::<String>::new());
}

/// The archive is opened, and the first results painted, without anything that stands there already being moved.
fn a_first_visit_moves_nothing(engine: Engine) {
    // The only engine that tells of it.
    let page = Page::open(engine, Transport::Http);
    page.settle();
    let moved = "new Promise((keep) => new PerformanceObserver((list) => keep(list.getEntries().filter((entry) => !entry.hadRecentInput).reduce((sum, entry) => sum + entry.value, 0))).observe({ type: 'layout-shift', buffered: true }) ?? setTimeout(() => keep(0), 1000))";
    let score = page.number(moved);
    assert!(score < 0.02, "the page moved by {score}");
}

crate::cases! {
    chromium_empty_archive: an_empty_archive_says_so(Chromium);
    firefox_empty_archive: an_empty_archive_says_so(Firefox);
    webkit_empty_archive: an_empty_archive_says_so(WebKit);
    chromium_on_its_way: what_is_on_its_way_has_its_place(Chromium);
    firefox_on_its_way: what_is_on_its_way_has_its_place(Firefox);
    webkit_focus_after_a_sheet: a_sheet_gives_the_focus_back(WebKit);
    webkit_on_its_way: what_is_on_its_way_has_its_place(WebKit);
    chromium_first_visit_moves_nothing: a_first_visit_moves_nothing(Chromium);
}
