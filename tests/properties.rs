//! Properties that hold for random scenarios over the whole valid range: every figure is
//! finite and none is minus zero, lines and parties add up to totals, and a value that a
//! search found meets its goal. A scenario is read back from JSON unchanged, and at a
//! discount rate of zero the NPV is the plain sum. Also: a scenario of zeros gives zeros.

use proptest::prelude::*;
use rekenmodel::model::financing::{Funder, FunderContribution};
use rekenmodel::model::goal::{GOAL_INPUTS, Goal, GoalResult, seek};
use rekenmodel::model::inputs::{OwnCost, OwnLine, OwnSaving, OwnSide, SavingInputs};
use rekenmodel::model::{
    CostBasis, Euro, General, InputId, Inputs, Line, LineField, Party, Perspective, Preset, RequiredValue,
    SavingKind, Share, break_even_value, evaluate, outcome,
};
use rekenmodel::scenario::Scenario;
use serde_json::Value;

/// Returns values within the limits of an input; its limits, its default and zero are
/// likelier than others.
fn any_value(id: InputId) -> BoxedStrategy<f64> {
    let definition = id.definition();
    let (low, high) = definition.limits;
    if definition.unit.is_whole() {
        return (low as i64..=high as i64).prop_map(|whole| whole as f64).boxed();
    }
    let zero_or_low = if low <= 0.0 { 0.0 } else { low };
    let usual = definition.default.clamp(low, high);
    prop_oneof![
        4 => low..=high,
        2 => Just(usual),
        1 => Just(low),
        1 => Just(high),
        1 => Just(zero_or_low),
        2 => (0.0..=1.0_f64).prop_map(move |factor| (usual * (0.5 + factor)).clamp(low, high)),
    ]
    .boxed()
}

/// Returns three shares that add up to at most one.
fn any_shares() -> impl Strategy<Value = [f64; 3]> {
    (0.0..=1.0_f64, 0.0..=1.0_f64, 0.0..=1.0_f64)
        .prop_map(|(a, b, c)| [a, (1.0 - a) * b, (1.0 - a) * (1.0 - b) * c])
}

fn any_kind() -> impl Strategy<Value = SavingKind> {
    prop::sample::select(SavingKind::ALL.to_vec())
}

/// Returns own lines of the user, costs and savings; `index` makes their id unique.
fn any_own_line(index: usize) -> impl Strategy<Value = OwnLine> {
    let saving = |values: Vec<f64>, kind, counted, shares: [f64; 3]| {
        let mut inputs = SavingInputs::new(kind, counted, |field| values[field as usize]);
        for (field, share) in
            [LineField::Gemeente, LineField::Rijk, LineField::Zorgverzekeraar].into_iter().zip(shares)
        {
            inputs.set(field, share);
        }
        // A benefit that is not paid is always cashable.
        if kind == SavingKind::Overdracht {
            inputs.set(LineField::Verzilverbaar, 1.0);
        }
        OwnSide::Saving(OwnSaving { unit: "keer".into(), inputs })
    };
    let values: Vec<_> = LineField::ALL.iter().map(|field| any_value(InputId::Own(index, *field))).collect();
    (values, any_kind(), any::<bool>(), any_shares(), any::<bool>()).prop_map(
        move |(values, kind, counted, shares, is_cost)| {
            let side = if is_cost {
                OwnSide::Cost(OwnCost { quantity: values[0], amount: values[1] })
            } else {
                saving(values, kind, counted, shares)
            };
            OwnLine { id: format!("eigen-{index}"), label: format!("Regel {index} “é”"), side }
        },
    )
}

fn any_funder() -> impl Strategy<Value = Funder> {
    let amount = (0.0..=1e9_f64).prop_map(|euros| FunderContribution::Amount(Euro::new(euros)));
    let usual_amount = (0.0..=3e5_f64).prop_map(|euros| FunderContribution::Amount(Euro::new(euros)));
    let share = (0.0..=1.0_f64).prop_map(|share| FunderContribution::Share(Share::new(share)));
    let pays = prop_oneof![1 => amount, 3 => usual_amount, 3 => share];
    let party = prop::sample::select(Party::ALL.to_vec());
    (party, pays, prop::option::of(1..=20_u32)).prop_map(|(party, pays, until)| Funder {
        label: "Fonds “é”".into(),
        party,
        pays,
        until,
    })
}

