//! What the page asks for: its plain objects as typed values.
//!
//! Read by hand: derived from the types, the readers were several times as large. A field that is not there has its
//! default; what is not understood is remembered, and refused once all is read.

use std::cell::RefCell;

use js_sys::{Array, Reflect};
use tawarikh_core::view::{
    Digits, Direction, FacetChoice, Language, Months, Page, State, Style, Window,
};
use wasm_bindgen::{JsCast, JsValue};

use crate::failure::Failure;

const LANGUAGES: [(&str, Language); 2] =
    [("arabic", Language::Arabic), ("english", Language::English)];
const MONTHS: [(&str, Months); 3] = [
    ("levantine", Months::Levantine),
    ("gregorian", Months::Gregorian),
    ("both", Months::Both),
];
const DIGITS: [(&str, Digits); 2] = [
    ("latin", Digits::Latin),
    ("arabicIndic", Digits::ArabicIndic),
];
const DIRECTIONS: [(&str, Direction); 4] = [
    ("next", Direction::Next),
    ("previous", Direction::Previous),
    ("first", Direction::First),
    ("last", Direction::Last),
];

/// The page's object as a [`State`].
///
/// # Errors
/// The failure to throw where it is none.
pub fn state(value: &JsValue) -> Result<State, JsValue> {
    let mut asked = Asked::default();
    let state = asked.state(value);
    asked.understood().map(|()| state)
}

/// The page's object as a [`Window`].
///
/// # Errors
/// The failure to throw where it is none.
pub fn window(value: &JsValue) -> Result<Window, JsValue> {
    let mut asked = Asked::default();
    let window = asked.window(value);
    asked.understood().map(|()| window)
}

/// The page's object as a [`Page`].
///
/// # Errors
/// The failure to throw where it is none.
pub fn page(value: &JsValue) -> Result<Page, JsValue> {
    let mut asked = Asked::default();
    let page = asked.page(value);
    asked.understood().map(|()| page)
}

/// The page's text as a [`Direction`].
///
/// # Errors
/// The failure to throw where it is none.
pub fn direction(value: &JsValue) -> Result<Direction, JsValue> {
    let mut asked = Asked::default();
    let direction = asked.one_of(value, &DIRECTIONS);
    asked.understood().map(|()| direction)
}

thread_local! {
    /// The names of fields as the page has them: made once, the browser knows them again.
    static NAMES: RefCell<Vec<(&'static str, JsValue)>> = const { RefCell::new(Vec::new()) };
}

/// A field's name.
fn name(key: &'static str) -> JsValue {
    NAMES.with_borrow_mut(|names| {
        if let Some((_, name)) = names.iter().find(|(known, _)| *known == key) {
            return name.clone();
        }
        let name = JsValue::from_str(key);
        names.push((key, name.clone()));
        name
    })
}

/// Reads values, and remembers whether one was not as documented.
#[derive(Default)]
struct Asked {
    unclear: bool,
}

impl Asked {
    fn understood(&self) -> Result<(), JsValue> {
        if self.unclear {
            Err(Failure::argument().thrown())
        } else {
            Ok(())
        }
    }

    fn state(&mut self, state: &JsValue) -> State {
        self.object(state);
        let facets = self.field(state, "facets");
        let style = self.field(state, "style");
        let span = self.pair(state, "span");
        let reading = self.pair(state, "reading");
        State {
            query: self.text(state, "query"),
            facets: FacetChoice {
                outlet: self.texts(&facets, "outlet"),
                year: self.texts(&facets, "year"),
                place: self.texts(&facets, "place"),
                author: self.texts(&facets, "author"),
                party: self.texts(&facets, "party"),
                kind: self.texts(&facets, "kind"),
            },
            span: span.map(|days| days.map(|day| day as i32)),
            limit: self.number(state, "limit") as u32,
            offset: self.number(state, "offset") as u32,
            style: Style {
                language: self.chosen(&style, "language", &LANGUAGES),
                months: self.chosen(&style, "months", &MONTHS),
                digits: self.chosen(&style, "digits", &DIGITS),
            },
            reading: reading.map(|numbers| numbers.map(|number| number as u32)),
            exact: self.truth(state, "exact"),
        }
    }

    fn window(&mut self, window: &JsValue) -> Window {
        self.object(window);
        Window {
            first: self.number(window, "first"),
            last: self.number(window, "last"),
            width: self.number(window, "width"),
            lanes: self.number(window, "lanes") as u32,
            char_width: self.number(window, "charWidth"),
            label_width: self.number(window, "labelWidth"),
        }
    }

    fn page(&mut self, page: &JsValue) -> Page {
        self.object(page);
        Page {
            limit: self.number(page, "limit") as u32,
            offset: self.number(page, "offset") as u32,
        }
    }

    fn object(&mut self, value: &JsValue) {
        self.unclear |= !value.is_object();
    }

    /// The field of an object; undefined where there is none of that name.
    fn field(&mut self, object: &JsValue, key: &'static str) -> JsValue {
        // What is not there has no fields. To ask it throws, which takes as long as to understand a query.
        if object.is_undefined() {
            return JsValue::UNDEFINED;
        }
        // Neither has what is no object; a getter that throws leaves nothing either.
        Reflect::get(object, &name(key)).unwrap_or_default()
    }

    /// What was made of a value, which has its default only where there is none.
    fn read<T: Default>(&mut self, value: &JsValue, read: Option<T>) -> T {
        self.unclear |= read.is_none() && !value.is_undefined();
        read.unwrap_or_default()
    }

    fn text(&mut self, object: &JsValue, key: &'static str) -> String {
        let value = self.field(object, key);
        self.read(&value, value.as_string())
    }

    fn number(&mut self, object: &JsValue, key: &'static str) -> f64 {
        let value = self.field(object, key);
        self.read(&value, value.as_f64())
    }

    fn truth(&mut self, object: &JsValue, key: &'static str) -> bool {
        let value = self.field(object, key);
        self.read(&value, value.as_bool())
    }

    fn items(&mut self, object: &JsValue, key: &'static str) -> Vec<JsValue> {
        let value = self.field(object, key);
        let items = value.dyn_ref::<Array>().map(Array::to_vec);
        let items = items.or_else(|| value.is_null().then(Vec::new));
        self.read(&value, items)
    }

    fn texts(&mut self, object: &JsValue, key: &'static str) -> Vec<String> {
        let items = self.items(object, key);
        let texts = items.iter().map(|item| self.read(item, item.as_string()));
        texts.collect()
    }

    /// Two numbers; nothing where there are none.
    fn pair(&mut self, object: &JsValue, key: &'static str) -> Option<[f64; 2]> {
        let items = self.items(object, key);
        let [first, second] = items.as_slice() else {
            self.unclear |= !items.is_empty();
            return None;
        };
        Some([first, second].map(|item| self.read(item, item.as_f64())))
    }

    fn chosen<T: Copy>(&mut self, object: &JsValue, key: &'static str, all: &[(&str, T)]) -> T {
        let value = self.field(object, key);
        self.one_of(&value, all)
    }

    /// The value of that name; the first where none is named.
    fn one_of<T: Copy>(&mut self, value: &JsValue, all: &[(&str, T)]) -> T {
        let name = value.as_string();
        let named = all.iter().find(|(id, _)| name.as_deref() == Some(id));
        self.unclear |= named.is_none() && !value.is_undefined();
        named.unwrap_or(&all[0]).1
    }
}
