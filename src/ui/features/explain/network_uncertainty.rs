//! The uncertainty of a network: its chance, its spread and its mean, from the
//! draws of each scenario.

use crate::explain::ValueUnit;
use crate::network::{NetworkDistribution, price_conversion, sum};
use crate::text::explain::{bracketed, shown};
use crate::ui::features::compare::view::ComparedScenario;
use crate::ui::features::explain::comparison::linked_value;
use crate::ui::features::explain::panel::ExplanationView;
use crate::ui::features::explain::terms::TermView;
use crate::ui::features::network::view::{members, network_distribution, placed};
use crate::ui::state::State;

/// The chance that the costs of the network are covered.
pub const CHANCE: &str = "kans";
/// The two ends that the saldo lies between.
pub const SPREAD: &str = "spreiding";
/// The mean of the saldo.
pub const MEAN: &str = "gemiddelde";

/// Explains the chance, the spread or the mean of a network.
pub fn explain(state: &State, entries: &[ComparedScenario], about: &str) -> Option<ExplanationView> {
    let found = network_distribution(state, entries)?;
    if about == MEAN {
        explain_mean(state, entries, found)
    } else {
        Some(explain_draws(state, entries, found, about == CHANCE))
    }
}

/// Explains what follows from the draws of each scenario.
fn explain_draws(
    state: &State,
    entries: &[ComparedScenario],
    (network_distribution, how): (NetworkDistribution, String),
    chance: bool,
) -> ExplanationView {
    let all = state.text();
    let (words, inspect) = (all.network(), all.explain_extra());
    let euro = |value: f64| all.notation.euro(value);
    let value = if chance {
        (all.uncertainty().chance)(network_distribution.positive)
    } else {
        (words.low_to_high)(&euro(network_distribution.ends[0]), &euro(network_distribution.ends[1]))
    };
    let chances = placed(state, entries).filter_map(|(position, _, entry)| {
        let share = entry.spread?.positive;
        linked_value(state, position, CHANCE, (all.uncertainty().chance)(share))
    });
    ExplanationView {
        name: if chance { words.chance } else { words.range_90 }.to_owned(),
        value,
        lines: vec![
            (inspect.method, how),
            (
                all.explain().formula_with_numbers,
                (inspect.network_distribution)(
                    &euro(network_distribution.mean),
                    &euro(network_distribution.sd),
                ),
            ),
        ],
        notes: vec![inspect.ranges_caveat.into()],
        terms: chances.collect(),
    }
}

/// Explains the mean: for each scenario, the number of initiatives times its
/// mean.
fn explain_mean(
    state: &State,
    entries: &[ComparedScenario],
    (network_distribution, how): (NetworkDistribution, String),
) -> Option<ExplanationView> {
    let (all, inspect) = (state.text(), state.text().explain_extra());
    let year = sum(&members(state, entries))?.year;
    let euro = |value: f64| shown(all.notation, value, ValueUnit::Euro);
    let (mut filled, mut terms, mut converted) = (Vec::new(), Vec::new(), false);
    for (_, count, entry) in placed(state, entries) {
        let (mean, times) = (entry.spread?.mean, price_conversion(year, &entry.inputs));
        let many = shown(all.notation, f64::from(count), ValueUnit::Number);
        let mut part = format!("{many} × {}", bracketed(mean, euro(mean)));
        if times != 1.0 {
            converted = true;
            part.push_str(&format!(" × {}", shown(all.notation, times, ValueUnit::Factor)));
        }
        filled.push(part);
        terms.push(TermView::plain((inspect.in_scenario)(inspect.network_mean, &entry.label), euro(mean)));
    }
    let result = euro(network_distribution.mean);
    Some(ExplanationView {
        name: (inspect.in_network)(inspect.network_mean),
        value: result.clone(),
        lines: vec![
            (all.explain().formula, (inspect.network_sum)(inspect.network_mean, converted)),
            (all.explain().formula_with_numbers, format!("{} = {result}", filled.join(" + "))),
        ],
        notes: vec![how.into(), inspect.ranges_caveat.into()],
        terms,
    })
}
