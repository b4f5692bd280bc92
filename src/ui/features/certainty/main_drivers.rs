//! What the outcome depends on most: whether there is any effect, which is an assumption, and the
//! inputs that move it most over their range, each with how to find out.

use crate::chart::{Drawing, Mark, MarkStyle};
use crate::model::{General, InputId};
use crate::number::rounding::rounded;
use crate::ui::components::chart_drawing::stretched_drawing;
use crate::ui::components::element::{classed, div, heading, p, section, span};
use crate::ui::components::figure::{figure_in, space};
use crate::ui::context::PageContext;
use crate::ui::features::certainty::charts::named_input;
use crate::ui::features::certainty::overview::name_with_remark;
use crate::ui::state::State;
use crate::uncertainty::SimulationSummary;
use yew::prelude::*;

/// Number of inputs that are named.
const INPUTS: usize = 2;

/// Width and height of the drawing of a bar.
const BAR: (f64, f64) = (300.0, 14.0);

/// Something that the outcome depends on.
struct Driver {
    name: String,
    remark: &'static str,
    /// How far it moves the outcome, in euros.
    swing: f64,
    /// How to find out.
    find_out: &'static str,
}

/// Returns the section.
pub(super) fn view(ctx: &PageContext, results: &SimulationSummary) -> Html {
    let words = ctx.text().certainty();
    let all = drivers(ctx, results);
    let longest = all.iter().map(|driver| driver.swing).fold(0.0, f64::max);
    let items = all.into_iter().map(|driver| {
        let share = if longest > 0.0 { driver.swing / longest } else { 0.0 };
        let find_out = vec![span("small", words.find_out), space(), span("", driver.find_out)];
        let content = vec![
            name_with_remark(driver.name, driver.remark),
            bar(share),
            figure_in("span", "", (words.swing)(rounded(driver.swing))),
            classed("p", "", find_out),
        ];
        classed("li", "", content)
    });
    let items: Vec<Html> = items.collect();
    let list = if items.is_empty() {
        p("", words.nothing_uncertain)
    } else {
        div("", vec![p("", words.depends_intro), classed("ol", "drivers", items)])
    };
    section("card", "waarvan", vec![heading("h2", "waarvan", words.depends_on), list])
}

/// Returns what the outcome depends on: first whether there is an effect at all, then the inputs
/// with the largest swings.
fn drivers(state: &State, results: &SimulationSummary) -> Vec<Driver> {
    let words = state.text().certainty();
    let inputs = &state.workspace.inputs;
    let find_out = state.text().uncertainty().what_to_measure;
    let effect = state.workspace.outcome.savings_of(inputs.perspective).euros().abs();
    let whether = (effect > 0.0).then(|| Driver {
        name: words.whether_it_works.to_owned(),
        remark: words.assumption,
        swing: effect,
        find_out: find_out(Some(InputId::General(General::KansGeenEffect))),
    });
    let ranges = results.saldo_ranges().iter().take(INPUTS);
    let ranges = ranges.map(|range| {
        let input = named_input(state, &range.id);
        Driver {
            find_out: find_out(input.input),
            name: input.name,
            remark: "",
            swing: (range.at[1] - range.at[0]).abs(),
        }
    });
    whether.into_iter().chain(ranges).collect()
}

/// Draws a bar of this share of the width.
fn bar(share: f64) -> Html {
    let (width, height) = BAR;
    let filled = (share * width).max(1.0);
    let mark = Mark::Rect { x: 0.0, y: 0.0, width: filled, height, style: MarkStyle::Saving(0) };
    stretched_drawing(&Drawing { width, height, marks: vec![mark] })
}
