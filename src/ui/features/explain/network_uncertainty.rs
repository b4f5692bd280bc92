//! Explains the uncertainty of the network's saldo: the chance that the costs are
//! covered, the 90% interval, and the mean, from the draws of each scenario.

use crate::explain::ValueUnit;
use crate::model::General;
use crate::network::{MemberSpread, NetworkDistribution, price_conversion, sum};
use crate::text::explain::{bracketed, shown};
use crate::ui::features::compare::compared_scenario::ComparedScenario;
use crate::ui::features::explain::comparison::scenario_term;
use crate::ui::features::explain::panel::ExplanationView;
use crate::ui::features::explain::terms::TermView;
use crate::ui::features::network::view::{indexed_members, members, network_distribution};
use crate::ui::state::State;

// The subjects of these figures: the second part of their names, as in `netwerk.kans`.

/// The chance that the costs are covered.
pub const CHANCE: &str = "kans";
/// The interval that holds 90% of the draws of the saldo.
pub const INTERVAL_90: &str = "spreiding";
/// The mean of the saldo.
pub const MEAN: &str = "gemiddelde";

/// Explains the figure of a network with this subject: the chance, the 90% interval or
/// the mean. `None` where the network has no simulated figures.
pub fn explain(state: &State, entries: &[ComparedScenario], subject: &str) -> Option<ExplanationView> {
    let found = network_distribution(state, entries)?;
    if subject == MEAN {
        explain_mean(state, entries, found)
    } else {
        Some(explain_draws(state, entries, found, subject == CHANCE))
    }
}

/// Explains the chance, or else the 90% interval, from the draws of each scenario.
fn explain_draws(
    state: &State,
    entries: &[ComparedScenario],
    (distribution, method_sentence): (NetworkDistribution, String),
    is_chance: bool,
) -> ExplanationView {
    let all = state.text();
    let (words, extra) = (all.network(), all.explain_extra());
    let euro = |value: f64| all.notation.euro(value);
    let value = if is_chance {
        (all.uncertainty().chance)(distribution.positive)
    } else {
        (words.low_to_high)(&euro(distribution.ends[0]), &euro(distribution.ends[1]))
    };
    let chances =
        indexed_members(state, entries).filter_map(|(index, ..)| scenario_term(state, index, CHANCE));
    ExplanationView {
        name: if is_chance { words.chance } else { words.range_90 }.to_owned(),
        value,
        lines: vec![
            (extra.method, method_sentence),
            (
                all.explain().formula_with_numbers,
                (extra.network_distribution)(&euro(distribution.mean), &euro(distribution.sd)),
            ),
        ],
        notes: vec![extra.ranges_caveat.into()],
        terms: chances.collect(),
    }
}

/// Explains the mean: the sum over the scenarios of the number of initiatives
/// times the mean of one initiative.
fn explain_mean(
    state: &State,
    entries: &[ComparedScenario],
    (distribution, method_sentence): (NetworkDistribution, String),
) -> Option<ExplanationView> {
    let (all, extra) = (state.text(), state.text().explain_extra());
    let year = sum(&members(state, entries))?.year;
    let euro = |value: f64| shown(all.notation, value, ValueUnit::Euro);
    let (mut filled, mut terms, mut is_converted) = (Vec::new(), Vec::new(), false);
    let is_single = indexed_members(state, entries).map(|(_, count, _)| count).sum::<u32>() == 1;
    let is_mixture = !state.workspace.current.network.correlated && !is_single;
    for (_, count, entry) in indexed_members(state, entries) {
        let (spread, price_factor) = (entry.spread?, price_conversion(year, &entry.inputs));
        let no_effect_chance = entry.inputs.general(General::KansGeenEffect);
        let member = MemberSpread { count, price_conversion: price_factor, spread, no_effect_chance };
        let mean = if is_mixture { member.mean_by_chance() } else { spread.mean };
        let count = shown(all.notation, f64::from(count), ValueUnit::Number);
        let mut product = format!("{count} × {}", bracketed(mean, euro(mean)));
        if price_factor != 1.0 {
            is_converted = true;
            product.push_str(&format!(" × {}", shown(all.notation, price_factor, ValueUnit::Factor)));
        }
        filled.push(product);
        terms.push(TermView::plain((extra.in_scenario)(extra.network_mean, &entry.label), euro(mean)));
    }
    let result = euro(distribution.mean);
    Some(ExplanationView {
        name: (extra.in_network)(extra.network_mean),
        value: result.clone(),
        lines: vec![
            (all.explain().formula, (extra.network_sum)(extra.network_mean, is_converted)),
            (all.explain().formula_with_numbers, format!("{} = {result}", filled.join(" + "))),
        ],
        notes: vec![method_sentence.into(), extra.ranges_caveat.into()],
        terms,
    })
}
