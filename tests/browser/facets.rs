//! Outlets, years, places, authors: counts that keep their word.

use tawarikh_tests::page::Page;

const SHOWN: &str = "document.querySelectorAll('#hits .hit').length";

crate::everywhere! {
    /// The number on a value is the number of documents that pressing it leaves.
    fn leave_as_many_documents_as_they_say(page: &Page) {
        let all = page.number(SHOWN);
        page.until("facets are open", "document.querySelector('#facets .option')?.checkVisibility?.() ?? true");
        for field in ["outlet", "year"] {
            let option = format!("#facets .facet-{field} .option");
            let count = page.number(&format!("Number(document.querySelector('{option} [aria-hidden]').textContent)"));
            page.click(&option);
            page.until("the value is pressed", &format!("document.querySelector('{option}[aria-pressed=true]')"));
            page.until(&format!("{count} documents are left by {field}"), &format!("{SHOWN} === {count}"));
            page.click(&format!("{option}[aria-pressed=true]"));
            page.until("everything is back", &format!("{SHOWN} === {all}"));
        }
    }

    /// Choosing a value holds the timeline and the other facets to the same documents.
    fn narrow_the_timeline_too(page: &Page) {
        let events = "parseInt(document.querySelector('#timeline .tally').textContent.match(/\\d+/)?.[0] ?? '0')";
        let before = page.number(events);
        page.click("#facets .facet-outlet .option");
        page.until("fewer dates are drawn", &format!("{events} < {before}"));
    }

    /// The two values of one field add up: any of them.
    fn of_one_field_add_up(page: &Page) {
        let options = "[...document.querySelectorAll('#facets .facet-outlet .option')]";
        let counts = page.number(&format!("{options}.slice(0, 2).reduce((sum, option) => sum + Number(option.querySelector('[aria-hidden]').textContent), 0)"));
        page.click("#facets .facet-outlet li:nth-child(1) .option");
        page.click("#facets .facet-outlet li:nth-child(2) .option");
        page.until("both are counted", &format!("{SHOWN} === {counts}"));
    }
}
