//! The view that compares scenarios: the one that is shown counted in three ways, charts of the
//! outcomes of all, the reasons why two saldi differ, a table of all figures, and the network of
//! initiatives.
//! Every scenario is calculated by `evaluate`, like the one on the worksheet.

use crate::chart;
use crate::chart::Chart;
use crate::chart::scenario_bars::ScenarioBar;
use crate::compare::ComparedFigure;
use crate::model::Preset;
use crate::scenario::Scenario;
use crate::text::compare::ScenarioFigures;
use crate::ui::blocks::{deferred_block, memo_block};
use crate::ui::components::choice::ChoiceOption;
use crate::ui::components::element::{attributes, button, classed, div, element, heading, p, section, span};
use crate::ui::components::figure::{name_in, sentence_in};
use crate::ui::context::{Message, PageContext};
use crate::ui::controls::select;
use crate::ui::features::certainty::view::no_results_notice;
use crate::ui::features::compare::compared_scenario::{ComparedScenario, entries};
use crate::ui::features::compare::{counts, reasons, table};
use crate::ui::features::scenarios::state::{ComparisonAction, SPREAD_DRAWS, ScenarioAction};
use crate::ui::features::{charts, network};
use crate::ui::state::State;
use yew::prelude::*;

/// The name of the list that chooses the figure to draw.
const MEASURE: &str = "vergelijk-cijfer";
/// The name of the list that chooses the scenario whose difference is explained.
const DIFFERENCE: &str = "vergelijk-met";
/// The value of the chance in the list of figures; the other values are indices
/// of [`ComparedFigure::ALL`].
const CHANCE: &str = "kans";

/// Draws the comparison, with the network below it.
pub fn view(ctx: &PageContext) -> Html {
    let words = ctx.text().compare();
    let mut head = vec![heading("h1", "vergelijk", words.title)];
    // Drawn after the frame of a change, so that typing a scenario's name does
    // not wait for them.
    let deferred = |draw| deferred_block(ctx, 0, draw);
    // For blocks that show nothing of the simulation: not redrawn by its answers.
    let without_answers = |draw| memo_block(ctx, |a, b| a.same_except_simulation(b), draw);
    if ctx.editing.refused_inputs().next().is_some() {
        head.push(p("stale", words.stale));
    }
    if ctx.workspace.current.scenarios.len() == 1 {
        let question = section("question", "vergelijk", head);
        let content =
            vec![question, without_answers(counts::view), second_scenario(ctx), deferred(network_block)];
        return div("uncertain", content);
    }
    let prices =
        price_years(ctx).map_or_else(Html::default, |sentence| sentence_in("p", "differs", sentence));
    let measure = if ctx.view.compared_measure.is_none() {
        deferred(measure_block)
    } else {
        without_answers(measure_block)
    };
    let charts = div("uncertain-pictures", vec![without_answers(costs_block), measure]);
    let charts =
        vec![heading("h2", "vergelijk-beeld", words.charts), p("reading", words.intro), prices, charts];
    let content = vec![
        section("question", "vergelijk", head),
        without_answers(counts::view),
        no_results_notice(ctx),
        section("main-result", "vergelijk-beeld", charts),
        without_answers(difference_block),
        deferred(table_block),
        deferred(network_block),
    ];
    div("uncertain", content)
}

/// Draws the buttons that add a second scenario, while there is only one.
fn second_scenario(ctx: &PageContext) -> Html {
    let (words, strip) = (ctx.text().compare(), ctx.text().workspace());
    let mut buttons = vec![button("button", ctx.press(ScenarioAction::Duplicate), strip.duplicate)];
    buttons.extend(Preset::ALL.map(|preset| {
        let name = (ctx.text().preset)(preset).0;
        button("button", ctx.press(ScenarioAction::Add(preset)), name)
    }));
    let content = vec![p("", words.only_one), p("small", words.only_one_hint), div("buttons", buttons)];
    div("card nothing-yet", content)
}

/// Returns a warning where the scenarios are in prices of different years.
fn price_years(state: &State) -> Option<String> {
    let mut years: Vec<i32> = state.workspace.current.scenarios.iter().map(Scenario::year).collect();
    years.sort_unstable();
    years.dedup();
    let shown: Vec<String> = years.iter().map(i32::to_string).collect();
    (years.len() > 1).then(|| (state.text().compare().prices)(&shown.join(", ")))
}

/// Draws the network of initiatives.
fn network_block(ctx: &PageContext, _: usize) -> Html {
    div("uncertain", network::view::view(ctx, &entries(ctx)).into())
}

/// Returns the chart of this view with this id; `None` where there is none.
pub fn chart(state: &State, id: &str) -> Option<Chart> {
    let entries = entries(state);
    match id {
        chart::network::ID => network::view::chart(state, &entries),
        _ if id == counts::WIDTHS[0].0 => Some(counts::chart_at_width(state, 0)),
        _ if entries.len() == 1 => None,
        chart::scenario_bars::ID => Some(costs_chart(state, &entries)),
        chart::scenario_bars::COMPARED_FIGURE_ID => Some(measure_chart(state, &entries)),
        chart::difference::ID => reasons::chart(state, &entries),
        _ => None,
    }
}

