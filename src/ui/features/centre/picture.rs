//! The picture of the answer, drawn for each width at which it can be shown; the style sheet
//! shows one of them.

use crate::answer::AnswerFigures;
use crate::chart::Chart;
use crate::chart::answer_bars::{AnswerContext, WIDTHS, answer_bars};
use crate::chart::line_amounts::ChartContext;
use crate::model::costs::CostId;
use crate::model::savings::{Saving, SavingId};
use crate::model::{General, InputId, Line, LineField};
use crate::ui::components::chart_drawing::drawing;
use crate::ui::components::element::div;
use crate::ui::context::PageContext;
use crate::ui::features::centre::state::is_own;
use crate::ui::features::charts::view::framed;
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

/// Draws the picture of the state's answer for one of [`WIDTHS`].
fn chart(state: &State, id: &'static str, width: f64) -> Chart {
    let words = state.text().centre();
    let own_name = |index| own_lines::view::label(state, index);
    let is_typed = |cost: &CostId| input_of(cost).is_some_and(|id| state.workspace.is_changed(id));
    let is_example = super::questions::is_example(state);
    let quantity = |line: &Saving| match line.id {
        SavingId::Fixed(fixed @ (Line::Uitkeringen | Line::Dagbesteding)) => {
            let is_brochure = !is_example && !is_own(state, InputId::Line(fixed, LineField::Aantal));
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
    answer_bars(&context, &words.bars, &(words.picture_title)(&answer), id, width)
}

/// Draws the widest picture, for files.
pub fn wide(state: &State) -> Chart {
    let (id, width) = WIDTHS[0];
    chart(state, id, width)
}

/// Returns the picture with its table and its buttons.
pub fn view(ctx: &PageContext) -> Html {
    let charts = WIDTHS.map(|(id, width)| chart(ctx, id, width));
    // What opens explanations is loaded lazily; until then the picture has none.
    let loaded = SERVICES.get().filter(|_| !ctx.is_shell());
    let extras = charts.each_ref().map(|chart| {
        loaded.map(|services| (services.explanations.picture_extras)(ctx, chart)).unwrap_or_default()
    });
    let [wide, middle, narrow] = extras;
    let others = [(&charts[1], middle, CLASSES[1]), (&charts[2], narrow, CLASSES[2])];
    let others = others.map(|(chart, extras, class)| {
        let title: AttrValue = format!("grafiek-{}-titel", charts[0].id).into();
        let sentence: AttrValue = format!("grafiek-{}-uitleg", charts[0].id).into();
        div(class, vec![drawing(chart, title, sentence, extras.hotspots), extras.explanation])
    });
    let framed = framed(ctx, &charts[0], wide, |drawing| {
        let mut drawings = vec![div(CLASSES[0], vec![drawing])];
        drawings.extend(others);
        div("pictures-by-width", drawings)
    });
    div("answer-picture", vec![framed])
}
