//! The address carries the whole view.

use serde_json::json;
use tawarikh_tests::page::{Key, Page};

/// All that a link must bring back.
const VIEW: &str = "[
    document.querySelector('#query').value,
    document.documentElement.lang,
    document.querySelector('#lanes').dir,
    document.querySelector('#reader-title')?.textContent,
    document.querySelector('#reader .sentence[data-here]')?.id,
    [...document.querySelectorAll('#facets [aria-pressed=true] .option-label')].map((label) => label.textContent),
    [...document.querySelectorAll('#hits .hit h3')].map((title) => title.textContent),
    [...document.querySelectorAll('#lanes .tick')].map((tick) => tick.textContent),
]";

crate::everywhere! {
    /// A copied link opens the same view in a new tab.
    fn opens_the_same_view_in_a_new_tab(page: &Page) {
        page.type_into("#query", "تنظيم");
        page.until("words are marked", "document.querySelector('#hits .snippet mark')");
        // The list of completions lies over the buttons below.
        page.press(Key::Escape);
        page.click("#switch-axis");
        page.switch_language();
        page.settle();
        page.click("#facets .facet-outlet .option");
        page.until("an outlet is chosen", "document.querySelector('#facets .facet-outlet [aria-pressed=true]')");
        page.type_into("#timeline input[name=from]", "2014");
        page.type_into("#timeline input[name=to]", "2019");
        page.click("#timeline .span-fields button");
        page.until("the span stands there", "document.querySelector('#span-from')");
        page.click("#hits .hit h3 a");
        page.until("the reader is open", "document.querySelector('#reader .sentence[data-here]')");
        page.until("the address has it all", "['q=', 'lang=en', 'axis=ltr', 'outlet=', 'from=2014', 'doc=', 's='].every((part) => location.hash.includes(part))");
        let view = page.value(VIEW, &[]);
        let address = page.text("location.href");
        page.open_tab(&address);
        page.wait_until_ready();
        page.until("the reader is open", "document.querySelector('#reader .sentence[data-here]')");
        page.settle();
        assert_eq!(page.value(VIEW, &[]), view);
    }

    /// The browser's Back leaves the reader, not the page.
    fn back_leaves_the_reader(page: &Page) {
        page.click("#hits .hit h3 a");
        page.until("the reader is open", "!document.querySelector('#reader').hidden");
        page.value("history.back()", &[]);
        page.until("the reader is closed", "document.querySelector('#reader').hidden");
        assert!(page.holds("document.querySelector('#hits .hit')"));
    }

    /// Arrows walk through the views' tabs, each has an address, and Back returns through them.
    fn views_are_tabs_with_addresses(page: &Page) {
        page.value("document.querySelector('#tab-documents').focus()", &[]);
        page.press(Key::End);
        page.until("the last view is shown", "document.activeElement.id === 'tab-about' && document.querySelector('#about dl')");
        assert_eq!(page.text("document.querySelector('#panel').getAttribute('aria-labelledby')"), "tab-about");
        assert!(page.holds("location.hash.includes('view=about')"));
        page.value("history.back()", &[]);
        page.until("the documents are back", "document.querySelector('#hits .hit')");
        assert!(page.holds("document.querySelector('#tab-documents').getAttribute('aria-selected') === 'true'"));
    }

    /// Another page shows the timeline as an element, hears which sentence a mark leads to, and asks the archive itself.
    fn another_page_embeds_the_archive(page: &Page) {
        page.visit("embedding.html");
        page.until("the archive answers", "document.querySelectorAll('#found mark').length > 0");
        page.enter("tawarikh-timeline");
        page.until("its timeline is drawn", "document.querySelector('#lanes .mark')");
        assert!(page.holds("!document.querySelector('#hits')"), "more than the timeline is shown");
        page.value("document.querySelector('#lanes .mark').click()", &[]);
        for (theme, sum) in [("dark", "< 200"), ("light", "> 600")] {
            page.leave_frame();
            page.value("document.querySelector('tawarikh-timeline').setAttribute('theme', a[0])", &[json!(theme)]);
            page.enter("tawarikh-timeline");
            page.until("its paper is as the page says", &format!("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) {sum}"));
        }
        page.leave_frame();
        page.until("the page hears of the sentence", "/sentence \\d+: .*doc=/.test(document.querySelector('#told').textContent)");
        page.visit_home();
    }

    /// An address that makes no sense still opens the archive.
    fn survives_nonsense(page: &Page) {
        let all = page.value("document.querySelectorAll('#hits .hit').length", &[]);
        page.open_tab(&format!("{}index.html#from=yesterday&zoom=..&s=x&lang=tlh&%E0%A4%A", page.home()));
        page.wait_until_ready();
        assert_eq!(page.value("document.querySelectorAll('#hits .hit').length", &[]), all);
        assert_eq!(page.value("document.documentElement.lang", &[]), json!("ar"));
    }
}
