//! The dekkingsplan among the inputs: a row for each funder.

use crate::model::Party;
use crate::model::financing::{Funder, FunderContribution, MOST_FUNDERS};
use crate::ui::commands::Changed;
use crate::ui::components::element::{button, classed, div, element, heading, keyed, p, span, text};
use crate::ui::features::centre::field::{field_id, number_input};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::certainty::state::Uncertain;
use crate::ui::features::financing::state::{Entry, Planning};
use crate::ui::features::own_lines;
use crate::ui::features::own_lines::view::{choice, name_field, step, tool_id};
use crate::ui::state::{Action, State};
use yew::prelude::*;

/// How the names of its fields begin: `plan.0.amount`.
const PLAN: &str = "plan.";
/// The id of the whole; the focus goes there when the last row is gone.
pub const EDITOR: &str = "dekkingsplan-invoer";

/// The way to make one, or all of it.
pub fn editor(state: &State) -> Html {
    let words = state.text().financing;
    let plan = &state.inputs.plan;
    let mut content = vec![heading("h4", "", words.title)];
    if plan.is_empty() {
        content.extend([
            p("small", words.invite),
            div("buttons", vec![button("button", "plan-begin", words.begin)]),
            p("small", words.begin_note),
        ]);
    } else {
        let keys = state.funders();
        let rows = plan.iter().zip(keys.iter()).enumerate();
        let rows = rows.map(|(place, (funder, key))| keyed(&key.to_string(), row(state, place, funder)));
        let rows = rows.collect();
        let add = if plan.len() < MOST_FUNDERS {
            button("button", "plan-add", words.add)
        } else {
            p("small", words.full)
        };
        content.extend([
            p("small", (words.holds)(state.inputs.year())),
            div("own-lines", rows),
            div("buttons", vec![add, button("plain", "plan-drop", words.drop)]),
            div(
                "buttons",
                vec![button(
                    "plain",
                    format!("go {}", crate::ui::features::financing::results::CARD),
                    words.see,
                )],
            ),
        ]);
    }
    let values = vec![Some("group-content".into()), Some(EDITOR.into()), Some("-1".into())];
    element("div", &["class", "id", "tabindex"], values, content)
}

fn row(state: &State, place: usize, funder: &Funder) -> Html {
    let words = state.text().financing;
    let name = (words.funder)(&state.inputs.plan, place);
    let field = |part: &str| format!("{PLAN}{place}.{part}");
    let by_share = matches!(funder.pays, FunderContribution::Share(_));
    let parties = Party::ALL.map(|party| (party.id(), (state.text().party)(party), party == funder.party));
    let ways = [("amount", words.ways[0], !by_share), ("share", words.ways[1], by_share)];
    let temporary = funder.until.is_some();
    let terms = [("always", words.terms[0], !temporary), ("until", words.terms[1], temporary)];
    let pays = if by_share {
        number(state, place, Entry::Share, words.share, "%")
    } else {
        number(state, place, Entry::Amount, words.amount, words.euro)
    };
    let until = if temporary {
        number(state, place, Entry::Until, words.until, words.until_unit)
    } else {
        Html::default()
    };
    let inside = vec![
        classed("legend", "hidden", vec![text(name.clone())]),
        name_field(&field("label"), words.label, &funder.label),
        choice(&field("party"), words.party, &parties, None),
        choice(&field("way"), words.way, &ways, None),
        pays,
        choice(&field("term"), words.term, &terms, None),
        until,
        tools(state, place, &name),
    ];
    let summary = vec![heading("h4", "", name), span("line-total", (words.pays)(funder))];
    let summary = element("summary", &["id"], vec![Some(summary_id(place).into())], summary);
    classed("details", "line", vec![summary, classed("fieldset", "line-content", inside)])
}

/// A number of a funder: its text, its unit, and what is wrong with it.
fn number(state: &State, place: usize, entry: Entry, label: &'static str, unit: &'static str) -> Html {
    let setting = Setting::Plan(place, entry);
    let shown = crate::ui::features::certainty::ranges::shown(state, setting);
    let name = format!("{PLAN}{place}.{}", entry.id());
    number_field(&name, label, unit, &shown)
}

