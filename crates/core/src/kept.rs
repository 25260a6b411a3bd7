//! What an archive keeps beside its index, as bytes.
//!
//! ```text
//! u32      7 bits a byte, lowest first, the highest bit set where more follow
//! i32      as u32: 0, -1, 1, -2, …
//! f64      8 bytes, little endian
//! u8       a byte
//! bool     a byte, 0 or 1
//! text     its length in bytes as u32 · UTF-8
//! list     its length as u32 · its values
//! option   0, or 1 and the value
//! enum     the variant's number as u32
//! struct   its fields, one after the other
//! ```
//!
//! Reading never fails on the way: a source that has ended or holds what can't be gives zeros and empty lists from there
//! on, and says so at the end. With a branch to leave by at every field, the readers were several times as large.

use tawarikh_calendar::{Day, Extent, Interval, Precision, Qualifier, When};
use tawarikh_evidence::{NameKind, NameRule};

/// A value that an archive keeps.
pub(crate) trait Kept: Sized {
    /// Appends the value's bytes.
    fn put(&self, out: &mut Vec<u8>);

    /// Reads what [`Kept::put`] wrote; any value where the source is broken.
    fn take(from: &mut Source) -> Self;
}

/// The bytes of a value.
pub(crate) fn encode<T: Kept>(value: &T) -> Vec<u8> {
    let mut out = Vec::new();
    value.put(&mut out);
    out
}

/// The bytes of a list.
pub(crate) fn encode_list<T: Kept>(values: &[T]) -> Vec<u8> {
    let mut out = Vec::new();
    put_list(values, &mut out);
    out
}

fn put_list<T: Kept>(values: &[T], out: &mut Vec<u8>) {
    (values.len() as u32).put(out);
    values.iter().for_each(|value| value.put(out));
}

/// Reads what [`encode`] wrote; nothing where the bytes are something else.
pub(crate) fn decode<T: Kept>(bytes: &[u8]) -> Option<T> {
    let mut source = Source {
        rest: bytes,
        broken: false,
    };
    let value = T::take(&mut source);
    (!source.broken && source.rest.is_empty()).then_some(value)
}

/// Bytes to read from.
#[derive(Debug)]
pub(crate) struct Source<'b> {
    rest: &'b [u8],
    broken: bool,
}

impl<'b> Source<'b> {
    fn breaks(&mut self) {
        self.broken = true;
        self.rest = &[];
    }

    /// The next `count` bytes.
    #[inline(never)]
    fn bytes(&mut self, count: usize) -> &'b [u8] {
        let Some((taken, rest)) = self.rest.split_at_checked(count) else {
            self.breaks();
            return &[];
        };
        self.rest = rest;
        taken
    }

    fn byte(&mut self) -> u8 {
        self.bytes(1).first().copied().unwrap_or_default()
    }

    #[inline(never)]
    fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in (0..u32::BITS).step_by(7) {
            let byte = u32::from(self.byte());
            number |= (byte & 0x7F) << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.breaks();
        0
    }
}

/// States how the values of a type are kept: a struct by its fields in the order given, an enum by its variants.
macro_rules! kept {
    (struct $name:ident { $($field:ident),+ $(,)? }) => {
        impl $crate::kept::Kept for $name {
            fn put(&self, out: &mut Vec<u8>) {
                $($crate::kept::Kept::put(&self.$field, out);)+
            }

            fn take(from: &mut $crate::kept::Source) -> $name {
                $(let $field = $crate::kept::Kept::take(from);)+
                $name { $($field),+ }
            }
        }
    };
    (struct $name:ident(0)) => {
        impl $crate::kept::Kept for $name {
            fn put(&self, out: &mut Vec<u8>) {
                $crate::kept::Kept::put(&self.0, out);
            }

            fn take(from: &mut $crate::kept::Source) -> $name {
                $name($crate::kept::Kept::take(from))
            }
        }
    };
    (enum $name:ident { $($variant:ident),+ $(,)? }) => {
        impl $crate::kept::Kept for $name {
            fn put(&self, out: &mut Vec<u8>) {
                // A variant that is not listed would be written and not read: it does not compile.
                match self {
                    $($name::$variant => {})+
                }
                $crate::kept::Kept::put(&(*self as u32), out);
            }

            fn take(from: &mut $crate::kept::Source) -> $name {
                const ALL: &[$name] = &[$($name::$variant),+];
                from.one_of(ALL)
            }
        }
    };
}
pub(crate) use kept;

impl Source<'_> {
    /// The value of which the number is next.
    pub(crate) fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        let number = self.number() as usize;
        if number >= all.len() {
            self.breaks();
        }
        all[number.min(all.len() - 1)]
    }
}

impl Kept for u32 {
    fn put(&self, out: &mut Vec<u8>) {
        let mut number = *self;
        while number >= 0x80 {
            out.push(number as u8 | 0x80);
            number >>= 7;
        }
        out.push(number as u8);
    }

    fn take(from: &mut Source) -> u32 {
        from.number()
    }
}

impl Kept for u8 {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    fn take(from: &mut Source) -> u8 {
        from.byte()
    }
}

impl Kept for i32 {
    fn put(&self, out: &mut Vec<u8>) {
        ((self << 1 ^ self >> 31) as u32).put(out);
    }

    fn take(from: &mut Source) -> i32 {
        let number = from.number();
        (number >> 1) as i32 ^ -((number & 1) as i32)
    }
}

impl Kept for f64 {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_le_bytes());
    }

    fn take(from: &mut Source) -> f64 {
        f64::from_le_bytes(from.bytes(8).try_into().unwrap_or_default())
    }
}

