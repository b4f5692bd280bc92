//! Own lines: costs and savings that the user adds to those that every scenario has.

use crate::model::inputs::SavingInputs;
use crate::model::lines::SavingKind;
use crate::model::parameter::LineField;

/// A cost line of the user's own.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnCost {
    /// Number of units.
    pub quantity: f64,
    /// Euros per unit.
    pub amount: f64,
}

/// A savings line of the user's own.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnSaving {
    /// Natural unit, in the user's words.
    pub unit: String,
    /// Quantity, amount, corrections and parties.
    pub inputs: SavingInputs,
}

/// Side of an own line: cost or saving.
#[derive(Clone, Debug, PartialEq)]
pub enum OwnSide {
    /// Line of costs.
    Cost(OwnCost),
    /// Line of savings.
    Saving(OwnSaving),
}

/// A line of the user's own.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnLine {
    /// The name in files and links.
    pub id: String,
    /// The name on screen, in the user's words.
    pub label: String,
    /// Cost or saving, with its values.
    pub side: OwnSide,
}

impl OwnLine {
    /// Returns the kind of saving; `None` for a line of costs.
    pub fn kind(&self) -> Option<SavingKind> {
        match &self.side {
            OwnSide::Cost(_) => None,
            OwnSide::Saving(saving) => Some(saving.inputs.kind),
        }
    }

    /// Returns whether the line has this field.
    pub fn has(&self, field: LineField) -> bool {
        match &self.side {
            OwnSide::Cost(_) => matches!(field, LineField::Aantal | LineField::Bedrag),
            OwnSide::Saving(saving) => field.applies_to(saving.inputs.kind),
        }
    }

    /// Returns the value of a field that the line has.
    pub fn get(&self, field: LineField) -> f64 {
        match (&self.side, field) {
            (OwnSide::Cost(cost), LineField::Aantal) => cost.quantity,
            (OwnSide::Cost(cost), _) => cost.amount,
            (OwnSide::Saving(saving), _) => saving.inputs.get(field),
        }
    }

    /// Changes the value of a field that the line has.
    pub fn set(&mut self, field: LineField, value: f64) {
        match (&mut self.side, field) {
            (OwnSide::Cost(cost), LineField::Aantal) => cost.quantity = value,
            (OwnSide::Cost(cost), _) => cost.amount = value,
            (OwnSide::Saving(saving), _) => saving.inputs.set(field, value),
        }
    }
}
