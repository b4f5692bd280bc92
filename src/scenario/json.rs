//! Strict reading of JSON, one level at a time, so that every error can name
//! its field and the text that was given. Keys that stand twice are errors,
//! and numbers are kept as text until they are known to be finite: `1e999`
//! must not become an infinity, nor a parse error without a name.

pub(super) mod scan;
#[cfg(test)]
mod tests;

use crate::model::issue::{ExpectedType, Issue, Problem};
use crate::number::digits;
use crate::scenario::json::scan::SyntaxError;

/// One value in the text, with the name that errors use for it.
#[derive(Clone)]
pub struct Node<'a> {
    /// The field's name, such as `dagbesteding.aantal`.
    pub field: String,
    raw: &'a str,
}

/// Issues that were found so far.
pub type Issues = Vec<Issue>;

impl<'a> Node<'a> {
    /// The whole text as one value.
    pub fn parse(text: &'a str) -> Result<Node<'a>, Issue> {
        let raw = scan::whole(text).map_err(|stop| syntax(text, stop))?;
        Ok(Node { field: "scenario".to_owned(), raw })
    }

    /// Returns the value under another name.
    pub fn renamed(&self, field: impl Into<String>) -> Node<'a> {
        Node { field: field.into(), raw: self.raw }
    }

    /// The text of the value as it was given.
    pub fn text(&self) -> &'a str {
        self.raw
    }

    /// An issue with this value.
    pub fn issue(&self, problem: Problem) -> Issue {
        Issue::new(self.field.clone(), self.text(), problem)
    }

    fn wrong<T>(&self, expected: ExpectedType, issues: &mut Issues) -> Option<T> {
        issues.push(self.issue(Problem::WrongType(expected)));
        None
    }

    /// The fields of an object, in their order. The text was read as JSON
    /// before, so only another type can fail here.
    pub fn object(&self, issues: &mut Issues) -> Option<Vec<(String, Node<'a>)>> {
        if !self.text().starts_with('{') {
            return self.wrong(ExpectedType::Object, issues);
        }
        let mut seen: Vec<(String, Node)> = Vec::new();
        let mut keys = std::collections::BTreeSet::new();
        for (key, raw) in scan::parts(self.text()) {
            // What is no text, half a surrogate pair, is no known key either.
            let key = scan::unescaped(key).unwrap_or_else(|| key.to_owned());
            let node = Node { field: key.clone(), raw };
            if keys.insert(key.clone()) {
                seen.push((key, node));
            } else {
                issues.push(node.issue(Problem::Twice));
            }
        }
        Some(seen)
    }

    /// The items of a list.
    pub fn list(&self, issues: &mut Issues) -> Option<Vec<Node<'a>>> {
        if !self.text().starts_with('[') {
            return self.wrong(ExpectedType::List, issues);
        }
        let renamed = |(place, (_, raw))| Node { field: format!("{}[{place}]", self.field), raw };
        Some(scan::parts(self.text()).into_iter().enumerate().map(renamed).collect())
    }

    /// A number; infinite where the text is larger than any, so that the check
    /// of limits names it.
    pub fn number(&self, issues: &mut Issues) -> Option<f64> {
        match self.text().as_bytes().first() {
            Some(b'-' | b'0'..=b'9') => digits::read(self.text()),
            _ => self.wrong(ExpectedType::Number, issues),
        }
    }

    /// Reads a text.
    pub fn string(&self, issues: &mut Issues) -> Option<String> {
        scan::unescaped(self.text()).or_else(|| self.wrong(ExpectedType::Text, issues))
    }

    /// A truth value.
    pub fn boolean(&self, issues: &mut Issues) -> Option<bool> {
        match self.text() {
            "true" => Some(true),
            "false" => Some(false),
            _ => self.wrong(ExpectedType::Boolean, issues),
        }
    }

    /// One of a list of names.
    pub fn one_of<T: Copy>(&self, all: &[T], id: fn(T) -> &'static str, issues: &mut Issues) -> Option<T> {
        let text = self.string(issues)?;
        let found = all.iter().copied().find(|item| id(*item) == text);
        if found.is_none() {
            issues.push(self.issue(Problem::NotOneOf(all.iter().map(|item| id(*item)).collect())));
        }
        found
    }
}

/// Returns where the text stops being JSON: the last key before it is named as the
/// field, so that `{"bezoekers": NaN}` points at `bezoekers`.
fn syntax(text: &str, SyntaxError(stop): SyntaxError) -> Issue {
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
