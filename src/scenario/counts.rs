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

use crate::model::inputs::{AVERAGE_VISITORS, SavingInputs};
use crate::model::{General, InputId, Inputs, Line, LineField, Preset, Range, SavingLineId};
use crate::scenario::Scenario;

/// Lines whose number a favourable count multiplies, with the factor.
const FAVOURABLE: [(Line, f64); 2] = [(Line::Uitkeringen, 1.5), (Line::Dagbesteding, 1.25)];

/// Lines that a favourable count counts, with a number per [`AVERAGE_VISITORS`].
const FAVOURABLE_NUMBER: [(Line, f64); 2] = [(Line::Zorggebruik, 10.0), (Line::Overlast, 10.0)];

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

    /// Returns the name, which is that of the preset that it gives on the brochure.
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
    let is_of_brochure = |id| [Line::Uitkeringen, Line::Dagbesteding].map(SavingLineId::Fixed).contains(&id);
    let strict = |id, line: &SavingInputs, field| {
        (line.counted || is_of_brochure(id)).then(|| Preset::cautious_correction(line.kind, field))
    };
    with_corrections(scenario, &LineField::CORRECTIONS, strict)
}

/// Returns the scenario with each of these corrections at least as strict as `strict` says for
/// a line; `None` leaves it as it is. Harm keeps its full amount.
fn with_corrections(
    scenario: &Scenario,
    corrections: &[LineField],
    strict: impl Fn(SavingLineId, &SavingInputs, LineField) -> Option<f64>,
) -> Scenario {
    let (mut counted, inputs) = (scenario.clone(), scenario.inputs());
    for (id, line) in inputs.saving_lines().filter(|(_, line)| !line.is_harm()) {
        for field in corrections.iter().copied().filter(|field| field.applies_to(line.kind)) {
            let Some(strict) = strict(id, line, field) else { continue };
            let own = line.get(field);
            let stricter = field.stricter(own, strict);
            if stricter != own {
                set(&mut counted, &inputs, id.input(field), stricter);
            }
        }
    }
    counted
}

/// Counts without effect: the number of every counted line is zero, and sure.
pub fn geen_effect(scenario: &Scenario) -> Scenario {
    let (mut counted, inputs) = (scenario.clone(), scenario.inputs());
    for (id, _) in inputs.saving_lines().filter(|(_, line)| line.counted && !line.is_harm()) {
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
    for (line, factor) in FAVOURABLE.into_iter().filter(|(line, _)| !inputs.line(*line).is_harm()) {
        let id = InputId::Line(line, LineField::Aantal);
        let (low, high) = id.definition().limits;
        let more = (inputs.get(id) * factor).clamp(low, high);
        set(&mut counted, &inputs, id, more);
    }
    let scale = inputs.general(General::Bezoekers) / AVERAGE_VISITORS;
    for (line, number) in FAVOURABLE_NUMBER {
        let id = InputId::Line(line, LineField::Aantal);
        let named = inputs.get(id);
        let number = if named == 0.0 && !inputs.is_fixed(id) { number * scale } else { named };
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

/// Sets a value unless the user is sure of it; returns whether it was set.
fn set(scenario: &mut Scenario, inputs: &Inputs, id: InputId, value: f64) -> bool {
    if inputs.is_fixed(id) {
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
