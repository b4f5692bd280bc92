//! What to measure first, and how: what to register, for how long, and what it
//! could change.

use crate::model::inputs::OwnSide;
use crate::model::{InputId, LineField};
use crate::text::catalogue;
use crate::text::uncertainty::{InputLabel, MeasurementFacts};
use crate::ui::components::element::{classed, heading, section, span, term, text};
use crate::ui::features::certainty::charts::{euro, named};
use crate::ui::features::explain;
use crate::ui::state::State;
use crate::uncertainty::{InformationValue, SensitivityRange, SimulationSummary, three_digits};
use std::rc::Rc;
use yew::prelude::*;

/// The block of the plan for measuring.
const PLAN_PLACE: &str = "meetplan-cijfers";

/// How many inputs the plan for measuring names.
const PLANNED: usize = 4;

/// The whole plan.
pub fn plan(state: &Rc<State>, simulated: &Rc<SimulationSummary>) -> Html {
    let words = state.text().uncertainty;
    let of = |id: &str| named(state, id);
    let steps = simulated.ranking().into_iter().take(PLANNED).map(|known| {
        let named = of(&known.id);
        let sensitivity_range =
            simulated.sensitivity_ranges[0].iter().find(|sensitivity_range| sensitivity_range.id == known.id);
        let many = match named.input {
            Some(InputId::Line(line, LineField::Aantal)) => (state.text().line)(line).many.to_owned(),
            Some(InputId::Own(place, LineField::Aantal)) => match &state.inputs.own[place].side {
                OwnSide::Saving(saving) => saving.unit.clone(),
                OwnSide::Cost(_) => String::new(),
            },
            _ => String::new(),
        };
        let facts = MeasurementFacts {
            named: &named,
            many: &many,
            variance_share: known.variance_share,
            evppi: known.evppi,
            sensitivity_range: sensitivity_range
                .map(|sensitivity_range| (sensitivity_range.ends, sensitivity_range.at)),
        };
        let changes = (words.could_change)(&facts);
        let figures = stated(&named, known, sensitivity_range);
        let said = [
            text((words.what)(&facts)),
            text((words.how_long)(&facts)),
            explain::sentence::content(state, PLAN_PLACE, &changes, &figures).into_iter().collect(),
        ];
        let terms = words.plan_terms.into_iter().zip(said).map(|(name, said)| term("", name, said));
        let terms = classed("dl", "plan", terms.collect());
        let opened = explain::sentence::below(state, PLAN_PLACE, &figures);
        classed("li", "", vec![span("label", named.name.clone()), terms, opened])
    });
    let steps: Vec<Html> = steps.collect();
    if steps.is_empty() {
        return Html::default();
    }
    let content = vec![heading("h2", "meetplan", words.measure), classed("ol", "plan-list", steps)];
    section("card plan-card", "meetplan", content)
}

/// What the plan for measuring states of an input: what knowing it is worth or
/// how much of the spread it explains, and both cases.
fn stated(
    named: &InputLabel,
    known: &InformationValue,
    sensitivity_range: Option<&SensitivityRange>,
) -> Vec<explain::sentence::Stated> {
    let words = catalogue().uncertainty;
    let worth = if known.evppi >= 0.5 {
        euro(three_digits(known.evppi))
    } else {
        (words.chance)(known.variance_share)
    };
    let mut all = vec![(format!("weten.{}", known.id), worth)];
    if let Some(sensitivity_range) = sensitivity_range {
        let sides = [false, true];
        all.extend(sides.map(|high| {
            (
                explain::range_bounds::limit(0, high, &known.id),
                (named.shown)(sensitivity_range.ends[usize::from(high)]),
            )
        }));
        all.extend(sides.map(|high| {
            (explain::range_bounds::case(0, high, &known.id), euro(sensitivity_range.at[usize::from(high)]))
        }));
    }
    all
}
