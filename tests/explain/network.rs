//! What a figure of a network is added up from comes to that figure; what a
//! difference adds lies between what it adds first and last.

use super::scenarios;
use rekenmodel::compare::{first_and_last_effect, saldo_difference};
use rekenmodel::explain::{Account, AccountFigure, FigureId, PlanFigure, YearFigure};
use rekenmodel::model::{General, Inputs, Outcome, Party, evaluate};
use rekenmodel::network::contributions::{NetworkSum, ScenarioContribution, contributions};
use rekenmodel::network::{Network, NetworkMember, sum};
use rekenmodel::scenario::Scenario;

/// Every sum of a network, with the figure that it must come to.
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
    for (of, ledger) in ledgers.into_iter().chain([(Account::Society, network.society)]) {
        let account = |part| amount(FigureId::Account(of, part));
        all.push((account(AccountFigure::Costs), ledger.costs));
        all.push((account(AccountFigure::Savings), ledger.savings));
        all.push((account(AccountFigure::Net), ledger.net()));
        all.push((NetworkSum::Npv(of), ledger.npv));
    }
    for (of, ledger) in [(PlanFigure::Uncovered, network.uncovered), (PlanFigure::Surplus, network.surplus)] {
        all.push((NetworkSum::OutsideParties(of, AccountFigure::Costs), ledger.costs));
        all.push((NetworkSum::OutsideParties(of, AccountFigure::Net), ledger.net()));
        all.push((NetworkSum::OutsideParties(of, AccountFigure::Npv), ledger.npv));
    }
    for (place, year) in (1..).zip(&network.years) {
        let of = |cell| amount(FigureId::Year(Account::All, place, cell));
        all.push((of(YearFigure::Costs), year.costs));
        all.push((of(YearFigure::Savings), year.savings));
        all.push((of(YearFigure::Cumulative), year.cumulative));
        all.push((amount(FigureId::Plan(PlanFigure::Uncovered, Some(place))), year.uncovered));
    }
    all
}

#[test]
fn every_sum_of_a_network_comes_to_its_figure() {
    let made = |(_, inputs): (String, Inputs)| (evaluate(&inputs), inputs);
    let all: Vec<(Outcome, Inputs)> = scenarios().into_iter().map(made).collect();
    let mut count = 0;
    for (nth, three) in all.chunks(3).enumerate() {
        // One of each three has none.
        let counts = (0..).map(|place| (nth as u32 + place) % 3 * 7);
        let members: Vec<NetworkMember> = three
            .iter()
            .zip(counts)
            .map(|((outcome, inputs), count)| NetworkMember { inputs, outcome, count })
            .collect();
        let Some(network) = sum(&members) else { continue };
        for (what, figure) in sums(&network) {
            let contributions: Vec<f64> =
                contributions(&members, what).into_iter().map(ScenarioContribution::total).collect();
            let found: f64 = contributions.iter().sum();
            let largest = contributions.iter().fold(1.0_f64, |most, part| most.max(part.abs()));
            // A saldo is the difference of two sums that may be far larger.
            let dust = 1e-9 * largest.max(network.costs.abs()).max(network.savings.abs());
            assert!((found - figure).abs() <= dust, "{nth}: {what:?}: {found} is not {figure}");
            count += 1;
        }
    }
    assert!(count > 2_000, "only {count} sums");
}

fn of(json: &str) -> Inputs {
    Scenario::parse(json).unwrap().inputs()
}

/// By hand: 3.75 × 48,800 becomes 4 × 50,000. First, staff adds −0.25 × 48,800
/// and its price −3.75 × 1,200; last, −0.25 × 50,000 and −4 × 1,200.
#[test]
fn what_a_difference_adds_first_and_last() {
    let (from, to) = (of("{}"), of(r#"{"values":{"fte":4,"loonkosten-per-fte":50000}}"#));
    let found = saldo_difference(&from, &to);
    let ends: Vec<[f64; 2]> =
        found.shares.iter().map(|part| first_and_last_effect(&from, &to, part.player)).collect();
    assert_eq!(ends, [[-12_200.0, -12_500.0], [-4_500.0, -4_800.0]]);
    for (part, [first, last]) in found.shares.iter().zip(ends) {
        assert_eq!(part.amount, (first + last) / 2.0);
    }
}

/// An own line, and what is in prices of another year, add the same first and
/// last where nothing works together with them.
#[test]
fn what_differs_alone_adds_its_share() {
    let own = r#"{"custom":[{"id":"c1","side":"cost","label":"Scholing","quantity":2,"amount":1500}]}"#;
    for to in [own, r#"{"base":"prijspeil-2025"}"#, r#"{"values":{"dagbesteding.aantal":20}}"#] {
        let (from, to) = (of("{}"), of(to));
        let found = saldo_difference(&from, &to);
        let [part] = found.shares[..] else { panic!("{found:?}") };
        for end in first_and_last_effect(&from, &to, part.player) {
            assert!((end - part.amount).abs() < 1e-6, "{part:?}: {end}");
        }
    }
}
