//! The reducer of the user's own lines: adds, changes, moves and removes them.
//!
//! Drafts of fields are stored by the index of their line, and ranges by its id. When a
//! line moves, both follow it.

use crate::model::inputs::{OwnCost, OwnLine, OwnSaving, OwnSide, SavingInputs};
use crate::model::{InputId, LineField, SavingKind};
use crate::scenario::examples::EXAMPLES;
use crate::scenario::{MAX_CHARACTERS, MAX_OWN_LINES, Scenario};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::state::{Draft, FieldId, State};
use litemap::LiteMap;

/// A change of the user's own lines; a number is the index of the line that changes,
/// unless the variant says otherwise.
#[derive(Clone, Debug, PartialEq)]
pub enum OwnLineAction {
    /// Adds an empty cost line.
    AddCost,
    /// Adds an empty savings line.
    AddSaving,
    /// Adds the example at this index of [`EXAMPLES`].
    AddExample(usize),
    /// Adds a copy of a line after it.
    Duplicate(usize),
    /// Swaps a line with the one before it.
    MoveUp(usize),
    /// Swaps a line with the one after it.
    MoveDown(usize),
    /// Removes a line.
    Remove(usize),
    /// Sets the kind of a savings line.
    SetKind(usize, SavingKind),
    /// Counts a savings line, or makes it p.m.
    SetCounted(usize, bool),
}

impl State {
    pub(crate) fn reduce_own_line(&mut self, action: OwnLineAction) {
        match action {
            OwnLineAction::AddCost => self.add_cost(),
            OwnLineAction::AddSaving => self.add_saving(),
            OwnLineAction::AddExample(index) => self.add_example(index),
            OwnLineAction::Duplicate(index) => self.duplicate_line(index),
            OwnLineAction::MoveUp(index) => self.swap_lines(index, index.wrapping_sub(1)),
            OwnLineAction::MoveDown(index) => self.swap_lines(index, index + 1),
            OwnLineAction::Remove(index) => self.remove_line(index),
            OwnLineAction::SetKind(index, kind) => {
                self.change_saving(index, |saving| {
                    saving.inputs.kind = kind;
                    // A benefit that is not paid is always cash.
                    if kind == SavingKind::Overdracht {
                        saving.inputs.set(LineField::Verzilverbaar, 1.0);
                    }
                });
            }
            OwnLineAction::SetCounted(index, counted) => {
                self.change_saving(index, |saving| saving.inputs.counted = counted);
            }
        }
    }

    fn add_cost(&mut self) {
        self.add_line("c", |id| OwnLine {
            id,
            label: String::new(),
            side: OwnSide::Cost(OwnCost { quantity: 1.0, amount: 0.0 }),
        });
    }

    fn add_saving(&mut self) {
        let default = |field| InputId::Own(0, field).definition().default;
        let inputs = SavingInputs::new(SavingKind::Besparing, true, default);
        let side = OwnSide::Saving(OwnSaving { unit: String::new(), inputs });
        self.add_line("c", |id| OwnLine { id, label: String::new(), side });
    }

    /// Adds the example at this index of [`EXAMPLES`].
    fn add_example(&mut self, index: usize) {
        let Some(example) = EXAMPLES.get(index) else { return };
        let (label, unit) = self.text().own_lines().examples[index];
        let prices = self.workspace.inputs.prices();
        self.add_line(example.id, |id| example.line(id, label.to_owned(), unit.to_owned(), prices));
    }

    /// Adds the line that `line` makes with a free id, unless there is no room.
    fn add_line(&mut self, stem: &str, line: impl FnOnce(String) -> OwnLine) {
        let mut scenario = self.scenario().clone();
        if scenario.own.len() >= MAX_OWN_LINES {
            return;
        }
        scenario.own.push(line(self.free_id(stem)));
        self.commit(scenario, None);
    }

    /// Returns an id for a new line that no line has yet. For the stem `c` it is
    /// `c1`, `c2` and so on; for the stem of an example `scholing`, `scholing-2` and so
    /// on.
    pub fn free_id(&self, stem: &str) -> String {
        let numbered = |number: usize| match (stem, number) {
            ("c", number) => format!("c{number}"),
            (_, 1) => stem.to_owned(),
            _ => format!("{stem}-{number}"),
        };
        let is_taken = |id: &String| self.workspace.inputs.own.iter().any(|line| line.id == *id);
        (1..).map(numbered).find(|id| !is_taken(id)).unwrap_or_default()
    }

