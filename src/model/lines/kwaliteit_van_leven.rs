//! Quality of life in QALYs; p.m. by default.
//!
//! The number of QALYs excludes those that are due to work, since the lines about work
//! count these. The price of a QALY is the same in every price year: the thresholds on
//! which it is based are not indexed.

use crate::model::lines::{Assumption, LineDefinition, SavingKind};
use crate::model::parameter::Status;

/// The definition of this line.
pub const LINE: LineDefinition = LineDefinition {
    id: "kwaliteit-van-leven",
    kind: SavingKind::Welvaart,
    counted: false,
    per_person: false,
    aantal: Assumption { value: 0.0, low: 0.0, high: 10.0, status: Status::Proposal },
    bedrag: Assumption { value: 50_000.0, low: 20_000.0, high: 80_000.0, status: Status::Proposal },
    verzilverbaar: None,
    parties: None,
    indexed: false,
};

#[cfg(test)]
mod tests {
    use crate::model::lines::{Line, brochure_saving};

    /// 2 QALYs × 50,000, in nobody's budget.
    #[test]
    fn worked_example() {
        let saving = brochure_saving(Line::KwaliteitVanLeven, 2.0);
        assert_eq!(saving.gross.euros(), 100_000.0);
        assert_eq!(saving.net.euros(), 100_000.0);
        assert_eq!(saving.cashable.euros(), 0.0);
    }
}
