//! Wage cost per fte, from a salary and a surcharge.

use crate::helpers::{FilledValue, HelperAnswers, NumberQuestion};
use crate::model::{General, InputId};

/// Calculates the wage cost per fte from the gross salary of a full job a year
/// and the surcharge on it, as a fraction: employer charges, absence and
/// replacement.
pub fn wage_cost_per_fte(salary: f64, surcharge: f64) -> f64 {
    salary * (1.0 + surcharge)
}

/// Returns the wage cost per fte.
pub(super) fn filled_values(answers: &HelperAnswers) -> Option<Vec<FilledValue>> {
    let cost =
        wage_cost_per_fte(answers.given(NumberQuestion::Salary)?, answers.given(NumberQuestion::Surcharge)?);
    Some(vec![FilledValue::new(InputId::General(General::LoonkostenPerFte), cost)])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand, the salary of schaal 7, trede 8: € 45,284 and 44% more.
    #[test]
    fn a_salary_and_its_surcharge() {
        assert!((wage_cost_per_fte(45_284.0, 0.44) - 65_208.96).abs() < 1e-9);
        assert_eq!(wage_cost_per_fte(45_284.0, 0.0), 45_284.0);
    }
}
