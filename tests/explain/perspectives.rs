//! The figures on the page in each perspective, in scenarios in which the perspectives differ:
//! savings that free half of their money, welfare that counts, a gemeente whose bijstand
//! budget follows, funders, own lines, harm and a surplus.

use super::page::{after, check_figures, open_page, run_simulation};
use rekenmodel::chart;
use rekenmodel::model::Perspective;
use rekenmodel::model::switching_value::saldo_inputs;
use rekenmodel::ui::features::certainty::state::IdleStage;
use rekenmodel::ui::features::explain::explain_figure;
use rekenmodel::ui::state::{Action, SimulationAction, State, ViewAction};
use rekenmodel::uncertainty::SimulatedFigure;
use std::collections::BTreeSet;
use std::rc::Rc;

/// Values in which the gemeente, all payers and society each have another saldo.
const VALUES: &str = r#""dagbesteding.verzilverbaar":0.5,"kwaliteit-van-leven.aantal":2,"zorggebruik.gemeente":0.25,"zorggebruik.zorgverzekeraar":0.75,"inwoners-gemeente":20000"#;

/// Further values, and the rest of the scenario.
const CASES: [(&str, &str); 8] = [
    ("", ""),
    ("", r#","counted":{"kwaliteit-van-leven":true}"#),
    (r#","financiering.gemeente":0.6,"drempel":300"#, r#","counted":{"kwaliteit-van-leven":true}"#),
    (r#","uitkeringen.aantal":-3"#, r#","counted":{"kwaliteit-van-leven":true,"zorggebruik":true}"#),
    (r#","dagbesteding.aantal":160"#, r#","base":"prijspeil-2025","counted":{"kwaliteit-van-leven":true}"#),
    (
        r#","startkosten":20000"#,
        r#","counted":{"kwaliteit-van-leven":true},"plan":[{"party":"gemeente","share":0.5},{"label":"Fonds","party":"overig","amount":90000,"until":2}]"#,
    ),
    (r#","eigen-inkomsten":400000"#, r#","counted":{"dagbesteding":false}"#),
    (
        r#","fase":"nieuw""#,
        r#","base":"voorzichtig","custom":[{"id":"c1","side":"saving","label":"Toeslag","kind":"overdracht","counted":false,"quantity":3,"unit":"mensen","amount":2000},{"id":"c2","side":"saving","label":"Huis","kind":"besparing","counted":true,"quantity":3,"unit":"keer","amount":20000,"verzilverbaar":0.5}]"#,
    ),
];

/// Returns these cases in every perspective.
fn in_every_perspective(cases: &[(&str, &str)]) -> Vec<String> {
    let case = |perspective: Perspective| {
        cases.iter().map(move |(values, rest)| {
            format!(r#"{{"values":{{"perspectief":"{}",{VALUES}{values}}}{rest}}}"#, perspective.id())
        })
    };
    Perspective::ALL.into_iter().flat_map(case).collect()
}

/// Returns the state with the tables of these charts opened.
fn with_tables(state: &Rc<State>, charts: &[&str]) -> Rc<State> {
    charts.iter().fold(state.clone(), |state, id| after(&state, ViewAction::OpenTable((*id).to_owned())))
}

#[test]
fn the_results_open() {
    let mut kinds = BTreeSet::new();
    for json in in_every_perspective(&CASES) {
        let state = open_page(&json, "rekenblad");
        let tables = [
            chart::costs_vs_savings::ID,
            chart::waterfall::ID,
            chart::parties::ID,
            chart::cumulative::ID,
            chart::financing::ID,
        ];
        kinds.extend(check_figures(&with_tables(&state, &tables), &json).0);
    }
    for anchor in ["genoeg", "eenheden", "omslagpunten", "hoe-ver", "genoeg-pm", "rekeningen", "jaren"] {
        assert!(kinds.contains(anchor), "{anchor} is not on the page: {kinds:?}");
    }
}

/// Every input of the explorer opens its break-even value, whose check is the perspective's.
#[test]
fn the_break_even_values_open() {
    let mut values = 0;
    // The page is drawn for each input, so not for every case.
    for json in in_every_perspective(&CASES[2..5]) {
        let opened = open_page(&json, "rekenblad");
        for id in saldo_inputs(&opened.workspace.inputs) {
            let state = after(&opened, ViewAction::ChooseBreakEven(id));
            check_figures(&state, &format!("{json}, {id:?}"));
            let name = format!("omslag.{}", state.workspace.inputs.name(id));
            let Some(explanation) = explain_figure(&state, &name) else { continue };
            // The last line calculates the saldo at the value.
            let (_, line) = explanation.lines.last().unwrap();
            assert!(line.ends_with(" = €\u{a0}0"), "{json}: {name}: {line}");
            values += 1;
        }
    }
    assert!(values > 40, "only {values} break-even values");
}

#[test]
fn the_uncertainty_opens() {
    for json in in_every_perspective(&CASES) {
        let state = open_page(&json, "onzekerheid");
        let mut actions: Vec<Action> = vec![
            SimulationAction::Receive(Rc::new(run_simulation(&json, 1000))).into(),
            SimulationAction::EnterIdleStage(1, IdleStage::Details).into(),
        ];
        actions.extend(SimulatedFigure::ALL.map(|figure| ViewAction::ChooseDistribution(figure).into()));
        let state = actions.into_iter().fold(state, |state, action| after(&state, action));
        let tables = ["spreiding", "waarde-per-bezoeker", "tornado", "wat-meten-we-eerst", "los"];
        check_figures(&with_tables(&state, &tables), &json);
    }
}
