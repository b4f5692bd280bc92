//! All that differs from the chosen starting point: what it was and is, what
//! that does to the saldo, and the way back.

use crate::model::outcome::saldo;
use crate::model::{InputId, Inputs, LineField, Preset, Range, Shape};
use crate::scenario::changes::{Change, Effect, MovedFigure, effects};
use crate::text::changes::ChangesTotal;
use crate::ui::components::element::{
    button, classed, details, div, element, heading, icon_button, keyed, p, span, text,
};
use crate::ui::features::centre::field::{field_id, with_sign, words};
use crate::ui::features::explain;
use crate::ui::features::explain::place;
use crate::ui::features::explain::sentence::paragraph;
use crate::ui::features::own_lines;
use crate::ui::lazy;
use crate::ui::state::State;
use yew::prelude::*;

/// The id of the list; the focus goes there when one of its buttons is gone.
pub const LIST: &str = "veranderd";

/// All that differs; one sentence where nothing does.
pub fn view(state: &State) -> Html {
    let page = state.text().page;
    let mut content = vec![heading("h3", "veranderd-titel", page.changes)];
    content.push(lazy::changes(state, true));
    let values = ["card changed", LIST, "-1", "veranderd-titel"].map(|value| Some(value.into()));
    element("section", &["class", "id", "tabindex", "aria-labelledby"], values.into(), content)
}

/// The same inside other pages: how many, and the list when asked for.
pub fn compact(state: &State) -> Html {
    let count = vec![text(count(state))];
    let inside = div("changed", vec![lazy::changes(state, false)]);
    let values = [LIST, "-1"].map(|value| Some(value.into()));
    element("div", &["id", "tabindex"], values.into(), vec![details("card", false, count, vec![inside])])
}

/// The same below figures that are printed elsewhere, only on paper.
pub fn on_paper(state: &State) -> Html {
    if state.changes() == 0 {
        return Html::default();
    }
    let title = classed("h2", "", vec![text(state.text().page.changes)]);
    div("card paper", vec![title, body(state, false)])
}

/// How many things differ from which starting point.
pub fn count(state: &State) -> String {
    let all = state.text();
    (all.page.differs)(state.changes(), (all.preset)(state.scenario().base).0)
}

/// The same as a line above the figures, with the way to the list, which may
/// be on another view. It is there too when nothing differs yet, so that the
/// first slider that is moved stays under the hand.
pub fn line(state: &State, command: &'static str) -> Html {
    let mut content = vec![classed("strong", "", vec![text(count(state))])];
    if state.changes() > 0 {
        let see = button("plain", format!("{command} {LIST}"), state.text().page.differs_see);
        content.extend([text(" "), see]);
    }
    classed("p", "differs", content)
}

/// The list, with links to the fields where these are on the page.
pub fn body(state: &State, jumps: bool) -> Html {
    let all = state.text();
    let base = state.scenario().base;
    let (name, what) = (all.preset)(base);
    let changes = state.changed();
    let mut content = vec![p("", (all.sentences.changed)(changes.len()))];
    content.push(if base == Preset::Brochure {
        Html::default()
    } else {
        p("small", (all.changes.base)(name, what))
    });
    if changes.is_empty() {
        return div("change-body", content);
    }
    let effects = effects(&changes, &state.inputs, &state.base);
    let sides = |better| effects.iter().filter(|effect| effect.helps() == Some(better)).count();
    let together = ChangesTotal {
        from: saldo(&state.base),
        to: state.outcome.total.net,
        better: sides(true),
        worse: sides(false),
    };
    let mut rows: Vec<(Change, Effect)> = changes.into_iter().zip(effects).collect();
    // What moves the saldo most first; the rest in the order of the inputs.
    rows.sort_by(|(_, a), (_, b)| weight(*b).total_cmp(&weight(*a)));
    let rows = rows.into_iter().map(|(change, effect)| row(state, change, effect, jumps));
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
    content.push(paragraph(state, "wijzigingen-zin", &(all.changes.together)(together), figures));
    content.push(classed("ul", "change-list", rows.collect()));
    content.push(p("small", all.changes.note));
    div("change-body", content)
}

fn weight(effect: Effect) -> f64 {
    match effect {
        Effect::Moves(MovedFigure::Net, by) => by.euros().abs(),
        _ => 0.0,
    }
}

