//! Against plain evaluation: every order of changing one scenario into the
//! other, each step evaluated as a whole.

use super::*;
use crate::model::inputs::{OwnCost, OwnLine, OwnSaving, OwnSide, SavingInputs};
use crate::model::{CostBasis, Preset, SavingKind, price};
use crate::scenario::Scenario;
use proptest::prelude::*;

fn inputs(text: &str) -> Inputs {
    Scenario::parse(text).unwrap().inputs()
}

/// The amounts per player, in the order of this list.
fn amounts(saldo_difference: &SaldoDifference, players: &[Player]) -> Vec<f64> {
    let of = |player: &Player| {
        saldo_difference.parts.iter().find(|part| part.player == *player).map_or(0.0, |part| part.amount)
    };
    players.iter().map(of).collect()
}

/// Inputs that are those of `to` for these players and those of `from` for the
/// others, put together from nothing but what the players mean.
fn mixed(from: &Inputs, to: &Inputs, taken: &[Player]) -> Inputs {
    let has = |player: Player| taken.contains(&player);
    let year = if has(Player::PriceYear) { to.year() } else { from.year() };
    let real = |value: f64, of: &Inputs| value / price::factor(of.year()) * price::factor(year);
    let mut made = Preset::Brochure.inputs_in(year);
    made.basis = if has(Player::Basis) { to.basis } else { from.basis };
    for id in InputId::fixed().filter(|id| *id != InputId::General(General::Prijspeil)) {
        let of = if has(Player::Value(id)) { to } else { from };
        let value = of.get(id);
        made.set(id, if id.definition().indexed { real(value, of) } else { value });
    }
    for line in Line::ALL {
        let of = if has(Player::Counted(line)) { to } else { from };
        made.set_counted(line, of.line(line).counted);
    }
    let gone = |place: usize| taken.iter().any(|p| matches!(p, Player::Own(Some(at), _) if *at == place));
    let come = |place: usize| taken.iter().any(|p| matches!(p, Player::Own(_, Some(at)) if *at == place));
    let kept = from.own.iter().enumerate().filter(|(place, _)| !gone(*place)).map(|(_, line)| (line, from));
    let new = to.own.iter().enumerate().filter(|(place, _)| come(*place)).map(|(_, line)| (line, to));
    made.own = kept
        .chain(new)
        .enumerate()
        .map(|(place, (line, of))| {
            let mut line = OwnLine { id: format!("x{place}"), ..line.clone() };
            line.set(LineField::Bedrag, real(line.get(LineField::Bedrag), of));
            line
        })
        .collect();
    made
}

/// The mean of what each adds, over every order.
fn brute(from: &Inputs, to: &Inputs, players: &[Player]) -> Vec<f64> {
    fn orders(left: &[usize], done: &mut Vec<usize>, each: &mut dyn FnMut(&[usize])) {
        if left.is_empty() {
            return each(done);
        }
        for (place, next) in left.iter().enumerate() {
            let mut rest = left.to_vec();
            rest.remove(place);
            done.push(*next);
            orders(&rest, done, each);
            done.pop();
        }
    }
    let mut sums = vec![0.0; players.len()];
    let mut count = 0.0;
    let all: Vec<usize> = (0..players.len()).collect();
    orders(&all, &mut Vec::new(), &mut |order| {
        count += 1.0;
        let mut taken = Vec::new();
        let mut before = saldo(from, Perspective::Partijen).euros();
        for place in order {
            taken.push(players[*place]);
            let after = saldo(&mixed(from, to, &taken), Perspective::Partijen).euros();
            sums[*place] += after - before;
            before = after;
        }
    });
    sums.iter().map(|sum| sum / count).collect()
}

/// The largest amount that a saldo is summed from.
fn scale(inputs: [&Inputs; 2]) -> f64 {
    let terms = inputs.into_iter().flat_map(|inputs| {
        let costs = costs(inputs);
        let savings = crate::model::savings::savings(inputs);
        let mut terms: Vec<f64> = costs.lines.iter().map(|line| line.amount.euros().abs()).collect();
        terms.push(costs.own_income.euros());
        terms.extend(savings.iter().map(|line| line.gross.euros().abs()));
        terms
    });
    // Hybrids reach amounts that neither scenario has.
    terms.fold(1.0, f64::max) * price::factor(price::LAST_YEAR)
}

fn assert_close(given: &[f64], expected: &[f64], scale: f64, what: &str) {
    for (place, (given, expected)) in given.iter().zip(expected).enumerate() {
        assert!((given - expected).abs() <= 1e-9 * scale, "{what} {place}: {given}, expected {expected}");
    }
}

