//! State of the goal seek: the question that the user asks. It is not saved with
//! the scenario. Only filling in the answer changes the scenario, and that can be
//! undone.

use crate::model::goal::{COVERAGE_LIMITS, GOAL_INPUTS, Goal, GoalResult, SALDO_LIMITS, seek};
use crate::model::{CostBasis, Euro, InputId, RequiredValue};
use crate::number::Style;
use crate::ui::state::State;

/// A kind of goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalKind {
    /// A coverage: the savings as a share of the costs.
    Coverage,
    /// A saldo of a full-effect year.
    Saldo,
}

impl GoalKind {
    /// Both kinds of goal.
    pub const ALL: [GoalKind; 2] = [GoalKind::Coverage, GoalKind::Saldo];

    /// Returns the name in lists and fields.
    pub fn id(self) -> &'static str {
        match self {
            GoalKind::Coverage => "dekking",
            GoalKind::Saldo => "saldo",
        }
    }

    /// Returns how the field shows the number.
    fn number_style(self) -> Style {
        match self {
            GoalKind::Coverage => Style::Percent,
            GoalKind::Saldo => Style::Plain,
        }
    }
}

/// A question to the goal seek, as it was typed.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalQuestion {
    /// The input that may change.
    pub id: InputId,
    /// The kind of goal.
    pub kind: GoalKind,
    /// The text of the field of each kind of goal, in the order of
    /// [`GoalKind::ALL`].
    pub texts: [String; 2],
}

/// A change of the question to the goal seek.
#[derive(Clone, Debug, PartialEq)]
pub enum GoalAction {
    /// Chooses the input that may change.
    ChooseInput(InputId),
    /// Chooses the kind of goal.
    ChooseKind(GoalKind),
}

/// The goal that was read from a typed text.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedGoal {
    /// The goal, or what is wrong with its text.
    pub goal: Result<Goal, String>,
    /// A remark about a text that is accepted.
    pub note: Option<String>,
}

impl State {
    /// Returns the present question. At first its goal is a coverage of 100%, and
    /// its input the one that moves the costs under the chosen cost basis.
    pub fn goal_question(&self) -> GoalQuestion {
        if let Some(question) = &self.view.goal {
            return question.clone();
        }
        let [_, staff, costs_per_visitor] = GOAL_INPUTS;
        let general = match self.workspace.inputs.basis {
            CostBasis::Begroting => staff,
            CostBasis::Kengetal => costs_per_visitor,
        };
        GoalQuestion {
            id: InputId::General(general),
            kind: GoalKind::Coverage,
            texts: ["100".to_owned(), "0".to_owned()],
        }
    }

    /// Returns the goal of a question, read from the text of its field.
    pub fn typed_goal(&self, question: &GoalQuestion) -> TypedGoal {
        let words = self.text();
        let style = question.kind.number_style();
        let (low, high) = match question.kind {
            GoalKind::Coverage => COVERAGE_LIMITS,
            GoalKind::Saldo => SALDO_LIMITS,
        };
        let end = |value| match question.kind {
            GoalKind::Coverage => words.notation.percent(value),
            GoalKind::Saldo => words.notation.euro(value),
        };
        let allowed = (words.sentences.limits)(&end(low), &end(high));
        let accepts = |value: f64| (low..=high).contains(&value);
        let text = &question.texts[question.kind as usize];
        match self.read_number(text, style, &accepts, &allowed) {
            Err(problem) => TypedGoal { goal: Err(problem), note: None },
            Ok((value, _)) if !accepts(value) => {
                TypedGoal { goal: Err((words.financing().out_of_limits)(&allowed, false)), note: None }
            }
            Ok((value, read_as)) => {
                let goal = match question.kind {
                    GoalKind::Coverage => Goal::Coverage(value),
                    GoalKind::Saldo => Goal::Saldo(Euro::new(value)),
                };
                TypedGoal { goal: Ok(goal), note: read_as.as_deref().map(words.sentences.read_as) }
            }
        }
    }

