//! Adds, removes, swaps and merges the scenarios of a workspace. The reference, the
//! shown scenario and the counts of the network stay with their scenarios.

use crate::scenario::Scenario;
use crate::scenario::workspace::{MAX_SCENARIOS, NetworkComposition, Workspace};

impl Workspace {
    /// Makes a workspace of one scenario.
    pub fn single(scenario: Scenario) -> Workspace {
        Workspace { scenarios: vec![scenario], reference: 0, shown: 0, network: NetworkComposition::empty(1) }
    }

    /// Returns whether the workspace has no work of the user: only one unchanged preset.
    pub fn is_untouched(&self) -> bool {
        let [only] = self.scenarios.as_slice() else { return false };
        *only == Scenario::new(only.base) && self.network == NetworkComposition::empty(1)
    }

    /// Returns whether there is no room for another scenario.
    pub fn is_full(&self) -> bool {
        self.scenarios.len() >= MAX_SCENARIOS
    }

    /// Returns the index of an equal scenario; `None` where there is none.
    pub fn index_of(&self, scenario: &Scenario) -> Option<usize> {
        self.scenarios.iter().position(|one| one == scenario)
    }

    /// Inserts a scenario after the one that is shown, and shows it. Does nothing where
    /// the workspace is full.
    pub fn add(&mut self, scenario: Scenario) {
        if !self.is_full() {
            self.add_unshown(scenario);
            self.shown += 1;
        }
    }

    /// Inserts a scenario after the one that is shown, which stays shown. Does nothing
    /// where the workspace is full.
    pub fn add_unshown(&mut self, scenario: Scenario) {
        if self.is_full() {
            return;
        }
        let index = self.shown + 1;
        self.scenarios.insert(index, scenario);
        self.network.counts.insert(index, 0);
        if self.reference >= index {
            self.reference += 1;
        }
    }

    /// Removes a scenario, unless it is the only one. Where it was the reference scenario, the first
    /// scenario becomes the reference scenario.
    pub fn remove(&mut self, index: usize) {
        if self.scenarios.len() < 2 || index >= self.scenarios.len() {
            return;
        }
        self.scenarios.remove(index);
        self.network.counts.remove(index);
        self.reference = match self.reference {
            reference if reference == index => 0,
            reference => reference - usize::from(reference > index),
        };
        self.shown -= usize::from(self.shown > index || self.shown == self.scenarios.len());
    }

    /// Swaps two scenarios. Does nothing where one of the indexes is out of bounds.
    pub fn swap(&mut self, one: usize, other: usize) {
        if one.max(other) >= self.scenarios.len() {
            return;
        }
        self.scenarios.swap(one, other);
        self.network.counts.swap(one, other);
        for index in [&mut self.reference, &mut self.shown] {
            *index = match *index {
                index if index == one => other,
                index if index == other => one,
                index => index,
            };
        }
    }

