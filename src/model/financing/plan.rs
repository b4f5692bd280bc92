//! The list of funders in scenarios and inputs.

use crate::model::costs::Costs;
use crate::model::financing::{
    AMOUNT_LIMITS, CostAllocation, Financing, Funder, FunderContribution, Period, financing,
};
use crate::model::issue::{Issue, Problem};
use crate::model::parameter::Unit;
use crate::model::party::Party;
use crate::model::quantity::{Euro, Share};
use crate::model::years::YearResult;
use std::ops::Deref;

/// List of the funders, in the user's order. An empty list is no plan: then the
/// shares of `financiering` apply.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FinancingPlan(Vec<Funder>);

impl FinancingPlan {
    /// Makes a plan of these funders.
    pub fn new(funders: Vec<Funder>) -> FinancingPlan {
        FinancingPlan(funders)
    }

    /// Returns the costs that the funders of a party bear together in a period; `None`
    /// without a plan.
    pub fn cost_allocation(&self, party: Party, period: Period) -> Option<CostAllocation> {
        if self.is_empty() {
            return None;
        }
        let mut allocation = CostAllocation::default();
        for funder in self.iter().filter(|funder| funder.party == party && funder.pays_in(period)) {
            match funder.pays {
                FunderContribution::Amount(amount) => allocation.amount = allocation.amount + amount,
                FunderContribution::Share(share) => {
                    allocation.share = Share::new(allocation.share.fraction() + share.fraction())
                }
            }
        }
        Some(allocation)
    }

    /// Calculates the payments, from the costs of a full-effect year and of each
    /// year; `None` without a plan.
    pub fn financing(&self, costs: &Costs, years: &[YearResult]) -> Option<Financing> {
        (!self.is_empty()).then(|| financing(self, costs, years))
    }

    /// Lists the amounts that are out of limits, such as after a change of the
    /// price year. Everything else is checked when a plan is read or typed.
    pub fn issues(&self, format_number: fn(f64) -> String) -> Vec<Issue> {
        let issue = |(index, funder): (usize, &Funder)| {
            let FunderContribution::Amount(amount) = funder.pays else { return None };
            let ((low, high), amount) = (AMOUNT_LIMITS, amount.euros());
            let problem = Problem::OutOfLimits { low, high, unit: Unit::Euro };
            let outside = !(low..=high).contains(&amount);
            outside.then(|| Issue::new(format!("plan[{index}].amount"), format_number(amount), problem))
        };
        self.iter().enumerate().filter_map(issue).collect()
    }

    /// Makes a copy of the plan in which every amount is changed by a function.
    pub fn map_amounts(&self, mut change: impl FnMut(&mut f64)) -> FinancingPlan {
        let mut funders = self.0.clone();
        for funder in &mut funders {
            if let FunderContribution::Amount(amount) = &mut funder.pays {
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
