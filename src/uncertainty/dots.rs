//! Dots of a quantile dot plot: the draws of a figure as a hundred values that can be counted.

use crate::uncertainty::{MeanAndSd, Spread};

/// Number of dots.
const DOTS: usize = 100;

/// One dot: the middle of one of [`DOTS`] equal parts of the draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// Value of the figure, in euros.
    pub value: f64,
    /// Whether it stands for draws with an effect.
    pub has_effect: bool,
}

impl Spread {
    /// Returns the dots of the figure, from low to high. Of them, the chance that there is no
    /// effect, rounded to whole dots, stands for draws without one.
    ///
    /// The values are read from the histogram, so they differ from those of the draws by less
    /// than a bin; on which side of zero a dot is follows from the exact share of draws.
    pub fn dots(&self, no_effect_chance: f64) -> Vec<Dot> {
        let knots = self.cumulative_shares();
        let middle = |index: usize| value_at(&knots, (index as f64 + 0.5) / DOTS as f64);
        let dot = |index: usize| Dot { value: middle(index), has_effect: true };
        let mut dots: Vec<Dot> = (0..DOTS).map(dot).collect();
        let Some(without) = self.no_effect else { return dots };
        let count = (DOTS as f64 * no_effect_chance).round().clamp(0.0, DOTS as f64) as usize;
        let mut marked = 0;
        for (index, dot) in dots.iter_mut().enumerate() {
            // Going up, a dot is one without effect as soon as more draws without effect lie below
            // the end of its part than dots say so far, or too few dots are left for the others.
            let end = value_at(&knots, (index + 1) as f64 / DOTS as f64);
            let expected = (count as f64 * share_between(&knots, without, end)).round() as usize;
            if marked < count && (expected > marked || DOTS - index == count - marked) {
                dot.has_effect = false;
                marked += 1;
            }
        }
        dots
    }

    /// Returns values with the share of draws below each, both rising: the edges of the bins,
    /// and zero where draws lie on both sides of it.
    fn cumulative_shares(&self) -> Vec<(f64, f64)> {
        let draws: f64 = self.counts.iter().sum();
        let width = (self.high - self.low) / self.counts.len() as f64;
        let below_zero = 1.0 - self.positive;
        let mut sum = 0.0;
        let mut knots = vec![(self.low, 0.0)];
        for (index, count) in self.counts.iter().enumerate() {
            sum += count;
            knots.push((self.low + width * (index + 1) as f64, sum / draws));
        }
        if self.low < 0.0 && self.high >= 0.0 {
            // The bins are read from finer ones, and may differ a little from the exact share.
            for (value, share) in &mut knots {
                *share = if *value < 0.0 { share.min(below_zero) } else { share.max(below_zero) };
            }
            let at = knots.partition_point(|(value, _)| *value < 0.0);
            knots.insert(at, (0.0, below_zero));
        }
        knots
    }
}

/// Returns the value below which this share of the draws lies.
fn value_at(knots: &[(f64, f64)], share: f64) -> f64 {
    let next = knots.partition_point(|(_, below)| *below < share).clamp(1, knots.len() - 1);
    let ((from, below), (to, all)) = (knots[next - 1], knots[next]);
    let fraction = if all > below { ((share - below) / (all - below)).clamp(0.0, 1.0) } else { 0.0 };
    from + (to - from) * fraction
}

/// Returns the share of the draws with these moments that lies below a value. Between two knots
/// they count as evenly spread, as all draws do.
fn share_between(knots: &[(f64, f64)], draws: MeanAndSd, value: f64) -> f64 {
    let next = knots.partition_point(|(edge, _)| *edge < value).clamp(1, knots.len() - 1);
    let (from, to) = (knots[next - 1].0, knots[next].0);
    let fraction = if to > from { ((value - from) / (to - from)).clamp(0.0, 1.0) } else { 1.0 };
    let [below, all] = [from, to].map(|edge| share_below(draws, edge));
    below + (all - below) * fraction
}

