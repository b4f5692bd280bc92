//! Explains the figures of cost and savings lines.

use crate::explain::{ExplanationBuilder, Expression, FigureId, LineFigure, Note};
use crate::model::savings::Saving;
use crate::model::{Euro, InputId, LineField, Party, SavingKind};

impl ExplanationBuilder<'_> {
    /// Explains the amount of the cost line with this index.
    pub(super) fn cost_line(&mut self, index: usize) -> Expression {
        let inputs = self.outcome.costs.lines[index].id.inputs();
        let mut factors: Vec<Expression> = inputs.into_iter().map(|id| self.input(id)).collect();
        if factors.len() == 1 { factors.remove(0) } else { Expression::Product(factors) }
    }

    /// Explains a figure of the savings line with this index.
    pub(super) fn line(&mut self, index: usize, figure: LineFigure) -> Expression {
        let outcome = self.outcome;
        let line = &outcome.savings[index];
        let (kind, harm) = (line.kind, line.is_harm());
        let line_figure = |figure| FigureId::Line(index, figure);
        if !matches!(figure, LineFigure::NetPrice | LineFigure::Needed) {
            self.note_if(!line.counted, Note::NotCounted);
        }
        match figure {
            LineFigure::Gross => {
                let quantity = self.input(line.id.input(LineField::Aantal));
                Expression::Product(vec![quantity, self.input(line.id.input(LineField::Bedrag))])
            }
            LineFigure::Net => {
                let gross = self.figure(line_figure(LineFigure::Gross));
                if harm {
                    self.notes.push(Note::Harm);
                    return gross;
                }
                self.corrected(line, gross)
            }
            LineFigure::NetPrice => {
                let price = self.input(line.id.input(LineField::Bedrag));
                self.corrected(line, price)
            }
            LineFigure::Cashable if kind == SavingKind::Welvaart => {
                self.notes.push(Note::Welfare);
                Expression::Zero
            }
            LineFigure::Cashable => {
                let net = self.figure(line_figure(LineFigure::Net));
                if harm {
                    self.notes.push(Note::Harm);
                    return net;
                }
                Expression::Product(vec![net, self.input(line.id.input(LineField::Verzilverbaar))])
            }
            LineFigure::Party(_) if kind == SavingKind::Welvaart => {
                self.notes.push(Note::Welfare);
                Expression::Zero
            }
            LineFigure::Party(party) => {
                let cashable = self.figure(line_figure(LineFigure::Cashable));
                let shares = [LineField::Gemeente, LineField::Rijk, LineField::Zorgverzekeraar];
                let share = self.party_share(party, shares.map(|field| line.id.input(field)));
                Expression::Product(vec![cashable, share])
            }
            LineFigure::Needed => {
                self.note_if(line.net_price.euros() <= 0.0, Note::NoValuePerUnit);
                let exceeds_costs = outcome.break_even.gap < Euro::ZERO;
                let note = if exceeds_costs {
                    Note::Margin
                } else if line.counted {
                    Note::ExtraNeeded
                } else {
                    Note::TotalNeeded
                };
                self.note_if(line.net_price.euros() > 0.0, note);
                Expression::Quotient(Box::new([
                    self.figure(FigureId::Gap),
                    self.figure(line_figure(LineFigure::NetPrice)),
                ]))
            }
        }
    }

    /// Returns an amount times the corrections of a line, which gives the net amount of a
    /// gain.
    fn corrected(&mut self, line: &Saving, amount: Expression) -> Expression {
        let autonoom = self.complement(line.id.input(LineField::Autonoom));
        let toerekening = self.input(line.id.input(LineField::Toerekening));
        let verdringing = self.complement(line.id.input(LineField::Verdringing));
        Expression::Product(vec![amount, autonoom, toerekening, verdringing])
    }

    /// Adds a party's share as a term. `shares` are the inputs of the first three parties;
    /// the share of `overig` is one minus these shares.
    pub(super) fn party_share(&mut self, party: Party, shares: [InputId; 3]) -> Expression {
        let index = match party {
            Party::Gemeente => 0,
            Party::Rijk => 1,
            Party::Zorgverzekeraar => 2,
            Party::Overig => {
                let mut all = vec![Expression::Whole];
                all.extend(shares.map(|id| self.input(id)));
                return Expression::Difference(all);
            }
        };
        self.input(shares[index])
    }

    /// Adds up one figure of every counted line for which the condition holds.
    pub(super) fn lines(&mut self, figure: LineFigure, condition: fn(&Saving) -> bool) -> Expression {
        let all = self.outcome.savings.iter().enumerate();
        let counted: Vec<usize> =
            all.filter(|(_, line)| line.counted && condition(line)).map(|(index, _)| index).collect();
        if counted.is_empty() {
            self.notes.push(Note::NoLines);
            return Expression::Zero;
        }
        Expression::Sum(counted.into_iter().map(|index| self.figure(FigureId::Line(index, figure))).collect())
    }

    /// Explains the savings that are not cashable: the net amounts of all lines that count
    /// for the payers, less their cashable amounts. Without any line it is zero.
    pub(super) fn not_cashable(&mut self) -> Expression {
        let net = self.lines(LineFigure::Net, |line| line.kind.counts_for_payers());
        if !matches!(net, Expression::Sum(_)) {
            return net;
        }
        let cashable = self.lines(LineFigure::Cashable, |line| line.kind.counts_for_payers());
        let Expression::Sum(cashable) = cashable else { return cashable };
        Expression::Difference([net].into_iter().chain(cashable).collect())
    }
}
