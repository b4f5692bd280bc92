//! How the dekkingsplan changes: funders come, change, move and go.

use super::own::along;
use super::ranges::Setting;
use super::{Editing, State};
use crate::model::financing::{AMOUNTS, Funder, LAST_YEARS, MOST_FUNDERS, Pays, SHARES};
use crate::model::{Euro, General, Party, Share};
use crate::number::Style;
use crate::scenario::{MOST_CHARACTERS, Scenario, plan};
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
            Entry::Amount => AMOUNTS,
            Entry::Share => SHARES,
            Entry::Until => LAST_YEARS,
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

    pub(super) fn act_plan(&mut self, what: Planning) {
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
                    pays: Pays::Amount(Euro::ZERO),
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
        Scenario { plan: plan::of(plan), ..self.scenario().clone() }
    }

    /// A plan that leaves every figure as it is.
    fn plan_of_shares(&self) -> Vec<Funder> {
        let funder = |party: Party| {
            let share = self.inputs.load(party, 1).share;
            let label = (self.text().sentences.party_short)(party).to_owned();
            (share > Share::NONE).then_some(Funder { label, party, pays: Pays::Share(share), until: None })
        };
        let plan: Vec<Funder> = Party::ALL.into_iter().filter_map(funder).collect();
        // Shares are at most the whole, but they may exceed it by rounding.
        plan.into_iter().map(|funder| Funder { pays: bounded(funder.pays), ..funder }).collect()
    }

    /// The same payment, said in the other way, of the costs as they are.
    fn other_way(&self, pays: Pays, by_share: bool) -> Pays {
        let costs = self.outcome.costs.net;
        bounded(match (pays, by_share) {
            (Pays::Amount(amount), true) => Pays::Share(Share::new(amount.ratio(costs).unwrap_or(0.0))),
            (Pays::Share(share), false) => Pays::Amount(Euro::new((costs * share).euros().round())),
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
    pub(super) fn entry(&self, place: usize, entry: Entry) -> f64 {
        let Some(funder) = self.inputs.plan.get(place) else { return 0.0 };
        match (entry, funder.pays) {
            (Entry::Amount, Pays::Amount(amount)) => amount.euros(),
            (Entry::Share, Pays::Share(share)) => share.fraction(),
            (Entry::Until, _) => f64::from(funder.until.unwrap_or(1)),
            _ => 0.0,
        }
    }

    /// The numbers that a field of the plan accepts, in words.
    pub(super) fn entry_allowed(&self, entry: Entry) -> String {
        let words = self.text();
        let (low, high) = entry.limits();
        let end = |value| match entry {
            Entry::Share => words.notation.percent(value),
            _ => words.notation.number(value, 0),
        };
        (words.sentences.limits)(&end(low), &end(high))
    }

    pub(super) fn try_entry(&mut self, place: usize, entry: Entry, value: f64) -> Result<(), String> {
        let (low, high) = entry.limits();
        let whole = entry != Entry::Until || value.fract() == 0.0;
        if !(whole && (low..=high).contains(&value)) {
            let allowed = self.entry_allowed(entry);
            return Err((self.text().plan().out_of_limits)(&allowed, entry == Entry::Until));
        }
        let mut plan = self.scenario().plan.to_vec();
        let Some(funder) = plan.get_mut(place) else { return Ok(()) };
        match entry {
            Entry::Amount => funder.pays = Pays::Amount(Euro::new(value)),
            Entry::Share => funder.pays = Pays::Share(Share::new(value)),
            Entry::Until => funder.until = Some(value as u32),
        }
        self.commit(self.with_plan(plan), Some(Editing::Setting(Setting::Plan(place, entry))));
        Ok(())
    }
}

/// Within what a plan accepts.
fn bounded(pays: Pays) -> Pays {
    match pays {
        Pays::Amount(amount) => Pays::Amount(Euro::new(amount.euros().clamp(AMOUNTS.0, AMOUNTS.1))),
        Pays::Share(share) => Pays::Share(Share::new(share.fraction().clamp(SHARES.0, SHARES.1))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::Address;
    use crate::model::{InputId, price};
    use crate::ui::state::ranges::Uncertain;
    use crate::ui::state::{Action, Notice};

    fn state() -> State {
        let mut state = State::at(&Address { view: String::new(), scenario: None });
        state.act(Action::Plan(Planning::Begin));
        state
    }

    fn act(state: &mut State, what: Planning) {
        state.act(Action::Plan(what));
    }

    fn typed(state: &mut State, place: usize, entry: Entry, text: &str) {
        state.act(Action::Uncertain(Uncertain::Type(Setting::Plan(place, entry), text.into())));
    }

    fn uncovered(state: &State) -> Vec<f64> {
        let years = &state.outcome.financing.as_ref().unwrap().years;
        years.iter().map(|year| year.uncovered.euros()).collect()
    }

    #[test]
    fn it_begins_with_the_shares_and_leaves_every_figure() {
        let mut state = State::at(&Address { view: String::new(), scenario: None });
        for (id, share) in [(General::FinancieringGemeente, "60"), (General::FinancieringRijk, "10")] {
            state.act(Action::Type(InputId::General(id), share.into()));
        }
        let before = state.outcome.clone();
        act(&mut state, Planning::Begin);
        let labels: Vec<&str> = state.inputs.plan.iter().map(|funder| funder.label.as_str()).collect();
        assert_eq!(labels, ["Gemeente", "Rijk", "Overig"]);
        assert_eq!(state.outcome.parties, before.parties);
        assert_eq!(uncovered(&state), [0.0; 4]);
        assert_eq!(state.changes(), 3);
        act(&mut state, Planning::Drop);
        assert_eq!(state.outcome, before);
    }

    #[test]
    fn a_funder_is_typed_moved_removed_and_undone() {
        let mut state = state();
        act(&mut state, Planning::ByShare(0, false));
        typed(&mut state, 0, Entry::Amount, "200.000");
        act(&mut state, Planning::Add);
        typed(&mut state, 1, Entry::Amount, "100.000");
        act(&mut state, Planning::Label(1, "Fonds Y".into()));
        act(&mut state, Planning::Temporary(1, true));
        typed(&mut state, 1, Entry::Until, "2");
        assert_eq!(uncovered(&state), [0.0, 0.0, 100_000.0, 100_000.0]);
        // What is no good waits with its funder, and comes back with undo.
        typed(&mut state, 1, Entry::Amount, "veel");
        assert_eq!(uncovered(&state), [0.0, 0.0, 100_000.0, 100_000.0]);
        act(&mut state, Planning::Move(1, true));
        assert_eq!(state.settings[&Setting::Plan(0, Entry::Amount)].text, "veel");
        act(&mut state, Planning::Remove(0));
        assert_eq!(state.settings[&Setting::Plan(0, Entry::Amount)].text, "200.000");
        state.act(Action::Undo);
        assert_eq!(state.settings[&Setting::Plan(0, Entry::Amount)].text, "veel");
        assert_eq!(state.inputs.plan[0].label, "Fonds Y");
        let scenario = state.scenario().clone();
        assert_eq!(Scenario::parse(&scenario.to_json()), Ok(scenario));
    }

    /// Also of funders that look alike, and after undo.
    #[test]
    fn a_key_stays_with_its_funder() {
        let mut state = state();
        (0..3).for_each(|_| act(&mut state, Planning::Add));
        assert_eq!(*state.funders(), [0, 1, 2, 3]);
        act(&mut state, Planning::Move(3, true));
        act(&mut state, Planning::Remove(0));
        assert_eq!(*state.funders(), [1, 3, 2]);
        act(&mut state, Planning::Add);
        typed(&mut state, 3, Entry::Amount, "5");
        assert_eq!(*state.funders(), [1, 3, 2, 4]);
        // Two that are equal changing places is no step.
        for expected in [vec![1, 3, 2, 4], vec![1, 3, 2], vec![0, 1, 3, 2], vec![0, 1, 2]] {
            state.act(Action::Undo);
            assert_eq!(*state.funders(), expected);
        }
        act(&mut state, Planning::Drop);
        act(&mut state, Planning::Begin);
        assert_eq!(*state.funders(), [0]);
    }

    #[test]
    fn limits_are_named_beside_the_field() {
        let mut state = state();
        for (entry, bad, allowed) in [
            (Entry::Share, "101", "100%"),
            (Entry::Until, "2,5", "20"),
            (Entry::Amount, "-1", "1.000.000.000"),
        ] {
            typed(&mut state, 0, entry, bad);
            let problem = state.settings[&Setting::Plan(0, entry)].problem.clone().unwrap();
            assert!(problem.contains(allowed), "{problem}");
        }
        assert_eq!(state.inputs.plan[0].pays, Pays::Share(Share::ALL));
        for _ in 0..30 {
            act(&mut state, Planning::Add);
        }
        assert_eq!(state.inputs.plan.len(), MOST_FUNDERS);
        act(&mut state, Planning::Remove(99));
        act(&mut state, Planning::Move(0, true));
        act(&mut state, Planning::Party(99, Party::Rijk));
        assert_eq!(state.inputs.plan.len(), MOST_FUNDERS);
    }

    #[test]
    fn amounts_follow_the_price_year() {
        let mut state = state();
        act(&mut state, Planning::ByShare(0, false));
        state.act(Action::Type(InputId::General(General::Prijspeil), "2025".into()));
        let Pays::Amount(amount) = state.inputs.plan[0].pays else { panic!() };
        assert!((amount.euros() - 300_000.0 * price::factor(2025)).abs() < 1e-6);
        assert!(matches!(state.notice, Some(Notice::Converted { amounts: 1, .. })));
        assert!(uncovered(&state).iter().all(|euros| *euros == 0.0));
    }
}
