//! How the bouwstenen and the participatieladder change. They are kept with
//! the scenario and move no figure.

use crate::building_blocks;
use crate::building_blocks::{BuildingBlock, Presence};
use crate::model::General;
use crate::number::Style;
use crate::participation_ladder;
use crate::participation_ladder::{Ladder, LadderEntry};
use crate::scenario::Scenario;
use crate::ui::state::{Draft, Editing, State};

/// Something that happens to them.
#[derive(Clone, Debug, PartialEq)]
pub enum Offer {
    /// Whether a block is offered.
    Block(BuildingBlock, Option<Presence>),
    /// A number of people was typed.
    People(LadderEntry, String),
    /// The field of a number of people was left.
    Leave(LadderEntry),
}

impl State {
    /// What the initiative offers.
    pub fn blocks(&self) -> building_blocks::BuildingBlocks {
        building_blocks::BuildingBlocks::read(self.scenario().meta.as_deref())
    }

    /// Where the visitors stand.
    pub fn ladder(&self) -> Ladder {
        Ladder::read(self.scenario().meta.as_deref())
    }

    /// How many visitors there are.
    pub fn visitors(&self) -> f64 {
        self.inputs.general(General::Bezoekers)
    }

    pub(crate) fn act_offer(&mut self, what: Offer) {
        match what {
            Offer::Block(block, presence) => {
                let meta = building_blocks::set_in_meta(self.scenario().meta.as_deref(), block, presence);
                self.commit(Scenario { meta, ..self.scenario().clone() }, None);
            }
            Offer::People(rung, text) => self.type_people(rung, text),
            Offer::Leave(rung) => {
                self.editing = None;
                if self.rungs.get(&rung).is_some_and(|draft| draft.problem.is_none()) {
                    self.rungs.remove(&rung);
                }
            }
        }
    }

    fn type_people(&mut self, rung: LadderEntry, text: String) {
        let problem = self.try_people(rung, &text, Some(Editing::LadderEntry(rung))).err();
        let good = problem.is_none();
        if !good {
            self.begin_step(Some(Editing::LadderEntry(rung)));
        }
        self.rungs.insert(rung, Draft { text, problem, note: None });
        if good {
            self.retry_people(Some(rung));
        }
    }

    /// Numbers of people that did not fit may fit now.
    pub(crate) fn retry_people(&mut self, but: Option<LadderEntry>) {
        for (rung, draft) in self.rungs.clone().iter() {
            if draft.problem.is_some() && Some(*rung) != but {
                let problem = self.try_people(*rung, &draft.text, self.editing).err();
                self.rungs.insert(*rung, Draft { problem, ..draft.clone() });
            }
        }
    }

