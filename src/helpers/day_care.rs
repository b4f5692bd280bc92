//! Dagbesteding: client-years and their price from people, dagdelen and weeks,
//! and the cashable share from the form in which the gemeente buys it.

use crate::helpers::{FilledValue, HelperAnswers, NumberQuestion};
use crate::model::{InputId, Inputs, Line, LineField};

/// Months in which a client pays an own contribution.
const MONTHS: f64 = 12.0;

/// Form in which the gemeente buys dagbesteding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PurchaseForm {
    /// Paid per dagdeel that is used.
    PerDagdeel,
    /// Paid as a fixed sum, independent of use.
    FixedSum,
    /// Paid per group, independent of the number of people in it.
    Groups,
}

impl PurchaseForm {
    /// List of all forms.
    pub const ALL: [PurchaseForm; 3] =
        [PurchaseForm::PerDagdeel, PurchaseForm::FixedSum, PurchaseForm::Groups];

    /// Returns the name in files and links.
    pub fn id(self) -> &'static str {
        match self {
            PurchaseForm::PerDagdeel => "per-dagdeel",
            PurchaseForm::FixedSum => "vast-bedrag",
            PurchaseForm::Groups => "groepen",
        }
    }
}

/// Calculates the price of a client-year, in euros: dagdelen a week × weeks ×
/// price per dagdeel, less twelve months of own contribution. Zero where
/// the contribution is above the price.
pub fn price_per_client_year(dagdelen: f64, weeks: f64, price: f64, own_contribution: f64) -> f64 {
    (dagdelen * weeks * price - MONTHS * own_contribution).max(0.0)
}

/// Calculates the cashable share of groups that so many people leave: only whole
/// groups can be closed. `None` without people. An upper bound, since the people
/// may come from different groups; our own proposal, from no source.
pub fn cashable_share_of_groups(people: f64, group_size: f64) -> Option<f64> {
    let closed = (people / group_size).floor() * group_size;
    (people > 0.0).then(|| (closed / people).min(1.0))
}

/// Returns the number of client-years and the price of one.
pub(super) fn filled_values(answers: &HelperAnswers) -> Option<Vec<FilledValue>> {
    let number = |question| answers.number(question).given();
    let people = number(NumberQuestion::DayCarePeople)?;
    let price = price_per_client_year(
        number(NumberQuestion::DagdelenPerWeek)?,
        number(NumberQuestion::WeeksPerYear)?,
        number(NumberQuestion::PricePerDagdeel)?,
        number(NumberQuestion::OwnContribution)?,
    );
    let input = |field| InputId::Line(Line::Dagbesteding, field);
    Some(vec![
        FilledValue::new(input(LineField::Aantal), people),
        FilledValue::new(input(LineField::Bedrag), price),
    ])
}

/// Returns the cashable share for the number of client-years in the scenario.
pub(super) fn filled_share(answers: &HelperAnswers, inputs: &Inputs) -> Option<Vec<FilledValue>> {
    let share = match answers.purchase.given()? {
        PurchaseForm::PerDagdeel => 1.0,
        PurchaseForm::FixedSum => 0.0,
        PurchaseForm::Groups => {
            let people = inputs.line(Line::Dagbesteding).get(LineField::Aantal);
            cashable_share_of_groups(people, answers.number(NumberQuestion::GroupSize).given()?)?
        }
    };
    Some(vec![FilledValue::new(InputId::Line(Line::Dagbesteding, LineField::Verzilverbaar), share)])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand, near the brochure's € 100,000: 16 people × 3.6 dagdelen × 46.7
    /// weeks is 2,689.9 dagdelen; at € 35.76, less € 21 a month.
    #[test]
    fn price_of_a_client_year() {
        let price = price_per_client_year(3.6, 46.7, 35.76, 21.0);
        assert!((price - (168.12 * 35.76 - 252.0)).abs() < 1e-9);
        assert!((price - 5_759.971_2).abs() < 1e-6);
        assert_eq!(price_per_client_year(1.0, 1.0, 10.0, 21.0), 0.0);
    }

    /// By hand: of 10 people in groups of 8 one group of 8 closes; of 7 none.
    #[test]
    fn only_whole_groups_close() {
        assert_eq!(cashable_share_of_groups(10.0, 8.0), Some(0.8));
        assert_eq!(cashable_share_of_groups(16.0, 8.0), Some(1.0));
        assert_eq!(cashable_share_of_groups(7.0, 8.0), Some(0.0));
        assert_eq!(cashable_share_of_groups(0.0, 8.0), None);
        assert_eq!(cashable_share_of_groups(-3.0, 8.0), None);
    }
}
