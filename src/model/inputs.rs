//! All inputs of one scenario, complete and checked.
//!
//! They start as a preset ([`crate::model::Preset::inputs`]); [`Inputs::set`] changes
//! one, and [`Inputs::issues`] tells what is out of bounds. Whoever calls
//! [`crate::model::evaluate`] makes sure that there are no issues.

mod own_lines;

use crate::model::financing::{FinancingPlan, Load};
pub use crate::model::inputs::own_lines::{OwnCost, OwnLine, OwnSaving, OwnSide};
use crate::model::issue::{Issue, Problem};
use crate::model::lines::{Kind, Line};
use crate::model::parameter::{InputId, Part};
use crate::model::parameters::General;
use crate::model::party::{Party, PerParty, SHARE_DUST, with_rest};
use crate::model::price;
use crate::model::quantity::{Count, EuroPer, Share};
use crate::model::range::{Range, Shape};

/// How the yearly costs are reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostBasis {
    /// From a budget: staff, volunteers, housing, activities, organisation.
    Begroting,
    /// From a key figure: visitors times costs per visitor.
    Kengetal,
}

impl CostBasis {
    /// Both of them.
    pub const ALL: [CostBasis; 2] = [CostBasis::Begroting, CostBasis::Kengetal];

    /// The name in files and links.
    pub fn id(self) -> &'static str {
        match self {
            CostBasis::Begroting => "begroting",
            CostBasis::Kengetal => "kengetal",
        }
    }
}

impl CostBasis {
    /// Whether this way of reckoning leaves an input without effect on costs.
    pub fn leaves_out(self, id: InputId) -> bool {
        let budget = matches!(
            id,
            InputId::General(
                General::Fte
                    | General::Vrijwilligers
                    | General::LoonkostenPerFte
                    | General::VergoedingPerVrijwilliger
                    | General::Huisvesting
                    | General::Activiteiten
                    | General::Organisatie
            )
        );
        match self {
            CostBasis::Kengetal => budget,
            CostBasis::Begroting => id == InputId::General(General::KostenPerBezoeker),
        }
    }
}

/// The inputs of one savings line, fixed or own.
#[derive(Clone, Debug, PartialEq)]
pub struct SavingInputs {
    /// What the saving is to whom.
    pub kind: Kind,
    /// Whether it counts; else it is p.m.
    pub counted: bool,
    parts: [f64; Part::ALL.len()],
}

impl SavingInputs {
    /// A line with these values per part, in the order of [`Part::ALL`].
    pub fn new(kind: Kind, counted: bool, value: impl Fn(Part) -> f64) -> SavingInputs {
        SavingInputs { kind, counted, parts: Part::ALL.map(value) }
    }

    /// The plain value of one part.
    pub fn get(&self, part: Part) -> f64 {
        self.parts[part as usize]
    }

    /// Changes the value of one part.
    pub fn set(&mut self, part: Part, value: f64) {
        self.parts[part as usize] = value;
    }

    /// How many natural units a year.
    pub fn quantity(&self) -> Count {
        Count::new(self.get(Part::Aantal))
    }

    /// Gross euros per unit.
    pub fn price(&self) -> EuroPer {
        EuroPer::new(self.get(Part::Bedrag))
    }

    /// One of the shares.
    pub fn share(&self, part: Part) -> Share {
        Share::new(self.get(part))
    }

    /// The shares of who saves, the rest included.
    pub fn parties(&self) -> PerParty<f64> {
        with_rest(self.get(Part::Gemeente), self.get(Part::Rijk), self.get(Part::Zorgverzekeraar))
    }
}

/// All inputs of one scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// How the yearly costs are reckoned.
    pub basis: CostBasis,
    general: [f64; General::COUNT],
    lines: Vec<SavingInputs>,
    /// The user's own lines, in their order.
    pub own: Vec<OwnLine>,
    /// Ranges that replace the plausible ones.
    pub ranges: Vec<(InputId, Range)>,
    /// Who pays what and until when; where it is empty, the shares of
    /// `financiering` hold.
    pub plan: FinancingPlan,
}

