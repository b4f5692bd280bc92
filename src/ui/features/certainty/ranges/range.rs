//! The controls of one input's range: a slider with both ends, a text field for
//! each end, and the choice of the distribution's shape.

use crate::model::{InputId, Range, Shape};
use crate::number::{Style, digits};
use crate::text::catalogue;
use crate::ui::components::choice::ChoiceOption;
use crate::ui::components::element::{attributes, classed, disabled, div, element, icon_button, input, span};
use crate::ui::components::field::RESET_ICON;
use crate::ui::components::figure::{figure_attributes, figure_element, name_in, sentence_in};
use crate::ui::components::slider::{Slider, track};
use crate::ui::context::PageContext;
use crate::ui::controls::select;
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::inputs::field::field_id;
use crate::ui::state::{FieldId, State, WorkspaceAction};
use yew::prelude::*;

/// The text in the field of a setting, with its problem or remark.
#[derive(Clone, PartialEq)]
pub struct FieldContent {
    /// The text of the field.
    pub text: AttrValue,
    /// What is wrong with the text.
    pub problem: Option<AttrValue>,
    /// A remark about a text that is accepted.
    pub note: Option<AttrValue>,
}

/// Returns the content of the field of a setting.
pub fn field_content(state: &State, setting: Setting) -> FieldContent {
    let style = State::setting_style(setting);
    let counted = state.text().notation.field(state.setting(setting), style);
    match state.editing.setting_drafts.get(&setting) {
        Some(draft) => {
            let sign = if style == Style::Percent { "%" } else { "" };
            let counts = (state.text().sentences.counts_instead)(&format!("{counted}{sign}"));
            let problem = draft.problem.as_ref().map(|problem| {
                if state.has_setting(setting) {
                    format!("{problem} {counts}").into()
                } else {
                    problem.clone().into()
                }
            });
            FieldContent {
                text: draft.text.clone().into(),
                problem,
                note: draft.note(state.text()).map(AttrValue::from),
            }
        }
        None => {
            let text = if state.has_setting(setting) { counted.into() } else { AttrValue::default() };
            FieldContent { text, problem: None, note: None }
        }
    }
}

/// Everything that the controls of a range show.
#[derive(Clone, PartialEq)]
pub(super) struct RangeContent {
    /// The input of the range.
    pub id: InputId,
    /// The name of the input in files.
    pub name: AttrValue,
    /// The name of the input on screen.
    pub label: AttrValue,
    /// The unit of both ends.
    pub unit: &'static str,
    /// The content of the field of the low end.
    pub low: FieldContent,
    /// The content of the field of the high end.
    pub high: FieldContent,
    /// The range as the user set it, or the default one. Where the value of the input lies
    /// outside it, the calculation uses a range that is widened to that value.
    pub range: Range,
    /// The slider of the input; the slider of both ends has the same scale.
    pub slider: Slider,
    /// The sentence that the value lies outside the range, which is widened for
    /// the calculation; `None` where it lies inside.
    pub widened: Option<AttrValue>,
    /// Whether the user set the range.
    pub own: bool,
}

/// An end of a range, with its words.
struct End<'a> {
    setting: Setting,
    /// 'low' or 'high': the last part of the name in files, and of the name of the field.
    id: &'static str,
    label: &'static str,
    value: f64,
    content: &'a FieldContent,
}

impl End<'_> {
    /// Returns the value that counts, as text; the text field can have another one, which
    /// is refused.
    fn counted_text(&self) -> String {
        catalogue().notation.field(self.value, State::setting_style(self.setting))
    }
}

impl RangeContent {
    fn is_fixed(&self) -> bool {
        self.range.shape == Shape::Fixed
    }

    /// Returns both ends, the low one first.
    fn ends(&self) -> [End<'_>; 2] {
        let words = catalogue().uncertainty();
        let Range { low, high, .. } = self.range;
        [
            End {
                setting: Setting::Low(self.id),
                id: "low",
                label: words.low,
                value: low,
                content: &self.low,
            },
            End {
                setting: Setting::High(self.id),
                id: "high",
                label: words.high,
                value: high,
                content: &self.high,
            },
        ]
    }

    /// Returns the name of a field of the range: `ranges.bezoekers.low`.
    fn field_name(&self, id: &str) -> String {
        format!("ranges.{}.{id}", self.name)
    }
}

/// The fields of a range; drawn again only when their content changes.
#[derive(Properties)]
pub(super) struct RangeFieldsProps {
    pub ctx: PageContext,
    pub content: RangeContent,
}

impl PartialEq for RangeFieldsProps {
    fn eq(&self, other: &RangeFieldsProps) -> bool {
        self.content == other.content
    }
}

