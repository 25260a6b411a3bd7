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

/// Presses Tab until `document.activeElement` is where `place` says.
fn tab_to(page: &Page, place: &str) {
    for _ in 0..200 {
        page.press(Key::Tab);
        if page.holds(&format!("document.{place}")) {
            return;
        }
    }
    panic!("Tab never reached {place}");
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
        page.click("#name-card-close");
        page.until("the focus is on its name again", &format!("document.activeElement.closest('#names tbody') && document.activeElement.textContent === {other:?}"));
        page.click("#names tbody tr .link");
        page.click("#narrow-card");
        page.until("the search is narrowed", "document.querySelector('.chips')");
    }

    /// What is not known is sorted by kinds that explain themselves, and each leads to its place.
    fn what_is_not_known_explains_itself(page: &Page) {
        turn_to(page, "unknown");
        assert!(page.number("document.querySelectorAll('#unknown .finding').length") > 2.0);
        assert!(page.holds("[...document.querySelectorAll('#unknown .finding')].every((section) => /[\\u0621-\\u064a]{3}/.test(section.querySelector('h3').textContent) && /[\\u0621-\\u064a]{3}/.test(section.querySelector('p').textContent))"), "a code without words");
        assert!(page.holds("[...document.querySelectorAll('#unknown .finding')].every((section) => section.querySelector('li .link'))"), "something is counted and leads nowhere");
        page.click("#unknown .finding li .link");
        page.until("its document is open", "document.querySelector('#reader article')");
    }
}

crate::in_each_engine! {
    /// With the keyboard alone: from the page as it opens to a citation of what the second source of a happening says.
    fn a_second_source_is_cited_by_keyboard(page: &Page) {
        tab_to(page, "activeElement.id === 'tab-documents'");
        page.press(Key::Left);
        page.until("the happenings are shown", "document.querySelector('#happenings .happening')");
        tab_to(page, "activeElement.closest('.sources tr:nth-child(2) summary')");
        page.press(Key::Enter);
        page.until("the ways to cite are open", "document.activeElement.closest('details').open");
        page.press(Key::Tab);
        page.press(Key::Enter);
        page.until("it is said to be copied", "document.querySelector('#news').textContent === 'نُسخ'");
        page.until("the focus is on the menu again", "document.activeElement.matches('.sources tr:nth-child(2) summary')");
    }

    /// A happening sets its sources side by side: each has its date, who says so, its sentence and its document.
    fn sources_stand_side_by_side(page: &Page) {
        turn_to(page, "happenings");
        assert!(page.holds("[...document.querySelectorAll('.happening')].every((one) => one.querySelectorAll('.sources tbody tr').length >= 2)"));
        assert!(page.holds("[...document.querySelectorAll('.sources tbody tr')].every((row) => row.querySelectorAll('td').length === row.closest('table').querySelectorAll('th').length && row.querySelector('.quoted').textContent.trim().length > 10)"));
        page.click(".happening-parts button");
        page.until("its place narrows the search", "document.querySelector('.chips')");
    }

    /// At 320 pixels nothing sticks out sideways, in either language.
    fn evidence_fits_a_screen_of_320_pixels(page: &Page) {
        for view in ["happenings", "figures", "map", "names", "unknown"] {
            for language in ["ar", "en"] {
                page.visit_framed((320, 640), &format!("#view={view}&lang={language}"));
                assert_eq!(page.texts(crate::appearance::OVERFLOW), Vec::<String>::new(), "{view}, {language}");
                page.leave_frame();
            }
        }
        page.visit_home();
    }

    /// No known fault of markup, names or contrast, in both languages and themes.
    fn axe_finds_nothing_in_the_evidence(page: &Page) {
        for language in ["ar", "en"] {
            if page.text("document.documentElement.lang") != language {
                page.switch_language();
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
