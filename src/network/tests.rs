//! Networks calculated by hand, and properties of all networks.

use super::*;
use crate::api::ScenarioSimulator;
use crate::model::Share;
use crate::model::financing::{FinancingPlan, Funder, FunderContribution};
use crate::model::{Preset, evaluate, price};
use crate::scenario::Scenario;
use crate::uncertainty::{MeanAndSd, SimulatedFigure, SimulationSummary, Spread};
use proptest::prelude::*;

fn evaluated(text: &str) -> (Inputs, Outcome) {
    let inputs = Scenario::parse(text).unwrap().inputs();
    let outcome = evaluate(&inputs);
    (inputs, outcome)
}

fn network(scenarios: &[(u32, &(Inputs, Outcome))]) -> Option<Network> {
    let member =
        |(count, (inputs, outcome)): &(u32, &(Inputs, Outcome))| (inputs.clone(), outcome.clone(), *count);
    let all: Vec<_> = scenarios.iter().map(member).collect();
    let members: Vec<NetworkMember> =
        all.iter().map(|(inputs, outcome, count)| NetworkMember { inputs, outcome, count: *count }).collect();
    sum(&members)
}

/// The brochure's two national figures: 31 initiatives × 500 visitors at € 300,000
/// each, and 30,000 people at € 600 each.
#[test]
fn the_two_ways_of_counting() {
    let national = network(&[(31, &evaluated("{}"))]).unwrap();
    assert_eq!((national.initiatives, national.visitors, national.fte), (31, 15_500.0, 116.25));
    assert_eq!((national.costs, national.savings), (9_300_000.0, 4_774_000.0));
    assert_eq!(national.parties.gemeente.net(), -4_526_000.0);
    assert_eq!(national.society.savings, 3_100_000.0);
    assert_eq!((national.scenario_totals, national.has_plan), (vec![(9_300_000.0, 4_774_000.0)], false));
    assert_eq!((national.uncovered, national.surplus), Default::default());
    let welfare = evaluated(r#"{"counted":{"kwaliteit-van-leven":true}}"#);
    let with_welfare = network(&[(1, &evaluated("{}")), (1, &welfare)]).unwrap();
    assert!(with_welfare.counts_quality_of_life && !national.counts_quality_of_life);
    let people = evaluated(r#"{"values":{"kostenbasis":"kengetal","bezoekers":30000}}"#);
    assert_eq!(network(&[(1, &people)]).unwrap().costs, 18_000_000.0);
}

#[test]
fn amounts_are_converted_to_the_latest_price_year() {
    let (old, new) = (evaluated("{}"), evaluated(r#"{"base":"prijspeil-2025"}"#));
    let both = network(&[(1, &old), (1, &new)]).unwrap();
    let twice = network(&[(2, &new)]).unwrap();
    assert_eq!(both.year, 2025);
    assert!((both.net() - twice.net()).abs() < 1e-6);
    assert!((both.npv - twice.npv).abs() < 1e-6);
}

#[test]
fn the_network_covers_the_years_of_all_scenarios() {
    let both = network(&[(1, &evaluated("{}")), (2, &evaluated(r#"{"values":{"horizon":7}}"#))]).unwrap();
    assert_eq!((both.years.len(), both.is_shortened), (4, true));
    let thrice = network(&[(3, &evaluated("{}"))]).unwrap();
    assert!((both.npv - thrice.npv).abs() < 1e-6 && !thrice.is_shortened);
    assert_eq!(network(&[(0, &evaluated("{}"))]), None);
}

/// By hand: a fund pays 100,000 of the costs of 300,000, so 200,000 is uncovered.
#[test]
fn uncovered_costs_are_summed_and_scenario_totals_sum_to_the_network() {
    let plan = evaluated(r#"{"plan":[{"party":"overig","amount":100000}]}"#);
    let all = network(&[(3, &plan), (2, &evaluated(r#"{"base":"prijspeil-2025"}"#))]).unwrap();
    let rate = price::factor(2025);
    assert!((all.uncovered.costs - 3.0 * 200_000.0 * rate).abs() < 1e-6 && all.has_plan);
    assert_eq!(all.surplus, NetworkLedger::default());
    // The present value of 200,000 in each year.
    let present: f64 = plan.1.years.iter().map(|year| 200_000.0 * year.discount.fraction()).sum();
    assert!((all.uncovered.npv + 3.0 * present * rate).abs() < 1e-6);
    assert!((all.years[3].uncovered - 3.0 * 200_000.0 * rate).abs() < 1e-6);
    assert!((all.scenario_totals[0].0 - 900_000.0 * rate).abs() < 1e-6);
    assert!((all.scenario_totals.iter().map(|part| part.0).sum::<f64>() - all.costs).abs() < 1e-6);
    assert!((all.scenario_totals.iter().map(|part| part.1).sum::<f64>() - all.savings).abs() < 1e-6);
}

fn spread(text: &str) -> Spread {
    let packed = ScenarioSimulator::default().simulate_packed(text, u32::MAX).unwrap();
    let simulated = SimulationSummary::unpack(1, &packed.numbers, &packed.names);
    simulated.unwrap().spread(SimulatedFigure::Net).clone()
}

/// Returns the spread of so many initiatives of one scenario, in a network in its prices.
fn member(count: u32, spread: &Spread, no_effect_chance: f64) -> MemberSpread<'_> {
    MemberSpread { count, price_conversion: 1.0, spread, no_effect_chance }
}

/// Returns the distribution of so many initiatives of one scenario, which always has an effect.
fn distribution_of(count: u32, spread: &Spread, correlated: bool) -> Option<NetworkDistribution> {
    network_distribution(&[member(count, spread, 0.0)], correlated)
}

#[test]
fn variances_or_standard_deviations_are_summed() {
    let one = spread(r#"{"values":{"kans-geen-effect":0},"simulation":{"draws":20000}}"#);
    let single = distribution_of(1, &one, false).unwrap();
    assert_eq!((single.mean, single.sd, single.positive), (one.mean, one.sd, one.positive));
    assert_eq!(single.ends, [one.quantiles[0], one.quantiles[4]]);
    let independent = distribution_of(16, &one, false).unwrap();
    assert!(
        (independent.sd - 4.0 * one.sd).abs() < 1e-6 && (independent.mean - 16.0 * one.mean).abs() < 1e-6
    );
    let correlated = distribution_of(16, &one, true).unwrap();
    assert!((correlated.sd - 16.0 * one.sd).abs() < 1e-6);
    assert_eq!((correlated.ends[0], correlated.positive), (16.0 * one.quantiles[0], one.positive));
    assert_eq!(distribution_of(0, &one, true), None);
}

/// A normal distribution is above its mean with a chance of 50%, and above its mean plus one
/// standard deviation with a chance of 15.87%.
#[test]
fn the_chance_is_that_of_a_normal_distribution() {
    let mut one = spread(r#"{"simulation":{"draws":1000}}"#);
    let mut four = |mean: f64, sd: f64| {
        one.effect = Some(MeanAndSd { mean, sd });
        distribution_of(4, &one, false).unwrap()
    };
    let found = four(-1.0, 2.0);
    assert!((found.positive - 0.158_655_253_931_457).abs() < 1e-12);
    // 1.6449 standard deviations of 4 below a mean of −4 (any table).
    assert!((found.ends[0] + 4.0 + 4.0 * 1.644_853_626_951_472_2).abs() < 1e-9, "{found:?}");
    assert!((four(0.0, 2.0).positive - 0.5).abs() < 1e-12);
    assert_eq!(four(0.0, 0.0).positive, 1.0);
}

/// By hand: one draw below 0.2 leaves both without effect (−3 × 10 − 2 × 5), up to
/// 0.5 the second alone, and above that both have one.
#[test]
fn whether_it_works_is_shared_by_all() {
    let mut first = spread(r#"{"simulation":{"draws":1000}}"#);
    let mut second = first.clone();
    let of = |mean: f64, sd: f64| Some(MeanAndSd { mean, sd });
    (first.effect, first.no_effect) = (of(20.0, 2.0), of(-10.0, 1.0));
    (second.effect, second.no_effect) = (of(7.0, 0.0), of(-5.0, 0.0));
    let both = [member(3, &first, 0.2), member(2, &second, 0.5)];
    let found = network_distribution(&both, false).unwrap();
    let parts = [(0.2, -40.0, 3.0), (0.3, 50.0, 12.0), (0.5, 74.0, 12.0)];
    let mean: f64 = parts.iter().map(|(weight, mean, _)| weight * mean).sum();
    let variance: f64 =
        parts.iter().map(|(weight, at, own)| weight * (own + (at - mean) * (at - mean))).sum();
    assert!((found.mean - mean).abs() < 1e-9 && (found.sd - variance.sqrt()).abs() < 1e-9);
    assert!((found.positive - 0.8).abs() < 1e-9, "{found:?}");
    // A quarter of the part without effect lies below P5: 0.6745 × √3 below −40.
    assert!((found.ends[0] + 40.0 + 0.674_489_750_196_082 * 3.0_f64.sqrt()).abs() < 1e-6, "{found:?}");
    // A kind that a scenario has not takes the figures of its other one.
    first.no_effect = None;
    let found = network_distribution(&[member(3, &first, 0.2)], false).unwrap();
    assert!((found.mean - 60.0).abs() < 1e-9 && (found.sd - 12.0_f64.sqrt()).abs() < 1e-9);
}

/// Many initiatives lose their own spread, but not the doubt whether it works.
#[test]
fn doubt_about_any_effect_stays() {
    let one = spread("{}");
    let many = network_distribution(&[member(400, &one, 0.15)], false).unwrap();
    let gap = one.effect.unwrap().mean - one.no_effect.unwrap().mean;
    let shared = (0.15_f64 * 0.85).sqrt() * 400.0 * gap;
    assert!((many.sd / shared - 1.0).abs() < 0.01, "{} for {shared}", many.sd);
    assert!((many.mean / 400.0 - one.mean).abs() < 500.0);
}

fn any_funder() -> impl Strategy<Value = Funder> {
    let pays = prop_oneof![
        (0.0..400_000.0_f64).prop_map(|amount| FunderContribution::Amount(Euro::new(amount))),
        (0.0..=1.0_f64).prop_map(|share| FunderContribution::Share(Share::new(share))),
    ];
    (prop::sample::select(Party::ALL.to_vec()), pays, prop::option::of(1..9_u32))
        .prop_map(|(party, pays, until)| Funder { label: String::new(), party, pays, until })
}

/// Generates a number of initiatives and a scenario; half of these have a plan.
fn any_member() -> impl Strategy<Value = (u32, (Inputs, Outcome))> {
    let presets = prop::sample::select(Preset::ALL.to_vec());
    let plan = prop_oneof![Just(Vec::new()), prop::collection::vec(any_funder(), 1..4)];
    (0..40_u32, presets, 2016..=2025_i32, 1.0..2000.0_f64, 1..9_i32, plan).prop_map(
        |(count, preset, year, visitors, horizon, plan)| {
            let mut inputs = preset.inputs_in(year);
            inputs.set(crate::model::InputId::General(General::Bezoekers), visitors);
            inputs.set(crate::model::InputId::General(General::Horizon), f64::from(horizon));
            inputs.plan = FinancingPlan::new(plan);
            let outcome = evaluate(&inputs);
            (count, (inputs, outcome))
        },
    )
}

fn figures(network: &Network) -> Vec<f64> {
    let mut all = vec![network.visitors, network.fte, network.costs, network.savings, network.npv];
    let other_ledgers = [network.society, network.uncovered, network.surplus];
    for ledger in Party::ALL.map(|party| *network.parties.get(party)).into_iter().chain(other_ledgers) {
        all.extend([ledger.costs, ledger.savings, ledger.npv]);
    }
    let years = network.years.iter();
    all.extend(years.flat_map(|year| [year.costs, year.savings, year.cumulative, year.uncovered]));
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_network_of_one_is_the_scenario((_, one) in any_member()) {
        let network = network(&[(1, &one)]).unwrap();
        let (inputs, outcome) = &one;
        prop_assert_eq!(network.visitors, inputs.general(General::Bezoekers));
        prop_assert_eq!(network.costs, outcome.costs.net.euros());
        prop_assert_eq!(network.net(), outcome.total.net.euros());
        prop_assert_eq!(network.coverage(), outcome.total.coverage.times());
        prop_assert_eq!(network.npv, outcome.npv.euros());
        prop_assert_eq!(network.not_cashable, outcome.total.not_cashable.euros());
        prop_assert_eq!(network.society.npv, outcome.society.npv.euros());
        for party in Party::ALL {
            let (sum, ledger) = (network.parties.get(party), outcome.parties.get(party));
            prop_assert_eq!((sum.net(), sum.npv), (ledger.net.euros(), ledger.npv.euros()));
        }
        for (sum, year) in network.years.iter().zip(&outcome.years) {
            prop_assert_eq!(sum.cumulative, year.cumulative.euros());
        }
        let plan = outcome.financing.as_ref();
        let [uncovered, surplus] = plan.map_or_else(Default::default, |plan| [plan.uncovered, plan.surplus]);
        prop_assert_eq!(network.uncovered.costs, uncovered.euros());
        prop_assert_eq!(network.surplus.costs, -surplus.euros() + 0.0);
        for (index, sum) in network.years.iter().enumerate() {
            let uncovered = plan.map_or(Euro::ZERO, |plan| plan.years[index].uncovered);
            prop_assert_eq!(sum.uncovered, uncovered.euros());
        }
    }

    /// Uncovered costs belong to no party, in a full-effect year and over the years.
    #[test]
    fn parties_and_what_is_uncovered_sum_to_all_costs(all in prop::collection::vec(any_member(), 1..5)) {
        let members: Vec<(u32, &(Inputs, Outcome))> = all.iter().map(|(count, one)| (*count, one)).collect();
        let Some(network) = network(&members) else { return Ok(()) };
        let parties = Party::ALL.map(|party| *network.parties.get(party));
        let rows = || parties.iter().chain([&network.uncovered, &network.surplus]);
        let costs: f64 = rows().map(|row| row.costs).sum();
        let size = rows().map(|row| row.costs.abs()).fold(network.costs.abs(), f64::max);
        prop_assert!((costs - network.costs).abs() <= 1e-9 * size);
        prop_assert!(network.uncovered.costs >= 0.0 && network.surplus.costs <= 0.0);
        // Present value of the costs that the parties pay, and of all costs.
        let mut paid_costs = 0.0;
        let mut all_costs = 0.0;
        for (count, (inputs, outcome)) in &all {
            let times = f64::from(*count) * price_conversion(network.year, inputs);
            for (index, year) in outcome.years.iter().take(network.years.len()).enumerate() {
                all_costs += times * (year.costs * year.discount).euros();
                let party_year = |party| outcome.parties.get(party).projection.years[index];
                let paid: f64 = Party::ALL.map(|party| (party_year(party).costs * year.discount).euros()).iter().sum();
                paid_costs += times * paid;
            }
        }
        let outside_parties = network.uncovered.npv + network.surplus.npv;
        let scale = all_costs.abs().max(paid_costs).max(1.0);
        prop_assert!((paid_costs - outside_parties - all_costs).abs() <= 1e-9 * scale);
    }

    #[test]
    fn order_does_not_matter(all in prop::collection::vec(any_member(), 1..5)) {
        let members: Vec<(u32, &(Inputs, Outcome))> = all.iter().map(|(count, one)| (*count, one)).collect();
        let mut reversed = members.clone();
        reversed.reverse();
        match (network(&members), network(&reversed)) {
            (Some(one), Some(other)) => {
                prop_assert_eq!(one.initiatives, other.initiatives);
                let scale = figures(&one).iter().fold(1.0_f64, |most, value| most.max(value.abs()));
                for (a, b) in figures(&one).iter().zip(figures(&other)) {
                    prop_assert!((a - b).abs() <= 1e-9 * scale);
                }
            }
            (one, other) => prop_assert_eq!(one, other),
        }
    }
}