/// Returns the sentence on the scenarios for below a saved chart of this view;
/// `None` for charts of other views.
pub fn about(state: &State, id: &str) -> Option<String> {
    if id == chart::network::ID {
        return network::view::about(state, &entries(state));
    }
    if id == counts::WIDTHS[0].0 {
        return Some(counts::description(state));
    }
    let compares =
        [chart::scenario_bars::ID, chart::scenario_bars::COMPARED_FIGURE_ID, chart::difference::ID]
            .contains(&id);
    let workspace = &state.workspace.current;
    compares.then(|| {
        let others = (0..workspace.scenarios.len()).filter(|index| *index != workspace.reference);
        let labels = state.labels();
        let others: Vec<&str> = others.map(|index| &*labels[index]).collect();
        (state.text().compare().description)(&labels[workspace.reference], &others.join(", "))
    })
}

fn costs_chart(state: &State, entries: &[ComparedScenario]) -> Chart {
    let perspective = counts::perspective(state);
    let all = entries.iter().map(|entry| ScenarioFigures {
        name: entry.label.clone(),
        costs: entry.outcome.costs_of(perspective).euros(),
        savings: entry.outcome.savings_of(perspective).euros(),
        net: entry.outcome.saldo(perspective).euros(),
    });
    let all: Vec<ScenarioFigures> = all.collect();
    chart::scenario_bars(&all, state.workspace.current.reference, perspective, state.text())
}

/// Draws costs, savings and saldo of each scenario, in the perspective of the reference.
fn costs_block(ctx: &PageContext, _: usize) -> Html {
    div("card", vec![charts::view::with_own_table(ctx, &costs_chart(ctx, &entries(ctx)))])
}

fn measure_chart(state: &State, entries: &[ComparedScenario]) -> Chart {
    let words = state.text().compare();
    let measure = state.view.compared_measure;
    let reference = &entries[state.workspace.current.reference];
    let bars = entries.iter().map(|entry| {
        let cell = table::cell(state, measure, entry, reference);
        ScenarioBar {
            name: entry.label.clone(),
            value: cell.value,
            shown: cell.shown,
            difference: cell.difference,
        }
    });
    let name = measure.map_or(words.chance, |figure| (words.measure)(figure));
    // A chance has its own end of the axis, at 100%.
    let axis_end = measure.is_none().then_some(1.0);
    chart::compared_figure(
        name,
        &bars.collect::<Vec<_>>(),
        state.workspace.current.reference,
        axis_end,
        state.text(),
    )
}

/// Draws one figure of each scenario, with the list that chooses the figure.
fn measure_block(ctx: &PageContext, _: usize) -> Html {
    let words = ctx.text().compare();
    let entries = entries(ctx);
    let chosen = ctx.view.compared_measure;
    let option = |value: String, name: &'static str, measure: Option<ComparedFigure>| {
        ChoiceOption::new(value, name, chosen == measure, ComparisonAction::ChooseMeasure(measure))
    };
    let options = table::listed_figures(&entries, chosen)
        .map(|(index, figure)| option(index.to_string(), (words.measure)(figure), Some(figure)));
    let chance = option(CHANCE.to_owned(), words.chance, None);
    let list = choice(ctx, MEASURE, words.choose_measure, options.chain([chance]).collect());
    let note = match chosen {
        None => sentence_in("p", "small", (words.chance_note)(SPREAD_DRAWS)),
        Some(_) => Html::default(),
    };
    div("card", vec![list, charts::view::with_own_table(ctx, &measure_chart(ctx, &entries)), note])
}

/// Draws a list to choose from, with its label.
fn choice(
    ctx: &PageContext,
    name: &'static str,
    label: &'static str,
    options: Vec<ChoiceOption<Message>>,
) -> Html {
    let label = element("label", attributes! { "class" => "label", "for" => name }, vec![span("", label)]);
    div("field", vec![label, select(ctx, name.to_owned(), name.to_owned(), options)])
}

/// Draws why the saldo of the explained scenario differs from the reference scenario, with
/// the list that chooses that scenario where there are several.
fn difference_block(ctx: &PageContext, _: usize) -> Html {
    let entries = entries(ctx);
    let words = ctx.text().compare();
    let mut content = vec![heading("h2", "vergelijk-waarom", words.why)];
    let explained = reasons::explained_index(ctx);
    if entries.len() > 2 {
        let others =
            entries.iter().enumerate().filter(|(index, _)| *index != ctx.workspace.current.reference);
        let options = others.map(|(index, entry)| {
            let action = ComparisonAction::ExplainDifference(index);
            let chosen = explained == Some(index);
            ChoiceOption::new(index.to_string(), entry.label.clone(), chosen, action)
        });
        content.push(choice(ctx, DIFFERENCE, words.choose_why, options.collect()));
    }
    if let Some(chart) = reasons::chart(ctx, &entries) {
        content.push(charts::view::with_own_table(ctx, &chart));
    }
    let which_saldo = reasons::which_saldo(ctx, &entries);
    content.push(which_saldo.map_or_else(Html::default, |sentence| sentence_in("p", "small", sentence)));
    let without_effect = reasons::without_effect(ctx, &entries);
    if !without_effect.is_empty() {
        let names = without_effect.into_iter().map(|name| name_in("li", "", name)).collect();
        content.push(div("small", vec![p("", words.without_effect), classed("ul", "", names)]));
    }
    section("card", "vergelijk-waarom", content)
}

/// Draws the table of every figure of every scenario.
fn table_block(ctx: &PageContext, _: usize) -> Html {
    let words = ctx.text().compare();
    let content = vec![
        heading("h2", "vergelijk-cijfers", words.table),
        p("small", words.table_hint),
        table::view(ctx, &entries(ctx)),
        sentence_in("p", "small", (words.chance_note)(SPREAD_DRAWS)),
    ];
    section("card", "vergelijk-cijfers", content)
}
