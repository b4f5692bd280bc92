//! The chart of a network: the bars of its members and of the total have one scale, and
//! everything is inside the frame.

use super::{bars, fit::faults, is_cost, is_saving};
use proptest::prelude::*;
use rekenmodel::chart;
use rekenmodel::chart::Chart;
use rekenmodel::text::catalogue;
use rekenmodel::text::network::NetworkFacts;

/// Returns the chart of a network. `members` has the number of initiatives and the name of
/// each scenario, `amounts` the costs and savings of those initiatives together.
fn network_chart(members: &[(u32, &str)], amounts: &[(f64, f64)]) -> Chart {
    let members: Vec<(u32, String)> = members.iter().map(|(count, name)| (*count, (*name).into())).collect();
    let sum = |side: fn(&(f64, f64)) -> f64| amounts.iter().map(side).sum();
    let facts = NetworkFacts {
        members: &members,
        initiatives: members.iter().map(|(count, _)| count).sum(),
        visitors: 500.0,
        costs: sum(|amounts| amounts.0),
        savings: sum(|amounts| amounts.1),
        year: 2016,
    };
    chart::network(&facts, amounts, catalogue())
}

#[test]
fn members_and_total_have_one_scale() {
    let chart = network_chart(&[(2, "Ons"), (1, "Klein")], &[(600_000.0, 300_000.0), (200_000.0, 0.0)]);
    let (costs, savings) = (bars(&chart, is_cost), bars(&chart, is_saving));
    let per_euro = costs[2].width / 800_000.0;
    for (bar, amount) in [(costs[0], 600_000.0), (costs[1], 200_000.0), (savings[1], 300_000.0)] {
        assert!((bar.width - amount * per_euro).abs() < 1e-9);
    }
    assert_eq!((costs.len(), savings.len()), (3, 2));
    let rows = chart.table.unwrap().rows;
    assert_eq!((rows[0][0].as_str(), rows[2][3].as_str()), ("2 × ‘Ons’", "€\u{a0}−500.000"));
    assert_eq!(chart.title, "De geschatte besparingen zijn samen €\u{a0}500.000 lager dan de kosten");
}

#[test]
fn a_network_of_one_scenario_has_one_row() {
    let chart = network_chart(&[(31, "Brochure")], &[(9_300_000.0, 9_400_000.0)]);
    assert_eq!(chart.table.as_ref().unwrap().rows.len(), 1);
    assert_eq!(chart.title, "Naar schatting dekken de besparingen samen de kosten");
}

proptest! {
    #[test]
    fn everything_is_inside_the_frame(
        all in prop::collection::vec((1..=10_000_u32, -1e13..1e13_f64, -1e13..1e13_f64), 1..12),
        name in "[A-Za-z ]{0,80}",
    ) {
        let members: Vec<(u32, &str)> = all.iter().map(|(count, ..)| (*count, name.as_str())).collect();
        let amounts: Vec<(f64, f64)> = all.iter().map(|(_, costs, savings)| (*costs, *savings)).collect();
        prop_assert_eq!(faults(&network_chart(&members, &amounts)), Vec::<String>::new());
    }
}
