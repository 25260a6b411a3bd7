//! A fault of ours leaves a trace in the browser's console instead of a bare `unreachable`.

use std::panic::PanicHookInfo;
use std::sync::Once;

use wasm_bindgen::JsValue;

static INSTALLED: Once = Once::new();

/// Reports panics from now on; further calls do nothing.
pub fn install() {
    INSTALLED.call_once(|| std::panic::set_hook(Box::new(report)));
}

fn report(info: &PanicHookInfo<'_>) {
    web_sys::console::error_1(&JsValue::from_str(&format!("tawarikh: {info}")));
}
