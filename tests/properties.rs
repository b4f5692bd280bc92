//! Properties over the whole valid range: every figure finite and no minus
//! zero, parts summing to totals, nothing in giving nothing out.

use proptest::prelude::*;
use rekenmodel::model::financing::{Funder, FunderContribution};
use rekenmodel::model::goal::{GOAL_INPUTS, Goal, GoalResult, seek};
use rekenmodel::model::inputs::{OwnCost, OwnLine, OwnSaving, OwnSide, SavingInputs};
use rekenmodel::model::{
    BreakEvenValue, CostBasis, Euro, General, InputId, Inputs, Line, LineField, Party, Preset, SavingKind,
    Share, break_even_value, evaluate, outcome,
};
use rekenmodel::scenario::Scenario;
use serde_json::Value;

/// A value anywhere within the limits of an input, ends and zero often.
fn within(id: InputId) -> BoxedStrategy<f64> {
    let definition = id.definition();
    let (low, high) = definition.limits;
    if definition.unit.is_whole() {
        return (low as i64..=high as i64).prop_map(|whole| whole as f64).boxed();
    }
    let nothing = if low <= 0.0 { 0.0 } else { low };
    let usual = definition.default.clamp(low, high);
    prop_oneof![
        4 => low..=high,
        2 => Just(usual),
        1 => Just(low),
        1 => Just(high),
        1 => Just(nothing),
        2 => (0.0..=1.0_f64).prop_map(move |part| (usual * (0.5 + part)).clamp(low, high)),
    ]
    .boxed()
}

/// Three shares that add up to one at the most.
fn shares() -> impl Strategy<Value = [f64; 3]> {
    (0.0..=1.0_f64, 0.0..=1.0_f64, 0.0..=1.0_f64)
        .prop_map(|(a, b, c)| [a, (1.0 - a) * b, (1.0 - a) * (1.0 - b) * c])
}

fn kind() -> impl Strategy<Value = SavingKind> {
    prop::sample::select(SavingKind::ALL.to_vec())
}

fn own_line(place: usize) -> impl Strategy<Value = OwnLine> {
    let saving = |parts: Vec<f64>, kind, counted, shares: [f64; 3]| {
        let mut inputs = SavingInputs::new(kind, counted, |part| parts[part as usize]);
        for (part, share) in
            [LineField::Gemeente, LineField::Rijk, LineField::Zorgverzekeraar].into_iter().zip(shares)
        {
            inputs.set(part, share);
        }
        OwnSide::Saving(OwnSaving { unit: "keer".into(), inputs })
    };
    let parts: Vec<_> = LineField::ALL.iter().map(|part| within(InputId::Own(place, *part))).collect();
    (parts, kind(), any::<bool>(), shares(), any::<bool>()).prop_map(
        move |(parts, kind, counted, shares, cost)| {
            let side = if cost {
                OwnSide::Cost(OwnCost { quantity: parts[0], amount: parts[1] })
            } else {
                saving(parts, kind, counted, shares)
            };
            OwnLine { id: format!("eigen-{place}"), label: format!("Regel {place} “é”"), side }
        },
    )
}

fn funder() -> impl Strategy<Value = Funder> {
    let amount = (0.0..=1e9_f64).prop_map(|euros| FunderContribution::Amount(Euro::new(euros)));
    let usual = (0.0..=3e5_f64).prop_map(|euros| FunderContribution::Amount(Euro::new(euros)));
    let share = (0.0..=1.0_f64).prop_map(|part| FunderContribution::Share(Share::new(part)));
    let pays = prop_oneof![1 => amount, 3 => usual, 3 => share];
    let party = prop::sample::select(Party::ALL.to_vec());
    (party, pays, prop::option::of(1..=20_u32)).prop_map(|(party, pays, until)| Funder {
        label: "Fonds “é”".into(),
        party,
        pays,
        until,
    })
}

/// A plan in half of all scenarios.
fn plan() -> impl Strategy<Value = Vec<Funder>> {
    prop_oneof![Just(Vec::new()), prop::collection::vec(funder(), 1..=20)]
}

