//! The uncertain inputs of a scenario, and the figures that each can change.
//!
//! Inputs that cannot change the outcome are left out: those of lines that do not
//! count, of the other cost basis, and of products that are always zero.

mod terms;

use crate::model::inputs::{CostBasis, Inputs};
use crate::model::lines::SavingKind;
use crate::model::parameter::{InputId, LineField};
use crate::model::parameters::General;
use crate::model::party::Party;
use crate::model::quantity::Share;
use crate::model::range::{Range, Shape};
use crate::model::uncertain_inputs::terms::effective_range;
pub(super) use crate::model::uncertain_inputs::terms::{CostTerm, cost_terms, counted_lines};

/// An input that is varied in the sensitivity and the simulation.
#[derive(Clone, Debug, PartialEq)]
pub struct UncertainInput {
    /// Identity of the input.
    pub id: InputId,
    /// Name in files, from which its random numbers follow too.
    pub name: String,
    /// Value in the scenario.
    pub value: f64,
    /// The range of its values, with the shape of the distribution.
    pub range: Range,
    /// Figures that can change with it.
    pub affects: AffectedFigures,
}

impl UncertainInput {
    /// Returns the position of the value in the range: 0 at the low end, 1 at the
    /// high end.
    pub fn mode(&self) -> f64 {
        ((self.value - self.range.low) / (self.range.high - self.range.low)).clamp(0.0, 1.0)
    }
}

/// Figures that an input can change, for some values of the other inputs.
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
    /// The number of visitors, and so the net benefit of funding at a `drempel` (saldo +
    /// drempel × visitors).
    pub visitors: bool,
}

fn is_fixed_at(range: Range, value: f64) -> bool {
    range.low == value && range.high == value
}

/// Signs that the gross value of a line can have.
pub(crate) struct GrossSigns {
    /// Gross can be above zero.
    pub gain: bool,
    /// Gross can be below zero.
    pub harm: bool,
}

/// Returns the signs that the gross value of a line can have, given these ranges.
pub(crate) fn gross_signs(quantity: Range, price: Range) -> GrossSigns {
    let ends = [
        quantity.low * price.low,
        quantity.low * price.high,
        quantity.high * price.low,
        quantity.high * price.high,
    ];
    GrossSigns { gain: ends.iter().any(|gross| *gross > 0.0), harm: ends.iter().any(|gross| *gross < 0.0) }
}

/// Returns whether the corrections always reduce a gain to zero.
fn net_is_always_zero(autonoom: Range, toerekening: Range, verdringing: Range) -> bool {
    is_fixed_at(autonoom, 1.0) || is_fixed_at(toerekening, 0.0) || is_fixed_at(verdringing, 1.0)
}

/// Returns whether this field of a savings line can change the net value of the
/// line.
fn can_change_net(range: impl Fn(LineField) -> Range, field: LineField) -> bool {
    let [quantity, price] = [range(LineField::Aantal), range(LineField::Bedrag)];
    let GrossSigns { gain, harm } = gross_signs(quantity, price);
    let [autonoom, toerekening, verdringing] =
        [LineField::Autonoom, LineField::Toerekening, LineField::Verdringing].map(&range);
    // For a correction only the other corrections matter, so its own range is replaced by
    // a neutral one.
    let (zero, one) = (Range::fixed(0.0), Range::fixed(1.0));
    let is_zero = match field {
        LineField::Autonoom => net_is_always_zero(zero, toerekening, verdringing),
        LineField::Toerekening => net_is_always_zero(autonoom, one, verdringing),
        LineField::Verdringing => net_is_always_zero(autonoom, toerekening, zero),
        _ => net_is_always_zero(autonoom, toerekening, verdringing),
    };
    let counts_in_harm = matches!(field, LineField::Aantal | LineField::Bedrag);
    harm && counts_in_harm || gain && !is_zero
}

/// Lists every uncertain input that can change the outcome, in the order of the
/// inputs.
pub fn uncertain_inputs(inputs: &Inputs) -> Vec<UncertainInput> {
    let range = |id| effective_range(inputs, id);
    let years = inputs.general(General::Horizon);
    let gemeente_pays = inputs.cost_allocation(Party::Gemeente, 1).share > Share::ZERO;
    let mut affects: Vec<(InputId, AffectedFigures)> = Vec::new();

    for CostTerm { quantity, price, .. } in cost_terms(inputs) {
        let cost =
            AffectedFigures { net: true, npv: true, gemeente: gemeente_pays, society: true, visitors: false };
        let factors = [(Some(price), quantity), (quantity, Some(price))];
        affects.extend(factors.into_iter().filter_map(|(id, other)| {
            let is_zero = other.is_some_and(|other| is_fixed_at(range(other), 0.0));
            id.filter(|_| !is_zero).map(|id| (id, cost))
        }));
    }
    let mut has_savings = false;
    for (line, id) in counted_lines(inputs) {
        let by_net_value = AffectedFigures {
            net: line.kind.counts_for_payers(),
            npv: line.kind.counts_for_payers(),
            gemeente: line.kind.counts_for_payers() && line.get(LineField::Gemeente) > 0.0,
            society: line.kind.counts_for_society(),
            visitors: false,
        };
        let by_cashable_share =
            AffectedFigures { gemeente: by_net_value.gemeente, ..AffectedFigures::default() };
        let ranges = LineField::ALL.map(|field| range(id(field)));
        let range_of = |field| ranges[field as usize];
        has_savings |= by_net_value.npv && can_change_net(range_of, LineField::Aantal);
        let has_field = |field: &LineField| {
            !field.is_party() && (line.kind != SavingKind::Welvaart || field.applies_to_welfare())
        };
        affects.extend(
            LineField::ALL
                .into_iter()
                .filter(has_field)
                .filter(|field| can_change_net(range_of, *field))
                .map(|field| {
                    let is_cashable_share = field == LineField::Verzilverbaar;
                    (id(field), if is_cashable_share { by_cashable_share } else { by_net_value })
                }),
        );
    }
    let npv = AffectedFigures { npv: true, ..AffectedFigures::default() };
    let mut general = |id, has_effect: bool, figures| {
        if has_effect {
            affects.push((InputId::General(id), figures));
        }
    };
    general(General::Startkosten, true, npv);
    general(General::IngroeiJaar1, has_savings, npv);
    general(General::IngroeiJaar2, has_savings && years >= 2.0, npv);
    general(General::Batenstijging, has_savings && years >= 2.0, npv);
    general(General::Kostenstijging, years >= 2.0, npv);
    general(General::Discontovoet, years >= 2.0, npv);
    let visitors = AffectedFigures { visitors: true, ..AffectedFigures::default() };
    general(General::Bezoekers, inputs.basis == CostBasis::Begroting, visitors);

    let found = |id: InputId| affects.iter().find(|(other, _)| *other == id).map(|(_, affects)| *affects);
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
    fn the_brochure_has_twenty_three_uncertain_inputs() {
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
    fn factors_of_products_that_are_zero_are_left_out() {
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
