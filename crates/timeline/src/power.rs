//! Powers of two: the scales at which marks appear, and the lengths of columns. Made of an `f64`'s own bits, so that they are
//! the same everywhere.

/// The bias of an `f64`'s exponent.
const BIAS: i32 = 1023;
/// The bits of an `f64` below its exponent.
const MANTISSA: u32 = 52;

/// The exponent of the largest power of two that is not above a number above zero: that of the number itself.
pub(crate) fn exponent_of(number: f64) -> i32 {
    (number.to_bits() >> MANTISSA & 0x7FF) as i32 - BIAS
}

/// That power of two.
pub(crate) fn power_of_two(exponent: i32) -> f64 {
    let biased = exponent.clamp(1 - BIAS, BIAS) + BIAS;
    f64::from_bits((biased as u64) << MANTISSA)
}
