//! Explains values that are not figures of the outcome themselves: sums of figures, such as
//! the totals of charts and of table rows, and figures per visitor.

use crate::explain::{Explanation, ExplanationBuilder, Expression, FigureId, Origin, ValueUnit};
use crate::model::{General, InputId, Inputs, Outcome};

/// Term of a sum, added or subtracted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Addend {
    /// Origin of the term.
    pub origin: Origin,
    /// Whether the term is subtracted rather than added.
    pub is_subtracted: bool,
}

impl Addend {
    /// Makes a figure that is added.
    pub fn plus(figure: FigureId) -> Addend {
        Addend { origin: Origin::Figure(figure), is_subtracted: false }
    }

    /// Makes a figure that is subtracted.
    pub fn minus(figure: FigureId) -> Addend {
        Addend { origin: Origin::Figure(figure), is_subtracted: true }
    }

    /// Makes an input that is added.
    pub fn plus_input(id: InputId) -> Addend {
        Addend { origin: Origin::Input(id), is_subtracted: false }
    }

    /// Makes an input that is subtracted.
    pub fn minus_input(id: InputId) -> Addend {
        Addend { origin: Origin::Input(id), is_subtracted: true }
    }
}

/// Explains a figure divided by the number of visitors, where that is not a figure of the
/// outcome; `None` where the figure has no value.
pub fn explain_per_visitor(figure: FigureId, inputs: &Inputs, outcome: &Outcome) -> Option<Explanation> {
    let value = figure.value(outcome)?? / inputs.general(General::Bezoekers);
    let mut builder = ExplanationBuilder { inputs, outcome, terms: Vec::new(), notes: Vec::new() };
    let expression = builder.per_visitor(figure);
    let ExplanationBuilder { terms, notes, .. } = builder;
    Some(Explanation { figure: None, value: Some(value), unit: figure.unit(), terms, expression, notes })
}

/// Explains the sum of these amounts. Payments of funders cannot be terms, and are skipped.
pub fn sum(addends: &[Addend], inputs: &Inputs, outcome: &Outcome) -> Explanation {
    let mut builder = ExplanationBuilder { inputs, outcome, terms: Vec::new(), notes: Vec::new() };
    let (mut added, mut subtracted) = (Vec::new(), Vec::new());
    let mut value = 0.0;
    for addend in addends {
        let term = match addend.origin {
            Origin::Figure(figure) => builder.figure(figure),
            Origin::Input(id) => builder.input(id),
            Origin::Funder(_) | Origin::Phase => continue,
        };
        let amount = builder.terms.last().map_or(0.0, |term| term.value);
        value += if addend.is_subtracted { -amount } else { amount };
        if addend.is_subtracted { &mut subtracted } else { &mut added }.push(term);
    }
    let added = if added.is_empty() { Expression::Zero } else { Expression::Sum(added) };
    let expression = if subtracted.is_empty() {
        added
    } else {
        Expression::Difference([added].into_iter().chain(subtracted).collect())
    };
    let ExplanationBuilder { terms, notes, .. } = builder;
    // Adding zero turns minus zero into zero.
    Explanation { figure: None, value: Some(value + 0.0), unit: ValueUnit::Euro, terms, expression, notes }
}
