//! Less use of mental health care (GGZ); p.m. in the brochure.
//!
//! € 5,800 per patient in 2023 prices (Vektis factsheet GGZ 2024) is € 4,600 in
//! prices of 2016; half of it is taken to be cashable for the insurer.

use crate::model::lines::{Assumption, LineDefinition, SavingKind};
use crate::model::parameter::Status;

/// The definition of this line.
pub const LINE: LineDefinition = LineDefinition {
    id: "zorggebruik",
    kind: SavingKind::Besparing,
    counted: false,
    per_person: true,
    aantal: Assumption { value: 0.0, low: 0.0, high: 20.0, status: Status::Proposal },
    bedrag: Assumption { value: 4600.0, low: 2400.0, high: 8000.0, status: Status::Derived },
    verzilverbaar: Some(Assumption { value: 0.5, low: 0.0, high: 1.0, status: Status::Proposal }),
    parties: Some([0.0, 0.0, 1.0]),
};

#[cfg(test)]
mod tests {
    use crate::model::lines::{Line, brochure_saving};

    /// 10 × 4,600, half of it cashable.
    #[test]
    fn worked_example() {
        let saving = brochure_saving(Line::Zorggebruik, 10.0);
        assert_eq!(saving.gross.euros(), 46_000.0);
        assert_eq!(saving.net.euros(), 46_000.0);
        assert_eq!(saving.cashable.euros(), 23_000.0);
    }
}
