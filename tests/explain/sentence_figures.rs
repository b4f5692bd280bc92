//! Figures on the page that can be pressed, in states that show as many kinds as possible.
//! Each opens an explanation with the number that the page shows, whose lines can be
//! calculated again. No calculated amount in a sentence is without an explanation.

use super::page::{after, check_figures, numbers, open_page, run_simulation};
use rekenmodel::model::goal::GOAL_INPUTS;
use rekenmodel::model::switching_value::{saldo_inputs, unwidened_range};
use rekenmodel::model::{InputId, Preset, Unit};
use rekenmodel::scenario::Scenario;
use rekenmodel::text::catalogue;
use rekenmodel::ui::features::certainty::ranges_state::Setting;
use rekenmodel::ui::features::certainty::state::IdleStage;
use rekenmodel::ui::features::explain::explain_figure;
use rekenmodel::ui::features::network::state::NetworkField;
use rekenmodel::ui::features::scenarios::state::{SPREAD_DRAWS, ScenarioAction, spread_key};
use rekenmodel::ui::features::worksheet::goal_state::{GoalAction, GoalKind};
use rekenmodel::ui::routes::Route;
use rekenmodel::ui::state::{Action, EditingAction, FieldId, SimulationAction, ViewAction};
use rekenmodel::uncertainty::SimulatedFigure;
use std::collections::BTreeSet;
use std::rc::Rc;

/// Scenarios with a dekkingsplan: covered in part, in excess, or for some years only.
const PLANS: [&str; 6] = [
    r#"{"plan":[{"label":"Wmo","party":"gemeente","amount":200000},{"label":"Fonds Y","party":"overig","amount":60000,"until":2}]}"#,
    r#"{"values":{"startkosten":20000,"kostenstijging":0.03},"plan":[{"party":"gemeente","share":0.9},{"party":"rijk","amount":40000,"until":1}]}"#,
    r#"{"values":{"horizon":1},"plan":[{"party":"gemeente","amount":310000}]}"#,
    r#"{"values":{"dagbesteding.verzilverbaar":0.5},"plan":[{"party":"gemeente","share":0.5},{"label":"Fonds","party":"overig","amount":90000,"until":2}]}"#,
    r#"{"plan":[{"party":"gemeente","amount":250000},{"party":"overig","amount":70000,"until":2},{"party":"rijk","amount":9000,"until":3}]}"#,
    r#"{"plan":[{"party":"gemeente","share":1,"until":4}]}"#,
];

/// Scenarios that give warnings with figures. With `PLANS` they give every warning that the
/// test below names.
const WITH_WARNINGS: [&str; 11] = [
    "{}",
    r#"{"values":{"dagbesteding.autonoom":0.2}}"#,
    r#"{"values":{"dagbesteding.aantal":600,"uitkeringen.aantal":600}}"#,
    r#"{"values":{"uitkeringen.aantal":60}}"#,
    r#"{"values":{"bezoekers":30000}}"#,
    r#"{"values":{"fte":2.25}}"#,
    r#"{"values":{"kostenbasis":"kengetal","kosten-per-bezoeker":450}}"#,
    r#"{"values":{"perspectief":"gemeente"}}"#,
    r#"{"values":{"bezoekers":960}}"#,
    r#"{"values":{"betaald-werk.aantal":1200},"counted":{"betaald-werk":true}}"#,
    r#"{"base":"prijspeil-2025","values":{"loonkosten-per-fte":200000},"custom":[{"id":"c1","side":"saving","label":"Huis","kind":"besparing","counted":true,"quantity":3,"unit":"keer","amount":20000}]}"#,
];

#[test]
fn the_figures_of_plans_and_warnings_open() {
    let (mut kinds, mut lines) = (BTreeSet::new(), 0);
    for json in PLANS.into_iter().chain(WITH_WARNINGS) {
        let found = check_figures(&open_page(json, "rekenblad"), json);
        kinds.extend(found.0);
        lines += found.1;
    }
    for kind in [
        "let-op.zonder-correctie",
        "let-op.alles-vrij",
        "let-op.tijdelijk",
        "let-op.besparing-per-bezoeker",
        "let-op.welvaart-zonder-correctie",
        "samen.ongedekt",
        "dekking-zinnen",
        "dekking-tekort",
        "dekking-rekening",
    ] {
        assert!(kinds.contains(kind), "{kind} is not on the page: {kinds:?}");
    }
    // The titles of the warnings, with which the anchors of their figures begin.
    for title in [
        "Meer-mensen-dan-bezoekers-",
        "Zijn-dit-de-bezoekers-van-alle-initiatieven-samen?-",
        "Twee-manieren-om-bezoekers-te-tellen-",
        "Hoge-kosten-per-bezoeker-",
        "Besparingen-groter-dan-de-kosten-",
        "Meer-mensen-uit-de-uitkering-dan-vrijwilligers-",
        "Dezelfde-mensen-bij-uitkeringen-en-bij-werk-",
        "Niet-alles-is-gedekt-",
        "De-financiers-betalen-meer-dan-de-kosten-",
        "Telt-u-iedereen-die-ooit-uit-de-uitkering-ging?-",
        "Minder-medewerkers,-evenveel-effect:-klopt-dat?-",
        "Minder-geld,-evenveel-effect:-klopt-dat?-",
        "Hoe-groot-is-de-gemeente?-",
        "Al-het-geld-is-tijdelijk-",
        "Eén-financier-",
    ] {
        assert!(kinds.iter().any(|anchor| anchor.starts_with(title)), "{title}: {kinds:?}");
    }
    assert!(lines > 1_000, "only {lines} lines");
}

