//! The sections below the answer: what a councillor may ask, who pays and who saves, how
//! sure it is, and when it pays. Each leads to the view that has more.

use crate::answer::AnswerFigures;
use crate::evidence::grade::EvidenceGrade;
use crate::model::{Euro, InputId, LineField, Outcome, Perspective};
use crate::number::digits;
use crate::number::rounding::{rounded, rounded_up};
use crate::ui::blocks::deferred_block;
use crate::ui::commands::Command;
use crate::ui::components::element::{
    attributes, classed, div, element, heading, p, row, row_name, span, table, with_listeners,
};
use crate::ui::components::figure::{
    figure_attributes, figure_element, figure_text, name_text, sentence_in, space,
};
use crate::ui::context::PageContext;
use crate::ui::features::centre::named_section;
use crate::ui::features::centre::questions::{QUESTIONS, is_amount};
use crate::ui::features::centre::state::{Certainty, certainty, is_own};
use crate::ui::features::centre::text::CentreText;
use crate::ui::features::changes::view::input_name;
use crate::ui::features::charts::outcome::{PARTIES, YEARS, other_card};
use crate::ui::features::checks;
use crate::ui::features::inputs::field::value_text;
use crate::ui::features::own_lines;
use crate::ui::features::worksheet::results::RESULTS;
use crate::ui::routes::Route;
use crate::what_if::WhatIfQuestion;
use yew::prelude::*;

/// Returns the sections.
pub fn view(ctx: &PageContext) -> Html {
    let words = ctx.text().centre();
    let content = vec![
        sections_heading(words),
        deferred_block(ctx, 0, |ctx, _| checks::view::view(ctx)),
        deferred_block(ctx, 0, |ctx, _| what_if(ctx)),
        deferred_block(ctx, 0, |ctx, _| payers(ctx)),
        deferred_block(ctx, 0, |ctx, _| how_sure(ctx)),
        deferred_block(ctx, 0, |ctx, _| payback(ctx)),
        deferred_block(ctx, 0, |ctx, _| answers_on_paper(ctx)),
    ];
    named_section("centre-sections", RESULTS, "secties-titel", content)
}

/// Returns the heading of the sections, for screen readers.
pub fn sections_heading(words: &CentreText) -> Html {
    let attributes = attributes! { "id" => "secties-titel", "class" => "hidden" };
    element("h2", attributes, vec![span("", words.sections)])
}

fn section(
    class: &'static str,
    heading_id: &'static str,
    title: &'static str,
    text: Vec<Html>,
    picture: Html,
) -> Html {
    let mut left = vec![heading("h3", heading_id, title)];
    left.extend(text);
    let attributes = attributes! { "class" => class, "aria-labelledby" => heading_id };
    element("section", attributes, vec![div("section-text", left), picture])
}

/// Returns a link to another view, which begins at its top: this one is long.
fn link(ctx: &PageContext, route: Route, words: &'static str) -> Html {
    let attributes = attributes! { "href" => format!("#{}", route.id()) };
    let link = with_listeners("a", attributes, [ctx.on_press(Command::GoTo(route))], vec![span("", words)]);
    classed("p", "small", vec![link])
}

/// Returns the first questions of a councillor with the difference that each gives. Each leads to
/// its case.
fn what_if(ctx: &PageContext) -> Html {
    let (words, questions) = (ctx.text().centre_sections(), ctx.text().what_if());
    let now = AnswerFigures::new(&ctx.workspace.outcome, &ctx.workspace.inputs).gap;
    let asked = WhatIfQuestion::ON_CENTRE.into_iter();
    let cases: Vec<(WhatIfQuestion, f64)> =
        asked.filter_map(|question| Some((question, ctx.what_if_figures(question)?.then.gap()))).collect();
    // Beside a surplus a difference says that it is none.
    let has_surplus = now < 0.0 || cases.iter().any(|(_, gap)| *gap < 0.0);
    let shown = |gap| {
        let shown = gap_text(ctx, gap);
        if has_surplus && gap > 0.0 { format!("{} {shown}", words.more_costs) } else { shown }
    };
    let cell = |gap: f64| classed("td", "number", vec![figure_text(shown(gap))]);
    let mut rows = vec![row(vec![row_name(vec![span("", words.as_filled_in)]), cell(now)])];
    rows.extend(cases.iter().map(|(question, gap)| {
        // A link, so that it also works while the program is still loading.
        let attributes = attributes! { "class" => "plain", "href" => format!("#{}", Route::WhatIf.id()) };
        let ask = ctx.on_press(Command::AskWhatIf(*question));
        let ask = with_listeners("a", attributes, [ask], vec![span("", (questions.question)(*question))]);
        let supposed = (questions.supposed)(*question, ctx.what_if_setting(*question));
        row(vec![row_name(vec![ask, sentence_in("span", "supposed", supposed)]), cell(*gap)])
    }));
    let table = table(words.what_if_table, &words.what_if_head, 1, rows);
    let text = vec![p("", words.what_if_intro), link(ctx, Route::WhatIf, words.to_what_if)];
    section("centre-section", "wat-als-titel", words.what_if, text, div("card", vec![table]))
}

