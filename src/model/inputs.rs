//! All inputs of one scenario, complete.
//!
//! They start as a preset ([`crate::model::Preset::inputs`]); [`Inputs::set`] changes
//! one, and [`Inputs::issues`] lists the ones that are out of bounds. Callers of
//! [`crate::model::evaluate`] make sure that there are no issues.

mod cost_basis;
mod default_range;
mod own_lines;
mod phase;
mod saving_inputs;

use crate::model::financing::{CostAllocation, FinancingPlan, Period};
pub use crate::model::inputs::cost_basis::CostBasis;
pub use crate::model::inputs::default_range::{
    AVERAGE_VISITORS, HIGHEST_FEE, brochure_value, counts_from_zero, default_range, plausible_range,
};
pub use crate::model::inputs::own_lines::{OwnCost, OwnLine, OwnSaving, OwnSide};
pub use crate::model::inputs::phase::Phase;
pub use crate::model::inputs::saving_inputs::SavingInputs;
use crate::model::issue::{Issue, Problem};
use crate::model::lines::Line;
use crate::model::parameter::{InputId, LineField};
use crate::model::parameters::General;
use crate::model::party::{Party, SHARE_TOLERANCE, complete_shares};
use crate::model::perspective::Perspective;
use crate::model::price::PriceLevel;
use crate::model::quantity::Share;
use crate::model::range::{Range, Shape};

/// Identity of a savings line among the inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SavingLineId {
    /// A fixed line.
    Fixed(Line),
    /// The user's own line with this index in their list.
    Own(usize),
}

impl SavingLineId {
    /// Returns one of the line's inputs.
    pub fn input(self, field: LineField) -> InputId {
        match self {
            SavingLineId::Fixed(line) => InputId::Line(line, field),
            SavingLineId::Own(index) => InputId::Own(index, field),
        }
    }
}

/// Reason why an input has no effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IgnoreReason {
    /// It belongs to the other basis of the costs.
    CostBasis,
    /// It belongs to new initiatives, and this one exists.
    Phase,
    /// The dekkingsplan replaces it.
    Plan,
}

/// Inputs of one scenario, complete.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// Basis of the yearly costs.
    pub basis: CostBasis,
    /// Phase of the initiative.
    pub phase: Phase,
    /// Whose saldo is put in front.
    pub perspective: Perspective,
    general: [f64; General::COUNT],
    lines: Vec<SavingInputs>,
    /// The user's own lines, in their order.
    pub own: Vec<OwnLine>,
    /// Ranges that the user set; they replace the plausible ones.
    pub ranges: Vec<(InputId, Range)>,
    /// Funders of the costs; where there are none, the shares of `financiering`
    /// apply.
    pub plan: FinancingPlan,
}

impl Inputs {
    /// Makes inputs with every fixed parameter at its default in these prices, without
    /// own lines.
    pub fn defaults(prices: impl Into<PriceLevel>) -> Inputs {
        let prices = prices.into();
        let default = |id: InputId| {
            let definition = id.definition();
            definition.default * definition.price_factor(prices)
        };
        let line = |line: Line| {
            let definition = line.definition();
            SavingInputs::new(definition.kind, definition.counted, |field| {
                default(InputId::Line(line, field))
            })
        };
        let mut inputs = Inputs {
            basis: CostBasis::Begroting,
            phase: Phase::Bestaand,
            perspective: Perspective::Partijen,
            general: General::ALL.map(|general| default(InputId::General(general))),
            lines: Line::ALL.map(line).into(),
            own: Vec::new(),
            ranges: Vec::new(),
            plan: FinancingPlan::default(),
        };
        inputs.set(InputId::General(General::Prijspeil), f64::from(prices.year));
        inputs.set(InputId::General(General::VerwachteInflatie), prices.expected_inflation);
        inputs
    }

    /// Returns the value of a general parameter.
    pub fn general(&self, general: General) -> f64 {
        self.general[general as usize]
    }

    /// Returns a fixed savings line.
    pub fn line(&self, line: Line) -> &SavingInputs {
        &self.lines[line as usize]
    }

    /// Returns all savings lines, counted or not: the fixed ones, then the user's own.
    pub fn saving_lines(&self) -> impl Iterator<Item = (SavingLineId, &SavingInputs)> {
        let fixed = Line::ALL.into_iter().map(|line| (SavingLineId::Fixed(line), self.line(line)));
        let own = self.own.iter().enumerate().filter_map(|(index, line)| match &line.side {
            OwnSide::Cost(_) => None,
            OwnSide::Saving(saving) => Some((SavingLineId::Own(index), &saving.inputs)),
        });
        fixed.chain(own)
    }

