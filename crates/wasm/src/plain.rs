//! A plain JavaScript value that the page passes in, read into a typed one.
//!
//! Like serde-wasm-bindgen's reader, but a value that is not understood is just that: saying in words what was expected
//! would bring the formatting of every kind of number into the engine.

use std::fmt;

use js_sys::{Array, Reflect};
use serde::de::value::{SeqDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;
use wasm_bindgen::{JsCast, JsValue};

/// A value that is not the documented object.
#[derive(Debug)]
pub struct Unclear;

impl fmt::Display for Unclear {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not the documented object")
    }
}

impl std::error::Error for Unclear {}

impl serde::de::Error for Unclear {
    fn custom<T: fmt::Display>(_: T) -> Unclear {
        Unclear
    }
}

/// A value of the page: nothing, a truth value, a number, a text, an array, or an object with known keys.
pub struct Plain(pub JsValue);

impl<'de> IntoDeserializer<'de, Unclear> for Plain {
    type Deserializer = Plain;

    fn into_deserializer(self) -> Plain {
        self
    }
}

impl<'de> Deserializer<'de> for Plain {
    type Error = Unclear;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unclear> {
        if let Some(text) = self.0.as_string() {
            return visitor.visit_string(text);
        }
        if let Some(number) = self.0.as_f64() {
            let whole = number as i64;
            return if whole as f64 == number {
                visitor.visit_i64(whole)
            } else {
                visitor.visit_f64(number)
            };
        }
        if let Some(truth) = self.0.as_bool() {
            return visitor.visit_bool(truth);
        }
        if let Some(list) = self.0.dyn_ref::<Array>() {
            return visitor.visit_seq(SeqDeserializer::new(list.iter().map(Plain)));
        }
        visitor.visit_unit()
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unclear> {
        if self.0.is_null() || self.0.is_undefined() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unclear> {
        if !self.0.is_object() {
            return Err(Unclear);
        }
        visitor.visit_map(Fields {
            object: self.0,
            keys: fields.iter(),
            value: JsValue::UNDEFINED,
        })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unclear> {
        let variant = self.0.as_string().ok_or(Unclear)?;
        let variant: StrDeserializer<'_, Unclear> = variant.as_str().into_deserializer();
        variant.deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct newtype_struct seq
        tuple tuple_struct map identifier ignored_any
    }
}

/// The fields of an object that the typed value knows; what else it has is passed over, as are those that it lacks.
struct Fields {
    object: JsValue,
    keys: std::slice::Iter<'static, &'static str>,
    value: JsValue,
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Unclear;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Unclear> {
        let Some(key) = self.next_present() else {
            return Ok(None);
        };
        let key: StrDeserializer<'_, Unclear> = key.into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Unclear> {
        seed.deserialize(Plain(std::mem::take(&mut self.value)))
    }
}

impl Fields {
    /// The next key that the object has, with its value kept.
    fn next_present(&mut self) -> Option<&'static str> {
        for key in &mut self.keys {
            // A getter that throws leaves nothing, like a field that is not there.
            let value = Reflect::get(&self.object, &JsValue::from_str(key)).unwrap_or_default();
            if !value.is_undefined() {
                self.value = value;
                return Some(key);
            }
        }
        None
    }
}
