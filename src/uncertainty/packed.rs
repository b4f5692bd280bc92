//! Packs a simulation summary for its way to the page: a list of numbers and one text with
//! names, which a browser can pass on without parsing them.
//!
//! Packing and unpacking are in one file, since both must have the same order. The two
//! wasm modules come from one build, so there is no version; numbers that do not fit are
//! refused.

use crate::uncertainty::{
    InformationValue, MeanAndSd, SensitivityRange, SimulatedFigure, SimulationSummary, Spread,
};

/// A simulation summary as plain numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PackedSimulation {
    /// Some single numbers, then the lengths of the lists, then the lists themselves.
    pub numbers: Vec<f64>,
    /// The names of the inputs that the lists are about, one per line.
    pub names: String,
}

impl SimulationSummary {
    /// Packs the summary as plain numbers. The number of the request is left out.
    pub fn pack(&self) -> PackedSimulation {
        let mut numbers = vec![f64::from(self.draws), self.saldo as usize as f64, self.evpi];
        numbers.extend(self.drempels.into_iter().flat_map(optional));
        numbers.extend([self.information_values.len() as f64, self.curve.len() as f64]);
        numbers.extend(self.sensitivity_ranges.iter().map(|ranges| ranges.len() as f64));
        for spread in &self.spreads {
            numbers.extend([spread.mean, spread.sd, spread.positive, spread.low, spread.high]);
            numbers.extend(optional(spread.below_deterministic));
            for moments in [spread.effect, spread.no_effect] {
                numbers.extend(optional(moments.map(|moments| moments.mean)));
                numbers.push(moments.map_or(0.0, |moments| moments.sd));
            }
            numbers.extend(spread.quantiles);
            numbers.push(spread.counts.len() as f64);
            numbers.extend(&spread.counts);
        }
        numbers.extend(
            self.information_values
                .iter()
                .flat_map(|information| [information.variance_share, information.evppi]),
        );
        numbers.extend(self.curve.iter().flat_map(|(drempel, chance)| [*drempel, *chance]));
        let sensitivity_ranges = || self.sensitivity_ranges.iter().flatten();
        numbers.extend(
            sensitivity_ranges()
                .flat_map(|SensitivityRange { ends: [low, high], at: [a, b], .. }| [*low, *high, *a, *b]),
        );
        let names = self
            .information_values
            .iter()
            .map(|information| &*information.id)
            .chain(sensitivity_ranges().map(|sensitivity_range| &*sensitivity_range.id));
        PackedSimulation { numbers, names: names.collect::<Vec<_>>().join("\n") }
    }

    /// Unpacks the answer to the request with this number; `None` where the numbers or
    /// names do not fit.
    pub fn unpack(request: u32, numbers: &[f64], names: &str) -> Option<SimulationSummary> {
        let mut names = names.lines();
        let mut reader = NumberReader(numbers);
        let [draws, saldo, evpi] = reader.take()?;
        let drempels = [reader.optional()?, reader.optional()?];
        let counts: [f64; 2 + SimulatedFigure::COUNT] = reader.take()?;
        let [information_values, curve, range_counts @ ..] = counts.map(|count| count as usize);
        let spreads: Option<Vec<Spread>> = SimulatedFigure::ALL.iter().map(|_| reader.spread()).collect();
        let information_values = (0..information_values).map(|_| {
            let [variance_share, evppi] = reader.take()?;
            Some(InformationValue { id: names.next()?.to_owned(), variance_share, evppi })
        });
        let information_values: Option<Vec<InformationValue>> = information_values.collect();
        let curve = (0..curve).map(|_| reader.take().map(|[drempel, chance]| (drempel, chance)));
        let curve: Option<Vec<(f64, f64)>> = curve.collect();
        let mut ranges = |count: usize| -> Option<Vec<SensitivityRange>> {
            let sensitivity_range = |_| {
                let [low, high, at_low, at_high] = reader.take()?;
                Some(SensitivityRange {
                    id: names.next()?.to_owned(),
                    ends: [low, high],
                    at: [at_low, at_high],
                })
            };
            (0..count).map(sensitivity_range).collect()
        };
        let mut sensitivity_ranges = [const { Vec::new() }; SimulatedFigure::COUNT];
        for (list, count) in sensitivity_ranges.iter_mut().zip(range_counts) {
            *list = ranges(count)?;
        }
        let found = SimulationSummary {
            request,
            draws: draws as u32,
            saldo: *SimulatedFigure::ALL.get(saldo as usize)?,
            evpi,
            spreads: spreads?,
            information_values: information_values?,
            drempels,
            curve: curve.filter(|curve| !curve.is_empty())?,
            sensitivity_ranges,
        };
        (reader.0.is_empty() && names.next().is_none()).then_some(found)
    }
}

