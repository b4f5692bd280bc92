//! The seven questions about the user's own centre, and below them all other inputs in
//! groups.

use crate::checks::has_more_people_than_visitors;
use crate::model::inputs::{AVERAGE_VISITORS, brochure_value};
use crate::model::price::{BASE_YEAR, LAST_KNOWN_YEAR};
use crate::model::{General, InputId, Line, LineField, Shape, Unit};
use crate::platform;
use crate::ui::blocks::block;
use crate::ui::commands::Command;
use crate::ui::components::choice::ChoiceOption;
use crate::ui::components::element::{
    attributes, button, button_if, classed, disabled, div, element, heading as titled, p, span,
    with_listeners,
};
use crate::ui::components::field::{number_input, text_field, text_remarks};
use crate::ui::components::figure::{
    figure_attributes, figure_button, figure_element, name_in, sentence_in, sentence_text,
};
use crate::ui::components::segmented::segmented;
use crate::ui::context::{Message, PageContext};
use crate::ui::features::centre::answer::ANSWER;
use crate::ui::features::centre::named_section;
use crate::ui::features::centre::state::{
    CentreAction, Certainty, asks_range, certainty, has_prices_of_the_brochure, in_proportion,
    is_based_on_brochure, is_example, is_out_of_proportion, is_own, own_figures, own_range,
};
use crate::ui::features::certainty::ranges::{field_content, field_message, message_id};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::helpers;
use crate::ui::features::inputs::field::{field_id, properties, value_text};
use crate::ui::features::inputs::groups;
use crate::ui::features::scenarios;
use crate::ui::lazy::SERVICES;
use crate::ui::routes::Route;
use crate::ui::state::{FieldId, State};
use yew::prelude::*;

/// The inputs that are asked, in their order.
pub const QUESTIONS: [InputId; 7] = [
    InputId::General(General::Bezoekers),
    InputId::General(General::Fte),
    InputId::General(General::Vrijwilligers),
    InputId::General(General::Huisvesting),
    InputId::Line(Line::Uitkeringen, LineField::Aantal),
    InputId::Line(Line::Dagbesteding, LineField::Aantal),
    InputId::Line(Line::Dagbesteding, LineField::Bedrag),
];

/// The id of the field with the name of the centre.
const NAME: &str = "centrum-naam";

/// The id of the list of questions.
const LIST: &str = "vragen";

/// Returns the heading of the page: whose figures these are, in which prices, and how the
/// user begins.
pub fn heading(ctx: &PageContext) -> Html {
    let words = ctx.text().centre();
    let name = ctx.scenario().name.clone();
    let is_example = is_example(ctx);
    let title = match (name.is_empty(), is_example) {
        (false, _) => name.into(),
        (true, true) => AttrValue::Static(words.example_title),
        (true, false) => AttrValue::Static(words.title),
    };
    let year = ctx.workspace.inputs.year();
    let prices = (words.price_year)(year, year > LAST_KNOWN_YEAR, is_example && year != BASE_YEAR);
    let own = (words.own_figures)(own_figures(ctx));
    let mut content = vec![
        figure_element("h1", figure_attributes! { "id" => "centrum-titel" }, title),
        sentence_in("p", "small", format!("{prices} · {own}")),
    ];
    let this_year = platform::current_year();
    let below = if is_example {
        let see = ctx.press(Command::Reveal(ANSWER.to_owned()));
        let buttons = vec![
            button_if(
                !ctx.is_shell(),
                "button primary",
                ctx.press(CentreAction::Begin(this_year)),
                words.begin,
            ),
            button_if(!ctx.is_shell(), "plain see-example", see, words.see_example),
        ];
        let about = if is_based_on_brochure(ctx) { p("small", words.about) } else { Html::default() };
        div("", vec![about, div("buttons begin", buttons)])
    } else if has_prices_of_the_brochure(ctx) {
        let question = sentence_in("p", "small", (words.old_prices)(year));
        let set_year = ctx.press(CentreAction::SetPriceYear(this_year));
        let this_year = button("button", set_year, words.this_years_prices);
        div("question-more is-asked", vec![question, this_year])
    } else {
        Html::default()
    };
    content.push(below);
    div("centre-head", content)
}

