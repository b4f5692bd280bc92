//! Writes an expression as one line of text, with names or numbers for its terms.

use crate::explain::Expression;

/// The texts for the terms and the constants of a formula.
pub struct FormulaWords<'a> {
    /// Gives the text of the term with this index.
    pub term: &'a dyn Fn(usize) -> String,
    /// Text for 100%.
    pub whole: &'a str,
    /// Text for zero.
    pub zero: &'a str,
    /// Text after an amount that is at least zero.
    pub floor: &'a str,
    /// Text behind a formula whose result is at most 100%.
    pub ceiling: &'a str,
    /// Writes a number that the model fixes.
    pub constant: &'a dyn Fn(f64) -> String,
}

/// Precedence of an operation, the weakest first.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Precedence {
    Sum,
    Product,
    Power,
}

/// Writes an expression without conditionals ([`Expression::resolved`]); empty for
/// [`Expression::FirstStayingNonNegative`], which is no formula.
pub fn write(expression: &Expression, words: &FormulaWords) -> String {
    let mut line = String::new();
    write_expression(&mut line, expression, words, Precedence::Sum);
    line
}

/// Writes an expression, in brackets where it binds weaker than the operation `outer` of
/// which it is an operand.
fn write_expression(line: &mut String, expression: &Expression, words: &FormulaWords, outer: Precedence) {
    let (own, operands, sign): (Precedence, &[Expression], &str) = match expression {
        Expression::Term(index) => return line.push_str(&(words.term)(*index)),
        Expression::Zero => return line.push_str(words.zero),
        Expression::Whole => return line.push_str(words.whole),
        Expression::Constant(value) => return line.push_str(&(words.constant)(*value)),
        Expression::FirstStayingNonNegative(_) | Expression::NoFigure | Expression::If { .. } => return,
        Expression::AtMostWhole(inside) => {
            write_expression(line, inside, words, Precedence::Sum);
            return line.push_str(words.ceiling);
        }
        Expression::AtLeastZero(inside) => {
            write_expression(line, inside, words, Precedence::Sum);
            return line.push_str(words.floor);
        }
        Expression::Power(inside, exponent) => {
            write_expression(line, inside, words, Precedence::Power);
            return superscript(line, *exponent);
        }
        Expression::Sum(operands) => (Precedence::Sum, operands, " + "),
        Expression::Difference(operands) => (Precedence::Sum, operands, " − "),
        Expression::Product(operands) => (Precedence::Product, operands, " × "),
        Expression::Quotient(operands) => (Precedence::Product, operands.as_slice(), " ÷ "),
    };
    let is_single = operands.len() == 1;
    let brackets = own < outer && !is_single;
    if brackets {
        line.push('(');
    }
    for (index, operand) in operands.iter().enumerate() {
        if index > 0 {
            line.push_str(sign);
        }
        // A sum that is subtracted, and anything that is divided by, needs brackets; a sum
        // from which others are subtracted does not.
        let inside = match expression {
            Expression::Sum(_) => Precedence::Sum,
            Expression::Difference(_) if index == 0 => Precedence::Sum,
            Expression::Difference(_) | Expression::Product(_) => Precedence::Product,
            _ if index == 0 => Precedence::Product,
            _ => Precedence::Power,
        };
        write_expression(line, operand, words, if is_single { outer } else { inside });
    }
    if brackets {
        line.push(')');
    }
}

/// Writes a number in superscript digits.
fn superscript(line: &mut String, number: u32) {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    if number >= 10 {
        superscript(line, number / 10);
    }
    line.push(DIGITS[(number % 10) as usize]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use Expression::{
        AtLeastZero, AtMostWhole, Constant, Difference, Power, Product, Quotient, Sum, Term, Whole,
    };

    #[test]
    fn brackets_are_written_only_where_they_are_needed() {
        let term = |index: usize| ["a", "b", "c"][index].to_owned();
        let constant = |value: f64| value.to_string();
        let words = FormulaWords {
            term: &term,
            whole: "100%",
            zero: "0",
            floor: ", minstens 0",
            ceiling: ", hoogstens 100%",
            constant: &constant,
        };
        let (a, b, c) = (|| Term(0), || Term(1), || Term(2));
        for (expression, expected) in [
            (Product(vec![a(), Difference(vec![Whole, b()]), c()]), "a × (100% − b) × c"),
            (Difference(vec![Sum(vec![a(), b()]), c()]), "a + b − c"),
            (Sum(vec![Product(vec![a(), b()]), c()]), "a × b + c"),
            (Quotient(Box::new([Whole, Power(Box::new(Sum(vec![Whole, b()])), 12)])), "100% ÷ (100% + b)¹²"),
            (Quotient(Box::new([a(), Product(vec![b(), c()])])), "a ÷ (b × c)"),
            (Product(vec![Sum(vec![a()]), b()]), "a × b"),
            (AtLeastZero(Box::new(a())), "a, minstens 0"),
            (AtMostWhole(Box::new(Sum(vec![a(), Constant(7.0)]))), "a + 7, hoogstens 100%"),
        ] {
            assert_eq!(write(&expression, &words), expected);
        }
    }
}
