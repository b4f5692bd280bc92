//! The first part of the comparison: the scenario that is shown counted in three ways, what the
//! cautious count takes off, and the button that makes it a scenario.

use crate::answer::count_points::{CountPoints, TakenOff};
use crate::chart::Chart;
use crate::chart::case_bars::{Case, CaseBars};
use crate::checks::doubt_counted_twice;
use crate::explain::FigureId;
use crate::model::Perspective;
use crate::model::savings::SavingId;
use crate::scenario::counts::CountMethod;
use crate::ui::components::element::{attributes, button, classed, div, element, p, span, text_in};
use crate::ui::components::figure::{name_in, name_text, sentence_in, space};
use crate::ui::context::PageContext;
use crate::ui::features::charts::view::by_width;
use crate::ui::features::compare::compared_scenario::{ComparedScenario, entries};
use crate::ui::features::explain::sentence::StatedFigure;
use crate::ui::features::scenarios::state::{ScenarioAction, spread_key};
use crate::ui::features::what_if::text::GapKind;
use crate::ui::features::{explain, own_lines};
use crate::ui::routes::Route;
use crate::ui::state::State;
use crate::what_if::WhatIfMeasure;
use yew::prelude::*;

/// Widths for which the picture is drawn, with the id of each, from wide to narrow.
pub const WIDTHS: [(&str, f64); 2] = [("drie-tellingen", 560.0), ("drie-tellingen-smal", 300.0)];
/// Classes of the drawings, from wide to narrow.
const CLASSES: [&str; WIDTHS.len()] = ["counts-wide", "counts-narrow"];
/// The anchor of explanations of the finding.
const FINDING: &str = "tellingen-zin";
/// The id of the heading.
const TITLE: &str = "tellingen-titel";

/// Returns the perspective of the whole comparison: that of the reference scenario.
pub fn perspective(state: &State) -> Perspective {
    let workspace = &state.workspace.current;
    workspace.scenarios[workspace.reference].inputs().perspective
}

/// Counts the scenario that is shown in three ways.
fn points(state: &State) -> CountPoints {
    CountPoints::new(state.scenario(), perspective(state))
}

/// Draws the scenario that is shown, counted in three ways.
pub fn view(ctx: &PageContext, _: usize) -> Html {
    let words = ctx.text().counts();
    let points = points(ctx);
    let label = ctx.label(ctx.workspace.current.shown);
    let title = element("h2", attributes! { "id" => TITLE }, vec![name_text((words.title)(&label))]);
    let finding = (words.finding)(&points);
    let stated = stated(ctx, &points);
    let mut content = vec![
        title,
        classed("p", "counts-finding", explain::sentence::content(ctx, FINDING, &finding, &stated)),
        explain::sentence::explanation(ctx, FINDING, &stated),
    ];
    content.extend(remarks(ctx, &points).into_iter().map(|remark| p("", remark)));
    let is_drawn = points.cautious.unchanged.is_none() || points.without_effect.unchanged.is_none();
    let mut panes = Vec::new();
    if is_drawn {
        panes.push(div("", vec![picture(ctx, &points)]));
    }
    if points.cautious.unchanged.is_none() {
        panes.push(div("counts-cautious", cautious(ctx, &points)));
    }
    content.push(div("counts-panes", panes));
    content.extend(doubts(ctx, &entries(ctx)));
    let year = ctx.workspace.inputs.year();
    content.push(div(
        "counts-notes",
        vec![no_chance(ctx), sentence_in("p", "small", (ctx.text().centre().rounded)(year))],
    ));
    element("section", attributes! { "class" => "card counts", "aria-labelledby" => TITLE }, content)
}

/// Returns the figures that the finding states, in their order.
fn stated(state: &State, points: &CountPoints) -> Vec<StatedFigure> {
    let names = explain::comparison::names_in_counts(state, FigureId::gap_of(points.own.perspective));
    let gaps = [&points.own, &points.cautious.figures, &points.without_effect.figures];
    let figures = names.iter().zip(gaps);
    figures.map(|(name, figures)| explain::sentence::stated_euros(state, name, figures.gap)).collect()
}

/// Says that a count is no chance, with the way to the view of chances.
fn no_chance(ctx: &PageContext) -> Html {
    let words = ctx.text().counts();
    let link = attributes! { "href" => format!("#{}", Route::Uncertainty.id()) };
    let link = element("a", link, vec![span("", words.to_chances)]);
    classed("p", "small", vec![span("", words.no_chance), space(), link])
}

/// Returns why counts give the same figures, each reason once, and what no count changes.
fn remarks(state: &State, points: &CountPoints) -> Vec<&'static str> {
    let words = state.text().counts();
    let counts = [
        (CountMethod::Voorzichtig, points.cautious.unchanged),
        (CountMethod::GeenEffect, points.without_effect.unchanged),
    ];
    let mut remarks: Vec<&str> = Vec::new();
    for (method, reason) in counts {
        let remark = reason.map(|reason| (words.unchanged)(method, reason));
        remarks.extend(remark.filter(|remark| !remarks.contains(remark)));
    }
    let kept = (words.kept)(&points.without_effect.figures);
    if points.without_effect.unchanged.is_none() && !kept.is_empty() {
        remarks.push(kept);
    }
    remarks
}

