//! State of the numbers that are no inputs of the model and that the user can
//! type, called settings. The ranges, the number of draws and the seed are
//! handled here; numbers of the dekkingsplan and the network by their features.

use crate::helpers::NumberQuestion;
use crate::model::inputs::{OwnSide, value_problem};
use crate::model::simulation::SimulationSettings;
use crate::model::{CostBasis, General, InputId, Issue, Line, Range, Shape};
use crate::number::{Style, digits};
use crate::scenario::Scenario;
use crate::ui::features::financing::state::FunderField;
use crate::ui::features::helpers::state::answer_style;
use crate::ui::features::inputs;
use crate::ui::features::network::state::NetworkField;
use crate::ui::state::input_text::to_sentence;
use crate::ui::state::{ChangeOrigin, Draft, FieldId, State};

/// A number that the user can type and that is no input of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Setting {
    /// The low end of an input's range.
    Low(InputId),
    /// The high end of an input's range.
    High(InputId),
    /// The number of draws.
    Draws,
    /// The seed of the random numbers.
    Seed,
    /// A number of the funder at this index of the dekkingsplan.
    Plan(usize, FunderField),
    /// A number of the network of initiatives.
    Network(NetworkField),
    /// The answer to a question of a helper.
    Helper(NumberQuestion),
}

impl State {
    /// Returns the range that the user set for an input, or else the default
    /// one. A range of the user's own is not yet widened to include the value.
    pub fn unwidened_range(&self, id: InputId) -> Range {
        let own = self.workspace.inputs.ranges.iter().find(|(input, _)| *input == id);
        own.map_or_else(|| self.workspace.inputs.range(id), |(_, range)| *range)
    }

    /// Returns whether the user set a range for an input.
    pub fn has_own_range(&self, id: InputId) -> bool {
        self.workspace.inputs.ranges.iter().any(|(input, _)| *input == id)
    }

    /// Returns the inputs that have a range in this scenario, in their order.
    /// Inputs on which its outcome does not depend are left out.
    pub fn inputs_with_range(&self) -> Vec<InputId> {
        let inputs = &self.workspace.inputs;
        let moves_outcome = |id: InputId| match id {
            InputId::General(General::Bezoekers) => inputs.basis == CostBasis::Begroting,
            InputId::General(_) => !inputs.ignores(id),
            InputId::Line(line, _) => inputs.line(line).counted,
            InputId::Own(index, _) => match &inputs.own[index].side {
                OwnSide::Cost(_) => true,
                OwnSide::Saving(saving) => saving.inputs.counted,
            },
        };
        inputs.ids().filter(|id| moves_outcome(*id) && id.definition().may_vary).collect()
    }

    /// Returns how the field of a setting writes its number.
    pub fn setting_style(setting: Setting) -> Style {
        match setting {
            Setting::Low(id) | Setting::High(id) => State::input_style(id),
            Setting::Draws | Setting::Network(_) => Style::Plain,
            Setting::Plan(_, field) => field.number_style(),
            Setting::Seed => Style::Year,
            Setting::Helper(question) => answer_style(question),
        }
    }

    /// Returns the present number of a setting; zero for one that is left out.
    pub fn setting(&self, setting: Setting) -> f64 {
        match setting {
            Setting::Low(id) => self.unwidened_range(id).low,
            Setting::High(id) => self.unwidened_range(id).high,
            Setting::Draws => f64::from(self.scenario().simulation.draws),
            Setting::Seed => self.scenario().simulation.seed as f64,
            Setting::Plan(index, field) => self.funder_number(index, field),
            Setting::Network(field) => self.network_number(field).unwrap_or_default(),
            Setting::Helper(question) => self.helper_answers().given(question).unwrap_or_default(),
        }
    }

    /// Returns whether a setting has a number; some may be left out.
    pub fn has_setting(&self, setting: Setting) -> bool {
        match setting {
            Setting::Network(field) => self.network_number(field).is_some(),
            Setting::Helper(question) => self.helper_answers().given(question).is_some(),
            Setting::Low(_) | Setting::High(_) | Setting::Draws | Setting::Seed | Setting::Plan(..) => true,
        }
    }

