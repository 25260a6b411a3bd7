//! The page for readers who see, point or move otherwise: larger text, small screens, forced colours, no motion, the keyboard.

use std::thread::sleep;
use std::time::{Duration, Instant};

use tawarikh_tests::engine::Engine;
use tawarikh_tests::page::{Key, Page, Transport};
use tawarikh_tests::states::STATES;

use crate::appearance::OVERFLOW;

/// A desk's window and a phone's, in pixels.
const DESK: (u32, u32) = (1280, 800);
const PHONE: (u32, u32) = (390, 844);
/// What a window of 1280 pixels holds at four times the size (WCAG 2.2, 1.4.10).
const NARROWEST: (u32, u32) = (320, 640);

/// What can be pressed, chosen or filled in and is there to be seen. Marks in running text are exempt from a target's size as
/// links in sentences are; what is plotted stands in the table below the plot as well.
const CONTROLS: &str = "(() => {
    const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest('.unseen, [inert]') && element.getClientRects().length > 0;
    const target = (element) => (element.matches('input[type=radio], input[type=checkbox], input[type=file]') ? element.closest('label') : element);
    return [...new Set([...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=option], [role=slider]')].map(target))]
        .filter((element) => seen(element) && !element.matches('.annotated, .plot-mark, .skip'));
})()";

/// Targets smaller than 24 pixels that another target is too near to (WCAG 2.2, 2.5.8: a circle of 24 pixels around the middle
/// of a small one meets neither another target nor another's circle).
const SMALL: &str = "((controls) => {
    const boxes = controls.map((element) => ({ element, box: element.getBoundingClientRect() })).filter(({ box }) => box.width > 0 && box.height > 0);
    const isSmall = ({ box }) => box.width < 23.5 || box.height < 23.5;
    const middle = ({ box }) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const apart = ([x, y], { box }) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    const near = (one, other) => apart(middle(one), other) < 12 || (isSmall(other) && Math.hypot(middle(one)[0] - middle(other)[0], middle(one)[1] - middle(other)[1]) < 24);
    return boxes.filter((one) => isSmall(one) && boxes.some((other) => other !== one && !one.element.contains(other.element) && !other.element.contains(one.element) && near(one, other)))
        .map(({ element, box }) => `${element.tagName}#${element.id}.${element.className} ${Math.round(box.width)}x${Math.round(box.height)} ${element.textContent.slice(0, 20)}`).slice(0, 8);
})";

/// Words that do not fit into their boxes. Labels of the timeline are cut at words, and their marks' names say all.
const CUT: &str = "[...document.querySelectorAll('body *')]
    .filter((element) => element.checkVisibility() && !element.closest('.unseen, .lanes, .map, svg, select, .skip') && [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue.trim() !== ''))
    .filter((element) => { const { overflowX, overflowY } = getComputedStyle(element); return (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) || (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2); })
    .filter((element) => !element.matches('.welcome > p, .event-source, .offer-text, .option-row .quiet, textarea'))
    .map((element) => `${element.tagName}.${element.className} ${element.textContent.slice(0, 40)}`).slice(0, 8)";

/// Controls of the page's own bars, or of the layer that lies over them, that something else lies over once they are brought
/// into sight.
const COVERED: &str = "((controls, layer) => controls
    .filter((element) => layer === null || layer.contains(element))
    .filter((element) => layer || element.matches('#header *, .timeline-bar *, .tabs-area *, .search *, .reader-bar *, .sentence-bar *, .menu-body *, .notes-tools *, .map-tools *, .more, .nothing *'))
    .filter((element) => {
        element.scrollIntoView({ block: 'center', inline: 'nearest' });
        const box = element.getBoundingClientRect();
        const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
        return !hit || !(element.contains(hit) || hit.contains(element));
    })
    .map((element) => `${element.tagName}#${element.id}.${element.className} ${element.textContent.slice(0, 20)}`).slice(0, 8))";

/// The layer that lies over the page, if any.
const LAYER: &str = "document.querySelector('details[data-layer][open] > :last-child, .card, .offers:has(.option-row)')";

