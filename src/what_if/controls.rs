//! What can be set in a question, and why it cannot be asked.

use crate::checks::{WarningKind, plausibility_checks};
use crate::model::inputs::SavingLineId;
use crate::model::{General, Line, LineField, Party, evaluate};
use crate::scenario::{MAX_OWN_LINES, Scenario};
use crate::what_if::funders::funders;
use crate::what_if::{WhatIfQuestion, counted_lines, uncertain_cash, volunteer_line};

/// What can be set in a question.
#[derive(Clone, Debug, PartialEq)]
pub enum WhatIfControl {
    /// A number between two ends.
    Number {
        /// Lowest number that can be set.
        low: f64,
        /// Highest number that can be set.
        high: f64,
        /// Distance between two numbers.
        step: f64,
    },
    /// One of several options; the setting is its index.
    Options(Vec<WhatIfOption>),
    /// Nothing can be set.
    Nothing,
}

/// Option of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhatIfOption {
    /// A counted savings line.
    Line(SavingLineId),
    /// A funder of the dekkingsplan, by its index.
    Funder(usize),
    /// A party that pays a share of the costs.
    Party(Party),
}

/// Reason why a question cannot be asked about a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotApplicable {
    /// No saving counts.
    NoSavings,
    /// No saving counts of which it is uncertain whether it is cash.
    NoUncertainCash,
    /// No saving on benefits counts.
    NoBenefits,
    /// There are no volunteers.
    NoVolunteers,
    /// There is one visitor or none.
    NoVisitors,
    /// Nobody pays for good.
    NoFunders,
    /// There is no room for another own line.
    NoRoom,
}

/// Slider of a share, in steps of 5%.
const SHARE: WhatIfControl = WhatIfControl::Number { low: 0.0, high: 1.0, step: 0.05 };

impl WhatIfQuestion {
    /// Returns what can be set in the question.
    ///
    /// # Errors
    /// The reason why the question cannot be asked about this scenario.
    pub fn control(self, scenario: &Scenario) -> Result<WhatIfControl, NotApplicable> {
        let inputs = scenario.inputs();
        let counted = counted_lines(&inputs, |_| true);
        let needs_savings = |control| {
            if counted.is_empty() { Err(NotApplicable::NoSavings) } else { Ok(control) }
        };
        match self {
            WhatIfQuestion::Deadweight
            | WhatIfQuestion::Attribution
            | WhatIfQuestion::Displacement
            | WhatIfQuestion::Durability => needs_savings(SHARE),
            WhatIfQuestion::OwnEstimates => {
                needs_savings(WhatIfControl::Number { low: 0.0, high: 2.0, step: 0.1 })
            }
            WhatIfQuestion::NoEffect => needs_savings(WhatIfControl::Nothing),
            WhatIfQuestion::DoubleCounting => needs_savings(WhatIfControl::Options(
                counted.iter().copied().map(WhatIfOption::Line).collect(),
            )),
            WhatIfQuestion::PaperSavings if !counted.is_empty() && uncertain_cash(&inputs).is_empty() => {
                Err(NotApplicable::NoUncertainCash)
            }
            WhatIfQuestion::PaperSavings => needs_savings(SHARE),
            WhatIfQuestion::WhoGains if !counted.contains(&SavingLineId::Fixed(Line::Uitkeringen)) => {
                Err(NotApplicable::NoBenefits)
            }
            WhatIfQuestion::WhoGains => {
                Ok(WhatIfControl::Number { low: 5_000.0, high: 50_000.0, step: 2_500.0 })
            }
            WhatIfQuestion::NewDemand => Ok(WhatIfControl::Number { low: 1.0, high: 50.0, step: 1.0 }),
            WhatIfQuestion::Volunteers if inputs.general(General::Vrijwilligers) == 0.0 => {
                Err(NotApplicable::NoVolunteers)
            }
            WhatIfQuestion::Volunteers
                if scenario.own.len() >= MAX_OWN_LINES && volunteer_line(scenario).is_none() =>
            {
                Err(NotApplicable::NoRoom)
            }
            WhatIfQuestion::Volunteers => Ok(WhatIfControl::Number { low: 0.5, high: 12.0, step: 0.5 }),
            WhatIfQuestion::FewerVisitors => {
                let others = inputs.general(General::Bezoekers) - 1.0;
                let step = if others >= 200.0 { 10.0 } else { 1.0 };
                if others < 1.0 {
                    return Err(NotApplicable::NoVisitors);
                }
                Ok(WhatIfControl::Number { low: 0.0, high: (others / step).floor() * step, step })
            }
            WhatIfQuestion::FunderLeaves => match funders(&inputs) {
                all if all.is_empty() => Err(NotApplicable::NoFunders),
                all => Ok(WhatIfControl::Options(all)),
            },
        }
    }

    /// Returns the setting with which the question begins.
    pub fn start(self, scenario: &Scenario) -> f64 {
        match self {
            WhatIfQuestion::Deadweight
            | WhatIfQuestion::Attribution
            | WhatIfQuestion::Displacement
            | WhatIfQuestion::PaperSavings
            | WhatIfQuestion::Durability
            | WhatIfQuestion::OwnEstimates => 0.5,
            WhatIfQuestion::WhoGains => 25_000.0,
            WhatIfQuestion::NewDemand => 5.0,
            WhatIfQuestion::Volunteers => 4.0,
            WhatIfQuestion::FewerVisitors => {
                let visitors = scenario.inputs().general(General::Bezoekers);
                if visitors >= 200.0 { 50.0 } else { (visitors / 10.0).round().max(1.0) }
            }
            WhatIfQuestion::DoubleCounting => suspected_line(scenario) as f64,
            WhatIfQuestion::NoEffect | WhatIfQuestion::FunderLeaves => 0.0,
        }
    }

    /// Returns the setting at which the question changes nothing, for those that would change the
    /// scenario further each time; `None` for the others.
    pub fn neutral(self) -> Option<f64> {
        match self {
            WhatIfQuestion::FewerVisitors => Some(0.0),
            WhatIfQuestion::OwnEstimates => Some(1.0),
            WhatIfQuestion::Deadweight
            | WhatIfQuestion::Attribution
            | WhatIfQuestion::Displacement
            | WhatIfQuestion::PaperSavings
            | WhatIfQuestion::WhoGains
            | WhatIfQuestion::DoubleCounting
            | WhatIfQuestion::NewDemand
            | WhatIfQuestion::Durability
            | WhatIfQuestion::Volunteers
            | WhatIfQuestion::NoEffect
            | WhatIfQuestion::FunderLeaves => None,
        }
    }
}

/// Returns the index, among the counted lines, of the one that a check suspects to be counted
/// twice; 0 without a suspicion.
fn suspected_line(scenario: &Scenario) -> usize {
    let inputs = scenario.inputs();
    let is_about_double_counting = |kind: &WarningKind| {
        matches!(
            kind,
            WarningKind::WorkCountedTwice { .. }
                | WarningKind::WorkAndQualityOfLife
                | WarningKind::IncomeCountedTwice
                | WarningKind::DayCareWithinHousing
        )
    };
    let warnings = plausibility_checks(&inputs, &evaluate(&inputs));
    let warning = warnings.iter().find(|warning| is_about_double_counting(&warning.kind));
    let suspected = warning.and_then(|warning| warning.inputs.last());
    let lines = counted_lines(&inputs, |_| true);
    suspected
        .and_then(|input| lines.iter().position(|line| line.input(LineField::Aantal) == *input))
        .unwrap_or(0)
}
