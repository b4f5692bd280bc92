//! All that differs from the chosen preset: what it was and is, what that does
//! to the saldo, and a button that puts it back.

use crate::model::outcome::saldo;
use crate::model::simulation::SimulationSettings;
use crate::model::{InputId, Inputs, LineField, Preset, Range, Shape};
use crate::scenario::changes::{Change, Effect, MovedFigure, effects};
use crate::text::changes::ChangesTotal;
use crate::ui::commands::Command;
use crate::ui::components::element::{
    attributes, button, classed, details, div, element, heading, icon_button, keyed, p, text,
};
use crate::ui::components::field::RESET_ICON;
use crate::ui::components::figure::{figure_button, name_in, name_text, sentence_in, sentence_text, space};
use crate::ui::context::PageContext;
use crate::ui::features::centre::field::{field_id, with_sign, words};
use crate::ui::features::explain;
use crate::ui::features::explain::anchor;
use crate::ui::features::explain::sentence::paragraph;
use crate::ui::features::financing::editor::EDITOR;
use crate::ui::features::own_lines;
use crate::ui::lazy;
use crate::ui::state::{State, WorkspaceAction};
use yew::prelude::*;

/// The id of the list; the focus goes there when one of its buttons is gone.
pub const LIST: &str = "veranderd";

/// Returns the card with all that differs; one sentence where nothing does.
pub fn view(ctx: &PageContext) -> Html {
    let content = vec![heading("h3", "veranderd-titel", ctx.text().page.changes), body(ctx, true)];
    let attributes = attributes! {
        "class" => "card changed",
        "id" => LIST,
        "tabindex" => "-1",
        "aria-labelledby" => "veranderd-titel",
    };
    element("section", attributes, content)
}

/// Returns what differs for a page inside another one: how many things, and the
/// list when asked for.
pub fn compact(ctx: &PageContext) -> Html {
    let count = vec![sentence_text(count(ctx))];
    let inside = div("changed", vec![lazy::closed_view(ctx, &lazy::CHANGES)]);
    let list = details("card", false, count, vec![inside]);
    element("div", attributes! { "id" => LIST, "tabindex" => "-1" }, vec![list])
}

/// Returns what differs for below figures that are printed elsewhere; it is
/// only on paper.
pub fn on_paper(ctx: &PageContext) -> Html {
    if ctx.workspace.changes().is_empty() {
        return Html::default();
    }
    let title = classed("h2", "", vec![text(ctx.text().page.changes)]);
    div("card paper", vec![title, body(ctx, false)])
}

/// Returns how many things differ from which preset.
pub fn count(state: &State) -> String {
    let all = state.text();
    (all.page.difference_count)(state.workspace.changes().len(), (all.preset)(state.scenario().base).0)
}

/// Returns a line on how much differs, with a button to the list on this view.
pub fn line_here(ctx: &PageContext) -> Html {
    line(ctx, Command::Reveal(LIST.to_owned()))
}

/// Returns a line on how much differs, with a button to the list on the view of
/// the centre. It is there too when nothing differs yet, so that the first
/// slider that is moved stays under the hand.
pub fn line_elsewhere(ctx: &PageContext) -> Html {
    line(ctx, Command::RevealInCentre(LIST.to_owned()))
}

fn line(ctx: &PageContext, reveal: Command) -> Html {
    let count = count(ctx);
    if ctx.workspace.changes().is_empty() {
        return classed("p", "differs", vec![sentence_in("strong", "", count)]);
    }
    let see = button("plain", ctx.press(reveal), ctx.text().page.see_differences);
    classed("p", "differs", vec![sentence_in("strong", "", format!("{count} ")), see])
}

/// Returns the list, with links to the fields where these are on the page.
pub fn body(ctx: &PageContext, links: bool) -> Html {
    let all = ctx.text();
    let base = ctx.scenario().base;
    let (name, what) = (all.preset)(base);
    let changes = ctx.workspace.changes();
    let count = sentence_in("p", "", (all.sentences.changed)(changes.len()));
    if changes.is_empty() && base == Preset::Brochure {
        return count;
    }
    let mut content = vec![count];
    content.push(if base == Preset::Brochure {
        Html::default()
    } else {
        sentence_in("p", "small", (all.changes().other_base)(name, what))
    });
    if changes.is_empty() {
        return div("change-body", content);
    }
    let effects = effects(&changes, &ctx.workspace.inputs, &ctx.workspace.preset_inputs);
    let sides = |better| effects.iter().filter(|effect| effect.helps() == Some(better)).count();
    let together = ChangesTotal {
        from: saldo(&ctx.workspace.preset_inputs),
        to: ctx.workspace.outcome.total.net,
        better: sides(true),
        worse: sides(false),
    };
    let mut rows: Vec<(Change, Effect)> = changes.into_iter().zip(effects).collect();
    // What moves the saldo most first; the rest in the order of the inputs.
    rows.sort_by(|(_, a), (_, b)| weight(*b).total_cmp(&weight(*a)));
    let rows = rows.into_iter().map(|(change, effect)| row(ctx, change, effect, links));
    let by = together.to - together.from;
    let figures = [
        (
            format!("{}.{}", explain::what_if::BASE, explain::what_if::BETWEEN),
            all.notation.euro(by.euros().abs()),
        ),
        (format!("{}.total.net", explain::what_if::BASE), all.notation.euro(together.from.euros())),
        ("total.net".to_owned(), all.notation.euro(together.to.euros())),
    ];
    // Where it stays what it was, one figure is stated.
    let figures = if by.euros().abs() < 0.5 { &figures[2..] } else { &figures[..] };
    content.push(paragraph(ctx, "wijzigingen-zin", &(all.changes().total_effect)(together), figures));
    content.push(classed("ul", "change-list", rows.collect()));
    content.push(p("small", all.changes().note));
    div("change-body", content)
}