/// Draws the fields of both ends, the choice of shape, and remarks on them.
#[component]
pub(super) fn RangeFields(RangeFieldsProps { ctx, content: range }: &RangeFieldsProps) -> Html {
    let words = catalogue().uncertainty();
    let [low, high] = range.ends().map(|end| end_field(ctx, range, &end));
    // The button and the remarks have parent elements that are always there, so
    // that showing one of them replaces no other element; see `components::field`.
    let reset = range.own.then(|| {
        let reset = ctx.press(WorkspaceAction::ResetRange(range.id));
        icon_button("reset", reset, (words.reset_range)(&range.label), true, RESET_ICON)
    });
    let remarks = range
        .ends()
        .into_iter()
        .filter_map(|end| field_message(&field_id(&range.field_name(end.id)), end.content));
    let widened = range.widened.iter().map(|note| sentence_in("p", "note", note.clone()));
    let content = vec![
        low,
        high,
        shape_choice(ctx, range),
        classed("span", "reset-place", reset.into_iter().collect()),
        div("remarks", remarks.chain(widened).collect()),
    ];
    let attributes = attributes! {
        "class" => "range", "role" => "group", "aria-label" => (words.range_of)(&range.label),
    };
    element("div", attributes, content)
}

fn end_field(ctx: &PageContext, range: &RangeContent, end: &End) -> Html {
    let name = range.field_name(end.id);
    let label = vec![span("", end.label), name_in("span", "hidden", format!(", {}", range.unit))];
    let label = element("label", attributes! { "for" => field_id(&name) }, label);
    let field = field_input(ctx, end.setting, name.into(), end.content, range.is_fixed());
    div("range-part", vec![label, field])
}

/// Returns the list that chooses the shape of the distribution.
fn shape_choice(ctx: &PageContext, range: &RangeContent) -> Html {
    let words = catalogue().uncertainty();
    let name = range.field_name("kind");
    let id = field_id(&name);
    let label = element("label", attributes! { "for" => id.clone() }, vec![span("", words.kind)]);
    let options = Shape::ALL.into_iter().map(|shape| {
        let choose = WorkspaceAction::SetRangeShape(range.id, shape);
        ChoiceOption::new(shape.id(), (words.shape)(shape), shape == range.range.shape, choose)
    });
    div("range-part range-kind", vec![label, select(ctx, id, name, options.collect())])
}

/// Returns a slider with two thumbs, one for each end. It is drawn below the
/// slider of the value with the same scale, so that equal numbers are exactly
/// above each other.
pub(super) fn ends_slider(ctx: &PageContext, range: &RangeContent) -> Html {
    let words = catalogue().uncertainty();
    let Slider { low, high, step, scale, .. } = range.slider;
    let fixed = range.is_fixed();
    let positions = [range.range.low, range.range.high].map(|value| range.slider.position(value));
    let track = track((!fixed).then_some(positions.into()));
    let names = [words.low_end, words.high_end];
    let ends = range.ends().into_iter().zip(names).map(|(end, name)| {
        let attributes = attributes! {
            "type" => "range",
            "class" => end.id,
            "min" => digits::format(low),
            "max" => digits::format(high),
            "step" => digits::format(step),
            "aria-label" => name(&range.label),
            "aria-valuetext" => format!("{} {}", end.counted_text(), range.unit),
            "disabled" => disabled(fixed),
        };
        let listeners = ctx.slider_listeners(FieldId::Setting(end.setting), move |number| number / scale);
        input(attributes, digits::format(end.value * scale), listeners)
    });
    div("slider ends", std::iter::once(track).chain(ends).collect())
}

/// Returns the text field of a setting.
pub(super) fn field_input(
    ctx: &PageContext,
    setting: Setting,
    name: AttrValue,
    content: &FieldContent,
    is_disabled: bool,
) -> Html {
    let id = field_id(&name);
    let refused = content.problem.is_some();
    let attributes = attributes! {
        "aria-describedby" => (refused || content.note.is_some()).then(|| message_id(&id)),
        "id" => id,
        "name" => name,
        "type" => "text",
        "inputmode" => "decimal",
        "autocomplete" => "off",
        "spellcheck" => "false",
        "disabled" => disabled(is_disabled),
        "aria-invalid" => refused.then_some(AttrValue::Static("true")),
    };
    input(attributes, content.text.clone(), ctx.text_listeners(FieldId::Setting(setting)))
}

/// Returns the id of the message (a problem or a remark) at the field with this id.
pub fn message_id(id: &str) -> String {
    format!("{id}-fout")
}

/// Returns the message at the field with this id: the problem of its text, or else a
/// remark about it; `None` where there is neither.
pub fn field_message(id: &str, content: &FieldContent) -> Option<Html> {
    let (class, role, words) = match (&content.problem, &content.note) {
        (Some(problem), _) => ("problem", "alert", problem),
        (None, Some(note)) => ("note", "status", note),
        (None, None) => return None,
    };
    let attributes = figure_attributes! { "class" => class, "id" => message_id(id), "role" => role };
    Some(figure_element("p", attributes, words.clone()))
}
