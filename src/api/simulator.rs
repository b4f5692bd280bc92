//! Simulations one after the other, as a page asks for them while somebody
//! moves a slider: in one go, or in steps between which the page can do what is
//! more urgent.

use crate::api::{json, parse};
use crate::model::Inputs;
use crate::model::sensitivity::sensitivity;
use crate::model::simulation::{CachingSimulator, SimulationResult, SimulationSettings, SteppedSimulation};
use crate::uncertainty::{PackedSimulation, SimulationSummary};

/// Simulates again and again. What was drawn is kept, so that only what changed
/// since the last time is drawn anew.
///
/// ```
/// use rekenmodel::api::Answers;
///
/// let mut answers = Answers::default();
/// let at_once = answers.answer("{}", 9_000).unwrap();
/// answers.begin("{}", 9_000).unwrap();
/// while !answers.step() {}
/// assert_eq!(answers.finish(), Some(at_once));
/// ```
#[derive(Default)]
pub struct Answers {
    simulator: CachingSimulator,
    under_way: Option<((Inputs, SimulationSettings), SteppedSimulation)>,
}

impl Answers {
    /// Simulates one scenario as [`crate::api::simulate`] does: JSON in, JSON out.
    ///
    /// # Errors
    /// As [`crate::api::evaluate`].
    pub fn simulate(&mut self, scenario: &str) -> Result<String, String> {
        let scenario = parse(scenario)?;
        json(&self.simulator.simulate(&scenario.inputs(), scenario.simulation))
    }

    /// Simulation and sensitivity of a scenario as plain numbers, of at most
    /// `draws` draws; the first ones of its own number of draws.
    ///
    /// # Errors
    /// As [`crate::api::evaluate`].
    pub fn answer(&mut self, scenario: &str, draws: u32) -> Result<PackedSimulation, String> {
        let (inputs, settings) = asked(scenario, draws)?;
        Ok(packed((&inputs, settings), &self.simulator.simulate(&inputs, settings)))
    }

    /// Begins the same in steps, and lets go of what was under way. What is
    /// kept for [`Answers::answer`] stays as it is.
    ///
    /// # Errors
    /// As [`crate::api::evaluate`].
    pub fn begin(&mut self, scenario: &str, draws: u32) -> Result<(), String> {
        let (inputs, settings) = asked(scenario, draws)?;
        let steps = self.simulator.begin(&inputs, settings);
        self.under_way = Some(((inputs, settings), steps));
        Ok(())
    }

    /// The next step, some thousands of draws; tells whether nothing is left
    /// to do.
    pub fn step(&mut self) -> bool {
        self.under_way.as_mut().is_none_or(|(_, steps)| steps.step())
    }

    /// Returns what was begun, with the steps that are left; nothing where nothing
    /// was.
    pub fn finish(&mut self) -> Option<PackedSimulation> {
        let ((inputs, settings), mut steps) = self.under_way.take()?;
        while !steps.step() {}
        Some(packed((&inputs, settings), &self.simulator.finish(&steps)))
    }
}

fn asked(scenario: &str, most: u32) -> Result<(Inputs, SimulationSettings), String> {
    let scenario = parse(scenario)?;
    let settings = scenario.simulation;
    Ok((scenario.inputs(), SimulationSettings { draws: settings.draws.min(most), ..settings }))
}

fn packed(
    (inputs, settings): (&Inputs, SimulationSettings),
    simulation: &SimulationResult,
) -> PackedSimulation {
    let sensitivity = sensitivity(inputs, settings.pm);
    SimulationSummary::of(0, inputs.perspective, simulation, &sensitivity).pack()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OTHER: &str = r#"{"values":{"dagbesteding.aantal":17},"simulation":{"draws":20000,"seed":3}}"#;

    /// A run in steps mixes nothing up with one in one go, before, between or
    /// after; what it replaces is gone.
    #[test]
    fn steps_and_answers_give_the_same() {
        let mut answers = Answers::default();
        let expected = [("{}", 12_345), (OTHER, u32::MAX), ("{}", 1_000)]
            .map(|(scenario, draws)| (scenario, draws, Answers::default().answer(scenario, draws).unwrap()));
        for (scenario, draws, expected) in &expected {
            assert_eq!(f64::from((*draws).min(20_000)), expected.numbers[0]);
            answers.begin(OTHER, 5_000).unwrap();
            answers.step();
            answers.begin(scenario, *draws).unwrap();
            assert!(!answers.step() || *draws == 1_000);
            let between = answers.answer("{}", 2_000).unwrap();
            assert_eq!(between, Answers::default().answer("{}", 2_000).unwrap());
            while !answers.step() {}
            assert!(answers.step());
            assert_eq!(answers.finish().as_ref(), Some(expected));
            assert_eq!((answers.finish(), answers.step()), (None, true));
            assert_eq!(answers.answer(scenario, *draws).unwrap(), *expected);
        }
    }

    #[test]
    fn bad_input_is_refused_and_leaves_what_is_under_way() {
        let mut answers = Answers::default();
        answers.begin("{}", 1_000).unwrap();
        let bad = r#"{"values":{"fte":-1}}"#;
        assert!(answers.begin(bad, 1_000).unwrap_err().contains("fte"));
        assert!(answers.answer(bad, 1_000).unwrap_err().contains("fte"));
        assert!(answers.finish().is_some());
    }
}
