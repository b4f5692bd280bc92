//! Everything in which a scenario differs from its preset, one by one, and
//! what each does to the outcome.
//!
//! A price year is a difference too, but no gain or loss: it is the same case
//! in other euros. So are ranges, draws and seed: they leave the deterministic figures as they are.

use crate::model::outcome::saldo;
use crate::model::simulation::SimulationSettings;
use crate::model::{
    Euro, General, InputId, Inputs, Line, LineField, Outcome, Party, Perspective, Range, Shape, evaluate,
};
use crate::scenario::Scenario;

/// One thing that differs from the preset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Basis of the costs.
    Basis,
    /// The value of a fixed input.
    Value(InputId),
    /// Tells whether a fixed line counts.
    Counted(Line),
    /// The own line at this place, which no preset has.
    Own(usize),
    /// The dekkingsplan, which no preset has.
    Plan,
    /// The range of an input.
    Range(InputId),
    /// Number of draws that a simulation makes.
    Draws,
    /// Start of the random numbers.
    Seed,
}

/// The figure that a change moves: the saldo, or where that stays the same the
/// first of the others that does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MovedFigure {
    /// The saldo of a full-effect year.
    Net,
    /// The saldo of one party.
    Party(Party),
    /// The net present value.
    Npv,
    /// The saldo of society.
    Society,
}

/// Effect of a change: the figures as they are, less those with the change put
/// back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Effect {
    /// Moves this figure by so much.
    Moves(MovedFigure, Euro),
    /// Moves who pays or saves, and nothing of all together. This party is the
    /// first that has another saldo for it.
    Shifts {
        /// Party whose saldo it moves.
        party: Party,
        /// Amount that it moves.
        by: Euro,
        /// Amount more of a full-effect year that nobody pays.
        uncovered: Euro,
    },
    /// Moves none of them.
    Nothing,
    /// Change of the spread, which leaves the deterministic figures as they are.
    SpreadOnly,
    /// Price year: the case stays as it is, in prices of another year.
    Prices,
}

impl Effect {
    /// Returns whether it is for the better; none where it is neither. What one
    /// party need not pay, another one pays, or nobody.
    pub fn helps(self) -> Option<bool> {
        match self {
            Effect::Moves(_, by) => Some(by > Euro::ZERO),
            _ => None,
        }
    }

    /// The figure that it moves, and by how much.
    pub fn moved(self) -> Option<(MovedFigure, Euro)> {
        match self {
            Effect::Moves(what, by) => Some((what, by)),
            Effect::Shifts { party, by, .. } => Some((MovedFigure::Party(party), by)),
            _ => None,
        }
    }
}

/// Amount below which the page shows zero, in euros.
const HALF_A_EURO: f64 = 0.5;

/// Lists everything that differs: inputs as they are, against those of the preset
/// in the same price year. Own lines come after the fixed ones, the simulation
/// last.
pub fn changes(scenario: &Scenario, inputs: &Inputs, base: &Inputs) -> Vec<Change> {
    let mut found = Vec::new();
    if inputs.basis != base.basis {
        found.push(Change::Basis);
    }
    let differs = |id: &InputId| match id {
        InputId::General(General::Prijspeil) => inputs.year() != scenario.base.year(),
        _ => inputs.get(*id) != base.get(*id),
    };
    found.extend(InputId::fixed().filter(differs).map(Change::Value));
    let switched = |line: &Line| inputs.line(*line).counted != base.line(*line).counted;
    found.extend(Line::ALL.into_iter().filter(switched).map(Change::Counted));
    found.extend((0..inputs.own.len()).map(Change::Own));
    found.extend((!inputs.plan.is_empty()).then_some(Change::Plan));
    if !inputs.ranges.is_empty() {
        let mut usual = inputs.clone();
        usual.ranges.clear();
        let own = inputs.ranges.iter().map(|(id, _)| *id);
        found.extend(own.filter(|id| !same(inputs.range(*id), usual.range(*id))).map(Change::Range));
    }
    let usual = SimulationSettings::default();
    if scenario.simulation.draws != usual.draws {
        found.push(Change::Draws);
    }
    if scenario.simulation.seed != usual.seed {
        found.push(Change::Seed);
    }
    found
}

