//! A view as JSON text, which the page's own parser turns into objects.
//!
//! One text crosses the boundary instead of every field, and the writer is a few calls for each field: a serializer that
//! makes JavaScript objects itself is several times as large, once for every type.

use std::fmt;

use serde::Serialize;
use serde::ser::{
    Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};

/// Fractions are written in millionths: of a day, or of a pixel.
const PRECISION: u64 = 1_000_000;
const FRACTION_DIGITS: usize = 6;

/// The JSON text of `value`, with numbers that are not whole rounded to six digits after the point; numbers that JSON
/// cannot write are `null`.
///
/// # Errors
/// Where `value` holds an enum with fields or a map whose keys are no texts: views have neither.
pub fn json<T: Serialize>(value: &T) -> Result<String, Unwritable> {
    let mut text = Json(String::new());
    value.serialize(&mut text)?;
    Ok(text.0)
}

/// A value that no view has.
#[derive(Debug)]
pub struct Unwritable;

impl fmt::Display for Unwritable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("no plain data")
    }
}

impl std::error::Error for Unwritable {}

impl serde::ser::Error for Unwritable {
    fn custom<T: fmt::Display>(_: T) -> Unwritable {
        Unwritable
    }
}

/// The text so far.
struct Json(String);

impl Json {
    /// A comma, unless an object or array has just been opened or a key written.
    #[inline(never)]
    fn separate(&mut self) {
        if !matches!(self.0.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.0.push(',');
        }
    }

    #[inline(never)]
    fn word(&mut self, word: &str) {
        self.separate();
        self.0.push_str(word);
    }

    #[inline(never)]
    fn open(&mut self, bracket: char) {
        self.separate();
        self.0.push(bracket);
    }

    #[inline(never)]
    fn key(&mut self, key: &str) {
        self.text(key);
        self.0.push(':');
    }

    #[inline(never)]
    fn text(&mut self, text: &str) {
        self.separate();
        self.0.push('"');
        let mut rest = text;
        while let Some(place) = rest.bytes().position(must_be_escaped) {
            let (plain, odd) = rest.split_at(place);
            self.0.push_str(plain);
            self.escape(odd.as_bytes()[0]);
            rest = &odd[1..];
        }
        self.0.push_str(rest);
        self.0.push('"');
    }

    fn escape(&mut self, byte: u8) {
        if byte >= b' ' {
            self.0.push('\\');
            self.0.push(char::from(byte));
        } else {
            self.0.push_str("\\u00");
            self.0.push(hexadecimal(byte >> 4));
            self.0.push(hexadecimal(byte & 15));
        }
    }

    #[inline(never)]
    fn integer(&mut self, number: i64) {
        self.separate();
        if number < 0 {
            self.0.push('-');
        }
        self.digits(number.unsigned_abs(), 1);
    }

    /// At least `least` digits.
    fn digits(&mut self, mut number: u64, least: usize) {
        let mut digits = [b'0'; 20];
        let mut from = digits.len();
        while number > 0 || digits.len() - from < least {
            from -= 1;
            digits[from] = b'0' + (number % 10) as u8;
            number /= 10;
        }
        self.0
            .push_str(str::from_utf8(&digits[from..]).unwrap_or_default());
    }

    #[inline(never)]
    fn number(&mut self, number: f64) {
        if !number.is_finite() {
            return self.word("null");
        }
        self.separate();
        if number < 0.0 {
            self.0.push('-');
        }
        let scaled = (number.abs() * PRECISION as f64).round_ties_even() as u64;
        self.digits(scaled / PRECISION, 1);
        let mut fraction = scaled % PRECISION;
        if fraction > 0 {
            let mut digits = FRACTION_DIGITS;
            while fraction.is_multiple_of(10) {
                fraction /= 10;
                digits -= 1;
            }
            self.0.push('.');
            self.digits(fraction, digits);
        }
    }
}

fn must_be_escaped(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

fn hexadecimal(digit: u8) -> char {
    char::from(match digit {
        0..10 => b'0' + digit,
        _ => b'a' + digit - 10,
    })
}

/// An open object or array.
struct Open<'a> {
    json: &'a mut Json,
    closing: char,
}

impl<'a> Serializer for &'a mut Json {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = Open<'a>;
    type SerializeTuple = Open<'a>;
    type SerializeTupleStruct = Impossible<(), Unwritable>;
    type SerializeTupleVariant = Impossible<(), Unwritable>;
    type SerializeMap = Open<'a>;
    type SerializeStruct = Open<'a>;
    type SerializeStructVariant = Impossible<(), Unwritable>;

