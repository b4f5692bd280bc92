//! The shortest digits of a number, and the number of digits.
//!
//! In a wasm module the engine around it does both: JavaScript's `String` and
//! `Number` are exact too, and Rust's own tables for this are 20 kB that no
//! compressor makes smaller. Short numbers need neither. Natively Rust does it;
//! the tests hold short numbers, and JavaScript's exponents written out, to that.

/// The shortest decimal digits that read back as this number, never with an
/// exponent; a whole number is written without a point.
pub fn written(value: f64) -> String {
    #[cfg(target_arch = "wasm32")]
    return if value == 0.0 && value.is_sign_negative() {
        "-0".to_owned()
    } else {
        short(value).unwrap_or_else(|| spread(engine::written(value)))
    };
    #[cfg(not(target_arch = "wasm32"))]
    return value.to_string();
}

/// The number that stands there in digits, with `.` and `e` only; infinite
/// where it is larger than any.
pub fn read(text: &str) -> Option<f64> {
    // What Rust and JavaScript take beyond digits differs: `inf`, `0x10`, ` 5 `.
    if text.is_empty() || !text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-')) {
        return None;
    }
    #[cfg(target_arch = "wasm32")]
    return Some(engine::read(text)).filter(|value| !value.is_nan());
    #[cfg(not(target_arch = "wasm32"))]
    return text.parse().ok();
}

/// The digits of a number that has at most fifteen, five of them decimals: most
/// amounts and chances, and asking the engine takes several times as long. No
/// two numbers of fifteen digits are the same `f64`, so if these read back as the
/// number, there are none shorter.
#[cfg(any(target_arch = "wasm32", test))]
fn short(value: f64) -> Option<String> {
    let size = value.abs();
    let scaled = size * 1e5 + 0.5;
    let mut number = if scaled < 1e15 { scaled as u64 } else { return None };
    if number as f64 / 1e5 != size {
        return None;
    }
    let mut decimals = 5;
    while decimals > 0 && number.is_multiple_of(10) {
        number /= 10;
        decimals -= 1;
    }
    // From the last digit to the first, and on until there is one before the point.
    let mut backwards = Vec::with_capacity(17);
    while number > 0 || decimals >= 0 {
        backwards.push(b'0' + (number % 10) as u8);
        number /= 10;
        decimals -= 1;
        if decimals == 0 {
            backwards.push(b'.');
        }
    }
    if value < 0.0 {
        backwards.push(b'-');
    }
    backwards.reverse();
    String::from_utf8(backwards).ok()
}

/// JavaScript's `1.5e-7` or `1e+21`, written out.
#[cfg(any(target_arch = "wasm32", test))]
fn spread(text: String) -> String {
    let Some((digits, exponent)) = text.split_once('e') else { return text };
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    // JavaScript writes its exponents itself: a sign and at most three digits.
    let (up, size) = exponent.split_at(1);
    let size = size.bytes().fold(0, |size, digit| size * 10 + usize::from(digit - b'0'));
    let zeros = |count: usize| "0".repeat(count);
    if up == "-" {
        [sign, "0.", &zeros(size - 1), whole, fraction].concat()
    } else {
        // Only from 1e21 on, where no more than 17 digits are given.
        [sign, whole, fraction, &zeros(size - fraction.len())].concat()
    }
}

#[cfg(target_arch = "wasm32")]
mod engine {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = String)]
        pub fn written(value: f64) -> String;
        #[wasm_bindgen(js_name = Number)]
        pub fn read(text: &str) -> f64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn exponents_are_written_out() {
        for (text, plain) in [
            ("12.5", "12.5"),
            ("1e-7", "0.0000001"),
            ("-1.25e-7", "-0.000000125"),
            ("1e+21", "1000000000000000000000"),
            ("-1.2345e+22", "-12345000000000000000000"),
        ] {
            assert_eq!(spread(text.to_owned()), plain);
        }
    }

    #[test]
    fn only_digits_are_read() {
        for text in ["", "inf", "NaN", "0x10", " 5", "5 ", "1_0", "٣", "e5", ".", "+-5", "1e", "Infinity"] {
            assert_eq!(read(text), None, "{text}");
        }
        for (text, value) in [("12.", 12.0), (".5", 0.5), ("7.e-2", 0.07), ("1e999", f64::INFINITY)] {
            assert_eq!(read(text), Some(value), "{text}");
        }
    }

    #[test]
    fn short_ones_need_no_engine() {
        for value in [0.0, 5.0, -10.0, 0.05, -0.00001, 1200.5, 123_456_789.987_65, 0.88344, 9_999_999_999.0] {
            assert_eq!(short(value), Some(value.to_string()));
        }
        for value in [1e10, 0.000_001, 1.0 / 3.0, -2.5e-7, 0.1 + 0.2, f64::MAX, f64::NAN, f64::INFINITY] {
            assert_eq!(short(value), None, "{value}");
        }
    }

    proptest! {
        #[test]
        fn short_ones_are_what_rust_writes(number in -999_999_999_999_999_i64..1_000_000_000_000_000, size in 0..6) {
            let value = number as f64 / [1.0, 1e2, 1e5, 1e8, 1e11, 1e14][size as usize];
            let found = short(value);
            prop_assert!(found.is_none() || found == Some(value.to_string()), "{found:?} for {value}");
            let amount = number as f64 / 1e5;
            prop_assert_eq!(short(amount), Some(amount.to_string()));
        }

        // As JavaScript writes numbers of any size: one digit before the point.
        #[test]
        fn written_out_is_what_rust_writes(value in prop::num::f64::NORMAL) {
            let javascript = format!("{value:e}").replace('e', if value.abs() < 1.0 { "e" } else { "e+" });
            prop_assume!(!(1e-6..1e21).contains(&value.abs()));
            prop_assert_eq!(spread(javascript), written(value));
            prop_assert_eq!(read(&written(value)), Some(value));
        }
    }
}
