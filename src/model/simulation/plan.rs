//! The setup of a simulation: the inputs that are drawn, and the terms that the kernel
//! calculates for every draw. (It has nothing to do with a dekkingsplan.)

use crate::model::outcome::evaluate;
use crate::model::range::Shape;
use crate::model::simulation::term_cache::{KernelTerm, LineTerm, YearsTerm};
use crate::model::uncertain_inputs::{CostTerm, UncertainInput, cost_terms, counted_lines};
use crate::model::{General, InputId, Inputs, LineField, Party};

/// A number in the calculation, `value + from + width × position`. The positions, from
/// 0 to 1, are in one of the columns of draws. Most factors are multiplied with each other;
/// start-up costs and the number of visitors are used by themselves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factor {
    /// The value in the scenario.
    pub value: f64,
    /// Deviation from the value at position 0, where the input is at its low end.
    pub from: f64,
    /// Change from position 0 to position 1, where the input is at its high end.
    pub width: f64,
    /// Number of the column with its positions; 0 for a fixed number.
    pub column: usize,
}

impl Factor {
    /// Makes a factor without spread.
    pub fn fixed(value: f64) -> Factor {
        Factor { value, from: 0.0, width: 0.0, column: 0 }
    }

    /// Returns whether the factor has no spread.
    pub fn is_fixed(self) -> bool {
        self.column == 0
    }

    /// Returns the factor multiplied by a number.
    pub fn times(self, number: f64) -> Factor {
        Factor {
            value: self.value * number,
            from: self.from * number,
            width: self.width * number,
            column: self.column,
        }
    }

    /// Returns one minus this factor.
    pub fn complement(self) -> Factor {
        Factor { value: 1.0 - self.value, from: -self.from, width: -self.width, column: self.column }
    }

    /// Returns the largest absolute value that the factor can have.
    fn largest(self) -> f64 {
        let low = self.value + self.from;
        low.abs().max((low + self.width).abs())
    }
}

/// Input that is drawn into one column.
#[derive(Clone, Debug, PartialEq)]
pub struct SampledInput {
    /// The input's name in files, from which its random numbers follow.
    pub name: String,
    /// The shape of its spread.
    pub shape: Shape,
    /// Position of its value in its range, 0 to 1.
    pub mode: f64,
}

/// Index of the saldo of all parties in lists of simulated figures.
pub const NET: usize = 0;
/// Index of the net present value in lists of simulated figures.
pub const NPV: usize = 1;
/// Index of the gap per visitor in lists of simulated figures.
pub const GAP_PER_VISITOR: usize = 4;
/// Number of figures that are simulated: the saldo of all parties, the net present value,
/// the saldi of the gemeente and of society, and the gap per visitor, in this order.
pub const FIGURES: usize = 5;

/// All that a draw is calculated from. A name that begins with `base_` is a number at the
/// values of the scenario.
pub struct SimulationSetup {
    /// The input of each column, from column 1 on.
    pub sampled: Vec<SampledInput>,
    /// Costs first, then the uncertain lines, each after its net factor (net ÷ gross),
    /// then the years.
    pub terms: Vec<KernelTerm>,
    /// Start-up costs, in multiples of `euros_per_unit`.
    pub start_up: Factor,
    /// The gemeente's share of the costs, 0 to 1.
    pub cost_share_gemeente: f64,
    /// Number of visitors.
    pub visitors: Factor,
    /// The drempel per visitor, in multiples of `euros_per_unit`.
    pub drempel: f64,
    /// Net costs of a full-effect year, in multiples of `euros_per_unit`.
    pub base_costs: f64,
    /// Savings of a full-effect year, in multiples of `euros_per_unit`.
    pub base_savings: f64,
    /// The figures at the values of the scenario, in euros, in the order of [`FIGURES`].
    pub deterministic: [f64; FIGURES],
    /// Whether each figure is uncertain, in the order of [`FIGURES`].
    pub varies: [bool; FIGURES],
    /// Number of euros that amounts of draws are multiples of: one, or a power of two that
    /// is large enough for no square to overflow single precision.
    pub euros_per_unit: f64,
}

/// No deviation from the deterministic figure exceeds this many units, so that the sum
/// of the squares over a block is finite in single precision.
const MAX_UNITS: f64 = (1_u64 << 50) as f64;

