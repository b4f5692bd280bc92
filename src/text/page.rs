//! Texts of the page as a whole and of what several views share, grouped by their position on the
//! page.

use crate::model::IgnoreReason;

/// Reasons why a file of the page cannot be loaded; `static/start.js` finds them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadingProblem {
    /// The page was opened from a disk, where browsers load no modules.
    Disk,
    /// A policy forbids the file: that of the site, of a page around it or of the browser.
    Policy,
    /// The browser has no connection.
    Offline,
    /// The file is not there or belongs to another build: the page on the server is another
    /// version than the one that is open.
    Version,
    /// The file is damaged, or the browser does not understand it.
    Content,
    /// The server answers with an error.
    Server,
    /// The server does not answer in time.
    Slow,
    /// The server cannot be reached, or the connection broke off.
    Connection,
}

impl LoadingProblem {
    /// All reasons, in the order in which `start.js` looks for them.
    pub const ALL: [LoadingProblem; 8] = [
        LoadingProblem::Disk,
        LoadingProblem::Policy,
        LoadingProblem::Offline,
        LoadingProblem::Version,
        LoadingProblem::Content,
        LoadingProblem::Server,
        LoadingProblem::Slow,
        LoadingProblem::Connection,
    ];

    /// Returns the word for the problem in `static/start.js`.
    pub fn id(self) -> &'static str {
        match self {
            LoadingProblem::Disk => "disk",
            LoadingProblem::Policy => "policy",
            LoadingProblem::Offline => "offline",
            LoadingProblem::Version => "version",
            LoadingProblem::Content => "content",
            LoadingProblem::Server => "server",
            LoadingProblem::Slow => "slow",
            LoadingProblem::Connection => "connection",
        }
    }

    /// Returns the problem with this word; a broken connection for any other word.
    pub fn from_id(id: &str) -> LoadingProblem {
        LoadingProblem::ALL
            .into_iter()
            .find(|problem| problem.id() == id)
            .unwrap_or(LoadingProblem::Connection)
    }

    /// Returns whether trying again cannot help, but loading the whole page again can.
    pub fn needs_reload(self) -> bool {
        matches!(self, LoadingProblem::Version | LoadingProblem::Content)
    }
}

/// Texts of the page as a whole and of what several views share. A field without a comment is a
/// label, heading or button whose name says what it is for.
#[allow(missing_docs)]
pub struct PageText {
    // Header, footer and menu of the page.
    pub title: &'static str,
    pub short_title: &'static str,
    pub skip: &'static str,
    pub views: &'static str,
    // Names of the views, in the menu and in the title of the window.
    pub centre: &'static str,
    pub worksheet: &'static str,
    pub what_if: &'static str,
    pub uncertainty: &'static str,
    pub compare: &'static str,
    pub sources: &'static str,
    pub share: &'static str,
    pub building_blocks: &'static str,
    // Undo and the introduction.
    pub undo: &'static str,
    pub redo: &'static str,
    pub contact: &'static str,
    pub contact_default: &'static str,
    pub licence: &'static str,
    pub privacy: &'static str,
    /// Versions of the model and of the package, and the day on which it was built.
    pub version: fn(model: u32, package: &str, built: &str) -> String,
    // Messages about a part of the program that is loaded later.
    /// Placeholder while it is being loaded.
    pub loading: &'static str,
    /// Placeholder on paper, where it was not loaded yet.
    pub not_printed: &'static str,
    /// Error message where it cannot be loaded.
    pub loading_failed: fn(LoadingProblem) -> String,
    /// Why a file cannot be loaded, and what a person can do about it.
    pub loading_problem: fn(LoadingProblem) -> &'static str,
    pub start_again: &'static str,
    /// Label of the button that loads the whole page again.
    pub reload: &'static str,
    // Presets and resetting.
    pub stale: &'static str,
    // Inputs.
    /// Label of a value that the user marked as an own figure.
    pub own_figure: &'static str,
    /// Label of a value that differs from the default.
    pub filled_in: &'static str,
    /// The source of an own figure in a sentence; `source` is as the user entered it, and
    /// may be empty.
    pub own_figure_from: fn(source: &str) -> String,
    pub inputs: &'static str,
    pub basis: &'static str,
    pub phase: &'static str,
    pub perspective: &'static str,
    pub slider: fn(label: &str) -> String,
    pub reset: fn(label: &str, value: &str) -> String,
    pub explain: &'static str,
    pub explain_of: fn(label: &str) -> String,
    /// The input has no effect now, and why.
    pub inactive: fn(IgnoreReason) -> &'static str,
    pub counts: &'static str,
    pub pm: &'static str,
    pub own_nameless: &'static str,
    // Results.
    pub results: &'static str,
    /// Hint for screen readers behind a figure that can be clicked for its explanation.
    pub explanation_hint: &'static str,
    // Notices about an action of the user.
    pub dismiss: &'static str,
    /// The changes of the user were replaced by a preset.
    pub changes_replaced: fn(preset: &str) -> String,
    /// The user's own figures stay, on top of another preset.
    pub own_figures_stay: fn(preset: &str) -> String,
    /// All values were reset to those of the preset.
    pub changes_cleared: &'static str,
    pub undo_this: &'static str,
    // The embedded and the printed page.
    pub open_full: &'static str,
    pub printed_from: &'static str,
}
