//! Whole numbers as text.

/// The number in ASCII digits, with zeros before it up to `least` digits. The library's formatting can do much more, and would
/// weigh more in the engine than all labels.
#[must_use]
pub fn decimal(number: i32, least: usize) -> String {
    let mut digits = Vec::new();
    let mut rest = number.unsigned_abs();
    while rest > 0 || digits.len() < least {
        digits.push(char::from(b'0' + (rest % 10) as u8));
        rest /= 10;
    }
    if number < 0 {
        digits.push('-');
    }
    digits.iter().rev().collect()
}

/// The number that ASCII digits, with or without a minus before them, say; nothing where there is anything else or none.
#[must_use]
pub fn whole_number(text: &str) -> Option<i32> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let mut number = 0i32;
    for digit in digits.bytes() {
        let digit = char::from(digit).to_digit(10)?;
        number = number.checked_mul(10)?.checked_add(digit as i32)?;
    }
    let signed = if digits.len() < text.len() {
        -number
    } else {
        number
    };
    (!digits.is_empty()).then_some(signed)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn zeros_stand_before_short_numbers() {
        assert_eq!(decimal(7, 2), "07");
        assert_eq!(decimal(2019, 2), "2019");
        assert_eq!(decimal(0, 0), "");
        assert_eq!(decimal(0, 1), "0");
        assert_eq!(decimal(-44, 4), "-0044");
        assert_eq!(decimal(i32::MIN, 1), "-2147483648");
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "-", "--1", "1-", "٣", "+1", " 1", "2147483648"] {
            assert_eq!(whole_number(text), None, "{text}");
        }
        assert_eq!(whole_number("-0044"), Some(-44));
    }

    proptest! {
        #[test]
        fn numbers_come_back(number in -2147483647i32..) {
            prop_assert_eq!(decimal(number, 1), number.to_string());
            prop_assert_eq!(whole_number(&decimal(number, 1)), Some(number));
        }
    }
}
