//! Break-even values, worked out by hand.

use super::*;
use crate::model::{General, Line, Preset};

const INHABITANTS: InputId = InputId::General(General::InwonersGemeente);

fn brochure_break_even(id: InputId) -> RequiredValue {
    break_even_value(&Preset::Brochure.inputs(), id)
}

/// By hand: (54,000 + 146,000) ÷ 13,500, and (183,000 − 146,000) ÷ 48,800.
#[test]
fn brochure() {
    let close = |id, expected: f64| match brochure_break_even(id) {
        RequiredValue::At(value) => {
            assert!((value - expected).abs() < 1e-9, "{id:?}: {value}")
        }
        other => panic!("{id:?}: {other:?}"),
    };
    close(InputId::Line(Line::Uitkeringen, LineField::Aantal), 200_000.0 / 13_500.0);
    close(InputId::General(General::Fte), 37_000.0 / 48_800.0);
}

/// By hand: 16 + 146,000 ÷ 6,250 = 39.36. Where the present value is harm the
/// solution starts from zero, where the gap is 300,000 − 54,000: 0 + 246,000 ÷ 6,250
/// is the same.
#[test]
fn linear_solutions() {
    let clients = InputId::Line(Line::Dagbesteding, LineField::Aantal);
    let mut inputs = Preset::Brochure.inputs();
    let found = linear_solution(&inputs, clients, 39.36).unwrap();
    assert_eq!((found.from, found.gap.euros()), (16.0, 146_000.0));
    assert!((found.per_unit.euros() - 6_250.0).abs() < 1e-9);
    inputs.set(clients, -2.0);
    let found = linear_solution(&inputs, clients, 39.36).unwrap();
    assert_eq!((found.from, found.gap.euros()), (0.0, 246_000.0));
    assert_eq!(linear_solution(&inputs, clients, -2.0), None);
}

/// Checks that a third of the step has a third of the effect, and that
/// `from + gap ÷ per_unit` is the break-even value.
#[test]
fn every_solution_is_along_a_straight_line() {
    let in_perspective = |perspective| {
        Preset::ALL.into_iter().flat_map(move |preset| {
            [0.0, 9_000.0, 20_000.0, 90_000.0].map(|inhabitants| {
                let mut inputs = preset.inputs();
                inputs.perspective = perspective;
                inputs.set(INHABITANTS, inhabitants);
                // Close to break-even for the gemeente, so that its inhabitants can decide.
                inputs.set(InputId::General(General::FinancieringGemeente), 0.42);
                inputs
            })
        })
    };
    let mut bends = 0;
    for inputs in Perspective::ALL.into_iter().flat_map(in_perspective) {
        for id in InputId::fixed() {
            let RequiredValue::At(at) = break_even_value(&inputs, id) else { continue };
            let Some(LinearSolution { from, gap, per_unit }) = linear_solution(&inputs, id, at) else {
                continue;
            };
            assert!((from + gap.euros() / per_unit.euros() - at).abs() < 1e-6 * at.abs().max(1.0), "{id:?}");
            let step = (at - from) / 3.0;
            let saldo_at = |x: f64| {
                let mut changed = inputs.clone();
                changed.set(id, x);
                saldo(&changed, changed.perspective).euros()
            };
            let rise = saldo_at(from + step) - saldo_at(from);
            assert!((rise - step * per_unit.euros()).abs() < 1e-3, "{id:?}: {rise}");
            bends += usize::from(id == INHABITANTS && from != inputs.get(id));
        }
    }
    assert!(bends > 0, "no solution starts at a bend");
}

/// By hand: the savings of 154,000 are below the costs of 300,000 for any number. At 42% the
/// gemeente pays 126,000, of which dagbesteding saves 100,000; it must keep 26,000 of the 54,000
/// of bijstand: 15,000 + 25,000 × 26 ÷ 54.
#[test]
fn inhabitants_at_which_the_gemeente_breaks_even() {
    let mut inputs = Preset::Brochure.inputs();
    inputs.perspective = Perspective::Gemeente;
    assert_eq!(break_even_value(&inputs, INHABITANTS), RequiredValue::NotWithinLimits);
    inputs.set(InputId::General(General::FinancieringGemeente), 0.42);
    let RequiredValue::At(at) = break_even_value(&inputs, INHABITANTS) else { panic!("no value") };
    assert!((at - (15_000.0 + 25_000.0 * 26.0 / 54.0)).abs() < 1e-6, "{at}");
    // Not given is no number of inhabitants: the line starts at 15,000, where none is kept.
    let found = linear_solution(&inputs, INHABITANTS, at).unwrap();
    assert_eq!(found.from, 15_000.0);
    assert!((found.gap.euros() - 26_000.0).abs() < 1e-6 && (found.per_unit.euros() - 2.16).abs() < 1e-9);
}

/// By hand: dagbesteding and bijstand save the gemeente 154,000 of the 300,000; it would have to
/// pay 51⅓%, which is more than the others leave.
#[test]
fn a_share_of_the_costs_is_at_most_what_the_others_leave() {
    let share = InputId::General(General::FinancieringGemeente);
    let mut inputs = Preset::Brochure.inputs();
    inputs.perspective = Perspective::Gemeente;
    let RequiredValue::At(at) = break_even_value(&inputs, share) else { panic!("no value") };
    assert!((at - 154.0 / 300.0).abs() < 1e-9, "{at}");
    inputs.set(share, 0.4);
    inputs.set(InputId::General(General::FinancieringRijk), 0.6);
    assert_eq!(break_even_value(&inputs, share), RequiredValue::NotWithinLimits);
}

#[test]
fn inputs_that_cannot_close_the_gap_have_no_break_even_value() {
    assert_eq!(brochure_break_even(InputId::General(General::Huisvesting)), RequiredValue::NotWithinLimits);
    assert_eq!(brochure_break_even(InputId::General(General::Bezoekers)), RequiredValue::NoEffect);
    assert_eq!(
        brochure_break_even(InputId::Line(Line::Zorggebruik, LineField::Aantal)),
        RequiredValue::NoEffect
    );
}
