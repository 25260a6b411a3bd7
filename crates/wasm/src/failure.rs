//! What the page is told when a call fails.

use serde::Serializer as _;
use serde::ser::SerializeMap;
use serde_wasm_bindgen::Serializer;
use tawarikh_core::{Fault, FragmentError, OpenError};
use wasm_bindgen::JsValue;

/// A failure to throw: a stable code with the values that the page's sentence for it has places for.
pub struct Failure(Fault);

impl Failure {
    /// The caller passed something that is not the documented object.
    pub fn argument() -> Failure {
        Failure::of("bad-argument")
    }

    fn of(code: &'static str) -> Failure {
        Failure(Fault {
            code,
            section: None,
            expected: None,
            found: None,
        })
    }

    /// As a value to throw.
    pub fn thrown(self) -> JsValue {
        self.object().unwrap_or_else(JsValue::from)
    }

    /// Entry by entry: for a struct the serializer would keep a table of its keys.
    fn object(&self) -> Result<JsValue, serde_wasm_bindgen::Error> {
        let plain = Serializer::json_compatible();
        let mut map = plain.serialize_map(None)?;
        map.serialize_entry("code", self.0.code)?;
        map.serialize_entry("section", &self.0.section)?;
        map.serialize_entry("expected", &self.0.expected)?;
        map.serialize_entry("found", &self.0.found)?;
        map.end()
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Failure {
        Failure(error.fault())
    }
}

impl From<FragmentError> for Failure {
    fn from(error: FragmentError) -> Failure {
        Failure::of(error.code())
    }
}
