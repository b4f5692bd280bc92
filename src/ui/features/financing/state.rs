//! The reducer of the dekkingsplan: adds, changes, moves and removes funders.

use crate::model::financing::{
    AMOUNT_LIMITS, Funder, FunderContribution, LAST_YEAR_LIMITS, MAX_FUNDERS, Period, SHARE_LIMITS,
};
use crate::model::{Euro, General, Party, Share};
use crate::number::Style;
use crate::scenario::{MAX_CHARACTERS, Scenario};
use crate::ui::features::certainty::ranges_state::{Setting, is_whole_within};
use crate::ui::features::own_lines::state::with_new_keys;
use crate::ui::state::{FieldId, State};
use std::cmp::Ordering;
use std::rc::Rc;

/// A number of a funder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FunderField {
    /// The payment in euros a year.
    Amount,
    /// The payment as a share of the costs.
    Share,
    /// The last year in which the funder pays.
    Until,
}

impl FunderField {
    /// All numbers of a funder.
    pub const ALL: [FunderField; 3] = [FunderField::Amount, FunderField::Share, FunderField::Until];

    /// Returns the name in files.
    pub fn id(self) -> &'static str {
        match self {
            FunderField::Amount => "amount",
            FunderField::Share => "share",
            FunderField::Until => "until",
        }
    }

    /// Returns the lowest and the highest number that is allowed.
    fn limits(self) -> (f64, f64) {
        match self {
            FunderField::Amount => AMOUNT_LIMITS,
            FunderField::Share => SHARE_LIMITS,
            FunderField::Until => LAST_YEAR_LIMITS,
        }
    }

    /// Returns whether a funder can have this number.
    pub fn accepts(self, value: f64) -> bool {
        match self {
            FunderField::Until => is_whole_within(value, self.limits()),
            FunderField::Amount | FunderField::Share => {
                let (low, high) = self.limits();
                (low..=high).contains(&value)
            }
        }
    }

    /// Returns how the field shows the number.
    pub fn number_style(self) -> Style {
        match self {
            FunderField::Share => Style::Percent,
            FunderField::Amount | FunderField::Until => Style::Plain,
        }
    }
}

/// A change of the dekkingsplan, each funder by its index.
#[derive(Clone, Debug, PartialEq)]
pub enum FinancingAction {
    /// Makes a plan with a funder for each party that pays a share of the costs.
    Begin,
    /// Removes the plan, after which the parties pay shares again.
    Drop,
    /// Adds a funder.
    Add,
    /// Removes a funder.
    Remove(usize),
    /// Swaps a funder with the one before it.
    MoveUp(usize),
    /// Swaps a funder with the one after it.
    MoveDown(usize),
    /// Sets the party that a funder counts as.
    SetParty(usize, Party),
    /// Lets a funder pay a share of the costs, or else an amount.
    PayByShare(usize, bool),
    /// Lets a funder stop after a year, or else pay for good.
    SetTemporary(usize, bool),
}

impl State {
    /// Returns a unique key for each funder of the plan that is shown, in their
    /// order. A funder keeps its key when others are added, moved or removed, so
    /// that Yew keeps its row.
    pub fn funder_keys(&self) -> Rc<Vec<u32>> {
        let count = self.workspace.inputs.plan.len();
        if self.workspace.funder_keys.len() == count {
            self.workspace.funder_keys.clone()
        } else {
            Rc::new((0..count as u32).collect())
        }
    }

