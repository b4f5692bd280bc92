//! The reducer of what is being typed: which field changes what.

use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::lazy::reduce;
use crate::ui::state::{EditingAction, FieldId, State};

impl State {
    pub(super) fn reduce_editing(&mut self, action: EditingAction) {
        match action {
            EditingAction::Type(field, text) => self.type_text(field, text),
            EditingAction::Slide(field, value) => self.slide(field, value),
            EditingAction::Leave(field) => self.leave(field),
        }
    }

    fn type_text(&mut self, field: FieldId, text: String) {
        match field {
            FieldId::Input(id) => self.type_input(id, text),
            FieldId::Setting(_)
            | FieldId::LadderEntry(_)
            | FieldId::ScenarioName
            | FieldId::UserSource(_)
            | FieldId::OwnLabel(_)
            | FieldId::OwnUnit(_)
            | FieldId::FunderLabel(_)
            | FieldId::Goal(_) => reduce(|feature| (feature.type_text)(self, field, text)),
        }
    }

    /// Takes in the text of a field of a lazy feature.
    pub(crate) fn type_feature_text(&mut self, field: FieldId, text: String) {
        match field {
            FieldId::Input(id) => self.type_input(id, text),
            FieldId::Setting(setting) => self.type_setting(setting, text),
            FieldId::LadderEntry(rung) => self.type_people(rung, text),
            FieldId::ScenarioName => self.rename_scenario(&text),
            // Marking a figure and typing its source are two steps.
            FieldId::UserSource(id) => {
                let typed = !text.is_empty();
                self.set_user_source(id, Some(text), typed);
            }
            FieldId::OwnLabel(position) => self.set_own_label(position, text),
            FieldId::OwnUnit(position) => self.set_own_unit(position, text),
            FieldId::FunderLabel(position) => self.set_funder_label(position, text),
            FieldId::Goal(kind) => self.type_goal(kind, text),
        }
    }

    fn slide(&mut self, field: FieldId, value: f64) {
        match field {
            FieldId::Input(id) => self.slide_input(id, value),
            FieldId::Setting(setting @ (Setting::Low(_) | Setting::High(_))) => {
                reduce(|feature| (feature.slide)(self, setting, value))
            }
            // These have no slider.
            FieldId::Setting(Setting::Draws | Setting::Seed | Setting::Plan(..) | Setting::Network(_))
            | FieldId::LadderEntry(_)
            | FieldId::ScenarioName
            | FieldId::UserSource(_)
            | FieldId::OwnLabel(_)
            | FieldId::OwnUnit(_)
            | FieldId::FunderLabel(_)
            | FieldId::Goal(_) => {}
        }
    }

    /// Ends the step of a field; an accepted text makes way for the value as
    /// it is written.
    fn leave(&mut self, field: FieldId) {
        let editing = &mut self.editing;
        editing.active = None;
        match field {
            FieldId::Input(id) => {
                if editing.drafts.get(&id).is_some_and(|draft| !draft.is_refused()) {
                    editing.drafts.remove(&id);
                }
            }
            FieldId::Setting(setting) => {
                if editing.settings.get(&setting).is_some_and(|draft| !draft.is_refused()) {
                    editing.settings.remove(&setting);
                }
            }
            FieldId::LadderEntry(rung) => {
                if editing.rungs.get(&rung).is_some_and(|draft| !draft.is_refused()) {
                    editing.rungs.remove(&rung);
                }
            }
            FieldId::ScenarioName
            | FieldId::UserSource(_)
            | FieldId::OwnLabel(_)
            | FieldId::OwnUnit(_)
            | FieldId::FunderLabel(_)
            | FieldId::Goal(_) => {}
        }
    }

    /// Returns whether a field holds a text that is not tidied yet.
    pub(super) fn has_draft(&self, field: FieldId) -> bool {
        match field {
            FieldId::Input(id) => self.editing.drafts.contains_key(&id),
            FieldId::Setting(setting) => self.editing.settings.contains_key(&setting),
            FieldId::LadderEntry(rung) => self.editing.rungs.contains_key(&rung),
            FieldId::ScenarioName
            | FieldId::UserSource(_)
            | FieldId::OwnLabel(_)
            | FieldId::OwnUnit(_)
            | FieldId::FunderLabel(_)
            | FieldId::Goal(_) => false,
        }
    }
}
