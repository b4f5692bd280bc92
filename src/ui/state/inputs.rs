//! Changes of inputs: by a field, a slider or a button.

use crate::model::inputs::OwnSide;
use crate::model::inputs::value_problem;
use crate::model::simulation::SimulationSettings;
use crate::model::{
    BreakEvenValue, CostBasis, General, InputId, Issue, Line, LineField, Preset, break_even_value, price,
};
use crate::number::{Style, digits};
use crate::scenario::Scenario;
use crate::scenario::changes::Change;
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::financing::state::FinancingAction;
use crate::ui::features::own_lines::state::OwnLineAction;
use crate::ui::lazy::reduce;
use crate::ui::state::{Draft, FieldId, Notice, ScaleOffer, State};

impl State {
    /// Returns a preset with what is no figure of the scenario that is shown:
    /// its name, and what is saved with it.
    pub(crate) fn fresh(&self, preset: Preset) -> Scenario {
        let now = self.scenario();
        Scenario { name: now.name.clone(), meta: now.meta.clone(), ..Scenario::new(preset) }
    }

    pub(crate) fn reset_input(&mut self, id: InputId) {
        self.editing.active = None;
        self.slide_input(id, self.workspace.preset_value(id));
        self.editing.active = None;
    }

    pub(crate) fn set_cost_basis(&mut self, basis: CostBasis) {
        let named = (basis != self.workspace.base.basis).then_some(basis);
        self.commit(Scenario { basis: named, ..self.scenario().clone() }, None);
        self.editing.scale_offer = None;
    }

    pub(crate) fn set_counted(&mut self, line: Line, counted: bool) {
        let mut scenario = self.scenario().clone();
        if counted == self.workspace.base.line(line).counted {
            scenario.counted.remove(&line);
        } else {
            scenario.counted.insert(line, counted);
        }
        self.commit(scenario, None);
    }

    pub(crate) fn set_to_break_even(&mut self, id: InputId) {
        if let BreakEvenValue::At(value) = break_even_value(&self.workspace.inputs, id) {
            self.slide_input(id, value);
            self.editing.active = None;
        }
    }

    /// Marks an input as the user's own, with where it comes from. `typed`
    /// tells that the source is being typed, which is one step.
    pub(crate) fn set_user_source(&mut self, id: InputId, source: Option<String>, typed: bool) {
        let mut scenario = self.scenario().clone();
        scenario.set_user_source(&self.workspace.inputs.name(id), source.as_deref());
        self.commit(scenario, typed.then_some(FieldId::UserSource(id).into()));
    }

    pub(crate) fn scale_savings(&mut self) {
        let Some(ScaleOffer { from, to }) = self.editing.scale_offer else { return };
        let mut scenario = self.scenario().clone();
        for line in Line::ALL {
            let id = InputId::Line(line, LineField::Aantal);
            let scaled = self.workspace.inputs.get(id) * to / from;
            if scaled != self.workspace.base.get(id) {
                scenario.values.insert(id, scaled);
            }
        }
        for own in scenario.own.iter_mut().filter(|own| matches!(own.side, OwnSide::Saving(_))) {
            own.set(LineField::Aantal, own.get(LineField::Aantal) * to / from);
        }
        if scenario.issues().is_empty() {
            self.commit_everything(scenario);
        }
        self.editing.scale_offer = None;
    }

    /// Undoes one difference from the preset.
    pub(crate) fn revert(&mut self, change: Change) {
        let usual = SimulationSettings::default();
        let mut simulation = self.scenario().simulation;
        let setting = match change {
            Change::Basis => return self.set_cost_basis(self.workspace.base.basis),
            Change::Value(id) => return self.reset_input(id),
            Change::Counted(line) => {
                return self.set_counted(line, self.workspace.base.line(line).counted);
            }
            Change::Own(position) => return self.reduce_own_line(OwnLineAction::Remove(position)),
            Change::Plan => return self.reduce_financing(FinancingAction::Drop),
            Change::Range(id) => return self.reset_range(id),
            Change::Draws => {
                simulation.draws = usual.draws;
                Setting::Draws
            }
            Change::Seed => {
                simulation.seed = usual.seed;
                Setting::Seed
            }
        };
        self.commit_over_texts(Scenario { simulation, ..self.scenario().clone() });
        self.editing.settings.remove(&setting);
    }

    /// Sets an input as a slider does; its text goes.
    pub(crate) fn slide_input(&mut self, id: InputId, value: f64) {
        self.drop_text(id);
        self.change(id, value);
    }

    /// Drops the text of an input; one that was refused comes back with undo.
    fn drop_text(&mut self, id: InputId) {
        if self.editing.drafts.get(&id).is_some_and(|draft| draft.problem.is_some()) {
            self.begin_step(Some(FieldId::Input(id).into()));
        }
        self.editing.drafts.remove(&id);
    }

