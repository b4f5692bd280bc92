//! The inputs, in groups that open; the few that matter first.

use crate::model::{CostBasis, Euro, EuroPer, General, InputId, Line, Preset};
use crate::scenario::Scenario;
use crate::ui::components::deferred_block;
use crate::ui::components::deferred_block::block;
use crate::ui::components::element::{button, classed, details, div, element, heading, p, span, text};
use crate::ui::features::centre::field::{field, field_id, words};
use crate::ui::features::centre::savings_line;
use crate::ui::features::explain::total::Total;
use crate::ui::features::own_lines::view::choice;
use crate::ui::lazy;
use crate::ui::state::State;
use yew::prelude::*;

pub(crate) const INITIATIVE: [General; 4] =
    [General::Bezoekers, General::Fte, General::Vrijwilligers, General::KostenPerBezoeker];
pub(crate) const COSTS: [General; 7] = [
    General::LoonkostenPerFte,
    General::VergoedingPerVrijwilliger,
    General::Huisvesting,
    General::Activiteiten,
    General::Organisatie,
    General::EigenInkomsten,
    General::Startkosten,
];
pub(crate) const FINANCING: [General; 3] =
    [General::FinancieringGemeente, General::FinancieringRijk, General::FinancieringZorgverzekeraar];
pub(crate) const TIME: [General; 7] = [
    General::Prijspeil,
    General::Horizon,
    General::Discontovoet,
    General::IngroeiJaar1,
    General::IngroeiJaar2,
    General::Kostenstijging,
    General::Batenstijging,
];

/// All inputs. Without a program the first group shows plain values, and the
/// others only their names.
pub fn view(state: &State, shell: bool) -> Html {
    let words = state.text();
    let page = words.page;
    let fields = |list: &[General]| fields(state, list);
    let euro = |amount: Euro| words.notation.euro(amount.euros());
    let group = |title: &'static str, total: String, open: bool, content: &dyn Fn() -> Html| {
        let summary = vec![heading("h3", "", title), span("group-total", total)];
        let content = if shell && !open { vec![] } else { vec![content()] };
        details("group", open, summary, content)
    };
    // A group is drawn at once where it is being typed in.
    let edited = |list: &[General]| {
        state.edited().is_some_and(|id| list.iter().any(|general| id == InputId::General(*general)))
    };
    let block = |list: &[General], view: fn(&State, usize) -> Html| block(state, edited(list), 0, view);
    let mut head = vec![heading("h2", "invoer-titel", page.inputs)];
    if !shell {
        head.push(button("jump", "reveal uitkomst", page.to_results));
    }
    let initiative = || {
        let mut content = fields(&INITIATIVE[..3]);
        content.push(basis(state, shell));
        content.extend(fields(&INITIATIVE[3..]));
        content.push(offer(state).unwrap_or_default());
        div("group-content", content)
    };
    let savings = || {
        let mut content = vec![lazy::total(state, Total::Savings), p("small", page.savings_intro)];
        let edited = |line| matches!(state.edited(), Some(InputId::Line(of, _)) if of == line);
        content.extend(Line::ALL.into_iter().map(|line| {
            deferred_block::block(state, edited(line), line as usize, |state, place| {
                savings_line::line(state, Line::ALL[place])
            })
        }));
        div("group-content", content)
    };
    let own_lines = match state.inputs.own.len() {
        0 => String::new(),
        count => count.to_string(),
    };
    let mut content = vec![div("inputs-head", head), presets(state, shell)];
    content.push(problems(state).unwrap_or_default());
    content.extend([
        group(page.group_initiative, String::new(), true, &initiative),
        group(page.group_costs, euro(state.outcome.costs.net), false, &|| block(&COSTS, costs)),
        group(page.group_savings, euro(state.outcome.total.savings), false, &savings),
        group(page.group_own, own_lines, false, &|| div("group-content", vec![lazy::own_group(state)])),
        group(page.group_financing, String::new(), false, &|| {
            let plan = deferred_block::block(state, state.edits_plan(), 0, |state, _| lazy::plan(state));
            div("", vec![block(&FINANCING, financing), plan])
        }),
        group(page.group_time, state.inputs.year().to_string(), false, &|| block(&TIME, time)),
        group(page.group_weighing, String::new(), false, &|| block(&[General::Drempel], weighing)),
    ]);
    let values = ["inputs", "invoer", "invoer-titel", "-1"].map(|value| Some(value.into()));
    element("section", &["class", "id", "aria-labelledby", "tabindex"], values.into(), content)
}

