//! What may it cost? A goal, the input that may change, and the value that it
//! takes.

use crate::chart::aggregates::ENTERED;
use crate::model::goal::{GOAL_INPUTS, Goal, GoalResult, required_basis, seek};
use crate::model::inputs::value_problem;
use crate::model::{BreakEvenValue, InputId};
use crate::text::goal::GoalFacts;
use crate::ui::components::element::{button, classed, div, element, heading, p, section, text};
use crate::ui::features::certainty::ranges::Shown;
use crate::ui::features::changes::view::name;
use crate::ui::features::explain;
use crate::ui::features::financing::editor::number_field;
use crate::ui::features::own_lines::view::choice;
use crate::ui::features::worksheet::explorer::with_unit;
use crate::ui::features::worksheet::goal_state::{Kind, Seeking};
use crate::ui::state::{Action, State};
use yew::prelude::*;

/// The names of its fields begin with this.
pub const FIELD: &str = "doel.";

/// The block of the answer.
const PLACE: &str = "doel-zin";

/// The whole card.
pub fn view(state: &State) -> Html {
    let words = state.text().goal;
    let asked = state.asked();
    let wanted = state.wanted(&asked);
    let inputs = GOAL_INPUTS.map(|general| {
        let id = InputId::General(general);
        (general.id(), crate::ui::features::centre::field::words(state, id).label, id == asked.id)
    });
    let kinds = Kind::ALL.map(|kind| (kind.id(), words.kinds[kind as usize], kind == asked.kind));
    let place = asked.kind as usize;
    let shown = Shown {
        text: asked.texts[place].clone().into(),
        problem: wanted.goal.as_ref().err().map(|problem| problem.clone().into()),
        note: wanted.note.map(Into::into),
    };
    let field = format!("{FIELD}{}", asked.kind.id());
    let answer = match wanted.goal {
        Ok(goal) => found(state, asked.id, goal),
        Err(_) => Vec::new(),
    };
    let content = vec![
        heading("h3", "doel", words.title),
        p("small", words.intro),
        choice("doel.wat", words.what, &inputs, None),
        choice("doel.soort", words.kind, &kinds, None),
        number_field(&field, words.fields[place], words.units[place], &shown),
        div("flip", answer),
    ];
    section("card explorer", "doel", content)
}

/// What the goal takes of this input.
fn found(state: &State, id: InputId, goal: Goal) -> Vec<Html> {
    let words = state.text().goal;
    let live = |said: Vec<Html>| element("p", &["aria-live"], vec![Some("polite".into())], said);
    let say = |said: String| live(vec![text(said)]);
    let GoalResult::Found(found) = seek(&state.inputs, id, goal) else {
        return vec![say(words.no_savings.to_owned())];
    };
    let label = name(state, id);
    if found.at == BreakEvenValue::NoEffect {
        let basis = required_basis(id);
        let switch = button("button", format!("basis {}", basis.id()), (words.switch)(basis));
        return vec![
            say((words.no_effect)(&label, state.inputs.basis)),
            div("buttons", vec![switch]),
            p("small", words.switch_note),
        ];
    }
    let at = if let BreakEvenValue::At(value) = found.at { Some(value) } else { None };
    let shown_at = at.map(|value| with_unit(state, id, value)).unwrap_or_default();
    let now = with_unit(state, id, found.value);
    let (low, high) = found.range.unwrap_or_default();
    let range = (state.text().explorer.low_to_high)(&with_unit(state, id, low), &with_unit(state, id, high));
    let said = (words.found)(&GoalFacts {
        name: &label,
        goal,
        plausibility: found.plausibility,
        at: &shown_at,
        now: &now,
        range: if found.range.is_some() { &range } else { "" },
        limits: &state.allowed(id),
    });
    let take = at.filter(|at| value_problem(id, *at).is_none()).map(|at| {
        if at == found.value {
            p("small", words.already)
        } else {
            button("button", "goal-take", (words.take)(&shown_at))
        }
    });
    let input = state.inputs.name(id);
    let figures = match at {
        Some(_) => {
            vec![
                (format!("{}.{input}", explain::goal_value::KIND), shown_at),
                (format!("{ENTERED}.{input}"), now.clone()),
            ]
        }
        None => vec![],
    };
    vec![
        live(explain::sentence::content(state, PLACE, &said, &figures)),
        explain::sentence::below(state, PLACE, &figures),
        div("buttons", take.into_iter().collect()),
        classed("p", "small", vec![text(words.savings_stay)]),
    ]
}

/// The action of a choice or a text in one of its fields.
pub fn chosen(state: &State, name: &str, value: &str) -> Option<Action> {
    Some(Action::Goal(match name.strip_prefix(FIELD)? {
        "wat" => Seeking::What(state.scenario().input(value)?),
        "soort" => Seeking::Kind(Kind::ALL.into_iter().find(|kind| kind.id() == value)?),
        _ => return None,
    }))
}

/// The action of a text in one of its fields.
pub fn typed(name: &str, text: String) -> Option<Action> {
    let kind = name.strip_prefix(FIELD)?;
    let kind = Kind::ALL.into_iter().find(|of| of.id() == kind)?;
    Some(Action::Goal(Seeking::Type(kind, text)))
}
