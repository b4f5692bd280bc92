//! A zelfregienetwerk: initiatives added up, so many of each scenario.
//!
//! Everything is summed in prices of one year, the latest that a scenario is
//! in, over the years that all of them look ahead. What it says of uncertainty
//! follows from the simulation of each scenario: where each initiative has its
//! own luck the variances add up; where they share it the spreads do. The
//! truth lies between.
//!
//! ```
//! use rekenmodel::model::{Preset, evaluate};
//! use rekenmodel::network::{Member, sum};
//!
//! let inputs = Preset::Brochure.inputs();
//! let outcome = evaluate(&inputs);
//! let national = sum(&[Member { inputs: &inputs, outcome: &outcome, count: 31 }]).unwrap();
//! assert_eq!((national.visitors, national.costs), (15_500.0, 9_300_000.0));
//! ```

pub mod made;

use crate::model::party::PerParty;
use crate::model::{General, Inputs, Outcome, Party, price};
use crate::uncertainty::Spread;

/// So many initiatives of one scenario.
pub struct Member<'a> {
    /// Its inputs.
    pub inputs: &'a Inputs,
    /// Their outcome.
    pub outcome: &'a Outcome,
    /// How many.
    pub count: u32,
}

/// Costs, savings and net present value of a ledger, in euros.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ledger {
    /// Costs of a full-effect year.
    pub costs: f64,
    /// Savings of a full-effect year.
    pub savings: f64,
    /// Net present value over the years that all look ahead.
    pub npv: f64,
}

impl Ledger {
    /// Savings less costs.
    pub fn net(self) -> f64 {
        self.savings - self.costs
    }
}

/// One year of the network, in euros.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Year {
    /// Costs in this year.
    pub costs: f64,
    /// Savings in this year.
    pub savings: f64,
    /// The sum of savings less costs up to and with this year.
    pub cumulative: f64,
}

/// A network as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    /// How many initiatives.
    pub initiatives: u32,
    /// In prices of this year.
    pub year: i32,
    /// People who use an initiative at least once in a year, each counted for
    /// each initiative that they use.
    pub visitors: f64,
    /// Paid staff, of the initiatives whose costs are reckoned by budget.
    pub fte: f64,
    /// Volunteers, of the same.
    pub volunteers: f64,
    /// Net costs of a full-effect year.
    pub costs: f64,
    /// Figured savings of a full-effect year.
    pub savings: f64,
    /// Costs and savings of a full-effect year of each scenario of which there
    /// are initiatives, all of them together; these sum to the network's.
    pub parts: Vec<(f64, f64)>,
    /// Savings that free no money in anyone's budget.
    pub not_cashable: f64,
    /// Costs that nobody pays by the scenarios' dekkingsplannen.
    pub uncovered: f64,
    /// What is paid by these beyond the costs.
    pub surplus: f64,
    /// Ledger 1.
    pub parties: PerParty<Ledger>,
    /// Ledger 2.
    pub society: Ledger,
    /// The years that all look ahead.
    pub years: Vec<Year>,
    /// Net present value over these years.
    pub npv: f64,
    /// Whether some look ahead further.
    pub shortened: bool,
}

impl Network {
    /// Savings less costs.
    pub fn net(&self) -> f64 {
        self.savings - self.costs
    }

    /// Savings as a part of the costs; none unless both are above zero.
    pub fn coverage(&self) -> Option<f64> {
        (self.costs > 0.0 && self.savings > 0.0).then(|| self.savings / self.costs)
    }

    /// The visitors as a part of these inhabitants.
    pub fn reach(&self, inhabitants: f64) -> Option<f64> {
        (inhabitants > 0.0).then(|| self.visitors / inhabitants)
    }
}

