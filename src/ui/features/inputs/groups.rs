//! The inputs in groups that can be unfolded. The worksheet has them all; the view of the
//! user's own centre has those that it does not ask for.

use crate::model::{CostBasis, Euro, General, InputId, Line, Perspective, Phase, Preset};
use crate::scenario::Scenario;
use crate::ui::blocks::{Draw, block};
use crate::ui::commands::Command;
use crate::ui::components::choice::ChoiceOption;
use crate::ui::components::element::{
    attributes, button, button_if, classed, details, disabled, div, element, heading, p, span, text_in,
    with_listeners,
};
use crate::ui::components::figure::{
    figure_attributes, figure_button, figure_element, figure_in, name_in, name_text, sentence_in,
    sentence_text,
};
use crate::ui::context::PageContext;
use crate::ui::controls::choice;
use crate::ui::features::centre::questions::QUESTIONS;
use crate::ui::features::explain::total::Total;
use crate::ui::features::inputs::field::{field, field_id, label_and_unit};
use crate::ui::features::inputs::savings_line;
use crate::ui::features::worksheet::results::RESULTS;
use crate::ui::features::{explain, worksheet};
use crate::ui::lazy::loader::Lazy;
use crate::ui::lazy::{self, LazyView};
use crate::ui::routes::Route;
use crate::ui::state::{PriceOffer, WorkspaceAction};
use yew::prelude::*;

/// The inputs of the group on the size of the initiative.
pub(crate) const INITIATIVE: [General; 4] =
    [General::Bezoekers, General::Fte, General::Vrijwilligers, General::KostenPerBezoeker];
/// The inputs of the group on costs.
pub(crate) const COSTS: [General; 7] = [
    General::LoonkostenPerFte,
    General::VergoedingPerVrijwilliger,
    General::Huisvesting,
    General::Activiteiten,
    General::Organisatie,
    General::EigenInkomsten,
    General::Startkosten,
];
/// The inputs of the group on which parties pay the costs, as shares.
pub(crate) const FINANCING: [General; 4] = [
    General::FinancieringGemeente,
    General::FinancieringRijk,
    General::FinancieringZorgverzekeraar,
    General::InwonersGemeente,
];
/// The inputs of the group on years and prices.
pub(crate) const TIME: [General; 8] = [
    General::Prijspeil,
    General::VerwachteInflatie,
    General::Horizon,
    General::Discontovoet,
    General::IngroeiJaar1,
    General::IngroeiJaar2,
    General::Kostenstijging,
    General::Batenstijging,
];
/// The inputs of the group on how the draws of effects hang together.
pub(crate) const UNCERTAINTY: [General; 2] = [General::Samenhang, General::KansGeenEffect];

/// Returns whether the view asks for this input in a question, so that its group leaves it
/// out: a field is in the document once.
pub(crate) fn is_asked(ctx: &PageContext, id: InputId) -> bool {
    ctx.view.route == Route::Centre && QUESTIONS.contains(&id)
}

/// Returns all inputs of the worksheet, in groups.
pub fn view(ctx: &PageContext) -> Html {
    let page = ctx.text().page;
    let mut head = vec![heading("h2", "invoer-titel", page.inputs)];
    if !ctx.is_shell() {
        head.push(button(
            "jump",
            ctx.press(Command::Reveal(RESULTS.to_owned())),
            ctx.text().inputs().to_results,
        ));
    }
    let mut content = vec![div("inputs-head", head), presets(ctx)];
    content.push(problems(ctx).unwrap_or_default());
    content.push(group(ctx, ctx.text().inputs().group_initiative, String::new(), true, &|| {
        group_block(ctx, &INITIATIVE, initiative)
    }));
    content.extend(groups(ctx));
    element(
        "section",
        attributes! { "class" => "inputs", "id" => "invoer", "aria-labelledby" => "invoer-titel", "tabindex" => "-1" },
        content,
    )
}

/// Returns the groups of all inputs that are no question about the user's own centre. What
/// is in them is loaded with the lazy features: it is seen only once a group is opened.
pub fn other_groups(ctx: &PageContext) -> Html {
    let words = ctx.text().centre();
    let euro = |amount: Euro| ctx.text().notation.euro(amount.euros());
    let outcome = &ctx.workspace.outcome;
    let year = ctx.workspace.inputs.year().to_string();
    let group = |title, total, content: &'static Lazy<LazyView>| {
        group(ctx, title, total, false, &|| lazy::closed_view(ctx, content))
    };
    let content = vec![
        group(words.more_costs, euro(outcome.costs.net), &lazy::MORE_COSTS),
        group(words.other_savings, euro(outcome.total.savings), &lazy::OTHER_SAVINGS),
        group(words.who_pays, String::new(), &lazy::PAYERS),
        group(words.time_and_prices, year, &lazy::TIME_AND_PRICES),
    ];
    div("inputs", content)
}