#[test]
fn the_figures_of_goal_seek_open() {
    let mut count = 0;
    let harm = r#"{"values":{"dagbesteding.aantal":-2}}"#;
    let kengetal = r#"{"values":{"kostenbasis":"kengetal"}}"#;
    for json in ["{}", kengetal, harm, PLANS[1]] {
        for (id, kind) in GOAL_INPUTS.into_iter().flat_map(|id| GoalKind::ALL.map(|kind| (id, kind))) {
            for goal in ["60", "51,333333333333336", "-100000", "0"] {
                let mut state = open_page(json, "rekenblad");
                let actions: [Action; 3] = [
                    GoalAction::ChooseInput(InputId::General(id)).into(),
                    GoalAction::ChooseKind(kind).into(),
                    EditingAction::Type(FieldId::Goal(kind), goal.to_owned()).into(),
                ];
                for action in actions {
                    state = after(&state, action);
                }
                let (kinds, _) = check_figures(&state, &format!("{json}, {id:?}: {goal}"));
                count += usize::from(kinds.contains(&format!("doel.{}", id.id())));
            }
        }
    }
    assert!(count > 10, "only {count}");
}

/// For every input that the saldo depends on, the page shows its value, its break-even value,
/// the ratio of the two, and both ends of its plausible range.
#[test]
fn the_figures_of_the_break_even_search_open() {
    let mut kinds = BTreeSet::new();
    let own = r#"{"base":"prijspeil-2025","ranges":{"fte":{"low":1,"high":5}},"values":{"dagbesteding.aantal":-2},"custom":[{"id":"c1","side":"saving","label":"Huis","kind":"besparing","counted":true,"quantity":3,"unit":"keer","amount":20000}]}"#;
    for json in ["{}", own, r#"{"base":"gunstig"}"#] {
        let opened = open_page(json, "rekenblad");
        for id in saldo_inputs(&opened.workspace.inputs) {
            let state = after(&opened, ViewAction::ChooseBreakEven(id));
            let (found, _) = check_figures(&state, &format!("{json}, {id:?}"));
            let name = state.workspace.inputs.name(id);
            assert!(found.contains("omslagpunten"), "{json}: {name}: {found:?}");
            kinds.extend(found);
            for (is_high, end) in [(false, "laag"), (true, "hoog")] {
                let explanation = explain_figure(&state, &format!("aannemelijk.{end}.{name}"));
                let range = unwidened_range(&state.workspace.inputs, id);
                assert_eq!(explanation.is_some(), range.is_some(), "{json}: {name}");
                let Some((explanation, (low, high))) = explanation.zip(range) else { continue };
                let scale = if id.definition().unit == Unit::Share { 100.0 } else { 1.0 };
                let expected = scale * if is_high { high } else { low };
                let [(value, rounding), ..] = numbers(&explanation.value)[..] else {
                    panic!("{}", explanation.value)
                };
                assert!((value - expected.abs()).abs() <= rounding, "{json}: {name}: {}", explanation.value);
            }
        }
    }
    for kind in ["omslag", "omslag-keer", "aannemelijk.laag", "aannemelijk.hoog", "omslag-zin"] {
        assert!(kinds.iter().any(|found| found.starts_with(kind)), "{kind} is not on the page: {kinds:?}");
    }
}

