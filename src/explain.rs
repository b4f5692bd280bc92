//! Explanations of figures: the terms from which a figure is calculated and its formula,
//! as plain data.
//!
//! The [`Explanation`] of a figure takes all values from the steps in an [`Outcome`]: its
//! expression repeats what the model did with the terms. Only [`sum`] and
//! [`explain_per_visitor`] calculate a value, which is not in the outcome. A test evaluates
//! every expression, and compares the result with the value.

mod chart_tables;
mod expression;
mod figure;
mod financing;
mod formula;
mod ledger;
mod line;
mod name;
mod sum;

pub use crate::explain::chart_tables::chart_cells;
pub use crate::explain::expression::{Condition, Expression};
pub use crate::explain::figure::{Account, AccountFigure, FigureId, LineFigure, PlanFigure, YearFigure};
pub use crate::explain::formula::{FormulaWords, write};
pub use crate::explain::sum::{Addend, explain_per_visitor, sum};
use crate::model::break_even::Ratio;
use crate::model::inputs::Phase;
use crate::model::{General, InputId, Inputs, Outcome, Perspective, bijstand_budget};

/// Unit of a value, which decides its notation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueUnit {
    /// Euros, as an amount or per unit.
    Euro,
    /// A fraction; a percentage on screen.
    Share,
    /// A plain number.
    Number,
    /// A number shown with more decimals, such as a discount factor.
    Factor,
    /// A year of the horizon, counted from 1.
    Year,
    /// Phase of the initiative: 1 where it is new, 0 where it exists.
    Phase,
}

/// Origin of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Value that was entered.
    Input(InputId),
    /// Phase of the initiative, as it was chosen.
    Phase,
    /// Another figure, which has an explanation of its own.
    Figure(FigureId),
    /// Payment of the funder with this index in the plan, as it was entered.
    Funder(usize),
}

/// One value from which a figure is calculated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Term {
    /// Value of the term, unrounded.
    pub value: f64,
    /// Unit of the value.
    pub unit: ValueUnit,
    /// Origin of the value.
    pub origin: Origin,
}

/// Remark about a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The line costs more than it saves: no corrections apply.
    Harm,
    /// The line is of the kind `welvaart`, and so in no budget.
    Welfare,
    /// The line is p.m. and not in any total.
    NotCounted,
    /// No line counts.
    NoLines,
    /// No figure exists, since there are no costs.
    NoCosts,
    /// No figure exists, since there are no savings.
    NoSavings,
    /// No figure exists, since one more unit of the line has a net value of zero or less.
    NoValuePerUnit,
    /// The line counts: the number needed is added to its present number.
    ExtraNeeded,
    /// The line is p.m.: the number needed is the total number.
    TotalNeeded,
    /// The number needed is negative, since savings exceed costs: it is the margin.
    Margin,
    /// The full effect is reached from the third year on.
    FromYearThree,
    /// The first year is the base year of discounting.
    BaseYear,
    /// The first year from which the cumulative saldo stays at or above zero.
    Payback,
    /// No payback within the horizon.
    NoPayback,
    /// Transfers between parties are left out, since they are zero for society.
    WithoutTransfers,
    /// A negative value counts as zero.
    FloorAtZero,
    /// The funder no longer pays in this year.
    Stopped,
    /// In a full-effect year only funders that pay for good are left.
    NotForGood,
    /// The initiative exists already: its effect is complete from year 1 on.
    ExistingInitiative,
    /// The bijstand budget follows the spending of two years before.
    BudgetFollows,
    /// The number of inhabitants is not given: the gemeente keeps all, an upper bound.
    InhabitantsNotGiven,
    /// A benefit that is not paid is always cash.
    TransferIsCash,
    /// No funder of the plan counts as this party.
    NoFunder,
}

/// Explanation of one figure: its terms and its formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The figure; `None` for a [`sum`] and other values that are not in the outcome.
    pub figure: Option<FigureId>,
    /// Value in the outcome; `None` where the figure has none in this scenario.
    pub value: Option<f64>,
    /// Unit of the value.
    pub unit: ValueUnit,
    /// Terms of the formula.
    pub terms: Vec<Term>,
    /// The formula, which refers to the terms by their indexes.
    pub expression: Expression,
    /// Remarks about the formula.
    pub notes: Vec<Note>,
}

