//! One input: label, text field, unit, slider with its plausible range,
//! explanation, what is wrong with it, and what its change does.

use crate::model::outcome::saldo;
use crate::model::{General, InputId, LineField};
use crate::number::{Style, digits};
use crate::text::ParameterText;
use crate::ui::components::deferred_block;
use crate::ui::components::element::{classed, div, element, icon_button, input, p, span, text};
use crate::ui::components::slider::Slider;
use crate::ui::lazy;
use crate::ui::state::State;
use yew::prelude::*;

/// Everything that a field shows; equal props are not drawn again.
#[derive(PartialEq)]
pub struct FieldProps {
    /// Which input.
    pub id: InputId,
    /// Its name in files, and of its text field.
    pub name: AttrValue,
    /// What is said of it.
    pub text: ParameterText,
    /// How sure its value is.
    pub status: &'static str,
    /// What stands in the text field.
    pub shown: AttrValue,
    /// What is wrong with that.
    pub problem: Option<AttrValue>,
    /// What should be said of it although it is good.
    pub note: Option<AttrValue>,
    /// The value to go back to, when it differs.
    pub reset_to: Option<AttrValue>,
    /// What the change does to the saldo.
    pub effect: Html,
    /// Whether it has no effect in this scenario.
    pub inactive: bool,
    /// Meaning and sources, once they are asked for.
    pub why: Html,
    /// Where the user's own figure comes from, where it is marked as one.
    pub mark: Option<AttrValue>,
    /// Its slider.
    pub slider: Slider,
    /// What stands under that.
    pub under: Html,
    /// Shown as plain text, without a program.
    pub shell: bool,
}

impl FieldProps {
    fn is_shell(&self) -> bool {
        cfg!(not(target_arch = "wasm32")) && self.shell
    }
}

/// The id of an input's text field in the document.
pub fn field_id(name: &str) -> String {
    format!("veld-{}", name.replace('.', "-"))
}

/// What is said of an input, by its place.
pub fn words(state: &State, id: InputId) -> ParameterText {
    let text = state.text();
    match id {
        InputId::General(general) => (text.general)(general),
        InputId::Line(line, LineField::Aantal) => (text.line)(line).aantal,
        InputId::Line(line, LineField::Bedrag) => (text.line)(line).bedrag,
        InputId::Line(_, part) | InputId::Own(_, part) => (text.line_field)(part),
    }
}

/// A value with its unit sign, for sentences.
pub fn with_sign(state: &State, id: InputId, value: f64) -> String {
    let style = State::style(id);
    let sign = if style == Style::Percent { "%" } else { "" };
    format!("{}{sign}", state.text().notation.shown(value, style))
}

/// What the change of one input does to the saldo, in words.
pub fn effect(state: &State, id: InputId) -> String {
    let mut without = (*state.inputs).clone();
    without.set(id, state.base.get(id));
    (state.text().sentences.effect)(state.outcome.total.net - saldo(&without))
}

/// The field of one input.
pub fn field(state: &State, shell: bool, id: InputId) -> Html {
    field_over(state, shell, id, Html::default())
}

/// How sure the value of an input is that is of no own line: what was filled in
/// has no source any more.
pub fn how_sure(state: &State, id: InputId) -> &'static str {
    let text = state.text();
    if state.is_changed(id) { text.page.filled_in } else { (text.status)(id.definition().status) }
}

/// The same with more under its slider.
pub fn field_over(state: &State, shell: bool, id: InputId, under: Html) -> Html {
    let text = state.text();
    let draft = state.drafts.get(&id);
    let value = state.inputs.get(id);
    let shown =
        draft.map_or_else(|| text.notation.field(value, State::style(id)), |draft| draft.text.clone());
    let changed = state.is_changed(id);
    let reset_to = (changed
        || draft.is_some_and(|draft| draft.problem.is_some()) && !matches!(id, InputId::Own(..)))
    .then(|| with_sign(state, id, state.preset_value(id)).into());
    // Another price year is the same case in other euros: better nor worse.
    let compares = id != InputId::General(General::Prijspeil);
    let effect = if changed && compares { lazy::effect(state, id) } else { Html::default() };
    let owned = |words: &String| AttrValue::from(words.clone());
    let props = FieldProps {
        id,
        name: state.inputs.name(id).into(),
        text: words(state, id),
        status: match id {
            InputId::Own(place, part) => lazy::own_status(state, place, part),
            _ => how_sure(state, id),
        },
        shown: shown.into(),
        problem: draft.and_then(|draft| draft.problem.as_ref()).map(owned),
        note: draft.and_then(|draft| draft.note.as_ref()).map(owned),
        reset_to,
        effect,
        inactive: state.inputs.ignores(id),
        why: lazy::why(state, id, shell),
        mark: state.marks.iter().find(|(of, _)| *of == id).map(|(_, from)| owned(from)),
        slider: Slider::of(state, id),
        under,
        shell,
    };
    deferred_block::of_field(props)
}

