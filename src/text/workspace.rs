//! The words of the list of scenarios, and of what the browser keeps of it.

/// Words and sentences. A field's words are its own documentation.
#[allow(missing_docs)]
pub struct WorkspaceText {
    // The strip.
    pub scenarios: &'static str,
    pub which: &'static str,
    pub reference: &'static str,
    /// A preset of this name with changes.
    pub changed: fn(&str) -> String,
    /// A copy of what is called so, one of so many.
    pub copy_of: fn(&str, usize) -> String,
    /// Says what a copy with such a name is of; the name itself where it is none.
    pub copied_from: fn(&str) -> &str,
    /// Stands before the address on paper, of one of several.
    pub printed_from: fn(&str) -> String,
    pub manage: fn(&str) -> String,
    pub name: &'static str,
    pub duplicate: &'static str,
    pub remove: &'static str,
    pub to_front: &'static str,
    pub to_back: &'static str,
    pub refer: &'static str,
    pub is_reference: &'static str,
    pub add: &'static str,
    pub add_hint: fn(most: usize) -> String,
    pub full: fn(most: usize) -> String,
    // What is said once.
    pub back: &'static str,
    pub linked: fn(&str) -> String,
    pub several_opened: fn(usize) -> String,
    pub removed: fn(&str) -> String,
    pub texts: fn(&str) -> String,
    pub elsewhere: &'static str,
    pub united: &'static str,
    pub erased: &'static str,
    pub kept_damaged: &'static str,
    pub kept_newer: &'static str,
    pub kept_invalid: &'static str,
    pub aside_hint: &'static str,
    pub save_aside: &'static str,
    pub no_room: fn(all: usize, most: usize) -> String,
    pub apart: fn(most: usize) -> String,
    pub crowded: fn(all: usize, most: usize) -> String,
    pub rejoin: &'static str,
    pub no_space: &'static str,
    pub newer_elsewhere: &'static str,
    pub erased_elsewhere: &'static str,
    // What comes in. A link that is no good: damaged, newer, or with input that
    // cannot be; and the same where scenarios are kept.
    pub link_damaged: [&'static str; 2],
    pub link_newer: [&'static str; 2],
    pub link_invalid: [&'static str; 2],
    pub file_invalid: &'static str,
    pub file_opened: fn(&str) -> String,
    pub anew: &'static str,
    // The card that says what is kept.
    pub kept: &'static str,
    pub kept_hint: &'static str,
    pub kept_count: fn(usize) -> String,
    pub kept_nothing: &'static str,
    pub kept_blocked: &'static str,
    pub kept_full: &'static str,
    pub kept_apart: &'static str,
    pub erase: &'static str,
    pub save_all: fn(usize) -> String,
    /// The name of the file with a text that could not be read.
    pub aside_file: fn(usize) -> String,
}
