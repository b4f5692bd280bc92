//! How the user's own lines come, change, move and go.
//!
//! What is being typed and what a range is set to go by a line's place and by
//! its id: both follow the line wherever it goes.

use crate::model::inputs::{OwnCost, OwnLine, OwnSaving, OwnSide, SavingInputs};
use crate::model::{InputId, SavingKind};
use crate::scenario::examples::EXAMPLES;
use crate::scenario::{MOST_CHARACTERS, Scenario};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::state::{Draft, FieldId, State};
use litemap::LiteMap;

/// A change of the user's own lines, each by its position.
#[derive(Clone, Debug, PartialEq)]
pub enum OwnLineAction {
    /// Adds an empty cost line.
    AddCost,
    /// Adds an empty savings line.
    AddSaving,
    /// Adds the example at this index of [`EXAMPLES`].
    AddExample(usize),
    /// Adds a copy of a line behind it.
    Duplicate(usize),
    /// Swaps a line with the one before it.
    MoveUp(usize),
    /// Swaps a line with the one behind it.
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
            OwnLineAction::Duplicate(position) => self.duplicate(position),
            OwnLineAction::MoveUp(position) => self.swap_lines(position, position.wrapping_sub(1)),
            OwnLineAction::MoveDown(position) => self.swap_lines(position, position + 1),
            OwnLineAction::Remove(position) => self.remove(position),
            OwnLineAction::SetKind(position, kind) => {
                self.change_saving(position, |saving| saving.inputs.kind = kind);
            }
            OwnLineAction::SetCounted(position, counted) => {
                self.change_saving(position, |saving| saving.inputs.counted = counted);
            }
        }
    }

    fn add_cost(&mut self) {
        self.add("c", |id| OwnLine {
            id,
            label: String::new(),
            side: OwnSide::Cost(OwnCost { quantity: 1.0, amount: 0.0 }),
        });
    }

    fn add_saving(&mut self) {
        let neutral = |part| InputId::Own(0, part).definition().default;
        let inputs = SavingInputs::new(SavingKind::Besparing, true, neutral);
        let side = OwnSide::Saving(OwnSaving { unit: String::new(), inputs });
        self.add("c", |id| OwnLine { id, label: String::new(), side });
    }

    /// Adds the example at this place of the list of examples.
    fn add_example(&mut self, place: usize) {
        let Some(example) = EXAMPLES.get(place) else { return };
        let (label, unit) = self.text().own_lines().examples[place];
        let year = self.workspace.inputs.year();
        self.add(example.id, |id| example.line(id, label.to_owned(), unit.to_owned(), year));
    }

    fn add(&mut self, stem: &str, line: impl FnOnce(String) -> OwnLine) {
        let mut scenario = self.scenario().clone();
        scenario.own.push(line(self.free_id(stem)));
        self.commit(scenario, None);
    }

    /// An id for a new line, which no line has: `c` and a number, or the name
    /// of an example, from the second on with a number behind it.
    pub fn free_id(&self, stem: &str) -> String {
        let numbered = |number: usize| match (stem, number) {
            ("c", number) => format!("c{number}"),
            (_, 1) => stem.to_owned(),
            _ => format!("{stem}-{number}"),
        };
        let taken = |id: &String| self.workspace.inputs.own.iter().any(|line| line.id == *id);
        (1..).map(numbered).find(|id| !taken(id)).unwrap_or_default()
    }

    /// Adds a copy of a line behind it, with its ranges.
    fn duplicate(&mut self, place: usize) {
        let mut scenario = self.scenario().clone();
        let Some(line) = scenario.own.get(place) else { return };
        let mut copy = line.clone();
        copy.id = self.free_id("c");
        copy.label = short((self.text().own_lines().copy_of)(&line.label));
        for part in crate::model::LineField::ALL.map(|part| part.id()) {
            if let Some(range) = scenario.ranges.get(&format!("{}.{part}", line.id)).copied() {
                scenario.ranges.insert(format!("{}.{part}", copy.id), range);
            }
        }
        scenario.own.insert(place + 1, copy);
        self.commit_lines(scenario);
    }

    /// Swaps two lines, where both exist.
    fn swap_lines(&mut self, position: usize, other: usize) {
        let mut scenario = self.scenario().clone();
        if position.max(other) < scenario.own.len() {
            scenario.own.swap(position, other);
            self.commit_lines(scenario);
        }
    }

    /// Removes a line, with its ranges.
    fn remove(&mut self, place: usize) {
        let mut scenario = self.scenario().clone();
        if place >= scenario.own.len() {
            return;
        }
        let id = scenario.own.remove(place).id;
        scenario.ranges.retain(|name, _| name.split_once('.').is_none_or(|(line, _)| line != id));
        scenario.remove_user_sources(&id);
        self.commit_lines(scenario);
    }

    /// Changes a savings line in something other than its numbers and texts.
    fn change_saving(&mut self, position: usize, change: impl FnOnce(&mut OwnSaving)) {
        let mut scenario = self.scenario().clone();
        let Some(OwnSide::Saving(saving)) = scenario.own.get_mut(position).map(|line| &mut line.side) else {
            return;
        };
        change(saving);
        // A line in nobody's budget has fewer parts, and no ranges for those.
        let gone: Vec<String> = scenario
            .ranges
            .iter()
            .map(|(name, _)| name.clone())
            .filter(|name| scenario.input(name).is_none())
            .collect();
        for name in gone {
            scenario.ranges.remove(&name);
        }
        self.commit_lines(scenario);
    }

    /// Takes in the name of a line as it is typed.
    pub(crate) fn set_own_label(&mut self, position: usize, text: String) {
        let mut scenario = self.scenario().clone();
        let Some(line) = scenario.own.get_mut(position) else { return };
        let word_ended = text.ends_with(' ');
        line.label = short(text);
        self.commit(scenario, Some(FieldId::OwnLabel(position).into()));
        self.end_word(word_ended);
    }

    /// Takes in the unit of a savings line as it is typed.
    pub(crate) fn set_own_unit(&mut self, position: usize, text: String) {
        let mut scenario = self.scenario().clone();
        let Some(OwnSide::Saving(saving)) = scenario.own.get_mut(position).map(|line| &mut line.side) else {
            return;
        };
        let word_ended = text.ends_with(' ');
        saving.unit = short(text);
        self.commit(scenario, Some(FieldId::OwnUnit(position).into()));
        self.end_word(word_ended);
    }

    /// Takes in the name of the scenario as it is typed.
    pub(crate) fn rename_scenario(&mut self, text: &str) {
        let name: String = text.chars().take(MOST_CHARACTERS).collect();
        let word_ended = text.ends_with(' ');
        self.commit(Scenario { name, ..self.scenario().clone() }, Some(FieldId::ScenarioName.into()));
        self.end_word(word_ended);
    }

    /// Ends a step of typing with each word: a text is undone word by word.
    pub(crate) fn end_word(&mut self, ended: bool) {
        if ended {
            self.editing.active_source = None;
        }
    }

    /// Makes this the scenario, whose own lines may stand elsewhere or have
    /// fewer parts: texts that are being typed go along with their line.
    fn commit_lines(&mut self, scenario: Scenario) {
        let before = self.scenario().own.clone();
        self.commit(scenario, None);
        let now = self.scenario().own.clone();
        let moved = |id: InputId| match id {
            InputId::Own(place, part) => {
                let line = now.iter().position(|line| line.id == before[place].id)?;
                now[line].has(part).then_some(InputId::Own(line, part))
            }
            InputId::General(_) | InputId::Line(..) => Some(id),
        };
        self.editing.input_drafts = along(&self.editing.input_drafts, moved);
        self.editing.setting_drafts = along(&self.editing.setting_drafts, |setting| match setting {
            Setting::Low(id) => moved(id).map(Setting::Low),
            Setting::High(id) => moved(id).map(Setting::High),
            Setting::Draws | Setting::Seed | Setting::Plan(..) | Setting::Network(_) => Some(setting),
        });
    }
}

