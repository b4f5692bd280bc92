//! Labels of the scenarios in their list. A scenario without a name is called by
//! its preset, and no two labels are equal.

use crate::scenario::{MAX_CHARACTERS, Scenario};
use crate::ui::state::State;

impl State {
    /// Returns the label of each scenario: its name, or else the name of its preset. A
    /// number is added where an earlier scenario has the same name.
    pub fn labels(&self) -> Vec<String> {
        let plain: Vec<String> =
            self.workspace.current.scenarios.iter().map(|scenario| self.plain_label(scenario)).collect();
        let numbered = |(index, name): (usize, &String)| {
            let before = plain[..index].iter().filter(|other| *other == name).count();
            if before == 0 { name.clone() } else { format!("{name} ({})", before + 1) }
        };
        plain.iter().enumerate().map(numbered).collect()
    }

    /// Returns the label of the scenario at this index.
    pub fn label(&self, index: usize) -> String {
        self.labels().swap_remove(index)
    }

    /// Returns the label of a scenario without a number.
    fn plain_label(&self, scenario: &Scenario) -> String {
        if !scenario.name.trim().is_empty() {
            return scenario.name.trim().to_owned();
        }
        let preset = (self.text().preset)(scenario.base).0;
        if *scenario == Scenario::new(scenario.base) {
            preset.to_owned()
        } else {
            (self.text().workspace().changed)(preset)
        }
    }

    /// Returns this name, followed by the lowest number that makes it unique where
    /// it is taken.
    pub(crate) fn free_name(&self, name: &str) -> String {
        let labels = self.labels();
        let numbered = |count: usize| {
            let suffix = if count == 1 { String::new() } else { format!(" {count}") };
            let room = MAX_CHARACTERS - suffix.chars().count();
            name.chars().take(room).collect::<String>() + &suffix
        };
        let mut candidates = (1..).map(numbered);
        candidates.find(|name| !labels.contains(name)).unwrap_or_default()
    }

    /// Returns a free name for a copy of the scenario with this label. Its number
    /// comes before the label, so that cutting a long name does not remove it.
    pub(crate) fn free_copy(&self, label: &str) -> String {
        let (labels, words) = (self.labels(), self.text().workspace());
        let original = (words.copied_from)(label);
        let cut = |name: String| name.chars().take(MAX_CHARACTERS).collect::<String>();
        let mut candidates = (1..).map(|count| cut((words.copy_of)(original, count)).trim_end().to_owned());
        candidates.find(|name| !labels.contains(name)).unwrap_or_default()
    }
}
