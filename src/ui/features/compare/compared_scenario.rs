//! The scenarios of the workspace, each with its outcome and, as far as the simulation
//! has answered, its chance. Outcomes are stored until their scenario changes.

use crate::model::{Inputs, Outcome, evaluate};
use crate::scenario::{Scenario, changes};
use crate::ui::features::scenarios::state::spread_key;
use crate::ui::state::State;
use crate::uncertainty::Spread;
use std::cell::RefCell;
use std::rc::Rc;

/// A scenario with its outcome, for the comparison.
pub struct ComparedScenario<'a> {
    /// The name of the scenario in the list.
    pub label: String,
    /// The scenario itself.
    pub scenario: &'a Scenario,
    /// The inputs of the scenario.
    pub inputs: Rc<Inputs>,
    /// The outcome of these inputs.
    pub outcome: Rc<Outcome>,
    /// The chance that the costs are covered: `None` until the simulation
    /// answers, `Some(None)` where it could not simulate the scenario.
    pub chance: Option<Option<f64>>,
    /// The simulated distribution of the saldo; `None` where it is not known.
    pub spread: Option<&'a Spread>,
    /// The number of differences from its preset.
    pub changes: usize,
}

/// A scenario with everything that can be calculated from it alone, without the
/// simulation and the other scenarios.
struct EvaluatedScenario {
    scenario: Scenario,
    inputs: Rc<Inputs>,
    outcome: Rc<Outcome>,
    /// The key of its spread among the answers of the simulation.
    spread_key: String,
    /// The number of differences from its preset.
    changes: usize,
}

impl EvaluatedScenario {
    fn new(scenario: &Scenario) -> EvaluatedScenario {
        let inputs = scenario.inputs();
        EvaluatedScenario {
            outcome: Rc::new(evaluate(&inputs)),
            spread_key: spread_key(scenario),
            changes: changes::changes(scenario, &inputs, &scenario.base_inputs()).len(),
            scenario: scenario.clone(),
            inputs: Rc::new(inputs),
        }
    }
}

thread_local! {
    /// The scenarios as they were evaluated last. Each block of the view asks for
    /// all of them, and rarely more than one changed since.
    static EVALUATED: RefCell<Vec<Rc<EvaluatedScenario>>> = const { RefCell::new(Vec::new()) };
}

/// Returns the evaluated scenarios; evaluates only those that changed since the
/// last call.
fn evaluate_changed(scenarios: &[Scenario]) -> Vec<Rc<EvaluatedScenario>> {
    let before = EVALUATED.take();
    let known = |scenario: &Scenario| before.iter().find(|known| known.scenario == *scenario).cloned();
    let evaluate =
        |scenario: &Scenario| known(scenario).unwrap_or_else(|| Rc::new(EvaluatedScenario::new(scenario)));
    let all: Vec<Rc<EvaluatedScenario>> = scenarios.iter().map(evaluate).collect();
    EVALUATED.set(all.clone());
    all
}

/// Returns all scenarios of the workspace, each with its outcome.
pub(crate) fn entries(state: &State) -> Vec<ComparedScenario<'_>> {
    let all = &state.workspace.current.scenarios;
    let scenarios = all.iter().zip(state.labels()).zip(evaluate_changed(all));
    let entry = |((scenario, label), evaluated): ((_, String), Rc<EvaluatedScenario>)| {
        let spread = state.simulation.spreads.iter().find(|(key, _)| *key == evaluated.spread_key);
        let spread = spread.map(|(_, spread)| spread.as_ref());
        ComparedScenario {
            label,
            scenario,
            inputs: evaluated.inputs.clone(),
            outcome: evaluated.outcome.clone(),
            changes: evaluated.changes,
            chance: spread.map(|spread| spread.map(|spread| spread.positive)),
            spread: spread.flatten(),
        }
    };
    scenarios.map(entry).collect()
}
