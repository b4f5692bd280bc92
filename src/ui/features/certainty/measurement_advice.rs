//! Advice on what to measure first: what to register, for how long, and what
//! that could change.

use crate::model::inputs::OwnSide;
use crate::model::{InputId, LineField};
use crate::text::uncertainty::{InputLabel, MeasurementFacts};
use crate::ui::components::element::{classed, heading, section, span, term, text};
use crate::ui::context::PageContext;
use crate::ui::features::certainty::charts::{euro, named_input};
use crate::ui::features::explain;
use crate::ui::features::explain::range_bounds;
use crate::ui::features::explain::sentence::Stated;
use crate::ui::state::State;
use crate::uncertainty::{InformationValue, SensitivityRange, SimulationSummary, three_digits};
use std::rc::Rc;
use yew::prelude::*;

/// The anchor of what the figures of the advice explain.
const ANCHOR: &str = "meetplan-cijfers";

/// The most inputs that the advice names.
const MOST_INPUTS: usize = 4;

/// Returns the advice; nothing where no input is uncertain.
pub(super) fn view(ctx: &PageContext, results: &Rc<SimulationSummary>) -> Html {
    let words = ctx.text().uncertainty();
    let inputs = results.ranking().into_iter().take(MOST_INPUTS);
    let items: Vec<Html> = inputs.map(|known| item(ctx, results, known)).collect();
    if items.is_empty() {
        return Html::default();
    }
    let content = vec![heading("h2", "meetplan", words.measure), classed("ol", "plan-list", items)];
    section("card plan-card", "meetplan", content)
}

fn item(ctx: &PageContext, results: &SimulationSummary, known: &InformationValue) -> Html {
    let words = ctx.text().uncertainty();
    let named = named_input(ctx, &known.id);
    let sensitivity_range =
        results.saldo_ranges().iter().find(|sensitivity_range| sensitivity_range.id == known.id);
    let many = unit_plural(ctx, named.input);
    let facts = MeasurementFacts {
        named: &named,
        many: &many,
        variance_share: known.variance_share,
        evppi: known.evppi,
        sensitivity_range: sensitivity_range
            .map(|sensitivity_range| (sensitivity_range.ends, sensitivity_range.at)),
    };
    let changes = (words.could_change)(&facts);
    let figures = stated_figures(ctx, &named, known, sensitivity_range);
    let values = [
        text((words.what)(&facts)),
        text((words.how_long)(&facts)),
        explain::sentence::content(ctx, ANCHOR, &changes, &figures).into_iter().collect(),
    ];
    let terms = words.plan_terms.into_iter().zip(values).map(|(name, value)| term("", name, value));
    let terms = classed("dl", "plan", terms.collect());
    let explanation = explain::sentence::below(ctx, ANCHOR, &figures);
    classed("li", "", vec![span("label", named.name.clone()), terms, explanation])
}

/// Returns the plural of the unit that an input counts; empty for inputs that
/// count nothing.
fn unit_plural(state: &State, input: Option<InputId>) -> String {
    match input {
        Some(InputId::Line(line, LineField::Aantal)) => (state.text().line)(line).many.to_owned(),
        Some(InputId::Own(position, LineField::Aantal)) => match &state.workspace.inputs.own[position].side {
            OwnSide::Saving(saving) => saving.unit.clone(),
            OwnSide::Cost(_) => String::new(),
        },
        Some(InputId::General(_) | InputId::Line(..) | InputId::Own(..)) | None => String::new(),
    }
}

/// Returns the figures that the advice states of an input: what knowing it is
/// worth, or how much of the spread it explains, and both cases.
fn stated_figures(
    state: &State,
    named: &InputLabel,
    known: &InformationValue,
    sensitivity_range: Option<&SensitivityRange>,
) -> Vec<Stated> {
    let words = state.text().uncertainty();
    let worth = if known.evppi >= 0.5 {
        euro(three_digits(known.evppi))
    } else {
        (words.chance)(known.variance_share)
    };
    let mut figures = vec![(format!("weten.{}", known.id), worth)];
    if let Some(sensitivity_range) = sensitivity_range {
        let sides = [false, true];
        figures.extend(sides.map(|high| {
            (
                range_bounds::limit(0, high, &known.id),
                (named.shown)(sensitivity_range.ends[usize::from(high)]),
            )
        }));
        figures.extend(sides.map(|high| {
            (range_bounds::case(0, high, &known.id), euro(sensitivity_range.at[usize::from(high)]))
        }));
    }
    figures
}
