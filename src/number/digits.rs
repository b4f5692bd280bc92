//! The shortest digits of a number, and the number of digits.
//!
//! In a wasm module the engine around it does both: JavaScript's `String` and
//! `Number` are exact too, and Rust's own tables for this are 20 kB that no
//! compressor makes smaller. Natively Rust does it; the tests hold JavaScript's
//! exponents, written out, to what Rust writes.

/// The shortest decimal digits that read back as this number, never with an
/// exponent; a whole number is written without a point.
pub fn written(value: f64) -> String {
    #[cfg(target_arch = "wasm32")]
    return if value == 0.0 && value.is_sign_negative() {
        "-0".to_owned()
    } else {
        spread(engine::written(value))
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

    proptest! {
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
