//! Grades of the evidence behind the headline and the lines that it is calculated from,
//! and the weakest input that matters.
//!
//! ```
//! use rekenmodel::evidence::grade::{EvidenceGrade, evidence_summary};
//! use rekenmodel::model::{Preset, evaluate};
//!
//! let inputs = Preset::Brochure.inputs();
//! // The deadweight of the lines that count, uitkeringen and dagbesteding, is our own assumption.
//! assert_eq!(evidence_summary(&inputs, &evaluate(&inputs), &[]).grade, EvidenceGrade::Assumed);
//! ```
//!
//! # The rule
//! An input with its default value has a grade by the status of that default: from the
//! brochure is reasonable, derived from the brochure estimated, published sound, and our
//! own proposal assumed. With another value an input is assumed. Marked as the user's own
//! figure, with a source, it is sound; but quantities and corrections of savings are
//! effects, which cannot be observed without a control group, so these are at most
//! reasonable. An input matters when its range changes the saldo by at least a twentieth
//! of costs or savings, whichever is larger, or turns the conclusion; costs, savings and saldo
//! are those of the scenario's perspective, and so are the lines. The grade of a line
//! is the grade of its weakest input that matters, and the grade of the headline is that of
//! the weakest line. A savings line of which no input matters does not limit the headline.
//! Costs with only default values have a grade of their own, reasonable, since the brochure
//! gives their total.

use crate::model::inputs::OwnSide;
use crate::model::outcome::saldo;
use crate::model::savings::{Saving, SavingId};
use crate::model::{Euro, InputId, Inputs, LineField, Outcome, Status, switching_value};

/// A grade of evidence, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceGrade {
    /// Assumed, by us or by the user.
    Assumed,
    /// Estimated by the sector, or derived from that.
    Estimated,
    /// From a source that can be looked up, or from the user's records of effects.
    Reasonable,
    /// Published, or from the user's bookkeeping.
    Sound,
}

impl EvidenceGrade {
    /// List of all variants, the weakest first.
    pub const ALL: [EvidenceGrade; 4] =
        [EvidenceGrade::Assumed, EvidenceGrade::Estimated, EvidenceGrade::Reasonable, EvidenceGrade::Sound];
}

/// Amount of the outcome whose evidence is graded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EvidenceSubject {
    /// Costs of the initiative, all together.
    Costs,
    /// A savings line that counts.
    Saving(SavingId),
}

/// Strength of the evidence behind one line.
#[derive(Clone, Debug, PartialEq)]
pub struct LineEvidence {
    /// The costs, or the savings line that is graded.
    pub subject: EvidenceSubject,
    /// Grade of the evidence.
    pub grade: EvidenceGrade,
    /// The weakest of its inputs that matter; `None` where none of them matters.
    pub weakest: Option<InputId>,
}

/// Strength of the evidence behind the headline.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceSummary {
    /// The costs, then every line that counts as a saving.
    pub lines: Vec<LineEvidence>,
    /// Grade of the evidence behind the headline.
    pub grade: EvidenceGrade,
    /// The weakest input that matters; `None` where no input matters.
    pub weakest: Option<InputId>,
}

/// Share of costs or savings from which a change of the saldo matters.
const MATERIAL_SHARE: f64 = 0.05;

