//! What may it cost? The value of one input at which a wanted coverage or
//! saldo is met, all else unchanged.
//!
//! ```
//! use rekenmodel::model::goal::{Goal, GoalResult, seek};
//! use rekenmodel::model::{BreakEvenValue, CostBasis, General, InputId, Preset};
//!
//! let mut inputs = Preset::Brochure.inputs();
//! inputs.basis = CostBasis::Kengetal;
//! // 154,000 is the whole of 500 × 308.
//! let price = InputId::General(General::KostenPerBezoeker);
//! let GoalResult::Found(found) = seek(&inputs, price, Goal::Coverage(1.0)) else { panic!() };
//! assert_eq!(found.at, BreakEvenValue::At(308.0));
//! ```

use crate::model::break_even::{LinearSolution, linear_solution_where, zero_of};
use crate::model::inputs::{CostBasis, Inputs};
use crate::model::outcome::savings_and_costs;
use crate::model::parameter::InputId;
use crate::model::parameters::General;
use crate::model::quantity::Euro;
use crate::model::switching_value::{SwitchingValue, classify};

/// Goal for a full-effect year without start-up costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// Counted savings are this part of the costs; above zero.
    Coverage(f64),
    /// Savings less costs are so much; all parties together.
    Saldo(Euro),
}

/// The coverages that can be wanted, as a part of the costs.
pub const COVERAGE_LIMITS: (f64, f64) = (0.01, 10.0);
/// The saldi that can be wanted, in euros.
pub const SALDO_LIMITS: (f64, f64) = (-1e9, 1e9);

/// Result of a goal search.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum GoalResult {
    /// Value that meets the goal, or why there is none.
    Found(SwitchingValue),
    /// A coverage is wanted, and there are no savings that could cover a part.
    NoSavings,
}

/// The inputs that can be sought: visitors, paid staff, price per visitor.
pub const GOAL_INPUTS: [General; 3] = [General::Bezoekers, General::Fte, General::KostenPerBezoeker];

/// The cost basis under which such an input moves the costs.
pub fn required_basis(id: InputId) -> CostBasis {
    let budget = id == InputId::General(General::Fte);
    if budget { CostBasis::Begroting } else { CostBasis::Kengetal }
}

/// Finds the value of an input at which the goal is met.
///
/// A coverage g is met where savings − g × costs is zero, which is a straight
/// line in every single input as the saldo is.
pub fn seek(inputs: &Inputs, id: InputId, goal: Goal) -> GoalResult {
    // None of the inputs that are sought moves the savings.
    if matches!(goal, Goal::Coverage(_)) && savings_and_costs(inputs).0 <= Euro::ZERO {
        return GoalResult::NoSavings;
    }
    GoalResult::Found(classify(inputs, id, zero_of(inputs, id, &|inputs| excess(inputs, goal))))
}

/// Returns how much more is saved than the goal takes, in euros.
fn excess(inputs: &Inputs, goal: Goal) -> f64 {
    let (savings, costs) = savings_and_costs(inputs);
    match goal {
        Goal::Coverage(part) => savings.euros() - part * costs.euros(),
        Goal::Saldo(wanted) => (savings - costs - wanted).euros(),
    }
}