    /// Adds a copy of a line after it, with its ranges, unless there is no room.
    fn duplicate_line(&mut self, index: usize) {
        let mut scenario = self.scenario().clone();
        let Some(line) = scenario.own.get(index).filter(|_| scenario.own.len() < MAX_OWN_LINES) else {
            return;
        };
        let mut copy = line.clone();
        copy.id = self.free_id("c");
        copy.label = truncated((self.text().own_lines().copy_of)(&line.label));
        for field in crate::model::LineField::ALL.map(|field| field.id()) {
            if let Some(range) = scenario.ranges.get(&format!("{}.{field}", line.id)).copied() {
                scenario.ranges.insert(format!("{}.{field}", copy.id), range);
            }
        }
        scenario.own.insert(index + 1, copy);
        self.commit_lines(scenario);
    }

    /// Swaps two lines, where both exist.
    fn swap_lines(&mut self, index: usize, other: usize) {
        let mut scenario = self.scenario().clone();
        if index.max(other) < scenario.own.len() {
            scenario.own.swap(index, other);
            self.commit_lines(scenario);
        }
    }

    /// Removes a line, with its ranges and the sources of its figures.
    fn remove_line(&mut self, index: usize) {
        let mut scenario = self.scenario().clone();
        if index >= scenario.own.len() {
            return;
        }
        let id = scenario.own.remove(index).id;
        scenario.ranges.retain(|name, _| name.split_once('.').is_none_or(|(line, _)| line != id));
        scenario.remove_user_sources(&id);
        self.commit_lines(scenario);
    }

    /// Changes the kind of a savings line, or whether it counts.
    fn change_saving(&mut self, index: usize, change: impl FnOnce(&mut OwnSaving)) {
        let mut scenario = self.scenario().clone();
        let Some(OwnSide::Saving(saving)) = scenario.own.get_mut(index).map(|line| &mut line.side) else {
            return;
        };
        change(saving);
        // Lines of some kinds have fewer fields; the ranges of fields that the line loses
        // are removed.
        let without_field: Vec<String> = scenario
            .ranges
            .iter()
            .map(|(name, _)| name.clone())
            .filter(|name| scenario.input(name).is_none())
            .collect();
        for name in without_field {
            scenario.ranges.remove(&name);
        }
        self.commit_lines(scenario);
    }

    /// Applies the name of a line as it is typed.
    pub(crate) fn set_own_label(&mut self, index: usize, text: String) {
        let mut scenario = self.scenario().clone();
        let Some(line) = scenario.own.get_mut(index) else { return };
        let word_ended = text.ends_with(' ');
        line.label = truncated(text);
        self.commit(scenario, Some(FieldId::OwnLabel(index).into()));
        if word_ended {
            self.end_step();
        }
    }

    /// Applies the unit of a savings line as it is typed.
    pub(crate) fn set_own_unit(&mut self, index: usize, text: String) {
        let mut scenario = self.scenario().clone();
        let Some(OwnSide::Saving(saving)) = scenario.own.get_mut(index).map(|line| &mut line.side) else {
            return;
        };
        let word_ended = text.ends_with(' ');
        saving.unit = truncated(text);
        self.commit(scenario, Some(FieldId::OwnUnit(index).into()));
        if word_ended {
            self.end_step();
        }
    }

    /// Commits a scenario whose own lines may have other indices or fewer fields
    /// than before. Drafts move with their line; drafts of fields that it lost are
    /// removed.
    fn commit_lines(&mut self, scenario: Scenario) {
        let before = self.scenario().own.clone();
        self.commit(scenario, None);
        let after = self.scenario().own.clone();
        let new_id = |id: InputId| match id {
            InputId::Own(index, field) => {
                let index = after.iter().position(|line| line.id == before[index].id)?;
                after[index].has(field).then_some(InputId::Own(index, field))
            }
            InputId::General(_) | InputId::Line(..) => Some(id),
        };
        self.editing.input_drafts = with_new_keys(&self.editing.input_drafts, new_id);
        self.editing.setting_drafts = with_new_keys(&self.editing.setting_drafts, |setting| match setting {
            Setting::Low(id) => new_id(id).map(Setting::Low),
            Setting::High(id) => new_id(id).map(Setting::High),
            Setting::Draws | Setting::Seed | Setting::Plan(..) | Setting::Network(_) | Setting::Helper(_) => {
                Some(setting)
            }
        });
    }
}

/// Returns the drafts with the keys that `new_key` gives for the old ones; drafts
/// without a new key are left out.
pub(crate) fn with_new_keys<K: Ord + Copy>(
    drafts: &LiteMap<K, Draft>,
    new_key: impl Fn(K) -> Option<K>,
) -> LiteMap<K, Draft> {
    drafts.iter().filter_map(|(key, draft)| Some((new_key(*key)?, draft.clone()))).collect()
}

/// Returns a text, cut at the number of characters that a scenario accepts.
fn truncated(text: String) -> String {
    text.chars().take(MAX_CHARACTERS).collect()
}

#[cfg(test)]
mod tests;
