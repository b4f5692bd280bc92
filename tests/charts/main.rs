//! Tests of the charts. This file tests the charts of one scenario: their geometry, worked
//! out by hand, their labels, and their cards on the page. Modules test other charts, and
//! rules for all charts: `fit` that everything is inside the frame, `hit_regions` and
//! `hotspots` the areas that open an explanation.

mod count_points;
mod financing;
mod fit;
mod gallery;
mod hit_regions;
mod hotspots;
mod network;
mod scenario_bars;
mod uncertainty;

use rekenmodel::chart;
use rekenmodel::chart::answer_bars::WIDTHS;
use rekenmodel::chart::{Chart, Label, Mark, MarkStyle, svg};
use rekenmodel::model::{Line, evaluate};
use rekenmodel::scenario::Scenario;
use rekenmodel::scenario::link::Address;
use rekenmodel::text::catalogue;
use rekenmodel::ui::context::PageContext;
use rekenmodel::ui::features::centre::picture;
use rekenmodel::ui::features::charts::table;
use rekenmodel::ui::features::charts::view::{Hotspots, figure};
use rekenmodel::ui::features::compare::counts;
use rekenmodel::ui::features::what_if;
use rekenmodel::ui::routes::Route;
use rekenmodel::ui::state::State;
use rekenmodel::what_if::WhatIfQuestion;

/// Returns the charts of one scenario, with their tables: costs and savings, waterfall,
/// cumulative saldo, parties.
fn charts(scenario: &Scenario) -> [Chart; 4] {
    let outcome = evaluate(&scenario.inputs());
    let text = catalogue();
    let own = |index: usize| scenario.own[index].label.clone();
    [
        chart::costs_vs_savings(&outcome, text, &own),
        chart::waterfall(&outcome, text, &own),
        chart::cumulative(&outcome, text),
        chart::parties(&outcome, text),
    ]
    .map(|chart| Chart { table: chart::table(chart.id, &outcome, text, &own), ..chart })
}

/// Returns the picture of the answer of a scenario, at each of its widths.
fn answer_pictures(scenario: &Scenario) -> [Chart; WIDTHS.len()] {
    let state = State::new(Route::Centre, scenario.clone());
    std::array::from_fn(|index| picture::at_width(&state, index))
}

/// Returns the picture of a scenario that is counted in three ways, at each of its widths.
fn count_pictures(scenario: &Scenario) -> [Chart; counts::WIDTHS.len()] {
    let state = State::new(Route::Compare, scenario.clone());
    std::array::from_fn(|index| counts::chart_at_width(&state, index))
}

/// Returns the pictures of all questions that can be asked about a scenario, at each width.
fn what_if_pictures(scenario: &Scenario) -> Vec<Chart> {
    let state = State::new(Route::WhatIf, scenario.clone());
    let at_widths = |question| {
        let state = &state;
        (0..what_if::view::WIDTHS.len())
            .filter_map(move |index| what_if::view::chart_at_width(state, question, index))
    };
    WhatIfQuestion::ALL.into_iter().flat_map(at_widths).collect()
}

fn charts_of(json: &str) -> [Chart; 4] {
    charts(&Scenario::parse(json).unwrap())
}

/// Height by which a bar in a column is drawn lower than its amount: the space between bars.
const SPACE: f64 = 1.5;
/// Width and height that an outline takes from the bar inside it, half of it at each side.
const OUTLINE: f64 = 1.5;