/// The texts under the names that they have now.
pub(crate) fn along<K: Ord + Copy>(
    texts: &LiteMap<K, Draft>,
    now: impl Fn(K) -> Option<K>,
) -> LiteMap<K, Draft> {
    texts.iter().filter_map(|(key, draft)| Some((now(*key)?, draft.clone()))).collect()
}

/// As much of a text as a scenario keeps.
fn short(text: String) -> String {
    text.chars().take(MOST_CHARACTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{LineField, Range, Shape};
    use crate::scenario::link::Address;
    use crate::ui::state::{EditingAction, WorkspaceAction};

    fn state(custom: &str, ranges: &str) -> State {
        let mut state = State::from_address(&Address { view: String::new(), scenario: None });
        state.apply(
            WorkspaceAction::OpenFile(format!(r#"{{"custom":[{custom}],"ranges":{{{ranges}}}}}"#)).into(),
        );
        state
    }

    const THREE: &str = r#"{"id":"a","side":"cost","label":"A","quantity":1,"amount":1},
        {"id":"b","side":"saving","label":"B","quantity":2,"amount":10,"verzilverbaar":0.5},
        {"id":"c1","side":"cost","label":"C","quantity":3,"amount":100}"#;
    const RANGE: &str =
        r#""b.bedrag":{"low":5,"high":20},"b.verzilverbaar":{"kind":"uniform","low":0,"high":1}"#;

    fn ids(state: &State) -> String {
        state.workspace.inputs.own.iter().map(|line| line.id.as_str()).collect::<Vec<_>>().join(" ")
    }

    fn is_good(state: &State) {
        let scenario = state.scenario();
        assert_eq!(Scenario::parse(&scenario.to_json()).as_ref(), Ok(scenario));
    }

    #[test]
    fn own_lines_come_and_go() {
        let mut state = State::from_address(&Address { view: String::new(), scenario: None });
        state.apply(OwnLineAction::AddCost.into());
        state.apply(OwnLineAction::AddSaving.into());
        state.apply(
            EditingAction::Type(FieldId::Input(InputId::Own(1, LineField::Bedrag)), "1.000".into()).into(),
        );
        assert_eq!(state.workspace.outcome.total.savings.euros(), 155_000.0);
        state.apply(OwnLineAction::Remove(0).into());
        assert_eq!(ids(&state), "c2");
        state.apply(OwnLineAction::AddCost.into());
        assert_eq!(ids(&state), "c2 c1");
        is_good(&state);
    }

    #[test]
    fn ranges_and_texts_go_with_their_line() {
        let mut state = state(THREE, RANGE);
        let (b, range) =
            (InputId::Own(1, LineField::Bedrag), Range { shape: Shape::Pert, low: 5.0, high: 20.0 });
        state.apply(EditingAction::Type(FieldId::Input(b), "tien".into()).into());
        state.apply(EditingAction::Type(FieldId::Setting(Setting::Low(b)), "vijf".into()).into());
        state.apply(OwnLineAction::MoveUp(1).into());
        assert_eq!(ids(&state), "b a c1");
        let b = InputId::Own(0, LineField::Bedrag);
        assert_eq!(
            (state.workspace.inputs.range(b), state.editing.input_drafts[&b].text.as_str()),
            (range, "tien")
        );
        assert_eq!(state.editing.setting_drafts[&Setting::Low(b)].text, "vijf");
        state.apply(OwnLineAction::MoveUp(0).into());
        state.apply(OwnLineAction::MoveDown(2).into());
        assert_eq!(ids(&state), "b a c1");
        state.apply(OwnLineAction::Duplicate(0).into());
        assert_eq!(ids(&state), "b c2 a c1");
        assert_eq!(state.workspace.inputs.own[1].label, "B (kopie)");
        assert_eq!(state.workspace.inputs.range(InputId::Own(1, LineField::Bedrag)), range);
        state.apply(OwnLineAction::Remove(0).into());
        assert_eq!(
            state.scenario().ranges.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
            ["c2.bedrag", "c2.verzilverbaar"]
        );
        assert!(state.editing.input_drafts.is_empty() && state.editing.setting_drafts.is_empty());
        is_good(&state);
        // What was typed comes back with its line.
        state.apply(WorkspaceAction::Undo.into());
        assert_eq!(state.editing.input_drafts[&b].text, "tien");
        state.apply(WorkspaceAction::Undo.into());
        state.apply(WorkspaceAction::Undo.into());
        assert_eq!(
            (
                ids(&state).as_str(),
                state.editing.input_drafts[&InputId::Own(1, LineField::Bedrag)].text.as_str()
            ),
            ("a b c1", "tien")
        );
    }

    /// Otherwise the link would name a range of a part that is not there.
    #[test]
    fn a_line_in_nobodys_budget_loses_what_it_has_no_more() {
        let mut state = state(THREE, RANGE);
        state
            .apply(EditingAction::Type(FieldId::Input(InputId::Own(1, LineField::Rijk)), "40".into()).into());
        assert_eq!(state.editing.refused_inputs().count(), 1);
        state.apply(OwnLineAction::SetKind(1, SavingKind::Welvaart).into());
        assert_eq!(state.editing.refused_inputs().count(), 0);
        assert_eq!(state.scenario().ranges.len(), 1);
        is_good(&state);
        state.apply(WorkspaceAction::Undo.into());
        assert_eq!((state.scenario().ranges.len(), state.editing.refused_inputs().count()), (2, 1));
    }

    #[test]
    fn examples_come_in_the_prices_of_the_scenario() {
        let mut state = state("", "");
        state.apply(
            EditingAction::Type(
                FieldId::Input(InputId::General(crate::model::General::Prijspeil)),
                "2025".into(),
            )
            .into(),
        );
        for _ in 0..2 {
            (0..EXAMPLES.len()).for_each(|place| state.apply(OwnLineAction::AddExample(place).into()));
        }
        assert_eq!(
            ids(&state),
            "huisuitzetting beschermd-wonen scholing huisuitzetting-2 beschermd-wonen-2 scholing-2"
        );
        let year = state.workspace.inputs.year();
        assert!(state.workspace.inputs.own.iter().all(|line| crate::scenario::examples::is_example_value(
            line,
            LineField::Bedrag,
            year
        )));
        state.apply(
            EditingAction::Type(
                FieldId::Input(InputId::General(crate::model::General::Prijspeil)),
                "2016".into(),
            )
            .into(),
        );
        assert!(state.workspace.inputs.own.iter().all(|line| crate::scenario::examples::is_example_value(
            line,
            LineField::Bedrag,
            2016
        )));
        assert_eq!(state.workspace.inputs.own[3].get(LineField::Bedrag), 9_000.0);
        state.apply(OwnLineAction::AddExample(99).into());
        is_good(&state);
    }
}
