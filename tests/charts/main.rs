//! The pictures: geometry worked out by hand, nothing outside the frame,
//! nothing that is no number, files that are well-formed.

mod financing;
mod fit;
mod gallery;
mod hit_regions;
mod hotspots;
mod network;
mod scenario_bars;
mod uncertainty;

use rekenmodel::chart;
use rekenmodel::chart::{Chart, Label, Mark, MarkStyle, svg};
use rekenmodel::model::{Line, evaluate};
use rekenmodel::scenario::Scenario;
use rekenmodel::scenario::link::Address;
use rekenmodel::text::catalogue;
use rekenmodel::ui::context::PageContext;
use rekenmodel::ui::features::charts::table;
use rekenmodel::ui::features::charts::view::{Openable, figure};
use rekenmodel::ui::state::State;

fn charts(scenario: &Scenario) -> [Chart; 4] {
    let outcome = evaluate(&scenario.inputs());
    let text = catalogue();
    let own = |place: usize| scenario.own[place].label.clone();
    [
        chart::costs_vs_savings(&outcome, text, &own),
        chart::waterfall(&outcome, text, &own),
        chart::cumulative(&outcome, text),
        chart::parties(&outcome, text),
    ]
    .map(|chart| Chart { table: chart::table(chart.id, &outcome, text, &own), ..chart })
}

fn of(json: &str) -> [Chart; 4] {
    charts(&Scenario::parse(json).unwrap())
}

/// Left, top, width and height of every bar that this is true of.
fn bars(chart: &Chart, of: impl Fn(MarkStyle) -> bool) -> Vec<(f64, f64, f64, f64)> {
    let bar = |mark: &Mark| match mark {
        Mark::Rect { x, y, width, height, style } if of(*style) => Some((*x, *y, *width, *height)),
        _ => None,
    };
    chart.picture.marks.iter().filter_map(bar).collect()
}

fn labels(chart: &Chart) -> Vec<&Label> {
    let label = |mark: &'_ Mark| matches!(mark, Mark::Text(_));
    let found = chart.picture.marks.iter().filter(|mark| label(mark));
    found.map(|mark| if let Mark::Text(label) = mark { label } else { unreachable!() }).collect()
}

fn is_cost(style: MarkStyle) -> bool {
    matches!(style, MarkStyle::Cost(_))
}

fn is_saving(style: MarkStyle) -> bool {
    matches!(style, MarkStyle::Saving(_))
}

/// 54,000 + 100,000 of 183,000 + 15,000 + 48,000 + 30,000 + 24,000.
#[test]
fn columns_are_as_high_as_their_amounts() {
    let [against, ..] = of("{}");
    let high = |bars: Vec<(f64, f64, f64, f64)>| bars.iter().map(|bar| bar.3 + 1.5).sum::<f64>();
    let (costs, savings) = (high(bars(&against, is_cost)), high(bars(&against, is_saving)));
    assert!((savings / costs - 154.0 / 300.0).abs() < 1e-9, "{savings} of {costs}");
    let first = bars(&against, is_cost)[0].3 + 1.5;
    assert!((first / costs - 183.0 / 300.0).abs() < 1e-9);
    // What is open reaches from the savings to the level of the costs.
    let gap = bars(&against, |style| style == MarkStyle::Gap)[0];
    let top = bars(&against, is_cost).iter().map(|bar| bar.1).fold(f64::MAX, f64::min);
    assert!((gap.1 - 0.75 - top).abs() < 1e-9);
    assert!((gap.3 + 3.0 - costs * 146.0 / 300.0).abs() < 1e-9);
}

#[test]
fn the_waterfall_ends_at_the_gap() {
    let [_, waterfall, ..] = of("{}");
    let costs = bars(&waterfall, is_cost)[0];
    let steps = bars(&waterfall, is_saving);
    let gap = bars(&waterfall, |style| style == MarkStyle::Gap)[0];
    let per_euro = costs.2 / 300_000.0;
    assert!((steps[0].0 + steps[0].2 - costs.0 - costs.2).abs() < 1e-9);
    assert!((steps[0].2 - 54_000.0 * per_euro).abs() < 1e-9);
    assert!((steps[1].0 + steps[1].2 - steps[0].0).abs() < 1e-9);
    assert!((gap.2 + 1.5 - 146_000.0 * per_euro).abs() < 1e-9);
    assert!((gap.0 + gap.2 + 0.75 - steps[1].0).abs() < 1e-9);
    assert_eq!(waterfall.table.as_ref().unwrap().rows.last().unwrap()[2], "€\u{a0}146.000");
}