/// Returns how much an effect moves the saldo.
fn weight(effect: Effect) -> f64 {
    match effect {
        Effect::Moves(MovedFigure::Net, by) => by.euros().abs(),
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
    /// What it was and is.
    values: String,
    /// The id of the field where it can be seen; none where it has none here.
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
        Change::Value(id) => {
            let [from, to] = [workspace.preset_value(id), workspace.inputs.get(id)]
                .map(|value| with_sign(state, id, value));
            let unit = words(state, id).unit;
            let unit = if to.ends_with('%') { "" } else { unit };
            ChangeText {
                name: name(state, id),
                values: from_to(&from, &to, unit),
                field: Some(field_id(&workspace.inputs.name(id))),
            }
        }
        Change::Counted(line) => {
            let counts = workspace.inputs.line(line).counted;
            let values = if counts { all.page.now_counts } else { all.page.now_pm };
            ChangeText {
                name: (all.line)(line).label.to_owned(),
                values: values.to_owned(),
                field: Some(field_id(&workspace.inputs.name(InputId::Line(line, LineField::Aantal)))),
            }
        }
        Change::Own(position) => {
            let line = &workspace.inputs.own[position];
            ChangeText {
                name: own_lines::view::label(state, position),
                values: (all.changes().own_line)(&own_lines::view::total(state, line)),
                field: Some(field_id(&format!("{}.label", line.id))),
            }
        }
        Change::Plan => ChangeText {
            name: all.financing().title.to_owned(),
            values: (all.financing().in_changes)(workspace.inputs.plan.len()),
            field: Some(EDITOR.to_owned()),
        },
        Change::Range(id) => {
            let mut usual = (*workspace.inputs).clone();
            usual.ranges.clear();
            let [from, to] =
                [&usual, &*workspace.inputs].map(|inputs: &Inputs| range(state, id, inputs.range(id)));
            ChangeText {
                name: (all.changes().range_of)(&name(state, id)),
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
    }
}

/// Returns the name of an input, with that of its line.
pub fn name(state: &State, id: InputId) -> String {
    let label = words(state, id).label;
    match id {
        InputId::General(_) => label.to_owned(),
        InputId::Line(line, _) => format!("{}, {label}", (state.text().line)(line).label),
        InputId::Own(position, _) => format!("{}, {label}", own_lines::view::label(state, position)),
    }
}

/// Returns a range in words.
fn range(state: &State, id: InputId, range: Range) -> String {
    let all = state.text();
    let shape = (all.uncertainty().shape)(range.shape);
    let [low, high] = [range.low, range.high].map(|end| with_sign(state, id, end));
    let (low, high) = if range.shape == Shape::Fixed { ("", "") } else { (&*low, &*high) };
    (all.changes().range)(shape, low, high)
}

/// Returns one change: its name, whether it helps, what it was and is and does,
/// and a button that puts it back.
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
    // What a change does to a figure opens.
    let opens = effect.moved().is_some();
    let sentence =
        if opens { explain::figure(ctx, anchor::CHANGES, &figure, true, sentence) } else { sentence };
    let values = classed("p", "", vec![sentence_text(values), space(), sentence]);
    let below = explain::under_figure(ctx, anchor::CHANGES, &figure);
    let verdict = name_in("span", class, (words.verdict)(effect));
    let top = div("", vec![title, space(), verdict, values, below]);
    let revert = ctx.press(WorkspaceAction::Revert(change));
    let back = icon_button("reset", revert, (words.revert)(&name), true, RESET_ICON);
    keyed(&id, classed("li", "change", vec![top, back]))
}

/// Returns the name of what changed.
pub fn label(state: &State, change: Change) -> String {
    describe(state, change).name
}

/// Returns the change with this name, if there is one.
pub fn change_with_name(state: &State, name: &str) -> Option<Change> {
    state.workspace.changes().into_iter().find(|change| change.name(&state.workspace.inputs) == name)
}
