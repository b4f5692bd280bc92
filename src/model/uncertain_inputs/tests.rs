//! The uncertain inputs of scenarios, by the tables of docs/model.md.

use super::*;
use crate::model::simulation::PmDraws;
use crate::model::{CostBasis, Line, LineField, Perspective, Phase, Preset};
use crate::scenario::Scenario;

fn names(inputs: &Inputs) -> Vec<String> {
    uncertain_inputs(inputs).into_iter().map(|input| input.name).collect()
}

#[test]
fn the_brochure_has_nineteen_uncertain_inputs() {
    let inputs = Preset::Brochure.inputs();
    let names = names(&inputs);
    // Visitors, 7 of costs, 5 of uitkeringen and 6 of dagbesteding.
    assert_eq!(names.len(), 19, "{names:?}");
    assert!(names.contains(&"bezoekers".to_owned()));
    assert!(!names.iter().any(|name| name.starts_with("zorggebruik") || name == "kosten-per-bezoeker"));
    assert!(!names.iter().any(|name| name == "discontovoet" || name.starts_with("ingroei")));
    let varied = varied_inputs(&inputs);
    assert_eq!((varied.len(), varied[19].name.as_str()), (20, "discontovoet"));
}

#[test]
fn a_key_figure_leaves_the_budget_out() {
    let mut inputs = Preset::Brochure.inputs();
    inputs.basis = CostBasis::Kengetal;
    let names = names(&inputs);
    assert_eq!(names[0], "kosten-per-bezoeker");
    assert!(!names.contains(&"bezoekers".to_owned()) && !names.contains(&"fte".to_owned()));
    assert_eq!(names.len(), 12);
}

#[test]
fn a_new_initiative_ramps_up() {
    let mut inputs = Preset::Brochure.inputs();
    inputs.phase = Phase::Nieuw;
    assert_eq!(names(&inputs).len(), 21);
    inputs.set(InputId::General(General::Horizon), 1.0);
    let names = names(&inputs);
    assert!(names.contains(&"ingroei-jaar-1".to_owned()));
    assert!(!names.contains(&"ingroei-jaar-2".to_owned()));
}

#[test]
fn factors_of_products_that_are_zero_are_left_out() {
    let mut inputs = Preset::Brochure.inputs();
    let id = |field| InputId::Line(Line::Dagbesteding, field);
    inputs.set_range(id(LineField::Toerekening), Range::fixed(0.0));
    inputs.set(id(LineField::Toerekening), 0.0);
    let names = names(&inputs);
    assert!(!names.iter().any(|name| name.starts_with("dagbesteding")), "{names:?}");
}

/// Where the budget follows in full, the gemeente loses all of a benefit that is
/// not paid, but two years later.
#[test]
fn a_small_gemeente_keeps_a_benefit_for_two_years() {
    let mut inputs = Preset::Brochure.inputs();
    inputs.perspective = Perspective::Gemeente;
    inputs.set(InputId::General(General::InwonersGemeente), 9_000.0);
    let of = |inputs: &Inputs, name: &str| {
        let all = uncertain_inputs(inputs);
        all.into_iter().find(|one| one.name == name).unwrap().affects
    };
    let affects = of(&inputs, "uitkeringen.aantal");
    assert!(affects.net && affects.npv && !affects.gemeente && !affects.society);
    let affects = of(&inputs, "dagbesteding.verzilverbaar");
    assert!(!affects.net && affects.npv && affects.gemeente && !affects.society);
    inputs.perspective = Perspective::Partijen;
    assert!(!of(&inputs, "dagbesteding.verzilverbaar").npv);
}

/// By hand: for 250 visitors the table's 0 to 20, 25, 6,000 and 10 are half as much.
#[test]
fn lines_without_a_figure_are_drawn_over_their_ranges() {
    let text = r#"{"values":{"bezoekers":250,"overlast.aantal":40},
        "ranges":{"c2.bedrag":{"low":100,"high":300}},
        "custom":[{"id":"c1","side":"saving","counted":false,"quantity":2,"amount":100},
                  {"id":"c2","side":"saving","counted":false,"quantity":2,"amount":100},
                  {"id":"c3","side":"cost","quantity":2,"amount":100}]}"#;
    let inputs = Scenario::parse(text).unwrap().inputs();
    assert_eq!(*with_drawn_lines(&inputs, PmDraws::Weglaten), inputs);
    let drawn = with_drawn_lines(&inputs, PmDraws::Trekken);
    let all = uncertain_inputs(&drawn);
    let range = |name: &str| {
        let one = all.iter().find(|one| one.name == name)?;
        Some((one.range.low, one.range.high))
    };
    assert_eq!(range("zorggebruik.aantal"), Some((0.0, 10.0)));
    assert_eq!(range("overlast.aantal"), Some((0.0, 40.0)));
    assert_eq!(range("betaald-werk.aantal"), Some((0.0, 3_000.0)));
    assert_eq!(range("kwaliteit-van-leven.aantal"), Some((0.0, 5.0)));
    assert_eq!(range("c2.bedrag"), Some((100.0, 300.0)));
    assert!(!all.iter().any(|one| one.name.starts_with("c1") || one.name.starts_with("c3")));
}
