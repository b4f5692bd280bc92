//! The cost and savings lines of an outcome as named amounts, for the charts of an
//! outcome.

use crate::chart::amount;
use crate::chart::mark_style::{MarkStyle, TINTS};
use crate::model::{Euro, Outcome};
use crate::text::Text;

/// Outcome and texts from which the charts of an outcome are made.
pub struct ChartContext<'a> {
    /// Outcome that is drawn.
    pub outcome: &'a Outcome,
    /// Catalogue of texts in the language of the page.
    pub text: &'a Text,
    /// Returns the user's name for the own line at an index; it may be empty.
    pub own_name: &'a dyn Fn(usize) -> String,
}

/// Role of an amount: cost, income, saving or harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A cost line.
    Cost,
    /// Own income, or a cost line with a negative amount; both lower the costs.
    Income,
    /// A counted saving or transfer.
    Saving,
    /// A counted savings line whose net value is negative.
    Harm,
}

/// A named amount.
#[derive(Clone, Debug, PartialEq)]
pub struct LineAmount {
    /// Name of the line.
    pub name: String,
    /// Role of the amount.
    pub role: Role,
    /// Absolute value in euros a year; `role` says in which direction it counts.
    pub amount: f64,
    /// Index of the line among the cost lines or the savings of the outcome; `None` for
    /// own income and for merged lines.
    pub index: Option<usize>,
    /// Whether the amount is the sum of several merged lines.
    pub is_merged: bool,
}

impl ChartContext<'_> {
    /// Writes an amount inside a chart, shortened where it is large.
    pub fn euro(&self, amount: f64) -> String {
        amount::euro(amount, self.text.notation, self.text.charts)
    }

    /// Writes an amount for a table, in whole euros.
    pub fn whole_euros(&self, amount: f64) -> String {
        self.text.notation.euro(amount)
    }

    /// Returns the name of an own line, or a placeholder where it has none.
    fn own_name(&self, index: usize) -> String {
        let name = (self.own_name)(index);
        if name.trim().is_empty() { self.text.charts.nameless.to_owned() } else { name }
    }

    /// Returns the cost lines, and own income as the last one where there is any.
    pub fn costs(&self) -> Vec<LineAmount> {
        let costs = &self.outcome.costs;
        let lines = costs.lines.iter().enumerate().map(|(index, line)| {
            let name = match &line.id {
                crate::model::costs::CostId::Own(index, _) => self.own_name(*index),
                other => (self.text.cost)(other).to_owned(),
            };
            let amount = line.amount.euros();
            let role = if amount < 0.0 { Role::Income } else { Role::Cost };
            LineAmount { name, role, amount: amount.abs(), index: Some(index), is_merged: false }
        });
        let income = costs.own_income.euros();
        let name = self.text.charts.income.to_owned();
        let income = (income > 0.0).then_some(LineAmount {
            name,
            role: Role::Income,
            amount: income,
            index: None,
            is_merged: false,
        });
        lines.chain(income).collect()
    }

    /// Returns the counted savings and transfers; those with a negative net value have
    /// the role of harm and say so in their name.
    pub fn savings(&self) -> Vec<LineAmount> {
        let lines = self.outcome.savings.iter().enumerate();
        lines
            .filter(|(_, line)| line.counted && line.kind.counts_for_payers())
            .map(|(index, line)| {
                let (amount, index) = (line.net.euros(), Some(index));
                let name = self.saving_name(&line.id);
                if amount < 0.0 {
                    let name = (self.text.charts.harm)(&name);
                    LineAmount { name, role: Role::Harm, amount: -amount, index, is_merged: false }
                } else {
                    LineAmount { name, role: Role::Saving, amount, index, is_merged: false }
                }
            })
            .collect()
    }

    /// Returns the names of the savings and transfers that are p.m.
    pub fn pm(&self) -> Vec<String> {
        let lines = self.outcome.savings.iter().filter(|line| !line.counted && line.kind.counts_for_payers());
        lines.map(|line| self.saving_name(&line.id)).collect()
    }

    /// Returns the name of a savings line.
    pub fn saving_name(&self, id: &crate::model::savings::SavingId) -> String {
        match id {
            crate::model::savings::SavingId::Own(index, _) => self.own_name(*index),
            crate::model::savings::SavingId::Fixed(line) => (self.text.line)(*line).label.to_owned(),
        }
    }
}

