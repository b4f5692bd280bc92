//! The field of one input: label, text field, unit, slider with the plausible range,
//! problem or remark, the effect of the change, and an explanation that opens.
//!
//! # Design
//! The controls are a component, [`FieldControls`], whose properties are data that can
//! be compared: it is drawn again only when one of them changes. What is below the
//! controls is drawn by the caller and may hold buttons, which never compare equal, so
//! it is no property of the component.

use crate::model::InputId;
use crate::number::digits;
use crate::text::{ParameterText, catalogue};
use crate::ui::components::element::{
    attributes, classed, div, element, icon_button, input, on_focus_select, on_open, p, slider_listeners,
    span, text_listeners, with_listeners,
};
use crate::ui::components::figure::{figure_attributes, figure_element, figure_in, name_in, sentence_in};
use crate::ui::components::slider::{Slider, track};
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::Listener;

/// The icon of a button that resets something, as a path of SVG.
pub const RESET_ICON: &str = "M4 4v6h6M4.5 10a8 8 0 1 1-.5 5";

/// An act of a person on the field of this input.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldEvent {
    /// Changed the text of the field.
    Type(InputId, String),
    /// Moved the slider to this value of the input: 0.5 for 50%.
    Slide(InputId, f64),
    /// Left the text field, pressed Enter in it, or released the slider.
    Leave(InputId),
    /// Pressed the button that resets the input.
    Reset(InputId),
    /// Opened the explanation.
    OpenHelp(InputId),
}

/// Properties of [`FieldControls`], which are drawn again only when one of them
/// changes. `M` is the type of the page's messages, which are made of [`FieldEvent`]s.
#[derive(Clone, Properties, PartialEq)]
pub struct FieldProps<M: PartialEq> {
    /// The input of the field.
    pub id: InputId,
    /// The name of the input in files, and of its text field.
    pub name: AttrValue,
    /// The label and unit of the input.
    pub text: ParameterText,
    /// The status of the value's source in a word, such as 'aanname'; may be empty.
    pub status: &'static str,
    /// The text in the text field.
    pub value_text: AttrValue,
    /// The value that counts, as text; another one than in the text field while that is
    /// refused.
    pub counted_text: AttrValue,
    /// The problem with the text in the text field; `None` if it is accepted.
    pub problem: Option<AttrValue>,
    /// A remark on an accepted text.
    pub note: Option<AttrValue>,
    /// The value that the reset button offers; `None` leaves out the button.
    pub reset_to: Option<AttrValue>,
    /// The sentence on why the input has no effect in this scenario; `None` where it can
    /// have one.
    pub inactive: Option<&'static str>,
    /// The source of the user's own figure; `None` if it is not marked as one.
    pub user_source: Option<AttrValue>,
    /// The slider of the input.
    pub slider: Slider,
    /// Whether the field is part of the static shell, and so is plain text.
    pub shell: bool,
    /// Takes the messages of the field. It must be the same callback at each
    /// rendering.
    pub send: Callback<M>,
}

/// What is below the controls of a field.
pub struct BelowField {
    /// The content below the slider, such as the slider of a range; may be empty.
    pub slider: Html,
    /// Help with the answer, such as a helper; may be empty.
    pub helper: Html,
    /// The effect of the change on the saldo; empty without a change.
    pub effect: Html,
    /// Meaning and sources of the input; empty until the explanation is opened.
    pub help: Html,
}

impl<M: From<FieldEvent> + PartialEq + 'static> FieldProps<M> {
    /// Returns whether the field is part of the static shell; never in a browser, so
    /// that the code for it is left out there.
    fn is_shell(&self) -> bool {
        cfg!(not(target_arch = "wasm32")) && self.shell
    }

    /// Returns a callback that sends the event that `event` makes of the input and of
    /// the callback's argument.
    fn callback<T: 'static>(&self, event: impl Fn(InputId, T) -> FieldEvent + 'static) -> Callback<T> {
        let (send, id) = (self.send.clone(), self.id);
        Callback::from(move |argument| send.emit(event(id, argument).into()))
    }

    /// Returns a callback that sends [`FieldEvent::Leave`].
    fn leave(&self) -> Callback<()> {
        self.callback(|id, ()| FieldEvent::Leave(id))
    }
}

/// Returns the id of the text field of the input or setting with this name in files.
pub fn field_id(name: &str) -> String {
    format!("veld-{}", name.replace('.', "-"))
}

/// Returns the field of one input.
pub fn field<M: From<FieldEvent> + PartialEq + 'static>(props: FieldProps<M>, below: BelowField) -> Html {
    let page = catalogue().page;
    let base = field_id(&props.name);
    let mut remarks = text_remarks(&props, &base);
    remarks.push(props.inactive.map_or(below.effect, |reason| p("note", reason)));
    remarks.extend(
        props.user_source.iter().map(|source| sentence_in("p", "own-figure", (page.own_figure_from)(source))),
    );
    let summary =
        vec![span("", page.explain), name_in("span", "hidden", (page.explain_of)(props.text.label))];
    let help = vec![classed("summary", "", summary), below.help];
    let open = props.callback(|id, ()| FieldEvent::OpenHelp(id));
    let help =
        with_listeners("details", attributes! { "class" => "why" }, [on_open(move || open.emit(()))], help);
    let class = if props.inactive.is_some() { "field is-inactive" } else { "field" };
    let controls = html! { <FieldControls<M> ..props /> };
    div(class, vec![controls, below.slider, div("remarks", remarks), below.helper, help])
}