/// Writes a difference: a surplus has its own name, so that no amount has a minus.
fn gap_text(ctx: &PageContext, gap: f64) -> String {
    let amount = ctx.text().notation.euro(gap.abs());
    if gap < 0.0 { format!("{} {amount}", ctx.text().centre_sections().surplus) } else { amount }
}

/// Returns the three perspectives beside each other, rounded as the answer, and the chart of the
/// parties.
fn payers(ctx: &PageContext) -> Html {
    let words = ctx.text().centre_sections();
    let outcome = &ctx.workspace.outcome;
    let notation = ctx.text().notation;
    let cell = |path: Option<&'static str>, amount: Euro, shown: String| {
        let content = match path {
            Some(path) => {
                let value = digits::format(amount.euros());
                figure_element("data", figure_attributes! { "data-result" => path, "value" => value }, shown)
            }
            None => figure_text(shown),
        };
        classed("td", "number", vec![content])
    };
    let euro = |amount: f64| notation.euro(amount);
    let rows = Perspective::ALL.into_iter().map(|perspective| {
        let gap = outcome.break_even.gap_of(perspective).gap;
        let paths = match perspective {
            Perspective::Partijen => [Some("costs.net"), Some("total.savings"), Some("break_even.gap")],
            Perspective::Gemeente | Perspective::Samenleving => [None; 3],
        };
        let (costs, savings) = (outcome.costs_of(perspective), outcome.savings_of(perspective));
        // Rounded as in the answer, so that no two amounts on the page differ by their rounding.
        let shown = AnswerFigures::seen_from(perspective, outcome, &ctx.workspace.inputs);
        row(vec![
            row_name(vec![name_text((ctx.text().centre().perspective_short)(perspective))]),
            cell(paths[0], costs, euro(shown.costs)),
            cell(paths[1], savings, euro(shown.savings)),
            cell(paths[2], gap, gap_text(ctx, shown.gap)),
        ])
    });
    let table = table(words.who_table, &words.who_head, 1, rows.collect());
    let threshold = outcome.break_even.society_threshold;
    let attributes = figure_attributes! {
        "data-result" => "break_even.society_threshold", "value" => digits::format(threshold.euros()),
    };
    let shown = notation.euro(rounded_up(threshold.euros()));
    let threshold = figure_element("data", attributes, shown);
    let is_needed = outcome.break_even.society_threshold > Euro::ZERO;
    let meaning = if is_needed { words.society_threshold } else { words.no_society_threshold };
    let threshold = classed("p", "small", vec![span("", meaning), space(), threshold]);
    let text =
        vec![p("", words.who_intro), table, threshold, link(ctx, Route::Worksheet, words.to_worksheet)];
    section("centre-section", "wie-titel", words.who, text, other_card(ctx, PARTIES))
}

