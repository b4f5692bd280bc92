//! The actions that the first view does without; they come with the second
//! part of the program.

use crate::model::inputs::OwnSide;
use crate::model::simulation::SimulationSettings;
use crate::model::{BreakEvenValue, InputId, Line, LineField, Preset, break_even_value};
use crate::scenario::changes::Change;
use crate::scenario::{MOST_CHARACTERS, Scenario};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::certainty::state::Uncertain;
use crate::ui::features::financing::state::Planning;
use crate::ui::state::{Action, Editing, Notice, ScaleOffer, State};

impl State {
    /// Does what the action says, where [`State::act`] does not.
    pub(crate) fn act_rest(&mut self, action: Action) {
        match action {
            Action::ScaleSavings => self.scale_savings(),
            Action::PutBack(change) => self.put_back(change),
            Action::Mark(id, from) => {
                let mut scenario = self.scenario().clone();
                scenario.set_user_source(&self.inputs.name(id), from.as_deref());
                // To type where it comes from is a step of its own.
                let typing = from.filter(|from| !from.is_empty()).map(|_| Editing::Mark(id));
                self.commit(scenario, typing);
            }
            Action::Explore(id) => self.explored = id,
            Action::BreakEven(id) => {
                if let BreakEvenValue::At(value) = break_even_value(&self.inputs, id) {
                    self.act(Action::Slide(id, value));
                    self.editing = None;
                }
            }
            Action::StartOver => {
                self.commit_all(Scenario::new(Preset::Brochure));
                self.notice = Some(Notice::Anew);
            }
            Action::AddCost => self.add_cost(),
            Action::AddSaving => self.add_saving(),
            Action::AddExample(place) => self.add_example(place),
            Action::Duplicate(place) => self.duplicate(place),
            Action::Move(place, up) => self.move_line(place, up),
            Action::Own(place, edit) => self.edit_own(place, edit),
            Action::Remove(place) => self.remove(place),
            Action::Name(name) => {
                let name: String = name.chars().take(MOST_CHARACTERS).collect();
                let word_ended = name.ends_with(' ');
                self.commit(Scenario { name, ..self.scenario().clone() }, Some(Editing::Name));
                self.end_word(word_ended);
            }
            Action::Open(text) => self.open(&text),
            Action::Scenarios(what) => self.act_scenarios(what),
            Action::Uncertain(what) => self.act_uncertain(what),
            Action::Sources(what) => self.act_sources(what),
            Action::Offer(what) => self.act_offer(what),
            Action::Explain(what) => self.act_explained(what),
            Action::Plan(what) => self.act_plan(what),
            Action::Goal(what) => self.act_goal(what),
            _ => {}
        }
    }

    fn scale_savings(&mut self) {
        let Some(ScaleOffer { from, to }) = self.offer else { return };
        let mut scenario = self.scenario().clone();
        for line in Line::ALL {
            let id = InputId::Line(line, LineField::Aantal);
            let scaled = self.inputs.get(id) * to / from;
            if scaled != self.base.get(id) {
                scenario.values.insert(id, scaled);
            }
        }
        for own in scenario.own.iter_mut().filter(|own| matches!(own.side, OwnSide::Saving(_))) {
            own.set(LineField::Aantal, own.get(LineField::Aantal) * to / from);
        }
        if scenario.issues().is_empty() {
            self.commit_all(scenario);
        }
        self.offer = None;
    }

    fn put_back(&mut self, change: Change) {
        let usual = SimulationSettings::default();
        let mut simulation = self.scenario().simulation;
        match change {
            Change::Basis => return self.act(Action::Basis(self.base.basis)),
            Change::Value(id) => return self.act(Action::Reset(id)),
            Change::Counted(line) => {
                return self.act(Action::Counted(line, self.base.line(line).counted));
            }
            Change::Own(place) => return self.act(Action::Remove(place)),
            Change::Plan => return self.act(Action::Plan(Planning::Drop)),
            Change::Range(id) => return self.act(Action::Uncertain(Uncertain::Reset(id))),
            Change::Draws => simulation.draws = usual.draws,
            Change::Seed => simulation.seed = usual.seed,
        }
        self.commit_over(Scenario { simulation, ..self.scenario().clone() });
        self.settings.remove(&if change == Change::Draws { Setting::Draws } else { Setting::Seed });
    }
}
