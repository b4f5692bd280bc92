//! How each action changes the state.

use crate::model::inputs::value_problem;
use crate::model::{CostBasis, General, InputId, Issue, Part, Preset, price};
use crate::number::{Style, digits};
use crate::scenario::Scenario;
use crate::ui::lazy;
use crate::ui::state::{Action, Aim, Draft, Editing, Notice, ScaleOffer, State, View};

impl State {
    /// Does what the action says.
    pub(crate) fn act(&mut self, action: Action) {
        match action {
            Action::Type(id, text) => self.type_text(id, text),
            Action::Slide(id, value) => {
                self.forget(id);
                self.change(id, value);
            }
            Action::Leave(id) => {
                self.editing = None;
                if self.drafts.get(&id).is_some_and(|draft| draft.problem.is_none()) {
                    self.drafts.remove(&id);
                }
            }
            Action::Reset(id) => {
                self.editing = None;
                self.forget(id);
                self.change(id, self.preset_value(id));
                self.editing = None;
            }
            Action::ResetAll => {
                self.commit_all(self.anew(self.scenario().base));
                self.notice = Some(Notice::Cleared);
            }
            Action::Choose(preset) => {
                let replaced = self.changes() > 0 || !self.drafts.is_empty();
                self.commit_all(self.anew(preset));
                self.notice = replaced.then_some(Notice::Replaced(preset));
            }
            Action::Basis(basis) => {
                let named = (basis != self.base.basis).then_some(basis);
                self.commit(Scenario { basis: named, ..self.scenario().clone() }, None);
                self.offer = None;
            }
            Action::Counted(line, counted) => {
                let mut scenario = self.scenario().clone();
                if counted == self.base.line(line).counted {
                    scenario.counted.remove(&line);
                } else {
                    scenario.counted.insert(line, counted);
                }
                self.commit(scenario, None);
            }
            Action::Left => self.editing = None,
            Action::Aim(id, open) => self.aim = Aim { id, open, count: self.aim.count + 1 },
            Action::Undo => self.step(true),
            Action::Redo => self.step(false),
            Action::Go(view) => {
                self.look_at(view);
                // The address says again what is shown.
                self.questions += 1;
            }
            Action::Show(view) => self.look_at(view),
            Action::Dismiss => self.notice = None,
            Action::Said(what) => self.said = what,
            Action::LoadStateChanged => {
                self.notice.take_if(|notice| *notice == Notice::Missing);
            }
            Action::Missing => self.notice = Some(Notice::Missing),
            other => lazy::act(self, other),
        }
    }

    /// A preset as it is, with what is no figure: the name, and what is kept
    /// with the scenario.
    fn anew(&self, preset: Preset) -> Scenario {
        let now = self.scenario();
        Scenario { name: now.name.clone(), meta: now.meta.clone(), ..Scenario::new(preset) }
    }

    /// What was typed in a field goes; a text that was no good comes back with
    /// undo.
    fn forget(&mut self, id: InputId) {
        if self.drafts.get(&id).is_some_and(|draft| draft.problem.is_some()) {
            self.begin_step(Some(Editing::Value(id)));
        }
        self.drafts.remove(&id);
    }

    /// Shows a view. An explanation stands in the one that is left.
    fn look_at(&mut self, view: View) {
        if view != self.view {
            self.explained = None;
        }
        self.view = view;
    }

    fn type_text(&mut self, id: InputId, text: String) {
        let words = self.text();
        let style = State::style(id);
        let parsed = match words.notation.parse(&text, style) {
            Ok(parsed) => parsed,
            Err(why) => {
                let problem = (words.not_a_number)(why, &self.allowed(id));
                self.begin_step(Some(Editing::Value(id)));
                self.drafts.insert(id, Draft { text, problem: Some(problem), note: None });
                return;
            }
        };
        let note = parsed
            .read_as_decimal
            .then(|| (words.sentences.read_as)(&words.notation.field(parsed.value, style)));
        let problem = self.try_change(id, parsed.value).err().map(|issue| sentence((words.problem)(&issue)));
        let good = problem.is_none();
        if !good {
            self.begin_step(Some(Editing::Value(id)));
        }
        self.drafts.insert(id, Draft { text, problem, note });
        if good {
            self.retry_others(id);
        }
    }

    /// The values that an input accepts, in words.
    pub fn allowed(&self, id: InputId) -> String {
        let words = self.text();
        let (low, high) = id.definition().limits;
        let style = State::style(id);
        let sign = if style == Style::Percent { "%" } else { "" };
        let end = |value| format!("{}{sign}", words.notation.shown(value, style));
        (words.sentences.limits)(&end(low), &end(high))
    }

    /// Shares that must add up become good together: what was refused before
    /// may fit now.
    fn retry_others(&mut self, but: InputId) {
        let waiting: Vec<InputId> = self.problems().map(|(id, _)| id).filter(|id| *id != but).collect();
        for id in waiting {
            let Some(draft) = self.drafts.get(&id).cloned() else { continue };
            let Ok(parsed) = self.text().notation.parse(&draft.text, State::style(id)) else { continue };
            if self.try_change(id, parsed.value).is_ok() {
                self.drafts.insert(id, Draft { problem: None, ..draft });
            }
        }
        if !self.rungs.is_empty() {
            lazy::retry_people(self);
        }
    }

