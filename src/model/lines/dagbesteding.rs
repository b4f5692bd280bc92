//! Less day-activity care under the Wmo, paid by the gemeente per client.
//!
//! 16 × € 6,250 is our split of the brochure's € 100,000.

use crate::model::lines::{Assumption, LineDefinition, SavingKind};
use crate::model::parameter::Status;

/// The definition of this line.
pub const LINE: LineDefinition = LineDefinition {
    id: "dagbesteding",
    kind: SavingKind::Besparing,
    counted: true,
    per_person: true,
    aantal: Assumption { value: 16.0, low: 8.0, high: 20.0, status: Status::Derived },
    bedrag: Assumption { value: 6250.0, low: 3680.0, high: 10_120.0, status: Status::Derived },
    verzilverbaar: Some(Assumption { value: 1.0, low: 0.5, high: 1.0, status: Status::Proposal }),
    parties: Some([1.0, 0.0, 0.0]),
};

#[cfg(test)]
mod tests {
    use crate::model::lines::{Line, brochure_saving};

    /// The brochure's own total: 16 × 6,250.
    #[test]
    fn worked_example() {
        let saving = brochure_saving(Line::Dagbesteding, 16.0);
        assert_eq!(saving.gross.euros(), 100_000.0);
        assert_eq!(saving.net.euros(), 100_000.0);
        assert_eq!(saving.cashable.euros(), 100_000.0);
    }
}
