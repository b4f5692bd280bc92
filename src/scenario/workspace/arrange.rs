//! Putting scenarios beside each other: the reference, the one that is shown
//! and the numbers of a network stay with the scenario that they are about.

use crate::scenario::Scenario;
use crate::scenario::workspace::{MOST, NetworkComposition, Workspace};

impl Workspace {
    /// One scenario by itself.
    pub fn single(scenario: Scenario) -> Workspace {
        Workspace { scenarios: vec![scenario], reference: 0, shown: 0, network: NetworkComposition::none(1) }
    }

    /// Returns whether there is nothing of the user's: one preset as it is.
    pub fn is_untouched(&self) -> bool {
        let [only] = self.scenarios.as_slice() else { return false };
        *only == Scenario::new(only.base) && self.network == NetworkComposition::none(1)
    }

    /// Returns whether no other scenario fits.
    pub fn is_full(&self) -> bool {
        self.scenarios.len() >= MOST
    }

    /// The place of a scenario that is the same in everything.
    pub fn position_of(&self, scenario: &Scenario) -> Option<usize> {
        self.scenarios.iter().position(|one| one == scenario)
    }

    /// Puts one behind the one that is shown, and shows it; not where there
    /// fits no other.
    pub fn add(&mut self, scenario: Scenario) {
        if self.is_full() {
            return;
        }
        let place = self.shown + 1;
        self.scenarios.insert(place, scenario);
        self.network.counts.insert(place, 0);
        if self.reference >= place {
            self.reference += 1;
        }
        self.shown = place;
    }

    /// Takes one away; the last one stays. Where it was the reference, the
    /// first one is from now on.
    pub fn remove(&mut self, place: usize) {
        if self.scenarios.len() < 2 || place >= self.scenarios.len() {
            return;
        }
        self.scenarios.remove(place);
        self.network.counts.remove(place);
        self.reference = match self.reference {
            of if of == place => 0,
            of => of - usize::from(of > place),
        };
        self.shown -= usize::from(self.shown > place || self.shown == self.scenarios.len());
    }

    /// Two of them change places; nothing where one is not there.
    pub fn swap(&mut self, one: usize, other: usize) {
        if one.max(other) >= self.scenarios.len() {
            return;
        }
        self.scenarios.swap(one, other);
        self.network.counts.swap(one, other);
        for place in [&mut self.reference, &mut self.shown] {
            *place = match *place {
                of if of == one => other,
                of if of == other => one,
                of => of,
            };
        }
    }

    /// Puts those of another list that are not there yet at the end, and shows
    /// the one that is shown there. The network stays, unless there is none.
    ///
    /// # Errors
    /// How many there would be where that is more than there may be; then
    /// nothing changes.
    pub fn merge(&mut self, other: &Workspace) -> Result<(), usize> {
        let new = |of: &&Scenario| self.position_of(of).is_none();
        let all = self.scenarios.len() + other.scenarios.iter().filter(new).count();
        if all > MOST {
            return Err(all);
        }
        let bare = self.network == NetworkComposition::none(self.scenarios.len());
        if bare {
            self.network =
                NetworkComposition { counts: self.network.counts.clone(), ..other.network.clone() };
        }
        for (scenario, count) in other.scenarios.iter().zip(&other.network.counts) {
            if self.position_of(scenario).is_none() {
                self.scenarios.push(scenario.clone());
                self.network.counts.push(0);
            }
            if let Some(place) = self.position_of(scenario).filter(|_| bare) {
                self.network.counts[place] = *count;
            }
        }
        self.shown = self.position_of(&other.scenarios[other.shown]).unwrap_or(self.shown);
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

    /// Makes as many scenarios as there are letters; the count of each is its
    /// place.
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

    fn names(of: &Workspace) -> String {
        of.scenarios.iter().map(|one| one.name.as_str()).collect()
    }

    #[test]
    fn one_is_added_behind_what_is_shown() {
        let mut all = workspace("abc", 2, 0);
        all.add(named("x"));
        assert_eq!((names(&all).as_str(), all.reference, all.shown), ("axbc", 3, 1));
        assert_eq!(all.network.counts, [1, 0, 2, 3]);
        let mut full = workspace("abcdefghijkl", 0, 0);
        full.add(named("x"));
        assert_eq!(names(&full), "abcdefghijkl");
    }

    #[test]
    fn the_last_one_stays_and_a_reference_is_always_there() {
        for (reference, shown, place, expected) in
            [(0, 0, 0, (0, 0)), (2, 2, 2, (0, 1)), (2, 1, 0, (1, 0)), (1, 2, 1, (0, 1)), (0, 0, 2, (0, 0))]
        {
            let mut all = workspace("abc", reference, shown);
            all.remove(place);
            assert_eq!((all.reference, all.shown), expected, "{reference} {shown} {place}");
            assert_eq!(all.network.counts.len(), 2);
        }
        let mut one = workspace("a", 0, 0);
        one.remove(0);
        assert_eq!(names(&one), "a");
    }

    #[test]
    fn uniting_loses_nothing_and_says_when_there_is_no_room() {
        let mut all = workspace("abc", 1, 0);
        assert_eq!(all.merge(&workspace("bx", 0, 1)), Ok(()));
        assert_eq!((names(&all).as_str(), all.reference, all.shown), ("abcx", 1, 3));
        assert_eq!(all.network.counts, [1, 2, 3, 0]);
        let before = all.clone();
        assert_eq!(all.merge(&workspace("lmnopqrst", 0, 0)), Err(13));
        assert_eq!(all, before);
        let mut bare = Workspace::single(named("a"));
        bare.merge(&workspace("xa", 0, 0)).unwrap();
        assert_eq!((names(&bare).as_str(), bare.network.counts.as_slice()), ("ax", [2, 1].as_slice()));
    }

    #[test]
    fn untouched_is_one_preset_as_it_is() {
        assert!(Workspace::single(Scenario::new(Preset::Gunstig)).is_untouched());
        assert!(!Workspace::single(named("a")).is_untouched());
        assert!(!workspace("ab", 0, 0).is_untouched());
    }

    proptest! {
        /// Whatever is done, each number stays with its scenario, and what is
        /// written can be read.
        #[test]
        fn everything_stays_with_its_scenario(
            steps in prop::collection::vec((0..4_u8, 0..13_usize, 0..13_usize), 0..30),
        ) {
            let mut all = workspace("abcd", 1, 2);
            for (step, one, other) in steps {
                let reference = all.scenarios[all.reference].name.clone();
                let gone = all.scenarios.get(one).map(|of| of.name.clone());
                match step {
                    0 => all.add(named("x")),
                    1 => all.remove(one),
                    _ => all.swap(one, other),
                }
                if step != 1 || gone.as_ref() != Some(&reference) {
                    prop_assert_eq!(&all.scenarios[all.reference].name, &reference);
                }
                prop_assert_eq!(all.network.counts.len(), all.scenarios.len());
                for (scenario, count) in all.scenarios.iter().zip(&all.network.counts) {
                    let expected = "abcd".find(&scenario.name).map_or(0, |place| place as u32 + 1);
                    prop_assert_eq!(*count, expected);
                }
                let read = crate::scenario::workspace::ScenarioFile::parse(&all.to_json());
                prop_assert_eq!(read, Ok(crate::scenario::workspace::ScenarioFile::Workspace(all.clone())));
            }
        }
    }
}
