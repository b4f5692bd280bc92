//! Counts of one's own centre: a scenario counted cautiously, without effect or
//! favourably, as another scenario.
//!
//! A count changes effects only, never visitors, prices, costs or parties. It
//! changes no input that the user is sure of (a range of kind `fixed`) and no line
//! that is harm (gross below zero). On the brochure a count gives the preset of its name.
//!
//! ```
//! use rekenmodel::model::InputId;
//! use rekenmodel::scenario::{Scenario, counts};
//!
//! let own = Scenario::parse(r#"{ "values": { "uitkeringen.autonoom": 0.6 } }"#).unwrap();
//! let cautious = counts::voorzichtig(&own).inputs();
//! // The user's own doubt was stricter and stays; the attribution becomes the preset's.
//! let value = |name| cautious.get(InputId::from_fixed_id(name).unwrap());
//! assert_eq!((value("uitkeringen.autonoom"), value("uitkeringen.toerekening")), (0.6, 0.7));
//! ```

use crate::model::inputs::{OwnSide, SavingInputs};
use crate::model::{General, InputId, Inputs, Line, LineField, Preset, Range, SavingKind, Shape};
use crate::scenario::Scenario;

/// Lines whose number a favourable count multiplies, with the factor.
const FAVOURABLE: [(Line, f64); 2] = [(Line::Uitkeringen, 1.5), (Line::Dagbesteding, 1.25)];

/// Lines that a favourable count counts, with a number per [`AVERAGE_VISITORS`].
const FAVOURABLE_NUMBER: [(Line, f64); 2] = [(Line::Zorggebruik, 10.0), (Line::Overlast, 10.0)];

/// Visitors of the average initiative, for which those numbers hold.
const AVERAGE_VISITORS: f64 = 500.0;

/// Way to count one's own centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountMethod {
    /// Corrections at least as strict as those of the preset `voorzichtig`.
    Voorzichtig,
    /// No counted effect at all.
    GeenEffect,
    /// More effects, care use and nuisance among them.
    Gunstig,
}

impl CountMethod {
    /// List of all ways, in the order of the interface.
    pub const ALL: [CountMethod; 3] =
        [CountMethod::Voorzichtig, CountMethod::GeenEffect, CountMethod::Gunstig];

    /// Returns the name in files, which is the preset's.
    pub fn id(self) -> &'static str {
        match self {
            CountMethod::Voorzichtig => Preset::Voorzichtig.id(),
            CountMethod::GeenEffect => Preset::GeenEffect.id(),
            CountMethod::Gunstig => Preset::Gunstig.id(),
        }
    }

    /// Returns the scenario, counted in this way.
    pub fn apply(self, scenario: &Scenario) -> Scenario {
        match self {
            CountMethod::Voorzichtig => voorzichtig(scenario),
            CountMethod::GeenEffect => geen_effect(scenario),
            CountMethod::Gunstig => gunstig(scenario),
        }
    }
}

/// Counts cautiously: each correction becomes the stricter of its own value and
/// the preset's.
pub fn voorzichtig(scenario: &Scenario) -> Scenario {
    let (mut counted, inputs) = (scenario.clone(), scenario.inputs());
    let preset = Preset::Voorzichtig.inputs();
    for (id, line) in saving_lines(&inputs) {
        let takes_part =
            line.counted || id == LineId::Fixed(Line::Uitkeringen) || id == LineId::Fixed(Line::Dagbesteding);
        if !takes_part || is_harm(line) {
            continue;
        }
        let preset_line =
            if line.kind == SavingKind::Overdracht { Line::Uitkeringen } else { Line::Dagbesteding };
        for field in CORRECTIONS.into_iter().filter(|field| field.applies_to(line.kind)) {
            let (own, preset) = (line.get(field), preset.line(preset_line).get(field));
            let strict = if is_kept_share(field) { own.min(preset) } else { own.max(preset) };
            if strict != own {
                set(&mut counted, &inputs, id.input(field), strict);
            }
        }
    }
    counted
}