    /// Puts a number of people on a step; none where the text is empty.
    fn try_people(&mut self, rung: LadderEntry, text: &str, editing: Option<Editing>) -> Result<(), String> {
        let words = self.text();
        let shown = |value: f64| words.notation.number(value, 0);
        let people = if text.trim().is_empty() {
            None
        } else {
            let parsed = words.notation.parse(text, Style::Plain).ok();
            let people = parsed.and_then(|parsed| participation_ladder::people(parsed.value));
            Some(
                people
                    .ok_or_else(|| (words.building_blocks.not_whole)(&shown(participation_ladder::MOST)))?,
            )
        };
        if let Some(people) = people {
            let others = self.ladder().with_people(rung, None).sum(rung.when) as f64;
            let (sum, visitors) = (others + f64::from(people), self.visitors());
            if sum > visitors {
                let room = (visitors - others).max(0.0).floor();
                return Err((words.building_blocks.too_many)(
                    rung.when,
                    &shown(sum),
                    &shown(visitors),
                    &shown(room),
                ));
            }
        }
        let meta = participation_ladder::set_in_meta(self.scenario().meta.as_deref(), rung, people);
        self.commit(Scenario { meta, ..self.scenario().clone() }, editing);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::InputId;
    use crate::participation_ladder::MeasuringPoint;
    use crate::scenario::link::Address;
    use crate::ui::state::Action;

    fn state() -> State {
        State::at(&Address { view: "bouwstenen".into(), scenario: None })
    }

    fn people(state: &mut State, when: MeasuringPoint, step: usize, text: &str) {
        state.act(Action::Offer(Offer::People(LadderEntry { when, step }, text.into())));
        state.act(Action::Offer(Offer::Leave(LadderEntry { when, step })));
    }

    #[test]
    fn people_fit_among_the_visitors_or_wait_until_they_do() {
        let mut state = state();
        people(&mut state, MeasuringPoint::Start, 0, "400");
        people(&mut state, MeasuringPoint::Start, 1, "200");
        let waiting = LadderEntry { when: MeasuringPoint::Start, step: 1 };
        let problem = state.rungs[&waiting].problem.clone().unwrap();
        assert!(problem.contains("600") && problem.contains("500") && problem.contains("100"), "{problem}");
        assert_eq!(state.ladder().sum(MeasuringPoint::Start), 400);
        // The other column has its own visitors.
        people(&mut state, MeasuringPoint::Now, 1, "500");
        state.act(Action::Type(InputId::General(General::Bezoekers), "550".into()));
        assert!(state.rungs[&waiting].problem.as_ref().unwrap().contains("550"));
        state.act(Action::Type(InputId::General(General::Bezoekers), "600".into()));
        assert_eq!(
            (state.ladder().sum(MeasuringPoint::Start), state.rungs[&waiting].problem.as_ref()),
            (600, None)
        );
        assert_eq!(state.ladder().rest(MeasuringPoint::Now, state.visitors()), Some(100.0));
        // Fewer visitors take nothing away.
        state.act(Action::Type(InputId::General(General::Bezoekers), "300".into()));
        assert_eq!(
            (state.ladder().sum(MeasuringPoint::Start), state.ladder().rest(MeasuringPoint::Start, 300.0)),
            (600, None)
        );
    }

    #[test]
    fn only_whole_people_or_nothing() {
        let mut state = state();
        for bad in ["1,5", "-1", "x", "1.000.001"] {
            people(&mut state, MeasuringPoint::Now, 2, bad);
            assert!(
                state.rungs[&LadderEntry { when: MeasuringPoint::Now, step: 2 }].problem.is_some(),
                "{bad}"
            );
            assert_eq!(state.scenario().meta, None);
        }
        people(&mut state, MeasuringPoint::Now, 2, "12");
        people(&mut state, MeasuringPoint::Now, 2, " ");
        assert_eq!((state.scenario().meta.as_deref(), state.rungs.len()), (None, 0));
    }

    #[test]
    fn all_of_it_is_undone_and_travels() {
        let mut state = state();
        state.act(Action::Offer(Offer::Block(BuildingBlock::Naasten, Some(Presence::Deels))));
        people(&mut state, MeasuringPoint::Start, 0, "40");
        people(&mut state, MeasuringPoint::Start, 1, "9999");
        let fragment = crate::scenario::link::fragment("bouwstenen", state.scenario());
        let again = State::at(&crate::scenario::link::read(&format!("#{fragment}")));
        assert_eq!((again.blocks(), again.ladder()), (state.blocks(), state.ladder()));
        assert_eq!((again.outcome.as_ref(), again.changes()), (state.outcome.as_ref(), 0));
        state.act(Action::Undo);
        assert!(state.rungs.is_empty());
        state.act(Action::Redo);
        assert_eq!(state.rungs[&LadderEntry { when: MeasuringPoint::Start, step: 1 }].text, "9999");
        state.act(Action::Undo);
        state.act(Action::Undo);
        assert!(!state.ladder().is_filled() && state.blocks().is_filled());
        state.act(Action::Undo);
        assert_eq!(state.scenario().meta, None);
    }
}