/// Returns the costs that are not asked.
pub fn more_costs(ctx: &PageContext) -> Html {
    group_block(ctx, &COSTS, costs)
}

/// Returns the savings lines, and the user's own lines.
pub fn other_savings(ctx: &PageContext) -> Html {
    div("", vec![savings(ctx), own_lines(ctx)])
}

/// Returns the inputs on time, prices and doubt, and the presets.
pub fn time_and_prices(ctx: &PageContext) -> Html {
    let blocks = vec![
        group_block(ctx, &TIME, time),
        group_block(ctx, &[General::Drempel], weighing),
        group_block(ctx, &UNCERTAINTY, uncertainty),
        div("group-content", vec![presets(ctx)]),
    ];
    div("", blocks)
}

/// Returns the choice of how costs are calculated, and the costs per visitor.
fn cost_inputs(ctx: &PageContext) -> Vec<Html> {
    let mut content = vec![cost_basis(ctx)];
    content.extend(fields(ctx, &INITIATIVE[3..]));
    content.push(scale_offer(ctx).unwrap_or_default());
    content
}

/// Returns one group. In the static shell a group that is closed shows only its name.
fn group(
    ctx: &PageContext,
    title: &'static str,
    total: String,
    open: bool,
    content: &dyn Fn() -> Html,
) -> Html {
    let summary = vec![heading("h3", "", title), figure_in("span", "group-total", total)];
    let content = if ctx.is_shell() && !open { vec![] } else { vec![content()] };
    details("group", open, summary, content)
}

/// Returns the groups of costs, savings, own lines, payers, time, weighing and uncertainty.
fn groups(ctx: &PageContext) -> Vec<Html> {
    let words = ctx.text();
    let euro = |amount: Euro| words.notation.euro(amount.euros());
    let own_line_count = match ctx.workspace.inputs.own.len() {
        0 => String::new(),
        count => count.to_string(),
    };
    let outcome = &ctx.workspace.outcome;
    let group = |title, total, content: &dyn Fn() -> Html| group(ctx, title, total, false, content);
    vec![
        group(words.inputs().group_costs, euro(outcome.costs.net), &|| group_block(ctx, &COSTS, costs)),
        group(words.inputs().group_savings, euro(outcome.total.savings), &|| savings(ctx)),
        group(words.inputs().group_own, own_line_count, &|| own_lines(ctx)),
        group(words.inputs().group_financing, String::new(), &|| payers(ctx)),
        group(words.inputs().group_time, ctx.workspace.inputs.year().to_string(), &|| {
            group_block(ctx, &TIME, time)
        }),
        group(words.inputs().group_weighing, String::new(), &|| {
            group_block(ctx, &[General::Drempel], weighing)
        }),
        group(words.inputs().group_uncertainty, String::new(), &|| {
            group_block(ctx, &UNCERTAINTY, uncertainty)
        }),
    ]
}

/// Returns inputs of a group as a block. The group that the user types in is drawn in the
/// frame of the change, the others soon after.
fn group_block(ctx: &PageContext, list: &[General], draw: Draw) -> Html {
    let is_edited = ctx
        .editing
        .active_input()
        .is_some_and(|id| list.iter().any(|general| id == InputId::General(*general)));
    block(ctx, is_edited, 0, draw)
}

/// Returns the fixed savings lines.
fn savings(ctx: &PageContext) -> Html {
    let mut content =
        vec![explain::total::view(ctx, Total::Savings), p("small", ctx.text().inputs().savings_intro)];
    let is_edited =
        |line| matches!(ctx.editing.active_input(), Some(InputId::Line(edited, _)) if edited == line);
    content.extend(Line::ALL.into_iter().map(|line| {
        block(ctx, is_edited(line), line as usize, |ctx, index| savings_line::line(ctx, Line::ALL[index]))
    }));
    div("group-content", content)
}

