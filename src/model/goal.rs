//! Goal seek: the value of one input at which the user's target for the coverage
//! or the saldo is met, all else unchanged. Answers 'what may it cost?'.
//!
//! ```
//! use rekenmodel::model::goal::{Goal, GoalResult, seek};
//! use rekenmodel::model::{RequiredValue, CostBasis, General, InputId, Preset};
//!
//! let mut inputs = Preset::Brochure.inputs();
//! inputs.basis = CostBasis::Kengetal;
//! // Savings of 154,000 are all of the costs at 500 visitors × 308.
//! let price = InputId::General(General::KostenPerBezoeker);
//! let GoalResult::Searched(solution) = seek(&inputs, price, Goal::Coverage(1.0)) else { panic!() };
//! assert_eq!(solution.required, RequiredValue::At(308.0));
//! ```

use crate::model::break_even::{LinearSolution, find_zero, linear_solution_for};
use crate::model::inputs::{CostBasis, Inputs};
use crate::model::outcome::savings_and_costs;
use crate::model::parameter::InputId;
use crate::model::parameters::General;
use crate::model::quantity::Euro;
use crate::model::switching_value::{InputSolution, classify};

/// Goal for a full-effect year without start-up costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// Counted savings are this share of the costs; above zero, 1.0 for break-even.
    Coverage(f64),
    /// Savings less costs, of all parties together, are this amount.
    Saldo(Euro),
}

/// Lowest and highest coverage that a goal can have, as a share of the costs.
pub const COVERAGE_LIMITS: (f64, f64) = (0.01, 10.0);
/// Lowest and highest saldo that a goal can have, in euros.
pub const SALDO_LIMITS: (f64, f64) = (-1e9, 1e9);

/// Result of a goal search.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum GoalResult {
    /// The input was searched: its value that meets the goal, or why there is none.
    Searched(InputSolution),
    /// The goal is a coverage, but there are no savings that could cover any costs.
    NoSavings,
}

/// The inputs whose value can be sought: visitors, paid staff, costs per visitor. None of
/// them changes the savings.
pub const GOAL_INPUTS: [General; 3] = [General::Bezoekers, General::Fte, General::KostenPerBezoeker];

/// Returns the cost basis under which one of [`GOAL_INPUTS`] changes the costs.
pub fn required_basis(id: InputId) -> CostBasis {
    let budget = id == InputId::General(General::Fte);
    if budget { CostBasis::Begroting } else { CostBasis::Kengetal }
}

/// Finds the value of an input, one of [`GOAL_INPUTS`], at which the goal is met.
///
/// A coverage g is met where savings − g × costs is zero. That difference is linear in each
/// of these inputs, as the saldo is.
pub fn seek(inputs: &Inputs, id: InputId, goal: Goal) -> GoalResult {
    // No input of `GOAL_INPUTS` changes the savings, so no value of it can help.
    if matches!(goal, Goal::Coverage(_)) && savings_and_costs(inputs).0 <= Euro::ZERO {
        return GoalResult::NoSavings;
    }
    GoalResult::Searched(classify(inputs, id, find_zero(inputs, id, &|inputs| excess(inputs, goal))))
}

/// Returns the savings less those that the goal requires, in euros: zero where it
/// is met.
fn excess(inputs: &Inputs, goal: Goal) -> f64 {
    let (savings, costs) = savings_and_costs(inputs);
    match goal {
        Goal::Coverage(share) => savings.euros() - share * costs.euros(),
        Goal::Saldo(target) => (savings - costs - target).euros(),
    }
}

