//! What the saldo is the sum of: which inputs are multiplied with which.

use crate::model::inputs::{CostBasis, Inputs, OwnSide, SavingInputs};
use crate::model::lines::Line;
use crate::model::parameter::{InputId, LineField};
use crate::model::parameters::General;
use crate::model::range::{Range, Shape};

/// A cost: an amount, or a quantity times a price. Own income is a cost below
/// nothing.
#[derive(Clone, Copy, Debug)]
pub struct CostTerm {
    pub quantity: Option<InputId>,
    pub price: InputId,
    pub income: bool,
}

/// The terms that net costs are the sum of, own income included.
pub fn cost_terms(inputs: &Inputs) -> Vec<CostTerm> {
    let whole = |price| CostTerm {
        quantity: None,
        price: InputId::General(price),
        income: price == General::EigenInkomsten,
    };
    let times = |quantity, price| CostTerm { quantity: Some(quantity), price, income: false };
    let general = |quantity, price| times(InputId::General(quantity), InputId::General(price));
    let mut terms = match inputs.basis {
        CostBasis::Begroting => vec![
            general(General::Fte, General::LoonkostenPerFte),
            general(General::Vrijwilligers, General::VergoedingPerVrijwilliger),
            whole(General::Huisvesting),
            whole(General::Activiteiten),
            whole(General::Organisatie),
        ],
        CostBasis::Kengetal => vec![general(General::Bezoekers, General::KostenPerBezoeker)],
    };
    terms.extend(inputs.own.iter().enumerate().filter_map(|(place, own)| match own.side {
        OwnSide::Cost(_) => {
            Some(times(InputId::Own(place, LineField::Aantal), InputId::Own(place, LineField::Bedrag)))
        }
        OwnSide::Saving(_) => None,
    }));
    terms.push(whole(General::EigenInkomsten));
    terms
}

/// A savings line that counts, with the id of each of its parts.
pub fn counted_lines(inputs: &Inputs) -> Vec<(&SavingInputs, impl Fn(LineField) -> InputId + use<>)> {
    #[derive(Clone, Copy)]
    enum LinePlace {
        Fixed(Line),
        Own(usize),
    }
    let fixed = Line::ALL.into_iter().map(|line| (inputs.line(line), LinePlace::Fixed(line)));
    let own = inputs.own.iter().enumerate().filter_map(|(place, own)| match &own.side {
        OwnSide::Cost(_) => None,
        OwnSide::Saving(saving) => Some((&saving.inputs, LinePlace::Own(place))),
    });
    let id = |which| {
        move |field| match which {
            LinePlace::Fixed(line) => InputId::Line(line, field),
            LinePlace::Own(place) => InputId::Own(place, field),
        }
    };
    fixed.chain(own).filter(|(line, _)| line.counted).map(|(line, which)| (line, id(which))).collect()
}

/// The range of an input where it has a spread; else its value, fixed.
/// Under `kengetal` the number of visitors is held at its value (model.md).
pub fn effective_range(inputs: &Inputs, id: InputId) -> Range {
    let range = inputs.range(id);
    let held = inputs.basis == CostBasis::Kengetal && id == InputId::General(General::Bezoekers);
    if held || range.shape == Shape::Fixed || range.low >= range.high {
        return Range::fixed(inputs.get(id));
    }
    range
}
