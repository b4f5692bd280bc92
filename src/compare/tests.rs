//! Tests of Shapley values against a direct calculation, which evaluates the whole scenario
//! after each change, in every order of changes.

use super::*;
use crate::model::inputs::{OwnCost, OwnLine, OwnSaving, OwnSide, SavingInputs};
use crate::model::{CostBasis, Preset, SavingKind, price};
use crate::scenario::Scenario;
use proptest::prelude::*;

fn inputs(text: &str) -> Inputs {
    Scenario::parse(text).unwrap().inputs()
}

/// Returns the share of each player, in the order of the list; zero for one without effect.
fn amounts(difference: &SaldoDifference, players: &[Player]) -> Vec<f64> {
    let amount = |player: &Player| {
        difference.shares.iter().find(|share| share.player == *player).map_or(0.0, |share| share.amount)
    };
    players.iter().map(amount).collect()
}

/// Returns inputs with the values of `to` for the players in `changed`, and those of `from`
/// for the others. Independent of [`MixedInputs`], which it tests.
fn mix(from: &Inputs, to: &Inputs, changed: &[Player]) -> Inputs {
    let has = |player: Player| changed.contains(&player);
    let year = from.year().max(to.year());
    let convert = |value: f64, of: &Inputs| value / price::factor(of.year()) * price::factor(year);
    let mut mixed = Preset::Brochure.inputs_in(year);
    mixed.perspective = from.perspective;
    let (plan, of) = if has(Player::Plan) { (&to.plan, to) } else { (&from.plan, from) };
    mixed.plan = plan.map_amounts(|amount| *amount = convert(*amount, of));
    mixed.basis = if has(Player::Basis) { to.basis } else { from.basis };
    for id in InputId::fixed().filter(|id| *id != InputId::General(General::Prijspeil)) {
        let source = if has(Player::Value(id)) { to } else { from };
        let value = source.get(id);
        mixed.set(id, if id.definition().indexed { convert(value, source) } else { value });
    }
    for line in Line::ALL {
        let source = if has(Player::Counted(line)) { to } else { from };
        mixed.set_counted(line, source.line(line).counted);
    }
    let is_replaced = |index: usize| {
        changed.iter().any(|player| matches!(player, Player::Own(Some(other), _) if *other == index))
    };
    let is_added = |index: usize| {
        changed.iter().any(|player| matches!(player, Player::Own(_, Some(other)) if *other == index))
    };
    let old = from.own.iter().enumerate().filter(|(index, _)| !is_replaced(*index));
    let new = to.own.iter().enumerate().filter(|(index, _)| is_added(*index));
    mixed.own = old
        .map(|(_, line)| (line, from))
        .chain(new.map(|(_, line)| (line, to)))
        .enumerate()
        .map(|(index, (line, of))| {
            let mut line = OwnLine { id: format!("x{index}"), ..line.clone() };
            line.set(LineField::Bedrag, convert(line.get(LineField::Bedrag), of));
            line
        })
        .collect();
    mixed
}

/// Returns the mean effect of each player over every order of changes.
fn mean_over_all_orders(from: &Inputs, to: &Inputs, players: &[Player]) -> Vec<f64> {
    fn for_each_order(remaining: &[usize], order: &mut Vec<usize>, call: &mut dyn FnMut(&[usize])) {
        if remaining.is_empty() {
            return call(order);
        }
        for (index, next) in remaining.iter().enumerate() {
            let mut others = remaining.to_vec();
            others.remove(index);
            order.push(*next);
            for_each_order(&others, order, call);
            order.pop();
        }
    }
    let mut sums = vec![0.0; players.len()];
    let mut count = 0.0;
    let all: Vec<usize> = (0..players.len()).collect();
    for_each_order(&all, &mut Vec::new(), &mut |order| {
        count += 1.0;
        let mut changed = Vec::new();
        let mut before = saldo(&mix(from, to, &[]), from.perspective).euros();
        for index in order {
            changed.push(players[*index]);
            let after = saldo(&mix(from, to, &changed), from.perspective).euros();
            sums[*index] += after - before;
            before = after;
        }
    });
    sums.iter().map(|sum| sum / count).collect()
}

