//! The reducer of the dekkingsplan: funders come, change, move and go.

use crate::model::financing::{
    AMOUNT_LIMITS, Funder, FunderContribution, LAST_YEAR_LIMITS, MOST_FUNDERS, SHARE_LIMITS,
};
use crate::model::{Euro, General, Party, Share};
use crate::number::Style;
use crate::scenario::{MOST_CHARACTERS, Scenario};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::own_lines::state::along;
use crate::ui::state::{FieldId, State};
use std::cmp::Ordering;
use std::rc::Rc;

/// A number of a funder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FunderField {
    /// The euros a year.
    Amount,
    /// The part of the costs.
    Share,
    /// The last year.
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

    /// Returns how the field shows the number.
    pub fn number_style(self) -> Style {
        match self {
            FunderField::Share => Style::Percent,
            FunderField::Amount | FunderField::Until => Style::Plain,
        }
    }
}

/// A change of the dekkingsplan, each funder by its position.
#[derive(Clone, Debug, PartialEq)]
pub enum FinancingAction {
    /// Makes a plan of the shares as they are.
    Begin,
    /// Drops the plan: the shares hold again.
    Drop,
    /// Adds a funder.
    Add,
    /// Removes a funder.
    Remove(usize),
    /// Swaps a funder with the one before it.
    MoveUp(usize),
    /// Swaps a funder with the one behind it.
    MoveDown(usize),
    /// Sets the party that a funder counts as.
    SetParty(usize, Party),
    /// Lets a funder pay a share of the costs, or else an amount.
    PayByShare(usize, bool),
    /// Lets a funder stop after a year, or else pay for good.
    SetTemporary(usize, bool),
}

