//! How the user's own lines come, change, move and go.
//!
//! What is being typed and what a range is set to go by a line's place and by
//! its id: both follow the line wherever it goes.

use crate::model::inputs::{OwnCost, OwnLine, OwnSaving, OwnSide, SavingInputs};
use crate::model::{InputId, SavingKind};
use crate::scenario::examples::EXAMPLES;
use crate::scenario::{MOST_CHARACTERS, Scenario};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::state::{Draft, Editing, OwnEdit, State};
use litemap::LiteMap;

impl State {
    /// Adds an empty cost.
    pub(crate) fn add_cost(&mut self) {
        self.add("c", |id| OwnLine {
            id,
            label: String::new(),
            side: OwnSide::Cost(OwnCost { quantity: 1.0, amount: 0.0 }),
        });
    }

    /// Adds an empty saving.
    pub(crate) fn add_saving(&mut self) {
        let neutral = |part| InputId::Own(0, part).definition().default;
        let inputs = SavingInputs::new(SavingKind::Besparing, true, neutral);
        let side = OwnSide::Saving(OwnSaving { unit: String::new(), inputs });
        self.add("c", |id| OwnLine { id, label: String::new(), side });
    }

    /// Adds the example at this place of the list of examples.
    pub(crate) fn add_example(&mut self, place: usize) {
        let Some(example) = EXAMPLES.get(place) else { return };
        let (label, unit) = self.text().own_lines.examples[place];
        let year = self.inputs.year();
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
        let taken = |id: &String| self.inputs.own.iter().any(|line| line.id == *id);
        (1..).map(numbered).find(|id| !taken(id)).unwrap_or_default()
    }

    /// Adds a copy of a line behind it, with its ranges.
    pub(crate) fn duplicate(&mut self, place: usize) {
        let mut scenario = self.scenario().clone();
        let Some(line) = scenario.own.get(place) else { return };
        let mut copy = line.clone();
        copy.id = self.free_id("c");
        copy.label = short((self.text().own_lines.copy_of)(&line.label));
        for part in crate::model::LineField::ALL.map(|part| part.id()) {
            if let Some(range) = scenario.ranges.get(&format!("{}.{part}", line.id)).copied() {
                scenario.ranges.insert(format!("{}.{part}", copy.id), range);
            }
        }
        scenario.own.insert(place + 1, copy);
        self.commit_lines(scenario);
    }

    /// Lets a line change places with the one before it, or else behind it.
    pub(crate) fn move_line(&mut self, place: usize, up: bool) {
        let other = if up { place.wrapping_sub(1) } else { place + 1 };
        let mut scenario = self.scenario().clone();
        if place.max(other) < scenario.own.len() {
            scenario.own.swap(place, other);
            self.commit_lines(scenario);
        }
    }

    /// Removes a line, with its ranges.
    pub(crate) fn remove(&mut self, place: usize) {
        let mut scenario = self.scenario().clone();
        if place >= scenario.own.len() {
            return;
        }
        let id = scenario.own.remove(place).id;
        scenario.ranges.retain(|name, _| name.split_once('.').is_none_or(|(line, _)| line != id));
        scenario.remove_user_sources(&id);
        self.commit_lines(scenario);
    }

    /// Changes a property of a line that is no number.
    pub(crate) fn edit_own(&mut self, place: usize, edit: OwnEdit) {
        let mut scenario = self.scenario().clone();
        let Some(line) = scenario.own.get_mut(place) else { return };
        let mut same_step = None;
        let mut word_ended = false;
        let mut typed = |text: String, step| {
            word_ended = text.ends_with(' ');
            same_step = Some(step);
            short(text)
        };
        match (edit, &mut line.side) {
            (OwnEdit::Label(text), _) => line.label = typed(text, Editing::Label(place)),
            (OwnEdit::Unit(text), OwnSide::Saving(saving)) => {
                saving.unit = typed(text, Editing::Unit(place));
            }
            (OwnEdit::Kind(kind), OwnSide::Saving(saving)) => saving.inputs.kind = kind,
            (OwnEdit::Counted(counted), OwnSide::Saving(saving)) => saving.inputs.counted = counted,
            (_, OwnSide::Cost(_)) => return,
        }
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
        match same_step {
            None => self.commit_lines(scenario),
            step => self.commit(scenario, step),
        }
        self.end_word(word_ended);
    }

