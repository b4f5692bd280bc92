//! Why the saldo of a scenario differs from that of the reference, in names
//! and values that a person knows from the fields.

use crate::chart;
use crate::chart::Chart;
use crate::chart::difference::DifferenceStep;
use crate::compare::{Player, SaldoDifference, saldo_difference};
use crate::model::{General, Inputs};
use crate::ui::features::compare::view::Entry;
use crate::ui::features::{centre, changes, own_lines};
use crate::ui::state::State;

/// The place of the scenario that is explained: the one that was chosen, or
/// the one that is shown, or the first that is not the reference.
pub fn explained(state: &State) -> Option<usize> {
    let workspace = &state.workspace;
    let others = |place: &usize| *place != workspace.reference && *place < workspace.scenarios.len();
    let asked = [state.beside().why, Some(workspace.shown)].into_iter().flatten();
    asked.chain(0..workspace.scenarios.len()).find(others)
}

/// Why two scenarios differ, with the names and values of what differs.
pub struct Found<'a> {
    /// The place of the reference.
    pub from: usize,
    /// The place of the one that is explained.
    pub to: usize,
    /// The inputs of both.
    pub inputs: [&'a Inputs; 2],
    /// What the difference is shared out over.
    pub why: SaldoDifference,
    /// The same as steps of the picture.
    pub steps: Vec<DifferenceStep>,
}

/// From the reference to the one that is explained.
pub fn found<'a>(state: &State, entries: &'a [Entry]) -> Option<Found<'a>> {
    let places = (state.workspace.reference, explained(state)?);
    let (from, to) = (entries.get(places.0)?, entries.get(places.1)?);
    let found = saldo_difference(&from.inputs, &to.inputs);
    let amounts = found.whole();
    let steps = found.parts.iter().zip(amounts).map(|(part, amount)| {
        let (name, before, after) = described(state, part.player, from, to);
        DifferenceStep { name, from: before, to: after, amount }
    });
    let steps = steps.collect();
    Some(Found { from: places.0, to: places.1, inputs: [&from.inputs, &to.inputs], why: found, steps })
}

/// From the saldo of the reference to that of the one that is explained.
pub fn chart(state: &State, entries: &[Entry]) -> Option<Chart> {
    let found = found(state, entries)?;
    let ends = [(found.from, found.why.from), (found.to, found.why.to)];
    let ends = ends.map(|(place, saldo)| (&*entries[place].label, saldo.round() + 0.0));
    Some(chart::saldo_difference(ends[0], ends[1], &found.steps, state.text()))
}

/// What differs as well and leaves the saldo as it is, in one sentence.
pub fn idle(state: &State, entries: &[Entry]) -> Option<String> {
    let (from, to) = (entries.get(state.workspace.reference)?, entries.get(explained(state)?)?);
    let idle = saldo_difference(&from.inputs, &to.inputs).idle;
    let names: Vec<String> = idle.into_iter().map(|player| described(state, player, from, to).0).collect();
    (!names.is_empty()).then(|| (state.text().compare.idle)(&names))
}

/// What differs, and what it is in each of the two.
fn described(state: &State, player: Player, from: &Entry, to: &Entry) -> (String, String, String) {
    let all = state.text();
    let words = all.compare;
    let both = |of: &dyn Fn(&Entry) -> String| (of(from), of(to));
    let (name, (before, after)) = match player {
        Player::PriceYear => {
            let name = (all.general)(General::Prijspeil).label.to_owned();
            (name, both(&|entry| entry.inputs.year().to_string()))
        }
        Player::Basis => (words.basis.to_owned(), both(&|entry| (all.basis)(entry.inputs.basis).to_owned())),
        Player::Value(id) => {
            let shown = |entry: &Entry| centre::field::with_sign(state, id, entry.inputs.get(id));
            (changes::view::name(state, id), both(&shown))
        }
        Player::Counted(line) => {
            let shown = |entry: &Entry| {
                let counted = entry.inputs.line(line).counted;
                if counted { words.yes } else { all.page.pm }.to_owned()
            };
            ((words.counts)((all.line)(line).label), both(&shown))
        }
        Player::Plan => {
            let shown = |entry: &Entry| match entry.inputs.plan.len() {
                0 => words.absent.to_owned(),
                count => (all.financing.in_changes)(count),
            };
            (all.financing.title.to_owned(), both(&shown))
        }
        Player::Own(before, after) => {
            let shown = |entry: &Entry, place: Option<usize>| match place {
                Some(place) => own_lines::view::total_in(all, &entry.outcome, &entry.inputs.own[place]),
                None => words.absent.to_owned(),
            };
            let label = |entry: &Entry, place: usize| entry.inputs.own[place].label.trim().to_owned();
            let label = after.map(|place| label(to, place)).or(before.map(|place| label(from, place)));
            let label = label.filter(|label| !label.is_empty());
            let name = label.unwrap_or_else(|| all.page.own_nameless.to_owned());
            (name, (shown(from, before), shown(to, after)))
        }
    };
    (name, before, after)
}