impl Inputs {
    /// Every fixed parameter at its default in prices of this year, without
    /// own lines.
    pub fn defaults(year: i32) -> Inputs {
        let factor = price::factor(year);
        let default = |id: InputId| {
            let definition = id.definition();
            definition.default * if definition.unit.is_amount() { factor } else { 1.0 }
        };
        let line = |line: Line| {
            let definition = line.definition();
            SavingInputs::new(definition.kind, definition.counted, |part| default(InputId::Line(line, part)))
        };
        let mut inputs = Inputs {
            basis: CostBasis::Begroting,
            general: General::ALL.map(|general| default(InputId::General(general))),
            lines: Line::ALL.map(line).into(),
            own: Vec::new(),
            ranges: Vec::new(),
            plan: FinancingPlan::default(),
        };
        inputs.set(InputId::General(General::Prijspeil), f64::from(year));
        inputs
    }

    /// The value of a general parameter.
    pub fn general(&self, general: General) -> f64 {
        self.general[general as usize]
    }

    /// A fixed savings line.
    pub fn line(&self, line: Line) -> &SavingInputs {
        &self.lines[line as usize]
    }

    /// Whether a fixed line counts.
    pub fn set_counted(&mut self, line: Line, counted: bool) {
        self.lines[line as usize].counted = counted;
    }

    /// The value of any input.
    ///
    /// # Panics
    /// When an own line is asked for that is not there.
    pub fn get(&self, id: InputId) -> f64 {
        match id {
            InputId::General(general) => self.general(general),
            InputId::Line(line, part) => self.line(line).get(part),
            InputId::Own(index, part) => self.own[index].get(part),
        }
    }

    /// The value of any input, or its neutral value where this preset has no
    /// such own line.
    pub fn get_or_neutral(&self, id: InputId) -> f64 {
        match id {
            InputId::Own(place, _) if place >= self.own.len() => id.definition().default,
            _ => self.get(id),
        }
    }

    /// Changes the value of any input; amounts are in the scenario's prices.
    ///
    /// # Panics
    /// When an own line is asked for that is not there.
    pub fn set(&mut self, id: InputId, value: f64) {
        match id {
            InputId::General(general) => self.general[general as usize] = value,
            InputId::Line(line, part) => self.lines[line as usize].set(part, value),
            InputId::Own(index, part) => self.own[index].set(part, value),
        }
    }

    /// Gives an input a range, in place of the one it had.
    pub fn set_range(&mut self, id: InputId, range: Range) {
        match self.ranges.iter_mut().find(|(of, _)| *of == id) {
            Some((_, place)) => *place = range,
            None => self.ranges.push((id, range)),
        }
    }

    /// Every input of this scenario, own lines last.
    pub fn ids(&self) -> std::vec::IntoIter<InputId> {
        let mut all: Vec<InputId> = InputId::fixed().collect();
        for (index, line) in self.own.iter().enumerate() {
            for part in Part::ALL {
                if line.has(part) {
                    all.push(InputId::Own(index, part));
                }
            }
        }
        all.into_iter()
    }

    /// The name of an input in files and links.
    pub fn name(&self, id: InputId) -> String {
        match (id.fixed_id(), id) {
            (Some(name), _) => name,
            (None, InputId::Own(index, part)) => format!("{}.{}", self.own[index].id, part.id()),
            (None, _) => unreachable!("every fixed input has an id"),
        }
    }

    /// What a party bears of the costs in a year, counted from 1: by the plan,
    /// or else by its share of the financing.
    pub fn load(&self, party: Party, year: u32) -> Load {
        if let Some(load) = self.plan.load(party, year) {
            return load;
        }
        let shares = with_rest(
            self.general(General::FinancieringGemeente),
            self.general(General::FinancieringRijk),
            self.general(General::FinancieringZorgverzekeraar),
        );
        Load { share: Share::new(*shares.get(party)), ..Load::default() }
    }

