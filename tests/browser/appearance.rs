//! Language, theme, and small screens.

use tawarikh_tests::page::Page;

/// The perceived lightness of the page's paper, 0 to 255.
const PAPER: &str = "(getComputedStyle(document.documentElement).backgroundColor.match(/[\\d.]+/g) ?? [0, 0, 0]).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3";

/// Names of elements that stick out of the window sideways, where the page itself can then be moved.
pub const OVERFLOW: &str = "document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().width > 0)
    .filter((element) => element.getBoundingClientRect().left < -1 || element.getBoundingClientRect().right > innerWidth + 1)
    .map((element) => `${element.tagName}#${element.id}.${element.className}`).slice(0, 8)";

crate::everywhere! {
    /// One click for English, one back; the texts stay Arabic.
    fn one_click_changes_the_language(page: &Page) {
        let title = page.text("document.querySelector('#hits .hit h3').textContent");
        page.switch_language();
        page.until("the interface is English", "document.documentElement.lang === 'en' && document.documentElement.dir === 'ltr'");
        assert!(!page.holds("/[\\u0621-\\u064a]/.test(document.querySelector('#hits .tally').textContent)"));
        assert_eq!(page.text("document.querySelector('#hits .hit h3').textContent"), title);
        page.switch_language();
        page.until("the interface is Arabic", "document.documentElement.lang === 'ar' && document.documentElement.dir === 'rtl'");
    }

    /// Choices outlive the page, where the browser keeps anything at all.
    fn choices_are_kept(page: &Page) {
        page.switch_language();
        page.until("the interface is English", "document.documentElement.lang === 'en'");
        page.open_tab(&format!("{}index.html", page.home()));
        page.wait_until_ready();
        assert_eq!(page.text("document.documentElement.lang"), "en");
    }

    /// Light and dark are two papers, and the switch goes through both.
    fn the_theme_switch_changes_the_paper(page: &Page) {
        let papers: Vec<f64> = ["light", "dark"].map(|theme| {
            page.choose_theme(theme);
            page.number(PAPER)
        }).into();
        assert!(papers[0] > 200.0 && papers[1] < 70.0, "{papers:?}");
    }
}

crate::in_each_engine! {
    /// In an English page too an Arabic sentence begins at the right.
    fn arabic_runs_from_the_right_in_an_english_page(page: &Page) {
        page.switch_language();
        page.until("the interface is English", "document.documentElement.lang === 'en'");
        page.click("#tab-happenings");
        page.until("sentences are there", "document.querySelectorAll('.happening .quoted').length > 1");
        for what in [".happening h3", ".happening .quoted"] {
            assert!(page.holds(&format!("[...document.querySelectorAll('{what}')].every((text) => getComputedStyle(text).direction === 'rtl' && ['start', 'right'].includes(getComputedStyle(text).textAlign))")), "{what}");
        }
    }

    /// At 320 pixels nothing sticks out sideways, in either language, reading or not.
    fn fits_a_screen_of_320_pixels(page: &Page) {
        for state in ["#", "#lang=en", "#q=الرقة", "#timeline=list", "#view=about", "#view=happenings", "#view=figures", "#view=map", "#view=names", "#view=unknown", "#view=notes"] {
            page.visit_framed((320, 640), state);
            assert_eq!(page.number("innerWidth"), 320.0);
            assert_eq!(page.texts(OVERFLOW), Vec::<String>::new(), "{state}");
            if page.holds("document.querySelector('#hits')") {
                page.value("document.querySelector('#hits .hit h3 a').click()", &[]);
                page.until("the reader is open", "!document.querySelector('#reader').hidden");
                assert_eq!(page.texts(OVERFLOW), Vec::<String>::new(), "reading, {state}");
            }
            page.leave_frame();
        }
        page.visit_home();
    }
}