    pub(crate) fn reduce_goal(&mut self, action: GoalAction) {
        let question = self.goal_question();
        self.view.goal = Some(match action {
            GoalAction::ChooseInput(id) => GoalQuestion { id, ..question },
            GoalAction::ChooseKind(kind) => GoalQuestion { kind, ..question },
        });
    }

    /// Applies the text of a goal's field as it is typed.
    pub(crate) fn type_goal(&mut self, kind: GoalKind, text: String) {
        let mut question = self.goal_question();
        question.texts[kind as usize] = text;
        self.view.goal = Some(question);
    }

    /// Sets the input to the value that meets the goal, rounded as the page shows it.
    pub(crate) fn apply_goal(&mut self) {
        let question = self.goal_question();
        let Ok(goal) = self.typed_goal(&question).goal else { return };
        if let GoalResult::Searched(found) = seek(&self.workspace.inputs, question.id, goal)
            && let RequiredValue::At(value) = found.required
        {
            self.fill_in(question.id, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::link::Address;
    use crate::ui::state::{EditingAction, FieldId, WorkspaceAction};

    fn state() -> State {
        State::from_address(&Address::of_view(""))
    }

    fn act(state: &mut State, action: GoalAction) {
        state.apply(action.into());
    }

    fn type_goal(state: &mut State, kind: GoalKind, text: &str) {
        state.apply(EditingAction::Type(FieldId::Goal(kind), text.to_owned()).into());
    }

    /// By hand: (154,000 ÷ 0.6 − 117,000) ÷ 48,800 is 2.8621, which the page shows as 2,86;
    /// that is what is filled in.
    #[test]
    fn the_answer_is_filled_in_and_undone() {
        let mut state = state();
        let staff = |state: &State| state.workspace.inputs.general(GOAL_INPUTS[1]);
        type_goal(&mut state, GoalKind::Coverage, "60");
        state.apply(WorkspaceAction::ApplyGoal.into());
        assert_eq!(staff(&state), 2.86);
        assert!((state.workspace.outcome.total.coverage.times().unwrap() - 0.6).abs() < 1e-3);
        state.apply(WorkspaceAction::Undo.into());
        assert_eq!(staff(&state), 3.75);
        // The question is not part of the scenario, so undo does not change it.
        assert_eq!((state.goal_question().texts[0].as_str(), state.workspace.can_undo()), ("60", false));
        state.apply(WorkspaceAction::Redo.into());
        assert_eq!(staff(&state), 2.86);
    }

    #[test]
    fn each_goal_keeps_its_own_text() {
        let mut state = state();
        for text in ["7", "75", "75x"] {
            type_goal(&mut state, GoalKind::Coverage, text);
        }
        act(&mut state, GoalAction::ChooseKind(GoalKind::Saldo));
        type_goal(&mut state, GoalKind::Saldo, "-50");
        act(&mut state, GoalAction::ChooseInput(InputId::General(GOAL_INPUTS[0])));
        let expected = GoalQuestion {
            id: InputId::General(GOAL_INPUTS[0]),
            kind: GoalKind::Saldo,
            texts: ["75x".to_owned(), "-50".to_owned()],
        };
        assert_eq!(state.goal_question(), expected);
        act(&mut state, GoalAction::ChooseKind(GoalKind::Coverage));
        assert_eq!(state.goal_question().texts[0], "75x");
        assert!(!state.workspace.can_undo());
    }

    #[test]
    fn a_goal_that_is_refused_changes_nothing() {
        let mut state = state();
        let before = state.workspace.current.clone();
        for (kind, bad, part) in [
            (GoalKind::Coverage, "veel", "getal"),
            (GoalKind::Coverage, "0", "1%"),
            (GoalKind::Saldo, "", "getal"),
            (GoalKind::Saldo, "-2.000.000.000", "1.000.000.000"),
        ] {
            act(&mut state, GoalAction::ChooseKind(kind));
            type_goal(&mut state, kind, bad);
            let problem = state.typed_goal(&state.goal_question()).goal.unwrap_err();
            assert!(problem.contains(part), "{problem}");
            state.apply(WorkspaceAction::ApplyGoal.into());
            assert_eq!(state.workspace.current, before);
        }
    }
}
