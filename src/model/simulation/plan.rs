//! What the kernel has to calculate for every draw: the structure of the
//! scenario, with all that is fixed added up beforehand.

use super::part::{LinePart, Part, YearsPart};
use crate::model::costs::costs;
use crate::model::outcome::evaluate;
use crate::model::range::Shape;
use crate::model::savings::savings;
use crate::model::uncertain::{CostTerm, Uncertain, cost_terms, counted_lines};
use crate::model::{General, InputId, Inputs, Part as LinePiece};

/// A number in the calculation: `low + width × position`, with the positions
/// in one of the columns. Column 0 is all zeros, for what is fixed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factor {
    pub low: f64,
    pub width: f64,
    pub column: usize,
}

impl Factor {
    pub fn fixed(value: f64) -> Factor {
        Factor { low: value, width: 0.0, column: 0 }
    }

    pub fn is_fixed(self) -> bool {
        self.column == 0
    }
}

/// What is drawn into one column.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// The input's name, which keys its stream.
    pub name: String,
    /// The shape of its spread.
    pub shape: Shape,
    /// Where in its range its value lies.
    pub mode: f64,
}

/// How many figures are simulated: net, npv, gemeente, society, and the gap
/// per visitor.
pub const FIGURES: usize = 5;

/// The whole calculation of one draw.
pub struct Plan {
    /// Columns 1 and on.
    pub drawn: Vec<Drawn>,
    /// Costs first, then the uncertain lines, then the years.
    pub parts: Vec<Part>,
    /// Fixed savings: all parties together, the gemeente's cash, society's.
    pub saved: [f64; 3],
    pub start_up: Factor,
    pub financing_gemeente: f64,
    pub visitors: Factor,
    pub drempel: f64,
    /// The figures at the values of the scenario.
    pub point: [f64; FIGURES],
    /// Which figures are uncertain at all.
    pub moves: [bool; FIGURES],
}

/// Plans the draws of a scenario with these uncertain inputs.
pub fn plan(inputs: &Inputs, uncertain: &[Uncertain]) -> Plan {
    let mut drawn = Vec::new();
    let mut factors = std::collections::BTreeMap::new();
    let mut moves = [false; FIGURES];
    for one in uncertain {
        let of = one.moves;
        let figures = [of.net, of.npv, of.gemeente, of.society, of.net || of.visitors];
        if !figures.contains(&true) {
            continue;
        }
        moves.iter_mut().zip(figures).for_each(|(any, figure)| *any |= figure);
        drawn.push(Drawn { name: one.name.clone(), shape: one.range.shape, mode: one.mode() });
        let (low, width) = (one.range.low, one.range.high - one.range.low);
        factors.insert(one.id, Factor { low, width, column: drawn.len() });
    }
    let factor = |id| factors.get(&id).copied().unwrap_or_else(|| Factor::fixed(inputs.get(id)));
    let general = |id| factor(InputId::General(id));

    let outcome = evaluate(inputs);
    // A gap per visitor needs a saldo that is not exactly nothing everywhere.
    moves[4] &= moves[0] || outcome.total.net.euros() != 0.0;
    let mut terms = Vec::new();
    let mut fixed_costs = 0.0;
    for CostTerm { quantity, price, income } in cost_terms(inputs) {
        let sign = if income { -1.0 } else { 1.0 };
        let term = [quantity.map_or(Factor::fixed(sign), factor), factor(price)];
        if term.iter().all(|factor| factor.is_fixed()) {
            fixed_costs += term[0].low * term[1].low;
        } else {
            terms.push(term);
        }
    }
    if terms.is_empty() {
        fixed_costs = costs(inputs).net.euros();
    }

    let mut saved = [0.0; 3];
    let mut parts = vec![Part::Costs { fixed: fixed_costs, terms }];
    let counted = savings(inputs).into_iter().filter(|saving| saving.counted);
    for ((line, id), point) in counted_lines(inputs).into_iter().zip(counted) {
        let factors = [
            LinePiece::Aantal,
            LinePiece::Bedrag,
            LinePiece::Autonoom,
            LinePiece::Toerekening,
            LinePiece::Verdringing,
            LinePiece::Verzilverbaar,
        ]
        .map(|part| factor(id(part)));
        if factors.iter().all(|factor| factor.is_fixed()) {
            let net = point.net.euros();
            saved[0] += if line.kind.is_saving() { net } else { 0.0 };
            saved[1] += point.parties.gemeente.euros();
            saved[2] += if line.kind.counts_for_society() { net } else { 0.0 };
        } else {
            let gemeente = line.get(LinePiece::Gemeente);
            parts.push(Part::Line(LinePart { factors, gemeente, kind: line.kind }));
        }
    }
    if moves[1] {
        let factors = [
            General::Discontovoet,
            General::IngroeiJaar1,
            General::IngroeiJaar2,
            General::Kostenstijging,
            General::Batenstijging,
        ];
        let horizon = inputs.general(General::Horizon) as u32;
        parts.push(Part::Years(YearsPart { factors: factors.map(general), horizon }));
    }
    Plan {
        drawn,
        parts,
        saved,
        start_up: general(General::Startkosten),
        financing_gemeente: inputs.general(General::FinancieringGemeente),
        visitors: general(General::Bezoekers),
        drempel: inputs.general(General::Drempel),
        point: [
            outcome.total.net.euros(),
            outcome.npv.euros(),
            outcome.parties.gemeente.net.euros(),
            outcome.society.net.euros(),
            outcome.break_even.gap_per_visitor.euros(),
        ],
        moves,
    }
}
