//! Where a dekkingsplan leaves questions: what nobody pays, who stops, and
//! what is paid beyond the costs.

use crate::checks::{Warning, WarningKind, WarningList};
use crate::model::{Euro, Inputs, Outcome};

/// Amount below which the page shows zero, in euros.
const HALF_A_EURO: f64 = 0.5;

/// The funders that stop before the last year, by their place in the plan.
pub fn ending_funders(inputs: &Inputs, outcome: &Outcome) -> Vec<usize> {
    let years = outcome.years.len() as u32;
    let stops = |place: &usize| inputs.plan[*place].until.is_some_and(|last| last < years);
    (0..inputs.plan.len()).filter(stops).collect()
}

pub fn plan(inputs: &Inputs, outcome: &Outcome, warnings: &mut WarningList) {
    let Some(plan) = &outcome.financing else { return };
    // These are about the plan as a whole, which is no single input.
    let mut note = |kind| warnings.all.push(Warning { kind, inputs: Vec::new() });
    let is_something = |amount: Euro| amount.euros() >= HALF_A_EURO;
    if let Some(first) = plan.years.iter().find(|year| is_something(year.uncovered)) {
        note(WarningKind::Uncovered { year: first.year, amount: first.uncovered });
    }
    let ending_funders = ending_funders(inputs, outcome);
    let amount: Euro = ending_funders.iter().map(|place| plan.years[0].pays[*place]).sum();
    if is_something(amount) {
        note(WarningKind::Temporary { funders: ending_funders.len(), amount });
    }
    if let Some(first) = plan.years.iter().find(|year| is_something(year.surplus)) {
        note(WarningKind::PaidTooMuch { year: first.year, amount: first.surplus });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::plausibility_checks;
    use crate::model::evaluate;
    use crate::scenario::Scenario;

    fn of(plan: &str) -> Vec<WarningKind> {
        let inputs = Scenario::parse(&format!(r#"{{"base":"voorzichtig","plan":{plan}}}"#)).unwrap().inputs();
        plausibility_checks(&inputs, &evaluate(&inputs)).into_iter().map(|warning| warning.kind).collect()
    }

    #[test]
    fn what_a_plan_leaves_open() {
        let warnings =
            of(r#"[{"party":"gemeente","amount":250000},{"party":"overig","amount":70000,"until":2}]"#);
        assert_eq!(
            warnings,
            [
                WarningKind::Uncovered { year: 3, amount: Euro::new(50_000.0) },
                WarningKind::Temporary { funders: 1, amount: Euro::new(70_000.0) },
                WarningKind::PaidTooMuch { year: 1, amount: Euro::new(20_000.0) },
            ]
        );
        // Covered for good; or until the end of what is looked at.
        assert_eq!(of(r#"[{"party":"gemeente","share":1}]"#), []);
        assert_eq!(of(r#"[{"party":"gemeente","share":1,"until":4}]"#), []);
    }
}