/// Returns what the picture of the counts shows.
fn bars(state: &State, points: &CountPoints) -> CaseBars {
    let (words, bars) = (state.text().counts(), &state.text().centre().bars);
    let costs = match points.own.perspective {
        Perspective::Gemeente => bars.costs_of_gemeente,
        Perspective::Partijen | Perspective::Samenleving => bars.costs,
    };
    let cases = [
        (words.as_filled_in, &points.own),
        ((words.counted)(CountMethod::Voorzichtig), &points.cautious.figures),
        ((words.counted)(CountMethod::GeenEffect), &points.without_effect.figures),
    ];
    let has_welfare = state.workspace.outcome.counts_welfare(points.own.perspective);
    let savings = if has_welfare { bars.savings_and_welfare } else { bars.savings };
    // Beside a surplus a difference says that it is none.
    let has_surplus = cases.iter().any(|(_, figures)| figures.gap < 0.0);
    let gap = if has_surplus { GapKind::BesideSurplus } else { GapKind::Gap };
    CaseBars {
        title: (words.picture)(points),
        sentence: (words.picture_sentence)(points.own.perspective),
        costs: costs.to_owned(),
        covered: savings.to_owned(),
        difference: bars.gap,
        gap: [(state.text().what_if().gap)(WhatIfMeasure::Year, gap), bars.surplus],
        harm: state.text().what_if().harm,
        cases: cases
            .into_iter()
            .map(|(name, figures)| Case { name, costs: figures.costs, covered: figures.savings })
            .collect(),
        text: state.text(),
    }
}

fn picture(ctx: &PageContext, points: &CountPoints) -> Html {
    let bars = bars(ctx, points);
    by_width(ctx, CLASSES, |index| {
        let (id, width) = WIDTHS[index];
        bars.chart(id, width)
    })
}

/// Draws the picture of the counts for the width at this index of [`WIDTHS`].
pub fn chart_at_width(state: &State, index: usize) -> Chart {
    let (id, width) = WIDTHS[index];
    bars(state, &points(state)).chart(id, width)
}

/// Returns the line below the picture in saved files.
pub fn description(state: &State) -> String {
    (state.text().counts().description)(&state.label(state.workspace.current.shown))
}

/// Returns what the cautious count takes off, and the button that makes it a scenario.
fn cautious(ctx: &PageContext, points: &CountPoints) -> Vec<Html> {
    let words = ctx.text().counts();
    let line = |taken: &TakenOff| {
        let name = match &ctx.workspace.outcome.savings[taken.line].id {
            SavingId::Fixed(line) => (ctx.text().line)(*line).label.to_owned(),
            SavingId::Own(index, _) => own_lines::view::label(ctx, *index),
        };
        let amount = sentence_in("strong", "", (words.taken_off_line)(&name, taken.amount));
        classed("li", "", vec![amount, sentence_in("span", "", (words.corrections)(&taken.corrections))])
    };
    let total: f64 = points.taken_off.iter().map(|taken| taken.amount).sum();
    vec![
        text_in("h3", "", words.taken_off),
        classed("ul", "counts-taken-off", points.taken_off.iter().map(line).collect()),
        sentence_in("p", "", (words.taken_off_total)(total)),
        p("small", words.assumptions),
        add(ctx),
    ]
}

/// Returns the button that makes the cautious count a scenario, or the name of the scenario that
/// it is already.
fn add(ctx: &PageContext) -> Html {
    let words = ctx.text().counts();
    let counted = spread_key(&CountMethod::Voorzichtig.apply(ctx.scenario()));
    let scenarios = &ctx.workspace.current.scenarios;
    let known = scenarios.iter().position(|scenario| spread_key(scenario) == counted);
    match known {
        Some(index) => sentence_in("p", "small", (words.already_added)(&ctx.label(index))),
        None => {
            let press = ctx.press(ScenarioAction::AddCautiousCount);
            let buttons = div("buttons", vec![button("button is-main", press, words.add)]);
            div("", vec![buttons, p("small counts-hint", words.add_hint)])
        }
    }
}

/// Returns a warning for each scenario that enters a doubt twice.
fn doubts(ctx: &PageContext, entries: &[ComparedScenario]) -> Vec<Html> {
    let (words, checks) = (ctx.text().counts(), ctx.text().checks());
    let warning = |entry: &ComparedScenario| {
        let warning = doubt_counted_twice(&entry.inputs, &entry.outcome)?;
        let (title, sentence) = (checks.warning)(&warning.kind, "");
        let sentence = sentence_in("p", "", (words.doubt_in)(&entry.label, &sentence));
        Some(div("counts-doubt", vec![name_in("strong", "", title), sentence]))
    };
    entries.iter().filter_map(warning).collect()
}
