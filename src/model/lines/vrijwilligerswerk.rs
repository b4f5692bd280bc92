//! Volunteering outside the initiative; p.m. by default.
//!
//! Hours of volunteers inside the initiative are no saving: they have no price here.

use crate::model::lines::{Assumption, LineDefinition, SavingKind};
use crate::model::parameter::Status;

/// The definition of this line.
pub const LINE: LineDefinition = LineDefinition {
    id: "vrijwilligerswerk",
    kind: SavingKind::Welvaart,
    counted: false,
    per_person: false,
    aantal: Assumption { value: 0.0, low: 0.0, high: 6000.0, status: Status::Proposal },
    bedrag: Assumption { value: 17.0, low: 12.0, high: 21.0, status: Status::Proposal },
    verzilverbaar: None,
    parties: None,
    indexed: true,
};

#[cfg(test)]
mod tests {
    use crate::model::lines::{Line, brochure_saving};

    /// 1,000 hours × 17, in nobody's budget.
    #[test]
    fn worked_example() {
        let saving = brochure_saving(Line::Vrijwilligerswerk, 1000.0);
        assert_eq!(saving.gross.euros(), 17_000.0);
        assert_eq!(saving.net.euros(), 17_000.0);
        assert_eq!(saving.cashable.euros(), 0.0);
    }
}
