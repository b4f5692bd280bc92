//! Inputs of one savings line, fixed or own.

use crate::model::lines::SavingKind;
use crate::model::parameter::LineField;
use crate::model::party::{PerParty, complete_shares};
use crate::model::quantity::{Count, Euro, EuroPer, Share};

/// The inputs of one savings line, fixed or own.
#[derive(Clone, Debug, PartialEq)]
pub struct SavingInputs {
    /// Kind of saving.
    pub kind: SavingKind,
    /// Whether the line counts in the savings; else it is p.m.
    pub counted: bool,
    fields: [f64; LineField::ALL.len()],
}

impl SavingInputs {
    /// Makes the inputs of a line, with the value that the function gives each field.
    pub fn new(kind: SavingKind, counted: bool, value: impl Fn(LineField) -> f64) -> SavingInputs {
        SavingInputs { kind, counted, fields: LineField::ALL.map(value) }
    }

    /// Returns the plain value of one field.
    pub fn get(&self, field: LineField) -> f64 {
        self.fields[field as usize]
    }

    /// Changes the value of one field.
    pub fn set(&mut self, field: LineField, value: f64) {
        self.fields[field as usize] = value;
    }

    /// Returns the number of natural units a year.
    pub fn quantity(&self) -> Count {
        Count::new(self.get(LineField::Aantal))
    }

    /// Returns the gross euros per unit.
    pub fn price(&self) -> EuroPer {
        EuroPer::new(self.get(LineField::Bedrag))
    }

    /// Returns whether the line costs more than it saves: then it is harm, to which no
    /// corrections apply.
    pub fn is_harm(&self) -> bool {
        self.quantity() * self.price() < Euro::ZERO
    }

    /// Returns the value of a field that is a share.
    pub fn share(&self, field: LineField) -> Share {
        Share::new(self.get(field))
    }

    /// Returns the share of each party in the cashable savings, summing up to one.
    pub fn parties(&self) -> PerParty<f64> {
        complete_shares(
            self.get(LineField::Gemeente),
            self.get(LineField::Rijk),
            self.get(LineField::Zorgverzekeraar),
        )
    }
}
