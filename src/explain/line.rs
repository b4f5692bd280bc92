//! Explains the figures of cost and savings lines.

use crate::explain::{ExplanationBuilder, Expression, FigureId, LineFigure, Note};
use crate::model::savings::Saving;
use crate::model::{Euro, InputId, LineField, Party, SavingKind};

impl ExplanationBuilder<'_> {
    /// Explains the amount of the cost line at this place.
    pub(super) fn cost_line(&mut self, place: usize) -> Expression {
        let inputs = self.outcome.costs.lines[place].id.inputs();
        let mut factors: Vec<Expression> = inputs.into_iter().map(|id| self.input(id)).collect();
        if factors.len() == 1 { factors.remove(0) } else { Expression::Product(factors) }
    }

    /// Explains a figure of the savings line at this place.
    pub(super) fn line(&mut self, place: usize, figure: LineFigure) -> Expression {
        let outcome = self.outcome;
        let line = &outcome.savings[place];
        let (kind, harm) = (line.kind, line.is_harm());
        let of_line = |figure| FigureId::Line(place, figure);
        if !matches!(figure, LineFigure::NetPrice | LineFigure::Needed) {
            self.note_if(!line.counted, Note::NotCounted);
        }
        match figure {
            LineFigure::Gross => {
                let quantity = self.input(line.id.input(LineField::Aantal));
                Expression::Product(vec![quantity, self.input(line.id.input(LineField::Bedrag))])
            }
            LineFigure::Net => {
                let gross = self.figure(of_line(LineFigure::Gross));
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
                let net = self.figure(of_line(LineFigure::Net));
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
                let cashable = self.figure(of_line(LineFigure::Cashable));
                let shares = [LineField::Gemeente, LineField::Rijk, LineField::Zorgverzekeraar];
                let share = self.party_share(party, shares.map(|field| line.id.input(field)));
                Expression::Product(vec![cashable, share])
            }
            LineFigure::Needed => {
                self.note_if(line.net_price.euros() <= 0.0, Note::NoValuePerUnit);
                let has_surplus = outcome.break_even.gap < Euro::ZERO;
                let note = if has_surplus {
                    Note::Margin
                } else if line.counted {
                    Note::ExtraNeeded
                } else {
                    Note::TotalNeeded
                };
                self.note_if(line.net_price.euros() > 0.0, note);
                Expression::Quotient(Box::new([
                    self.figure(FigureId::Gap),
                    self.figure(of_line(LineFigure::NetPrice)),
                ]))
            }
        }
    }

    /// Returns an amount times the corrections of a line: what remains of a gain.
    fn corrected(&mut self, line: &Saving, amount: Expression) -> Expression {
        let autonoom = self.complement(line.id.input(LineField::Autonoom));
        let toerekening = self.input(line.id.input(LineField::Toerekening));
        let verdringing = self.complement(line.id.input(LineField::Verdringing));
        Expression::Product(vec![amount, autonoom, toerekening, verdringing])
    }

    /// Adds a party's share as a term. `shares` are the inputs of the first three parties;
    /// the share of `overig` is one minus those.
    pub(super) fn party_share(&mut self, party: Party, shares: [InputId; 3]) -> Expression {
        let place = match party {
            Party::Gemeente => 0,
            Party::Rijk => 1,
            Party::Zorgverzekeraar => 2,
            Party::Overig => {
                let mut all = vec![Expression::Whole];
                all.extend(shares.map(|id| self.input(id)));
                return Expression::Difference(all);
            }
        };
        self.input(shares[place])
    }

    /// Adds up one figure of every counted line for which the condition holds.
    pub(super) fn lines(&mut self, figure: LineFigure, condition: fn(&Saving) -> bool) -> Expression {
        let all = self.outcome.savings.iter().enumerate();
        let counted: Vec<usize> =
            all.filter(|(_, line)| line.counted && condition(line)).map(|(place, _)| place).collect();
        if counted.is_empty() {
            self.notes.push(Note::NoLines);
            return Expression::Zero;
        }
        Expression::Sum(counted.into_iter().map(|place| self.figure(FigureId::Line(place, figure))).collect())
    }

    /// Explains the savings that are not cashable: the net amounts of all counted lines,
    /// less their cashable amounts. Without any line it is zero.
    pub(super) fn not_cashable(&mut self) -> Expression {
        let net = self.lines(LineFigure::Net, |line| line.kind.is_saving());
        if !matches!(net, Expression::Sum(_)) {
            return net;
        }
        let cashable = self.lines(LineFigure::Cashable, |line| line.kind.is_saving());
        let Expression::Sum(cashable) = cashable else { return cashable };
        Expression::Difference([net].into_iter().chain(cashable).collect())
    }
}
