//! Cashable share of dagbesteding, from the form in which the gemeente buys it.

use crate::helpers::{FilledValue, HelperAnswers, NumberQuestion};
use crate::model::{InputId, Inputs, Line, LineField};

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

/// Calculates the cashable share of groups that so many people leave: only whole
/// groups can be closed. `None` without people. An upper bound, since the people
/// may come from different groups; our own proposal, from no source.
pub fn cashable_share_of_groups(people: f64, group_size: f64) -> Option<f64> {
    let closed = (people / group_size).floor() * group_size;
    (people > 0.0).then(|| (closed / people).min(1.0))
}

/// Returns the cashable share for the number of client-years in the scenario.
pub(super) fn filled_values(answers: &HelperAnswers, inputs: &Inputs) -> Option<Vec<FilledValue>> {
    let share = match answers.purchase.given()? {
        PurchaseForm::PerDagdeel => 1.0,
        PurchaseForm::FixedSum => 0.0,
        PurchaseForm::Groups => {
            let people = inputs.line(Line::Dagbesteding).get(LineField::Aantal);
            cashable_share_of_groups(people, answers.given(NumberQuestion::GroupSize)?)?
        }
    };
    Some(vec![FilledValue::new(InputId::Line(Line::Dagbesteding, LineField::Verzilverbaar), share)])
}

#[cfg(test)]
mod tests {
    use super::*;

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
