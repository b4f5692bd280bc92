//! How the view of what is uncertain changes what the user sets: ranges, the
//! number of draws and the seed.

use crate::model::inputs::value_problem;
use crate::model::simulation::SimulationSettings;
use crate::model::{CostBasis, InputId, Issue, Line, Range, Shape};
use crate::number::Style;
use crate::scenario::Scenario;
use crate::ui::features::centre;
use crate::ui::features::financing::state::Entry;
use crate::ui::features::network::state::Number;
use crate::ui::state::{Draft, Editing, State};

/// A number that is no input of the model but of its simulation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Setting {
    /// The low end of an input's range.
    Low(InputId),
    /// The high end of an input's range.
    High(InputId),
    /// How many draws.
    Draws,
    /// Where the random numbers start.
    Seed,
    /// A number of the funder at this place of the dekkingsplan.
    Plan(usize, Entry),
    /// A number of the network of initiatives.
    Network(Number),
}

impl State {
    /// The range of an input as it was set, before its value widens it.
    pub fn set_range(&self, id: InputId) -> Range {
        let named = self.inputs.ranges.iter().find(|(of, _)| *of == id).map(|(_, range)| *range);
        named.unwrap_or_else(|| self.inputs.range(id))
    }

    /// Whether an input has a range of its own.
    pub fn has_own_range(&self, id: InputId) -> bool {
        self.inputs.ranges.iter().any(|(of, _)| *of == id)
    }

    /// The inputs that a range can make uncertain in this scenario, in their
    /// order: what cannot move its outcome is left out.
    pub fn ranged(&self) -> Vec<InputId> {
        let counts = |line: &crate::model::inputs::SavingInputs| line.counted;
        let can = |id: &InputId| {
            use crate::model::inputs::OwnSide;
            let takes_part = match id {
                InputId::General(crate::model::General::Bezoekers) => {
                    self.inputs.basis == CostBasis::Begroting
                }
                InputId::General(_) => !self.inputs.basis.ignores(*id),
                InputId::Line(line, _) => counts(self.inputs.line(*line)),
                InputId::Own(place, _) => match &self.inputs.own[*place].side {
                    OwnSide::Cost(_) => true,
                    OwnSide::Saving(saving) => counts(&saving.inputs),
                },
            };
            takes_part && id.definition().may_vary
        };
        self.inputs.ids().filter(can).collect()
    }

    /// How the field of a setting shows its number.
    pub fn setting_style(setting: Setting) -> Style {
        match setting {
            Setting::Low(id) | Setting::High(id) => State::style(id),
            Setting::Draws | Setting::Network(_) => Style::Plain,
            Setting::Plan(_, entry) => entry.number_style(),
            Setting::Seed => Style::Year,
        }
    }

    /// The number of a setting.
    pub fn setting(&self, setting: Setting) -> f64 {
        match setting {
            Setting::Low(id) => self.set_range(id).low,
            Setting::High(id) => self.set_range(id).high,
            Setting::Draws => f64::from(self.scenario().simulation.draws),
            Setting::Seed => self.scenario().simulation.seed as f64,
            Setting::Plan(place, entry) => self.entry(place, entry),
            Setting::Network(number) => self.network_number(number).unwrap_or_default(),
        }
    }

    pub(crate) fn type_setting(&mut self, setting: Setting, text: String) {
        if setting == Setting::Network(Number::Inhabitants) && text.trim().is_empty() {
            return self.without_inhabitants(text);
        }
        let words = self.text();
        let style = State::setting_style(setting);
        let (value, note) = match words.notation.parse(&text, style) {
            Ok(parsed) => {
                let shown = || (words.sentences.read_as)(&words.notation.field(parsed.value, style));
                (parsed.value, parsed.read_as_decimal.then(shown))
            }
            Err(why) => {
                let problem = (words.not_a_number)(why, &self.setting_allowed(setting));
                self.begin_step(Some(Editing::Setting(setting)));
                self.settings.insert(setting, Draft { text, problem: Some(problem), note: None });
                return;
            }
        };
        let problem = self.try_setting(setting, value).err();
        let good = problem.is_none();
        if !good {
            self.begin_step(Some(Editing::Setting(setting)));
        }
        self.settings.insert(setting, Draft { text, problem, note });
        // The other end may fit now.
        let other = match setting {
            Setting::Low(id) => Setting::High(id),
            Setting::High(id) => Setting::Low(id),
            _ => return,
        };
        let waiting = self.settings.get(&other).filter(|draft| good && draft.problem.is_some()).cloned();
        if let Some(draft) = waiting
            && let Ok(parsed) = self.text().notation.parse(&draft.text, style)
            && self.try_setting(other, parsed.value).is_ok()
        {
            self.settings.insert(other, Draft { problem: None, ..draft });
        }
    }

