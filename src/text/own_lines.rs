//! The words of the user's own lines.

/// Words and sentences. A field's words are its own documentation.
#[allow(missing_docs)]
pub struct OwnLinesText {
    /// Place where there are none yet.
    pub empty: &'static str,
    pub intro: &'static str,
    /// Above the examples, and under them.
    pub examples_title: &'static str,
    pub examples_note: &'static str,
    /// Name and unit of each example, in the order of the list.
    pub examples: [(&'static str, &'static str); 3],
    /// Place where a figure of an example comes from.
    pub example_source: &'static str,
    /// Says what is said of a cost's own figures.
    pub cost_amount: &'static str,
    pub cost_amount_source: &'static str,
    /// Sentence about the strength of the evidence of a line, in the word for that.
    pub firm: fn(&str) -> String,
    /// The name of a copy.
    pub copy_of: fn(&str) -> String,
    pub duplicate: fn(&str) -> String,
    /// The buttons that move a line, with its place among how many.
    pub up: fn(&str, usize, usize) -> String,
    pub down: fn(&str, usize, usize) -> String,
}