    fn change(&mut self, id: InputId, value: f64) {
        match self.try_change(id, value) {
            Ok(()) => self.retry_others(id),
            Err(issue) => {
                let text = self.text().notation.field(value, State::style(id));
                let problem = Some(sentence((self.text().problem)(&issue)));
                self.begin_step(Some(Editing::Value(id)));
                self.drafts.insert(id, Draft { text, problem, note: None });
            }
        }
    }

    /// Gives an input a value, when all inputs are good with it.
    fn try_change(&mut self, id: InputId, value: f64) -> Result<(), Issue> {
        let before = self.inputs.get(id);
        if before == value {
            return Ok(());
        }
        if let Some(problem) = value_problem(id, value) {
            return Err(Issue::new(self.inputs.name(id), digits::written(value), problem));
        }
        let mut scenario = self.scenario().clone();
        let mut converted = None;
        match id {
            InputId::Own(place, part) => scenario.own[place].set(part, value),
            InputId::General(General::Prijspeil) => converted = Some(convert(&mut scenario, value as i32)),
            _ if value == self.base.get(id) => {
                scenario.values.remove(&id);
            }
            _ => {
                scenario.values.insert(id, value);
            }
        }
        if let Some(issue) = scenario.issues().into_iter().next() {
            return Err(issue);
        }
        self.commit(scenario, Some(Editing::Value(id)));
        if let Some(notice) = converted {
            self.notice = notice;
        }
        if id == InputId::General(General::Bezoekers) && self.inputs.basis == CostBasis::Kengetal {
            let from = self.offer.map_or(before, |offer| offer.from);
            self.offer = (from != value).then_some(ScaleOffer { from, to: value });
        }
        Ok(())
    }
}

/// A clause as a sentence of its own.
pub(crate) fn sentence(clause: String) -> String {
    let mut sentence = format!("{clause}.");
    // All of them begin with a plain letter.
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}

/// Puts a scenario in prices of another year: every amount that it names is
/// converted. Gives what to say of it; nothing where no amount was named.
fn convert(scenario: &mut Scenario, to: i32) -> Option<Notice> {
    let from = scenario.year();
    let (new, old) = (price::factor(to), price::factor(from));
    let mut amounts = 0;
    let mut times = |value: &mut f64| {
        if *value != 0.0 {
            *value = to_the_cent(*value * new / old);
            amounts += 1;
        }
    };
    for (id, value) in scenario.values.iter_mut() {
        if id.definition().unit.is_amount() {
            times(value);
        }
    }
    for line in &mut scenario.own {
        let mut amount = line.get(Part::Bedrag);
        times(&mut amount);
        line.set(Part::Bedrag, amount);
    }
    scenario.plan = scenario.plan.with_amounts(&mut times);
    let named: Vec<String> = scenario.ranges.iter().map(|(name, _)| name.clone()).collect();
    for name in named {
        let amount = scenario.input(&name).is_some_and(|id| id.definition().unit.is_amount());
        if let Some(range) = scenario.ranges.get_mut(&name).filter(|_| amount) {
            range.low = to_the_cent(range.low * new / old);
            range.high = to_the_cent(range.high * new / old);
        }
    }
    let year = InputId::General(General::Prijspeil);
    if to == scenario.base.year() {
        scenario.values.remove(&year);
    } else {
        scenario.values.insert(year, f64::from(to));
    }

    (amounts > 0).then_some(Notice::Converted { amounts, from, to, factor: new / old })
}