fn scenario() -> impl Strategy<Value = Scenario> {
    let values: Vec<_> = InputId::fixed().map(|id| prop::option::weighted(0.4, within(id))).collect();
    let own: Vec<_> = (0..4).map(own_line).collect();
    let counted: Vec<_> = Line::ALL.iter().map(|_| any::<Option<bool>>()).collect();
    let parties: Vec<_> = (0..Line::COUNT + 1).map(|_| shares()).collect();
    let preset = prop::sample::select(Preset::ALL.to_vec());
    (values, own, counted, parties, preset, any::<Option<bool>>(), 0..=4_usize, plan()).prop_map(
        |(values, own, counted, parties, preset, basis, lines, plan)| {
            let mut scenario = Scenario::new(preset);
            scenario.values =
                InputId::fixed().zip(values).filter_map(|(id, value)| Some((id, value?))).collect();
            let groups = Line::ALL.into_iter().filter(|line| line.definition().kind != SavingKind::Welvaart);
            for (line, shares) in groups.zip(&parties) {
                let parts = [LineField::Gemeente, LineField::Rijk, LineField::Zorgverzekeraar];
                scenario.values.extend(
                    parts.into_iter().zip(*shares).map(|(part, share)| (InputId::Line(line, part), share)),
                );
            }
            let financing = [
                General::FinancieringGemeente,
                General::FinancieringRijk,
                General::FinancieringZorgverzekeraar,
            ];
            let last = parties[Line::COUNT];
            scenario
                .values
                .extend(financing.into_iter().zip(last).map(|(of, share)| (InputId::General(of), share)));
            scenario.counted =
                Line::ALL.into_iter().zip(counted).filter_map(|(line, on)| Some((line, on?))).collect();
            scenario.basis = basis.map(|key| if key { CostBasis::Kengetal } else { CostBasis::Begroting });
            scenario.own = own.into_iter().take(lines).collect();
            scenario.plan = rekenmodel::model::FinancingPlan::new(plan);
            scenario
        },
    )
}

fn numbers(value: &Value, path: &str, check: &mut impl FnMut(&str, f64)) {
    match value {
        Value::Number(number) => check(path, number.as_f64().unwrap()),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, item)| numbers(item, &format!("{path}[{i}]"), check))
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(key, item)| numbers(item, &format!("{path}.{key}"), check))
        }
        _ => {}
    }
}

