//! The answer of the page: costs, savings and their difference in one perspective, rounded
//! for a sentence and a picture so that they add up.
//!
//! ```
//! use rekenmodel::answer::AnswerFigures;
//! use rekenmodel::model::{Preset, evaluate};
//!
//! let inputs = Preset::Brochure.inputs();
//! let answer = AnswerFigures::new(&evaluate(&inputs), &inputs);
//! assert_eq!((answer.costs, answer.savings, answer.gap), (300_000.0, 154_000.0, 146_000.0));
//! assert_eq!(answer.gap_per_visitor, 292.0);
//! ```

pub mod count_points;

use crate::model::{Euro, General, Inputs, Outcome, PerParty, Perspective};
use crate::number::rounding::{rounded, rounded_up};

/// Figures of the answer in euros a year, rounded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AnswerFigures {
    /// Perspective in which the figures are.
    pub perspective: Perspective,
    /// Costs; for the gemeente its share of them. Below 0 where income exceeds them.
    pub costs: f64,
    /// Savings of the perspective; below 0 where the lines cost money instead.
    pub savings: f64,
    /// Shown costs minus shown savings; below 0 it is a surplus.
    pub gap: f64,
    /// Shown gap divided by the visitors, in whole euros.
    pub gap_per_visitor: f64,
    /// What everything without a price must at least be worth to society, rounded up; 0
    /// in other perspectives and where society has no gap.
    pub threshold: f64,
    /// Savings of all payers that free no money; 0 in other perspectives.
    pub not_cashable: f64,
}

impl AnswerFigures {
    /// Returns the answer in the perspective of these inputs.
    pub fn new(outcome: &Outcome, inputs: &Inputs) -> AnswerFigures {
        AnswerFigures::seen_from(inputs.perspective, outcome, inputs)
    }

    /// Returns the answer in another perspective than that of the inputs.
    pub fn seen_from(perspective: Perspective, outcome: &Outcome, inputs: &Inputs) -> AnswerFigures {
        let costs = rounded(outcome.costs_of(perspective).euros());
        let savings = rounded(outcome.savings_of(perspective).euros());
        let gap = costs - savings;
        let (threshold, not_cashable) = match perspective {
            Perspective::Partijen => (0.0, rounded(outcome.total.not_cashable.euros())),
            Perspective::Gemeente => (0.0, 0.0),
            Perspective::Samenleving => (rounded_up(outcome.break_even.society_threshold.euros()), 0.0),
        };
        let visitors = inputs.general(General::Bezoekers);
        let gap_per_visitor = (gap / visitors).round() + 0.0;
        AnswerFigures { perspective, costs, savings, gap, gap_per_visitor, threshold, not_cashable }
    }
}

/// Returns the outcome with the amounts of the parties, the years, the net present value and the
/// dekkingsplan's uncovered costs and surplus rounded, for pictures beside the answer. A party's saldo is the difference of what is shown,
/// and an amount that would become zero stays as it is.
pub fn rounded_outcome(outcome: &Outcome) -> Outcome {
    let round = |amount: &mut Euro| {
        let shown = rounded(amount.euros());
        if shown != 0.0 {
            *amount = Euro::new(shown);
        }
    };
    let mut shown = outcome.clone();
    shown.parties = PerParty::from_fn(|party| {
        let mut ledger = outcome.parties.get(party).clone();
        round(&mut ledger.costs);
        round(&mut ledger.savings);
        ledger.net = ledger.savings - ledger.costs;
        ledger
    });
    shown.years.iter_mut().for_each(|year| round(&mut year.cumulative));
    round(&mut shown.npv);
    if let Some(plan) = &mut shown.financing {
        round(&mut plan.uncovered);
        round(&mut plan.surplus);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::evaluate;
    use crate::scenario::Scenario;

    fn answer(scenario: &str) -> AnswerFigures {
        let inputs = Scenario::parse(scenario).unwrap().inputs();
        AnswerFigures::new(&evaluate(&inputs), &inputs)
    }

    /// By hand: 278,068 and 146,520 are shown as 278 and 147 thousand, so the difference is 131
    /// thousand (exactly it is 131,548), and 131,000 ÷ 320 = 409.
    #[test]
    fn the_difference_is_that_of_what_is_shown() {
        let answer =
            answer(r#"{"values":{"bezoekers":320,"activiteiten":8068,"dagbesteding.bedrag":5782.5}}"#);
        assert_eq!((answer.costs, answer.savings, answer.gap), (278_000.0, 147_000.0, 131_000.0));
        assert_eq!(answer.gap_per_visitor, 409.0);
    }

    /// By hand: the gemeente pays half of 300,000; society saves 100,000 and lacks 200,000.4.
    #[test]
    fn each_perspective_has_its_own_figures() {
        let gemeente = answer(r#"{"values":{"perspectief":"gemeente","financiering.gemeente":0.5}}"#);
        assert_eq!((gemeente.costs, gemeente.savings, gemeente.gap), (150_000.0, 154_000.0, -4_000.0));
        let society = answer(r#"{"values":{"perspectief":"samenleving","activiteiten":30000.4}}"#);
        assert_eq!((society.costs, society.savings), (300_000.0, 100_000.0));
        assert_eq!(society.threshold, 201_000.0);
    }

    /// By hand: 278,068 and 146,520 are shown as 278 and 147 thousand; four years of the exact
    /// difference of 131,548 are 526,192.
    #[test]
    fn pictures_have_the_amounts_of_the_answer() {
        let scenario = r#"{"values":{"activiteiten":8068,"dagbesteding.bedrag":5782.5}}"#;
        let outcome = evaluate(&Scenario::parse(scenario).unwrap().inputs());
        let shown = rounded_outcome(&outcome);
        let gemeente = &shown.parties.gemeente;
        assert_eq!(
            [gemeente.costs, gemeente.savings, gemeente.net].map(Euro::euros),
            [278_000.0, 147_000.0, -131_000.0]
        );
        assert_eq!(shown.years[3].cumulative.euros(), -526_000.0);
        assert_eq!(shown.total, outcome.total);
    }
}