    pub(crate) fn reduce_financing(&mut self, action: FinancingAction) {
        let mut plan = self.scenario().plan.to_vec();
        let mut keys = self.funder_keys().to_vec();
        match action {
            FinancingAction::Begin => plan = self.plan_of_shares(),
            FinancingAction::Drop => plan.clear(),
            FinancingAction::Add => {
                if plan.len() == MAX_FUNDERS {
                    return;
                }
                plan.push(Funder {
                    label: String::new(),
                    party: Party::Overig,
                    pays: FunderContribution::Amount(Euro::ZERO),
                    until: None,
                });
                keys.push(keys.iter().max().map_or(0, |most| most + 1));
            }
            FinancingAction::Remove(index) => return self.remove_funder(index),
            FinancingAction::MoveUp(index) => {
                return self.swap_funders(index, index.wrapping_sub(1));
            }
            FinancingAction::MoveDown(index) => return self.swap_funders(index, index + 1),
            FinancingAction::SetParty(index, party) => {
                let Some(funder) = plan.get_mut(index) else { return };
                funder.party = party;
            }
            FinancingAction::PayByShare(index, by_share) => {
                let Some(funder) = plan.get_mut(index) else { return };
                funder.pays = self.convert_payment(funder.pays, by_share);
                let replaced = [FunderField::Amount, FunderField::Share];
                return self.commit_over_fields(plan, index, &replaced);
            }
            FinancingAction::SetTemporary(index, temporary) => {
                let Some(funder) = plan.get_mut(index) else { return };
                // At first the funder stops after the last year but one.
                let years = self.workspace.inputs.general(General::Horizon) as u32;
                funder.until = temporary.then(|| years.saturating_sub(1).max(1));
                return self.commit_over_fields(plan, index, &[FunderField::Until]);
            }
        }
        self.commit_plan(plan, keys, Some);
    }

    fn remove_funder(&mut self, index: usize) {
        let mut plan = self.scenario().plan.to_vec();
        let mut keys = self.funder_keys().to_vec();
        if index >= plan.len() {
            return;
        }
        plan.remove(index);
        keys.remove(index);
        self.commit_plan(plan, keys, |before| match before.cmp(&index) {
            Ordering::Less => Some(before),
            Ordering::Equal => None,
            Ordering::Greater => Some(before - 1),
        });
    }

    /// Swaps two funders, where both exist.
    fn swap_funders(&mut self, index: usize, other: usize) {
        let mut plan = self.scenario().plan.to_vec();
        let mut keys = self.funder_keys().to_vec();
        if index.max(other) >= plan.len() {
            return;
        }
        plan.swap(index, other);
        keys.swap(index, other);
        self.commit_plan(plan, keys, |before| match before {
            before if before == index => Some(other),
            before if before == other => Some(index),
            before => Some(before),
        });
    }

    /// Applies the name of a funder as it is typed.
    pub(crate) fn set_funder_label(&mut self, index: usize, label: String) {
        let mut plan = self.scenario().plan.to_vec();
        let Some(funder) = plan.get_mut(index) else { return };
        let word_ended = label.ends_with(' ');
        funder.label = label.chars().take(MAX_CHARACTERS).collect();
        self.commit(self.with_plan(plan), Some(FieldId::FunderLabel(index).into()));
        if word_ended {
            self.end_step();
        }
    }

    fn with_plan(&self, plan: Vec<Funder>) -> Scenario {
        Scenario { plan: crate::model::FinancingPlan::new(plan), ..self.scenario().clone() }
    }

    /// Returns a plan with a funder for each party that pays a share of the costs,
    /// with which every figure stays the same.
    fn plan_of_shares(&self) -> Vec<Funder> {
        let funder = |party: Party| {
            let share = self.workspace.inputs.cost_allocation(party, Period::FullEffect).share;
            let label = (self.text().result_sentences().party_short)(party).to_owned();
            (share > Share::ZERO).then_some(Funder {
                label,
                party,
                pays: FunderContribution::Share(share),
                until: None,
            })
        };
        let plan: Vec<Funder> = Party::ALL.into_iter().filter_map(funder).collect();
        // A share may exceed 1 by a rounding error, which a plan would refuse.
        plan.into_iter().map(|funder| Funder { pays: clamp(funder.pays), ..funder }).collect()
    }

    /// Converts a payment to a share of the present costs, or else to an amount.
    fn convert_payment(&self, pays: FunderContribution, by_share: bool) -> FunderContribution {
        let costs = self.workspace.outcome.costs.net;
        clamp(match (pays, by_share) {
            (FunderContribution::Amount(amount), true) => {
                FunderContribution::Share(Share::new(amount.ratio(costs).unwrap_or(0.0)))
            }
            (FunderContribution::Share(share), false) => {
                FunderContribution::Amount(Euro::new((costs * share).euros().round()))
            }
            (FunderContribution::Amount(_), false) | (FunderContribution::Share(_), true) => pays,
        })
    }

