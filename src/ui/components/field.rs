//! The field of one input: label, text field, unit, slider with its plausible
//! range, explanation, what is wrong with it, and what its change does.

use crate::model::InputId;
use crate::number::digits;
use crate::text::ParameterText;
use crate::text::page::PageText;
use crate::ui::components::element::{
    attributes, classed, div, element, icon_button, input, on_open, p, span, text, with_listeners,
};
use crate::ui::components::figure::{figure_attributes, figure_element, name_in, sentence_in};
use crate::ui::components::slider::{Slider, track};
use crate::ui::context::{Message, slider_listeners, text_listeners};
use crate::ui::features::sources::state::SourcesAction;
use crate::ui::state::{FieldId, WorkspaceAction};
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::Listener;

/// The icon of a button that resets something.
pub const RESET_ICON: &str = "M4 4v6h6M4.5 10a8 8 0 1 1-.5 5";

/// The words of the page: always the same in one build.
#[derive(Clone, Copy)]
pub struct Words(pub &'static PageText);

impl PartialEq for Words {
    fn eq(&self, other: &Words) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

/// Everything that a field shows; it is drawn again only when that changes.
#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// The input of the field.
    pub id: InputId,
    /// The name of the input in files, and of its text field.
    pub name: AttrValue,
    /// The label and unit of the input.
    pub text: ParameterText,
    /// The words of the page.
    pub words: Words,
    /// How sure the value is, in a word.
    pub status: &'static str,
    /// The content of the text field.
    pub shown: AttrValue,
    /// What is wrong with the content.
    pub problem: Option<AttrValue>,
    /// A remark about content that is accepted.
    pub note: Option<AttrValue>,
    /// The value to reset to, where it differs.
    pub reset_to: Option<AttrValue>,
    /// What the change does to the saldo.
    pub effect: Html,
    /// Whether the input has no effect in this scenario.
    pub inactive: bool,
    /// Meaning and sources, once they are asked for.
    pub help: Html,
    /// The source of the user's own figure, where it is marked as one.
    pub user_source: Option<AttrValue>,
    /// The slider of the input.
    pub slider: Slider,
    /// What stands under the slider.
    pub under: Html,
    /// Whether the field is plain text, without a program.
    pub shell: bool,
    /// Takes what a person does with the field.
    pub send: Callback<Message>,
}

impl FieldProps {
    fn is_shell(&self) -> bool {
        cfg!(not(target_arch = "wasm32")) && self.shell
    }

    fn on_press(&self, action: WorkspaceAction) -> Callback<MouseEvent> {
        let (send, action) = (self.send.clone(), action);
        Callback::from(move |_| send.emit(action.clone().into()))
    }
}

/// Returns the id of the text field with this name.
pub fn field_id(name: &str) -> String {
    format!("veld-{}", name.replace('.', "-"))
}

/// The field of one input.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let page = props.words.0;
    let base = field_id(&props.name);
    let part = |suffix: &str| -> AttrValue { format!("{base}-{suffix}").into() };
    let words = props.text;
    let label = if props.is_shell() {
        span("label", words.label)
    } else {
        element("label", attributes! { "class" => "label", "for" => base.clone() }, vec![text(words.label)])
    };
    let mut top = vec![label];
    if props.user_source.is_some() {
        top.push(span("status is-own", page.own_figure));
    } else if !props.status.is_empty() {
        top.push(name_in("span", "status", props.status));
    }
    let unit = attributes! { "class" => "unit", "id" => part("eenheid") };
    let mut row = vec![text_field(props, &base), element("span", unit, vec![text(words.unit)])];
    // What comes and goes keeps a position of its own: without it the field or
    // the slider beside it would be recreated in the middle of use.
    let reset = props.reset_to.iter().map(|value| {
        let name = (page.reset)(words.label, value);
        icon_button("reset", props.on_press(WorkspaceAction::Reset(props.id)), name, true, RESET_ICON)
    });
    row.push(classed("span", "reset-place", reset.collect()));
    let remark = |suffix: &str, class: &'static str, role: &'static str, words: &AttrValue| {
        let attributes = figure_attributes! { "class" => class, "id" => part(suffix), "role" => role };
        figure_element("p", attributes, words.clone())
    };
    let mut remarks: Vec<Html> = Vec::new();
    remarks.extend(props.problem.iter().map(|problem| remark("fout", "problem", "alert", problem)));
    remarks.extend(props.note.iter().map(|note| remark("noot", "note", "status", note)));
    if props.inactive {
        remarks.push(p("note", page.inactive));
    } else {
        remarks.push(props.effect.clone());
    }
    remarks.extend(
        props.user_source.iter().map(|from| sentence_in("p", "own-figure", (page.own_figure_from)(from))),
    );
    let summary = vec![text(page.explain), span("hidden", (page.explain_of)(words.label))];
    let help = vec![classed("summary", "", summary), props.help.clone()];
    let (send, id) = (props.send.clone(), props.id);
    let opened = on_open(move || send.emit(SourcesAction::Open(id).into()));
    let help = with_listeners("details", attributes! { "class" => "why" }, [opened], help);
    let content = vec![
        div("field-top", top),
        div("field-row", row),
        slider(props),
        props.under.clone(),
        div("remarks", remarks),
        help,
    ];
    div(if props.inactive { "field is-inactive" } else { "field" }, content)
}

/// Returns the text field, named as the input is in files.
fn text_field(props: &FieldProps, base: &str) -> Html {
    if props.is_shell() {
        return span("value", props.shown.clone());
    }
    let remarks = [("fout", props.problem.is_some()), ("noot", props.note.is_some()), ("eenheid", true)];
    let described: Vec<String> =
        remarks.into_iter().filter(|(_, on)| *on).map(|(suffix, _)| format!("{base}-{suffix}")).collect();
    let described = described.join(" ");
    let listeners = text_listeners(&props.send, FieldId::Input(props.id));
    number_input(base, props.name.clone(), described, props.problem.is_some(), props.shown.clone(), listeners)
}

/// Returns a text field for a number: its id and name, the ids of what
/// describes it, and whether its text is refused.
pub fn number_input(
    id: &str,
    name: AttrValue,
    described_by: String,
    refused: bool,
    shown: AttrValue,
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
    input(attributes, shown, listeners)
}

/// Returns the slider over its track.
fn slider(props: &FieldProps) -> Html {
    let Slider { low, high, step, value, scale, plausible } = props.slider;
    let mut content = vec![track(Some(plausible.unwrap_or_default()))];
    if !props.is_shell() {
        let attributes = attributes! {
            "type" => "range",
            "min" => digits::format(low),
            "max" => digits::format(high),
            "step" => digits::format(step),
            "aria-label" => (props.words.0.slider)(props.text.label),
            "aria-valuetext" => format!("{} {}", props.shown, props.text.unit),
        };
        let listeners =
            slider_listeners(&props.send, FieldId::Input(props.id), move |position| position / scale);
        content.push(input(attributes, digits::format(value), listeners));
    }
    div("slider", content)
}
