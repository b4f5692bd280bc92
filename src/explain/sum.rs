//! A sum of figures that is no figure of the outcome itself: what a picture
//! puts together, and what a row of a table comes to.

use crate::explain::{Explanation, ExplanationBuilder, Expression, FigureId, Origin, ValueUnit};
use crate::model::{General, InputId, Inputs, Outcome};

/// Term of a sum, added or subtracted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Addend {
    /// Origin of the term.
    pub origin: Origin,
    /// Tells whether it is taken off.
    pub less: bool,
}

impl Addend {
    /// A figure that is added.
    pub fn plus(figure: FigureId) -> Addend {
        Addend { origin: Origin::Figure(figure), less: false }
    }

    /// A figure that is taken off.
    pub fn less(figure: FigureId) -> Addend {
        Addend { origin: Origin::Figure(figure), less: true }
    }

    /// Returns what was entered, added or taken off.
    pub fn entered(id: InputId, less: bool) -> Addend {
        Addend { origin: Origin::Input(id), less }
    }
}

/// Explains what a figure is for each visitor, where the outcome does not have
/// that by itself.
pub fn for_each_visitor(figure: FigureId, inputs: &Inputs, outcome: &Outcome) -> Option<Explanation> {
    let value = figure.value(outcome)?? / inputs.general(General::Bezoekers);
    let mut builder = ExplanationBuilder { inputs, outcome, terms: Vec::new(), notes: Vec::new() };
    let expression = builder.per_visitor(figure);
    let ExplanationBuilder { terms, notes, .. } = builder;
    Some(Explanation { figure: None, value: Some(value), unit: figure.unit(), terms, expression, notes })
}

/// Explains what these amounts come to together.
pub fn sum(addends: &[Addend], inputs: &Inputs, outcome: &Outcome) -> Explanation {
    let mut builder = ExplanationBuilder { inputs, outcome, terms: Vec::new(), notes: Vec::new() };
    let (mut added, mut taken) = (Vec::new(), Vec::new());
    let mut value = 0.0;
    for addend in addends {
        let term = match addend.origin {
            Origin::Figure(figure) => builder.figure(figure),
            Origin::Input(id) => builder.input(id),
            Origin::Funder(_) | Origin::Phase => continue,
        };
        let size = builder.terms.last().map_or(0.0, |term| term.value);
        value += if addend.less { -size } else { size };
        if addend.less { &mut taken } else { &mut added }.push(term);
    }
    let added = if added.is_empty() { Expression::Zero } else { Expression::Sum(added) };
    let expression = if taken.is_empty() {
        added
    } else {
        Expression::Difference([added].into_iter().chain(taken).collect())
    };
    let ExplanationBuilder { terms, notes, .. } = builder;
    // Never minus zero.
    Explanation { figure: None, value: Some(value + 0.0), unit: ValueUnit::Euro, terms, expression, notes }
}
