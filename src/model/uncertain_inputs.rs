//! Which inputs are uncertain in this scenario, and what each of them moves.
//!
//! What cannot move the outcome takes no part: lines that do not count, the
//! costs that the other cost basis has, and what only multiplies nothing.

mod terms;

use crate::model::financing::Period;
use crate::model::inputs::{CostBasis, Inputs};
use crate::model::parameter::{InputId, LineField};
use crate::model::parameters::General;
use crate::model::party::Party;
use crate::model::quantity::Share;
use crate::model::range::{Range, Shape};
use crate::model::uncertain_inputs::terms::effective_range;
pub(super) use crate::model::uncertain_inputs::terms::{CostTerm, cost_terms, counted_lines};

/// An input that takes part in sensitivity and simulation.
#[derive(Clone, Debug, PartialEq)]
pub struct UncertainInput {
    /// Identity of the input.
    pub id: InputId,
    /// Name in files, which also keys its random numbers.
    pub name: String,
    /// Value in the scenario.
    pub value: f64,
    /// The range that it lies in, with the shape of its spread.
    pub range: Range,
    /// Figures that change with it.
    pub affects: AffectedFigures,
}

impl UncertainInput {
    /// Returns where in the range the value lies: 0 at the low end, 1 at the high
    /// end.
    pub fn mode(&self) -> f64 {
        ((self.value - self.range.low) / (self.range.high - self.range.low)).clamp(0.0, 1.0)
    }
}

/// Figures that an input can move, whatever the others are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AffectedFigures {
    /// The saldo of a full-effect year.
    pub net: bool,
    /// The net present value.
    pub npv: bool,
    /// The saldo of the gemeente.
    pub gemeente: bool,
    /// The saldo of society.
    pub society: bool,
    /// Tells whether it moves what funding is worth at a `drempel`, apart from the
    /// saldo.
    pub visitors: bool,
}

fn is_always(range: Range, value: f64) -> bool {
    range.low == value && range.high == value
}

/// Signs that the gross value of a line can have, from the ends of its ranges.
pub(crate) struct GrossSigns {
    /// Gross can be above zero.
    pub gain: bool,
    /// Gross can be below zero.
    pub harm: bool,
}

pub(crate) fn gross_signs(quantity: Range, price: Range) -> GrossSigns {
    let ends = [
        quantity.low * price.low,
        quantity.low * price.high,
        quantity.high * price.low,
        quantity.high * price.high,
    ];
    GrossSigns { gain: ends.iter().any(|gross| *gross > 0.0), harm: ends.iter().any(|gross| *gross < 0.0) }
}

/// Returns what is left of a gain cannot be anything.
fn net_is_always_zero(autonoom: Range, toerekening: Range, verdringing: Range) -> bool {
    is_always(autonoom, 1.0) || is_always(toerekening, 0.0) || is_always(verdringing, 1.0)
}

/// Returns whether this part of a savings line can change what the line is worth.
fn can_change_net(range: impl Fn(LineField) -> Range, field: LineField) -> bool {
    let [quantity, price] = [range(LineField::Aantal), range(LineField::Bedrag)];
    let GrossSigns { gain, harm } = gross_signs(quantity, price);
    let others = |one: LineField, neutral: Range| {
        let of = |field| if field == one { neutral } else { range(field) };
        net_is_always_zero(of(LineField::Autonoom), of(LineField::Toerekening), of(LineField::Verdringing))
    };
    let lost = others(LineField::Aantal, Range::fixed(0.0));
    match field {
        LineField::Aantal | LineField::Bedrag => harm || gain && !lost,
        LineField::Autonoom | LineField::Verdringing => gain && !others(field, Range::fixed(0.0)),
        LineField::Toerekening => gain && !others(field, Range::fixed(1.0)),
        _ => gain && !lost,
    }
}

/// Every uncertain input that takes part, in the order of the inputs.
pub fn uncertain_inputs(inputs: &Inputs) -> Vec<UncertainInput> {
    let range = |id| effective_range(inputs, id);
    let years = inputs.general(General::Horizon);
    let by_financing = inputs.cost_allocation(Party::Gemeente, Period::FullEffect).share > Share::NONE;
    let mut affects: Vec<(InputId, AffectedFigures)> = Vec::new();

    for CostTerm { quantity, price, .. } in cost_terms(inputs) {
        let cost =
            AffectedFigures { net: true, npv: true, gemeente: by_financing, society: true, visitors: false };
        let factors = [(Some(price), quantity), (quantity, Some(price))];
        affects.extend(factors.into_iter().filter_map(|(id, other)| {
            let dead = other.is_some_and(|other| is_always(range(other), 0.0));
            id.filter(|_| !dead).map(|id| (id, cost))
        }));
    }
    let mut saves = false;
    for (line, id) in counted_lines(inputs) {
        let worth = AffectedFigures {
            net: line.kind.is_saving(),
            npv: line.kind.is_saving(),
            gemeente: line.kind.is_saving() && line.get(LineField::Gemeente) > 0.0,
            society: line.kind.counts_for_society(),
            visitors: false,
        };
        let cash = AffectedFigures { gemeente: worth.gemeente, ..AffectedFigures::default() };
        let ranges = LineField::ALL.map(|field| range(id(field)));
        let of = |field| ranges[field as usize];
        saves |= worth.npv && can_change_net(of, LineField::Aantal);
        let has = |field: &LineField| !field.is_party() && field.applies_to(line.kind);
        affects.extend(
            LineField::ALL
                .into_iter()
                .filter(has)
                .filter(|field| can_change_net(of, *field))
                .map(|field| (id(field), if field == LineField::Verzilverbaar { cash } else { worth })),
        );
    }
    let npv = AffectedFigures { npv: true, ..AffectedFigures::default() };
    let mut general = |id, takes_part: bool, what| {
        if takes_part {
            affects.push((InputId::General(id), what));
        }
    };
    general(General::Startkosten, true, npv);
    general(General::IngroeiJaar1, saves, npv);
    general(General::IngroeiJaar2, saves && years >= 2.0, npv);
    general(General::Batenstijging, saves && years >= 2.0, npv);
    general(General::Kostenstijging, years >= 2.0, npv);
    general(General::Discontovoet, years >= 2.0, npv);
    let visitors = AffectedFigures { visitors: true, ..AffectedFigures::default() };
    general(General::Bezoekers, inputs.basis == CostBasis::Begroting, visitors);

    let found = |id: InputId| affects.iter().find(|(of, _)| *of == id).map(|(_, affects)| *affects);
    inputs
        .ids()
        .filter_map(|id| {
            let (affects, range) = (found(id)?, range(id));
            (range.shape != Shape::Fixed).then(|| UncertainInput {
                id,
                name: inputs.name(id),
                value: inputs.get(id),
                range,
                affects,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Line, Preset};

    fn names(inputs: &Inputs) -> Vec<String> {
        uncertain_inputs(inputs).into_iter().map(|input| input.name).collect()
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
        let id = |field| InputId::Line(Line::Dagbesteding, field);
        inputs.set_range(id(LineField::Toerekening), Range::fixed(0.0));
        inputs.set(id(LineField::Toerekening), 0.0);
        inputs.set(InputId::General(General::Horizon), 1.0);
        let names = names(&inputs);
        assert!(!names.iter().any(|name| name.starts_with("dagbesteding")), "{names:?}");
        assert!(!names.iter().any(|name| name == "discontovoet" || name == "ingroei-jaar-2"));
        assert!(names.contains(&"ingroei-jaar-1".to_owned()));
    }
}
