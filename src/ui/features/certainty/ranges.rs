//! The list of ranges: the low and the high end of each input and the shape of
//! its distribution; and below it the number of draws and the seed.

mod range;
mod row;

use crate::model::simulation::PmDraws;
use crate::model::{InputId, Shape};
use crate::platform::is_near_viewport;
use crate::ui::components::choice::ChoiceOption;
use crate::ui::components::element::{attributes, details, div, element, heading, p, section, span};
use crate::ui::components::figure::{figure_in, name_in};
use crate::ui::context::PageContext;
use crate::ui::controls::choice;
use crate::ui::features::certainty::ranges::range::field_input;
pub use crate::ui::features::certainty::ranges::range::{
    FieldContent, field_content, field_message, message_id,
};
use crate::ui::features::certainty::ranges_state::{RangeGroup, Setting, group_of};
use crate::ui::features::inputs::field::field_id;
use crate::ui::features::{explain, own_lines};
use crate::ui::state::State;
use crate::ui::state::WorkspaceAction;
use std::rc::Rc;
use yew::prelude::*;

/// The name of the checkbox that hides uncertainty.
pub const POINT_ONLY: &str = "alleen-punt";

/// The name of the field of the number of draws.
pub const DRAWS: &str = "simulation.draws";

/// The name of the field of the seed of the random numbers.
pub const SEED: &str = "simulation.seed";

/// The id of the list.
const LIST: &str = "bandbreedtes-lijst";

/// Returns the section: its introduction, the strip with the small histogram,
/// and the list.
pub(super) fn view(ctx: &PageContext, strip: Html) -> Html {
    let words = ctx.text().uncertainty();
    let head = vec![heading("h2", "bandbreedtes", words.ranges), p("reading", words.ranges_intro)];
    section("range-list", "bandbreedtes", vec![div("", head), strip, list(ctx)])
}

fn list(ctx: &PageContext) -> Html {
    let mut groups: Vec<(Option<RangeGroup>, Vec<InputId>)> = Vec::new();
    for id in ctx.inputs_with_range() {
        let group = Some(group_of(id));
        match groups.iter_mut().find(|(listed, _)| *listed == group) {
            Some((_, ids)) => ids.push(id),
            None => groups.push((group, vec![id])),
        }
    }
    groups.push((None, Vec::new()));
    let groups = groups.into_iter().map(|(group, inputs)| {
        let frozen_at = frozen_at(ctx, &content_id(group));
        html! { <Group ctx={ctx.clone()} {group} {inputs} {frozen_at} /> }
    });
    element("div", attributes! { "class" => "range-groups", "id" => LIST }, groups.collect())
}

/// Returns the id of the content of a group. `None` is the group with the number
/// of draws and the seed.
fn content_id(group: Option<RangeGroup>) -> String {
    match group {
        Some(RangeGroup::Costs) => "bandbreedtes-kosten".to_owned(),
        Some(RangeGroup::Line(line)) => format!("bandbreedtes-{}", line.id()),
        Some(RangeGroup::Own(index)) => format!("bandbreedtes-eigen-{index}"),
        Some(RangeGroup::Time) => "bandbreedtes-tijd".to_owned(),
        None => "bandbreedtes-trekkingen".to_owned(),
    }
}

/// Returns the revision of the figures at which the element with this id stays
/// frozen: the one when the page was idle last. It is frozen while it is out of
/// sight and a figure is being typed or dragged; otherwise the result is `None`.
fn frozen_at(state: &State, id: &str) -> Option<u32> {
    // This is called even where the other conditions fail: the first call only
    // makes the browser observe the element, later ones know where it is.
    let out_of_sight = !is_near_viewport(id);
    let idle_revision = state.simulation.drawn_revision;
    let changing = state.editing.open_step.is_some() && state.workspace.revision != idle_revision;
    (out_of_sight && changing && state.results().is_some()).then_some(idle_revision)
}

/// A group of the list; an answer of the simulation does not redraw it.
#[derive(Properties)]
struct GroupProps {
    ctx: PageContext,
    /// The group; `None` for the number of draws and the seed.
    group: Option<RangeGroup>,
    /// The inputs of the group.
    inputs: Vec<InputId>,
    /// The revision of the figures that the group shows while it is frozen; see
    /// [`frozen_at`].
    frozen_at: Option<u32>,
}

impl GroupProps {
    /// Returns the revision of the figures that the group shows.
    fn drawn_revision(&self) -> u32 {
        self.frozen_at.unwrap_or(self.ctx.workspace.revision)
    }
}