/// 154,000 × (0.5 + 0.8 + 1 + 1) − 4 × 300,000 = −691,800.
#[test]
fn words_name_the_amounts() {
    let [against, waterfall, cumulative, parties] = of("{}");
    let has = |chart: &Chart, text: &str| {
        let text = text.replace("€ ", "€\u{a0}");
        assert!(labels(chart).iter().any(|label| label.text == text), "{}: {text}", chart.id);
    };
    has(&against, "€ 146.000");
    has(&against, "Personeel");
    has(&waterfall, "€ −100.000");
    has(&cumulative, "einde raadsperiode");
    has(&cumulative, "€ −691.800");
    has(&parties, "saldo € −146.000");
    has(&parties, "betaalt € 300.000");
    // The names of the p.m. lines, or their number where the names do not fit.
    let is_pm = |line: &Line| !line.definition().counted && line.definition().kind.is_saving();
    let number = format!("p.m.: {} posten", Line::ALL.iter().filter(|line| is_pm(line)).count());
    let pm = labels(&against).into_iter().find(|label| label.text.starts_with("p.m.: ")).unwrap();
    assert!(pm.text.starts_with("p.m.: Minder zorg") || pm.text == number, "{}", pm.text);
    let [_, _, short, _] = of(r#"{"values":{"horizon":3}}"#);
    assert!(labels(&short).iter().all(|label| label.text != "einde raadsperiode"));
    let [_, _, start, _] = of(r#"{"values":{"startkosten":250000}}"#);
    has(&start, "startkosten € 250.000");
}

#[test]
fn harm_is_a_cost_and_a_surplus_is_marked() {
    let [against, waterfall, ..] = of(r#"{"values":{"dagbesteding.aantal":-6}}"#);
    let (costs, savings) = (bars(&against, is_cost), bars(&against, is_saving));
    assert!((bars(&against, |style| style == MarkStyle::Harm)[0].0 - costs[0].0).abs() < 1.5);
    assert_eq!(savings.len(), 1);
    assert_eq!(bars(&waterfall, |style| style == MarkStyle::Harm).len(), 1);
    let [against, waterfall, ..] = of(r#"{"values":{"dagbesteding.aantal":60}}"#);
    for chart in [against, waterfall] {
        assert_eq!(bars(&chart, |style| style == MarkStyle::Surplus).len(), 1, "{}", chart.id);
        assert!(bars(&chart, |style| style == MarkStyle::Gap).is_empty());
        assert!(labels(&chart).iter().any(|label| label.text == "Overschot"));
    }
}

#[test]
fn twenty_own_lines_are_put_together_in_the_columns_only() {
    let scenarios = gallery::scenarios();
    let (_, json) = scenarios.iter().find(|(name, _)| *name == "twintig").unwrap();
    let [against, waterfall, ..] = of(json);
    assert!(bars(&against, is_cost).len() <= 6 && bars(&against, is_saving).len() <= 6);
    assert!(labels(&against).iter().any(|label| label.text.starts_with("Overige posten")));
    // Ten own costs and ten own savings come on top of the fixed lines.
    let outcome = evaluate(&Scenario::parse(json).unwrap().inputs());
    let counted = outcome.savings.iter().filter(|line| line.counted && line.kind.is_saving()).count();
    assert_eq!(bars(&waterfall, is_saving).len(), counted);
    let fixed = Line::ALL.into_iter().filter(|line| line.definition().kind.is_saving()).count();
    assert_eq!(against.table.as_ref().unwrap().rows.len(), 5 + 10 + fixed + 10 + 2);
}

#[test]
fn labels_cannot_break_out() {
    let json = r#"{"custom":[{"id":"c1","side":"cost","label":"<b>&\"","quantity":1,"amount":50000}]}"#;
    let [against, ..] = of(json);
    let file = svg::file(&against, &["Bron & <datum>".to_owned()]);
    let parsed = roxmltree::Document::parse(&file.text).unwrap();
    assert!(parsed.descendants().any(|node| node.text() == Some("<b>&\"")));
    let html = card(against, false);
    assert!(html.contains("&lt;b&gt;&amp;") && !html.contains("<b>"), "{html}");
}

#[test]
fn the_card_has_a_picture_a_table_and_files_but_not_in_the_shell() {
    let [against, ..] = of("{}");
    let page = card(against.clone(), false);
    for part in ["<figure", "role=\"img\"", "<details", "PNG", "SVG", "role=\"status\""] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("style="));
    let shell = card(against, true);
    assert!(shell.contains("role=\"img\"") && !shell.contains("<button") && !shell.contains("<details"));
}

fn card(chart: Chart, shell: bool) -> String {
    let mut state = State::at(&Address { view: String::new(), scenario: None });
    state.view.shell = shell;
    let ctx = PageContext::inert(state);
    let openable = Openable { table: table::of_chart(&ctx, &chart), ..Openable::default() };
    let html = figure(&ctx, &chart, openable);
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
