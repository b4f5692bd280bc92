//! The dekkingsplan (financing plan): the funders, the costs that each pays, and
//! until when.
//!
//! A funder pays an amount a year, or a share of that year's costs; either every
//! year (structural) or up to and with a year of the horizon. Costs that nobody pays
//! are uncovered, and belong to no party; payments beyond the costs are a surplus.
//! Uncovered costs and surplus are rows of their own. Amounts are in the scenario's prices
//! and equal in every year, since all years are in constant prices.
//!
//! In a full-effect year only the funders pay that pay for good: it is the year that
//! lasts. Funding that ends is visible in the years. Start-up costs are part of the
//! costs of year 1 only.
//!
//! ```
//! use rekenmodel::model::{Euro, evaluate};
//! use rekenmodel::scenario::Scenario;
//!
//! let text = r#"{ "plan": [
//!     { "label": "Gemeente", "party": "gemeente", "amount": 200000 },
//!     { "label": "Fonds", "party": "overig", "share": 0.25, "until": 2 } ] }"#;
//! let financing = evaluate(&Scenario::parse(text).unwrap().inputs()).financing.unwrap();
//! // 300,000 − 200,000 − a quarter of 300,000; without the quarter from year 3 on.
//! assert_eq!(financing.years[1].uncovered, Euro::new(25_000.0));
//! assert_eq!(financing.years[2].uncovered, Euro::new(100_000.0));
//! ```

mod plan;

use crate::model::costs::Costs;
pub use crate::model::financing::plan::FinancingPlan;
use crate::model::party::Party;
use crate::model::quantity::{Euro, Share};
use crate::model::years::YearResult;
use serde::Serialize;

/// The largest number of funders that a plan can have.
pub const MAX_FUNDERS: usize = 20;
/// Lowest and highest amount a year that a funder can pay, in euros.
pub const AMOUNT_LIMITS: (f64, f64) = (0.0, 1e9);
/// Lowest and highest share of a year's costs that a funder can pay.
pub const SHARE_LIMITS: (f64, f64) = (0.0, 1.0);
/// Lowest and highest year of the horizon that can be the last one in which a funder pays.
pub const LAST_YEAR_LIMITS: (f64, f64) = (1.0, 20.0);

/// Contribution of a funder in a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FunderContribution {
    /// Amount a year.
    Amount(Euro),
    /// Share of the costs of that year.
    Share(Share),
}

/// Period in which funders pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Full-effect year: the year that lasts, in which only funding for good is left.
    FullEffect,
    /// Year of the horizon, counted from 1.
    Year(u32),
}

/// A funder: an organisation, fund or person that pays some of the costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Funder {
    /// The name on screen, in the user's words; may be empty.
    pub label: String,
    /// Party that the funder counts as.
    pub party: Party,
    /// Contribution a year.
    pub pays: FunderContribution,
    /// The last year in which it pays; `None` where it pays every year.
    pub until: Option<u32>,
}

impl Funder {
    /// Returns whether the funder pays in this period.
    pub fn pays_in(&self, period: Period) -> bool {
        self.until.is_none_or(|last| match period {
            Period::FullEffect => false,
            Period::Year(year) => year <= last,
        })
    }

    /// Returns the payment in a period with these costs.
    fn payment(&self, period: Period, costs: Euro) -> Euro {
        match self.pays {
            _ if !self.pays_in(period) => Euro::ZERO,
            FunderContribution::Amount(amount) => amount,
            FunderContribution::Share(share) => costs * share,
        }
    }
}

/// The costs of a year that one party bears: a share of them plus an amount.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CostAllocation {
    /// Share of the costs of that year.
    pub share: Share,
    /// Amount that is added to that share.
    pub amount: Euro,
}

impl CostAllocation {
    /// Allocation of all costs.
    pub const ALL_COSTS: CostAllocation = CostAllocation { share: Share::ONE, amount: Euro::ZERO };

    /// Returns the allocated part of these costs.
    pub fn apply_to(self, costs: Euro) -> Euro {
        costs * self.share + self.amount
    }
}

/// Payment of one funder in a full-effect year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FunderPayment {
    /// Name; may be empty.
    pub label: String,
    /// Party that the funder counts as.
    pub party: Party,
    /// Amount that it pays; zero where it pays for some years only.
    pub pays: Euro,
}

/// One year of the plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlanYear {
    /// Counted from 1.
    pub year: u32,
    /// The costs of this year, start-up costs included in year 1.
    pub costs: Euro,
    /// Payment of each funder, in the order of the plan.
    pub pays: Vec<Euro>,
    /// Sum of the payments of the funders.
    #[serde(skip)]
    pub paid: Euro,
    /// Amount of the costs that nobody pays; at least zero.
    pub uncovered: Euro,
    /// Amount that is paid beyond the costs; at least zero.
    pub surplus: Euro,
}

/// The results of a plan: all payments, in a full-effect year and in each year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Financing {
    /// Every funder, in a full-effect year.
    pub funders: Vec<FunderPayment>,
    /// Costs of a full-effect year.
    pub costs: Euro,
    /// Sum of the payments in a full-effect year.
    #[serde(skip)]
    pub paid: Euro,
    /// Amount of the costs that nobody pays in a full-effect year; at least zero.
    pub uncovered: Euro,
    /// Amount that is paid beyond the costs of a full-effect year; at least zero.
    pub surplus: Euro,
    /// Every year of the horizon.
    pub years: Vec<PlanYear>,
}

