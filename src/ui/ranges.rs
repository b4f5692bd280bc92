//! The list of ranges: of each input how low and how high it may be and the
//! shape of the spread; and how the draws are made.

mod range;
mod row;

use super::element::{classed, details, div, element, heading, p, section, span, text};
use super::explain::effect;
use super::slider::value_at;
use super::state::ranges::{RangeGroup, Setting, group_of};
use super::state::uncertain::Uncertain;
use super::state::{Action, State};
use super::{field, network, own};
use crate::model::{General, InputId, Shape};
use crate::number::digits;
use crate::platform::is_in_sight;
use crate::uncertainty::Figure;
use range::text_field;
pub use range::{Shown, said, shown};
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
        _ => match range_part(state, name) {
            Some((id, "low")) => Some(Setting::Low(id)),
            Some((id, "high")) => Some(Setting::High(id)),
            _ => network::number_named(name).map(Setting::Network),
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

/// The action of an end of a range that was moved to this position.
pub fn slid(setting: Setting, position: f64) -> Option<Action> {
    let (Setting::Low(id) | Setting::High(id)) = setting else { return None };
    Some(Action::Uncertain(Uncertain::Slide(setting, value_at(id, position))))
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

#[derive(Properties)]
struct ListProps {
    state: Rc<State>,
    /// Whether it stays as it is.
    waits: bool,
}

impl PartialEq for ListProps {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.state, &other.state);
        if self.waits || other.waits {
            return true;
        }
        Rc::ptr_eq(&a.workspace, &b.workspace)
            && a.drafts == b.drafts
            && a.settings == b.settings
            && a.sourced == b.sourced
            && effect::opened(a) == effect::opened(b)
    }
}

/// The list by itself: an answer of the simulation does not draw it again.
#[component]
fn RangeList(props: &ListProps) -> Html {
    list(&props.state)
}

/// The id of the list.
const LIST: &str = "bandbreedtes-lijst";

/// Whether the list need not follow what is typed or dragged, since nobody sees
/// it: it does when the page comes to rest.
fn waits(state: &State) -> bool {
    // Asked first, since the browser answers from the second time on.
    let unseen = !is_in_sight(LIST);
    let moves = state.is_typing() && state.changed != state.uncertainty.rested;
    unseen && moves && state.results().is_some()
}

/// The whole list, and how the draws are made, below what it does in short.
pub fn view(state: &Rc<State>, strip: Html) -> Html {
    let words = state.text().uncertainty();
    let head = vec![heading("h2", "bandbreedtes", words.ranges), p("reading", words.ranges_intro)];
    let list = html! { <RangeList state={state.clone()} waits={waits(state)} /> };
    section("range-list", "bandbreedtes", vec![div("", head), strip, list])
}

fn list(state: &Rc<State>) -> Html {
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
        let rows = ids.into_iter().map(|id| row::row(state, id)).collect();
        let open = group == RangeGroup::Costs;
        details("group", open, summary, vec![div("group-content ranges", rows)])
    });
    let mut content: Vec<Html> = groups.collect();
    let draws = vec![
        run_field(state, Setting::Draws, DRAWS, uncertainty.draws, uncertainty.draws_hint),
        run_field(state, Setting::Seed, SEED, uncertainty.seed, uncertainty.seed_hint),
    ];
    let summary = vec![heading("h3", "", uncertainty.running)];
    content.push(details("group", false, summary, vec![div("group-content ranges", draws)]));
    element("div", &["class", "id"], vec![Some("range-groups".into()), Some(LIST.into())], content)
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
