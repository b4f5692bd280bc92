//! Paid work by visitors, at the reference value of an hour; p.m. by default.
//!
//! € 39.88 an hour in 2022 (Dutch costing manual) is € 33 in prices of 2016.
//! It is worth something to society, and is in nobody's budget.

use crate::model::lines::{Assumption, LineDefinition, SavingKind};
use crate::model::parameter::Status;

/// The definition of this line.
pub const LINE: LineDefinition = LineDefinition {
    id: "betaald-werk",
    kind: SavingKind::Welvaart,
    counted: false,
    per_person: false,
    aantal: Assumption { value: 0.0, low: 0.0, high: 6000.0, status: Status::Proposal },
    bedrag: Assumption { value: 33.0, low: 25.0, high: 41.0, status: Status::Derived },
    verzilverbaar: None,
    parties: None,
    indexed: true,
};

#[cfg(test)]
mod tests {
    use crate::model::lines::{Line, brochure_saving};

    /// 1,000 hours × 33, in nobody's budget.
    #[test]
    fn worked_example() {
        let saving = brochure_saving(Line::BetaaldWerk, 1000.0);
        assert_eq!(saving.gross.euros(), 33_000.0);
        assert_eq!(saving.net.euros(), 33_000.0);
        assert_eq!(saving.cashable.euros(), 0.0);
    }
}
