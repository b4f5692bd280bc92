//! Advice on which inputs to measure first: what to register, for how long, and
//! how the conclusion could change by it.

use crate::text::uncertainty::{InputLabel, MeasurementFacts};
use crate::ui::components::element::{classed, heading, section, span};
use crate::ui::components::figure::{name_in, sentence_text, term};
use crate::ui::context::PageContext;
use crate::ui::features::certainty::charts::{euro, named_input};
use crate::ui::features::explain;
use crate::ui::features::explain::range_bounds;
use crate::ui::features::explain::sentence::StatedFigure;
use crate::ui::state::State;
use crate::uncertainty::{InformationValue, SensitivityRange, SimulationSummary, three_digits};
use std::rc::Rc;
use yew::prelude::*;

/// The anchor of the explanations of the figures in the advice.
const ANCHOR: &str = "meetplan-cijfers";

/// The most inputs that the advice names.
const MAX_INPUTS: usize = 4;

/// Returns the advice; empty where no input is uncertain.
pub(super) fn view(ctx: &PageContext, results: &Rc<SimulationSummary>) -> Html {
    let words = ctx.text().uncertainty();
    let inputs = results.ranking().into_iter().take(MAX_INPUTS);
    let items: Vec<Html> = inputs.map(|value| item(ctx, results, value)).collect();
    if items.is_empty() {
        return Html::default();
    }
    let content = vec![heading("h2", "meetplan", words.measurement_plan), classed("ol", "plan-list", items)];
    section("card plan-card", "meetplan", content)
}

/// Returns the advice on one input.
fn item(ctx: &PageContext, results: &SimulationSummary, value: &InformationValue) -> Html {
    let words = ctx.text().uncertainty();
    let named = named_input(ctx, &value.id);
    let sensitivity_range =
        results.saldo_ranges().iter().find(|sensitivity_range| sensitivity_range.id == value.id);
    let facts = MeasurementFacts {
        perspective: ctx.workspace.inputs.perspective,
        input: &named,
        variance_share: value.variance_share,
        evppi: value.evppi,
        sensitivity_range: sensitivity_range
            .map(|sensitivity_range| (sensitivity_range.ends, sensitivity_range.at)),
    };
    let changes = (words.could_change)(&facts);
    let figures = stated_figures(ctx, &named, value, results.saldo as usize, sensitivity_range);
    let definitions = [
        span("", (words.what_to_measure)(named.input)),
        sentence_text((words.how_long)(&facts)),
        explain::sentence::content(ctx, ANCHOR, &changes, &figures).into_iter().collect(),
    ];
    let terms = words.measurement_headings.into_iter().zip(definitions);
    let terms = terms.map(|(name, definition)| term("", name, definition));
    let terms = classed("dl", "plan", terms.collect());
    let explanation = explain::sentence::explanation(ctx, ANCHOR, &figures);
    classed("li", "", vec![name_in("span", "label", named.name.clone()), terms, explanation])
}

/// Returns the figures that the advice states of an input: the value in euros of
/// knowing it, or where that is below half a euro its share of the variance;
/// both ends of its range; and the saldo at each end, of which `list` is the index.
fn stated_figures(
    state: &State,
    named: &InputLabel,
    value: &InformationValue,
    list: usize,
    sensitivity_range: Option<&SensitivityRange>,
) -> Vec<StatedFigure> {
    let words = state.text().uncertainty();
    let shown = if value.evppi >= 0.5 {
        euro(three_digits(value.evppi))
    } else {
        (words.chance)(value.variance_share)
    };
    let mut figures = vec![(format!("weten.{}", value.id), shown)];
    if let Some(sensitivity_range) = sensitivity_range {
        let sides = [false, true];
        figures.extend(sides.map(|high| {
            (
                range_bounds::limit_name(list, high, &value.id),
                (named.shown)(sensitivity_range.ends[usize::from(high)]),
            )
        }));
        figures.extend(sides.map(|high| {
            (range_bounds::case_name(list, high, &value.id), euro(sensitivity_range.at[usize::from(high)]))
        }));
    }
    figures
}