/// Returns the questions, and the groups of all other inputs.
pub fn view(ctx: &PageContext) -> Html {
    let words = ctx.text().centre();
    let mut content = vec![element(
        "h2",
        attributes! { "id" => "vragen-titel", "class" => "hidden" },
        vec![span("", words.questions)],
    )];
    let name = if ctx.is_shell() {
        vec![span("label", words.name), span("value wide", "")]
    } else {
        let label =
            element("label", attributes! { "for" => NAME, "class" => "label" }, vec![span("", words.name)]);
        vec![label, scenarios::view::name_input(ctx, NAME, None)]
    };
    content.push(div("centre-name", name));
    let active = ctx.editing.active_input();
    let questions = QUESTIONS.into_iter().enumerate().map(|(index, id)| {
        let is_edited = active == Some(id) || is_range_edited(ctx, id);
        block(ctx, is_edited, index, |ctx, index| question(ctx, QUESTIONS[index]))
    });
    content.push(div("questions", questions.collect()));
    content.push(groups::problems(ctx).unwrap_or_default());
    content.push(groups::price_offer(ctx).unwrap_or_default());
    content.push(titled("h2", "meer-titel", words.more));
    let is_other_edited = active.is_none_or(|id| !QUESTIONS.contains(&id));
    content.push(block(ctx, is_other_edited, 0, |ctx, _| groups::other_groups(ctx)));
    let link = element(
        "a",
        attributes! { "href" => format!("#{}", Route::Worksheet.id()) },
        vec![span("", words.all_sources)],
    );
    content.push(classed("p", "small", vec![link]));
    named_section("questions-pane", LIST, "vragen-titel", content)
}

/// Returns whether a person is changing an end of the range of an input.
fn is_range_edited(ctx: &PageContext, id: InputId) -> bool {
    let settings = [Setting::Low(id), Setting::High(id)];
    settings.into_iter().any(|setting| ctx.editing.active_field() == Some(FieldId::Setting(setting)))
}

/// Returns one question with its field.
fn question(ctx: &PageContext, id: InputId) -> Html {
    let words = ctx.text().centre();
    let mut props = properties(ctx, id);
    let is_amount = is_amount(id);
    if is_amount && !ctx.workspace.is_changed(id) && !ctx.editing.input_drafts.contains_key(&id) {
        // An amount of the brochure in other prices has cents that nobody needs.
        let whole = ctx.workspace.inputs.get(id).round();
        props.value_text = ctx.text().notation.field(whole, State::input_style(id)).into();
    }
    let base = field_id(&props.name);
    let asked = (words.question)(id);
    let label = if ctx.is_shell() {
        classed("span", "label", vec![span("", asked)])
    } else {
        element("label", attributes! { "class" => "label", "for" => base.clone() }, vec![span("", asked)])
    };
    let unit = attributes! { "class" => "hidden", "id" => format!("{base}-eenheid") };
    let field = vec![
        if is_amount { span("currency", "€") } else { Html::default() },
        text_field(&props, &base),
        element("span", unit, vec![span("", props.text.unit)]),
    ];
    let class = if is_own(ctx, id) { "question is-answered" } else { "question" };
    let mut content = vec![div("question-row", vec![label, div("question-field", field)])];
    let inactive = props.inactive.map(|reason| p("note", reason));
    let inputs = &ctx.workspace.inputs;
    let is_too_many =
        matches!(id, InputId::Line(line, LineField::Aantal) if has_more_people_than_visitors(inputs, line));
    let too_many = is_too_many.then(|| {
        let visitors = ctx.text().notation.number(inputs.general(General::Bezoekers), 0);
        sentence_in("p", "note", (words.more_than_visitors)(&visitors))
    });
    let remarks = text_remarks(&props, &base).into_iter().chain(inactive).chain(too_many);
    content.push(div("remarks", remarks.collect()));
    content.push(below(ctx, id));
    div(class, content)
}

/// Returns whether a question asks for an amount in euros.
pub fn is_amount(id: InputId) -> bool {
    matches!(id.definition().unit, Unit::Euro | Unit::EuroPer)
}

/// Returns what is below a field: how sure the user is, what the brochure has, and what to do
/// with a count that belongs to other visitors.
fn below(ctx: &PageContext, id: InputId) -> Html {
    let words = ctx.text().centre();
    if is_out_of_proportion(ctx, id) {
        return proportion(ctx, id);
    }
    if !is_own(ctx, id) {
        let named = vec![
            span("", words.holds_here),
            name_in("span", "hidden", (words.holds_here_for)((words.question)(id))),
        ];
        let attributes = attributes! {
            "type" => "button", "class" => "plain", "disabled" => disabled(ctx.is_shell()),
        };
        let confirm = CentreAction::Confirm(id, ctx.workspace.inputs.get(id));
        let confirm = with_listeners("button", attributes, [ctx.on_press(confirm)], named);
        return div("question-more", vec![brochure(ctx, id), confirm, helpers::below_field(ctx, id)]);
    }
    let mut content = vec![certainty_switch(ctx, id), brochure(ctx, id)];
    content.push(replace_question(ctx, id).unwrap_or_default());
    // What is typed in them is read by code that is loaded lazily, and would be lost before.
    let asks_range = asks_range(ctx, id) && SERVICES.get().is_some();
    content.push(if asks_range { range_fields(ctx, id) } else { Html::default() });
    let is_effect = matches!(id, InputId::Line(_, LineField::Aantal));
    if is_effect && certainty(ctx, id) == Some(Certainty::Sure) {
        content.push(name_in("p", "small note", words.effect_note));
    }
    content.push(helpers::below_field(ctx, id));
    div("question-more", content)
}

