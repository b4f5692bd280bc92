//! What pictures put together, and what was entered as it is: explained as any
//! figure is.

use super::super::own;
use super::super::state::State;
use super::panel::{Told, of_explanation, with_naming};
use super::terms::entered;
use super::turning::measure;
use crate::chart::together::{ENTERED, Group, KIND, members};
use crate::explain::sum;
use crate::text::explain::shown;

/// What is said of such a figure.
pub fn told(state: &State, kind: &str, about: &str) -> Option<Told> {
    match kind {
        ENTERED => {
            let id = state.scenario().input(about)?;
            let value = shown(state.text().notation, state.inputs.get(id), measure(id));
            let name = with_naming(state, |naming| naming.input(id));
            let terms = vec![entered(state, id, value.clone())];
            let notes = vec![state.text().inspect().entered.into()];
            Some(Told { name, value, lines: vec![], notes, terms })
        }
        KIND => {
            let own = |place| own::label(state, place);
            let (name, members) = members(Group::read(about)?, &state.outcome, state.text(), &own)?;
            Some(of_explanation(state, name, &sum(&members, &state.inputs, &state.outcome)))
        }
        _ => None,
    }
}
