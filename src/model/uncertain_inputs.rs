//! Which inputs are uncertain in this scenario, and what each of them moves.
//!
//! What cannot move the outcome takes no part: lines that do not count, the
//! costs that the other cost basis has, and what only multiplies nothing.

mod terms;

use crate::model::inputs::{CostBasis, Inputs};
use crate::model::lines::Kind;
use crate::model::parameter::{InputId, Part};
use crate::model::parameters::General;
use crate::model::party::Party;
use crate::model::quantity::Share;
use crate::model::range::{Range, Shape};
use crate::model::uncertain_inputs::terms::spread;
pub(super) use crate::model::uncertain_inputs::terms::{CostTerm, cost_terms, counted_lines};

/// An input that takes part in sensitivity and simulation.
#[derive(Clone, Debug, PartialEq)]
pub struct Uncertain {
    /// Which input.
    pub id: InputId,
    /// Its name in files, which also keys its random numbers.
    pub name: String,
    /// Its value in the scenario.
    pub value: f64,
    /// The range that it lies in, with the shape of its spread.
    pub range: Range,
    /// What changes with it.
    pub moves: Moves,
}

impl Uncertain {
    /// Where in the range the value lies: 0 at the low end, 1 at the high end.
    pub fn mode(&self) -> f64 {
        ((self.value - self.range.low) / (self.range.high - self.range.low)).clamp(0.0, 1.0)
    }
}

/// Which figures an input can move, whatever the others are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// The saldo of a full-effect year.
    pub net: bool,
    /// The net present value.
    pub npv: bool,
    /// The saldo of the gemeente.
    pub gemeente: bool,
    /// The saldo of society.
    pub society: bool,
    /// What funding is worth at a `drempel`, apart from the saldo.
    pub visitors: bool,
}

fn always(range: Range, value: f64) -> bool {
    range.low == value && range.high == value
}

/// What the parts of a savings line can do, from the ends of their ranges.
pub(crate) struct Reach {
    /// Gross can be above zero.
    pub gain: bool,
    /// Gross can be below zero.
    pub harm: bool,
}

pub(crate) fn reach(quantity: Range, price: Range) -> Reach {
    let ends = [
        quantity.low * price.low,
        quantity.low * price.high,
        quantity.high * price.low,
        quantity.high * price.high,
    ];
    Reach { gain: ends.iter().any(|gross| *gross > 0.0), harm: ends.iter().any(|gross| *gross < 0.0) }
}

/// What is left of a gain cannot be anything.
fn nothing_left(autonoom: Range, toerekening: Range, verdringing: Range) -> bool {
    always(autonoom, 1.0) || always(toerekening, 0.0) || always(verdringing, 1.0)
}

/// Whether this part of a savings line can change what the line is worth.
fn matters(range: impl Fn(Part) -> Range, part: Part) -> bool {
    let [quantity, price] = [range(Part::Aantal), range(Part::Bedrag)];
    let Reach { gain, harm } = reach(quantity, price);
    let others = |one: Part, neutral: Range| {
        let of = |part| if part == one { neutral } else { range(part) };
        nothing_left(of(Part::Autonoom), of(Part::Toerekening), of(Part::Verdringing))
    };
    let lost = others(Part::Aantal, Range::fixed(0.0));
    match part {
        Part::Aantal | Part::Bedrag => harm || gain && !lost,
        Part::Autonoom | Part::Verdringing => gain && !others(part, Range::fixed(0.0)),
        Part::Toerekening => gain && !others(part, Range::fixed(1.0)),
        _ => gain && !lost,
    }
}

