//! Explains sums that only charts show, such as a bar of several lines together,
//! and values of inputs where they are shown like figures.

use crate::chart::aggregates::{AGGREGATE_KIND, Aggregate, INPUT_KIND, addends};
use crate::explain::sum;
use crate::text::explain::shown;
use crate::ui::features::explain::break_even::value_unit;
use crate::ui::features::explain::panel::{ExplanationView, describe, with_naming};
use crate::ui::features::explain::terms::input_term;
use crate::ui::features::own_lines;
use crate::ui::state::State;

/// Explains a sum of a chart, or the value of an input.
pub fn explain(state: &State, kind: &str, subject: &str) -> Option<ExplanationView> {
    match kind {
        INPUT_KIND => {
            let id = state.scenario().input(subject)?;
            let value = shown(state.text().notation, state.workspace.inputs.get(id), value_unit(id));
            let name = with_naming(state, |naming| naming.input(id));
            let terms = vec![input_term(state, id, value.clone())];
            let notes = vec![state.text().explain_extra().entered.into()];
            Some(ExplanationView { name, value, lines: vec![], notes, terms })
        }
        AGGREGATE_KIND => {
            let own_label = |index| own_lines::view::label(state, index);
            let (name, addends) =
                addends(Aggregate::from_id(subject)?, &state.workspace.outcome, state.text(), &own_label)?;
            let explanation = sum(&addends, &state.workspace.inputs, &state.workspace.outcome);
            Some(describe(state, name, &explanation))
        }
        _ => None,
    }
}
