//! Ends of a range as they are moved on a slider, and the choice to show no
//! uncertainty at all.

use crate::model::Shape;
use crate::model::inputs::value_problem;
use crate::scenario::{Scenario, meta};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::state::{Draft, EditSource, FieldId, State};

/// The member of `meta` that says that only the point is shown. So the choice
/// goes along in links and files, and leaves all figures as they are.
const POINT_ONLY: &str = "alleen-punt";

impl State {
    /// Returns whether only the point calculation is shown.
    pub fn deterministic_only(&self) -> bool {
        meta::get(self.scenario().meta.as_deref(), POINT_ONLY) == Some("true")
    }

    /// Shows only the point calculation, or uncertainty as well.
    pub(crate) fn set_deterministic_only(&mut self, on: bool) {
        let meta = meta::set_member(self.scenario().meta.as_deref(), POINT_ONLY, on.then_some("true"));
        self.commit(Scenario { meta, ..self.scenario().clone() }, None);
    }

    /// Moves an end of a range. The other end goes along where it is passed.
    pub(crate) fn slide_range(&mut self, setting: Setting, value: f64) {
        let (Setting::Low(id) | Setting::High(id)) = setting else { return };
        let mut range = self.set_range(id);
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
        let source: Option<EditSource> = Some(FieldId::Setting(setting).into());
        let is_refused = |end: Setting| self.editing.setting_drafts.get(&end).is_some_and(Draft::is_refused);
        // A refused text comes back with undo.
        if is_refused(Setting::Low(id)) || is_refused(Setting::High(id)) {
            self.begin_step(source);
        }
        self.put_range(id, range, source);
        self.drop_range_texts(id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{General, InputId, Range};
    use crate::scenario::link;
    use crate::scenario::link::Address;
    use crate::ui::features::centre::slider::slider_of;
    use crate::ui::state::{EditingAction, WorkspaceAction};

    const VISITORS: InputId = InputId::General(General::Bezoekers);
    const LOW: FieldId = FieldId::Setting(Setting::Low(VISITORS));
    const HIGH: FieldId = FieldId::Setting(Setting::High(VISITORS));

    fn state() -> State {
        State::from_address(&Address { view: "onzekerheid".into(), scenario: None })
    }

    fn edit(state: &mut State, action: EditingAction) {
        state.apply(action.into());
    }

    fn ends(state: &State) -> [f64; 2] {
        let Range { low, high, .. } = state.set_range(VISITORS);
        [low, high]
    }

    #[test]
    fn an_end_is_moved_and_takes_the_other_along() {
        let mut state = state();
        for value in [420.0, 450.0] {
            edit(&mut state, EditingAction::Slide(LOW, value));
        }
        assert_eq!(ends(&state), [450.0, 650.0]);
        edit(&mut state, EditingAction::Slide(HIGH, 430.0));
        assert_eq!(ends(&state), [430.0, 430.0]);
        // The value is within what is calculated with.
        assert_eq!(state.workspace.inputs.range(VISITORS).high, 500.0);
        state.apply(WorkspaceAction::Undo.into());
        assert_eq!(ends(&state), [450.0, 650.0]);
        state.apply(WorkspaceAction::Undo.into());
        assert_eq!(ends(&state), [400.0, 650.0]);
        assert!(!state.workspace.can_undo() && !state.has_own_range(VISITORS));
    }

    #[test]
    fn what_is_fixed_or_beyond_the_limits_does_not_move() {
        let mut state = state();
        edit(&mut state, EditingAction::Slide(LOW, 0.0));
        assert_eq!(ends(&state), [400.0, 650.0]);
        state.apply(WorkspaceAction::SetRangeShape(VISITORS, Shape::Fixed).into());
        let before = state.workspace.current.clone();
        edit(&mut state, EditingAction::Slide(LOW, 450.0));
        assert_eq!(state.workspace.current, before);
    }

    #[test]
    fn a_refused_text_goes_and_comes_back_with_undo() {
        let mut state = state();
        edit(&mut state, EditingAction::Type(LOW, "veel".into()));
        edit(&mut state, EditingAction::Leave(LOW));
        edit(&mut state, EditingAction::Slide(HIGH, 700.0));
        assert!(state.editing.setting_drafts.is_empty());
        state.apply(WorkspaceAction::Undo.into());
        assert_eq!(state.editing.setting_drafts[&Setting::Low(VISITORS)].text, "veel");
    }

    /// The slider would run away under the hand that holds it.
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
    fn the_point_alone_goes_along_in_a_link_and_is_undone() {
        let mut state = state();
        assert!(!state.deterministic_only());
        state.apply(WorkspaceAction::SetDeterministicOnly(true).into());
        assert!(state.deterministic_only());
        assert_eq!(state.workspace.changes().len(), 0);
        let opened = State::from_address(&link::read(&link::fragment("onzekerheid", state.scenario())));
        assert!(opened.deterministic_only());
        state.apply(WorkspaceAction::Undo.into());
        assert!(!state.deterministic_only());
        state.apply(WorkspaceAction::Redo.into());
        state.apply(WorkspaceAction::SetDeterministicOnly(false).into());
        assert_eq!((state.deterministic_only(), state.scenario().meta.is_none()), (false, true));
        // Older links say nothing of it; what others wrote there is no choice.
        for (meta, expected) in
            [(r#"{"van":"ons"}"#, false), (r#"{"alleen-punt":1}"#, false), (r#"{"alleen-punt":true}"#, true)]
        {
            state.apply(WorkspaceAction::OpenFile(format!(r#"{{"meta":{meta}}}"#)).into());
            assert_eq!(state.deterministic_only(), expected, "{meta}");
        }
    }
}