    /// The numbers that a setting accepts, in words.
    fn setting_allowed(&self, setting: Setting) -> String {
        let words = self.text();
        let of = |(low, high): (f64, f64)| {
            let style = State::setting_style(setting);
            (words.sentences.limits)(&words.notation.field(low, style), &words.notation.number(high, 0))
        };
        match setting {
            Setting::Low(id) | Setting::High(id) => self.allowed(id),
            Setting::Draws => of(SimulationSettings::DRAWS),
            Setting::Seed => of(SimulationSettings::SEED),
            Setting::Plan(_, entry) => self.entry_allowed(entry),
            Setting::Network(number) => of(number.limits()),
        }
    }

    fn try_setting(&mut self, setting: Setting, value: f64) -> Result<(), String> {
        let words = self.text();
        let mut scenario = self.scenario().clone();
        let id = match setting {
            Setting::Low(id) | Setting::High(id) => id,
            Setting::Plan(place, entry) => return self.try_entry(place, entry, value),
            Setting::Network(number) => return self.try_network(number, value),
            Setting::Draws | Setting::Seed => {
                let limits = if setting == Setting::Draws {
                    SimulationSettings::DRAWS
                } else {
                    SimulationSettings::SEED
                };
                if value.fract() != 0.0 || !(limits.0..=limits.1).contains(&value) {
                    let shown = |value| words.notation.number(value, 0);
                    return Err((words.uncertainty.not_whole)(&shown(limits.0), &shown(limits.1)));
                }
                match setting {
                    Setting::Draws => scenario.simulation.draws = value as u32,
                    _ => scenario.simulation.seed = value as u64,
                }
                self.commit(scenario, Some(Editing::Setting(setting)));
                return Ok(());
            }
        };
        if let Some(problem) = value_problem(id, value) {
            let issue = Issue::new(self.inputs.name(id), crate::number::digits::written(value), problem);
            return Err(crate::ui::state::edit::sentence((words.problem)(&issue)));
        }
        let mut range = self.set_range(id);
        let shown = |value| centre::field::with_sign(self, id, value);
        match setting {
            Setting::Low(_) if value > range.high => {
                return Err((words.uncertainty.reversed_low)(&shown(range.high)));
            }
            Setting::High(_) if value < range.low => {
                return Err((words.uncertainty.reversed_high)(&shown(range.low)));
            }
            Setting::Low(_) => range.low = value,
            _ => range.high = value,
        }
        if range.shape == Shape::Fixed {
            range.shape = Shape::Pert;
        }
        self.put_range(scenario, id, range, Some(Editing::Setting(setting)));
        Ok(())
    }

    pub(crate) fn set_shape(&mut self, id: InputId, shape: Shape) {
        let mut range = self.set_range(id);
        if range.shape == Shape::Fixed && range.low >= range.high {
            // Something to begin with: the plausible range, or a fifth around.
            let mut usual = (*self.inputs).clone();
            usual.ranges.retain(|(of, _)| *of != id);
            let usual = usual.range(id);
            let value = self.inputs.get(id);
            let (low, high) = id.definition().limits;
            let room = if value == 0.0 { 0.0 } else { value.abs() * 0.2 };
            range = if usual.shape == Shape::Fixed {
                Range { shape, low: (value - room).max(low), high: (value + room).min(high) }
            } else {
                usual
            };
        }
        range.shape = shape;
        self.put_range(self.scenario().clone(), id, range, None);
        self.settings.remove(&Setting::Low(id));
        self.settings.remove(&Setting::High(id));
    }

    /// Gives an input a range, or none of its own where it is the usual one.
    pub(crate) fn put_range(
        &mut self,
        mut scenario: Scenario,
        id: InputId,
        range: Range,
        editing: Option<Editing>,
    ) {
        let name = self.inputs.name(id);
        scenario.ranges.remove(&name);
        let mut usual = (*self.inputs).clone();
        usual.ranges.retain(|(of, _)| *of != id);
        if usual.range(id) != range {
            scenario.ranges.insert(name, range);
        }
        match editing {
            None => self.commit_over(scenario),
            _ => self.commit(scenario, editing),
        }
    }

    /// Whether the text of a range, of the draws or of the seed is no good.
    pub fn has_bad_setting(&self) -> bool {
        let simulated = |setting: &Setting| !matches!(setting, Setting::Plan(..) | Setting::Network(_));
        self.settings.iter().any(|(setting, draft)| simulated(setting) && draft.problem.is_some())
    }
}

/// The parts of the list of ranges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeGroup {
    /// The initiative and its costs.
    Costs,
    /// A fixed savings line.
    Line(Line),
    /// The user's own line at this place.
    Own(usize),
    /// Years and prices.
    Time,
}

/// Where an input stands in the list of ranges.
pub fn group_of(id: InputId) -> RangeGroup {
    use crate::model::General as G;
    match id {
        InputId::Line(line, _) => RangeGroup::Line(line),
        InputId::Own(place, _) => RangeGroup::Own(place),
        InputId::General(
            G::Discontovoet
            | G::IngroeiJaar1
            | G::IngroeiJaar2
            | G::Kostenstijging
            | G::Batenstijging
            | G::Startkosten,
        ) => RangeGroup::Time,
        InputId::General(_) => RangeGroup::Costs,
    }
}

#[cfg(test)]
mod tests;
