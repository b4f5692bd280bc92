//! Changes of a scenario's inputs: one value by a field, a slider or a button,
//! and many at once by scaling savings or undoing a difference from the preset.

use crate::model::inputs::{OwnSide, value_problem};
use crate::model::simulation::{PmDraws, SimulationSettings};
use crate::model::{
    CostBasis, General, InputId, Issue, Line, LineField, Perspective, Phase, Preset, RequiredValue,
    break_even_value,
};
use crate::number::digits;
use crate::scenario::Scenario;
use crate::scenario::changes::Change;
use crate::ui::features::centre::state::{is_own, set_range_of_answer};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::financing::state::FinancingAction;
use crate::ui::features::own_lines::state::OwnLineAction;
use crate::ui::features::worksheet::explorer::rounded_as_shown;
use crate::ui::routes::Route;
use crate::ui::state::input_text::to_sentence;
use crate::ui::state::price_conversion::set_price_year;
use crate::ui::state::{Draft, FieldId, Notice, ScaleOffer, State};

impl State {
    /// Returns an unchanged preset with what is no figure of the scenario that is shown:
    /// its name, its perspective, and its `meta` (notes, sources and other data).
    pub(crate) fn preset_scenario(&self, preset: Preset) -> Scenario {
        let Scenario { name, perspective, meta, .. } = self.scenario().clone();
        Scenario { name, perspective, meta, ..Scenario::new(preset) }
    }

    /// Begins with another preset, and keeps the user's own figures. Where the two are not
    /// valid together, the preset replaces the figures, and a notice says so.
    pub(crate) fn choose_preset(&mut self, preset: Preset) {
        if preset == self.scenario().base {
            return;
        }
        let old_year = self.scenario().year();
        let notice = match self.scenario().rebased(preset) {
            Some(scenario) => {
                self.replace_figures(scenario);
                self.offer_conversion(old_year);
                (!self.workspace.changes().is_empty()).then_some(Notice::PresetBeneath(preset))
            }
            None => {
                self.replace_figures(self.preset_scenario(preset));
                Some(Notice::PresetChosen(preset))
            }
        };
        self.view.notice = notice;
    }

    /// Sets an input to the preset's value, as a step of its own.
    pub(crate) fn reset_input(&mut self, id: InputId) {
        self.editing.open_step = None;
        self.set_input(id, self.workspace.preset_value(id));
        self.editing.open_step = None;
    }

    /// Sets how costs are calculated. A scenario holds only what differs from its
    /// preset, so the preset's own basis is stored as `None`.
    pub(crate) fn set_cost_basis(&mut self, basis: CostBasis) {
        let difference = (basis != self.workspace.preset_inputs.basis).then_some(basis);
        self.commit(Scenario { basis: difference, ..self.scenario().clone() }, None);
        self.editing.scale_offer = None;
    }

    /// Sets the phase of the initiative. The scenario stores the difference from the
    /// preset, so the preset's own phase is stored as `None`.
    pub(crate) fn set_phase(&mut self, phase: Phase) {
        let difference = (phase != self.workspace.preset_inputs.phase).then_some(phase);
        self.commit(Scenario { phase: difference, ..self.scenario().clone() }, None);
    }

    /// Sets whose saldo is put in front; the preset's own perspective is stored as `None`.
    pub(crate) fn set_perspective(&mut self, perspective: Perspective) {
        let difference = (perspective != self.workspace.preset_inputs.perspective).then_some(perspective);
        self.commit(Scenario { perspective: difference, ..self.scenario().clone() }, None);
    }

    /// Sets whether p.m. lines take part in the draws.
    pub(crate) fn set_pm_draws(&mut self, pm: PmDraws) {
        let simulation = SimulationSettings { pm, ..self.scenario().simulation };
        self.commit(Scenario { simulation, ..self.scenario().clone() }, None);
    }

    /// Counts a savings line, or makes it p.m. (not counted, but mentioned).
    pub(crate) fn set_counted(&mut self, line: Line, counted: bool) {
        let mut scenario = self.scenario().clone();
        if counted == self.workspace.preset_inputs.line(line).counted {
            scenario.counted.remove(&line);
        } else {
            scenario.counted.insert(line, counted);
        }
        self.commit(scenario, None);
    }

    /// Sets an input to the value at which the saldo is zero, rounded as the page shows
    /// it; does nothing if there is no such value.
    pub(crate) fn set_to_break_even(&mut self, id: InputId) {
        if let RequiredValue::At(value) = break_even_value(&self.workspace.inputs, id) {
            self.fill_in(id, value);
        }
    }

    /// Sets an input to a value that was calculated, rounded as the page shows it: what is
    /// stored is what the button said.
    pub(crate) fn fill_in(&mut self, id: InputId, value: f64) {
        self.set_input(id, rounded_as_shown(id, value));
        self.editing.open_step = None;
    }

