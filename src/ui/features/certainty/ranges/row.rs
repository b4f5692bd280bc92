//! One input in the list of ranges: its value with its slider, and its range.
//! A row is drawn anew only when something of its own changes.

use crate::model::{InputId, Range, Shape};
use crate::ui::components::element::div;
use crate::ui::components::slider::Slider;
use crate::ui::features::centre;
use crate::ui::features::certainty::ranges::range::{RangeFields, RangeProps, ends, shown};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::certainty::view::name_of;
use crate::ui::features::explain;
use crate::ui::state::{Draft, State};
use std::rc::Rc;
use yew::prelude::*;

/// Everything that a row shows, as far as it can change.
#[derive(Clone, PartialEq)]
struct Key {
    id: InputId,
    name: String,
    label: String,
    value: f64,
    preset: f64,
    ranges: [Range; 2],
    slider: Slider,
    drafts: [Option<Draft>; 3],
    effect: Option<String>,
    mark: Option<String>,
    inactive: bool,
}

#[derive(Properties)]
struct RowProps {
    state: Rc<State>,
    key_: Key,
    /// Whether an explanation is open, which follows all that there is.
    open: bool,
}

impl PartialEq for RowProps {
    fn eq(&self, other: &RowProps) -> bool {
        self.key_ == other.key_ && !self.open && !other.open
    }
}

/// The row of an input.
pub fn row(state: &Rc<State>, id: InputId) -> Html {
    let (low, high) = (state.settings.get(&Setting::Low(id)), state.settings.get(&Setting::High(id)));
    let key = Key {
        id,
        name: state.inputs.name(id),
        label: name_of(state, id),
        value: state.inputs.get(id),
        preset: state.base.get_or_neutral(id),
        ranges: [state.set_range(id), state.inputs.range(id)],
        slider: Slider::of(state, id),
        drafts: [state.drafts.get(&id).cloned(), low.cloned(), high.cloned()],
        effect: state.is_changed(id).then(|| centre::field::effect(state, id)),
        mark: state.marks.iter().find(|(of, _)| *of == id).map(|(_, from)| from.clone()),
        inactive: state.inputs.basis.ignores(id),
    };
    let open = state.sourced.opened.contains(&id) || explain::effect::is_open_at(state, id);
    html! { <Row state={state.clone()} key_={key} {open} /> }
}

#[component]
fn Row(RowProps { state, key_: of, .. }: &RowProps) -> Html {
    let id = of.id;
    let [set, counts] = of.ranges;
    let sign = |value| centre::field::with_sign(state, id, value);
    let widened = (set.shape != Shape::Fixed && set != counts).then(|| {
        let words = state.text().uncertainty;
        (words.widened)(&sign(of.value), &sign(counts.low), &sign(counts.high)).into()
    });
    let props = RangeProps {
        name: of.name.clone().into(),
        label: of.label.clone().into(),
        unit: centre::field::words(state, id).unit,
        low: shown(state, Setting::Low(id)),
        high: shown(state, Setting::High(id)),
        range: set,
        slider: of.slider,
        widened,
        own: state.has_own_range(id),
    };
    let field = centre::field::field_over(state, false, id, ends(&props));
    div("range-row", vec![field, html! { <RangeFields ..props /> }])
}
