//! One input in the list of ranges: its value with its slider, and its range.

use crate::model::{IgnoreReason, InputId, Range, Shape};
use crate::ui::components::element::div;
use crate::ui::components::slider::Slider;
use crate::ui::context::PageContext;
use crate::ui::features::certainty::charts::input_label;
use crate::ui::features::certainty::ranges::range::{RangeContent, RangeFields, ends_slider, field_content};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::explain;
use crate::ui::features::inputs;
use crate::ui::features::inputs::slider::slider_of;
use crate::ui::state::Draft;
use yew::prelude::*;

/// Everything that a row shows, as far as it can change.
#[derive(Clone, PartialEq)]
struct RowContent {
    id: InputId,
    /// The name of the input in files.
    name: String,
    label: String,
    value: f64,
    /// The value of the preset.
    preset: f64,
    /// The range before the value widens it, and the widened one that is
    /// calculated with.
    ranges: [Range; 2],
    slider: Slider,
    /// Texts that are being typed in the fields of the value, the low end and the high
    /// end.
    drafts: [Option<Draft>; 3],
    /// The sentence on what the change of the value does to the saldo.
    effect: Option<String>,
    user_source: Option<String>,
    inactive: Option<IgnoreReason>,
}

/// A row; drawn again only when its content changes.
#[derive(Properties)]
struct RowProps {
    ctx: PageContext,
    content: RowContent,
    /// Whether an explanation is open in the row. Then it is redrawn with every
    /// change, since the explanation states figures of the outcome.
    open: bool,
}

impl PartialEq for RowProps {
    fn eq(&self, other: &RowProps) -> bool {
        self.content == other.content && !self.open && !other.open
    }
}

/// Returns the row of an input.
pub(super) fn row(ctx: &PageContext, id: InputId) -> Html {
    let inputs = &ctx.workspace.inputs;
    let draft = |setting| ctx.editing.setting_drafts.get(&setting).cloned();
    let content = RowContent {
        id,
        name: inputs.name(id),
        label: input_label(ctx, id),
        value: inputs.get(id),
        preset: ctx.workspace.preset_inputs.get_or_neutral(id),
        ranges: [ctx.unwidened_range(id), inputs.range(id)],
        slider: slider_of(ctx, id),
        drafts: [
            ctx.editing.input_drafts.get(&id).cloned(),
            draft(Setting::Low(id)),
            draft(Setting::High(id)),
        ],
        effect: ctx.workspace.is_changed(id).then(|| inputs::field::effect_sentence(ctx, id)),
        user_source: ctx
            .workspace
            .user_sources
            .iter()
            .find(|(input, _)| *input == id)
            .map(|(_, source)| source.clone()),
        inactive: inputs.ignore_reason(id),
    };
    let open = ctx.view.sources.opened.contains(&id) || explain::effect::is_open_at(ctx, id);
    html! { <Row ctx={ctx.clone()} {content} {open} /> }
}

#[component]
fn Row(RowProps { ctx, content: row, .. }: &RowProps) -> Html {
    let id = row.id;
    let [range, widened] = row.ranges;
    let value_text = |value| inputs::field::value_text(ctx, id, value);
    let widened = (range.shape != Shape::Fixed && range != widened).then(|| {
        let words = ctx.text().uncertainty();
        (words.widened)(&value_text(row.value), &value_text(widened.low), &value_text(widened.high)).into()
    });
    let content = RangeContent {
        id,
        name: row.name.clone().into(),
        label: row.label.clone().into(),
        unit: inputs::field::label_and_unit(ctx, id).unit,
        low: field_content(ctx, Setting::Low(id)),
        high: field_content(ctx, Setting::High(id)),
        range,
        slider: row.slider,
        widened,
        own: ctx.has_own_range(id),
    };
    let field = inputs::field::field_with_extra(ctx, id, ends_slider(ctx, &content));
    div("range-row", vec![field, html! { <RangeFields ctx={ctx.clone()} {content} /> }])
}
