//! Basis of the yearly costs: a budget or a key figure.

use crate::model::parameter::InputId;
use crate::model::parameters::General;

/// Basis of the yearly costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostBasis {
    /// Budget: staff, volunteers, housing, activities, organisation.
    Begroting,
    /// Key figure: visitors times costs per visitor.
    Kengetal,
}

impl CostBasis {
    /// List of both bases.
    pub const ALL: [CostBasis; 2] = [CostBasis::Begroting, CostBasis::Kengetal];

    /// Returns the name in files and links.
    pub fn id(self) -> &'static str {
        match self {
            CostBasis::Begroting => "begroting",
            CostBasis::Kengetal => "kengetal",
        }
    }

    /// Returns whether an input has no effect on the costs under this basis, since
    /// it belongs to the other one.
    pub fn ignores(self, id: InputId) -> bool {
        let budget = matches!(
            id,
            InputId::General(
                General::Fte
                    | General::Vrijwilligers
                    | General::LoonkostenPerFte
                    | General::VergoedingPerVrijwilliger
                    | General::Huisvesting
                    | General::Activiteiten
                    | General::Organisatie
            )
        );
        match self {
            CostBasis::Kengetal => budget,
            CostBasis::Begroting => id == InputId::General(General::KostenPerBezoeker),
        }
    }
}