    /// Marks an input's value as the user's own figure, with its source; `None`
    /// removes the mark. With `joins_step`, the change is undone together with
    /// the one before it in the same field, as typing is.
    pub(crate) fn set_user_source(&mut self, id: InputId, source: Option<String>, joins_step: bool) {
        let mut scenario = self.scenario().clone();
        scenario.set_user_source(&self.workspace.inputs.name(id), source.as_deref());
        self.commit(scenario, joins_step.then_some(FieldId::UserSource(id).into()));
    }

    /// Accepts the offer to scale the quantities of all savings, to two decimals. Leaves
    /// them, and the offer, as they are if one of them would be out of its limits, and
    /// says so.
    pub(crate) fn scale_savings(&mut self) {
        let Some(ScaleOffer { from, to }) = self.editing.scale_offer else { return };
        let mut scenario = self.scenario().clone();
        for line in Line::ALL {
            let id = InputId::Line(line, LineField::Aantal);
            let scaled = to_hundredths(self.workspace.inputs.get(id) * to / from);
            if scaled != self.workspace.preset_inputs.get(id) {
                scenario.values.insert(id, scaled);
            }
        }
        for own in scenario.own.iter_mut().filter(|own| matches!(own.side, OwnSide::Saving(_))) {
            own.set(LineField::Aantal, to_hundredths(own.get(LineField::Aantal) * to / from));
        }
        let issues = scenario.issues();
        if issues.is_empty() {
            self.commit_everything(scenario);
        } else {
            self.view.notice = Some(Notice::BeyondLimits(issues));
        }
    }

    /// Undoes one difference from the preset.
    pub(crate) fn revert(&mut self, change: Change) {
        let default = SimulationSettings::default();
        let mut simulation = self.scenario().simulation;
        let setting = match change {
            Change::Basis => return self.set_cost_basis(self.workspace.preset_inputs.basis),
            Change::Phase => return self.set_phase(self.workspace.preset_inputs.phase),
            Change::PmDraws => return self.set_pm_draws(PmDraws::default()),
            Change::Value(id) => return self.reset_input(id),
            Change::Counted(line) => {
                return self.set_counted(line, self.workspace.preset_inputs.line(line).counted);
            }
            Change::Own(index) => return self.reduce_own_line(OwnLineAction::Remove(index)),
            Change::Plan => return self.reduce_financing(FinancingAction::Drop),
            Change::Range(id) => return self.reset_range(id),
            Change::Draws => {
                simulation.draws = default.draws;
                Setting::Draws
            }
            Change::Seed => {
                simulation.seed = default.seed;
                Setting::Seed
            }
        };
        self.commit_over_texts(Scenario { simulation, ..self.scenario().clone() });
        self.editing.setting_drafts.remove(&setting);
    }

    /// Sets an input to a value that was not typed, and removes the text of its
    /// field. A value that the scenario cannot have is written in the field, with
    /// its problem.
    pub(crate) fn set_input(&mut self, id: InputId, value: f64) {
        self.drop_text(id);
        match self.try_change(id, value) {
            Ok(()) => self.retry_refused_inputs(id),
            Err(issue) => {
                let text = self.text().notation.field(value, State::input_style(id));
                let problem = Some(to_sentence((self.text().problem)(&issue)));
                self.begin_step(Some(FieldId::Input(id).into()));
                self.editing.input_drafts.insert(id, Draft { text, problem, read_as: None });
            }
        }
    }

    /// Sets an input to a value, if all inputs are valid with it.
    ///
    /// # Errors
    /// The first problem of the inputs with this value; nothing is changed then.
    pub(super) fn try_change(&mut self, id: InputId, value: f64) -> Result<(), Issue> {
        let old_value = self.workspace.inputs.get(id);
        if old_value == value {
            return Ok(());
        }
        if let Some(problem) = value_problem(id, value) {
            return Err(Issue::new(self.workspace.inputs.name(id), digits::format(value), problem));
        }
        let mut scenario = self.scenario().clone();
        match id {
            InputId::Own(index, field) => scenario.own[index].set(field, value),
            InputId::General(General::Prijspeil) => {
                set_price_year(&mut scenario, value as i32);
            }
            InputId::General(_) | InputId::Line(..) => {
                if value == self.workspace.preset_value(id) {
                    scenario.values.remove(&id);
                } else {
                    scenario.values.insert(id, value);
                }
                if self.view.route == Route::Centre {
                    set_range_of_answer(&mut scenario, id, is_own(self, id));
                }
            }
        }
        if let Some(issue) = scenario.issues().into_iter().next() {
            return Err(issue);
        }
        self.commit(scenario, Some(FieldId::Input(id).into()));
        if id == InputId::General(General::Prijspeil) {
            self.offer_conversion(old_value as i32);
        }
        if id == InputId::General(General::Bezoekers) && self.workspace.inputs.basis == CostBasis::Kengetal {
            let from = self.editing.scale_offer.map_or(old_value, |offer| offer.from);
            self.editing.scale_offer = (from != value).then_some(ScaleOffer { from, to: value });
        }
        Ok(())
    }
}

/// Rounds to two decimals, as the page shows quantities.
fn to_hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests;
