//! The charts of the simulation and of sensitivity. For every scenario everything is inside
//! the frame and no label overlaps another; for the brochure the texts are checked too.

use super::fit::{faults, faults_of_drawing};
use super::{gallery, labels};
use proptest::prelude::*;
use rekenmodel::api::ScenarioSimulator;
use rekenmodel::chart;
use rekenmodel::chart::{Chart, Mark, MarkStyle, dot_plot};
use rekenmodel::model::{General, InputId, Unit, evaluate};
use rekenmodel::scenario::Scenario;
use rekenmodel::text::catalogue;
use rekenmodel::text::uncertainty::{CurveFacts, InputLabel};
use rekenmodel::ui::features::certainty::overview;
use rekenmodel::ui::routes::Route;
use rekenmodel::ui::state::State;
use rekenmodel::uncertainty::{SimulatedFigure, SimulationSummary};

/// Returns the label of an input, with a name as long as those on the page.
fn label_of(id: &str) -> InputLabel {
    let input = InputId::from_fixed_id(id);
    let shown: fn(f64) -> String = match input.map(|input| input.definition().unit) {
        Some(Unit::Share) => |value| format!("{}%", value * 100.0),
        Some(Unit::Euro | Unit::EuroPer) => |value| catalogue().notation.euro(value),
        _ => |value| catalogue().notation.number(value, 2),
    };
    InputLabel { id: id.to_owned(), name: format!("Minder dagbesteding: {id}"), shown, input }
}

/// Returns the histograms of the four figures, the acceptability curve, the tornado of the
/// saldo and the ranking of inputs, of a simulation with 1,000 draws.
fn charts(scenario: &Scenario) -> Vec<Chart> {
    let text = catalogue();
    let packed = ScenarioSimulator::default().simulate_packed(&scenario.to_json(), 1000).unwrap();
    let simulated = SimulationSummary::unpack(1, &packed.numbers, &packed.names).unwrap();
    let inputs = scenario.inputs();
    let outcome = evaluate(&inputs);
    let perspective = inputs.perspective;
    let points =
        [outcome.total.net, outcome.npv(perspective), outcome.parties.gemeente.net, outcome.society.net];
    let mut all: Vec<Chart> = SimulatedFigure::ALL
        .into_iter()
        .map(|figure| {
            let point = points[figure as usize].euros();
            chart::histogram(figure, perspective, simulated.spread(figure), point, text)
        })
        .collect();
    let (drempel, visitors) = (inputs.general(General::Drempel), inputs.general(General::Bezoekers));
    let facts = CurveFacts {
        perspective,
        drempels: simulated.drempels,
        drempel,
        chance: simulated.chance_at(drempel),
        society_gap_per_visitor: -outcome.society.net.euros() / visitors,
    };
    all.push(chart::acceptability(&simulated.curve, &facts, text));
    // The saldo at which the conclusion turns.
    let switching_level = -drempel * visitors;
    all.push(chart::tornado(
        simulated.saldo_ranges(),
        outcome.saldo(perspective).euros(),
        perspective,
        (switching_level, drempel),
        &label_of,
        text,
    ));
    all.push(chart::ranking(&simulated, drempel, perspective, &label_of, text));
    all
}

fn charts_of(json: &str) -> Vec<Chart> {
    charts(&Scenario::parse(json).unwrap())
}

/// Returns the picture with the dots of a scenario, at each of its widths.
fn dot_plots(scenario: &Scenario) -> Vec<Chart> {
    let packed = ScenarioSimulator::default().simulate_packed(&scenario.to_json(), 1000).unwrap();
    let simulated = SimulationSummary::unpack(1, &packed.numbers, &packed.names).unwrap();
    let state = State::new(Route::Uncertainty, scenario.clone());
    (0..dot_plot::WIDTHS.len()).map(|index| overview::chart_at_width(&state, &simulated, index)).collect()
}

/// Returns the number of dots in the style of a drawing; those of the legend are left out.
fn count_dots(chart: &Chart, style: MarkStyle) -> usize {
    let paths = chart.drawing.marks.iter().filter_map(|mark| match mark {
        Mark::Path { d, style: found } if *found == style => Some(d.matches('Z').count()),
        _ => None,
    });
    // The first of them is that of the legend.
    paths.skip(1).sum()
}

