//! The dekkingsplan in the simulation and in sensitivity: they agree with
//! `evaluate`, amounts staying as they are and shares moving with the costs.

use proptest::prelude::*;
use rekenmodel::model::FinancingPlan;
use rekenmodel::model::financing::{Funder, FunderContribution, MOST_FUNDERS, Period};
use rekenmodel::model::sensitivity::sensitivity;
use rekenmodel::model::simulation::{PmDraws, SimulationSettings, simulate};
use rekenmodel::model::{
    Euro, General, InputId, Inputs, Line, LineField, Party, Preset, Range, Share, evaluate,
};

const SETTINGS: SimulationSettings = SimulationSettings { draws: 1000, seed: 1, pm: PmDraws::Weglaten };

fn funder() -> impl Strategy<Value = Funder> {
    let pays = prop_oneof![
        (0.0..=3e5_f64).prop_map(|euros| FunderContribution::Amount(Euro::new(euros))),
        (0.0..=1.0_f64).prop_map(|part| FunderContribution::Share(Share::new(part))),
    ];
    let party = prop::sample::select(Party::ALL.to_vec());
    (party, pays, prop::option::of(1..=5_u32)).prop_map(|(party, pays, until)| Funder {
        label: String::new(),
        party,
        pays,
        until,
    })
}

fn planned(plan: Vec<Funder>) -> Inputs {
    let mut inputs = Preset::Gunstig.inputs();
    inputs.set(InputId::General(General::Startkosten), 25_000.0);
    inputs.set(InputId::General(General::KansGeenEffect), 0.0);
    inputs.plan = FinancingPlan::new(plan);
    inputs
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn without_spread_the_simulation_is_the_point(plan in prop::collection::vec(funder(), 1..=6)) {
        let mut inputs = planned(plan);
        let ids: Vec<InputId> = inputs.ids().collect();
        for id in ids {
            let value = inputs.get(id);
            inputs.set_range(id, Range::fixed(value));
        }
        let outcome = evaluate(&inputs);
        let found = simulate(&inputs, SETTINGS).quantities;
        let point = outcome.parties.gemeente.net.euros();
        prop_assert_eq!((found.gemeente.mean, found.gemeente.p5, found.gemeente.p95), (point, point, point));
        prop_assert_eq!(found.net.mean, outcome.total.net.euros());
        prop_assert_eq!(found.npv.mean, outcome.npv.euros());
    }

    /// One uncertain cost: the gemeente bears its share of what that costs more.
    #[test]
    fn the_gemeente_bears_its_share_of_what_moves(plan in prop::collection::vec(funder(), 1..=6)) {
        let mut inputs = planned(plan);
        let rent = InputId::General(General::Huisvesting);
        let ids: Vec<InputId> = inputs.ids().filter(|id| *id != rent).collect();
        for id in ids {
            let value = inputs.get(id);
            inputs.set_range(id, Range::fixed(value));
        }
        let share = inputs.cost_allocation(Party::Gemeente, Period::FullEffect).share.fraction();
        let found = simulate(&inputs, SimulationSettings { draws: 4000, ..SETTINGS }).quantities;
        let expected = share * found.net.sd;
        prop_assert!((found.gemeente.sd - expected).abs() <= 1e-4 * found.net.sd, "{} for {}", found.gemeente.sd, expected);
    }
}

/// By hand: cashable savings of 54,000 + 100,000, of which half as a low end,
/// less 120,000 and a tenth of 300,000.
#[test]
fn sensitivity_takes_the_plan() {
    let mut inputs = Preset::Brochure.inputs();
    let funder = |pays| Funder { label: String::new(), party: Party::Gemeente, pays, until: None };
    inputs.plan = FinancingPlan::new(vec![
        funder(FunderContribution::Amount(Euro::new(120_000.0))),
        funder(FunderContribution::Share(Share::new(0.1))),
    ]);
    let sensitivity_ranges = sensitivity(&inputs, PmDraws::Weglaten).gemeente;
    let name = inputs.name(InputId::Line(Line::Dagbesteding, LineField::Verzilverbaar));
    let sensitivity_range =
        sensitivity_ranges.iter().find(|sensitivity_range| sensitivity_range.id == name).unwrap();
    assert_eq!(
        (sensitivity_range.at_low, sensitivity_range.at_high),
        (104_000.0 - 150_000.0, 154_000.0 - 150_000.0)
    );
}

/// As many as there may be, all paying everything and a thousand million more.
#[test]
fn the_largest_plan_stays_finite() {
    let all = Funder {
        label: String::new(),
        party: Party::Gemeente,
        pays: FunderContribution::Share(Share::ALL),
        until: None,
    };
    let mut plan = vec![all.clone(); MOST_FUNDERS / 2];
    plan.resize(MOST_FUNDERS, Funder { pays: FunderContribution::Amount(Euro::new(1e9)), ..all });
    let mut inputs = planned(plan);
    inputs.set(InputId::General(General::KansGeenEffect), 0.1);
    for id in inputs.ids().filter(|id| id.definition().may_vary).collect::<Vec<_>>() {
        let (low, high) = id.definition().limits;
        inputs.set_range(id, Range { shape: rekenmodel::model::Shape::Uniform, low, high });
    }
    let found = simulate(&inputs, SimulationSettings { draws: 5000, ..SETTINGS });
    let text = serde_json::to_string(&found).unwrap();
    assert!(!text.contains("null"), "{text}");
    assert!(found.quantities.gemeente.sd > 0.0);
}
