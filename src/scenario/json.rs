//! Strict reading of JSON, one level at a time, so that every issue can name its field
//! and the text that was given. A key that occurs twice is an issue. Numbers remain text
//! until their field is read, so that `1e999` becomes an issue of that field, and neither
//! an infinity nor a syntax error without a field.

pub(super) mod scan;
#[cfg(test)]
mod tests;

use crate::model::issue::{ExpectedType, Issue, Problem};
use crate::number::digits;
use crate::scenario::json::scan::SyntaxError;

/// One value in the text, with the name by which issues call it.
#[derive(Clone)]
pub struct Node<'a> {
    /// The field's name, such as `dagbesteding.aantal`.
    pub field: String,
    /// The text of the value, which is valid JSON.
    raw: &'a str,
}

/// Issues that were found so far.
pub type Issues = Vec<Issue>;

impl<'a> Node<'a> {
    /// Checks that the text is one JSON value, and returns that.
    pub fn parse(text: &'a str) -> Result<Node<'a>, Issue> {
        let raw = scan::single_value(text).map_err(|error| syntax_issue(text, error))?;
        Ok(Node { field: "scenario".to_owned(), raw })
    }

    /// Returns the value under another name.
    pub fn renamed(&self, field: impl Into<String>) -> Node<'a> {
        Node { field: field.into(), raw: self.raw }
    }

    /// Returns the text of the value as it was given.
    pub fn text(&self) -> &'a str {
        self.raw
    }

    /// Makes an issue about this value.
    pub fn issue(&self, problem: Problem) -> Issue {
        Issue::new(self.field.clone(), self.text(), problem)
    }

    fn wrong_type<T>(&self, expected: ExpectedType, issues: &mut Issues) -> Option<T> {
        issues.push(self.issue(Problem::WrongType(expected)));
        None
    }

    /// Reads the fields of an object, in their order; `None` where it is not an object.
    pub fn object(&self, issues: &mut Issues) -> Option<Vec<(String, Node<'a>)>> {
        if !self.text().starts_with('{') {
            return self.wrong_type(ExpectedType::Object, issues);
        }
        let mut seen: Vec<(String, Node)> = Vec::new();
        let mut keys = std::collections::BTreeSet::new();
        for (key, raw) in scan::entries(self.text()) {
            // A key with half a surrogate pair is no text. It remains as it is written,
            // and is then reported as unknown.
            let key = scan::unescaped(key).unwrap_or_else(|| key.to_owned());
            let node = Node { field: key.clone(), raw };
            if keys.insert(key.clone()) {
                seen.push((key, node));
            } else {
                issues.push(node.issue(Problem::DuplicateKey));
            }
        }
        Some(seen)
    }

    /// Reads the items of a list; `None` where it is not a list.
    pub fn list(&self, issues: &mut Issues) -> Option<Vec<Node<'a>>> {
        if !self.text().starts_with('[') {
            return self.wrong_type(ExpectedType::List, issues);
        }
        let renamed = |(index, (_, raw))| Node { field: format!("{}[{index}]", self.field), raw };
        Some(scan::entries(self.text()).into_iter().enumerate().map(renamed).collect())
    }

    /// Reads a number; infinite where it is too large, so that the check of its limits
    /// reports it.
    pub fn number(&self, issues: &mut Issues) -> Option<f64> {
        match self.text().as_bytes().first() {
            Some(b'-' | b'0'..=b'9') => digits::parse(self.text()),
            _ => self.wrong_type(ExpectedType::Number, issues),
        }
    }

    /// Reads the text of a string.
    pub fn string(&self, issues: &mut Issues) -> Option<String> {
        scan::unescaped(self.text()).or_else(|| self.wrong_type(ExpectedType::Text, issues))
    }

    /// Reads `true` or `false`.
    pub fn boolean(&self, issues: &mut Issues) -> Option<bool> {
        match self.text() {
            "true" => Some(true),
            "false" => Some(false),
            _ => self.wrong_type(ExpectedType::Boolean, issues),
        }
    }

    /// Reads the item of `all` whose id is given.
    pub fn one_of<T: Copy>(&self, all: &[T], id: fn(T) -> &'static str, issues: &mut Issues) -> Option<T> {
        let text = self.string(issues)?;
        let found = all.iter().copied().find(|item| id(*item) == text);
        if found.is_none() {
            issues.push(self.issue(Problem::NotOneOf(all.iter().map(|item| id(*item)).collect())));
        }
        found
    }
}

/// Makes the issue of a text that is not JSON. Its field is the last key before the
/// error, so that `{"bezoekers": NaN}` points at `bezoekers`.
fn syntax_issue(text: &str, SyntaxError(stop): SyntaxError) -> Issue {
    match text.trim_start().chars().next() {
        None => return Issue::new("scenario", "", Problem::Empty),
        Some('{' | '[' | '"') => {}
        Some(_) => return Issue::new("scenario", text.trim(), Problem::OtherFormat),
    }
    let bytes = &text.as_bytes()[..stop];
    let start = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    let line = 1 + bytes.iter().filter(|byte| **byte == b'\n').count();
    let column = stop - start;
    let mut end = start + column.saturating_sub(1);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let (before, after) = text.split_at(end);
    let key = before.rfind(':').and_then(|colon| {
        let inside = before[..colon].trim_end().strip_suffix('"')?;
        inside.rfind('"').map(|quote| inside[quote + 1..].to_owned())
    });
    let from = before.rfind([':', ',', '{', '[']).map_or(0, |found| found + 1);
    let rest = after.find([',', '}', ']', '\n']).unwrap_or(after.len());
    let given = format!("{}{}", before[from..].trim_start(), &after[..rest]);
    Issue::new(key.unwrap_or_else(|| "scenario".to_owned()), given.trim(), Problem::NotJson { line, column })
}
