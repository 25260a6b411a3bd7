//! Serde types as JavaScript values.

use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::json::json;

/// A plain object: maps as objects, nothing as `null`, as JSON has it.
pub fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let text = json(value).unwrap_or_default();
    js_sys::JSON::parse(&text)
}
