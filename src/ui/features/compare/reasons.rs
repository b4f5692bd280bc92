//! The reasons why the saldo of one scenario (the explained scenario) differs from
//! that of the reference scenario, with which the user compares the others. A
//! *player*, as in a Shapley value, is one difference between the inputs of these
//! two scenarios; it is shown with the names and values that the user knows from
//! the fields.

use crate::chart;
use crate::chart::Chart;
use crate::chart::difference::DifferenceStep;
use crate::compare::{Player, SaldoDifference, saldo_difference};
use crate::model::Inputs;
use crate::ui::features::compare::compared_scenario::ComparedScenario;
use crate::ui::features::{changes, inputs, own_lines};
use crate::ui::state::State;

/// Returns the index of the explained scenario: the one that the user chose,
/// or else the one that is shown, or else the first that is not the reference scenario.
/// `None` where there is only one scenario.
pub fn explained_index(state: &State) -> Option<usize> {
    let workspace = &state.workspace.current;
    let is_other = |index: &usize| *index != workspace.reference && *index < workspace.scenarios.len();
    let preferred = [state.view.explained_scenario, Some(workspace.shown)].into_iter().flatten();
    preferred.chain(0..workspace.scenarios.len()).find(is_other)
}

/// The difference between the saldi of the reference scenario and the explained scenario.
pub struct ExplainedDifference<'a> {
    /// The index of the reference scenario.
    pub from: usize,
    /// The index of the explained scenario.
    pub to: usize,
    /// The inputs of the reference scenario and of the explained scenario.
    pub inputs: [&'a Inputs; 2],
    /// The difference, with the share of each player in it.
    pub difference: SaldoDifference,
    /// These shares, rounded, as steps of the chart.
    pub steps: Vec<DifferenceStep>,
}

/// Returns the difference between the reference scenario and the explained scenario;
/// `None` where there is only one scenario.
pub fn explained_difference<'a>(
    state: &State,
    entries: &'a [ComparedScenario],
) -> Option<ExplainedDifference<'a>> {
    let (from, to) = (state.workspace.current.reference, explained_index(state)?);
    let (reference, other) = (entries.get(from)?, entries.get(to)?);
    let difference = saldo_difference(&reference.inputs, &other.inputs);
    let amounts = difference.rounded_amounts();
    let steps = difference.shares.iter().zip(amounts).map(|(share, amount)| {
        let PlayerText { name, from, to } = player_text(state, share.player, reference, other);
        DifferenceStep { name, from, to, amount }
    });
    let steps = steps.collect();
    Some(ExplainedDifference { from, to, inputs: [&reference.inputs, &other.inputs], difference, steps })
}

/// Draws the waterfall from the saldo of the reference scenario to the saldo of the explained
/// scenario; `None` where there is only one scenario.
pub fn chart(state: &State, entries: &[ComparedScenario]) -> Option<Chart> {
    let ExplainedDifference { from, to, difference, steps, .. } = explained_difference(state, entries)?;
    let ends = [(from, difference.from), (to, difference.to)];
    let ends = ends.map(|(index, saldo)| (&*entries[index].label, saldo.round() + 0.0));
    Some(chart::saldo_difference(ends[0], ends[1], &steps, state.text()))
}

/// Returns a sentence on whose saldo the difference is about, and in which prices; `None`
/// where there is only one scenario.
pub fn which_saldo(state: &State, entries: &[ComparedScenario]) -> Option<String> {
    let difference = explained_difference(state, entries)?.difference;
    let perspective = (state.text().explain().perspective_name)(difference.perspective);
    Some((state.text().compare().which_saldo)(perspective, difference.price_year))
}

/// Returns the names of the differences without effect on the saldo.
pub fn without_effect(state: &State, entries: &[ComparedScenario]) -> Vec<String> {
    let reference = entries.get(state.workspace.current.reference);
    let other = explained_index(state).and_then(|index| entries.get(index));
    let (Some(reference), Some(other)) = (reference, other) else { return Vec::new() };
    let players = saldo_difference(&reference.inputs, &other.inputs).without_effect;
    players.into_iter().map(|player| player_text(state, player, reference, other).name).collect()
}

/// A difference between the inputs of two scenarios, in words.
struct PlayerText {
    /// The name of the input, line or choice that differs.
    name: String,
    /// The value in the first scenario.
    from: String,
    /// The value in the second scenario.
    to: String,
}

/// Returns the name of a difference, and its value in each of two scenarios.
fn player_text(state: &State, player: Player, from: &ComparedScenario, to: &ComparedScenario) -> PlayerText {
    let all = state.text();
    let words = all.compare();
    let both = |shown: &dyn Fn(&ComparedScenario) -> String| (shown(from), shown(to));
    let (name, (from, to)) = match player {
        Player::Basis => (words.basis.to_owned(), both(&|entry| (all.basis)(entry.inputs.basis).to_owned())),
        Player::Value(id) => {
            let shown = |entry: &ComparedScenario| inputs::field::value_text(state, id, entry.inputs.get(id));
            (changes::view::input_name(state, id), both(&shown))
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
            let shown = |entry: &ComparedScenario, index: Option<usize>| match index {
                Some(index) => {
                    let own = &entry.inputs.own[index];
                    own_lines::view::side_and_amount_in(all, &entry.outcome, own)
                }
                None => words.line_absent.to_owned(),
            };
            let label =
                |entry: &ComparedScenario, index: usize| entry.inputs.own[index].label.trim().to_owned();
            let label = after.map(|index| label(to, index)).or(before.map(|index| label(from, index)));
            let label = label.filter(|label| !label.is_empty());
            let name = label.unwrap_or_else(|| all.page.own_nameless.to_owned());
            (name, (shown(from, before), shown(to, after)))
        }
    };
    PlayerText { name, from, to }
}
