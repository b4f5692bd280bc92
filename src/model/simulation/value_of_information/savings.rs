//! All savings lines together: the effect of each of their inputs on the expected
//! saldo, and the mean and variance of their sum.

use crate::model::simulation::dependence::CommonUniform;
use crate::model::simulation::value_of_information::Chances;
use crate::model::simulation::value_of_information::curve::Curve;
use crate::model::simulation::value_of_information::input_effect::InputEffect;
use crate::model::simulation::value_of_information::line_net_value::LineNetValue;
use crate::model::{InputId, LineField};
use std::collections::BTreeMap;

/// Adds the effect of every input of a line.
pub fn add_line(
    line: &LineNetValue,
    id: impl Fn(LineField) -> InputId,
    Chances { effect, tied }: Chances,
    effects: &mut BTreeMap<InputId, InputEffect>,
) {
    let ([gain, _], (independent, _), (together, _)) =
        (line.gain_and_harm(), line.net_factor(), line.net_factor_tied());
    let net_factor = (1.0 - tied) * independent + tied * together;
    let alone = |slope: f64| effect * (1.0 - tied) * slope;
    let mut insert = |field, slopes| {
        let common = CommonUniform::of(field).filter(|_| tied > 0.0);
        effects.insert(id(field), InputEffect { slopes, common });
    };
    insert(LineField::Aantal, line.slopes(&line.price, independent).map(alone));
    insert(LineField::Bedrag, line.slopes(&line.quantity, net_factor).map(|slope| effect * slope));
    for field in [LineField::Autonoom, LineField::Toerekening, LineField::Verdringing] {
        insert(field, [alone(line.correction_slope(field)); 2]);
    }
    if line.cashable.high > line.cashable.low {
        insert(LineField::Verzilverbaar, [effect * line.weight * net_factor * gain; 2]);
    }
}

/// Returns the deviations of all tied savings from their mean, over the uniform of
/// quantities and over that of attribution.
pub fn common_curves(lines: &[LineNetValue]) -> [Curve; 2] {
    let mut all = [Curve::constant(0.0), Curve::constant(0.0)];
    for tied in lines.iter().filter_map(|line| line.tied.as_ref()) {
        all[0].add(1.0, &tied.net_value);
        all[1].add(tied.gain.mean(), &tied.net_factor);
    }
    all
}

/// Returns mean and variance of the sum of all lines, given an effect.
pub fn savings_moments(lines: &[LineNetValue], tied: f64, common: &Curve) -> (f64, f64) {
    let sum = |net_factor: fn(&LineNetValue) -> (f64, f64)| {
        let moments = lines.iter().map(|line| line.moments(net_factor(line)));
        moments.fold((0.0, 0.0), |(mean, variance), (m, v)| (mean + m, variance + v))
    };
    let (alone, variance_alone) = sum(LineNetValue::net_factor);
    if tied <= 0.0 {
        return (alone, variance_alone);
    }
    let (together, own_variance) = sum(LineNetValue::net_factor_tied);
    let variance_together = own_variance + covariances(lines, common);
    let apart = together - alone;
    let variance =
        (1.0 - tied) * variance_alone + tied * variance_together + tied * (1.0 - tied) * apart * apart;
    (alone + tied * apart, variance)
}

/// Returns the sum of the covariances of all pairs of different lines where all are tied.
/// Of two lines c G + H and c' G' + H' it is that of their net values over the uniform of
/// quantities, with c and c' at their means, plus cov(c, c') E[G G'].
fn covariances(lines: &[LineNetValue], common: &Curve) -> f64 {
    let lines: Vec<_> = lines.iter().filter_map(|line| line.tied.as_ref()).collect();
    let mut sum = common.mean_product(common);
    for (index, one) in lines.iter().enumerate() {
        sum -= one.net_value.mean_product(&one.net_value);
        if one.net_factor_moments.1 > 0.0 {
            let others = lines[..index].iter().filter(|other| other.net_factor_moments.1 > 0.0);
            sum += others
                .map(|other| {
                    2.0 * one.net_factor.mean_product(&other.net_factor) * one.gain.mean_product(&other.gain)
                })
                .sum::<f64>();
        }
    }
    sum
}
