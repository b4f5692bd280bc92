//! Reference prices: dated prices of docs/figures.md, to compare a figure with in
//! the scenario's own prices. The page shows them beside the fields.
//!
//! ```
//! use rekenmodel::model::PriceLevel;
//! use rekenmodel::sources::reference_prices::ReferencePrice;
//!
//! let hour = ReferencePrice::from_id("uur-betaald-werk").unwrap();
//! assert_eq!((hour.euros, hour.year), (39.88, 2022));
//! // The default of `betaald-werk.bedrag`, 33 in prices of 2016, comes from it.
//! assert_eq!(hour.in_prices(PriceLevel::from(2016)).euros().round(), 33.0);
//! ```

use crate::model::{EuroPer, PriceLevel};

/// Index by which a price follows the price year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceIndex {
    /// Consumer prices, and after the last known year the expected inflation.
    Cpi,
    /// No index: an amount that a rule sets for its year.
    None,
}

/// Unit of a reference price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceUnit {
    /// One person or client for a year.
    PersonYear,
    /// One calendar month.
    Month,
    /// One day of care.
    Day,
    /// One dagdeel of dagbesteding.
    Dagdeel,
    /// One hour of work.
    Hour,
}

/// Price from a publication, dated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReferencePrice {
    /// Name, unique among the prices.
    pub id: &'static str,
    /// Price in euros of its year.
    pub euros: f64,
    /// Unit of the price.
    pub unit: PriceUnit,
    /// Year of its prices; of two years the first.
    pub year: i32,
    /// Name of its publication in `static/bronnen.json`.
    pub source: &'static str,
    /// Index by which it follows the price year.
    pub index: PriceIndex,
}

impl ReferencePrice {
    /// Returns the price with this name.
    pub fn from_id(id: &str) -> Option<&'static ReferencePrice> {
        REFERENCE_PRICES.iter().find(|price| price.id == id)
    }

    /// Converts the price to these prices, unrounded. Without an index it stays the amount
    /// of its own year.
    pub fn in_prices(&self, prices: PriceLevel) -> EuroPer {
        let factor = match self.index {
            PriceIndex::Cpi => prices.factor() / PriceLevel { year: self.year, ..prices }.factor(),
            PriceIndex::None => 1.0,
        };
        EuroPer::new(self.euros * factor)
    }
}

const fn price(
    id: &'static str,
    euros: f64,
    unit: PriceUnit,
    year: i32,
    source: &'static str,
    index: PriceIndex,
) -> ReferencePrice {
    ReferencePrice { id, euros, unit, year, source, index }
}

use PriceIndex::{Cpi, None as NoIndex};
use PriceUnit::{Dagdeel, Day, Hour, Month, PersonYear};

