//! Conversion of a scenario's amounts to the prices of another year.

use crate::model::{General, InputId, LineField, PriceLevel};
use crate::scenario::Scenario;
use crate::ui::state::Notice;

/// Converts a scenario to the prices of another year: all amounts in euros that
/// the scenario sets itself, with the bounds of their ranges, since amounts of
/// the preset follow the price year anyway. The value of a QALY does not follow
/// prices and stays. Returns a notice with the number of
/// amounts (bounds are not counted), or `None` if there were none.
pub(super) fn convert_prices(scenario: &mut Scenario, new_year: i32) -> Option<Notice> {
    let old_year = scenario.year();
    let old_prices = scenario.prices();
    let (new, old) = (PriceLevel { year: new_year, ..old_prices }.factor(), old_prices.factor());
    let mut amounts = 0;
    let mut convert = |value: &mut f64| {
        if *value != 0.0 {
            *value = without_rounding_error(*value * new / old);
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
            range.low = without_rounding_error(range.low * new / old);
            range.high = without_rounding_error(range.high * new / old);
        }
    }
    let price_year = InputId::General(General::Prijspeil);
    if new_year == scenario.base.year() {
        scenario.values.remove(&price_year);
    } else {
        scenario.values.insert(price_year, f64::from(new_year));
    }

    (amounts > 0).then_some(Notice::Converted { amounts, from: old_year, to: new_year, factor: new / old })
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
