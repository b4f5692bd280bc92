//! The list of everything that differs from the chosen preset: each change with
//! its value before and now, its effect on the saldo, and a button that reverts
//! it.

use crate::model::Perspective;
use crate::model::outcome::saldo;
use crate::model::simulation::SimulationSettings;
use crate::model::{InputId, Inputs, LineField, Preset, Range, Shape};
use crate::scenario::changes::{Change, Effect, MovedFigure, effects};
use crate::ui::commands::Command;
use crate::ui::components::element::{
    attributes, button, classed, details, div, element, heading, icon_button, keyed, p, text_in,
};
use crate::ui::components::field::RESET_ICON;
use crate::ui::components::figure::{figure_button, name_in, name_text, sentence_in, sentence_text, space};
use crate::ui::context::PageContext;
use crate::ui::features::changes::text::ChangesTotal;
use crate::ui::features::explain;
use crate::ui::features::explain::anchor;
use crate::ui::features::explain::sentence::paragraph;
use crate::ui::features::financing::editor::EDITOR;
use crate::ui::features::inputs::field::{field_id, label_and_unit, value_text};
use crate::ui::features::own_lines;
use crate::ui::lazy;
use crate::ui::state::{State, WorkspaceAction};
use yew::prelude::*;

/// The id of the list; it gets the focus when the button that was pressed in it
/// no longer exists.
pub const LIST: &str = "veranderd";

/// Returns the card with the list; one sentence where nothing differs.
pub fn view(ctx: &PageContext) -> Html {
    let content = vec![heading("h3", "veranderd-titel", ctx.text().results().changes), list(ctx, true)];
    let attributes = attributes! {
        "class" => "card changed",
        "id" => LIST,
        "tabindex" => "-1",
        "aria-labelledby" => "veranderd-titel",
    };
    element("section", attributes, content)
}

/// Returns the list for the compact view in other web pages: folded up under the
/// number of changes.
pub fn compact(ctx: &PageContext) -> Html {
    let count = vec![sentence_text(count(ctx))];
    let content = div("changed", vec![lazy::closed_view(ctx, &lazy::CHANGES)]);
    let list = details("card", false, count, vec![content]);
    element("div", attributes! { "id" => LIST, "tabindex" => "-1" }, vec![list])
}

/// Returns the list for print only, on views that do not show it on the screen;
/// empty where nothing differs.
pub fn on_paper(ctx: &PageContext) -> Html {
    if ctx.workspace.changes().is_empty() {
        return Html::default();
    }
    let title = text_in("h2", "", ctx.text().results().changes);
    div("card paper", vec![title, list(ctx, false)])
}

/// Returns the sentence on how many inputs differ from which preset.
pub fn count(state: &State) -> String {
    let all = state.text();
    (all.changes().difference_count)(state.workspace.changes().len(), (all.preset)(state.scenario().base).0)
}

/// Returns the number of changes, with a button to the list on the same view.
pub fn count_with_link_here(ctx: &PageContext) -> Html {
    count_with_link(ctx, Command::Reveal(LIST.to_owned()))
}

/// Returns the number of changes, with a button to the list on the worksheet.
/// It takes its room even where nothing differs yet, so that the page does not
/// shift under a slider when its first move makes a difference.
pub fn count_with_link_to_worksheet(ctx: &PageContext) -> Html {
    count_with_link(ctx, Command::RevealInWorksheet(LIST.to_owned()))
}

fn count_with_link(ctx: &PageContext, reveal: Command) -> Html {
    let count = count(ctx);
    if ctx.workspace.changes().is_empty() {
        return classed("p", "differs", vec![sentence_in("strong", "", count)]);
    }
    let see = button("plain", ctx.press(reveal), ctx.text().changes().see_differences);
    classed("p", "differs", vec![sentence_in("strong", "", format!("{count} ")), see])
}