fn fields(state: &State, list: &[General]) -> Vec<Html> {
    list.iter().map(|general| field(state, state.is_shell(), InputId::General(*general))).collect()
}

fn costs(state: &State, _: usize) -> Html {
    let mut content = vec![lazy::total(state, Total::Costs)];
    content.extend(fields(state, &COSTS));
    div("group-content", content)
}

fn time(state: &State, _: usize) -> Html {
    div("group-content", fields(state, &TIME))
}

fn financing(state: &State, _: usize) -> Html {
    let mut content = vec![p("small", state.text().page.financing_intro)];
    content.extend(fields(state, &FINANCING));
    div("group-content", content)
}

fn weighing(state: &State, _: usize) -> Html {
    let mut content = fields(state, &[General::Drempel]);
    let drempel = EuroPer::new(state.inputs.general(General::Drempel));
    content.push(lazy::weighed(state, drempel));
    div("group-content", content)
}

/// The starting points, and how far the figures are from the chosen one.
fn presets(state: &State, shell: bool) -> Html {
    let words = state.text();
    let base = state.scenario().base;
    let disabled = |on: bool| on.then_some(AttrValue::Static("disabled"));
    let choice = |preset: Preset| {
        let (name, what) = (words.preset)(preset);
        let pressed = if preset == base { "true" } else { "false" };
        let command = format!("preset {}", preset.id());
        let values = vec![
            Some("button".into()),
            Some("choice".into()),
            Some(pressed.into()),
            Some(what.into()),
            Some(command.into()),
            disabled(shell),
        ];
        element(
            "button",
            &["type", "class", "aria-pressed", "title", "data-do", "disabled"],
            values,
            vec![text(name)],
        )
    };
    let changes = state.changes();
    let nothing = shell || changes == 0 && state.drafts.is_empty();
    // Anything at all: a name, another starting point, what is kept with it.
    let untouched = shell || state.drafts.is_empty() && *state.scenario() == Scenario::new(Preset::Brochure);
    let way = |command: &'static str, nothing: bool, name: &'static str| {
        let values =
            vec![Some("button".into()), Some("plain".into()), Some(command.into()), disabled(nothing)];
        element("button", &["type", "class", "data-do", "disabled"], values, vec![text(name)])
    };
    let reset = way("reset-all", nothing, words.page.reset_all);
    let anew = way("start-over", untouched, words.page.from_brochure);
    let said = vec![text((words.sentences.changed)(changes))];
    let said = element("span", &["aria-live"], vec![Some("polite".into())], said);
    let choices = Preset::ALL.into_iter().map(choice).collect();
    let choices = vec![classed("legend", "", vec![text(words.page.presets)]), div("choices", choices)];
    div(
        "presets",
        vec![
            classed("fieldset", "", choices),
            p("small", (words.preset)(base).1),
            classed("p", "changes", vec![said, reset, anew]),
        ],
    )
}

/// Every input that is not right, each with a way to it.
fn problems(state: &State) -> Option<Html> {
    let found: Vec<_> = state.problems().collect();
    if found.is_empty() {
        return None;
    }
    let item = |(id, problem): &(InputId, &str)| {
        let target = format!("reveal {}", field_id(&state.inputs.name(*id)));
        let link = button("plain", target, words(state, *id).label);
        classed("li", "", vec![link, text(format!(": {problem}"))])
    };
    let count = vec![text((state.text().sentences.problems)(found.len()))];
    let items = found.iter().map(item).collect();
    Some(div("problems", vec![classed("strong", "", count), classed("ul", "", items)]))
}

/// How the costs are reckoned.
fn basis(state: &State, shell: bool) -> Html {
    let words = state.text();
    if shell {
        let value = classed("span", "value wide", vec![text((words.basis)(state.inputs.basis))]);
        return div("field", vec![span("label", words.page.basis), value]);
    }
    let options = CostBasis::ALL.map(|basis| (basis.id(), (words.basis)(basis), basis == state.inputs.basis));
    choice("kostenbasis", words.page.basis, &options, None)
}

/// Visitors changed under the key figure: the savings stay, unless asked.
fn offer(state: &State) -> Option<Html> {
    let offer = state.offer?;
    let words = state.text();
    let number = |value: f64| words.notation.number(value, 0);
    let said = (words.sentences.scale_offer)(&number(offer.from), &number(offer.to));
    let scale = (words.page.scale_savings)(&words.notation.number(offer.to / offer.from, 2));
    let content = vec![p("", said), button("button", "scale", scale)];
    Some(element("div", &["class", "role"], vec![Some("offer".into()), Some("status".into())], content))
}
