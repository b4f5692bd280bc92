//! Tests of the explanations of figures. Every explanation, calculated from its own terms,
//! gives the value of its figure: in the worked examples, in the reference's random
//! scenarios, and (`page`, `sentence_figures`) in what the page shows.

mod line;
mod network;
mod page;
mod perspectives;
mod sentence_figures;
mod wording;

use rekenmodel::chart;
use rekenmodel::explain::{
    Condition, Explanation, Expression, FigureId, LineFigure, Origin, Term, chart_cells, explain,
};
use rekenmodel::model::financing::FunderContribution;
use rekenmodel::model::{General, InputId, Inputs, Outcome, Phase, Preset, evaluate};
use rekenmodel::scenario::Scenario;
use rekenmodel::text::catalogue;
use rekenmodel::text::explain::{NameContext, shown};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Returns the name and inputs of every scenario that the reference has calculated.
fn scenarios() -> Vec<(String, Inputs)> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let read = |path: &Path| -> Value { serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap() };
    let mut all: Vec<Value> = Vec::new();
    for entry in fs::read_dir(tests.join("examples")).unwrap() {
        all.push(read(&entry.unwrap().path()));
    }
    assert!(!all.is_empty(), "no examples");
    for file in ["cases.json", "plans.json"] {
        let Value::Array(cases) = read(&tests.join("reference").join(file)) else {
            panic!("no list of cases")
        };
        all.extend(cases);
    }
    let inputs = |case: &Value| Scenario::parse(&case["scenario"].to_string()).unwrap().inputs();
    all.iter().map(|case| (case["scenario"]["name"].to_string(), inputs(case))).collect()
}

/// Returns the value of an expression with these terms.
fn calculate(expression: &Expression, terms: &[Term]) -> f64 {
    let value_of = |inner: &Expression| calculate(inner, terms);
    let subtract = |operands: &[Expression]| {
        let (first, others) = operands.split_first().expect("a difference has operands");
        others.iter().fold(value_of(first), |difference, operand| difference - value_of(operand))
    };
    match expression {
        Expression::Term(index) => terms[*index].value,
        Expression::Zero => 0.0,
        Expression::Whole => 1.0,
        Expression::Sum(operands) => operands.iter().map(value_of).sum(),
        Expression::Difference(operands) => subtract(operands),
        Expression::Product(operands) => operands.iter().map(value_of).product(),
        Expression::Quotient(operands) => value_of(&operands[0]) / value_of(&operands[1]),
        Expression::Power(base, exponent) => (0..*exponent).map(|_| value_of(base)).product(),
        Expression::AtLeastZero(inner) => value_of(inner).max(0.0),
        Expression::AtMostWhole(inner) => value_of(inner).min(1.0),
        Expression::Constant(value) => *value,
        Expression::NoFigure => f64::NAN,
        Expression::If { condition, holds, otherwise } => {
            let is_true = match *condition {
                Condition::Positive(term) => terms[term].value > 0.0,
                Condition::Negative(term) => terms[term].value < 0.0,
            };
            if is_true { value_of(holds) } else { value_of(otherwise) }
        }
        Expression::FirstStayingNonNegative(operands) => {
            let all: Vec<f64> = operands.iter().map(value_of).collect();
            let largest = all.iter().fold(0.0_f64, |largest, one| largest.max(one.abs()));
            let last_negative = all.iter().rposition(|one| *one < -1e-12 * largest);
            last_negative.map_or(1.0, |last| (last + 2) as f64)
        }
    }
}

/// Returns the largest absolute value of the terms, or 1 if all are smaller.
fn largest_term(explanation: &Explanation) -> f64 {
    explanation.terms.iter().fold(1.0, |largest, term| largest.max(term.value.abs()))
}

/// Returns what is wrong with an explanation: a term that is not the value of its input or
/// figure, or terms that do not give its value. `None` if it is right.
fn find_fault(explanation: &Explanation, inputs: &Inputs, outcome: &Outcome) -> Option<String> {
    for term in &explanation.terms {
        let expected = match term.origin {
            Origin::Input(id) => Some(inputs.get(id)),
            Origin::Phase => Some(if inputs.phase == Phase::Nieuw { 1.0 } else { 0.0 }),
            Origin::Funder(index) => Some(match inputs.plan[index].pays {
                FunderContribution::Amount(amount) => amount.euros(),
                FunderContribution::Share(share) => share.fraction(),
            }),
            Origin::Figure(figure) => explain(figure, inputs, outcome).expect("a term is a figure").value,
        };
        // A figure without a value counts as zero in a term.
        if expected.unwrap_or_default() != term.value {
            return Some(format!("the term {term:?} should be {expected:?}"));
        }
    }
    let calculated = calculate(&explanation.expression, &explanation.terms);
    match explanation.value {
        Some(value) => {
            let is_close = (calculated - value).abs() <= 1e-9 * largest_term(explanation).max(value.abs());
            (!is_close).then(|| format!("gives {calculated}, and the outcome has {value}"))
        }
        None if calculated.is_finite()
            && !matches!(explanation.expression, Expression::FirstStayingNonNegative(_)) =>
        {
            Some(format!("gives {calculated}, and the outcome has no value"))
        }
        None => explanation.notes.is_empty().then(|| "has no value, and no note that says why".to_owned()),
    }
}

