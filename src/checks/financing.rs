//! Where a dekkingsplan leaves questions: what nobody pays, who stops, and
//! what is paid beyond the costs.

use crate::checks::{Warning, WarningKind, WarningList};
use crate::model::{Euro, Inputs, Outcome};

/// Amount below which the page shows zero, in euros.
const HALF_A_EURO: f64 = 0.5;

/// Returns the funders that pay up to some year, by their place in the plan. A
/// full-effect year is without them, however late they stop.
pub fn temporary_funders(inputs: &Inputs) -> Vec<usize> {
    (0..inputs.plan.len()).filter(|place| inputs.plan[*place].until.is_some()).collect()
}

pub fn plan(inputs: &Inputs, outcome: &Outcome, warnings: &mut WarningList) {
    let Some(plan) = &outcome.financing else { return };
    // These are about the plan as a whole, which is no single input.
    let mut note = |kind| warnings.all.push(Warning { kind, inputs: Vec::new() });
    let is_something = |amount: Euro| amount.euros() >= HALF_A_EURO;
    if let Some(first) = plan.years.iter().find(|year| is_something(year.uncovered)) {
        note(WarningKind::Uncovered { year: first.year, amount: first.uncovered });
    }
    let first_year = &plan.years[0];
    let temporary = temporary_funders(inputs);
    let amount: Euro = temporary.iter().map(|place| first_year.pays[*place]).sum();
    if temporary.len() == inputs.plan.len() && is_something(plan.uncovered) {
        let last = inputs.plan.iter().filter_map(|funder| funder.until).max().unwrap_or_default();
        note(WarningKind::AllTemporary { last, amount: plan.uncovered });
    } else if is_something(amount) {
        note(WarningKind::Temporary { funders: temporary.len(), amount });
    }
    let paying: Vec<usize> =
        (0..inputs.plan.len()).filter(|place| is_something(first_year.pays[*place])).collect();
    if let [position] = paying[..] {
        note(WarningKind::OneFunder { position, amount: first_year.pays[position] });
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
        // Covered for good, by two.
        assert_eq!(of(r#"[{"party":"gemeente","share":0.5},{"party":"rijk","share":0.5}]"#), []);
    }

    /// A full-effect year has only what lasts, also where all years are paid.
    #[test]
    fn all_funding_is_temporary() {
        let amount = Euro::new(300_000.0);
        assert_eq!(
            of(r#"[{"party":"gemeente","share":0.5,"until":4},{"party":"rijk","share":0.5,"until":6}]"#),
            [WarningKind::AllTemporary { last: 6, amount }]
        );
        let half = Euro::new(150_000.0);
        assert_eq!(
            of(r#"[{"party":"gemeente","share":0.5,"until":4},{"party":"rijk","share":0.5}]"#),
            [WarningKind::Temporary { funders: 1, amount: half }]
        );
    }

    #[test]
    fn one_funder_alone() {
        let amount = Euro::new(300_000.0);
        assert_eq!(
            of(r#"[{"party":"rijk","amount":0},{"party":"gemeente","share":1}]"#),
            [WarningKind::OneFunder { position: 1, amount }]
        );
        // Without a plan nobody said who pays.
        assert_eq!(of("[]"), []);
    }
}
