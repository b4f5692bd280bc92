//! Break-even values, worked out by hand.

use super::*;
use crate::model::{General, Line, Preset};

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
    for preset in Preset::ALL {
        let inputs = preset.inputs();
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
                saldo(&changed, Perspective::Partijen).euros()
            };
            let rise = saldo_at(from + step) - saldo_at(from);
            assert!((rise - step * per_unit.euros()).abs() < 1e-3, "{id:?}: {rise}");
        }
    }
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
