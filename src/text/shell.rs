//! What only index.html says, and `static/start.js`, which reads it there.

/// Words of the page without its program. A field's words are its own
/// documentation.
#[allow(missing_docs)]
pub struct ShellText {
    pub without_script: &'static str,
    pub description: &'static str,
    pub start_missing: &'static str,
    pub start_brochure: &'static str,
    pub start_link: &'static str,
    pub start_failed: &'static str,
    pub start_go_on: &'static str,
    pub start_over: &'static str,
    pub start_address: &'static str,
}
