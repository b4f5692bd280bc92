//! The answer: one sentence, one picture and three facts in the chosen perspective. On a
//! phone a bar at the bottom of the screen has the outcome too.

use crate::answer::AnswerFigures;
use crate::explain::{FigureId, PlanFigure};
use crate::model::inputs::AVERAGE_VISITORS;
use crate::model::savings::SavingId;
use crate::model::{Euro, General, InputId, Line, Perspective, Preset, evaluate};
use crate::number::rounding::rounded;
use crate::scenario::changes::Change;
use crate::scenario::counts;
use crate::ui::commands::Command;
use crate::ui::components::choice::ChoiceOption;
use crate::ui::components::element::{
    attributes, button_if, classed, div, element, icon, p, span, text_in, with_listeners,
};
use crate::ui::components::figure::{figure_in, name_in, name_text, sentence_in};
use crate::ui::components::segmented::segmented;
use crate::ui::context::{Message, PageContext};
use crate::ui::features::centre::questions::QUESTIONS;
use crate::ui::features::centre::state::{
    answered, average_figures, brochure_prices, is_based_on_brochure, is_example,
};
use crate::ui::features::centre::text::AnswerFacts;
use crate::ui::features::centre::{named_section, picture};
use crate::ui::features::explain::sentence::StatedFigure;
use crate::ui::features::explain::state::ExplainAction;
use crate::ui::features::explain::{self, anchor};
use crate::ui::routes::Route;
use crate::ui::state::{State, WorkspaceAction};
use crate::what_if::VOLUNTEER_LINE;
use yew::prelude::*;

/// The lines that the note on a cautious count names.
const CAUTIOUS_BY_NAME: [Line; 2] = [Line::Uitkeringen, Line::Dagbesteding];

/// The id of the section with the answer.
pub const ANSWER: &str = "antwoord";

/// Returns the answer with its picture, what can be done with it, and facts. On a phone the
/// facts, which nothing can be done with, come after the questions.
pub fn view(ctx: &PageContext) -> Html {
    let words = ctx.text().centre();
    let answer = AnswerFigures::new(&ctx.workspace.outcome, &ctx.workspace.inputs);
    let is_stale = ctx.editing.refused_inputs().next().is_some();
    let sentence = attributes! {
        "class" => if is_stale { "answer is-stale" } else { "answer" },
        "data-answer" => "",
        "aria-live" => "polite",
    };
    let title = attributes! { "id" => "antwoord-titel", "class" => "hidden" };
    let content = vec![
        element("h2", title, vec![span("", words.answer)]),
        perspectives(ctx),
        element("p", sentence, sentence_content(ctx, &answer)),
        div("answer-notes", notes(ctx, is_stale)),
        explain::explanation_at(ctx, anchor::SENTENCE),
        picture::view(ctx),
    ];
    let section = named_section("answer-in-view", ANSWER, "antwoord-titel", content);
    div("answer-pane", vec![section, actions(ctx, &answer), facts(ctx, &answer)])
}