/// How much of what has the focus can be seen: 0 where it lies outside of the window or all of it under something else.
const SEEN: &str = "(() => {
    const element = document.activeElement;
    const boxes = [...element.getClientRects()];
    const shares = [0.1, 0.3, 0.5, 0.7, 0.9];
    const points = boxes.flatMap((box) => shares.flatMap((x) => shares.map((y) => [box.left + box.width * x, box.top + box.height * y])));
    const own = (hit) => hit && (element.contains(hit) || hit.contains(element) || hit.closest('label')?.contains(element) || element.closest('label')?.contains(hit));
    return points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight && own(document.elementFromPoint(x, y))).length;
})()";

/// Labels of the timeline hold as many words as they have room for, in the letters' own size.
const LABELS_FIT: &str = "document.querySelector('.event-list') || [...document.querySelectorAll('.mark-label')].every((label) => label.scrollWidth <= label.clientWidth + 1)";

/// What has the focus, for a failure's text.
const HERE: &str = "`${document.activeElement.tagName}#${document.activeElement.id}.${document.activeElement.className} ${document.activeElement.textContent.slice(0, 30)}`";

/// How long a page may take to lay itself out anew, on a busy machine.
const REST: Duration = Duration::from_secs(15);

/// More presses than any view has stops.
const ENOUGH: usize = 260;

/// Asserts that a list is empty, once the page has come to rest: it measures itself anew after its window has another size.
fn none(page: &Page, what: &str, list: &str) {
    let begun = Instant::now();
    let mut found = page.texts(list);
    while !found.is_empty() && begun.elapsed() < REST {
        sleep(Duration::from_millis(50));
        found = page.texts(list);
    }
    assert_eq!(found, Vec::<String>::new(), "{what}");
}

/// Tabs from the top of the page, or of the reader, until the focus leaves the page; each stop has to be seen.
fn walk(page: &Page, state: &str) -> usize {
    page.value(
        "(document.querySelector('#reader-close') ?? document.querySelector('.skip')).focus()",
        &[],
    );
    let first = page.text("document.activeElement.id || document.activeElement.className");
    let mut hidden = Vec::new();
    for step in 1..ENOUGH {
        page.press(Key::Tab);
        // The walk has left the page or has come round.
        if page.holds("document.activeElement === document.body || document.activeElement === null || !document.hasFocus()")
            || page.text("document.activeElement.id || document.activeElement.className") == first
        {
            assert_eq!(hidden, Vec::<String>::new(), "{state}");
            return step;
        }
        if page.number(SEEN) == 0.0 {
            hidden.push(page.text(HERE));
        }
    }
    panic!("{state}: Tab does not come to an end");
}