    /// Replaces the plan by one whose funders have other indices, and moves the
    /// drafts of their numbers with them. `new_index` gives the index of the
    /// funder that was at an index before, or `None` where it was removed.
    fn commit_plan(&mut self, plan: Vec<Funder>, keys: Vec<u32>, new_index: impl Fn(usize) -> Option<usize>) {
        let count = plan.len();
        self.commit(self.with_plan(plan), None);
        self.workspace.funder_keys = Rc::new(keys);
        self.editing.setting_drafts = with_new_keys(&self.editing.setting_drafts, |setting| match setting {
            Setting::Plan(index, field) => {
                let index = new_index(index).filter(|index| *index < count);
                index.map(|index| Setting::Plan(index, field))
            }
            Setting::Low(_)
            | Setting::High(_)
            | Setting::Draws
            | Setting::Seed
            | Setting::Network(_)
            | Setting::Helper(_) => Some(setting),
        });
    }

    /// Replaces the plan, and drops the drafts of these fields of a funder, whose
    /// numbers the new plan has replaced.
    fn commit_over_fields(&mut self, plan: Vec<Funder>, index: usize, fields: &[FunderField]) {
        self.commit_over_texts(self.with_plan(plan));
        for field in fields {
            self.editing.setting_drafts.remove(&Setting::Plan(index, *field));
        }
    }

    /// Returns the number that a field of the funder at this index shows; zero
    /// where the funder does not have that number.
    pub(crate) fn funder_number(&self, index: usize, field: FunderField) -> f64 {
        let Some(funder) = self.workspace.inputs.plan.get(index) else { return 0.0 };
        match (field, funder.pays) {
            (FunderField::Amount, FunderContribution::Amount(amount)) => amount.euros(),
            (FunderField::Share, FunderContribution::Share(share)) => share.fraction(),
            (FunderField::Until, FunderContribution::Amount(_) | FunderContribution::Share(_)) => {
                f64::from(funder.until.unwrap_or(1))
            }
            (FunderField::Amount, FunderContribution::Share(_))
            | (FunderField::Share, FunderContribution::Amount(_)) => 0.0,
        }
    }

    /// Returns which numbers a field of a funder accepts, in words.
    pub(crate) fn allowed_funder_numbers(&self, field: FunderField) -> String {
        let words = self.text();
        let (low, high) = field.limits();
        let end = |value| match field {
            FunderField::Share => words.notation.percent(value),
            FunderField::Amount | FunderField::Until => words.notation.number(value, 0),
        };
        (words.sentences.limits)(&end(low), &end(high))
    }

    /// Sets a number of a funder. An error is the sentence to show at the field;
    /// then nothing changed.
    pub(crate) fn try_funder_number(
        &mut self,
        index: usize,
        field: FunderField,
        value: f64,
    ) -> Result<(), String> {
        if !field.accepts(value) {
            let allowed = self.allowed_funder_numbers(field);
            return Err((self.text().financing().out_of_limits)(&allowed, field == FunderField::Until));
        }
        let mut plan = self.scenario().plan.to_vec();
        let Some(funder) = plan.get_mut(index) else { return Ok(()) };
        match field {
            FunderField::Amount => funder.pays = FunderContribution::Amount(Euro::new(value)),
            FunderField::Share => funder.pays = FunderContribution::Share(Share::new(value)),
            FunderField::Until => funder.until = Some(value as u32),
        }
        self.commit(self.with_plan(plan), Some(FieldId::Setting(Setting::Plan(index, field)).into()));
        Ok(())
    }
}

/// Returns a payment, moved to the nearest one that a plan accepts.
fn clamp(pays: FunderContribution) -> FunderContribution {
    match pays {
        FunderContribution::Amount(amount) => {
            FunderContribution::Amount(Euro::new(amount.euros().clamp(AMOUNT_LIMITS.0, AMOUNT_LIMITS.1)))
        }
        FunderContribution::Share(share) => {
            FunderContribution::Share(Share::new(share.fraction().clamp(SHARE_LIMITS.0, SHARE_LIMITS.1)))
        }
    }
}

#[cfg(test)]
mod tests;
