//! The terms whose sum is the saldo, as the ids of the inputs that are multiplied
//! with each other in each term.

use crate::model::inputs::{CostBasis, Inputs, OwnSide, SavingInputs, SavingLineId};
use crate::model::parameter::{InputId, LineField};
use crate::model::parameters::General;
use crate::model::range::{Range, Shape};

/// A term of the net costs: an amount, or a quantity times a price.
#[derive(Clone, Copy, Debug)]
pub struct CostTerm {
    /// The quantity; `None` where `price` is the whole amount.
    pub quantity: Option<InputId>,
    pub price: InputId,
    /// Whether it is own income, which is subtracted from the costs.
    pub income: bool,
}

/// Lists the terms whose sum is the net costs.
pub fn cost_terms(inputs: &Inputs) -> Vec<CostTerm> {
    let amount = |price| CostTerm {
        quantity: None,
        price: InputId::General(price),
        income: price == General::EigenInkomsten,
    };
    let product = |quantity, price| CostTerm { quantity: Some(quantity), price, income: false };
    let general = |quantity, price| product(InputId::General(quantity), InputId::General(price));
    let mut terms = match inputs.basis {
        CostBasis::Begroting => vec![
            general(General::Fte, General::LoonkostenPerFte),
            general(General::Vrijwilligers, General::VergoedingPerVrijwilliger),
            amount(General::Huisvesting),
            amount(General::Activiteiten),
            amount(General::Organisatie),
        ],
        CostBasis::Kengetal => vec![general(General::Bezoekers, General::KostenPerBezoeker)],
    };
    terms.extend(inputs.own.iter().enumerate().filter_map(|(index, own)| match own.side {
        OwnSide::Cost(_) => {
            Some(product(InputId::Own(index, LineField::Aantal), InputId::Own(index, LineField::Bedrag)))
        }
        OwnSide::Saving(_) => None,
    }));
    terms.push(amount(General::EigenInkomsten));
    terms
}

/// Lists the savings lines that count, each with a function that gives the id of
/// each of its fields.
pub fn counted_lines(inputs: &Inputs) -> Vec<(&SavingInputs, impl Fn(LineField) -> InputId + use<>)> {
    let id = |line: SavingLineId| move |field| line.input(field);
    let counted = inputs.saving_lines().filter(|(_, line)| line.counted);
    counted.map(|(identity, line)| (line, id(identity))).collect()
}

/// Returns the range of an input, or its value without spread where its range is
/// fixed or empty. Under `kengetal` the number of visitors has no spread, since it
/// is the basis of the costs (docs/model.md).
pub fn effective_range(inputs: &Inputs, id: InputId) -> Range {
    let range = inputs.range(id);
    let is_held_fixed = inputs.basis == CostBasis::Kengetal && id == InputId::General(General::Bezoekers);
    if is_held_fixed || range.shape == Shape::Fixed || range.low >= range.high {
        return Range::fixed(inputs.get(id));
    }
    range
}
