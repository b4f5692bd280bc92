//! Default ranges of inputs, which go along with the value that the user gives.
//!
//! # Design
//! The table has ranges for the average initiative. A centre twice as large has
//! a budget and effects twice as large, so the range of a quantity or an amount
//! is scaled by value ÷ default. The range of a share stays: it does not depend
//! on size. A fixed range was rejected: it simulated every centre with the
//! average centre's budget.

use crate::model::inputs::Inputs;
use crate::model::lines::Line;
use crate::model::parameter::{InputId, LineField, Unit};
use crate::model::parameters::General;

/// Visitors of the average initiative, for which the ranges of lines without a
/// default number hold.
pub const AVERAGE_VISITORS: f64 = 500.0;

/// Tax-free maximum of a volunteer's fee per year in 2017, in prices of 2016 by
/// this model's reading; a default range does not go above it, nor above the value
/// where that is larger.
pub const HIGHEST_FEE: f64 = 1_500.0;

/// Returns the values of an input that are plausible for an initiative of average size, low and
/// high, in the scenario's prices: the range of the table. It follows neither the value of the
/// input nor a range of the user's own. `None` where the table has none.
pub fn plausible_range(inputs: &Inputs, id: InputId) -> Option<(f64, f64)> {
    let definition = id.definition();
    let factor = definition.price_factor(inputs.prices());
    definition.plausible.map(|(low, high)| (low * factor, high * factor))
}

/// Returns the value of an input in the brochure, or the default where the brochure has none, in
/// the scenario's prices. A preset may have another.
pub fn brochure_value(inputs: &Inputs, id: InputId) -> f64 {
    let definition = id.definition();
    definition.default * definition.price_factor(inputs.prices())
}

/// Returns the default range of an input, low and high, in the scenario's
/// prices; `None` where the table has none. The range of a share is not widened
/// to include its value; every other range includes it.
pub fn default_range(inputs: &Inputs, id: InputId) -> Option<(f64, f64)> {
    let definition = id.definition();
    let (low, high) = definition.plausible?;
    let value = inputs.get(id);
    if definition.unit == Unit::Share {
        return Some((low, high));
    }
    let price_factor = definition.price_factor(inputs.prices());
    if definition.default == 0.0 {
        return Some(range_without_default(inputs, id, (low, high)));
    }
    let scale = value / (definition.default * price_factor);
    let (mut low, mut high) = ordered(low * price_factor * scale, high * price_factor * scale);
    if id == InputId::General(General::VergoedingPerVrijwilliger) {
        high = high.min(value.max(HIGHEST_FEE * price_factor));
        low = low.min(high);
    }
    // Adding zero makes zero of minus zero: a range from 0 of a negative number ends there.
    Some((low.min(value) + 0.0, high.max(value) + 0.0))
}

/// Returns the range of a number whose default is zero: from zero to twice the
/// value where the line counts, else the table's by the number of visitors.
fn range_without_default(inputs: &Inputs, id: InputId, (low, high): (f64, f64)) -> (f64, f64) {
    let value = inputs.get(id);
    if counts_from_zero(inputs, id) {
        return ordered(0.0, 2.0 * value);
    }
    let scale = inputs.general(General::Bezoekers) / AVERAGE_VISITORS;
    ((low * scale).min(value), (high * scale).max(value))
}

/// Returns whether the default range of an input is from zero to twice its value: the
/// number of units of a line that counts and has no default number.
pub fn counts_from_zero(inputs: &Inputs, id: InputId) -> bool {
    let counted = |line: Line| inputs.line(line).counted;
    matches!(id, InputId::Line(line, LineField::Aantal) if counted(line)) && id.definition().default == 0.0
}

fn ordered(a: f64, b: f64) -> (f64, f64) {
    (a.min(b), a.max(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Preset, PriceLevel};

    fn range_at(id: InputId, value: f64) -> (f64, f64) {
        let mut inputs = Preset::Brochure.inputs();
        inputs.set(id, value);
        default_range(&inputs, id).unwrap()
    }

    /// By hand: twice the default has twice the range; below zero it is turned.
    #[test]
    fn goes_along_with_the_value() {
        let housing = InputId::General(General::Huisvesting);
        assert_eq!(range_at(housing, 48_000.0), (40_000.0, 58_000.0));
        assert_eq!(range_at(housing, 96_000.0), (80_000.0, 116_000.0));
        assert_eq!(range_at(housing, 0.0), (0.0, 0.0));
        let quantity = InputId::Line(Line::Dagbesteding, LineField::Aantal);
        assert_eq!(range_at(quantity, -16.0), (-20.0, -8.0));
        let (low, high) = range_at(InputId::Line(Line::Uitkeringen, LineField::Aantal), -4.0);
        assert_eq!((low, high.to_bits()), (-6.0, 0.0_f64.to_bits()));
        let rate = InputId::General(General::Discontovoet);
        assert_eq!(range_at(rate, 0.1), (0.0, 0.04));
    }

    #[test]
    fn a_fee_is_never_above_the_tax_free_maximum_or_its_value() {
        let fee = InputId::General(General::VergoedingPerVrijwilliger);
        assert_eq!(range_at(fee, 300.0), (0.0, 600.0));
        assert_eq!(range_at(fee, 1_000.0), (0.0, 1_500.0));
        assert_eq!(range_at(fee, 2_000.0), (0.0, 2_000.0));
    }

    /// By hand: 0 to twice the value where the line counts; else the table's 0 to
    /// 20, for 250 visitors half of it.
    #[test]
    fn a_number_without_a_default() {
        let quantity = InputId::Line(Line::Zorggebruik, LineField::Aantal);
        let mut inputs = Preset::Brochure.inputs();
        inputs.set(InputId::General(General::Bezoekers), 250.0);
        assert_eq!(default_range(&inputs, quantity), Some((0.0, 10.0)));
        inputs.set(quantity, 3.0);
        inputs.set_counted(Line::Zorggebruik, true);
        assert_eq!(default_range(&inputs, quantity), Some((0.0, 6.0)));
        inputs.set(quantity, -3.0);
        assert_eq!(default_range(&inputs, quantity), Some((-6.0, 0.0)));
    }

    /// The value of a QALY is not indexed, an amount is.
    #[test]
    fn in_the_prices_of_the_scenario() {
        let inputs = Preset::Brochure.inputs_in(PriceLevel::from(2017));
        let qaly = InputId::Line(Line::KwaliteitVanLeven, LineField::Bedrag);
        assert_eq!(default_range(&inputs, qaly), Some((20_000.0, 80_000.0)));
        let (low, high) = default_range(&inputs, InputId::General(General::Huisvesting)).unwrap();
        assert!((low - 40_560.0).abs() < 1e-6 && (high - 58_812.0).abs() < 1e-6);
    }
}