/// The way to the value of an input at which the goal is met: from what is
/// short of it now. None where it is met.
pub fn linear_solution(inputs: &Inputs, id: InputId, goal: Goal, at: f64) -> Option<LinearSolution> {
    linear_solution_where(inputs, id, at, &|inputs| excess(inputs, goal))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::switching_value::Plausibility;
    use crate::model::{BreakEvenValue, Line, LineField, Preset};

    const VISITORS: InputId = InputId::General(GOAL_INPUTS[0]);
    const STAFF: InputId = InputId::General(GOAL_INPUTS[1]);
    const PRICE: InputId = InputId::General(GOAL_INPUTS[2]);

    fn of(basis: CostBasis, id: InputId, goal: Goal) -> SwitchingValue {
        let mut inputs = Preset::Brochure.inputs();
        inputs.basis = basis;
        match seek(&inputs, id, goal) {
            GoalResult::Found(found) => found,
            GoalResult::NoSavings => panic!("{id:?}"),
        }
    }

    fn value(found: SwitchingValue) -> f64 {
        match found.at {
            BreakEvenValue::At(value) => value,
            other => panic!("{other:?}"),
        }
    }

    /// By hand. Coverage of 60%: costs of 154,000 ÷ 0.6 = 256,666.67, which are
    /// 427.78 visitors at 600, or 513.33 for each of 500; of the budget 117,000
    /// is no staff, and (256,666.67 − 117,000) ÷ 48,800 = 2.862. A saldo of
    /// −100,000: costs of 254,000.
    #[test]
    fn the_brochure() {
        let close = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-9, "{found}");
        let coverage = Goal::Coverage(0.6);
        close(value(of(CostBasis::Kengetal, VISITORS, coverage)), 154_000.0 / 0.6 / 600.0);
        close(value(of(CostBasis::Kengetal, PRICE, coverage)), 154_000.0 / 0.6 / 500.0);
        close(value(of(CostBasis::Begroting, STAFF, coverage)), (154_000.0 / 0.6 - 117_000.0) / 48_800.0);
        let saldo = Goal::Saldo(Euro::new(-100_000.0));
        close(value(of(CostBasis::Begroting, STAFF, saldo)), 137_000.0 / 48_800.0);
        assert_eq!(of(CostBasis::Kengetal, VISITORS, saldo).plausibility, Plausibility::Plausible);
        assert_eq!(of(CostBasis::Begroting, STAFF, saldo).plausibility, Plausibility::Implausible);
    }

    /// By hand: 60% of 300,000 less 154,000 is 26,000; one more of 48,800 takes
    /// 60% of that off. A saldo of −100,000 is 46,000 away.
    #[test]
    fn the_way_there() {
        let inputs = Preset::Brochure.inputs();
        for (goal, gap, per_unit) in [
            (Goal::Coverage(0.6), 26_000.0, -29_280.0),
            (Goal::Saldo(Euro::new(-100_000.0)), 46_000.0, -48_800.0),
        ] {
            let at = value(of(CostBasis::Begroting, STAFF, goal));
            let found = linear_solution(&inputs, STAFF, goal, at).unwrap();
            assert_eq!(found.from, 3.75);
            let close = |found: Euro, expected: f64| (found.euros() - expected).abs() < 1e-6;
            assert!(close(found.gap, gap) && close(found.per_unit, per_unit), "{found:?}");
        }
        assert_eq!(linear_solution(&inputs, STAFF, Goal::Coverage(154.0 / 300.0), 3.75), None);
    }

    #[test]
    fn where_there_is_none() {
        let high = Goal::Saldo(Euro::new(200_000.0));
        assert_eq!(of(CostBasis::Kengetal, PRICE, high).plausibility, Plausibility::NotWithinLimits);
        for (basis, id) in
            [(CostBasis::Begroting, VISITORS), (CostBasis::Begroting, PRICE), (CostBasis::Kengetal, STAFF)]
        {
            assert_eq!(of(basis, id, Goal::Coverage(1.0)).plausibility, Plausibility::NoEffect);
            assert_ne!(required_basis(id), basis);
        }
        let mut inputs = Preset::Brochure.inputs();
        inputs.set(InputId::Line(Line::Uitkeringen, LineField::Aantal), 0.0);
        inputs.set_counted(Line::Dagbesteding, false);
        assert_eq!(seek(&inputs, STAFF, Goal::Coverage(0.5)), GoalResult::NoSavings);
        // Nothing covers the costs of no staff: 117,000 is more than is saved.
        inputs.set(InputId::Line(Line::Uitkeringen, LineField::Aantal), 4.0);
        let GoalResult::Found(found) = seek(&inputs, STAFF, Goal::Coverage(1.0)) else { panic!() };
        assert_eq!(found.at, BreakEvenValue::NotWithinLimits);
    }
}
