//! Numbers in Dutch notation, read and written.

use super::*;
use proptest::prelude::*;

fn read(text: &str) -> Option<(f64, bool)> {
    DUTCH.parse(text, Style::Plain).ok().map(|parsed| (parsed.value, parsed.other_notation))
}

fn if_grouped(text: &str) -> Option<f64> {
    DUTCH.parse(text, Style::Plain).unwrap().if_grouped
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
        ("36.500", 36_500.0),
        ("36'500", 36_500.0),
        ("36’500,5", 36_500.5),
        ("36\u{2009}500", 36_500.0),
        ("36\u{3000}500", 36_500.0),
        ("\u{feff}36.\u{200b}500\u{200e}", 36_500.0),
        ("0,125", 0.125),
        ("1.234,567", 1_234.567),
        ("1234,567", 1_234.567),
        ("1 234,567", 1_234.567),
        ("1,2500", 1.25),
    ];
    for (text, value) in table {
        assert_eq!(read(text), Some((value, false)), "{text}");
        assert_eq!(if_grouped(text), None, "{text}");
    }
}

/// As English tables and spreadsheets write amounts.
#[test]
fn a_comma_before_three_digits_may_separate_thousands() {
    for (text, value, grouped) in [
        ("36,500", 36.5, 36_500.0),
        ("€ 36,500", 36.5, 36_500.0),
        ("-1,250", -1.25, -1_250.0),
        ("1,000", 1.0, 1_000.0),
        ("999,999", 999.999, 999_999.0),
    ] {
        assert_eq!((read(text), if_grouped(text)), (Some((value, false)), Some(grouped)), "{text}");
    }
    let percentage = DUTCH.parse("12,500%", Style::Percent).unwrap();
    assert_eq!((percentage.value, percentage.if_grouped), (0.125, Some(125.0)));
}

#[test]
fn a_typed_value_is_read_in_one_way() {
    for (value, style, text) in [
        (36_500.0, Style::Plain, "36500"),
        (36.5, Style::Plain, "36,5"),
        (1.234, Style::Plain, "1,2340"),
        (-1_234.567, Style::Plain, "-1234,567"),
        (0.125, Style::Plain, "0,125"),
        (0.01234, Style::Percent, "1,2340"),
    ] {
        assert_eq!(DUTCH.typed(value, style), text);
        let back = DUTCH.parse(text, style).unwrap();
        assert_eq!(back, Parsed { value, other_notation: false, if_grouped: None }, "{text}");
    }
}

#[test]
fn a_number_with_the_separators_of_another_notation_is_read_and_reported() {
    let table = [
        ("1.5", 1.5),
        ("3.75", 3.75),
        ("0.234", 0.234),
        ("12.3456", 12.3456),
        (".5", 0.5),
        ("36.5", 36.5),
        ("1,000,000", 1_000_000.0),
        ("€ 1,234.56", 1_234.56),
        ("-36,500.00", -36_500.0),
        ("1 234.567", 1_234.567),
    ];
    for (text, value) in table {
        assert_eq!(read(text), Some((value, true)), "{text}");
    }
}

#[test]
fn other_texts_are_refused() {
    let refused = [
        "",
        " ",
        "-",
        "€",
        "inf",
        "NaN",
        "1e5",
        "1E3",
        "0x10",
        "1.2.3",
        "1,2,3",
        "1.234.5",
        "1,23,456",
        "1 2",
        "5%",
        "--5",
        "-€ -5",
        "5-",
        "vijf",
        "1/2",
        "٣",
        "1_000",
        "3,-5",
        "1 .234",
        "60k",
        "½",
        "10 %",
        "36'50",
        "1.234 567",
        "1'234.567'8",
        "１２",
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
    assert_eq!(
        [46.5, 35.76, 21.0, 0.999].map(|value| DUTCH.euro_with_cents(value)),
        ["€\u{a0}46,50", "€\u{a0}35,76", "€\u{a0}21", "€\u{a0}1"]
    );
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
            prop_assert!(!back.other_notation, "{}", shown);
            let typed = DUTCH.parse(&DUTCH.typed(value, style), style).unwrap();
            prop_assert_eq!(typed, Parsed { value, other_notation: false, if_grouped: None });
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

/// By hand: 0.4 and 0.4 are shown as 0 and 0, their sum as 1; 1.6 and 1.6 as 2 and 2, their sum
/// as 3.
#[test]
fn rounded_parts_may_differ_from_their_rounded_sum() {
    assert_eq!(rounding_difference(&[0.4, 0.4], 0.8), 1.0);
    assert_eq!(rounding_difference(&[1.6, 1.6], 3.2), 1.0);
    assert_eq!(rounding_difference(&[-0.4, -0.4, -0.4, -0.4], -1.6), 2.0);
    assert_eq!([rounding_difference(&[10.0, -3.0], 7.0), rounding_difference(&[], 0.0)], [0.0, 0.0]);
}
