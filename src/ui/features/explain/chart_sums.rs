//! Sums that only pictures show, and what was entered as it is: explained as
//! any figure is.

use crate::chart::aggregates::{AGGREGATE_KIND, Aggregate, INPUT_KIND, addends};
use crate::explain::sum;
use crate::text::explain::shown;
use crate::ui::features::explain::break_even::measure;
use crate::ui::features::explain::panel::{ExplanationView, describe, with_naming};
use crate::ui::features::explain::terms::entered;
use crate::ui::features::own_lines;
use crate::ui::state::State;

/// Explains a sum of a picture, or an input as a figure.
pub fn explain(state: &State, kind: &str, about: &str) -> Option<ExplanationView> {
    match kind {
        INPUT_KIND => {
            let id = state.scenario().input(about)?;
            let value = shown(state.text().notation, state.workspace.inputs.get(id), measure(id));
            let name = with_naming(state, |naming| naming.input(id));
            let terms = vec![entered(state, id, value.clone())];
            let notes = vec![state.text().explain_extra().entered.into()];
            Some(ExplanationView { name, value, lines: vec![], notes, terms })
        }
        AGGREGATE_KIND => {
            let own = |position| own_lines::view::label(state, position);
            let (name, members) =
                addends(Aggregate::from_id(about)?, &state.workspace.outcome, state.text(), &own)?;
            let explanation = sum(&members, &state.workspace.inputs, &state.workspace.outcome);
            Some(describe(state, name, &explanation))
        }
        _ => None,
    }
}
