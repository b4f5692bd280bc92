//! The participatieladder: on which of its six steps the visitors stood at the
//! start and stand now. Kept in the scenario's `meta`, counted in people; no
//! euro depends on it.
//!
//! The columns are totals: they do not tell who moved. All that follows from
//! them is how many more or fewer stand on a step and at or above it.

use crate::number::digits;
use crate::scenario::meta;

/// The member of `meta` that holds it.
pub const KEY: &str = "participatieladder";

/// Number of steps.
pub const STEPS: usize = 6;

/// The most people on a step: as many as there can be visitors.
pub const MOST: f64 = 1e6;

/// Point in time at which people stood on a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MeasuringPoint {
    /// Start, when people first came.
    Start,
    /// Present day of the visitor.
    Now,
}

impl MeasuringPoint {
    /// List of both points.
    pub const ALL: [MeasuringPoint; 2] = [MeasuringPoint::Start, MeasuringPoint::Now];

    /// The name in files and links.
    pub fn id(self) -> &'static str {
        match self {
            MeasuringPoint::Start => "start",
            MeasuringPoint::Now => "nu",
        }
    }
}

/// The number of people on a step, 1 to 6, at one of two times.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LadderEntry {
    /// Point at which people were counted.
    pub when: MeasuringPoint,
    /// The step, 0 for the first.
    pub step: usize,
}

/// Number of people on each step; none where it was not filled in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ladder([[Option<u32>; STEPS]; 2]);

/// Shift between the two columns of the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LadderShift {
    /// More people on each step now than at the start, or fewer.
    pub on: [i64; STEPS],
    /// More people at each step or above it than at the start, or fewer.
    pub at_or_above: [i64; STEPS],
    /// Least number of people who stand higher, where both columns are the same
    /// people.
    pub at_least_up: u32,
    /// Least number of people who stand lower, where both columns are the same
    /// people.
    pub at_least_down: u32,
    /// Tells whether both columns are of as many people.
    pub same_number: bool,
}

impl Ladder {
    /// Returns what is kept in `meta`; what cannot be understood is not filled in.
    pub fn read(meta: Option<&str>) -> Ladder {
        let mut ladder = Ladder::default();
        let kept = meta::get(meta, KEY).map(meta::members).unwrap_or_default();
        for (when, column) in kept {
            let Some(when) = MeasuringPoint::ALL.into_iter().find(|of| of.id() == when) else { continue };
            for (step, value) in meta::members(column) {
                let Some(step) = (0..STEPS).find(|of| step_id(*of) == step) else { continue };
                ladder.0[when as usize][step] = meta::number(value).and_then(people);
            }
        }
        ladder
    }

    /// Returns how many people; none where it was not filled in.
    pub fn get(&self, entry: LadderEntry) -> Option<u32> {
        self.0[entry.when as usize][entry.step]
    }

    /// Returns the ladder with another number of people on one step.
    pub fn with_people(mut self, entry: LadderEntry, people: Option<u32>) -> Ladder {
        self.0[entry.when as usize][entry.step] = people;
        self
    }

    /// Returns whether anything was filled in.
    pub fn is_filled(&self) -> bool {
        self.0.iter().flatten().any(Option::is_some)
    }

    /// Returns how many people a column holds.
    pub fn sum(&self, when: MeasuringPoint) -> u64 {
        self.0[when as usize].iter().flatten().map(|people| u64::from(*people)).sum()
    }

    /// Returns how many of the visitors a column leaves out; none when it holds
    /// more than there are.
    pub fn rest(&self, when: MeasuringPoint, visitors: f64) -> Option<f64> {
        let rest = visitors - self.sum(when) as f64;
        (rest >= 0.0).then_some(rest)
    }

    /// Returns what the columns tell; none while one of them is empty or holds more
    /// people than there are visitors.
    pub fn shift(&self, visitors: f64) -> Option<LadderShift> {
        for when in MeasuringPoint::ALL {
            self.rest(when, visitors)?;
            if self.sum(when) == 0 {
                return None;
            }
        }
        let [start, now] = self.0;
        let (mut on, mut at_or_above) = ([0; STEPS], [0; STEPS]);
        let mut above = 0;
        for step in (0..STEPS).rev() {
            let count = |people: Option<u32>| i64::from(people.unwrap_or(0));
            on[step] = count(now[step]) - count(start[step]);
            above += on[step];
            at_or_above[step] = above;
        }
        // Whoever crosses the line below a step stands higher; the line that
        // most crossed tells how many did at least.
        let lines = &at_or_above[1..];
        let most = |sign: i64| lines.iter().map(|by| by * sign).max().unwrap_or(0).max(0);
        Some(LadderShift {
            on,
            at_or_above,
            at_least_up: u32::try_from(most(1)).unwrap_or(0),
            at_least_down: u32::try_from(most(-1)).unwrap_or(0),
            same_number: self.sum(MeasuringPoint::Start) == self.sum(MeasuringPoint::Now),
        })
    }
}

/// A number of people: whole, and no more than there can be.
pub fn people(number: f64) -> Option<u32> {
    let good = number.fract() == 0.0 && (0.0..=MOST).contains(&number);
    good.then_some(number as u32)
}

