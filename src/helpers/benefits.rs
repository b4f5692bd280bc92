//! Person-years of uitkering: the number of people fewer who draw a benefit, on average
//! over the year, from the number of people who leave it each year.
//!
//! # Design
//! A stock is hard to know and a flow is not. Of each year's leavers the model
//! counts who is still off the benefit, less who would have been off it anyway,
//! so deadweight is in the number already and `autonoom` is fixed at zero.
//! After four years no person-years are added: no source follows people longer.

use crate::helpers::{FilledValue, HelperAnswers, NumberQuestion};
use crate::model::{InputId, Line, LineField};

/// The most years of leavers that are counted.
pub const MAX_YEARS: u32 = 4;

/// Kind of exits that are counted: the same for people who leave because of the centre
/// and for people who leave anyway.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitKind {
    /// All exits from a benefit.
    All,
    /// Exits to work alone.
    ToWork,
}

impl ExitKind {
    /// List of both kinds.
    pub const ALL: [ExitKind; 2] = [ExitKind::All, ExitKind::ToWork];

    /// Returns the name in files and links.
    pub fn id(self) -> &'static str {
        match self {
            ExitKind::All => "alle-uitstroom",
            ExitKind::ToWork => "naar-werk",
        }
    }

    /// Returns the share of people in the bijstand who left it so in 2023, to show
    /// beside the question; it is never filled in. Source: Divosa (figures.md).
    pub fn national_share(self) -> f64 {
        match self {
            ExitKind::All => 0.234,
            ExitKind::ToWork => 0.084,
        }
    }
}

/// Calculates person-years of uitkering from people a year who leave one, the
/// share still off it after a year, the share of such people who leave anyway in
/// a year, and the years in operation.
pub fn person_years(exits: f64, still_off: f64, leave_anyway: f64, years: u32) -> f64 {
    let stay = 1.0 - leave_anyway;
    // s^k, and (1 − x)^(k + ½): people who left in the middle of the year, k years ago.
    let (mut off, mut would_still_draw) = (1.0, stay.sqrt());
    let mut sum = 0.0;
    for year in 0..years.min(MAX_YEARS) {
        let part_of_year = if year == 0 { 0.5 } else { 1.0 };
        sum += part_of_year * (off - 1.0 + would_still_draw).max(0.0);
        off *= still_off;
        would_still_draw *= stay;
    }
    exits * sum
}

/// Returns the number of person-years, and `autonoom` fixed at zero.
pub(super) fn filled_values(answers: &HelperAnswers) -> Option<Vec<FilledValue>> {
    // Both shares are of the same kind of exits, which must be known.
    answers.exit_kind.given()?;
    let years = answers.given(NumberQuestion::YearsInOperation)? as u32;
    let [exits, still_off, leave_anyway] =
        [NumberQuestion::Exits, NumberQuestion::StillOff, NumberQuestion::LeaveAnyway]
            .map(|question| answers.given(question));
    let people = person_years(exits?, still_off?, leave_anyway?, years);
    let input = |field| InputId::Line(Line::Uitkeringen, field);
    Some(vec![
        FilledValue::new(input(LineField::Aantal), people),
        FilledValue::fixed(input(LineField::Autonoom), 0.0),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From docs/model.md: 1.91, 4.22, 5.39, 5.71, and no more after that.
    #[test]
    fn four_people_a_year() {
        let people = |years| (person_years(4.0, 0.7, 0.084, years) * 100.0).round() / 100.0;
        assert_eq!([1, 2, 3, 4, 5, 40].map(people), [1.91, 4.22, 5.39, 5.71, 5.71, 5.71]);
    }

    /// By hand: no one leaves anyway, so ½ + 0.7 + 0.49 + 0.343 of each person; all would
    /// have left anyway, so zero.
    #[test]
    fn ends_of_the_shares() {
        assert!((person_years(4.0, 0.7, 0.0, 4) - 4.0 * 2.033).abs() < 1e-12);
        assert_eq!(person_years(4.0, 1.0, 1.0, 4), 0.0);
        assert_eq!(person_years(0.0, 0.7, 0.1, 4), 0.0);
        assert_eq!(person_years(4.0, 0.7, 0.1, 0), 0.0);
    }

    #[test]
    fn equals_the_reference() {
        let cases: Vec<serde_json::Value> =
            serde_json::from_str(include_str!("../../tests/reference/helpers.json")).unwrap();
        assert!(cases.len() > 40);
        for case in &cases {
            let number = |key: &str| case[key].as_f64().unwrap();
            let years = number("years") as u32;
            let given = person_years(number("exits"), number("still_off"), number("leave_anyway"), years);
            let expected = number("aantal");
            assert!((given - expected).abs() <= 1e-9 * expected.max(1.0), "{case}: {given}");
        }
    }
}
