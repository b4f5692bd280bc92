//! Chances and ties of the common streams.

use super::*;
use crate::model::distribution::QuantileTable;
use crate::model::range::Shape;

const QUADS: usize = 1 << 14;

#[test]
fn a_share_of_the_draws_has_no_effect() {
    for (chance, standard_error) in [(0.0, 0.0), (0.15, 0.0015), (0.5, 0.002), (1.0, 0.0)] {
        let mut effect = vec![[0.0; 4]; QUADS];
        EffectDraws::new(chance, 7).fill(&mut effect);
        let without = effect.as_flattened().iter().filter(|one| **one < 0.0).count();
        let share = without as f64 / (4 * QUADS) as f64;
        assert!((share - chance).abs() <= 4.0 * standard_error, "{share} for {chance}");
    }
}

fn fill(name: &str, tie: Option<Tie>) -> Vec<f32> {
    let table = QuantileTable::new(Shape::Uniform, 0.5);
    let mut positions = vec![[0.0; 4]; QUADS];
    let mut common = CommonDraws::new(tie.into_iter(), 3, QUADS);
    if let Some(common) = &mut common {
        common.fill(QUADS);
    }
    let words = common.as_ref().zip(tie).map(|(common, tie)| common.words(tie));
    Rng::new(name, 3).fill(&table, &mut positions, words);
    positions.as_flattened().to_vec()
}

/// Untied draws are the input's own; tied ones are the same for all, mirrored for
/// what is low where attribution is high.
#[test]
fn tied_inputs_share_a_uniform() {
    for chance in [0.3, 1.0] {
        let tie = |uniform| Some(Tie { uniform, chance });
        let own = fill("a.toerekening", None);
        let one = fill("a.toerekening", tie(CommonUniform::Attribution));
        let other = fill("b.toerekening", tie(CommonUniform::Attribution));
        let mirrored = fill("a.autonoom", tie(CommonUniform::MirroredAttribution));
        let quantity = fill("a.aantal", tie(CommonUniform::Quantity));
        let (mut tied, mut correlation) = (0, 0.0);
        for draw in 0..own.len() {
            if one[draw] == other[draw] {
                tied += 1;
                assert!((one[draw] + mirrored[draw] - 1.0).abs() < 1e-6);
                correlation += f64::from(one[draw] - 0.5) * f64::from(quantity[draw] - 0.5);
            } else {
                assert_eq!(one[draw], own[draw]);
            }
        }
        let draws = own.len() as f64;
        assert!((f64::from(tied) / draws - chance).abs() < 0.01, "{tied}");
        assert!((12.0 * correlation / f64::from(tied)).abs() < 0.03, "{correlation}");
    }
}

/// A line is `aantal` or one of the corrections; prices and cashable shares are
/// never tied.
#[test]
fn effects_alone_are_tied() {
    let tied = LineField::ALL.map(|field| CommonUniform::of(field).is_some());
    assert_eq!(tied, [true, false, true, true, true, false, false, false, false]);
}