/// Returns whether two ranges are the same; the ends of a fixed one mean nothing.
fn same(one: Range, other: Range) -> bool {
    one.shape == other.shape && (one.shape == Shape::Fixed || one == other)
}

/// Takes what this change is about from other inputs. An own line that these
/// do not have gets the number nothing, which is as good as gone.
fn copy_from(change: Change, to: &mut Inputs, from: &Inputs) {
    match change {
        Change::Basis => to.basis = from.basis,
        Change::Value(id) => to.set(id, from.get(id)),
        Change::Counted(line) => to.set_counted(line, from.line(line).counted),
        Change::Own(place) => {
            let many = from.own.get(place).map_or(0.0, |line| line.get(LineField::Aantal));
            to.set(InputId::Own(place, LineField::Aantal), many);
        }
        Change::Plan => to.plan = from.plan.clone(),
        Change::Range(_) | Change::Draws | Change::Seed => {}
    }
}

/// Returns what each of these changes does, by itself, with all the others in
/// place.
pub fn effects(changes: &[Change], inputs: &Inputs, base: &Inputs) -> Vec<Effect> {
    let now = evaluate(inputs);
    let mut without = inputs.clone();
    let mut effects = Vec::new();
    for change in changes {
        effects.push(match change {
            Change::Range(_) | Change::Draws | Change::Seed => Effect::SpreadOnly,
            Change::Value(InputId::General(General::Prijspeil)) => Effect::Prices,
            _ => {
                copy_from(*change, &mut without, base);
                let by = now.total.net - saldo(&without, Perspective::Partijen);
                let effect = if is_something(by) {
                    Effect::Moves(MovedFigure::Net, by)
                } else {
                    effect_beyond_saldo(&now, &evaluate(&without))
                };
                copy_from(*change, &mut without, inputs);
                effect
            }
        });
    }
    effects
}

/// Returns what a change does that leaves the saldo of all together as it is.
fn effect_beyond_saldo(now: &Outcome, without: &Outcome) -> Effect {
    let by = |of: &dyn Fn(&Outcome) -> Euro| of(now) - of(without);
    let (npv, society) = (by(&|of| of.npv), by(&|of| of.society.net));
    let [gemeente, others @ ..] =
        Party::ALL.map(|party| (MovedFigure::Party(party), by(&|of| of.parties.get(party).net)));
    let moved = [gemeente, (MovedFigure::Npv, npv), (MovedFigure::Society, society)]
        .into_iter()
        .chain(others)
        .find(|(_, by)| is_something(*by));
    // The saldi of the parties add up to that of all together, less what frees no money.
    let shifts = ![npv, society, by(&|of| of.total.not_cashable)].into_iter().any(is_something);
    match moved {
        Some((MovedFigure::Party(party), moved)) if shifts => {
            let nobody = |of: &Outcome| of.financing.as_ref().map_or(Euro::ZERO, |plan| plan.uncovered);
            Effect::Shifts { party, by: moved, uncovered: by(&nobody) }
        }
        Some((what, by)) => Effect::Moves(what, by),
        None => Effect::Nothing,
    }
}

fn is_something(by: Euro) -> bool {
    by.euros().abs() >= HALF_A_EURO
}

impl Change {
    /// Name in this scenario, for a button: that of the field in files.
    pub fn name(self, inputs: &Inputs) -> String {
        match self {
            Change::Basis => "kostenbasis".to_owned(),
            Change::Value(id) => inputs.name(id),
            Change::Counted(line) => format!("counted.{}", line.id()),
            Change::Own(place) => format!("custom.{}", inputs.own[place].id),
            Change::Plan => "plan".to_owned(),
            Change::Range(id) => format!("ranges.{}", inputs.name(id)),
            Change::Draws => "simulation.draws".to_owned(),
            Change::Seed => "simulation.seed".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests;
