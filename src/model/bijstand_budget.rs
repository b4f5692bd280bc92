//! The bijstand budget: the part of a bijstand saving that the gemeente hands on.
//!
//! A gemeente keeps the benefits that it does not pay only as far as its budget
//! from the Rijk (BUIG) does not follow its spending. The budget follows two
//! years later, and the Rijk gains the amount that the gemeente loses, so sums over
//! parties do not change. Source: docs/figures.md, 'bijstand budget (BUIG)'.

use crate::model::inputs::Inputs;
use crate::model::parameters::General;
use crate::model::quantity::Share;

/// Largest number of inhabitants for which the budget follows the gemeente's own
/// spending in full.
pub const FOLLOWS_UP_TO: f64 = 15_000.0;
/// Smallest number of inhabitants for which the budget does not follow at all.
pub const INDEPENDENT_FROM: f64 = 40_000.0;
/// Years after which the budget follows.
pub const DELAY: u32 = 2;

/// Returns the share of a bijstand saving that the gemeente's budget follows, by
/// the number of inhabitants; zero where that number is not given.
pub fn followed_share(inputs: &Inputs) -> Share {
    let inhabitants = inputs.general(General::InwonersGemeente);
    if inhabitants <= 0.0 {
        return Share::ZERO;
    }
    let share = (INDEPENDENT_FROM - inhabitants) / (INDEPENDENT_FROM - FOLLOWS_UP_TO);
    Share::new(share.clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{InputId, Preset};

    #[test]
    fn follows_by_inhabitants() {
        let mut inputs = Preset::Brochure.inputs();
        for (inhabitants, share) in [
            (0.0, 0.0),
            (1.0, 1.0),
            (15_000.0, 1.0),
            (27_500.0, 0.5),
            (21_000.0, 0.76),
            (40_000.0, 0.0),
            (900_000.0, 0.0),
        ] {
            inputs.set(InputId::General(General::InwonersGemeente), inhabitants);
            assert_eq!(followed_share(&inputs).fraction(), share, "{inhabitants}");
        }
    }
}