#[test]
fn the_figures_of_the_view_of_uncertainty_open() {
    let mut kinds = BTreeSet::new();
    let mut lines = 0;
    let own =
        r#"{"ranges":{"fte":{"low":4,"high":5},"huisvesting":{"kind":"uniform","low":10000,"high":40000}}}"#;
    let in_2025 = r#"{"base":"prijspeil-2025","values":{"huisvesting":900000,"drempel":300}}"#;
    let with_drempel = r#"{"values":{"drempel":360}}"#;
    for json in ["{}", own, in_2025, with_drempel, r#"{"base":"gunstig"}"#, PLANS[3]] {
        let mut state = open_page(json, "onzekerheid");
        let mut actions: Vec<Action> = vec![
            SimulationAction::Receive(Rc::new(run_simulation(json, 1000))).into(),
            SimulationAction::EnterIdleStage(1, IdleStage::Details).into(),
        ];
        actions.extend(
            // The four charts, and `los` for the tables of other figures below the tornado.
            ["spreiding", "waarde-per-bezoeker", "tornado", "wat-meten-we-eerst", "los"]
                .map(|id| ViewAction::OpenTable(id.into()).into()),
        );
        actions.extend(SimulatedFigure::ALL.map(|figure| ViewAction::ChooseDistribution(figure).into()));
        for action in actions {
            state = after(&state, action);
        }
        let found = check_figures(&state, json);
        kinds.extend(found.0);
        lines += found.1;
        // Figures that open from areas of a chart, which are no buttons in the HTML.
        for (name, index) in [("helft", 0), ("ruim", 1)] {
            let explanation = explain_figure(&state, &format!("drempel.{name}")).unwrap();
            let drempel = state.simulation.results.as_ref().unwrap().drempels[index].unwrap();
            let shown = &catalogue().notation.euro(drempel.floor());
            let [(shown, _), ..] = numbers(shown)[..] else { panic!("{shown}") };
            let [(value, _), ..] = numbers(&explanation.value)[..] else { panic!("{}", explanation.value) };
            // Up to half a cent below a whole euro, cents are rounded up to it.
            assert!(value >= shown && value <= shown + 1.0, "{json}: {name}: {}", explanation.value);
        }
    }
    for kind in ["grens.0", "grens.1", "grens.2", "uiterste.0", "meetplan-cijfers", "voorstel"] {
        assert!(kinds.contains(kind), "{kind} is not on the page: {kinds:?}");
    }
    assert!(lines > 300, "only {lines} lines");
}

/// By hand: a range of 4 to 5 was entered for a value of 3.75, which then is the low end.
#[test]
fn the_explanation_of_a_range_says_where_its_ends_come_from() {
    let json = r#"{"ranges":{"fte":{"low":4,"high":5}}}"#;
    let state = open_page(json, "onzekerheid");
    let state = after(&state, SimulationAction::Receive(Rc::new(run_simulation(json, 1000))));
    let low = explain_figure(&state, "grens.0.laag.fte").unwrap();
    assert_eq!(low.value, "3,75");
    assert!(low.lines.iter().any(|(_, line)| line == "de laagste van 4 en 3,75 = 3,75"), "{:?}", low.lines);
    let high = explain_figure(&state, "grens.0.hoog.fte").unwrap();
    assert_eq!((high.value.as_str(), high.lines.len()), ("5", 1));
    assert_eq!(high.notes[0], catalogue().explain_extra().entered);
    assert!(
        explain_figure(&state, "grens.0.laag.niets").is_none()
            && explain_figure(&state, "grens.9.laag.fte").is_none()
    );
    // In prices of 2025: 40,000 × 1.341148.
    let json = r#"{"base":"prijspeil-2025"}"#;
    let state = open_page(json, "onzekerheid");
    let state = after(&state, SimulationAction::Receive(Rc::new(run_simulation(json, 1000))));
    let low = explain_figure(&state, "grens.0.laag.huisvesting").unwrap();
    assert!(low.lines[1].1.starts_with("€\u{a0}40.000 × 1,341148 = €\u{a0}53.645,9"), "{:?}", low.lines);
}

#[test]
fn the_figures_of_a_network_open() {
    let mut state = open_page(PLANS[3], "vergelijken");
    state = after(&state, ScenarioAction::Add(Preset::Prijspeil2025));
    state = after(&state, ViewAction::FollowAddress(Route::Compare));
    for (setting, number) in
        [(NetworkField::Count(0), "7"), (NetworkField::Count(1), "2"), (NetworkField::Inhabitants, "90.000")]
    {
        let field = FieldId::Setting(Setting::Network(setting));
        state = after(&state, EditingAction::Type(field, number.into()));
    }
    let spread = |scenario: &Scenario| {
        let key = spread_key(scenario);
        let found = run_simulation(&key, SPREAD_DRAWS).spread(SimulatedFigure::Net).clone();
        (key, Some(found))
    };
    let chances: Vec<_> = state.workspace.current.scenarios.iter().map(spread).collect();
    state = after(&state, SimulationAction::ReceiveSpreads(chances));
    let (kinds, lines) = check_figures(&state, "a network");
    for kind in ["netwerk-zin", "netwerk-bereik", "netwerk-noten", "netwerk-lager", "netwerk.gemiddelde"] {
        assert!(kinds.contains(kind), "{kind} is not on the page: {kinds:?}");
    }
    assert!(lines > 50, "only {lines} lines");
}
