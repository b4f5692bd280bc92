//! The list of ranges: of each input how low and how high it may be and the
//! shape of the spread; and how the draws are made.

mod range;
mod row;

use crate::model::{General, InputId, Shape};
use crate::number::digits;
use crate::platform::is_in_sight;
use crate::ui::components::element::{classed, details, div, element, heading, p, section, span, text};
use crate::ui::components::slider::value_at;
use crate::ui::features::certainty::ranges::range::text_field;
pub use crate::ui::features::certainty::ranges::range::{Shown, said, shown};
use crate::ui::features::certainty::ranges_state::{RangeGroup, Setting, group_of};
use crate::ui::features::certainty::state::Uncertain;
use crate::ui::features::explain;
use crate::ui::features::{centre, network, own_lines};
use crate::ui::state::{Action, State};
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
        _ => match range_part(state, name) {
            Some((id, "low")) => Some(Setting::Low(id)),
            Some((id, "high")) => Some(Setting::High(id)),
            _ => network::view::number_named(name).map(Setting::Network),
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
pub fn deterministic_only(on: bool) -> Action {
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
struct GroupProps {
    state: Rc<State>,
    /// None for how the draws are made.
    of: Option<RangeGroup>,
    inputs: Vec<InputId>,
    /// How many changes there were when it was last drawn, where it stays as it
    /// is; see [`waits`].
    waits: Option<u32>,
}

impl PartialEq for GroupProps {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.state, &other.state);
        if self.of != other.of || self.inputs != other.inputs {
            return false;
        }
        // What waits says when it was drawn; what does not is of its own time.
        let drawn = |props: &Self| props.waits.unwrap_or(props.state.changed);
        if self.waits.or(other.waits).is_some() && drawn(self) == drawn(other) {
            return true;
        }
        Rc::ptr_eq(&a.workspace, &b.workspace)
            && a.drafts == b.drafts
            && a.settings == b.settings
            && a.sourced == b.sourced
            && explain::effect::opened(a) == explain::effect::opened(b)
    }
}

/// The id of the list.
const LIST: &str = "bandbreedtes-lijst";

/// Whether what has this id need not follow what is typed or dragged, since
/// nobody sees it: it does when the page comes to rest. Gives how many changes
/// there were when the page last did.
fn waits(state: &State, id: &str) -> Option<u32> {
    // Asked first, since the browser answers from the second time on.
    let unseen = !is_in_sight(id);
    let rested = state.uncertainty.rested;
    let moves = state.is_typing() && state.changed != rested;
    (unseen && moves && state.results().is_some()).then_some(rested)
}

/// The whole list, and how the draws are made, below what it does in short.
pub fn view(state: &Rc<State>, strip: Html) -> Html {
    let words = state.text().uncertainty;
    let head = vec![heading("h2", "bandbreedtes", words.ranges), p("reading", words.ranges_intro)];
    section("range-list", "bandbreedtes", vec![div("", head), strip, list(state)])
}

fn list(state: &Rc<State>) -> Html {
    let mut groups: Vec<(Option<RangeGroup>, Vec<InputId>)> = Vec::new();
    for id in state.ranged() {
        let group = Some(group_of(id));
        match groups.iter_mut().find(|(of, _)| *of == group) {
            Some((_, ids)) => ids.push(id),
            None => groups.push((group, vec![id])),
        }
    }
    groups.push((None, Vec::new()));
    let groups = groups.into_iter().map(|(of, inputs)| {
        let waits = waits(state, &content_id(of));
        html! { <Group state={state.clone()} {of} {inputs} {waits} /> }
    });
    let values = vec![Some("range-groups".into()), Some(LIST.into())];
    element("div", &["class", "id"], values, groups.collect())
}

/// The id of what is in a group: nobody sees that of a closed one.
fn content_id(of: Option<RangeGroup>) -> String {
    match of {
        Some(RangeGroup::Costs) => "bandbreedtes-kosten".to_owned(),
        Some(RangeGroup::Line(line)) => format!("bandbreedtes-{}", line.id()),
        Some(RangeGroup::Own(place)) => format!("bandbreedtes-eigen-{place}"),
        Some(RangeGroup::Time) => "bandbreedtes-tijd".to_owned(),
        None => "bandbreedtes-trekkingen".to_owned(),
    }
}

/// A group by itself: an answer of the simulation does not draw it again.
#[component]
fn Group(GroupProps { state, of, inputs, .. }: &GroupProps) -> Html {
    let words = state.text();
    let uncertainty = words.uncertainty;
    let name = match of {
        Some(RangeGroup::Costs) => uncertainty.group_costs.to_owned(),
        Some(RangeGroup::Time) => words.page.group_time.to_owned(),
        Some(RangeGroup::Line(line)) => (words.line)(*line).label.to_owned(),
        Some(RangeGroup::Own(place)) => own_lines::view::label(state, *place),
        None => uncertainty.running.to_owned(),
    };
    let mut summary = vec![heading("h3", "", name)];
    let rows = if of.is_some() {
        let spread = inputs.iter().filter(|id| state.inputs.range(**id).shape != Shape::Fixed).count();
        summary.push(span("group-total", (uncertainty.fixed_count)(spread, inputs.len())));
        inputs.iter().map(|id| row::row(state, *id)).collect()
    } else {
        vec![
            run_field(state, Setting::Draws, DRAWS, uncertainty.draws, uncertainty.draws_hint),
            run_field(state, Setting::Seed, SEED, uncertainty.seed, uncertainty.seed_hint),
        ]
    };
    let values = vec![Some("group-content ranges".into()), Some(content_id(*of).into())];
    let content = vec![element("div", &["class", "id"], values, rows)];
    details("group", *of == Some(RangeGroup::Costs), summary, content)
}

fn run_field(
    state: &State,
    setting: Setting,
    name: &'static str,
    label: &'static str,
    hint: &'static str,
) -> Html {
    let id: AttrValue = centre::field::field_id(name).into();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::link::Address;

    #[test]
    fn a_group_that_waits_is_drawn_when_the_page_rests() {
        let visitors = InputId::General(General::Bezoekers);
        let start = Rc::new(State::at(&Address { view: "onzekerheid".into(), scenario: None }));
        let moved = start.clone().reduce(Action::Slide(visitors, 510.0));
        let again = moved.clone().reduce(Action::Slide(visitors, 520.0));
        let group = |state: &Rc<State>, inputs: &[InputId], waits| GroupProps {
            state: state.clone(),
            of: Some(RangeGroup::Costs),
            inputs: inputs.to_vec(),
            waits,
        };
        let rested = start.changed;
        let drawn = group(&start, &[visitors], None);
        assert!(drawn == group(&moved, &[visitors], Some(rested)));
        assert!(drawn != group(&moved, &[visitors], None));
        // One that another list of inputs had drawn while it waited.
        let drawn = group(&moved, &[visitors], Some(rested));
        assert!(drawn != group(&again, &[], Some(rested)));
        assert!(drawn == group(&again, &[visitors], Some(rested)));
        assert!(drawn != group(&again, &[visitors], None));
    }
}
