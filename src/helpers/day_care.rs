//! Client-years of dagbesteding and their price, from people, dagdelen and weeks.

use crate::helpers::{FilledValue, HelperAnswers, NumberQuestion};
use crate::model::{InputId, Line, LineField};

/// Months in which a client pays an own contribution.
const MONTHS: f64 = 12.0;

/// Calculates the price of a client-year, in euros: dagdelen a week × weeks ×
/// price per dagdeel, less twelve months of own contribution. Zero where
/// the contribution is above the price.
pub fn price_per_client_year(dagdelen: f64, weeks: f64, price: f64, own_contribution: f64) -> f64 {
    (dagdelen * weeks * price - MONTHS * own_contribution).max(0.0)
}

/// Returns the number of client-years and the price of one.
pub(super) fn filled_values(answers: &HelperAnswers) -> Option<Vec<FilledValue>> {
    let people = answers.given(NumberQuestion::DayCarePeople)?;
    let price = price_per_client_year(
        answers.given(NumberQuestion::DagdelenPerWeek)?,
        answers.given(NumberQuestion::WeeksPerYear)?,
        answers.given(NumberQuestion::PricePerDagdeel)?,
        answers.given(NumberQuestion::OwnContribution)?,
    );
    let input = |field| InputId::Line(Line::Dagbesteding, field);
    Some(vec![
        FilledValue::new(input(LineField::Aantal), people),
        FilledValue::new(input(LineField::Bedrag), price),
    ])
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
}
