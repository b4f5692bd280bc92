//! Where a dekkingsplan leaves questions: what nobody pays, who stops, and
//! what is paid beyond the costs.

use crate::checks::{Found, Guard, What};
use crate::model::{Euro, Inputs, Outcome};

/// What is shown as nothing is nothing.
const HALF_A_EURO: f64 = 0.5;

/// The funders that stop before the last year, by their place in the plan.
pub fn stopping(inputs: &Inputs, outcome: &Outcome) -> Vec<usize> {
    let years = outcome.years.len() as u32;
    let stops = |place: &usize| inputs.plan[*place].until.is_some_and(|last| last < years);
    (0..inputs.plan.len()).filter(stops).collect()
}

pub fn plan(inputs: &Inputs, outcome: &Outcome, found: &mut Found) {
    let Some(plan) = &outcome.financing else { return };
    // These are about the plan as a whole, which is no single input.
    let mut note = |what| found.all.push(Guard { what, at: Vec::new() });
    let is_something = |amount: Euro| amount.euros() >= HALF_A_EURO;
    if let Some(first) = plan.years.iter().find(|year| is_something(year.uncovered)) {
        note(What::Uncovered { year: first.year, amount: first.uncovered });
    }
    let stopping = stopping(inputs, outcome);
    let amount: Euro = stopping.iter().map(|place| plan.funders[*place].costs).sum();
    if is_something(amount) {
        note(What::Temporary { funders: stopping.len(), amount });
    }
    if let Some(first) = plan.years.iter().find(|year| is_something(year.surplus)) {
        note(What::PaidTooMuch { year: first.year, amount: first.surplus });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::guards;
    use crate::model::evaluate;
    use crate::scenario::Scenario;

    fn of(plan: &str) -> Vec<What> {
        let inputs = Scenario::parse(&format!(r#"{{"base":"voorzichtig","plan":{plan}}}"#)).unwrap().inputs();
        guards(&inputs, &evaluate(&inputs)).into_iter().map(|guard| guard.what).collect()
    }

    #[test]
    fn what_a_plan_leaves_open() {
        let found =
            of(r#"[{"party":"gemeente","amount":250000},{"party":"overig","amount":70000,"until":2}]"#);
        assert_eq!(
            found,
            [
                What::Uncovered { year: 3, amount: Euro::new(50_000.0) },
                What::Temporary { funders: 1, amount: Euro::new(70_000.0) },
                What::PaidTooMuch { year: 1, amount: Euro::new(20_000.0) },
            ]
        );
        // Covered for good; or until the end of what is looked at.
        assert_eq!(of(r#"[{"party":"gemeente","share":1}]"#), []);
        assert_eq!(of(r#"[{"party":"gemeente","share":1,"until":4}]"#), []);
    }
}