impl PartialEq for GroupProps {
    fn eq(&self, other: &GroupProps) -> bool {
        if self.group != other.group || self.inputs != other.inputs {
            return false;
        }
        let is_frozen = self.frozen_at.or(other.frozen_at).is_some();
        if is_frozen && self.drawn_revision() == other.drawn_revision() {
            return true;
        }
        let (a, b) = (&self.ctx, &other.ctx);
        Rc::ptr_eq(&a.workspace.current, &b.workspace.current)
            && a.editing.input_drafts == b.editing.input_drafts
            && a.editing.setting_drafts == b.editing.setting_drafts
            && a.view.sources == b.view.sources
            && explain::effect::open_effect(a) == explain::effect::open_effect(b)
    }
}

#[component]
fn Group(GroupProps { ctx, group, inputs, .. }: &GroupProps) -> Html {
    let words = ctx.text();
    let uncertainty = words.uncertainty();
    let name = match group {
        Some(RangeGroup::Costs) => uncertainty.group_costs.to_owned(),
        Some(RangeGroup::Time) => words.inputs().group_time.to_owned(),
        Some(RangeGroup::Line(line)) => (words.line)(*line).label.to_owned(),
        Some(RangeGroup::Own(index)) => own_lines::view::label(ctx, *index),
        None => uncertainty.simulation_settings.to_owned(),
    };
    let mut summary = vec![name_in("h3", "", name)];
    let rows = if group.is_some() {
        let is_uncertain = |id: &&InputId| ctx.workspace.inputs.range(**id).shape != Shape::Fixed;
        let uncertain = inputs.iter().filter(is_uncertain).count();
        summary.push(figure_in("span", "group-total", (uncertainty.fixed_count)(uncertain, inputs.len())));
        inputs.iter().map(|id| row::row(ctx, *id)).collect()
    } else {
        vec![
            number_field(ctx, Setting::Draws, DRAWS, uncertainty.draws, uncertainty.draws_hint),
            number_field(ctx, Setting::Seed, SEED, uncertainty.seed, uncertainty.seed_hint),
            pm_draws(ctx),
        ]
    };
    let attributes = attributes! { "class" => "group-content ranges", "id" => content_id(*group) };
    let content = vec![element("div", attributes, rows)];
    details("group", *group == Some(RangeGroup::Costs), summary, content)
}

/// Returns the choice whether p.m. lines take part in the draws.
fn pm_draws(ctx: &PageContext) -> Html {
    let words = ctx.text().uncertainty();
    let options = PmDraws::ALL.into_iter().map(|pm| {
        let chosen = pm == ctx.scenario().simulation.pm;
        ChoiceOption::new(pm.id(), (words.pm_draws_name)(pm), chosen, WorkspaceAction::SetPmDraws(pm))
    });
    choice(ctx, "simulation.pm", words.pm_draws, options.collect(), Some(words.pm_draws_hint))
}

/// Returns the field of a number on how the draws are made, with a hint.
fn number_field(
    ctx: &PageContext,
    setting: Setting,
    name: &'static str,
    label: &'static str,
    hint: &'static str,
) -> Html {
    let id = field_id(name);
    let content = field_content(ctx, setting);
    let label_attributes = attributes! { "class" => "label", "for" => id.clone() };
    let remark = field_message(&id, &content);
    let content = vec![
        element("label", label_attributes, vec![span("", label)]),
        div("field-row", vec![field_input(ctx, setting, name.into(), &content, false)]),
        p("small", hint),
        div("remarks", remark.into_iter().collect()),
    ];
    div("field", content)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::General;
    use crate::scenario::link::Address;
    use crate::ui::state::{EditingAction, FieldId};

    #[test]
    fn a_frozen_group_is_drawn_when_the_page_is_idle() {
        let visitors = InputId::General(General::Bezoekers);
        let start = State::from_address(&Address::of_view("onzekerheid"));
        let slide = |state: &State, value| {
            let mut moved = state.clone();
            moved.apply(EditingAction::Slide(FieldId::Input(visitors), value).into());
            moved
        };
        let moved = slide(&start, 510.0);
        let again = slide(&moved, 520.0);
        let group = |state: &State, inputs: &[InputId], frozen_at| GroupProps {
            ctx: PageContext::inert(state.clone()),
            group: Some(RangeGroup::Costs),
            inputs: inputs.to_vec(),
            frozen_at,
        };
        let idle = start.workspace.revision;
        let drawn = group(&start, &[visitors], None);
        assert!(drawn == group(&moved, &[visitors], Some(idle)));
        assert!(drawn != group(&moved, &[visitors], None));
        // Redrawn while it was frozen, because its inputs changed.
        let drawn = group(&moved, &[visitors], Some(idle));
        assert!(drawn != group(&again, &[], Some(idle)));
        assert!(drawn == group(&again, &[visitors], Some(idle)));
        assert!(drawn != group(&again, &[visitors], None));
    }
}