/// Returns the user's own lines.
fn own_lines(ctx: &PageContext) -> Html {
    div("group-content", vec![lazy::closed_view(ctx, &lazy::OWN_LINES)])
}

/// Returns who pays, with the dekkingsplan.
pub fn payers(ctx: &PageContext) -> Html {
    let plan =
        block(ctx, ctx.editing.is_changing_plan(), 0, |ctx, _| lazy::closed_view(ctx, &lazy::FINANCING));
    div("", vec![group_block(ctx, &FINANCING, financing), plan])
}

fn fields(ctx: &PageContext, list: &[General]) -> Vec<Html> {
    let ids = list.iter().map(|general| InputId::General(*general));
    ids.filter(|id| !is_asked(ctx, *id)).map(|id| field(ctx, id)).collect()
}

fn initiative(ctx: &PageContext, _: usize) -> Html {
    let mut content = fields(ctx, &INITIATIVE[..3]);
    content.extend(cost_inputs(ctx));
    div("group-content", content)
}

fn costs(ctx: &PageContext, _: usize) -> Html {
    let mut content = vec![explain::total::view(ctx, Total::Costs)];
    if ctx.view.route == Route::Centre {
        content.extend(cost_inputs(ctx));
    }
    content.extend(fields(ctx, &COSTS));
    div("group-content", content)
}

fn time(ctx: &PageContext, _: usize) -> Html {
    let mut content = fields(ctx, &TIME[..1]);
    content.push(price_offer(ctx).unwrap_or_default());
    content.extend(fields(ctx, &TIME[1..3]));
    content.push(phase(ctx));
    content.extend(fields(ctx, &TIME[3..]));
    div("group-content", content)
}

fn uncertainty(ctx: &PageContext, _: usize) -> Html {
    let mut content = vec![p("small", ctx.text().inputs().uncertainty_intro)];
    content.extend(fields(ctx, &UNCERTAINTY));
    div("group-content", content)
}

fn financing(ctx: &PageContext, _: usize) -> Html {
    let mut content = vec![p("small", ctx.text().inputs().financing_intro)];
    content.extend(fields(ctx, &FINANCING));
    div("group-content", content)
}

fn weighing(ctx: &PageContext, _: usize) -> Html {
    // The view of the user's own centre has this choice above its answer.
    let choice = if ctx.view.route == Route::Centre { Html::default() } else { perspective(ctx) };
    let mut content = vec![choice];
    content.extend(fields(ctx, &[General::Drempel]));
    content.push(worksheet::break_even::threshold_note(ctx));
    div("group-content", content)
}

/// Returns the buttons that choose a preset, the number of differences from the
/// chosen one, and the buttons that undo these differences.
fn presets(ctx: &PageContext) -> Html {
    let (words, shell) = (ctx.text(), ctx.is_shell());
    let base = ctx.scenario().base;
    let choice = |preset: Preset| {
        let (name, description) = (words.preset)(preset);
        let attributes = attributes! {
            "type" => "button",
            "class" => "choice",
            "aria-pressed" => if preset == base { "true" } else { "false" },
            "title" => description,
            "disabled" => disabled(shell),
        };
        let choose = ctx.on_press(WorkspaceAction::ChoosePreset(preset));
        with_listeners("button", attributes, [choose], vec![span("", name)])
    };
    let changes = ctx.workspace.changes().len();
    let has_drafts = !ctx.editing.input_drafts.is_empty();
    let can_reset = !shell && (changes > 0 || has_drafts);
    // Starting over also clears the name, the preset and the `meta` of the
    // scenario, so any difference from a new scenario allows it.
    let is_untouched = !has_drafts && *ctx.scenario() == Scenario::new(Preset::Brochure);
    let can_start_over = !(shell || is_untouched);
    let reset = ctx.press(WorkspaceAction::ResetAll);
    let start_over = ctx.press(WorkspaceAction::StartOver);
    let summary = vec![
        figure_element(
            "span",
            figure_attributes! { "aria-live" => "polite" },
            (words.sentences.changed)(changes),
        ),
        button_if(can_reset, "plain", reset, words.inputs().reset_all),
        button_if(can_start_over, "plain", start_over, words.inputs().from_brochure),
    ];
    let choices = Preset::ALL.into_iter().map(choice).collect();
    let choices = vec![text_in("legend", "", words.inputs().presets), div("choices", choices)];
    div(
        "presets",
        vec![
            classed("fieldset", "", choices),
            name_in("p", "small", (words.preset)(base).1),
            classed("p", "changes", summary),
        ],
    )
}