    fn serialize_bool(self, value: bool) -> Result<(), Unwritable> {
        self.word(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), Unwritable> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), Unwritable> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), Unwritable> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Unwritable> {
        self.integer(value);
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Unwritable> {
        self.serialize_i64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Unwritable> {
        self.serialize_i64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Unwritable> {
        self.serialize_i64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Unwritable> {
        self.separate();
        self.digits(value, 1);
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Unwritable> {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Unwritable> {
        self.number(value);
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), Unwritable> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Unwritable> {
        self.text(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Unwritable> {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Result<(), Unwritable> {
        self.serialize_unit()
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unwritable> {
        self.word("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unwritable> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Unwritable> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unwritable> {
        Err(Unwritable)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'a>, Unwritable> {
        self.open('[');
        Ok(Open {
            json: self,
            closing: ']',
        })
    }

    fn serialize_tuple(self, length: usize) -> Result<Open<'a>, Unwritable> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'a>, Unwritable> {
        self.open('{');
        Ok(Open {
            json: self,
            closing: '}',
        })
    }

    fn serialize_struct(self, _: &'static str, length: usize) -> Result<Open<'a>, Unwritable> {
        self.serialize_map(Some(length))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unwritable> {
        Err(Unwritable)
    }
}

impl Open<'_> {
    fn close(self) -> Result<(), Unwritable> {
        self.json.0.push(self.closing);
        Ok(())
    }
}

impl SerializeSeq for Open<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Unwritable> {
        value.serialize(&mut *self.json)
    }

    fn end(self) -> Result<(), Unwritable> {
        self.close()
    }
}

impl SerializeTuple for Open<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Unwritable> {
        value.serialize(&mut *self.json)
    }

    fn end(self) -> Result<(), Unwritable> {
        self.close()
    }
}

impl SerializeMap for Open<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<(), Unwritable> {
        key.serialize(&mut *self.json)?;
        if !self.json.0.ends_with('"') {
            return Err(Unwritable);
        }
        self.json.0.push(':');
        Ok(())
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Unwritable> {
        value.serialize(&mut *self.json)
    }

    fn end(self) -> Result<(), Unwritable> {
        self.close()
    }
}

impl SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_field<T: ?Sized + Serialize>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        self.json.key(key);
        value.serialize(&mut *self.json)
    }

    fn end(self) -> Result<(), Unwritable> {
        self.close()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used, reason = "tests stop at what they did not expect")]

    use std::collections::BTreeMap;

    use super::*;

    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Inner {
        long_name: Option<u32>,
        kind: &'static str,
    }

    #[derive(Serialize)]
    struct Outer {
        list: Vec<Inner>,
        empty: Vec<u32>,
        pair: [i32; 2],
        #[serde(flatten)]
        at: Inner,
    }

    fn written<T: Serialize>(value: T) -> String {
        json(&value).expect("plain data")
    }

    #[test]
    fn objects_lists_and_flattened_fields() {
        let inner = |long_name| Inner {
            long_name,
            kind: "a",
        };
        let value = Outer {
            list: vec![inner(None), inner(Some(7))],
            empty: Vec::new(),
            pair: [-1, 2],
            at: inner(Some(0)),
        };
        assert_eq!(
            written(value),
            r#"{"list":[{"longName":null,"kind":"a"},{"longName":7,"kind":"a"}],"empty":[],"pair":[-1,2],"longName":0,"kind":"a"}"#
        );
    }

    #[test]
    fn a_json_reader_reads_every_text_back() {
        for text in [
            "",
            "عمّان \"الأردن\"",
            "a\\b\n\t\u{1}\u{1f}c\\",
            "[",
            "{",
            ":",
            "\u{2028}\u{7f}😀",
        ] {
            let list = [text, text];
            let read: Vec<String> = serde_json::from_str(&written(list)).expect("JSON");
            assert_eq!(read, list);
        }
    }

    #[test]
    fn numbers() {
        assert_eq!(written([0.0, -0.5, 738_000.25]), "[0,-0.5,738000.25]");
        assert_eq!(
            written([1e-7, 2.000_000_4, 0.1 + 0.2, 1.05, 9.000_001]),
            "[0,2,0.3,1.05,9.000001]"
        );
        assert_eq!(written([f64::NAN, f64::INFINITY]), "[null,null]");
        assert_eq!(
            written([i64::MIN, 0, i64::MAX]),
            "[-9223372036854775808,0,9223372036854775807]"
        );
        assert_eq!(written(u64::MAX), "18446744073709551615");
    }

    #[test]
    fn keys_are_texts() {
        assert_eq!(written(BTreeMap::from([("k", [true])])), r#"{"k":[true]}"#);
        assert!(json(&BTreeMap::from([(1, 2)])).is_err());
    }

    #[test]
    fn an_enum_with_fields_is_refused() {
        assert!(json(&Err::<(), _>("fault")).is_err());
    }
}
