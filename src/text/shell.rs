//! Texts of `index.html` and of `static/start.js`, which reads them from that page. They
//! are shown before the program runs, or when it cannot run.

/// Texts of the page without its program. `start.js` shows the texts whose names begin
/// with `start_`.
#[allow(missing_docs)]
pub struct ShellText {
    pub without_script: &'static str,
    pub description: &'static str,
    /// Message where not even `start.js` runs, which would remove it.
    pub not_started: &'static str,
    pub start_missing: &'static str,
    pub start_brochure: &'static str,
    pub start_link: &'static str,
    pub start_failed: &'static str,
    /// Message where the program stopped on a page that the browser translates.
    pub start_translated: &'static str,
    pub start_untranslated: &'static str,
    /// Follows `start_failed` where the storage has the figures.
    pub start_saved: &'static str,
    /// Follows `start_failed` where only the link below it has the figures.
    pub start_in_link: &'static str,
    pub start_go_on: &'static str,
    pub start_over: &'static str,
    pub start_address: &'static str,
}
