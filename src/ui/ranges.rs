//! The list of ranges: of each input how low and how high it may be and the
//! shape of the spread; and how the draws are made.

use super::element::{classed, details, div, element, heading, icon_button, option, p, section, span, text};
use super::state::ranges::{RangeGroup, Setting, Uncertain, group_of};
use super::state::{Action, Draft, State};
use super::uncertain::name_of;
use super::{field, own};
use crate::model::{General, InputId, Shape};
use crate::number::digits;
use crate::text::Language;
use crate::uncertainty::Figure;
use std::rc::Rc;
use yew::prelude::*;

/// The name of the box that leaves only the point calculation.
pub const POINT_ONLY: &str = "alleen-punt";

/// The name of the field of how many draws.
pub const DRAWS: &str = "simulation.draws";
/// The name of the field of where the random numbers start.
pub const SEED: &str = "simulation.seed";

/// The input that a name such as `ranges.bezoekers.low` is about, and what of
/// its range.
fn range_part<'a>(state: &State, name: &'a str) -> Option<(InputId, &'a str)> {
    let (id, what) = name.strip_prefix("ranges.")?.rsplit_once('.')?;
    Some((state.scenario().input(id)?, what))
}

/// The setting whose field has this name.
pub fn setting(state: &State, name: &str) -> Option<Setting> {
    match name {
        DRAWS => Some(Setting::Draws),
        SEED => Some(Setting::Seed),
        _ => match range_part(state, name)? {
            (id, "low") => Some(Setting::Low(id)),
            (id, "high") => Some(Setting::High(id)),
            _ => None,
        },
    }
}

/// The action of a text in a setting's field.
pub fn typed(setting: Setting, text: String) -> Action {
    Action::Uncertain(Uncertain::Type(setting, text))
}

/// The action of leaving a setting's field.
pub fn left(setting: Setting) -> Action {
    Action::Uncertain(Uncertain::Leave(setting))
}

/// The action of a choice of shape.
pub fn chosen(state: &State, name: &str, value: &str) -> Option<Action> {
    let (id, "kind") = range_part(state, name)? else { return None };
    let shape = Shape::ALL.into_iter().find(|shape| shape.id() == value)?;
    Some(Action::Uncertain(Uncertain::Shape(id, shape)))
}

/// The action of the box for the point calculation.
pub fn point_only(on: bool) -> Action {
    Action::Uncertain(Uncertain::PointOnly(on))
}

/// The actions of this view's buttons.
pub fn pressed(state: &State, word: &str, about: &str) -> Option<Action> {
    let what = match word {
        "figure" => Uncertain::Show(Figure::ALL.into_iter().find(|figure| figure.id() == about)?),
        "range" => Uncertain::Reset(state.scenario().input(about)?),
        _ => {
            let drempel = digits::read(about)?;
            return Some(Action::Slide(InputId::General(General::Drempel), drempel));
        }
    };
    Some(Action::Uncertain(what))
}

/// What a field of a setting shows.
#[derive(Clone, PartialEq)]
pub struct Shown {
    /// What stands in it.
    pub text: AttrValue,
    /// What is wrong with that.
    pub problem: Option<AttrValue>,
    /// What should be said of it although it is good.
    pub note: Option<AttrValue>,
}

/// What the field of a setting shows now.
pub fn shown(state: &State, setting: Setting) -> Shown {
    let owned = |words: &Option<String>| words.clone().map(AttrValue::from);
    match state.settings.get(&setting) {
        Some(Draft { text, problem, note }) => {
            Shown { text: text.clone().into(), problem: owned(problem), note: owned(note) }
        }
        None => {
            let value = state.text().notation.field(state.setting(setting), State::setting_style(setting));
            Shown { text: value.into(), problem: None, note: None }
        }
    }
}

#[derive(Properties, PartialEq)]
struct RangeProps {
    name: AttrValue,
    label: AttrValue,
    unit: &'static str,
    low: Shown,
    high: Shown,
    shape: Shape,
    widened: Option<AttrValue>,
    own: bool,
}

#[derive(Properties)]
struct ListProps {
    state: State,
}

impl PartialEq for ListProps {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.state, &other.state);
        Rc::ptr_eq(&a.workspace, &b.workspace) && a.drafts == b.drafts && a.settings == b.settings
    }
}

/// The list by itself: an answer of the simulation does not draw it again.
#[component]
fn RangeList(props: &ListProps) -> Html {
    list(&props.state)
}

/// The whole list, and how the draws are made.
pub fn view(state: &State) -> Html {
    html! { <RangeList state={state.clone()} /> }
}

fn list(state: &State) -> Html {
    let words = state.text();
    let uncertainty = words.uncertainty();
    let all = state.ranged();
    let mut groups: Vec<(RangeGroup, Vec<InputId>)> = Vec::new();
    for id in all {
        let group = group_of(id);
        match groups.iter_mut().find(|(of, _)| *of == group) {
            Some((_, ids)) => ids.push(id),
            None => groups.push((group, vec![id])),
        }
    }
    let groups = groups.into_iter().map(|(group, ids)| {
        let name = match group {
            RangeGroup::Costs => uncertainty.group_costs.to_owned(),
            RangeGroup::Time => words.page.group_time.to_owned(),
            RangeGroup::Line(line) => (words.line)(line).label.to_owned(),
            RangeGroup::Own(place) => own::label(state, place),
        };
        let spread = ids.iter().filter(|id| state.inputs.range(**id).shape != Shape::Fixed).count();
        let count = (uncertainty.fixed_count)(spread, ids.len());
        let summary = vec![heading("h3", "", name), span("group-total", count)];
        let rows = ids.into_iter().map(|id| row(state, id)).collect();
        let open = group == RangeGroup::Costs;
        details("group", open, summary, vec![div("group-content ranges", rows)])
    });
    let mut content =
        vec![heading("h2", "bandbreedtes", uncertainty.ranges), p("reading", uncertainty.ranges_intro)];
    content.extend(groups);
    let draws = vec![
        run_field(state, Setting::Draws, DRAWS, uncertainty.draws, uncertainty.draws_hint),
        run_field(state, Setting::Seed, SEED, uncertainty.seed, uncertainty.seed_hint),
    ];
    let summary = vec![heading("h3", "", uncertainty.running)];
    content.push(details("group", false, summary, vec![div("group-content ranges", draws)]));
    section("range-list", "bandbreedtes", content)
}

