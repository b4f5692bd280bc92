//! Conversion of the user's amounts to the prices of another year, which the page offers
//! when the price year changes. Until it is accepted the amounts stay as they are.

use crate::model::{General, InputId, LineField, PriceLevel, Shape};
use crate::scenario::Scenario;
use crate::ui::state::{Notice, State};

/// An offer to convert the user's amounts to the prices of another year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PriceOffer {
    /// The price year in which the amounts were entered.
    pub from: i32,
    /// The price year now.
    pub to: i32,
    /// The number of amounts, bounds of ranges included.
    pub amounts: usize,
}

impl PriceOffer {
    /// Returns the factor that each amount is multiplied by, in a scenario with these
    /// prices: it follows the inflation that the scenario expects.
    pub fn factor(self, prices: PriceLevel) -> f64 {
        PriceLevel { year: self.from, ..prices }.conversion_to(self.to)
    }
}

/// Sets the price year of a scenario.
pub(crate) fn set_price_year(scenario: &mut Scenario, year: i32) {
    let price_year = InputId::General(General::Prijspeil);
    if year == scenario.base.year() {
        scenario.values.remove(&price_year);
    } else {
        scenario.values.insert(price_year, f64::from(year));
    }
}

/// Multiplies all amounts in euros that the scenario sets itself by a factor, bounds of
/// ranges included; amounts of the preset follow the price year anyway. The value of a QALY
/// does not follow prices and stays. Returns the number of amounts. The bounds of a fixed
/// range have no meaning, and are not counted.
fn convert_amounts(scenario: &mut Scenario, factor: f64) -> usize {
    let mut amounts = 0;
    let mut convert = |value: &mut f64| {
        if *value != 0.0 {
            *value = without_rounding_error(*value * factor);
            amounts += 1;
        }
    };
    for (id, value) in scenario.values.iter_mut() {
        if id.definition().indexed {
            convert(value);
        }
    }
    for line in &mut scenario.own {
        let mut amount = line.get(LineField::Bedrag);
        convert(&mut amount);
        line.set(LineField::Bedrag, amount);
    }
    scenario.plan = scenario.plan.map_amounts(&mut convert);
    let ranges: Vec<String> = scenario.ranges.iter().map(|(name, _)| name.clone()).collect();
    for name in ranges {
        let is_indexed = scenario.input(&name).is_some_and(|id| id.definition().indexed);
        if let Some(range) = scenario.ranges.get_mut(&name).filter(|_| is_indexed) {
            if range.shape == Shape::Fixed {
                (range.low, range.high) = (range.low * factor, range.high * factor);
            } else {
                convert(&mut range.low);
                convert(&mut range.high);
            }
        }
    }
    amounts
}

/// Returns whether two scenarios have the same amounts of the user, bounds included.
fn has_same_amounts(one: &Scenario, other: &Scenario) -> bool {
    let amounts = |scenario: &Scenario| -> Vec<(InputId, f64)> {
        let values = scenario.values.iter().filter(|(id, _)| id.definition().indexed);
        values.map(|(id, value)| (*id, *value)).collect()
    };
    let own = |scenario: &Scenario| -> Vec<f64> {
        scenario.own.iter().map(|line| line.get(LineField::Bedrag)).collect()
    };
    let bounds = |scenario: &Scenario| -> Vec<(String, [f64; 2])> {
        let is_indexed = |name: &str| scenario.input(name).is_some_and(|id| id.definition().indexed);
        let ranges = scenario.ranges.iter().filter(|(name, _)| is_indexed(name));
        ranges.map(|(name, range)| (name.clone(), [range.low, range.high])).collect()
    };
    amounts(one) == amounts(other)
        && own(one) == own(other)
        && bounds(one) == bounds(other)
        && one.plan == other.plan
}

impl State {
    /// Offers to convert the user's amounts after the price year changed. An offer that is
    /// still open keeps the year in which the amounts were entered.
    pub(super) fn offer_conversion(&mut self, old_year: i32) {
        let from = self.editing.price_offer.map_or(old_year, |offer| offer.from);
        let to = self.scenario().year();
        let amounts = convert_amounts(&mut self.scenario().clone(), 1.0);
        let offer = PriceOffer { from, to, amounts };
        self.editing.price_offer = (amounts > 0 && from != to).then_some(offer);
    }

    /// Drops the offer to convert amounts if the user changed amounts since: those are in
    /// prices of the new year already.
    pub(super) fn drop_outdated_offer(&mut self, before: &Scenario) {
        if self.editing.price_offer.is_some() && !has_same_amounts(before, self.scenario()) {
            self.editing.price_offer = None;
        }
    }

    /// Converts the user's amounts as the page offered, or does nothing without an offer. If
    /// an amount would be out of its limits, all stay as they are, and a notice says so.
    pub(super) fn convert_prices(&mut self) {
        let Some(offer) = self.editing.price_offer else { return };
        let mut scenario = self.scenario().clone();
        let factor = offer.factor(scenario.prices());
        convert_amounts(&mut scenario, factor);
        let issues = scenario.issues();
        if !issues.is_empty() {
            self.view.notice = Some(Notice::BeyondLimits(issues));
            return;
        }
        self.commit(scenario, None);
        // Ends of ranges are converted too.
        self.editing.setting_drafts.retain(|_, draft| draft.is_refused());
        let PriceOffer { from, to, amounts } = offer;
        self.view.notice = Some(Notice::Converted { amounts, from, to, factor });
        self.editing.price_offer = None;
    }
}

/// Returns the nearest whole cent if the value is that but for the error of
/// floating-point arithmetic, and otherwise the value itself. So an amount that
/// is converted to another year and back is exactly what it was.
fn without_rounding_error(value: f64) -> f64 {
    let cents = (value * 100.0).round() / 100.0;
    if (cents - value).abs() <= 1e-11 * value.abs() { cents } else { value }
}

#[cfg(test)]
mod tests;
