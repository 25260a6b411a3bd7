//! The map: its marks, its window, its months, and what it can't place.

use tawarikh_tests::engine::Engine;
use tawarikh_tests::page::{Key, Page, Transport};

/// How the ground lies: it changes with every move of the camera.
const GROUND: &str = "document.querySelector('.ground').style.transform + document.querySelector('.ground .land').getAttribute('d').length";

/// How large the ground is drawn, in pixels to a degree, as the address has it; nothing before the camera has moved.
const SCALE: &str =
    "2 ** Number(new URLSearchParams(location.hash.slice(1)).get('map.at')?.split(',')[2])";

/// The page's map, once its data has come.
fn open(page: &Page) {
    page.click("#tab-map");
    page.until(
        "borders are drawn",
        "document.querySelector('.ground .borders')?.getAttribute('d').length > 500",
    );
    page.until(
        "places are marked",
        "document.querySelectorAll('.place').length > 3",
    );
}

/// Left, top, width and height of the map on the screen.
fn window(page: &Page) -> [f64; 4] {
    page.value(
        "document.querySelector('#map-window').scrollIntoView({ block: 'center' })",
        &[],
    );
    ["left", "top", "width", "height"].map(|side| {
        page.number(&format!(
            "document.querySelector('#map-window').getBoundingClientRect().{side}"
        ))
    })
}

crate::everywhere! {
    /// The map's data comes with the map and not before, from the site's own folder.
    fn brings_its_data_when_opened(page: &Page) {
        let asked = "performance.getEntriesByType('resource').some(({ name }) => /\\/map(-view)?[.]js$/.test(name)) || document.querySelector('script[src*=\"map\"]') !== null";
        assert!(!page.holds(asked), "the map's data came before it was asked for");
        open(page);
        assert!(page.holds("document.querySelectorAll('.river-name, .country-name').length > 2"));
    }

    /// A place that is pressed says what is known of it, and narrows the search to itself.
    fn a_place_tells_of_itself(page: &Page) {
        open(page);
        page.value("document.querySelector('.map-list').open = true", &[]);
        page.click("#listed-الرقة");
        page.until("its card is there", "document.querySelector('#name-card-heading')?.textContent === 'الرقة'");
        assert!(page.holds("/35[.]9\\d° N, 3[89][.]\\d+° E/.test(document.querySelector('.name-card dl').textContent)"));
        page.click("#name-card-close");
        page.until("the focus is on a mark again", "document.activeElement.matches('.place')");
        page.click("#listed-الرقة");
        page.click("#narrow-card");
        page.until("the search is narrowed", "document.querySelector('.chips') && new URLSearchParams(location.hash.slice(1)).get('place') === 'الرقة'");
    }

    /// One month at a time: what happened elsewhere or in other months stands back, and the address keeps the month.
    fn months_step_over_the_map(page: &Page) {
        open(page);
        let active = "document.querySelectorAll('.place:not([data-still])').length";
        let all = page.number(active);
        page.click("#month-later");
        page.until("a month is shown", "/map.month=\\d{4}-\\d{2}/.test(location.hash)");
        assert!(page.number(active) < all, "every place has events in the first month");
        let first = page.text("document.querySelector('.map-month bdi').textContent");
        page.value("document.querySelector('#month-slider').focus()", &[]);
        page.press(Key::End);
        page.until("keys move the slider to the last month", &format!("document.querySelector('.map-month bdi').textContent !== '{first}'"));
        page.click("#month-all");
        page.until("all months are back", &format!("{active} === {all}"));
        assert!(page.holds("document.activeElement.id === 'month-slider'"), "the focus is lost");
    }
}

