//! The whole calculation: from inputs to an outcome that contains every step.
//!
//! Serialised, an [`Outcome`] is the public JSON of `evaluate`. It leaves out the steps
//! that only the page needs, to explain its figures.

use crate::model::bijstand_budget::followed_share;
use crate::model::break_even::{BreakEven, Ratio, break_even};
use crate::model::costs::{Costs, costs};
use crate::model::financing::{CostAllocation, Financing, Period};
use crate::model::inputs::Inputs;
use crate::model::lines::SavingKind;
use crate::model::parameters::General;
use crate::model::party::{Party, PerParty};
use crate::model::perspective::{PerPerspective, Perspective};
use crate::model::quantity::{Count, Euro, EuroPer, Share};
use crate::model::savings::{Saving, savings};
use crate::model::years::{LedgerSavings, Payback, Projection, YearResult, project};
use serde::Serialize;

/// Version of the JSON form of an outcome.
pub const SCHEMA: u32 = 2;

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
    /// Savings before the bijstand budget follows them, and the part it follows.
    #[serde(skip)]
    pub budget: LedgerSavings,
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
    /// Share of a bijstand saving that the gemeente's budget follows.
    #[serde(skip)]
    pub followed_share: Share,
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

impl Outcome {
    /// Returns the saldo of a full-effect year in a perspective.
    pub fn saldo(&self, perspective: Perspective) -> Euro {
        match perspective {
            Perspective::Partijen => self.total.net,
            Perspective::Gemeente => self.parties.gemeente.net,
            Perspective::Samenleving => self.society.net,
        }
    }

    /// Returns the costs of a full-effect year in a perspective.
    pub fn costs_of(&self, perspective: Perspective) -> Euro {
        match perspective {
            Perspective::Partijen => self.costs.net,
            Perspective::Gemeente => self.parties.gemeente.costs,
            Perspective::Samenleving => self.society.costs,
        }
    }

    /// Returns the savings of a full-effect year in a perspective.
    pub fn savings_of(&self, perspective: Perspective) -> Euro {
        match perspective {
            Perspective::Partijen => self.total.savings,
            Perspective::Gemeente => self.parties.gemeente.savings,
            Perspective::Samenleving => self.society.savings,
        }
    }

    /// Returns whether welfare is part of [`Outcome::savings_of`] a perspective: it counts for
    /// society alone, and is no saving.
    pub fn counts_welfare(&self, perspective: Perspective) -> bool {
        let is_welfare = |line: &Saving| line.counted && line.kind == SavingKind::Welvaart;
        perspective == Perspective::Samenleving
            && self.savings.iter().any(|line| is_welfare(line) && line.net != Euro::ZERO)
    }

    /// Returns the net present value in a perspective.
    pub fn npv(&self, perspective: Perspective) -> Euro {
        match perspective {
            Perspective::Partijen => self.npv,
            Perspective::Gemeente => self.parties.gemeente.npv,
            Perspective::Samenleving => self.society.npv,
        }
    }
}

/// Returns the saldo of a full-effect year in a perspective, by the same arithmetic
/// as [`evaluate`].
pub fn saldo(inputs: &Inputs, perspective: Perspective) -> Euro {
    let (savings, costs) = (savings(inputs), costs(inputs).net);
    match perspective {
        Perspective::Partijen => total_savings(&savings) - costs,
        Perspective::Gemeente => {
            let allocation = inputs.cost_allocation(Party::Gemeente, Period::FullEffect);
            party_savings(&savings, Party::Gemeente).after_budget - allocation.apply_to(costs)
        }
        Perspective::Samenleving => society_savings(&savings) - costs,
    }
}

/// Returns the counted savings and the net costs of a full-effect year.
pub(super) fn savings_and_costs(inputs: &Inputs) -> (Euro, Euro) {
    (total_savings(&savings(inputs)), costs(inputs).net)
}

fn total_savings(savings: &[Saving]) -> Euro {
    counted(savings, SavingKind::counts_for_payers).map(|saving| saving.net).sum()
}

fn society_savings(savings: &[Saving]) -> Euro {
    counted(savings, SavingKind::counts_for_society).map(|saving| saving.net).sum()
}

/// Returns the cashable savings of a party on all counted lines.
fn party_savings(savings: &[Saving], party: Party) -> LedgerSavings {
    let after: Euro = counted(savings, |_| true).map(|saving| *saving.parties.get(party)).sum();
    let followed: Euro = counted(savings, |_| true).map(|saving| saving.followed).sum();
    match party {
        Party::Gemeente => LedgerSavings { before_budget: after + followed, followed, after_budget: after },
        Party::Rijk => {
            LedgerSavings { before_budget: after - followed, followed: -followed, after_budget: after }
        }
        Party::Zorgverzekeraar | Party::Overig => LedgerSavings::without_budget(after),
    }
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
        let allocation = |period| inputs.cost_allocation(party, period);
        ledger(inputs, &costs, party_savings(&savings, party), &allocation)
    });
    let all = |_| CostAllocation::ALL_COSTS;
    let society = ledger(inputs, &costs, LedgerSavings::without_budget(society_savings(&savings)), &all);
    let Projection { years, npv, payback } =
        project(inputs, &costs, LedgerSavings::without_budget(saved), &all);
    let gaps = PerPerspective { partijen: -net, gemeente: -parties.gemeente.net, samenleving: -society.net };
    let break_even = break_even(inputs.perspective, gaps, (costs.net, saved), &savings, visitors);
    let financing = inputs.plan.financing(&costs, &years);

    Outcome {
        schema: SCHEMA,
        price_factor: inputs.prices().factor(),
        followed_share: followed_share(inputs),
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
/// of the costs in each period.
fn ledger(
    inputs: &Inputs,
    all_costs: &Costs,
    savings: LedgerSavings,
    allocation: &dyn Fn(Period) -> CostAllocation,
) -> Ledger {
    let costs = allocation(Period::FullEffect).apply_to(all_costs.net);
    let projection = project(inputs, all_costs, savings, allocation);
    let (budget, savings) = (savings, savings.after_budget);
    Ledger { costs, savings, net: savings - costs, npv: projection.npv, budget, projection }
}
