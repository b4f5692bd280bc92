//! Every explanation, calculated again from its own terms and held to the
//! outcome: in the worked examples and in the reference's random scenarios.

mod line;
mod network;
mod page;
mod stated;

use rekenmodel::chart;
use rekenmodel::explain::{
    Explanation, Expression, FigureId, LineFigure, Origin, Term, chart_cells, explain,
};
use rekenmodel::model::financing::FunderContribution;
use rekenmodel::model::{Inputs, Outcome, Preset, evaluate};
use rekenmodel::scenario::Scenario;
use rekenmodel::text::catalogue;
use rekenmodel::text::explain::{NameContext, shown};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Every scenario that is calculated apart, with its name.
fn scenarios() -> Vec<(String, Inputs)> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let read = |path: &Path| -> Value { serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap() };
    let mut all: Vec<Value> = Vec::new();
    for entry in fs::read_dir(tests.join("examples")).unwrap() {
        all.push(read(&entry.unwrap().path()));
    }
    assert_eq!(all.len(), 7);
    for file in ["cases.json", "plans.json"] {
        let Value::Array(cases) = read(&tests.join("reference").join(file)) else {
            panic!("no list of cases")
        };
        all.extend(cases);
    }
    let inputs = |case: &Value| Scenario::parse(&case["scenario"].to_string()).unwrap().inputs();
    all.iter().map(|case| (case["scenario"]["name"].to_string(), inputs(case))).collect()
}

/// What an expression comes to, by the operations that it names.
fn calculated(expression: &Expression, terms: &[Term]) -> f64 {
    let of = |inside: &Expression| calculated(inside, terms);
    let first_less = |parts: &[Expression]| {
        let (first, others) = parts.split_first().expect("nothing to take from");
        others.iter().fold(of(first), |left, part| left - of(part))
    };
    match expression {
        Expression::Term(place) => terms[*place].value,
        Expression::Zero => 0.0,
        Expression::Whole => 1.0,
        Expression::Sum(parts) => parts.iter().map(of).sum(),
        Expression::Difference(parts) => first_less(parts),
        Expression::Product(parts) => parts.iter().map(of).product(),
        Expression::Quotient(parts) => of(&parts[0]) / of(&parts[1]),
        Expression::Power(inside, times) => (0..*times).map(|_| of(inside)).product(),
        Expression::AtLeastZero(inside) => of(inside).max(0.0),
        Expression::FirstNonNegativeFromHereOn(parts) => {
            let all: Vec<f64> = parts.iter().map(of).collect();
            let largest = all.iter().fold(0.0_f64, |largest, one| largest.max(one.abs()));
            let short = all.iter().rposition(|one| *one < -1e-12 * largest);
            short.map_or(1.0, |last| (last + 2) as f64)
        }
    }
}

fn largest(explanation: &Explanation) -> f64 {
    explanation.terms.iter().fold(1.0, |largest, term| largest.max(term.value.abs()))
}

/// What is wrong with one explanation.
fn wrong(explanation: &Explanation, inputs: &Inputs, outcome: &Outcome) -> Option<String> {
    for term in &explanation.terms {
        let expected = match term.origin {
            Origin::Input(id) => Some(inputs.get(id)),
            Origin::Funder(place) => Some(match inputs.plan[place].pays {
                FunderContribution::Amount(amount) => amount.euros(),
                FunderContribution::Share(share) => share.fraction(),
            }),
            Origin::Figure(figure) => explain(figure, inputs, outcome).expect("a term is a figure").value,
        };
        // A term that does not exist stands as nothing, and so does the figure.
        if expected.unwrap_or_default() != term.value {
            return Some(format!("the term {term:?} should be {expected:?}"));
        }
    }
    let again = calculated(&explanation.expression, &explanation.terms);
    match explanation.value {
        Some(value) => {
            let close = (again - value).abs() <= 1e-9 * largest(explanation).max(value.abs());
            (!close).then(|| format!("comes to {again}, and the outcome says {value}"))
        }
        None => explanation.notes.is_empty().then(|| "does not say why it is none".to_owned()),
    }
}

