//! The helper beside a field: a button, and in its place a small form with what comes out.
//! Below it are the reference prices of the field.

use crate::helpers::{Answer, Helper, HelperAnswers, NumberQuestion, PurchaseForm};
use crate::helpers::{ExitKind, FilledValue};
use crate::model::InputId;
use crate::ui::components::choice::ChoiceOption;
use crate::ui::components::element::{
    attributes, button, classed, disabled, div, element, p, span, with_listeners,
};
use crate::ui::components::field::{field_id, number_input};
use crate::ui::components::figure::{name_in, name_text, sentence_in};
use crate::ui::components::segmented::{option_id, segmented};
use crate::ui::context::{Message, PageContext};
use crate::ui::controls::checkbox;
use crate::ui::features::certainty::ranges::{field_content, field_message, message_id};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::helpers::prices;
use crate::ui::features::helpers::readiness::{Readiness, number_questions, readiness};
use crate::ui::features::helpers::state::HelperAction;
use crate::ui::features::helpers::{calculation, helper_of};
use crate::ui::features::inputs::field::label_and_unit;
use crate::ui::features::inputs::groups::is_asked;
use crate::ui::state::{FieldId, FocusRequest, State, ViewAction};
use yew::prelude::*;

/// The name of the choice which exits from a benefit count.
const EXIT_KIND: &str = "hulp.uitkeringen.telt";
/// The name of the choice in which form the gemeente buys dagbesteding.
const PURCHASE: &str = "hulp.dagbesteding.inkoop";
/// The value of the option 'weet ik niet'.
const UNKNOWN: &str = "weet-ik-niet";

/// Returns the helper and the reference prices of an input.
pub fn view(ctx: &PageContext, id: InputId) -> Html {
    let [open, form] = helper_of(id).map(|helper| block(ctx, id, helper)).unwrap_or_default();
    [open, form, prices::of_input(ctx, id)].into_iter().collect()
}

fn button_id(state: &State, id: InputId) -> String {
    format!("hulp-{}", state.workspace.inputs.name(id).replace('.', "-"))
}

fn number_name(question: NumberQuestion) -> String {
    format!("hulp.{}", question.id())
}

/// Returns where the focus goes after the helper of an input is opened, or the open one is
/// closed; `state` is the state before.
pub fn focus_after(state: &State, opened: Option<InputId>) -> Option<FocusRequest> {
    let Some(helper) = opened.and_then(helper_of) else {
        return state.view.open_helper.map(|open| FocusRequest::Element(button_id(state, open)));
    };
    let answers = state.helper_answers();
    let first = match (helper, answers.purchase) {
        (Helper::Purchase, Answer::Given(form)) => option_id(PURCHASE, form.id()),
        (Helper::Purchase, Answer::Unknown) => option_id(PURCHASE, UNKNOWN),
        (Helper::Purchase, Answer::Open) => option_id(PURCHASE, PurchaseForm::ALL[0].id()),
        (Helper::Benefits | Helper::DayCare | Helper::WageCost, _) => {
            let question = number_questions(helper, &answers).into_iter().next()?;
            field_id(&number_name(question))
        }
    };
    Some(FocusRequest::Element(first))
}

/// Returns the button that opens the helper, and the form while it is open.
fn block(ctx: &PageContext, id: InputId, helper: Helper) -> [Html; 2] {
    let texts = ctx.text().helpers();
    let is_open = ctx.view.open_helper == Some(id);
    let asked =
        if is_asked(ctx, id) { (ctx.text().centre().question)(id) } else { label_and_unit(ctx, id).label };
    let form_id = format!("{}-vragen", button_id(ctx, id));
    let attributes = attributes! {
        "type" => "button",
        "class" => "plain helper-open",
        "id" => button_id(ctx, id),
        "aria-expanded" => if is_open { "true" } else { "false" },
        "aria-controls" => is_open.then(|| AttrValue::from(form_id.clone())),
    };
    let toggle = ctx.on_press(ViewAction::OpenHelper((!is_open).then_some(id)));
    let about = (texts.about)(asked);
    let name = vec![span("", texts.open), name_in("span", "hidden", about.clone())];
    let open = with_listeners("button", attributes, [toggle], name);
    let form =
        if is_open { form(ctx, helper, form_id, format!("{}{about}", texts.open)) } else { Html::default() };
    [open, form]
}

fn form(ctx: &PageContext, helper: Helper, id: String, label: String) -> Html {
    let answers = ctx.helper_answers();
    let attributes = attributes! { "class" => "helper-form", "id" => id.clone(), "role" => "group", "aria-label" => label };
    let content =
        vec![div("helper-questions", questions(ctx, helper, &answers)), result(ctx, helper, &answers, &id)];
    element("div", attributes, content)
}

fn questions(ctx: &PageContext, helper: Helper, answers: &HelperAnswers) -> Vec<Html> {
    let mut fields: Vec<Html> = Vec::new();
    if helper == Helper::Purchase {
        fields.push(purchase(ctx, answers));
    }
    for question in number_questions(helper, answers) {
        fields.push(number(ctx, question, answers));
        if question == NumberQuestion::Exits {
            fields.push(exit_kind(ctx, answers));
        }
    }
    fields
}

