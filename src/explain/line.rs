//! How the figures of cost and savings lines came about.

use crate::explain::{Condition, ExplanationBuilder, Expression, FigureId, LineFigure, Note};
use crate::model::savings::Saving;
use crate::model::{Euro, InputId, LineField, Party, Perspective, SavingKind};

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
                let gross = self.figure_position(own(LineFigure::Gross));
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
                let mut factors = vec![self.figure(own(LineFigure::NetPrice))];
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
                let cashable = self.figure(own(LineFigure::Cashable));
                let share = self.input(line.id.input(LineField::Gemeente));
                Expression::Product(vec![cashable, share, self.figure(FigureId::FollowedShare)])
            }
            LineFigure::Followed => Expression::Zero,
            LineFigure::Cashable if kind == SavingKind::Welvaart => {
                self.notes.push(Note::Welfare);
                Expression::Zero
            }
            LineFigure::Cashable => {
                let net = self.figure_position(own(LineFigure::Net));
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
                let cashable = self.figure(own(LineFigure::Cashable));
                let shares = [LineField::Gemeente, LineField::Rijk, LineField::Zorgverzekeraar];
                let share = self.party_share(party, shares.map(|part| line.id.input(part)));
                let amount = Expression::Product(vec![cashable, share]);
                self.after_budget(line, place, party, amount)
            }
            LineFigure::Needed => {
                let perspective = self.inputs.perspective;
                let unit = match perspective {
                    Perspective::Partijen | Perspective::Samenleving => LineFigure::NetPrice,
                    Perspective::Gemeente => LineFigure::GemeentePrice,
                };
                let gap = match perspective {
                    Perspective::Partijen => FigureId::Gap,
                    Perspective::Gemeente | Perspective::Samenleving => FigureId::PerspectiveGap(perspective),
                };
                let gap = self.figure(gap);
                let unit = self.figure_position(own(unit));
                let unit_value = self.terms[unit].value;
                self.note_if(unit_value <= 0.0, Note::NoValuePerUnit);
                let margin = outcome.break_even.gap_of(perspective).gap < Euro::ZERO;
                let said = if margin {
                    Note::Margin
                } else if line.counted {
                    Note::ExtraNeeded
                } else {
                    Note::TotalNeeded
                };
                self.note_if(unit_value > 0.0, said);
                let needed = Expression::Quotient(Box::new([gap, Expression::Term(unit)]));
                Expression::choose(Condition::Positive(unit), needed, Expression::NoFigure)
            }
        }
    }

    /// Returns a party's amount of a line after the bijstand budget followed: the
    /// gemeente loses what the Rijk gains.
    fn after_budget(&mut self, line: &Saving, place: usize, party: Party, amount: Expression) -> Expression {
        if !line.follows_budget || !matches!(party, Party::Gemeente | Party::Rijk) {
            return amount;
        }
        let share = self.figure_position(FigureId::FollowedShare);
        let follows = self.terms[share].value > 0.0;
        self.note_if(follows, Note::BudgetFollows);
        let followed = self.figure(FigureId::Line(place, LineFigure::Followed));
        let after = match party {
            Party::Gemeente => Expression::Difference(vec![amount.clone(), followed]),
            Party::Rijk | Party::Zorgverzekeraar | Party::Overig => {
                Expression::Sum(vec![amount.clone(), followed])
            }
        };
        Expression::choose(Condition::Positive(share), after, amount)
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
        // A benefit that is not paid is always cash.
        let resource = |line: &Saving| line.kind == SavingKind::Besparing;
        let net = self.lines(LineFigure::Net, resource);
        let Expression::Sum(mut parts) = net else { return net };
        let cashable = self.lines(LineFigure::Cashable, resource);
        let Expression::Sum(taken) = cashable else { return cashable };
        let whole = Expression::Sum(std::mem::take(&mut parts));
        let mut all = vec![whole];
        all.extend(taken);
        Expression::Difference(all)
    }
}
