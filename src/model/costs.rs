//! Costs of a full-effect year, line by line.

use crate::model::inputs::{CostBasis, Inputs, OwnSide};
use crate::model::parameter::{InputId, LineField};
use crate::model::parameters::General;
use crate::model::quantity::{Count, Euro, EuroPer};
use serde::{Serialize, Serializer};

/// Identity of a cost line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CostId {
    /// Wages of paid staff.
    Personeel,
    /// Fees for volunteers.
    Vrijwilligers,
    /// Costs of housing.
    Huisvesting,
    /// Costs of activities.
    Activiteiten,
    /// Costs of the organisation.
    Organisatie,
    /// All costs together, where they are calculated by key figure.
    Kengetal,
    /// The user's own line, with its index in their list and its id.
    Own(usize, String),
}

impl CostId {
    /// Returns the name in files.
    pub fn name(&self) -> &str {
        match self {
            CostId::Personeel => "personeel",
            CostId::Vrijwilligers => "vrijwilligers",
            CostId::Huisvesting => "huisvesting",
            CostId::Activiteiten => "activiteiten",
            CostId::Organisatie => "organisatie",
            CostId::Kengetal => "kengetal",
            CostId::Own(_, name) => name,
        }
    }

    /// Returns the inputs whose product is the amount of this line.
    pub fn inputs(&self) -> Vec<InputId> {
        let general: &[General] = match self {
            CostId::Personeel => &[General::Fte, General::LoonkostenPerFte],
            CostId::Vrijwilligers => &[General::Vrijwilligers, General::VergoedingPerVrijwilliger],
            CostId::Huisvesting => &[General::Huisvesting],
            CostId::Activiteiten => &[General::Activiteiten],
            CostId::Organisatie => &[General::Organisatie],
            CostId::Kengetal => &[General::Bezoekers, General::KostenPerBezoeker],
            CostId::Own(index, _) => {
                return vec![
                    InputId::Own(*index, LineField::Aantal),
                    InputId::Own(*index, LineField::Bedrag),
                ];
            }
        };
        general.iter().copied().map(InputId::General).collect()
    }
}

impl Serialize for CostId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// One cost line: an amount, and the quantity and price whose product it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CostLine {
    /// Identity of the cost line.
    pub id: CostId,
    /// Euros a year: quantity × price.
    pub amount: Euro,
    /// Number of units; 1 where the input is an amount as a whole.
    #[serde(skip)]
    pub quantity: Count,
    /// Euros per unit.
    #[serde(skip)]
    pub price: EuroPer,
}

/// The costs of a full-effect year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Costs {
    /// Every line, own ones last.
    pub lines: Vec<CostLine>,
    /// Sum of all cost lines.
    pub gross: Euro,
    /// Payment for goods or services delivered.
    pub own_income: Euro,
    /// Gross costs less own income; below zero where income is larger.
    pub net: Euro,
    /// Net costs per visitor.
    pub per_visitor: EuroPer,
    /// Costs made once, in year 1; not included in the sums above.
    pub start_up: Euro,
}

/// Calculates the costs of a full-effect year.
pub fn costs(inputs: &Inputs) -> Costs {
    let general = |id| inputs.general(id);
    let line = |id, quantity: f64, price: f64| {
        let (quantity, price) = (Count::new(quantity), EuroPer::new(price));
        CostLine { id, amount: quantity * price, quantity, price }
    };
    let product = |id, quantity, price| line(id, general(quantity), general(price));
    let amount = |id, amount| line(id, 1.0, general(amount));
    let mut lines = match inputs.basis {
        CostBasis::Begroting => vec![
            product(CostId::Personeel, General::Fte, General::LoonkostenPerFte),
            product(CostId::Vrijwilligers, General::Vrijwilligers, General::VergoedingPerVrijwilliger),
            amount(CostId::Huisvesting, General::Huisvesting),
            amount(CostId::Activiteiten, General::Activiteiten),
            amount(CostId::Organisatie, General::Organisatie),
        ],
        CostBasis::Kengetal => {
            vec![product(CostId::Kengetal, General::Bezoekers, General::KostenPerBezoeker)]
        }
    };
    lines.extend(inputs.own.iter().enumerate().filter_map(|(index, own)| match &own.side {
        OwnSide::Cost(cost) => Some(line(CostId::Own(index, own.id.clone()), cost.quantity, cost.amount)),
        OwnSide::Saving(_) => None,
    }));
    let gross: Euro = lines.iter().map(|line| line.amount).sum();
    let own_income = Euro::new(general(General::EigenInkomsten));
    let net = gross - own_income;
    let per_visitor = net / Count::new(general(General::Bezoekers));
    let start_up = Euro::new(general(General::Startkosten));
    Costs { lines, gross, own_income, net, per_visitor, start_up }
}