/// Returns the list below a sentence on its total effect. With `links`, the name
/// of a change leads to its field, which must be on the same page.
pub fn list(ctx: &PageContext, links: bool) -> Html {
    let all = ctx.text();
    let base = ctx.scenario().base;
    let (name, description) = (all.preset)(base);
    let changes = ctx.workspace.changes();
    let count = sentence_in("p", "", (all.sentences.changed)(changes.len()));
    if changes.is_empty() && base == Preset::Brochure {
        return count;
    }
    let mut content = vec![count];
    content.push(if base == Preset::Brochure {
        Html::default()
    } else {
        sentence_in("p", "small", (all.changes().other_base)(name, description))
    });
    if changes.is_empty() {
        return div("change-body", content);
    }
    let effects = effects(&changes, &ctx.workspace.inputs, &ctx.workspace.preset_inputs);
    let count = |better| effects.iter().filter(|effect| effect.helps() == Some(better)).count();
    let total = ChangesTotal {
        from: saldo(&ctx.workspace.preset_inputs, Perspective::Partijen),
        to: ctx.workspace.outcome.total.net,
        better: count(true),
        worse: count(false),
    };
    let mut rows: Vec<(Change, Effect)> = changes.into_iter().zip(effects).collect();
    // The change that moves the saldo most comes first; changes that do not move
    // it keep the order of the inputs.
    rows.sort_by(|(_, a), (_, b)| saldo_movement(*b).total_cmp(&saldo_movement(*a)));
    let rows = rows.into_iter().map(|(change, effect)| row(ctx, change, effect, links));
    let difference = total.to - total.from;
    let figures = [
        (
            format!("{}.{}", explain::other_cases::PRESET, explain::other_cases::DIFFERENCE),
            all.notation.euro(difference.euros().abs()),
        ),
        (format!("{}.total.net", explain::other_cases::PRESET), all.notation.euro(total.from.euros())),
        ("total.net".to_owned(), all.notation.euro(total.to.euros())),
    ];
    // Where the saldo is equal to the euro, the sentence states it only once.
    let figures = if difference.rounds_to_zero() { &figures[2..] } else { &figures[..] };
    if ctx.workspace.inputs.perspective != Perspective::Partijen {
        content.push(p("small", all.changes().for_payers));
    }
    content.push(paragraph(ctx, "wijzigingen-zin", &(all.changes().total_effect)(total), figures));
    content.push(classed("ul", "change-list", rows.collect()));
    content.push(p("small", all.changes().note));
    div("change-body", content)
}

/// Returns the number of euros by which an effect moves the saldo, up or down;
/// zero where it moves another figure or none.
fn saldo_movement(effect: Effect) -> f64 {
    match effect {
        Effect::Moves(MovedFigure::Net, amount) => amount.euros().abs(),
        Effect::Moves(MovedFigure::Party(_) | MovedFigure::Npv | MovedFigure::Society, _)
        | Effect::Shifts { .. }
        | Effect::NoEffect
        | Effect::SpreadOnly
        | Effect::Prices => 0.0,
    }
}

/// A change in words.
struct ChangeText {
    /// The name of what changed.
    name: String,
    /// The value before and now, or the present state of a whole line or plan.
    values: String,
    /// The id of the field where it can be changed; `None` where its field is
    /// not on the worksheet.
    field: Option<String>,
}

/// Describes a change.
fn describe(state: &State, change: Change) -> ChangeText {
    let all = state.text();
    let workspace = &state.workspace;
    let from_to = all.changes().from_to;
    match change {
        Change::Basis => {
            let [from, to] =
                [&workspace.preset_inputs, &workspace.inputs].map(|inputs| (all.basis)(inputs.basis));
            ChangeText {
                name: all.page.basis.to_owned(),
                values: from_to(from, to, ""),
                field: Some(field_id("kostenbasis")),
            }
        }
        Change::Phase => {
            let [from, to] = [&workspace.preset_inputs, &workspace.inputs]
                .map(|inputs| (all.explain().phase_name)(inputs.phase));
            ChangeText {
                name: all.page.phase.to_owned(),
                values: from_to(from, to, ""),
                field: Some(field_id("fase")),
            }
        }
        Change::Value(id) => {
            let [from, to] = [workspace.preset_value(id), workspace.inputs.get(id)]
                .map(|value| value_text(state, id, value));
            let unit = label_and_unit(state, id).unit;
            let unit = if to.ends_with('%') { "" } else { unit };
            ChangeText {
                name: input_name(state, id),
                values: from_to(&from, &to, unit),
                field: Some(field_id(&workspace.inputs.name(id))),
            }
        }
        Change::Counted(line) => {
            let counts = workspace.inputs.line(line).counted;
            let values = if counts { all.results().now_counts } else { all.results().now_pm };
            ChangeText {
                name: (all.line)(line).label.to_owned(),
                values: values.to_owned(),
                field: Some(field_id(&workspace.inputs.name(InputId::Line(line, LineField::Aantal)))),
            }
        }
        Change::Own(index) => {
            let line = &workspace.inputs.own[index];
            ChangeText {
                name: own_lines::view::label(state, index),
                values: (all.changes().own_line)(&own_lines::view::side_and_amount(state, line)),
                field: Some(field_id(&format!("{}.label", line.id))),
            }
        }
        Change::Plan => ChangeText {
            name: all.financing().title.to_owned(),
            values: (all.financing().in_changes)(workspace.inputs.plan.len()),
            field: Some(EDITOR.to_owned()),
        },
        Change::Range(id) => {
            let mut default = (*workspace.inputs).clone();
            default.ranges.clear();
            let [from, to] =
                [&default, &*workspace.inputs].map(|inputs: &Inputs| range_text(state, id, inputs.range(id)));
            ChangeText {
                name: (all.changes().range_of)(&input_name(state, id)),
                values: from_to(&from, &to, ""),
                field: None,
            }
        }
        Change::Draws => {
            let [from, to] = [SimulationSettings::default(), state.scenario().simulation]
                .map(|simulation| all.notation.number(f64::from(simulation.draws), 0));
            ChangeText {
                name: all.uncertainty().draws.to_owned(),
                values: from_to(&from, &to, ""),
                field: None,
            }
        }
        Change::Seed => {
            let [from, to] = [SimulationSettings::default(), state.scenario().simulation]
                .map(|simulation| simulation.seed.to_string());
            ChangeText {
                name: all.uncertainty().seed.to_owned(),
                values: from_to(&from, &to, ""),
                field: None,
            }
        }
        Change::PmDraws => {
            let [from, to] = [SimulationSettings::default(), state.scenario().simulation]
                .map(|simulation| (all.uncertainty().pm_draws_name)(simulation.pm));
            ChangeText {
                name: all.uncertainty().pm_draws.to_owned(),
                values: from_to(from, to, ""),
                field: None,
            }
        }
    }
}

