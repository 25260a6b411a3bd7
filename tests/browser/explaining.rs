//! Help with a search: what was meant, why a document matched, what is like it, how to ask.

use tawarikh_tests::page::{Key, Page};

const TYPED: &str = "document.querySelector('#query').value";
const HITS: &str = "document.querySelectorAll('#hits .hit').length";
const ALIKE: &str = "document.querySelector('#like-back')";

crate::everywhere! {
    /// A word that nobody wrote offers one that somebody did.
    fn offers_what_may_have_been_meant(page: &Page) {
        page.ask("الباغغوز");
        page.until("another query is offered", "document.querySelector('#suggestion')");
        let meant = page.text("document.querySelector('#suggestion').textContent");
        page.click("#suggestion");
        page.until("it is searched", &format!("{TYPED}.trim() === '{meant}' && document.querySelector('#hits mark')"));
    }

    /// Each word typed stands beside the form of it that is in the text.
    fn a_hit_says_why_it_matched(page: &Page) {
        page.ask("Raqqa");
        page.until("words are marked", "document.querySelector('#hits .snippet mark')");
        page.click("#hits .why-switch");
        page.until("the words stand there", "document.querySelector('#hits .why dd .form')");
        assert_eq!(page.text("document.querySelector('#hits .why dt').textContent").to_lowercase(), "raqqa");
        assert!(page.holds("[...document.querySelectorAll('#hits .why .form')].some((form) => form.textContent.includes('رقة'))"));
        assert!(page.holds("document.querySelector('#hits .why-switch').getAttribute('aria-expanded') === 'true'"));
        page.click("#hits .why-switch");
        page.until("they are gone", "!document.querySelector('#hits .why')");
    }

    /// More like a document is a view of its own, with an address and a way back.
    fn more_like_this_leads_there_and_back(page: &Page) {
        page.ask("الرقة");
        page.until("words are marked", "document.querySelector('#hits .snippet mark')");
        let title = page.text("document.querySelector('#hits .hit h3').textContent");
        let before = page.number(HITS);
        page.click("#hits .further a");
        page.until("others are listed", &format!("{ALIKE} && {HITS} > 0"));
        assert!(page.holds(&format!("document.querySelector('#hits .like-heading').textContent.includes({})", quoted(&title))));
        assert!(page.holds(&format!("[...document.querySelectorAll('#hits .hit h3')].every((other) => other.textContent !== {})", quoted(&title))), "it is listed as like itself");
        page.until("the address says so", "location.hash.includes('like=')");
        let listed = page.texts("[...document.querySelectorAll('#hits .hit h3')].map((other) => other.textContent)");
        let address = page.text("location.href");
        page.value("history.back()", &[]);
        page.until("Back leads back", &format!("!{ALIKE} && {HITS} === {before}"));
        page.open_tab(&address);
        page.until("the same stand there", &format!("{ALIKE} && {HITS} === {}", listed.len()));
        assert_eq!(page.texts("[...document.querySelectorAll('#hits .hit h3')].map((other) => other.textContent)"), listed);
        page.click("#like-back");
        page.until("the button leads back", &format!("!{ALIKE} && {HITS} === {before}"));
    }

    /// Letters as they are written, where the reader asks for that.
    fn exact_spelling_is_a_switch(page: &Page) {
        page.ask("الرقه");
        page.until("the usual spelling is found", "document.querySelector('#hits mark')");
        page.click("#switch-help");
        page.click("#exact");
        page.until("it is not any more", "!document.querySelector('#hits mark')");
        page.until("the address says so", "location.hash.includes('exact=on')");
        page.click(".chips .chip");
        page.until("the filter can be taken away", "document.querySelector('#hits mark') && !document.querySelector('#exact').checked");
    }

    /// The span that a query names is shown as a filter, and can be taken out of the query.
    fn dates_in_the_query_are_a_filter(page: &Page) {
        page.ask("تنظيم من:2017 إلى:2018");
        page.until("the span stands there", "document.querySelector('.chips .chip')");
        assert!(page.holds("document.querySelector('.chips .chip').textContent.includes('2017')"));
        page.click(".chips .chip");
        page.until("the rest of the query stays", &format!("{TYPED}.trim() === 'تنظيم'"));
    }
}

crate::in_each_engine! {
    /// A month in the query is offered as the span.
    fn a_date_in_the_query_is_offered(page: &Page) {
        page.ask("الباغوز مارس 2019");
        page.click("#date-offer");
        page.until("it is the span", "location.hash.includes('from=2019-03-01&to=2019-03-31')");
        page.until("it is offered no more", "!document.querySelector('#date-offer')");
    }

    /// Every example of the help finds something in the archive.
    fn examples_of_the_help_run(page: &Page) {
        page.click("#switch-help");
        let examples = page.texts("[...document.querySelectorAll('#help .example')].map((example) => example.textContent)");
        assert!(examples.len() >= 12, "{examples:?}");
        assert!(["title:", "عنوان:", "from:", "من:"].iter().all(|name| examples.iter().any(|example| example.starts_with(name))), "{examples:?}");
        for (place, example) in examples.iter().enumerate() {
            page.value(&format!("document.querySelectorAll('#help .example')[{place}].click()"), &[]);
            page.until("it is searched", &format!("{TYPED} === {}", quoted(example)));
            assert!(page.number(HITS) >= 1.0, "{example} finds nothing");
            assert!(!page.holds("document.querySelector('.note')"), "{example} is not understood");
        }
    }

    /// From the reader, too; a reader that covers the page makes room.
    fn more_like_this_from_the_reader(page: &Page) {
        page.click("#hits .hit h3 a");
        page.until("the reader is open", "!document.querySelector('#reader').hidden");
        page.click("#reader-like");
        page.until("others are listed", &format!("{ALIKE} && {HITS} > 0"));
    }

    /// No known fault of markup, names or contrast in what searching brings up.
    fn axe_finds_nothing(page: &Page) {
        for theme in ["light", "dark"] {
            page.choose_theme(theme);
            page.type_into("#query", "الرق");
            page.until("words are offered", "document.querySelector('#offers')");
            page.press(Key::Down);
            assert_eq!(page.axe(), Vec::<String>::new(), "offers, {theme}");
            // Takes the word, then asks for it.
            page.press(Key::Enter);
            page.press(Key::Enter);
            page.click("#hits .why-switch");
            page.click("#switch-help");
            page.until("help stands there", "document.querySelector('#help')");
            assert_eq!(page.axe(), Vec::<String>::new(), "why and help, {theme}");
            page.click("#switch-help");
            page.value("document.querySelector('#hits .further a').click()", &[]);
            page.until("others are listed", ALIKE);
            assert_eq!(page.axe(), Vec::<String>::new(), "more like this, {theme}");
            page.ask("");
            page.click("#query");
            page.until("the last search is offered", "document.querySelector('#offers .forget')");
            assert_eq!(page.axe(), Vec::<String>::new(), "recent searches, {theme}");
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