/// A bar of a chart: a rectangle, in the units of the chart.
#[derive(Clone, Copy, Debug)]
struct Bar {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl Bar {
    fn right(self) -> f64 {
        self.left + self.width
    }
}

/// Returns every bar in a style for which `has_style` is true.
fn bars(chart: &Chart, has_style: impl Fn(MarkStyle) -> bool) -> Vec<Bar> {
    let bar = |mark: &Mark| match *mark {
        Mark::Rect { x, y, width, height, style } if has_style(style) => {
            Some(Bar { left: x, top: y, width, height })
        }
        _ => None,
    };
    chart.drawing.marks.iter().filter_map(bar).collect()
}

fn labels(chart: &Chart) -> Vec<&Label> {
    let mut found = Vec::new();
    for mark in &chart.drawing.marks {
        if let Mark::Text(label) = mark {
            found.push(label);
        }
    }
    found
}

fn is_cost(style: MarkStyle) -> bool {
    matches!(style, MarkStyle::Cost(_))
}

fn is_saving(style: MarkStyle) -> bool {
    matches!(style, MarkStyle::Saving(_))
}

/// Whether this is the dashed outline of a gap: costs that savings or funders do not cover. The
/// totals in the chart of a difference have it too.
fn is_gap(style: MarkStyle) -> bool {
    style == MarkStyle::Dashed
}

/// Savings of 54,000 + 100,000 against costs of 183,000 + 15,000 + 48,000 + 30,000 + 24,000.
/// The bar of the gap has an outline.
#[test]
fn columns_are_as_high_as_their_amounts() {
    let [costs_vs_savings, ..] = charts_of("{}");
    let total_height = |bars: Vec<Bar>| bars.iter().map(|bar| bar.height + SPACE).sum::<f64>();
    let (costs, savings) =
        (total_height(bars(&costs_vs_savings, is_cost)), total_height(bars(&costs_vs_savings, is_saving)));
    assert!((savings / costs - 154.0 / 300.0).abs() < 1e-9, "{savings} of {costs}");
    let first = bars(&costs_vs_savings, is_cost)[0].height + SPACE;
    assert!((first / costs - 183.0 / 300.0).abs() < 1e-9);
    // The bar of the gap reaches from the savings up to the level of the costs.
    let gap = bars(&costs_vs_savings, is_gap)[0];
    let top = bars(&costs_vs_savings, is_cost).iter().map(|bar| bar.top).fold(f64::MAX, f64::min);
    assert!((gap.top - OUTLINE / 2.0 - top).abs() < 1e-9);
    assert!((gap.height + SPACE + OUTLINE - costs * 146.0 / 300.0).abs() < 1e-9);
}

#[test]
fn the_waterfall_ends_at_the_gap() {
    let [_, waterfall, ..] = charts_of("{}");
    let costs = bars(&waterfall, is_cost)[0];
    let steps = bars(&waterfall, is_saving);
    let gap = bars(&waterfall, is_gap)[0];
    let per_euro = costs.width / 300_000.0;
    assert!((steps[0].right() - costs.right()).abs() < 1e-9);
    assert!((steps[0].width - 54_000.0 * per_euro).abs() < 1e-9);
    assert!((steps[1].right() - steps[0].left).abs() < 1e-9);
    assert!((gap.width + OUTLINE - 146_000.0 * per_euro).abs() < 1e-9);
    assert!((gap.right() + OUTLINE / 2.0 - steps[1].left).abs() < 1e-9);
    assert_eq!(waterfall.table.as_ref().unwrap().rows.last().unwrap()[2], "€\u{a0}146.000");
}

/// By hand, the saldo at the end of the four years of an existing initiative:
/// 4 × (154,000 − 300,000) = −584,000.
#[test]
fn labels_name_the_amounts() {
    let [costs_vs_savings, waterfall, cumulative, parties] = charts_of("{}");
    let assert_label = |chart: &Chart, text: &str| {
        let text = text.replace("€ ", "€\u{a0}");
        assert!(labels(chart).iter().any(|label| label.text == text), "{}: {text}", chart.id);
    };
    assert_label(&costs_vs_savings, "€ 146.000");
    assert_label(&costs_vs_savings, "Personeel");
    assert_label(&waterfall, "€ −100.000");
    assert_label(&cumulative, "einde raadsperiode");
    assert_label(&cumulative, "€ −584.000");
    assert_label(&parties, "saldo € −146.000");
    assert_label(&parties, "betaalt € 300.000");
    // The p.m. lines are named, or counted where the names do not fit.
    let is_pm = |line: &Line| !line.definition().counted && line.definition().kind.counts_for_payers();
    let number = format!("p.m.: {} posten", Line::ALL.iter().filter(|line| is_pm(line)).count());
    let pm = labels(&costs_vs_savings).into_iter().find(|label| label.text.starts_with("p.m.: ")).unwrap();
    assert!(pm.text.starts_with("p.m.: Minder zorg") || pm.text == number, "{}", pm.text);
    let [_, _, short, _] = charts_of(r#"{"values":{"horizon":3}}"#);
    assert!(labels(&short).iter().all(|label| label.text != "einde raadsperiode"));
    let [_, _, start, _] = charts_of(r#"{"values":{"startkosten":250000}}"#);
    assert_label(&start, "startkosten € 250.000");
}

#[test]
fn harm_is_drawn_as_a_cost_and_a_surplus_has_its_own_bar() {
    let [costs_vs_savings, waterfall, ..] = charts_of(r#"{"values":{"dagbesteding.aantal":-6}}"#);
    let (costs, savings) = (bars(&costs_vs_savings, is_cost), bars(&costs_vs_savings, is_saving));
    assert!((bars(&costs_vs_savings, |style| style == MarkStyle::Harm)[0].left - costs[0].left).abs() < 1.5);
    assert_eq!(savings.len(), 1);
    assert_eq!(bars(&waterfall, |style| style == MarkStyle::Harm).len(), 1);
    let [costs_vs_savings, waterfall, ..] = charts_of(r#"{"values":{"dagbesteding.aantal":60}}"#);
    for chart in [costs_vs_savings, waterfall] {
        assert_eq!(bars(&chart, |style| style == MarkStyle::AccentDashed).len(), 1, "{}", chart.id);
        assert!(bars(&chart, is_gap).is_empty());
        assert!(labels(&chart).iter().any(|label| label.text == "Overschot"));
    }
}

#[test]
fn twenty_own_lines_share_a_bar_in_the_columns_and_not_in_the_waterfall() {
    let scenarios = gallery::scenarios();
    let (_, json) = scenarios.iter().find(|(name, _)| *name == "twintig").unwrap();
    let [costs_vs_savings, waterfall, ..] = charts_of(json);
    assert!(bars(&costs_vs_savings, is_cost).len() <= 6 && bars(&costs_vs_savings, is_saving).len() <= 6);
    assert!(labels(&costs_vs_savings).iter().any(|label| label.text.starts_with("Overige posten")));
    // Rows of the table: five costs and ten own ones, all savings and ten own ones, and two
    // totals.
    let outcome = evaluate(&Scenario::parse(json).unwrap().inputs());
    let counted = outcome.savings.iter().filter(|line| line.counted && line.kind.counts_for_payers()).count();
    assert_eq!(bars(&waterfall, is_saving).len(), counted);
    let fixed = Line::ALL.into_iter().filter(|line| line.definition().kind.counts_for_payers()).count();
    assert_eq!(costs_vs_savings.table.as_ref().unwrap().rows.len(), 5 + 10 + fixed + 10 + 2);
}

#[test]
fn html_in_a_label_is_escaped() {
    let json = r#"{"custom":[{"id":"c1","side":"cost","label":"<b>&\"","quantity":1,"amount":50000}]}"#;
    let [costs_vs_savings, ..] = charts_of(json);
    let file = svg::file(&costs_vs_savings, &["Bron & <datum>".to_owned()]);
    let parsed = roxmltree::Document::parse(&file.text).unwrap();
    assert!(parsed.descendants().any(|node| node.text() == Some("<b>&\"")));
    let html = page_card(costs_vs_savings);
    assert!(html.contains("&lt;b&gt;&amp;") && !html.contains("<b>"), "{html}");
}

#[test]
fn a_card_has_a_table_and_buttons_for_files_on_the_page_but_not_in_the_shell() {
    let [costs_vs_savings, ..] = charts_of("{}");
    let page = page_card(costs_vs_savings.clone());
    for html in ["<figure", "role=\"img\"", "<details", "PNG", "SVG", "role=\"status\""] {
        assert!(page.contains(html), "{html}");
    }
    assert!(!page.contains("style="));
    let shell = shell_card(costs_vs_savings);
    assert!(shell.contains("role=\"img\"") && !shell.contains("<button") && !shell.contains("<details"));
}

/// Renders the card of a chart as HTML, as on the page.
fn page_card(chart: Chart) -> String {
    render_card(chart, State::from_address(&Address::of_view("")))
}

/// Renders the card of a chart as HTML, as in the static shell.
fn shell_card(chart: Chart) -> String {
    let mut state = State::from_address(&Address::of_view(""));
    state.view.shell = true;
    render_card(chart, state)
}

fn render_card(chart: Chart, state: State) -> String {
    let ctx = PageContext::inert(state);
    let html = figure(&ctx, &chart, Hotspots::default(), table::own_table(&ctx, &chart));
    let renderer = yew::LocalServerRenderer::<Card>::with_props(CardProps { html }).hydratable(false);
    pollster::block_on(renderer.render())
}

#[derive(yew::Properties, PartialEq)]
struct CardProps {
    html: yew::Html,
}

#[yew::component]
fn Card(props: &CardProps) -> yew::Html {
    props.html.clone()
}