/// Sets up the simulation of a scenario with these uncertain inputs.
pub fn set_up(inputs: &Inputs, uncertain_inputs: &[UncertainInput]) -> SimulationSetup {
    let mut sampled = Vec::new();
    let mut factors = std::collections::BTreeMap::new();
    let mut varies = [false; FIGURES];
    for input in uncertain_inputs {
        let affects = input.affects;
        let figures =
            [affects.net, affects.npv, affects.gemeente, affects.society, affects.net || affects.visitors];
        if !figures.contains(&true) {
            continue;
        }
        varies.iter_mut().zip(figures).for_each(|(any, figure)| *any |= figure);
        sampled.push(SampledInput { name: input.name.clone(), shape: input.range.shape, mode: input.mode() });
        let (low, width) = (input.range.low, input.range.high - input.range.low);
        let (value, column) = (input.value, sampled.len());
        factors.insert(input.id, Factor { value, from: low - value, width, column });
    }
    let factor = |id| factors.get(&id).copied().unwrap_or_else(|| Factor::fixed(inputs.get(id)));
    let general = |id| factor(InputId::General(id));

    let outcome = evaluate(inputs);
    // Where the gap is always zero, so is the gap per visitor, for any number of visitors.
    varies[GAP_PER_VISITOR] &= varies[NET] || outcome.total.net.euros() != 0.0;
    // An upper bound of the deviation of any figure, in euros.
    let mut max_amount = outcome.costs.net.euros().abs() + outcome.total.savings.euros().abs();
    let mut products = Vec::new();
    for CostTerm { quantity, price, income } in cost_terms(inputs) {
        let sign = if income { -1.0 } else { 1.0 };
        let term = [quantity.map_or(Factor::fixed(sign), factor), factor(price)];
        if !term.iter().all(|factor| factor.is_fixed()) {
            max_amount += term[0].largest() * term[1].largest();
            products.push(term);
        }
    }
    let mut terms = vec![KernelTerm::Costs { products }];
    for (line, id) in counted_lines(inputs) {
        let factors = [
            LineField::Aantal,
            LineField::Bedrag,
            LineField::Autonoom,
            LineField::Toerekening,
            LineField::Verdringing,
            LineField::Verzilverbaar,
        ]
        .map(|field| factor(id(field)));
        if !factors.iter().all(|factor| factor.is_fixed()) {
            // The net factor is at most one, so the gross value is the largest.
            max_amount += factors[0].largest() * factors[1].largest();
            terms.push(KernelTerm::NetFactor([factors[2], factors[3], factors[4]]));
            terms.push(KernelTerm::Line(LineTerm {
                factors,
                gemeente: line.get(LineField::Gemeente),
                kind: line.kind,
            }));
        }
    }
    let (start_up, visitors) = (general(General::Startkosten), general(General::Bezoekers));
    let drempel = inputs.general(General::Drempel);
    if varies[NPV] {
        let factors = [
            General::Discontovoet,
            General::IngroeiJaar1,
            General::IngroeiJaar2,
            General::Kostenstijging,
            General::Batenstijging,
        ];
        let years = YearsTerm::new(factors.map(general), inputs.general(General::Horizon) as u32);
        max_amount = max_amount * years.largest() + start_up.largest();
        terms.push(KernelTerm::Years(years));
    }
    max_amount += drempel * visitors.largest();
    let mut euros_per_unit = 1.0;
    while max_amount > MAX_UNITS * euros_per_unit {
        euros_per_unit *= 2.0;
    }
    terms.iter_mut().for_each(|term| term.scale_amounts(euros_per_unit));
    SimulationSetup {
        sampled,
        terms,
        start_up: start_up.times(1.0 / euros_per_unit),
        // Fixed amounts that the gemeente pays under a dekkingsplan are the same in every
        // draw, so they cause no deviation.
        cost_share_gemeente: inputs.cost_allocation(Party::Gemeente, 1).share.fraction(),
        visitors,
        drempel: drempel / euros_per_unit,
        base_costs: outcome.costs.net.euros() / euros_per_unit,
        base_savings: outcome.total.savings.euros() / euros_per_unit,
        deterministic: [
            outcome.total.net.euros(),
            outcome.npv.euros(),
            outcome.parties.gemeente.net.euros(),
            outcome.society.net.euros(),
            outcome.break_even.gap_per_visitor.euros(),
        ],
        varies,
        euros_per_unit,
    }
}
