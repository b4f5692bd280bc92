//! The differences between a scenario and its preset, and the effect of each on the
//! outcome.
//!
//! Some differences are neither a gain nor a loss: other prices are the same case
//! in other euros, and ranges, draws and seed do not change the deterministic figures.

use crate::model::outcome::saldo;
use crate::model::price::LAST_KNOWN_YEAR;
use crate::model::simulation::SimulationSettings;
use crate::model::{
    Euro, General, InputId, Inputs, Line, LineField, Outcome, Party, Perspective, Range, Shape, evaluate,
};
use crate::scenario::Scenario;

/// One difference from the preset. The perspective is none: it chooses whose figures are
/// put in front, and changes no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Basis of the costs.
    Basis,
    /// Phase of the initiative.
    Phase,
    /// The value of a fixed input.
    Value(InputId),
    /// Whether a fixed line counts.
    Counted(Line),
    /// The own line with this index; presets have none.
    Own(usize),
    /// The dekkingsplan; presets have none.
    Plan,
    /// The range of an input.
    Range(InputId),
    /// Number of draws of the simulation.
    Draws,
    /// Seed of the random numbers.
    Seed,
    /// Whether p.m. lines take part in the draws.
    PmDraws,
}

/// The figure by which the effect of a change is shown: the saldo, or, where the saldo does
/// not change, another figure that does.
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

/// Effect of a change: the figures of the scenario, less those of the scenario
/// without this change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Effect {
    /// Changes this figure by this amount.
    Moves(MovedFigure, Euro),
    /// Shifts costs or savings between parties, while the totals stay the same.
    Shifts {
        /// The first party whose saldo changes.
        party: Party,
        /// Change of that party's saldo.
        by: Euro,
        /// Change of the costs of a full-effect year that nobody pays.
        uncovered: Euro,
    },
    /// Changes none of the figures.
    NoEffect,
    /// Changes the spread only, and no deterministic figure.
    SpreadOnly,
    /// Changes the prices: the same case in other euros.
    Prices,
}

impl Effect {
    /// Returns whether the effect is an improvement; `None` where it is neither that
    /// nor the opposite, as a shift: others, or nobody, pay what one party does not.
    pub fn helps(self) -> Option<bool> {
        match self {
            Effect::Moves(_, by) => Some(by > Euro::ZERO),
            _ => None,
        }
    }

    /// Returns the figure that changes and the amount; `None` where no figure changes.
    pub fn moved(self) -> Option<(MovedFigure, Euro)> {
        match self {
            Effect::Moves(figure, by) => Some((figure, by)),
            Effect::Shifts { party, by, .. } => Some((MovedFigure::Party(party), by)),
            _ => None,
        }
    }
}

/// Lists the differences between the scenario's inputs and those of the preset in the
/// same price year (`base`). Own lines come after the fixed ones, the simulation last.
pub fn changes(scenario: &Scenario, inputs: &Inputs, base: &Inputs) -> Vec<Change> {
    let mut found = Vec::new();
    if inputs.basis != base.basis {
        found.push(Change::Basis);
    }
    if inputs.phase != base.phase {
        found.push(Change::Phase);
    }
    let differs = |id: &InputId| match id {
        InputId::General(General::Prijspeil) => inputs.year() != scenario.base.year(),
        InputId::General(General::VerwachteInflatie) => {
            inputs.get(*id) != scenario.base.prices().expected_inflation
        }
        _ => inputs.get(*id) != base.get(*id),
    };
    found.extend(InputId::fixed().filter(differs).map(Change::Value));
    let switched = |line: &Line| inputs.line(*line).counted != base.line(*line).counted;
    found.extend(Line::ALL.into_iter().filter(switched).map(Change::Counted));
    found.extend((0..inputs.own.len()).map(Change::Own));
    found.extend((!inputs.plan.is_empty()).then_some(Change::Plan));
    if !inputs.ranges.is_empty() {
        let mut without_ranges = inputs.clone();
        without_ranges.ranges.clear();
        let ids = inputs.ranges.iter().map(|(id, _)| *id);
        let has_changed = |id: &InputId| !same_range(inputs.range(*id), without_ranges.range(*id));
        found.extend(ids.filter(has_changed).map(Change::Range));
    }
    let default = SimulationSettings::default();
    if scenario.simulation.draws != default.draws {
        found.push(Change::Draws);
    }
    if scenario.simulation.seed != default.seed {
        found.push(Change::Seed);
    }
    if scenario.simulation.pm != default.pm {
        found.push(Change::PmDraws);
    }
    found
}

/// Returns whether two ranges are the same; with a fixed shape the ends do not matter.
fn same_range(one: Range, other: Range) -> bool {
    one.shape == other.shape && (one.shape == Shape::Fixed || one == other)
}