/// Returns how sure the outcome is.
fn how_sure(ctx: &PageContext) -> Html {
    let words = ctx.text().centre_sections();
    let summary = &ctx.workspace.evidence;
    let weakest = weakest_name(ctx).unwrap_or_default();
    let counted = || ctx.workspace.outcome.savings.iter().filter(|line| line.counted);
    let sentence = if counted().all(|line| line.gross == Euro::ZERO) {
        // That nothing is saved is supposed, and has no grade.
        (words.only_costs)(summary.grade, counted().next().is_some())
    } else {
        (words.certain_text)(summary.grade, &weakest)
    };
    let text = vec![sentence_in("p", "", sentence), link(ctx, Route::Uncertainty, words.to_certainty)];
    let step = |grade: EvidenceGrade| {
        let current = (grade == summary.grade).then_some(AttrValue::Static("step"));
        element(
            "li",
            attributes! { "aria-current" => current },
            vec![name_text((ctx.text().centre().grade)(grade))],
        )
    };
    let steps = EvidenceGrade::ALL.into_iter().map(step).collect();
    let steps = element("ol", attributes! { "class" => "grade-steps", "aria-label" => words.grades }, steps);
    section("centre-section is-certain", "zeker-titel", words.certain, text, steps)
}

/// Returns the question about the weakest input that matters, or its name if it is not asked:
/// of the inputs that limit the grade, the one that changes the outcome most. `None` where no
/// input matters.
fn weakest_name(ctx: &PageContext) -> Option<String> {
    Some(name_of_input(ctx, ctx.workspace.evidence.weakest?))
}

/// Returns the question about an input, or else its name; of a party's share what it decides.
fn name_of_input(ctx: &PageContext, id: InputId) -> String {
    let words = ctx.text().centre_sections();
    match id {
        InputId::Line(line, LineField::Gemeente | LineField::Rijk | LineField::Zorgverzekeraar) => {
            return (words.who_saves)((ctx.text().line)(line).label);
        }
        InputId::Own(index, LineField::Gemeente | LineField::Rijk | LineField::Zorgverzekeraar) => {
            return (words.who_saves)(&own_lines::view::label(ctx, index));
        }
        InputId::General(_) | InputId::Line(..) | InputId::Own(..) => {}
    }
    let question = (ctx.text().centre().question)(id);
    if question.is_empty() { input_name(ctx, id) } else { (words.quoted)(question) }
}

/// Returns the last year of the ledger of a perspective, and its cumulative saldo, rounded as the
/// chart beside it.
fn cumulative_saldo(outcome: &Outcome, perspective: Perspective) -> Option<(u32, f64)> {
    let years = match perspective {
        Perspective::Partijen => &outcome.years,
        Perspective::Gemeente => &outcome.parties.gemeente.projection.years,
        Perspective::Samenleving => &outcome.society.projection.years,
    };
    years.last().map(|year| (year.year, rounded(year.cumulative.euros())))
}

/// Returns the chart of the years, which is that of all payers, and what it comes to in the
/// perspective that is chosen.
fn payback(ctx: &PageContext) -> Html {
    let words = ctx.text().centre_sections();
    let perspective = ctx.workspace.inputs.perspective;
    let own = cumulative_saldo(&ctx.workspace.outcome, perspective)
        .map(|(years, saldo)| (words.when_of)(perspective, years, saldo))
        .filter(|sentence| !sentence.is_empty());
    let text = vec![
        p("", words.when_intro),
        own.map_or_else(Html::default, |sentence| sentence_in("p", "", sentence)),
        link(ctx, Route::Worksheet, words.to_worksheet),
    ];
    section("centre-section is-when", "wanneer-titel", words.when, text, other_card(ctx, YEARS))
}

/// Returns the questions with their answers, for print only: on paper there are no fields.
fn answers_on_paper(ctx: &PageContext) -> Html {
    let words = ctx.text().centre_sections();
    let rows = QUESTIONS.map(|id| {
        let value = value_text(ctx, id, ctx.workspace.inputs.get(id));
        let value =
            if is_amount(id) { ctx.text().notation.euro(ctx.workspace.inputs.get(id)) } else { value };
        let kind = match certainty(ctx, id) {
            _ if !is_own(ctx, id) => (ctx.text().preset)(ctx.scenario().base).0,
            Some(Certainty::Sure) => ctx.text().centre().sure,
            Some(Certainty::Estimate) | None => ctx.text().centre().estimate,
        };
        row(vec![
            row_name(vec![span("", (ctx.text().centre().question)(id))]),
            classed("td", "number", vec![figure_text(value)]),
            classed("td", "", vec![name_text(kind)]),
        ])
    });
    let table = table(words.answers, &words.answers_head, 1, rows.into());
    div("centre-section paper", vec![heading("h3", "antwoorden-titel", words.answers), table])
}

#[cfg(test)]
mod tests;
