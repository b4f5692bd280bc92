//! The list of funders, as scenarios and inputs hold it.

use crate::model::costs::Costs;
use crate::model::financing::{AMOUNTS, Financing, Funder, Load, Pays, financing};
use crate::model::issue::{Issue, Problem};
use crate::model::parameter::Unit;
use crate::model::party::Party;
use crate::model::quantity::{Euro, Share};
use crate::model::years::Year;
use std::ops::Deref;

/// List of the funders, in the user's order. An empty list is no plan: then the
/// shares of `financiering` hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FinancingPlan(Vec<Funder>);

impl FinancingPlan {
    /// Makes a plan of these funders.
    pub fn new(funders: Vec<Funder>) -> FinancingPlan {
        FinancingPlan(funders)
    }

    /// Adds up what the funders of a party bear in a year, counted from 1; none
    /// without a plan.
    pub fn load(&self, party: Party, year: u32) -> Option<Load> {
        if self.is_empty() {
            return None;
        }
        let mut load = Load::default();
        for funder in self.iter().filter(|funder| funder.party == party && funder.pays_in(year)) {
            match funder.pays {
                Pays::Amount(amount) => load.amount = load.amount + amount,
                Pays::Share(share) => load.share = Share::new(load.share.fraction() + share.fraction()),
            }
        }
        Some(load)
    }

    /// Calculates the plan against these costs; none without a plan.
    pub fn financing(&self, costs: &Costs, years: &[Year]) -> Option<Financing> {
        (!self.is_empty()).then(|| financing(self, costs, years))
    }

    /// Lists the amounts that are out of limits, such as after a change of the
    /// price year. Reading and typing check everything else.
    pub fn issues(&self, written: fn(f64) -> String) -> Vec<Issue> {
        let issue = |(place, funder): (usize, &Funder)| {
            let Pays::Amount(amount) = funder.pays else { return None };
            let ((low, high), amount) = (AMOUNTS, amount.euros());
            let problem = Problem::OutOfLimits { low, high, unit: Unit::Euro };
            let outside = !(low..=high).contains(&amount);
            outside.then(|| Issue::new(format!("plan[{place}].amount"), written(amount), problem))
        };
        self.iter().enumerate().filter_map(issue).collect()
    }

    /// Makes a copy of the plan in which every amount is changed by a function.
    pub fn map_amounts(&self, mut change: impl FnMut(&mut f64)) -> FinancingPlan {
        let mut funders = self.0.clone();
        for funder in &mut funders {
            if let Pays::Amount(amount) = &mut funder.pays {
                let mut euros = amount.euros();
                change(&mut euros);
                *amount = Euro::new(euros);
            }
        }
        FinancingPlan(funders)
    }
}

impl Deref for FinancingPlan {
    type Target = [Funder];

    fn deref(&self) -> &[Funder] {
        &self.0
    }
}
