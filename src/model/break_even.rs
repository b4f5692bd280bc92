//! How far from break-even: in all, per line, and per input.

use crate::model::bijstand_budget;
use crate::model::inputs::Inputs;
use crate::model::outcome::saldo;
use crate::model::parameter::{InputId, LineField};
use crate::model::parameters::General;
use crate::model::perspective::{PerPerspective, Perspective};
use crate::model::quantity::{Count, Euro, EuroPer};
use crate::model::savings::{Saving, SavingId};
use serde::{Serialize, Serializer};

/// One amount compared with another, where that means something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ratio {
    /// The one is this many times the other.
    Times(f64),
    /// No costs above zero to compare with.
    NoCosts,
    /// No savings above zero to compare with.
    NoSavings,
}

impl Ratio {
    /// `top ÷ bottom`, where both costs and savings are above zero.
    pub fn of(top: Euro, bottom: Euro, costs: Euro, savings: Euro) -> Ratio {
        if costs <= Euro::ZERO {
            return Ratio::NoCosts;
        }
        if savings <= Euro::ZERO {
            return Ratio::NoSavings;
        }
        match top.ratio(bottom) {
            Some(times) => Ratio::Times(times),
            // Only where the divisor is smaller than any amount of money.
            None if bottom == costs => Ratio::NoCosts,
            None => Ratio::NoSavings,
        }
    }