    /// Appends the scenarios of another workspace that this one does not have yet, and
    /// shows the one that the other shows. The other's network is taken over only where
    /// this workspace has an empty one.
    ///
    /// # Errors
    /// The number of scenarios that there would be, where that is more than
    /// [`MAX_SCENARIOS`]; then the workspace does not change.
    pub fn merge(&mut self, other: &Workspace) -> Result<(), usize> {
        let is_new = |scenario: &&Scenario| self.index_of(scenario).is_none();
        let total = self.scenarios.len() + other.scenarios.iter().filter(is_new).count();
        if total > MAX_SCENARIOS {
            return Err(total);
        }
        let takes_network = self.network == NetworkComposition::empty(self.scenarios.len());
        if takes_network {
            self.network =
                NetworkComposition { counts: self.network.counts.clone(), ..other.network.clone() };
        }
        for (scenario, count) in other.scenarios.iter().zip(&other.network.counts) {
            if self.index_of(scenario).is_none() {
                self.scenarios.push(scenario.clone());
                self.network.counts.push(0);
            }
            if let Some(index) = self.index_of(scenario).filter(|_| takes_network) {
                self.network.counts[index] = *count;
            }
        }
        self.shown = self.index_of(&other.scenarios[other.shown]).unwrap_or(self.shown);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Preset;
    use proptest::prelude::*;

    fn named(name: &str) -> Scenario {
        Scenario { name: name.to_owned(), ..Scenario::new(Preset::Brochure) }
    }

    /// Makes a scenario for each letter, with that name; the counts of the network are
    /// 1, 2, 3 and so on.
    fn workspace(names: &str, reference: usize, shown: usize) -> Workspace {
        let scenarios: Vec<Scenario> = names.chars().map(|name| named(&name.to_string())).collect();
        let counts = (1..=scenarios.len() as u32).collect();
        Workspace {
            scenarios,
            reference,
            shown,
            network: NetworkComposition { counts, ..NetworkComposition::default() },
        }
    }

    fn names(workspace: &Workspace) -> String {
        workspace.scenarios.iter().map(|scenario| scenario.name.as_str()).collect()
    }

    #[test]
    fn a_scenario_is_added_after_the_shown_one() {
        let mut all = workspace("abc", 2, 0);
        all.add(named("x"));
        assert_eq!((names(&all).as_str(), all.reference, all.shown), ("axbc", 3, 1));
        assert_eq!(all.network.counts, [1, 0, 2, 3]);
        let mut full = workspace("abcdefghijkl", 0, 0);
        full.add(named("x"));
        assert_eq!(names(&full), "abcdefghijkl");
    }

    #[test]
    fn one_scenario_and_a_reference_always_remain() {
        for (reference, shown, index, expected) in
            [(0, 0, 0, (0, 0)), (2, 2, 2, (0, 1)), (2, 1, 0, (1, 0)), (1, 2, 1, (0, 1)), (0, 0, 2, (0, 0))]
        {
            let mut all = workspace("abc", reference, shown);
            all.remove(index);
            assert_eq!((all.reference, all.shown), expected, "{reference} {shown} {index}");
            assert_eq!(all.network.counts.len(), 2);
        }
        let mut one = workspace("a", 0, 0);
        one.remove(0);
        assert_eq!(names(&one), "a");
    }

    #[test]
    fn merging_keeps_all_scenarios_or_fails_for_lack_of_room() {
        let mut all = workspace("abc", 1, 0);
        assert_eq!(all.merge(&workspace("bx", 0, 1)), Ok(()));
        assert_eq!((names(&all).as_str(), all.reference, all.shown), ("abcx", 1, 3));
        assert_eq!(all.network.counts, [1, 2, 3, 0]);
        let before = all.clone();
        assert_eq!(all.merge(&workspace("lmnopqrst", 0, 0)), Err(13));
        assert_eq!(all, before);
        let mut single = Workspace::single(named("a"));
        single.merge(&workspace("xa", 0, 0)).unwrap();
        assert_eq!((names(&single).as_str(), single.network.counts.as_slice()), ("ax", [2, 1].as_slice()));
    }

    #[test]
    fn only_one_unchanged_preset_is_untouched() {
        assert!(Workspace::single(Scenario::new(Preset::Gunstig)).is_untouched());
        assert!(!Workspace::single(named("a")).is_untouched());
        assert!(!workspace("ab", 0, 0).is_untouched());
    }

    proptest! {
        /// After any sequence of steps each count belongs to the scenario that it began
        /// with, and the written workspace can be read.
        #[test]
        fn counts_and_reference_stay_with_their_scenarios(
            steps in prop::collection::vec((0..4_u8, 0..13_usize, 0..13_usize), 0..30),
        ) {
            let mut all = workspace("abcd", 1, 2);
            for (step, one, other) in steps {
                let reference = all.scenarios[all.reference].name.clone();
                let removed = all.scenarios.get(one).map(|scenario| scenario.name.clone());
                match step {
                    0 => all.add(named("x")),
                    1 => all.remove(one),
                    _ => all.swap(one, other),
                }
                if step != 1 || removed.as_ref() != Some(&reference) {
                    prop_assert_eq!(&all.scenarios[all.reference].name, &reference);
                }
                prop_assert_eq!(all.network.counts.len(), all.scenarios.len());
                for (scenario, count) in all.scenarios.iter().zip(&all.network.counts) {
                    let expected = "abcd".find(&scenario.name).map_or(0, |index| index as u32 + 1);
                    prop_assert_eq!(*count, expected);
                }
                let read = crate::scenario::workspace::ScenarioFile::parse(&all.to_json());
                prop_assert_eq!(read, Ok(crate::scenario::workspace::ScenarioFile::Workspace(all.clone())));
            }
        }
    }
}