/// Returns the figure of the brochure, and a hint on how to answer.
fn brochure(ctx: &PageContext, id: InputId) -> Html {
    let words = ctx.text().centre();
    let value = brochure_value(&ctx.workspace.inputs, id);
    let value = if is_amount(id) { ctx.text().notation.euro(value) } else { value_text(ctx, id, value) };
    let year = ctx.workspace.inputs.year();
    let converted_to = (is_amount(id) && year != BASE_YEAR).then_some(year);
    let brochure = (words.brochure)(&value, converted_to);
    let text = match (words.hint)(id) {
        "" => brochure,
        hint => format!("{brochure}. {hint}"),
    };
    sentence_in("span", "small", text)
}

/// Returns the question what to do with a count of the preset, now that the visitors are
/// the user's own.
fn proportion(ctx: &PageContext, id: InputId) -> Html {
    let words = ctx.text().centre();
    let number = |value: f64| ctx.text().notation.number(value, 1);
    let value = number(ctx.workspace.inputs.get(id));
    let visitors = ctx.text().notation.number(AVERAGE_VISITORS, 0);
    let scale = sentence_text((words.in_proportion)(&number(in_proportion(ctx, id))));
    let leave = sentence_text((words.leave_as_is)(&value));
    let buttons = vec![
        figure_button("button", ctx.press(CentreAction::SetInProportion(id)), scale),
        figure_button("button", ctx.press(CentreAction::Confirm(id, ctx.workspace.inputs.get(id))), leave),
    ];
    let (preset, _) = (ctx.text().preset)(ctx.scenario().base);
    let text = (words.preset_for_visitors)(preset, &value, &visitors);
    let content =
        vec![sentence_in("span", "small", text), div("buttons", buttons), helpers::below_field(ctx, id)];
    div("question-more is-asked", content)
}

/// Returns the switch between 'sure' and 'estimate'.
fn certainty_switch(ctx: &PageContext, id: InputId) -> Html {
    let words = ctx.text().centre();
    let now = certainty(ctx, id);
    let options =
        [(Certainty::Sure, "zeker", words.sure), (Certainty::Estimate, "schatting", words.estimate)];
    let options = options.map(|(certainty, value, shown)| {
        ChoiceOption::new(value, shown, now == Some(certainty), CentreAction::SetCertainty(id, certainty))
    });
    let legend = name_in("legend", "hidden", (words.certainty)((words.question)(id)));
    let name = format!("zekerheid.{}", ctx.workspace.inputs.name(id));
    segmented::<Message>(&ctx.sender(), &name, legend, options.into())
}

/// Returns the fields for the two numbers between which an estimate lies.
fn range_fields(ctx: &PageContext, id: InputId) -> Html {
    let words = ctx.text().centre();
    let name = ctx.workspace.inputs.name(id);
    let ends = [(Setting::Low(id), "low", words.between), (Setting::High(id), "high", words.and)];
    let ends = ends.map(|(setting, end, shown)| {
        let field = format!("ranges.{name}.{end}");
        let base = field_id(&field);
        let content = field_content(ctx, setting);
        let message = field_message(&base, &content);
        let described_by = message.as_ref().map(|_| message_id(&base)).unwrap_or_default();
        let label = element("label", attributes! { "for" => base.clone() }, vec![span("", shown)]);
        let listeners = ctx.text_listeners(FieldId::Setting(setting));
        let is_refused = content.problem.is_some();
        let input = number_input(&base, field.into(), described_by, is_refused, content.text, listeners);
        let below = div("remarks", message.into_iter().collect());
        div("range-end", vec![label, input, below])
    });
    let mut content = vec![name_in("legend", "hidden", (words.range_of)((words.question)(id)))];
    content.extend(ends);
    classed("fieldset", "range-ends", content)
}

/// Returns the question whether a range that the user set by hand may be replaced.
fn replace_question(ctx: &PageContext, id: InputId) -> Option<Html> {
    let words = ctx.text().centre();
    let (_, asked) = ctx.view.asked_certainty.filter(|(asked, _)| *asked == id)?;
    let range = own_range(ctx, id).filter(|range| range.shape != Shape::Fixed)?;
    let shown = |value| value_text(ctx, id, value);
    let replace = ctx.press(CentreAction::ReplaceRange(id, asked));
    let buttons = vec![
        button("button", replace, words.replace_range),
        button("button", ctx.press(CentreAction::KeepRange), words.keep_range),
    ];
    let question = sentence_in("p", "", (words.own_range)(&shown(range.low), &shown(range.high)));
    let attributes = attributes! { "class" => "offer", "role" => "status" };
    Some(element("div", attributes, vec![question, div("buttons", buttons)]))
}

#[cfg(test)]
mod tests;
