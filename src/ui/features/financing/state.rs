//! How the dekkingsplan changes: funders come, change, move and go.

use crate::model::financing::{
    AMOUNT_LIMITS, Funder, FunderContribution, LAST_YEAR_LIMITS, MOST_FUNDERS, SHARE_LIMITS,
};
use crate::model::{Euro, General, Party, Share};
use crate::number::Style;
use crate::scenario::{MOST_CHARACTERS, Scenario};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::own_lines::state::along;
use crate::ui::state::{Editing, State};
use std::rc::Rc;

/// A number of a funder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// Euros a year.
    Amount,
    /// The part of the costs.
    Share,
    /// The last year.
    Until,
}

impl Entry {
    /// All of them.
    pub const ALL: [Entry; 3] = [Entry::Amount, Entry::Share, Entry::Until];

    /// The name in files.
    pub fn id(self) -> &'static str {
        match self {
            Entry::Amount => "amount",
            Entry::Share => "share",
            Entry::Until => "until",
        }
    }

    /// The numbers that are allowed.
    fn limits(self) -> (f64, f64) {
        match self {
            Entry::Amount => AMOUNT_LIMITS,
            Entry::Share => SHARE_LIMITS,
            Entry::Until => LAST_YEAR_LIMITS,
        }
    }

    /// How its field shows it.
    pub fn number_style(self) -> Style {
        if self == Entry::Share { Style::Percent } else { Style::Plain }
    }
}

/// Something that happens to the plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Planning {
    /// It begins, with the shares as they are.
    Begin,
    /// It goes: the shares hold again.
    Drop,
    /// A funder is added.
    Add,
    /// A funder is removed.
    Remove(usize),
    /// A funder changes places with the one before it, or else behind it.
    Move(usize, bool),
    /// A funder's name.
    Label(usize, String),
    /// As which party it counts.
    Party(usize, Party),
    /// Whether it pays a part of the costs, or else an amount.
    ByShare(usize, bool),
    /// Whether it stops, or else pays for good.
    Temporary(usize, bool),
}

impl State {
    /// A key for each funder of the plan that is shown, in their order: it
    /// stays a funder's own when others come, move and go. No two are equal.
    pub fn funders(&self) -> Rc<Vec<u32>> {
        let count = self.inputs.plan.len();
        if self.funders.len() == count { self.funders.clone() } else { Rc::new((0..count as u32).collect()) }
    }

    pub(crate) fn act_plan(&mut self, what: Planning) {
        let mut plan = self.scenario().plan.to_vec();
        let count = plan.len();
        let mut keys = self.funders().to_vec();
        match what {
            Planning::Begin => plan = self.plan_of_shares(),
            Planning::Drop => plan.clear(),
            Planning::Add if count < MOST_FUNDERS => {
                plan.push(Funder {
                    label: String::new(),
                    party: Party::Overig,
                    pays: FunderContribution::Amount(Euro::ZERO),
                    until: None,
                });
                keys.push(keys.iter().max().map_or(0, |most| most + 1));
            }
            Planning::Remove(place) if place < count => {
                plan.remove(place);
                keys.remove(place);
                return self.commit_plan(plan, keys, |of| match of {
                    of if of == place => None,
                    of if of > place => Some(of - 1),
                    of => Some(of),
                });
            }
            Planning::Move(place, up) => {
                let other = if up { place.wrapping_sub(1) } else { place + 1 };
                if place.max(other) >= count {
                    return;
                }
                plan.swap(place, other);
                keys.swap(place, other);
                return self.commit_plan(plan, keys, |of| match of {
                    of if of == place => Some(other),
                    of if of == other => Some(place),
                    of => Some(of),
                });
            }
            Planning::Label(place, label) if place < count => {
                let word_ended = label.ends_with(' ');
                plan[place].label = label.chars().take(MOST_CHARACTERS).collect();
                self.commit(self.with_plan(plan), Some(Editing::Funder(place)));
                return self.end_word(word_ended);
            }
            Planning::Party(place, party) if place < count => plan[place].party = party,
            Planning::ByShare(place, by_share) if place < count => {
                plan[place].pays = self.other_way(plan[place].pays, by_share);
                return self.commit_without(plan, place, &[Entry::Amount, Entry::Share]);
            }
            Planning::Temporary(place, temporary) if place < count => {
                // Something to begin with: the year before the last one.
                let years = self.inputs.general(General::Horizon) as u32;
                plan[place].until = temporary.then(|| years.saturating_sub(1).max(1));
                return self.commit_without(plan, place, &[Entry::Until]);
            }
            _ => return,
        }
        self.commit_plan(plan, keys, Some);
    }

