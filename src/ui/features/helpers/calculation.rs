//! What comes out of a helper, as a calculation in words and numbers. What was typed is written as
//! typed; a result is rounded as it is filled in.

use crate::helpers::benefits::{MAX_YEARS, person_years};
use crate::helpers::day_care::price_per_client_year;
use crate::helpers::wage_cost::wage_cost_per_fte;
use crate::helpers::{FilledValue, Helper, HelperAnswers, NumberQuestion, PurchaseForm};
use crate::model::inputs::brochure_value;
use crate::model::{InputId, Line, LineField};
use crate::number::Style;
use crate::ui::features::helpers::readiness::filled_inputs;
use crate::ui::features::helpers::text::PlaceProduct;
use crate::ui::features::worksheet::explorer::shown;
use crate::ui::state::State;

/// Returns the lines of the calculation; empty where an answer is missing.
pub fn calculation_lines(state: &State, helper: Helper, answers: &HelperAnswers) -> Vec<String> {
    let lines = match helper {
        Helper::Benefits => benefits(state, answers),
        Helper::DayCare => day_care(state, answers),
        Helper::WageCost => wage_cost(state, answers),
        Helper::Purchase => purchase(state, answers),
    };
    lines.unwrap_or_default()
}

/// Returns the people of each year that still counts, and their sum. Each line is the
/// difference of two rounded sums, so that the lines add up.
fn benefits(state: &State, answers: &HelperAnswers) -> Option<Vec<String>> {
    let words = state.text().helpers();
    let given = |question| answers.given(question);
    let (exits, off) = (given(NumberQuestion::Exits)?, given(NumberQuestion::StillOff)?);
    let anyway = given(NumberQuestion::LeaveAnyway)?;
    let years = (given(NumberQuestion::YearsInOperation)? as u32).min(MAX_YEARS);
    let people = |years| (person_years(exits, off, anyway, years) * 100.0).round() / 100.0;
    let number = |value| state.text().notation.number(value, 2);
    let parts: Vec<String> = (0..years).map(|year| number(people(year + 1) - people(year))).collect();
    let mut lines: Vec<String> =
        parts.iter().enumerate().map(|(year, part)| (words.people_of_year)(year, part)).collect();
    lines.push((words.people)(&parts, &number(people(years))));
    lines.push(words.anyway.to_owned());
    Some(lines)
}

fn day_care(state: &State, answers: &HelperAnswers) -> Option<Vec<String>> {
    let given = |question| answers.given(question);
    let (dagdelen, weeks) = (given(NumberQuestion::DagdelenPerWeek)?, given(NumberQuestion::WeeksPerYear)?);
    let (price, own) = (given(NumberQuestion::PricePerDagdeel)?, given(NumberQuestion::OwnContribution)?);
    let result = price_per_client_year(dagdelen, weeks, price, own);
    let own_text = typed_euro(state, own);
    let product = PlaceProduct {
        dagdelen: &typed(state, dagdelen),
        weeks: &typed(state, weeks),
        price: &typed_euro(state, price),
        own: (own > 0.0).then_some(&own_text),
        result: &state.text().notation.euro(result),
        about: is_rounded(result),
    };
    Some(vec![(state.text().helpers().place)(&product)])
}

fn wage_cost(state: &State, answers: &HelperAnswers) -> Option<Vec<String>> {
    let (salary, surcharge) =
        (answers.given(NumberQuestion::Salary)?, answers.given(NumberQuestion::Surcharge)?);
    let cost = wage_cost_per_fte(salary, surcharge);
    let notation = state.text().notation;
    let percent = format!("{}%", notation.shown(surcharge, Style::Percent));
    let words = state.text().helpers();
    Some(vec![(words.wage_cost)(
        &typed_euro(state, salary),
        &percent,
        &notation.euro(cost),
        is_rounded(cost),
    )])
}

fn purchase(state: &State, answers: &HelperAnswers) -> Option<Vec<String>> {
    let words = state.text().helpers();
    let inputs = &state.workspace.inputs;
    Some(vec![match answers.purchase.given()? {
        PurchaseForm::PerDagdeel => words.per_dagdeel.to_owned(),
        PurchaseForm::FixedSum => words.fixed_sum.to_owned(),
        PurchaseForm::Groups => {
            let filled = Helper::Purchase.filled_values(answers, inputs)?;
            let people = inputs.line(Line::Dagbesteding).get(LineField::Aantal);
            let group = answers.given(NumberQuestion::GroupSize)?;
            let share = filled.first().map(|filled| shown(state, filled.input, filled.value))?;
            (words.groups)(&typed(state, people), &typed(state, group), &share)
        }
    }])
}

/// Writes the values that a helper fills in, without those that it fixes.
pub fn values(state: &State, values: &[FilledValue]) -> String {
    let shown = values.iter().filter(|filled| !filled.fixed);
    written(state, shown.map(|filled| (filled.input, filled.value)))
}

/// Writes the values of the brochure for the inputs of a helper.
pub fn brochure_values(state: &State, helper: Helper) -> String {
    let inputs = filled_inputs(helper).into_iter();
    written(state, inputs.map(|input| (input, brochure_value(&state.workspace.inputs, input))))
}

fn written(state: &State, values: impl Iterator<Item = (InputId, f64)>) -> String {
    let words = state.text().helpers();
    let all: Vec<String> =
        values.map(|(input, value)| (words.value)(input, &shown(state, input, value))).collect();
    (words.values)(&all)
}

/// Writes a number as it was typed.
fn typed(state: &State, value: f64) -> String {
    state.text().notation.shown(value, Style::Plain)
}

/// Writes an amount as it was typed.
fn typed_euro(state: &State, value: f64) -> String {
    state.text().notation.euro_with_cents(value)
}

/// Returns whether an amount in whole euros is not exact.
fn is_rounded(value: f64) -> bool {
    (value - value.round()).abs() > 1e-9
}