/// One input.
pub fn view(props: &FieldProps) -> Html {
    let page = crate::text::catalogue().page;
    let base = field_id(&props.name);
    let part = |suffix: &str| -> AttrValue { format!("{base}-{suffix}").into() };
    let words = props.text;
    let label = if props.is_shell() {
        span("label", words.label)
    } else {
        let values = vec![Some("label".into()), Some(base.clone().into())];
        element("label", &["class", "for"], values, vec![text(words.label)])
    };
    let mut top = vec![label];
    if props.mark.is_some() {
        top.push(span("status is-own", page.own_figure));
    } else if !props.status.is_empty() {
        top.push(span("status", props.status));
    }
    let unit = vec![Some("unit".into()), Some(part("eenheid"))];
    let mut row =
        vec![text_field(props, &base), element("span", &["class", "id"], unit, vec![text(words.unit)])];
    // What comes and goes has a place of its own that stays: without it the
    // field or the slider beside it would be made anew, in the middle of use.
    let reset = props.reset_to.iter().map(|value| {
        let command = format!("reset {}", props.name);
        let name = (page.reset)(words.label, value);
        icon_button("reset", command.into(), name.into(), true, RESET)
    });
    row.push(classed("span", "reset-place", reset.collect()));
    let said = |suffix: &str, class: &'static str, role: &'static str, words: &AttrValue| {
        let values = vec![Some(class.into()), Some(part(suffix)), Some(role.into())];
        element("p", &["class", "id", "role"], values, vec![text(words.clone())])
    };
    let mut remarks: Vec<Html> = Vec::new();
    remarks.extend(props.problem.iter().map(|problem| said("fout", "problem", "alert", problem)));
    remarks.extend(props.note.iter().map(|note| said("noot", "note", "status", note)));
    if props.inactive {
        remarks.push(p("note", page.inactive));
    } else {
        remarks.push(props.effect.clone());
    }
    remarks.extend(props.mark.iter().map(|from| p("own-figure", (page.own_figure_from)(from))));
    let summary = vec![text(page.explain), span("hidden", (page.explain_of)(words.label))];
    let why = vec![classed("summary", "", summary), props.why.clone()];
    let values = vec![Some("why".into()), Some(props.name.clone())];
    let why = element("details", &["class", "data-source"], values, why);
    let content = vec![
        div("field-top", top),
        div("field-row", row),
        slider(props),
        props.under.clone(),
        div("remarks", remarks),
        why,
    ];
    div(if props.inactive { "field is-inactive" } else { "field" }, content)
}

/// The drawing on a button that puts something back.
pub const RESET: &str = "M4 4v6h6M4.5 10a8 8 0 1 1-.5 5";

/// The text field, named as the input is in files.
fn text_field(props: &FieldProps, base: &str) -> Html {
    if props.is_shell() {
        return span("value", props.shown.clone());
    }
    let said = [("fout", props.problem.is_some()), ("noot", props.note.is_some()), ("eenheid", true)];
    let described: Vec<String> =
        said.into_iter().filter(|(_, on)| *on).map(|(suffix, _)| format!("{base}-{suffix}")).collect();
    number_input(base, props.name.clone(), described.join(" "), props.problem.is_some(), props.shown.clone())
}

/// A text field for a number: its id and name, the ids of what is said of it,
/// and whether its text is no good.
pub fn number_input(id: &str, name: AttrValue, described: String, wrong: bool, shown: AttrValue) -> Html {
    let values = vec![
        Some(id.to_owned().into()),
        Some(name),
        Some("text".into()),
        Some("decimal".into()),
        Some("off".into()),
        Some("false".into()),
        Some(described.into()),
        wrong.then_some("true".into()),
    ];
    let keys = &[
        "id",
        "name",
        "type",
        "inputmode",
        "autocomplete",
        "spellcheck",
        "aria-describedby",
        "aria-invalid",
    ];
    input(keys, values, shown)
}

/// The slider over its track, on which the plausible range is marked.
fn slider(props: &FieldProps) -> Html {
    let Slider { low, high, step, value, plausible, .. } = props.slider;
    let page = crate::text::catalogue().page;
    let (from, to) = plausible.unwrap_or_default();
    let bar = |class: &'static str, x: f64, width: f64| {
        let values = [class.into(), digits::written(x).into(), digits::written(width).into(), "4".into()];
        element("rect", &["class", "x", "width", "height"], values.map(Some).into(), vec![])
    };
    let bars = vec![bar("track", 0.0, 100.0), bar("plausible", from, to - from)];
    let values = ["0 0 100 4", "none", "true"].map(|value| Some(value.into()));
    let keys = &["viewBox", "preserveAspectRatio", "aria-hidden"];
    let mut content = vec![element("svg", keys, values.into(), bars)];
    if !props.is_shell() {
        let values = [
            "range".into(),
            props.name.clone(),
            digits::written(low).into(),
            digits::written(high).into(),
            digits::written(step).into(),
            (page.slider)(props.text.label).into(),
            format!("{} {}", props.shown, props.text.unit).into(),
        ];
        let keys = &["type", "data-slider", "min", "max", "step", "aria-label", "aria-valuetext"];
        content.push(input(keys, values.map(Some).into(), digits::written(value)));
    }
    div("slider", content)
}
