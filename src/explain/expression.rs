//! The expression of a figure: operations on its terms.
//!
//! # Design
//! Each choice between two formulas of a figure (by harm, the phase, the bijstand
//! budget, or because the figure does not exist) is in the expression as a
//! conditional. So a workbook that is written from it stays right when an input
//! changes. A page shows the formula that holds now: [`Expression::resolved`].

use crate::explain::Term;

/// Formula of a figure: operations on its terms.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// The term with this index.
    Term(usize),
    /// The amount zero.
    Zero,
    /// The constant 1 (100%).
    Whole,
    /// A number that the model fixes, such as a limit of a rule.
    Constant(f64),
    /// No figure: it does not exist in this scenario.
    NoFigure,
    /// Sum of all operands.
    Sum(Vec<Expression>),
    /// The first operand less each of the others.
    Difference(Vec<Expression>),
    /// Product of all operands.
    Product(Vec<Expression>),
    /// The first operand divided by the second.
    Quotient(Box<[Expression; 2]>),
    /// Power with a whole exponent.
    Power(Box<Expression>, u32),
    /// This value, or zero where it is negative.
    AtLeastZero(Box<Expression>),
    /// This value, or 1 (100%) where it is larger.
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
    /// Number, counted from 1, of the first value that is at least zero and is followed by
    /// such values only: 4 for −3, 1, −1, 0, 2.
    FirstStayingNonNegative(Vec<Expression>),
}

/// Condition on one term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The term with this index is above zero.
    Positive(usize),
    /// The term with this index is below zero.
    Negative(usize),
}

impl Condition {
    /// Returns whether the condition holds for these terms.
    pub fn holds(self, terms: &[Term]) -> bool {
        let value = |index: usize| terms.get(index).map_or(0.0, |term| term.value);
        match self {
            Condition::Positive(index) => value(index) > 0.0,
            Condition::Negative(index) => value(index) < 0.0,
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
        let all = |operands: &[Expression]| operands.iter().map(|operand| operand.resolved(terms)).collect();
        let boxed = |operands: &Expression| Box::new(operands.resolved(terms));
        match self {
            Expression::If { condition, holds, otherwise } => {
                if condition.holds(terms) {
                    holds.resolved(terms)
                } else {
                    otherwise.resolved(terms)
                }
            }
            Expression::Sum(operands) => Expression::Sum(all(operands)),
            Expression::Difference(operands) => Expression::Difference(all(operands)),
            Expression::Product(operands) => {
                let mut factors: Vec<Expression> = all(operands);
                factors.retain(|factor| *factor != Expression::Whole);
                match factors.len() {
                    0 => Expression::Whole,
                    1 => factors.swap_remove(0),
                    _ => Expression::Product(factors),
                }
            }
            Expression::Quotient(operands) => {
                Expression::Quotient(Box::new([operands[0].resolved(terms), operands[1].resolved(terms)]))
            }
            Expression::Power(base, exponent) => Expression::Power(boxed(base), *exponent),
            Expression::AtLeastZero(operands) => Expression::AtLeastZero(boxed(operands)),
            Expression::AtMostWhole(operands) => Expression::AtMostWhole(boxed(operands)),
            Expression::FirstStayingNonNegative(operands) => {
                Expression::FirstStayingNonNegative(all(operands))
            }
            Expression::Term(_)
            | Expression::Zero
            | Expression::Whole
            | Expression::Constant(_)
            | Expression::NoFigure => self.clone(),
        }
    }

    /// Adds the indices of the terms in the expression to a list, each once.
    pub fn collect_terms(&self, found: &mut Vec<usize>) {
        match self {
            Expression::Term(index) => {
                if !found.contains(index) {
                    found.push(*index);
                }
            }
            Expression::Zero | Expression::Whole | Expression::Constant(_) | Expression::NoFigure => {}
            Expression::Sum(operands)
            | Expression::Difference(operands)
            | Expression::Product(operands)
            | Expression::FirstStayingNonNegative(operands) => {
                operands.iter().for_each(|one| one.collect_terms(found));
            }
            Expression::Quotient(operands) => operands.iter().for_each(|one| one.collect_terms(found)),
            Expression::Power(operands, _)
            | Expression::AtLeastZero(operands)
            | Expression::AtMostWhole(operands) => operands.collect_terms(found),
            Expression::If { condition, holds, otherwise } => {
                let (Condition::Positive(index) | Condition::Negative(index)) = *condition;
                Expression::Term(index).collect_terms(found);
                holds.collect_terms(found);
                otherwise.collect_terms(found);
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
        product.collect_terms(&mut found);
        assert_eq!(found, [0, 1]);
    }
}
