//! Everything by keyboard, and to screen readers.

use tawarikh_tests::page::{Key, Page};

/// What the focus is on, by the part of the page that it belongs to.
const PART: &str = "(() => {
    const here = document.activeElement;
    if (here.id === 'query') return 'query';
    return ['#lanes', '#strip', '#facets', '#hits', '#header', '#timeline', '#tabs', '#foot'].find((part) => here.closest(part)) ?? here.tagName;
})()";

/// More presses than the page has stops.
const ENOUGH: usize = 120;

/// Presses Tab until a condition holds.
fn press_until(page: &Page, condition: &str) {
    for _ in 0..ENOUGH {
        if page.holds(condition) {
            return;
        }
        page.press(Key::Tab);
    }
    panic!("Tab never led to where {condition}");
}

crate::in_each_engine! {
    /// Tab alone reaches the search box, the timeline's marks, the facets and the hits, and sees each of them.
    fn tab_reaches_every_part(page: &Page) {
        let mut wanted = vec!["query", "#lanes", "#facets", "#hits"];
        for _ in 0..ENOUGH {
            page.press(Key::Tab);
            let part = page.text(PART);
            wanted.retain(|name| *name != part);
            if wanted.is_empty() {
                return;
            }
        }
        panic!("Tab never reached {wanted:?}");
    }

    /// From mark to mark by arrows, in the order of time and towards the side that the eye expects.
    fn arrows_walk_in_time(page: &Page) {
        page.value("document.querySelector('#lanes [tabindex=\"0\"]').focus()", &[]);
        let focus = "document.activeElement.id";
        let left = "document.activeElement.getBoundingClientRect()[document.querySelector('#lanes').dir === 'rtl' ? 'right' : 'left']";
        let (first, begun) = (page.text(focus), page.number(left));
        page.press(Key::Left);
        page.until("the focus has moved", &format!("{focus} !== '{first}'"));
        assert!(page.number(left) <= begun, "left went right");
        page.press(Key::Right);
        page.until("the focus is back", &format!("{focus} === '{first}'"));
        assert_eq!(page.number("document.querySelectorAll('#lanes [tabindex=\"0\"]').length"), 1.0);
    }

    /// Each mark says its date, what happened and who tells it.
    fn marks_have_names(page: &Page) {
        assert!(page.holds("[...document.querySelectorAll('#lanes .mark')].every((mark) => mark.getAttribute('aria-label').length > 12)"));
    }

    /// A slash goes to the search box from anywhere.
    fn slash_goes_to_the_search_box(page: &Page) {
        page.value("document.querySelector('#hits .hit h3 a').focus()", &[]);
        page.press(Key::Text('/'));
        page.until("the box has the focus", "document.activeElement.id === 'query'");
        assert_eq!(page.text("document.querySelector('#query').value"), "");
    }

    /// What changed is said once typing rests.
    fn counts_are_announced(page: &Page) {
        page.type_into("#query", "الباغوز");
        page.until("the count is announced", "document.querySelector('#news').textContent !== ''");
    }

    /// From the opened page to a citation of what a happening's second source says, without a pointer.
    fn a_citation_by_keyboard_alone(page: &Page) {
        press_until(page, "document.activeElement.id === 'tab-documents'");
        page.press(Key::Left);
        page.until("happenings are shown", "document.activeElement.id === 'tab-happenings' && document.querySelector('.happening')");
        let second = "document.querySelector('.happening').querySelectorAll('.cite > summary')[1]";
        press_until(page, &format!("document.activeElement === {second}"));
        page.press(Key::Enter);
        page.until("the menu is open", &format!("{second}.parentElement.open"));
        page.press(Key::Tab);
        page.until("its first form has the focus", "document.activeElement.dataset.form === 'plain'");
        page.press(Key::Enter);
        page.until("the citation is copied", "document.querySelector('#news').textContent === 'نُسخ'");
        page.until("the focus is back at the menu", &format!("document.activeElement === {second} && !{second}.parentElement.open"));
    }

    /// Arrows go from mark to mark in the text, which is one stop for Tab; a mark that is switched off is no stop.
    fn marks_of_the_text_are_one_stop(page: &Page) {
        page.click("#hits .hit h3 a");
        page.until("the text is marked", "document.querySelectorAll('#reader .text .annotated').length > 2");
        assert_eq!(page.number("document.querySelectorAll('#reader .text .annotated[tabindex=\"0\"]').length"), 1.0);
        page.value("document.querySelector('#reader .text .annotated[tabindex=\"0\"]').focus()", &[]);
        let first = page.text("document.activeElement.id");
        page.press(Key::Down);
        page.until("the next mark has the focus", &format!("document.activeElement.matches('.annotated') && document.activeElement.id !== '{first}'"));
        for switch in ["markDates", "markNames", "markFigures"] {
            page.value(&format!("document.querySelector('#reader input[name={switch}]').click()"), &[]);
        }
        page.until("nothing is marked", "document.querySelectorAll('#reader .text .annotated').length === 0");
    }

    /// Every view, in both languages, has no known fault of markup, names or contrast.
    fn axe_finds_nothing_in_any_view(page: &Page) {
        for language in ["ar", "en"] {
            for view in ["happenings", "figures", "map", "names", "unknown", "notes", "about"] {
                page.go(&format!("{}index.html#view={view}&lang={language}", page.home()));
                page.until("the view is there", &format!("document.documentElement.lang === '{language}' && document.querySelector('#tab-{view}').getAttribute('aria-selected') === 'true'"));
                assert_eq!(page.axe(), Vec::<String>::new(), "{view}, {language}");
            }
        }
    }

    /// No known fault of markup, names or contrast: both languages, both themes, reading or not.
    fn axe_finds_nothing(page: &Page) {
        for language in ["ar", "en"] {
            if page.text("document.documentElement.lang") != language {
                page.switch_language();
            }
            for theme in ["light", "dark"] {
                page.choose_theme(theme);
                assert_eq!(page.axe(), Vec::<String>::new(), "{language}, {theme}");
                page.value("document.querySelector('#hits .hit h3 a').click()", &[]);
                page.until("the reader is open", "!document.querySelector('#reader').hidden");
                assert_eq!(page.axe(), Vec::<String>::new(), "reading, {language}, {theme}");
                page.press(Key::Escape);
                page.until("the reader is closed", "document.querySelector('#reader').hidden");
            }
        }
    }
}