crate::in_each_engine! {
    /// Buttons, keys and the mouse move the camera; one button brings it back.
    fn the_camera_moves_and_returns(page: &Page) {
        open(page);
        let home = page.text(GROUND);
        page.click(".map-tools button:nth-child(1)");
        page.until("buttons zoom", &format!("{GROUND} !== {home:?}"));
        page.until("the address has the camera", "location.hash.includes('map.at=')");
        page.click(".map-tools button:nth-child(3)");
        page.until("the camera is back", &format!("{GROUND} === {home:?}"));
        let [left, top, width, height] = window(page);
        let (x, y) = (left + width * 0.6, top + height * 0.75);
        page.drag((x, y), (x - 90.0, y - 60.0));
        page.until("dragging moves", &format!("{GROUND} !== {home:?}"));
        page.value("document.querySelector('.place[tabindex=\"0\"]').focus()", &[]);
        page.press(Key::Text('0'));
        page.until("a key brings it back", &format!("{GROUND} === {home:?}"));
    }

    /// Arrows walk from mark to mark; one mark at a time has the tab stop, and each says its places and their events.
    fn arrows_walk_from_place_to_place(page: &Page) {
        open(page);
        page.value("document.querySelector('.place[tabindex=\"0\"]').focus()", &[]);
        let focus = "document.activeElement.id";
        let first = page.text(focus);
        for key in [Key::Left, Key::Right, Key::Up, Key::Down] {
            page.press(key);
        }
        assert!(page.holds("document.activeElement.matches('.place')"), "the focus has left the marks");
        assert_eq!(page.number("document.querySelectorAll('.place[tabindex=\"0\"]').length"), 1.0);
        assert!(page.holds("[...document.querySelectorAll('.place')].every((mark) => /:.*(حدث|أحداث)/.test(mark.getAttribute('aria-label')))"));
        assert!(page.holds("[...document.querySelectorAll('.place')].every((mark) => { const { width, height } = mark.getBoundingClientRect(); return width >= 24 && height >= 24; })"));
        assert!(!first.is_empty());
    }

    /// A group of places opens into its places.
    fn groups_open(page: &Page) {
        open(page);
        let marks = "document.querySelectorAll('.place[data-many]').length";
        assert!(page.number(marks) > 0.0, "nothing to open");
        let before = page.text("document.querySelector('.place[data-many]').getAttribute('aria-label')");
        page.value("document.querySelector('.place[data-many]').click()", &[]);
        page.until("it is another group, or none", &format!("document.querySelector('.place[data-many]')?.getAttribute('aria-label') !== {before:?} || document.querySelector('.name-card')"));
    }

    /// Playing goes on by itself, and stops when it is told to.
    fn months_play_and_pause(page: &Page) {
        open(page);
        page.click("#month-play");
        let month = "document.querySelector('.map-month bdi')?.textContent ?? ''";
        page.until("the first month is shown", &format!("({month}) !== ''"));
        let first = page.text(month);
        page.until("the next one follows", &format!("({month}) !== {first:?}"));
        page.click("#month-play");
        page.until("it is said once it rests", "document.querySelector('#map [role=status].unseen').textContent !== ''");
    }

    /// No known fault of markup, names or contrast, with a place's card open, in both themes.
    fn axe_finds_nothing(page: &Page) {
        for theme in ["light", "dark"] {
            page.choose_theme(theme);
            open(page);
            page.value("document.querySelector('.map-list').open = true", &[]);
            page.value("document.querySelector('.map-list button[aria-pressed=false]').click()", &[]);
            page.until("a card is open", "document.querySelector('.name-card')");
            assert_eq!(page.axe(), Vec::<String>::new(), "{theme}");
        }
    }
}

/// Fingers on the map, where browsers can be made to feel them: their drivers alone say whether they have a touch screen.
fn touched(engine: Engine, behaviour: impl Fn(&Page)) {
    crate::check(engine, Transport::File, |page| {
        open(page);
        behaviour(page);
    });
}

/// Two fingers that part bring the map closer, and what lies between them stays there.
fn two_fingers_zoom(engine: Engine) {
    touched(engine, |page| {
        let [left, top, width, height] = window(page);
        let (x, y) = (left + width * 0.5, top + height * 0.5);
        page.click(".map-tools button:nth-child(1)");
        page.until(
            "the address has the camera",
            "location.hash.includes('map.at=')",
        );
        let before = page.number(SCALE);
        page.touch(&[
            ((x - 40.0, y), (x - 120.0, y)),
            ((x + 40.0, y), (x + 120.0, y)),
        ]);
        page.until("the map is nearer", &format!("{SCALE} > {before} * 2"));
    });
}

/// One finger that goes up scrolls the page, until the map has been tapped: then it moves the map.
fn one_finger_scrolls_until_the_map_is_tapped(engine: Engine) {
    touched(engine, |page| {
        let [left, top, width, height] = window(page);
        let (x, y) = (left + width * 0.5, top + height * 0.8);
        let home = page.text(GROUND);
        let scrolled = page.number("scrollY");
        page.touch(&[((x, y), (x, y - 160.0))]);
        page.until("the page has scrolled", &format!("scrollY > {scrolled}"));
        page.until(
            "it is said how the map moves",
            "document.querySelector('#map-window').dataset.hint",
        );
        assert_eq!(page.text(GROUND), home, "the map has moved as well");

        let [left, top, width, height] = window(page);
        // Where the sea is: no place is chosen by this tap.
        let free = page.texts(&format!(
            "(() => {{ for (let y = {top} + 60; y < {top} + {height} - 90; y += 12) for (let x = {left} + 90; x < {left} + {width} - 20; x += 12) if (document.elementFromPoint(x, y)?.closest('.places, .map-tools') === null && document.elementFromPoint(x, y)?.closest('#map-window')) return [x, y]; return []; }})()"
        ));
        let number = |index: usize| free[index].parse::<f64>().expect("a place that is free");
        let tap = (number(0), number(1));
        page.touch(&[(tap, tap)]);
        page.until(
            "the map is awake",
            "document.querySelector('#map-window').dataset.awake",
        );
        let scrolled = page.number("scrollY");
        page.touch(&[((x, y), (x, y - 120.0))]);
        page.until("the map has moved", &format!("{GROUND} !== {home:?}"));
        assert_eq!(
            page.number("scrollY"),
            scrolled,
            "the page has scrolled as well"
        );
        page.click("#tab-map");
        page.until(
            "it sleeps again",
            "!document.querySelector('#map-window').dataset.awake",
        );
    });
}

crate::cases! {
    two_fingers_zoom_chromium: two_fingers_zoom(Chromium);
    one_finger_scrolls_until_the_map_is_tapped_chromium: one_finger_scrolls_until_the_map_is_tapped(Chromium);
}