    /// Takes in the text of an input's field.
    pub(crate) fn type_input(&mut self, id: InputId, text: String) {
        let words = self.text();
        let style = State::style(id);
        let parsed = match words.notation.parse(&text, style) {
            Ok(parsed) => parsed,
            Err(why) => {
                let problem = (words.not_a_number)(why, &self.allowed(id));
                self.begin_step(Some(FieldId::Input(id).into()));
                self.editing.drafts.insert(id, Draft { text, problem: Some(problem), note: None });
                return;
            }
        };
        let note = parsed
            .read_as_decimal
            .then(|| (words.sentences.read_as)(&words.notation.field(parsed.value, style)));
        let problem = self.try_change(id, parsed.value).err().map(|issue| sentence((words.problem)(&issue)));
        let good = problem.is_none();
        if !good {
            self.begin_step(Some(FieldId::Input(id).into()));
        }
        self.editing.drafts.insert(id, Draft { text, problem, note });
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
        let waiting: Vec<InputId> =
            self.editing.problems().map(|(id, _)| id).filter(|id| *id != but).collect();
        for id in waiting {
            let Some(draft) = self.editing.drafts.get(&id).cloned() else { continue };
            let Ok(parsed) = self.text().notation.parse(&draft.text, State::style(id)) else { continue };
            if self.try_change(id, parsed.value).is_ok() {
                self.editing.drafts.insert(id, Draft { problem: None, ..draft });
            }
        }
        if !self.editing.rungs.is_empty() {
            reduce(|feature| (feature.retry_people)(self));
        }
    }

    fn change(&mut self, id: InputId, value: f64) {
        match self.try_change(id, value) {
            Ok(()) => self.retry_others(id),
            Err(issue) => {
                let text = self.text().notation.field(value, State::style(id));
                let problem = Some(sentence((self.text().problem)(&issue)));
                self.begin_step(Some(FieldId::Input(id).into()));
                self.editing.drafts.insert(id, Draft { text, problem, note: None });
            }
        }
    }

    /// Gives an input a value, when all inputs are good with it.
    fn try_change(&mut self, id: InputId, value: f64) -> Result<(), Issue> {
        let before = self.workspace.inputs.get(id);
        if before == value {
            return Ok(());
        }
        if let Some(problem) = value_problem(id, value) {
            return Err(Issue::new(self.workspace.inputs.name(id), digits::format(value), problem));
        }
        let mut scenario = self.scenario().clone();
        let mut converted = None;
        match id {
            InputId::Own(place, part) => scenario.own[place].set(part, value),
            InputId::General(General::Prijspeil) => converted = Some(convert(&mut scenario, value as i32)),
            InputId::General(_) | InputId::Line(..) => {
                if value == self.workspace.base.get(id) {
                    scenario.values.remove(&id);
                } else {
                    scenario.values.insert(id, value);
                }
            }
        }
        if let Some(issue) = scenario.issues().into_iter().next() {
            return Err(issue);
        }
        self.commit(scenario, Some(FieldId::Input(id).into()));
        if let Some(notice) = converted {
            self.view.notice = notice;
        }
        if id == InputId::General(General::Bezoekers) && self.workspace.inputs.basis == CostBasis::Kengetal {
            let from = self.editing.scale_offer.map_or(before, |offer| offer.from);
            self.editing.scale_offer = (from != value).then_some(ScaleOffer { from, to: value });
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
        let mut amount = line.get(LineField::Bedrag);
        times(&mut amount);
        line.set(LineField::Bedrag, amount);
    }
    scenario.plan = scenario.plan.map_amounts(&mut times);
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
    use crate::ui::state::{EditingAction, WorkspaceAction};

    fn state() -> State {
        State::at(&Address { view: String::new(), scenario: None })
    }

    fn typed(state: &mut State, id: InputId, text: &str) {
        state.apply(EditingAction::Type(FieldId::Input(id), text.to_owned()).into());
    }

    const BEZOEKERS: InputId = InputId::General(General::Bezoekers);
    const PRIJSPEIL: InputId = InputId::General(General::Prijspeil);
    const HUUR: InputId = InputId::General(General::Huisvesting);

    #[test]
    fn a_good_text_applies_at_once_and_a_bad_one_keeps_the_outcome() {
        let mut state = state();
        typed(&mut state, BEZOEKERS, "600");
        assert_eq!(state.workspace.outcome.costs.per_visitor.euros(), 500.0);
        typed(&mut state, BEZOEKERS, "60x");
        assert_eq!(state.workspace.outcome.costs.per_visitor.euros(), 500.0);
        assert_eq!(state.editing.drafts[&BEZOEKERS].text, "60x");
        assert_eq!(state.editing.problems().count(), 1);
    }

    #[test]
    fn typing_one_number_is_one_step() {
        let mut state = state();
        for text in ["5", "52", "520"] {
            typed(&mut state, BEZOEKERS, text);
        }
        state.apply(WorkspaceAction::Undo.into());
        assert_eq!(state.workspace.inputs.get(BEZOEKERS), 500.0);
        state.apply(WorkspaceAction::Redo.into());
        assert_eq!(state.workspace.inputs.get(BEZOEKERS), 520.0);
    }

    #[test]
    fn shares_that_fit_together_become_good_together() {
        let (gemeente, rijk) =
            (InputId::General(General::FinancieringGemeente), InputId::General(General::FinancieringRijk));
        let mut state = state();
        typed(&mut state, rijk, "40");
        assert_eq!(state.editing.problems().count(), 1);
        typed(&mut state, gemeente, "60");
        assert_eq!(state.editing.problems().count(), 0);
        assert_eq!(state.workspace.outcome.parties.rijk.costs.euros(), 120_000.0);
    }

    #[test]
    fn own_amounts_follow_the_price_year_there_and_back() {
        let mut state = state();
        typed(&mut state, HUUR, "50.000");
        typed(&mut state, PRIJSPEIL, "2025");
        assert!((state.workspace.inputs.get(HUUR) - 50_000.0 * price::factor(2025)).abs() < 1e-6);
        assert!(matches!(
            state.view.notice,
            Some(Notice::Converted { amounts: 1, from: 2016, to: 2025, .. })
        ));
        typed(&mut state, PRIJSPEIL, "2016");
        assert_eq!(state.workspace.inputs.get(HUUR), 50_000.0);
    }

    #[test]
    fn savings_scale_with_visitors_only_when_asked() {
        let mut state = state();
        state.apply(WorkspaceAction::SetCostBasis(CostBasis::Kengetal).into());
        typed(&mut state, BEZOEKERS, "1000");
        assert_eq!(state.workspace.outcome.total.savings.euros(), 154_000.0);
        state.apply(WorkspaceAction::ScaleSavings.into());
        assert_eq!(state.workspace.outcome.total.savings.euros(), 308_000.0);
        assert_eq!(state.editing.scale_offer, None);
    }

    #[test]
    fn a_preset_replaces_and_can_be_undone() {
        let mut state = state();
        typed(&mut state, BEZOEKERS, "600");
        state.apply(WorkspaceAction::ChoosePreset(Preset::Gunstig).into());
        assert_eq!(state.workspace.changes().len(), 0);
        assert_eq!(state.view.notice, Some(Notice::PresetChosen(Preset::Gunstig)));
        state.apply(WorkspaceAction::Undo.into());
        assert_eq!(state.workspace.inputs.get(BEZOEKERS), 600.0);
    }

    #[test]
    fn each_change_is_put_back_by_itself_and_undone() {
        let text = r#"{"values":{"bezoekers":600,"kostenbasis":"kengetal","prijspeil":2025,"huisvesting":50000},
            "counted":{"overlast":true},"custom":[{"id":"c1","side":"cost","label":"","quantity":1,"amount":5}],
            "ranges":{"bezoekers":{"kind":"uniform","low":1,"high":900}},"simulation":{"draws":5000,"seed":1}}"#;
        let mut state = state();
        state.apply(WorkspaceAction::OpenFile(text.to_owned()).into());
        let all = state.workspace.changes();
        assert_eq!(all.len(), 9);
        for change in all {
            let before = state.workspace.current.clone();
            state.apply(WorkspaceAction::Revert(change).into());
            assert_eq!(state.workspace.changes().len(), 8, "{change:?}");
            assert!(!state.workspace.changes().contains(&change), "{change:?}");
            state.apply(WorkspaceAction::Undo.into());
            assert_eq!(state.workspace.current, before);
        }
    }