/// Adds them up; none where there is no initiative at all.
pub fn sum(members: &[Member]) -> Option<Network> {
    let members: Vec<&Member> = members.iter().filter(|member| member.count > 0).collect();
    let year = members.iter().map(|member| member.inputs.year()).max()?;
    let horizons = members.iter().map(|member| member.outcome.years.len());
    let (shortest, longest) = (horizons.clone().min()?, horizons.max()?);
    let mut all = Network {
        initiatives: 0,
        year,
        visitors: 0.0,
        fte: 0.0,
        volunteers: 0.0,
        costs: 0.0,
        savings: 0.0,
        parts: Vec::with_capacity(members.len()),
        not_cashable: 0.0,
        uncovered: 0.0,
        surplus: 0.0,
        parties: PerParty::default(),
        society: Ledger::default(),
        years: vec![Year::default(); shortest],
        npv: 0.0,
        shortened: shortest < longest,
    };
    for Member { inputs, outcome, count } in members {
        let many = f64::from(*count);
        let times = many * factor(year, inputs);
        all.initiatives += count;
        all.visitors += many * inputs.general(General::Bezoekers);
        if inputs.basis == crate::model::CostBasis::Begroting {
            all.fte += many * inputs.general(General::Fte);
            all.volunteers += many * inputs.general(General::Vrijwilligers);
        }
        let part = (times * outcome.costs.net.euros(), times * outcome.total.savings.euros());
        all.costs += part.0;
        all.savings += part.1;
        all.parts.push(part);
        all.not_cashable += times * outcome.total.not_cashable.euros();
        if let Some(plan) = &outcome.financing {
            all.uncovered += times * plan.uncovered.euros();
            all.surplus += times * plan.surplus.euros();
        }
        let ledger = |to: Ledger, from: &crate::model::outcome::Ledger| Ledger {
            costs: to.costs + times * from.costs.euros(),
            savings: to.savings + times * from.savings.euros(),
            npv: to.npv + times * present(&from.course.years[..shortest]),
        };
        let before = all.parties;
        all.parties =
            PerParty::from_fn(|party: Party| ledger(*before.get(party), outcome.parties.get(party)));
        all.society = ledger(all.society, &outcome.society);
        for (to, from) in all.years.iter_mut().zip(&outcome.years) {
            to.costs += times * from.costs.euros();
            to.savings += times * from.savings.euros();
            to.cumulative += times * from.cumulative.euros();
        }
        all.npv += times * present(&outcome.years[..shortest]);
    }
    Some(all)
}

/// What an amount of these inputs is in prices of this year, times what it was.
pub fn factor(year: i32, inputs: &Inputs) -> f64 {
    price::factor(year) / price::factor(inputs.year())
}

fn present(years: &[crate::model::years::Year]) -> f64 {
    years.iter().map(|year| year.present.euros()).sum()
}

/// A figure of the network within the ranges, in euros.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Luck {
    /// The mean.
    pub mean: f64,
    /// The standard deviation.
    pub sd: f64,
    /// What 5 and 95% lies below.
    pub ends: [f64; 2],
    /// The chance that it is at or above zero.
    pub positive: f64,
}

/// 95% of a normal distribution lies below its mean and this many times its
/// standard deviation.
const P95: f64 = 1.644_853_626_951_472_2;

