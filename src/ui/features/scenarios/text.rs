//! Texts of the list of scenarios, of opening links and files, and of storage in the
//! browser.

mod nl;

use crate::scenario::version_1::Conversion;
use crate::text::feature_text;

/// Texts of the list of scenarios and their storage.
#[allow(missing_docs)]
pub struct WorkspaceText {
    // The list of scenarios.
    pub scenarios: &'static str,
    pub choose_scenario: &'static str,
    pub reference: &'static str,
    /// Name of a scenario that is a changed preset without a name of its own.
    pub changed: fn(preset: &str) -> String,
    /// Name of a copy; `count` numbers the copies of one scenario from 1.
    pub copy_of: fn(name: &str, count: usize) -> String,
    /// Returns the name of the original of a copy, or the name itself where it is no copy.
    pub copied_from: fn(name: &str) -> &str,
    /// Label before the address on a printed page, where there are several scenarios.
    pub printed_from: fn(scenario: &str) -> String,
    pub manage: fn(scenario: &str) -> String,
    pub name: &'static str,
    pub duplicate: &'static str,
    pub remove: &'static str,
    pub move_earlier: &'static str,
    pub move_later: &'static str,
    pub make_reference: &'static str,
    pub is_reference: &'static str,
    pub add: &'static str,
    pub add_hint: fn(max: usize) -> String,
    pub full: fn(max: usize) -> String,
    // Notices.
    /// The scenarios of the previous visit are shown.
    pub restored: &'static str,
    pub link_opened: fn(scenario: &str) -> String,
    pub several_linked: fn(count: usize) -> String,
    pub several_opened: fn(count: usize) -> String,
    pub added: fn(added: &str, shown: &str) -> String,
    pub what_if_taken_over: &'static str,
    pub removed: fn(scenario: &str) -> String,
    /// Texts in fields of this scenario that were not accepted were dropped when another
    /// scenario was shown.
    pub invalid_input_dropped: fn(name: &str) -> String,
    /// The scenario was changed in another window.
    pub changed_elsewhere: &'static str,
    /// The scenarios of another window were added to those of this window.
    pub merged_elsewhere: &'static str,
    /// Everything in the storage of the browser was erased.
    pub erased: &'static str,
    // The stored scenarios cannot be read: damaged, made by a newer version, or with invalid
    // input.
    pub stored_damaged: &'static str,
    pub stored_newer: &'static str,
    pub stored_invalid: &'static str,
    /// The unreadable stored text can be saved as a file.
    pub quarantine_hint: &'static str,
    pub save_quarantine: &'static str,
    /// The scenarios were made with version 1 of the model; a list of changes follows.
    pub version_1: &'static str,
    pub conversion: fn(Conversion) -> &'static str,
    /// The scenarios that version 1 saved are still there, and can be saved as a file.
    pub version_1_hint: &'static str,
    pub save_version_1: &'static str,
    pub version_1_file: &'static str,
    pub too_many_scenarios: fn(all: usize, max: usize) -> String,
    /// The scenario of the link is shown but not stored, since the list is full.
    pub link_not_stored: fn(max: usize) -> String,
    /// The scenarios of two windows together are too many to store.
    pub merge_too_large: fn(all: usize, max: usize) -> String,
    /// Button that shows the stored scenarios instead of the one of the link.
    pub show_stored: &'static str,
    /// Warning that the storage of the browser is full.
    pub storage_full_notice: &'static str,
    /// Warning that the browser forbids storage.
    pub storage_blocked_notice: &'static str,
    /// Button that saves the only scenario as a file.
    pub save_one: &'static str,
    /// Sentence about a field that two windows changed.
    pub conflict: fn(scenario: &str, field: &str, taken: &str, dropped: &[String]) -> String,
    pub conflict_intro: &'static str,
    // Names of fields and values in that sentence.
    pub conflict_name: &'static str,
    pub conflict_other: &'static str,
    pub conflict_default: &'static str,
    pub conflict_value: &'static str,
    /// Another version of the page stores scenarios in another window.
    pub newer_elsewhere: &'static str,
    /// Everything was erased in another window.
    pub erased_elsewhere: &'static str,
    // Notices about a link that cannot be opened: damaged, made by a newer version, or
    // with invalid input. The first text of each pair is for a browser without stored
    // scenarios, the second for one with stored scenarios.
    pub link_damaged: [&'static str; 2],
    pub link_newer: [&'static str; 2],
    pub link_invalid: [&'static str; 2],
    // Notices about a file that is not opened.
    pub file_empty: &'static str,
    pub file_of_another_kind: &'static str,
    pub file_invalid: &'static str,
    /// Figures that an offer would have brought out of their limits.
    pub beyond_limits: &'static str,
    pub file_opened: fn(scenario: &str) -> String,
    pub started_over: &'static str,
    // The card about storage in the browser.
    pub storage_title: &'static str,
    pub storage_hint: &'static str,
    pub stored_count: fn(count: usize) -> String,
    pub none_stored: &'static str,
    /// The scenario is in the address, and not in the storage.
    pub only_in_address: &'static str,
    /// Several scenarios are not in the storage yet.
    pub not_stored_yet: &'static str,
    pub storage_blocked: &'static str,
    pub storage_full: &'static str,
    /// The scenario on the page is not stored.
    pub not_stored: &'static str,
    pub erase: &'static str,
    pub save_all: fn(count: usize) -> String,
    /// Name of the file in which an unreadable stored text is saved.
    pub quarantine_file: fn(number: usize) -> String,
}

feature_text! {
    /// Returns the texts of the list of scenarios.
    workspace: WorkspaceText = nl::WORKSPACE;
}
