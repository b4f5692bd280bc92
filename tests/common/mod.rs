//! Compares an outcome with an expected one. Two amounts count as equal if they differ
//! by at most 1e-9 × max(1, the largest amount in the outcome): a sum is as precise as
//! its largest term.

use serde_json::Value;

/// Returns the largest absolute value of all numbers in a JSON value.
pub fn largest_number(value: &Value) -> f64 {
    match value {
        Value::Number(number) => number.as_f64().unwrap_or(0.0).abs(),
        Value::Array(items) => items.iter().map(largest_number).fold(0.0, f64::max),
        Value::Object(fields) => fields.values().map(largest_number).fold(0.0, f64::max),
        _ => 0.0,
    }
}

/// Adds to `found` a line for every difference between two JSON values, with the path
/// of the field. Numbers may differ by 1e-9 × `scale`, or × their own size where that is
/// larger; a minus zero counts as wrong. `given` may have a `schema` that is not expected.
pub fn collect_differences(path: &str, expected: &Value, given: &Value, scale: f64, found: &mut Vec<String>) {
    match (expected, given) {
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            let close = (a - b).abs() <= 1e-9 * scale.max(a.abs()).max(1.0);
            let minus_zero = b == 0.0 && b.is_sign_negative();
            if !close || minus_zero {
                found.push(format!("{path}: expected {a}, given {b}"));
            }
        }
        (Value::Object(a), Value::Object(b)) => {
            for (key, value) in a {
                match b.get(key) {
                    Some(other) => collect_differences(&format!("{path}.{key}"), value, other, scale, found),
                    None => found.push(format!("{path}.{key}: not there")),
                }
            }
            let extra = b.keys().filter(|key| !(a.contains_key(*key) || path.is_empty() && *key == "schema"));
            found.extend(extra.map(|key| format!("{path}.{key}: not expected")));
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (index, (value, other)) in a.iter().zip(b).enumerate() {
                collect_differences(&format!("{path}[{index}]"), value, other, scale, found);
            }
        }
        (a, b) if a == b => {}
        (a, b) => found.push(format!("{path}: expected {a}, given {b}")),
    }
}

/// Asserts that the scenario has the expected outcome. Amounts are compared at the scale
/// of the largest amount; ratios and counts at a scale of one.
pub fn assert_outcome(name: &str, scenario: &Value, expected: &Value) {
    let outcome = rekenmodel::api::evaluate(&scenario.to_string())
        .unwrap_or_else(|message| panic!("{name} was refused: {message}"));
    let outcome: Value = serde_json::from_str(&outcome).unwrap();
    assert_eq!(outcome["schema"], 2);
    let sections = ["costs", "savings", "years", "financing"];
    let largest_amount =
        sections.into_iter().map(|section| largest_number(&expected[section])).fold(0.0, f64::max);
    let mut found = Vec::new();
    collect_differences("", expected, &outcome, largest_amount, &mut found);
    // Numbers that are no amounts: they must be equal to nine digits after the point.
    for path in ["/price_factor", "/total/coverage", "/break_even/savings_factor", "/break_even/per_line"] {
        let (Some(a), Some(b)) = (expected.pointer(path), outcome.pointer(path)) else {
            found.push(format!("{path}: not there"));
            continue;
        };
        collect_differences(path, a, b, 1.0, &mut found);
    }
    assert!(found.is_empty(), "{name}:\n{}", found.join("\n"));
}
