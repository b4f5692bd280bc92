//! Phase of the initiative: whether its effects are there from the first year.

/// Phase of the initiative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Exists already, as the brochure's initiatives do: full effect from year 1.
    Bestaand,
    /// Begins in year 1: its effect grows in the first two years.
    Nieuw,
}

impl Phase {
    /// List of both phases.
    pub const ALL: [Phase; 2] = [Phase::Bestaand, Phase::Nieuw];

    /// Returns the name in files and links.
    pub fn id(self) -> &'static str {
        match self {
            Phase::Bestaand => "bestaand",
            Phase::Nieuw => "nieuw",
        }
    }
}
