//! Actions of the view of the user's own centre: how sure an answer is, counts in proportion
//! to the visitors, and the start of a new centre.

use crate::model::inputs::AVERAGE_VISITORS;
use crate::model::price::{BASE_YEAR, LAST_YEAR};
use crate::model::{CostBasis, General, InputId, Line, LineField, Preset, Range, Shape};
use crate::scenario::Scenario;
use crate::scenario::changes::Change;
use crate::ui::features::centre::questions::{QUESTIONS, is_amount};
use crate::ui::features::inputs::field::field_id;
use crate::ui::state::price_conversion::set_price_year;
use crate::ui::state::{FocusRequest, State};

/// How sure the user is of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// The user knows it: the input has a range of kind `fixed`.
    Sure,
    /// The user estimates it: the input has its default range, around the user's value.
    Estimate,
}

/// A change in the view of the user's own centre.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CentreAction {
    /// Sets how sure an answer is. Where the user set a range by hand, it asks whether that may
    /// be replaced.
    SetCertainty(InputId, Certainty),
    /// Sets how sure an answer is, in the place of a range that the user set by hand.
    ReplaceRange(InputId, Certainty),
    /// Keeps the range that the user set by hand.
    KeepRange,
    /// Makes the value of the preset the user's own, if it still is the value that was shown.
    Confirm(InputId, f64),
    /// Sets a count of the brochure in proportion to the user's visitors, in halves.
    SetInProportion(InputId),
    /// Begins the user's own centre, in the prices of this calendar year, at the first question.
    Begin(i32),
    /// Sets the price year to this calendar year.
    SetPriceYear(i32),
}

/// Returns whether an answer to the question about this input begins as sure: costs are
/// known, effects are estimated.
pub fn begins_sure(id: InputId) -> bool {
    matches!(
        id,
        InputId::General(General::Bezoekers | General::Fte | General::Vrijwilligers | General::Huisvesting)
    )
}

/// Returns where the focus goes after an action; `None` where the control that was pressed stays.
pub fn focus_after(state: &State, action: &CentreAction) -> Option<FocusRequest> {
    match action {
        CentreAction::Begin(_) => {
            Some(FocusRequest::Reveal(field_id(&state.workspace.inputs.name(QUESTIONS[0]))))
        }
        CentreAction::SetCertainty(..)
        | CentreAction::ReplaceRange(..)
        | CentreAction::KeepRange
        | CentreAction::Confirm(..)
        | CentreAction::SetInProportion(_)
        | CentreAction::SetPriceYear(_) => None,
    }
}

/// The inputs that grow with a centre, in the order of the page. Prices do not.
const OF_SIZE: [InputId; 7] = [
    InputId::General(General::Fte),
    InputId::General(General::Vrijwilligers),
    InputId::General(General::Huisvesting),
    InputId::General(General::Activiteiten),
    InputId::General(General::Organisatie),
    InputId::Line(Line::Uitkeringen, LineField::Aantal),
    InputId::Line(Line::Dagbesteding, LineField::Aantal),
];

/// Returns how sure the user is of an input, as the scenario says; `None` where the user set
/// a range by hand.
pub fn certainty(state: &State, id: InputId) -> Option<Certainty> {
    match own_range(state, id) {
        Some(range) if range.shape == Shape::Fixed => Some(Certainty::Sure),
        Some(_) => None,
        None => Some(Certainty::Estimate),
    }
}

/// Returns the range that the scenario sets for an input.
pub fn own_range(state: &State, id: InputId) -> Option<Range> {
    id.fixed_id().and_then(|name| state.scenario().ranges.get(&name).copied())
}

/// Number of people above which an estimate with a default range from 0 is asked for a range
/// of the user's own: between 0 and some, it says next to nothing.
const MANY: f64 = 20.0;

/// Returns whether the user is asked between which two numbers an estimated count lies.
pub fn asks_range(state: &State, id: InputId) -> bool {
    let is_people = matches!(id, InputId::Line(_, LineField::Aantal)) && is_own(state, id);
    let is_wide = state.workspace.inputs.get(id) > MANY && state.unwidened_range(id).low == 0.0;
    is_people
        && match certainty(state, id) {
            Some(Certainty::Sure) => false,
            Some(Certainty::Estimate) => is_wide,
            // The range that was typed here can be changed here.
            None => true,
        }
}