/// Returns a number that may be none as two: whether it is there, and itself.
fn optional(number: Option<f64>) -> [f64; 2] {
    [f64::from(u8::from(number.is_some())), number.unwrap_or(0.0)]
}

/// Reader of the numbers that were not read yet.
struct NumberReader<'a>(&'a [f64]);

impl NumberReader<'_> {
    /// Reads so many numbers; `None` where there are too few or one is not finite.
    fn take<const COUNT: usize>(&mut self) -> Option<[f64; COUNT]> {
        let (first, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        first.iter().all(|number| number.is_finite()).then_some(*first)
    }

    /// Reads a number that may be none.
    fn optional(&mut self) -> Option<Option<f64>> {
        let [is_there, number] = self.take()?;
        Some((is_there > 0.0).then_some(number))
    }

    fn moments(&mut self) -> Option<Option<MeanAndSd>> {
        let (mean, [sd]) = (self.optional()?, self.take()?);
        Some(mean.map(|mean| MeanAndSd { mean, sd }))
    }

    fn spread(&mut self) -> Option<Spread> {
        let [mean, sd, positive, low, high] = self.take()?;
        let below_deterministic = self.optional()?;
        let (effect, no_effect) = (self.moments()?, self.moments()?);
        let (quantiles, [count]) = (self.take()?, self.take()?);
        let counts: Option<Vec<f64>> = (0..count as usize).map(|_| Some(self.take::<1>()?[0])).collect();
        let counts = counts.filter(|counts| !counts.is_empty())?;
        Some(Spread {
            mean,
            sd,
            quantiles,
            positive,
            below_deterministic,
            effect,
            no_effect,
            low,
            high,
            counts,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::ScenarioSimulator;

    fn packed(scenario: &str) -> PackedSimulation {
        ScenarioSimulator::default().simulate_packed(scenario, 1000).unwrap()
    }

    #[test]
    fn packed_summaries_are_unpacked() {
        for scenario in [
            "{}",
            r#"{"base":"gunstig","values":{"drempel":360,"perspectief":"gemeente"}}"#,
            r#"{"values":{"kans-geen-effect":0.5},"simulation":{"pm":"trekken"}}"#,
            r#"{"values":{"kans-geen-effect":1,"perspectief":"samenleving"}}"#,
            // One draw of the thousand has an effect.
            r#"{"values":{"kans-geen-effect":0.9985}}"#,
        ] {
            let packed = packed(scenario);
            let found = SimulationSummary::unpack(7, &packed.numbers, &packed.names).unwrap();
            assert_eq!((found.request, found.draws), (7, 1000));
            assert_eq!(found.pack(), packed);
        }
    }

    #[test]
    fn numbers_that_do_not_fit_are_refused() {
        let PackedSimulation { numbers, names } = packed("{}");
        let read = |numbers: &[f64], names: &str| SimulationSummary::unpack(1, numbers, names);
        assert!(read(&numbers, &names).is_some());
        for end in 0..numbers.len() {
            assert_eq!(read(&numbers[..end], &names), None, "cut at {end}");
        }
        for index in 0..numbers.len() {
            for wrong in [f64::NAN, f64::INFINITY] {
                let mut other = numbers.clone();
                other[index] = wrong;
                assert_eq!(read(&other, &names), None, "{wrong} at {index}");
            }
        }
        // A length that is larger than the numbers that follow is refused at once.
        for index in 7..13 {
            let mut other = numbers.clone();
            other[index] = 1e300;
            assert_eq!(read(&other, &names), None);
        }
        assert_eq!(read(&[&*numbers, &[0.0]].concat(), &names), None);
        assert_eq!(read(&numbers, ""), None);
        assert_eq!(read(&numbers, &format!("{names}\nfte")), None);
    }
}