/// Counts without effect: the number of every counted line is zero, and sure.
pub fn geen_effect(scenario: &Scenario) -> Scenario {
    let (mut counted, inputs) = (scenario.clone(), scenario.inputs());
    for (id, _) in saving_lines(&inputs).filter(|(_, line)| line.counted && !is_harm(line)) {
        let number = id.input(LineField::Aantal);
        if set(&mut counted, &inputs, number, 0.0) {
            counted.ranges.insert(inputs.name(number), Range::fixed(0.0));
        }
    }
    counted
}

/// Counts favourably: more of the brochure's two effects, and care use and
/// nuisance besides.
pub fn gunstig(scenario: &Scenario) -> Scenario {
    let (mut counted, inputs) = (scenario.clone(), scenario.inputs());
    for (line, factor) in FAVOURABLE.into_iter().filter(|(line, _)| !is_harm(inputs.line(*line))) {
        let id = InputId::Line(line, LineField::Aantal);
        let (low, high) = id.definition().limits;
        let more = (inputs.get(id) * factor).clamp(low, high);
        set(&mut counted, &inputs, id, more);
    }
    let scale = inputs.general(General::Bezoekers) / AVERAGE_VISITORS;
    for (line, number) in FAVOURABLE_NUMBER {
        let id = InputId::Line(line, LineField::Aantal);
        let named = inputs.get(id);
        let number = if named == 0.0 && !is_sure(scenario, &inputs, id) { number * scale } else { named };
        if number * inputs.line(line).get(LineField::Bedrag) < 0.0 {
            continue;
        }
        counted.counted.insert(line, true);
        if number != named {
            set(&mut counted, &inputs, id, number);
        }
    }
    counted
}

/// Corrections of a line, in the order in which they apply.
const CORRECTIONS: [LineField; 4] =
    [LineField::Autonoom, LineField::Toerekening, LineField::Verdringing, LineField::Verzilverbaar];

/// Returns whether a correction is a share that is kept, so that less is stricter.
fn is_kept_share(field: LineField) -> bool {
    matches!(field, LineField::Toerekening | LineField::Verzilverbaar)
}

/// Identity of a savings line, fixed or own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LineId {
    Fixed(Line),
    Own(usize),
}

impl LineId {
    fn input(self, field: LineField) -> InputId {
        match self {
            LineId::Fixed(line) => InputId::Line(line, field),
            LineId::Own(index) => InputId::Own(index, field),
        }
    }
}

/// Returns all savings lines: the fixed ones, then the user's own.
fn saving_lines(inputs: &Inputs) -> impl Iterator<Item = (LineId, &SavingInputs)> {
    let fixed = Line::ALL.into_iter().map(|line| (LineId::Fixed(line), inputs.line(line)));
    let own = inputs.own.iter().enumerate().filter_map(|(index, line)| match &line.side {
        OwnSide::Cost(_) => None,
        OwnSide::Saving(saving) => Some((LineId::Own(index), &saving.inputs)),
    });
    fixed.chain(own)
}

fn is_harm(line: &SavingInputs) -> bool {
    (line.quantity() * line.price()).euros() < 0.0
}

/// Returns whether the user said to be sure of this input.
fn is_sure(scenario: &Scenario, inputs: &Inputs, id: InputId) -> bool {
    scenario.ranges.get(&inputs.name(id)).is_some_and(|range| range.shape == Shape::Fixed)
}

/// Sets a value unless the user is sure of it; returns whether it was set.
fn set(scenario: &mut Scenario, inputs: &Inputs, id: InputId, value: f64) -> bool {
    if is_sure(scenario, inputs, id) {
        return false;
    }
    match id {
        InputId::Own(index, field) => scenario.own[index].set(field, value),
        InputId::General(_) | InputId::Line(..) => {
            scenario.values.insert(id, value);
        }
    }
    true
}

#[cfg(test)]
mod tests;
