//! Helpers for the hard numbers: from questions that people can answer to the
//! values of inputs. No helper changes the calculation: it only fills in values
//! that the user could have typed.
//!
//! 'Weet ik niet' is an answer to every question. A helper without all its answers
//! fills in no value. The answers are stored in the scenario's `meta`, so a helper
//! can be opened again.
//!
//! The page asks the questions beside the fields (`src/ui/features/helpers`).
//!
//! ```
//! use rekenmodel::helpers::{Answer, Helper, HelperAnswers, NumberQuestion};
//! use rekenmodel::scenario::Scenario;
//!
//! let mut scenario = Scenario::parse("{}").unwrap();
//! let mut answers = HelperAnswers::read(scenario.meta.as_deref());
//! answers.set(NumberQuestion::Salary, Answer::Given(45_284.0));
//! answers.set(NumberQuestion::Surcharge, Answer::Unknown);
//! assert_eq!(Helper::WageCost.filled_values(&answers, &scenario.inputs()), None);
//! answers.set(NumberQuestion::Surcharge, Answer::Given(0.25));
//! let filled = Helper::WageCost.filled_values(&answers, &scenario.inputs()).unwrap();
//! assert_eq!(filled[0].value, 56_605.0);
//! ```

mod answers;
pub mod benefits;
pub mod day_care;
pub mod purchase;
mod question;
pub mod wage_cost;

pub use crate::helpers::answers::HelperAnswers;
pub use crate::helpers::benefits::ExitKind;
pub use crate::helpers::purchase::PurchaseForm;
pub use crate::helpers::question::NumberQuestion;

use crate::model::{InputId, Inputs, Range};
use crate::scenario::Scenario;

/// Answer to one question of a helper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answer<T> {
    /// The question was not answered.
    #[default]
    Open,
    /// 'Weet ik niet': the user answered, and does not know.
    Unknown,
    /// Value that the user gave.
    Given(T),
}

impl<T> Answer<T> {
    /// Returns the value that was given; `None` where it is open or not known.
    pub fn given(self) -> Option<T> {
        match self {
            Answer::Open | Answer::Unknown => None,
            Answer::Given(value) => Some(value),
        }
    }
}

/// Helper for a hard number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Helper {
    /// Person-years of uitkering, from people who leave one.
    Benefits,
    /// Client-years of dagbesteding and their price, from dagdelen.
    DayCare,
    /// Wage cost per fte, from a salary.
    WageCost,
    /// Cashable share of dagbesteding, from the way in which the gemeente buys it.
    Purchase,
}

/// Value that a helper fills in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FilledValue {
    /// Input that it is for.
    pub input: InputId,
    /// Value of the input, in euros of the scenario's price year for an amount.
    pub value: f64,
    /// Whether the input is fixed, so that it has no range.
    pub fixed: bool,
}

impl FilledValue {
    fn new(input: InputId, value: f64) -> FilledValue {
        FilledValue { input, value, fixed: false }
    }

    fn fixed(input: InputId, value: f64) -> FilledValue {
        FilledValue { input, value, fixed: true }
    }
}

impl Helper {
    /// List of all helpers, in the order of the interface.
    pub const ALL: [Helper; 4] = [Helper::Benefits, Helper::DayCare, Helper::WageCost, Helper::Purchase];

    /// Returns the values that the helper fills in; `None` while an answer is open or not
    /// known.
    pub fn filled_values(self, answers: &HelperAnswers, inputs: &Inputs) -> Option<Vec<FilledValue>> {
        match self {
            Helper::Benefits => benefits::filled_values(answers),
            Helper::DayCare => day_care::filled_values(answers),
            Helper::WageCost => wage_cost::filled_values(answers),
            Helper::Purchase => purchase::filled_values(answers, inputs),
        }
    }

    /// Fills in the values and stores the answers; returns whether any value was
    /// filled in. The answers are stored either way.
    pub fn apply(self, answers: &HelperAnswers, scenario: &mut Scenario) -> bool {
        scenario.meta = answers.write(scenario.meta.as_deref());
        let Some(filled) = self.filled_values(answers, &scenario.inputs()) else { return false };
        for FilledValue { input, value, fixed } in filled {
            scenario.values.insert(input, value);
            if let Some(name) = input.fixed_id().filter(|_| fixed) {
                scenario.ranges.insert(name, Range::fixed(value));
            }
        }
        true
    }
}

#[cfg(test)]
mod tests;