impl State {
    /// Returns a key for each funder of the plan that is shown, in their order:
    /// it stays a funder's own when others come, move and go. No two are equal.
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
                if plan.len() == MOST_FUNDERS {
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
            FinancingAction::Remove(position) => return self.remove_funder(position),
            FinancingAction::MoveUp(position) => {
                return self.swap_funders(position, position.wrapping_sub(1));
            }
            FinancingAction::MoveDown(position) => return self.swap_funders(position, position + 1),
            FinancingAction::SetParty(position, party) => {
                let Some(funder) = plan.get_mut(position) else { return };
                funder.party = party;
            }
            FinancingAction::PayByShare(position, by_share) => {
                let Some(funder) = plan.get_mut(position) else { return };
                funder.pays = self.other_way(funder.pays, by_share);
                return self.commit_without(plan, position, &[FunderField::Amount, FunderField::Share]);
            }
            FinancingAction::SetTemporary(position, temporary) => {
                let Some(funder) = plan.get_mut(position) else { return };
                // A year to begin with: the one before the last.
                let years = self.workspace.inputs.general(General::Horizon) as u32;
                funder.until = temporary.then(|| years.saturating_sub(1).max(1));
                return self.commit_without(plan, position, &[FunderField::Until]);
            }
        }
        self.commit_plan(plan, keys, Some);
    }

    fn remove_funder(&mut self, position: usize) {
        let mut plan = self.scenario().plan.to_vec();
        let mut keys = self.funder_keys().to_vec();
        if position >= plan.len() {
            return;
        }
        plan.remove(position);
        keys.remove(position);
        self.commit_plan(plan, keys, |of| match of.cmp(&position) {
            Ordering::Less => Some(of),
            Ordering::Equal => None,
            Ordering::Greater => Some(of - 1),
        });
    }

    /// Swaps two funders, where both exist.
    fn swap_funders(&mut self, position: usize, other: usize) {
        let mut plan = self.scenario().plan.to_vec();
        let mut keys = self.funder_keys().to_vec();
        if position.max(other) >= plan.len() {
            return;
        }
        plan.swap(position, other);
        keys.swap(position, other);
        self.commit_plan(plan, keys, |of| match of {
            of if of == position => Some(other),
            of if of == other => Some(position),
            of => Some(of),
        });
    }

    /// Takes in the name of a funder as it is typed.
    pub(crate) fn set_funder_label(&mut self, position: usize, label: String) {
        let mut plan = self.scenario().plan.to_vec();
        let Some(funder) = plan.get_mut(position) else { return };
        let word_ended = label.ends_with(' ');
        funder.label = label.chars().take(MOST_CHARACTERS).collect();
        self.commit(self.with_plan(plan), Some(FieldId::FunderLabel(position).into()));
        self.end_word(word_ended);
    }

    fn with_plan(&self, plan: Vec<Funder>) -> Scenario {
        Scenario { plan: crate::model::FinancingPlan::new(plan), ..self.scenario().clone() }
    }

    /// Returns a plan that leaves every figure as it is.
    fn plan_of_shares(&self) -> Vec<Funder> {
        let funder = |party: Party| {
            let share = self.workspace.inputs.cost_allocation(party, 1).share;
            let label = (self.text().sentences.party_short)(party).to_owned();
            (share > Share::NONE).then_some(Funder {
                label,
                party,
                pays: FunderContribution::Share(share),
                until: None,
            })
        };
        let plan: Vec<Funder> = Party::ALL.into_iter().filter_map(funder).collect();
        // Shares are at most the whole, but they may exceed it by rounding.
        plan.into_iter().map(|funder| Funder { pays: bounded(funder.pays), ..funder }).collect()
    }

    /// Returns a payment as a share of the costs as they are, or as an amount.
    fn other_way(&self, pays: FunderContribution, by_share: bool) -> FunderContribution {
        let costs = self.workspace.outcome.costs.net;
        bounded(match (pays, by_share) {
            (FunderContribution::Amount(amount), true) => {
                FunderContribution::Share(Share::new(amount.ratio(costs).unwrap_or(0.0)))
            }
            (FunderContribution::Share(share), false) => {
                FunderContribution::Amount(Euro::new((costs * share).euros().round()))
            }
            (FunderContribution::Amount(_), false) | (FunderContribution::Share(_), true) => pays,
        })
    }

    /// Replaces the plan by one whose funders have other positions: what is being
    /// typed goes along with them.
    fn commit_plan(&mut self, plan: Vec<Funder>, keys: Vec<u32>, moved: impl Fn(usize) -> Option<usize>) {
        let count = plan.len();
        self.commit(self.with_plan(plan), None);
        self.workspace.funder_keys = Rc::new(keys);
        self.editing.setting_drafts = along(&self.editing.setting_drafts, |setting| match setting {
            Setting::Plan(position, field) => {
                let now = moved(position).filter(|position| *position < count);
                now.map(|position| Setting::Plan(position, field))
            }
            Setting::Low(_) | Setting::High(_) | Setting::Draws | Setting::Seed | Setting::Network(_) => {
                Some(setting)
            }
        });
    }

    /// Replaces the plan; what was typed in these fields of a funder goes.
    fn commit_without(&mut self, plan: Vec<Funder>, position: usize, fields: &[FunderField]) {
        self.commit_over_texts(self.with_plan(plan));
        for field in fields {
            self.editing.setting_drafts.remove(&Setting::Plan(position, *field));
        }
    }

    /// Returns the number that a field of the plan shows.
    pub(crate) fn entry(&self, position: usize, field: FunderField) -> f64 {
        let Some(funder) = self.workspace.inputs.plan.get(position) else { return 0.0 };
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

    /// Returns the numbers that a field of the plan accepts, in words.
    pub(crate) fn entry_allowed(&self, field: FunderField) -> String {
        let words = self.text();
        let (low, high) = field.limits();
        let end = |value| match field {
            FunderField::Share => words.notation.percent(value),
            FunderField::Amount | FunderField::Until => words.notation.number(value, 0),
        };
        (words.sentences.limits)(&end(low), &end(high))
    }

    /// Sets a number of a funder, or says in words what is wrong with it.
    pub(crate) fn try_entry(
        &mut self,
        position: usize,
        field: FunderField,
        value: f64,
    ) -> Result<(), String> {
        let (low, high) = field.limits();
        let whole = field != FunderField::Until || value.fract() == 0.0;
        if !(whole && (low..=high).contains(&value)) {
            let allowed = self.entry_allowed(field);
            return Err((self.text().financing().out_of_limits)(&allowed, field == FunderField::Until));
        }
        let mut plan = self.scenario().plan.to_vec();
        let Some(funder) = plan.get_mut(position) else { return Ok(()) };
        match field {
            FunderField::Amount => funder.pays = FunderContribution::Amount(Euro::new(value)),
            FunderField::Share => funder.pays = FunderContribution::Share(Share::new(value)),
            FunderField::Until => funder.until = Some(value as u32),
        }
        self.commit(self.with_plan(plan), Some(FieldId::Setting(Setting::Plan(position, field)).into()));
        Ok(())
    }
}

/// Returns a payment within what a plan accepts.
fn bounded(pays: FunderContribution) -> FunderContribution {
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
