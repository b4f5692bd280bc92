//! Reasons why the saldo of a scenario differs from that of the reference, in
//! names and values that a person knows from the fields.

use crate::chart;
use crate::chart::Chart;
use crate::chart::difference::DifferenceStep;
use crate::compare::{Player, SaldoDifference, saldo_difference};
use crate::model::{General, Inputs};
use crate::ui::features::compare::view::ComparedScenario;
use crate::ui::features::{centre, changes, own_lines};
use crate::ui::state::State;

/// Returns the position of the scenario that is explained: the one that was
/// chosen, or the one that is shown, or the first that is not the reference.
pub fn explained(state: &State) -> Option<usize> {
    let workspace = &state.workspace.current;
    let is_other =
        |position: &usize| *position != workspace.reference && *position < workspace.scenarios.len();
    let preferred = [state.view.explained_difference, Some(workspace.shown)].into_iter().flatten();
    preferred.chain(0..workspace.scenarios.len()).find(is_other)
}

/// The difference between two scenarios, with the names and values of what
/// differs.
pub struct ExplainedDifference<'a> {
    /// The position of the reference.
    pub from: usize,
    /// The position of the scenario that is explained.
    pub to: usize,
    /// The inputs of both.
    pub inputs: [&'a Inputs; 2],
    /// The parts that the difference is shared out over.
    pub why: SaldoDifference,
    /// The parts of the difference as steps of the chart.
    pub steps: Vec<DifferenceStep>,
}

/// Returns the difference between the reference and the scenario that is
/// explained.
pub fn found<'a>(state: &State, entries: &'a [ComparedScenario]) -> Option<ExplainedDifference<'a>> {
    let (from, to) = (state.workspace.current.reference, explained(state)?);
    let (reference, other) = (entries.get(from)?, entries.get(to)?);
    let why = saldo_difference(&reference.inputs, &other.inputs);
    let amounts = why.rounded_amounts();
    let steps = why.shares.iter().zip(amounts).map(|(part, amount)| {
        let (name, before, after) = described(state, part.player, reference, other);
        DifferenceStep { name, from: before, to: after, amount }
    });
    let steps = steps.collect();
    Some(ExplainedDifference { from, to, inputs: [&reference.inputs, &other.inputs], why, steps })
}

/// Draws the way from the saldo of the reference to that of the scenario that is
/// explained.
pub fn chart(state: &State, entries: &[ComparedScenario]) -> Option<Chart> {
    let difference = found(state, entries)?;
    let ends = [(difference.from, difference.why.from), (difference.to, difference.why.to)];
    let ends = ends.map(|(position, saldo)| (&*entries[position].label, saldo.round() + 0.0));
    Some(chart::saldo_difference(ends[0], ends[1], &difference.steps, state.text()))
}

/// Returns what differs and leaves the saldo as it is, in one sentence.
pub fn idle(state: &State, entries: &[ComparedScenario]) -> Option<String> {
    let (from, to) = (entries.get(state.workspace.current.reference)?, entries.get(explained(state)?)?);
    let idle = saldo_difference(&from.inputs, &to.inputs).without_effect;
    let names: Vec<String> = idle.into_iter().map(|player| described(state, player, from, to).0).collect();
    (!names.is_empty()).then(|| (state.text().compare().without_effect)(&names))
}

/// Returns the name of what differs, and its value in each of the two
/// scenarios.
fn described(
    state: &State,
    player: Player,
    from: &ComparedScenario,
    to: &ComparedScenario,
) -> (String, String, String) {
    let all = state.text();
    let words = all.compare();
    let both = |of: &dyn Fn(&ComparedScenario) -> String| (of(from), of(to));
    let (name, (before, after)) = match player {
        Player::PriceYear => {
            let name = (all.general)(General::Prijspeil).label.to_owned();
            (name, both(&|entry| entry.inputs.year().to_string()))
        }
        Player::Basis => (words.basis.to_owned(), both(&|entry| (all.basis)(entry.inputs.basis).to_owned())),
        Player::Value(id) => {
            let shown = |entry: &ComparedScenario| centre::field::with_sign(state, id, entry.inputs.get(id));
            (changes::view::name(state, id), both(&shown))
        }
        Player::Counted(line) => {
            let shown = |entry: &ComparedScenario| {
                let counted = entry.inputs.line(line).counted;
                if counted { words.is_counted } else { all.page.pm }.to_owned()
            };
            ((words.line_counted)((all.line)(line).label), both(&shown))
        }
        Player::Plan => {
            let shown = |entry: &ComparedScenario| match entry.inputs.plan.len() {
                0 => words.line_absent.to_owned(),
                count => (all.financing().in_changes)(count),
            };
            (all.financing().title.to_owned(), both(&shown))
        }
        Player::Own(before, after) => {
            let shown = |entry: &ComparedScenario, position: Option<usize>| match position {
                Some(position) => own_lines::view::total_in(all, &entry.outcome, &entry.inputs.own[position]),
                None => words.line_absent.to_owned(),
            };
            let label = |entry: &ComparedScenario, position: usize| {
                entry.inputs.own[position].label.trim().to_owned()
            };
            let label =
                after.map(|position| label(to, position)).or(before.map(|position| label(from, position)));
            let label = label.filter(|label| !label.is_empty());
            let name = label.unwrap_or_else(|| all.page.own_nameless.to_owned());
            (name, (shown(from, before), shown(to, after)))
        }
    };
    (name, before, after)
}
