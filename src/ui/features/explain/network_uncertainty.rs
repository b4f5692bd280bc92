//! How lucky a network can be: its chance, its spread and its mean, from the draws
//! of each scenario.

use crate::explain::ValueUnit;
use crate::network::{NetworkDistribution, factor, sum};
use crate::text::explain::{bracketed, shown};
use crate::ui::features::compare::view::Entry;
use crate::ui::features::explain::comparison::way;
use crate::ui::features::explain::panel::Told;
use crate::ui::features::explain::terms::plain;
use crate::ui::features::network::view::{members, network_distribution, placed};
use crate::ui::state::State;

/// The chance that its costs are covered.
pub const CHANCE: &str = "kans";
/// What its saldo lies between.
pub const SPREAD: &str = "spreiding";
/// The mean of its saldo.
pub const MEAN: &str = "gemiddelde";

/// What is said of one of these.
pub fn told(state: &State, entries: &[Entry], about: &str) -> Option<Told> {
    let found = network_distribution(state, entries)?;
    if about == MEAN {
        mean(state, entries, found)
    } else {
        Some(drawn(state, entries, found, about == CHANCE))
    }
}

/// What follows from the draws of each scenario.
fn drawn(
    state: &State,
    entries: &[Entry],
    (network_distribution, how): (NetworkDistribution, String),
    chance: bool,
) -> Told {
    let all = state.text();
    let (words, inspect) = (all.network, all.explain_extra);
    let euro = |value: f64| all.notation.euro(value);
    let value = if chance {
        (all.uncertainty.chance)(network_distribution.positive)
    } else {
        (words.low_to_high)(&euro(network_distribution.ends[0]), &euro(network_distribution.ends[1]))
    };
    let ways = placed(state, entries).filter_map(|(place, _, entry)| {
        let share = entry.spread?.positive;
        way(state, place, CHANCE, (all.uncertainty.chance)(share))
    });
    Told {
        name: if chance { words.chance } else { words.spread }.to_owned(),
        value,
        lines: vec![
            (inspect.how, how),
            (
                all.explain.filled,
                (inspect.network_distribution)(
                    &euro(network_distribution.mean),
                    &euro(network_distribution.sd),
                ),
            ),
        ],
        notes: vec![inspect.honest.into()],
        terms: ways.collect(),
    }
}

/// So many times the mean of each.
fn mean(
    state: &State,
    entries: &[Entry],
    (network_distribution, how): (NetworkDistribution, String),
) -> Option<Told> {
    let (all, inspect) = (state.text(), state.text().explain_extra);
    let year = sum(&members(state, entries))?.year;
    let euro = |value: f64| shown(all.notation, value, ValueUnit::Euro);
    let (mut filled, mut terms, mut converted) = (Vec::new(), Vec::new(), false);
    for (_, count, entry) in placed(state, entries) {
        let (mean, times) = (entry.spread?.mean, factor(year, &entry.inputs));
        let many = shown(all.notation, f64::from(count), ValueUnit::Number);
        let mut part = format!("{many} × {}", bracketed(mean, euro(mean)));
        if times != 1.0 {
            converted = true;
            part.push_str(&format!(" × {}", shown(all.notation, times, ValueUnit::Factor)));
        }
        filled.push(part);
        terms.push(plain((inspect.in_scenario)(inspect.network_mean, &entry.label), euro(mean)));
    }
    let result = euro(network_distribution.mean);
    Some(Told {
        name: (inspect.in_network)(inspect.network_mean),
        value: result.clone(),
        lines: vec![
            (all.explain.formula, (inspect.network_sum)(inspect.network_mean, converted)),
            (all.explain.filled, format!("{} = {result}", filled.join(" + "))),
        ],
        notes: vec![how.into(), inspect.honest.into()],
        terms,
    })
}
