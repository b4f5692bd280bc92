//! The outcome in short: four figures that stay in view while the page scrolls,
//! one sentence, and nine further figures below that sentence.

use crate::model::{Euro, EuroPer, InputId, Perspective, Preset};
use crate::number::{digits, round_up};
use crate::scenario::changes::Change;
use crate::text::results::FigureOrigin;
use crate::ui::components::element::{attributes, classed, div, element, heading, p, section};
use crate::ui::components::figure::{figure_attributes, figure_element, name_in, sentence_in, term};
use crate::ui::context::PageContext;
use crate::ui::features::explain::anchor;
use crate::ui::features::{changes, evidence, explain, financing};
use yew::prelude::*;

/// Returns a figure that opens its explanation at this anchor: `<data>` with
/// its unrounded value and its path in the outcome.
fn figure(
    ctx: &PageContext,
    anchor: &'static str,
    path: &'static str,
    value: Option<f64>,
    shown: String,
) -> Html {
    let value = value.map(digits::format).unwrap_or_default();
    let data = figure_element("data", figure_attributes! { "data-result" => path, "value" => value }, shown);
    explain::figure_with_explanation(ctx, anchor, path, true, data)
}

fn euro_figure(ctx: &PageContext, anchor: &'static str, path: &'static str, euros: f64) -> Html {
    figure(ctx, anchor, path, Some(euros), ctx.text().notation.euro(euros))
}

/// Returns a threshold, which is shown rounded up, so that 'at least' is true.
fn threshold_figure(ctx: &PageContext, anchor: &'static str, path: &'static str, amount: Euro) -> Html {
    let shown = ctx.text().notation.euro(round_up(amount.euros(), 0));
    figure(ctx, anchor, path, Some(amount.euros()), shown)
}

/// Returns whose figures a scenario with these changes has. Another phase, cost basis or price
/// year is a choice, and not a figure of the user's own.
fn origin(changes: &[Change]) -> FigureOrigin {
    let is_own = |change: &Change| match change {
        Change::Value(InputId::General(general)) => !general.sets_prices(),
        Change::Value(InputId::Line(..) | InputId::Own(..))
        | Change::Own(_)
        | Change::Plan
        | Change::Range(_) => true,
        Change::Basis
        | Change::Phase
        | Change::Counted(_)
        | Change::Draws
        | Change::Seed
        | Change::PmDraws => false,
    };
    if changes.is_empty() {
        FigureOrigin::Preset
    } else if changes.iter().any(is_own) {
        FigureOrigin::Own
    } else {
        FigureOrigin::OtherChoices
    }
}

/// Returns the question that the page answers, a sentence on which preset or
/// whose own figures it calculates with, and the name of the scenario.
pub fn question(ctx: &PageContext) -> Html {
    let results = ctx.text().results();
    let base = ctx.scenario().base;
    let is_plain_brochure = base == Preset::Brochure && ctx.workspace.changes().is_empty();
    let reading = if !is_plain_brochure {
        (results.intro_scenario)((ctx.text().preset)(base).0, origin(&ctx.workspace.changes())).into()
    } else {
        AttrValue::Static(results.intro_brochure)
    };
    let changes = if !ctx.workspace.changes().is_empty() {
        changes::view::count_with_link_here(ctx)
    } else {
        Html::default()
    };
    let mut content =
        vec![heading("h1", "vraag", results.intro), sentence_in("p", "reading", reading), changes];
    let name = &ctx.scenario().name;
    if !name.is_empty() {
        content.push(name_in("p", "scenario-name", name.clone()));
    }
    section("question", "vraag", content)
}

/// Returns the four figures that stay in view while inputs change.
pub fn figures(ctx: &PageContext) -> Html {
    let results = ctx.text().results();
    let outcome = &ctx.workspace.outcome;
    let gap = outcome.break_even.gap;
    let stale = ctx.editing.refused_inputs().next().is_some();
    // A negative gap is called a positive saldo and shown without its minus; the value
    // in `<data>` keeps the minus, as the outcome has it.
    let is_surplus = gap < Euro::ZERO;
    let gap_name = match (ctx.workspace.inputs.perspective, is_surplus) {
        (Perspective::Partijen, false) => results.gap,
        (Perspective::Partijen, true) => results.positive_saldo,
        (Perspective::Gemeente | Perspective::Samenleving, false) => results.gap_of_payers,
        (Perspective::Gemeente | Perspective::Samenleving, true) => results.positive_saldo_of_payers,
    };
    let shown_gap = ctx.text().notation.euro(gap.euros().abs());
    let threshold = outcome.break_even.pm_threshold;
    let euro = |path, amount: Euro| euro_figure(ctx, anchor::HEADLINE, path, amount.euros());
    let terms = vec![
        term(
            "figure figure-gap",
            gap_name,
            figure(ctx, anchor::HEADLINE, "break_even.gap", Some(gap.euros()), shown_gap),
        ),
        term("figure", results.costs, euro("costs.net", outcome.costs.net)),
        term("figure", results.savings, euro("total.savings", outcome.total.savings)),
        term(
            "figure",
            results.pm_worth,
            threshold_figure(ctx, anchor::HEADLINE, "break_even.pm_threshold", threshold),
        ),
    ];
    let mut content = vec![classed("dl", "", terms)];
    if stale {
        content.push(p("stale", ctx.text().page.stale));
    }
    content.push(explain::explanation_at(ctx, anchor::HEADLINE));
    let class = if stale { "figures is-stale" } else { "figures" };
    element("section", attributes! { "class" => class, "aria-label" => results.headline }, content)
}

