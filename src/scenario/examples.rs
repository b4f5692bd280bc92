//! Own lines to begin with. Every figure in here is our own assumption
//! (figures.md has none of them), in prices of 2016, to be replaced by the
//! user's own; the page says so for as long as a figure is still ours.
//!
//! Savings begin as p.m.: they count only once the user says so.

use crate::model::inputs::{OwnCost, OwnLine, OwnSaving, OwnSide, SavingInputs};
use crate::model::{InputId, LineField, SavingKind, price};

/// A line to begin with. Its id is that of the lines made from it, with a
/// number behind it from the second on.
pub struct Example {
    /// The name in files and links.
    pub id: &'static str,
    /// The kind of saving; none for a cost.
    kind: Option<SavingKind>,
    /// Fields that differ from the neutral value, amounts in prices of 2016.
    fields: &'static [(LineField, f64)],
}

/// List of all variants.
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
    /// The value of a part, in prices of this year.
    pub fn get(&self, field: LineField, year: i32) -> f64 {
        let named = self.fields.iter().find(|(of, _)| *of == field).map(|(_, value)| *value);
        let value = named.unwrap_or(InputId::Own(0, field).definition().default);
        if field == LineField::Bedrag { value * price::factor(year) } else { value }
    }

    /// A line as this example has it, in prices of this year.
    pub fn line(&self, id: String, label: String, unit: String, year: i32) -> OwnLine {
        let side = match self.kind {
            None => {
                let get = |field| self.get(field, year);
                OwnSide::Cost(OwnCost { quantity: get(LineField::Aantal), amount: get(LineField::Bedrag) })
            }
            Some(kind) => {
                let inputs = SavingInputs::new(kind, false, |field| self.get(field, year));
                OwnSide::Saving(OwnSaving { unit, inputs })
            }
        };
        OwnLine { id, label, side }
    }
}

/// The example that an own line was made from, by its id.
pub fn example_of(line: &OwnLine) -> Option<&'static Example> {
    EXAMPLES.iter().find(|example| match line.id.strip_prefix(example.id) {
        Some("") => true,
        Some(rest) => rest.strip_prefix('-').is_some_and(|n| n.bytes().all(|digit| digit.is_ascii_digit())),
        None => false,
    })
}

/// Returns whether a figure of an own line is still the example's, and so ours.
pub fn is_example_value(line: &OwnLine, field: LineField, year: i32) -> bool {
    example_of(line).is_some_and(|example| {
        let (ours, now) = (example.get(field, year), line.get(field));
        // A conversion of prices rounds.
        (ours - now).abs() <= 1e-9 * ours.abs().max(1.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;

    #[test]
    fn examples_are_good_scenarios_in_any_year_and_move_no_saving_by_themselves() {
        for year in [2016, 2025] {
            let mut text = Vec::new();
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
                text.push(outcome.costs.net.euros());
            }
            // 10 × 250, in prices of that year.
            assert_eq!(text, [300_000.0, 300_000.0, 300_000.0 + 2_500.0 * price::factor(year)]);
        }
    }

    #[test]
    fn a_figure_is_ours_until_it_is_changed() {
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
