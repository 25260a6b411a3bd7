//! Counts of facet values as one array of numbers: there are hundreds of them in every answer.

use js_sys::{Reflect, Uint32Array};
use tawarikh_core::view::{FIELDS, Facet};
use wasm_bindgen::JsValue;

/// The answer with `facets`: for each of them the place of its field among [`FIELDS`], how many values it has, their numbers,
/// and their counts.
pub fn with_facets(answer: JsValue, facets: &[Facet]) -> Result<JsValue, JsValue> {
    let mut numbers: Vec<u32> = Vec::new();
    for facet in facets {
        let field = FIELDS.iter().position(|field| *field == facet.field);
        numbers.push(field.unwrap_or_default() as u32);
        numbers.push(facet.values.len() as u32);
        numbers.extend_from_slice(&facet.values);
        numbers.extend_from_slice(&facet.counts);
    }
    let numbers = Uint32Array::from(numbers.as_slice());
    Reflect::set(&answer, &"facets".into(), &numbers)?;
    Ok(answer)
}
