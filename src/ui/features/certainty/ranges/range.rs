//! The range of one input: both ends, on a slider and in fields, and the shape.

use crate::model::{Range, Shape};
use crate::number::digits;
use crate::text::catalogue;
use crate::ui::components::element::{classed, div, element, icon_button, input, option, p, span, text};
use crate::ui::components::slider::Slider;
use crate::ui::features::centre;
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::state::{Draft, State};
use yew::prelude::*;

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

/// Everything that is shown of a range.
#[derive(Properties, PartialEq)]
pub struct RangeProps {
    /// The name of its input in files.
    pub name: AttrValue,
    /// The name of its input on screen.
    pub label: AttrValue,
    /// The unit of its ends.
    pub unit: &'static str,
    /// What the field of its low end shows.
    pub low: Shown,
    /// What the field of its high end shows.
    pub high: Shown,
    /// The range as it was set.
    pub range: Range,
    /// The slider of its input, which has the ends on it as well.
    pub slider: Slider,
    /// That the value lies outside it.
    pub widened: Option<AttrValue>,
    /// Whether it is the user's own.
    pub own: bool,
}

/// The range of one input.
#[component]
pub fn RangeFields(props: &RangeProps) -> Html {
    let words = catalogue().uncertainty;
    let fixed = props.range.shape == Shape::Fixed;
    let mut content = vec![
        number_field(&props.name, "low", words.low, props.unit, &props.low, fixed),
        number_field(&props.name, "high", words.high, props.unit, &props.high, fixed),
    ];
    let name: AttrValue = format!("ranges.{}.kind", props.name).into();
    let id: AttrValue = centre::field::field_id(&name).into();
    let label = element("label", &["for"], vec![Some(id.clone())], vec![text(words.kind)]);
    let choice = |shape: Shape| option(shape.id(), (words.shape)(shape), shape == props.range.shape);
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
    let remarks = ends.into_iter().filter_map(|(end, shown)| {
        said(&centre::field::field_id(&format!("ranges.{}.{end}", props.name)), shown)
    });
    let widened = props.widened.iter().map(|note| p("note", note.clone()));
    content.push(div("remarks", remarks.chain(widened).collect()));
    let values =
        vec![Some("range".into()), Some("group".into()), Some((words.range_of)(&props.label).into())];
    element("div", &["class", "role", "aria-label"], values, content)
}

/// Both ends as thumbs of a slider that lies below that of the value, and is as
/// long: what stands above each other is the same number.
pub fn ends(props: &RangeProps) -> Html {
    let words = catalogue().uncertainty;
    let Slider { low, high, step, scale, .. } = props.slider;
    let range = props.range;
    let fixed = range.shape == Shape::Fixed;
    let at = |value: f64| ((value * scale - low) / (high - low) * 100.0).clamp(0.0, 100.0);
    let bar = |class: &'static str, x: f64, width: f64| {
        let values = [class.into(), digits::written(x).into(), digits::written(width).into(), "4".into()];
        element("rect", &["class", "x", "width", "height"], values.map(Some).into(), vec![])
    };
    let mut bars = vec![bar("track", 0.0, 100.0)];
    if !fixed {
        bars.push(bar("plausible", at(range.low), at(range.high) - at(range.low)));
    }
    let values = ["0 0 100 4", "none", "true"].map(|value| Some(value.into()));
    let track = element("svg", &["viewBox", "preserveAspectRatio", "aria-hidden"], values.into(), bars);
    let thumb = |end: &'static str, name: String, value: f64, shown: &Shown| {
        let values = vec![
            Some("range".into()),
            Some(end.into()),
            Some(format!("ranges.{}.{end}", props.name).into()),
            Some(digits::written(low).into()),
            Some(digits::written(high).into()),
            Some(digits::written(step).into()),
            Some(name.into()),
            Some(format!("{} {}", shown.text, props.unit).into()),
            fixed.then_some(AttrValue::Static("")),
        ];
        let keys = &[
            "type",
            "class",
            "data-slider",
            "min",
            "max",
            "step",
            "aria-label",
            "aria-valuetext",
            "disabled",
        ];
        input(keys, values, digits::written(value * scale))
    };
    let low = thumb("low", (words.low_end)(&props.label), range.low, &props.low);
    let high = thumb("high", (words.high_end)(&props.label), range.high, &props.high);
    div("slider ends", vec![track, low, high])
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
    let id: AttrValue = centre::field::field_id(&name).into();
    let label = vec![text(label), span("hidden", format!(", {unit}"))];
    let label = element("label", &["for"], vec![Some(id.clone())], label);
    div("range-part", vec![label, text_field(id, name.into(), shown, fixed)])
}

/// The text field of a setting.
pub fn text_field(id: AttrValue, name: AttrValue, shown: &Shown, disabled: bool) -> Html {
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
