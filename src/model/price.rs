//! Price years: converts amounts of 2016 to the year in whose prices a scenario is.
//!
//! Source: CBS, consumentenprijzen (83131NED), yearly change, all households.

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
pub const LAST_YEAR: i32 = CPI[CPI.len() - 1].0;

/// Returns the factor by which an amount in prices of [`BASE_YEAR`] is multiplied to
/// be in prices of `year`, unrounded. Years outside the table count as the nearest
/// one.
pub fn factor(year: i32) -> f64 {
    CPI.iter()
        .take_while(|(later_year, _)| *later_year <= year)
        .fold(1.0, |product, (_, percent)| product * (1.0 + percent / 100.0))
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
}
