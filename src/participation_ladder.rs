//! The participatieladder: how many visitors were on each of its six steps when they first
//! came, and how many are there now. It is stored in the scenario's `meta`; no amount
//! depends on it.
//!
//! The columns, at the start and now, are totals and do not show who moved. They only show
//! how many more or fewer people are on a step, and on or above it.

use crate::number::digits;
use crate::scenario::meta::{self, MetaMember};

/// The member of `meta` that contains the ladder.
const MEMBER: MetaMember = MetaMember::Participatieladder;

/// Number of steps of the ladder.
pub const STEPS: usize = 6;

/// The most people on a step, which is the largest number of visitors.
pub const MAX_PEOPLE: f64 = 1e6;

/// Point in time at which the people on each step were counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MeasuringPoint {
    /// When the visitors first came.
    Start,
    /// At the present time.
    Now,
}

impl MeasuringPoint {
    /// List of both measuring points.
    pub const ALL: [MeasuringPoint; 2] = [MeasuringPoint::Start, MeasuringPoint::Now];

    /// Returns the id in files and links.
    pub fn id(self) -> &'static str {
        match self {
            MeasuringPoint::Start => "start",
            MeasuringPoint::Now => "nu",
        }
    }
}

/// A cell of the ladder: one step at one measuring point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LadderEntry {
    /// Measuring point, which is the column.
    pub when: MeasuringPoint,
    /// Index of the step: 0 for step 1.
    pub step: usize,
}

/// Number of people on each step at both measuring points; `None` where it was not filled
/// in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ladder([[Option<u32>; STEPS]; 2]);

/// Differences between the columns of the ladder, now less at the start; positive where there
/// are more people now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LadderShift {
    /// Difference in the number of people on each step.
    pub on_step: [i64; STEPS],
    /// Difference in the number of people on each step or above it.
    pub at_or_above: [i64; STEPS],
    /// Smallest possible number of people who moved up, if both columns are about the same
    /// people.
    pub at_least_up: u32,
    /// Smallest possible number of people who moved down, if both columns are about the same
    /// people.
    pub at_least_down: u32,
    /// Whether both columns have the same total.
    pub same_total: bool,
}

impl Ladder {
    /// Reads the ladder from `meta`; an unknown value counts as not filled in.
    pub fn read(meta: Option<&str>) -> Ladder {
        let mut ladder = Ladder::default();
        let columns = MEMBER.read(meta).map(meta::members).unwrap_or_default();
        for (id, column) in columns {
            let Some(when) = MeasuringPoint::ALL.into_iter().find(|point| point.id() == id) else { continue };
            for (id, value) in meta::members(column) {
                let Some(step) = (0..STEPS).find(|step| step_id(*step) == id) else { continue };
                ladder.0[when as usize][step] = meta::number(value).and_then(people);
            }
        }
        ladder
    }

    /// Returns the number of people in a cell; `None` where it was not filled in.
    pub fn get(&self, entry: LadderEntry) -> Option<u32> {
        self.0[entry.when as usize][entry.step]
    }

    /// Returns the ladder with the number of people in one cell changed.
    pub fn with_people(mut self, entry: LadderEntry, people: Option<u32>) -> Ladder {
        self.0[entry.when as usize][entry.step] = people;
        self
    }

    /// Returns whether anything was filled in.
    pub fn is_filled(&self) -> bool {
        self.0.iter().flatten().any(Option::is_some)
    }

    /// Returns the total of a column.
    pub fn sum(&self, when: MeasuringPoint) -> u64 {
        self.0[when as usize].iter().flatten().map(|people| u64::from(*people)).sum()
    }

    /// Returns the number of visitors that have no step in a column; `None` where the steps
    /// have more people than there are visitors.
    pub fn visitors_without_step(&self, when: MeasuringPoint, visitors: f64) -> Option<f64> {
        let missing = visitors - self.sum(when) as f64;
        (missing >= 0.0).then_some(missing)
    }

    /// Compares the columns; `None` where the total of one is zero, or more than the number of
    /// visitors.
    pub fn shift(&self, visitors: f64) -> Option<LadderShift> {
        for when in MeasuringPoint::ALL {
            self.visitors_without_step(when, visitors)?;
            if self.sum(when) == 0 {
                return None;
            }
        }
        let [start, now] = self.0;
        let (mut on_step, mut at_or_above) = ([0; STEPS], [0; STEPS]);
        let mut above = 0;
        for step in (0..STEPS).rev() {
            let count = |people: Option<u32>| i64::from(people.unwrap_or(0));
            on_step[step] = count(now[step]) - count(start[step]);
            above += on_step[step];
            at_or_above[step] = above;
        }
        // Everybody who is newly on or above a step moved up. So the step with the largest
        // difference gives the smallest possible number of people who moved.
        let differences = &at_or_above[1..];
        let largest = |sign: i64| differences.iter().map(|by| by * sign).max().unwrap_or(0).max(0);
        Some(LadderShift {
            on_step,
            at_or_above,
            at_least_up: u32::try_from(largest(1)).unwrap_or(0),
            at_least_down: u32::try_from(largest(-1)).unwrap_or(0),
            same_total: self.sum(MeasuringPoint::Start) == self.sum(MeasuringPoint::Now),
        })
    }
}

