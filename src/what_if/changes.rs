//! The scenario that a question asks about.

use crate::model::inputs::{OwnCost, OwnLine, OwnSide, SavingLineId};
use crate::model::{General, InputId, Inputs, Line, LineField, Range};
use crate::scenario::Scenario;
use crate::what_if::funders::without_funder;
use crate::what_if::{
    VOLUNTEER_LINE, VOLUNTEER_WEEKS, WhatIfQuestion, counted_lines, volunteer_hour, volunteer_line,
};

impl WhatIfQuestion {
    /// Returns the scenario that the question asks about; `None` for durability, which no input
    /// says. `own_cost` names the own line with the hours of volunteers. A setting is the number
    /// of [`WhatIfControl::Number`] or the index of an option.
    pub fn apply(self, scenario: &Scenario, setting: f64, own_cost: &str) -> Option<Scenario> {
        let inputs = scenario.inputs();
        let mut case = scenario.clone();
        let corrected = |mut case: Scenario, field: LineField| {
            for line in counted_lines(&inputs, |line| field.applies_to(line.kind) && !line.is_harm()) {
                set(&mut case, &inputs, line.input(field), setting);
            }
            case
        };
        Some(match self {
            WhatIfQuestion::Deadweight => corrected(case, LineField::Autonoom),
            WhatIfQuestion::Attribution => corrected(case, LineField::Toerekening),
            WhatIfQuestion::Displacement => corrected(case, LineField::Verdringing),
            WhatIfQuestion::PaperSavings => corrected(case, LineField::Verzilverbaar),
            WhatIfQuestion::WhoGains => {
                set(&mut case, &inputs, InputId::General(General::InwonersGemeente), setting);
                case
            }
            WhatIfQuestion::DoubleCounting => {
                match counted_lines(&inputs, |_| true).get(setting as usize) {
                    Some(SavingLineId::Fixed(line)) => {
                        case.counted.insert(*line, false);
                    }
                    Some(SavingLineId::Own(index)) => {
                        if let OwnSide::Saving(saving) = &mut case.own[*index].side {
                            saving.inputs.counted = false;
                        }
                    }
                    None => {}
                }
                case
            }
            WhatIfQuestion::NewDemand => {
                // What already counts stays; what does not is no saving.
                let id = InputId::Line(Line::Zorggebruik, LineField::Aantal);
                let now = if inputs.line(Line::Zorggebruik).counted { inputs.get(id) } else { 0.0 };
                let (low, high) = id.definition().limits;
                set(&mut case, &inputs, id, (now - setting).clamp(low, high));
                case.counted.insert(Line::Zorggebruik, true);
                case
            }
            WhatIfQuestion::Durability => return None,
            WhatIfQuestion::Volunteers => {
                let hours = inputs.general(General::Vrijwilligers) * setting * VOLUNTEER_WEEKS;
                let side = OwnSide::Cost(OwnCost { quantity: hours, amount: volunteer_hour(&inputs) });
                let line = OwnLine { id: VOLUNTEER_LINE.to_owned(), label: own_cost.to_owned(), side };
                match volunteer_line(scenario) {
                    Some(index) => case.own[index] = line,
                    None => case.own.push(line),
                }
                case
            }
            WhatIfQuestion::OwnEstimates => with_effects_times(scenario, setting),
            WhatIfQuestion::NoEffect => without_effects(scenario),
            WhatIfQuestion::FewerVisitors => {
                let id = InputId::General(General::Bezoekers);
                set(&mut case, &inputs, id, (inputs.get(id) - setting).max(1.0));
                case
            }
            WhatIfQuestion::FunderLeaves => {
                case.plan = without_funder(&inputs, setting as usize);
                case
            }
        })
    }
}

/// Returns the scenario with this factor times the number of every counted line, but for harm.
pub(super) fn with_effects_times(scenario: &Scenario, factor: f64) -> Scenario {
    let inputs = scenario.inputs();
    let mut case = scenario.clone();
    for line in counted_lines(&inputs, |line| !line.is_harm()) {
        let id = line.input(LineField::Aantal);
        let (low, high) = id.definition().limits;
        set(&mut case, &inputs, id, (inputs.get(id) * factor).clamp(low, high));
    }
    case
}

/// Returns the scenario in which the number of every counted line is zero, and sure, but for harm.
/// In contrast to [`counts::geen_effect`](crate::scenario::counts::geen_effect) also where the
/// user is sure of the number: who is sure of three people is not sure that they left because of
/// the centre.
fn without_effects(scenario: &Scenario) -> Scenario {
    let inputs = scenario.inputs();
    let mut case = with_effects_times(scenario, 0.0);
    for line in counted_lines(&inputs, |line| !line.is_harm()) {
        case.ranges.insert(inputs.name(line.input(LineField::Aantal)), Range::fixed(0.0));
    }
    case
}

/// Sets a value. A range that says that the user is sure of it follows.
fn set(scenario: &mut Scenario, inputs: &Inputs, id: InputId, value: f64) {
    match id {
        InputId::Own(index, field) => scenario.own[index].set(field, value),
        InputId::General(_) | InputId::Line(..) => {
            scenario.values.insert(id, value);
        }
    }
    if inputs.is_fixed(id) {
        scenario.ranges.insert(inputs.name(id), Range::fixed(value));
    }
}