/// Returns the funders of a dekkingsplan; in half of the cases there are none.
fn any_plan() -> impl Strategy<Value = Vec<Funder>> {
    prop_oneof![Just(Vec::new()), prop::collection::vec(any_funder(), 1..=20)]
}

fn any_scenario() -> impl Strategy<Value = Scenario> {
    let values: Vec<_> = InputId::fixed().map(|id| prop::option::weighted(0.4, any_value(id))).collect();
    let own: Vec<_> = (0..4).map(any_own_line).collect();
    let counted: Vec<_> = Line::ALL.iter().map(|_| any::<Option<bool>>()).collect();
    let parties: Vec<_> = (0..Line::COUNT + 1).map(|_| any_shares()).collect();
    let preset = prop::sample::select(Preset::ALL.to_vec());
    (values, own, counted, parties, preset, any::<Option<bool>>(), 0..=4_usize, any_plan()).prop_map(
        |(values, own, counted, parties, preset, basis, own_count, plan)| {
            let mut scenario = Scenario::new(preset);
            scenario.values =
                InputId::fixed().zip(values).filter_map(|(id, value)| Some((id, value?))).collect();
            let lines_with_parties =
                Line::ALL.into_iter().filter(|line| line.definition().kind != SavingKind::Welvaart);
            for (line, shares) in lines_with_parties.zip(&parties) {
                let fields = [LineField::Gemeente, LineField::Rijk, LineField::Zorgverzekeraar];
                scenario.values.extend(
                    fields.into_iter().zip(*shares).map(|(field, share)| (InputId::Line(line, field), share)),
                );
            }
            let financing = [
                General::FinancieringGemeente,
                General::FinancieringRijk,
                General::FinancieringZorgverzekeraar,
            ];
            let financing_shares = parties[Line::COUNT];
            scenario.values.extend(
                financing
                    .into_iter()
                    .zip(financing_shares)
                    .map(|(input, share)| (InputId::General(input), share)),
            );
            scenario.counted =
                Line::ALL.into_iter().zip(counted).filter_map(|(line, on)| Some((line, on?))).collect();
            scenario.basis =
                basis.map(|is_kengetal| if is_kengetal { CostBasis::Kengetal } else { CostBasis::Begroting });
            scenario.own = own.into_iter().take(own_count).collect();
            scenario.plan = rekenmodel::model::FinancingPlan::new(plan);
            scenario
        },
    )
}

/// Calls `check` with the path and value of every number in a JSON value.
fn visit_numbers(value: &Value, path: &str, check: &mut impl FnMut(&str, f64)) {
    match value {
        Value::Number(number) => check(path, number.as_f64().unwrap()),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, item)| visit_numbers(item, &format!("{path}[{i}]"), check))
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(key, item)| visit_numbers(item, &format!("{path}.{key}"), check))
        }
        _ => {}
    }
}

