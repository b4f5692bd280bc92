//! A zelfregienetwerk: initiatives added up, so many of each scenario.
//!
//! Everything is summed in prices of one year, the latest that a scenario is
//! in, over the years that all of them look ahead. What it says of uncertainty
//! follows from the simulation of each scenario: where the initiatives are
//! independent their variances add up; where they are fully correlated their
//! standard deviations do. The truth lies between.
//!
//! ```
//! use rekenmodel::model::{Preset, evaluate};
//! use rekenmodel::network::{NetworkMember, sum};
//!
//! let inputs = Preset::Brochure.inputs();
//! let outcome = evaluate(&inputs);
//! let national = sum(&[NetworkMember { inputs: &inputs, outcome: &outcome, count: 31 }]).unwrap();
//! assert_eq!((national.visitors, national.costs), (15_500.0, 9_300_000.0));
//! ```

pub mod contributions;
mod distribution;

pub use crate::network::distribution::{NetworkDistribution, NetworkSpread, network_distribution};

use crate::model::financing::PlanYear;
use crate::model::party::PerParty;
use crate::model::{Euro, General, Inputs, Outcome, Party, price};

/// Scenario in a network, with its number of initiatives.
pub struct NetworkMember<'a> {
    /// Inputs of the scenario.
    pub inputs: &'a Inputs,
    /// Outcome of the scenario.
    pub outcome: &'a Outcome,
    /// Number of initiatives.
    pub count: u32,
}

/// Costs, savings and net present value of a ledger, in euros.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct NetworkLedger {
    /// Costs of a full-effect year.
    pub costs: f64,
    /// Savings of a full-effect year.
    pub savings: f64,
    /// Net present value over the years that all look ahead.
    pub npv: f64,
}

impl NetworkLedger {
    /// Savings less costs.
    pub fn net(self) -> f64 {
        self.savings - self.costs
    }
}

/// One year of the network, in euros.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct NetworkYear {
    /// Costs in this year.
    pub costs: f64,
    /// Savings in this year.
    pub savings: f64,
    /// The sum of savings less costs up to and with this year.
    pub cumulative: f64,
    /// Costs that nobody pays in this year, by the scenarios' dekkingsplannen.
    pub uncovered: f64,
}

/// A network as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    /// Number of initiatives.
    pub initiatives: u32,
    /// Price year of the amounts.
    pub year: i32,
    /// People who use an initiative at least once in a year, each counted for
    /// each initiative that they use.
    pub visitors: f64,
    /// Paid staff, of the initiatives whose costs are calculated by budget.
    pub fte: f64,
    /// Volunteers, of the same.
    pub volunteers: f64,
    /// Net costs of a full-effect year.
    pub costs: f64,
    /// Figured savings of a full-effect year.
    pub savings: f64,
    /// Costs and savings of a full-effect year of each scenario of which there
    /// are initiatives, all of them together; these sum to the network's.
    pub parts: Vec<(f64, f64)>,
    /// Savings that free no money in anyone's budget.
    pub not_cashable: f64,
    /// Ledger 1, per party.
    pub parties: PerParty<NetworkLedger>,
    /// Beside the parties: costs that nobody pays by the scenarios'
    /// dekkingsplannen. With those of the parties and of the surplus they sum
    /// to all costs.
    pub uncovered: NetworkLedger,
    /// Costs that these pay beyond the costs, as costs below zero.
    pub surplus: NetworkLedger,
    /// Tells whether a scenario has a dekkingsplan.
    pub planned: bool,
    /// Ledger 2, of society.
    pub society: NetworkLedger,
    /// The years that all look ahead.
    pub years: Vec<NetworkYear>,
    /// Net present value over these years.
    pub npv: f64,
    /// Tells whether some look ahead further.
    pub shortened: bool,
}

impl Network {
    /// Savings less costs.
    pub fn net(&self) -> f64 {
        self.savings - self.costs
    }

    /// Savings as a part of the costs; none unless both are above zero.
    pub fn coverage(&self) -> Option<f64> {
        (self.costs > 0.0 && self.savings > 0.0).then(|| self.savings / self.costs)
    }

