//! Break-even: the gap between costs and savings, in total and per savings line, and the
//! value of a single input at which there is no gap.

use crate::model::bijstand_budget;
use crate::model::inputs::Inputs;
use crate::model::outcome::saldo;
use crate::model::parameter::{InputId, LineField};
use crate::model::parameters::General;
use crate::model::perspective::{PerPerspective, Perspective};
use crate::model::quantity::{Count, Euro, EuroPer};
use crate::model::savings::{Saving, SavingId};
use serde::{Serialize, Serializer};

/// The quotient of costs and savings, or of savings and costs; or the reason why there is
/// none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ratio {
    /// The dividend is this many times the divisor.
    Times(f64),
    /// There are no costs above zero to compare with.
    NoCosts,
    /// There are no savings above zero to compare with.
    NoSavings,
}

impl Ratio {
    /// Returns the savings as a share of the costs; both must be above zero for there to be
    /// a quotient.
    pub fn savings_per_costs(savings: Euro, costs: Euro) -> Ratio {
        Ratio::divide(savings, costs, costs, savings)
    }

    /// Returns how many times as large as the savings the costs are; both must be above zero
    /// for there to be a quotient.
    pub fn costs_per_savings(costs: Euro, savings: Euro) -> Ratio {
        Ratio::divide(costs, savings, costs, savings)
    }

    /// Divides `top` by `bottom`, one of which is the costs and the other the savings.
    fn divide(top: Euro, bottom: Euro, costs: Euro, savings: Euro) -> Ratio {
        if costs <= Euro::ZERO {
            return Ratio::NoCosts;
        }
        if savings <= Euro::ZERO {
            return Ratio::NoSavings;
        }
        match top.ratio(bottom) {
            Some(times) => Ratio::Times(times),
            // The quotient overflows only where the divisor is far below a cent.
            None if bottom == costs => Ratio::NoCosts,
            None => Ratio::NoSavings,
        }
    }

    /// Returns the quotient; `None` where there is none.
    pub fn times(self) -> Option<f64> {
        match self {
            Ratio::Times(times) => Some(times),
            Ratio::NoCosts | Ratio::NoSavings => None,
        }
    }
}

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.times().serialize(serializer)
    }
}

/// Break-even of one savings line: the number that would close the gap of the
/// scenario's perspective by itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LineBreakEven {
    /// Identity of the savings line.
    pub id: SavingId,
    /// Whether the line counts in the savings. If so, `needed` is added to its
    /// present number of units; else it is the total number.
    pub counted: bool,
    /// Number of units that close the gap of the scenario's perspective; below zero
    /// where its saldo is positive, then it is the margin. `None` where a unit adds zero
    /// or less to the saldo.
    pub needed: Option<Count>,
    /// Amount that one unit adds to the saldo of the perspective, by which the gap is
    /// divided.
    #[serde(skip)]
    pub unit_value: EuroPer,
}

/// Gap of one perspective, in a full-effect year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Gap {
    /// Minus the perspective's saldo.
    pub gap: Euro,
    /// The gap per visitor.
    pub gap_per_visitor: EuroPer,
}

/// Gap between costs and savings, in a full-effect year without start-up costs, and the
/// changes that would close it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BreakEven {
    /// Costs less savings, all parties together.
    pub gap: Euro,
    /// The gap per visitor, all parties together.
    pub gap_per_visitor: EuroPer,
    /// Factor by which the savings must grow to close the gap.
    pub savings_factor: Ratio,
    /// Amount of money that the p.m. lines must be worth together to close the gap: the
    /// gap itself, or zero where savings exceed costs.
    pub pm_threshold: Euro,
    /// Amount that everything without a figure, welfare included, must be worth to
    /// society: its gap, at least zero. Never mixed with `pm_threshold`.
    pub society_threshold: Euro,
    /// Society's threshold per visitor.
    pub society_threshold_per_visitor: EuroPer,
    /// Gap of each perspective.
    pub perspectives: PerPerspective<Gap>,
    /// Break-even of each line that can add to the saldo of the scenario's
    /// perspective.
    pub per_line: Vec<LineBreakEven>,
}