    /// A text is undone word by word.
    pub(crate) fn end_word(&mut self, ended: bool) {
        if ended {
            self.editing = None;
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
            other => Some(other),
        };
        self.drafts = along(&self.drafts, moved);
        self.settings = along(&self.settings, |setting| match setting {
            Setting::Low(id) => moved(id).map(Setting::Low),
            Setting::High(id) => moved(id).map(Setting::High),
            other => Some(other),
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
    use crate::ui::features::certainty::state::Uncertain;
    use crate::ui::state::Action;

    fn state(custom: &str, ranges: &str) -> State {
        let mut state = State::at(&Address { view: String::new(), scenario: None });
        state.act(Action::Open(format!(r#"{{"custom":[{custom}],"ranges":{{{ranges}}}}}"#)));
        state
    }

    const THREE: &str = r#"{"id":"a","side":"cost","label":"A","quantity":1,"amount":1},
        {"id":"b","side":"saving","label":"B","quantity":2,"amount":10,"verzilverbaar":0.5},
        {"id":"c1","side":"cost","label":"C","quantity":3,"amount":100}"#;
    const RANGE: &str =
        r#""b.bedrag":{"low":5,"high":20},"b.verzilverbaar":{"kind":"uniform","low":0,"high":1}"#;

    fn ids(state: &State) -> String {
        state.inputs.own.iter().map(|line| line.id.as_str()).collect::<Vec<_>>().join(" ")
    }

    fn is_good(state: &State) {
        let scenario = state.scenario();
        assert_eq!(Scenario::parse(&scenario.to_json()).as_ref(), Ok(scenario));
    }

    #[test]
    fn own_lines_come_and_go() {
        let mut state = State::at(&Address { view: String::new(), scenario: None });
        state.act(Action::AddCost);
        state.act(Action::AddSaving);
        state.act(Action::Type(InputId::Own(1, LineField::Bedrag), "1.000".into()));
        assert_eq!(state.outcome.total.savings.euros(), 155_000.0);
        state.act(Action::Remove(0));
        assert_eq!(ids(&state), "c2");
        state.act(Action::AddCost);
        assert_eq!(ids(&state), "c2 c1");
        is_good(&state);
    }

    #[test]
    fn ranges_and_texts_go_with_their_line() {
        let mut state = state(THREE, RANGE);
        let (b, range) =
            (InputId::Own(1, LineField::Bedrag), Range { shape: Shape::Pert, low: 5.0, high: 20.0 });
        state.act(Action::Type(b, "tien".into()));
        state.act(Action::Uncertain(Uncertain::Type(Setting::Low(b), "vijf".into())));
        state.act(Action::Move(1, true));
        assert_eq!(ids(&state), "b a c1");
        let b = InputId::Own(0, LineField::Bedrag);
        assert_eq!((state.inputs.range(b), state.drafts[&b].text.as_str()), (range, "tien"));
        assert_eq!(state.settings[&Setting::Low(b)].text, "vijf");
        state.act(Action::Move(0, true));
        state.act(Action::Move(2, false));
        assert_eq!(ids(&state), "b a c1");
        state.act(Action::Duplicate(0));
        assert_eq!(ids(&state), "b c2 a c1");
        assert_eq!(state.inputs.own[1].label, "B (kopie)");
        assert_eq!(state.inputs.range(InputId::Own(1, LineField::Bedrag)), range);
        state.act(Action::Remove(0));
        assert_eq!(
            state.scenario().ranges.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
            ["c2.bedrag", "c2.verzilverbaar"]
        );
        assert!(state.drafts.is_empty() && state.settings.is_empty());
        is_good(&state);
        // What was typed comes back with its line.
        state.act(Action::Undo);
        assert_eq!(state.drafts[&b].text, "tien");
        state.act(Action::Undo);
        state.act(Action::Undo);
        assert_eq!(
            (ids(&state).as_str(), state.drafts[&InputId::Own(1, LineField::Bedrag)].text.as_str()),
            ("a b c1", "tien")
        );
    }

    /// Otherwise the link would name a range of a part that is not there.
    #[test]
    fn a_line_in_nobodys_budget_loses_what_it_has_no_more() {
        let mut state = state(THREE, RANGE);
        state.act(Action::Type(InputId::Own(1, LineField::Rijk), "40".into()));
        assert_eq!(state.problems().count(), 1);
        state.act(Action::Own(1, OwnEdit::Kind(SavingKind::Welvaart)));
        assert_eq!(state.problems().count(), 0);
        assert_eq!(state.scenario().ranges.len(), 1);
        is_good(&state);
        state.act(Action::Undo);
        assert_eq!((state.scenario().ranges.len(), state.problems().count()), (2, 1));
    }

    #[test]
    fn examples_come_in_the_prices_of_the_scenario() {
        let mut state = state("", "");
        state.act(Action::Type(InputId::General(crate::model::General::Prijspeil), "2025".into()));
        for _ in 0..2 {
            (0..EXAMPLES.len()).for_each(|place| state.act(Action::AddExample(place)));
        }
        assert_eq!(
            ids(&state),
            "huisuitzetting beschermd-wonen scholing huisuitzetting-2 beschermd-wonen-2 scholing-2"
        );
        let year = state.inputs.year();
        assert!(state.inputs.own.iter().all(|line| crate::scenario::examples::is_example_value(
            line,
            LineField::Bedrag,
            year
        )));
        state.act(Action::Type(InputId::General(crate::model::General::Prijspeil), "2016".into()));
        assert!(state.inputs.own.iter().all(|line| crate::scenario::examples::is_example_value(
            line,
            LineField::Bedrag,
            2016
        )));
        assert_eq!(state.inputs.own[3].get(LineField::Bedrag), 9_000.0);
        state.act(Action::AddExample(99));
        is_good(&state);
    }
}