    /// The visitors as a part of these inhabitants.
    pub fn reach(&self, inhabitants: f64) -> Option<f64> {
        (inhabitants > 0.0).then(|| self.visitors / inhabitants)
    }
}

/// Adds them up; none where there is no initiative at all.
pub fn sum(members: &[NetworkMember]) -> Option<Network> {
    let members: Vec<&NetworkMember> = members.iter().filter(|member| member.count > 0).collect();
    let year = members.iter().map(|member| member.inputs.year()).max()?;
    let horizons = members.iter().map(|member| member.outcome.years.len());
    let (shortest, longest) = (horizons.clone().min()?, horizons.max()?);
    let mut all = Network {
        initiatives: 0,
        year,
        visitors: 0.0,
        fte: 0.0,
        volunteers: 0.0,
        costs: 0.0,
        savings: 0.0,
        parts: Vec::with_capacity(members.len()),
        not_cashable: 0.0,
        parties: PerParty::default(),
        uncovered: NetworkLedger::default(),
        surplus: NetworkLedger::default(),
        planned: false,
        society: NetworkLedger::default(),
        years: vec![NetworkYear::default(); shortest],
        npv: 0.0,
        shortened: shortest < longest,
    };
    for NetworkMember { inputs, outcome, count } in members {
        let many = f64::from(*count);
        let times = many * factor(year, inputs);
        all.initiatives += count;
        all.visitors += many * inputs.general(General::Bezoekers);
        if inputs.basis == crate::model::CostBasis::Begroting {
            all.fte += many * inputs.general(General::Fte);
            all.volunteers += many * inputs.general(General::Vrijwilligers);
        }
        let part = (times * outcome.costs.net.euros(), times * outcome.total.savings.euros());
        all.costs += part.0;
        all.savings += part.1;
        all.parts.push(part);
        all.not_cashable += times * outcome.total.not_cashable.euros();
        if let Some(plan) = &outcome.financing {
            all.planned = true;
            let rest = |to: NetworkLedger, whole: Euro, of: &dyn Fn(&PlanYear) -> Euro| {
                let years = plan.years.iter().zip(&outcome.years[..shortest]);
                let present = years.map(|(plan, year)| (of(plan) * year.discount).euros());
                NetworkLedger {
                    costs: to.costs + times * whole.euros(),
                    npv: to.npv - times * present.sum::<f64>(),
                    ..to
                }
            };
            all.uncovered = rest(all.uncovered, plan.uncovered, &|year| year.uncovered);
            all.surplus = rest(all.surplus, -plan.surplus, &|year| -year.surplus);
            for (to, from) in all.years.iter_mut().zip(&plan.years) {
                to.uncovered += times * from.uncovered.euros();
            }
        }
        let ledger = |to: NetworkLedger, from: &crate::model::outcome::Ledger| NetworkLedger {
            costs: to.costs + times * from.costs.euros(),
            savings: to.savings + times * from.savings.euros(),
            npv: to.npv + times * present(&from.projection.years[..shortest]),
        };
        let before = all.parties;
        all.parties =
            PerParty::from_fn(|party: Party| ledger(*before.get(party), outcome.parties.get(party)));
        all.society = ledger(all.society, &outcome.society);
        for (to, from) in all.years.iter_mut().zip(&outcome.years) {
            to.costs += times * from.costs.euros();
            to.savings += times * from.savings.euros();
            to.cumulative += times * from.cumulative.euros();
        }
        all.npv += times * present(&outcome.years[..shortest]);
    }
    Some(all)
}

/// Returns what an amount of these inputs is in prices of this year, times what it
/// was.
pub fn factor(year: i32, inputs: &Inputs) -> f64 {
    price::factor(year) / price::factor(inputs.year())
}

fn present(years: &[crate::model::years::YearResult]) -> f64 {
    years.iter().map(|year| year.present.euros()).sum()
}

#[cfg(test)]
mod tests;