/// Returns the sentence of the answer as plain text, with what is still the brochure's and the year
/// of the prices: whoever reads it elsewhere has no page beside it.
pub fn copied_text(state: &State) -> String {
    let answer = AnswerFigures::new(&state.workspace.outcome, &state.workspace.inputs);
    let year = (state.text().centre_sections().prices)(state.workspace.inputs.year());
    let parts = [written(state, &answer), partly_average(state), year];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Says which figures are still those of an average centre; empty where none are.
fn partly_average(state: &State) -> String {
    let visitors = state.text().notation.number(AVERAGE_VISITORS, 0);
    (state.text().centre().partly_average)(&average_figures(state), &brochure_prices(state), &visitors)
}

fn written(state: &State, answer: &AnswerFigures) -> String {
    (state.text().centre().sentence)(&answer_facts(state, answer))
}

/// Returns what the sentence and the title of the picture depend on.
pub(super) fn answer_facts<'a>(state: &'a State, answer: &'a AnswerFigures) -> AnswerFacts<'a> {
    // What a preset supposes of effects no longer holds where the user has changed one.
    let is_effect = |change: &Change| matches!(change, Change::Value(InputId::Line(..)) | Change::Counted(_));
    let has_own_effects = state.workspace.changes().iter().any(is_effect);
    AnswerFacts {
        outcome: &state.workspace.outcome,
        answer,
        is_example: is_example(state),
        knows_cashable: state.workspace.knows_cashable(),
        preset: if has_own_effects { Preset::Brochure } else { state.scenario().base },
    }
}

/// Returns the sentence with its figures as buttons that open explanations.
fn sentence_content(ctx: &PageContext, answer: &AnswerFigures) -> Vec<Html> {
    explain::sentence::content(ctx, anchor::SENTENCE, &written(ctx, answer), &stated(ctx, answer))
}

/// Returns the figures that the sentence may state, in their order.
fn stated(state: &State, answer: &AnswerFigures) -> Vec<StatedFigure> {
    let outcome = &state.workspace.outcome;
    let perspective = answer.perspective;
    let uncovered = outcome.financing.as_ref().map_or(0.0, |plan| rounded(plan.uncovered.euros()));
    let mut figures = if answer.threshold > 0.0 {
        vec![(FigureId::SocietyThreshold, answer.threshold)]
    } else {
        vec![
            (FigureId::costs_of(perspective), answer.costs),
            (FigureId::savings_of(perspective), answer.savings),
            (FigureId::NotCashable, answer.not_cashable),
            (FigureId::gap_of(perspective), answer.gap),
            (FigureId::gap_per_visitor_of(perspective), answer.gap_per_visitor),
        ]
    };
    if uncovered > 0.0 {
        figures.push((FigureId::Plan(PlanFigure::Uncovered, None), uncovered));
    }
    let stated = |(figure, amount): (FigureId, f64)| {
        explain::sentence::stated_euros(state, &figure.name(outcome), amount)
    };
    figures.into_iter().map(stated).collect()
}

/// Returns the switch that chooses whose saldo is put in front.
fn perspectives(ctx: &PageContext) -> Html {
    let words = ctx.text().centre();
    let now = ctx.workspace.inputs.perspective;
    if ctx.is_shell() {
        let segment = |perspective: Perspective| {
            let class = if perspective == now { "segment is-chosen" } else { "segment" };
            name_in("span", class, (words.perspective_short)(perspective))
        };
        let segments = Perspective::ALL.into_iter().map(segment).collect();
        let legend = span("segments-legend", words.seen_from);
        return div("segmented", vec![legend, classed("span", "segments", segments)]);
    }
    let options = Perspective::ALL.into_iter().map(|perspective| {
        let set = WorkspaceAction::SetPerspective(perspective);
        ChoiceOption::new(perspective.id(), (words.perspective_short)(perspective), perspective == now, set)
    });
    let legend = text_in("legend", "", words.seen_from);
    segmented::<Message>(&ctx.sender(), "perspectief", legend, options.collect())
}

/// Returns what the sentence leaves out.
fn notes(ctx: &PageContext, is_stale: bool) -> Vec<Html> {
    let (words, page) = (ctx.text().centre(), ctx.text().page);
    let mut notes = Vec::new();
    if is_stale {
        notes.push(p("stale", page.stale));
    }
    if !is_based_on_brochure(ctx) {
        let (name, description) = (ctx.text().preset)(ctx.scenario().base);
        notes.push(sentence_in("p", "small", (words.other_preset)(name, description)));
    }
    let average = partly_average(ctx);
    if !average.is_empty() {
        notes.push(sentence_in("p", "small", average));
    }
    if !is_example(ctx) {
        notes.push(sentence_in("p", "small", (words.rounded)(ctx.workspace.inputs.year())));
    }
    let counts_hours = ctx.scenario().own.iter().any(|line| line.id == VOLUNTEER_LINE);
    if ctx.workspace.inputs.perspective == Perspective::Samenleving && !counts_hours {
        notes.push(p("small", words.hours_not_counted));
    }
    notes
}

/// Returns what can be done with the answer: copy the sentence, open where it is from, and
/// share it.
fn actions(ctx: &PageContext, answer: &AnswerFigures) -> Html {
    let (words, shell) = (ctx.text().centre(), ctx.is_shell());
    // 'Where is this from' opens what the sentence is about: its gap, or its threshold.
    let about = if answer.threshold > 0.0 {
        FigureId::SocietyThreshold
    } else {
        FigureId::gap_of(answer.perspective)
    };
    let about = about.name(&ctx.workspace.outcome);
    let open = ctx.press(ExplainAction::Open(anchor::SENTENCE.to_owned(), about));
    let status = match &ctx.view.command_status {
        Some((id, done)) if id == ANSWER => {
            if *done {
                words.copied
            } else {
                words.copy_failed
            }
        }
        Some(_) | None => "",
    };
    let copy = ctx.press(Command::CopyAnswer(ANSWER.to_owned()));
    let status_attributes = attributes! { "role" => "status" };
    let share = attributes! { "class" => "button", "href" => format!("#{}", Route::Share.id()) };
    let content = vec![
        element("a", share, vec![span("", words.share)]),
        button_if(!shell, "plain", copy, words.copy),
        button_if(!shell, "plain", open, words.where_from),
        element("span", status_attributes, if status.is_empty() { vec![] } else { vec![name_text(status)] }),
    ];
    div("answer-actions", content)
}

/// Returns the three facts: per visitor, how sure, and what a cautious count gives.
fn facts(ctx: &PageContext, answer: &AnswerFigures) -> Html {
    let words = ctx.text().centre();
    let euro = |amount: f64| ctx.text().notation.euro(amount);
    let visitors = ctx.workspace.inputs.general(General::Bezoekers);
    let (each, each_name) = if answer.threshold > 0.0 {
        ((answer.threshold / visitors).ceil(), words.worth_per_visitor)
    } else if answer.gap < 0.0 {
        (-answer.gap_per_visitor, words.surplus_per_visitor)
    } else {
        (answer.gap_per_visitor, words.gap_per_visitor)
    };
    let cautious = counts::voorzichtig(ctx.scenario()).inputs();
    let cautious = AnswerFigures::new(&evaluate(&cautious), &cautious);
    let cautious_name = match cautious.gap < 0.0 {
        true => words.cautious_surplus,
        false if answer.gap < 0.0 => words.cautious_deficit,
        false => words.cautious_gap,
    };
    let effects = || {
        let lines = ctx.workspace.outcome.savings.iter().filter(|line| line.counted);
        lines.filter(|line| line.kind.counts_for(answer.perspective) && line.gross > Euro::ZERO)
    };
    // Of no effect nobody is sure: then only the costs have a grade.
    let grade = if effects().next().is_some() {
        (words.grade)(ctx.workspace.evidence.grade)
    } else {
        words.no_effect
    };
    let has_others = effects().any(|line| !CAUTIOUS_BY_NAME.map(SavingId::Fixed).contains(&line.id));
    let cautious_note = effects().next().map(|_| (words.cautious_note)(answer.perspective, has_others));
    let fact = |value: Html, name: Html| div("fact", vec![value, name]);
    let facts = vec![
        fact(figure_in("strong", "", euro(each)), name_in("span", "", each_name)),
        fact(
            name_in("strong", "", grade),
            sentence_in("span", "", (words.answered)(answered(ctx), QUESTIONS.len())),
        ),
        fact(figure_in("strong", "", euro(cautious.gap.abs())), name_in("span", "", cautious_name)),
    ];
    div(
        "answer-facts",
        vec![
            div("answer-fact-list", facts),
            cautious_note.map_or_else(Html::default, |note| sentence_in("p", "small", note)),
        ],
    )
}

/// Returns the bar at the bottom of a phone, which has the outcome and leads to the answer with its
/// picture.
pub fn bottom_bar(ctx: &PageContext) -> Html {
    let words = ctx.text().centre();
    if ctx.is_shell() {
        return Html::default();
    }
    let answer = AnswerFigures::new(&ctx.workspace.outcome, &ctx.workspace.inputs);
    let name = if answer.gap < 0.0 { words.bar_surplus } else { words.bar_gap };
    let gap = ctx.text().notation.euro(answer.gap.abs());
    let open = classed("span", "bar-open", vec![icon("m4 16 8-8 8 8z"), span("", words.bar_open)]);
    let content = vec![sentence_in("span", "", format!("{name} {gap}")), open];
    let attributes = attributes! { "type" => "button", "class" => "bottom-bar" };
    let reveal = ctx.on_press(Command::Reveal(ANSWER.to_owned()));
    with_listeners("button", attributes, [reveal], content)
}
