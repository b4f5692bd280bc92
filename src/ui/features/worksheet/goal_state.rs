//! What is sought for what the initiative may cost. It is a question about the
//! scenario and no part of it: only taking over the answer changes a figure.
//! What is asked is undone like all else that is typed or chosen.

use crate::model::goal::{COVERAGE_LIMITS, GOAL_INPUTS, Goal, GoalResult, SALDO_LIMITS, seek};
use crate::model::{BreakEvenValue, CostBasis, Euro, InputId};
use crate::number::Style;
use crate::ui::state::{Action, Editing, State};
use std::rc::Rc;

/// Which goal is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Savings as a part of the costs.
    Coverage,
    /// The saldo of a year.
    Saldo,
}

impl Kind {
    /// Both of them.
    pub const ALL: [Kind; 2] = [Kind::Coverage, Kind::Saldo];

    /// Its name in lists and fields.
    pub fn id(self) -> &'static str {
        match self {
            Kind::Coverage => "dekking",
            Kind::Saldo => "saldo",
        }
    }

    /// How its field shows the number.
    fn number_style(self) -> Style {
        match self {
            Kind::Coverage => Style::Percent,
            Kind::Saldo => Style::Plain,
        }
    }
}

/// What is asked, as it was typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The input that may change.
    pub id: InputId,
    /// Which goal.
    pub kind: Kind,
    /// The text of each goal's field.
    pub texts: [String; 2],
}

/// Something that happens to the search.
#[derive(Clone, Debug, PartialEq)]
pub enum Seeking {
    /// Another input may change.
    What(InputId),
    /// Another goal.
    Kind(Kind),
    /// The text of a goal's field.
    Type(Kind, String),
    /// The input gets the value that was found.
    Take,
}

/// What a typed goal came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// The goal; or what is wrong with its text.
    pub goal: Result<Goal, String>,
    /// What should be said of the text although it is good.
    pub note: Option<String>,
}

impl State {
    /// What is asked now; in the beginning what moves the costs, and that
    /// savings and costs are equal.
    pub fn asked(&self) -> Asked {
        if let Some(asked) = &self.goal {
            return (**asked).clone();
        }
        let [_, staff, price] = GOAL_INPUTS;
        let general = if self.inputs.basis == CostBasis::Begroting { staff } else { price };
        Asked {
            id: InputId::General(general),
            kind: Kind::Coverage,
            texts: ["100".to_owned(), "0".to_owned()],
        }
    }

    /// The goal that is asked for.
    pub fn wanted(&self, asked: &Asked) -> Wanted {
        let words = self.text();
        let style = asked.kind.number_style();
        let (low, high) = if asked.kind == Kind::Coverage { COVERAGE_LIMITS } else { SALDO_LIMITS };
        let end = |value| match asked.kind {
            Kind::Coverage => words.notation.percent(value),
            Kind::Saldo => words.notation.euro(value),
        };
        let allowed = (words.sentences.limits)(&end(low), &end(high));
        match words.notation.parse(&asked.texts[asked.kind as usize], style) {
            Err(why) => Wanted { goal: Err((words.not_a_number)(why, &allowed)), note: None },
            Ok(parsed) if !(low..=high).contains(&parsed.value) => {
                Wanted { goal: Err((words.financing.out_of_limits)(&allowed, false)), note: None }
            }
            Ok(parsed) => {
                let shown = || (words.sentences.read_as)(&words.notation.field(parsed.value, style));
                let goal = match asked.kind {
                    Kind::Coverage => Goal::Coverage(parsed.value),
                    Kind::Saldo => Goal::Saldo(Euro::new(parsed.value)),
                };
                Wanted { goal: Ok(goal), note: parsed.read_as_decimal.then(shown) }
            }
        }
    }

