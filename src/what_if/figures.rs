//! The figures that a question is about: costs and what stands against them, as they are now and
//! as they would be.

use crate::answer::AnswerFigures;
use crate::model::{Euro, General, Inputs, Line, Outcome, Perspective, evaluate};
use crate::number::rounding::rounded;
use crate::scenario::Scenario;
use crate::what_if::WhatIfQuestion;
use crate::what_if::durability::over_horizon;

/// What the amounts of a question are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhatIfMeasure {
    /// Costs and savings of a year.
    Year,
    /// Costs and savings of a year, divided by the visitors.
    PerVisitor,
    /// Costs and savings of all years of the horizon together, undiscounted, so that anybody can
    /// add them up.
    Horizon,
    /// Costs of a year, and what of them is paid for good.
    Payment,
}

/// Another figure that a question changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhatIfOther {
    /// Savings that free no money.
    NotCashable,
    /// Savings of the Rijk.
    Rijk,
    /// Savings of the zorgverzekeraar.
    Zorgverzekeraar,
}

/// Costs and what stands against them, rounded as the page shows them, in euros.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WhatIfAmounts {
    /// Costs in this case.
    pub costs: f64,
    /// Savings, or payments for [`WhatIfMeasure::Payment`].
    pub covered: f64,
    /// The figure of [`WhatIfQuestion::other`]; `None` without one, and where it is not estimated.
    pub other: Option<f64>,
}

impl WhatIfAmounts {
    /// Returns the difference of what is shown; below zero it is a surplus.
    pub fn gap(&self) -> f64 {
        self.costs - self.covered
    }
}

/// Figures of a question, as they are now and as they would be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WhatIfFigures {
    /// Whose costs and savings they are.
    pub perspective: Perspective,
    /// Amounts of the scenario.
    pub now: WhatIfAmounts,
    /// Amounts of what the question asks about.
    pub then: WhatIfAmounts,
}

impl WhatIfFigures {
    /// Compares the scenario with what a question asks about; `None` where the question cannot be
    /// asked. See [`WhatIfQuestion::apply`] for the arguments.
    pub fn new(
        question: WhatIfQuestion,
        scenario: &Scenario,
        setting: f64,
        own_cost: &str,
    ) -> Option<WhatIfFigures> {
        question.control(scenario).ok()?;
        let perspective = question.perspective(scenario);
        if question == WhatIfQuestion::Durability {
            let amounts = |share| {
                let (costs, savings) = over_horizon(scenario, perspective, share);
                WhatIfAmounts { costs: rounded(costs), covered: rounded(savings), other: None }
            };
            return Some(WhatIfFigures { perspective, now: amounts(1.0), then: amounts(setting) });
        }
        let case = question.apply(scenario, setting, own_cost)?;
        let amounts = |scenario: &Scenario| amounts(question, perspective, scenario);
        Some(WhatIfFigures { perspective, now: amounts(scenario), then: amounts(&case) })
    }
}

impl WhatIfQuestion {
    /// Returns whose figures the question is about.
    pub fn perspective(self, scenario: &Scenario) -> Perspective {
        match self {
            WhatIfQuestion::PaperSavings | WhatIfQuestion::WhoGains => Perspective::Gemeente,
            WhatIfQuestion::Volunteers => Perspective::Samenleving,
            WhatIfQuestion::FunderLeaves => Perspective::Partijen,
            WhatIfQuestion::Deadweight
            | WhatIfQuestion::Attribution
            | WhatIfQuestion::Displacement
            | WhatIfQuestion::DoubleCounting
            | WhatIfQuestion::NewDemand
            | WhatIfQuestion::Durability
            | WhatIfQuestion::OwnEstimates
            | WhatIfQuestion::NoEffect
            | WhatIfQuestion::FewerVisitors => scenario.inputs().perspective,
        }
    }

    /// Returns what the amounts of the question are.
    pub fn measure(self) -> WhatIfMeasure {
        match self {
            WhatIfQuestion::Durability => WhatIfMeasure::Horizon,
            WhatIfQuestion::FewerVisitors => WhatIfMeasure::PerVisitor,
            WhatIfQuestion::FunderLeaves => WhatIfMeasure::Payment,
            WhatIfQuestion::Deadweight
            | WhatIfQuestion::Attribution
            | WhatIfQuestion::Displacement
            | WhatIfQuestion::PaperSavings
            | WhatIfQuestion::WhoGains
            | WhatIfQuestion::DoubleCounting
            | WhatIfQuestion::NewDemand
            | WhatIfQuestion::Volunteers
            | WhatIfQuestion::OwnEstimates
            | WhatIfQuestion::NoEffect => WhatIfMeasure::Year,
        }
    }

    /// Returns the other figure that the question is about; `None` for most.
    pub fn other(self) -> Option<WhatIfOther> {
        match self {
            WhatIfQuestion::PaperSavings => Some(WhatIfOther::NotCashable),
            WhatIfQuestion::WhoGains => Some(WhatIfOther::Rijk),
            WhatIfQuestion::NewDemand => Some(WhatIfOther::Zorgverzekeraar),
            WhatIfQuestion::Deadweight
            | WhatIfQuestion::Attribution
            | WhatIfQuestion::Displacement
            | WhatIfQuestion::DoubleCounting
            | WhatIfQuestion::Durability
            | WhatIfQuestion::Volunteers
            | WhatIfQuestion::OwnEstimates
            | WhatIfQuestion::NoEffect
            | WhatIfQuestion::FewerVisitors
            | WhatIfQuestion::FunderLeaves => None,
        }
    }
}

/// Returns the amounts of a scenario that a question is about.
fn amounts(question: WhatIfQuestion, perspective: Perspective, scenario: &Scenario) -> WhatIfAmounts {
    let inputs = scenario.inputs();
    let outcome = evaluate(&inputs);
    let other = question.other().and_then(|other| other_amount(other, &inputs, &outcome)).map(rounded);
    let (costs, covered) = match question.measure() {
        WhatIfMeasure::Year | WhatIfMeasure::Horizon => {
            let answer = AnswerFigures::seen_from(perspective, &outcome, &inputs);
            (answer.costs, answer.savings)
        }
        WhatIfMeasure::PerVisitor => {
            // The gap is that of the answer, and costs less savings are it.
            let answer = AnswerFigures::seen_from(perspective, &outcome, &inputs);
            let costs = (answer.costs / inputs.general(General::Bezoekers)).round();
            (costs, costs - answer.gap_per_visitor)
        }
        WhatIfMeasure::Payment => {
            let costs = rounded(outcome.costs.net.euros());
            let uncovered = outcome.financing.as_ref().map_or(0.0, |plan| plan.uncovered.euros());
            (costs, costs - rounded(uncovered))
        }
    };
    WhatIfAmounts { costs, covered, other }
}

/// Returns the amount of another figure; `None` where nothing about it was estimated, which is not
/// zero.
fn other_amount(other: WhatIfOther, inputs: &Inputs, outcome: &Outcome) -> Option<f64> {
    let (amount, is_estimated) = match other {
        WhatIfOther::NotCashable => (outcome.total.not_cashable, true),
        WhatIfOther::Rijk => (outcome.parties.rijk.savings, inputs.general(General::InwonersGemeente) > 0.0),
        WhatIfOther::Zorgverzekeraar => {
            (outcome.parties.zorgverzekeraar.savings, inputs.line(Line::Zorggebruik).counted)
        }
    };
    (is_estimated || amount != Euro::ZERO).then_some(amount.euros())
}