    /// Whether an input has no effect in this scenario, whatever its value: the
    /// other cost basis holds, or the plan does.
    pub fn leaves_out(&self, id: InputId) -> bool {
        let financing = matches!(
            id,
            InputId::General(
                General::FinancieringGemeente
                    | General::FinancieringRijk
                    | General::FinancieringZorgverzekeraar
            )
        );
        self.basis.leaves_out(id) || financing && !self.plan.is_empty()
    }

    /// The price year of all amounts.
    pub fn year(&self) -> i32 {
        self.general(General::Prijspeil) as i32
    }

    /// The range that an input is uncertain in, in the scenario's prices,
    /// widened where its value lies outside.
    pub fn range(&self, id: InputId) -> Range {
        let value = self.get(id);
        if let Some((_, range)) = self.ranges.iter().find(|(of, _)| *of == id) {
            return range.including(value);
        }
        let definition = id.definition();
        let Some((low, high)) = definition.plausible else {
            return Range::fixed(value);
        };
        let factor = if definition.unit.is_amount() { price::factor(self.year()) } else { 1.0 };
        Range { shape: Shape::Pert, low: low * factor, high: high * factor }.including(value)
    }

    /// Everything that is out of bounds; nothing when the inputs can be
    /// evaluated. Whole-number and limit problems come before those of sums.
    /// `written` makes text of a number: the model knows no notation.
    pub fn issues(&self, written: fn(f64) -> String) -> Vec<Issue> {
        let mut issues = Vec::new();
        for id in self.ids() {
            let value = self.get(id);
            if let Some(problem) = value_problem(id, value) {
                issues.push(Issue::new(self.name(id), written(value), problem));
            }
        }
        for (id, range) in &self.ranges {
            issues.extend(self.range_issue(*id, *range, written));
        }
        self.sum_issues(written, &mut issues);
        issues.extend(self.plan.issues(written));
        issues
    }

    fn range_issue(&self, id: InputId, range: Range, written: fn(f64) -> String) -> Option<Issue> {
        let field = format!("ranges.{}", self.name(id));
        let definition = id.definition();
        if range.shape == Shape::Fixed {
            return None;
        }
        if !definition.may_vary {
            return Some(Issue::new(field, range.shape.id(), Problem::MayNotVary));
        }
        let ends = [("low", range.low), ("high", range.high)];
        if let Some((end, value, problem)) =
            ends.into_iter().find_map(|(end, value)| value_problem(id, value).map(|p| (end, value, p)))
        {
            return Some(Issue::new(format!("{field}.{end}"), written(value), problem));
        }
        let reversed = range.low > range.high;
        let given = || [range.low, range.high].map(written).join(" – ");
        reversed.then(|| Issue::new(field, given(), Problem::Reversed))
    }

    fn sum_issues(&self, written: fn(f64) -> String, issues: &mut Vec<Issue>) {
        let financing =
            [General::FinancieringGemeente, General::FinancieringRijk, General::FinancieringZorgverzekeraar];
        let parts = [Part::Gemeente, Part::Rijk, Part::Zorgverzekeraar];
        let mut check = |name: &str, shares: [f64; 3]| {
            let sum: f64 = shares.iter().sum();
            if sum > 1.0 + SHARE_DUST {
                let named = parts.map(|part| format!("{name}.{}", part.id())).join(" + ");
                let given = shares.map(written).join(" + ");
                issues.push(Issue::new(named, given, Problem::AboveWhole { sum }));
            }
        };
        check("financiering", financing.map(|of| self.general(of)));
        for line in Line::ALL {
            check(line.id(), parts.map(|part| self.line(line).get(part)));
        }
        for line in &self.own {
            if let OwnSide::Saving(saving) = &line.side {
                check(&line.id, parts.map(|part| saving.inputs.get(part)));
            }
        }
    }
}

/// What is wrong with this value for this input, if anything.
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
