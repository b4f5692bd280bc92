//! What came out: four figures that stay in view, one sentence, and the
//! figures that always stand beside it.

use crate::model::{Euro, EuroPer, Preset};
use crate::number::digits;
use crate::ui::components::element::{attributes, classed, div, element, heading, p, section, term};
use crate::ui::components::figure::{figure_attributes, figure_element, name_in, sentence_in};
use crate::ui::context::PageContext;
use crate::ui::features::explain::anchor;
use crate::ui::features::{changes, evidence, explain, financing};
use yew::prelude::*;

/// One figure: `<data>` with its unrounded value and its path in the outcome.
fn figure(
    ctx: &PageContext,
    place: &'static str,
    path: &'static str,
    value: Option<f64>,
    shown: String,
) -> Html {
    let value = value.map(digits::format).unwrap_or_default();
    let data = figure_element("data", figure_attributes! { "data-result" => path, "value" => value }, shown);
    explain::figure(ctx, place, path, true, data)
}

fn euro(ctx: &PageContext, place: &'static str, path: &'static str, euros: f64) -> Html {
    figure(ctx, place, path, Some(euros), ctx.text().notation.euro(euros))
}

/// What the page is for, and whose figures these are.
pub fn question(ctx: &PageContext) -> Html {
    let page = ctx.text().page;
    let base = ctx.scenario().base;
    let own = base != Preset::Brochure || !ctx.workspace.changes().is_empty();
    let reading = if own {
        (page.intro_own_scenario)((ctx.text().preset)(base).0).into()
    } else {
        AttrValue::Static(page.intro_brochure)
    };
    let differs =
        if !ctx.workspace.changes().is_empty() { changes::view::line_here(ctx) } else { Html::default() };
    let mut content = vec![heading("h1", "vraag", page.intro), sentence_in("p", "reading", reading), differs];
    let name = &ctx.scenario().name;
    if !name.is_empty() {
        content.push(name_in("p", "scenario-name", name.clone()));
    }
    section("question", "vraag", content)
}

/// The four figures that stay in view while inputs change.
pub fn figures(ctx: &PageContext) -> Html {
    let page = ctx.text().page;
    let outcome = &ctx.workspace.outcome;
    let gap = outcome.break_even.gap;
    let stale = ctx.editing.refused_inputs().next().is_some();
    // A negative gap is a surplus; its value stays what the outcome says.
    let gap_name = if gap < Euro::ZERO { page.surplus } else { page.gap };
    let shown_gap = ctx.text().notation.euro(gap.euros().abs());
    let threshold = outcome.break_even.pm_threshold;
    let top = |path, amount: Euro| euro(ctx, anchor::HEADLINE, path, amount.euros());
    let terms = vec![
        term(
            "figure figure-gap",
            gap_name,
            figure(ctx, anchor::HEADLINE, "break_even.gap", Some(gap.euros()), shown_gap),
        ),
        term("figure", page.costs, top("costs.net", outcome.costs.net)),
        term("figure", page.savings, top("total.savings", outcome.total.savings)),
        term("figure", page.pm_worth, top("break_even.pm_threshold", threshold)),
    ];
    let mut content = vec![classed("dl", "", terms)];
    if stale {
        content.push(p("stale", page.stale));
    }
    content.push(explain::under(ctx, anchor::HEADLINE));
    let class = if stale { "figures is-stale" } else { "figures" };
    element("section", attributes! { "class" => class, "aria-label" => page.headline }, content)
}

/// The sentence, and the figures that always stand beside the headline.
pub fn story(ctx: &PageContext) -> Html {
    let words = ctx.text();
    let page = words.page;
    let outcome = &ctx.workspace.outcome;
    let per = |path, amount: EuroPer| euro(ctx, anchor::FACTS, path, amount.euros());
    let in_all = |path, amount: Euro| euro(ctx, anchor::FACTS, path, amount.euros());
    let coverage = outcome.total.coverage.times();
    let shown = coverage.map_or_else(|| page.no_value.to_owned(), |times| words.notation.percent(times));
    let facts = [
        (page.costs_per_visitor, per("costs.per_visitor", outcome.costs.per_visitor)),
        (page.gap_per_visitor, per("break_even.gap_per_visitor", outcome.break_even.gap_per_visitor)),
        (page.coverage, figure(ctx, anchor::FACTS, "total.coverage", coverage, shown)),
        (page.net, in_all("total.net", outcome.total.net)),
        (page.not_cashable, in_all("total.not_cashable", outcome.total.not_cashable)),
        (page.gemeente_net, in_all("parties.gemeente.net", outcome.parties.gemeente.net)),
        (page.society_net, in_all("society.net", outcome.society.net)),
        (page.npv, in_all("npv", outcome.npv)),
    ];
    let facts = facts.map(|(name, value)| term("", name, value));
    let sentence = explain::sentence::headline(ctx);
    div(
        "story",
        vec![
            element("p", attributes! { "class" => "sentence", "aria-live" => "polite" }, sentence),
            explain::under(ctx, anchor::SENTENCE),
            evidence::view::line(ctx),
            classed("dl", "facts", facts.into()),
            explain::under(ctx, anchor::FACTS),
            financing::results::warning(ctx),
            sentence_in("p", "small", (page.facts_note)(ctx.workspace.inputs.year())),
        ],
    )
}
