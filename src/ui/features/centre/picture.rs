//! The picture of the answer, drawn for each width at which it can be shown; the style sheet
//! shows one of them.

use crate::answer::AnswerFigures;
use crate::chart::Chart;
use crate::chart::answer_bars::{AnswerBars, AnswerContext, WIDTHS};
use crate::chart::line_amounts::ChartContext;
use crate::model::costs::CostId;
use crate::model::savings::{Saving, SavingId};
use crate::model::{General, InputId, Line, LineField};
use crate::ui::components::chart_drawing::drawing;
use crate::ui::components::element::div;
use crate::ui::context::PageContext;
use crate::ui::features::centre::state::{is_based_on_brochure, is_example, is_own};
use crate::ui::features::charts::view::{ChartExtras, framed};
use crate::ui::features::own_lines;
use crate::ui::lazy::SERVICES;
use crate::ui::state::State;
use yew::prelude::*;

/// Classes of the drawings, from wide to narrow.
const CLASSES: [&str; 3] = ["picture-wide", "picture-middle", "picture-narrow"];

/// Returns the input whose value is the whole amount of a cost line.
fn input_of(cost: &CostId) -> Option<InputId> {
    let general = match cost {
        CostId::Huisvesting => General::Huisvesting,
        CostId::Activiteiten => General::Activiteiten,
        CostId::Organisatie => General::Organisatie,
        CostId::Personeel | CostId::Vrijwilligers | CostId::Kengetal | CostId::Own(..) => return None,
    };
    Some(InputId::General(general))
}

/// Returns what the picture of the state's answer shows.
fn bars(state: &State) -> AnswerBars {
    let words = state.text().centre();
    let own_name = |index| own_lines::view::label(state, index);
    let is_typed = |cost: &CostId| input_of(cost).is_some_and(|id| state.workspace.is_changed(id));
    let is_example = is_example(state);
    let quantity = |line: &Saving| match line.id {
        SavingId::Fixed(fixed @ (Line::Uitkeringen | Line::Dagbesteding)) => {
            let is_brochure = is_based_on_brochure(state)
                && !is_example
                && !is_own(state, InputId::Line(fixed, LineField::Aantal));
            Some((words.quantity)(line.quantity.units(), is_brochure))
        }
        SavingId::Fixed(_) | SavingId::Own(..) => None,
    };
    let answer = AnswerFigures::new(&state.workspace.outcome, &state.workspace.inputs);
    let context = AnswerContext {
        chart: ChartContext { outcome: &state.workspace.outcome, text: state.text(), own_name: &own_name },
        answer,
        is_typed: &is_typed,
        quantity: &quantity,
    };
    AnswerBars::new(&context, &words.bars, (words.picture_title)(&answer))
}

/// Draws the picture for each width at which the page shows it, from wide to narrow.
pub fn charts(state: &State) -> [Chart; WIDTHS.len()] {
    let bars = bars(state);
    WIDTHS.map(|(id, width)| bars.chart(id, width))
}

/// Draws the widest picture, for files.
pub fn wide(state: &State) -> Chart {
    let (id, width) = WIDTHS[0];
    bars(state).chart(id, width)
}

/// Returns the picture with its table and its buttons.
pub fn view(ctx: &PageContext) -> Html {
    let charts = charts(ctx);
    // What opens explanations is loaded lazily; until then the picture has none.
    let loaded = SERVICES.get().filter(|_| !ctx.is_shell());
    let extras = charts.each_ref().map(|chart| {
        loaded.map(|services| (services.explanations.chart_extras)(ctx, chart)).unwrap_or_default()
    });
    let [wide, middle, narrow] = extras;
    // All three are one picture to a screen reader, with one title and one sentence.
    let title: AttrValue = format!("grafiek-{}-titel", charts[0].id).into();
    let sentence: AttrValue = format!("grafiek-{}-uitleg", charts[0].id).into();
    let narrower = |chart, extras: ChartExtras, class| {
        let drawing = drawing(chart, title.clone(), sentence.clone(), extras.hotspots);
        div(class, vec![drawing, extras.explanation])
    };
    let middle = narrower(&charts[1], middle, CLASSES[1]);
    let narrow = narrower(&charts[2], narrow, CLASSES[2]);
    let framed = framed(ctx, &charts[0], wide, |drawing| {
        div("pictures-by-width", vec![div(CLASSES[0], vec![drawing]), middle, narrow])
    });
    div("answer-picture", vec![framed])
}
