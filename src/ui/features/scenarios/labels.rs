//! What the scenarios of the list are called; no two are called the same.

use crate::scenario::{MOST_CHARACTERS, Scenario};
use crate::ui::state::State;

impl State {
    /// What each scenario is called in the list: its name, or else its preset's;
    /// with a number where one before it is called the same.
    pub fn labels(&self) -> Vec<String> {
        let plain: Vec<String> = self.workspace.scenarios.iter().map(|of| self.plain_label(of)).collect();
        let numbered = |(place, name): (usize, &String)| {
            let before = plain[..place].iter().filter(|other| *other == name).count();
            if before == 0 { name.clone() } else { format!("{name} ({})", before + 1) }
        };
        plain.iter().enumerate().map(numbered).collect()
    }

    /// The same of one.
    pub fn label(&self, place: usize) -> String {
        self.labels().swap_remove(place)
    }

    fn plain_label(&self, scenario: &Scenario) -> String {
        if !scenario.name.trim().is_empty() {
            return scenario.name.trim().to_owned();
        }
        let preset = (self.text().preset)(scenario.base).0;
        if *scenario == Scenario::new(scenario.base) {
            preset.to_owned()
        } else {
            (self.text().workspace.changed)(preset)
        }
    }

    /// This name, or with the first number that makes it another one.
    pub(crate) fn free_name(&self, name: &str) -> String {
        let labels = self.labels();
        let numbered = |count: usize| {
            let end = if count == 1 { String::new() } else { format!(" {count}") };
            let room = MOST_CHARACTERS - end.chars().count();
            name.chars().take(room).collect::<String>() + &end
        };
        let mut all = (1..).map(numbered);
        all.find(|name| !labels.contains(name)).unwrap_or_default()
    }

    /// A name for a copy of the one that is called so. Its number stands in
    /// front: wherever a long name is cut, it is still there.
    pub(crate) fn free_copy(&self, name: &str) -> String {
        let (labels, words) = (self.labels(), self.text().workspace);
        let of = (words.copied_from)(name);
        let cut = |name: String| name.chars().take(MOST_CHARACTERS).collect::<String>();
        let mut all = (1..).map(|count| cut((words.copy_of)(of, count)).trim_end().to_owned());
        all.find(|name| !labels.contains(name)).unwrap_or_default()
    }
}