impl BreakEven {
    /// Returns the gap of a perspective.
    pub fn gap_of(&self, perspective: Perspective) -> Gap {
        *self.perspectives.get(perspective)
    }
}

/// Calculates the gaps and what would close them.
pub(super) fn break_even(
    perspective: Perspective,
    gaps: PerPerspective<Euro>,
    (costs, saved): (Euro, Euro),
    savings: &[Saving],
    visitors: Count,
) -> BreakEven {
    let perspectives = PerPerspective::from_fn(|perspective| {
        let gap = *gaps.get(perspective);
        Gap { gap, gap_per_visitor: gap / visitors }
    });
    let needed = |saving: &Saving| {
        let unit_value = match perspective {
            Perspective::Partijen | Perspective::Samenleving => saving.net_price,
            Perspective::Gemeente => saving.gemeente_price,
        };
        let needed = gaps.get(perspective).units_at(unit_value);
        LineBreakEven { id: saving.id.clone(), counted: saving.counted, needed, unit_value }
    };
    let adds = |saving: &&Saving| saving.kind.counts_for(perspective);
    let society_threshold = gaps.samenleving.max(Euro::ZERO);
    let Gap { gap, gap_per_visitor } = perspectives.partijen;
    BreakEven {
        gap,
        gap_per_visitor,
        savings_factor: Ratio::costs_per_savings(costs, saved),
        pm_threshold: gap.max(Euro::ZERO),
        society_threshold,
        society_threshold_per_visitor: society_threshold / visitors,
        perspectives,
        per_line: savings.iter().filter(adds).map(needed).collect(),
    }
}

/// The value of one input at which a sum (the saldo, or its distance from a goal) is zero,
/// all else unchanged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RequiredValue {
    /// Value of the input at which the sum is zero.
    At(f64),
    /// The sum depends on the input, but is zero nowhere within its limits.
    NotWithinLimits,
    /// The sum does not depend on the input in this scenario.
    NoEffect,
}

/// Finds the value of one input at which the saldo of the scenario's perspective is
/// zero.
///
/// The saldo is linear in every single input, apart from a bend at zero for some (where a
/// saving becomes harm) and the bends in the number of inhabitants (of the bijstand budget),
/// so a few points determine it exactly.
pub fn break_even_value(inputs: &Inputs, id: InputId) -> RequiredValue {
    find_zero(inputs, id, &|inputs| saldo(inputs, inputs.perspective).euros())
}

/// Finds the value of one input at which `total` is zero. `total` must be a sum of
/// savings and costs, each times a fixed number, as the saldo is.
pub(super) fn find_zero(inputs: &Inputs, id: InputId, total: &dyn Fn(&Inputs) -> f64) -> RequiredValue {
    let breakpoints = breakpoints(inputs, id);
    let mut inputs = inputs.clone();
    let value = inputs.get(id);
    let mut total_at = |x: f64| {
        inputs.set(id, x);
        total(&inputs)
    };
    let points: Vec<(f64, f64)> = breakpoints.into_iter().map(|x| (x, total_at(x))).collect();
    if points.iter().all(|(_, total)| *total == points[0].1) {
        return RequiredValue::NoEffect;
    }
    let nearest = points
        .windows(2)
        .filter_map(|pair| interval_zero(pair[0], pair[1], &mut total_at))
        .min_by(|a, b| (a - value).abs().total_cmp(&(b - value).abs()));
    nearest.map_or(RequiredValue::NotWithinLimits, |x| RequiredValue::At(x + 0.0))
}

/// The value of an input at which a sum is zero, as the calculation
/// `from + gap ÷ per_unit` along a straight line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinearSolution {
    /// Value of the input to start from: its present value, or where the line bends
    /// between that and the solution, the last bend before the solution.
    pub from: f64,
    /// Amount by which the sum is below zero at `from`.
    pub gap: Euro,
    /// Amount that the sum rises by for each unit that the input rises.
    pub per_unit: Euro,
}

/// Returns how `at`, the value of one input at which the saldo is zero, is
/// calculated from its present value; `None` where `at` is the present value.
pub fn linear_solution(inputs: &Inputs, id: InputId, at: f64) -> Option<LinearSolution> {
    linear_solution_for(inputs, id, at, &|inputs| saldo(inputs, inputs.perspective).euros())
}