/// Returns how `at`, the value of one input at which the goal is met, is calculated
/// from its present value; `None` where `at` is the present value.
pub fn linear_solution(inputs: &Inputs, id: InputId, goal: Goal, at: f64) -> Option<LinearSolution> {
    linear_solution_for(inputs, id, at, &|inputs| excess(inputs, goal))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::switching_value::Plausibility;
    use crate::model::{Line, LineField, Preset, RequiredValue};

    const VISITORS: InputId = InputId::General(GOAL_INPUTS[0]);
    const STAFF: InputId = InputId::General(GOAL_INPUTS[1]);
    const PRICE: InputId = InputId::General(GOAL_INPUTS[2]);

    fn seek_in_brochure(basis: CostBasis, id: InputId, goal: Goal) -> InputSolution {
        let mut inputs = Preset::Brochure.inputs();
        inputs.basis = basis;
        match seek(&inputs, id, goal) {
            GoalResult::Searched(found) => found,
            GoalResult::NoSavings => panic!("{id:?}"),
        }
    }

    fn value(found: InputSolution) -> f64 {
        match found.required {
            RequiredValue::At(value) => value,
            other => panic!("{other:?}"),
        }
    }

    /// By hand. Coverage of 60%: costs of 154,000 ÷ 0.6 = 256,666.67, which are
    /// 427.78 visitors at 600, or 513.33 for each of 500; 117,000 of the budget
    /// is not for staff, and (256,666.67 − 117,000) ÷ 48,800 = 2.862. A saldo of
    /// −100,000: costs of 254,000.
    #[test]
    fn the_brochure() {
        let close = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-9, "{found}");
        let coverage = Goal::Coverage(0.6);
        close(value(seek_in_brochure(CostBasis::Kengetal, VISITORS, coverage)), 154_000.0 / 0.6 / 600.0);
        close(value(seek_in_brochure(CostBasis::Kengetal, PRICE, coverage)), 154_000.0 / 0.6 / 500.0);
        close(
            value(seek_in_brochure(CostBasis::Begroting, STAFF, coverage)),
            (154_000.0 / 0.6 - 117_000.0) / 48_800.0,
        );
        let saldo = Goal::Saldo(Euro::new(-100_000.0));
        close(value(seek_in_brochure(CostBasis::Begroting, STAFF, saldo)), 137_000.0 / 48_800.0);
        assert_eq!(
            seek_in_brochure(CostBasis::Kengetal, VISITORS, saldo).plausibility,
            Plausibility::Plausible
        );
        assert_eq!(
            seek_in_brochure(CostBasis::Begroting, STAFF, saldo).plausibility,
            Plausibility::Implausible
        );
    }

    /// By hand: 60% of 300,000 less 154,000 is 26,000; one more fte of 48,800 adds
    /// 60% of 48,800 to that. The saldo of −146,000 is 46,000 below one of −100,000.
    #[test]
    fn linear_solutions() {
        let inputs = Preset::Brochure.inputs();
        for (goal, gap, per_unit) in [
            (Goal::Coverage(0.6), 26_000.0, -29_280.0),
            (Goal::Saldo(Euro::new(-100_000.0)), 46_000.0, -48_800.0),
        ] {
            let at = value(seek_in_brochure(CostBasis::Begroting, STAFF, goal));
            let found = linear_solution(&inputs, STAFF, goal, at).unwrap();
            assert_eq!(found.from, 3.75);
            let close = |found: Euro, expected: f64| (found.euros() - expected).abs() < 1e-6;
            assert!(close(found.gap, gap) && close(found.per_unit, per_unit), "{found:?}");
        }
        assert_eq!(linear_solution(&inputs, STAFF, Goal::Coverage(154.0 / 300.0), 3.75), None);
    }

    #[test]
    fn goals_that_no_value_meets() {
        let high = Goal::Saldo(Euro::new(200_000.0));
        assert_eq!(
            seek_in_brochure(CostBasis::Kengetal, PRICE, high).plausibility,
            Plausibility::NotWithinLimits
        );
        for (basis, id) in
            [(CostBasis::Begroting, VISITORS), (CostBasis::Begroting, PRICE), (CostBasis::Kengetal, STAFF)]
        {
            assert_eq!(seek_in_brochure(basis, id, Goal::Coverage(1.0)).plausibility, Plausibility::NoEffect);
            assert_ne!(required_basis(id), basis);
        }
        let mut inputs = Preset::Brochure.inputs();
        inputs.set(InputId::Line(Line::Uitkeringen, LineField::Aantal), 0.0);
        inputs.set_counted(Line::Dagbesteding, false);
        assert_eq!(seek(&inputs, STAFF, Goal::Coverage(0.5)), GoalResult::NoSavings);
        // Even without staff the costs of 117,000 exceed the savings.
        inputs.set(InputId::Line(Line::Uitkeringen, LineField::Aantal), 4.0);
        let GoalResult::Searched(found) = seek(&inputs, STAFF, Goal::Coverage(1.0)) else { panic!() };
        assert_eq!(found.required, RequiredValue::NotWithinLimits);
    }
}
