//! Texts of explanations: the names of figures, and how formulas are written.

use crate::explain::{Explanation, FigureId, FormulaWords, Note, Origin, ValueUnit, write};
use crate::model::{InputId, Inputs, LineField, Outcome, Perspective, Phase};
use crate::number::{Notation, Style};
use crate::text::Text;

/// Texts of the explanation of a figure.
#[allow(missing_docs)]
pub struct ExplainText {
    /// Name of a phase of the initiative.
    pub phase_name: fn(Phase) -> &'static str,
    /// Name of who is meant by a perspective.
    pub perspective_name: fn(Perspective) -> &'static str,
    /// Button that closes the explanation.
    pub close: &'static str,
    pub back: fn(figure: &str) -> String,
    pub formula: &'static str,
    pub formula_with_numbers: &'static str,
    pub terms: &'static str,
    pub to_field: fn(field: &str) -> String,
    pub to_figure: fn(figure: &str) -> String,
    pub no_value: &'static str,
    /// Status of a value of an own line that the user has not changed.
    pub own_line_default: &'static str,
    /// A share of 100% in a formula.
    pub whole: &'static str,
    /// A zero in a formula.
    pub zero: &'static str,
    /// Text behind a formula whose result is zero where it would be negative.
    pub floor: &'static str,
    /// Text behind a formula whose result is at most one.
    pub ceiling: &'static str,
    /// Says that a view shows the result of this calculation, with amounts that were rounded first.
    pub rounded_first: fn(calculation: &str) -> String,
    /// Hint for screen readers about the clickable areas of a chart.
    pub chart_hint: &'static str,
    // Labels before the result of a group of inputs or of a line.
    pub total: &'static str,
    pub after_corrections: &'static str,
    pub not_counted: &'static str,
    /// Year of the horizon, from its number.
    pub year: fn(year: &str) -> String,
    /// Sentence of a note below a formula.
    pub note: fn(Note) -> &'static str,
    /// Name of a field, with the name of the line to which it belongs.
    pub of_line: fn(line: &str, name: &str) -> String,
    /// Name of the quantity of a line that covers the gap of a perspective.
    pub needed: fn(Perspective) -> &'static str,
    /// Name of a figure.
    pub figure: fn(&NameContext, FigureId) -> String,
}

/// A scenario and its outcome, from which the names of figures are made.
pub struct NameContext<'a> {
    /// Catalogue of texts.
    pub text: &'a Text,
    /// Inputs of the scenario.
    pub inputs: &'a Inputs,
    /// Outcome of the scenario.
    pub outcome: &'a Outcome,
    /// Returns the user's name for the own line at an index.
    pub own_name: &'a dyn Fn(usize) -> String,
}

/// Adds a zero to an amount with one decimal, so that half a euro is '0,50'.
fn with_cents(notation: Notation, mut amount: String) -> String {
    if amount.rsplit_once(notation.decimal).is_some_and(|(_, cents)| cents.len() == 1) {
        amount.push('0');
    }
    amount
}

/// Writes a value for an explanation, with enough decimals to repeat the calculation.
pub fn shown(notation: Notation, value: f64, unit: ValueUnit) -> String {
    match unit {
        ValueUnit::Euro => format!("€\u{a0}{}", with_cents(notation, notation.shown(value, Style::Plain))),
        ValueUnit::Share => format!("{}%", notation.shown(value, Style::Percent)),
        ValueUnit::Number => notation.shown(value, Style::Plain),
        // With six decimals an amount times the factor is right to the euro.
        ValueUnit::Factor => notation.shown((value * 1e6).round() / 1e6, Style::Plain),
        ValueUnit::Year => notation.shown(value, Style::Year),
        ValueUnit::Phase => notation.shown(value, Style::Plain),
    }
}

/// Puts the written value in brackets where it is negative, for use behind an operator.
pub fn bracketed(value: f64, shown: String) -> String {
    if value < 0.0 { format!("({shown})") } else { shown }
}

impl NameContext<'_> {
    /// Returns the name of an input, with the name of its line where it has one.
    pub fn input(&self, id: InputId) -> String {
        let text = self.text;
        let line = match id {
            InputId::General(general) => {
                return (text.general)(general, self.inputs.perspective).label.to_owned();
            }
            InputId::Line(line, _) => (text.line)(line).label.to_owned(),
            InputId::Own(index, _) => (self.own_name)(index),
        };
        let label = match id {
            InputId::Line(line, LineField::Aantal) => (text.line)(line).aantal.label,
            InputId::Line(line, LineField::Bedrag) => (text.line)(line).bedrag.label,
            InputId::Line(_, field) | InputId::Own(_, field) => (text.line_field)(field).label,
            InputId::General(_) => "",
        };
        (text.explain().of_line)(&line, label)
    }

    /// Returns the name of a figure.
    pub fn figure(&self, id: FigureId) -> String {
        (self.text.explain().figure)(self, id)
    }

    /// Returns the name of a term of a formula.
    pub fn origin(&self, origin: Origin) -> String {
        match origin {
            Origin::Input(id) => self.input(id),
            Origin::Phase => self.text.page.phase.to_owned(),
            Origin::Figure(id) => self.figure(id),
            Origin::Funder(index) => {
                let words = self.text.financing();
                (words.entered)(&(words.funder)(&self.inputs.plan, index))
            }
        }
    }

    /// Writes a value, or a text that says that there is none.
    pub fn value(&self, value: Option<f64>, unit: ValueUnit) -> String {
        let words = self.text.explain();
        match value {
            None => words.no_value.to_owned(),
            Some(value) => {
                if unit == ValueUnit::Phase {
                    let phase = if value > 0.0 { Phase::Nieuw } else { Phase::Bestaand };
                    return (self.text.explain().phase_name)(phase).to_owned();
                }
                let shown = shown(self.text.notation, value, unit);
                if unit == ValueUnit::Year { (words.year)(&shown) } else { shown }
            }
        }
    }

    /// Writes the formula; `term` gives the text of the term at an index.
    fn write_formula(&self, explanation: &Explanation, term: &dyn Fn(usize) -> String) -> String {
        let words = self.text.explain();
        let constant = |value: f64| shown(self.text.notation, value, ValueUnit::Number);
        let formula_words = FormulaWords {
            term,
            whole: words.whole,
            zero: words.zero,
            floor: words.floor,
            ceiling: words.ceiling,
            constant: &constant,
        };
        write(&explanation.shown(), &formula_words)
    }

    /// Writes the formula with the names of its terms.
    pub fn in_words(&self, explanation: &Explanation) -> String {
        self.write_formula(explanation, &|index| self.origin(explanation.terms[index].origin))
    }

    /// Writes the formula with the values of its terms.
    pub fn in_numbers(&self, explanation: &Explanation) -> String {
        self.write_formula(explanation, &|index| {
            let term = &explanation.terms[index];
            let shown = shown(self.text.notation, term.value, term.unit);
            bracketed(term.value, shown)
        })
    }
}
