//! The words of explanations: names of figures, and how a formula reads.

use crate::explain::{Explanation, FigureId, FormulaWords, Note, Origin, ValueUnit, write};
use crate::model::{InputId, Inputs, LineField, Outcome};
use crate::number::{Notation, Style};
use crate::text::Text;

/// Fixed words and names.
#[allow(missing_docs)]
pub struct ExplainText {
    /// Words said to screen readers behind a figure that can be opened.
    pub close: &'static str,
    pub back: fn(&str) -> String,
    pub formula: &'static str,
    pub filled: &'static str,
    pub terms: &'static str,
    pub to_field: fn(&str) -> String,
    pub to_figure: fn(&str) -> String,
    pub none: &'static str,
    /// Stands in place of how sure a default is, where an own line still has what
    /// it begins with.
    pub usual: &'static str,
    pub whole: &'static str,
    pub nothing: &'static str,
    pub floor: &'static str,
    /// Words said of the parts of a picture that open, all together.
    pub parts: &'static str,
    /// Stands before what a group of inputs, or a line, comes to.
    pub in_all: &'static str,
    pub after: &'static str,
    pub not_counted: &'static str,
    pub year: fn(&str) -> String,
    /// Says what must be said besides the formula.
    pub note: fn(Note) -> &'static str,
    /// A name, within the name of the line that it belongs to.
    pub of_line: fn(line: &str, name: &str) -> String,
    /// The name of a figure.
    pub figure: fn(&NameContext, FigureId) -> String,
}

/// Facts that names are made from.
pub struct NameContext<'a> {
    /// Catalogue of the words.
    pub text: &'a Text,
    /// Inputs of the scenario.
    pub inputs: &'a Inputs,
    /// Outcome of the scenario.
    pub outcome: &'a Outcome,
    /// The user's name for the own line at a place.
    pub own: &'a dyn Fn(usize) -> String,
}

/// Half a euro is 0,50.
fn with_cents(notation: Notation, mut amount: String) -> String {
    if amount.rsplit_once(notation.decimal).is_some_and(|(_, cents)| cents.len() == 1) {
        amount.push('0');
    }
    amount
}

/// A value as explanations show it: exact enough to be calculated again.
pub fn shown(notation: Notation, value: f64, measure: ValueUnit) -> String {
    match measure {
        ValueUnit::Euro => format!("€\u{a0}{}", with_cents(notation, notation.shown(value, Style::Plain))),
        ValueUnit::Share => format!("{}%", notation.shown(value, Style::Percent)),
        ValueUnit::Number => notation.shown(value, Style::Plain),
        // Six decimals: an amount times it must come out to the euro.
        ValueUnit::Factor => notation.shown((value * 1e6).round() / 1e6, Style::Plain),
        ValueUnit::Year => notation.shown(value, Style::Year),
    }
}

/// A value as it is shown behind a sign: one below zero in brackets.
pub fn bracketed(value: f64, shown: String) -> String {
    if value < 0.0 { format!("({shown})") } else { shown }
}

impl NameContext<'_> {
    /// The name of an input, within its line where it has one.
    pub fn input(&self, id: InputId) -> String {
        let text = self.text;
        let line = match id {
            InputId::General(general) => return (text.general)(general).label.to_owned(),
            InputId::Line(line, _) => (text.line)(line).label.to_owned(),
            InputId::Own(place, _) => (self.own)(place),
        };
        let label = match id {
            InputId::Line(line, LineField::Aantal) => (text.line)(line).aantal.label,
            InputId::Line(line, LineField::Bedrag) => (text.line)(line).bedrag.label,
            InputId::Line(_, part) | InputId::Own(_, part) => (text.line_field)(part).label,
            InputId::General(_) => "",
        };
        (text.explain().of_line)(&line, label)
    }

    /// The name of a figure.
    pub fn figure(&self, id: FigureId) -> String {
        (self.text.explain().figure)(self, id)
    }

    /// The name of a term.
    pub fn origin(&self, origin: Origin) -> String {
        match origin {
            Origin::Input(id) => self.input(id),
            Origin::Figure(id) => self.figure(id),
            Origin::Funder(place) => {
                let plan = self.text.financing();
                (plan.entered)(&(plan.funder)(&self.inputs.plan, place))
            }
        }
    }

    /// A value, or that there is none.
    pub fn value(&self, value: Option<f64>, measure: ValueUnit) -> String {
        let said = self.text.explain();
        match value {
            None => said.none.to_owned(),
            Some(value) => {
                let shown = shown(self.text.notation, value, measure);
                if measure == ValueUnit::Year { (said.year)(&shown) } else { shown }
            }
        }
    }

    /// The formula with these words for its terms.
    fn line(&self, explanation: &Explanation, term: &dyn Fn(usize) -> String) -> String {
        let said = self.text.explain();
        let words = FormulaWords { term, whole: said.whole, zero: said.nothing, floor: said.floor };
        write(&explanation.expression, &words)
    }

    /// The formula in words.
    pub fn in_words(&self, explanation: &Explanation) -> String {
        self.line(explanation, &|place| self.origin(explanation.terms[place].origin))
    }

    /// Writes the formula with the numbers filled in.
    pub fn in_numbers(&self, explanation: &Explanation) -> String {
        self.line(explanation, &|place| {
            let term = &explanation.terms[place];
            let shown = shown(self.text.notation, term.value, term.unit);
            bracketed(term.value, shown)
        })
    }
}
