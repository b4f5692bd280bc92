//! Invalid input is refused with a message that names the field and the value that was
//! given. `evaluate` stays usable afterwards.

use rekenmodel::api::evaluate;
use serde_json::Value;

#[test]
fn every_invalid_input_of_the_reference_is_refused_with_its_field() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("reference/invalid.json")).unwrap();
    let mut wrong = Vec::new();
    for case in &cases {
        let name = case["name"].as_str().unwrap();
        let Err(message) = evaluate(case["text"].as_str().unwrap()) else {
            wrong.push(format!("{name}: accepted"));
            continue;
        };
        let words = case["field"].as_str().unwrap_or("").split([' ', '.']);
        let names_field = words.filter(|word| !word.is_empty()).all(|word| message.contains(word));
        let names_value = case["given"].as_str().is_none_or(|given| message.contains(given));
        if !names_field || !names_value {
            wrong.push(format!("{name}: {case}\n   message: {message}"));
        }
    }
    assert!(cases.len() > 100);
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    assert!(evaluate("{}").is_ok());
}

#[test]
fn a_text_that_is_not_json_is_refused_with_the_field_of_the_error() {
    let message = evaluate(r#"{"values":{"bezoekers": NaN}}"#).unwrap_err();
    assert!(message.starts_with("bezoekers: gegeven is NaN;"), "{message}");
}

#[test]
fn ten_megabytes_of_nonsense_get_a_short_message() {
    for byte in ["[", "{", "9", " ", "\u{0}", "{\"a\":"] {
        let message = evaluate(&byte.repeat(10_000_000 / byte.len())).unwrap_err();
        assert!(message.len() < 400, "{} bytes", message.len());
        assert!(message.contains("1.000.000"), "{message}");
    }
}

#[test]
fn invalid_texts_just_below_the_largest_size_are_refused_too() {
    for byte in ["[", "{\"a\":", "9", "{\"values\":"] {
        let text = byte.repeat(990_000 / byte.len());
        assert!(evaluate(&text).unwrap_err().len() < 400);
    }
}
