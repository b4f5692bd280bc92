//! Strength of the evidence behind the headline: the grade of what it is made
//! of, and the weakest assumption in it that matters.
//!
//! ```
//! use rekenmodel::evidence::grade::{EvidenceGrade, evidence_summary};
//! use rekenmodel::model::{Preset, evaluate};
//!
//! let inputs = Preset::Brochure.inputs();
//! // Nobody looked at what would have happened anyway.
//! assert_eq!(evidence_summary(&inputs, &evaluate(&inputs), &[]).grade, EvidenceGrade::Assumed);
//! ```
//!
//! The rule. An input has the grade that the registry gives its default (brochure:
//! reasonable; derived from it: estimated; published: sound; our proposal:
//! assumed) and assumed once it has another value. Marked as the user's own,
//! with where it comes from, it is sound; but the numbers and corrections of
//! savings are effects, which nobody can see without a group to compare with,
//! and get no further than reasonable. An input matters when its range moves the
//! saldo by a twentieth of costs or savings, or turns the conclusion. A line,
//! and the headline, has the grade of the weakest that matters.

use crate::model::inputs::OwnSide;
use crate::model::outcome::saldo;
use crate::model::savings::SavingId;
use crate::model::{Euro, InputId, Inputs, LineField, Outcome, Status, switching_value};

/// A state of evidence, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceGrade {
    /// Assumption of whoever filled it in.
    Assumed,
    /// Estimated by the sector, or derived from that.
    Estimated,
    /// Source that can be looked up, or one's own records of effects.
    Reasonable,
    /// Published, or from one's own books.
    Sound,
}

impl EvidenceGrade {
    /// List of all variants, the weakest first.
    pub const ALL: [EvidenceGrade; 4] =
        [EvidenceGrade::Assumed, EvidenceGrade::Estimated, EvidenceGrade::Reasonable, EvidenceGrade::Sound];
}

/// Part of the outcome that a state of evidence is about.
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
    /// Line that is graded.
    pub of: EvidenceSubject,
    /// State of evidence.
    pub grade: EvidenceGrade,
    /// The weakest input that matters in it; none where none matters.
    pub weakest: Option<InputId>,
}

/// Strength of the evidence behind the headline.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceSummary {
    /// The costs, then every line that counts as a saving.
    pub lines: Vec<LineEvidence>,
    /// The state of evidence of the headline.
    pub grade: EvidenceGrade,
    /// Weakest input that matters; none where no input matters.
    pub weakest: Option<InputId>,
}

/// Part of costs or savings from which a move of the saldo matters.
const MATERIAL_SHARE: f64 = 0.05;

/// Grades the evidence behind the outcome, given the inputs that are marked as
/// the user's own.
pub fn evidence_summary(
    inputs: &Inputs,
    outcome: &Outcome,
    user_sources: &[(InputId, String)],
) -> EvidenceSummary {
    let defaults = Inputs::defaults(inputs.year());
    let large = outcome.costs.net.euros().abs().max(outcome.total.savings.euros().abs()) * MATERIAL_SHARE;
    let mut scratch = inputs.clone();
    let all: Vec<InputEvidence> = switching_value::saldo_inputs(inputs)
        .into_iter()
        .filter_map(|id| {
            let grade = grade(inputs, &defaults, user_sources, id)?;
            let (sensitivity_range, turns) = sensitivity_range(inputs, &mut scratch, id);
            Some(InputEvidence {
                id,
                grade,
                sensitivity_range,
                is_material: sensitivity_range >= large || turns,
            })
        })
        .collect();
    let mut lines = vec![line(EvidenceSubject::Costs, all.iter().filter(|field| is_cost(inputs, field.id)))];
    if untouched(inputs, &defaults, user_sources) {
        // The total is the brochure's own, however we split it.
        lines[0] =
            LineEvidence { of: EvidenceSubject::Costs, grade: EvidenceGrade::Reasonable, weakest: None };
    }
    for saving in outcome.savings.iter().filter(|saving| saving.counted && saving.kind.is_saving()) {
        let of = all.iter().filter(|field| is_of(&saving.id, field.id));
        lines.push(line(EvidenceSubject::Saving(saving.id.clone()), of));
    }
    let limits = |line: &&LineEvidence| line.of == EvidenceSubject::Costs || line.weakest.is_some();
    let weakest = lines.iter().filter(limits).map(|line| line.grade).min();
    let grade = weakest.unwrap_or(EvidenceGrade::Assumed);
    let sensitivity_range = |line: &LineEvidence| {
        all.iter().find(|field| Some(field.id) == line.weakest).map_or(0.0, |field| field.sensitivity_range)
    };
    let largest = lines.iter().filter(|line| line.grade == grade && line.weakest.is_some());
    // The first of equals: the order of the page.
    let largest = largest.fold(None, |best: Option<&LineEvidence>, line| match best {
        Some(best) if sensitivity_range(best) >= sensitivity_range(line) => Some(best),
        _ => Some(line),
    });
    EvidenceSummary { grade, weakest: largest.and_then(|line| line.weakest), lines }
}

