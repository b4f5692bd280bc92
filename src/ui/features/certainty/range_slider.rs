//! Reducers of two controls of the view of uncertainty: the slider that moves
//! the ends of a range, and the checkbox that hides all uncertainty.

use crate::model::Shape;
use crate::model::inputs::value_problem;
use crate::scenario::Scenario;
use crate::scenario::meta::MetaMember;
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::state::{ChangeOrigin, Draft, FieldId, State};

impl State {
    /// Returns whether only the calculation without uncertainty is shown. The choice is in
    /// `meta`, so that it is part of links and files, while no figure depends on it.
    pub fn deterministic_only(&self) -> bool {
        MetaMember::AlleenPunt.read(self.scenario().meta.as_deref()) == Some("true")
    }

    /// Hides uncertainty, or shows it again.
    pub(crate) fn set_deterministic_only(&mut self, deterministic_only: bool) {
        let value = deterministic_only.then_some("true");
        let meta = MetaMember::AlleenPunt.write(self.scenario().meta.as_deref(), value);
        self.commit(Scenario { meta, ..self.scenario().clone() }, None);
    }

    /// Moves an end of a range to a value. Where it passes the other end, that
    /// one gets the value too. Ignored for fixed ranges and refused values.
    pub(crate) fn slide_range(&mut self, setting: Setting, value: f64) {
        let id = match setting {
            Setting::Low(id) | Setting::High(id) => id,
            Setting::Draws | Setting::Seed | Setting::Plan(..) | Setting::Network(_) | Setting::Helper(_) => {
                return;
            }
        };
        let mut range = self.unwidened_range(id);
        if range.shape == Shape::Fixed || value_problem(id, value).is_some() {
            return;
        }
        if setting == Setting::Low(id) {
            range.low = value;
            range.high = range.high.max(value);
        } else {
            range.high = value;
            range.low = range.low.min(value);
        }
        let origin: Option<ChangeOrigin> = Some(FieldId::Setting(setting).into());
        let is_refused = |end: Setting| self.editing.setting_drafts.get(&end).is_some_and(Draft::is_refused);
        // The refused text is dropped below; the step brings it back with undo.
        if is_refused(Setting::Low(id)) || is_refused(Setting::High(id)) {
            self.begin_step(origin);
        }
        self.store_range(id, range, origin);
        self.drop_range_drafts(id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{General, InputId, Range};
    use crate::scenario::link;
    use crate::scenario::link::Address;
    use crate::ui::features::inputs::slider::slider_of;
    use crate::ui::state::{EditingAction, WorkspaceAction};

    const VISITORS: InputId = InputId::General(General::Bezoekers);
    const LOW: FieldId = FieldId::Setting(Setting::Low(VISITORS));
    const HIGH: FieldId = FieldId::Setting(Setting::High(VISITORS));

    fn state() -> State {
        State::from_address(&Address::of_view("onzekerheid"))
    }

    fn edit(state: &mut State, action: EditingAction) {
        state.apply(action.into());
    }

    fn ends(state: &State) -> [f64; 2] {
        let Range { low, high, .. } = state.unwidened_range(VISITORS);
        [low, high]
    }

    #[test]
    fn an_end_that_passes_the_other_moves_it_too() {
        let mut state = state();
        for value in [420.0, 450.0] {
            edit(&mut state, EditingAction::Slide(LOW, value));
        }
        assert_eq!(ends(&state), [450.0, 650.0]);
        edit(&mut state, EditingAction::Slide(HIGH, 430.0));
        assert_eq!(ends(&state), [430.0, 430.0]);
        // The range that is calculated with includes the value of the input.
        assert_eq!(state.workspace.inputs.range(VISITORS).high, 500.0);
        state.apply(WorkspaceAction::Undo.into());
        assert_eq!(ends(&state), [450.0, 650.0]);
        state.apply(WorkspaceAction::Undo.into());
        assert_eq!(ends(&state), [400.0, 650.0]);
        assert!(!state.workspace.can_undo() && !state.has_own_range(VISITORS));
    }

    #[test]
    fn fixed_ranges_and_values_beyond_the_limits_are_ignored() {
        let mut state = state();
        edit(&mut state, EditingAction::Slide(LOW, 0.0));
        assert_eq!(ends(&state), [400.0, 650.0]);
        state.apply(WorkspaceAction::SetRangeShape(VISITORS, Shape::Fixed).into());
        let before = state.workspace.current.clone();
        edit(&mut state, EditingAction::Slide(LOW, 450.0));
        assert_eq!(state.workspace.current, before);
    }

    #[test]
    fn sliding_drops_a_refused_text_and_undo_restores_it() {
        let mut state = state();
        edit(&mut state, EditingAction::Type(LOW, "veel".into()));
        edit(&mut state, EditingAction::Leave(LOW));
        edit(&mut state, EditingAction::Slide(HIGH, 700.0));
        assert!(state.editing.setting_drafts.is_empty());
        state.apply(WorkspaceAction::Undo.into());
        assert_eq!(state.editing.setting_drafts[&Setting::Low(VISITORS)].text, "veel");
    }

    /// Otherwise the thumb would move away from the pointer while it is dragged.
    #[test]
    fn a_slider_keeps_its_length_while_it_is_held() {
        let mut state = state();
        edit(&mut state, EditingAction::Type(HIGH, "2000".into()));
        edit(&mut state, EditingAction::Leave(HIGH));
        assert_eq!(slider_of(&state, VISITORS).high, 2000.0);
        for value in [1500.0, 900.0] {
            edit(&mut state, EditingAction::Slide(HIGH, value));
            assert_eq!(slider_of(&state, VISITORS).high, 2000.0);
        }
        edit(&mut state, EditingAction::Leave(HIGH));
        assert_eq!(slider_of(&state, VISITORS).high, 900.0);
    }

    #[test]
    fn hiding_uncertainty_is_part_of_a_link_and_can_be_undone() {
        let mut state = state();
        assert!(!state.deterministic_only());
        state.apply(WorkspaceAction::SetDeterministicOnly(true).into());
        assert!(state.deterministic_only());
        assert_eq!(state.workspace.changes().len(), 0);
        let link = link::write("onzekerheid", &state.scenario().to_json()).unwrap();
        let opened = State::from_address(&link::read(&link));
        assert!(opened.deterministic_only());
        state.apply(WorkspaceAction::Undo.into());
        assert!(!state.deterministic_only());
        state.apply(WorkspaceAction::Redo.into());
        state.apply(WorkspaceAction::SetDeterministicOnly(false).into());
        assert_eq!((state.deterministic_only(), state.scenario().meta.is_none()), (false, true));
        // Links without the member, and members with another value, hide nothing.
        for (meta, expected) in
            [(r#"{"van":"ons"}"#, false), (r#"{"alleen-punt":1}"#, false), (r#"{"alleen-punt":true}"#, true)]
        {
            state.apply(WorkspaceAction::OpenFile(format!(r#"{{"meta":{meta}}}"#)).into());
            assert_eq!(state.deterministic_only(), expected, "{meta}");
        }
    }
}
