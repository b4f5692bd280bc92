//! The whole calculation: from inputs to an outcome that contains every step.
//!
//! Serialised, an [`Outcome`] is the public JSON of `evaluate`. It leaves out the steps
//! that only the page needs, to explain its figures.

use crate::model::break_even::{BreakEven, Ratio, break_even};
use crate::model::costs::{Costs, costs};
use crate::model::financing::{CostAllocation, Financing};
use crate::model::inputs::Inputs;
use crate::model::lines::SavingKind;
use crate::model::parameters::General;
use crate::model::party::PerParty;
use crate::model::price;
use crate::model::quantity::{Count, Euro, EuroPer};
use crate::model::savings::{Saving, savings};
use crate::model::years::{Payback, Projection, YearResult, project};
use serde::Serialize;

/// Version of the JSON form of an outcome.
pub const SCHEMA: u32 = 1;

/// Figures of all parties together: transfers count, and savings count whether or not they
/// are cashable.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TotalFigures {
    /// Net value of the counted savings and transfers.
    pub savings: Euro,
    /// The saldo: savings less costs.
    pub net: Euro,
    /// The saldo per visitor.
    pub net_per_visitor: EuroPer,
    /// Savings divided by costs.
    pub coverage: Ratio,
    /// Counted savings and transfers that free no money in any budget. Without a
    /// dekkingsplan, this is the saldo less the sum of the parties' saldi.
    pub not_cashable: Euro,
}

/// Costs and savings of one party, or of society as a whole.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ledger {
    /// Costs of a full-effect year.
    pub costs: Euro,
    /// Savings of a full-effect year.
    pub savings: Euro,
    /// Savings less costs.
    pub net: Euro,
    /// Net present value over the horizon, start-up costs included.
    pub npv: Euro,
    /// The years of the horizon, from which `npv` is calculated.
    #[serde(skip)]
    pub projection: Projection,
}

/// Outcome of one scenario: everything that is calculated.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Outcome {
    /// Version of this JSON form, [`SCHEMA`].
    pub schema: u32,
    /// Factor that 2016 prices were multiplied by.
    pub price_factor: f64,
    /// Costs of a full-effect year.
    pub costs: Costs,
    /// Every savings line, counted or not.
    pub savings: Vec<Saving>,
    /// Figures of all parties together.
    pub total: TotalFigures,
    /// Ledger of each party, with only the cashable share of the savings.
    pub parties: PerParty<Ledger>,
    /// Ledger of society: without transfers, and with lines of the kind `welvaart`. Savings
    /// count whether or not they are cashable.
    pub society: Ledger,
    /// The years, all parties together.
    pub years: Vec<YearResult>,
    /// Net present value, all parties together.
    pub npv: Euro,
    /// The payback year, all parties together.
    pub payback_year: Payback,
    /// The gap between costs and savings, in a full-effect year without start-up costs.
    pub break_even: BreakEven,
    /// The dekkingsplan, where there is one. Costs that it leaves uncovered are in
    /// no party's ledger.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub financing: Option<Financing>,
}

/// Returns the saldo of a full-effect year, by the same arithmetic as [`evaluate`].
pub fn saldo(inputs: &Inputs) -> Euro {
    let (saved, costs) = savings_and_costs(inputs);
    saved - costs
}

/// Returns the counted savings and the net costs of a full-effect year.
pub(super) fn savings_and_costs(inputs: &Inputs) -> (Euro, Euro) {
    (total_savings(&savings(inputs)), costs(inputs).net)
}

fn total_savings(savings: &[Saving]) -> Euro {
    counted(savings, SavingKind::counts_for_payers).map(|saving| saving.net).sum()
}

fn counted(savings: &[Saving], includes: impl Fn(SavingKind) -> bool) -> impl Iterator<Item = &Saving> {
    savings.iter().filter(move |saving| saving.counted && includes(saving.kind))
}

/// Calculates the outcome of a scenario. The inputs must have no issues; then every figure is
/// a finite number.
pub fn evaluate(inputs: &Inputs) -> Outcome {
    let costs = costs(inputs);
    let savings = savings(inputs);
    let visitors = Count::new(inputs.general(General::Bezoekers));

    let saved = total_savings(&savings);
    let not_cashable: Euro =
        counted(&savings, SavingKind::counts_for_payers).map(|saving| saving.net - saving.cashable).sum();
    let net = saved - costs.net;
    let total = TotalFigures {
        savings: saved,
        net,
        net_per_visitor: net / visitors,
        coverage: Ratio::savings_per_costs(saved, costs.net),
        not_cashable,
    };

    let parties = PerParty::from_fn(|party| {
        let saved = counted(&savings, |_| true).map(|saving| *saving.parties.get(party)).sum();
        ledger(inputs, &costs, saved, &|year| inputs.cost_allocation(party, year))
    });
    let for_society = counted(&savings, SavingKind::counts_for_society).map(|saving| saving.net).sum();
    let all = |_| CostAllocation::ALL_COSTS;
    let society = ledger(inputs, &costs, for_society, &all);
    let Projection { years, npv, payback } = project(inputs, &costs, saved, &all);
    let break_even = break_even(&costs, saved, &savings, visitors);
    let financing = inputs.plan.financing(&costs, &years);

    Outcome {
        schema: SCHEMA,
        price_factor: price::factor(inputs.year()),
        costs,
        savings,
        total,
        parties,
        society,
        years,
        npv,
        payback_year: payback,
        break_even,
        financing,
    }
}

/// Calculates one ledger from all costs, the ledger's savings, and its allocation
/// of the costs in each year. A full-effect year is allocated as year 1 is, in
/// which every funder of a plan pays.
fn ledger(
    inputs: &Inputs,
    all_costs: &Costs,
    savings: Euro,
    allocation: &dyn Fn(u32) -> CostAllocation,
) -> Ledger {
    let CostAllocation { share, amount } = allocation(1);
    let costs = all_costs.net * share + amount;
    let projection = project(inputs, all_costs, savings, allocation);
    Ledger { costs, savings, net: savings - costs, npv: projection.npv, projection }
}
