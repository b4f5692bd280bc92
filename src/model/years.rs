//! The years of the horizon: costs, savings, cumulative saldo and present value. All
//! amounts are in constant prices, so they are no nominal budget.

use crate::model::bijstand_budget;
use crate::model::costs::Costs;
use crate::model::financing::{CostAllocation, Period};
use crate::model::inputs::{Inputs, Phase};
use crate::model::parameters::General;
use crate::model::quantity::{Euro, Share};
use serde::{Serialize, Serializer};

/// One year, with its steps.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct YearResult {
    /// 1 is the first year, and the base year of discounting.
    pub year: u32,
    /// The share of the full effect that is reached.
    pub ramp: Share,
    /// Real growth of costs up to this year, as a factor.
    #[serde(skip)]
    pub cost_growth: Share,
    /// Real growth of savings up to this year, as a factor.
    #[serde(skip)]
    pub saving_growth: Share,
    /// Costs in this year, start-up costs included in year 1.
    pub costs: Euro,
    /// Amount that a budget takes off the savings of this year, because it follows
    /// those of two years before; below zero for the Rijk, which gains it.
    #[serde(skip)]
    pub followed: Euro,
    /// Savings in this year.
    pub savings: Euro,
    /// Savings less costs.
    pub net: Euro,
    /// The sum of `net` up to and with this year, undiscounted.
    pub cumulative: Euro,
    /// The discount factor; 1 in year 1.
    pub discount: Share,
    /// The discounted `net`.
    pub present: Euro,
}

/// Year in which the cumulative saldo reaches zero and does not fall below it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payback {
    /// First year from which it stays at or above zero, up to the horizon.
    Year(u32),
    /// No such year within the horizon.
    NotWithinHorizon,
}

impl Serialize for Payback {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Payback::Year(year) => serializer.serialize_some(year),
            Payback::NotWithinHorizon => serializer.serialize_none(),
        }
    }
}

/// Projection of one ledger over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    /// Every year of the horizon.
    pub years: Vec<YearResult>,
    /// Net present value: the sum of the discounted saldi.
    pub npv: Euro,
    /// The payback year.
    pub payback: Payback,
}

/// Rounding can leave a cumulative saldo that should be zero slightly below it. For
/// the payback year, this share of the largest yearly amount still counts as zero.
const ROUNDING: f64 = 1e-12;

/// Savings of a ledger in a full-effect year, before and after the bijstand budget.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LedgerSavings {
    /// Savings before the bijstand budget follows them.
    pub before_budget: Euro,
    /// Amount of them that the budget follows two years later; below zero for the
    /// Rijk, which gains it.
    pub followed: Euro,
    /// Savings after the budget followed them.
    pub after_budget: Euro,
}

impl LedgerSavings {
    /// Returns savings that no budget follows.
    pub fn without_budget(savings: Euro) -> LedgerSavings {
        LedgerSavings { before_budget: savings, followed: Euro::ZERO, after_budget: savings }
    }
}

/// Projects one ledger over the years of the horizon. `allocation` gives the costs that
/// the ledger bears in each period; `savings` are its savings in a full-effect year.
pub fn project(
    inputs: &Inputs,
    all_costs: &Costs,
    savings: LedgerSavings,
    allocation: &dyn Fn(Period) -> CostAllocation,
) -> Projection {
    let horizon = inputs.general(General::Horizon) as u32;
    let cost_step = 1.0 + inputs.general(General::Kostenstijging);
    let saving_step = 1.0 + inputs.general(General::Batenstijging);
    let discount_step = 1.0 / (1.0 + inputs.general(General::Discontovoet));
    // Plain multiplication: `powi` differs between platforms.
    let (mut cost_growth, mut saving_growth, mut discount) = (1.0, 1.0, 1.0);
    let (mut cumulative, mut npv, mut largest) = (Euro::ZERO, Euro::ZERO, 0.0_f64);
    let mut years: Vec<YearResult> = Vec::with_capacity(horizon as usize);
    for year in 1..=horizon {
        let ramp = Share::new(ramp(inputs, year));
        let CostAllocation { share, amount } = allocation(Period::Year(year));
        let start_up = if year == 1 { all_costs.start_up * share } else { Euro::ZERO };
        let costs = all_costs.net * share * Share::new(cost_growth) + start_up + amount;
        let earlier =
            year.checked_sub(bijstand_budget::DELAY + 1).and_then(|index| years.get(index as usize));
        let followed =
            earlier.map_or(Euro::ZERO, |result| savings.followed * result.ramp * result.saving_growth);
        let savings = savings.before_budget * ramp * Share::new(saving_growth) - followed;
        let net = savings - costs;
        let present = net * Share::new(discount);
        cumulative = cumulative + net;
        npv = npv + present;
        largest = largest.max(costs.euros().abs()).max(savings.euros().abs());
        years.push(YearResult {
            year,
            ramp,
            cost_growth: Share::new(cost_growth),
            saving_growth: Share::new(saving_growth),
            costs,
            followed,
            savings,
            net,
            cumulative,
            discount: Share::new(discount),
            present,
        });
        cost_growth *= cost_step;
        saving_growth *= saving_step;
        discount *= discount_step;
    }
    let below = -ROUNDING * largest;
    let last_below = years.iter().rposition(|year| year.cumulative.euros() < below);
    let payback = match last_below {
        None => Payback::Year(1),
        Some(last) if last + 1 < years.len() => Payback::Year(years[last + 1].year),
        Some(_) => Payback::NotWithinHorizon,
    };
    Projection { years, npv, payback }
}

/// Returns the share of the full effect in a year, counted from 1: 100% for an existing
/// initiative, and for a new one from year 3 on.
pub fn ramp(inputs: &Inputs, year: u32) -> f64 {
    match (inputs.phase, year) {
        (Phase::Nieuw, 1) => inputs.general(General::IngroeiJaar1),
        (Phase::Nieuw, 2) => inputs.general(General::IngroeiJaar2),
        (Phase::Nieuw | Phase::Bestaand, _) => 1.0,
    }
}
