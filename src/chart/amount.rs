//! Amounts in euros, written short enough for a chart.

use crate::number::Notation;
use crate::text::charts::ChartText;

/// Writes an amount for a chart: in whole euros below ten million, and otherwise
/// in three digits with a word, such as '€ 12,3 mln' (see `scaled` for larger ones).
pub fn euro(value: f64, notation: Notation, words: &ChartText) -> String {
    if value.abs().round() < 1e7 { notation.euro(value) } else { scaled(value, notation, words) }
}

/// Writes a change of an amount: with a plus sign where it is positive.
pub fn change(value: f64, notation: Notation, words: &ChartText) -> String {
    let text = euro(value, notation, words);
    if value.round() > 0.0 { text.replacen('\u{a0}', "\u{a0}+", 1) } else { text }
}

/// Writes an amount for a tick of an axis: as digits with a word from a million on,
/// and with decimals below ten euros.
pub fn tick(value: f64, notation: Notation, words: &ChartText) -> String {
    match value.abs() {
        size if size < 10.0 => format!("€\u{a0}{}", notation.number(value, 2)),
        size if size < 1e6 => notation.euro(value),
        _ => scaled(value, notation, words),
    }
}

/// Writes an amount rounded to three digits, with a word for its order of magnitude. With
/// the words for 10⁹ and 10¹⁸ the number can have more digits.
fn scaled(value: f64, notation: Notation, words: &ChartText) -> String {
    let size = value.abs();
    // Each word is used for amounts below the limit. 'Mld' (milliard, 10⁹) is used up to
    // 10,000 of them, because few people know the word 'biljoen' (10¹²).
    let [miljoen, miljard, biljoen, biljard, triljoen] = words.large;
    let (unit, word) = match size {
        _ if size < 9.995e8 => (1e6, miljoen),
        _ if size < 1e13 => (1e9, miljard),
        _ if size < 9.995e14 => (1e12, biljoen),
        _ if size < 9.995e17 => (1e15, biljard),
        _ => (1e18, triljoen),
    };
    let short = value / unit;
    let decimals = match short.abs() {
        size if size < 9.995 => 2,
        size if size < 99.95 => 1,
        _ => 0,
    };
    format!("€\u{a0}{}\u{a0}{word}", notation.number(short, decimals))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::catalogue;

    #[test]
    fn large_amounts_get_a_word() {
        let text = catalogue();
        for (value, expected) in [
            (300_000.0, "€ 300.000"),
            (-146_000.4, "€ −146.000"),
            (1_234_567.0, "€ 1.234.567"),
            (12_345_678.0, "€ 12,3 mln"),
            (999_700_000.0, "€ 1 mld"),
            (3.4e9, "€ 3,4 mld"),
            (1.2e12, "€ 1.200 mld"),
            (-1e18, "€ −1 triljoen"),
            (-6e17, "€ −600 biljard"),
            (4.56e13, "€ 45,6 biljoen"),
            (0.0, "€ 0"),
        ] {
            assert_eq!(euro(value, text.notation, text.charts).replace('\u{a0}', " "), expected);
        }
        assert_eq!(change(12_500.0, text.notation, text.charts), "€\u{a0}+12.500");
        assert_eq!(tick(2.5, text.notation, text.charts), "€\u{a0}2,5");
    }
}