/// Returns how `at`, the value of one input at which `total` is zero, is
/// calculated from its present value; `None` where `at` is the present value.
pub(super) fn linear_solution_for(
    inputs: &Inputs,
    id: InputId,
    at: f64,
    total: &dyn Fn(&Inputs) -> f64,
) -> Option<LinearSolution> {
    let mut changed = inputs.clone();
    let mut total_at = |x: f64| {
        changed.set(id, x);
        total(&changed)
    };
    let from = start_of_line(inputs, id, at);
    let total_from = total_at(from);
    let per_unit = (total_at(at) - total_from) / (at - from);
    per_unit.is_finite().then(|| LinearSolution {
        from,
        gap: Euro::new(0.0 - total_from),
        per_unit: Euro::new(per_unit),
    })
}

/// Returns the present value of an input, or where the saldo bends between that and `at`,
/// the last bend before `at`.
fn start_of_line(inputs: &Inputs, id: InputId, at: f64) -> f64 {
    let value = inputs.get(id);
    let breakpoints = breakpoints(inputs, id);
    let straight = breakpoints.windows(2).filter(|ends| ends[0] <= at && at <= ends[1]);
    let starts = straight.map(|ends| value.clamp(ends[0], ends[1]));
    let nearest = starts.min_by(|a, b| (a - value).abs().total_cmp(&(b - value).abs()));
    nearest.unwrap_or(value)
}

/// Returns the values of an input between which the saldo is a straight line: its lowest and
/// its highest value, and the bends between these.
fn breakpoints(inputs: &Inputs, id: InputId) -> Vec<f64> {
    let (low, high) = id.definition().limits;
    match id {
        // A saving becomes harm below zero.
        InputId::Line(_, LineField::Aantal | LineField::Bedrag)
        | InputId::Own(_, LineField::Aantal | LineField::Bedrag) => vec![low, 0.0, high],
        // Zero inhabitants means that the number is not given.
        InputId::General(General::InwonersGemeente) => {
            vec![1.0, bijstand_budget::FOLLOWS_UP_TO, bijstand_budget::INDEPENDENT_FROM, high]
        }
        InputId::General(_) | InputId::Line(..) | InputId::Own(..) => {
            vec![low, high.min(room_for_share(inputs, id))]
        }
    }
}

/// Returns what the shares of other parties leave for the share of the gemeente; no limit for
/// other inputs.
fn room_for_share(inputs: &Inputs, id: InputId) -> f64 {
    let others = match id {
        InputId::General(General::FinancieringGemeente) => {
            [General::FinancieringRijk, General::FinancieringZorgverzekeraar].map(InputId::General)
        }
        InputId::Line(line, LineField::Gemeente) => {
            [LineField::Rijk, LineField::Zorgverzekeraar].map(|field| InputId::Line(line, field))
        }
        InputId::Own(index, LineField::Gemeente) => {
            [LineField::Rijk, LineField::Zorgverzekeraar].map(|field| InputId::Own(index, field))
        }
        InputId::General(_) | InputId::Line(..) | InputId::Own(..) => return f64::INFINITY,
    };
    // The value itself fits, but for a rounding error in the sum.
    (1.0 - others.map(|other| inputs.get(other)).iter().sum::<f64>()).max(inputs.get(id))
}

/// Returns the zero of the straight line through two points; `None` where it does not lie
/// between them. A second step, from the first estimate, removes most of the rounding error
/// that is due to points far from the zero.
fn interval_zero(
    (a, total_a): (f64, f64),
    (b, total_b): (f64, f64),
    total_at: &mut impl FnMut(f64) -> f64,
) -> Option<f64> {
    let slope = (total_b - total_a) / (b - a);
    if slope == 0.0 || total_a.signum() * total_b.signum() > 0.0 && total_a != 0.0 && total_b != 0.0 {
        return None;
    }
    let first = a - total_a / slope;
    let second = first - total_at(first) / slope;
    Some(second.clamp(a.min(b), a.max(b)))
}

#[cfg(test)]
mod tests;