/// Returns one question that asks for a number.
fn number(ctx: &PageContext, question: NumberQuestion, answers: &HelperAnswers) -> Html {
    let texts = ctx.text().helpers();
    let text = (texts.number)(question);
    let setting = Setting::Helper(question);
    let name = number_name(question);
    let id = field_id(&name);
    let content = field_content(ctx, setting);
    let message = field_message(&id, &content);
    let (unit_id, hint_id) = (format!("{id}-eenheid"), format!("{id}-uitleg"));
    let mut described_by = format!("{unit_id} {hint_id}");
    if message.is_some() {
        described_by = format!("{} {described_by}", message_id(&id));
    }
    let national = answers.exit_kind.given().filter(|_| question == NumberQuestion::LeaveAnyway);
    let national = national.map(|kind| {
        let share = ctx.text().notation.percent(kind.national_share());
        sentence_in("p", "small", (texts.national)(kind, &share))
    });
    let listeners = ctx.text_listeners(FieldId::Setting(setting));
    let is_refused = content.problem.is_some();
    let input = number_input(&id, name.clone().into(), described_by, is_refused, content.text, listeners);
    let unit =
        element("span", attributes! { "class" => "unit", "id" => unit_id }, vec![name_text(text.unit)]);
    let unknown = vec![
        checkbox(ctx, &format!("{name}.onbekend"), answers.number(question) == Answer::Unknown, move |on| {
            HelperAction::SetUnknown(question, on).into()
        }),
        span("", texts.unknown),
        name_in("span", "hidden", (texts.about)(text.question)),
    ];
    let label = attributes! { "class" => "label", "for" => id.clone() };
    let content = vec![
        element("label", label, vec![name_text(text.question)]),
        element("div", attributes! { "class" => "small", "id" => hint_id }, vec![name_text(text.hint)]),
        national.unwrap_or_default(),
        div("helper-answer", vec![div("field-row", vec![input, unit]), classed("label", "check", unknown)]),
        div("remarks", message.into_iter().collect()),
        prices::of_question(ctx, question),
    ];
    div("helper-question", content)
}

fn exit_kind(ctx: &PageContext, answers: &HelperAnswers) -> Html {
    let texts = ctx.text().helpers();
    let option = |(id, words, answer): (&'static str, &'static str, Answer<ExitKind>)| {
        ChoiceOption::new(id, words, answers.exit_kind == answer, HelperAction::SetExitKind(answer))
    };
    let mut all: Vec<_> = ExitKind::ALL
        .iter()
        .map(|kind| (kind.id(), (texts.exit_kinds)(*kind), Answer::Given(*kind)))
        .collect();
    all.push((UNKNOWN, texts.unknown, Answer::Unknown));
    choice(ctx, EXIT_KIND, texts.exit_kind, all.into_iter().map(option).collect())
}

fn purchase(ctx: &PageContext, answers: &HelperAnswers) -> Html {
    let texts = ctx.text().helpers();
    let option = |(id, words, answer): (&'static str, &'static str, Answer<PurchaseForm>)| {
        ChoiceOption::new(id, words, answers.purchase == answer, HelperAction::SetPurchase(answer))
    };
    let mut all: Vec<_> = PurchaseForm::ALL
        .iter()
        .map(|form| (form.id(), (texts.purchases)(*form), Answer::Given(*form)))
        .collect();
    all.push((UNKNOWN, texts.unknown, Answer::Unknown));
    choice(ctx, PURCHASE, texts.purchase, all.into_iter().map(option).collect())
}

fn choice(
    ctx: &PageContext,
    name: &str,
    question: &'static str,
    options: Vec<ChoiceOption<Message>>,
) -> Html {
    let legend = classed("legend", "label", vec![span("", question)]);
    div("helper-question", vec![segmented(&ctx.sender(), name, legend, options)])
}

/// Returns what comes out, whether it is filled in, and the button that fills it in.
fn result(ctx: &PageContext, helper: Helper, answers: &HelperAnswers, id: &str) -> Html {
    let texts = ctx.text().helpers();
    let readiness = readiness(ctx, helper, answers);
    let lines = match &readiness {
        Readiness::Ready(_) => calculation::calculation_lines(ctx, helper, answers),
        Readiness::Refused | Readiness::Open | Readiness::Unknown | Readiness::NoPeople => Vec::new(),
    };
    let reason = match &readiness {
        Readiness::Ready(values) if is_filled_in(ctx, values) => {
            (texts.is_filled_in)(&calculation::values(ctx, values))
        }
        Readiness::Ready(values) => (texts.fills_in)(&calculation::values(ctx, values)),
        Readiness::Refused => texts.is_refused.to_owned(),
        Readiness::Open => texts.is_open.to_owned(),
        Readiness::Unknown => (texts.is_unknown)(&calculation::brochure_values(ctx, helper)),
        Readiness::NoPeople => texts.no_people.to_owned(),
    };
    let is_ready = matches!(readiness, Readiness::Ready(_));
    let reason_id = format!("{id}-reden");
    let attributes = attributes! {
        "type" => "button",
        "class" => "button",
        "disabled" => disabled(!is_ready),
        "aria-describedby" => reason_id.clone(),
    };
    let fill_in = ctx.on_press(HelperAction::FillIn(helper));
    let buttons = vec![
        with_listeners("button", attributes, [fill_in], vec![span("", texts.fill_in)]),
        button("plain", ctx.press(ViewAction::OpenHelper(None)), texts.close),
    ];
    let product = lines.into_iter().map(|line| sentence_in("p", "", line)).collect();
    let status = attributes! { "id" => reason_id, "role" => "status" };
    let content = vec![
        p("label", texts.result),
        div("helper-product", product),
        element("div", status, vec![sentence_in("p", "", reason)]),
        div("buttons", buttons),
    ];
    div("helper-result", content)
}

fn is_filled_in(state: &State, values: &[FilledValue]) -> bool {
    values.iter().all(|filled| {
        let is_fixed = !filled.fixed || state.workspace.inputs.is_fixed(filled.input);
        is_fixed && state.workspace.inputs.get(filled.input) == filled.value
    })
}
