//! What pictures put together, and what was entered as it is: explained as any
//! figure is.

use crate::chart::aggregates::{Aggregate, ENTERED, KIND, addends};
use crate::explain::sum;
use crate::text::explain::shown;
use crate::ui::features::explain::break_even::measure;
use crate::ui::features::explain::panel::{Told, of_explanation, with_naming};
use crate::ui::features::explain::terms::entered;
use crate::ui::features::own_lines;
use crate::ui::state::State;

/// What is said of such a figure.
pub fn told(state: &State, kind: &str, about: &str) -> Option<Told> {
    match kind {
        ENTERED => {
            let id = state.scenario().input(about)?;
            let value = shown(state.text().notation, state.inputs.get(id), measure(id));
            let name = with_naming(state, |naming| naming.input(id));
            let terms = vec![entered(state, id, value.clone())];
            let notes = vec![state.text().explain_extra.entered.into()];
            Some(Told { name, value, lines: vec![], notes, terms })
        }
        KIND => {
            let own = |place| own_lines::view::label(state, place);
            let (name, members) = addends(Aggregate::read(about)?, &state.outcome, state.text(), &own)?;
            Some(of_explanation(state, name, &sum(&members, &state.inputs, &state.outcome)))
        }
        _ => None,
    }
}
