//! The ends of a range as they are moved on a slider, and whether any spread is
//! shown at all.

use crate::model::Shape;
use crate::scenario::{Scenario, meta};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::state::{Editing, State};

/// The member of `meta` that says that only the point is shown. So the choice
/// goes along in links and files, and leaves all figures as they are.
const POINT_ONLY: &str = "alleen-punt";

impl State {
    /// Whether only the point calculation is shown.
    pub fn deterministic_only(&self) -> bool {
        meta::get(self.scenario().meta.as_deref(), POINT_ONLY) == Some("true")
    }

    pub(crate) fn set_point_only(&mut self, on: bool) {
        let meta = meta::set_member(self.scenario().meta.as_deref(), POINT_ONLY, on.then_some("true"));
        self.commit(Scenario { meta, ..self.scenario().clone() }, None);
    }

    /// Moves an end of a range. The other end goes along where it is passed.
    pub(crate) fn slide_end(&mut self, setting: Setting, value: f64) {
        let (Setting::Low(id) | Setting::High(id)) = setting else { return };
        let mut range = self.set_range(id);
        if range.shape == Shape::Fixed || crate::model::inputs::value_problem(id, value).is_some() {
            return;
        }
        if setting == Setting::Low(id) {
            range.low = value;
            range.high = range.high.max(value);
        } else {
            range.high = value;
            range.low = range.low.min(value);
        }
        let ends = [Setting::Low(id), Setting::High(id)];
        let editing = Some(Editing::Setting(setting));
        // A text that was no good comes back with undo.
        if ends.iter().any(|end| self.settings.get(end).is_some_and(|draft| draft.problem.is_some())) {
            self.begin_step(editing);
        }
        self.put_range(self.scenario().clone(), id, range, editing);
        for end in ends {
            self.settings.remove(&end);
        }
    }

    /// The scenario as it was before what is being changed now.
    pub fn before_step(&self) -> Option<&Scenario> {
        let moment = self.editing.and(self.past.last())?;
        moment.scenario()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{General, InputId, Range};
    use crate::scenario::link;
    use crate::scenario::link::Address;
    use crate::ui::components::slider::Slider;
    use crate::ui::features::certainty::state::Uncertain;
    use crate::ui::state::Action;

    const VISITORS: InputId = InputId::General(General::Bezoekers);

    fn state() -> State {
        State::at(&Address { view: "onzekerheid".into(), scenario: None })
    }

    fn act(state: &mut State, what: Uncertain) {
        state.act(Action::Uncertain(what));
    }

    fn ends(state: &State) -> [f64; 2] {
        let Range { low, high, .. } = state.set_range(VISITORS);
        [low, high]
    }

    #[test]
    fn an_end_is_moved_and_takes_the_other_along() {
        let mut state = state();
        for value in [420.0, 450.0] {
            act(&mut state, Uncertain::Slide(Setting::Low(VISITORS), value));
        }
        assert_eq!(ends(&state), [450.0, 650.0]);
        act(&mut state, Uncertain::Slide(Setting::High(VISITORS), 430.0));
        assert_eq!(ends(&state), [430.0, 430.0]);
        // The value is within what is calculated with.
        assert_eq!(state.inputs.range(VISITORS).high, 500.0);
        state.act(Action::Undo);
        assert_eq!(ends(&state), [450.0, 650.0]);
        state.act(Action::Undo);
        assert_eq!(ends(&state), [400.0, 650.0]);
        assert!(!state.can_undo() && !state.has_own_range(VISITORS));
    }

    #[test]
    fn what_is_fixed_or_beyond_the_limits_does_not_move() {
        let mut state = state();
        act(&mut state, Uncertain::Slide(Setting::Low(VISITORS), 0.0));
        assert_eq!(ends(&state), [400.0, 650.0]);
        act(&mut state, Uncertain::Shape(VISITORS, Shape::Fixed));
        let before = state.workspace.clone();
        act(&mut state, Uncertain::Slide(Setting::Low(VISITORS), 450.0));
        assert_eq!(state.workspace, before);
    }

    #[test]
    fn a_text_that_was_no_good_goes_and_comes_back_with_undo() {
        let mut state = state();
        act(&mut state, Uncertain::Type(Setting::Low(VISITORS), "veel".into()));
        act(&mut state, Uncertain::Leave(Setting::Low(VISITORS)));
        act(&mut state, Uncertain::Slide(Setting::High(VISITORS), 700.0));
        assert!(state.settings.is_empty());
        state.act(Action::Undo);
        assert_eq!(state.settings[&Setting::Low(VISITORS)].text, "veel");
    }

    /// The slider would run away under the hand that holds it.
    #[test]
    fn a_slider_keeps_its_length_while_it_is_held() {
        let mut state = state();
        act(&mut state, Uncertain::Type(Setting::High(VISITORS), "2000".into()));
        act(&mut state, Uncertain::Leave(Setting::High(VISITORS)));
        assert_eq!(Slider::of(&state, VISITORS).high, 2000.0);
        for value in [1500.0, 900.0] {
            act(&mut state, Uncertain::Slide(Setting::High(VISITORS), value));
            assert_eq!(Slider::of(&state, VISITORS).high, 2000.0);
        }
        act(&mut state, Uncertain::Leave(Setting::High(VISITORS)));
        assert_eq!(Slider::of(&state, VISITORS).high, 900.0);
    }

    #[test]
    fn the_point_alone_goes_along_in_a_link_and_is_undone() {
        let mut state = state();
        assert!(!state.deterministic_only());
        act(&mut state, Uncertain::PointOnly(true));
        assert!(state.deterministic_only());
        assert_eq!(state.changes(), 0);
        let opened = State::at(&link::read(&link::fragment("onzekerheid", state.scenario())));
        assert!(opened.deterministic_only());
        state.act(Action::Undo);
        assert!(!state.deterministic_only());
        state.act(Action::Redo);
        act(&mut state, Uncertain::PointOnly(false));
        assert_eq!((state.deterministic_only(), state.scenario().meta.is_none()), (false, true));
        // Links of before say nothing of it; what others wrote there is no choice.
        for (meta, expected) in
            [(r#"{"van":"ons"}"#, false), (r#"{"alleen-punt":1}"#, false), (r#"{"alleen-punt":true}"#, true)]
        {
            state.act(Action::Open(format!(r#"{{"meta":{meta}}}"#)));
            assert_eq!(state.deterministic_only(), expected, "{meta}");
        }
    }
}