/// Every uncertain input that takes part, in the order of the inputs.
pub fn uncertain(inputs: &Inputs) -> Vec<Uncertain> {
    let range = |id| spread(inputs, id);
    let years = inputs.general(General::Horizon);
    let by_financing = inputs.load(Party::Gemeente, 1).share > Share::NONE;
    let mut moves: Vec<(InputId, Moves)> = Vec::new();

    for CostTerm { quantity, price, .. } in cost_terms(inputs) {
        let cost = Moves { net: true, npv: true, gemeente: by_financing, society: true, visitors: false };
        let factors = [(Some(price), quantity), (quantity, Some(price))];
        moves.extend(factors.into_iter().filter_map(|(id, other)| {
            let dead = other.is_some_and(|other| always(range(other), 0.0));
            id.filter(|_| !dead).map(|id| (id, cost))
        }));
    }
    let mut saves = false;
    for (line, id) in counted_lines(inputs) {
        let worth = Moves {
            net: line.kind.is_saving(),
            npv: line.kind.is_saving(),
            gemeente: line.kind.is_saving() && line.get(Part::Gemeente) > 0.0,
            society: line.kind.counts_for_society(),
            visitors: false,
        };
        let cash = Moves { gemeente: worth.gemeente, ..Moves::default() };
        let ranges = Part::ALL.map(|part| range(id(part)));
        let of = |part| ranges[part as usize];
        saves |= worth.npv && matters(of, Part::Aantal);
        let has =
            |part: &Part| !part.is_party() && (line.kind != Kind::Welvaart || part.applies_to_welfare());
        moves.extend(
            Part::ALL
                .into_iter()
                .filter(has)
                .filter(|part| matters(of, *part))
                .map(|part| (id(part), if part == Part::Verzilverbaar { cash } else { worth })),
        );
    }
    let npv = Moves { npv: true, ..Moves::default() };
    let mut general = |id, takes_part: bool, what| {
        if takes_part {
            moves.push((InputId::General(id), what));
        }
    };
    general(General::Startkosten, true, npv);
    general(General::IngroeiJaar1, saves, npv);
    general(General::IngroeiJaar2, saves && years >= 2.0, npv);
    general(General::Batenstijging, saves && years >= 2.0, npv);
    general(General::Kostenstijging, years >= 2.0, npv);
    general(General::Discontovoet, years >= 2.0, npv);
    let visitors = Moves { visitors: true, ..Moves::default() };
    general(General::Bezoekers, inputs.basis == CostBasis::Begroting, visitors);

    let found = |id: InputId| moves.iter().find(|(of, _)| *of == id).map(|(_, moves)| *moves);
    inputs
        .ids()
        .filter_map(|id| {
            let (moves, range) = (found(id)?, range(id));
            (range.shape != Shape::Fixed).then(|| Uncertain {
                id,
                name: inputs.name(id),
                value: inputs.get(id),
                range,
                moves,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Line, Preset};

    fn names(inputs: &Inputs) -> Vec<String> {
        uncertain(inputs).into_iter().map(|uncertain| uncertain.name).collect()
    }

    #[test]
    fn the_brochure_has_twenty_three() {
        let names = names(&Preset::Brochure.inputs());
        assert_eq!(names.len(), 23);
        assert!(names.contains(&"bezoekers".to_owned()));
        assert!(!names.iter().any(|name| name.starts_with("zorggebruik") || name == "kosten-per-bezoeker"));
    }

    #[test]
    fn a_key_figure_leaves_the_budget_out() {
        let mut inputs = Preset::Brochure.inputs();
        inputs.basis = CostBasis::Kengetal;
        let names = names(&inputs);
        assert_eq!(names[0], "kosten-per-bezoeker");
        assert!(!names.contains(&"bezoekers".to_owned()) && !names.contains(&"fte".to_owned()));
        assert_eq!(names.len(), 16);
    }

    #[test]
    fn what_multiplies_nothing_takes_no_part() {
        let mut inputs = Preset::Brochure.inputs();
        let id = |part| InputId::Line(Line::Dagbesteding, part);
        inputs.set_range(id(Part::Toerekening), Range::fixed(0.0));
        inputs.set(id(Part::Toerekening), 0.0);
        inputs.set(InputId::General(General::Horizon), 1.0);
        let names = names(&inputs);
        assert!(!names.iter().any(|name| name.starts_with("dagbesteding")), "{names:?}");
        assert!(!names.iter().any(|name| name == "discontovoet" || name == "ingroei-jaar-2"));
        assert!(names.contains(&"ingroei-jaar-1".to_owned()));
    }
}