/// Grades an own line by itself, whether it counts or not: the grade of its weakest
/// figure, whatever that moves.
pub fn own_line(inputs: &Inputs, user_sources: &[(InputId, String)], place: usize) -> EvidenceGrade {
    let defaults = Inputs::defaults(inputs.year());
    let fields = LineField::ALL.into_iter().filter(|field| inputs.own[place].has(*field));
    let grades =
        fields.filter_map(|field| grade(inputs, &defaults, user_sources, InputId::Own(place, field)));
    grades.min().unwrap_or(EvidenceGrade::Assumed)
}

struct InputEvidence {
    id: InputId,
    grade: EvidenceGrade,
    sensitivity_range: f64,
    is_material: bool,
}

fn line<'a>(of: EvidenceSubject, fields: impl Iterator<Item = &'a InputEvidence> + Clone) -> LineEvidence {
    let matter = fields.clone().filter(|field| field.is_material);
    let weakest = matter.fold(None, |best: Option<&InputEvidence>, field| match best {
        Some(best) if (best.grade, -best.sensitivity_range) <= (field.grade, -field.sensitivity_range) => {
            Some(best)
        }
        _ => Some(field),
    });
    let grade = weakest.map(|field| field.grade).or(fields.map(|field| field.grade).min());
    LineEvidence {
        of,
        grade: grade.unwrap_or(EvidenceGrade::Assumed),
        weakest: weakest.map(|field| field.id),
    }
}

fn is_cost(inputs: &Inputs, id: InputId) -> bool {
    match id {
        InputId::General(_) => true,
        InputId::Line(..) => false,
        InputId::Own(place, _) => matches!(inputs.own[place].side, OwnSide::Cost(_)),
    }
}

fn is_of(saving: &SavingId, id: InputId) -> bool {
    match (saving, id) {
        (SavingId::Fixed(line), InputId::Line(of, _)) => *line == of,
        (SavingId::Own(place, _), InputId::Own(of, _)) => *place == of,
        _ => false,
    }
}

/// Returns whether the costs are the brochure's to the last figure, unmarked.
fn untouched(inputs: &Inputs, defaults: &Inputs, user_sources: &[(InputId, String)]) -> bool {
    let same = |id: &InputId| match id {
        InputId::Own(..) => false,
        _ => inputs.get(*id) == defaults.get(*id) && !user_sources.iter().any(|(of, _)| of == id),
    };
    switching_value::saldo_inputs(inputs).iter().filter(|id| is_cost(inputs, **id)).all(same)
}

/// The state of evidence of one input; none where there is nothing to be sure
/// of, such as a choice that was not made.
pub fn grade(
    inputs: &Inputs,
    defaults: &Inputs,
    user_sources: &[(InputId, String)],
    id: InputId,
) -> Option<EvidenceGrade> {
    if let Some((_, from)) = user_sources.iter().find(|(of, _)| *of == id) {
        let effect =
            matches!(id, InputId::Line(_, field) | InputId::Own(_, field) if field != LineField::Bedrag);
        return Some(match from.trim() {
            "" => EvidenceGrade::Assumed,
            _ if effect && !is_cost(inputs, id) => EvidenceGrade::Reasonable,
            _ => EvidenceGrade::Sound,
        });
    }
    let is_default = !matches!(id, InputId::Own(..)) && inputs.get(id) == defaults.get(id);
    match id.definition().status {
        Status::Choice if is_default => None,
        // Corrections of an own line that are left as they were.
        Status::Choice if is_neutral(inputs, id) => None,
        _ if !is_default => Some(EvidenceGrade::Assumed),
        Status::Brochure => Some(EvidenceGrade::Reasonable),
        Status::Derived => Some(EvidenceGrade::Estimated),
        Status::Published => Some(EvidenceGrade::Sound),
        Status::Proposal | Status::Choice => Some(EvidenceGrade::Assumed),
    }
}

fn is_neutral(inputs: &Inputs, id: InputId) -> bool {
    let number = matches!(id, InputId::Own(_, LineField::Aantal | LineField::Bedrag));
    !number && inputs.get(id) == id.definition().default
}

/// Returns how far the range of an input moves the saldo, and whether past zero;
/// for one without a range, what it is worth at all.
fn sensitivity_range(inputs: &Inputs, scratch: &mut Inputs, id: InputId) -> (f64, bool) {
    let (value, range) = (inputs.get(id), inputs.range(id));
    let mut at = |x: f64| {
        scratch.set(id, x);
        saldo(scratch, scratch.perspective)
    };
    let found = if range.low < range.high {
        let (low, high) = (at(range.low), at(range.high));
        ((high - low).euros().abs(), (low < Euro::ZERO) != (high < Euro::ZERO))
    } else {
        ((at(value) - at(id.definition().limits.0.max(0.0))).euros().abs(), false)
    };
    scratch.set(id, value);
    found
}

#[cfg(test)]
mod tests;