/// Returns whether an amount in euros rounds to zero.
pub fn is_shown_as_zero(amount: f64) -> bool {
    Euro::new(amount).rounds_to_zero()
}

/// Merges the smallest lines into one line at the end where there are more than
/// `max_lines`; `name` gives the name for the number of merged lines. Lines that are
/// shown as zero are left out. All lines must have the same role.
pub fn merge_smallest(
    lines: Vec<LineAmount>,
    max_lines: usize,
    name: fn(usize) -> String,
) -> Vec<LineAmount> {
    let mut lines: Vec<LineAmount> =
        lines.into_iter().filter(|line| !is_shown_as_zero(line.amount)).collect();
    if lines.len() <= max_lines {
        return lines;
    }
    // The smallest amount that stays separate: fewer than `max_lines - 1` are larger.
    let larger = |amount: f64| lines.iter().filter(|line| line.amount > amount).count();
    let separate = lines.iter().map(|line| line.amount).filter(|amount| larger(*amount) < max_lines - 1);
    let least = separate.fold(f64::INFINITY, f64::min);
    let role = lines[0].role;
    let (mut separate_count, mut merged_amount, mut merged_count) = (0, 0.0, 0);
    lines.retain(|line| {
        let stays = line.amount >= least && separate_count < max_lines - 1;
        if stays {
            separate_count += 1;
        } else {
            merged_amount += line.amount;
            merged_count += 1;
        }
        stays
    });
    lines.push(LineAmount {
        name: name(merged_count),
        role,
        amount: merged_amount,
        index: None,
        is_merged: true,
    });
    lines
}

/// Merges the lines of one bar and gives each its style: `main` lines, such as costs, get the
/// most segments, and `other` ones in the same bar, such as harm, at most two. `name` gives the
/// name for a number of merged lines.
pub fn styled_lines(
    main: Vec<LineAmount>,
    other: Vec<LineAmount>,
    name: fn(usize) -> String,
) -> [Vec<(LineAmount, MarkStyle)>; 2] {
    let most = TINTS - usize::from(!main.is_empty() && !other.is_empty());
    let with_style = |lines: Vec<LineAmount>| {
        let style = |(tint, line): (usize, LineAmount)| {
            let style = match line.role {
                Role::Cost => MarkStyle::Cost(tint as u8),
                Role::Saving => MarkStyle::Saving(tint as u8),
                Role::Income => MarkStyle::Income,
                Role::Harm => MarkStyle::Harm,
            };
            (line, style)
        };
        lines.into_iter().enumerate().map(style).collect()
    };
    [merge_smallest(main, most, name), merge_smallest(other, 2, name)].map(with_style)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_lines_are_merged() {
        let line = |amount| LineAmount {
            name: format!("{amount}"),
            role: Role::Cost,
            amount,
            index: Some(0),
            is_merged: false,
        };
        let lines = [1.0, 50.0, 2.0, 40.0, 0.0, 3.0].map(line).to_vec();
        let names = |lines: &[LineAmount]| lines.iter().map(|line| line.name.clone()).collect::<Vec<_>>();
        let three = merge_smallest(lines.clone(), 3, |count| format!("rest {count}"));
        assert_eq!(names(&three), ["50", "40", "rest 3"]);
        assert_eq!((three[2].amount, three[2].index), (6.0, None));
        assert_eq!(merge_smallest(lines, 5, |_| String::new()).len(), 5);
    }
}
