//! An expression as one line of text, with names or with numbers in it.

use crate::explain::Expression;

/// What stands in the line in place of terms and fixed values.
pub struct Words<'a> {
    /// The term at this place.
    pub term: &'a dyn Fn(usize) -> String,
    /// All of something.
    pub whole: &'a str,
    /// Nothing.
    pub nothing: &'a str,
    /// Said behind what is never below nothing.
    pub floor: &'a str,
}

/// How tightly an operation holds what it joins.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Hold {
    Sum,
    Product,
    One,
}

/// Writes an expression out; empty where it is no sum of any kind.
pub fn write(expression: &Expression, words: &Words) -> String {
    let mut line = String::new();
    put(&mut line, expression, words, Hold::Sum);
    line
}

fn put(line: &mut String, expression: &Expression, words: &Words, around: Hold) {
    let (own, parts, sign): (Hold, &[Expression], &str) = match expression {
        Expression::Term(place) => return line.push_str(&(words.term)(*place)),
        Expression::Nothing => return line.push_str(words.nothing),
        Expression::Whole => return line.push_str(words.whole),
        Expression::FirstToStay(_) => return,
        Expression::AtLeastNothing(inside) => {
            put(line, inside, words, Hold::Sum);
            return line.push_str(words.floor);
        }
        Expression::Power(inside, times) => {
            put(line, inside, words, Hold::One);
            return superscript(line, *times);
        }
        Expression::Sum(parts) => (Hold::Sum, parts, " + "),
        Expression::Less(parts) => (Hold::Sum, parts, " − "),
        Expression::Times(parts) => (Hold::Product, parts, " × "),
        Expression::Over(parts) => (Hold::Product, parts.as_slice(), " ÷ "),
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
            Expression::Sum(_) => Hold::Sum,
            Expression::Less(_) if place == 0 => Hold::Sum,
            Expression::Less(_) | Expression::Times(_) => Hold::Product,
            _ if place == 0 => Hold::Product,
            _ => Hold::One,
        };
        put(line, part, words, if alone { around } else { inside });
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
    use Expression::{AtLeastNothing, Less, Over, Power, Sum, Term, Times, Whole};

    #[test]
    fn brackets_stand_where_they_are_needed() {
        let term = |place: usize| ["a", "b", "c"][place].to_owned();
        let words = Words { term: &term, whole: "100%", nothing: "0", floor: ", minstens 0" };
        let (a, b, c) = (|| Term(0), || Term(1), || Term(2));
        for (expression, expected) in [
            (Times(vec![a(), Less(vec![Whole, b()]), c()]), "a × (100% − b) × c"),
            (Less(vec![Sum(vec![a(), b()]), c()]), "a + b − c"),
            (Sum(vec![Times(vec![a(), b()]), c()]), "a × b + c"),
            (Over(Box::new([Whole, Power(Box::new(Sum(vec![Whole, b()])), 12)])), "100% ÷ (100% + b)¹²"),
            (Over(Box::new([a(), Times(vec![b(), c()])])), "a ÷ (b × c)"),
            (Times(vec![Sum(vec![a()]), b()]), "a × b"),
            (AtLeastNothing(Box::new(a())), "a, minstens 0"),
        ] {
            assert_eq!(write(&expression, &words), expected);
        }
    }
}