crate::in_each_engine! {
    /// Every view and state on a phone, in the narrowest window, on a desk, and there with letters twice as large: nothing sticks
    /// out sideways, what is pressed is as large as a finger needs it, no words are cut, and nothing lies over a control.
    fn every_state_fits_its_reader(page: &Page) {
        for (state, language) in STATES.iter().zip(["ar", "en"].into_iter().cycle()) {
            let name = format!("{}, {language}", state.name);
            state.open(page, PHONE, language);
            none(page, &format!("on a phone: {name}"), &format!("{SMALL}({CONTROLS})"));
            page.resize_frame(NARROWEST);
            none(page, &format!("narrow: {name}"), OVERFLOW);
            page.resize_frame(DESK);
            none(page, &format!("on a desk: {name}"), &format!("{SMALL}({CONTROLS})"));
            page.value("document.documentElement.style.setProperty('font-size', '200%')", &[]);
            page.until("the lanes are measured anew", LABELS_FIT);
            none(page, &format!("large, sideways: {name}"), OVERFLOW);
            none(page, &format!("large, cut: {name}"), CUT);
            none(page, &format!("large, covered: {name}"), &format!("{COVERED}({CONTROLS}, {LAYER})"));
            page.leave_frame();
        }
        page.visit_home();
    }

    /// Along the whole walk by Tab, what has the focus can be seen: the first visit, hits with filters, happenings, a map, and
    /// the reader, whose bars lie over its text.
    fn the_focus_is_never_hidden(page: &Page) {
        for (name, size) in [("hits", DESK), ("happenings", PHONE), ("map", DESK), ("reader", DESK), ("reader", PHONE)] {
            for state in STATES.iter().filter(|state| state.name == name) {
                state.open(page, size, "ar");
                let stops = walk(page, &format!("{name}, {} px", size.0));
                assert!(stops > 5, "{name}: only {stops} stops");
                page.leave_frame();
            }
        }
        page.visit_home();
    }

    /// Escape closes each layer, the topmost first, and the focus is back where it was opened.
    fn escape_closes_every_layer(page: &Page) {
        for (what, opener, key, layer) in [
            ("settings", "#switch-settings", Key::Enter, "details[open] > #switch-settings"),
            ("exports", "#switch-export", Key::Enter, "details[open] > #switch-export"),
            ("help", "#switch-help", Key::Enter, "#help"),
            ("the reader", "#hits .hit h3 a", Key::Enter, "#reader article"),
        ] {
            page.value(&format!("document.querySelector('{opener}').focus()"), &[]);
            page.press(key);
            page.until(&format!("{what} is open"), &format!("document.querySelector('{layer}')"));
            if what != "the reader" {
                page.press(Key::Tab);
            }
            page.press(Key::Escape);
            page.until(&format!("{what} is closed, and the focus is back"), &format!("!document.querySelector('{layer}') && document.activeElement === document.querySelector('{opener}')"));
        }
        layers_of_the_reader(page);
        page.click("#tab-names");
        page.until("names are listed", "document.querySelector('#names tbody tr .link')");
        page.value("document.querySelector('#names tbody tr .link').focus()", &[]);
        page.press(Key::Enter);
        page.until("its card is open", "document.querySelector('.name-card')");
        page.value("document.querySelector('#name-card-close').focus()", &[]);
        page.press(Key::Escape);
        page.until("its card is closed, and the focus is back", "!document.querySelector('.name-card') && document.activeElement === document.querySelector('#names tbody tr .link')");
    }
}

/// A card goes before the reader that it lies over, and so does a menu.
fn layers_of_the_reader(page: &Page) {
    page.value("document.querySelector('#hits .hit h3 a').click()", &[]);
    page.until(
        "the text is marked",
        "document.querySelector('#reader .text .annotated[tabindex=\"0\"]')",
    );
    for (what, opener, layer) in [
        (
            "a mark's card",
            "#reader .text .annotated[tabindex=\"0\"]",
            "#reader .card",
        ),
        (
            "the marks",
            "#switch-marks",
            "details[open] > #switch-marks",
        ),
        (
            "ways to cite",
            "#cite-reader",
            "details[open] > #cite-reader",
        ),
    ] {
        page.value(&format!("document.querySelector('{opener}').focus()"), &[]);
        page.press(Key::Enter);
        page.until(
            &format!("{what} can be seen"),
            &format!("document.querySelector('{layer}')"),
        );
        page.press(Key::Escape);
        page.until(&format!("{what} closed, and the focus is back"), &format!("!document.querySelector('{layer}') && document.activeElement === document.querySelector('{opener}')"));
        assert!(
            page.holds("document.querySelector('#reader article')"),
            "{what} took the reader with it"
        );
    }
    page.press(Key::Escape);
    page.until(
        "the reader is closed",
        "document.querySelector('#reader').hidden",
    );
}

/// Marks whose ink is the paper's, by what draws them.
const INKLESS: &str = "(() => {
    const paper = getComputedStyle(document.body).backgroundColor;
    const edge = (width, ink) => (parseFloat(width) > 0 ? ink : null);
    const inks = (element) => {
        const style = getComputedStyle(element);
        const own = [style.backgroundColor, edge(style.borderTopWidth, style.borderTopColor), edge(style.borderInlineStartWidth, style.borderInlineStartColor)];
        const drawn = element.namespaceURI.endsWith('svg') ? [style.fill, style.stroke] : [];
        return [...own, ...drawn].filter((ink) => ink && ink !== 'none' && ink !== 'rgba(0, 0, 0, 0)');
    };
    const drawn = [...document.querySelectorAll(a[0])].filter((element) => element.checkVisibility({ visibilityProperty: true }));
    return drawn.length === 0 ? [`none of ${a[0]}`] : drawn.filter((element) => inks(element).every((ink) => ink === paper)).map((element) => element.outerHTML.slice(0, 120)).slice(0, 4);
})()";