/// Returns the share of a normal distribution with these moments that lies below a value.
pub(super) fn share_below(MeanAndSd { mean, sd }: MeanAndSd, value: f64) -> f64 {
    if sd > 0.0 {
        0.5 * (1.0 + libm::erf((value - mean) / (sd * std::f64::consts::SQRT_2)))
    } else {
        f64::from(u8::from(value > mean))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::ScenarioSimulator;
    use crate::uncertainty::{SimulatedFigure, SimulationSummary};
    use proptest::prelude::*;

    fn spread(json: &str) -> Spread {
        let packed = ScenarioSimulator::default().simulate_packed(json, 100_000).unwrap();
        let summary = SimulationSummary::unpack(1, &packed.numbers, &packed.names).unwrap();
        summary.spread(SimulatedFigure::Net).clone()
    }

    /// The brochure has a chance of no effect of 0.15, and its costs alone are some € 300,000.
    #[test]
    fn dots_without_effect_are_counted_and_lie_at_the_costs() {
        let dots = spread("{}").dots(0.15);
        let without: Vec<f64> = dots.iter().filter(|dot| !dot.has_effect).map(|dot| dot.value).collect();
        assert_eq!((dots.len(), without.len()), (100, 15));
        assert!(without.iter().all(|value| (-320_000.0..-270_000.0).contains(value)), "{without:?}");
        assert!(dots.iter().all(|dot| dot.value < 0.0));
        // All costs are known, so all draws without effect are one value.
        let fixed = ["fte", "loonkosten-per-fte", "vrijwilligers", "vergoeding-per-vrijwilliger"];
        let fixed = fixed.into_iter().chain(["huisvesting", "activiteiten", "organisatie"]);
        let ranges: Vec<String> = fixed.map(|id| format!(r#""{id}":{{"kind":"fixed"}}"#)).collect();
        let spread = spread(&format!(r#"{{"ranges":{{{}}}}}"#, ranges.join(",")));
        let bin = (spread.high - spread.low) / 64.0;
        let dots = spread.dots(0.15);
        let without = dots.iter().filter(|dot| !dot.has_effect);
        assert_eq!(without.clone().count(), 15);
        assert!(without.clone().all(|dot| (dot.value + 300_000.0).abs() <= 2.0 * bin), "{dots:?}");
    }

    /// The quantiles of the draws lie between the dots beside them, but for a bin.
    #[test]
    fn dots_lie_at_the_quantiles_of_the_draws() {
        for json in ["{}", r#"{"base":"gunstig"}"#, r#"{"values":{"kans-geen-effect":0}}"#] {
            let spread = spread(json);
            let (dots, bin) = (spread.dots(0.0), (spread.high - spread.low) / 64.0);
            for (quantile, percent) in spread.quantiles.into_iter().zip([5, 25, 50, 75, 95]) {
                let [before, after] = [percent - 1, percent].map(|index: usize| dots[index].value);
                assert!(before - bin <= quantile && quantile <= after + bin, "{json} {percent}");
            }
        }
    }

    /// With savings of hundreds of millions one bin holds all draws without effect and many others:
    /// those below zero are the ones without.
    #[test]
    fn dots_without_effect_are_below_zero_however_large_the_effects_are() {
        for quantity in [60, 300, 5_000, 100_000] {
            let json = format!(r#"{{"values":{{"dagbesteding.aantal":{quantity}}}}}"#);
            let dots = spread(&json).dots(0.15);
            let without: Vec<&Dot> = dots.iter().filter(|dot| !dot.has_effect).collect();
            assert_eq!(without.len(), 15);
            assert!(without.iter().all(|dot| dot.value < 0.0), "{quantity}: {without:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        /// Whoever counts the dots above zero finds the rounded chance.
        #[test]
        fn dots_above_zero_are_the_rounded_chance(
            quantity in 0.0..60.0_f64, none in 0.0..1.0_f64, income in 0.0..600_000.0_f64,
        ) {
            let json = format!(
                r#"{{"values":{{"dagbesteding.aantal":{quantity},"kans-geen-effect":{none},
                "eigen-inkomsten":{income}}},"simulation":{{"draws":5000}}}}"#
            );
            let spread = spread(&json);
            let dots = spread.dots(none);
            let above = dots.iter().filter(|dot| dot.value >= 0.0).count() as f64;
            prop_assert!((above - 100.0 * spread.positive).abs() <= 0.5 + 1e-9, "{above} {}", spread.positive);
            prop_assert!(dots.windows(2).all(|pair| pair[0].value <= pair[1].value));
            let without = dots.iter().filter(|dot| !dot.has_effect).count() as f64;
            let expected = if spread.no_effect.is_some() { (100.0 * none).round() } else { 0.0 };
            prop_assert_eq!(without, expected);
        }
    }
}
