//! The note on a figure that 'Uw centrum' shows rounded. Its explanation calculates with the
//! exact amounts; without the note a reader would see two results for one figure.

use crate::answer::AnswerFigures;
use crate::explain::FigureId;
use crate::model::General;
use crate::ui::state::State;

/// Returns how the view that is shown came to a rounded gap, in total or per visitor; `None` for
/// other figures, and in views that show exact amounts.
pub fn note(state: &State, figure: FigureId) -> Option<String> {
    if !state.view.shows_rounded_amounts() {
        return None;
    }
    let answer = AnswerFigures::new(&state.workspace.outcome, &state.workspace.inputs);
    let notation = state.text().notation;
    let euro = |amount: f64| notation.euro(amount.abs());
    let is_surplus = answer.gap < 0.0;
    let calculation = if figure == FigureId::gap_of(answer.perspective) {
        let (larger, smaller) =
            if is_surplus { (answer.savings, answer.costs) } else { (answer.costs, answer.savings) };
        format!("{} − {} = {}", notation.euro(larger), notation.euro(smaller), euro(answer.gap))
    } else if figure == FigureId::gap_per_visitor_of(answer.perspective) {
        let visitors = state.workspace.inputs.general(General::Bezoekers);
        format!("{} ÷ {} = {}", euro(answer.gap), notation.number(visitors, 2), euro(answer.gap_per_visitor))
    } else {
        return None;
    };
    Some((state.text().explain().rounded_first)(&calculation))
}
