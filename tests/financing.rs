//! Simulation and sensitivity of scenarios with a dekkingsplan (who pays what). They
//! agree with `evaluate`: a funder's fixed amount does not depend on the costs, and a share
//! of the costs does.

use proptest::prelude::*;
use rekenmodel::model::FinancingPlan;
use rekenmodel::model::financing::{Funder, FunderContribution, MAX_FUNDERS, Period};
use rekenmodel::model::sensitivity::sensitivity;
use rekenmodel::model::simulation::{PmDraws, SimulationSettings, simulate};
use rekenmodel::model::{
    Euro, General, InputId, Inputs, Line, LineField, Party, Preset, Range, Share, evaluate,
};

const SETTINGS: SimulationSettings = SimulationSettings { draws: 1000, seed: 1, pm: PmDraws::Weglaten };

fn any_funder() -> impl Strategy<Value = Funder> {
    let pays = prop_oneof![
        (0.0..=3e5_f64).prop_map(|euros| FunderContribution::Amount(Euro::new(euros))),
        (0.0..=1.0_f64).prop_map(|share| FunderContribution::Share(Share::new(share))),
    ];
    let party = prop::sample::select(Party::ALL.to_vec());
    (party, pays, prop::option::of(1..=5_u32)).prop_map(|(party, pays, until)| Funder {
        label: String::new(),
        party,
        pays,
        until,
    })
}

/// Returns the inputs of the preset `gunstig`, with start-up costs and this plan.
fn inputs_with_plan(plan: Vec<Funder>) -> Inputs {
    let mut inputs = Preset::Gunstig.inputs();
    inputs.set(InputId::General(General::Startkosten), 25_000.0);
    inputs.set(InputId::General(General::KansGeenEffect), 0.0);
    inputs.plan = FinancingPlan::new(plan);
    inputs
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn without_ranges_the_simulation_gives_the_outcome_of_evaluate(plan in prop::collection::vec(any_funder(), 1..=6)) {
        let mut inputs = inputs_with_plan(plan);
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

    /// Only the rent is uncertain. The gemeente bears a fixed share of the costs, so the
    /// standard deviation of its saldo is that share of the standard deviation of the whole saldo.
    #[test]
    fn the_gemeente_bears_its_share_of_an_uncertain_cost(plan in prop::collection::vec(any_funder(), 1..=6)) {
        let mut inputs = inputs_with_plan(plan);
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

/// By hand, the saldo of the gemeente: savings of 54,000 + 100,000, or at the low end of
/// `verzilverbaar` 54,000 + half of 100,000; less what it pays, 120,000 and a tenth of
/// 300,000.
#[test]
fn sensitivity_follows_the_plan() {
    let mut inputs = Preset::Brochure.inputs();
    let funder = |pays| Funder { label: String::new(), party: Party::Gemeente, pays, until: None };
    inputs.plan = FinancingPlan::new(vec![
        funder(FunderContribution::Amount(Euro::new(120_000.0))),
        funder(FunderContribution::Share(Share::new(0.1))),
    ]);
    let rows = sensitivity(&inputs, PmDraws::Weglaten).gemeente;
    let name = inputs.name(InputId::Line(Line::Dagbesteding, LineField::Verzilverbaar));
    let row = rows.iter().find(|row| row.id == name).unwrap();
    assert_eq!((row.at_low, row.at_high), (104_000.0 - 150_000.0, 154_000.0 - 150_000.0));
}

/// The largest number of funders: half of them pay all costs, the others € 1e9 each.
#[test]
fn the_largest_plan_stays_finite() {
    let pays_everything = Funder {
        label: String::new(),
        party: Party::Gemeente,
        pays: FunderContribution::Share(Share::ONE),
        until: None,
    };
    let mut plan = vec![pays_everything.clone(); MAX_FUNDERS / 2];
    plan.resize(MAX_FUNDERS, Funder { pays: FunderContribution::Amount(Euro::new(1e9)), ..pays_everything });
    let mut inputs = inputs_with_plan(plan);
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