/// Returns the largest amount in the sums of these saldi, for relative tolerances.
fn scale(inputs: [&Inputs; 2]) -> f64 {
    let terms = inputs.into_iter().flat_map(|inputs| {
        let costs = costs(inputs);
        let savings = crate::model::savings::savings(inputs);
        let mut terms: Vec<f64> = costs.lines.iter().map(|line| line.amount.euros().abs()).collect();
        terms.push(costs.own_income.euros());
        terms.extend(savings.iter().map(|line| line.gross.euros().abs()));
        terms
    });
    // Mixed inputs can have larger amounts than either scenario.
    terms.fold(1.0, f64::max) * price::factor(price::LAST_YEAR)
}

fn assert_close(actual: &[f64], expected: &[f64], scale: f64) {
    for (index, (actual, expected)) in actual.iter().zip(expected).enumerate() {
        assert!((actual - expected).abs() <= 1e-9 * scale, "player {index}: {actual}, expected {expected}");
    }
}

/// By hand: 4 × 50,000 − 3.75 × 48,800 = 17,000, of which staff alone would be
/// 12,200 or 12,500, in the mean 12,350; wages 4,500 or 4,800, in the mean 4,650.
#[test]
fn the_effect_of_a_product_is_divided_over_its_factors() {
    let from = Preset::Brochure.inputs();
    let to = inputs(r#"{"values":{"fte":4,"loonkosten-per-fte":50000,"horizon":6}}"#);
    let difference = saldo_difference(&from, &to);
    let shares: Vec<(Player, f64)> =
        difference.shares.iter().map(|share| (share.player, share.amount)).collect();
    let value = |general| Player::Value(InputId::General(general));
    assert_eq!(shares, [(value(General::Fte), -12_350.0), (value(General::LoonkostenPerFte), -4_650.0)]);
    assert_eq!(difference.without_effect, [value(General::Horizon)]);
    assert_eq!((difference.from, difference.to), (-146_000.0, -163_000.0));
}

/// The brochure in prices of 2025 is the brochure: both saldi are in prices of 2025, and no
/// input differs.
#[test]
fn another_price_year_is_no_difference() {
    let shares = |text| saldo_difference(&Preset::Brochure.inputs(), &inputs(text));
    let converted = shares(r#"{"base":"prijspeil-2025"}"#);
    assert_eq!((converted.shares.len(), converted.price_year), (0, 2025));
    assert_eq!(converted.without_effect, []);
    assert!((converted.from + 146_000.0 * price::factor(2025)).abs() < 1e-6);
    assert!((converted.from - converted.to).abs() < 1e-6);
    // An amount that is not converted is worth less in prices of 2025.
    let not_converted = shares(r#"{"values":{"prijspeil":2025,"huisvesting":48000}}"#);
    let [cheaper] = not_converted.shares[..] else { panic!("{not_converted:?}") };
    let by_hand = 48_000.0 * (price::factor(2025) - 1.0);
    assert!((cheaper.amount - by_hand).abs() < 1e-6, "{cheaper:?}");
    // An amount that the page converted and rounded is no difference of its own.
    let amount = 50_000.0 * price::factor(2025);
    let [from, to] = [
        r#"{"values":{"huisvesting":50000}}"#.to_owned(),
        format!(r#"{{"values":{{"prijspeil":2025,"huisvesting":{:.6}}}}}"#, amount),
    ];
    assert_eq!(saldo_difference(&inputs(&from), &inputs(&to)).shares.len(), 0);
}

#[test]
fn own_lines_are_one_share_each_and_paired_by_more_than_their_id() {
    let line = |label: &str, amount: u32| {
        format!(
            r#"{{"custom":[{{"id":"c1","side":"cost","label":"{label}","quantity":1,"amount":{amount}}}]}}"#
        )
    };
    let shares = |from: &str, to: &str| {
        let shares = saldo_difference(&inputs(from), &inputs(to)).shares;
        shares.iter().map(|share| (share.player, share.amount)).collect::<Vec<_>>()
    };
    let first = Some(0);
    assert_eq!(shares(&line("Huur", 5), &line("Huur", 7)), [(Player::Own(first, first), -2.0)]);
    assert_eq!(shares(&line("Huur", 5), &line("Huur zaal", 5)), []);
    assert_eq!(
        shares(&line("Huur", 5), &line("Feest", 7)),
        [(Player::Own(None, first), -7.0), (Player::Own(first, None), 5.0)]
    );
    assert_eq!(shares("{}", &line("Feest", 7)), [(Player::Own(None, first), -7.0)]);
}

#[test]
fn a_scenario_does_not_differ_from_itself() {
    for preset in Preset::ALL {
        let difference = saldo_difference(&preset.inputs(), &preset.inputs());
        assert!(difference.shares.is_empty() && difference.without_effect.is_empty());
    }
}

fn any_value(id: InputId) -> BoxedStrategy<f64> {
    let (low, high) = id.definition().limits;
    let usual = id.definition().default;
    if id.definition().unit.is_whole() {
        return (low as i64..=high as i64).prop_map(|whole| whole as f64).boxed();
    }
    prop_oneof![
        low.max(-1e6)..=high.min(1e6),
        (0.0..=2.0_f64).prop_map(move |times| (usual * times).clamp(low, high)),
        Just(0.0_f64.max(low)),
    ]
    .boxed()
}

fn any_own_line() -> impl Strategy<Value = OwnLine> {
    let values: Vec<_> = LineField::ALL.iter().map(|field| any_value(InputId::Own(0, *field))).collect();
    let kinds = prop::sample::select(SavingKind::ALL.to_vec());
    (1..4_u8, values, kinds, any::<bool>(), any::<bool>()).prop_map(|(id, values, kind, counted, is_cost)| {
        let side = if is_cost {
            OwnSide::Cost(OwnCost { quantity: values[0], amount: values[1] })
        } else {
            let inputs = SavingInputs::new(kind, counted, |field| values[field as usize]);
            OwnSide::Saving(OwnSaving { unit: String::new(), inputs })
        };
        OwnLine { id: format!("c{id}"), label: format!("Regel {}", id % 2), side }
    })
}

/// Generates inputs with at most `max_changes` changed values from a preset.
fn any_inputs(max_changes: usize) -> impl Strategy<Value = Inputs> {
    let ids: Vec<InputId> =
        InputId::fixed().filter(|id| *id != InputId::General(General::Prijspeil)).collect();
    let change =
        prop::sample::select(ids).prop_flat_map(|id| any_value(id).prop_map(move |value| (id, value)));
    let counted =
        prop::collection::vec((prop::sample::select(Line::ALL.to_vec()), any::<bool>()), 0..=max_changes / 2);
    let presets = prop::sample::select(Preset::ALL.to_vec());
    let perspectives = prop::sample::select(Perspective::ALL.to_vec());
    let plans = ["[]", r#"[{"party":"gemeente","amount":90000},{"party":"gemeente","share":0.25}]"#];
    let plans =
        prop::sample::select(plans.map(|plan| inputs(&format!(r#"{{"plan":{plan}}}"#)).plan).to_vec());
    let changes = prop::collection::vec(change, 0..=max_changes);
    let owns = prop::collection::vec(any_own_line(), 0..=max_changes / 2);
    (presets, 2016..=2025_i32, changes, counted, owns, any::<bool>(), perspectives, plans).prop_map(
        |(preset, year, changes, counted, mut owns, kengetal, perspective, plan)| {
            let mut inputs = preset.inputs_in(year);
            inputs.basis = CostBasis::ALL[usize::from(kengetal)];
            for (id, value) in changes {
                inputs.set(id, value);
            }
            for (line, on) in counted {
                inputs.set_counted(line, on);
            }
            owns.sort_by(|a, b| a.id.cmp(&b.id));
            owns.dedup_by(|a, b| a.id == b.id);
            inputs.own = owns;
            inputs.perspective = perspective;
            inputs.plan = plan;
            inputs
        },
    )
}

proptest! {
    #[test]
    fn the_shares_sum_to_the_difference(from in any_inputs(40), to in any_inputs(40)) {
        let difference = saldo_difference(&from, &to);
        let sum: f64 = difference.shares.iter().map(|share| share.amount).sum();
        prop_assert!((sum - (difference.to - difference.from)).abs() <= 1e-9 * scale([&from, &to]), "{sum}: {difference:?}");
    }

    #[test]
    fn rounded_shares_sum_to_the_rounded_difference(from in any_inputs(40), to in any_inputs(40)) {
        let difference = saldo_difference(&from, &to);
        // A larger f64 cannot represent single euros precisely enough.
        prop_assume!(scale([&from, &to]) < 1e12);
        let whole = difference.rounded_amounts();
        prop_assert_eq!(whole.iter().sum::<f64>(), difference.to.round() - difference.from.round());
        for (amount, share) in whole.iter().zip(&difference.shares) {
            prop_assert!(amount.fract() == 0.0 && (amount - share.amount).abs() <= 1.0, "{amount}: {share:?}");
        }
    }

    #[test]
    fn swapping_the_scenarios_changes_the_sign(from in any_inputs(12), mut to in any_inputs(12)) {
        to.perspective = from.perspective;
        let forth = saldo_difference(&from, &to);
        let back = saldo_difference(&to, &from);
        let swapped = |player| match player {
            Player::Own(from, to) => Player::Own(to, from),
            other => other,
        };
        let players: Vec<Player> = forth.shares.iter().map(|share| share.player).collect();
        let mirrored: Vec<Player> = players.iter().map(|player| swapped(*player)).collect();
        let expected: Vec<f64> = amounts(&back, &mirrored).iter().map(|amount| -amount).collect();
        assert_close(&amounts(&forth, &players), &expected, scale([&from, &to]));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Every order of change, each step evaluated as a whole.
    #[test]
    fn equals_the_mean_over_all_orders(from in any_inputs(0), to in any_inputs(4)) {
        let [old, new] = in_latest_year([&from, &to]);
        let players = MixedInputs::new(&old, &new, from.perspective).players();
        prop_assume!(players.len() <= 6);
        let expected = mean_over_all_orders(&from, &to, &players);
        let found = saldo_difference(&from, &to);
        assert_close(&amounts(&found, &players), &expected, scale([&from, &to]));
    }
}

/// By hand: 200,000 in prices of 2016 is 202,800 in those of 2017.
#[test]
fn another_plan_is_a_difference_without_effect() {
    let with_plan = |values: &str, plan: &str| {
        Scenario::parse(&format!(r#"{{"values":{{{values}}},"plan":{plan}}}"#)).unwrap().inputs()
    };
    let gemeente = r#"[{"label":"A","party":"gemeente","amount":200000}]"#;
    let from = with_plan("", gemeente);
    let differs = |other: &Inputs| saldo_difference(&from, other).without_effect.contains(&Player::Plan);
    assert!(differs(&with_plan("", "[]")));
    assert!(differs(&with_plan("", r#"[{"party":"gemeente","amount":200000,"until":2}]"#)));
    assert!(differs(&with_plan("", r#"[{"party":"rijk","amount":200000}]"#)));
    assert!(!differs(&with_plan("", r#"[{"label":"B","party":"gemeente","amount":200000}]"#)));
    assert!(!differs(&with_plan(r#""prijspeil":2017"#, r#"[{"party":"gemeente","amount":202800}]"#)));
    assert!(differs(&with_plan(r#""prijspeil":2017"#, gemeente)));
}

/// By hand, for the gemeente: half of the costs is 150,000 and not 300,000; of 100,000 and 50,000
/// saved on dagbesteding half is cashable. For society the price of the benefits does nothing.
#[test]
fn the_saldo_is_that_of_the_first_scenario_s_perspective() {
    let of = |from: &str, to: &str| {
        let difference = saldo_difference(&inputs(from), &inputs(to));
        difference.shares.iter().map(|share| (share.player, share.amount)).collect::<Vec<_>>()
    };
    let value = |id| Player::Value(id);
    let gemeente = r#"{"values":{"perspectief":"gemeente"}}"#;
    assert_eq!(
        of(gemeente, r#"{"values":{"financiering.gemeente":0.5}}"#),
        [(value(InputId::General(General::FinancieringGemeente)), 150_000.0)]
    );
    assert_eq!(
        of(gemeente, r#"{"values":{"dagbesteding.verzilverbaar":0.5}}"#),
        [(value(InputId::Line(Line::Dagbesteding, LineField::Verzilverbaar)), -50_000.0)]
    );
    // (40,000 − 20,000) ÷ 25,000 of 54,000.
    assert_eq!(
        of(gemeente, r#"{"values":{"inwoners-gemeente":20000}}"#),
        [(value(InputId::General(General::InwonersGemeente)), -43_200.0)]
    );
    // A plan with € 200,000 of the gemeente instead of all costs.
    let plan = r#"{"plan":[{"party":"gemeente","amount":200000}]}"#;
    assert_eq!(of(gemeente, plan), [(Player::Plan, 100_000.0)]);
    let society = r#"{"values":{"perspectief":"samenleving"}}"#;
    assert_eq!(of(society, r#"{"values":{"uitkeringen.aantal":6,"dagbesteding.verzilverbaar":0.5}}"#), []);
    assert_eq!(of(society, r#"{"values":{"fte":4}}"#), [(value(InputId::General(General::Fte)), -12_200.0)]);
}
