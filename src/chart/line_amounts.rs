//! The lines of an outcome as named amounts, ready for a picture.

use crate::chart::amount;
use crate::model::Outcome;
use crate::text::Text;

/// Outcome and words that every picture is made from.
pub struct Source<'a> {
    /// Outcome that is drawn.
    pub outcome: &'a Outcome,
    /// Catalogue of the words.
    pub text: &'a Text,
    /// The user's name for the own line at a place.
    pub own: &'a dyn Fn(usize) -> String,
}

/// Role of an amount: cost, income, saving or harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A cost line.
    Cost,
    /// Own income, or a cost line below zero: it lowers the costs.
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
    /// Size, never below zero.
    pub amount: f64,
    /// Position of the line in the outcome; `None` for own income and for merged lines.
    pub place: Option<usize>,
    /// Whether it is the sum of several lines.
    pub many: bool,
}

impl Source<'_> {
    /// An amount as it stands in a picture.
    pub fn euro(&self, amount: f64) -> String {
        amount::euro(amount, self.text.notation, self.text.charts)
    }

    /// An amount as it is written in a table: in whole euros.
    pub fn exact(&self, amount: f64) -> String {
        self.text.notation.euro(amount)
    }

    /// Returns the name of an own line, or a placeholder where it has none.
    fn own(&self, place: usize) -> String {
        let name = (self.own)(place);
        if name.trim().is_empty() { self.text.charts.nameless.to_owned() } else { name }
    }

    /// Cost lines, own income last.
    pub fn costs(&self) -> Vec<LineAmount> {
        let costs = &self.outcome.costs;
        let lines = costs.lines.iter().enumerate().map(|(place, line)| {
            let name = match &line.id {
                crate::model::costs::CostId::Own(place, _) => self.own(*place),
                other => (self.text.cost)(other).to_owned(),
            };
            let amount = line.amount.euros();
            let role = if amount < 0.0 { Role::Income } else { Role::Cost };
            LineAmount { name, role, amount: amount.abs(), place: Some(place), many: false }
        });
        let income = costs.own_income.euros();
        let name = self.text.charts.income.to_owned();
        let income = (income > 0.0).then_some(LineAmount {
            name,
            role: Role::Income,
            amount: income,
            place: None,
            many: false,
        });
        lines.chain(income).collect()
    }

    /// Counted savings and transfers.
    pub fn savings(&self) -> Vec<LineAmount> {
        let lines = self.outcome.savings.iter().enumerate();
        lines
            .filter(|(_, line)| line.counted && line.kind.is_saving())
            .map(|(place, line)| {
                let (amount, place) = (line.net.euros(), Some(place));
                let name = self.saving_name(&line.id);
                if amount < 0.0 {
                    let name = (self.text.charts.harm)(&name);
                    LineAmount { name, role: Role::Harm, amount: -amount, place, many: false }
                } else {
                    LineAmount { name, role: Role::Saving, amount, place, many: false }
                }
            })
            .collect()
    }

    /// Names of the savings and transfers that are p.m.
    pub fn pm(&self) -> Vec<String> {
        let lines = self.outcome.savings.iter().filter(|line| !line.counted && line.kind.is_saving());
        lines.map(|line| self.saving_name(&line.id)).collect()
    }

    fn saving_name(&self, id: &crate::model::savings::SavingId) -> String {
        match id {
            crate::model::savings::SavingId::Own(place, _) => self.own(*place),
            crate::model::savings::SavingId::Fixed(line) => (self.text.line)(*line).label.to_owned(),
        }
    }
}

/// Returns whether an amount is shown as zero.
pub fn is_nothing(amount: f64) -> bool {
    amount.abs() < 0.5
}

/// Merges the smallest amounts into one, last, where there are more than `most`.
/// Amounts that are shown as zero are left out.
pub fn merge_smallest(parts: Vec<LineAmount>, most: usize, name: fn(usize) -> String) -> Vec<LineAmount> {
    let mut parts: Vec<LineAmount> = parts.into_iter().filter(|part| !is_nothing(part.amount)).collect();
    if parts.len() <= most {
        return parts;
    }
    // The smallest amount that is kept: fewer than `most - 1` amounts are larger.
    let larger = |size: f64| parts.iter().filter(|part| part.amount > size).count();
    let kept = parts.iter().map(|part| part.amount).filter(|size| larger(*size) < most - 1);
    let least = kept.fold(f64::INFINITY, f64::min);
    let role = parts[0].role;
    let (mut kept, mut rest, mut count) = (0, 0.0, 0);
    parts.retain(|part| {
        let keep = part.amount >= least && kept < most - 1;
        if keep {
            kept += 1;
        } else {
            rest += part.amount;
            count += 1;
        }
        keep
    });
    parts.push(LineAmount { name: name(count), role, amount: rest, place: None, many: true });
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_are_put_together() {
        let part = |amount| LineAmount {
            name: format!("{amount}"),
            role: Role::Cost,
            amount,
            place: Some(0),
            many: false,
        };
        let parts = [1.0, 50.0, 2.0, 40.0, 0.0, 3.0].map(part).to_vec();
        let names = |parts: &[LineAmount]| parts.iter().map(|part| part.name.clone()).collect::<Vec<_>>();
        let three = merge_smallest(parts.clone(), 3, |count| format!("rest {count}"));
        assert_eq!(names(&three), ["50", "40", "rest 3"]);
        assert_eq!((three[2].amount, three[2].place), (6.0, None));
        assert_eq!(merge_smallest(parts, 5, |_| String::new()).len(), 5);
    }
}
