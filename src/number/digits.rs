//! Converts numbers to their shortest decimal digits, and digits to numbers.
//!
//! In the wasm module of the page the JavaScript engine does both: its `String` and
//! `Number` are exact too, and add nothing to the size. Elsewhere ryu writes numbers: it
//! is fast with small tables, while Rust's own are 20 kB that hardly compress. The tests
//! compare both with the digits that Rust writes.

/// Writes the shortest decimal digits from which this number is read back, never with an
/// exponent; a whole number is written without a point.
pub fn format(value: f64) -> String {
    #[cfg(all(target_arch = "wasm32", feature = "page"))]
    return if value == 0.0 && value.is_sign_negative() {
        "-0".to_owned()
    } else {
        expand_exponent(&engine::format(value))
    };
    #[cfg(not(all(target_arch = "wasm32", feature = "page")))]
    return expand_exponent(ryu::Buffer::new().format(value));
}

/// Reads a decimal number, with or without a sign, a point and an exponent; infinite
/// where it is too large. `None` where the text has anything else.
pub fn parse(text: &str) -> Option<f64> {
    // Rust and JavaScript differ in what else they accept: `inf`, `0x10`, ` 5 `.
    if text.is_empty() || !text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-')) {
        return None;
    }
    #[cfg(target_arch = "wasm32")]
    return Some(engine::parse(text)).filter(|value| !value.is_nan());
    #[cfg(not(target_arch = "wasm32"))]
    return text.parse().ok();
}

/// Writes digits without their exponent, or without a point and zero at the end.
/// JavaScript writes `1e+21`, and ryu `1e21`, `1.5e-7` and `5.0`.
fn expand_exponent(text: &str) -> String {
    let Some((digits, exponent)) = text.split_once('e') else {
        return text.strip_suffix(".0").unwrap_or(text).to_owned();
    };
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    // JavaScript or ryu wrote the exponent, so it is at most a sign and three digits.
    let size = exponent.trim_start_matches(['+', '-']).bytes();
    let size = size.fold(0, |size, digit| size * 10 + usize::from(digit - b'0'));
    let zeros = |count: usize| "0".repeat(count);
    if exponent.starts_with('-') {
        [sign, "0.", &zeros(size - 1), whole, fraction].concat()
    } else {
        // Exponents are used from 1e16 on only, and a number has at most 17 digits, so the
        // exponent is never smaller than the number of decimals.
        [sign, whole, fraction, &zeros(size - fraction.len())].concat()
    }
}

#[cfg(target_arch = "wasm32")]
mod engine {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = String)]
        pub fn format(value: f64) -> String;
        #[wasm_bindgen(js_name = Number)]
        pub fn parse(text: &str) -> f64;
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
            assert_eq!(expand_exponent(text), plain);
        }
    }

    #[test]
    fn only_digits_are_read() {
        for text in ["", "inf", "NaN", "0x10", " 5", "5 ", "1_0", "٣", "e5", ".", "+-5", "1e", "Infinity"] {
            assert_eq!(parse(text), None, "{text}");
        }
        for (text, value) in [("12.", 12.0), (".5", 0.5), ("7.e-2", 0.07), ("1e999", f64::INFINITY)] {
            assert_eq!(parse(text), Some(value), "{text}");
        }
    }

    #[test]
    fn digits_are_those_that_rust_writes() {
        for value in [0.0, -0.0, 5.0, -10.0, 0.05, -0.00001, 1200.5, 1e15, 1e16, 123_456_789_012_345_680.0] {
            assert_eq!(format(value), value.to_string());
        }
        for value in [f64::MIN_POSITIVE, 5e-324, 1.0 / 3.0, 0.1 + 0.2, f64::MAX, f64::INFINITY, f64::NAN] {
            assert_eq!(format(value), value.to_string());
        }
    }

    proptest! {
        #[test]
        fn amounts_have_the_digits_that_rust_writes(number in -999_999_999_999_999_i64..1_000_000_000_000_000, size in 0..6) {
            let value = number as f64 / [1.0, 1e2, 1e5, 1e8, 1e11, 1e14][size as usize];
            prop_assert_eq!(format(value), value.to_string());
        }

        // Only the lengths are compared: of two equally short texts that are equally near,
        // such as …67.2 and …67.3 for …67.25, Rust chooses the other one.
        #[test]
        fn numbers_of_any_size_are_as_short_as_rust_writes_them(
            value in prop::num::f64::NORMAL | prop::num::f64::SUBNORMAL
        ) {
            let text = format(value);
            prop_assert_eq!(parse(&text), Some(value));
            prop_assert_eq!(text.len(), value.to_string().len(), "{}", text);
        }

        // JavaScript writes one digit before the point, and always a sign in the exponent.
        #[test]
        fn exponents_of_javascript_are_written_out(value in prop::num::f64::NORMAL) {
            let javascript = format!("{value:e}").replace('e', if value.abs() < 1.0 { "e" } else { "e+" });
            prop_assume!(!(1e-6..1e21).contains(&value.abs()));
            prop_assert_eq!(expand_exponent(&javascript), value.to_string());
        }
    }
}