/// Copies the inputs that a change is about from other inputs. An own line that the other
/// inputs do not have gets a quantity of zero, which has the effect of removing it.
fn copy_change(change: Change, to: &mut Inputs, from: &Inputs) {
    match change {
        Change::Basis => to.basis = from.basis,
        Change::Phase => to.phase = from.phase,
        Change::Value(id) => to.set(id, from.get(id)),
        Change::Counted(line) => to.set_counted(line, from.line(line).counted),
        Change::Own(index) => {
            let quantity = from.own.get(index).map_or(0.0, |line| line.get(LineField::Aantal));
            to.set(InputId::Own(index, LineField::Aantal), quantity);
        }
        Change::Plan => to.plan = from.plan.clone(),
        Change::Range(_) | Change::Draws | Change::Seed | Change::PmDraws => {}
    }
}

/// Calculates the effect of each change by itself: of the scenario compared with the
/// scenario without only that change.
pub fn effects(changes: &[Change], inputs: &Inputs, base: &Inputs) -> Vec<Effect> {
    let now = evaluate(inputs);
    let mut without = inputs.clone();
    let mut effects = Vec::new();
    for change in changes {
        effects.push(match change {
            Change::Range(_) | Change::Draws | Change::Seed | Change::PmDraws => Effect::SpreadOnly,
            // These say how the draws hang together, and no point figure.
            Change::Value(InputId::General(General::Samenhang | General::KansGeenEffect)) => {
                Effect::SpreadOnly
            }
            Change::Value(InputId::General(General::VerwachteInflatie))
                if inputs.year() <= LAST_KNOWN_YEAR =>
            {
                Effect::NoEffect
            }
            Change::Value(InputId::General(general)) if general.sets_prices() => Effect::Prices,
            _ => {
                copy_change(*change, &mut without, base);
                let by = now.total.net - saldo(&without, Perspective::Partijen);
                let effect = if is_visible(by) {
                    Effect::Moves(MovedFigure::Net, by)
                } else {
                    effect_beyond_saldo(&now, &evaluate(&without))
                };
                copy_change(*change, &mut without, inputs);
                effect
            }
        });
    }
    effects
}

/// Returns the effect of a change that does not change the saldo of all parties
/// together, from the outcomes with and without the change.
fn effect_beyond_saldo(now: &Outcome, without: &Outcome) -> Effect {
    let difference = |figure: &dyn Fn(&Outcome) -> Euro| figure(now) - figure(without);
    let npv = difference(&|outcome| outcome.npv);
    let society = difference(&|outcome| outcome.society.net);
    let [gemeente, others @ ..] = Party::ALL
        .map(|party| (MovedFigure::Party(party), difference(&|outcome| outcome.parties.get(party).net)));
    let moved = [gemeente, (MovedFigure::Npv, npv), (MovedFigure::Society, society)]
        .into_iter()
        .chain(others)
        .find(|(_, by)| is_visible(*by));
    // The saldi of the parties, less the costs that a dekkingsplan leaves uncovered and plus
    // its surplus, add up to the saldo of all parties together less the savings that are not
    // cashable. So if those savings do not change, a gain of one party is a loss of another,
    // or is uncovered.
    let not_cashable = difference(&|outcome| outcome.total.not_cashable);
    let shifts = ![npv, society, not_cashable].into_iter().any(is_visible);
    match moved {
        Some((MovedFigure::Party(party), by)) if shifts => {
            let uncovered =
                |outcome: &Outcome| outcome.financing.as_ref().map_or(Euro::ZERO, |plan| plan.uncovered);
            Effect::Shifts { party, by, uncovered: difference(&uncovered) }
        }
        Some((figure, by)) => Effect::Moves(figure, by),
        None => Effect::NoEffect,
    }
}

/// Returns whether the page shows an amount as more than € 0.
fn is_visible(by: Euro) -> bool {
    !by.rounds_to_zero()
}

impl Change {
    /// Returns the name by which the page identifies the change: that of its field in files.
    pub fn name(self, inputs: &Inputs) -> String {
        match self {
            Change::Basis => "kostenbasis".to_owned(),
            Change::Phase => "fase".to_owned(),
            Change::Value(id) => inputs.name(id),
            Change::Counted(line) => format!("counted.{}", line.id()),
            Change::Own(index) => format!("custom.{}", inputs.own[index].id),
            Change::Plan => "plan".to_owned(),
            Change::Range(id) => format!("ranges.{}", inputs.name(id)),
            Change::Draws => "simulation.draws".to_owned(),
            Change::Seed => "simulation.seed".to_owned(),
            Change::PmDraws => "simulation.pm".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests;
