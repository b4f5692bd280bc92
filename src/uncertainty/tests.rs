//! Summaries of simulations of the brochure's preset.

use super::*;
use crate::api::ScenarioSimulator;

fn simulated(scenario: &str) -> SimulationSummary {
    let PackedSimulation { numbers, names } =
        ScenarioSimulator::default().simulate_packed(scenario, u32::MAX).unwrap();
    SimulationSummary::unpack(1, &numbers, &names).unwrap()
}

/// By the golden file of the brochure.
#[test]
fn brochure() {
    let found = simulated("{}");
    let net = found.spread(SimulatedFigure::Net);
    assert_eq!((found.draws, net.positive, net.below_deterministic), (100_000, 0.0, Some(0.86508)));
    assert_eq!(net.quantiles[1], -216_512.279_837_093_02);
    // 19 inputs, and the chance that there is no effect.
    assert_eq!(found.information_values.len(), 20);
    assert_eq!(found.sensitivity_ranges.each_ref().map(Vec::len), [17, 1, 1, 0]);
    assert!(!found.can_change_decision());
    assert_eq!(found.ranking()[0].id, "kans-geen-effect");
}

#[test]
fn the_curve_is_interpolated() {
    let found = simulated("{}");
    let [drempel50, drempel80] = found.drempels.map(Option::unwrap);
    assert!((found.chance_at(drempel50) - 0.5).abs() < 0.01, "{}", found.chance_at(drempel50));
    assert!((found.chance_at(drempel80) - 0.8).abs() < 0.01);
    assert_eq!((found.chance_at(0.0), found.chance_at(1e9)), (0.0, found.curve.last().unwrap().1));
}

#[test]
fn inputs_are_ranked_by_evppi_where_the_decision_can_change() {
    let found = simulated(r#"{"values":{"drempel":360}}"#);
    assert!(found.can_change_decision() && found.evpi > 0.0);
    let worth: Vec<f64> = found.ranking().iter().map(|known| known.evppi).collect();
    assert!(worth.windows(2).all(|pair| pair[0] >= pair[1]));
}