/// Returns whether an answer is the user's own: it differs from the preset's, or is marked.
pub fn is_own(state: &State, id: InputId) -> bool {
    state.workspace.is_changed(id) || state.workspace.is_marked_own(id)
}

/// Returns the number of questions that the user answered.
pub fn answered(state: &State) -> usize {
    QUESTIONS.into_iter().filter(|id| is_own(state, *id)).count()
}

/// Returns whether own figures stand in the prices of the brochure, which nobody chose: then
/// amounts of today would be added to wages of that year.
pub fn has_prices_of_the_brochure(state: &State) -> bool {
    let scenario = state.scenario();
    let chosen = scenario.values.contains_key(&InputId::General(General::Prijspeil));
    scenario.base.year() == BASE_YEAR && !chosen && own_figures(state) > 0
}

/// Returns whether the figures start from those of the brochure, in prices of whatever year.
pub fn is_based_on_brochure(state: &State) -> bool {
    matches!(state.scenario().base, Preset::Brochure | Preset::Prijspeil2025)
}

/// Returns whether no figure is the user's own and the centre has no name: the preset is shown
/// as an example. The price year and ranges may differ.
pub fn is_example(state: &State) -> bool {
    own_figures(state) == 0 && state.scenario().name.is_empty()
}

/// Returns whether the user confirmed an amount of the preset, which other prices would change.
fn has_confirmed_amount(state: &State) -> bool {
    let marked = state.workspace.user_sources.iter();
    { marked }.any(|(id, _)| is_amount(*id) && !state.workspace.is_changed(*id))
}

/// Returns the number of figures that the user changed, added or confirmed as their own.
pub fn own_figures(state: &State) -> usize {
    let is_figure = |change: &Change| match change {
        Change::Value(id) => *id != InputId::General(General::Prijspeil),
        Change::Basis | Change::Phase | Change::Counted(_) | Change::Own(_) | Change::Plan => true,
        Change::Range(_) | Change::Draws | Change::Seed | Change::PmDraws => false,
    };
    let changed = state.workspace.changes().iter().filter(|change| is_figure(change)).count();
    let confirmed = state.workspace.user_sources.iter().filter(|(id, _)| !state.workspace.is_changed(*id));
    changed + confirmed.filter(|(id, _)| !matches!(id, InputId::Own(..))).count()
}

/// Returns the inputs that grow with a centre and are still those of an average one, while other
/// figures are the user's; empty for the example.
pub fn average_figures(state: &State) -> Vec<InputId> {
    still_average(state, &OF_SIZE)
}

/// Returns those of these inputs that count and are not the user's own.
fn still_average(state: &State, ids: &[InputId]) -> Vec<InputId> {
    if is_example(state) {
        return Vec::new();
    }
    let inputs = &state.workspace.inputs;
    let counts = |id: InputId| match id {
        InputId::General(_) => inputs.basis == CostBasis::Begroting,
        InputId::Line(line, _) => inputs.line(line).counted,
        InputId::Own(..) => false,
    };
    ids.iter().copied().filter(|id| counts(*id) && !is_own(state, *id)).collect()
}

/// Prices that weigh most in the answer.
const PRICES: [InputId; 3] = [
    InputId::General(General::LoonkostenPerFte),
    InputId::Line(Line::Uitkeringen, LineField::Bedrag),
    InputId::Line(Line::Dagbesteding, LineField::Bedrag),
];

/// Returns the prices that are still the brochure's, while other figures are the user's.
pub fn brochure_prices(state: &State) -> Vec<InputId> {
    still_average(state, &PRICES)
}

