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

    /// No known fault of markup, names or contrast: both languages, both themes, reading or not.
    fn axe_finds_nothing(page: &Page) {
        for language in ["ar", "en"] {
            if page.text("document.documentElement.lang") != language {
                page.click("#switch-language");
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
