//! What a link holds that a person makes to share scenarios.

/// What a link holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LinkContent {
    /// The scenario that is shown.
    #[default]
    Shown,
    /// All scenarios, with their network.
    All,
}
