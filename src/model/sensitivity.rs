//! Sensitivity (the tornado): the outcome with each uncertain input at the low and at the
//! high end of its range, and all other inputs at their values.

use crate::model::inputs::Inputs;
use crate::model::outcome::evaluate;
use crate::model::uncertain_inputs::{UncertainInput, uncertain_inputs};
use serde::Serialize;

/// A figure with one input at the low and at the high end of the input's range.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SensitivityRow {
    /// The input's name in files.
    pub id: String,
    /// The low end of its range, in the input's unit.
    pub low: f64,
    /// The high end of its range, in the input's unit.
    pub high: f64,
    /// The figure with the input at its low end, in euros.
    pub at_low: f64,
    /// The figure with the input at its high end, in euros.
    pub at_high: f64,
}

impl SensitivityRow {
    /// Returns the swing: the difference of the figure between the low and the high end of
    /// the input, at least zero.
    pub fn swing(&self) -> f64 {
        (self.at_high - self.at_low).abs()
    }
}

/// Sensitivity of the figures to each input, the largest swing first. An input that
/// changes the saldo is listed under `net` only, any other under each figure that it
/// changes.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Sensitivity {
    /// Swings of the saldo of a full-effect year.
    pub net: Vec<SensitivityRow>,
    /// Swings of the net present value.
    pub npv: Vec<SensitivityRow>,
    /// Swings of the saldo of the gemeente.
    pub gemeente: Vec<SensitivityRow>,
}

/// Calculates the sensitivity to every uncertain input.
pub fn sensitivity(inputs: &Inputs) -> Sensitivity {
    let mut all = Sensitivity::default();
    let mut changed = inputs.clone();
    for UncertainInput { id, name, value, range, affects } in uncertain_inputs(inputs) {
        let mut outcome = |x| {
            changed.set(id, x);
            evaluate(&changed)
        };
        let (low, high) = (outcome(range.low), outcome(range.high));
        changed.set(id, value);
        let row = |at_low: crate::model::Euro, at_high: crate::model::Euro| SensitivityRow {
            id: name.clone(),
            low: range.low,
            high: range.high,
            at_low: at_low.euros(),
            at_high: at_high.euros(),
        };
        if affects.net {
            all.net.push(row(low.total.net, high.total.net));
            continue;
        }
        if affects.npv {
            all.npv.push(row(low.npv, high.npv));
        }
        if affects.gemeente {
            all.gemeente.push(row(low.parties.gemeente.net, high.parties.gemeente.net));
        }
    }
    for rows in [&mut all.net, &mut all.npv, &mut all.gemeente] {
        rows.sort_by(|a, b| b.swing().total_cmp(&a.swing()));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Preset;

    /// By hand: 16 × (10,120 − 3,680), and half of 54,000 + half of 100,000.
    #[test]
    fn brochure() {
        let found = sensitivity(&Preset::Brochure.inputs());
        let first = &found.net[0];
        assert_eq!((first.id.as_str(), first.swing()), ("dagbesteding.bedrag", 103_040.0));
        assert_eq!((first.at_low, first.at_high), (-187_120.0, -84_080.0));
        let gemeente: Vec<_> = found.gemeente.iter().map(|row| (row.id.as_str(), row.swing())).collect();
        assert_eq!(
            gemeente,
            [("dagbesteding.verzilverbaar", 50_000.0), ("uitkeringen.verzilverbaar", 27_000.0)]
        );
        assert_eq!(found.npv.len(), 3);
        assert_eq!(found.net.len(), 17);
    }
}
