//! The browser's door to an archive: converts, and nothing else.
//!
//! What goes in and out is plain data, described in [`tawarikh_core::view`]; text leaves already cut into pieces, so no
//! offset ever crosses. Every failure is thrown as `{ code, ar, en }`, ready for the page to show.

mod asked;
mod clock;
mod convert;
mod facets;
mod failure;
mod json;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use clock::timed;
use convert::to_js;
use facets::with_facets;
use failure::Failure;

#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

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
    pub fn open(pack: &Uint8Array) -> Result<Archive, JsValue> {
        let inner = tawarikh_core::Archive::open(pack.to_vec())
            .map_err(|error| Failure::from(error).thrown())?;
        Ok(Archive { inner })
    }

    /// What the archive is: an [`About`](tawarikh_core::view::About).
    ///
    /// # Errors
    /// Throws only if the browser refuses to make an object.
    pub fn about(&self) -> Result<JsValue, JsValue> {
        to_js(&self.inner.about())
    }

    /// Hits, facets and notes for a [`State`](tawarikh_core::view::State), with the `millis` that they took.
    ///
    /// # Errors
    /// Throws if `state` is not one.
    pub fn search(&self, state: JsValue) -> Result<JsValue, JsValue> {
        let state = asked::state(&state)?;
        timed(|| {
            let results = self.inner.search(&state);
            with_facets(to_js(&results)?, &results.facets)
        })
    }

    /// All values of the [`FIELDS`](tawarikh_core::view::FIELDS) that facets number, as a [`State`](tawarikh_core::view::State) has them printed:
    /// [`FacetValues`](tawarikh_core::view::FacetValues) of each field.
    ///
    /// # Errors
    /// Throws if `state` is not one.
    pub fn values(&self, state: JsValue) -> Result<JsValue, JsValue> {
        to_js(&self.inner.facet_values(&asked::state(&state)?.style))
    }

    /// The best documents by their numbers and facets, without texts: a [`Ranked`](tawarikh_core::view::Ranked).
    ///
    /// # Errors
    /// Throws if `state` is not one.
    pub fn ranked(&self, state: JsValue) -> Result<JsValue, JsValue> {
        let ranked = self.inner.ranked(&asked::state(&state)?);
        with_facets(to_js(&ranked)?, &ranked.facets)
    }

    /// The matching events laid out for a [`Window`](tawarikh_core::view::Window) of the time axis.
    ///
    /// # Errors
    /// Throws if `state` or `window` is not one.
    pub fn timeline(&self, state: JsValue, window: JsValue) -> Result<JsValue, JsValue> {
        let state = asked::state(&state)?;
        let window = asked::window(&window)?;
        to_js(&self.inner.timeline(&state, &window))
    }

    /// The figures that a [`State`](tawarikh_core::view::State) selects, those of a [`Page`](tawarikh_core::view::Page): [`Figures`](tawarikh_core::view::Figures).
    ///
    /// # Errors
    /// Throws if `state` or `page` is not one.
    pub fn figures(&self, state: JsValue, page: JsValue) -> Result<JsValue, JsValue> {
        let state = asked::state(&state)?;
        let page = asked::page(&page)?;
        to_js(&self.inner.figures(&state, &page))
    }

    /// The events that a [`State`](tawarikh_core::view::State) selects, those of a [`Page`](tawarikh_core::view::Page): [`Events`](tawarikh_core::view::Events).
    ///
    /// # Errors
    /// Throws if `state` or `page` is not one.
    pub fn events(&self, state: JsValue, page: JsValue) -> Result<JsValue, JsValue> {
        to_js(
            &self
                .inner
                .events(&asked::state(&state)?, &asked::page(&page)?),
        )
    }

    /// The happenings of which several documents tell that a [`State`](tawarikh_core::view::State) selects, those of a [`Page`](tawarikh_core::view::Page):
    /// [`Happenings`](tawarikh_core::view::Happenings).
    ///
    /// # Errors
    /// Throws if `state` or `page` is not one.
    pub fn happenings(&self, state: JsValue, page: JsValue) -> Result<JsValue, JsValue> {
        to_js(
            &self
                .inner
                .happenings(&asked::state(&state)?, &asked::page(&page)?),
        )
    }

    /// What is not known of what a [`State`](tawarikh_core::view::State) selects: [`Findings`](tawarikh_core::view::Findings).
    ///
    /// # Errors
    /// Throws if `state` is not one.
    pub fn findings(&self, state: JsValue) -> Result<JsValue, JsValue> {
        to_js(&self.inner.findings(&asked::state(&state)?))
    }

    /// The names in what a [`State`](tawarikh_core::view::State) selects: [`Names`](tawarikh_core::view::Names).
    ///
    /// # Errors
    /// Throws if `state` is not one.
    pub fn names(&self, state: JsValue) -> Result<JsValue, JsValue> {
        let state = asked::state(&state)?;
        to_js(&self.inner.names(&state))
    }

    /// The document with that id: a [`Located`](tawarikh_core::view::Located).
    ///
    /// # Errors
    /// Throws only if the browser refuses to make an object.
    pub fn locate(&self, id: &str) -> Result<JsValue, JsValue> {
        to_js(&self.inner.locate(id))
    }

    /// Hands in a fragment that a view named as pending, decompressed.
    ///
    /// # Errors
    /// Throws where it is not that fragment of this archive, or damaged; fetch it again or give it up by `lose`.
    pub fn supply(&mut self, number: u32, fragment: &Uint8Array) -> Result<(), JsValue> {
        let supplied = self.inner.supply(number, fragment.to_vec());
        supplied.map_err(|error| Failure::from(error).thrown())
    }

    /// Gives a fragment up: views go on without it and name it in `lost`.
    pub fn lose(&mut self, number: u32) {
        self.inner.lose(number);
    }

    /// One document to read, with the state's matches marked; `null` where there is no such document.
    ///
    /// # Errors
    /// Throws if `state` is not one.
    pub fn document(&self, document: u32, state: JsValue) -> Result<JsValue, JsValue> {
        let state = asked::state(&state)?;
        to_js(&self.inner.document(document, &state))
    }

    /// How the query's last word may go on, at most `limit` ways: [`Completions`](tawarikh_core::view::Completions).
    ///
    /// # Errors
    /// Throws if `state` is not one.
    pub fn complete(&self, state: JsValue, limit: u32) -> Result<JsValue, JsValue> {
        let state = asked::state(&state)?;
        to_js(&self.inner.complete(&state, limit as usize))
    }

    /// Why a document matches: a [`Why`](tawarikh_core::view::Why); `null` where there is no such document.
    ///
    /// # Errors
    /// Throws if `state` is not one.
    pub fn why(&self, document: u32, state: JsValue) -> Result<JsValue, JsValue> {
        let state = asked::state(&state)?;
        to_js(&self.inner.why(document, &state))
    }

    /// Documents like one: a [`Similar`](tawarikh_core::view::Similar); `null` where there is no such document.
    ///
    /// # Errors
    /// Throws if `state` is not one.
    pub fn similar(&self, document: u32, state: JsValue) -> Result<JsValue, JsValue> {
        let state = asked::state(&state)?;
        to_js(&self.inner.similar(document, &state))
    }

    /// The [`Window`](tawarikh_core::view::Window) `factor` times closer (farther below 1), with the day at `x` pixels from the past edge held still.
    ///
    /// # Errors
    /// Throws if `window` is not one.
    pub fn zoom(&self, window: JsValue, factor: f64, x: f64) -> Result<JsValue, JsValue> {
        let window = asked::window(&window)?;
        to_js(&self.inner.zoom(&window, factor, x))
    }

    /// The [`Window`](tawarikh_core::view::Window) moved by `pixels` towards the future (the past below 0).
    ///
    /// # Errors
    /// Throws if `window` is not one.
    pub fn pan(&self, window: JsValue, pixels: f64) -> Result<JsValue, JsValue> {
        let window = asked::window(&window)?;
        to_js(&self.inner.pan(&window, pixels))
    }

    /// The event `next`, `previous`, `first` or `last` from `event` in time among the matching ones, with the
    /// [`Window`](tawarikh_core::view::Window) that shows it; `null` where there is none.
    ///
    /// # Errors
    /// Throws if `state`, `window` or `direction` is not one.
    pub fn step(
        &self,
        state: JsValue,
        window: JsValue,
        event: Option<u32>,
        direction: JsValue,
    ) -> Result<JsValue, JsValue> {
        let state = asked::state(&state)?;
        let window = asked::window(&window)?;
        let direction = asked::direction(&direction)?;
        to_js(&self.inner.step(&state, &window, event, direction))
    }
}