/// List of all reference prices, in the order of docs/figures.md.
pub static REFERENCE_PRICES: [ReferencePrice; 23] = [
    price("bijstand", 14_000.0, PersonYear, 2018, "berenschot", Cpi),
    price("bijstand-uitvoering", 2_883.0, PersonYear, 2018, "berenschot", Cpi),
    price("bijstand-budget", 16_900.0, PersonYear, 2024, "rijksbegroting", Cpi),
    price("bijstandsnorm-2017", 986.52, Month, 2017, "norm", NoIndex),
    price("bijstandsnorm-2025", 1_369.06, Month, 2025, "norm", NoIndex),
    price("arbeidsongeschiktheid", 22_400.0, PersonYear, 2025, "uwv", Cpi),
    price("dagbesteding-licht", 35.76, Dagdeel, 2023, "westerveld", Cpi),
    price("dagbesteding-midden", 46.15, Dagdeel, 2023, "westerveld", Cpi),
    price("dagbesteding-zwaar", 65.57, Dagdeel, 2023, "westerveld", Cpi),
    price("dagbesteding-vervoer", 14.79, Day, 2023, "westerveld", Cpi),
    price("wmo-eigen-bijdrage", 21.0, Month, 2025, "eigen-bijdrage", NoIndex),
    price("ggz-patient", 5_800.0, PersonYear, 2023, "vektis", Cpi),
    price("ggz-opnamedag-instelling", 327.0, Day, 2022, "kostenhandleiding", Cpi),
    price("ggz-opnamedag-paaz", 490.0, Day, 2022, "kostenhandleiding", Cpi),
    price("uur-betaald-werk", 39.88, Hour, 2022, "kostenhandleiding", Cpi),
    price("salaris-sociaal-werk-uur", 24.19, Hour, 2025, "cao", Cpi),
    price("salaris-sociaal-werk", 45_284.0, PersonYear, 2025, "cao", Cpi),
    price("vrijwilliger-onbelast-2017", 1_500.0, PersonYear, 2017, "belastingdienst", NoIndex),
    price("vrijwilliger-onbelast-2021", 1_800.0, PersonYear, 2021, "belastingdienst", NoIndex),
    price("vrijwilliger-onbelast-2022", 1_800.0, PersonYear, 2022, "belastingdienst", NoIndex),
    price("vrijwilliger-onbelast-2023", 1_900.0, PersonYear, 2023, "belastingdienst", NoIndex),
    price("vrijwilliger-onbelast-2024", 2_100.0, PersonYear, 2024, "belastingdienst", NoIndex),
    price("vrijwilliger-onbelast-2025", 2_100.0, PersonYear, 2025, "belastingdienst", NoIndex),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::Sources;
    use std::collections::BTreeSet;

    /// As Dutch writes it: 1369.06 is 1.369,06 and 14000 is 14.000.
    fn dutch(euros: f64) -> String {
        let (whole, cents) = (euros.trunc() as u64, (euros.fract() * 100.0).round() as u64);
        let whole =
            if whole < 1_000 { whole.to_string() } else { format!("{}.{:03}", whole / 1_000, whole % 1_000) };
        if cents == 0 { whole } else { format!("{whole},{cents:02}") }
    }

    /// Each has its row among the figures of `static/bronnen.json`, with the price.
    #[test]
    fn every_price_stands_in_the_sources() {
        let sources = Sources::parse(include_str!("../../static/bronnen.json")).unwrap();
        let mut ids = BTreeSet::new();
        for price in &REFERENCE_PRICES {
            assert!(ids.insert(price.id), "{} is there twice", price.id);
            let stands = sources.figures.iter().any(|figure| {
                sources.publications[figure.publication].id == price.source
                    && figure.value.contains(&dutch(price.euros))
            });
            assert!(stands, "{}: € {} of {}", price.id, dutch(price.euros), price.source);
        }
    }

    /// By hand: 39.88 ÷ (1.014 × 1.017 × 1.026 × 1.013 × 1.027 × 1.1) = 32.94, and
    /// 5,800 ÷ (that × 1.038) = 4,615. From 2023 to 2025 × 1.033 × 1.033.
    #[test]
    fn converts_by_consumer_prices() {
        let price = |id: &str, year: i32| {
            ReferencePrice::from_id(id).unwrap().in_prices(PriceLevel::from(year)).euros()
        };
        let factor = 1.014 * 1.017 * 1.026 * 1.013 * 1.027 * 1.1;
        assert!((price("uur-betaald-werk", 2016) - 39.88 / factor).abs() < 1e-9);
        assert!((price("ggz-patient", 2016) - 5_800.0 / factor / 1.038).abs() < 1e-9);
        assert!((price("dagbesteding-licht", 2025) - 35.76 * 1.033 * 1.033).abs() < 1e-9);
        assert_eq!(price("dagbesteding-licht", 2023), 35.76);
    }

    /// After 2025 by the scenario's own expectation; without an index not at all.
    #[test]
    fn converts_on_with_the_expected_inflation() {
        let prices = PriceLevel { year: 2027, expected_inflation: 0.03 };
        let price = |id: &str| ReferencePrice::from_id(id).unwrap().in_prices(prices).euros();
        assert!((price("salaris-sociaal-werk") - 45_284.0 * 1.03 * 1.03).abs() < 1e-9);
        assert_eq!((price("wmo-eigen-bijdrage"), price("bijstandsnorm-2017")), (21.0, 986.52));
        assert!(ReferencePrice::from_id("geen").is_none());
    }
}
