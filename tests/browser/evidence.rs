//! The views over what the texts say: figures, names, happenings, and what is not known.

use tawarikh_tests::page::{Key, Page};

/// Turns to a view by its tab.
fn turn_to(page: &Page, view: &str) {
    page.click(&format!("#tab-{view}"));
    page.until(
        "the view is counted",
        &format!("document.querySelector('#{view} .tally') && !document.querySelector('#{view} .tally').textContent.includes('يجري العد')"),
    );
}

/// The numbers of the value column, top to bottom: the first number in each cell.
const VALUES: &str = "[...document.querySelectorAll('#figures .cell-value .value')].map((cell) => cell.textContent.match(/[\\d,]+/)?.[0].replaceAll(',', '')).filter(Boolean)";

crate::everywhere! {
    /// A head sorts the figures up, then down, and the address keeps the order.
    fn figures_sort_by_their_heads(page: &Page) {
        turn_to(page, "figures");
        let numbers = || -> Vec<f64> { page.texts(VALUES).iter().map(|text| text.parse().expect("a number")).collect() };
        assert!(numbers().len() > 5);
        page.click("#figures-by-value");
        page.until("the order is in the address", "location.hash.includes('figures.sort=value')");
        let up = numbers();
        assert!(up.is_sorted(), "{up:?}");
        page.click("#figures-by-value");
        page.until("it is turned round", "location.hash.includes('figures.sort=-value')");
        let down = numbers();
        assert!(down.is_sorted_by(|one, other| one >= other), "{down:?}");
        assert_eq!(page.text("document.querySelector('th:has(#figures-by-value)').getAttribute('aria-sort')"), "descending");
    }

    /// A figure leads to its sentence, and Escape back to it.
    fn a_figure_leads_to_its_sentence(page: &Page) {
        turn_to(page, "figures");
        let link = page.text("document.querySelector('#figures .cell-document .link').id");
        let words = page.text("document.querySelector('#figures .cell-what .written').textContent.split(' ')[0]");
        page.click("#figures .cell-document .link");
        page.until("its sentence is open", "document.querySelector('#reader .sentence[data-here]')");
        assert!(page.holds(&format!("document.querySelector('#reader .sentence[data-here]').textContent.includes({words:?})")), "{words}");
        page.press(Key::Escape);
        page.until("the focus is back", &format!("document.activeElement.id === {link:?}"));
    }

    /// The names of one kind; one of them in full; the search held to it.
    fn names_by_kind_and_in_full(page: &Page) {
        turn_to(page, "names");
        let rows = "document.querySelectorAll('#names tbody tr').length";
        page.click("#names-person");
        page.until("only people are listed", &format!("{rows} === parseInt(document.querySelector('#names-person .count').textContent)"));
        page.click("#names-all");
        page.click("#names tbody tr .link");
        page.until("its card is open", "document.querySelector('.name-card .name-list button')");
        let other = page.text("document.querySelector('.name-card .name-list .option-label').textContent");
        page.click(".name-card .name-list button");
        page.until("a companion is shown instead", &format!("document.querySelector('#name-card-heading').textContent === {other:?}"));
        page.click("#narrow-card");
        page.until("the search is narrowed", "document.querySelector('.chips')");
    }

    /// What is not known is sorted by kinds that explain themselves, and each leads to its place.
    fn what_is_not_known_explains_itself(page: &Page) {
        turn_to(page, "unknown");
        assert!(page.number("document.querySelectorAll('#unknown .finding').length") > 2.0);
        assert!(page.holds("[...document.querySelectorAll('#unknown .finding')].every((section) => /[\\u0621-\\u064a]{3}/.test(section.querySelector('h3').textContent) && /[\\u0621-\\u064a]{3}/.test(section.querySelector('p').textContent))"), "a code without words");
        page.click("#unknown .finding li .link");
        page.until("its document is open", "document.querySelector('#reader article')");
    }
}

crate::in_each_engine! {
    /// At 320 pixels nothing sticks out sideways, in either language.
    fn evidence_fits_a_screen_of_320_pixels(page: &Page) {
        for view in ["happenings", "figures", "map", "names", "unknown"] {
            for language in ["ar", "en"] {
                page.visit_framed((320, 640), &format!("#view={view}&lang={language}"));
                assert_eq!(page.texts(crate::appearance::OVERFLOW), Vec::<String>::new(), "{view}, {language}");
                page.leave_frame();
            }
        }
        page.visit("index.html");
        page.wait_until_ready();
    }

    /// No known fault of markup, names or contrast, in both languages and themes.
    fn axe_finds_nothing_in_the_evidence(page: &Page) {
        for language in ["ar", "en"] {
            if page.text("document.documentElement.lang") != language {
                page.click("#switch-language");
            }
            for theme in ["light", "dark"] {
                page.choose_theme(theme);
                for view in ["happenings", "figures", "names", "unknown"] {
                    page.click(&format!("#tab-{view}"));
                    page.until("the view is there", &format!("document.querySelector('#{view} .tally')"));
                    assert_eq!(page.axe(), Vec::<String>::new(), "{view}, {language}, {theme}");
                }
            }
        }
    }
}
