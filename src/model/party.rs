//! The parties that pay and save.

use serde::{Serialize, Serializer};

/// Party that pays or saves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    /// The municipality: bijstand, Wmo.
    Gemeente,
    /// The national government, including UWV and the police.
    Rijk,
    /// The health insurer.
    Zorgverzekeraar,
    /// Funds, gifts, fees that visitors pay, housing corporations.
    Overig,
}

impl Party {
    /// List of all variants, in the order in which they are always shown.
    pub const ALL: [Party; 4] = [Party::Gemeente, Party::Rijk, Party::Zorgverzekeraar, Party::Overig];

    /// Returns the name in files and links.
    pub fn id(self) -> &'static str {
        match self {
            Party::Gemeente => "gemeente",
            Party::Rijk => "rijk",
            Party::Zorgverzekeraar => "zorgverzekeraar",
            Party::Overig => "overig",
        }
    }
}

impl Serialize for Party {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

/// A value for each party.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct PerParty<T> {
    /// Value for the municipality.
    pub gemeente: T,
    /// Value for the national government.
    pub rijk: T,
    /// Value for the health insurer.
    pub zorgverzekeraar: T,
    /// Value for everyone else.
    pub overig: T,
}

impl<T> PerParty<T> {
    /// Makes a value for each party.
    pub fn from_fn(mut make: impl FnMut(Party) -> T) -> PerParty<T> {
        PerParty {
            gemeente: make(Party::Gemeente),
            rijk: make(Party::Rijk),
            zorgverzekeraar: make(Party::Zorgverzekeraar),
            overig: make(Party::Overig),
        }
    }

    /// Returns the value of this party.
    pub fn get(&self, party: Party) -> &T {
        match party {
            Party::Gemeente => &self.gemeente,
            Party::Rijk => &self.rijk,
            Party::Zorgverzekeraar => &self.zorgverzekeraar,
            Party::Overig => &self.overig,
        }
    }
}

/// Tolerance for sums of shares: a sum may exceed one by this, and a smaller
/// remainder counts as zero, since 0.1 + 0.2 + 0.7 must count as the whole.
pub const SHARE_TOLERANCE: f64 = 1e-9;

/// Returns the shares of all parties from those of three; `overig` has the
/// remainder, which is zero where it is only a rounding error.
pub fn complete_shares(gemeente: f64, rijk: f64, zorgverzekeraar: f64) -> PerParty<f64> {
    let remainder = 1.0 - (gemeente + rijk + zorgverzekeraar);
    let overig = if remainder < SHARE_TOLERANCE { 0.0 } else { remainder };
    PerParty { gemeente, rijk, zorgverzekeraar, overig }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_leaves_no_remainder() {
        assert_eq!(complete_shares(0.1, 0.2, 0.7).overig, 0.0);
        assert_eq!(complete_shares(0.6, 0.4 + 5e-10, 0.0).overig, 0.0);
        assert_eq!(complete_shares(0.5, 0.0, 0.25).overig, 0.25);
    }
}