/// Explains a figure; `None` where the outcome has no such figure.
pub fn explain(figure: FigureId, inputs: &Inputs, outcome: &Outcome) -> Option<Explanation> {
    let value = figure.value(outcome)?;
    let mut builder = ExplanationBuilder { inputs, outcome, terms: Vec::new(), notes: Vec::new() };
    let expression = builder.expression(figure);
    let ExplanationBuilder { terms, notes, .. } = builder;
    Some(Explanation { figure: Some(figure), value, unit: figure.unit(), terms, expression, notes })
}

/// An explanation that is being built.
struct ExplanationBuilder<'a> {
    inputs: &'a Inputs,
    outcome: &'a Outcome,
    terms: Vec<Term>,
    notes: Vec<Note>,
}

impl ExplanationBuilder<'_> {
    /// Adds a term, and returns the expression of it.
    fn term(&mut self, term: Term) -> Expression {
        self.terms.push(term);
        Expression::Term(self.terms.len() - 1)
    }

    /// Adds the value of an input as a term.
    fn input(&mut self, id: InputId) -> Expression {
        use crate::model::Unit;
        let unit = match id.definition().unit {
            Unit::Euro | Unit::EuroPer => ValueUnit::Euro,
            Unit::Share => ValueUnit::Share,
            Unit::Persons | Unit::Inhabitants | Unit::Fte | Unit::Years | Unit::Year | Unit::Count => {
                ValueUnit::Number
            }
        };
        self.term(Term { value: self.inputs.get(id), unit, origin: Origin::Input(id) })
    }

    fn general(&mut self, general: General) -> Expression {
        self.input(InputId::General(general))
    }

    /// Adds another figure as a term.
    fn figure(&mut self, figure: FigureId) -> Expression {
        // Without a value of the term the explained figure has none either, so the zero is
        // not used.
        let value = figure.value(self.outcome).flatten().unwrap_or_default();
        self.term(Term { value, unit: figure.unit(), origin: Origin::Figure(figure) })
    }

    /// Adds the phase as a term that is 1 for a new initiative and 0 for an existing
    /// one; returns the index of the term.
    fn phase(&mut self) -> usize {
        let value = f64::from(u8::from(self.inputs.phase == Phase::Nieuw));
        self.terms.push(Term { value, unit: ValueUnit::Phase, origin: Origin::Phase });
        self.terms.len() - 1
    }

    /// Adds another figure as a term, and returns the index of the term.
    fn figure_index(&mut self, figure: FigureId) -> usize {
        self.figure(figure);
        self.terms.len() - 1
    }

    /// Adds two figures as terms, and returns the expression of their quotient, which
    /// exists where both are above zero.
    fn ratio(&mut self, numerator: FigureId, denominator: FigureId) -> Expression {
        let numerator = self.figure_index(numerator);
        let denominator = self.figure_index(denominator);
        let quotient =
            Expression::Quotient(Box::new([Expression::Term(numerator), Expression::Term(denominator)]));
        let if_positive =
            |term, value| Expression::choose(Condition::Positive(term), value, Expression::NoFigure);
        if_positive(numerator, if_positive(denominator, quotient))
    }

    /// Adds a share as a term, and returns the expression of one minus it.
    fn complement(&mut self, id: InputId) -> Expression {
        Expression::Difference(vec![Expression::Whole, self.input(id)])
    }

    fn note_if(&mut self, applies: bool, note: Note) {
        if applies {
            self.notes.push(note);
        }
    }

    /// Adds the note that a ratio does not exist, with the reason.
    fn note_ratio(&mut self, ratio: Ratio) {
        self.note_if(ratio == Ratio::NoCosts, Note::NoCosts);
        self.note_if(ratio == Ratio::NoSavings, Note::NoSavings);
    }

    /// Builds the expression of a figure, and collects its terms and notes.
    fn expression(&mut self, figure: FigureId) -> Expression {
        use FigureId as Id;
        match figure {
            Id::Cost(index) => self.cost_line(index),
            Id::Gross => {
                let lines = (0..self.outcome.costs.lines.len()).map(|index| self.figure(Id::Cost(index)));
                Expression::Sum(lines.collect())
            }
            Id::Costs => {
                Expression::Difference(vec![self.figure(Id::Gross), self.general(General::EigenInkomsten)])
            }
            Id::CostsPerVisitor => self.per_visitor(Id::Costs),
            Id::Line(index, figure) => self.line(index, figure),
            Id::Savings => self.lines(LineFigure::Net, |line| line.kind.counts_for_payers()),
            Id::Saldo => Expression::Difference(vec![self.figure(Id::Savings), self.figure(Id::Costs)]),
            Id::SaldoPerVisitor => self.per_visitor(Id::Saldo),
            Id::Coverage => {
                self.note_ratio(self.outcome.total.coverage);
                self.ratio(Id::Savings, Id::Costs)
            }
            Id::NotCashable => self.not_cashable(),
            Id::Account(account, figure) => self.account(account, figure),
            Id::Year(account, year, figure) => self.year(account, year, figure),
            Id::Plan(figure, year) => self.plan(figure, year),
            Id::Gap => Expression::Difference(vec![self.figure(Id::Costs), self.figure(Id::Savings)]),
            Id::GapPerVisitor => self.per_visitor(Id::Gap),
            Id::SavingsFactor => {
                self.note_ratio(self.outcome.break_even.savings_factor);
                self.ratio(Id::Costs, Id::Savings)
            }
            Id::PmThreshold => {
                self.notes.push(Note::FloorAtZero);
                Expression::AtLeastZero(Box::new(self.figure(Id::Gap)))
            }
            Id::PerspectiveGap(perspective) => {
                let (costs, savings) = (Id::costs_of(perspective), Id::savings_of(perspective));
                Expression::Difference(vec![self.figure(costs), self.figure(savings)])
            }
            Id::PerspectiveGapPerVisitor(perspective) => self.per_visitor(Id::PerspectiveGap(perspective)),
            Id::SocietyThreshold => {
                self.notes.push(Note::FloorAtZero);
                let gap = self.figure(Id::PerspectiveGap(Perspective::Samenleving));
                Expression::AtLeastZero(Box::new(gap))
            }
            Id::SocietyThresholdPerVisitor => self.per_visitor(Id::SocietyThreshold),
            Id::FollowedShare => self.followed_share(),
        }
    }

    fn per_visitor(&mut self, figure: FigureId) -> Expression {
        Expression::Quotient(Box::new([self.figure(figure), self.general(General::Bezoekers)]))
    }

    /// Returns the share of a bijstand saving that the budget follows, by the number
    /// of inhabitants.
    fn followed_share(&mut self) -> Expression {
        let inhabitants = self.general(General::InwonersGemeente);
        let index = self.terms.len() - 1;
        self.note_if(self.terms[index].value <= 0.0, Note::InhabitantsNotGiven);
        let from = bijstand_budget::INDEPENDENT_FROM;
        let above = Expression::Difference(vec![Expression::Constant(from), inhabitants]);
        let width = Expression::Constant(from - bijstand_budget::FOLLOWS_UP_TO);
        let share = Expression::AtLeastZero(Box::new(Expression::Quotient(Box::new([above, width]))));
        let followed = Expression::AtMostWhole(Box::new(share));
        Expression::choose(Condition::Positive(index), followed, Expression::Zero)
    }
}

impl Explanation {
    /// Returns the expression as it holds in this scenario.
    pub fn shown(&self) -> Expression {
        self.expression.resolved(&self.terms)
    }

    /// Returns the terms of the expression as it holds in this scenario, in order; all terms
    /// where the figure does not exist, since they are the reason.
    pub fn shown_terms(&self) -> Vec<Term> {
        if self.shown() == Expression::NoFigure {
            return self.terms.clone();
        }
        let mut indices = Vec::new();
        self.shown().collect_terms(&mut indices);
        indices.sort_unstable();
        indices.into_iter().filter_map(|index| self.terms.get(index).copied()).collect()
    }
}
