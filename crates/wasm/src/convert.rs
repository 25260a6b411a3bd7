//! Between JavaScript values and serde types.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use crate::failure::Failure;
use crate::json::json;
use crate::plain::Plain;

/// A plain object: maps as objects, nothing as `null`, as JSON has it.
pub fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let text = json(value).unwrap_or_default();
    js_sys::JSON::parse(&text)
}

/// The page's object as a typed value.
pub fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    T::deserialize(Plain(value)).map_err(|_| Failure::argument().thrown())
}