    #[test]
    fn a_mark_is_made_typed_undone_and_goes_with_its_line() {
        let mut state = state();
        state.apply(WorkspaceAction::SetUserSource(HUUR, Some(String::new())).into());
        for text in ["h", "hu", "huur"] {
            state.apply(EditingAction::Type(FieldId::UserSource(HUUR), text.into()).into());
        }
        assert_eq!(*state.workspace.user_sources, [(HUUR, "huur".to_owned())]);
        assert_eq!(state.workspace.changes().len(), 0);
        state.apply(WorkspaceAction::Undo.into());
        assert_eq!(*state.workspace.user_sources, [(HUUR, String::new())]);
        state.apply(WorkspaceAction::Redo.into());
        state.apply(WorkspaceAction::SetUserSource(HUUR, None).into());
        assert_eq!((state.workspace.user_sources.len(), state.scenario().meta.is_none()), (0, true));
        state.apply(OwnLineAction::AddCost.into());
        let amount = InputId::Own(0, LineField::Bedrag);
        state.apply(WorkspaceAction::SetUserSource(amount, Some("offerte".to_owned())).into());
        assert_eq!(state.workspace.user_sources.len(), 1);
        state.apply(OwnLineAction::Remove(0).into());
        assert_eq!(state.scenario().meta, None);
    }

    /// The year goes back with the amounts that were named in its prices.
    #[test]
    fn the_price_year_goes_back_with_its_amounts() {
        let mut state = state();
        typed(&mut state, HUUR, "50.000");
        typed(&mut state, PRIJSPEIL, "2025");
        assert!(state.workspace.is_changed(PRIJSPEIL));
        state.apply(WorkspaceAction::Reset(PRIJSPEIL).into());
        assert_eq!((state.workspace.inputs.year(), state.workspace.inputs.get(HUUR)), (2016, 50_000.0));
        assert_eq!(state.workspace.changes().len(), 1);
    }
}
