//! Conversion of a scenario's amounts to the prices of another year.

use crate::model::{General, InputId, LineField, price};
use crate::scenario::Scenario;
use crate::ui::state::Notice;

/// Puts a scenario in prices of another year: every amount that it names is
/// converted. Gives what to say of it; nothing where no amount was named.
pub(super) fn convert(scenario: &mut Scenario, to: i32) -> Option<Notice> {
    let from = scenario.year();
    let (new, old) = (price::factor(to), price::factor(from));
    let mut amounts = 0;
    let mut times = |value: &mut f64| {
        if *value != 0.0 {
            *value = to_the_cent(*value * new / old);
            amounts += 1;
        }
    };
    for (id, value) in scenario.values.iter_mut() {
        if id.definition().unit.is_amount() {
            times(value);
        }
    }
    for line in &mut scenario.own {
        let mut amount = line.get(LineField::Bedrag);
        times(&mut amount);
        line.set(LineField::Bedrag, amount);
    }
    scenario.plan = scenario.plan.map_amounts(&mut times);
    let named: Vec<String> = scenario.ranges.iter().map(|(name, _)| name.clone()).collect();
    for name in named {
        let amount = scenario.input(&name).is_some_and(|id| id.definition().unit.is_amount());
        if let Some(range) = scenario.ranges.get_mut(&name).filter(|_| amount) {
            range.low = to_the_cent(range.low * new / old);
            range.high = to_the_cent(range.high * new / old);
        }
    }
    let year = InputId::General(General::Prijspeil);
    if to == scenario.base.year() {
        scenario.values.remove(&year);
    } else {
        scenario.values.insert(year, f64::from(to));
    }

    (amounts > 0).then_some(Notice::Converted { amounts, from, to, factor: new / old })
}

/// Takes out the rounding of a conversion there and back, and nothing else.
fn to_the_cent(value: f64) -> f64 {
    let cents = (value * 100.0).round() / 100.0;
    if (cents - value).abs() <= 1e-11 * value.abs() { cents } else { value }
}

#[cfg(test)]
mod tests;