#[test]
fn every_explanation_comes_to_its_figure() {
    let mut count = 0;
    for (name, inputs) in scenarios() {
        let outcome = evaluate(&inputs);
        for figure in FigureId::all(&outcome) {
            let explanation = explain(figure, &inputs, &outcome).expect("a listed figure is explained");
            assert!(
                explanation.value.is_none() || explanation.value.unwrap().is_finite(),
                "{name}: {figure:?}"
            );
            let problem = wrong(&explanation, &inputs, &outcome);
            assert_eq!(problem, None, "{name}: {}: {explanation:?}", figure.name(&outcome));
            count += 1;
        }
    }
    assert!(count > 50_000, "only {count} explanations");
}

/// The figure at a path of the public JSON, with lines by id and years by number.
fn at<'a>(outcome: &'a Value, name: &str) -> Option<&'a Value> {
    name.split('.').try_fold(outcome, |part, key| match part {
        Value::Array(items) => {
            let number: Option<u64> = key.parse().ok();
            let is = |item: &&Value| item["id"] == key || number.is_some_and(|number| item["year"] == number);
            items.iter().find(is)
        }
        part => part.get(key),
    })
}

/// A name leads back to its figure, and the public JSON has the same value there.
#[test]
fn names_are_paths_in_the_outcome() {
    let mut paths = 0;
    for (scenario, inputs) in scenarios() {
        let outcome = evaluate(&inputs);
        let json: Value = serde_json::from_str(&serde_json::to_string(&outcome).unwrap()).unwrap();
        for figure in FigureId::all(&outcome) {
            let name = figure.name(&outcome);
            assert_eq!(FigureId::read(&name, &outcome), Some(figure), "{scenario}: {name}");
            let Some(found) = at(&json, &name) else { continue };
            let found = found.get("amount").or_else(|| found.get("needed")).unwrap_or(found);
            assert_eq!(found.as_f64(), figure.value(&outcome).unwrap(), "{scenario}: {name}");
            paths += 1;
        }
    }
    assert!(paths > 20_000, "only {paths} figures are in the JSON");
}

#[test]
fn what_is_no_figure_has_no_name() {
    let outcome = evaluate(&Preset::Brochure.inputs());
    for name in [
        "",
        "costs",
        "costs.lines.x",
        "savings.x.net",
        "parties.x.net",
        "years.0.net",
        "years.5.net",
        "years.1.x",
        "net",
        "npv.x",
        "society.years.9999999999.net",
    ] {
        assert_eq!(FigureId::read(name, &outcome), None, "{name}");
    }
}

/// By hand: the brochure's own sums, and the ones that others stand on.
#[test]
fn the_brochure_reads_as_it_should() {
    let inputs = Preset::Brochure.inputs();
    let outcome = evaluate(&inputs);
    let terms = |name: &str| -> Vec<f64> {
        let figure = FigureId::read(name, &outcome).unwrap();
        explain(figure, &inputs, &outcome).unwrap().terms.iter().map(|term| term.value).collect()
    };
    assert_eq!(terms("costs.lines.personeel"), [3.75, 48_800.0]);
    assert_eq!(terms("costs.gross"), [183_000.0, 15_000.0, 48_000.0, 30_000.0, 24_000.0]);
    assert_eq!(terms("costs.per_visitor"), [300_000.0, 500.0]);
    assert_eq!(terms("total.savings"), [54_000.0, 100_000.0]);
    assert_eq!(terms("break_even.gap"), [300_000.0, 154_000.0]);
    assert_eq!(terms("savings.uitkeringen.net"), [54_000.0, 0.0, 1.0, 0.0]);
    assert_eq!(terms("years.2.savings"), [154_000.0, 0.8]);
    assert_eq!(terms("years.3.discount"), [0.0225]);
    assert_eq!(terms("parties.overig.costs"), [300_000.0, 1.0, 0.0, 0.0]);
    assert_eq!(terms("society.net"), [100_000.0, 300_000.0]);
}