/// Calculates the payments of a plan, from the costs of a full-effect year and of
/// each year.
pub fn financing(plan: &[Funder], costs: &Costs, years: &[YearResult]) -> Financing {
    let covered = |period: Period, costs: Euro| {
        let pays: Vec<Euro> = plan.iter().map(|funder| funder.payment(period, costs)).collect();
        let paid: Euro = pays.iter().copied().sum();
        let unpaid = unpaid(costs, &pays, paid);
        let (uncovered, surplus) = (unpaid.max(Euro::ZERO), (-unpaid).max(Euro::ZERO));
        let year = match period {
            Period::FullEffect => 0,
            Period::Year(year) => year,
        };
        PlanYear { year, costs, pays, paid, uncovered, surplus }
    };
    let full = covered(Period::FullEffect, costs.net);
    let payment = |(funder, pays): (&Funder, Euro)| FunderPayment {
        label: funder.label.clone(),
        party: funder.party,
        pays,
    };
    Financing {
        funders: plan.iter().zip(full.pays).map(payment).collect(),
        costs: costs.net,
        paid: full.paid,
        uncovered: full.uncovered,
        surplus: full.surplus,
        years: years.iter().map(|result| covered(Period::Year(result.year), result.costs)).collect(),
    }
}

/// Share of the largest amount up to which a difference between costs and payments
/// is only a rounding error: 10% + 20% + 70% must leave zero uncovered.
const ROUNDING_TOLERANCE: f64 = 1e-9;

/// Returns the costs that the funders do not pay; below zero where they pay more.
fn unpaid(costs: Euro, funders: &[Euro], paid: Euro) -> Euro {
    let size = |amount: &Euro| amount.euros().abs();
    let largest = funders.iter().map(size).fold(size(&costs), f64::max);
    let unpaid = costs - paid;
    if size(&unpaid) <= ROUNDING_TOLERANCE * largest { Euro::ZERO } else { unpaid }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{General, InputId, Inputs, Preset, evaluate};

    fn funder(party: Party, pays: FunderContribution, until: Option<u32>) -> Funder {
        Funder { label: String::new(), party, pays, until }
    }

    fn inputs_with_plan(plan: Vec<Funder>) -> Inputs {
        let mut inputs = Preset::Brochure.inputs();
        inputs.plan = FinancingPlan::new(plan);
        inputs
    }

    fn euros(amounts: &[Euro]) -> Vec<f64> {
        amounts.iter().map(|amount| amount.euros()).collect()
    }

    /// By hand: costs of 300,000 a year and 40,000 at the start; the gemeente
    /// pays 200,000, the insurer a tenth, a fund 80,000 for two years.
    #[test]
    fn a_plan_over_the_years() {
        let mut inputs = inputs_with_plan(vec![
            funder(Party::Gemeente, FunderContribution::Amount(Euro::new(200_000.0)), None),
            funder(Party::Zorgverzekeraar, FunderContribution::Share(Share::new(0.1)), None),
            funder(Party::Overig, FunderContribution::Amount(Euro::new(80_000.0)), Some(2)),
        ]);
        inputs.set(InputId::General(General::Startkosten), 40_000.0);
        let outcome = evaluate(&inputs);
        let found = outcome.financing.unwrap();
        assert_eq!(euros(&found.years[0].pays), [200_000.0, 34_000.0, 80_000.0]);
        let uncovered: Vec<f64> = found.years.iter().map(|year| year.uncovered.euros()).collect();
        assert_eq!(uncovered, [26_000.0, 0.0, 70_000.0, 70_000.0]);
        let surplus: Vec<f64> = found.years.iter().map(|year| year.surplus.euros()).collect();
        assert_eq!(surplus, [0.0, 10_000.0, 0.0, 0.0]);
        // In a full-effect year the fund does not pay any more.
        assert_eq!((found.uncovered.euros(), found.surplus.euros()), (70_000.0, 0.0));
        assert_eq!(outcome.parties.overig.costs.euros(), 0.0);
        let years = &outcome.parties.overig.projection.years;
        assert_eq!(
            years.iter().map(|year| year.costs.euros()).collect::<Vec<_>>(),
            [80_000.0, 80_000.0, 0.0, 0.0]
        );
        assert_eq!(outcome.parties.zorgverzekeraar.projection.years[0].costs.euros(), 34_000.0);
    }

    /// The shares of a plan are added up with a tolerance, as the shares of
    /// `financiering` are.
    #[test]
    fn rounding_leaves_nothing_uncovered() {
        let share = |party, share| funder(party, FunderContribution::Share(Share::new(share)), None);
        let plan = vec![share(Party::Gemeente, 0.1), share(Party::Rijk, 0.2), share(Party::Overig, 0.7)];
        let found = evaluate(&inputs_with_plan(plan)).financing.unwrap();
        assert_eq!((found.uncovered, found.surplus), (Euro::ZERO, Euro::ZERO));
        assert!(found.years.iter().all(|year| year.uncovered == Euro::ZERO && year.surplus == Euro::ZERO));
    }

    #[test]
    fn without_a_plan_the_shares_of_the_financing_apply() {
        let outcome = evaluate(&Preset::Brochure.inputs());
        assert_eq!((outcome.financing, outcome.parties.gemeente.costs.euros()), (None, 300_000.0));
    }
}
