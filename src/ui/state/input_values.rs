//! Changes of the values of inputs: by a field, a slider or a button.

use crate::model::inputs::OwnSide;
use crate::model::inputs::value_problem;
use crate::model::simulation::SimulationSettings;
use crate::model::{
    BreakEvenValue, CostBasis, General, InputId, Issue, Line, LineField, Preset, break_even_value,
};
use crate::number::digits;
use crate::scenario::Scenario;
use crate::scenario::changes::Change;
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::financing::state::FinancingAction;
use crate::ui::features::own_lines::state::OwnLineAction;
use crate::ui::state::input_text::sentence;
use crate::ui::state::price_conversion::convert;
use crate::ui::state::{Draft, FieldId, ScaleOffer, State};

impl State {
    /// Returns a preset with what is no figure of the scenario that is shown:
    /// its name, and what is saved with it.
    pub(crate) fn fresh(&self, preset: Preset) -> Scenario {
        let now = self.scenario();
        Scenario { name: now.name.clone(), meta: now.meta.clone(), ..Scenario::new(preset) }
    }

    pub(crate) fn reset_input(&mut self, id: InputId) {
        self.editing.active = None;
        self.slide_input(id, self.workspace.preset_value(id));
        self.editing.active = None;
    }

    pub(crate) fn set_cost_basis(&mut self, basis: CostBasis) {
        let named = (basis != self.workspace.base.basis).then_some(basis);
        self.commit(Scenario { basis: named, ..self.scenario().clone() }, None);
        self.editing.scale_offer = None;
    }

    pub(crate) fn set_counted(&mut self, line: Line, counted: bool) {
        let mut scenario = self.scenario().clone();
        if counted == self.workspace.base.line(line).counted {
            scenario.counted.remove(&line);
        } else {
            scenario.counted.insert(line, counted);
        }
        self.commit(scenario, None);
    }

    pub(crate) fn set_to_break_even(&mut self, id: InputId) {
        if let BreakEvenValue::At(value) = break_even_value(&self.workspace.inputs, id) {
            self.slide_input(id, value);
            self.editing.active = None;
        }
    }

    /// Marks an input as the user's own, with where it comes from. `typed`
    /// tells that the source is being typed, which is one step.
    pub(crate) fn set_user_source(&mut self, id: InputId, source: Option<String>, typed: bool) {
        let mut scenario = self.scenario().clone();
        scenario.set_user_source(&self.workspace.inputs.name(id), source.as_deref());
        self.commit(scenario, typed.then_some(FieldId::UserSource(id).into()));
    }

    pub(crate) fn scale_savings(&mut self) {
        let Some(ScaleOffer { from, to }) = self.editing.scale_offer else { return };
        let mut scenario = self.scenario().clone();
        for line in Line::ALL {
            let id = InputId::Line(line, LineField::Aantal);
            let scaled = self.workspace.inputs.get(id) * to / from;
            if scaled != self.workspace.base.get(id) {
                scenario.values.insert(id, scaled);
            }
        }
        for own in scenario.own.iter_mut().filter(|own| matches!(own.side, OwnSide::Saving(_))) {
            own.set(LineField::Aantal, own.get(LineField::Aantal) * to / from);
        }
        if scenario.issues().is_empty() {
            self.commit_everything(scenario);
        }
        self.editing.scale_offer = None;
    }

    /// Undoes one difference from the preset.
    pub(crate) fn revert(&mut self, change: Change) {
        let usual = SimulationSettings::default();
        let mut simulation = self.scenario().simulation;
        let setting = match change {
            Change::Basis => return self.set_cost_basis(self.workspace.base.basis),
            Change::Value(id) => return self.reset_input(id),
            Change::Counted(line) => {
                return self.set_counted(line, self.workspace.base.line(line).counted);
            }
            Change::Own(position) => return self.reduce_own_line(OwnLineAction::Remove(position)),
            Change::Plan => return self.reduce_financing(FinancingAction::Drop),
            Change::Range(id) => return self.reset_range(id),
            Change::Draws => {
                simulation.draws = usual.draws;
                Setting::Draws
            }
            Change::Seed => {
                simulation.seed = usual.seed;
                Setting::Seed
            }
        };
        self.commit_over_texts(Scenario { simulation, ..self.scenario().clone() });
        self.editing.settings.remove(&setting);
    }

    /// Sets an input as a slider does; its text goes.
    pub(crate) fn slide_input(&mut self, id: InputId, value: f64) {
        self.drop_text(id);
        self.change(id, value);
    }

    fn change(&mut self, id: InputId, value: f64) {
        match self.try_change(id, value) {
            Ok(()) => self.retry_others(id),
            Err(issue) => {
                let text = self.text().notation.field(value, State::style(id));
                let problem = Some(sentence((self.text().problem)(&issue)));
                self.begin_step(Some(FieldId::Input(id).into()));
                self.editing.drafts.insert(id, Draft { text, problem, note: None });
            }
        }
    }

    /// Gives an input a value, when all inputs are good with it.
    pub(super) fn try_change(&mut self, id: InputId, value: f64) -> Result<(), Issue> {
        let before = self.workspace.inputs.get(id);
        if before == value {
            return Ok(());
        }
        if let Some(problem) = value_problem(id, value) {
            return Err(Issue::new(self.workspace.inputs.name(id), digits::format(value), problem));
        }
        let mut scenario = self.scenario().clone();
        let mut converted = None;
        match id {
            InputId::Own(place, part) => scenario.own[place].set(part, value),
            InputId::General(General::Prijspeil) => converted = Some(convert(&mut scenario, value as i32)),
            InputId::General(_) | InputId::Line(..) => {
                if value == self.workspace.base.get(id) {
                    scenario.values.remove(&id);
                } else {
                    scenario.values.insert(id, value);
                }
            }
        }
        if let Some(issue) = scenario.issues().into_iter().next() {
            return Err(issue);
        }
        self.commit(scenario, Some(FieldId::Input(id).into()));
        if let Some(notice) = converted {
            self.view.notice = notice;
        }
        if id == InputId::General(General::Bezoekers) && self.workspace.inputs.basis == CostBasis::Kengetal {
            let from = self.editing.scale_offer.map_or(before, |offer| offer.from);
            self.editing.scale_offer = (from != value).then_some(ScaleOffer { from, to: value });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