/// One input: its value with its slider, and its range.
fn row(state: &State, id: InputId) -> Html {
    let words = state.text();
    let (set, counts) = (state.set_range(id), state.inputs.range(id));
    let sign = |value| field::with_sign(state, id, value);
    let widened = (set.shape != Shape::Fixed && set != counts).then(|| {
        let value = sign(state.inputs.get(id));
        (words.uncertainty().widened)(&value, &sign(counts.low), &sign(counts.high)).into()
    });
    let props = RangeProps {
        name: state.inputs.name(id).into(),
        label: name_of(state, id).into(),
        unit: field::words(state, id).unit,
        low: shown(state, Setting::Low(id)),
        high: shown(state, Setting::High(id)),
        shape: set.shape,
        widened,
        own: state.has_own_range(id),
    };
    div("range-row", vec![field::field(state, false, id), html! { <RangeFields ..props /> }])
}

/// The range of one input.
#[component]
fn RangeFields(props: &RangeProps) -> Html {
    let words = Language::Nl.text().uncertainty();
    let fixed = props.shape == Shape::Fixed;
    let mut content = vec![
        number_field(&props.name, "low", words.low, props.unit, &props.low, fixed),
        number_field(&props.name, "high", words.high, props.unit, &props.high, fixed),
    ];
    let name: AttrValue = format!("ranges.{}.kind", props.name).into();
    let id: AttrValue = field::field_id(&name).into();
    let label = element("label", &["for"], vec![Some(id.clone())], vec![text(words.kind)]);
    let choice = |shape: Shape| option(shape.id(), (words.shape)(shape), shape == props.shape);
    let list = Shape::ALL.into_iter().map(choice).collect();
    let list = element("select", &["id", "name"], vec![Some(id), Some(name)], list);
    content.push(div("range-part range-kind", vec![label, list]));
    // Places that stay, for what comes and goes: see `field`.
    let reset = props.own.then(|| {
        let command = format!("range {}", props.name);
        let name = (words.reset_range)(&props.label);
        icon_button("reset", command.into(), name.into(), true, "M4 4v6h6M4.5 10a8 8 0 1 1-.5 5")
    });
    content.push(classed("span", "reset-place", reset.into_iter().collect()));
    let ends = [("low", &props.low), ("high", &props.high)];
    let remarks = ends
        .into_iter()
        .filter_map(|(end, shown)| said(&field::field_id(&format!("ranges.{}.{end}", props.name)), shown));
    let widened = props.widened.iter().map(|note| p("note", note.clone()));
    content.push(div("remarks", remarks.chain(widened).collect()));
    let values =
        vec![Some("range".into()), Some("group".into()), Some((words.range_of)(&props.label).into())];
    element("div", &["class", "role", "aria-label"], values, content)
}

fn number_field(
    of: &str,
    end: &str,
    label: &'static str,
    unit: &'static str,
    shown: &Shown,
    fixed: bool,
) -> Html {
    let name = format!("ranges.{of}.{end}");
    let id: AttrValue = field::field_id(&name).into();
    let label = vec![text(label), span("hidden", format!(", {unit}"))];
    let label = element("label", &["for"], vec![Some(id.clone())], label);
    div("range-part", vec![label, text_field(id, name.into(), shown, fixed)])
}

fn text_field(id: AttrValue, name: AttrValue, shown: &Shown, disabled: bool) -> Html {
    let wrong = shown.problem.is_some();
    let described = (wrong || shown.note.is_some()).then(|| format!("{id}-fout"));
    html! {
        <input {id} {name} type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
            value={shown.text.clone()} {disabled} aria-describedby={described}
            aria-invalid={wrong.then_some("true")} />
    }
}

/// What is wrong with a field, or should be said of it.
pub fn said(id: &str, shown: &Shown) -> Option<Html> {
    let id: AttrValue = format!("{id}-fout").into();
    let (class, role, words) = match (&shown.problem, &shown.note) {
        (Some(problem), _) => ("problem", "alert", problem),
        (None, Some(note)) => ("note", "status", note),
        (None, None) => return None,
    };
    let values = vec![Some(class.into()), Some(id), Some(role.into())];
    Some(element("p", &["class", "id", "role"], values, vec![text(words.clone())]))
}

fn run_field(
    state: &State,
    setting: Setting,
    name: &'static str,
    label: &'static str,
    hint: &'static str,
) -> Html {
    let id: AttrValue = field::field_id(name).into();
    let shown = shown(state, setting);
    let label_values = vec![Some("label".into()), Some(id.clone())];
    let content = vec![
        element("label", &["class", "for"], label_values, vec![text(label)]),
        div("field-row", vec![text_field(id.clone(), name.into(), &shown, false)]),
        classed("p", "small", vec![text(hint)]),
        div("remarks", said(&id, &shown).into_iter().collect()),
    ];
    div("field", content)
}
