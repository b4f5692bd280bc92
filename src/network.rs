//! A network of initiatives (zelfregienetwerk): the sum of a number of initiatives of each
//! scenario.
//!
//! All amounts are converted to the latest price year of the scenarios. Years and net present
//! values are only of the years that are within the horizon of every scenario. The
//! uncertainty follows from the simulation of each scenario, under two extreme assumptions:
//! for independent initiatives the variances are summed, for fully correlated ones the
//! standard deviations. The truth lies between the two results.
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

pub use crate::network::distribution::{MemberSpread, NetworkDistribution, network_distribution};

use crate::model::financing::PlanYear;
use crate::model::party::PerParty;
use crate::model::{Euro, General, Inputs, Line, Outcome, Party};

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
    /// Net present value over the years of the network.
    pub npv: f64,
}

impl NetworkLedger {
    /// Returns savings less costs.
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
    /// Savings less costs, summed up to and including this year.
    pub cumulative: f64,
    /// Uncovered costs in this year, according to the dekkingsplannen of the scenarios.
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
    /// Volunteers of the initiatives whose costs are calculated by budget.
    pub volunteers: f64,
    /// Net costs of a full-effect year.
    pub costs: f64,
    /// Counted savings of a full-effect year: those that are not p.m.
    pub savings: f64,
    /// Costs (the first) and savings (the second) of a full-effect year of all initiatives of
    /// each scenario; scenarios without initiatives are left out. They sum to `costs` and
    /// `savings`.
    pub scenario_totals: Vec<(f64, f64)>,
    /// Savings that free no money in anyone's budget.
    pub not_cashable: f64,
    /// Ledger of each party, with only the cashable share of the savings.
    pub parties: PerParty<NetworkLedger>,
    /// Uncovered costs according to the dekkingsplannen of the scenarios, which are in no
    /// party's ledger. The costs of the parties, the uncovered costs and the surplus sum to
    /// all costs.
    pub uncovered: NetworkLedger,
    /// Payments of the dekkingsplannen beyond the costs, as negative costs.
    pub surplus: NetworkLedger,
    /// Whether a scenario has a dekkingsplan.
    pub has_plan: bool,
    /// Ledger of society, in which transfers drop out and welfare counts.
    pub society: NetworkLedger,
    /// Whether a scenario counts quality of life, so that it is in society's ledger.
    pub counts_quality_of_life: bool,
    /// The years that are within the horizon of every scenario.
    pub years: Vec<NetworkYear>,
    /// Net present value over `years`.
    pub npv: f64,
    /// Whether some scenario has a longer horizon.
    pub is_shortened: bool,
}

impl Network {
    /// Returns savings less costs.
    pub fn net(&self) -> f64 {
        self.savings - self.costs
    }

    /// Returns savings divided by costs; `None` unless both are above zero.
    pub fn coverage(&self) -> Option<f64> {
        (self.costs > 0.0 && self.savings > 0.0).then(|| self.savings / self.costs)
    }

    /// Returns the visitors as a share of a number of inhabitants; `None` where that is zero.
    pub fn reach(&self, inhabitants: f64) -> Option<f64> {
        (inhabitants > 0.0).then(|| self.visitors / inhabitants)
    }
}

/// Sums the initiatives of all members; `None` where there are none.
pub fn sum(members: &[NetworkMember]) -> Option<Network> {
    let members: Vec<&NetworkMember> = members.iter().filter(|member| member.count > 0).collect();
    let year = members.iter().map(|member| member.inputs.year()).max()?;
    let horizons = members.iter().map(|member| member.outcome.years.len());
    let (shortest, longest) = (horizons.clone().min()?, horizons.max()?);
    let mut network = Network {
        initiatives: 0,
        year,
        visitors: 0.0,
        fte: 0.0,
        volunteers: 0.0,
        costs: 0.0,
        savings: 0.0,
        scenario_totals: Vec::with_capacity(members.len()),
        not_cashable: 0.0,
        parties: PerParty::default(),
        uncovered: NetworkLedger::default(),
        surplus: NetworkLedger::default(),
        has_plan: false,
        society: NetworkLedger::default(),
        counts_quality_of_life: false,
        years: vec![NetworkYear::default(); shortest],
        npv: 0.0,
        is_shortened: shortest < longest,
    };
    for NetworkMember { inputs, outcome, count } in members {
        let initiatives = f64::from(*count);
        let times = initiatives * price_conversion(year, inputs);
        network.initiatives += count;
        network.visitors += initiatives * inputs.general(General::Bezoekers);
        if inputs.basis == crate::model::CostBasis::Begroting {
            network.fte += initiatives * inputs.general(General::Fte);
            network.volunteers += initiatives * inputs.general(General::Vrijwilligers);
        }
        let scenario_total = (times * outcome.costs.net.euros(), times * outcome.total.savings.euros());
        network.costs += scenario_total.0;
        network.savings += scenario_total.1;
        network.scenario_totals.push(scenario_total);
        network.not_cashable += times * outcome.total.not_cashable.euros();
        if let Some(plan) = &outcome.financing {
            network.has_plan = true;
            let add_plan_amount = |to: NetworkLedger, amount: Euro, in_year: &dyn Fn(&PlanYear) -> Euro| {
                let years = plan.years.iter().zip(&outcome.years[..shortest]);
                let present = years.map(|(plan, year)| (in_year(plan) * year.discount).euros());
                NetworkLedger {
                    costs: to.costs + times * amount.euros(),
                    npv: to.npv - times * present.sum::<f64>(),
                    ..to
                }
            };
            network.uncovered = add_plan_amount(network.uncovered, plan.uncovered, &|year| year.uncovered);
            network.surplus = add_plan_amount(network.surplus, -plan.surplus, &|year| -year.surplus);
            for (to, from) in network.years.iter_mut().zip(&plan.years) {
                to.uncovered += times * from.uncovered.euros();
            }
        }
        let add_ledger = |to: NetworkLedger, from: &crate::model::outcome::Ledger| NetworkLedger {
            costs: to.costs + times * from.costs.euros(),
            savings: to.savings + times * from.savings.euros(),
            npv: to.npv + times * present_value(&from.projection.years[..shortest]),
        };
        let before = network.parties;
        network.parties =
            PerParty::from_fn(|party: Party| add_ledger(*before.get(party), outcome.parties.get(party)));
        network.society = add_ledger(network.society, &outcome.society);
        network.counts_quality_of_life |= outcome.savings[Line::KwaliteitVanLeven as usize].counted;
        for (to, from) in network.years.iter_mut().zip(&outcome.years) {
            to.costs += times * from.costs.euros();
            to.savings += times * from.savings.euros();
            to.cumulative += times * from.cumulative.euros();
        }
        network.npv += times * present_value(&outcome.years[..shortest]);
    }
    Some(network)
}

/// Returns the factor that converts amounts of these inputs to prices of a year.
pub fn price_conversion(year: i32, inputs: &Inputs) -> f64 {
    inputs.prices().conversion_to(year)
}

/// Returns the sum of the present values of these years, in euros.
fn present_value(years: &[crate::model::years::YearResult]) -> f64 {
    years.iter().map(|year| year.present.euros()).sum()
}

#[cfg(test)]
mod tests;
