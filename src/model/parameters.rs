//! The one list of general parameters, with defaults, ranges and limits.
//!
//! The sources of the figures are in `docs/figures.md`, the use of the parameters in
//! `docs/model.md`, and their names on the page in the catalogue ([`crate::text`]).

use crate::model::parameter::{Definition, Status, Unit};
use crate::model::price;
use Status::{Brochure, Choice, Derived, Proposal, Published};

macro_rules! general {
    ($($(#[$doc:meta])* $variant:ident, $id:literal, $unit:ident, $default:expr, $plausible:expr, $limits:expr, $status:ident, $may_vary:literal;)*) => {
        /// A parameter that is not of one savings line.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum General { $($(#[$doc])* $variant,)* }

        impl General {
            /// List of all variants, in the order of the interface.
            pub const ALL: [General; General::COUNT] = [$(General::$variant,)*];
            /// Number of all variants.
            pub const COUNT: usize = [$($id,)*].len();

            /// Returns the id in files and links.
            pub fn id(self) -> &'static str {
                match self { $(General::$variant => $id,)* }
            }

            /// Returns the definition of the parameter.
            pub fn definition(self) -> Definition {
                match self {
                    $(General::$variant => Definition {
                        unit: Unit::$unit,
                        default: $default,
                        plausible: $plausible,
                        limits: $limits,
                        status: $status,
                        may_vary: $may_vary,
                        indexed: Unit::$unit.is_amount(),
                    },)*
                }
            }
        }
    };
}

// Columns: variant, id, unit, default, plausible range, limits, status, and whether
// the user may give it a range.
general! {
    /// People who use the initiative at least once in a year.
    Bezoekers, "bezoekers", Persons, 500.0, Some((400.0, 650.0)), (1.0, 1e6), Brochure, true;
    /// Paid staff, in fte.
    Fte, "fte", Fte, 3.75, Some((3.5, 4.0)), (0.0, 1e4), Brochure, true;
    /// Number of volunteers.
    Vrijwilligers, "vrijwilligers", Persons, 50.0, Some((40.0, 60.0)), (0.0, 1e5), Brochure, true;
    /// Costs per visitor, where costs are calculated by key figure.
    KostenPerBezoeker, "kosten-per-bezoeker", EuroPer, 600.0, Some((540.0, 690.0)), (0.0, 1e5), Brochure, true;
    /// Wage costs per fte, with employer charges, absence and replacement.
    LoonkostenPerFte, "loonkosten-per-fte", EuroPer, 48_800.0, Some((45_800.0, 52_300.0)), (0.0, 5e5), Derived, true;
    /// Fee per volunteer.
    VergoedingPerVrijwilliger, "vergoeding-per-vrijwilliger", EuroPer, 300.0, Some((0.0, 600.0)), (0.0, 1e4), Proposal, true;
    /// Yearly costs of housing.
    Huisvesting, "huisvesting", Euro, 48_000.0, Some((40_000.0, 58_000.0)), (0.0, 1e9), Derived, true;
    /// Yearly costs of activities.
    Activiteiten, "activiteiten", Euro, 30_000.0, Some((25_000.0, 36_000.0)), (0.0, 1e9), Derived, true;
    /// Yearly costs of the organisation.
    Organisatie, "organisatie", Euro, 24_000.0, Some((20_000.0, 29_000.0)), (0.0, 1e9), Derived, true;
    /// Payment for goods or services delivered; gifts and grants are financing.
    EigenInkomsten, "eigen-inkomsten", Euro, 0.0, None, (0.0, 1e9), Choice, false;
    /// Costs made once, in year 1.
    Startkosten, "startkosten", Euro, 0.0, None, (0.0, 1e9), Choice, false;
    /// The municipality's share of the financing.
    FinancieringGemeente, "financiering.gemeente", Share, 1.0, None, (0.0, 1.0), Proposal, false;
    /// The national government's share of the financing.
    FinancieringRijk, "financiering.rijk", Share, 0.0, None, (0.0, 1.0), Proposal, false;
    /// The health insurer's share of the financing.
    FinancieringZorgverzekeraar, "financiering.zorgverzekeraar", Share, 0.0, None, (0.0, 1.0), Proposal, false;
    /// Number of years that are looked at; four is one council term.
    Horizon, "horizon", Years, 4.0, None, (1.0, 20.0), Proposal, false;
    /// Real discount rate, with a premium for risk in it; its range counts in the
    /// sensitivity alone.
    Discontovoet, "discontovoet", Share, 0.028, Some((0.0, 0.04)), (-0.05, 0.2), Published, true;
    /// Share of the full effect in year 1 of a new initiative; without effect for
    /// an existing one.
    IngroeiJaar1, "ingroei-jaar-1", Share, 0.5, Some((0.3, 0.8)), (0.0, 1.0), Proposal, true;
    /// Share of the full effect in year 2 of a new initiative; without effect for
    /// an existing one.
    IngroeiJaar2, "ingroei-jaar-2", Share, 0.8, Some((0.6, 1.0)), (0.0, 1.0), Proposal, true;
    /// Real growth of costs a year, above CPI.
    Kostenstijging, "kostenstijging", Share, 0.0, None, (-0.2, 0.2), Choice, false;
    /// Real growth of savings a year, above CPI.
    Batenstijging, "batenstijging", Share, 0.0, None, (-0.2, 0.2), Choice, false;
    /// Willingness-to-pay threshold: the worth to the decider of all effects outside the
    /// figured savings, per visitor and year.
    Drempel, "drempel", EuroPer, 0.0, None, (0.0, 1e5), Choice, false;
    /// The year in whose prices all amounts are.
    Prijspeil, "prijspeil", Year, price::BASE_YEAR as f64, None, (price::BASE_YEAR as f64, price::LAST_YEAR as f64), Choice, false;
    /// Expected inflation a year, for price years after the last one that is known.
    VerwachteInflatie, "verwachte-inflatie", Share, price::EXPECTED_INFLATION, None, (-0.05, 0.2), Proposal, false;
    /// Inhabitants of the gemeente that pays the bijstand; 0 where not given.
    InwonersGemeente, "inwoners-gemeente", Inhabitants, 0.0, None, (0.0, 2e6), Choice, false;
    /// Share of the draws in which all effects turn out well or badly together.
    Samenhang, "samenhang", Share, 0.5, None, (0.0, 1.0), Proposal, false;
    /// Chance that there is no counted effect at all.
    KansGeenEffect, "kans-geen-effect", Share, 0.15, None, (0.0, 1.0), Proposal, false;
}

impl General {
    /// Finds the parameter with this id; `None` where there is no such parameter.
    pub fn from_id(id: &str) -> Option<General> {
        General::ALL.into_iter().find(|general| general.id() == id)
    }

    /// Returns whether the parameter says in which prices all amounts are: with another
    /// value the same case is expressed in other euros.
    pub fn sets_prices(self) -> bool {
        matches!(self, General::Prijspeil | General::VerwachteInflatie)
    }
}