fn close(a: f64, b: f64, scale: f64) -> bool {
    (a - b).abs() <= 1e-9 * scale.abs().max(1.0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_figure_is_finite_and_none_is_minus_zero(scenario in scenario()) {
        prop_assert_eq!(scenario.issues(), vec![]);
        let outcome = evaluate(&scenario.inputs());
        let json: Value = serde_json::from_str(&serde_json::to_string(&outcome).unwrap()).unwrap();
        let mut wrong = Vec::new();
        numbers(&json, "", &mut |path, number| {
            if !number.is_finite() || number == 0.0 && number.is_sign_negative() {
                wrong.push(format!("{path} = {number}"));
            }
        });
        prop_assert!(wrong.is_empty(), "{:?}", wrong);
        // What is no number may only be where a figure need not exist.
        let nulls = serde_json::to_string(&json).unwrap().matches("null").count();
        let allowed = 3 + outcome.break_even.per_line.iter().filter(|line| line.needed.is_none()).count();
        prop_assert!(nulls <= allowed, "{} nulls", nulls);
    }

    #[test]
    fn parts_sum_to_totals(scenario in scenario()) {
        let inputs = scenario.inputs();
        let outcome = evaluate(&inputs);
        let scale = outcome.savings.iter().map(|line| line.gross.euros().abs()).sum::<f64>()
            + outcome.costs.lines.iter().map(|line| line.amount.euros().abs()).sum::<f64>()
            + outcome.costs.own_income.euros()
            + outcome.financing.iter().flat_map(|plan| &plan.funders).map(|paid| paid.costs.euros().abs()).sum::<f64>();
        let lines: f64 = outcome.costs.lines.iter().map(|line| line.amount.euros()).sum();
        prop_assert!(close(lines - outcome.costs.own_income.euros(), outcome.costs.net.euros(), scale));
        let parties = &outcome.parties;
        let all = [&parties.gemeente, &parties.rijk, &parties.zorgverzekeraar, &parties.overig];
        let saldi: f64 = all.iter().map(|ledger| ledger.net.euros()).sum();
        // What nobody pays is no party's, and what is paid too much is nobody's cost.
        let rest = outcome.financing.as_ref().map_or(0.0, |plan| plan.uncovered.euros() - plan.surplus.euros());
        let bridge = outcome.total.net.euros() - outcome.total.not_cashable.euros() + rest;
        prop_assert!(close(saldi, bridge, scale), "{} against {}", saldi, bridge);
        let costs: f64 = all.iter().map(|ledger| ledger.costs.euros()).sum();
        prop_assert!(close(costs + rest, outcome.costs.net.euros(), scale));
        for (place, year) in outcome.financing.iter().flat_map(|plan| &plan.years).enumerate() {
            let borne: f64 = all.iter().map(|ledger| ledger.projection.years[place].costs.euros()).sum();
            let largest = year.funders.iter().fold(year.costs.euros().abs(), |most, paid| most.max(paid.euros()));
            prop_assert!(close(borne + year.uncovered.euros() - year.surplus.euros(), year.costs.euros(), largest * 20.0));
            prop_assert!(year.uncovered == Euro::ZERO || year.surplus == Euro::ZERO);
            prop_assert_eq!(year.costs, outcome.years[place].costs);
        }
        let present: f64 = outcome.years.iter().map(|year| year.present.euros()).sum();
        prop_assert!(close(present, outcome.npv.euros(), scale * 1e4));
        prop_assert_eq!(outcome::saldo(&inputs), outcome.total.net);
        prop_assert_eq!(outcome.break_even.gap, -outcome.total.net);
    }

    #[test]
    fn without_discount_present_value_is_the_plain_sum(scenario in scenario()) {
        let mut inputs = scenario.inputs();
        inputs.set(InputId::General(General::Discontovoet), 0.0);
        let outcome = evaluate(&inputs);
        prop_assert_eq!(outcome.npv, outcome.years.last().unwrap().cumulative);
    }

    #[test]
    fn a_scenario_written_reads_back_the_same(scenario in scenario()) {
        prop_assert_eq!(Scenario::parse(&scenario.to_json()), Ok(scenario));
    }

    #[test]
    fn at_its_break_even_value_the_saldo_is_nothing(scenario in scenario(), pick in 0..80_usize) {
        let mut inputs = scenario.inputs();
        let ids: Vec<InputId> = inputs.ids().collect();
        let id = ids[pick % ids.len()];
        if let BreakEvenValue::At(value) = break_even_value(&inputs, id) {
            let before = evaluate(&inputs);
            inputs.set(id, value);
            let saldo = outcome::saldo(&inputs).euros();
            // One step of the last digit of the value may move the saldo.
            inputs.set(id, value * (1.0 + 4.0 * f64::EPSILON));
            let step = (outcome::saldo(&inputs).euros() - saldo).abs();
            let scale = before.savings.iter().map(|line| line.gross.euros().abs()).sum::<f64>() + before.costs.gross.euros().abs();
            prop_assert!(saldo.abs() <= 1e-9 * scale.max(1.0) + step, "{:?} at {}: {}", id, value, saldo);
        }
    }

    /// What was sought, put in, gives the goal back; else nothing does.
    #[test]
    fn what_was_found_meets_the_goal(scenario in scenario(), pick in 0..3_usize, coverage in 0.01..=10.0_f64, saldo in -1e6..=1e6_f64, by_saldo in any::<bool>()) {
        let mut inputs = scenario.inputs();
        let id = InputId::General(GOAL_INPUTS[pick]);
        let goal = if by_saldo { Goal::Saldo(Euro::new(saldo)) } else { Goal::Coverage(coverage) };
        let savings = evaluate(&inputs).total.savings.euros();
        let GoalResult::Found(found) = seek(&inputs, id, goal) else {
            prop_assert!(savings <= 0.0 && !by_saldo);
            return Ok(());
        };
        let mut at = |value: f64| {
            inputs.set(id, value);
            let outcome = evaluate(&inputs);
            let size = outcome.costs.gross.euros().abs() + outcome.costs.own_income.euros() + savings.abs();
            let wanted = match goal {
                Goal::Coverage(part) => outcome.total.savings.euros() / part - outcome.costs.net.euros(),
                Goal::Saldo(wanted) => (outcome.total.net - wanted).euros(),
            };
            (outcome, wanted, size.max(saldo.abs()).max(1.0))
        };
        let (low, high) = id.definition().limits;
        match found.at {
            BreakEvenValue::At(value) => {
                prop_assert!((low..=high).contains(&value));
                let (outcome, wanted, size) = at(value);
                // Savings under the own lines may be as large as 1e18: what is
                // left of the costs is then below their last digit.
                prop_assert!(wanted.abs() <= 1e-9 * size.max(savings.abs() / coverage), "{} at {}", wanted, value);
                if let (Goal::Coverage(part), Some(times)) = (goal, outcome.total.coverage.times())
                    && size < 1e9 && outcome.costs.net.euros() > 1.0
                {
                    prop_assert!((times / part - 1.0).abs() <= 1e-9 * size / outcome.costs.net.euros());
                }
            }
            BreakEvenValue::NotWithinLimits => {
                let ((_, first, size), (_, last, _)) = (at(low), at(high));
                prop_assert!(first * last > 0.0 || first == last, "{} and {} of {}", first, last, size);
            }
            BreakEvenValue::NoEffect => {
                let ((first, _, size), (last, ..)) = (at(low), at(high));
                prop_assert!((first.total.net - last.total.net).euros().abs() <= 1e-9 * size);
            }
        }
    }
}

#[test]
fn nothing_in_gives_nothing_out() {
    let mut inputs: Inputs = Preset::Brochure.inputs();
    let zeros: Vec<InputId> = inputs.ids().filter(|id| id.definition().limits.0 <= 0.0).collect();
    for id in zeros {
        inputs.set(id, 0.0);
    }
    let outcome = evaluate(&inputs);
    assert_eq!(outcome.total.net.euros(), 0.0);
    assert_eq!(outcome.npv.euros(), 0.0);
    assert_eq!(outcome.total.coverage.times(), None);
}
