//! Compares the scanner with serde_json: it must accept the same texts, refuse others at
//! the same byte, and read the same values.

use crate::number::digits;
use crate::scenario::json::scan::{SyntaxError, entries, single_value, unescaped};
use crate::scenario::write::quoted;
use proptest::prelude::*;
use serde_json::Value;
use serde_json::value::RawValue;

/// Returns the number of bytes at which serde_json refuses a text; `None` where it does
/// not.
fn serde_error(text: &str) -> Option<usize> {
    let error = serde_json::from_str::<&RawValue>(text).err()?;
    let lines = text.split_inclusive('\n').take(error.line() - 1);
    Some(lines.map(str::len).sum::<usize>() + error.column())
}

/// Checks that the scanner and serde_json agree about a text.
fn check(text: &str) {
    match single_value(text) {
        Ok(value) => {
            assert_eq!(serde_error(text), None, "{text}");
            assert_eq!(value, serde_json::from_str::<&RawValue>(text).unwrap().get());
        }
        Err(SyntaxError(bytes)) => assert_eq!(Some(bytes), serde_error(text), "{text:?}"),
    }
}

/// Builds a value with the functions of the scanner only.
fn value(text: &str) -> Value {
    match text.as_bytes()[0] {
        b'{' => entries(text).into_iter().map(|(key, raw)| (unescaped(key).unwrap(), value(raw))).collect(),
        b'[' => entries(text).into_iter().map(|(_, raw)| value(raw)).collect(),
        b'"' => Value::String(unescaped(text).unwrap()),
        b't' | b'f' => Value::Bool(text == "true"),
        b'n' => Value::Null,
        _ => Value::from(digits::parse(text).unwrap()),
    }
}

/// Converts all numbers to floating-point ones.
fn with_floats(value: Value) -> Value {
    match value {
        Value::Number(number) => Value::from(number.as_f64().unwrap()),
        Value::Array(items) => items.into_iter().map(with_floats).collect(),
        Value::Object(fields) => fields.into_iter().map(|(key, value)| (key, with_floats(value))).collect(),
        other => other,
    }
}

#[test]
fn odd_texts_stop_at_the_same_byte() {
    for text in [
        "",
        " ",
        "\u{feff}{}",
        "nul",
        "nulll",
        "tru e",
        "[1,]",
        "[,1]",
        "{,}",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "01",
        "-",
        "-a",
        "1.",
        "1.e5",
        ".5",
        "1e",
        "1e+",
        "+1",
        "0x1",
        "1 2",
        "[1 2]",
        "[1}",
        "{]",
        "\"a",
        "\"\\",
        "\"\\x\"",
        "\"\\u12",
        "\"\\u12g4\"",
        "\"\\u1\u{e9}4\"",
        "\"\n\"",
        "\"\u{7f}\"",
        "\"\\ud800\"",
        "[\n1,\n\n}",
        "{\"a\":NaN}",
        "{}\u{0}",
        "\u{0}",
        "[1]\n\nx",
        "\"\u{1f}",
        "é",
        "1e5é",
    ] {
        check(text);
    }
}

#[test]
fn deep_texts_do_not_exhaust_the_stack() {
    let deep = "[{\"a\":".repeat(100_000);
    assert_eq!(single_value(&deep), Err(SyntaxError(deep.len())));
    let closed = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(single_value(&closed), Ok(closed.as_str()));
}

#[test]
fn surrogates_need_their_other_half() {
    for text in [
        r#""\ud83d\ude00""#,
        r#""\u0000\uFFFF""#,
        r#""\ud800""#,
        r#""\udc00""#,
        r#""\ud800\ud800""#,
        r#""\ud800x""#,
        r#""\ud800\n""#,
        r#""\ud83d\u00e9""#,
        r#""é\/\\\"""#,
    ] {
        assert_eq!(unescaped(text), serde_json::from_str(text).ok(), "{text}");
    }
    assert_eq!(unescaped("5"), None);
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_filter("finite", |value| value.is_finite()).prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 30, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(".{0,5}", inner, 0..5).prop_map(|map| map.into_iter().collect()),
        ]
    })
}

proptest! {
    #[test]
    fn values_are_equal(json in any_json(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&json) } else { serde_json::to_string(&json) };
        let text = text.unwrap();
        check(&text);
        prop_assert_eq!(value(single_value(&text).unwrap()), with_floats(serde_json::from_str(&text).unwrap()));
    }

    #[test]
    fn damaged_texts_stop_at_the_same_byte(
        json in any_json(),
        position in any::<prop::sample::Index>(),
        inserted in "[\\[\\]{}:,\"\\\\0-9eE+.\\-u \n\u{1}tfn]{0,2}",
        cut in 0..3_usize,
    ) {
        let chars: Vec<char> = json.to_string().chars().collect();
        let start = position.index(chars.len());
        let rest = &chars[(start + cut).min(chars.len())..];
        let damaged: String = chars[..start].iter().copied().chain(inserted.chars()).chain(rest.iter().copied()).collect();
        check(&damaged);
    }

    #[test]
    fn made_up_texts_stop_at_the_same_byte(text in "[\\[\\]{}:,\"\\\\ 0-9eE+.\\-unltrafse\nb]{0,12}") {
        check(&text);
    }

    #[test]
    fn quoted_texts_are_read_back(text in any::<String>()) {
        prop_assert_eq!(serde_json::from_str::<String>(&quoted(&text)).unwrap(), text.clone());
        prop_assert_eq!(unescaped(&quoted(&text)), Some(text));
    }
}