#[test]
fn every_explanation_gives_the_value_of_its_figure() {
    let mut count = 0;
    for (name, inputs) in scenarios() {
        let outcome = evaluate(&inputs);
        for figure in FigureId::all(&outcome) {
            let explanation = explain(figure, &inputs, &outcome).expect("a listed figure is explained");
            assert!(
                explanation.value.is_none() || explanation.value.unwrap().is_finite(),
                "{name}: {figure:?}"
            );
            let fault = find_fault(&explanation, &inputs, &outcome);
            assert_eq!(fault, None, "{name}: {}: {explanation:?}", figure.name(&outcome));
            count += 1;
        }
    }
    assert!(count > 50_000, "only {count} explanations");
}

/// Returns the value that a term has with other inputs.
fn value_with(origin: Origin, inputs: &Inputs, outcome: &Outcome) -> f64 {
    match origin {
        Origin::Input(id) => inputs.get(id),
        Origin::Phase => f64::from(u8::from(inputs.phase == Phase::Nieuw)),
        Origin::Funder(index) => match inputs.plan[index].pays {
            FunderContribution::Amount(amount) => amount.euros(),
            FunderContribution::Share(share) => share.fraction(),
        },
        Origin::Figure(figure) => {
            explain(figure, inputs, outcome).and_then(|found| found.value).unwrap_or_default()
        }
    }
}

/// An expression holds for other inputs too, so that a workbook that is written from it stays
/// right: growth and start-up costs are in it where they are zero.
#[test]
fn an_expression_holds_after_growth_and_start_up_costs_change() {
    let plan = r#"{"plan":[{"party":"gemeente","share":0.5}]}"#;
    let small = r#"{"values":{"inwoners-gemeente":20000,"fase":"nieuw","financiering.gemeente":0.5}}"#;
    for json in ["{}", small, plan] {
        let before = Scenario::parse(json).unwrap().inputs();
        for (costs, savings, start_up) in [(0.03, 0.0, 5_000.0), (-0.02, 0.01, 0.0), (0.0, -0.1, 7_000.0)] {
            let mut after = before.clone();
            after.set(InputId::General(General::Kostenstijging), costs);
            after.set(InputId::General(General::Batenstijging), savings);
            after.set(InputId::General(General::Startkosten), start_up);
            let (outcome, changed) = (evaluate(&before), evaluate(&after));
            for figure in FigureId::all(&outcome) {
                let Explanation { expression, mut terms, .. } = explain(figure, &before, &outcome).unwrap();
                terms.iter_mut().for_each(|term| term.value = value_with(term.origin, &after, &changed));
                let Some(value) = explain(figure, &after, &changed).unwrap().value else { continue };
                let calculated = calculate(&expression, &terms);
                assert!((calculated - value).abs() <= 1e-9 * value.abs().max(1e6), "{json}: {figure:?}");
            }
        }
    }
}

/// Returns the value at a path of the outcome's JSON. In the path a line has its id and a
/// year its number, instead of an index.
fn value_at<'a>(outcome: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('.').try_fold(outcome, |value, key| match value {
        Value::Array(items) => {
            let number: Option<u64> = key.parse().ok();
            let has_key =
                |item: &&Value| item["id"] == key || number.is_some_and(|number| item["year"] == number);
            items.iter().find(has_key)
        }
        value => value.get(key),
    })
}

/// The name of a figure can be read back. Where the public JSON has the figure, the name is
/// the path of its value there.
#[test]
fn names_are_paths_in_the_outcome() {
    let mut paths = 0;
    for (scenario, inputs) in scenarios() {
        let outcome = evaluate(&inputs);
        let json: Value = serde_json::from_str(&serde_json::to_string(&outcome).unwrap()).unwrap();
        for figure in FigureId::all(&outcome) {
            let name = figure.name(&outcome);
            assert_eq!(FigureId::read(&name, &outcome), Some(figure), "{scenario}: {name}");
            let Some(found) = value_at(&json, &name) else { continue };
            let found = found.get("amount").or_else(|| found.get("needed")).unwrap_or(found);
            assert_eq!(found.as_f64(), figure.value(&outcome).unwrap(), "{scenario}: {name}");
            paths += 1;
        }
    }
    assert!(paths > 20_000, "only {paths} figures are in the JSON");
}