/// The spread of a sum: of so many initiatives each with this spread, times
/// this. A single initiative has its own; for more, the sum is taken to be
/// normally distributed, which many independent ones nearly are. `together`
/// lets all of them be lucky at once: the most that they can differ.
pub fn luck(spreads: &[(u32, f64, &Spread)], together: bool) -> Option<Luck> {
    let spreads: Vec<_> = spreads.iter().filter(|(count, ..)| *count > 0).collect();
    if let [(1, times, only)] = spreads[..] {
        let [low, .., high] = only.quantiles.map(|value| value * times);
        return Some(Luck {
            mean: only.mean * times,
            sd: only.sd * times,
            ends: [low, high],
            positive: only.positive,
        });
    }
    if spreads.is_empty() {
        return None;
    }
    let mut mean = 0.0;
    let (mut variance, mut shared) = (0.0, 0.0);
    let mut ends = [0.0; 2];
    for (count, times, spread) in &spreads {
        let many = f64::from(*count);
        mean += many * times * spread.mean;
        let sd = times * spread.sd;
        variance += many * sd * sd;
        shared += many * sd;
        let [low, .., high] = spread.quantiles;
        ends = [ends[0] + many * times * low, ends[1] + many * times * high];
    }
    let sd = if together { shared } else { variance.sqrt() };
    // Lucky at once, each is at the same part of its own spread.
    if let ([(_, _, only)], true) = (&spreads[..], together) {
        return Some(Luck { mean, sd, ends, positive: only.positive });
    }
    if !together {
        ends = [mean - P95 * sd, mean + P95 * sd];
    }
    let certain = if mean >= 0.0 { 1.0 } else { 0.0 };
    let positive = if sd > 0.0 { 0.5 * libm::erfc(-mean / sd / std::f64::consts::SQRT_2) } else { certain };
    Some(Luck { mean, sd, ends, positive })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Preset, evaluate};
    use crate::public::Answers;
    use crate::scenario::Scenario;
    use crate::uncertainty::{Figure, Simulated};
    use proptest::prelude::*;

    fn of(text: &str) -> (Inputs, Outcome) {
        let inputs = Scenario::parse(text).unwrap().inputs();
        let outcome = evaluate(&inputs);
        (inputs, outcome)
    }

    fn network(made: &[(u32, &(Inputs, Outcome))]) -> Option<Network> {
        let member = |(count, (inputs, outcome)): &(u32, &(Inputs, Outcome))| {
            (inputs.clone(), outcome.clone(), *count)
        };
        let all: Vec<_> = made.iter().map(member).collect();
        let members: Vec<Member> =
            all.iter().map(|(inputs, outcome, count)| Member { inputs, outcome, count: *count }).collect();
        sum(&members)
    }

    /// By the brochure: 31 × 500 = 15,500 and 31 × € 300,000; 30,000 people at
    /// € 600 each is another sum.
    #[test]
    fn the_two_ways_of_counting() {
        let national = network(&[(31, &of("{}"))]).unwrap();
        assert_eq!((national.initiatives, national.visitors, national.fte), (31, 15_500.0, 116.25));
        assert_eq!((national.costs, national.savings), (9_300_000.0, 4_774_000.0));
        assert_eq!(national.parties.gemeente.net(), -4_526_000.0);
        assert_eq!(national.society.savings, 3_100_000.0);
        assert_eq!((national.parts, national.uncovered), (vec![(9_300_000.0, 4_774_000.0)], 0.0));
        let people = of(r#"{"values":{"kostenbasis":"kengetal","bezoekers":30000}}"#);
        assert_eq!(network(&[(1, &people)]).unwrap().costs, 18_000_000.0);
    }

    #[test]
    fn prices_of_several_years_are_those_of_the_latest() {
        let (old, new) = (of("{}"), of(r#"{"base":"prijspeil-2025"}"#));
        let both = network(&[(1, &old), (1, &new)]).unwrap();
        let twice = network(&[(2, &new)]).unwrap();
        assert_eq!(both.year, 2025);
        assert!((both.net() - twice.net()).abs() < 1e-6);
        assert!((both.npv - twice.npv).abs() < 1e-6);
    }

    #[test]
    fn years_are_those_that_all_look_ahead() {
        let both = network(&[(1, &of("{}")), (2, &of(r#"{"values":{"horizon":7}}"#))]).unwrap();
        assert_eq!((both.years.len(), both.shortened), (4, true));
        let thrice = network(&[(3, &of("{}"))]).unwrap();
        assert!((both.npv - thrice.npv).abs() < 1e-6 && !thrice.shortened);
        assert_eq!(network(&[(0, &of("{}"))]), None);
    }

    /// Of costs of 300,000 a fund pays 100,000 and nobody the rest.
    #[test]
    fn what_nobody_pays_is_added_up_and_parts_sum_to_the_whole() {
        let plan = of(r#"{"plan":[{"party":"overig","amount":100000}]}"#);
        let all = network(&[(3, &plan), (2, &of(r#"{"base":"prijspeil-2025"}"#))]).unwrap();
        let rate = price::factor(2025);
        assert!((all.uncovered - 3.0 * 200_000.0 * rate).abs() < 1e-6 && all.surplus == 0.0);
        assert!((all.parts[0].0 - 900_000.0 * rate).abs() < 1e-6);
        assert!((all.parts.iter().map(|part| part.0).sum::<f64>() - all.costs).abs() < 1e-6);
        assert!((all.parts.iter().map(|part| part.1).sum::<f64>() - all.savings).abs() < 1e-6);
    }

    fn spread(text: &str) -> Spread {
        let packed = Answers::default().answer(text, u32::MAX).unwrap();
        let simulated = Simulated::unpack(1, &packed.numbers, &packed.names);
        simulated.unwrap().spread(Figure::Net).clone()
    }

    #[test]
    fn variance_grows_with_the_number_or_the_spread_does() {
        let one = spread(r#"{"simulation":{"draws":20000}}"#);
        let alone = luck(&[(1, 1.0, &one)], false).unwrap();
        assert_eq!((alone.mean, alone.sd, alone.positive), (one.mean, one.sd, one.positive));
        assert_eq!(alone.ends, [one.quantiles[0], one.quantiles[4]]);
        let own = luck(&[(16, 1.0, &one)], false).unwrap();
        assert!((own.sd - 4.0 * one.sd).abs() < 1e-6 && (own.mean - 16.0 * one.mean).abs() < 1e-6);
        let shared = luck(&[(16, 1.0, &one)], true).unwrap();
        assert!((shared.sd - 16.0 * one.sd).abs() < 1e-6);
        assert_eq!((shared.ends[0], shared.positive), (16.0 * one.quantiles[0], one.positive));
        assert_eq!(luck(&[(0, 1.0, &one)], true), None);
    }

    /// The mean of a normal distribution is passed half of the time, and one
    /// standard deviation below zero 15.87% of it (any table).
    #[test]
    fn the_chance_is_that_of_a_normal_distribution() {
        let mut one = spread(r#"{"simulation":{"draws":1000}}"#);
        (one.mean, one.sd) = (-1.0, 2.0);
        let four = luck(&[(4, 1.0, &one)], false).unwrap();
        assert!((four.positive - 0.158_655_253_931_457).abs() < 1e-12);
        one.mean = 0.0;
        assert!((luck(&[(4, 1.0, &one)], false).unwrap().positive - 0.5).abs() < 1e-12);
        one.sd = 0.0;
        assert_eq!(luck(&[(4, 1.0, &one)], false).unwrap().positive, 1.0);
    }

    fn any_of() -> impl Strategy<Value = (u32, (Inputs, Outcome))> {
        let presets = prop::sample::select(Preset::ALL.to_vec());
        (0..40_u32, presets, 2016..=2025_i32, 1.0..2000.0_f64, 1..9_i32).prop_map(
            |(count, preset, year, visitors, horizon)| {
                let mut inputs = preset.inputs_in(year);
                inputs.set(crate::model::InputId::General(General::Bezoekers), visitors);
                inputs.set(crate::model::InputId::General(General::Horizon), f64::from(horizon));
                let outcome = evaluate(&inputs);
                (count, (inputs, outcome))
            },
        )
    }

    fn figures(network: &Network) -> Vec<f64> {
        let mut all = vec![network.visitors, network.fte, network.costs, network.savings, network.npv];
        for ledger in Party::ALL.map(|party| *network.parties.get(party)).into_iter().chain([network.society])
        {
            all.extend([ledger.costs, ledger.savings, ledger.npv]);
        }
        all.extend(network.years.iter().flat_map(|year| [year.costs, year.savings, year.cumulative]));
        all
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_network_of_one_is_the_scenario((_, one) in any_of()) {
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
        }

        #[test]
        fn order_does_not_matter(all in prop::collection::vec(any_of(), 1..5)) {
            let members: Vec<(u32, &(Inputs, Outcome))> = all.iter().map(|(count, one)| (*count, one)).collect();
            let mut turned = members.clone();
            turned.reverse();
            match (network(&members), network(&turned)) {
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
}
