//! The browser's door to an archive: converts, and nothing else.
//!
//! What goes in and out is plain data, described in [`tawarikh_core::view`]; text leaves already cut into pieces, so no
//! offset ever crosses. Every failure is thrown as `{ code, ar, en }`, ready for the page to show.

mod convert;
mod failure;
mod panic_report;

use tawarikh_core::view::{State, Window};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::JsValue;

use convert::{from_js, to_js};
use failure::Failure;

/// An open archive: the engine's one object.
#[wasm_bindgen]
pub struct Archive {
    inner: tawarikh_core::Archive,
}

#[wasm_bindgen]
impl Archive {
    /// Opens the bytes of a pack (the custom section `tawarikh.pack` of the archive's module), checking them once.
    ///
    /// # Errors
    /// Throws what is wrong with the bytes and what to do about it.
    pub fn open(pack: Vec<u8>) -> Result<Archive, JsValue> {
        panic_report::install();
        let inner = tawarikh_core::Archive::open(pack).map_err(|error| Failure::from(error).thrown())?;
        Ok(Archive { inner })
    }

    /// What the archive is: an [`About`](tawarikh_core::view::About).
    ///
    /// # Errors
    /// Throws only if the browser refuses to make an object.
    pub fn about(&self) -> Result<JsValue, JsValue> {
        to_js(&self.inner.about())
    }

    /// Hits, facets and notes for a [`State`].
    ///
    /// # Errors
    /// Throws if `state` is not one.
    pub fn search(&self, state: JsValue) -> Result<JsValue, JsValue> {
        let state: State = from_js(state)?;
        to_js(&self.inner.search(&state))
    }

    /// The matching events laid out for a [`Window`] of the time axis.
    ///
    /// # Errors
    /// Throws if `state` or `window` is not one.
    pub fn timeline(&self, state: JsValue, window: JsValue) -> Result<JsValue, JsValue> {
        let state: State = from_js(state)?;
        let window: Window = from_js(window)?;
        to_js(&self.inner.timeline(&state, &window))
    }

    /// One document to read, with the state's matches marked; `null` where there is no such document.
    ///
    /// # Errors
    /// Throws if `state` is not one.
    pub fn document(&self, document: u32, state: JsValue) -> Result<JsValue, JsValue> {
        let state: State = from_js(state)?;
        to_js(&self.inner.document(document, &state))
    }
}
