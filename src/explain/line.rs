//! How the figures of cost and savings lines came about.

use crate::explain::{ExplanationBuilder, Expression, FigureId, LineFigure, Note};
use crate::model::savings::Saving;
use crate::model::{Euro, InputId, LineField, Party, SavingKind};

impl ExplanationBuilder<'_> {
    pub(super) fn cost_line(&mut self, place: usize) -> Expression {
        let inputs = self.outcome.costs.lines[place].id.inputs();
        let mut factors: Vec<Expression> = inputs.into_iter().map(|id| self.input(id)).collect();
        if factors.len() == 1 { factors.remove(0) } else { Expression::Product(factors) }
    }

    pub(super) fn line(&mut self, place: usize, part: LineFigure) -> Expression {
        let outcome = self.outcome;
        let line = &outcome.savings[place];
        let (kind, harm) = (line.kind, line.is_harm());
        let own = |part| FigureId::Line(place, part);
        if !matches!(part, LineFigure::NetPrice | LineFigure::Needed) {
            self.note_if(!line.counted, Note::NotCounted);
        }
        match part {
            LineFigure::Gross => {
                let quantity = self.input(line.id.input(LineField::Aantal));
                Expression::Product(vec![quantity, self.input(line.id.input(LineField::Bedrag))])
            }
            LineFigure::Net => {
                let gross = self.figure(own(LineFigure::Gross));
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
                let net = self.figure(own(LineFigure::Net));
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
                let cashable = self.figure(own(LineFigure::Cashable));
                let shares = [LineField::Gemeente, LineField::Rijk, LineField::Zorgverzekeraar];
                let share = self.party_share(party, shares.map(|part| line.id.input(part)));
                Expression::Product(vec![cashable, share])
            }
            LineFigure::Needed => {
                self.note_if(line.net_price.euros() <= 0.0, Note::NoValuePerUnit);
                let margin = outcome.break_even.gap < Euro::ZERO;
                let said = if margin {
                    Note::Margin
                } else if line.counted {
                    Note::ExtraNeeded
                } else {
                    Note::TotalNeeded
                };
                self.note_if(line.net_price.euros() > 0.0, said);
                Expression::Quotient(Box::new([
                    self.figure(FigureId::Gap),
                    self.figure(own(LineFigure::NetPrice)),
                ]))
            }
        }
    }

    /// Returns what the corrections leave of an amount, one after the other.
    fn corrected(&mut self, line: &Saving, amount: Expression) -> Expression {
        let autonoom = self.rest_of(line.id.input(LineField::Autonoom));
        let toerekening = self.input(line.id.input(LineField::Toerekening));
        let verdringing = self.rest_of(line.id.input(LineField::Verdringing));
        Expression::Product(vec![amount, autonoom, toerekening, verdringing])
    }

    /// A party's share; `overig` has what the three that are named leave.
    pub(super) fn party_share(&mut self, party: Party, named: [InputId; 3]) -> Expression {
        let place = match party {
            Party::Gemeente => 0,
            Party::Rijk => 1,
            Party::Zorgverzekeraar => 2,
            Party::Overig => {
                let mut all = vec![Expression::Whole];
                all.extend(named.map(|id| self.input(id)));
                return Expression::Difference(all);
            }
        };
        self.input(named[place])
    }

    /// Adds up one figure of every counted line of some kind.
    pub(super) fn lines(&mut self, part: LineFigure, of: fn(&Saving) -> bool) -> Expression {
        let all = self.outcome.savings.iter().enumerate();
        let counted: Vec<usize> =
            all.filter(|(_, line)| line.counted && of(line)).map(|(place, _)| place).collect();
        if counted.is_empty() {
            self.notes.push(Note::NoLines);
            return Expression::Zero;
        }
        Expression::Sum(counted.into_iter().map(|place| self.figure(FigureId::Line(place, part))).collect())
    }

    pub(super) fn not_cashable(&mut self) -> Expression {
        let net = self.lines(LineFigure::Net, |line| line.kind.is_saving());
        let Expression::Sum(mut parts) = net else { return net };
        let cashable = self.lines(LineFigure::Cashable, |line| line.kind.is_saving());
        let Expression::Sum(taken) = cashable else { return cashable };
        let whole = Expression::Sum(std::mem::take(&mut parts));
        let mut all = vec![whole];
        all.extend(taken);
        Expression::Difference(all)
    }
}
