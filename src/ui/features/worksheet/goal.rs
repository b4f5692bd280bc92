//! The card of the goal seek: the user chooses a goal and an input that may change,
//! and the card states the value of that input at which the goal is met.

pub(crate) mod text;

use crate::chart::aggregates::INPUT_KIND;
use crate::model::goal::{GOAL_INPUTS, Goal, GoalResult, required_basis, seek};
use crate::model::inputs::value_problem;
use crate::model::{InputId, Perspective, RequiredValue};
use crate::ui::components::choice::ChoiceOption;
use crate::ui::components::element::{attributes, div, element, heading, p, section};
use crate::ui::components::figure::{figure_button, sentence_in, sentence_text};
use crate::ui::context::PageContext;
use crate::ui::controls::choice;
use crate::ui::features::certainty::ranges::FieldContent;
use crate::ui::features::changes::view::input_name;
use crate::ui::features::explain;
use crate::ui::features::financing::editor::number_field;
use crate::ui::features::inputs::field::label_and_unit;
use crate::ui::features::worksheet::explorer::{rounded_as_shown, with_unit};
use crate::ui::features::worksheet::goal::text::GoalFacts;
use crate::ui::features::worksheet::goal_state::{GoalAction, GoalKind};
use crate::ui::state::{FieldId, WorkspaceAction};
use yew::prelude::*;

/// The name of the list that chooses the input.
const INPUT_LIST: &str = "doel.wat";
/// The name of the list that chooses the kind of goal.
const KIND_LIST: &str = "doel.soort";

/// The anchor of the explanations of figures in the answer.
const ANSWER: &str = "doel-zin";

/// Returns the name of the field for the number of a goal.
pub fn field_name(kind: GoalKind) -> String {
    format!("doel.{}", kind.id())
}

/// Returns the whole card.
pub fn view(ctx: &PageContext) -> Html {
    let all = ctx.text().goal();
    let question = ctx.goal_question();
    let typed = ctx.typed_goal(&question);
    let inputs = GOAL_INPUTS.into_iter().map(|general| {
        let id = InputId::General(general);
        let action = GoalAction::ChooseInput(id);
        ChoiceOption::new(general.id(), label_and_unit(ctx, id).label, id == question.id, action)
    });
    let kinds = GoalKind::ALL.into_iter().map(|kind| {
        let action = GoalAction::ChooseKind(kind);
        ChoiceOption::new(kind.id(), all.goals[kind as usize], kind == question.kind, action)
    });
    let index = question.kind as usize;
    let content = FieldContent {
        text: question.texts[index].clone().into(),
        problem: typed.goal.as_ref().err().map(|problem| problem.clone().into()),
        note: typed.note.map(Into::into),
    };
    let field = FieldId::Goal(question.kind);
    let answer = match typed.goal {
        Ok(goal) => answer(ctx, question.id, goal),
        Err(_) => Vec::new(),
    };
    let is_of_payers = ctx.workspace.inputs.perspective == Perspective::Partijen;
    let for_payers = if is_of_payers { Html::default() } else { p("small", all.for_payers) };
    let card = vec![
        heading("h3", "doel", all.title),
        p("small", all.intro),
        for_payers,
        choice(ctx, INPUT_LIST, all.input_choice, inputs.collect(), None),
        choice(ctx, KIND_LIST, all.goal, kinds.collect(), None),
        number_field(ctx, field, &field_name(question.kind), all.fields[index], all.units[index], &content),
        div("switching", answer),
    ];
    section("card explorer", "doel", card)
}

/// Returns the value of this input at which the goal is met, in a sentence, and a
/// button that fills it in. Where the input has no effect under the present way to
/// calculate costs, it offers to change that way instead.
fn answer(ctx: &PageContext, id: InputId, goal: Goal) -> Vec<Html> {
    let words = ctx.text().goal();
    let live_paragraph = |content: Vec<Html>| element("p", attributes! { "aria-live" => "polite" }, content);
    let live_sentence = |sentence: String| live_paragraph(vec![sentence_text(sentence)]);
    let GoalResult::Searched(found) = seek(&ctx.workspace.inputs, id, goal) else {
        return vec![live_sentence(words.no_savings.to_owned())];
    };
    let label = input_name(ctx, id);
    if found.required == RequiredValue::NoEffect {
        let basis = required_basis(id);
        let switch = ctx.press(WorkspaceAction::SetCostBasis(basis));
        return vec![
            live_sentence((words.no_effect)(&label, ctx.workspace.inputs.basis)),
            div("buttons", vec![figure_button("button", switch, sentence_text((words.switch)(basis)))]),
            p("small", words.switch_note),
        ];
    }
    let at = match found.required {
        RequiredValue::At(value) => Some(value),
        RequiredValue::NotWithinLimits | RequiredValue::NoEffect => None,
    };
    let shown_at = at.map(|value| with_unit(ctx, id, value)).unwrap_or_default();
    let now = with_unit(ctx, id, found.value);
    let (low, high) = found.range.unwrap_or_default();
    let range = (ctx.text().explorer().low_to_high)(&with_unit(ctx, id, low), &with_unit(ctx, id, high));
    let sentence = (words.found)(&GoalFacts {
        name: &label,
        goal,
        plausibility: found.plausibility,
        at: &shown_at,
        now: &now,
        range: if found.range.is_some() { &range } else { "" },
        limits: &ctx.allowed_values(id),
    });
    let new_value = at.map(|at| rounded_as_shown(id, at));
    let apply = new_value.filter(|at| value_problem(id, *at).is_none()).map(|at| {
        if at == found.value {
            p("small", words.already_applied)
        } else {
            let apply = ctx.press(WorkspaceAction::ApplyGoal);
            figure_button("button", apply, sentence_text((words.apply_value)(&shown_at)))
        }
    });
    let input = ctx.workspace.inputs.name(id);
    let figures = match at {
        Some(_) => vec![
            (format!("{}.{input}", explain::goal_value::KIND), shown_at),
            (format!("{INPUT_KIND}.{input}"), now.clone()),
        ],
        None => vec![],
    };
    vec![
        live_paragraph(explain::sentence::content(ctx, ANSWER, &sentence, &figures)),
        explain::sentence::explanation(ctx, ANSWER, &figures),
        div("buttons", apply.into_iter().collect()),
        sentence_in("p", "small", words.savings_stay),
    ]
}