    /// Applies the text that is typed for a setting, or stores it as a refused
    /// draft with the problem.
    pub(crate) fn type_setting(&mut self, setting: Setting, text: String) {
        if setting == Setting::Network(NetworkField::Inhabitants) && text.trim().is_empty() {
            return self.remove_inhabitants(text);
        }
        if let Setting::Helper(question) = setting
            && text.trim().is_empty()
        {
            return self.empty_answer(question, text);
        }
        let number = self.read_setting(setting, &text);
        let result = number.and_then(|(value, read_as)| self.try_setting(setting, value).map(|()| read_as));
        let accepted = result.is_ok();
        let draft = match result {
            Ok(read_as) => Draft { text, problem: None, read_as },
            Err(problem) => {
                self.refuse_text(FieldId::Setting(setting));
                Draft { text, problem: Some(problem), read_as: None }
            }
        };
        self.editing.setting_drafts.insert(setting, draft);
        // The other end of the range may have been refused only because of the
        // old value of this one; so it is tried again.
        let other = match setting {
            Setting::Low(id) => Setting::High(id),
            Setting::High(id) => Setting::Low(id),
            Setting::Draws | Setting::Seed | Setting::Plan(..) | Setting::Network(_) | Setting::Helper(_) => {
                return;
            }
        };
        let refused =
            self.editing.setting_drafts.get(&other).filter(|draft| accepted && draft.is_refused()).cloned();
        if let Some(draft) = refused
            && let Ok((value, read_as)) = self.read_setting(other, &draft.text)
            && self.join_step(FieldId::Setting(other), |state| state.try_setting(other, value).is_ok())
        {
            self.editing.setting_drafts.insert(other, Draft { problem: None, read_as, ..draft });
        }
    }

    /// Reads the text of the field of a setting; see [`State::read_number`].
    fn read_setting(&self, setting: Setting, text: &str) -> Result<(f64, Option<String>), String> {
        let accepts = |value: f64| match setting {
            Setting::Low(id) | Setting::High(id) => value_problem(id, value).is_none(),
            Setting::Draws => is_whole_within(value, SimulationSettings::DRAWS),
            Setting::Seed => is_whole_within(value, SimulationSettings::SEED),
            Setting::Plan(_, field) => field.accepts(value),
            Setting::Network(field) => field.accepts(value),
            Setting::Helper(question) => question.accepts(value),
        };
        self.read_number(text, State::setting_style(setting), &accepts, &self.allowed_numbers(setting))
    }

    /// Returns which numbers a setting accepts, in words.
    fn allowed_numbers(&self, setting: Setting) -> String {
        let words = self.text();
        let limits_text = |(low, high): (f64, f64)| {
            let style = State::setting_style(setting);
            (words.sentences.limits)(&words.notation.field(low, style), &words.notation.number(high, 0))
        };
        match setting {
            Setting::Low(id) | Setting::High(id) => self.allowed_values(id),
            Setting::Draws => limits_text(SimulationSettings::DRAWS),
            Setting::Seed => limits_text(SimulationSettings::SEED),
            Setting::Plan(_, field) => self.allowed_funder_numbers(field),
            Setting::Network(field) => limits_text(field.limits()),
            Setting::Helper(question) => self.allowed_answers(question),
        }
    }

    /// Sets the number of a setting. An error is the sentence to show at the
    /// field; then nothing changed.
    fn try_setting(&mut self, setting: Setting, value: f64) -> Result<(), String> {
        match setting {
            Setting::Low(id) => self.try_range_end(id, false, value),
            Setting::High(id) => self.try_range_end(id, true, value),
            Setting::Draws => {
                self.require_whole(value, SimulationSettings::DRAWS)?;
                let simulation = SimulationSettings { draws: value as u32, ..self.scenario().simulation };
                self.commit_simulation(simulation, setting);
                Ok(())
            }
            Setting::Seed => {
                self.require_whole(value, SimulationSettings::SEED)?;
                let simulation = SimulationSettings { seed: value as u64, ..self.scenario().simulation };
                self.commit_simulation(simulation, setting);
                Ok(())
            }
            Setting::Plan(index, field) => self.try_funder_number(index, field, value),
            Setting::Network(field) => self.try_network_number(field, value),
            Setting::Helper(question) => self.try_answer(question, value),
        }
    }

    /// Checks that a number is whole and within these limits. An error is the
    /// sentence to show at the field.
    fn require_whole(&self, value: f64, (low, high): (f64, f64)) -> Result<(), String> {
        if is_whole_within(value, (low, high)) {
            return Ok(());
        }
        let words = self.text();
        let shown = |value| words.notation.number(value, 0);
        Err((words.uncertainty().not_whole)(&shown(low), &shown(high)))
    }

    fn commit_simulation(&mut self, simulation: SimulationSettings, setting: Setting) {
        let scenario = Scenario { simulation, ..self.scenario().clone() };
        self.commit(scenario, Some(FieldId::Setting(setting).into()));
    }

