//! Checks of the dekkingsplan: uncovered costs, funders that stop, and payments beyond the
//! costs.

use crate::checks::{Warning, WarningKind, WarningList};
use crate::model::{Euro, Inputs, Outcome};

/// Amount in euros below which the page shows zero.
const HALF_A_EURO: f64 = 0.5;

/// Returns the indices in the plan of the funders that stop before the last year.
pub fn ending_funders(inputs: &Inputs, outcome: &Outcome) -> Vec<usize> {
    let years = outcome.years.len() as u32;
    let stops = |index: &usize| inputs.plan[*index].until.is_some_and(|last| last < years);
    (0..inputs.plan.len()).filter(stops).collect()
}

/// Adds the warnings about the dekkingsplan, where there is one.
pub fn plan(inputs: &Inputs, outcome: &Outcome, warnings: &mut WarningList) {
    let Some(plan) = &outcome.financing else { return };
    // These warnings are about the plan, which is no single input to look at.
    let mut add = |kind| warnings.all.push(Warning { kind, inputs: Vec::new() });
    let is_visible = |amount: Euro| amount.euros() >= HALF_A_EURO;
    if let Some(first) = plan.years.iter().find(|year| is_visible(year.uncovered)) {
        add(WarningKind::Uncovered { year: first.year, amount: first.uncovered });
    }
    let ending_funders = ending_funders(inputs, outcome);
    let amount: Euro = ending_funders.iter().map(|index| plan.funders[*index].costs).sum();
    if is_visible(amount) {
        add(WarningKind::Temporary { funders: ending_funders.len(), amount });
    }
    if let Some(first) = plan.years.iter().find(|year| is_visible(year.surplus)) {
        add(WarningKind::PaidTooMuch { year: first.year, amount: first.surplus });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::plausibility_checks;
    use crate::model::evaluate;
    use crate::scenario::Scenario;

    fn warnings_of(plan: &str) -> Vec<WarningKind> {
        let inputs = Scenario::parse(&format!(r#"{{"base":"voorzichtig","plan":{plan}}}"#)).unwrap().inputs();
        plausibility_checks(&inputs, &evaluate(&inputs)).into_iter().map(|warning| warning.kind).collect()
    }

    #[test]
    fn a_plan_with_uncovered_costs_an_ending_funder_and_a_surplus() {
        let warnings = warnings_of(
            r#"[{"party":"gemeente","amount":250000},{"party":"overig","amount":70000,"until":2}]"#,
        );
        assert_eq!(
            warnings,
            [
                WarningKind::Uncovered { year: 3, amount: Euro::new(50_000.0) },
                WarningKind::Temporary { funders: 1, amount: Euro::new(70_000.0) },
                WarningKind::PaidTooMuch { year: 1, amount: Euro::new(20_000.0) },
            ]
        );
        // A funder that covers all costs for good, or until the end of the horizon.
        assert_eq!(warnings_of(r#"[{"party":"gemeente","share":1}]"#), []);
        assert_eq!(warnings_of(r#"[{"party":"gemeente","share":1,"until":4}]"#), []);
    }
}