/// Returns the sentence that sums up the outcome, its evidence grade, and nine
/// further figures.
pub fn summary(ctx: &PageContext) -> Html {
    let words = ctx.text();
    let results = words.results();
    let outcome = &ctx.workspace.outcome;
    let per_visitor = |path, amount: EuroPer| euro_figure(ctx, anchor::FACTS, path, amount.euros());
    let total = |path, amount: Euro| euro_figure(ctx, anchor::FACTS, path, amount.euros());
    let coverage = outcome.total.coverage.times();
    let shown = coverage.map_or_else(|| results.no_value.to_owned(), |times| words.notation.percent(times));
    let gap = outcome.break_even.gap_per_visitor;
    // As in `figures`: a surplus is shown without a minus, under its own name.
    let gap_name =
        if gap.euros() < 0.0 { results.positive_saldo_per_visitor } else { results.gap_per_visitor };
    let shown_gap = words.notation.euro(gap.euros().abs());
    let gap_figure = figure(ctx, anchor::FACTS, "break_even.gap_per_visitor", Some(gap.euros()), shown_gap);
    let threshold = outcome.break_even.society_threshold;
    let threshold = threshold_figure(ctx, anchor::FACTS, "break_even.society_threshold", threshold);
    let npv_name = match ctx.workspace.inputs.perspective {
        Perspective::Partijen => results.npv,
        Perspective::Gemeente | Perspective::Samenleving => results.npv_of_payers,
    };
    let facts = [
        (results.costs_per_visitor, per_visitor("costs.per_visitor", outcome.costs.per_visitor)),
        (gap_name, gap_figure),
        (results.coverage, figure(ctx, anchor::FACTS, "total.coverage", coverage, shown)),
        (results.net, total("total.net", outcome.total.net)),
        (results.not_cashable, total("total.not_cashable", outcome.total.not_cashable)),
        (results.gemeente_net, total("parties.gemeente.net", outcome.parties.gemeente.net)),
        (results.society_net, total("society.net", outcome.society.net)),
        (results.society_threshold, threshold),
        (npv_name, total("npv", outcome.npv)),
    ];
    let facts = facts.map(|(name, value)| term("", name, value));
    let sentence = explain::sentence::headline(ctx);
    div(
        "main-result",
        vec![
            element("p", attributes! { "class" => "sentence", "aria-live" => "polite" }, sentence),
            explain::explanation_at(ctx, anchor::SENTENCE),
            if ctx.workspace.inputs.perspective == Perspective::Partijen {
                Html::default()
            } else {
                p("small", results.others_for_payers)
            },
            evidence::view::headline_grade(ctx),
            classed("dl", "facts", facts.into()),
            explain::explanation_at(ctx, anchor::FACTS),
            financing::results::warning(ctx),
            sentence_in("p", "small", (results.facts_note)(ctx.workspace.inputs.year())),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;
    use crate::ui::components::element::tests::rendered;
    use crate::ui::routes::Route;
    use crate::ui::state::State;

    /// The figures at the top are those of all payers in each perspective.
    #[test]
    fn the_gap_of_all_payers_is_named_in_other_perspectives() {
        let shown = |scenario: &str| {
            let state = State::new(Route::Worksheet, Scenario::parse(scenario).unwrap());
            rendered(figures(&PageContext::inert(state)))
        };
        assert!(!shown("{}").contains("alle betalers"));
        for perspective in ["gemeente", "samenleving"] {
            let shown = shown(&format!(r#"{{"values":{{"perspectief":"{perspective}"}}}}"#));
            assert!(shown.contains("Verschil, alle betalers"), "{shown}");
        }
    }

    fn question_of(scenario: &str) -> String {
        let state = State::new(Route::Worksheet, Scenario::parse(scenario).unwrap());
        rendered(question(&PageContext::inert(state)))
    }

    /// A preset, and choices that are no figures, are nobody's own scenario.
    #[test]
    fn only_a_scenario_with_own_figures_is_called_own() {
        let preset = Preset::ALL.map(|preset| format!(r#"{{"base":"{}"}}"#, preset.id()));
        let choices = [
            r#"{"values":{"prijspeil":2027}}"#,
            r#"{"values":{"prijspeil":2027,"verwachte-inflatie":0.03}}"#,
            r#"{"values":{"fase":"nieuw"}}"#,
            r#"{"values":{"kostenbasis":"kengetal"}}"#,
            r#"{"values":{"perspectief":"gemeente"}}"#,
            r#"{"counted":{"uitkeringen":false}}"#,
            r#"{"simulation":{"draws":2000,"seed":3,"pm":"trekken"}}"#,
        ];
        for scenario in preset.iter().map(String::as_str).chain(choices) {
            let html = question_of(scenario);
            assert!(!html.contains("eigen scenario") && html.contains("U ziet "), "{scenario}: {html}");
        }
        let own = [
            r#"{"values":{"bezoekers":600}}"#,
            r#"{"base":"gunstig","values":{"prijspeil":2027,"dagbesteding.aantal":3}}"#,
            r#"{"ranges":{"fte":{"kind":"pert","low":3,"high":5}}}"#,
            r#"{"custom":[{"id":"c1","side":"cost","label":"Les","quantity":1,"amount":5000}]}"#,
            r#"{"plan":[{"label":"Fonds","party":"overig","share":1}]}"#,
        ];
        for scenario in own {
            assert!(question_of(scenario).contains("U ziet een eigen scenario"), "{scenario}");
        }
    }
}
