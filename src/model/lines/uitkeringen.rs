//! Fewer benefits: visitors who no longer need a bijstandsuitkering.
//!
//! 4 × € 13,500 is our split of the brochure's € 54,000. A benefit that is not paid
//! is always cashable; how much of it a gemeente keeps depends on its budget
//! ([`crate::model::bijstand_budget`]).

use crate::model::lines::{Assumption, LineDefinition, SavingKind};
use crate::model::parameter::Status;

/// The definition of this line.
pub const LINE: LineDefinition = LineDefinition {
    id: "uitkeringen",
    kind: SavingKind::Overdracht,
    counted: true,
    per_person: true,
    aantal: Assumption { value: 4.0, low: 0.0, high: 6.0, status: Status::Derived },
    bedrag: Assumption { value: 13_500.0, low: 12_000.0, high: 17_000.0, status: Status::Derived },
    verzilverbaar: None,
    parties: Some([1.0, 0.0, 0.0]),
    indexed: true,
};

#[cfg(test)]
mod tests {
    use crate::model::lines::{Line, brochure_saving};

    /// The brochure's own total: 4 × 13,500.
    #[test]
    fn worked_example() {
        let saving = brochure_saving(Line::Uitkeringen, 4.0);
        assert_eq!(saving.gross.euros(), 54_000.0);
        assert_eq!(saving.net.euros(), 54_000.0);
        assert_eq!(saving.cashable.euros(), 54_000.0);
    }
}
