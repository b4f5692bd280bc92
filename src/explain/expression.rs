//! The expression of a figure: which operations on which terms give it.
//!
//! # Design
//! Whatever decides between two ways to a figure (harm, the phase, the bijstand
//! budget, a figure that does not exist) stands in the expression as a
//! conditional, so that a workbook can be written from it that stays right when
//! an input changes. A page shows the way that holds now: [`Expression::resolved`].

use crate::explain::Term;

/// Operation on the terms.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// The term at this position.
    Term(usize),
    /// The amount zero.
    Zero,
    /// The constant 1 (100%).
    Whole,
    /// A number that the model fixes, such as a limit of a rule.
    Constant(f64),
    /// No figure: it does not exist in this scenario.
    NoFigure,
    /// Sum of all of these.
    Sum(Vec<Expression>),
    /// The first, less each of the others.
    Difference(Vec<Expression>),
    /// Product of all of these.
    Product(Vec<Expression>),
    /// The first divided by the second.
    Quotient(Box<[Expression; 2]>),
    /// Power with a whole exponent.
    Power(Box<Expression>, u32),
    /// The larger of this value and zero.
    AtLeastZero(Box<Expression>),
    /// The smaller of this value and 1 (100%).
    AtMostWhole(Box<Expression>),
    /// One of two expressions, by a condition.
    If {
        /// Condition that decides.
        condition: Condition,
        /// Expression where the condition holds.
        holds: Box<Expression>,
        /// Expression where it does not.
        otherwise: Box<Expression>,
    },
    /// Position (counted from 1) of the first value from which it and all later
    /// values are at least zero.
    FirstNonNegativeFromHereOn(Vec<Expression>),
}

/// Condition on one term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The term at this position is above zero.
    Positive(usize),
    /// The term at this position is below zero.
    Negative(usize),
}

impl Condition {
    /// Returns whether the condition holds for these terms.
    pub fn holds(self, terms: &[Term]) -> bool {
        let value = |place: usize| terms.get(place).map_or(0.0, |term| term.value);
        match self {
            Condition::Positive(place) => value(place) > 0.0,
            Condition::Negative(place) => value(place) < 0.0,
        }
    }
}

impl Expression {
    /// Returns the expression if a condition holds, and another one if it does not.
    pub fn choose(condition: Condition, holds: Expression, otherwise: Expression) -> Expression {
        Expression::If { condition, holds: Box::new(holds), otherwise: Box::new(otherwise) }
    }

    /// Returns the expression without conditionals, as it holds for these terms;
    /// factors that are 1 are left out.
    pub fn resolved(&self, terms: &[Term]) -> Expression {
        let all = |inside: &[Expression]| inside.iter().map(|one| one.resolved(terms)).collect();
        let boxed = |inside: &Expression| Box::new(inside.resolved(terms));
        match self {
            Expression::If { condition, holds, otherwise } => {
                if condition.holds(terms) {
                    holds.resolved(terms)
                } else {
                    otherwise.resolved(terms)
                }
            }
            Expression::Sum(inside) => Expression::Sum(all(inside)),
            Expression::Difference(inside) => Expression::Difference(all(inside)),
            Expression::Product(inside) => {
                let mut factors: Vec<Expression> = all(inside);
                factors.retain(|factor| *factor != Expression::Whole);
                match factors.len() {
                    0 => Expression::Whole,
                    1 => factors.swap_remove(0),
                    _ => Expression::Product(factors),
                }
            }
            Expression::Quotient(inside) => {
                Expression::Quotient(Box::new([inside[0].resolved(terms), inside[1].resolved(terms)]))
            }
            Expression::Power(inside, times) => Expression::Power(boxed(inside), *times),
            Expression::AtLeastZero(inside) => Expression::AtLeastZero(boxed(inside)),
            Expression::AtMostWhole(inside) => Expression::AtMostWhole(boxed(inside)),
            Expression::FirstNonNegativeFromHereOn(inside) => {
                Expression::FirstNonNegativeFromHereOn(all(inside))
            }
            Expression::Term(_)
            | Expression::Zero
            | Expression::Whole
            | Expression::Constant(_)
            | Expression::NoFigure => self.clone(),
        }
    }

    /// Adds the positions of the terms in the expression to a list, each once.
    pub fn add_terms(&self, found: &mut Vec<usize>) {
        match self {
            Expression::Term(place) => {
                if !found.contains(place) {
                    found.push(*place);
                }
            }
            Expression::Zero | Expression::Whole | Expression::Constant(_) | Expression::NoFigure => {}
            Expression::Sum(inside)
            | Expression::Difference(inside)
            | Expression::Product(inside)
            | Expression::FirstNonNegativeFromHereOn(inside) => {
                inside.iter().for_each(|one| one.add_terms(found));
            }
            Expression::Quotient(inside) => inside.iter().for_each(|one| one.add_terms(found)),
            Expression::Power(inside, _)
            | Expression::AtLeastZero(inside)
            | Expression::AtMostWhole(inside) => inside.add_terms(found),
            Expression::If { condition, holds, otherwise } => {
                let (Condition::Positive(place) | Condition::Negative(place)) = *condition;
                Expression::Term(place).add_terms(found);
                holds.add_terms(found);
                otherwise.add_terms(found);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::{Origin, ValueUnit};
    use crate::model::{General, InputId};

    #[test]
    fn the_branch_that_holds_is_shown() {
        let term = |value| Term {
            value,
            unit: ValueUnit::Number,
            origin: Origin::Input(InputId::General(General::Fte)),
        };
        let half = || Expression::Product(vec![Expression::Term(0), Expression::Term(1)]);
        let expression = Expression::choose(Condition::Negative(0), Expression::Term(0), half());
        assert_eq!(expression.resolved(&[term(-3.0), term(0.5)]), Expression::Term(0));
        assert_eq!(expression.resolved(&[term(3.0), term(0.5)]), half());
        let whole = Expression::choose(Condition::Positive(1), Expression::Term(1), Expression::Whole);
        let product = Expression::Product(vec![Expression::Term(0), whole]);
        assert_eq!(product.resolved(&[term(3.0), term(0.0)]), Expression::Term(0));
        let mut found = Vec::new();
        product.add_terms(&mut found);
        assert_eq!(found, [0, 1]);
    }
}
