//! Checks of the dekkingsplan: uncovered costs, funders that stop, and payments beyond the
//! costs.

use crate::checks::{Warning, WarningKind, WarningList};
use crate::model::{Euro, Inputs, Outcome};

/// Returns the indices in the plan of the funders that pay up to some year. A
/// full-effect year is without them, however late they stop.
pub fn temporary_funders(inputs: &Inputs) -> Vec<usize> {
    (0..inputs.plan.len()).filter(|index| inputs.plan[*index].until.is_some()).collect()
}

/// Adds the warnings about the dekkingsplan, where there is one.
pub fn plan(inputs: &Inputs, outcome: &Outcome, warnings: &mut WarningList) {
    let Some(plan) = &outcome.financing else { return };
    // These warnings are about the plan, which is no single input to look at.
    let mut add = |kind| warnings.all.push(Warning { kind, inputs: Vec::new() });
    let is_visible = |amount: Euro| amount > Euro::ZERO && !amount.rounds_to_zero();
    if let Some(first) = plan.years.iter().find(|year| is_visible(year.uncovered)) {
        add(WarningKind::Uncovered { year: first.year, amount: first.uncovered });
    }
    let first_year = &plan.years[0];
    let temporary = temporary_funders(inputs);
    let amount: Euro = temporary.iter().map(|index| first_year.pays[*index]).sum();
    if temporary.len() == inputs.plan.len() && is_visible(plan.uncovered) {
        let last = inputs.plan.iter().filter_map(|funder| funder.until).max().unwrap_or_default();
        add(WarningKind::AllTemporary { last, amount: plan.uncovered });
    } else if is_visible(amount) {
        add(WarningKind::Temporary { funders: temporary.len(), amount });
    }
    let paying: Vec<usize> =
        (0..inputs.plan.len()).filter(|index| is_visible(first_year.pays[*index])).collect();
    if let [position] = paying[..] {
        add(WarningKind::OneFunder { position, amount: first_year.pays[position] });
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
        // Two funders that cover all costs for good.
        assert_eq!(warnings_of(r#"[{"party":"gemeente","share":0.5},{"party":"rijk","share":0.5}]"#), []);
    }

    /// A full-effect year has only funding for good, also where all years are covered.
    #[test]
    fn all_funding_is_temporary() {
        let amount = Euro::new(300_000.0);
        assert_eq!(
            warnings_of(
                r#"[{"party":"gemeente","share":0.5,"until":4},{"party":"rijk","share":0.5,"until":6}]"#
            ),
            [WarningKind::AllTemporary { last: 6, amount }]
        );
        let half = Euro::new(150_000.0);
        assert_eq!(
            warnings_of(r#"[{"party":"gemeente","share":0.5,"until":4},{"party":"rijk","share":0.5}]"#),
            [WarningKind::Temporary { funders: 1, amount: half }]
        );
    }

    #[test]
    fn one_funder_alone() {
        let amount = Euro::new(300_000.0);
        assert_eq!(
            warnings_of(r#"[{"party":"rijk","amount":0},{"party":"gemeente","share":1}]"#),
            [WarningKind::OneFunder { position: 1, amount }]
        );
        // Without a plan there is no funder to name.
        assert_eq!(warnings_of("[]"), []);
    }
}