/// A text field for a number, with its unit, and what is wrong with it.
pub fn number_field(
    name: &str,
    label: &str,
    unit: &'static str,
    shown: &crate::ui::features::certainty::ranges::Shown,
) -> Html {
    let id = field_id(name);
    let unit_id = format!("{id}-eenheid");
    let said = crate::ui::features::certainty::ranges::said(&id, shown);
    let described = if said.is_some() { format!("{id}-fout {unit_id}") } else { unit_id.clone() };
    let wrong = shown.problem.is_some();
    let field = number_input(&id, name.to_owned().into(), described, wrong, shown.text.clone());
    let label_values = vec![Some("label".into()), Some(id.into())];
    let unit_values = vec![Some("unit".into()), Some(unit_id.into())];
    let content = vec![
        element("label", &["class", "for"], label_values, vec![text(label.to_owned())]),
        div("field-row", vec![field, element("span", &["class", "id"], unit_values, vec![text(unit)])]),
        div("remarks", said.into_iter().collect()),
    ];
    div("field", content)
}

/// The buttons that move and remove a funder.
fn tools(state: &State, place: usize, name: &str) -> Html {
    let words = state.text().financing;
    let many = state.inputs.plan.len();
    let about = place.to_string();
    let content = vec![
        step("plan-up", &about, (words.up)(name, place + 1, many), place > 0, own_lines::view::UP),
        step(
            "plan-down",
            &about,
            (words.down)(name, place + 1, many),
            place + 1 < many,
            own_lines::view::DOWN,
        ),
        button("plain", format!("plan-remove {place}"), (words.remove)(name)),
    ];
    div("own-tools", content)
}

fn summary_id(place: usize) -> String {
    format!("financier-{place}")
}

/// The place and the part that a field's name is about.
fn part_of(name: &str) -> Option<(usize, &str)> {
    let (place, part) = name.strip_prefix(PLAN)?.split_once('.')?;
    Some((place.parse().ok()?, part))
}

fn setting(name: &str) -> Option<Setting> {
    let (place, part) = part_of(name)?;
    Entry::ALL.into_iter().find(|entry| entry.id() == part).map(|entry| Setting::Plan(place, entry))
}

/// The action of what was done to one of its fields.
pub fn changed(what: &Changed) -> Option<Action> {
    match what {
        Changed::Text(name, text) => match setting(name) {
            Some(setting) => Some(Action::Uncertain(Uncertain::Type(setting, text.clone()))),
            None => {
                let (place, part) = part_of(name)?;
                (part == "label").then(|| Action::Plan(Planning::Label(place, text.clone())))
            }
        },
        Changed::Choice(name, value) => {
            let (place, part) = part_of(name)?;
            Some(Action::Plan(match part {
                "party" => Planning::Party(place, Party::ALL.into_iter().find(|party| party.id() == value)?),
                "way" => Planning::ByShare(place, value == "share"),
                "term" => Planning::Temporary(place, value == "until"),
                _ => return None,
            }))
        }
        Changed::Left(name) => setting(name).map(|setting| Action::Uncertain(Uncertain::Leave(setting))),
        Changed::Box(..) | Changed::Slider(..) => None,
    }
}

/// The action of one of its buttons.
pub fn pressed(word: &str, about: &str) -> Option<Action> {
    let place = || about.parse().ok();
    Some(Action::Plan(match word {
        "plan-begin" => Planning::Begin,
        "plan-drop" => Planning::Drop,
        "plan-add" => Planning::Add,
        "plan-remove" => Planning::Remove(place()?),
        "plan-up" | "plan-down" => Planning::Move(place()?, word == "plan-up"),
        _ => return None,
    }))
}

/// Where the focus goes after one of its buttons; `true` where what is around
/// it must open.
pub fn focus_after(state: &State, what: &Planning) -> Option<(String, bool)> {
    let many = state.inputs.plan.len();
    Some(match *what {
        Planning::Begin => (EDITOR.to_owned(), true),
        Planning::Drop => (EDITOR.to_owned(), false),
        Planning::Add => (field_id(&format!("{PLAN}{many}.label")), true),
        Planning::Remove(_) if many <= 1 => (EDITOR.to_owned(), false),
        Planning::Remove(place) => (summary_id(place.min(many - 2)), false),
        // A button that can go no further cannot have the focus.
        Planning::Move(place, true) => (
            tool_id(if place == 1 { "plan-down" } else { "plan-up" }, &place.saturating_sub(1).to_string()),
            true,
        ),
        Planning::Move(place, false) => {
            (tool_id(if place + 2 >= many { "plan-up" } else { "plan-down" }, &(place + 1).to_string()), true)
        }
        _ => return None,
    })
}