    /// Returns the inputs without any effect: no line counts.
    pub fn without_effects(&self) -> Inputs {
        let mut without = self.clone();
        Line::ALL.into_iter().for_each(|line| without.set_counted(line, false));
        for own in &mut without.own {
            if let OwnSide::Saving(saving) = &mut own.side {
                saving.inputs.counted = false;
            }
        }
        without
    }

    /// Sets whether a fixed line counts.
    pub fn set_counted(&mut self, line: Line, counted: bool) {
        self.lines[line as usize].counted = counted;
    }

    /// Returns the value of any input.
    ///
    /// # Panics
    /// When the id is of an own line that does not exist.
    pub fn get(&self, id: InputId) -> f64 {
        match id {
            InputId::General(general) => self.general(general),
            InputId::Line(line, field) => self.line(line).get(field),
            InputId::Own(index, field) => self.own[index].get(field),
        }
    }

    /// Returns the value of any input, or its neutral value where the id is of an own line
    /// that does not exist, as in a preset.
    pub fn get_or_neutral(&self, id: InputId) -> f64 {
        match id {
            InputId::Own(index, _) if index >= self.own.len() => id.definition().default,
            _ => self.get(id),
        }
    }

    /// Changes the value of any input; amounts are in the scenario's prices.
    ///
    /// # Panics
    /// When the id is of an own line that does not exist.
    pub fn set(&mut self, id: InputId, value: f64) {
        match id {
            InputId::General(general) => self.general[general as usize] = value,
            InputId::Line(line, field) => self.lines[line as usize].set(field, value),
            InputId::Own(index, field) => self.own[index].set(field, value),
        }
    }

    /// Sets the range of an input, instead of the one that it had.
    pub fn set_range(&mut self, id: InputId, range: Range) {
        match self.ranges.iter_mut().find(|(other, _)| *other == id) {
            Some((_, present)) => *present = range,
            None => self.ranges.push((id, range)),
        }
    }

    /// Returns every input of this scenario, own lines last.
    pub fn ids(&self) -> std::vec::IntoIter<InputId> {
        let mut all: Vec<InputId> = InputId::fixed().collect();
        for (index, line) in self.own.iter().enumerate() {
            for field in LineField::ALL {
                if line.has(field) {
                    all.push(InputId::Own(index, field));
                }
            }
        }
        all.into_iter()
    }

    /// Returns the name of an input in files and links.
    pub fn name(&self, id: InputId) -> String {
        match (id.fixed_id(), id) {
            (Some(name), _) => name,
            (None, InputId::Own(index, field)) => format!("{}.{}", self.own[index].id, field.id()),
            (None, _) => unreachable!("every fixed input has an id"),
        }
    }

    /// Returns the costs that a party bears in a period: by the plan, or else by its
    /// share of the financing.
    pub fn cost_allocation(&self, party: Party, period: Period) -> CostAllocation {
        if let Some(allocation) = self.plan.cost_allocation(party, period) {
            return allocation;
        }
        let shares = complete_shares(
            self.general(General::FinancieringGemeente),
            self.general(General::FinancieringRijk),
            self.general(General::FinancieringZorgverzekeraar),
        );
        CostAllocation { share: Share::new(*shares.get(party)), ..CostAllocation::default() }
    }

    /// Returns whether an input has no effect in this scenario, whatever its value.
    pub fn ignores(&self, id: InputId) -> bool {
        self.ignore_reason(id).is_some()
    }

    /// Returns why an input has no effect in this scenario, whatever its value; `None`
    /// where it can have one.
    pub fn ignore_reason(&self, id: InputId) -> Option<IgnoreReason> {
        let financing = matches!(
            id,
            InputId::General(
                General::FinancieringGemeente
                    | General::FinancieringRijk
                    | General::FinancieringZorgverzekeraar
            )
        );
        let ramp = matches!(id, InputId::General(General::IngroeiJaar1 | General::IngroeiJaar2));
        if self.basis.ignores(id) {
            Some(IgnoreReason::CostBasis)
        } else if financing && !self.plan.is_empty() {
            Some(IgnoreReason::Plan)
        } else if ramp && self.phase == Phase::Bestaand {
            Some(IgnoreReason::Phase)
        } else {
            None
        }
    }