/// `meta` with this number of people on a step.
pub fn set_in_meta(meta: Option<&str>, entry: LadderEntry, people: Option<u32>) -> Option<String> {
    let object = |json: Option<&'_ str>| json.filter(|json| json.starts_with('{')).map(str::to_owned);
    let ladder = object(meta::get(meta, KEY));
    let column = object(meta::get(ladder.as_deref(), entry.when.id()));
    let value = people.map(|people| digits::format(f64::from(people)));
    let column = meta::set_member(column.as_deref(), step_id(entry.step), value.as_deref());
    let ladder = meta::set_member(ladder.as_deref(), entry.when.id(), column.as_deref());
    meta::set_member(meta, KEY, ladder.as_deref())
}

/// A step's name in files and links.
pub fn step_id(step: usize) -> &'static str {
    ["1", "2", "3", "4", "5", "6"][step]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ladder(start: [u32; 6], now: [u32; 6]) -> Ladder {
        Ladder([start.map(Some), now.map(Some)])
    }

    /// By hand, for 500 visitors: 60 fewer on step 1, of whom 20 more on 2, 10
    /// on 3, 25 on 4, none on 5 and 5 on 6. All 60 crossed the line below 2.
    #[test]
    fn people_who_moved() {
        let ladder = ladder([200, 150, 100, 40, 10, 0], [140, 170, 110, 65, 10, 5]);
        let shift = ladder.shift(500.0).unwrap();
        assert_eq!(shift.on, [-60, 20, 10, 25, 0, 5]);
        assert_eq!(shift.at_or_above, [0, 60, 40, 30, 5, 5]);
        assert_eq!((shift.at_least_up, shift.at_least_down, shift.same_number), (60, 0, true));
        assert_eq!(ladder.rest(MeasuringPoint::Now, 500.0), Some(0.0));
        assert_eq!((ladder.rest(MeasuringPoint::Now, 499.0), ladder.shift(499.0)), (None, None));
        // Some up, some down: 2 → 3 and 5 → 4.
        let mixed = crate::participation_ladder::tests::ladder([0, 10, 0, 0, 10, 0], [0, 7, 3, 4, 6, 0])
            .shift(20.0)
            .unwrap();
        assert_eq!((mixed.at_least_up, mixed.at_least_down), (3, 4));
    }

    #[test]
    fn half_filled_in_tells_nothing_or_says_so() {
        let one =
            Ladder::default().with_people(LadderEntry { when: MeasuringPoint::Start, step: 0 }, Some(5));
        assert!(one.is_filled() && one.shift(500.0).is_none());
        let both = one.with_people(LadderEntry { when: MeasuringPoint::Now, step: 3 }, Some(4));
        assert!(!both.shift(500.0).unwrap().same_number);
        assert_eq!(both.rest(MeasuringPoint::Now, 500.5), Some(496.5));
    }

    #[test]
    fn what_is_not_understood_is_not_filled_in_and_stays() {
        let kept =
            r#"{"participatieladder":{"start":{"1":5,"2":1.5,"3":-1,"4":"x","7":9},"later":1,"nu":[1]}}"#;
        let read = Ladder::read(Some(kept));
        assert_eq!(read.0, [[Some(5), None, None, None, None, None], [None; 6]]);
        let after =
            set_in_meta(Some(kept), LadderEntry { when: MeasuringPoint::Now, step: 5 }, Some(2)).unwrap();
        assert_eq!(
            after,
            r#"{"participatieladder":{"start":{"1":5,"2":1.5,"3":-1,"4":"x","7":9},"later":1,"nu":{"6":2}}}"#
        );
        assert_eq!((people(1e6), people(1_000_001.0), people(f64::NAN)), (Some(1_000_000), None, None));
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(all in prop::collection::vec(prop::option::of(0..=1_000_000_u32), 12)) {
            let mut kept = None;
            let mut ladder = Ladder::default();
            for (place, people) in all.iter().enumerate() {
                let entry = LadderEntry { when: MeasuringPoint::ALL[place / STEPS], step: place % STEPS };
                kept = set_in_meta(kept.as_deref(), entry, *people);
                ladder = ladder.with_people(entry, *people);
            }
            prop_assert_eq!(Ladder::read(kept.as_deref()), ladder);
            prop_assert_eq!(kept.is_some(), ladder.is_filled());
        }

        /// Moving people one by one never needs fewer moves than is said.
        #[test]
        fn at_least_is_never_too_many(moves in prop::collection::vec((0..6_usize, 0..6_usize), 1..40)) {
            let mut columns = [[0_u32; 6]; 2];
            for (from, to) in &moves {
                columns[0][*from] += 1;
                columns[1][*to] += 1;
            }
            let shift = ladder(columns[0], columns[1]).shift(40.0).unwrap();
            let up = moves.iter().filter(|(from, to)| to > from).count();
            let down = moves.iter().filter(|(from, to)| to < from).count();
            prop_assert!(shift.at_least_up as usize <= up && shift.at_least_down as usize <= down);
            prop_assert_eq!(shift.on.iter().sum::<i64>(), 0);
        }
    }
}