/// Returns whether a count of people is still the brochure's while the visitors are the
/// user's own, so that the two do not belong together.
pub fn is_out_of_proportion(state: &State, id: InputId) -> bool {
    let visitors = InputId::General(General::Bezoekers);
    let is_counted = match id {
        InputId::Line(line @ (Line::Uitkeringen | Line::Dagbesteding), LineField::Aantal) => {
            state.workspace.inputs.line(line).counted
        }
        InputId::General(_) | InputId::Line(..) | InputId::Own(..) => false,
    };
    is_counted && state.workspace.is_changed(visitors) && !is_own(state, id)
}

/// Returns a count in proportion to the user's visitors, in halves.
pub fn in_proportion(state: &State, id: InputId) -> f64 {
    let inputs = &state.workspace.inputs;
    let scaled = inputs.get(id) * inputs.general(General::Bezoekers) / AVERAGE_VISITORS;
    (scaled * 2.0).round() / 2.0
}

/// Gives an input that was answered in this view the range of a sure answer. Called with the
/// scenario in which the answer is already set; `was_own` says whether it was the user's
/// before.
pub fn set_range_of_answer(scenario: &mut Scenario, id: InputId, was_own: bool) {
    let Some(name) = id.fixed_id().filter(|_| begins_sure(id)) else { return };
    let Some(value) = scenario.values.get(&id).copied() else {
        // It is the brochure's again.
        if scenario.ranges.get(&name).is_some_and(|range| range.shape == Shape::Fixed) {
            scenario.ranges.remove(&name);
        }
        return;
    };
    match scenario.ranges.get(&name) {
        Some(range) if range.shape != Shape::Fixed => {}
        None if was_own => {}
        Some(_) | None => {
            scenario.ranges.insert(name, Range::fixed(value));
        }
    }
}

impl State {
    /// Applies an action of this view.
    pub(crate) fn reduce_centre(&mut self, action: CentreAction) {
        match action {
            CentreAction::SetCertainty(id, certainty) => {
                let is_hand_set = self::certainty(self, id).is_none();
                self.view.asked_certainty = is_hand_set.then_some((id, certainty));
                if !is_hand_set {
                    self.store_certainty(id, certainty);
                }
            }
            CentreAction::ReplaceRange(id, certainty) => {
                self.view.asked_certainty = None;
                self.store_certainty(id, certainty);
            }
            CentreAction::KeepRange => self.view.asked_certainty = None,
            // What was done between the press and the loading of this code stays.
            CentreAction::Confirm(id, shown) if self.workspace.inputs.get(id) != shown => {}
            CentreAction::SetInProportion(id) if !is_out_of_proportion(self, id) => {}
            CentreAction::Begin(_) if has_confirmed_amount(self) => {}
            CentreAction::Confirm(id, _) => {
                let certainty = if begins_sure(id) { Certainty::Sure } else { Certainty::Estimate };
                self.store_certainty(id, certainty);
            }
            CentreAction::SetInProportion(id) => {
                let value = in_proportion(self, id);
                self.set_input(id, value);
                self.editing.open_step = None;
                if !is_own(self, id) {
                    // In proportion it is what it was, and now the user has said so.
                    self.store_certainty(id, Certainty::Estimate);
                }
            }
            CentreAction::Begin(this_year) | CentreAction::SetPriceYear(this_year) => {
                self.set_prices_of(this_year);
            }
        }
    }

    fn set_prices_of(&mut self, year: i32) {
        let mut scenario = self.scenario().clone();
        // A clock can stand anywhere.
        set_price_year(&mut scenario, year.clamp(BASE_YEAR, LAST_YEAR));
        self.commit(scenario, None);
    }

    /// Marks a value as the user's own, and stores how sure it is.
    fn store_certainty(&mut self, id: InputId, certainty: Certainty) {
        let Some(name) = id.fixed_id() else { return };
        let mut scenario = self.scenario().clone();
        match certainty {
            Certainty::Sure => {
                scenario.ranges.insert(name.clone(), Range::fixed(self.workspace.inputs.get(id)));
            }
            Certainty::Estimate => {
                scenario.ranges.remove(&name);
            }
        }
        if !self.workspace.is_marked_own(id) {
            scenario.set_user_source(&name, Some(""));
        }
        self.commit(scenario, None);
    }
}

#[cfg(test)]
mod tests;
