//! Explains the figures of cost and savings lines.

use crate::explain::{Condition, ExplanationBuilder, Expression, FigureId, LineFigure, Note};
use crate::model::savings::Saving;
use crate::model::{Euro, InputId, LineField, Party, Perspective, SavingKind};

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
                let gross = self.figure_index(line_figure(LineFigure::Gross));
                self.note_if(harm, Note::Harm);
                let gain = self.corrected(line, Expression::Term(gross));
                Expression::choose(Condition::Negative(gross), Expression::Term(gross), gain)
            }
            LineFigure::NetPrice => {
                let price = self.input(line.id.input(LineField::Bedrag));
                self.corrected(line, price)
            }
            LineFigure::GemeentePrice if kind == SavingKind::Welvaart => Expression::Zero,
            LineFigure::GemeentePrice => {
                let mut factors = vec![self.figure(line_figure(LineFigure::NetPrice))];
                if kind == SavingKind::Besparing {
                    factors.push(self.input(line.id.input(LineField::Verzilverbaar)));
                }
                factors.push(self.input(line.id.input(LineField::Gemeente)));
                if line.follows_budget {
                    let followed = self.figure(FigureId::FollowedShare);
                    factors.push(Expression::Difference(vec![Expression::Whole, followed]));
                }
                Expression::Product(factors)
            }
            LineFigure::Followed if line.follows_budget => {
                self.notes.push(Note::BudgetFollows);
                let cashable = self.figure(line_figure(LineFigure::Cashable));
                let share = self.input(line.id.input(LineField::Gemeente));
                Expression::Product(vec![cashable, share, self.figure(FigureId::FollowedShare)])
            }
            LineFigure::Followed => Expression::Zero,
            LineFigure::Cashable if kind == SavingKind::Welvaart => {
                self.notes.push(Note::Welfare);
                Expression::Zero
            }
            LineFigure::Cashable => {
                let net = self.figure_index(line_figure(LineFigure::Net));
                self.note_if(harm, Note::Harm);
                if kind == SavingKind::Overdracht {
                    self.note_if(!harm, Note::TransferIsCash);
                    return Expression::Term(net);
                }
                let cashable = self.input(line.id.input(LineField::Verzilverbaar));
                let gain = Expression::Product(vec![Expression::Term(net), cashable]);
                Expression::choose(Condition::Negative(net), Expression::Term(net), gain)
            }
            LineFigure::Party(_) if kind == SavingKind::Welvaart => {
                self.notes.push(Note::Welfare);
                Expression::Zero
            }
            LineFigure::Party(party) => {
                let cashable = self.figure(line_figure(LineFigure::Cashable));
                let share = self.party_share(party, LineField::PARTIES.map(|field| line.id.input(field)));
                let amount = Expression::Product(vec![cashable, share]);
                self.after_budget(line, index, party, amount)
            }
            LineFigure::Needed => {
                let perspective = self.inputs.perspective;
                let unit = match perspective {
                    Perspective::Partijen | Perspective::Samenleving => LineFigure::NetPrice,
                    Perspective::Gemeente => LineFigure::GemeentePrice,
                };
                let gap = self.figure(FigureId::gap_of(perspective));
                let unit = self.figure_index(line_figure(unit));
                let unit_value = self.terms[unit].value;
                self.note_if(unit_value <= 0.0, Note::NoValuePerUnit);
                let exceeds_costs = outcome.break_even.gap_of(perspective).gap < Euro::ZERO;
                let note = if exceeds_costs {
                    Note::Margin
                } else if line.counted {
                    Note::ExtraNeeded
                } else {
                    Note::TotalNeeded
                };
                self.note_if(unit_value > 0.0, note);
                let needed = Expression::Quotient(Box::new([gap, Expression::Term(unit)]));
                Expression::choose(Condition::Positive(unit), needed, Expression::NoFigure)
            }
        }
    }

    /// Explains a party's amount of a line after the bijstand budget: the gemeente loses
    /// an amount that the Rijk gains.
    fn after_budget(&mut self, line: &Saving, index: usize, party: Party, amount: Expression) -> Expression {
        if !line.follows_budget || !matches!(party, Party::Gemeente | Party::Rijk) {
            return amount;
        }
        let share = self.figure_index(FigureId::FollowedShare);
        let follows = self.terms[share].value > 0.0;
        self.note_if(follows, Note::BudgetFollows);
        let followed = self.figure(FigureId::Line(index, LineFigure::Followed));
        let after = match party {
            Party::Gemeente => Expression::Difference(vec![amount.clone(), followed]),
            Party::Rijk | Party::Zorgverzekeraar | Party::Overig => {
                Expression::Sum(vec![amount.clone(), followed])
            }
        };
        Expression::choose(Condition::Positive(share), after, amount)
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
        // A benefit that is not paid is always cash.
        let is_resource = |line: &Saving| line.kind == SavingKind::Besparing;
        let net = self.lines(LineFigure::Net, is_resource);
        if !matches!(net, Expression::Sum(_)) {
            return net;
        }
        let cashable = self.lines(LineFigure::Cashable, is_resource);
        let Expression::Sum(cashable) = cashable else { return cashable };
        Expression::Difference([net].into_iter().chain(cashable).collect())
    }
}