/// Returns the name of an input, preceded by the name of its line if it has one:
/// 'Dagbesteding, aantal cliëntjaren'.
pub fn input_name(state: &State, id: InputId) -> String {
    let label = label_and_unit(state, id).label;
    match id {
        InputId::General(_) => label.to_owned(),
        InputId::Line(line, _) => format!("{}, {label}", (state.text().line)(line).label),
        InputId::Own(index, _) => format!("{}, {label}", own_lines::view::label(state, index)),
    }
}

/// Returns the shape and both ends of a range in words.
fn range_text(state: &State, id: InputId, range: Range) -> String {
    let all = state.text();
    let shape = (all.uncertainty().shape)(range.shape);
    let [low, high] = [range.low, range.high].map(|end| value_text(state, id, end));
    let (low, high) = if range.shape == Shape::Fixed { ("", "") } else { (&*low, &*high) };
    (all.changes().range)(shape, low, high)
}

/// Returns one change: its name, whether it improves the saldo, its value before
/// and now, its effect, and a button that reverts it.
fn row(ctx: &PageContext, change: Change, effect: Effect, links: bool) -> Html {
    let words = ctx.text().changes();
    let id = change.name(&ctx.workspace.inputs);
    let ChangeText { name, values, field } = describe(ctx, change);
    let title = match field.filter(|_| links) {
        Some(field) => figure_button("plain", ctx.press(Command::Reveal(field)), name_text(name.clone())),
        None => name_in("strong", "", name.clone()),
    };
    let class = match effect.helps() {
        Some(true) => "tag is-better",
        Some(false) => "tag is-worse",
        None => "tag",
    };
    let sentence = sentence_text((words.effect)(effect));
    let figure = explain::simulation_figures::change_name(&id);
    // Where the change moves a figure, its effect has an explanation.
    let sentence = if effect.moved().is_some() {
        explain::figure_with_explanation(ctx, anchor::CHANGES, &figure, true, sentence)
    } else {
        sentence
    };
    let values = classed("p", "", vec![sentence_text(values), space(), sentence]);
    let explanation = explain::explanation_at_figure(ctx, anchor::CHANGES, &figure);
    let verdict = name_in("span", class, (words.verdict)(effect));
    let content = div("", vec![title, space(), verdict, values, explanation]);
    let revert = ctx.press(WorkspaceAction::Revert(change));
    let revert = icon_button("reset", revert, (words.revert)(&name), true, RESET_ICON);
    keyed(&id, classed("li", "change", vec![content, revert]))
}

/// Returns the name of a change on screen.
pub fn change_label(state: &State, change: Change) -> String {
    describe(state, change).name
}

/// Returns the change with this name in files and links, if there is one.
pub fn change_with_name(state: &State, name: &str) -> Option<Change> {
    state.workspace.changes().into_iter().find(|change| change.name(&state.workspace.inputs) == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;
    use crate::ui::components::element::tests::rendered;
    use crate::ui::features::worksheet;
    use crate::ui::routes::Route;

    /// The list on paper and the goal seek stand far from the sentence that says so.
    #[test]
    fn figures_of_all_payers_say_so_where_another_perspective_is_chosen() {
        for (perspective, says_so) in [("partijen", false), ("gemeente", true), ("samenleving", true)] {
            let text = format!(r#"{{"values":{{"bezoekers":600,"fte":3,"perspectief":"{perspective}"}}}}"#);
            let state = State::new(Route::Uncertainty, Scenario::parse(&text).unwrap());
            let ctx = PageContext::inert(state);
            for html in [on_paper(&ctx), list(&ctx, true), worksheet::goal::view(&ctx)].map(rendered) {
                assert_eq!(html.contains("over alle betalers samen"), says_so, "{perspective}: {html}");
            }
        }
    }
}
