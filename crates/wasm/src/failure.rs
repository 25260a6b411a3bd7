//! What the page is told when a call fails.

use serde::{Serialize, Serializer};
use wasm_bindgen::JsValue;

/// A failure in both interface languages; `code` is stable.
pub struct Failure {
    code: &'static str,
    ar: String,
    en: String,
}

impl Serialize for Failure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([("code", self.code), ("ar", &self.ar), ("en", &self.en)])
    }
}

impl Failure {
    /// The caller passed something that is not the documented object.
    pub fn argument() -> Failure {
        Failure {
            code: "bad-argument",
            ar: "قيمة غير مفهومة من الصفحة".to_owned(),
            en: "the page passed a value that is not understood".to_owned(),
        }
    }

    /// As a value to throw.
    pub fn thrown(self) -> JsValue {
        self.serialize(&serde_wasm_bindgen::Serializer::json_compatible())
            .unwrap_or_else(JsValue::from)
    }
}

impl From<tawarikh_core::OpenError> for Failure {
    fn from(error: tawarikh_core::OpenError) -> Failure {
        Failure {
            code: error.code(),
            ar: error.arabic(),
            en: error.to_string(),
        }
    }
}

impl From<tawarikh_core::FragmentError> for Failure {
    fn from(error: tawarikh_core::FragmentError) -> Failure {
        Failure {
            code: error.code(),
            ar: error.arabic(),
            en: error.to_string(),
        }
    }
}