/// Returns the problem with the text of a field, and the remark on how it was read, if any.
/// `base` is the id of the text field.
pub fn text_remarks<M: PartialEq>(props: &FieldProps<M>, base: &str) -> Vec<Html> {
    let remark = |suffix: &str, class: &'static str, role: &'static str, words: &AttrValue| {
        let id = format!("{base}-{suffix}");
        let attributes = figure_attributes! { "class" => class, "id" => id, "role" => role };
        figure_element("p", attributes, words.clone())
    };
    let problem = props.problem.iter().map(|problem| remark("fout", "problem", "alert", problem));
    problem.chain(props.note.iter().map(|note| remark("noot", "note", "status", note))).collect()
}

/// The controls of a field: label, text field, unit, the button that resets it, and
/// slider.
#[component]
fn FieldControls<M: From<FieldEvent> + PartialEq + 'static>(props: &FieldProps<M>) -> Html {
    let page = catalogue().page;
    let base = field_id(&props.name);
    let words = props.text;
    let label = if props.is_shell() {
        span("label", words.label)
    } else {
        element(
            "label",
            attributes! { "class" => "label", "for" => base.clone() },
            vec![span("", words.label)],
        )
    };
    let mut top = vec![label];
    if props.user_source.is_some() {
        top.push(span("status is-own", page.own_figure));
    } else if !props.status.is_empty() {
        top.push(name_in("span", "status", props.status));
    }
    let unit = attributes! { "class" => "unit", "id" => format!("{base}-eenheid") };
    let mut row = vec![text_field(props, &base), element("span", unit, vec![span("", words.unit)])];
    // The button appears and disappears inside an element of its own: otherwise the
    // field or the slider next to it would be recreated while it is being used.
    let reset = props.reset_to.iter().map(|value| {
        let name = (page.reset)(words.label, value);
        let press = props.callback(|id, _: MouseEvent| FieldEvent::Reset(id));
        icon_button("reset", press, name, true, RESET_ICON)
    });
    row.push(classed("span", "reset-place", reset.collect()));
    [div("field-top", top), div("field-row", row), slider(props)].into_iter().collect()
}

/// Returns the text field, whose id is `base`. Screen readers read the problem, the
/// remark and the unit with it.
pub fn text_field<M: From<FieldEvent> + PartialEq + 'static>(props: &FieldProps<M>, base: &str) -> Html {
    if props.is_shell() {
        return figure_in("span", "value", props.value_text.clone());
    }
    let remarks = [("fout", props.problem.is_some()), ("noot", props.note.is_some()), ("eenheid", true)];
    let described_by: Vec<String> = remarks
        .into_iter()
        .filter(|(_, present)| *present)
        .map(|(suffix, _)| format!("{base}-{suffix}"))
        .collect();
    let listeners = text_listeners(props.callback(FieldEvent::Type), props.leave());
    let (name, value_text) = (props.name.clone(), props.value_text.clone());
    number_input(base, name, described_by.join(" "), props.problem.is_some(), value_text, listeners)
}

/// Returns a text field for a number. `described_by` holds the ids of the elements
/// that describe it, separated by spaces; `refused` says whether its text is not
/// accepted.
pub fn number_input(
    id: &str,
    name: AttrValue,
    described_by: String,
    refused: bool,
    value_text: AttrValue,
    listeners: [Rc<dyn Listener>; 3],
) -> Html {
    let attributes = attributes! {
        "id" => id.to_owned(),
        "name" => name,
        "type" => "text",
        "inputmode" => "decimal",
        "autocomplete" => "off",
        "spellcheck" => "false",
        "aria-describedby" => described_by,
        "aria-invalid" => refused.then_some(AttrValue::Static("true")),
    };
    let [typed, left, entered] = listeners;
    input(attributes, value_text, [typed, left, entered, on_focus_select()])
}

/// Returns the slider over its track. Without a plausible range, the mark on the
/// track has no width.
fn slider<M: From<FieldEvent> + PartialEq + 'static>(props: &FieldProps<M>) -> Html {
    let Slider { low, high, step, value, scale, plausible } = props.slider;
    let mut content = vec![track(Some(plausible.unwrap_or_default()))];
    if !props.is_shell() {
        let attributes = attributes! {
            "type" => "range",
            "min" => digits::format(low),
            "max" => digits::format(high),
            "step" => digits::format(step),
            "aria-label" => (catalogue().page.slider)(props.text.label),
            "aria-valuetext" => format!("{} {}", props.counted_text, props.text.unit),
        };
        let slide = props.callback(move |id, position: f64| FieldEvent::Slide(id, position / scale));
        let listeners = slider_listeners(slide, props.leave());
        content.push(input(attributes, digits::format(value), listeners));
    }
    div("slider", content)
}