#[test]
fn names_of_no_figure_are_refused() {
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

/// By hand: the terms in the explanations of some figures of the brochure.
#[test]
fn explanations_of_the_brochure_have_the_right_terms() {
    let inputs = Preset::Brochure.inputs();
    let outcome = evaluate(&inputs);
    let terms = |name: &str| -> Vec<f64> {
        let figure = FigureId::read(name, &outcome).unwrap();
        explain(figure, &inputs, &outcome).unwrap().shown_terms().iter().map(|term| term.value).collect()
    };
    assert_eq!(terms("costs.lines.personeel"), [3.75, 48_800.0]);
    assert_eq!(terms("costs.gross"), [183_000.0, 15_000.0, 48_000.0, 30_000.0, 24_000.0]);
    assert_eq!(terms("costs.per_visitor"), [300_000.0, 500.0]);
    assert_eq!(terms("total.savings"), [54_000.0, 100_000.0]);
    assert_eq!(terms("break_even.gap"), [300_000.0, 154_000.0]);
    assert_eq!(terms("savings.uitkeringen.net"), [54_000.0, 0.0, 1.0, 0.0]);
    assert_eq!(terms("years.2.savings"), [154_000.0]);
    assert_eq!(terms("years.3.discount"), [0.028]);
    assert_eq!(terms("break_even.society_threshold"), [200_000.0]);
    assert_eq!(terms("bijstand_budget.followed_share"), [0.0; 0]);
    assert_eq!(terms("parties.overig.costs"), [300_000.0, 1.0, 0.0, 0.0]);
    assert_eq!(terms("society.net"), [100_000.0, 300_000.0]);
}

/// The line of numbers in an explanation, calculated from its text, gives the figure as it
/// is shown: a reader with a calculator finds the same.
#[test]
fn a_line_of_numbers_gives_the_figure_that_is_shown() {
    let text = catalogue();
    let mut count = 0;
    for (name, inputs) in scenarios() {
        let outcome = evaluate(&inputs);
        let own = |index: usize| inputs.own[index].label.clone();
        let naming = NameContext { text, inputs: &inputs, outcome: &outcome, own_name: &own };
        for figure in FigureId::all(&outcome) {
            let explanation = explain(figure, &inputs, &outcome).unwrap();
            let numbers = naming.in_numbers(&explanation);
            assert_eq!(numbers.is_empty(), naming.in_words(&explanation).is_empty());
            let Some(value) = explanation.value.filter(|_| !numbers.is_empty()) else { continue };
            let shown = line::calculate(&shown(text.notation, value, explanation.unit));
            let found = line::calculate(&numbers);
            let path = figure.name(&outcome);
            assert!(found.overlaps(shown), "{name}: {path}: {numbers} is {found:?}, shown is {shown:?}");
            count += 1;
        }
    }
    assert!(count > 50_000, "only {count} lines");
}

/// In every preset, all figures and terms have names, and no two figures have the same one.
#[test]
fn figures_and_terms_have_names() {
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

/// The cells in the tables of charts show the values of the figures that they open.
#[test]
fn table_cells_of_charts_show_the_figures_that_they_open() {
    let text = catalogue();
    let mut count = 0;
    for (name, inputs) in scenarios() {
        let outcome = evaluate(&inputs);
        let own = |index: usize| inputs.own[index].label.clone();
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
            assert_eq!(names.len(), all, "{name}: {}: a figure occurs twice", chart.id);
            for (row, figures) in table.rows.iter().zip(figures) {
                assert_eq!(figures.len() + 1, row.len(), "{name}: {}: {row:?}", chart.id);
                for (cell, figure) in row[1..].iter().zip(figures) {
                    let Some(figure) = figure else { continue };
                    let value = figure.value(&outcome).unwrap().unwrap_or_default();
                    let accepted = [value, -value].map(|value| text.notation.euro(value));
                    let is_pm = matches!(figure, FigureId::Line(_, LineFigure::Needed));
                    let is_right = if is_pm { cell == text.charts.pm } else { accepted.contains(cell) };
                    assert!(is_right, "{name}: {}: {cell} for {figure:?}", chart.id);
                    count += 1;
                }
            }
        }
    }
    assert!(count > 5_000, "only {count} cells");
    assert!(chart_cells("tornado", &evaluate(&Preset::Brochure.inputs())).is_empty());
}