/// By hand: 4 × 50,000 − 3.75 × 48,800 = 17,000, of which staff alone would be
/// 12,200 or 12,500, in the mean 12,350; wages 4,500 or 4,800, in the mean 4,650.
#[test]
fn a_product_is_shared_out_between_its_factors() {
    let from = Preset::Brochure.inputs();
    let to = inputs(r#"{"values":{"fte":4,"loonkosten-per-fte":50000,"horizon":6}}"#);
    let saldo_difference = saldo_difference(&from, &to);
    let named: Vec<(Player, f64)> =
        saldo_difference.parts.iter().map(|part| (part.player, part.amount)).collect();
    let value = |general| Player::Value(InputId::General(general));
    assert_eq!(named, [(value(General::Fte), -12_350.0), (value(General::LoonkostenPerFte), -4_650.0)]);
    assert_eq!(saldo_difference.without_effect, [value(General::Horizon)]);
    assert_eq!((saldo_difference.from, saldo_difference.to), (-146_000.0, -163_000.0));
}

/// The brochure in prices of 2025 is the same case in other euros.
#[test]
fn another_price_year_is_one_part() {
    let of = |text| saldo_difference(&Preset::Brochure.inputs(), &inputs(text));
    let plain = of(r#"{"base":"prijspeil-2025"}"#);
    assert_eq!(plain.parts.len(), 1);
    assert_eq!(plain.parts[0].player, Player::PriceYear);
    assert_eq!(plain.without_effect, []);
    // The same number of euros is less in 2025.
    let named = of(r#"{"values":{"prijspeil":2025,"huisvesting":48000}}"#);
    assert_eq!(named.parts.len(), 2);
    let cheaper = named.parts.iter().find(|part| part.player != Player::PriceYear).unwrap();
    assert!(cheaper.amount > 0.0);
    // A conversion by the page, with its rounding taken out, is none.
    let converted = 50_000.0 * price::factor(2025);
    let [from, to] = [
        r#"{"values":{"huisvesting":50000}}"#.to_owned(),
        format!(r#"{{"values":{{"prijspeil":2025,"huisvesting":{:.6}}}}}"#, converted),
    ];
    assert_eq!(saldo_difference(&inputs(&from), &inputs(&to)).parts.len(), 1);
}

#[test]
fn own_lines_are_one_part_each_and_known_by_more_than_their_id() {
    let line = |label: &str, amount: u32| {
        format!(
            r#"{{"custom":[{{"id":"c1","side":"cost","label":"{label}","quantity":1,"amount":{amount}}}]}}"#
        )
    };
    let of = |from: &str, to: &str| {
        let parts = saldo_difference(&inputs(from), &inputs(to)).parts;
        parts.iter().map(|part| (part.player, part.amount)).collect::<Vec<_>>()
    };
    let (a, b) = (Some(0), Some(0));
    assert_eq!(of(&line("Huur", 5), &line("Huur", 7)), [(Player::Own(a, b), -2.0)]);
    assert_eq!(of(&line("Huur", 5), &line("Huur zaal", 5)), []);
    assert_eq!(
        of(&line("Huur", 5), &line("Feest", 7)),
        [(Player::Own(None, b), -7.0), (Player::Own(a, None), 5.0)]
    );
    assert_eq!(of("{}", &line("Feest", 7)), [(Player::Own(None, b), -7.0)]);
}

#[test]
fn nothing_differs_from_itself() {
    for preset in Preset::ALL {
        let saldo_difference = saldo_difference(&preset.inputs(), &preset.inputs());
        assert!(saldo_difference.parts.is_empty() && saldo_difference.without_effect.is_empty());
    }
}

fn value(id: InputId) -> BoxedStrategy<f64> {
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

fn own() -> impl Strategy<Value = OwnLine> {
    let parts: Vec<_> = LineField::ALL.iter().map(|part| value(InputId::Own(0, *part))).collect();
    let kinds = prop::sample::select(SavingKind::ALL.to_vec());
    (1..4_u8, parts, kinds, any::<bool>(), any::<bool>()).prop_map(|(id, parts, kind, counted, cost)| {
        let side = if cost {
            OwnSide::Cost(OwnCost { quantity: parts[0], amount: parts[1] })
        } else {
            let inputs = SavingInputs::new(kind, counted, |part| parts[part as usize]);
            OwnSide::Saving(OwnSaving { unit: String::new(), inputs })
        };
        OwnLine { id: format!("c{id}"), label: format!("Regel {}", id % 2), side }
    })
}

/// A scenario's inputs with up to `most` changes from a preset.
fn any_inputs(most: usize) -> impl Strategy<Value = Inputs> {
    let ids: Vec<InputId> =
        InputId::fixed().filter(|id| *id != InputId::General(General::Prijspeil)).collect();
    let change = prop::sample::select(ids).prop_flat_map(|id| value(id).prop_map(move |value| (id, value)));
    let counted =
        prop::collection::vec((prop::sample::select(Line::ALL.to_vec()), any::<bool>()), 0..=most / 2);
    let presets = prop::sample::select(Preset::ALL.to_vec());
    let changes = prop::collection::vec(change, 0..=most);
    let owns = prop::collection::vec(own(), 0..=most / 2);
    (presets, 2016..=2025_i32, changes, counted, owns, any::<bool>()).prop_map(
        |(preset, year, changes, counted, mut owns, kengetal)| {
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
            inputs
        },
    )
}

proptest! {
    #[test]
    fn the_parts_sum_to_the_difference(from in any_inputs(40), to in any_inputs(40)) {
        let saldo_difference = saldo_difference(&from, &to);
        let sum: f64 = saldo_difference.parts.iter().map(|part| part.amount).sum();
        prop_assert!((sum - (saldo_difference.to - saldo_difference.from)).abs() <= 1e-9 * scale([&from, &to]), "{sum}: {saldo_difference:?}");
    }

    #[test]
    fn in_whole_euros_they_sum_to_what_is_shown(from in any_inputs(40), to in any_inputs(40)) {
        let saldo_difference = saldo_difference(&from, &to);
        // Beyond that a double has no euros left to round to.
        prop_assume!(scale([&from, &to]) < 1e12);
        let whole = saldo_difference.rounded_amounts();
        prop_assert_eq!(whole.iter().sum::<f64>(), saldo_difference.to.round() - saldo_difference.from.round());
        for (amount, part) in whole.iter().zip(&saldo_difference.parts) {
            prop_assert!(amount.fract() == 0.0 && (amount - part.amount).abs() <= 1.0, "{amount}: {part:?}");
        }
    }

    #[test]
    fn the_way_back_is_the_same_with_the_other_sign(from in any_inputs(12), to in any_inputs(12)) {
        let there = saldo_difference(&from, &to);
        let back = saldo_difference(&to, &from);
        let turned = |player| match player {
            Player::Own(a, b) => Player::Own(b, a),
            other => other,
        };
        let players: Vec<Player> = there.parts.iter().map(|part| part.player).collect();
        let mirrored: Vec<Player> = players.iter().map(|player| turned(*player)).collect();
        let expected: Vec<f64> = amounts(&back, &mirrored).iter().map(|amount| -amount).collect();
        assert_close(&amounts(&there, &players), &expected, scale([&from, &to]), "part");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Every order of change, each step evaluated as a whole.
    #[test]
    fn equals_the_mean_over_all_orders(from in any_inputs(0), to in any_inputs(4)) {
        let players = MixedInputs::new(&from, &to).players();
        prop_assume!(players.len() <= 6);
        let expected = brute(&from, &to, &players);
        let found = saldo_difference(&from, &to);
        assert_close(&amounts(&found, &players), &expected, scale([&from, &to]), "player");
    }
}

/// By hand: 200,000 in prices of 2016 is 202,800 in those of 2017.
#[test]
fn another_plan_is_told_and_moves_no_saldo() {
    let of = |values: &str, plan: &str| {
        Scenario::parse(&format!(r#"{{"values":{{{values}}},"plan":{plan}}}"#)).unwrap().inputs()
    };
    let gemeente = r#"[{"label":"A","party":"gemeente","amount":200000}]"#;
    let one = of("", gemeente);
    let differs = |other: &Inputs| saldo_difference(&one, other).without_effect.contains(&Player::Plan);
    assert!(differs(&of("", "[]")));
    assert!(differs(&of("", r#"[{"party":"gemeente","amount":200000,"until":2}]"#)));
    assert!(differs(&of("", r#"[{"party":"rijk","amount":200000}]"#)));
    assert!(!differs(&of("", r#"[{"label":"B","party":"gemeente","amount":200000}]"#)));
    assert!(!differs(&of(r#""prijspeil":2017"#, r#"[{"party":"gemeente","amount":202800}]"#)));
    assert!(differs(&of(r#""prijspeil":2017"#, gemeente)));
}
