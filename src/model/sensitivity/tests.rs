//! Swings of the brochure's preset, calculated by hand.

use super::*;
use crate::model::{General, InputId, Line, LineField, Perspective, Phase, Preset};

fn names(rows: &[SensitivityRow]) -> Vec<(&str, f64)> {
    rows.iter().map(|row| (row.id.as_str(), row.swing())).collect()
}

/// By hand: 16 × (10,120 − 3,680), and half of 100,000.
#[test]
fn brochure() {
    let found = sensitivity(&Preset::Brochure.inputs(), PmDraws::Weglaten);
    let first = &found.net[0];
    assert_eq!((first.id.as_str(), first.swing()), ("dagbesteding.bedrag", 103_040.0));
    assert_eq!((first.at_low, first.at_high), (-187_120.0, -84_080.0));
    assert_eq!(names(&found.gemeente), [("dagbesteding.verzilverbaar", 50_000.0)]);
    assert_eq!((found.npv.len(), found.npv[0].id.as_str()), (1, "discontovoet"));
    assert_eq!((found.net.len(), found.society.len()), (17, 0));
}

/// The saldo of the perspective has its rows under its own name alone.
#[test]
fn each_perspective_is_listed_under_its_own_name() {
    let mut inputs = Preset::Brochure.inputs();
    inputs.phase = Phase::Nieuw;
    inputs.perspective = Perspective::Samenleving;
    let found = sensitivity(&inputs, PmDraws::Weglaten);
    // A benefit less is no gain of society, but it changes the saldo of all payers.
    assert_eq!(found.society.len(), 12);
    assert_eq!(found.net.len(), 5);
    assert!(found.net.iter().all(|row| row.id.starts_with("uitkeringen.")));
    assert_eq!(found.npv.len(), 3);
    assert_eq!(names(&found.gemeente), [("dagbesteding.verzilverbaar", 50_000.0)]);

    inputs.perspective = Perspective::Gemeente;
    inputs.set(InputId::General(General::InwonersGemeente), 15_000.0);
    let found = sensitivity(&inputs, PmDraws::Weglaten);
    assert_eq!(found.gemeente.len(), 13);
    assert_eq!((found.net.len(), found.society.len()), (5, 0));
    assert_eq!(found.npv.len(), 3);
}

/// By hand: 20 client-years of 4,600, of which none at the low end.
#[test]
fn drawn_lines_take_part() {
    let inputs = Preset::Brochure.inputs();
    let found = sensitivity(&inputs, PmDraws::Trekken);
    let row = found.net.iter().find(|row| row.id == "zorggebruik.aantal").unwrap();
    assert_eq!((row.low, row.high, row.swing()), (0.0, 20.0, 92_000.0));
    // With a number of zero no price changes any figure.
    assert!(!found.net.iter().any(|row| row.id == "zorggebruik.bedrag"));
    let row = found.society.iter().find(|row| row.id == "kwaliteit-van-leven.aantal").unwrap();
    assert_eq!(row.swing(), 500_000.0);
    let id = InputId::Line(Line::Zorggebruik, LineField::Aantal);
    let mut fixed = inputs.clone();
    fixed.set_range(id, crate::model::Range::fixed(0.0));
    let found = sensitivity(&fixed, PmDraws::Trekken);
    assert!(!found.net.iter().any(|row| row.id == "zorggebruik.aantal"));
}