/// Takes out the rounding of a conversion there and back, and nothing else.
fn to_the_cent(value: f64) -> f64 {
    let cents = (value * 100.0).round() / 100.0;
    if (cents - value).abs() <= 1e-11 * value.abs() { cents } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::link::Address;

    fn state() -> State {
        State::at(&Address { view: String::new(), scenario: None })
    }

    fn typed(state: &mut State, id: InputId, text: &str) {
        state.act(Action::Type(id, text.to_owned()));
    }

    const BEZOEKERS: InputId = InputId::General(General::Bezoekers);
    const PRIJSPEIL: InputId = InputId::General(General::Prijspeil);
    const HUUR: InputId = InputId::General(General::Huisvesting);

    #[test]
    fn a_good_text_applies_at_once_and_a_bad_one_keeps_the_outcome() {
        let mut state = state();
        typed(&mut state, BEZOEKERS, "600");
        assert_eq!(state.outcome.costs.per_visitor.euros(), 500.0);
        typed(&mut state, BEZOEKERS, "60x");
        assert_eq!(state.outcome.costs.per_visitor.euros(), 500.0);
        assert_eq!(state.drafts[&BEZOEKERS].text, "60x");
        assert_eq!(state.problems().count(), 1);
    }

    #[test]
    fn typing_one_number_is_one_step() {
        let mut state = state();
        for text in ["5", "52", "520"] {
            typed(&mut state, BEZOEKERS, text);
        }
        state.act(Action::Undo);
        assert_eq!(state.inputs.get(BEZOEKERS), 500.0);
        state.act(Action::Redo);
        assert_eq!(state.inputs.get(BEZOEKERS), 520.0);
    }

    #[test]
    fn shares_that_fit_together_become_good_together() {
        let (gemeente, rijk) =
            (InputId::General(General::FinancieringGemeente), InputId::General(General::FinancieringRijk));
        let mut state = state();
        typed(&mut state, rijk, "40");
        assert_eq!(state.problems().count(), 1);
        typed(&mut state, gemeente, "60");
        assert_eq!(state.problems().count(), 0);
        assert_eq!(state.outcome.parties.rijk.costs.euros(), 120_000.0);
    }

    #[test]
    fn own_amounts_follow_the_price_year_there_and_back() {
        let mut state = state();
        typed(&mut state, HUUR, "50.000");
        typed(&mut state, PRIJSPEIL, "2025");
        assert!((state.inputs.get(HUUR) - 50_000.0 * price::factor(2025)).abs() < 1e-6);
        assert!(matches!(state.notice, Some(Notice::Converted { amounts: 1, from: 2016, to: 2025, .. })));
        typed(&mut state, PRIJSPEIL, "2016");
        assert_eq!(state.inputs.get(HUUR), 50_000.0);
    }

    #[test]
    fn savings_scale_with_visitors_only_when_asked() {
        let mut state = state();
        state.act(Action::Basis(CostBasis::Kengetal));
        typed(&mut state, BEZOEKERS, "1000");
        assert_eq!(state.outcome.total.savings.euros(), 154_000.0);
        state.act(Action::ScaleSavings);
        assert_eq!(state.outcome.total.savings.euros(), 308_000.0);
        assert_eq!(state.offer, None);
    }

    #[test]
    fn a_preset_replaces_and_can_be_undone() {
        let mut state = state();
        typed(&mut state, BEZOEKERS, "600");
        state.act(Action::Choose(Preset::Gunstig));
        assert_eq!(state.changes(), 0);
        assert_eq!(state.notice, Some(Notice::Replaced(Preset::Gunstig)));
        state.act(Action::Undo);
        assert_eq!(state.inputs.get(BEZOEKERS), 600.0);
    }

    #[test]
    fn each_change_is_put_back_by_itself_and_undone() {
        let text = r#"{"values":{"bezoekers":600,"kostenbasis":"kengetal","prijspeil":2025,"huisvesting":50000},
            "counted":{"overlast":true},"custom":[{"id":"c1","side":"cost","label":"","quantity":1,"amount":5}],
            "ranges":{"bezoekers":{"kind":"uniform","low":1,"high":900}},"simulation":{"draws":5000,"seed":1}}"#;
        let mut state = state();
        state.act(Action::Open(text.to_owned()));
        let all = state.changed();
        assert_eq!(all.len(), 9);
        for change in all {
            let before = state.workspace.clone();
            state.act(Action::PutBack(change));
            assert_eq!(state.changes(), 8, "{change:?}");
            assert!(!state.changed().contains(&change), "{change:?}");
            state.act(Action::Undo);
            assert_eq!(state.workspace, before);
        }
    }

    #[test]
    fn a_mark_is_made_typed_undone_and_goes_with_its_line() {
        let mut state = state();
        let mark = |state: &mut State, text: Option<&str>| {
            state.act(Action::Mark(HUUR, text.map(str::to_owned)));
        };
        mark(&mut state, Some(""));
        for text in ["h", "hu", "huur"] {
            mark(&mut state, Some(text));
        }
        assert_eq!(*state.marks, [(HUUR, "huur".to_owned())]);
        assert_eq!(state.changes(), 0);
        state.act(Action::Undo);
        assert_eq!(*state.marks, [(HUUR, String::new())]);
        state.act(Action::Redo);
        mark(&mut state, None);
        assert_eq!((state.marks.len(), state.scenario().meta.is_none()), (0, true));
        state.act(Action::AddCost);
        state.act(Action::Mark(InputId::Own(0, Part::Bedrag), Some("offerte".to_owned())));
        assert_eq!(state.marks.len(), 1);
        state.act(Action::Remove(0));
        assert_eq!(state.scenario().meta, None);
    }

    /// The year goes back with the amounts that were named in its prices.
    #[test]
    fn the_price_year_goes_back_with_its_amounts() {
        let mut state = state();
        typed(&mut state, HUUR, "50.000");
        typed(&mut state, PRIJSPEIL, "2025");
        assert!(state.is_changed(PRIJSPEIL));
        state.act(Action::Reset(PRIJSPEIL));
        assert_eq!((state.inputs.year(), state.inputs.get(HUUR)), (2016, 50_000.0));
        assert_eq!(state.changes(), 1);
    }
}
