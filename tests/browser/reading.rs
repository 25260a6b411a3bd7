//! The reader: from a mark or a hit to the sentence, and back.

use tawarikh_tests::page::{Key, Page};

const OPEN: &str = "!document.querySelector('#reader').hidden";

/// The card of a mark, on the screen.
const CARD: &str = "document.querySelector('#reader .card')?.matches(':popover-open')";

/// The sentence that the reader was brought to, if the window shows it.
const IN_SIGHT: &str = "(() => {
    const here = document.querySelector('#reader .sentence[data-here]')?.getBoundingClientRect();
    return here && here.bottom > 0 && here.top < innerHeight;
})()";

crate::everywhere! {
    /// A mark of the timeline leads to its own sentence.
    fn a_mark_opens_at_its_sentence(page: &Page) {
        page.value("document.querySelector('#lanes .mark').focus()", &[]);
        page.press(Key::Enter);
        page.until("the reader is open", OPEN);
        page.until("its sentence is in sight", IN_SIGHT);
        assert!(page.holds("document.activeElement.matches('#reader .sentence[data-here]')"));
        page.until("the lanes show where the reader is", "document.querySelector('#lanes .mark[aria-current=true]')");
        page.until("the address names it", "/doc=.*s=\\d+/.test(location.hash)");
    }

    /// A hit leads to its best sentence; the buttons walk through the others.
    fn steps_through_the_hits(page: &Page) {
        page.type_into("#query", "تنظيم");
        page.until("words are marked", "document.querySelector('#hits .snippet mark')");
        page.click("#hits .hit h3 a");
        page.until("the reader is open", OPEN);
        page.until("the sentence is in sight", IN_SIGHT);
        assert!(page.holds("document.querySelector('#reader mark')"));
        let first = page.text("document.querySelector('#reader .sentence[data-here]').id");
        page.click("#hit-next");
        page.until("another sentence is shown", &format!("document.querySelector('#reader .sentence[data-here]').id !== '{first}'"));
        page.until("it is in sight", IN_SIGHT);
    }

    /// Escape leaves, and the keyboard is where it was.
    fn escape_returns_to_what_was_left(page: &Page) {
        page.value("document.querySelector('#hits .hit h3 a').focus()", &[]);
        let link = page.text("document.activeElement.id");
        page.press(Key::Enter);
        page.until("the reader is open", OPEN);
        page.press(Key::Escape);
        page.until("the reader is closed", "document.querySelector('#reader').hidden");
        page.until("the link has the focus", &format!("document.activeElement.id === '{link}'"));
    }

    /// A date says what it was taken for and by which rule.
    fn a_date_explains_itself(page: &Page) {
        page.value("document.querySelector('#lanes .mark').click()", &[]);
        page.until("its sentence is in sight", IN_SIGHT);
        page.value("document.querySelector('#reader .sentence[data-here] .mention').focus({ preventScroll: true })", &[]);
        page.press(Key::Enter);
        page.until("its card is open", CARD);
        assert!(page.number("document.querySelectorAll('#reader .card dd').length") >= 2.0);
        page.press(Key::Escape);
        page.until("its card is closed", "!document.querySelector('#reader .card')");
        assert!(page.holds("document.activeElement.matches('#reader .mention')"));
        assert!(page.holds(OPEN), "Escape closed more than the card");
    }

    /// A card stays at its words when the text is scrolled, and leaves with them.
    fn a_card_follows_its_words(page: &Page) {
        page.value("document.querySelector('#lanes .mark').click()", &[]);
        page.until("its sentence is in sight", IN_SIGHT);
        page.value("document.querySelector('#reader .sentence[data-here] .mention').click()", &[]);
        page.until("its card is open", CARD);
        page.value("document.querySelector('#reader').dispatchEvent(new Event('scroll'))", &[]);
        assert!(page.holds(CARD), "a scroll that moved nothing closed the card");
        let apart = "document.querySelector('#reader .card').getBoundingClientRect().top - document.querySelector('#reader [aria-expanded=true]').getBoundingClientRect().top";
        let before = page.number(apart);
        page.value("document.querySelector('#reader').scrollBy({ top: 12, behavior: 'instant' })", &[]);
        page.until("the card is where it was, seen from its words", &format!("Math.abs({apart} - {before}) < 1"));
        page.value("document.querySelector('#reader').scrollTo({ top: 1e6, behavior: 'instant' })", &[]);
        page.until("the card has left with its words", "!document.querySelector('#reader .card')");
    }

    /// A pinned sentence and what is written to it are there after the page was closed, and lead back to the sentence.
    fn notes_outlive_the_page(page: &Page) {
        page.click("#hits .hit h3 a");
        page.until("the reader is at a sentence", "document.querySelector('#pin')");
        page.click("#pin");
        page.until("there is a field for a note", "document.querySelector('#note-text')");
        let above = "document.querySelector('#reader').scrollTop";
        let before = page.number(above);
        page.type_into("#note-text", "راجع المصدر");
        assert_eq!(page.number(above), before, "the text went on while a note was written");
        let sentence = page.text("document.querySelector('#reader .sentence[data-here]').id");
        page.open_tab(&format!("{}index.html#view=notes", page.home()));
        page.wait_until_ready();
        assert_eq!(page.text("document.querySelector('#notes textarea').value"), "راجع المصدر");
        assert!(page.holds("/^\\d+ \\p{L}+.* \\d{4}$/u.test(document.querySelector('#notes .quiet bdi:last-child').textContent)"), "its day is not said as readers say it");
        page.click("#notes blockquote a");
        page.until("its sentence is open", &format!("document.querySelector('#reader .sentence[data-here][data-pinned]')?.id === '{sentence}'"));
    }

    /// A citation leads to its document, whatever was searched for when it was made.
    fn a_citation_leads_to_its_document_alone(page: &Page) {
        page.type_into("#query", "الرقة");
        page.until("words are marked", "document.querySelector('#hits .snippet mark')");
        page.click("#hits .hit h3 a");
        page.until("the reader is at a sentence", "document.querySelector('#pin')");
        let cited = page.text("document.querySelector('#reader .footnotes').textContent");
        assert!(cited.contains("#doc=") && !cited.contains("q="), "{cited}");
    }

    /// An address of a document that is not there says so instead of showing nothing.
    fn an_unknown_document_is_named_as_such(page: &Page) {
        page.go(&format!("{}index.html#doc=no-such-document&s=3", page.home()));
        page.until("the reader says so", &format!("{OPEN} && document.querySelector('#reader .notice')"));
    }
}
