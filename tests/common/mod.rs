//! Comparing outcomes: equal means within 1e-9 × max(1, the largest term summed).

use serde_json::Value;

/// The largest number anywhere in an outcome; sums have no larger terms.
pub fn largest(value: &Value) -> f64 {
    match value {
        Value::Number(number) => number.as_f64().unwrap_or(0.0).abs(),
        Value::Array(items) => items.iter().map(largest).fold(0.0, f64::max),
        Value::Object(fields) => fields.values().map(largest).fold(0.0, f64::max),
        _ => 0.0,
    }
}

/// Every difference between what was expected and what came out. Amounts of
/// one section (costs, savings, …) have that section's largest term.
pub fn differences(path: &str, expected: &Value, given: &Value, scale: f64, found: &mut Vec<String>) {
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
                    Some(other) => differences(&format!("{path}.{key}"), value, other, scale, found),
                    None => found.push(format!("{path}.{key}: not there")),
                }
            }
            let extra = b.keys().filter(|key| !(a.contains_key(*key) || path.is_empty() && *key == "schema"));
            found.extend(extra.map(|key| format!("{path}.{key}: not expected")));
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (place, (value, other)) in a.iter().zip(b).enumerate() {
                differences(&format!("{path}[{place}]"), value, other, scale, found);
            }
        }
        (a, b) if a == b => {}
        (a, b) => found.push(format!("{path}: expected {a}, given {b}")),
    }
}

/// Ratios and counts have a scale of their own; everything else sums amounts.
pub fn check(name: &str, scenario: &Value, expected: &Value) {
    let outcome = rekenmodel::api::evaluate(&scenario.to_string())
        .unwrap_or_else(|message| panic!("{name} was refused: {message}"));
    let outcome: Value = serde_json::from_str(&outcome).unwrap();
    assert_eq!(outcome["schema"], 2);
    let parts = ["costs", "savings", "years", "financing"];
    let money = parts.into_iter().map(|part| largest(&expected[part])).fold(0.0, f64::max);
    let mut found = Vec::new();
    differences("", expected, &outcome, money, &mut found);
    // Numbers that are no sums of money are held to their own size.
    for path in ["/price_factor", "/total/coverage", "/break_even/savings_factor", "/break_even/per_line"] {
        let (Some(a), Some(b)) = (expected.pointer(path), outcome.pointer(path)) else {
            found.push(format!("{path}: not there"));
            continue;
        };
        differences(path, a, b, 1.0, &mut found);
    }
    assert!(found.is_empty(), "{name}:\n{}", found.join("\n"));
}
