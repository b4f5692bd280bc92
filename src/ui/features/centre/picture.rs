//! The picture of the answer, drawn for each width at which it can be shown; the style sheet
//! shows one of them.

use crate::answer::AnswerFigures;
use crate::chart::Chart;
use crate::chart::answer_bars::{AnswerBars, AnswerContext, WIDTHS};
use crate::chart::line_amounts::ChartContext;
use crate::model::costs::CostId;
use crate::model::savings::{Saving, SavingId};
use crate::model::{General, InputId, Line, LineField};
use crate::platform;
use crate::ui::blocks::{block, deferred_block};
use crate::ui::components::element::{attributes, div, element};
use crate::ui::context::PageContext;
use crate::ui::features::centre::answer::answer_facts;
use crate::ui::features::centre::state::{is_based_on_brochure, is_example, is_own};
use crate::ui::features::charts::outcome::{loaded_hotspots, loaded_table};
use crate::ui::features::charts::view::{Caption, framed, named_drawing};
use crate::ui::features::own_lines;
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
    AnswerBars::new(&context, &words.bars, (words.picture_title)(&answer_facts(state, &answer)))
}

/// Draws the picture for the width at this index of [`WIDTHS`].
pub fn at_width(state: &State, index: usize) -> Chart {
    let (id, width) = WIDTHS[index];
    bars(state).chart(id, width)
}

/// Draws the widest picture, for files and for the table, which is the same at every width.
pub fn wide(state: &State) -> Chart {
    at_width(state, 0)
}

/// Returns the picture with its table and its buttons. While a person types, the drawing that is
/// seen follows in the same frame, and what is not seen shortly after it.
pub fn view(ctx: &PageContext) -> Html {
    let (title, sentence) = bars(ctx).into_caption();
    let caption = Caption { id: WIDTHS[0].0, title, sentence };
    let drawings = CLASSES.into_iter().enumerate().map(|(index, class)| {
        let attributes = attributes! { "class" => class, "id" => class };
        element("div", attributes, vec![block(ctx, platform::is_near_viewport(class), index, drawing)])
    });
    let drawings = div("pictures-by-width", drawings.collect());
    let table = deferred_block(ctx, 0, |ctx, _| loaded_table(ctx, &wide(ctx)));
    div("answer-picture", vec![framed(ctx, caption, vec![drawings], table)])
}

/// Returns the drawing at the width with this index. All drawings are one picture to a screen
/// reader, with one title and one sentence.
fn drawing(ctx: &PageContext, index: usize) -> Html {
    let chart = at_width(ctx, index);
    let hotspots = loaded_hotspots(ctx, &chart);
    div("", vec![named_drawing(&chart, WIDTHS[0].0, hotspots.buttons), hotspots.explanation])
}