/// The line with the numbers filled in, worked out from its own text, comes to
/// the figure as it is shown: whoever takes a calculator finds the same.
#[test]
fn what_is_shown_can_be_calculated_again() {
    let text = catalogue();
    let mut count = 0;
    for (name, inputs) in scenarios() {
        let outcome = evaluate(&inputs);
        let own = |place: usize| inputs.own[place].label.clone();
        let naming = NameContext { text, inputs: &inputs, outcome: &outcome, own_name: &own };
        for figure in FigureId::all(&outcome) {
            let explanation = explain(figure, &inputs, &outcome).unwrap();
            let numbers = naming.in_numbers(&explanation);
            assert_eq!(numbers.is_empty(), naming.in_words(&explanation).is_empty());
            let Some(value) = explanation.value.filter(|_| !numbers.is_empty()) else { continue };
            let shown = line::calculated(&shown(text.notation, value, explanation.unit));
            let found = line::calculated(&numbers);
            let path = figure.name(&outcome);
            assert!(found.meets(shown), "{name}: {path}: {numbers} is {found:?}, shown is {shown:?}");
            count += 1;
        }
    }
    assert!(count > 50_000, "only {count} lines");
}

/// Every figure and every term has a name, and no two figures the same one.
#[test]
fn everything_has_a_name() {
    let text = catalogue();
    for preset in Preset::ALL {
        let inputs = preset.inputs();
        let outcome = evaluate(&inputs);
        let naming = NameContext { text, inputs: &inputs, outcome: &outcome, own_name: &|_| String::new() };
        let mut seen = std::collections::BTreeMap::new();
        for figure in FigureId::all(&outcome) {
            let name = naming.figure(figure);
            assert!(!name.is_empty() && !name.contains("  ") && name.trim() == name, "{figure:?}: {name:?}");
            if let Some(other) = seen.insert(name.clone(), figure) {
                panic!("{other:?} and {figure:?} are both called {name}");
            }
            for term in explain(figure, &inputs, &outcome).unwrap().terms {
                assert!(!naming.origin(term.origin).is_empty(), "{term:?}");
            }
        }
    }
}

/// The tables of the pictures hold the figures that open from them.
#[test]
fn the_tables_of_the_pictures_hold_these_figures() {
    let text = catalogue();
    let mut count = 0;
    for (name, inputs) in scenarios() {
        let outcome = evaluate(&inputs);
        let own = |place: usize| inputs.own[place].label.clone();
        let charts = [
            chart::costs_vs_savings(&outcome, text, &own),
            chart::waterfall(&outcome, text, &own),
            chart::parties(&outcome, text),
            chart::cumulative(&outcome, text),
        ];
        for chart in charts {
            let table = chart::table(chart.id, &outcome, text, &own).unwrap();
            let figures = chart_cells(chart.id, &outcome);
            assert_eq!(figures.len(), table.rows.len(), "{name}: {}", chart.id);
            let mut names: Vec<String> =
                figures.iter().flatten().flatten().map(|figure| figure.name(&outcome)).collect();
            names.sort();
            let all = names.len();
            names.dedup();
            assert_eq!(names.len(), all, "{name}: {}: a figure stands there twice", chart.id);
            for (row, figures) in table.rows.iter().zip(figures) {
                assert_eq!(figures.len() + 1, row.len(), "{name}: {}: {row:?}", chart.id);
                for (cell, figure) in row[1..].iter().zip(figures) {
                    let Some(figure) = figure else { continue };
                    let value = figure.value(&outcome).unwrap().unwrap_or_default();
                    let reads = [value, -value].map(|value| text.notation.euro(value));
                    let pm = matches!(figure, FigureId::Line(_, LineFigure::Needed));
                    let good = if pm { cell == text.charts.pm } else { reads.contains(cell) };
                    assert!(good, "{name}: {}: {cell} for {figure:?}", chart.id);
                    count += 1;
                }
            }
        }
    }
    assert!(count > 5_000, "only {count} cells");
    assert!(chart_cells("tornado", &evaluate(&Preset::Brochure.inputs())).is_empty());
}
