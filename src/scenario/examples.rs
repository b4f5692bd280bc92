//! Examples of own lines, from which the user can start. Their values are our own
//! assumptions (docs/figures.md has no source for them), to be replaced by the user's
//! own; the page labels each value as an example until it is changed.
//!
//! Savings start as p.m.: they count only after the user chooses so.

use crate::model::inputs::{OwnCost, OwnLine, OwnSaving, OwnSide, SavingInputs};
use crate::model::{InputId, LineField, PriceLevel, SavingKind};

/// An example of an own line. Lines that are made from it have its id, from the second
/// on with a number, such as `scholing-2`.
pub struct Example {
    /// The name in files and links.
    pub id: &'static str,
    /// The kind of saving; `None` for a cost.
    kind: Option<SavingKind>,
    /// Fields that differ from the neutral value, amounts in prices of 2016.
    fields: &'static [(LineField, f64)],
}

/// List of all examples. Their texts are in the same order, in the feature `own_lines`.
pub static EXAMPLES: [Example; 3] = [
    Example {
        id: "huisuitzetting",
        kind: Some(SavingKind::Besparing),
        fields: &[
            (LineField::Aantal, 2.0),
            (LineField::Bedrag, 9_000.0),
            (LineField::Autonoom, 0.2),
            (LineField::Toerekening, 0.8),
            (LineField::Verzilverbaar, 0.5),
            (LineField::Gemeente, 0.3),
        ],
    },
    Example {
        id: "beschermd-wonen",
        kind: Some(SavingKind::Besparing),
        fields: &[
            (LineField::Aantal, 1.0),
            (LineField::Bedrag, 40_000.0),
            (LineField::Autonoom, 0.5),
            (LineField::Toerekening, 0.5),
            (LineField::Verzilverbaar, 0.5),
        ],
    },
    Example { id: "scholing", kind: None, fields: &[(LineField::Aantal, 10.0), (LineField::Bedrag, 250.0)] },
];

impl Example {
    /// Returns the value of a field, in these prices.
    pub fn get(&self, field: LineField, prices: impl Into<PriceLevel>) -> f64 {
        let found = self.fields.iter().find(|(other, _)| *other == field).map(|(_, value)| *value);
        let value = found.unwrap_or(InputId::Own(0, field).definition().default);
        if field == LineField::Bedrag { value * prices.into().factor() } else { value }
    }

    /// Makes an own line with the values of this example, in these prices.
    pub fn line(&self, id: String, label: String, unit: String, prices: impl Into<PriceLevel>) -> OwnLine {
        let prices = prices.into();
        let side = match self.kind {
            None => {
                let get = |field| self.get(field, prices);
                OwnSide::Cost(OwnCost { quantity: get(LineField::Aantal), amount: get(LineField::Bedrag) })
            }
            Some(kind) => {
                let inputs = SavingInputs::new(kind, false, |field| self.get(field, prices));
                OwnSide::Saving(OwnSaving { unit, inputs })
            }
        };
        OwnLine { id, label, side }
    }
}

/// Finds the example from which an own line was made, by the line's id; `None` where it
/// was made from none.
pub fn example_of(line: &OwnLine) -> Option<&'static Example> {
    EXAMPLES.iter().find(|example| match line.id.strip_prefix(example.id) {
        Some("") => true,
        Some(rest) => rest.strip_prefix('-').is_some_and(|n| n.bytes().all(|digit| digit.is_ascii_digit())),
        None => false,
    })
}

/// Returns whether a value of an own line, in these prices, is still the example's, and so
/// not the user's own.
pub fn is_example_value(line: &OwnLine, field: LineField, prices: impl Into<PriceLevel>) -> bool {
    example_of(line).is_some_and(|example| {
        let (example_value, value) = (example.get(field, prices), line.get(field));
        // Converting amounts to another price year gives rounding errors.
        (example_value - value).abs() <= 1e-9 * example_value.abs().max(1.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::price;
    use crate::scenario::Scenario;

    #[test]
    fn examples_are_valid_in_any_year_and_change_no_savings_by_themselves() {
        for year in [2016, 2025] {
            let mut costs = Vec::new();
            for example in &EXAMPLES {
                let mut scenario = Scenario::new(crate::model::Preset::Brochure);
                let line = example.line(example.id.to_owned(), "x".into(), "y".into(), year);
                assert!(
                    LineField::ALL
                        .into_iter()
                        .filter(|field| line.has(*field))
                        .all(|field| is_example_value(&line, field, year))
                );
                scenario.own.push(line);
                assert_eq!(Scenario::parse(&scenario.to_json()).as_ref(), Ok(&scenario));
                let outcome = crate::model::evaluate(&scenario.inputs());
                assert_eq!(outcome.total.savings.euros(), 154_000.0);
                costs.push(outcome.costs.net.euros());
            }
            // 10 × 250, in prices of that year.
            assert_eq!(costs, [300_000.0, 300_000.0, 300_000.0 + 2_500.0 * price::factor(year)]);
        }
    }

    #[test]
    fn a_value_is_the_examples_until_it_is_changed() {
        let mut line = EXAMPLES[0].line("huisuitzetting-2".into(), String::new(), String::new(), 2016);
        assert!(
            is_example_value(&line, LineField::Bedrag, 2016)
                && !is_example_value(&line, LineField::Bedrag, 2017)
        );
        line.set(LineField::Bedrag, 8_500.0);
        assert!(
            !is_example_value(&line, LineField::Bedrag, 2016)
                && is_example_value(&line, LineField::Aantal, 2016)
        );
        for id in ["c1", "huisuitzettingen", "huisuitzetting-x", "scholing2"] {
            line.id = id.to_owned();
            assert!(example_of(&line).is_none(), "{id}");
        }
    }
}