/// Whether two amounts are equal up to rounding; `scale` is an amount at least as large as
/// every partial sum from which they were calculated.
fn is_close(a: f64, b: f64, scale: f64) -> bool {
    (a - b).abs() <= 1e-9 * scale.abs().max(1.0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_figure_is_finite_and_none_is_minus_zero(scenario in any_scenario()) {
        prop_assert_eq!(scenario.issues(), vec![]);
        let outcome = evaluate(&scenario.inputs());
        let json: Value = serde_json::from_str(&serde_json::to_string(&outcome).unwrap()).unwrap();
        let mut wrong = Vec::new();
        visit_numbers(&json, "", &mut |path, number| {
            if !number.is_finite() || number == 0.0 && number.is_sign_negative() {
                wrong.push(format!("{path} = {number}"));
            }
        });
        prop_assert!(wrong.is_empty(), "{:?}", wrong);
        // `null` is allowed only for figures that need not exist: the coverage, the savings
        // factor, the payback year, and the number that is needed of a line.
        let nulls = serde_json::to_string(&json).unwrap().matches("null").count();
        let allowed = 3 + outcome.break_even.per_line.iter().filter(|line| line.needed.is_none()).count();
        prop_assert!(nulls <= allowed, "{} nulls", nulls);
    }

    #[test]
    fn parties_and_not_cashable_add_up_to_the_total_in_every_year(scenario in any_scenario()) {
        let inputs = scenario.inputs();
        let outcome = evaluate(&inputs);
        let growth = 1.0 + inputs.general(General::Batenstijging);
        for (index, year) in outcome.years.iter().enumerate() {
            let ledgers = Party::ALL.map(|party| &outcome.parties.get(party).projection.years[index]);
            let grown = year.ramp.fraction() * growth.powi(index as i32);
            let plan = outcome.financing.as_ref().map(|plan| &plan.years[index]);
            let unallocated = plan.map_or(0.0, |plan| plan.uncovered.euros() - plan.surplus.euros());
            let saldi: f64 = ledgers.iter().map(|ledger| ledger.net.euros()).sum();
            let expected = year.net.euros() - outcome.total.not_cashable.euros() * grown + unallocated;
            let gross: f64 = outcome.savings.iter().map(|line| line.gross.euros().abs()).sum();
            // What the bijstand budget follows is of two years before, and can be larger.
            let largest_growth = growth.powi(index as i32).max(1.0);
            let paid = ledgers.iter().map(|ledger| ledger.costs.euros().abs()).sum::<f64>();
            let scale = gross * largest_growth + paid + year.costs.euros().abs();
            prop_assert!(is_close(saldi, expected, scale), "year {}: {saldi} for {expected}", index + 1);
        }
    }

    #[test]
    fn lines_and_parties_add_up_to_totals(scenario in any_scenario()) {
        let inputs = scenario.inputs();
        let outcome = evaluate(&inputs);
        let scale = outcome.savings.iter().map(|line| line.gross.euros().abs()).sum::<f64>()
            + outcome.costs.lines.iter().map(|line| line.amount.euros().abs()).sum::<f64>()
            + outcome.costs.own_income.euros()
            + outcome.financing.iter().flat_map(|plan| &plan.funders).map(|paid| paid.pays.euros().abs()).sum::<f64>();
        let lines: f64 = outcome.costs.lines.iter().map(|line| line.amount.euros()).sum();
        prop_assert!(is_close(lines - outcome.costs.own_income.euros(), outcome.costs.net.euros(), scale));
        let parties = &outcome.parties;
        let all = [&parties.gemeente, &parties.rijk, &parties.zorgverzekeraar, &parties.overig];
        let saldi: f64 = all.iter().map(|ledger| ledger.net.euros()).sum();
        // Costs that no funder covers are borne by no party. A surplus that funders pay
        // is part of the parties' costs, and of no cost line.
        let unallocated = outcome.financing.as_ref().map_or(0.0, |plan| plan.uncovered.euros() - plan.surplus.euros());
        let expected = outcome.total.net.euros() - outcome.total.not_cashable.euros() + unallocated;
        prop_assert!(is_close(saldi, expected, scale), "{} for {}", saldi, expected);
        let costs: f64 = all.iter().map(|ledger| ledger.costs.euros()).sum();
        prop_assert!(is_close(costs + unallocated, outcome.costs.net.euros(), scale));
        for (index, year) in outcome.financing.iter().flat_map(|plan| &plan.years).enumerate() {
            let borne: f64 = all.iter().map(|ledger| ledger.projection.years[index].costs.euros()).sum();
            // A year has at most 20 funders, so no sum of payments exceeds 20 times the largest.
            let largest = year.pays.iter().fold(year.costs.euros().abs(), |largest, paid| largest.max(paid.euros()));
            prop_assert!(is_close(borne + year.uncovered.euros() - year.surplus.euros(), year.costs.euros(), largest * 20.0));
            prop_assert!(year.uncovered == Euro::ZERO || year.surplus == Euro::ZERO);
            prop_assert_eq!(year.costs, outcome.years[index].costs);
        }
        let present: f64 = outcome.years.iter().map(|year| year.present.euros()).sum();
        // Over 20 years, with a rise of 20% a year and a discount rate of −5%, the discounted
        // amounts sum to about 400 times those of one year; the factor leaves room.
        prop_assert!(is_close(present, outcome.npv.euros(), scale * 1e4));
        prop_assert_eq!(outcome::saldo(&inputs, Perspective::Partijen), outcome.total.net);
        prop_assert_eq!(outcome.break_even.gap, -outcome.total.net);
    }

    #[test]
    fn at_a_discount_rate_of_zero_the_npv_is_the_plain_sum(scenario in any_scenario()) {
        let mut inputs = scenario.inputs();
        inputs.set(InputId::General(General::Discontovoet), 0.0);
        let outcome = evaluate(&inputs);
        prop_assert_eq!(outcome.npv, outcome.years.last().unwrap().cumulative);
    }

    #[test]
    fn a_scenario_written_as_json_is_read_back_unchanged(scenario in any_scenario()) {
        prop_assert_eq!(Scenario::parse(&scenario.to_json()), Ok(scenario));
    }

    #[test]
    fn at_the_break_even_value_of_an_input_the_saldo_is_zero(scenario in any_scenario(), pick in 0..80_usize) {
        let mut inputs = scenario.inputs();
        let ids: Vec<InputId> = inputs.ids().collect();
        let id = ids[pick % ids.len()];
        if let RequiredValue::At(value) = break_even_value(&inputs, id) {
            let before = evaluate(&inputs);
            inputs.set(id, value);
            let saldo = outcome::saldo(&inputs, inputs.perspective).euros();
            // The value is a floating-point number: a change of its last digits may
            // move the saldo by this much.
            inputs.set(id, value * (1.0 + 4.0 * f64::EPSILON));
            let step = (outcome::saldo(&inputs, inputs.perspective).euros() - saldo).abs();
            let scale = before.savings.iter().map(|line| line.gross.euros().abs()).sum::<f64>() + before.costs.gross.euros().abs();
            prop_assert!(saldo.abs() <= 1e-9 * scale.max(1.0) + step, "{:?} at {}: {}", id, value, saldo);
        }
    }

    /// Goal seek: with the value that it found, the scenario meets the goal. Where it
    /// found no value, the goal cannot be met within the limits, or the input has no effect.
    #[test]
    fn a_value_found_by_goal_seek_meets_the_goal(scenario in any_scenario(), pick in 0..3_usize, coverage in 0.01..=10.0_f64, saldo in -1e6..=1e6_f64, by_saldo in any::<bool>()) {
        let mut inputs = scenario.inputs();
        let id = InputId::General(GOAL_INPUTS[pick]);
        let goal = if by_saldo { Goal::Saldo(Euro::new(saldo)) } else { Goal::Coverage(coverage) };
        let savings = evaluate(&inputs).total.savings.euros();
        let GoalResult::Searched(found) = seek(&inputs, id, goal) else {
            prop_assert!(savings <= 0.0 && !by_saldo);
            return Ok(());
        };
        // Returns the outcome at a value, its difference from the goal in euros, and the largest
        // amount in that difference.
        let mut evaluate_at = |value: f64| {
            inputs.set(id, value);
            let outcome = evaluate(&inputs);
            let size = outcome.costs.gross.euros().abs() + outcome.costs.own_income.euros() + savings.abs();
            let difference = match goal {
                Goal::Coverage(goal) => outcome.total.savings.euros() / goal - outcome.costs.net.euros(),
                Goal::Saldo(goal) => (outcome.total.net - goal).euros(),
            };
            (outcome, difference, size.max(saldo.abs()).max(1.0))
        };
        let (low, high) = id.definition().limits;
        match found.required {
            RequiredValue::At(value) => {
                prop_assert!((low..=high).contains(&value));
                let (outcome, difference, size) = evaluate_at(value);
                // Savings of own lines may be as large as 1e18. The costs may then be
                // smaller than the rounding of the savings.
                prop_assert!(difference.abs() <= 1e-9 * size.max(savings.abs() / coverage), "{} at {}", difference, value);
                if let (Goal::Coverage(goal), Some(coverage)) = (goal, outcome.total.coverage.times())
                    && size < 1e9 && outcome.costs.net.euros() > 1.0
                {
                    prop_assert!((coverage / goal - 1.0).abs() <= 1e-9 * size / outcome.costs.net.euros());
                }
            }
            RequiredValue::NotWithinLimits => {
                let ((_, first, size), (_, last, _)) = (evaluate_at(low), evaluate_at(high));
                prop_assert!(first * last > 0.0 || first == last, "{} and {} of {}", first, last, size);
            }
            RequiredValue::NoEffect => {
                let ((first, _, size), (last, ..)) = (evaluate_at(low), evaluate_at(high));
                prop_assert!((first.total.net - last.total.net).euros().abs() <= 1e-9 * size);
            }
        }
    }
}

#[test]
fn a_scenario_of_zeros_gives_zeros() {
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
