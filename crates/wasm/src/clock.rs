//! How long an answer took: measured here, since nothing below knows the clock.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Performance, Window};

/// Runs `answer` and puts the milliseconds that it took on the object as `millis`, where the page has a clock.
pub fn timed(answer: impl FnOnce() -> Result<JsValue, JsValue>) -> Result<JsValue, JsValue> {
    let clock = clock();
    let begin = clock.as_ref().map(Performance::now);
    let value = answer()?;
    if let (Some(clock), Some(begin)) = (clock, begin) {
        let millis = JsValue::from_f64(clock.now() - begin);
        js_sys::Reflect::set(&value, &JsValue::from_str("millis"), &millis)?;
    }
    Ok(value)
}

fn clock() -> Option<Performance> {
    js_sys::global().dyn_into::<Window>().ok()?.performance()
}
