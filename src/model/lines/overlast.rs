//! Fewer incidents of nuisance; p.m. in the brochure.
//!
//! The price of an incident is that of two officers for at least two hours. Police time
//! that is saved frees no money, so the cashable share is zero by default.

use crate::model::lines::{Assumption, LineDefinition, SavingKind};
use crate::model::parameter::Status;

/// The definition of this line.
pub const LINE: LineDefinition = LineDefinition {
    id: "overlast",
    kind: SavingKind::Besparing,
    counted: false,
    per_person: false,
    aantal: Assumption { value: 0.0, low: 0.0, high: 25.0, status: Status::Proposal },
    bedrag: Assumption { value: 280.0, low: 145.0, high: 715.0, status: Status::Proposal },
    verzilverbaar: Some(Assumption { value: 0.0, low: 0.0, high: 0.5, status: Status::Proposal }),
    parties: Some([0.0, 1.0, 0.0]),
    indexed: true,
};

#[cfg(test)]
mod tests {
    use crate::model::lines::{Line, brochure_saving};

    /// 10 × 280, none of it cashable.
    #[test]
    fn worked_example() {
        let saving = brochure_saving(Line::Overlast, 10.0);
        assert_eq!(saving.gross.euros(), 2_800.0);
        assert_eq!(saving.net.euros(), 2_800.0);
        assert_eq!(saving.cashable.euros(), 0.0);
    }
}