/// Grades the evidence behind the outcome in the perspective of the scenario, given the inputs
/// that are marked as the user's own.
pub fn evidence_summary(
    inputs: &Inputs,
    outcome: &Outcome,
    user_sources: &[(InputId, String)],
) -> EvidenceSummary {
    let defaults = Inputs::defaults(inputs.prices());
    let perspective = inputs.perspective;
    let amounts = [outcome.costs_of(perspective), outcome.savings_of(perspective)];
    let material_amount =
        amounts.into_iter().fold(0.0, |largest: f64, amount| largest.max(amount.euros().abs()))
            * MATERIAL_SHARE;
    let mut swings = Swings::new(inputs);
    let fields: Vec<InputEvidence> = switching_value::saldo_inputs(inputs)
        .into_iter()
        .filter_map(|id| {
            let grade = grade(inputs, &defaults, user_sources, id)?;
            let (swing, turns_conclusion) = swings.saldo_swing(id);
            Some(InputEvidence {
                id,
                grade,
                swing,
                is_material: swing >= material_amount || turns_conclusion,
            })
        })
        .collect();
    let costs = fields.iter().filter(|field| is_cost(inputs, field.id));
    let mut lines = vec![line_evidence(EvidenceSubject::Costs, costs)];
    if has_brochure_costs(inputs, &defaults, user_sources) {
        // The brochure gives the total, so its grade does not depend on how we split it.
        let (subject, grade) = (EvidenceSubject::Costs, EvidenceGrade::Reasonable);
        lines[0] = LineEvidence { subject, grade, weakest: None };
    }
    let counts = |saving: &&Saving| saving.counted && saving.kind.counts_for(perspective);
    for saving in outcome.savings.iter().filter(counts) {
        let of_saving = fields.iter().filter(|field| belongs_to(&saving.id, field.id));
        lines.push(line_evidence(EvidenceSubject::Saving(saving.id.clone()), of_saving));
    }
    let limits_headline =
        |line: &&LineEvidence| line.subject == EvidenceSubject::Costs || line.weakest.is_some();
    let weakest = lines.iter().filter(limits_headline).map(|line| line.grade).min();
    let grade = weakest.unwrap_or(EvidenceGrade::Assumed);
    let swing = |line: &LineEvidence| {
        fields.iter().find(|field| Some(field.id) == line.weakest).map_or(0.0, |field| field.swing)
    };
    // Of the weakest lines the one whose weakest input has the largest swing; of equal
    // ones the first, in the order of the page.
    let weakest_lines = lines.iter().filter(|line| line.grade == grade && line.weakest.is_some());
    let largest = weakest_lines.fold(None, |best: Option<&LineEvidence>, line| match best {
        Some(best) if swing(best) >= swing(line) => Some(best),
        _ => Some(line),
    });
    EvidenceSummary { grade, weakest: largest.and_then(|line| line.weakest), lines }
}

/// Grades an own line by itself, whether it counts or not: the grade of its weakest
/// input, whether that matters or not.
pub fn own_line(inputs: &Inputs, user_sources: &[(InputId, String)], index: usize) -> EvidenceGrade {
    let defaults = Inputs::defaults(inputs.prices());
    let fields = LineField::ALL.into_iter().filter(|field| inputs.own[index].has(*field));
    let grades =
        fields.filter_map(|field| grade(inputs, &defaults, user_sources, InputId::Own(index, field)));
    grades.min().unwrap_or(EvidenceGrade::Assumed)
}

/// Grade of one input, and whether it matters.
struct InputEvidence {
    id: InputId,
    grade: EvidenceGrade,
    /// Change of the saldo over the range of the input, in euros.
    swing: f64,
    is_material: bool,
}

/// Grades a line by its weakest input that matters, or else by its weakest input. Of
/// equal ones it names the one with the largest swing.
fn line_evidence<'a>(
    subject: EvidenceSubject,
    fields: impl Iterator<Item = &'a InputEvidence> + Clone,
) -> LineEvidence {
    let material = fields.clone().filter(|field| field.is_material);
    let weakest = material.fold(None, |weakest: Option<&InputEvidence>, field| match weakest {
        Some(weakest) if (weakest.grade, -weakest.swing) <= (field.grade, -field.swing) => Some(weakest),
        _ => Some(field),
    });
    let grade = weakest.map(|field| field.grade).or(fields.map(|field| field.grade).min());
    LineEvidence {
        subject,
        grade: grade.unwrap_or(EvidenceGrade::Assumed),
        weakest: weakest.map(|field| field.id),
    }
}

/// Returns whether an input of the saldo is one of the costs rather than of a saving.
fn is_cost(inputs: &Inputs, id: InputId) -> bool {
    match id {
        InputId::General(_) => true,
        InputId::Line(..) => false,
        InputId::Own(index, _) => matches!(inputs.own[index].side, OwnSide::Cost(_)),
    }
}

/// Returns whether an input is one of this savings line.
fn belongs_to(saving: &SavingId, id: InputId) -> bool {
    match (saving, id) {
        (SavingId::Fixed(line), InputId::Line(other, _)) => *line == other,
        (SavingId::Own(index, _), InputId::Own(other, _)) => *index == other,
        _ => false,
    }
}

/// Returns whether all inputs of the costs have their default values, and none is marked
/// as the user's own.
fn has_brochure_costs(inputs: &Inputs, defaults: &Inputs, user_sources: &[(InputId, String)]) -> bool {
    let is_default = |id: &InputId| match id {
        InputId::Own(..) => false,
        _ => inputs.get(*id) == defaults.get(*id) && !user_sources.iter().any(|(marked, _)| marked == id),
    };
    switching_value::saldo_inputs(inputs).iter().filter(|id| is_cost(inputs, **id)).all(is_default)
}

