//! State of 'Wat als?': the question that is shown, and what is set in each.

use crate::scenario::{MAX_CHARACTERS, Scenario};
use crate::ui::features::scenarios::messages::ScenarioMessage;
use crate::ui::state::{Notice, State};
use crate::what_if::{WhatIfControl, WhatIfFigures, WhatIfQuestion};

/// The question that is shown, and the settings that a person chose. It is not saved with the
/// scenario.
#[derive(Clone, Debug)]
pub struct WhatIfState {
    /// The question that is shown.
    pub question: WhatIfQuestion,
    /// The setting of each question in which a person set one.
    pub settings: Vec<(WhatIfQuestion, f64)>,
}

impl Default for WhatIfState {
    fn default() -> WhatIfState {
        WhatIfState { question: WhatIfQuestion::Deadweight, settings: Vec::new() }
    }
}

/// A change of what 'Wat als?' shows.
#[derive(Clone, Debug, PartialEq)]
pub enum WhatIfAction {
    /// Shows a question.
    Ask(WhatIfQuestion),
    /// Sets the number of the question that is shown, or the index of its option.
    Set(f64),
}

/// A change of the scenarios by 'Wat als?'.
#[derive(Clone, Debug, PartialEq)]
pub enum WhatIfChange {
    /// Makes the case the scenario that is shown.
    TakeOver,
    /// Adds the case to the list of scenarios; what is shown stays.
    AddBeside,
}

impl State {
    /// Returns the setting of a question: what a person chose, as far as the question still has
    /// it, or else its start.
    pub fn what_if_setting(&self, question: WhatIfQuestion) -> f64 {
        let scenario = self.scenario();
        let chosen = self.view.what_if.settings.iter().find(|(asked, _)| *asked == question);
        let setting = chosen.map_or_else(|| question.start(scenario), |(_, setting)| *setting);
        match question.control(scenario) {
            Ok(WhatIfControl::Number { low, high, .. }) => setting.clamp(low, high),
            Ok(WhatIfControl::Options(options)) if setting as usize >= options.len() => 0.0,
            Ok(WhatIfControl::Options(_) | WhatIfControl::Nothing) | Err(_) => setting,
        }
    }

    /// Returns the figures of a question at its setting; `None` where it cannot be asked.
    pub fn what_if_figures(&self, question: WhatIfQuestion) -> Option<WhatIfFigures> {
        let own_cost = self.text().what_if().volunteer_hours;
        WhatIfFigures::new(question, self.scenario(), self.what_if_setting(question), own_cost)
    }

    pub(crate) fn reduce_what_if(&mut self, action: WhatIfAction) {
        // What was kept is about the question before.
        if let Some(Notice::Scenarios(ScenarioMessage::WhatIfTakenOver | ScenarioMessage::Added { .. })) =
            self.view.notice
        {
            self.view.notice = None;
        }
        match action {
            WhatIfAction::Ask(question) => {
                self.view.what_if.question = question;
            }
            WhatIfAction::Set(setting) => {
                let question = self.view.what_if.question;
                let settings = &mut self.view.what_if.settings;
                settings.retain(|(asked, _)| *asked != question);
                settings.push((question, setting));
            }
        }
    }

    pub(crate) fn apply_what_if(&mut self, change: WhatIfChange) {
        let question = self.view.what_if.question;
        let words = self.text().what_if();
        let case = question.control(self.scenario()).ok().and_then(|_| {
            question.apply(self.scenario(), self.what_if_setting(question), words.volunteer_hours)
        });
        let Some(case) = case else { return };
        let issues = case.issues();
        if !issues.is_empty() {
            self.view.notice = Some(Notice::BeyondLimits(issues));
            return;
        }
        match change {
            // Its notice would offer to undo the step before.
            WhatIfChange::TakeOver if case == *self.scenario() => {}
            WhatIfChange::TakeOver => {
                self.commit_everything(case);
                if let Some(neutral) = question.neutral() {
                    self.reduce_what_if(WhatIfAction::Set(neutral));
                }
                self.notify(ScenarioMessage::WhatIfTakenOver);
            }
            WhatIfChange::AddBeside => {
                if self.has_room() {
                    let setting = self.what_if_setting(question);
                    let option = super::view::chosen_option(self, question, setting);
                    let name = (words.name)(question, setting, &option);
                    let name = self.free_name(&name.chars().take(MAX_CHARACTERS).collect::<String>());
                    self.add_unshown(Scenario { name, ..case });
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