/// Returns the list of inputs whose text was refused, each with a button that
/// leads to its field; `None` without any.
pub(crate) fn problems(ctx: &PageContext) -> Option<Html> {
    let found: Vec<_> = ctx.editing.refused_inputs().collect();
    if found.is_empty() {
        return None;
    }
    let item = |(id, problem): &(InputId, &str)| {
        let field = field_id(&ctx.workspace.inputs.name(*id));
        let link = name_text(label_and_unit(ctx, *id).label);
        let link = figure_button("plain", ctx.press(Command::Reveal(field)), link);
        classed("li", "", vec![link, sentence_text(format!(": {problem}"))])
    };
    let count = sentence_in("strong", "", (ctx.text().sentences.problems)(found.len()));
    let items = found.iter().map(item).collect();
    Some(div("problems", vec![count, classed("ul", "", items)]))
}

/// Returns the choice of how the costs are calculated: from a budget, or from
/// costs per visitor.
fn cost_basis(ctx: &PageContext) -> Html {
    let words = ctx.text();
    if ctx.is_shell() {
        let value = text_in("span", "value wide", (words.basis)(ctx.workspace.inputs.basis));
        return div("field", vec![span("label", words.page.basis), value]);
    }
    let options = CostBasis::ALL.into_iter().map(|basis| {
        let chosen = basis == ctx.workspace.inputs.basis;
        ChoiceOption::new(basis.id(), (words.basis)(basis), chosen, WorkspaceAction::SetCostBasis(basis))
    });
    choice(ctx, "kostenbasis", words.page.basis, options.collect(), None)
}

/// Returns the offer to convert the user's amounts, after the price year changed.
pub(crate) fn price_offer(ctx: &PageContext) -> Option<Html> {
    let offer = ctx.editing.price_offer?;
    let PriceOffer { from, to, amounts } = offer;
    let factor = offer.factor(ctx.workspace.inputs.prices());
    let words = &ctx.text().sentences;
    let convert = sentence_text((words.convert_prices)(to, factor));
    let convert = figure_button("button", ctx.press(WorkspaceAction::ConvertPrices), convert);
    let content = vec![sentence_in("p", "", (words.price_offer)(amounts, from, to)), convert];
    Some(element("div", attributes! { "class" => "offer", "role" => "status" }, content))
}

/// Returns the choice whether the initiative exists already.
fn phase(ctx: &PageContext) -> Html {
    let page = ctx.text().page;
    let options = Phase::ALL.into_iter().map(|phase| {
        let chosen = phase == ctx.workspace.inputs.phase;
        ChoiceOption::new(
            phase.id(),
            (ctx.text().explain().phase_name)(phase),
            chosen,
            WorkspaceAction::SetPhase(phase),
        )
    });
    choice(ctx, "fase", page.phase, options.collect(), None)
}

/// Returns the choice whose saldo is put in front.
fn perspective(ctx: &PageContext) -> Html {
    let page = ctx.text().page;
    let options = Perspective::ALL.into_iter().map(|perspective| {
        let chosen = perspective == ctx.workspace.inputs.perspective;
        let set = WorkspaceAction::SetPerspective(perspective);
        ChoiceOption::new(perspective.id(), (ctx.text().explain().perspective_name)(perspective), chosen, set)
    });
    choice(
        ctx,
        "perspectief",
        page.perspective,
        options.collect(),
        Some(ctx.text().inputs().perspective_hint),
    )
}

/// Returns the offer to scale all savings in proportion to the visitors. It is
/// made after the number of visitors changed while costs are calculated per
/// visitor: the costs follow by themselves, the savings only when asked.
fn scale_offer(ctx: &PageContext) -> Option<Html> {
    let offer = ctx.editing.scale_offer?;
    let words = ctx.text();
    let number = |value: f64| words.notation.number(value, 0);
    let sentence = (words.sentences.scale_offer)(&number(offer.from), &number(offer.to));
    let scale = (words.inputs().scale_savings)(&words.notation.number(offer.to / offer.from, 2));
    let scale = figure_button("button", ctx.press(WorkspaceAction::ScaleSavings), sentence_text(scale));
    let content = vec![sentence_in("p", "", sentence), scale];
    Some(element("div", attributes! { "class" => "offer", "role" => "status" }, content))
}
