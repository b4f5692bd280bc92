//! The figures that each input can change in a scenario.

use crate::model::bijstand_budget::followed_share;
use crate::model::financing::Period;
use crate::model::inputs::{CostBasis, Inputs, SavingInputs};
use crate::model::lines::Line;
use crate::model::parameter::{InputId, LineField};
use crate::model::parameters::General;
use crate::model::party::Party;
use crate::model::perspective::Perspective;
use crate::model::quantity::Share;
use crate::model::range::Range;
use crate::model::simulated_figure::SimulatedFigure;
use crate::model::uncertain_inputs::terms::{CostTerm, cost_terms, counted_lines, effective_range};

/// Figures that an input can change, for some values of the other inputs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AffectedFigures {
    /// The saldo of a full-effect year.
    pub net: bool,
    /// The net present value of the perspective.
    pub npv: bool,
    /// The saldo of the gemeente.
    pub gemeente: bool,
    /// The saldo of society.
    pub society: bool,
    /// The number of visitors, and so the net benefit of funding at a `drempel` (saldo +
    /// drempel × visitors).
    pub visitors: bool,
}

impl AffectedFigures {
    /// Returns whether one figure can change.
    pub fn get(self, figure: SimulatedFigure) -> bool {
        match figure {
            SimulatedFigure::Net => self.net,
            SimulatedFigure::Npv => self.npv,
            SimulatedFigure::Gemeente => self.gemeente,
            SimulatedFigure::Society => self.society,
        }
    }
}

/// Share of each counted saving on a line that the gemeente keeps, and share that its
/// bijstand budget follows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GemeenteShares {
    /// Share of the cashable savings that stays after the budget followed.
    pub kept: f64,
    /// Share of the cashable savings that the budget follows two years later.
    pub followed: f64,
}

impl GemeenteShares {
    /// Returns the shares of a savings line, whose parameters have these ids.
    pub fn of(inputs: &Inputs, line: &SavingInputs, id: impl Fn(LineField) -> InputId) -> GemeenteShares {
        let bijstand = matches!(id(LineField::Aantal), InputId::Line(Line::Uitkeringen, _));
        let followed_share = if bijstand { followed_share(inputs) } else { Share::ZERO };
        let share = if line.kind.counts_for_payers() { line.get(LineField::Gemeente) } else { 0.0 };
        let (kept, followed) = (followed_share.complement().fraction(), followed_share.fraction());
        GemeenteShares { kept: share * kept, followed: share * followed }
    }
}

/// Lists the figures of each input that can change any.
pub fn affected_figures(inputs: &Inputs) -> Vec<(InputId, AffectedFigures)> {
    let range = |id| effective_range(inputs, id);
    let years = inputs.general(General::Horizon);
    let mut affects: Vec<(InputId, AffectedFigures)> = Vec::new();

    let cost = cost_figures(inputs);
    for CostTerm { quantity, price, .. } in cost_terms(inputs) {
        let factors = [(Some(price), quantity), (quantity, Some(price))];
        affects.extend(factors.into_iter().filter_map(|(id, other)| {
            let is_zero = other.is_some_and(|other| is_fixed_at(range(other), 0.0));
            id.filter(|_| !is_zero).map(|id| (id, cost))
        }));
    }
    let mut has_savings = false;
    for (line, id) in counted_lines(inputs) {
        let by_net_value = line_figures(inputs, line, &id);
        let by_cashable_share = AffectedFigures {
            npv: by_net_value.npv && inputs.perspective == Perspective::Gemeente,
            gemeente: by_net_value.gemeente,
            ..AffectedFigures::default()
        };
        let ranges = LineField::ALL.map(|field| range(id(field)));
        let range_of = |field| ranges[field as usize];
        has_savings |= by_net_value.npv && can_change_net(range_of, LineField::Aantal);
        let has_field = |field: &LineField| !field.is_party() && field.applies_to(line.kind);
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
        let id = InputId::General(id);
        if has_effect && !inputs.ignores(id) {
            affects.push((id, figures));
        }
    };
    general(General::IngroeiJaar1, has_savings, npv);
    general(General::IngroeiJaar2, has_savings && years >= 2.0, npv);
    let visitors = AffectedFigures { visitors: true, ..AffectedFigures::default() };
    general(General::Bezoekers, inputs.basis == CostBasis::Begroting, visitors);
    affects
}

/// Returns the figures that a cost can change.
fn cost_figures(inputs: &Inputs) -> AffectedFigures {
    let horizon = inputs.general(General::Horizon) as u32;
    let pays = |period| inputs.cost_allocation(Party::Gemeente, period).share > Share::ZERO;
    let npv =
        inputs.perspective != Perspective::Gemeente || (1..=horizon).any(|year| pays(Period::Year(year)));
    let gemeente = pays(Period::FullEffect);
    AffectedFigures { net: true, npv, gemeente, society: true, visitors: false }
}

/// Returns the figures that a savings line can change.
fn line_figures(inputs: &Inputs, line: &SavingInputs, id: impl Fn(LineField) -> InputId) -> AffectedFigures {
    let shares = GemeenteShares::of(inputs, line, id);
    let (net, society) = (line.kind.counts_for_payers(), line.kind.counts_for_society());
    let npv = match inputs.perspective {
        Perspective::Partijen => net,
        Perspective::Gemeente => shares.kept + shares.followed > 0.0,
        Perspective::Samenleving => society,
    };
    AffectedFigures { net, npv, gemeente: shares.kept > 0.0, society, visitors: false }
}

fn is_fixed_at(range: Range, value: f64) -> bool {
    range.low == value && range.high == value
}

/// Signs that the gross value of a line can have.
struct GrossSigns {
    /// Gross can be above zero.
    gain: bool,
    /// Gross can be below zero.
    harm: bool,
}

/// Returns the signs that the gross value of a line can have, given these ranges.
fn gross_signs(quantity: Range, price: Range) -> GrossSigns {
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
    // For a correction only the other corrections matter, so its own range is replaced by
    // a neutral one.
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
