//! Numbers in Dutch notation, read and written.

use super::*;
use proptest::prelude::*;

fn read(text: &str) -> Option<(f64, bool)> {
    DUTCH.parse(text, Style::Plain).ok().map(|parsed| (parsed.value, parsed.read_as_decimal))
}

#[test]
fn numbers_and_amounts_are_read() {
    let table = [
        ("500", 500.0),
        ("1.234,56", 1234.56),
        ("€ 1.234", 1234.0),
        ("€\u{a0}1.234", 1234.0),
        ("€\u{202f}1\u{202f}234,5", 1234.5),
        (" 1 234 567 ", 1_234_567.0),
        ("-5", -5.0),
        ("€ −146.000", -146_000.0),
        ("−€ 146.000", -146_000.0),
        ("300.000,-", 300_000.0),
        ("12,", 12.0),
        (",5", 0.5),
        ("0,07", 0.07),
        ("+3,75", 3.75),
        ("007", 7.0),
    ];
    for (text, value) in table {
        assert_eq!(read(text), Some((value, false)), "{text}");
    }
}

#[test]
fn a_point_that_cannot_group_is_read_as_a_comma_and_reported() {
    for (text, value) in [("1.5", 1.5), ("3.75", 3.75), ("0.234", 0.234), ("12.3456", 12.3456), (".5", 0.5)] {
        assert_eq!(read(text), Some((value, true)), "{text}");
    }
}

#[test]
fn other_texts_are_refused() {
    let refused = [
        "", " ", "-", "€", "inf", "NaN", "1e5", "1E3", "0x10", "1.2.3", "1,2,3", "1.234.5", "1,234.56",
        "1 2", "5%", "--5", "-€ -5", "5-", "vijf", "1/2", "٣", "1_000", "3,-5", "1 .234",
    ];
    for text in refused {
        assert_eq!(read(text), None, "{text:?}");
    }
}

#[test]
fn percentages_are_exact_both_ways() {
    let parse = |text| DUTCH.parse(text, Style::Percent).unwrap().value;
    assert_eq!(parse("7"), 0.07);
    assert_eq!(parse("2,25 %"), 0.0225);
    for (value, text) in [(0.07, "7"), (0.0225, "2,25"), (1.0, "100"), (0.5, "50"), (-0.05, "-5"), (0.0, "0")]
    {
        assert_eq!(DUTCH.field(value, Style::Percent), text);
    }
}

#[test]
fn writes_with_true_minus_and_no_minus_zero() {
    assert_eq!(DUTCH.euro(300_000.0), "€\u{a0}300.000");
    assert_eq!(DUTCH.euro(-0.4), "€\u{a0}0");
    assert_eq!(DUTCH.number(-1234.567, 2), "−1.234,57");
    assert_eq!(DUTCH.number(2.5, 0), "3");
    assert_eq!(DUTCH.percent(154_000.0 / 300_000.0), "51%");
    assert_eq!(DUTCH.percent(0.008), "0,8%");
    assert_eq!(DUTCH.field(65_448.042_454_016_66, Style::Plain), "65.448,04");
    assert_eq!(DUTCH.field(2025.0, Style::Year), "2025");
    assert_eq!(DUTCH.field(-1_030.5, Style::Plain), "-1.030,5");
    assert_eq!(DUTCH.shown(-1_030.5, Style::Plain), "−1.030,5");
}

proptest! {
    #[test]
    fn reading_never_panics(text in "\\PC{0,40}") {
        let _ = DUTCH.parse(&text, Style::Plain);
        let _ = DUTCH.parse(&text, Style::Percent);
    }

    #[test]
    fn the_text_of_a_field_is_read_back(thousandths in -1_000_000_000_000_i64..1_000_000_000_000) {
        let value = thousandths as f64 / 1000.0;
        for style in [Style::Plain, Style::Percent] {
            let shown = DUTCH.field(value, style);
            let back = DUTCH.parse(&shown, style).unwrap();
            prop_assert_eq!(back.value, value, "{}", shown);
            prop_assert!(!back.read_as_decimal, "{}", shown);
        }
    }
}

/// 1.1 × 100 is 110.00000000000001 in doubles, and 0.1 + 0.2 is above 0.3.
#[test]
fn thresholds_are_rounded_up_but_not_by_the_error_of_doubles() {
    assert_eq!([round_up(1.1, 2), round_up(1.948, 2), round_up(2.0, 2)], [1.1, 1.95, 2.0]);
    assert_eq!([round_up(200_000.000_000_000_03, 0), round_up(200_000.4, 0)], [200_000.0, 200_001.0]);
    assert_eq!([round_up(0.1 + 0.2, 1), round_up(0.0, 0)], [0.3, 0.0]);
}
