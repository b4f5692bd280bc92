//! Costs and savings over the horizon where only a part of the effect is left after each year.

use crate::model::years::YearResult;
use crate::model::{Outcome, Perspective, bijstand_budget, evaluate};
use crate::scenario::Scenario;
use crate::what_if::changes::with_effects_times;

/// Returns the costs and the savings of all years of the horizon together, undiscounted, where this
/// share of the effect is left after each year. Each year is that of `evaluate` with as many
/// people as are left; a bijstand budget follows the savings of two years before.
pub(super) fn over_horizon(scenario: &Scenario, perspective: Perspective, share_left: f64) -> (f64, f64) {
    let count = years_of(&evaluate(&scenario.inputs()), perspective).len();
    let mut factor = 1.0;
    // Plain multiplication: `powi` differs between platforms.
    let outcomes: Vec<Vec<YearResult>> = (0..count)
        .map(|_| {
            let case = with_effects_times(scenario, factor).inputs();
            factor *= share_left;
            years_of(&evaluate(&case), perspective)
        })
        .collect();
    let mut sums = (0.0, 0.0);
    for (index, years) in outcomes.iter().enumerate() {
        let year = years[index];
        let before_budget = year.savings + year.followed;
        let earlier = index.checked_sub(bijstand_budget::DELAY as usize);
        let followed = earlier.map_or(0.0, |earlier| outcomes[earlier][index].followed.euros());
        sums.0 += year.costs.euros();
        sums.1 += before_budget.euros() - followed;
    }
    sums
}

/// Returns the years of the ledger of a perspective.
fn years_of(outcome: &Outcome, perspective: Perspective) -> Vec<YearResult> {
    match perspective {
        Perspective::Partijen => outcome.years.clone(),
        Perspective::Gemeente => outcome.parties.gemeente.projection.years.clone(),
        Perspective::Samenleving => outcome.society.projection.years.clone(),
    }
}
