//! Typing, and what comes of it.

use serde_json::json;
use tawarikh_tests::page::Page;

/// The number of documents that the page says match.
const SHOWN: &str = "document.querySelectorAll('#hits .hit').length";

crate::everywhere! {
    /// Each match is marked as a whole word, and the mark keeps the joined letters joined.
    fn marks_the_words_that_matched(page: &Page) {
        page.type_into("#query", "الرقة");
        page.until("words are marked", "document.querySelector('#hits .snippet mark')");
        let marks = page.texts("[...document.querySelectorAll('#hits .snippet mark')].map((mark) => mark.textContent)");
        assert!(marks.iter().any(|mark| mark.contains("رقة")), "{marks:?}");
        assert!(page.holds(
            "[...document.querySelectorAll('#hits .snippet mark')].every((mark) => {
                const letter = /[\\p{L}\\p{M}]/u, before = mark.previousSibling?.textContent.at(-1) ?? ' ',
                    after = mark.nextSibling?.textContent.at(0) ?? ' ';
                return !letter.test(before) && !letter.test(after);
            })"
        ), "a mark stops inside a word: {marks:?}");
        assert!(page.holds(
            "[...document.querySelectorAll('#hits .snippet mark')].every((mark) => {
                const [own, around] = [getComputedStyle(mark), getComputedStyle(mark.parentElement)];
                return own.display === 'inline' && own.fontWeight === around.fontWeight && own.letterSpacing === around.letterSpacing
                    && ['paddingInlineStart', 'paddingInlineEnd', 'marginInlineStart', 'marginInlineEnd'].every((side) => own[side] === '0px');
            })"
        ), "a mark has a style that breaks joined letters");
    }

    /// Every key press searches: a word half typed finds already.
    fn finds_while_the_word_is_being_typed(page: &Page) {
        page.type_into("#query", "الباغ");
        page.until("a half word is marked", "document.querySelector('#hits .snippet mark, #hits h3 mark')");
        page.type_into("#query", "وز");
        page.until("the whole word is searched", "decodeURIComponent(location.hash).includes('الباغوز')");
        assert!(page.number(SHOWN) >= 1.0);
    }

    /// A query without matches says so and offers the way back.
    fn says_so_when_nothing_matches(page: &Page) {
        let all = page.number(SHOWN);
        page.type_into("#query", "\"زقزوق برتقالي\"");
        page.until("nothing is listed", "document.querySelector('#hits .nothing')");
        page.click("#hits .nothing button");
        page.until("everything is listed again", &format!("{SHOWN} === {all}"));
        assert_eq!(page.text("document.querySelector('#query').value"), "");
    }

    /// Every list says that nothing was found at all, not that it has none of its own.
    fn every_list_says_that_nothing_matches(page: &Page) {
        page.type_into("#query", "\"زقزوق برتقالي\"");
        page.until("nothing is listed", "document.querySelector('#hits .nothing')");
        let said = page.text("document.querySelector('#hits .nothing').textContent");
        for view in ["happenings", "figures", "names", "unknown"] {
            page.click(&format!("#tab-{view}"));
            page.until("the view says it too", &format!("document.querySelector('#{view} .nothing')?.textContent === {}", json!(said)));
        }
    }

    /// No other spelling is offered for words that only the filters keep from being found.
    fn filters_cast_no_doubt_on_a_spelling(page: &Page) {
        page.type_into("#query", "الرقة 17 تشرين الأول 2017");
        page.until("the date is offered", "document.querySelector('#date-offer')");
        page.click("#date-offer");
        page.until("it is a filter", "location.hash.includes('from=2017-10-17&to=2017-10-17')");
        assert!(page.holds("document.querySelector('#hits .hit') && !document.querySelector('#suggestion')"));
    }

    /// Markup in a query is text.
    fn shows_markup_as_text(page: &Page) {
        page.type_into("#query", "<img src=x onerror=alert(1)> <b>");
        page.until("the query is searched", "location.hash.includes('img')");
        assert!(!page.holds("document.querySelector('main img, #search b')"));
    }
}
