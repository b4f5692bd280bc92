//! An expression as one line of text, with names or with numbers in it.

use crate::explain::Expression;

/// Words for the terms and the fixed values of a formula.
pub struct FormulaWords<'a> {
    /// The term at this place.
    pub term: &'a dyn Fn(usize) -> String,
    /// Word for 100%.
    pub whole: &'a str,
    /// Word for zero.
    pub nothing: &'a str,
    /// Words behind an amount that is never below zero.
    pub floor: &'a str,
    /// Words behind a share that is never above 100%.
    pub ceiling: &'a str,
    /// Writes a number that the model fixes.
    pub constant: &'a dyn Fn(f64) -> String,
}

/// Precedence of an operation, the weakest first.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Precedence {
    Sum,
    Product,
    One,
}

/// Writes an expression without conditionals ([`Expression::resolved`]); empty
/// where it is no sum of any kind.
pub fn write(expression: &Expression, words: &FormulaWords) -> String {
    let mut line = String::new();
    write_expression(&mut line, expression, words, Precedence::Sum);
    line
}

fn write_expression(line: &mut String, expression: &Expression, words: &FormulaWords, around: Precedence) {
    let (own, parts, sign): (Precedence, &[Expression], &str) = match expression {
        Expression::Term(place) => return line.push_str(&(words.term)(*place)),
        Expression::Zero => return line.push_str(words.nothing),
        Expression::Whole => return line.push_str(words.whole),
        Expression::Constant(value) => return line.push_str(&(words.constant)(*value)),
        Expression::FirstNonNegativeFromHereOn(_) | Expression::NoFigure | Expression::If { .. } => return,
        Expression::AtMostWhole(inside) => {
            write_expression(line, inside, words, Precedence::Sum);
            return line.push_str(words.ceiling);
        }
        Expression::AtLeastZero(inside) => {
            write_expression(line, inside, words, Precedence::Sum);
            return line.push_str(words.floor);
        }
        Expression::Power(inside, times) => {
            write_expression(line, inside, words, Precedence::One);
            return superscript(line, *times);
        }
        Expression::Sum(parts) => (Precedence::Sum, parts, " + "),
        Expression::Difference(parts) => (Precedence::Sum, parts, " − "),
        Expression::Product(parts) => (Precedence::Product, parts, " × "),
        Expression::Quotient(parts) => (Precedence::Product, parts.as_slice(), " ÷ "),
    };
    let alone = parts.len() == 1;
    let brackets = own < around && !alone;
    if brackets {
        line.push('(');
    }
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            line.push_str(sign);
        }
        // What is taken off or divided by must hold together by itself; a sum
        // that others are taken off needs no brackets.
        let inside = match expression {
            Expression::Sum(_) => Precedence::Sum,
            Expression::Difference(_) if place == 0 => Precedence::Sum,
            Expression::Difference(_) | Expression::Product(_) => Precedence::Product,
            _ if place == 0 => Precedence::Product,
            _ => Precedence::One,
        };
        write_expression(line, part, words, if alone { around } else { inside });
    }
    if brackets {
        line.push(')');
    }
}

/// A small number, raised.
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
    fn brackets_stand_where_they_are_needed() {
        let term = |place: usize| ["a", "b", "c"][place].to_owned();
        let constant = |value: f64| value.to_string();
        let words = FormulaWords {
            term: &term,
            whole: "100%",
            nothing: "0",
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