/// In forced colours every mark keeps its ink, and what has the focus, is chosen or pressed keeps its sign. Only Chromium's
/// driver can ask for them.
#[test]
fn forced_colours_leave_marks_and_focus_visible() {
    crate::check(Engine::Chromium, Transport::File, |page| {
        page.prefer("forced-colors", "active");
        let inkless = |what: &str| page.texts(&INKLESS.replace("a[0]", &format!("{what:?}")));
        for (view, marks) in [
            (
                "documents",
                vec![
                    "#lanes .mark .glyph:not([data-shape=range])",
                    "#lanes .mark .kind-sign",
                    "#strip .density path",
                    "#lanes .columns path",
                ],
            ),
            ("figures", vec!["#figures .plot-shape"]),
            ("map", vec![".place .disc", ".ground .land"]),
            ("names", vec!["#names .sparkline"]),
        ] {
            page.click(&format!("#tab-{view}"));
            page.until(
                "the view is there",
                &format!("document.querySelector('{}')", marks[0]),
            );
            for what in marks {
                assert_eq!(inkless(what), Vec::<String>::new(), "{view}: {what}");
            }
            let lined = "[...document.querySelectorAll('.tab')].filter((tab) => getComputedStyle(tab).borderBlockEndColor !== getComputedStyle(document.body).backgroundColor).map((tab) => tab.id)";
            assert_eq!(
                page.texts(lined),
                [format!("tab-{view}")],
                "the chosen tab alone has a line"
            );
        }
        page.click("#tab-documents");
        for what in [
            "#query",
            "#switch-help",
            "#lanes [tabindex=\"0\"]",
            "#tab-documents",
            "#hits .hit h3 a",
        ] {
            page.value(&format!("document.querySelector('{what}').focus()"), &[]);
            page.press(Key::Shift);
            assert!(page.holds("(() => { const shown = (element) => { const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element); return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor !== getComputedStyle(document.body).backgroundColor; }; return shown(document.activeElement) || shown(document.activeElement.closest('form, label') ?? document.activeElement); })()"), "no focus on {what}");
        }
        page.click("#hits .hit h3 a");
        page.until(
            "the text is marked",
            "document.querySelectorAll('#reader .text .annotated').length > 2",
        );
        assert!(page.holds("[...document.querySelectorAll('#reader .text .annotated')].every((mark) => getComputedStyle(mark).textDecorationLine === 'underline')"), "a mark in the text without its line");
        assert_eq!(page.axe(), Vec::<String>::new());
    });
}

/// Where no motion is wanted nothing moves by itself: neither the axis, nor the map, nor the reader.
#[test]
fn nothing_moves_where_no_motion_is_wanted() {
    crate::check(Engine::Chromium, Transport::File, |page| {
        let moving = "document.getAnimations().length";
        // The watch sees motion where there is some: without the wish, zooming glides.
        page.value("(() => { globalThis.moved = 0; document.addEventListener('transitionrun', () => (globalThis.moved += 1), true); })()", &[]);
        let zoom = ".timeline-bar .tools button:nth-child(3)";
        page.click(zoom);
        page.until("the axis glides", "globalThis.moved > 0");
        page.until("it is at rest", &format!("{moving} === 0"));
        page.prefer("prefers-reduced-motion", "reduce");
        page.value("globalThis.moved = 0", &[]);
        let before = page.text("location.hash");
        page.click(zoom);
        page.until(
            "the axis is elsewhere",
            &format!("location.hash !== '{before}'"),
        );
        page.click("#tab-map");
        page.until(
            "places are marked",
            "document.querySelectorAll('.place').length > 3",
        );
        page.click("#month-later");
        page.until("a month is shown", "location.hash.includes('map.month=')");
        page.click("#tab-documents");
        page.click("#hits .hit h3 a");
        page.until(
            "the reader is open",
            "document.querySelector('#reader article')",
        );
        page.settle();
        assert_eq!(
            (page.number("globalThis.moved"), page.number(moving)),
            (0.0, 0.0)
        );
    });
}
