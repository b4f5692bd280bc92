//! The contributions of the scenarios to a figure of a network, for its explanation.

use crate::explain::{Account, AccountFigure, FigureId, PlanFigure, YearFigure};
use crate::model::{CostBasis, General};
use crate::network::{NetworkMember, price_conversion};

/// A figure of a network that is a sum over its scenarios.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NetworkSum {
    /// The number of initiatives.
    Initiatives,
    /// A number of people, which is an input of the scenarios.
    People(General),
    /// Amount in euros.
    Amount(FigureId),
    /// Net present value of an account over the years of the network.
    Npv(Account),
    /// A figure of the uncovered costs or of the surplus, which are shown with the ledgers of
    /// the parties but belong to no party. A surplus counts as negative costs.
    OutsideParties(PlanFigure, AccountFigure),
}

/// Contribution of the initiatives of one scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScenarioContribution {
    /// Index of the scenario among the members.
    pub member: usize,
    /// Number of initiatives.
    pub count: u32,
    /// Factor that converts amounts to prices of the network's year; 1 for a figure that is
    /// no amount.
    pub factor: f64,
    /// Value of the figure for one initiative.
    pub value: f64,
}

impl ScenarioContribution {
    /// Returns the contribution of all initiatives of the scenario.
    pub fn total(self) -> f64 {
        f64::from(self.count) * self.factor * self.value
    }
}

/// Returns the contribution of each scenario to a sum of the network. Scenarios without
/// initiatives are left out, and for staff also those that use the key figure.
pub fn contributions(members: &[NetworkMember], sum: NetworkSum) -> Vec<ScenarioContribution> {
    let with_initiatives = || members.iter().enumerate().filter(|(_, member)| member.count > 0);
    let year = with_initiatives().map(|(_, member)| member.inputs.year()).max().unwrap_or_default();
    let years = with_initiatives().map(|(_, member)| member.outcome.years.len()).min().unwrap_or_default();
    // A scenario with the key figure has no known number of staff.
    let is_staff = matches!(sum, NetworkSum::People(General::Fte | General::Vrijwilligers));
    let is_known = |member: &NetworkMember| !is_staff || member.inputs.basis == CostBasis::Begroting;
    let contribution = |(index, member): (usize, &NetworkMember)| {
        let value = |figure: FigureId| figure.value(member.outcome).flatten().unwrap_or_default();
        let (is_amount, value) = match sum {
            NetworkSum::Initiatives => (false, 1.0),
            NetworkSum::People(general) => (false, member.inputs.general(general)),
            NetworkSum::Amount(figure) => (true, value(figure)),
            NetworkSum::Npv(account) => {
                let all = member.outcome.years[..years].iter();
                (true, all.map(|year| value(FigureId::Year(account, year.year, YearFigure::Present))).sum())
            }
            NetworkSum::OutsideParties(plan_figure, account_figure) => {
                let sign = if plan_figure == PlanFigure::Surplus { -1.0 } else { 1.0 };
                let present = |year: &crate::model::years::YearResult| {
                    value(FigureId::Plan(plan_figure, Some(year.year))) * year.discount.fraction()
                };
                let amount = match account_figure {
                    AccountFigure::Costs => sign * value(FigureId::Plan(plan_figure, None)),
                    AccountFigure::Npv => {
                        -sign * member.outcome.years[..years].iter().map(present).sum::<f64>()
                    }
                    _ => -sign * value(FigureId::Plan(plan_figure, None)),
                };
                (true, amount)
            }
        };
        let factor = if is_amount { price_conversion(year, member.inputs) } else { 1.0 };
        ScenarioContribution { member: index, count: member.count, factor, value }
    };
    with_initiatives().filter(|(_, member)| is_known(member)).map(contribution).collect()
}