    /// Sets the low or the high end of a range; a range that was fixed becomes
    /// uncertain by that. An error is the sentence to show at the field.
    fn try_range_end(&mut self, id: InputId, high: bool, value: f64) -> Result<(), String> {
        let words = self.text();
        if let Some(problem) = value_problem(id, value) {
            let issue = Issue::new(self.workspace.inputs.name(id), digits::format(value), problem);
            return Err(to_sentence((words.problem)(&issue)));
        }
        let mut range = self.unwidened_range(id);
        let shown = |value| inputs::field::value_text(self, id, value);
        if high {
            if value < range.low {
                return Err((words.uncertainty().reversed_high)(&shown(range.low)));
            }
            range.high = value;
        } else {
            if value > range.high {
                return Err((words.uncertainty().reversed_low)(&shown(range.high)));
            }
            range.low = value;
        }
        if range.shape == Shape::Fixed {
            range.shape = Shape::Pert;
        }
        let setting = if high { Setting::High(id) } else { Setting::Low(id) };
        self.store_range(id, range, Some(FieldId::Setting(setting).into()));
        Ok(())
    }

    /// Sets the range of an input to the default one.
    pub(crate) fn reset_range(&mut self, id: InputId) {
        let mut scenario = self.scenario().clone();
        scenario.ranges.remove(&self.workspace.inputs.name(id));
        self.commit_over_texts(scenario);
        self.drop_range_drafts(id);
    }

    /// Drops what is being typed for both ends of a range.
    pub(super) fn drop_range_drafts(&mut self, id: InputId) {
        self.editing.setting_drafts.remove(&Setting::Low(id));
        self.editing.setting_drafts.remove(&Setting::High(id));
    }

    /// Sets the shape of an input's range.
    pub(crate) fn set_shape(&mut self, id: InputId, shape: Shape) {
        let mut range = self.unwidened_range(id);
        if range.shape == Shape::Fixed && range.low >= range.high {
            // The range is fixed at one value, so the shape needs other ends to
            // begin with: those of the default range, or 20% around the value.
            let default = self.default_range(id);
            let value = self.workspace.inputs.get(id);
            let (low, high) = id.definition().limits;
            let margin = if value == 0.0 { 0.0 } else { value.abs() * 0.2 };
            range = if default.shape == Shape::Fixed {
                Range { shape, low: (value - margin).max(low), high: (value + margin).min(high) }
            } else {
                default
            };
        }
        range.shape = shape;
        self.store_range(id, range, None);
        self.drop_range_drafts(id);
    }

    /// Returns the range that an input has where the user set none.
    fn default_range(&self, id: InputId) -> Range {
        let mut inputs = (*self.workspace.inputs).clone();
        inputs.ranges.retain(|(input, _)| *input != id);
        inputs.range(id)
    }

    /// Stores the range of an input in the scenario; a range that equals the
    /// default one is not stored. An end that the user did not choose comes from the
    /// default range, which may lie beyond the limits; the user's own range never does.
    pub(super) fn store_range(&mut self, id: InputId, range: Range, origin: Option<ChangeOrigin>) {
        let mut scenario = self.scenario().clone();
        let name = self.workspace.inputs.name(id);
        scenario.ranges.remove(&name);
        if self.default_range(id) != range {
            let (lowest, highest) = id.definition().limits;
            let within = |end: f64| end.clamp(lowest, highest);
            let range = Range { low: within(range.low), high: within(range.high), ..range };
            scenario.ranges.insert(name, range);
        }
        if origin.is_none() {
            self.commit_over_texts(scenario);
        } else {
            self.commit(scenario, origin);
        }
    }

    /// Returns whether the typed text of a range, of the number of draws or of
    /// the seed is refused.
    pub fn has_refused_setting(&self) -> bool {
        self.editing.setting_drafts.iter().any(|(setting, draft)| match setting {
            Setting::Low(_) | Setting::High(_) | Setting::Draws | Setting::Seed => draft.is_refused(),
            Setting::Plan(..) | Setting::Network(_) | Setting::Helper(_) => false,
        })
    }
}

/// Returns whether a number is whole and within these limits.
pub(crate) fn is_whole_within(value: f64, (low, high): (f64, f64)) -> bool {
    value.fract() == 0.0 && (low..=high).contains(&value)
}

/// A group of the list of ranges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeGroup {
    /// The initiative and its costs.
    Costs,
    /// A fixed savings line.
    Line(Line),
    /// The user's own line at this index.
    Own(usize),
    /// The inputs on years and prices.
    Time,
}

/// Returns the group of an input in the list of ranges.
pub fn group_of(id: InputId) -> RangeGroup {
    match id {
        InputId::Line(line, _) => RangeGroup::Line(line),
        InputId::Own(index, _) => RangeGroup::Own(index),
        InputId::General(General::Discontovoet | General::IngroeiJaar1 | General::IngroeiJaar2) => {
            RangeGroup::Time
        }
        InputId::General(_) => RangeGroup::Costs,
    }
}

#[cfg(test)]
mod tests;
