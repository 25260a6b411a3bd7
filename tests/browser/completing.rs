//! What the search box offers while a word is being typed, and the searches that it remembers.

use tawarikh_tests::page::{Key, Page};

const OFFERS: &str = "[...document.querySelectorAll('#offers [role=option]')]";
const CLOSED: &str = "!document.querySelector('#offers') && document.querySelector('#query').getAttribute('aria-expanded') === 'false'";
const TYPED: &str = "document.querySelector('#query').value";

/// The offer that the field says is chosen, if it is also drawn as chosen.
const CHOSEN: &str = "(() => {
    const offer = document.getElementById(document.querySelector('#query').getAttribute('aria-activedescendant'));
    return offer?.getAttribute('aria-selected') === 'true' ? offer.querySelector('.offer-text').textContent : '';
})()";

/// Where the parts of the page stand.
const PLACES: &str = "JSON.stringify(['#timeline', '#hits', '#foot'].map((part) => document.querySelector(part).getBoundingClientRect().top + scrollY))";

crate::everywhere! {
    /// The last word is completed from the archive, by keys alone, and the list moves nothing.
    fn completes_the_last_word_by_keys(page: &Page) {
        page.type_into("#query", "سقوط البا");
        page.until("words are offered", &format!("{OFFERS}.length > 0"));
        assert!(page.holds(&format!("{OFFERS}.every((offer) => offer.querySelector('.offer-text').textContent.startsWith('البا'))")));
        assert!(page.holds("document.querySelector('#query').getAttribute('aria-controls') === 'offers'"));
        let open = page.text(PLACES);
        page.press(Key::Down);
        page.until("one is chosen", &format!("{CHOSEN} !== ''"));
        let chosen = page.text(CHOSEN);
        assert_eq!(page.text("document.activeElement.id"), "query");
        page.press(Key::Enter);
        page.until("it is taken", &format!("{TYPED}.trimEnd() === 'سقوط {chosen}'"));
        page.until("the list is gone", CLOSED);
        assert!(page.holds("document.querySelector('#hits .snippet mark')"));
        page.ask("سقوط البا");
        page.until("words are offered", &format!("{OFFERS}.length > 0"));
        page.press(Key::Escape);
        page.until("Escape closes the list", CLOSED);
        assert_eq!(page.text(TYPED), "سقوط البا", "Escape has changed the query");
        assert_eq!(page.text(PLACES), open, "the list has moved the page");
    }

    /// Names are found from the other script.
    fn offers_names_in_the_other_script(page: &Page) {
        page.type_into("#query", "Raq");
        page.until("the name is offered", &format!("{OFFERS}.some((offer) => offer.textContent.includes('الرقة') && offer.textContent.includes('Raqqa'))"));
        page.value(&format!("{OFFERS}.find((offer) => offer.textContent.includes('الرقة')).click()"), &[]);
        page.until("it is searched", "document.querySelector('#hits .snippet mark')");
        assert_eq!(page.text("document.activeElement.id"), "query");
    }
}

crate::in_each_engine! {
    /// Escape closes the list before it closes the reader.
    fn escape_closes_the_list_first(page: &Page) {
        page.click("#hits .hit h3 a");
        page.until("the reader is open", "!document.querySelector('#reader').hidden");
        page.type_into("#query", "البا");
        page.until("words are offered", &format!("{OFFERS}.length > 0"));
        page.press(Key::Escape);
        page.until("the list is gone", CLOSED);
        assert!(page.holds("!document.querySelector('#reader').hidden"), "the reader was closed too");
        page.press(Key::Escape);
        page.until("the reader is closed", "document.querySelector('#reader').hidden");
    }

    /// Tab takes what is chosen and stays; without a choice it leaves the field and the list.
    fn tab_takes_the_chosen_word(page: &Page) {
        page.type_into("#query", "البا");
        page.until("words are offered", &format!("{OFFERS}.length > 0"));
        page.press(Key::Up);
        page.until("the last one is chosen", &format!("{CHOSEN} === {OFFERS}.at(-1).querySelector('.offer-text').textContent"));
        let chosen = page.text(CHOSEN);
        page.press(Key::Tab);
        page.until("it is taken", &format!("{TYPED}.trimEnd() === '{chosen}'"));
        assert_eq!(page.text("document.activeElement.id"), "query");
        page.press(Key::Tab);
        page.until("the focus has gone on", "document.activeElement.id !== 'query'");
        page.until("the list is gone", CLOSED);
    }

    /// A press beside the list closes it.
    fn a_press_elsewhere_closes_the_list(page: &Page) {
        page.type_into("#query", "البا");
        page.until("words are offered", &format!("{OFFERS}.length > 0"));
        page.click("#switch-language");
        page.until("the list is gone", CLOSED);
    }

    /// A search that was asked for is offered in the empty box, also after the page was opened anew, until it is deleted.
    fn remembers_the_last_searches(page: &Page) {
        page.type_into("#query", "الباغوز");
        page.press(Key::Enter);
        page.until("the list is gone", CLOSED);
        page.ask("الموصل");
        page.press(Key::Enter);
        page.open_tab(&format!("{}index.html", page.home()));
        page.wait_until_ready();
        page.click("#query");
        page.until("both are offered, the last one first", &format!("JSON.stringify({OFFERS}.map((offer) => offer.querySelector('.offer-text').textContent)) === '[\"الموصل\",\"الباغوز\"]'"));
        assert!(page.holds("document.querySelector('.offers-foot').textContent.length > 10"), "nothing says where they are kept");
        page.press(Key::Down);
        page.press(Key::Delete);
        page.until("one is deleted", &format!("{OFFERS}.length === 1 && {OFFERS}[0].textContent.includes('الباغوز')"));
        page.click("#recent-clear");
        page.until("all are deleted", CLOSED);
        assert!(page.holds("Object.keys(localStorage).every((key) => !key.endsWith(':recent'))"), "a trace is left");
    }
}
