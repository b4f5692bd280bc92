//! Price years: converts amounts of 2016 to the year in whose prices a scenario is.
//!
//! Source: CBS, consumentenprijzen (83131NED), yearly change, all households.
//! After the last year that is known, prices rise by an expected inflation,
//! which is an input, since a council decides about next year's money.

/// The year in whose prices the defaults are written.
pub const BASE_YEAR: i32 = 2016;

/// Consumer price change of each later year, as a percentage.
pub const CPI: [(i32, f64); 9] = [
    (2017, 1.4),
    (2018, 1.7),
    (2019, 2.6),
    (2020, 1.3),
    (2021, 2.7),
    (2022, 10.0),
    (2023, 3.8),
    (2024, 3.3),
    (2025, 3.3),
];

/// The last year whose prices are known.
pub const LAST_KNOWN_YEAR: i32 = CPI[CPI.len() - 1].0;

/// The last price year that a scenario can have; its prices are expected.
pub const LAST_YEAR: i32 = 2030;

/// Expected inflation per year, as a fraction, where a scenario names none:
/// the target of the European Central Bank.
pub const EXPECTED_INFLATION: f64 = 0.02;

/// Prices that amounts are in: those of a year, and how they are expected to
/// rise after [`LAST_KNOWN_YEAR`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PriceLevel {
    /// Year of the prices, [`BASE_YEAR`] to [`LAST_YEAR`].
    pub year: i32,
    /// Expected inflation per year, as a fraction.
    pub expected_inflation: f64,
}

impl From<i32> for PriceLevel {
    /// Returns the prices of a year, with the expected inflation of
    /// [`EXPECTED_INFLATION`].
    fn from(year: i32) -> PriceLevel {
        PriceLevel { year, expected_inflation: EXPECTED_INFLATION }
    }
}

impl PriceLevel {
    /// Returns the factor by which an amount in these prices is multiplied to be in prices
    /// of `year`, with the same expected inflation.
    pub fn conversion_to(self, year: i32) -> f64 {
        PriceLevel { year, ..self }.factor() / self.factor()
    }

    /// Returns the factor by which an amount in prices of [`BASE_YEAR`] is multiplied to
    /// be in these prices, unrounded. Years outside the limits count as the nearest one.
    pub fn factor(self) -> f64 {
        let known = CPI
            .iter()
            .take_while(|(later_year, _)| *later_year <= self.year)
            .fold(1.0, |product, (_, percent)| product * (1.0 + percent / 100.0));
        let expected_years = LAST_KNOWN_YEAR..self.year.min(LAST_YEAR);
        expected_years.fold(known, |product, _| product * (1.0 + self.expected_inflation))
    }
}

/// Returns the factor by which an amount in prices of [`BASE_YEAR`] is multiplied to be
/// in prices of `year`, with the default expected inflation.
pub fn factor(year: i32) -> f64 {
    PriceLevel::from(year).factor()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors_up_to_2025() {
        assert_eq!(factor(2016), 1.0);
        assert_eq!(factor(2017), 1.014);
        assert!((factor(2025) - 1.341_148_410_942_964_3).abs() < 1e-15);
    }

    /// From the worked example prijspeil-2027: 2.5% a year after 2025.
    #[test]
    fn indexes_on_with_the_expected_inflation() {
        let prices = PriceLevel { year: 2027, expected_inflation: 0.025 };
        assert!((prices.factor() - 1.409_044_049_246_951_6).abs() < 1e-15);
        assert!((factor(2030) / factor(2025) - 1.02_f64 * 1.02 * 1.02 * 1.02 * 1.02).abs() < 1e-12);
        assert_eq!(factor(2031), factor(2030));
    }
}