impl Kept for bool {
    fn put(&self, out: &mut Vec<u8>) {
        out.push((*self).into());
    }

    fn take(from: &mut Source) -> bool {
        let byte = from.byte();
        if byte > 1 {
            from.breaks();
        }
        byte == 1
    }
}

impl Kept for String {
    fn put(&self, out: &mut Vec<u8>) {
        (self.len() as u32).put(out);
        out.extend_from_slice(self.as_bytes());
    }

    #[inline(never)]
    fn take(from: &mut Source) -> String {
        let length = from.number() as usize;
        let Ok(text) = std::str::from_utf8(from.bytes(length)) else {
            from.breaks();
            return String::new();
        };
        text.to_owned()
    }
}

impl<T: Kept> Kept for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_some().put(out);
        if let Some(value) = self {
            value.put(out);
        }
    }

    fn take(from: &mut Source) -> Option<T> {
        bool::take(from).then(|| T::take(from))
    }
}

impl<T: Kept> Kept for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        put_list(self, out);
    }

    fn take(from: &mut Source) -> Vec<T> {
        let mut values = Vec::new();
        for _ in 0..from.number() {
            // A broken source may have announced any number of them.
            if from.broken {
                break;
            }
            values.push(T::take(from));
        }
        values
    }
}

impl<T: Kept> Kept for [T; 2] {
    fn put(&self, out: &mut Vec<u8>) {
        self.iter().for_each(|value| value.put(out));
    }

    fn take(from: &mut Source) -> [T; 2] {
        let first = T::take(from);
        [first, T::take(from)]
    }
}

impl Kept for Day {
    fn put(&self, out: &mut Vec<u8>) {
        self.rata_die().put(out);
    }

    fn take(from: &mut Source) -> Day {
        Day::from_rata_die(i32::take(from))
    }
}

kept!(struct Interval { first, last });
kept!(
    enum Precision {
        Day,
        Week,
        Month,
        Season,
        Quarter,
        Half,
        Year,
        Decade,
        Century,
    }
);
kept!(
    enum Qualifier {
        Exact,
        About,
        Early,
        Mid,
        Late,
        Before,
        After,
    }
);
kept!(
    enum Extent {
        Unit,
        Range,
    }
);
kept!(struct When { interval, precision, qualifier, extent });
kept!(
    enum NameKind {
        Place,
        Party,
        Person,
    }
);
kept!(
    enum NameRule {
        Name,
        Alias,
        Misspelt,
        Introduced,
        Head,
        Person,
        Later,
        Strange,
    }
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[derive(Debug, Clone, PartialEq)]
    struct Sample {
        text: String,
        numbers: Vec<u32>,
        when: Option<When>,
        pair: [f64; 2],
        sign: i32,
    }
    kept!(struct Sample { text, numbers, when, pair, sign });

    fn sample() -> impl Strategy<Value = Sample> {
        let when = (any::<[i32; 2]>(), 0usize..9).prop_map(|([first, last], precision)| When {
            interval: Interval {
                first: Day::from_rata_die(first),
                last: Day::from_rata_die(last),
            },
            precision: [
                Precision::Day,
                Precision::Week,
                Precision::Month,
                Precision::Season,
                Precision::Quarter,
                Precision::Half,
                Precision::Year,
                Precision::Decade,
                Precision::Century,
            ][precision],
            qualifier: Qualifier::Late,
            extent: Extent::Range,
        });
        let when = proptest::option::of(when);
        let finite = -1e9..1e9;
        (
            "\\PC{0,9}",
            any::<Vec<u32>>(),
            when,
            [finite.clone(), finite],
            any::<i32>(),
        )
            .prop_map(|(text, numbers, when, pair, sign)| Sample {
                text,
                numbers,
                when,
                pair,
                sign,
            })
    }

    #[test]
    fn numbers_are_as_long_as_they_need() {
        assert_eq!(encode(&127u32), [127]);
        assert_eq!(encode(&300u32), [0xAC, 2]);
        assert_eq!(encode(&u32::MAX).len(), 5);
        assert_eq!(encode(&-1i32), [1]);
        assert_eq!(encode(&1i32), [2]);
    }

    #[test]
    fn every_rule_for_names_comes_back() {
        for rule in NameRule::ALL {
            assert_eq!(decode::<NameRule>(&encode(&rule)), Some(rule));
        }
    }

    #[test]
    fn what_cannot_be_is_refused() {
        assert_eq!(decode::<bool>(&[2]), None);
        assert_eq!(decode::<NameKind>(&[3]), None);
        assert_eq!(decode::<String>(&[1, 0xFF]), None);
        assert_eq!(decode::<Vec<u32>>(&[0xFF, 0xFF, 0xFF, 0xFF, 15]), None);
        assert_eq!(decode::<u32>(&[0x80, 0x80, 0x80, 0x80, 0x80, 1]), None);
        assert_eq!(decode::<u32>(&[5, 5]), None, "more than a value");
    }

    proptest! {
        #[test]
        fn what_is_kept_comes_back(value in proptest::collection::vec(sample(), 0..4)) {
            let bytes = encode(&value);
            prop_assert_eq!(decode::<Vec<Sample>>(&bytes), Some(value));
            for end in 0..bytes.len() {
                prop_assert_eq!(decode::<Vec<Sample>>(&bytes[..end]), None);
            }
        }

        #[test]
        fn any_bytes_end(bytes: Vec<u8>) {
            let _ = decode::<Vec<Sample>>(&bytes);
        }
    }
}