/// What it is called, what it was and is, and the field where it can be seen.
fn described(state: &State, change: Change) -> (String, String, String) {
    let all = state.text();
    let from_to = all.changes.from_to;
    match change {
        Change::Basis => {
            let [from, to] = [&state.base, &state.inputs].map(|inputs| (all.basis)(inputs.basis));
            (all.page.basis.to_owned(), from_to(from, to, ""), field_id("kostenbasis"))
        }
        Change::Value(id) => {
            let [from, to] =
                [state.preset_value(id), state.inputs.get(id)].map(|value| with_sign(state, id, value));
            let unit = words(state, id).unit;
            let unit = if to.ends_with('%') { "" } else { unit };
            (name(state, id), from_to(&from, &to, unit), field_id(&state.inputs.name(id)))
        }
        Change::Counted(line) => {
            let counts = state.inputs.line(line).counted;
            let what = if counts { all.page.now_counts } else { all.page.now_pm };
            let field = field_id(&state.inputs.name(InputId::Line(line, LineField::Aantal)));
            ((all.line)(line).label.to_owned(), what.to_owned(), field)
        }
        Change::Own(place) => {
            let line = &state.inputs.own[place];
            let total = (all.changes.own)(&own_lines::view::total(state, line));
            (own_lines::view::label(state, place), total, field_id(&format!("{}.label", line.id)))
        }
        Change::Plan => {
            let words = all.financing;
            let field = crate::ui::features::financing::editor::EDITOR.to_owned();
            (words.title.to_owned(), (words.in_changes)(state.inputs.plan.len()), field)
        }
        Change::Range(id) => {
            let mut usual = (*state.inputs).clone();
            usual.ranges.clear();
            let [from, to] =
                [&usual, &*state.inputs].map(|inputs: &Inputs| range(state, id, inputs.range(id)));
            ((all.changes.range_of)(&name(state, id)), from_to(&from, &to, ""), String::new())
        }
        Change::Draws => {
            let [from, to] = [simulation().draws, state.scenario().simulation.draws]
                .map(|draws| all.notation.number(f64::from(draws), 0));
            (all.uncertainty.draws.to_owned(), from_to(&from, &to, ""), String::new())
        }
        Change::Seed => {
            let [from, to] =
                [simulation().seed, state.scenario().simulation.seed].map(|seed| seed.to_string());
            (all.uncertainty.seed.to_owned(), from_to(&from, &to, ""), String::new())
        }
    }
}

fn simulation() -> crate::model::simulation::SimulationSettings {
    crate::model::simulation::SimulationSettings::default()
}

/// The name of an input, with that of its line.
pub fn name(state: &State, id: InputId) -> String {
    let label = words(state, id).label;
    match id {
        InputId::General(_) => label.to_owned(),
        InputId::Line(line, _) => format!("{}, {label}", (state.text().line)(line).label),
        InputId::Own(place, _) => format!("{}, {label}", own_lines::view::label(state, place)),
    }
}

fn range(state: &State, id: InputId, range: Range) -> String {
    let all = state.text();
    let shape = (all.uncertainty.shape)(range.shape);
    let [low, high] = [range.low, range.high].map(|end| with_sign(state, id, end));
    let (low, high) = if range.shape == Shape::Fixed { ("", "") } else { (&*low, &*high) };
    (all.changes.range)(shape, low, high)
}

fn row(state: &State, change: Change, effect: Effect, jumps: bool) -> Html {
    let words = state.text().changes;
    let id = change.name(&state.inputs);
    let (name, what, field) = described(state, change);
    let title = if jumps && !field.is_empty() {
        button("plain", format!("reveal {field}"), name.clone())
    } else {
        classed("strong", "", vec![text(name.clone())])
    };
    let class = match effect.helps() {
        Some(true) => "tag is-better",
        Some(false) => "tag is-worse",
        None => "tag",
    };
    let said = text((words.effect)(effect));
    // What it does to a figure opens.
    let figure = explain::simulation_figures::of_change(&id);
    let opens = effect.moved().is_some();
    let said = if opens { explain::figure(state, place::CHANGES, &figure, true, said) } else { said };
    let what = classed("p", "", vec![text(what), text(" "), said]);
    let below = explain::under_figure(state, place::CHANGES, &figure);
    let verdict = span(class, (words.verdict)(effect));
    let top = div("", vec![title, text(" "), verdict, what, below]);
    let back = (words.put_back)(&name);
    let back = icon_button(
        "reset",
        format!("put-back {id}").into(),
        back.into(),
        true,
        crate::ui::features::centre::field::RESET,
    );
    keyed(&id, classed("li", "change", vec![top, back]))
}

/// What a change is called.
pub fn named_as(state: &State, change: Change) -> String {
    described(state, change).0
}

/// The change that a button's name is about.
pub fn named(state: &State, about: &str) -> Option<Change> {
    state.changed().into_iter().find(|change| change.name(&state.inputs) == about)
}
