//! State of the bouwstenen and the participatieladder. Both are saved in the
//! `meta` of the scenario; no figure of the outcome depends on them.

use crate::building_blocks::{self, BuildingBlock, BuildingBlocks, Presence};
use crate::model::General;
use crate::number::Style;
use crate::participation_ladder::{self, Ladder, LadderEntry};
use crate::scenario::Scenario;
use crate::ui::state::{ChangeOrigin, Draft, FieldId, State};

/// A change of the bouwstenen that the initiative offers.
#[derive(Clone, Debug, PartialEq)]
pub enum BuildingBlockAction {
    /// Sets whether a block is offered; `None` stands for not filled in.
    SetPresence(BuildingBlock, Option<Presence>),
}

impl State {
    /// Returns for each bouwsteen whether the initiative offers it.
    pub fn blocks(&self) -> BuildingBlocks {
        BuildingBlocks::read(self.scenario().meta.as_deref())
    }

    /// Returns the number of people on each step of the participatieladder.
    pub fn ladder(&self) -> Ladder {
        Ladder::read(self.scenario().meta.as_deref())
    }

    /// Returns the number of visitors.
    pub fn visitors(&self) -> f64 {
        self.workspace.inputs.general(General::Bezoekers)
    }

    pub(crate) fn reduce_building_block(&mut self, action: BuildingBlockAction) {
        match action {
            BuildingBlockAction::SetPresence(block, presence) => {
                let meta = building_blocks::set_in_meta(self.scenario().meta.as_deref(), block, presence);
                self.commit(Scenario { meta, ..self.scenario().clone() }, None);
            }
        }
    }

    /// Applies the text of a field for a number of people, or stores it as a
    /// refused draft with the problem.
    pub(crate) fn type_people(&mut self, entry: LadderEntry, text: String) {
        let origin = Some(ChangeOrigin::Field(FieldId::LadderEntry(entry)));
        match self.try_people(entry, &text, origin) {
            Ok(()) => {
                self.editing.ladder_drafts.insert(entry, Draft { text, problem: None, read_as: None });
                self.retry_people(Some(entry));
            }
            Err(problem) => {
                self.refuse_text(FieldId::LadderEntry(entry));
                self.editing
                    .ladder_drafts
                    .insert(entry, Draft { text, problem: Some(problem), read_as: None });
            }
        }
    }

    /// Tries once more to accept the refused numbers of people, except the one
    /// that was just typed: after a change of the visitors or of another step
    /// they may fit.
    pub(crate) fn retry_people(&mut self, except: Option<LadderEntry>) {
        for (entry, draft) in self.editing.ladder_drafts.clone().iter() {
            if draft.is_refused() && Some(*entry) != except {
                let problem = self.try_people(*entry, &draft.text, self.editing.open_step).err();
                self.editing.ladder_drafts.insert(*entry, Draft { problem, ..draft.clone() });
            }
        }
    }

