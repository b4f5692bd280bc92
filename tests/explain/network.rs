//! Explanations of networks and comparisons. The contributions of the scenarios add up to
//! the figure of a network. The share that one change has in a difference is the mean of
//! its effects in all orders of the changes: with two changes, the mean of its effects as the
//! first and as the last one.

use super::scenarios;
use rekenmodel::compare::{first_and_last_effect, saldo_difference};
use rekenmodel::explain::{Account, AccountFigure, FigureId, PlanFigure, YearFigure};
use rekenmodel::model::{General, Inputs, Outcome, Party, evaluate};
use rekenmodel::network::contributions::{NetworkSum, ScenarioContribution, contributions};
use rekenmodel::network::{Network, NetworkMember, sum};
use rekenmodel::scenario::Scenario;

/// Returns every sum of a network that can be explained, with its value.
fn sums(network: &Network) -> Vec<(NetworkSum, f64)> {
    let amount = NetworkSum::Amount;
    let mut all = vec![
        (NetworkSum::Initiatives, f64::from(network.initiatives)),
        (NetworkSum::People(General::Bezoekers), network.visitors),
        (NetworkSum::People(General::Fte), network.fte),
        (NetworkSum::People(General::Vrijwilligers), network.volunteers),
        (amount(FigureId::Costs), network.costs),
        (amount(FigureId::Savings), network.savings),
        (amount(FigureId::Saldo), network.net()),
        (amount(FigureId::NotCashable), network.not_cashable),
        (NetworkSum::Npv(Account::All), network.npv),
    ];
    let ledgers = Party::ALL.map(|party| (Account::Party(party), *network.parties.get(party)));
    for (account, ledger) in ledgers.into_iter().chain([(Account::Society, network.society)]) {
        let sum_of = |figure| amount(FigureId::Account(account, figure));
        all.push((sum_of(AccountFigure::Costs), ledger.costs));
        all.push((sum_of(AccountFigure::Savings), ledger.savings));
        all.push((sum_of(AccountFigure::Net), ledger.net()));
        all.push((NetworkSum::Npv(account), ledger.npv));
    }
    for (figure, ledger) in
        [(PlanFigure::Uncovered, network.uncovered), (PlanFigure::Surplus, network.surplus)]
    {
        all.push((NetworkSum::OutsideParties(figure, AccountFigure::Costs), ledger.costs));
        all.push((NetworkSum::OutsideParties(figure, AccountFigure::Net), ledger.net()));
        all.push((NetworkSum::OutsideParties(figure, AccountFigure::Npv), ledger.npv));
    }
    for (number, year) in (1..).zip(&network.years) {
        let sum_of = |figure| amount(FigureId::Year(Account::All, number, figure));
        all.push((sum_of(YearFigure::Costs), year.costs));
        all.push((sum_of(YearFigure::Savings), year.savings));
        all.push((sum_of(YearFigure::Cumulative), year.cumulative));
        all.push((amount(FigureId::Plan(PlanFigure::Uncovered, Some(number))), year.uncovered));
    }
    all
}

#[test]
fn contributions_add_up_to_every_sum_of_a_network() {
    let evaluated = |(_, inputs): (String, Inputs)| (evaluate(&inputs), inputs);
    let all: Vec<(Outcome, Inputs)> = scenarios().into_iter().map(evaluated).collect();
    let mut count = 0;
    for (group, scenarios) in all.chunks(3).enumerate() {
        // Counts of 0, 7 and 14 initiatives, in turn.
        let counts = (0..).map(|index| (group as u32 + index) % 3 * 7);
        let members: Vec<NetworkMember> = scenarios
            .iter()
            .zip(counts)
            .map(|((outcome, inputs), count)| NetworkMember { inputs, outcome, count })
            .collect();
        let Some(network) = sum(&members) else { continue };
        for (network_sum, value) in sums(&network) {
            let contributions: Vec<f64> =
                contributions(&members, network_sum).into_iter().map(ScenarioContribution::total).collect();
            let found: f64 = contributions.iter().sum();
            let largest = contributions.iter().fold(1.0_f64, |largest, amount| largest.max(amount.abs()));
            // A saldo is the difference of two sums that may be far larger.
            let slack = 1e-9 * largest.max(network.costs.abs()).max(network.savings.abs());
            assert!((found - value).abs() <= slack, "{group}: {network_sum:?}: {found} is not {value}");
            count += 1;
        }
    }
    assert!(count > 2_000, "only {count} sums");
}

fn inputs_of(json: &str) -> Inputs {
    Scenario::parse(json).unwrap().inputs()
}

/// By hand: the costs of staff go from 3.75 × 48,800 to 4 × 50,000. As the first change, the
/// number of staff adds −0.25 × 48,800 and their price −3.75 × 1,200; as the last change
/// they add −0.25 × 50,000 and −4 × 1,200.
#[test]
fn a_share_is_the_mean_of_the_effects_as_first_and_as_last_change() {
    let (from, to) = (inputs_of("{}"), inputs_of(r#"{"values":{"fte":4,"loonkosten-per-fte":50000}}"#));
    let found = saldo_difference(&from, &to);
    let effects: Vec<[f64; 2]> =
        found.shares.iter().map(|share| first_and_last_effect(&from, &to, share.player)).collect();
    assert_eq!(effects, [[-12_200.0, -12_500.0], [-4_500.0, -4_800.0]]);
    for (share, [first, last]) in found.shares.iter().zip(effects) {
        assert_eq!(share.amount, (first + last) / 2.0);
    }
}

/// Where scenarios differ by one change, its effect is the same as first and as last change.
/// The changes are an own line, an amount that is less in the prices of 2025, and one value.
#[test]
fn the_share_of_a_single_change_is_its_effect() {
    let own = r#"{"custom":[{"id":"c1","side":"cost","label":"Scholing","quantity":2,"amount":1500}]}"#;
    for to in [
        own,
        r#"{"values":{"prijspeil":2025,"huisvesting":48000}}"#,
        r#"{"values":{"dagbesteding.aantal":20}}"#,
    ] {
        let (from, to) = (inputs_of("{}"), inputs_of(to));
        let found = saldo_difference(&from, &to);
        let [share] = found.shares[..] else { panic!("{found:?}") };
        for effect in first_and_last_effect(&from, &to, share.player) {
            assert!((effect - share.amount).abs() < 1e-6, "{share:?}: {effect}");
        }
    }
}