/// Returns a number of people; `None` where the number is not whole or out of range.
pub fn people(number: f64) -> Option<u32> {
    let is_valid = number.fract() == 0.0 && (0.0..=MAX_PEOPLE).contains(&number);
    is_valid.then_some(number as u32)
}

/// Returns `meta` with the number of people in a cell changed, or removed for `None`.
/// Returns `None` where `meta` is then empty.
pub fn set_in_meta(meta: Option<&str>, entry: LadderEntry, people: Option<u32>) -> Option<String> {
    let object = |json: Option<&'_ str>| json.filter(|json| json.starts_with('{')).map(str::to_owned);
    let ladder = object(MEMBER.read(meta));
    let column = object(meta::get(ladder.as_deref(), entry.when.id()));
    let value = people.map(|people| digits::format(f64::from(people)));
    let column = meta::set_member(column.as_deref(), step_id(entry.step), value.as_deref());
    let ladder = meta::set_member(ladder.as_deref(), entry.when.id(), column.as_deref());
    MEMBER.write(meta, ladder.as_deref())
}

/// Returns the id of a step in files and links; `step` is its index.
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

    /// By hand, for 500 visitors: 60 fewer people on step 1, and 20 more on step 2, 10 on step
    /// 3, 25 on step 4 and 5 on step 6. So 60 more are on or above step 2.
    #[test]
    fn people_who_moved() {
        let ladder = ladder([200, 150, 100, 40, 10, 0], [140, 170, 110, 65, 10, 5]);
        let shift = ladder.shift(500.0).unwrap();
        assert_eq!(shift.on_step, [-60, 20, 10, 25, 0, 5]);
        assert_eq!(shift.at_or_above, [0, 60, 40, 30, 5, 5]);
        assert_eq!((shift.at_least_up, shift.at_least_down, shift.same_total), (60, 0, true));
        assert_eq!(ladder.visitors_without_step(MeasuringPoint::Now, 500.0), Some(0.0));
        assert_eq!(
            (ladder.visitors_without_step(MeasuringPoint::Now, 499.0), ladder.shift(499.0)),
            (None, None)
        );
        // Three people moved up from step 2 to 3, and four down from step 5 to 4.
        let mixed = crate::participation_ladder::tests::ladder([0, 10, 0, 0, 10, 0], [0, 7, 3, 4, 6, 0])
            .shift(20.0)
            .unwrap();
        assert_eq!((mixed.at_least_up, mixed.at_least_down), (3, 4));
    }

    #[test]
    fn a_half_filled_ladder_has_no_shift_or_different_totals() {
        let start_only =
            Ladder::default().with_people(LadderEntry { when: MeasuringPoint::Start, step: 0 }, Some(5));
        assert!(start_only.is_filled() && start_only.shift(500.0).is_none());
        let both = start_only.with_people(LadderEntry { when: MeasuringPoint::Now, step: 3 }, Some(4));
        assert!(!both.shift(500.0).unwrap().same_total);
        assert_eq!(both.visitors_without_step(MeasuringPoint::Now, 500.5), Some(496.5));
    }

    #[test]
    fn an_unknown_value_counts_as_not_filled_in_and_is_preserved() {
        let meta_text =
            r#"{"participatieladder":{"start":{"1":5,"2":1.5,"3":-1,"4":"x","7":9},"later":1,"nu":[1]}}"#;
        let read = Ladder::read(Some(meta_text));
        assert_eq!(read.0, [[Some(5), None, None, None, None, None], [None; 6]]);
        let after = set_in_meta(Some(meta_text), LadderEntry { when: MeasuringPoint::Now, step: 5 }, Some(2))
            .unwrap();
        assert_eq!(
            after,
            r#"{"participatieladder":{"start":{"1":5,"2":1.5,"3":-1,"4":"x","7":9},"later":1,"nu":{"6":2}}}"#
        );
        assert_eq!((people(1e6), people(1_000_001.0), people(f64::NAN)), (Some(1_000_000), None, None));
    }

    proptest! {
        #[test]
        fn a_written_ladder_is_read_back(all in prop::collection::vec(prop::option::of(0..=1_000_000_u32), 12)) {
            let mut meta_text = None;
            let mut ladder = Ladder::default();
            for (index, people) in all.iter().enumerate() {
                let entry = LadderEntry { when: MeasuringPoint::ALL[index / STEPS], step: index % STEPS };
                meta_text = set_in_meta(meta_text.as_deref(), entry, *people);
                ladder = ladder.with_people(entry, *people);
            }
            prop_assert_eq!(Ladder::read(meta_text.as_deref()), ladder);
            prop_assert_eq!(meta_text.is_some(), ladder.is_filled());
        }

        /// The smallest possible numbers are never larger than the true numbers of moves.
        #[test]
        fn the_smallest_number_of_moves_is_never_too_large(moves in prop::collection::vec((0..6_usize, 0..6_usize), 1..40)) {
            let mut columns = [[0_u32; 6]; 2];
            for (from, to) in &moves {
                columns[0][*from] += 1;
                columns[1][*to] += 1;
            }
            let shift = ladder(columns[0], columns[1]).shift(40.0).unwrap();
            let up = moves.iter().filter(|(from, to)| to > from).count();
            let down = moves.iter().filter(|(from, to)| to < from).count();
            prop_assert!(shift.at_least_up as usize <= up && shift.at_least_down as usize <= down);
            prop_assert_eq!(shift.on_step.iter().sum::<i64>(), 0);
        }
    }
}