/// All dots are drawn and in their style at each width, and none covers another.
#[test]
fn a_hundred_dots_can_be_counted() {
    for (json, below, above, without) in [
        ("{}", 85, 0, 15),
        (r#"{"values":{"kans-geen-effect":0.5}}"#, 50, 0, 50),
        (r#"{"values":{"eigen-inkomsten":900000,"kans-geen-effect":0}}"#, 0, 100, 0),
    ] {
        for chart in dot_plots(&Scenario::parse(json).unwrap()) {
            let counts = [MarkStyle::Cost(0), MarkStyle::Saving(0), MarkStyle::Income]
                .map(|style| count_dots(&chart, style));
            assert_eq!(counts, [below, above, without], "{json} {}", chart.id);
            let paths = chart.drawing.marks.iter().filter_map(|mark| match mark {
                Mark::Path { d, .. } if d.contains('a') => Some(d.split('M').skip(1)),
                _ => None,
            });
            let mut places: Vec<&str> = paths.flatten().filter_map(|dot| dot.split('a').next()).collect();
            places.sort_unstable();
            assert!(places.windows(2).all(|pair| pair[0] != pair[1]), "{json} {}", chart.id);
            let table = chart.table.unwrap();
            assert_eq!(table.head.len(), if without > 0 { 3 } else { 2 });
            let sum = |column: usize| {
                table.rows.iter().filter_map(|row| row.get(column)?.parse::<usize>().ok()).sum::<usize>()
            };
            assert_eq!((sum(1), sum(2)), (100, without), "{json}");
        }
    }
}

/// Checks all charts of a scenario; the error says what is wrong with the first faulty one.
fn check_charts(scenario: &Scenario) -> Result<(), String> {
    for chart in charts(scenario).into_iter().chain(dot_plots(scenario)) {
        // A dot opens no explanation: it is a hundredth of the draws, whose figures are in the table.
        let is_dots = dot_plot::WIDTHS.iter().any(|(id, _)| *id == chart.id);
        let found = if is_dots { faults_of_drawing(&chart) } else { faults(&chart) };
        let texts = format!("{} {}", chart.title, chart.sentence);
        if !found.is_empty() || texts.contains("NaN") || texts.contains("inf") {
            return Err(format!("{}: {}\n{}", chart.id, texts, found.join("\n")));
        }
    }
    Ok(())
}

#[test]
fn the_charts_of_every_gallery_scenario_fit() {
    for (name, json) in gallery::scenarios() {
        check_charts(&Scenario::parse(&json).unwrap()).unwrap_or_else(|found| panic!("{name}: {found}"));
    }
}

#[test]
fn the_charts_of_extreme_scenarios_fit() {
    let fixed_ranges: Vec<String> = rekenmodel::model::InputId::fixed()
        .filter(|id| id.definition().plausible.is_some())
        .filter_map(|id| Some(format!(r#""{}":{{"kind":"fixed"}}"#, id.fixed_id()?)))
        .collect();
    for json in [
        format!(r#"{{"ranges":{{{}}}}}"#, fixed_ranges.join(",")),
        r#"{"values":{"dagbesteding.aantal":1000}}"#.into(),
        r#"{"values":{"drempel":100000}}"#.into(),
        r#"{"values":{"drempel":360}}"#.into(),
        r#"{"values":{"drempel":360,"perspectief":"gemeente"}}"#.into(),
        r#"{"values":{"drempel":360,"perspectief":"samenleving"}}"#.into(),
        r#"{"values":{"bezoekers":1}}"#.into(),
        r#"{"values":{"bezoekers":1000000,"drempel":0.1}}"#.into(),
        r#"{"values":{"uitkeringen.bedrag":1000000000,"dagbesteding.aantal":-1000000000}}"#.into(),
        r#"{"values":{"huisvesting":1000000000}}"#.into(),
    ] {
        check_charts(&Scenario::parse(&json).unwrap()).unwrap_or_else(|found| panic!("{json}: {found}"));
    }
}

#[test]
fn the_charts_of_the_brochure_say_what_they_should() {
    let [net, _, _, society, curve, tornado, ranking] = charts_of("{}").try_into().unwrap();
    assert!(net.title.ends_with("binnen deze bandbreedtes: < 1%"), "{}", net.title);
    assert!(net.sentence.contains("€\u{a0}−146.000"));
    assert!(society.title.contains("samenleving"));
    assert!(curve.title.contains("groter dan 80%") && curve.sentence.contains("€\u{a0}400"));
    assert_eq!(tornado.table.as_ref().unwrap().rows.len(), 17);
    assert!(tornado.sentence.contains("Geen enkele aanname kan in haar eentje"));
    assert!(labels(&tornado).iter().any(|label| label.text == "€\u{a0}10.120"));
    assert!(ranking.sentence.contains("verandert de keuze niet"));
    let is_bars = |mark: &&Mark| matches!(mark, Mark::Path { style: MarkStyle::Cost(3), .. });
    assert_eq!(net.drawing.marks.iter().filter(is_bars).count(), 1, "all bars are one path");
}

#[test]
fn inputs_that_can_turn_the_conclusion_are_marked() {
    let [.., tornado, ranking] = <[Chart; 7]>::try_from(charts_of(r#"{"values":{"drempel":360}}"#)).unwrap();
    assert!(labels(&tornado).iter().any(|label| label.text.contains("kan omslaan")));
    assert!(tornado.sentence.contains("€\u{a0}360"));
    assert!(ranking.table.as_ref().unwrap().head[1].contains("Waarde van weten"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_charts_of_every_scenario_fit(scenario in super::fit::any_scenario(), drempel in prop_oneof![Just(0.0), 0.0..1e5_f64]) {
        let mut scenario = scenario;
        scenario.values.insert(InputId::General(General::Drempel), drempel);
        let checked = check_charts(&scenario);
        prop_assert!(checked.is_ok(), "{}", checked.unwrap_err());
    }
}