    pub(crate) fn act_goal(&mut self, what: Seeking) {
        let before = self.asked();
        let mut asked = before.clone();
        let mut editing = None;
        match what {
            Seeking::What(id) => asked.id = id,
            Seeking::Kind(kind) => asked.kind = kind,
            Seeking::Type(kind, text) => {
                asked.texts[kind as usize] = text;
                editing = Some(Editing::Goal(kind));
            }
            Seeking::Take => {
                let Ok(goal) = self.wanted(&asked).goal else { return };
                if let GoalResult::Found(found) = seek(&self.inputs, asked.id, goal)
                    && let BreakEvenValue::At(value) = found.at
                {
                    self.act(Action::Slide(asked.id, value));
                    self.editing = None;
                }
            }
        }
        if asked != before {
            self.begin_step(editing);
            self.goal = Some(Rc::new(asked));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::link::Address;

    fn state() -> State {
        State::at(&Address { view: String::new(), scenario: None })
    }

    fn act(state: &mut State, what: Seeking) {
        state.act(Action::Goal(what));
    }

    /// By hand: (154,000 ÷ 0.6 − 117,000) ÷ 48,800.
    #[test]
    fn what_was_found_is_taken_over_and_undone() {
        let mut state = state();
        act(&mut state, Seeking::Type(Kind::Coverage, "60".into()));
        act(&mut state, Seeking::Take);
        assert!(
            (state.inputs.general(GOAL_INPUTS[1]) - (154_000.0 / 0.6 - 117_000.0) / 48_800.0).abs() < 1e-9
        );
        assert!((state.outcome.total.coverage.times().unwrap() - 0.6).abs() < 1e-12);
        state.act(Action::Undo);
        assert_eq!(state.inputs.general(GOAL_INPUTS[1]), 3.75);
        // What was asked is a step of its own.
        assert_eq!(state.asked().texts[0], "60");
        state.act(Action::Undo);
        assert_eq!((state.asked().texts[0].as_str(), state.can_undo()), ("100", false));
        state.act(Action::Redo);
        assert_eq!(state.asked().texts[0], "60");
    }

    #[test]
    fn a_goal_is_typed_in_one_step_and_a_choice_is_another() {
        let mut state = state();
        for text in ["7", "75", "75x"] {
            act(&mut state, Seeking::Type(Kind::Coverage, text.into()));
        }
        act(&mut state, Seeking::Kind(Kind::Saldo));
        act(&mut state, Seeking::Type(Kind::Saldo, "-5".into()));
        state.act(Action::Left);
        act(&mut state, Seeking::Type(Kind::Saldo, "-50".into()));
        act(&mut state, Seeking::What(InputId::General(GOAL_INPUTS[0])));
        let mut seen = Vec::new();
        while state.can_undo() {
            seen.push((state.asked().kind, state.asked().texts));
            state.act(Action::Undo);
        }
        let texts = |share: &str, saldo: &str| [share.to_owned(), saldo.to_owned()];
        let (first, typed) = (texts("75x", "-50"), texts("75x", "-5"));
        let saldo = |texts: &[String; 2]| (Kind::Saldo, texts.clone());
        let expected = [saldo(&first), saldo(&first), saldo(&typed), saldo(&texts("75x", "0"))];
        assert_eq!(seen[..4], expected);
        assert_eq!(seen[4], (Kind::Coverage, texts("75x", "0")));
        assert_eq!((seen.len(), state.asked().texts), (5, texts("100", "0")));
    }

    #[test]
    fn a_goal_that_is_no_number_says_so_and_takes_nothing() {
        let mut state = state();
        let before = state.workspace.clone();
        for (kind, bad, part) in [
            (Kind::Coverage, "veel", "getal"),
            (Kind::Coverage, "0", "1%"),
            (Kind::Saldo, "", "getal"),
            (Kind::Saldo, "-2.000.000.000", "1.000.000.000"),
        ] {
            act(&mut state, Seeking::Kind(kind));
            act(&mut state, Seeking::Type(kind, bad.into()));
            let problem = state.wanted(&state.asked()).goal.unwrap_err();
            assert!(problem.contains(part), "{problem}");
            act(&mut state, Seeking::Take);
            assert_eq!(state.workspace, before);
        }
    }
}
