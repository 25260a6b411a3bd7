//! The timeline: its direction, its window, its brush, its twin as a list.

use tawarikh_tests::engine::Engine;
use tawarikh_tests::page::{Key, Page, Transport};

/// The events on the lanes from the past to the future, as they lie on the screen from left to right.
const ACROSS: &str = "[...document.querySelectorAll('#lanes .mark')].map((mark) => [mark.getBoundingClientRect().left, mark.id]).sort((a, b) => a[0] - b[0]).map((pair) => pair[1])";

/// First and last day of the window, from the ticks' own words.
const TICKS: &str =
    "[...document.querySelectorAll('#lanes .tick')].map((tick) => tick.textContent).join('|')";

crate::everywhere! {
    /// Time runs from right to left until the reader turns it round.
    fn runs_from_right_to_left_until_switched(page: &Page) {
        assert_eq!(page.text("document.querySelector('#lanes').dir"), "rtl");
        let mirrored = "[...document.querySelectorAll('#lanes .tick')].map((tick) => tick.getBoundingClientRect().right)";
        let positions = page.texts(mirrored);
        assert!(positions.len() > 1);
        assert!(page.holds(&format!("{mirrored}.every((x, place, all) => place === 0 || x < all[place - 1])")), "{positions:?}");
        page.click("#switch-axis");
        page.until("time runs from left to right", "document.querySelector('#lanes').dir === 'ltr'");
        assert!(page.holds("[...document.querySelectorAll('#lanes .tick')].map((tick) => tick.getBoundingClientRect().left).every((x, place, all) => place === 0 || x > all[place - 1])"));
        page.until("the address says so", "location.hash.includes('axis=ltr')");
    }

    /// Drawing over the strip holds the hits to that span.
    fn brushing_a_span_filters_the_hits(page: &Page) {
        let place = page.texts("(({left, top, width, height}) => [left, top, width, height])(document.querySelector('#strip').getBoundingClientRect())");
        let number = |index: usize| place[index].parse::<f64>().expect("a box has numbers");
        let (left, top, width, height) = (number(0), number(1), number(2), number(3));
        let y = top + height / 2.0;
        page.drag((left + width * 0.30, y), (left + width * 0.45, y));
        page.until("the span is in the address", "/from=\\d.*to=\\d/.test(location.hash)");
        page.until("handles stand at its ends", "document.querySelectorAll('#strip .handle').length === 2");
        page.until("the span is of whole months", "/from=\\d{4}-\\d\\d-01&to=/.test(location.hash) && new Date(Date.parse(new URLSearchParams(location.hash.slice(1)).get('to')) + 864e5).getUTCDate() === 1");
        let said = page.text("document.querySelector('.chips .chip bdi').textContent");
        assert!(!said.contains('-'), "a filter is said as readers say it, not as {said}");
        page.press(Key::Escape);
    }

    /// The ends of a span move by keys, and the fields take a year as typed.
    fn a_span_is_set_by_typing_and_moved_by_keys(page: &Page) {
        page.type_into("#timeline input[name=from]", "2017");
        page.click("#timeline .span-fields button");
        page.until("the year is the span", "location.hash.includes('from=2017-01-01&to=2017-12-31')");
        page.value("document.querySelector('#span-to').focus()", &[]);
        page.press(Key::Home);
        page.until("the end has moved to the beginning", "!location.hash.includes('to=2017-12-31')");
    }

    /// Where time is dated before and after but not in the window, the lanes say so.
    fn lanes_without_a_mark_say_why(page: &Page) {
        page.open_tab(&format!("{}index.html#q=الباغوز&zoom=2013-02-01..2013-03-01", page.home()));
        page.wait_until_ready();
        page.until("the way out is said", "document.querySelector('.lanes-empty')?.textContent.includes('وسع المدة')");
    }

    /// Buttons, keys and the wheel zoom; one button shows everything again.
    fn zooms_by_buttons_and_keys(page: &Page) {
        let whole = page.text(TICKS);
        page.click("#timeline .tools button[aria-label='قرّب']");
        page.until("buttons zoom", &format!("{TICKS} !== {}", quoted(&whole)));
        page.until("the address has the window", "location.hash.includes('zoom=')");
        page.click("#timeline .tools button[aria-label='أظهر المدة كلها']");
        page.until("everything is back", &format!("{TICKS} === {}", quoted(&whole)));
        page.value("document.querySelector('#lanes [tabindex=\"0\"]').focus()", &[]);
        page.press(Key::Text('+'));
        page.until("keys zoom", &format!("{TICKS} !== {}", quoted(&whole)));
    }

    /// The list names the same events as the lanes.
    fn tells_the_same_as_a_list(page: &Page) {
        let events = page.number("parseInt(document.querySelector('#timeline .tally').textContent.match(/\\d+/)[0])");
        page.click("#switch-list");
        page.until("the list stands there", "document.querySelector('.event-list li')");
        assert_eq!(page.number("document.querySelectorAll('.event-list li').length"), events);
    }

    /// Precision is drawn: a day does not look like a year.
    fn draws_precisions_apart(page: &Page) {
        let shapes = page.texts("[...new Set([...document.querySelectorAll('#lanes .glyph')].map((glyph) => glyph.dataset.shape))]");
        assert!(shapes.len() >= 2, "{shapes:?}");
        assert!(!page.texts(ACROSS).is_empty());
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Two fingers that part bring the days closer.
fn two_fingers_zoom(engine: Engine) {
    crate::check(engine, Transport::File, |page| {
        let days = "(([first, last]) => Date.parse(last) - Date.parse(first))((new URLSearchParams(location.hash.slice(1)).get('zoom') ?? '..').split('..'))";
        page.click("#timeline .tools button[aria-label='قرّب']");
        page.until("the address has the window", &format!("{days} > 0"));
        let before = page.number(days);
        page.value(
            "document.querySelector('#lanes').scrollIntoView({ block: 'center' })",
            &[],
        );
        let [x, y] = ["left + width / 2", "top + height / 2"].map(|at| {
            page.number(&format!("(({{ left, top, width, height }}) => {at})(document.querySelector('#lanes').getBoundingClientRect())"))
        });
        page.touch(&[
            ((x - 50.0, y), (x - 150.0, y)),
            ((x + 50.0, y), (x + 150.0, y)),
        ]);
        page.until("the window is shorter", &format!("{days} < {before} * 0.6"));
    });
}

crate::cases! {
    two_fingers_zoom_chromium: two_fingers_zoom(Chromium);
}
