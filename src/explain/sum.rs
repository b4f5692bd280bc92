//! A sum of figures that is no figure of the outcome itself: what a picture
//! puts together, and what a row of a table comes to.

use crate::explain::{Explanation, Expression, FigureId, Making, Measure, Origin};
use crate::model::{General, InputId, Inputs, Outcome};

/// Something that is added up, or taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// What it is.
    pub origin: Origin,
    /// Whether it is taken off.
    pub less: bool,
}

impl Member {
    /// A figure that is added.
    pub fn plus(figure: FigureId) -> Member {
        Member { origin: Origin::Figure(figure), less: false }
    }

    /// A figure that is taken off.
    pub fn less(figure: FigureId) -> Member {
        Member { origin: Origin::Figure(figure), less: true }
    }

    /// What was entered, added or taken off.
    pub fn entered(id: InputId, less: bool) -> Member {
        Member { origin: Origin::Input(id), less }
    }
}

/// Explains what a figure is for each visitor, where the outcome does not have
/// that by itself.
pub fn for_each_visitor(figure: FigureId, inputs: &Inputs, outcome: &Outcome) -> Option<Explanation> {
    let value = figure.value(outcome)?? / inputs.general(General::Bezoekers);
    let mut making = Making { inputs, outcome, terms: Vec::new(), notes: Vec::new() };
    let expression = making.per_visitor(figure);
    let Making { terms, notes, .. } = making;
    Some(Explanation {
        figure: None,
        value: Some(value),
        measure: figure.measure(),
        terms,
        expression,
        notes,
    })
}

/// Explains what these amounts come to together.
pub fn sum(members: &[Member], inputs: &Inputs, outcome: &Outcome) -> Explanation {
    let mut making = Making { inputs, outcome, terms: Vec::new(), notes: Vec::new() };
    let (mut added, mut taken) = (Vec::new(), Vec::new());
    let mut value = 0.0;
    for member in members {
        let term = match member.origin {
            Origin::Figure(figure) => making.figure(figure),
            Origin::Input(id) => making.input(id),
            Origin::Funder(_) => continue,
        };
        let size = making.terms.last().map_or(0.0, |term| term.value);
        value += if member.less { -size } else { size };
        if member.less { &mut taken } else { &mut added }.push(term);
    }
    let added = if added.is_empty() { Expression::Nothing } else { Expression::Sum(added) };
    let expression =
        if taken.is_empty() { added } else { Expression::Less([added].into_iter().chain(taken).collect()) };
    let Making { terms, notes, .. } = making;
    // Never minus zero.
    Explanation { figure: None, value: Some(value + 0.0), measure: Measure::Euro, terms, expression, notes }
}