    /// Sets the number of people on a step, or clears it where the text is
    /// empty. An error is the sentence to show at the field.
    fn try_people(
        &mut self,
        entry: LadderEntry,
        text: &str,
        origin: Option<ChangeOrigin>,
    ) -> Result<(), String> {
        let words = self.text();
        let shown = |value: f64| words.notation.number(value, 0);
        let people = if text.trim().is_empty() {
            None
        } else {
            let highest = shown(participation_ladder::MAX_PEOPLE);
            let accepts = |value| participation_ladder::people(value).is_some();
            let allowed = (words.sentences.limits)("0", &highest);
            let (value, _) = self.read_number(text, Style::Plain, &accepts, &allowed)?;
            let not_whole = || (words.building_blocks().not_whole)(&highest);
            Some(participation_ladder::people(value).ok_or_else(not_whole)?)
        };
        if let Some(people) = people {
            let others = self.ladder().with_people(entry, None).sum(entry.when) as f64;
            let (sum, visitors) = (others + f64::from(people), self.visitors());
            if sum > visitors {
                let room = (visitors - others).max(0.0).floor();
                return Err((words.building_blocks().too_many)(
                    entry.when,
                    &shown(sum),
                    &shown(visitors),
                    &shown(room),
                ));
            }
        }
        let meta = participation_ladder::set_in_meta(self.scenario().meta.as_deref(), entry, people);
        self.commit(Scenario { meta, ..self.scenario().clone() }, origin);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::InputId;
    use crate::participation_ladder::MeasuringPoint;
    use crate::scenario::link::{self, Address};
    use crate::ui::state::{EditingAction, WorkspaceAction};

    fn state() -> State {
        State::from_address(&Address::of_view("bouwstenen"))
    }

    fn type_input(state: &mut State, id: InputId, text: &str) {
        state.apply(EditingAction::Type(FieldId::Input(id), text.into()).into());
    }

    fn type_people(state: &mut State, when: MeasuringPoint, step: usize, text: &str) {
        let field = FieldId::LadderEntry(LadderEntry { when, step });
        state.apply(EditingAction::Type(field, text.into()).into());
        state.apply(EditingAction::Leave(field).into());
    }

    #[test]
    fn more_people_than_visitors_are_refused_until_they_fit() {
        let mut state = state();
        type_people(&mut state, MeasuringPoint::Start, 0, "400");
        type_people(&mut state, MeasuringPoint::Start, 1, "200");
        let refused = LadderEntry { when: MeasuringPoint::Start, step: 1 };
        let problem = state.editing.ladder_drafts[&refused].problem.clone().unwrap();
        assert!(problem.contains("600") && problem.contains("500") && problem.contains("100"), "{problem}");
        assert_eq!(state.ladder().sum(MeasuringPoint::Start), 400);
        // Each column is compared with the visitors by itself.
        type_people(&mut state, MeasuringPoint::Now, 1, "500");
        type_input(&mut state, InputId::General(General::Bezoekers), "550");
        assert!(state.editing.ladder_drafts[&refused].problem.as_ref().unwrap().contains("550"));
        type_input(&mut state, InputId::General(General::Bezoekers), "600");
        assert_eq!(
            (
                state.ladder().sum(MeasuringPoint::Start),
                state.editing.ladder_drafts[&refused].problem.as_ref()
            ),
            (600, None)
        );
        assert_eq!(state.ladder().visitors_without_step(MeasuringPoint::Now, state.visitors()), Some(100.0));
        // Fewer visitors remove no numbers that were accepted before.
        type_input(&mut state, InputId::General(General::Bezoekers), "300");
        assert_eq!(
            (
                state.ladder().sum(MeasuringPoint::Start),
                state.ladder().visitors_without_step(MeasuringPoint::Start, 300.0)
            ),
            (600, None)
        );
    }

    #[test]
    fn only_whole_numbers_or_an_empty_text_are_accepted() {
        let mut state = state();
        for bad in ["1,5", "-1", "x", "1.000.001"] {
            type_people(&mut state, MeasuringPoint::Now, 2, bad);
            assert!(
                state.editing.ladder_drafts[&LadderEntry { when: MeasuringPoint::Now, step: 2 }]
                    .problem
                    .is_some(),
                "{bad}"
            );
            assert_eq!(state.scenario().meta, None);
        }
        type_people(&mut state, MeasuringPoint::Now, 2, "12");
        type_people(&mut state, MeasuringPoint::Now, 2, " ");
        assert_eq!((state.scenario().meta.as_deref(), state.editing.ladder_drafts.len()), (None, 0));
    }

    #[test]
    fn blocks_and_ladder_can_be_undone_and_are_part_of_a_link() {
        let mut state = state();
        state.apply(BuildingBlockAction::SetPresence(BuildingBlock::Naasten, Some(Presence::Deels)).into());
        type_people(&mut state, MeasuringPoint::Start, 0, "40");
        type_people(&mut state, MeasuringPoint::Start, 1, "9999");
        let link = link::write("bouwstenen", &state.scenario().to_json()).unwrap();
        let opened = State::from_address(&link::read(&format!("#{link}")));
        assert_eq!((opened.blocks(), opened.ladder()), (state.blocks(), state.ladder()));
        assert_eq!(opened.workspace.outcome, state.workspace.outcome);
        assert!(opened.workspace.changes().is_empty());
        state.apply(WorkspaceAction::Undo.into());
        assert!(state.editing.ladder_drafts.is_empty());
        state.apply(WorkspaceAction::Redo.into());
        assert_eq!(
            state.editing.ladder_drafts[&LadderEntry { when: MeasuringPoint::Start, step: 1 }].text,
            "9999"
        );
        state.apply(WorkspaceAction::Undo.into());
        state.apply(WorkspaceAction::Undo.into());
        assert!(!state.ladder().is_filled() && state.blocks().is_filled());
        state.apply(WorkspaceAction::Undo.into());
        assert_eq!(state.scenario().meta, None);
    }
}
