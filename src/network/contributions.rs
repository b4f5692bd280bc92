//! What a figure of a network is added up from, scenario by scenario.

use crate::explain::{Account, AccountFigure, FigureId, PlanFigure, YearFigure};
use crate::model::{CostBasis, General};
use crate::network::{NetworkMember, factor};

/// A figure of a network that is a sum over its scenarios.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NetworkSum {
    /// The initiatives themselves.
    Initiatives,
    /// People, as they were entered.
    People(General),
    /// Amount in euros.
    Amount(FigureId),
    /// Net present value over the years that all look ahead.
    Present(Account),
    /// Figure of ledger 1 that is no party's: what nobody pays, or what is paid
    /// beyond the costs, which are costs below zero.
    OutsideParties(PlanFigure, AccountFigure),
}

/// Contribution of the initiatives of one scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScenarioContribution {
    /// The place of the scenario among the members.
    pub member: usize,
    /// Number of initiatives.
    pub count: u32,
    /// Times this, into prices of the network's year.
    pub factor: f64,
    /// Value of one initiative.
    pub value: f64,
}

impl ScenarioContribution {
    /// Returns the contribution of all of them together.
    pub fn total(self) -> f64 {
        f64::from(self.count) * self.factor * self.value
    }
}

/// The parts that a figure of these is added up from.
pub fn contributions(members: &[NetworkMember], what: NetworkSum) -> Vec<ScenarioContribution> {
    let there = || members.iter().enumerate().filter(|(_, member)| member.count > 0);
    let year = there().map(|(_, member)| member.inputs.year()).max().unwrap_or_default();
    let years = there().map(|(_, member)| member.outcome.years.len()).min().unwrap_or_default();
    // Staff is not known of those that are calculated by a key figure.
    let staff = matches!(what, NetworkSum::People(General::Fte | General::Vrijwilligers));
    let known = |member: &NetworkMember| !staff || member.inputs.basis == CostBasis::Begroting;
    let part = |(place, member): (usize, &NetworkMember)| {
        let value = |figure: FigureId| figure.value(member.outcome).flatten().unwrap_or_default();
        let (money, value) = match what {
            NetworkSum::Initiatives => (false, 1.0),
            NetworkSum::People(general) => (false, member.inputs.general(general)),
            NetworkSum::Amount(figure) => (true, value(figure)),
            NetworkSum::Present(account) => {
                let all = member.outcome.years[..years].iter();
                (true, all.map(|year| value(FigureId::Year(account, year.year, YearFigure::Present))).sum())
            }
            NetworkSum::OutsideParties(of, part) => {
                let costs = if of == PlanFigure::Surplus { -1.0 } else { 1.0 };
                let present = |year: &crate::model::years::YearResult| {
                    value(FigureId::Plan(of, Some(year.year))) * year.discount.fraction()
                };
                let amount = match part {
                    AccountFigure::Costs => costs * value(FigureId::Plan(of, None)),
                    AccountFigure::Npv => {
                        -costs * member.outcome.years[..years].iter().map(present).sum::<f64>()
                    }
                    _ => -costs * value(FigureId::Plan(of, None)),
                };
                (true, amount)
            }
        };
        let factor = if money { factor(year, member.inputs) } else { 1.0 };
        ScenarioContribution { member: place, count: member.count, factor, value }
    };
    there().filter(|(_, member)| known(member)).map(part).collect()
}