/// Grades one input; `None` where it is no assumption, such as a choice that the user did
/// not make.
pub fn grade(
    inputs: &Inputs,
    defaults: &Inputs,
    user_sources: &[(InputId, String)],
    id: InputId,
) -> Option<EvidenceGrade> {
    if let Some((_, source)) = user_sources.iter().find(|(marked, _)| *marked == id) {
        let is_effect =
            matches!(id, InputId::Line(_, field) | InputId::Own(_, field) if field != LineField::Bedrag);
        return Some(match source.trim() {
            "" => without_source(inputs, id),
            _ if is_effect && !is_cost(inputs, id) => EvidenceGrade::Reasonable,
            _ => EvidenceGrade::Sound,
        });
    }
    let is_default = !matches!(id, InputId::Own(..)) && inputs.get(id) == defaults.get(id);
    match id.definition().status {
        Status::Choice if is_default => None,
        // Corrections of an own line that the user did not change.
        Status::Choice if is_neutral(inputs, id) => None,
        _ if !is_default => Some(without_source(inputs, id)),
        Status::Brochure => Some(EvidenceGrade::Reasonable),
        Status::Derived => Some(EvidenceGrade::Estimated),
        Status::Published => Some(EvidenceGrade::Sound),
        Status::Proposal | Status::Choice => Some(EvidenceGrade::Assumed),
    }
}

/// Grades the user's own value without a source: an assumption, unless the user is sure of it
/// (a range of kind `fixed`). A cost that is known is firmer than a number of people, since it
/// is not known whether these were helped by the initiative.
fn without_source(inputs: &Inputs, id: InputId) -> EvidenceGrade {
    match (inputs.is_fixed(id), is_cost(inputs, id)) {
        (false, _) => EvidenceGrade::Assumed,
        (true, true) => EvidenceGrade::Reasonable,
        (true, false) => EvidenceGrade::Estimated,
    }
}

/// Returns whether an input has its neutral default, which quantity and amount of an own
/// line do not have.
fn is_neutral(inputs: &Inputs, id: InputId) -> bool {
    let has_no_default = matches!(id, InputId::Own(_, LineField::Aantal | LineField::Bedrag));
    !has_no_default && inputs.get(id) == id.definition().default
}

/// Calculates how much the saldo changes over the range of an input.
///
/// The saldo is a sum over lines, so for an input of an own line it is calculated without the
/// other own lines: otherwise the time would grow with the square of their number.
struct Swings<'a> {
    inputs: &'a Inputs,
    saldo: Euro,
    /// A copy of the inputs.
    all: Inputs,
    /// The inputs with one own line, and the index of that line.
    alone: (Inputs, Option<usize>),
}

impl<'a> Swings<'a> {
    fn new(inputs: &'a Inputs) -> Swings<'a> {
        let mut none = inputs.clone();
        none.own.clear();
        none.ranges.clear();
        Swings { inputs, saldo: saldo(inputs, inputs.perspective), all: inputs.clone(), alone: (none, None) }
    }

    /// Returns the change of the saldo over the range of an input, and whether it crosses
    /// zero. For an input without a range it is the change from zero, or its lower limit
    /// where that is higher, to its value.
    fn saldo_swing(&mut self, id: InputId) -> (f64, bool) {
        let (value, range) = (self.inputs.get(id), self.inputs.range(id));
        let (scratch, scratch_id) = match id {
            InputId::Own(index, field) => {
                let (alone, shown) = &mut self.alone;
                if *shown != Some(index) {
                    alone.own = vec![self.inputs.own[index].clone()];
                    *shown = Some(index);
                }
                (alone, InputId::Own(0, field))
            }
            InputId::General(_) | InputId::Line(..) => (&mut self.all, id),
        };
        let perspective = self.inputs.perspective;
        let of_other_lines = self.saldo - saldo(scratch, perspective);
        let mut saldo_at = |x: f64| {
            scratch.set(scratch_id, x);
            saldo(scratch, perspective) + of_other_lines
        };
        let found = if range.low < range.high {
            let (low, high) = (saldo_at(range.low), saldo_at(range.high));
            ((high - low).euros().abs(), (low < Euro::ZERO) != (high < Euro::ZERO))
        } else {
            let lowest = id.definition().limits.0.max(0.0);
            ((self.saldo - saldo_at(lowest)).euros().abs(), false)
        };
        scratch.set(scratch_id, value);
        found
    }
}

#[cfg(test)]
mod tests;
