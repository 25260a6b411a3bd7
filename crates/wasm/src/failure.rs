//! What the page is told when a call fails.

use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::convert::to_js;

/// A failure in both interface languages; `code` is stable.
#[derive(Serialize)]
pub struct Failure {
    code: String,
    ar: String,
    en: String,
}

impl Failure {
    /// The caller passed something that is not the documented object.
    pub fn argument(error: &serde_wasm_bindgen::Error) -> Failure {
        Failure {
            code: "bad-argument".to_owned(),
            ar: format!("قيمة غير مفهومة من الصفحة: {error}"),
            en: format!("the page passed a value that is not understood: {error}"),
        }
    }

    /// As a value to throw.
    pub fn thrown(self) -> JsValue {
        to_js(&self).unwrap_or_else(|error| error)
    }
}

impl From<tawarikh_core::OpenError> for Failure {
    fn from(error: tawarikh_core::OpenError) -> Failure {
        Failure {
            code: error.code().to_owned(),
            ar: error.arabic(),
            en: error.to_string(),
        }
    }
}

impl From<tawarikh_core::FragmentError> for Failure {
    fn from(error: tawarikh_core::FragmentError) -> Failure {
        Failure {
            code: error.code().to_owned(),
            ar: error.arabic(),
            en: error.to_string(),
        }
    }
}
