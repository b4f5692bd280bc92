//! Whether a helper can fill in its values, and why not.

use crate::helpers::{Answer, FilledValue, Helper, HelperAnswers, NumberQuestion, PurchaseForm};
use crate::model::{InputId, Line, LineField};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::worksheet::explorer::rounded_as_shown;
use crate::ui::state::{Draft, State};

/// Whether a helper can fill in its values.
#[derive(Clone, Debug, PartialEq)]
pub enum Readiness {
    /// It can: the values, rounded as the page shows them.
    Ready(Vec<FilledValue>),
    /// The text of an answer is refused.
    Refused,
    /// A question is not answered.
    Open,
    /// The user answered 'weet ik niet' to a question.
    Unknown,
    /// The number of people, which the helper takes from another field, is zero.
    NoPeople,
}

/// Returns the questions with a number that a helper asks, in their order.
pub fn number_questions(helper: Helper, answers: &HelperAnswers) -> Vec<NumberQuestion> {
    use NumberQuestion::*;
    match helper {
        Helper::Benefits => vec![Exits, StillOff, LeaveAnyway, YearsInOperation],
        Helper::DayCare => {
            vec![DayCarePeople, DagdelenPerWeek, WeeksPerYear, PricePerDagdeel, OwnContribution]
        }
        Helper::WageCost => vec![Salary, Surcharge],
        Helper::Purchase if answers.purchase == Answer::Given(PurchaseForm::Groups) => vec![GroupSize],
        Helper::Purchase => Vec::new(),
    }
}

/// Returns the inputs that a helper fills in, without those that it fixes.
pub fn filled_inputs(helper: Helper) -> Vec<InputId> {
    use crate::model::General::LoonkostenPerFte;
    let of_day_care = |field| InputId::Line(Line::Dagbesteding, field);
    match helper {
        Helper::Benefits => vec![InputId::Line(Line::Uitkeringen, LineField::Aantal)],
        Helper::DayCare => vec![of_day_care(LineField::Aantal), of_day_care(LineField::Bedrag)],
        Helper::WageCost => vec![InputId::General(LoonkostenPerFte)],
        Helper::Purchase => vec![of_day_care(LineField::Verzilverbaar)],
    }
}

/// Returns whether a helper can fill in its values.
pub fn readiness(state: &State, helper: Helper, answers: &HelperAnswers) -> Readiness {
    let questions = number_questions(helper, answers);
    let is_refused = |question: &NumberQuestion| {
        state.editing.setting_drafts.get(&Setting::Helper(*question)).is_some_and(Draft::is_refused)
    };
    if questions.iter().any(is_refused) {
        return Readiness::Refused;
    }
    let mut given: Vec<Answer<()>> =
        questions.iter().map(|question| without_value(answers.number(*question))).collect();
    match helper {
        Helper::Benefits => given.push(without_value(answers.exit_kind)),
        Helper::Purchase => given.push(without_value(answers.purchase)),
        Helper::DayCare | Helper::WageCost => {}
    }
    if given.contains(&Answer::Unknown) {
        return Readiness::Unknown;
    }
    if given.contains(&Answer::Open) {
        return Readiness::Open;
    }
    match helper.filled_values(answers, &state.workspace.inputs) {
        Some(values) => Readiness::Ready(values.into_iter().map(rounded).collect()),
        None => Readiness::NoPeople,
    }
}

/// Returns a value rounded as the page shows it: what is stored is what the page says.
fn rounded(filled: FilledValue) -> FilledValue {
    FilledValue { value: rounded_as_shown(filled.input, filled.value), ..filled }
}

fn without_value<T>(answer: Answer<T>) -> Answer<()> {
    match answer {
        Answer::Open => Answer::Open,
        Answer::Unknown => Answer::Unknown,
        Answer::Given(_) => Answer::Given(()),
    }
}