    /// Returns the price year of all amounts.
    pub fn year(&self) -> i32 {
        self.general(General::Prijspeil) as i32
    }

    /// Returns the prices that all amounts are in.
    pub fn prices(&self) -> PriceLevel {
        let expected_inflation = self.general(General::VerwachteInflatie);
        PriceLevel { year: self.year(), expected_inflation }
    }

    /// Returns whether the user is sure of the value of an input: its range is fixed.
    pub fn is_fixed(&self, id: InputId) -> bool {
        self.named_range(id).is_some_and(|range| range.shape == Shape::Fixed)
    }

    /// Returns the range that the user gave an input.
    pub fn named_range(&self, id: InputId) -> Option<Range> {
        self.ranges.iter().find(|(named, _)| *named == id).map(|(_, range)| *range)
    }

    /// Returns the range within which an input is uncertain, in the scenario's prices:
    /// the user's own, or else the default one; widened where its value lies outside.
    pub fn range(&self, id: InputId) -> Range {
        let value = self.get(id);
        let default = || default_range(self, id).map(|(low, high)| Range { shape: Shape::Pert, low, high });
        self.named_range(id).or_else(default).map_or(Range::fixed(value), |range| range.including(value))
    }

    /// Lists everything that is out of bounds; empty when the inputs can be evaluated.
    /// Values come first, then ranges, sums of shares, and the dekkingsplan.
    /// `format_number` writes a number as text, since the model knows no notation.
    pub fn issues(&self, format_number: fn(f64) -> String) -> Vec<Issue> {
        let mut issues = Vec::new();
        for id in self.ids() {
            let value = self.get(id);
            if let Some(problem) = value_problem(id, value) {
                issues.push(Issue::new(self.name(id), format_number(value), problem));
            }
        }
        for (id, range) in &self.ranges {
            issues.extend(self.range_issue(*id, *range, format_number));
        }
        self.sum_issues(format_number, &mut issues);
        issues.extend(self.plan.issues(format_number));
        issues
    }

    fn range_issue(&self, id: InputId, range: Range, format_number: fn(f64) -> String) -> Option<Issue> {
        let field = format!("ranges.{}", self.name(id));
        let definition = id.definition();
        if !definition.may_vary {
            return Some(Issue::new(field, range.shape.id(), Problem::MayNotVary));
        }
        if range.shape == Shape::Fixed {
            return None;
        }
        let ends = [("low", range.low), ("high", range.high)];
        if let Some((end, value, problem)) =
            ends.into_iter().find_map(|(end, value)| Some((end, value, value_problem(id, value)?)))
        {
            return Some(Issue::new(format!("{field}.{end}"), format_number(value), problem));
        }
        let reversed = range.low > range.high;
        let given = || [range.low, range.high].map(format_number).join(" – ");
        reversed.then(|| Issue::new(field, given(), Problem::Reversed))
    }

    fn sum_issues(&self, format_number: fn(f64) -> String, issues: &mut Vec<Issue>) {
        let financing =
            [General::FinancieringGemeente, General::FinancieringRijk, General::FinancieringZorgverzekeraar];
        let fields = LineField::PARTIES;
        let mut check = |name: &str, shares: [f64; 3]| {
            let sum: f64 = shares.iter().sum();
            if sum > 1.0 + SHARE_TOLERANCE {
                let named = fields.map(|field| format!("{name}.{}", field.id())).join(" + ");
                let given = shares.map(format_number).join(" + ");
                issues.push(Issue::new(named, given, Problem::AboveWhole { sum }));
            }
        };
        check("financiering", financing.map(|general| self.general(general)));
        for line in Line::ALL {
            check(line.id(), fields.map(|field| self.line(line).get(field)));
        }
        for line in &self.own {
            if let OwnSide::Saving(saving) = &line.side {
                check(&line.id, fields.map(|field| saving.inputs.get(field)));
            }
        }
    }
}

/// Returns the problem with a value for an input; `None` where it is allowed.
pub fn value_problem(id: InputId, value: f64) -> Option<Problem> {
    let definition = id.definition();
    let ((low, high), unit) = (definition.limits, definition.unit);
    if unit.is_whole() && value.fract() != 0.0 {
        return Some(Problem::NotWhole { low, high, unit });
    }
    // Written so that NaN is outside too.
    let inside = value >= low && value <= high;
    (!inside).then_some(Problem::OutOfLimits { low, high, unit })
}
