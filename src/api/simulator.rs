//! Repeated simulations, for a page on which the user moves a slider: each in one call, or
//! in steps between which the page can react to input.

use crate::api::{json, parse};
use crate::model::Inputs;
use crate::model::sensitivity::sensitivity;
use crate::model::simulation::{CachingSimulator, SimulationResult, SimulationSettings, SteppedSimulation};
use crate::uncertainty::{PackedSimulation, SimulationSummary};

/// Simulates scenarios one after another. A simulation in one call caches its draws, so that
/// only the inputs that changed since the previous such call are drawn again.
///
/// ```
/// use rekenmodel::api::ScenarioSimulator;
///
/// let mut simulator = ScenarioSimulator::default();
/// let in_one_call = simulator.simulate_packed("{}", 9_000).unwrap();
/// simulator.begin("{}", 9_000).unwrap();
/// while !simulator.step() {}
/// assert_eq!(simulator.finish(), Some(in_one_call));
/// ```
#[derive(Default)]
pub struct ScenarioSimulator {
    cache: CachingSimulator,
    /// The simulation that was begun in steps, with its inputs and settings.
    running: Option<((Inputs, SimulationSettings), SteppedSimulation)>,
}

impl ScenarioSimulator {
    /// Simulates one scenario as [`crate::api::simulate`] does: JSON in, JSON out.
    ///
    /// # Errors
    /// As [`crate::api::evaluate`].
    pub fn simulate(&mut self, scenario: &str) -> Result<String, String> {
        let scenario = parse(scenario)?;
        json(&self.cache.simulate(&scenario.inputs(), scenario.simulation))
    }

    /// Simulates one scenario and returns the simulation and the sensitivity as plain
    /// numbers. It makes the number of draws of the scenario, but at most `max_draws`.
    ///
    /// # Errors
    /// As [`crate::api::evaluate`].
    pub fn simulate_packed(&mut self, scenario: &str, max_draws: u32) -> Result<PackedSimulation, String> {
        let (inputs, settings) = inputs_and_settings(scenario, max_draws)?;
        Ok(pack((&inputs, settings), &self.cache.simulate(&inputs, settings)))
    }

    /// Begins a simulation in steps, with the same result as
    /// [`ScenarioSimulator::simulate_packed`]; replaces a simulation that was begun before.
    /// It neither uses nor changes the draws that `simulate_packed` has cached.
    ///
    /// # Errors
    /// As [`crate::api::evaluate`].
    pub fn begin(&mut self, scenario: &str, max_draws: u32) -> Result<(), String> {
        let (inputs, settings) = inputs_and_settings(scenario, max_draws)?;
        let steps = self.cache.begin(&inputs, settings);
        self.running = Some(((inputs, settings), steps));
        Ok(())
    }

    /// Makes the next step, of some thousands of draws; returns whether all steps are done,
    /// which is also true where no simulation was begun.
    pub fn step(&mut self) -> bool {
        self.running.as_mut().is_none_or(|(_, steps)| steps.step())
    }

    /// Makes the remaining steps of the simulation that was begun and returns its result;
    /// `None` where none was begun.
    pub fn finish(&mut self) -> Option<PackedSimulation> {
        let ((inputs, settings), mut steps) = self.running.take()?;
        while !steps.step() {}
        Some(pack((&inputs, settings), &self.cache.finish(&steps)))
    }
}

/// Returns the inputs and the settings of a scenario, with at most this number of draws.
fn inputs_and_settings(scenario: &str, max_draws: u32) -> Result<(Inputs, SimulationSettings), String> {
    let scenario = parse(scenario)?;
    let settings = scenario.simulation;
    Ok((scenario.inputs(), SimulationSettings { draws: settings.draws.min(max_draws), ..settings }))
}

fn pack(
    (inputs, settings): (&Inputs, SimulationSettings),
    simulation: &SimulationResult,
) -> PackedSimulation {
    // The numbers do not include that of the request, which the page gives when it unpacks them.
    const NO_REQUEST: u32 = 0;
    let sensitivity = sensitivity(inputs, settings.pm);
    SimulationSummary::new(NO_REQUEST, inputs.perspective, simulation, &sensitivity).pack()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OTHER: &str = r#"{"values":{"dagbesteding.aantal":17},"simulation":{"draws":20000,"seed":3}}"#;

    /// A simulation in steps and simulations in one call do not affect each other, and a new
    /// simulation in steps replaces the previous one.
    #[test]
    fn steps_give_the_same_result_as_one_call() {
        let mut simulator = ScenarioSimulator::default();
        let expected = [("{}", 12_345), (OTHER, u32::MAX), ("{}", 1_000)].map(|(scenario, draws)| {
            (scenario, draws, ScenarioSimulator::default().simulate_packed(scenario, draws).unwrap())
        });
        for (scenario, draws, expected) in &expected {
            assert_eq!(f64::from((*draws).min(20_000)), expected.numbers[0]);
            simulator.begin(OTHER, 5_000).unwrap();
            simulator.step();
            simulator.begin(scenario, *draws).unwrap();
            assert!(!simulator.step() || *draws == 1_000);
            let between = simulator.simulate_packed("{}", 2_000).unwrap();
            assert_eq!(between, ScenarioSimulator::default().simulate_packed("{}", 2_000).unwrap());
            while !simulator.step() {}
            assert!(simulator.step());
            assert_eq!(simulator.finish().as_ref(), Some(expected));
            assert_eq!((simulator.finish(), simulator.step()), (None, true));
            assert_eq!(simulator.simulate_packed(scenario, *draws).unwrap(), *expected);
        }
    }

    #[test]
    fn invalid_input_is_refused_and_leaves_the_running_simulation() {
        let mut simulator = ScenarioSimulator::default();
        simulator.begin("{}", 1_000).unwrap();
        let invalid = r#"{"values":{"fte":-1}}"#;
        assert!(simulator.begin(invalid, 1_000).unwrap_err().contains("fte"));
        assert!(simulator.simulate_packed(invalid, 1_000).unwrap_err().contains("fte"));
        assert!(simulator.finish().is_some());
    }
}