    fn with_plan(&self, plan: Vec<Funder>) -> Scenario {
        Scenario { plan: crate::model::FinancingPlan::new(plan), ..self.scenario().clone() }
    }

    /// A plan that leaves every figure as it is.
    fn plan_of_shares(&self) -> Vec<Funder> {
        let funder = |party: Party| {
            let share = self.inputs.cost_allocation(party, 1).share;
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

    /// The same payment, said in the other way, of the costs as they are.
    fn other_way(&self, pays: FunderContribution, by_share: bool) -> FunderContribution {
        let costs = self.outcome.costs.net;
        bounded(match (pays, by_share) {
            (FunderContribution::Amount(amount), true) => {
                FunderContribution::Share(Share::new(amount.ratio(costs).unwrap_or(0.0)))
            }
            (FunderContribution::Share(share), false) => {
                FunderContribution::Amount(Euro::new((costs * share).euros().round()))
            }
            (same, _) => same,
        })
    }

    /// Makes this the plan, with funders in other places: what is being typed
    /// goes along with them.
    fn commit_plan(&mut self, plan: Vec<Funder>, keys: Vec<u32>, now: impl Fn(usize) -> Option<usize>) {
        let left = plan.len();
        self.commit(self.with_plan(plan), None);
        self.funders = Rc::new(keys);
        self.settings = along(&self.settings, |setting| match setting {
            Setting::Plan(place, entry) => {
                now(place).filter(|place| *place < left).map(|place| Setting::Plan(place, entry))
            }
            other => Some(other),
        });
    }

    /// Makes this the plan; what was typed in these fields goes.
    fn commit_without(&mut self, plan: Vec<Funder>, place: usize, entries: &[Entry]) {
        self.commit_over(self.with_plan(plan));
        for entry in entries {
            self.settings.remove(&Setting::Plan(place, *entry));
        }
    }

    /// The number that a field of the plan shows.
    pub(crate) fn entry(&self, place: usize, entry: Entry) -> f64 {
        let Some(funder) = self.inputs.plan.get(place) else { return 0.0 };
        match (entry, funder.pays) {
            (Entry::Amount, FunderContribution::Amount(amount)) => amount.euros(),
            (Entry::Share, FunderContribution::Share(share)) => share.fraction(),
            (Entry::Until, _) => f64::from(funder.until.unwrap_or(1)),
            _ => 0.0,
        }
    }

    /// The numbers that a field of the plan accepts, in words.
    pub(crate) fn entry_allowed(&self, entry: Entry) -> String {
        let words = self.text();
        let (low, high) = entry.limits();
        let end = |value| match entry {
            Entry::Share => words.notation.percent(value),
            _ => words.notation.number(value, 0),
        };
        (words.sentences.limits)(&end(low), &end(high))
    }

    pub(crate) fn try_entry(&mut self, place: usize, entry: Entry, value: f64) -> Result<(), String> {
        let (low, high) = entry.limits();
        let whole = entry != Entry::Until || value.fract() == 0.0;
        if !(whole && (low..=high).contains(&value)) {
            let allowed = self.entry_allowed(entry);
            return Err((self.text().financing.out_of_limits)(&allowed, entry == Entry::Until));
        }
        let mut plan = self.scenario().plan.to_vec();
        let Some(funder) = plan.get_mut(place) else { return Ok(()) };
        match entry {
            Entry::Amount => funder.pays = FunderContribution::Amount(Euro::new(value)),
            Entry::Share => funder.pays = FunderContribution::Share(Share::new(value)),
            Entry::Until => funder.until = Some(value as u32),
        }
        self.commit(self.with_plan(plan), Some(Editing::Setting(Setting::Plan(place, entry))));
        Ok(())
    }
}

/// Within what a plan accepts.
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
