//! Data that programs store with a scenario: the members of its `meta` object.
//!
//! Each feature of the page owns one member, and leaves the text of all others unchanged:
//! they may belong to another program, or to a newer version of the page. Members play no
//! role in the calculation. Their content is not checked when a scenario is read, so a
//! feature ignores what it does not understand. docs/meta.md lists the members that this
//! program knows.
//!
//! ```
//! use rekenmodel::scenario::meta;
//!
//! let changed = meta::set_member(Some(r#"{ "van": "ons" }"#), "eigen", Some("[1]"));
//! assert_eq!(changed.as_deref(), Some(r#"{"van":"ons","eigen":[1]}"#));
//! assert_eq!(meta::get(changed.as_deref(), "eigen"), Some("[1]"));
//! assert_eq!(meta::set_member(Some(r#"{"eigen":[1]}"#), "eigen", None), None);
//! ```

mod member;

pub use crate::scenario::meta::member::MetaMember;

use crate::number::digits;
use crate::scenario::json::scan;
use crate::scenario::write::quoted;

/// Returns the JSON of a member of `meta`; `None` where there is no such member.
pub fn get<'a>(meta: Option<&'a str>, key: &str) -> Option<&'a str> {
    find(meta?, key).map(|(_, value)| value)
}

/// Returns `meta` with this JSON as a member, or without that member where `value` is
/// `None`. The other members do not change. `None` when no members remain.
pub fn set_member(meta: Option<&str>, key: &str, value: Option<&str>) -> Option<String> {
    let old = meta.unwrap_or("{}");
    if get(meta, key) == value {
        return meta.map(str::to_owned);
    }
    let mut written = String::from("{");
    let mut member = |key: &str, value: &str| {
        if written.len() > 1 {
            written.push(',');
        }
        written.push_str(key);
        written.push(':');
        written.push_str(value);
    };
    let mut is_found = false;
    for (name, old_value) in scan::entries(old) {
        if scan::unescaped(name).is_some_and(|name| name == key) {
            if let Some(value) = value.filter(|_| !is_found) {
                member(name, value);
            }
            is_found = true;
        } else {
            member(name, old_value);
        }
    }
    if let Some(value) = value.filter(|_| !is_found) {
        member(&quoted(key), value);
    }
    (written.len() > 1).then(|| written + "}")
}

/// Returns the members of a JSON object, keys as plain text; empty for another value.
pub fn members(json: &str) -> Vec<(String, &str)> {
    let entries = if json.starts_with('{') { scan::entries(json) } else { Vec::new() };
    entries.into_iter().filter_map(|(key, value)| Some((scan::unescaped(key)?, value))).collect()
}

/// Returns the items of a JSON list; empty for another value.
pub fn items(json: &str) -> Vec<&str> {
    let entries = if json.starts_with('[') { scan::entries(json) } else { Vec::new() };
    entries.into_iter().map(|(_, value)| value).collect()
}

/// Returns the text of a JSON string; `None` for another value.
pub fn text(json: &str) -> Option<String> {
    scan::unescaped(json)
}

/// Reads a JSON number; `None` for another value and for a number that is too large.
pub fn number(json: &str) -> Option<f64> {
    let starts = json.starts_with(|first: char| first == '-' || first.is_ascii_digit());
    let number = if starts { digits::parse(json) } else { None };
    number.filter(|number| number.is_finite())
}

/// Writes a text as a JSON string, with its quotes.
pub fn quote(text: &str) -> String {
    quoted(text)
}

fn find<'a>(object: &'a str, key: &str) -> Option<(&'a str, &'a str)> {
    let entries = if object.starts_with('{') { scan::entries(object) } else { Vec::new() };
    entries.into_iter().find(|(name, _)| scan::unescaped(name).is_some_and(|name| name == key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Map, Value};

    #[test]
    fn the_text_of_other_members_does_not_change() {
        let meta = "{ \"a\" : 1e2 ,\n \"\\u0062\":{\"x\" : [ 1 ]} }";
        assert_eq!(get(Some(meta), "b"), Some("{\"x\" : [ 1 ]}"));
        assert_eq!(set_member(Some(meta), "b", Some("2")).unwrap(), "{\"a\":1e2,\"\\u0062\":2}");
        assert_eq!(set_member(Some(meta), "b", None).unwrap(), "{\"a\":1e2}");
        assert_eq!(set_member(Some(meta), "c", None).unwrap(), meta);
        assert_eq!(set_member(Some("{}"), "c", None).unwrap(), "{}");
        assert_eq!(set_member(None, "c", None), None);
        assert_eq!(set_member(None, "é\"", Some("null")).unwrap(), "{\"é\\\"\":null}");
    }

    #[test]
    fn values_of_another_type_are_ignored() {
        assert!(members("[1]").is_empty() && members("1").is_empty() && items("{\"a\":1}").is_empty());
        assert_eq!(items("[1, \"x\"]"), ["1", "\"x\""]);
        assert_eq!(members("{\"a\":1}"), [("a".to_owned(), "1")]);
        assert_eq!((text("1"), text("\"x\"")), (None, Some("x".to_owned())));
        assert_eq!((number("\"1\""), number("1e999"), number("null")), (None, None, None));
        assert_eq!(number("-1.5"), Some(-1.5));
    }

    fn any_meta() -> impl Strategy<Value = Map<String, Value>> {
        let value = prop_oneof![
            Just(Value::Null),
            any::<i32>().prop_map(Value::from),
            ".{0,6}".prop_map(Value::from),
            prop::collection::vec(any::<bool>(), 0..3).prop_map(Value::from),
        ];
        prop::collection::btree_map("[a-c\"\\\\é]{0,2}", value, 0..5)
            .prop_map(|map| map.into_iter().collect())
    }

    proptest! {
        /// Changes a member as serde_json does, whatever the other members are.
        #[test]
        fn one_member_changes_and_no_other(
            meta in any_meta(), key in "[a-c\"\\\\é]{0,2}", value in prop::option::of(".{0,4}"), pretty in any::<bool>(),
        ) {
            let whole = Value::Object(meta.clone());
            let text = if pretty { serde_json::to_string_pretty(&whole) } else { serde_json::to_string(&whole) };
            let text = text.unwrap();
            let json = value.as_deref().map(quote);
            let after = set_member(Some(&text), &key, json.as_deref());
            prop_assert_eq!(get(after.as_deref(), &key), json.as_deref());
            let mut expected = meta;
            match value {
                Some(value) => expected.insert(key.clone(), Value::from(value)),
                None => expected.remove(&key),
            };
            let read = after.map_or_else(Map::new, |text| serde_json::from_str(&text).unwrap());
            prop_assert_eq!(read, expected);
        }
    }
}