    /// The number, where there is one.
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
    /// Whether it counts; then `needed` comes on top of its number, else it is the
    /// total. A negative number is the margin.
    pub counted: bool,
    /// Number of units; `None` where a unit adds nothing to the saldo.
    pub needed: Option<Count>,
    /// The step: the amount that one unit adds to the perspective's saldo.
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

/// Distance to break-even, in a full-effect year without start-up costs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BreakEven {
    /// Costs less savings, all parties together.
    pub gap: Euro,
    /// The gap per visitor, all parties together.
    pub gap_per_visitor: EuroPer,
    /// Factor by which the savings must grow to close the gap.
    pub savings_factor: Ratio,
    /// Amount of money that the p.m. lines must be worth together: the gap, at
    /// least zero.
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

pub(super) fn break_even(
    perspective: Perspective,
    gaps: PerPerspective<Euro>,
    (costs, saved): (Euro, Euro),
    savings: &[Saving],
    visitors: Count,
) -> BreakEven {
    let perspectives = PerPerspective::from_fn(|of| {
        let gap = *gaps.get(of);
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
    let adds = |saving: &&Saving| match perspective {
        Perspective::Partijen | Perspective::Gemeente => saving.kind.is_saving(),
        Perspective::Samenleving => saving.kind.counts_for_society(),
    };
    let society_threshold = gaps.samenleving.max(Euro::ZERO);
    let Gap { gap, gap_per_visitor } = perspectives.partijen;
    BreakEven {
        gap,
        gap_per_visitor,
        savings_factor: Ratio::of(costs, saved, costs, saved),
        pm_threshold: gap.max(Euro::ZERO),
        society_threshold,
        society_threshold_per_visitor: society_threshold / visitors,
        perspectives,
        per_line: savings.iter().filter(adds).map(needed).collect(),
    }
}

/// The value of one input at which the saldo is zero, all else unchanged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BreakEvenValue {
    /// Value at which it breaks even.
    At(f64),
    /// The saldo moves with it, and is nowhere zero within its limits.
    NotWithinLimits,
    /// The saldo does not depend on it in this scenario.
    NoEffect,
}

/// Finds the value of one input at which the saldo of the scenario's perspective is
/// zero.
///
/// The saldo is a straight line in every single input, bent at most at zero
/// (where a saving becomes harm), so two or three points fix it exactly.
pub fn break_even_value(inputs: &Inputs, id: InputId) -> BreakEvenValue {
    zero_of(inputs, id, &|inputs| saldo(inputs, inputs.perspective).euros())
}

/// Finds the value of one input at which this is zero: any sum of savings and
/// costs, each times a fixed number.
pub(super) fn zero_of(inputs: &Inputs, id: InputId, of: &dyn Fn(&Inputs) -> f64) -> BreakEvenValue {
    let mut inputs = inputs.clone();
    let value = inputs.get(id);
    let mut at = |x: f64| {
        inputs.set(id, x);
        of(&inputs)
    };
    let (low, high) = id.definition().limits;
    let breakpoints = if bends_at_zero(id) {
        vec![low, 0.0, high]
    } else if id == InputId::General(General::InwonersGemeente) {
        // Zero inhabitants means that the number is not given.
        vec![1.0, bijstand_budget::FOLLOWS_UP_TO, bijstand_budget::INDEPENDENT_FROM, high]
    } else {
        vec![low, high]
    };
    let points: Vec<(f64, f64)> = breakpoints.into_iter().map(|x| (x, at(x))).collect();
    if points.iter().all(|(_, saldo)| *saldo == points[0].1) {
        return BreakEvenValue::NoEffect;
    }
    let nearest = points
        .windows(2)
        .filter_map(|pair| interval_zero(pair[0], pair[1], &mut at))
        .min_by(|a, b| (a - value).abs().total_cmp(&(b - value).abs()));
    nearest.map_or(BreakEvenValue::NotWithinLimits, |x| BreakEvenValue::At(x + 0.0))
}

/// Solution along a straight line: `from + gap ÷ per_unit`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinearSolution {
    /// The value to begin with: the one of now, or zero where the line bends
    /// between that and the break-even.
    pub from: f64,
    /// Amount that the saldo, or another sum, is short of zero at that value.
    pub gap: Euro,
    /// Amount that one more of the input adds to it, on this line.
    pub per_unit: Euro,
}

/// The way to the value of one input at which the saldo is zero:
/// `from + gap ÷ per_unit`. None where `at` is the value of now.
pub fn linear_solution(inputs: &Inputs, id: InputId, at: f64) -> Option<LinearSolution> {
    linear_solution_where(inputs, id, at, &|inputs| saldo(inputs, inputs.perspective).euros())
}

/// Finds the straight line to the value at which any sum is zero; none where `at`
/// is the value of now.
pub(super) fn linear_solution_where(
    inputs: &Inputs,
    id: InputId,
    at: f64,
    of: &dyn Fn(&Inputs) -> f64,
) -> Option<LinearSolution> {
    let mut there = inputs.clone();
    let mut value_at = |x: f64| {
        there.set(id, x);
        of(&there)
    };
    let value = inputs.get(id);
    let from = if bends_at_zero(id) && value * at < 0.0 { 0.0 } else { value };
    let before = value_at(from);
    let per_unit = (value_at(at) - before) / (at - from);
    per_unit.is_finite().then(|| LinearSolution {
        from,
        gap: Euro::new(0.0 - before),
        per_unit: Euro::new(per_unit),
    })
}

/// Returns whether the saldo's line bends at zero: there a saving becomes harm.
fn bends_at_zero(id: InputId) -> bool {
    matches!(
        id,
        InputId::Line(_, LineField::Aantal | LineField::Bedrag)
            | InputId::Own(_, LineField::Aantal | LineField::Bedrag)
    )
}

/// Returns where the straight line through two points is zero, if between them. One
/// more step along the line takes out the rounding of far-away ends.
fn interval_zero(
    (a, at_a): (f64, f64),
    (b, at_b): (f64, f64),
    at: &mut impl FnMut(f64) -> f64,
) -> Option<f64> {
    let slope = (at_b - at_a) / (b - a);
    if slope == 0.0 || at_a.signum() * at_b.signum() > 0.0 && at_a != 0.0 && at_b != 0.0 {
        return None;
    }
    let first = a - at_a / slope;
    let second = first - at(first) / slope;
    Some(second.clamp(a.min(b), a.max(b)))
}

#[cfg(test)]
mod tests;
